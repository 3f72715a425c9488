import type { Command } from 'commander';
import { closeEdition } from '../../domain/listening/index.ts';
import type { Cli } from '../cli.ts';
import { operate } from '../operate.ts';
import { editionArgument, requireEdition } from './findEdition.ts';
import { sayEdition } from './say.ts';

/** `edition close MONTH|ID`: listening counts no more, figures are frozen. */
export function addEditionClose(cli: Cli, edition: Command): void {
  const command = edition.command('close').description(cli.t('cli.edition.close.description'));
  operate(cli, editionArgument(cli, command), {
    operator: { role: 'curator' },
    run: async (session, [which = '']) => {
      const { id } = await requireEdition(session.ctx, which);
      await closeEdition(session.ctx, id);
      return sayEdition(session, id, null);
    },
  });
}
