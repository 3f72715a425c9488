import type { Command } from 'commander';
import { planEdition, submitEdition } from '../../domain/listening/index.ts';
import { inTransaction } from '../../platform/db/client.ts';
import type { Cli } from '../cli.ts';
import { operate } from '../operate.ts';
import { valueParsers } from '../values.ts';
import { type PlanOptions, planFrom, planOptions } from './planOptions.ts';
import { sayEdition } from './say.ts';

type Options = PlanOptions & { month: string; voices: string[]; draft?: boolean };

/** `edition plan --month … --voices …`: plans a month and hands it to the approvers. */
export function addEditionPlan(cli: Cli, edition: Command): void {
  const { t } = cli;
  const parse = valueParsers(cli);
  const command = edition
    .command('plan')
    .description(t('cli.edition.plan.description'))
    .requiredOption('--month <month>', t('cli.option.month'), parse.month)
    .requiredOption('--voices <list>', t('cli.option.voices'), parse.list);
  planOptions(cli, command).option('--draft', t('cli.option.draft'));
  operate<Options>(cli, command, {
    operator: { role: 'curator' },
    run: async (session, _args, options) => {
      const { ctx } = session;
      const { voiceIds = [], ...plan } = await planFrom(ctx, options);
      const id = await inTransaction(ctx, async (tx) => {
        const planned = await planEdition(tx, { ...plan, voiceIds, month: options.month });
        if (!options.draft) await submitEdition(tx, planned);
        return planned;
      });
      return sayEdition(session, id, options.draft ? 'cli.edition.next.submit' : 'cli.edition.next.approve');
    },
  });
}
