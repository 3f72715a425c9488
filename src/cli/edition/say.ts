import { type Edition, showEditionPlan } from '../../domain/listening/index.ts';
import { dateTimeText } from '../../platform/i18n/dates.ts';
import type { Outcome } from '../cli.ts';
import type { Session } from '../operate.ts';
import { editionJson, editionTitle, viewEdition } from './editionView.ts';

/**
 * What a command says after it changed an edition: the edition as it is now, and what comes next.
 *
 * @param next key of the words that say what comes next
 * @param more fields of the JSON document beside `edition`
 */
export async function sayEdition(
  { cli, ctx }: Session,
  editionId: string,
  next: string | null,
  more: object = {},
): Promise<Outcome> {
  const edition = await showEditionPlan(ctx, editionId);
  return {
    json: { edition: editionJson(await viewEdition(ctx, edition)), ...more },
    lines: [editionTitle(cli, edition), ...(next ? [cli.t(next, nextValues(edition, ctx.settings))] : [])],
  };
}

function nextValues(edition: Edition, settings: Session['ctx']['settings']) {
  return { month: edition.month, opensAt: dateTimeText(edition.opensAt, settings) };
}
