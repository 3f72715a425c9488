import type { Command } from 'commander';
import {
  type Edition,
  type EditionStatus,
  editionStatus,
  listEditionPlans,
} from '../../domain/listening/index.ts';
import type { Cli, Outcome } from '../cli.ts';
import { operate, type Session } from '../operate.ts';
import { tableLines } from '../text.ts';
import { valueParsers } from '../values.ts';
import { deliveryOf } from './delivery.ts';
import { editionCells, editionJson, viewEdition } from './editionView.ts';
import { requireEdition } from './findEdition.ts';
import { statusLines } from './statusView.ts';

/** `edition status [MONTH|ID] [--watch]`: how it stands; without an argument what is open, and the list. */
export function addEditionStatus(cli: Cli, edition: Command): void {
  const { t } = cli;
  const command = edition
    .command('status')
    .description(t('cli.edition.status.description'))
    .argument('[edition]', t('cli.argument.edition'), valueParsers(cli).monthOrId)
    .option('--watch', t('cli.option.watch'));
  operate<{ watch?: boolean }>(cli, command, {
    operator: { role: 'curator' },
    run: async (session, [which], options) => {
      const all = await listEditionPlans(session.ctx);
      const chosen = which
        ? [await requireEdition(session.ctx, which)]
        : all.filter((one) => one.state === 'open');
      if (options.watch) await watch(session, chosen);
      const statuses: EditionStatus[] = [];
      for (const { id } of chosen) statuses.push(await editionStatus(session.ctx, id));
      return say(session, statuses, which ? [] : all);
    },
  });
}

async function watch(session: Session, editions: readonly Edition[]): Promise<void> {
  // Loaded here: other commands do without the progress bar.
  const { watchDelivery } = await import('./watch.ts');
  for (const edition of editions) {
    if (edition.state === 'open') await watchDelivery(session, edition);
  }
}

async function say(session: Session, statuses: EditionStatus[], list: readonly Edition[]): Promise<Outcome> {
  const { cli, ctx } = session;
  const serverRunning = await session.serverLives();
  const json = [];
  for (const { edition, ...rest } of statuses) {
    json.push({
      edition: editionJson(await viewEdition(ctx, edition)),
      delivery: deliveryOf(rest.messages),
      ...rest,
    });
  }
  const editions = [];
  for (const edition of list) editions.push(editionJson(await viewEdition(ctx, edition)));
  const shown = new Set(statuses.map(({ edition }) => edition.id));
  const others = list.filter(({ id }) => !shown.has(id));
  const lines = statuses.flatMap((status, index) => [
    ...(index > 0 ? [''] : []),
    ...statusLines(cli, status),
  ]);
  return {
    json: { statuses: json, editions, serverRunning },
    lines: [
      ...(lines.length > 0 ? [...lines, ...otherLines(session, others)] : listLines(session, list)),
      ...(serverRunning ? [] : ['', cli.t('cli.serverAbsent')]),
    ],
  };
}

function listLines(session: Session, list: readonly Edition[]): string[] {
  const { t } = session.cli;
  if (list.length === 0) return [t('cli.edition.status.none')];
  return [t('cli.edition.status.noneOpen'), ...rows(session, list)];
}

/** Beside what is open: what waits for somebody, and what is over. */
function otherLines(session: Session, others: readonly Edition[]): string[] {
  return others.length === 0
    ? []
    : ['', session.cli.t('cli.edition.status.others'), ...rows(session, others)];
}

function rows({ cli, ctx }: Session, editions: readonly Edition[]): string[] {
  return tableLines(editions.map((edition) => ['', ...editionCells(cli, edition, ctx.settings)]));
}
