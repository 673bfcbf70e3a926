export {};

declare global {
  interface Row {
    id: string;
    day: string;
  }

  interface Window {
    /** See probe.js. Times are the page's own milliseconds. */
    bench: {
      clicked: number;
      pressed: number;
      changed: number;
      /** When a file was chosen, by the clock. See d.js. */
      chosen: number;
      committed: number[];
      said: number;
      reads: [from: number, to: number][];
      drawn: number;
      watchStatus(): void;
      watchChanges(): void;
    };
    /** See raw.js. */
    raw: {
      log(days: number, perDay: number): Row[];
      tallies(rows: readonly Row[]): object[];
      open(name: string): Promise<IDBDatabase>;
      write(db: IDBDatabase, at: number): Promise<number>;
      fill(db: IDBDatabase, rows: readonly Row[], counted: readonly object[]): Promise<number>;
      read(name: string): Promise<number>;
    };
  }
}
