import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { emit } from '../emit.ts';
import { findEditionFrame, visibleEditionsWithVoice } from '../listening/index.ts';
import { audit, requireRole } from '../people/index.ts';
import { personalDataIn } from '../privacy/index.ts';
import { findVoice } from '../voices/index.ts';
import { closingStep } from './discussion.rules.ts';
import { moveClosing } from './discussions.store.ts';
import {
  type GuideInput,
  guideInputSchema,
  longestGuideText,
  longestPrompt,
  mostPrompts,
  sameGuide,
  writtenGuide,
} from './guide.rules.ts';
import { guideOfDiscussion } from './guideOfDiscussion.ts';
import { lockGuide, saveGuide } from './guides.store.ts';

export interface GuideEdit {
  voiceId: string;
  guide: GuideInput;
  /** When the guide that the curator had before them was saved; null: nobody had written one. */
  seenAt: Date | null;
}

/**
 * Writes the guide of a voice: from now on leaders have it in hand, also where the month is open already, and where it is
 * being talked about: who is about to close stays there, however many prompts there are now. Saving the same twice is
 * saving once.
 *
 * @throws AppError forbidden (curators only), guide.incomplete, voice.notFound, voice.withdrawn,
 *   discussion.personalData (every workplace reads it), guide.changedMeanwhile (somebody else saved first)
 */
export async function editGuide(ctx: Ctx, { voiceId, guide, seenAt }: GuideEdit): Promise<void> {
  await requireRole(ctx, 'curator');
  const words = writtenGuide(checkedGuide(guide));
  await refusePersonalData(ctx, guide);
  await inTransaction(ctx, async (tx) => {
    const curator = await requireRole(tx, 'curator');
    const voice = await findVoice(tx.db, voiceId);
    if (!voice) throw new AppError('voice.notFound');
    if (voice.state === 'withdrawn') throw new AppError('voice.withdrawn');
    const before = await lockGuide(tx.db, voiceId);
    if (before && sameGuide(before.words, words)) return;
    if (before?.editedAt.getTime() !== seenAt?.getTime()) throw new AppError('guide.changedMeanwhile');
    const months = await monthsLedBy(tx, voiceId);
    await saveGuide(tx.db, { voiceId, words, editedById: curator.id, editedAt: tx.clock.now() });
    await audit(tx, 'discussions.editGuide', voiceId, {
      prompts: words.prompts.length,
      fromLibrary: words.prompts.flatMap(({ libraryKey }) => libraryKey ?? []),
    });
    for (const { editionId, prompts } of months)
      await moveClosing(tx.db, editionId, {
        from: closingStep(prompts, tx.settings),
        to: closingStep(words.prompts.length, tx.settings),
      });
    await emit(tx, 'discussions.guide.edited', { voiceId });
  });
}

/** Months whose discussions have this voice's guide in hand, and how many prompts it has so far. */
async function monthsLedBy(tx: Ctx, voiceId: string): Promise<{ editionId: string; prompts: number }[]> {
  const months: { editionId: string; prompts: number }[] = [];
  for (const { id } of await visibleEditionsWithVoice(tx.db, voiceId)) {
    const edition = await findEditionFrame(tx.db, id);
    if (edition?.voices.find((voice) => voice.state === 'approved')?.id !== voiceId) continue;
    months.push({ editionId: id, prompts: (await guideOfDiscussion(tx, edition)).prompts.length });
  }
  return months;
}

/** @throws AppError guide.incomplete */
function checkedGuide(guide: GuideInput): GuideInput {
  const checked = guideInputSchema.safeParse(guide);
  if (checked.success) return checked.data;
  throw new AppError('guide.incomplete', { mostPrompts, longestPrompt, longestText: longestGuideText });
}

/** @throws AppError discussion.personalData */
async function refusePersonalData(ctx: Ctx, guide: GuideInput): Promise<void> {
  const texts = [guide.opening, ...guide.prompts, guide.listenFor, guide.closing];
  const types = await personalDataIn(
    ctx.detector,
    texts.flatMap(({ ja, en }) => [ja, en]),
  );
  if (types.length > 0) throw new AppError('discussion.personalData', { types: types.join(', ') });
}
