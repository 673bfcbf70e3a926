import type { Written } from './record.ts';

/** A request said gently: I see why … / I feel … about … / I would like … */
export interface RequestFacts {
  /** What one would have said first. */
  readonly impulse: string;
  readonly see: string;
  /** Names of feelings, or own words. */
  readonly feelings: readonly string[];
  readonly about: string;
  readonly wish: string;
}

export type GentleRequest = RequestFacts & Written;
