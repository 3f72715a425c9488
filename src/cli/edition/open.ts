import type { Command } from 'commander';
import { openEdition } from '../../domain/listening/index.ts';
import type { Cli } from '../cli.ts';
import { operate } from '../operate.ts';
import { editionArgument, requireEdition } from './findEdition.ts';
import { sayEdition } from './say.ts';

/** `edition open MONTH|ID`: opens an approved edition now; the running server sends its cards. */
export function addEditionOpen(cli: Cli, edition: Command): void {
  const command = edition.command('open').description(cli.t('cli.edition.open.description'));
  operate(cli, editionArgument(cli, command), {
    operator: { role: 'curator' },
    run: async (session, [which = '']) => {
      const { id } = await requireEdition(session.ctx, which);
      await openEdition(session.ctx, id);
      const serverRunning = await session.serverLives();
      const next = serverRunning ? 'cli.edition.next.watch' : 'cli.cardsLater';
      return sayEdition(session, id, next, { serverRunning });
    },
  });
}
