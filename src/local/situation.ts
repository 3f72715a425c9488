import type { Ctx } from '../domain/context.ts';
import { waitsUntil } from '../domain/dispatch/index.ts';
import {
  allEditions,
  defaultDueDay,
  type Edition,
  editionCardPurpose,
  isPastDue,
} from '../domain/listening/index.ts';
import { addMonths, type Month, monthOf } from '../domain/people/index.ts';
import { findVoices } from '../domain/voices/index.ts';
import type { PlaygroundCast } from './playground.ts';

/** How things stand when local mode has started: what its summary says. */
export interface Situation {
  /** Who sits in the Playground, and what it shows; null when the company is not the sample. */
  cast: PlaygroundCast | null;
  open: Edition | undefined;
  /** Whether a voice is left in it that was not withdrawn. */
  hasVoices: boolean;
  /** When the cards come, where they wait for working hours. */
  cardsAt: Date | null;
  /** Where nothing is open: the next month that somebody planned. */
  planned: Edition | undefined;
  /** Where nothing is planned: the next month that one can plan. */
  free: Month;
}

/** Looks at what is open, planned or free. */
export async function lookAround(ctx: Ctx, cast: PlaygroundCast | null): Promise<Situation> {
  const all = await allEditions(ctx.db);
  const now = ctx.clock.now();
  const open = all.findLast((edition) => edition.state === 'open');
  const cardsAt =
    open && cast
      ? await waitsUntil(ctx.db, {
          purpose: editionCardPurpose,
          subjectId: open.id,
          recipientId: cast.user.id,
          now,
        })
      : null;
  const voices = await findVoices(ctx.db, open?.voiceIds ?? []);
  const hasVoices = voices.some((voice) => voice.state === 'approved');
  const planned = all.find(({ state }) => ['approved', 'in_review', 'draft'].includes(state));
  return { cast, open, hasVoices, cardsAt, planned, free: freeMonth(ctx, all, now) };
}

function freeMonth(ctx: Ctx, all: readonly Edition[], now: Date): Month {
  const isTaken = (month: Month) =>
    all.some((edition) => edition.month === month && edition.state !== 'cancelled');
  let month = monthOf(now, ctx.settings);
  while (isTaken(month) || isPastDue(defaultDueDay(month, ctx.settings), now, ctx.settings)) {
    month = addMonths(month, 1);
  }
  return month;
}
