import type { Month } from '../people/index.ts';
import { isClosed, type ProposalState, type ProposalStepKind } from './proposal.rules.ts';

/** How many steps of one kind, from one state to another, happened in a month, for one line of the ledger. */
export interface CountedSteps {
  month: Month;
  /** What the ledger is split by: a department, a line of business; null: none is known. */
  key: string | null;
  kind: ProposalStepKind;
  from: ProposalState | null;
  to: ProposalState | null;
  count: number;
}

/** opening + received + reopened − closed = closing, always. */
export interface LedgerLine {
  opening: number;
  received: number;
  reopened: number;
  closed: number;
  closing: number;
}

export interface LedgerMonth {
  month: Month;
  /** Of all lines together. */
  total: LedgerLine;
  lines: Map<string | null, LedgerLine>;
}

/** What a step does to the number of open proposals. */
export function movementOf({
  kind,
  from,
  to,
}: Pick<CountedSteps, 'kind' | 'from' | 'to'>): 'received' | 'reopened' | 'closed' | null {
  if (kind === 'received') return 'received';
  if (from === null || to === null || isClosed(from) === isClosed(to)) return null;
  return isClosed(to) ? 'closed' : 'reopened';
}

/**
 * The ledger of months in a row: what was open at the beginning of each, what came, what was closed, what is left.
 *
 * @param steps everything that ever happened, in whatever order; what is older than the first month makes its opening
 * @param months in order
 */
export function ledgerOf(steps: readonly CountedSteps[], months: readonly Month[]): LedgerMonth[] {
  const keys = [...new Set(steps.map(({ key }) => key))];
  const moved = new Map<string, Omit<LedgerLine, 'opening' | 'closing'>>();
  const open = new Map<string | null, number>();
  const [first = ''] = months;
  for (const step of steps) {
    const movement = movementOf(step);
    if (!movement) continue;
    if (step.month < first) {
      open.set(step.key, (open.get(step.key) ?? 0) + (movement === 'closed' ? -step.count : step.count));
      continue;
    }
    const place = placeOf(step.month, step.key);
    const line = moved.get(place) ?? { received: 0, reopened: 0, closed: 0 };
    moved.set(place, { ...line, [movement]: line[movement] + step.count });
  }
  return months.map((month) => {
    const lines = new Map<string | null, LedgerLine>();
    for (const key of keys) {
      const { received, reopened, closed } = moved.get(placeOf(month, key)) ?? nothing;
      const opening = open.get(key) ?? 0;
      const closing = opening + received + reopened - closed;
      open.set(key, closing);
      if (opening + received + reopened + closed > 0)
        lines.set(key, { opening, received, reopened, closed, closing });
    }
    return { month, total: sumOf([...lines.values()]), lines };
  });
}

const nothing = { received: 0, reopened: 0, closed: 0 };

function placeOf(month: Month, key: string | null): string {
  return `${month} ${key ?? ''}`;
}

function sumOf(lines: readonly LedgerLine[]): LedgerLine {
  const sum = (name: keyof LedgerLine) => lines.reduce((total, line) => total + line[name], 0);
  return {
    opening: sum('opening'),
    received: sum('received'),
    reopened: sum('reopened'),
    closed: sum('closed'),
    closing: sum('closing'),
  };
}
