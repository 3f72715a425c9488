import type { Figures, MonthFigures, Share } from '../../edges/http/contract/reports.ts';

/** What the trend shows, as shares of those concerned or of the departments. */
export const seriesNames = ['delivered', 'heard', 'held'] as const;
export type SeriesName = (typeof seriesNames)[number];

/** A share, 0–1: exact, or somewhere within a band. */
export type Point = { month: string } & ({ low: number; high: number } | { low: null; high: null });

const bands: Readonly<Record<'none' | 'some' | 'half' | 'most', readonly [number, number]>> = {
  none: [0, 0],
  some: [0.01, 0.49],
  half: [0.5, 0.79],
  most: [0.8, 1],
};

/** The points of a series, month by month. */
export function pointsOf(months: readonly MonthFigures[], name: SeriesName): Point[] {
  return months.map(({ month, figures }) => ({ month, ...rangeOf(figures, name) }));
}

function rangeOf(
  figures: Figures,
  name: SeriesName,
): { low: number; high: number } | { low: null; high: null } {
  if (name === 'held') return exact(figures.heldShare);
  const share: Share = figures[name];
  if (share.kind === 'count') return exact(share.share);
  const [low, high] = bands[share.band];
  return { low, high };
}

function exact(share: number | null): { low: number; high: number } | { low: null; high: null } {
  return share === null ? { low: null, high: null } : { low: share, high: Math.min(share, 1) };
}

/** Where a chart stands on its canvas, in px. */
export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The middle of a month's place on the canvas. */
export function xOf(index: number, count: number, frame: Frame): number {
  const room = frame.width - frame.left - frame.right;
  return frame.left + (room * (index + 0.5)) / count;
}

export function yOf(share: number, frame: Frame): number {
  const room = frame.height - frame.top - frame.bottom;
  return frame.top + room * (1 - Math.min(1, Math.max(0, share)));
}

/** A line through the exact points; it is broken where a month has none. */
export function lineOf(points: readonly Point[], frame: Frame): string {
  let path = '';
  let isDrawing = false;
  for (const [index, point] of points.entries()) {
    const isExact = point.low !== null && point.low === point.high;
    if (isExact) {
      const place = `${xOf(index, points.length, frame).toFixed(1)} ${yOf(point.low, frame).toFixed(1)}`;
      path += `${isDrawing ? 'L' : 'M'}${place}`;
    }
    isDrawing = isExact;
  }
  return path;
}

/** Every how many months a label has room. */
export function labelStep(count: number, frame: Frame, labelWidth: number): number {
  const room = (frame.width - frame.left - frame.right) / Math.max(1, count);
  return Math.max(1, Math.ceil(labelWidth / room));
}
