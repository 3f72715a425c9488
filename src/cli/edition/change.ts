import type { Command } from 'commander';
import { changeEdition } from '../../domain/listening/index.ts';
import { type Cli, UsageError } from '../cli.ts';
import { operate } from '../operate.ts';
import { valueParsers } from '../values.ts';
import { editionArgument, requireEdition } from './findEdition.ts';
import { type PlanOptions, planFrom, planOptions } from './planOptions.ts';
import { sayEdition } from './say.ts';

/** `edition change MONTH|ID …`: what is not given stays; an approved edition becomes a draft again. */
export function addEditionChange(cli: Cli, edition: Command): void {
  const { t } = cli;
  const command = edition.command('change').description(t('cli.edition.change.description'));
  editionArgument(cli, command).option('--voices <list>', t('cli.option.voices'), valueParsers(cli).list);
  planOptions(cli, command);
  operate<PlanOptions>(cli, command, {
    operator: { role: 'curator' },
    run: async (session, [which = ''], options) => {
      const change = await planFrom(session.ctx, options);
      if (Object.keys(change).length === 0) throw new UsageError(t('cli.usage.nothingToChange'));
      const { id } = await requireEdition(session.ctx, which);
      await changeEdition(session.ctx, id, change);
      return sayEdition(session, id, 'cli.edition.next.submit');
    },
  });
}
