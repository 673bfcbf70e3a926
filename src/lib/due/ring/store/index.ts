import { lazy, lazyWrites } from '#lib/store/lazy.ts';

export const loadRinging = () => import('./ringing.ts');
export const loadSources = () => import('./sources.ts');

export const { leave, renew, tryAt, turnOff, turnOn } = lazy(loadRinging);
export const { setSilent } = lazyWrites(loadRinging);
