import type { Command } from 'commander';
import { planNotes, showEditionPlan } from '../../domain/listening/index.ts';
import type { Cli } from '../cli.ts';
import { operate } from '../operate.ts';
import { editionJson, editionLines, viewEdition } from './editionView.ts';
import { editionArgument, requireEdition } from './findEdition.ts';
import { sayNotes } from './say.ts';

/** `edition show MONTH|ID`: the plan: voices, prompts, audience, days, who planned and approved. */
export function addEditionShow(cli: Cli, edition: Command): void {
  const command = edition.command('show').description(cli.t('cli.edition.show.description'));
  operate(cli, editionArgument(cli, command), {
    operator: { role: 'curator' },
    run: async (session, [which = '']) => {
      const { ctx } = session;
      const { id } = await requireEdition(ctx, which);
      const view = await viewEdition(ctx, await showEditionPlan(ctx, id));
      const notes = sayNotes(session, await planNotes(ctx, view.edition));
      return {
        json: { edition: editionJson(view), notes },
        lines: [
          ...editionLines(cli, view, ctx.settings),
          ...(notes.length > 0 ? ['', ...notes.map(({ message }) => message)] : []),
        ],
      };
    },
  });
}
