import type { Ctx } from '../context.ts';
import { addMonths, findDepartments, type Month, monthOf } from '../people/index.ts';
import type { Bilingual } from '../ports.ts';
import { type LedgerLine, ledgerOf } from './ledger.rules.ts';
import { countSteps, type LedgerSplit } from './ledger.store.ts';
import { requireReader } from './proposals.policy.ts';

export interface ProposalLedger {
  months: { month: Month; total: LedgerLine; lines: { key: string | null; line: LedgerLine }[] }[];
  /** Names of the departments that are keys. */
  departments: Map<string, Bilingual>;
}

/**
 * The ledger (受付簿) of the last months, this one included, the newest first: opening + received + reopened − closed =
 * closing.
 *
 * @throws AppError signIn.required, forbidden
 */
export async function proposalLedger(
  ctx: Ctx,
  { months, split }: { months: number; split: LedgerSplit },
): Promise<ProposalLedger> {
  await requireReader(ctx);
  const { timeZone } = ctx.settings;
  const last = monthOf(ctx.clock.now(), ctx.settings);
  const asked = Array.from({ length: months }, (_, index) => addMonths(last, index - months + 1));
  const ledger = ledgerOf(await countSteps(ctx.db, split, timeZone), asked);
  const keys = ledger.flatMap(({ lines }) => [...lines.keys()].flatMap((key) => key ?? []));
  const isDepartment = split === 'department' || split === 'owner';
  const departments = isDepartment ? await findDepartments(ctx.db, [...new Set(keys)]) : [];
  return {
    months: ledger.toReversed().map(({ month, total, lines }) => ({
      month,
      total,
      lines: split === 'none' ? [] : [...lines].map(([key, line]) => ({ key, line })),
    })),
    departments: new Map(departments.map(({ id, name, nameEn }) => [id, { ja: name, en: nameEn }])),
  };
}
