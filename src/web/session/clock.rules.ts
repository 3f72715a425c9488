/** The Date header knows whole seconds, and the answer was on its way: so much says nothing about clocks. */
const DOUBT_MS = 1500;

/**
 * How much the server's clock is ahead of this one (ms, negative: behind), from the Date header of an answer. Null
 * when the header is no date.
 *
 * @param receivedAt this machine's clock when the answer came, in ms since 1970
 */
export function clockOffsetMs(header: string | null, receivedAt: number): number | null {
  const second = Date.parse(header ?? '');
  if (Number.isNaN(second)) return null;
  const offset = second + 500 - receivedAt;
  return Math.abs(offset) < DOUBT_MS ? 0 : offset;
}
