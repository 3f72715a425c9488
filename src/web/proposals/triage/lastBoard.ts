import { addressOf } from '../../shell/router.ts';

let query: Record<string, string> = {};

/** Remembers what the board shows, while the page is open. */
export function rememberBoard(shown: URLSearchParams): void {
  query = Object.fromEntries(shown);
}

/** The board as it was looked at last. */
export function boardAddress(): string {
  return addressOf('/board', query);
}
