/** A worker has none. Code that it shares with pages reads it under `try`. */
declare const localStorage: {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
};
