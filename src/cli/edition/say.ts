import { type PlanNote, planNotes, showEditionPlan } from '../../domain/listening/index.ts';
import { dateTimeText, monthText } from '../../platform/i18n/dates.ts';
import type { Outcome } from '../cli.ts';
import type { Session } from '../operate.ts';
import { editionJson, editionTitle, viewEdition } from './editionView.ts';

/**
 * What a command says after it changed an edition: the edition as it is now, what is worth knowing about it,
 * and what comes next.
 *
 * @param next key of the words that say what comes next
 * @param more fields of the JSON document beside `edition`
 */
export async function sayEdition(
  session: Session,
  editionId: string,
  next: string | null,
  more: object = {},
): Promise<Outcome> {
  const { cli, ctx } = session;
  const edition = await showEditionPlan(ctx, editionId);
  const notes = sayNotes(session, await planNotes(ctx, edition));
  const values = { month: edition.month, opensAt: dateTimeText(edition.opensAt, ctx.settings) };
  return {
    json: { edition: editionJson(await viewEdition(ctx, edition)), notes, ...more },
    lines: [
      editionTitle(cli, edition),
      ...notes.map(({ message }) => message),
      ...(next ? [cli.t(next, values)] : []),
    ],
  };
}

/** Notes about a plan in the operator's words, each with its code. */
export function sayNotes(
  { cli: { t, locale }, ctx }: Session,
  notes: readonly PlanNote[],
): { code: PlanNote['note']; message: string }[] {
  return notes.map((note) => ({
    code: note.note,
    message: t(`cli.edition.note.${note.note}`, {
      ...note,
      ...('month' in note ? { month: monthText(note.month, locale), key: note.month } : {}),
      ...('opensAt' in note ? { opensAt: dateTimeText(note.opensAt, ctx.settings) } : {}),
    }),
  }));
}
