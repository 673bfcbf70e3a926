/** Is told how far long work has come: so many rows of so many. */
export type Progress = (done: number, total: number) => void;
