import type { Command } from 'commander';
import { approveEdition } from '../../domain/listening/index.ts';
import type { Cli } from '../cli.ts';
import { operate } from '../operate.ts';
import { editionArgument, requireEdition } from './findEdition.ts';
import { sayEdition } from './say.ts';

/** `edition approve MONTH|ID`: releases an edition, by somebody else than who planned it. */
export function addEditionApprove(cli: Cli, edition: Command): void {
  const command = edition.command('approve').description(cli.t('cli.edition.approve.description'));
  operate(cli, editionArgument(cli, command), {
    operator: {
      role: 'approver',
      not: async (ctx, [which = '']) => (await requireEdition(ctx, which)).plannedById,
    },
    run: async (session, [which = '']) => {
      const { id } = await requireEdition(session.ctx, which);
      await approveEdition(session.ctx, id);
      return sayEdition(session, id, 'cli.edition.next.opens');
    },
  });
}
