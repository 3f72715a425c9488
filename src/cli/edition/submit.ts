import type { Command } from 'commander';
import { submitEdition } from '../../domain/listening/index.ts';
import type { Cli } from '../cli.ts';
import { operate } from '../operate.ts';
import { editionArgument, requireEdition } from './findEdition.ts';
import { sayEdition } from './say.ts';

/** `edition submit MONTH|ID`: hands a draft to the approvers. */
export function addEditionSubmit(cli: Cli, edition: Command): void {
  const command = edition.command('submit').description(cli.t('cli.edition.submit.description'));
  operate(cli, editionArgument(cli, command), {
    operator: { role: 'curator' },
    run: async (session, [which = '']) => {
      const { id } = await requireEdition(session.ctx, which);
      await submitEdition(session.ctx, id);
      return sayEdition(session, id, 'cli.edition.next.approve');
    },
  });
}
