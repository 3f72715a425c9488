import type { Command } from 'commander';
import { returnEdition } from '../../domain/listening/index.ts';
import type { Cli } from '../cli.ts';
import { operate } from '../operate.ts';
import { valueParsers } from '../values.ts';
import { editionArgument, requireEdition } from './findEdition.ts';
import { sayEdition } from './say.ts';

/** `edition return MONTH|ID --reason TEXT`: hands an edition back to its curators (差戻し). */
export function addEditionReturn(cli: Cli, edition: Command): void {
  const command = edition.command('return').description(cli.t('cli.edition.return.description'));
  editionArgument(cli, command).requiredOption(
    '--reason <text>',
    cli.t('cli.option.reason'),
    valueParsers(cli).reason,
  );
  operate<{ reason: string }>(cli, command, {
    operator: { role: 'approver' },
    run: async (session, [which = ''], { reason }) => {
      const { id } = await requireEdition(session.ctx, which);
      await returnEdition(session.ctx, { editionId: id, reason });
      return sayEdition(session, id, 'cli.edition.next.change');
    },
  });
}
