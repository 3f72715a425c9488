import { departmentProgress } from '../listening/index.ts';
import { type Counts, heldCount } from './counts.rules.ts';

/** How many of those concerned: a count, or a band where a count would show too much. */
export type Share =
  /** `share` 0–1; null where nobody is concerned. */
  | { kind: 'count'; count: number; share: number | null }
  | { kind: 'band'; band: 'none' | 'some' | 'half' | 'most' };

/** Figures as people see them. */
export interface ShownFigures {
  departments: number;
  target: number;
  channels: number;
  cards: number;
  delivered: Share;
  heard: Share;
  heldInTime: number;
  heldReportedLate: number;
  heldLate: number;
  skipped: number;
  /** Still to be held; of these `underWay` have begun. */
  notYet: number;
  underWay: number;
  /** The month is over without it. */
  missed: number;
  /** Held by how many of the departments, 0–1; null where there are none. */
  heldShare: number | null;
  participants: number;
  /**
   * Participants of those concerned, at most all: guests, and those with another main post, take part too. Null where
   * nobody is concerned.
   */
  participation: number | null;
  insights: number;
  suggested: number;
}

/**
 * Figures as they are shown.
 *
 * @param counted whether counts of people may be shown (monthTree.rules.ts)
 * @param who `workplace`: only the insights that the workplace itself sees; how many stayed with the quality department
 *   nobody there may know, and in a small department nobody at all
 */
export function shownFigures(counts: Counts, counted: boolean, who: 'workplace' | 'quality'): ShownFigures {
  const held = heldCount(counts);
  const { departments, target, channels, cards, participants, suggested } = counts;
  const { heldInTime, heldReportedLate, heldLate, skipped, underWay, missed } = counts;
  return {
    departments,
    target,
    channels,
    cards,
    delivered: shareOf(counts.delivered, target, counted),
    heard: shareOf(counts.heard, target, counted),
    heldInTime,
    heldReportedLate,
    heldLate,
    skipped,
    notYet: Math.max(0, departments - held - skipped - missed),
    underWay,
    missed,
    heldShare: ratio(held, departments),
    participants,
    participation: ratio(Math.min(participants, target), target),
    insights: who === 'quality' && counted ? counts.insights : counts.shownInsights,
    suggested,
  };
}

function shareOf(count: number, target: number, counted: boolean): Share {
  const progress = departmentProgress(count, target, counted ? 0 : target + 1);
  if (progress.kind === 'band') return progress;
  return { kind: 'count', count, share: ratio(count, target) };
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
