import { lazy } from '#lib/store/lazy.ts';

export const loadRinging = () => import('./ringing.ts');
export const loadSources = () => import('./sources.ts');

export const { leave, renew, setSilent, tryAt, turnOff, turnOn } = lazy(loadRinging);
