import type { Command } from 'commander';
import type { Ctx } from '../../domain/context.ts';
import type { Audience, EditionPlan, Prompt } from '../../domain/listening/index.ts';
import { instantAt } from '../../domain/people/index.ts';
import type { Cli } from '../cli.ts';
import { valueParsers } from '../values.ts';
import { requireVoice } from '../voice/voiceView.ts';

/** What `edition plan` and `edition change` take, as parsed. */
export interface PlanOptions {
  voices?: string[];
  opens?: string;
  due?: string;
  kinds?: string[];
  lines?: string[];
  departments?: string[];
  prompt?: Prompt[];
}

/** Adds the options that say what an edition is, except for its voices. */
export function planOptions(cli: Cli, command: Command): Command {
  const { t } = cli;
  const parse = valueParsers(cli);
  return command
    .option('--opens <moment>', t('cli.option.opens'), parse.moment)
    .option('--due <day>', t('cli.option.due'), parse.day)
    .option('--kinds <list>', t('cli.option.kinds'), parse.list)
    .option('--lines <list>', t('cli.option.lines'), parse.list)
    .option('--departments <list>', t('cli.option.departments'), parse.list)
    .option('--prompt <words>', t('cli.option.prompt'), parse.prompt);
}

/**
 * The part of a plan that these options name.
 *
 * @throws AppError voice.notFound
 */
export async function planFrom(ctx: Ctx, options: PlanOptions): Promise<Partial<Omit<EditionPlan, 'month'>>> {
  return {
    ...(options.voices ? { voiceIds: await voiceIds(ctx, options.voices) } : {}),
    ...(options.opens ? { opensAt: momentFrom(ctx, options.opens) } : {}),
    ...(options.due ? { dueOn: options.due } : {}),
    ...(options.prompt ? { prompts: options.prompt } : {}),
    ...audienceFrom(options),
  };
}

async function voiceIds(ctx: Ctx, references: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const reference of references) ids.push((await requireVoice(ctx, reference)).id);
  return ids;
}

function momentFrom(ctx: Ctx, text: string): Date {
  const [day = '', time = ''] = text.split('T');
  return instantAt(day, time, ctx.settings);
}

function audienceFrom({ kinds, lines, departments }: PlanOptions): { audience?: Audience } {
  if (!kinds && !lines && !departments) return {};
  return {
    audience: {
      ...(kinds ? { kinds } : {}),
      ...(lines ? { linesOfBusiness: lines } : {}),
      ...(departments ? { departments } : {}),
    },
  };
}
