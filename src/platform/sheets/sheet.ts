/** A cell: words, a number, a share (0–1, shown in per cent), or nothing. */
export type Cell = string | number | { share: number } | null;

/** A table as it goes into a file. */
export interface Sheet {
  name: string;
  columns: readonly { title: string /** In characters. */; width: number }[];
  rows: readonly (readonly Cell[])[];
}
