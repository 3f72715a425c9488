import type { Ctx } from '../domain/context.ts';
import {
  findPersonByEmployeeNo,
  mayTakePart,
  type PersonRow,
  peopleWithRole,
  type Role,
} from '../domain/people/index.ts';
import { AppError } from '../platform/errors.ts';
import { type Cli, UsageError } from './cli.ts';

/** Who acts in local mode when nobody is named. */
export interface DefaultOperator {
  role: Role;
  /** The person who may not be the one (they planned or imported it). */
  not?: (ctx: Ctx, args: readonly string[]) => Promise<string | undefined>;
  /** Whether nobody has to be named now, in Teams mode neither: the product itself acts. */
  needless?: (ctx: Ctx) => Promise<boolean>;
}

/**
 * The person in whose name a command acts.
 *
 * @param employeeNo the value of --as
 * @returns null where nobody has to be named
 * @throws UsageError where --as is needed and missing
 * @throws AppError person.unknownNo, person.noOperator
 */
export async function findOperator(
  { t }: Cli,
  ctx: Ctx,
  employeeNo: string | undefined,
  fallback: DefaultOperator,
  args: readonly string[],
): Promise<PersonRow | null> {
  if (await fallback.needless?.(ctx)) return null;
  if (employeeNo !== undefined) return requireOperator(ctx.db, employeeNo);
  if (!ctx.local) throw new UsageError(t('cli.usage.asNeeded'));
  const other = await fallback.not?.(ctx, args);
  const person = (await peopleWithRole(ctx.db, fallback.role)).find(({ id }) => id !== other);
  if (!person) throw new AppError('person.noOperator', { roles: fallback.role });
  return person;
}

/**
 * The person whom --as names.
 *
 * @throws AppError person.unknownNo
 */
export async function requireOperator(db: Ctx['db'], employeeNo: string): Promise<PersonRow> {
  const person = await findPersonByEmployeeNo(db, employeeNo);
  if (!person || !mayTakePart(person)) throw new AppError('person.unknownNo', { employeeNo });
  return person;
}
