import type { Ctx } from '../context.ts';
import { actingPerson, type Day, dayOf, findNames } from '../people/index.ts';
import { findVoices, type Voice } from '../voices/index.ts';
import { countPublicExamples, countPublishedExamples, publishedExamples } from './examples.store.ts';
import { receiptNumber } from './proposal.rules.ts';
import { readsProposals } from './proposals.policy.ts';

/** An improvement example as everybody reads it. */
export interface ExampleView {
  proposalId: string;
  number: string;
  title: string;
  before: string;
  after: string;
  publishedOn: Day;
  /** Released for the public too (社外公表). */
  isPublic: boolean;
  voice: Voice | null;
  /** Those who like to be thanked by name. */
  thanked: { id: string; name: string; nameEn: string }[];
}

/** So many examples come at once. */
export const examplesAtOnce = 20;

/**
 * The improvement examples that everybody may read, the newest first.
 *
 * @returns inFile: how many are in the file of those for the public (`exportExamples`); 0 for who may not save it
 * @throws AppError signIn.required
 */
export async function listExamples(
  ctx: Ctx,
  { skip }: { skip: number },
): Promise<{ examples: ExampleView[]; total: number; inFile: number }> {
  const person = await actingPerson(ctx);
  const [rows, total, inFile] = await Promise.all([
    publishedExamples(ctx.db, { skip, take: examplesAtOnce }),
    countPublishedExamples(ctx.db),
    readsProposals(person) ? countPublicExamples(ctx.db) : 0,
  ]);
  const voices = await findVoices(
    ctx.db,
    rows.flatMap(({ proposal }) => proposal.voiceId ?? []),
  );
  const names = await findNames(
    ctx.db,
    rows.flatMap(({ thanked }) => thanked),
  );
  const examples = rows.map(
    ({ proposalId, title, before, after, internalAt, publicAt, thanked, proposal }) => ({
      proposalId,
      number: receiptNumber(proposal),
      title,
      before,
      after,
      publishedOn: dayOf(internalAt ?? ctx.clock.now(), ctx.settings),
      isPublic: publicAt !== null,
      voice: voices.find(({ id }) => id === proposal.voiceId) ?? null,
      thanked: thanked.flatMap((id) => names.get(id) ?? []),
    }),
  );
  return { examples, total, inFile };
}
