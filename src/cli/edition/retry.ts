import type { Command } from 'commander';
import { retryEdition } from '../../domain/listening/index.ts';
import type { Cli } from '../cli.ts';
import { operate } from '../operate.ts';
import { editionArgument, requireEdition } from './findEdition.ts';
import { sayEdition } from './say.ts';

/** `edition retry MONTH|ID`: sends again what failed, was held or could not be reached. */
export function addEditionRetry(cli: Cli, edition: Command): void {
  const command = edition.command('retry').description(cli.t('cli.edition.retry.description'));
  operate(cli, editionArgument(cli, command), {
    operator: { role: 'curator' },
    run: async (session, [which = '']) => {
      const { id } = await requireEdition(session.ctx, which);
      const retried = await retryEdition(session.ctx, id);
      const serverRunning = await session.serverLives();
      const said = await sayEdition(session, id, serverRunning ? null : 'cli.cardsLater', {
        retried,
        serverRunning,
      });
      return { ...said, lines: [cli.t('cli.edition.retry.done', { count: retried }), ...said.lines] };
    },
  });
}
