import type { Command } from 'commander';
import { approveEdition, type Edition, firstOpening, showEditionPlan } from '../../domain/listening/index.ts';
import type { Cli } from '../cli.ts';
import { operate, type Session } from '../operate.ts';
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
      const edition = await showEditionPlan(session.ctx, id);
      return sayEdition(session, id, await nextOf(session, edition));
    },
  });
}

/** When it opens: at its time; where that has passed, at the next tick of a running server. */
async function nextOf({ ctx, serverLives }: Session, edition: Edition): Promise<string> {
  if ((await firstOpening(ctx, edition)) > ctx.clock.now()) return 'cli.edition.next.opens';
  return (await serverLives()) ? 'cli.edition.next.opensNow' : 'cli.edition.next.opensWithServer';
}
