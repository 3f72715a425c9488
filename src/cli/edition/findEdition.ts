import type { Command } from 'commander';
import type { Ctx } from '../../domain/context.ts';
import {
  allEditions,
  type Edition,
  findEdition,
  findEditionOfMonth,
  isMonth,
} from '../../domain/listening/index.ts';
import { AppError } from '../../platform/errors.ts';
import type { Cli } from '../cli.ts';
import { valueParsers } from '../values.ts';

/** Adds the argument that names an edition. */
export function editionArgument(cli: Cli, command: Command): Command {
  return command.argument('<edition>', cli.t('cli.argument.edition'), valueParsers(cli).monthOrId);
}

/**
 * The edition with this id or of this month; a month whose only editions were cancelled means the last of
 * them.
 *
 * @throws AppError edition.notFound
 */
export async function requireEdition(ctx: Ctx, monthOrId: string): Promise<Edition> {
  const edition = isMonth(monthOrId)
    ? ((await findEditionOfMonth(ctx.db, monthOrId)) ?? (await lastOfMonth(ctx, monthOrId)))
    : await findEdition(ctx.db, monthOrId);
  if (!edition) throw new AppError('edition.notFound');
  return edition;
}

async function lastOfMonth(ctx: Ctx, month: string): Promise<Edition | undefined> {
  return (await allEditions(ctx.db)).findLast((edition) => edition.month === month);
}
