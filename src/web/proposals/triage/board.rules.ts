/** A card on the board: which column, and which from the top. */
export interface Place {
  column: number;
  row: number;
}

/**
 * Where an arrow leads from a card: up and down in the column, sideways to the next column that has cards.
 *
 * @param sizes how many cards each column shows
 * @returns null where the key leads nowhere
 */
export function placeAfter(key: string, { column, row }: Place, sizes: readonly number[]): Place | null {
  if (key === 'ArrowDown') return row + 1 < (sizes[column] ?? 0) ? { column, row: row + 1 } : null;
  if (key === 'ArrowUp') return row > 0 ? { column, row: row - 1 } : null;
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return null;
  for (let next = column + step; next >= 0 && next < sizes.length; next += step) {
    const size = sizes[next] ?? 0;
    if (size > 0) return { column: next, row: Math.min(row, size - 1) };
  }
  return null;
}

/** What the board is filtered by; all of it stands in the address. */
export const filterNames = [
  'owner',
  'line',
  'process',
  'overdue',
  'words',
  'states',
  'department',
  'ownerDepartment',
] as const;
export type FilterName = (typeof filterNames)[number];

/** What of the address the server is asked for. */
export function questionOf(query: URLSearchParams): URLSearchParams {
  const question = new URLSearchParams();
  for (const name of filterNames) {
    const value = query.get(name);
    if (value) question.set(name, value);
  }
  return question;
}
