import type { Ctx } from '../context.ts';
import { actingPerson, audit, type Day, dayOf } from '../people/index.ts';
import { findVoices } from '../voices/index.ts';
import { publicExamples } from './examples.store.ts';
import { requireReader } from './proposals.policy.ts';

/** An improvement example as it may leave the company: what changed, and of what kind the voice was; nobody's name. */
export interface PublicExample {
  title: string;
  before: string;
  after: string;
  /** A key of settings.linesOfBusiness. */
  lineOfBusiness: string | null;
  /** A key of settings.processes. */
  process: string | null;
  /** Of the voice that it began with: a key of settings.kinds; null where it began with none. */
  voiceKind: string | null;
  /** When 社外公表 was approved. */
  approvedOn: Day;
}

/**
 * The improvement examples that were approved for the public (社外公表), for a file; what was approved last comes first.
 * No receipt numbers, names or words of customers: they were approved for colleagues. Every file is a line in the 操作ログ.
 *
 * @throws AppError signIn.required, forbidden
 */
export async function exportExamples(ctx: Ctx, { format }: { format: string }): Promise<PublicExample[]> {
  await requireReader(ctx);
  const { id } = await actingPerson(ctx);
  const rows = await publicExamples(ctx.db);
  await audit(ctx, 'proposals.exportExamples', id, { format, rows: rows.length });
  const voices = await findVoices(
    ctx.db,
    rows.flatMap(({ proposal }) => proposal.voiceId ?? []),
  );
  return rows.map(({ title, before, after, publicAt, proposal }) => ({
    title,
    before,
    after,
    lineOfBusiness: proposal.lineOfBusiness,
    process: proposal.process,
    voiceKind: voices.find((one) => one.id === proposal.voiceId)?.kind ?? null,
    approvedOn: dayOf(publicAt ?? ctx.clock.now(), ctx.settings),
  }));
}
