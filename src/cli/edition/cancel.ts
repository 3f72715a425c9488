import type { Command } from 'commander';
import { cancelEdition } from '../../domain/listening/index.ts';
import type { Cli } from '../cli.ts';
import { operate } from '../operate.ts';
import { valueParsers } from '../values.ts';
import { editionArgument, requireEdition } from './findEdition.ts';
import { sayEdition } from './say.ts';

/** `edition cancel MONTH|ID --reason TEXT`: cards not sent are not sent, cards sent say so. */
export function addEditionCancel(cli: Cli, edition: Command): void {
  const command = edition.command('cancel').description(cli.t('cli.edition.cancel.description'));
  editionArgument(cli, command).requiredOption(
    '--reason <text>',
    cli.t('cli.option.reason'),
    valueParsers(cli).reason,
  );
  operate<{ reason: string }>(cli, command, {
    operator: { role: 'curator' },
    run: async (session, [which = ''], { reason }) => {
      const { id } = await requireEdition(session.ctx, which);
      await cancelEdition(session.ctx, { editionId: id, reason });
      return sayEdition(session, id, null);
    },
  });
}
