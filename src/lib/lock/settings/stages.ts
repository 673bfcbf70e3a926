import type { StorageFault } from '#lib/store/storageError.ts';
import type { Turn } from '../store/tables.ts';
import type { Refusal } from '../store/unlock.ts';

/** Changes that need the passphrase or the code first. */
export type Task = 'passphrase' | 'code' | 'passkey' | 'off';

/** What the section on the lock shows. */
export type Stage =
  | { readonly what: 'rest' }
  | { readonly what: 'proving'; readonly task: Task }
  | { readonly what: 'choosing'; readonly hasPasskey?: boolean }
  | { readonly what: 'noting'; readonly code: string }
  | {
      readonly what: 'turning';
      readonly to: Turn;
      readonly done: number;
      readonly total: number;
    };

/** Why a change was not made. */
export type Failure =
  { readonly what: Refusal } | { readonly what: 'fault'; readonly fault: StorageFault };
