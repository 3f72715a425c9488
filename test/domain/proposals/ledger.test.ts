import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ledgerSplits,
  mergeProposals,
  proposalLedger,
  unmergeProposal,
  withdrawProposal,
} from '../../../src/domain/proposals/index.ts';
import { type CountedSteps, ledgerOf } from '../../../src/domain/proposals/ledger.rules.ts';
import { isClosed, type ProposalState, proposalMoves } from '../../../src/domain/proposals/proposal.rules.ts';
import { moved, sent } from '../../support/proposals.ts';
import { openTestApp } from '../../support/testApp.ts';

const months = ['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'];
const keys = ['auto', 'fire', null] as const;
type Key = (typeof keys)[number];

/** One proposal: what it is counted under, and in which month it took which of the moves that it had then. */
const wanderer = fc.record({
  key: fc.constantFrom(...keys),
  presses: fc.array(fc.record({ month: fc.nat({ max: months.length - 1 }), choice: fc.nat() }), {
    maxLength: 12,
  }),
});
type Wanderer = { key: Key; presses: { month: number; choice: number }[] };

/** Lets proposals wander through the table of moves, and counts by itself what is open at the end of each month. */
function wander(proposals: readonly Wanderer[]) {
  const steps: CountedSteps[] = [];
  const open = new Map<string, number>();
  for (const { key, presses } of proposals) {
    let state: ProposalState | null = null;
    const inOrder = presses.toSorted((one, other) => one.month - other.month);
    for (const [index, month] of months.entries()) {
      for (const { choice } of inOrder.filter((press) => press.month === index)) {
        const from: ProposalState | null = state;
        const choices: readonly ProposalState[] = from === null ? ['received'] : proposalMoves[from];
        const to = choices[choice % Math.max(1, choices.length)];
        if (!to) continue;
        steps.push({ month, key, kind: from === null ? 'received' : 'moved', from, to, count: 1 });
        state = to;
      }
      const place = `${month} ${key}`;
      open.set(place, (open.get(place) ?? 0) + (state !== null && !isClosed(state) ? 1 : 0));
    }
  }
  return { steps, open };
}

describe('the ledger', () => {
  it('always balances, in all and for each department or category, from whichever month on', () => {
    fc.assert(
      fc.property(
        fc.array(wanderer, { maxLength: 25 }).chain((proposals) => {
          const { steps, open } = wander(proposals);
          // In whatever order they are counted.
          return fc.record({
            steps: fc.shuffledSubarray(steps, { minLength: steps.length }),
            open: fc.constant(open),
            from: fc.nat({ max: months.length - 1 }),
          });
        }),
        ({ steps, open, from }) => {
          const ledger = ledgerOf(steps, months.slice(from));
          for (const [index, { month, total, lines }] of ledger.entries()) {
            for (const line of [total, ...lines.values()]) {
              expect(line.opening + line.received + line.reopened - line.closed).toBe(line.closing);
            }
            // What is left is what is open, counted by itself.
            for (const key of keys)
              expect(lines.get(key)?.closing ?? 0).toBe(open.get(`${month} ${key}`) ?? 0);
            const next = ledger[index + 1];
            if (!next) continue;
            expect(next.total.opening).toBe(total.closing);
            for (const key of keys)
              expect(next.lines.get(key)?.opening ?? 0).toBe(lines.get(key)?.closing ?? 0);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('balances for each month, department and category of real proposals, whatever is done with them', async () => {
    const t = await openTestApp({ working: false });
    const triager = t.as('kitta');
    const first = await sent(t.as('kajiura'), { facts: { lineOfBusiness: 'auto', process: 'claims' } });
    const second = await sent(t.as('momose'), { facts: { ownerDepartmentId: t.departments.motor.id } });
    const third = await sent(t.as('sena'), { anonymous: true, facts: { lineOfBusiness: 'fire' } });
    await moved(triager, first, 'checking', 'declined');
    await moved(triager, second, 'checking');
    t.clock.set('2027-01-06T10:00:00+09:00');
    await mergeProposals(triager, { proposalId: second, intoId: third });
    await moved(triager, first, 'checking', 'considering', 'adopted');
    t.clock.set('2027-02-08T10:00:00+09:00');
    await unmergeProposal(triager, second);
    await moved(triager, first, 'in_progress', 'done');
    await withdrawProposal(t.as('sena'), await sent(t.as('sena'), { anonymous: true }));
    for (const split of ledgerSplits) {
      const { months: found } = await proposalLedger(t.as('asagi'), { months: 4, split });
      const newest = found[0]?.total;
      expect(newest?.closing, split).toBe(2);
      for (const [index, { month, total, lines }] of found.entries()) {
        for (const line of [total, ...lines.map((one) => one.line)]) {
          const { opening, received, reopened, closed, closing } = line;
          expect(opening + received + reopened - closed, `${split} ${month}`).toBe(closing);
        }
        const sum = lines.reduce((all, { line }) => all + line.closing, 0);
        if (split !== 'none') expect(sum, `${split} ${month}`).toBe(total.closing);
        const earlier = found[index + 1];
        if (earlier) expect(total.opening).toBe(earlier.total.closing);
      }
    }
  });

  it('counts what happened, in the months of the company, by line of business', async () => {
    const t = await openTestApp({ working: false });
    const first = await sent(t.as('kajiura'), { facts: { lineOfBusiness: 'auto' } });
    await sent(t.as('sena'), { facts: { lineOfBusiness: 'fire' }, anonymous: true });
    await moved(t.as('kitta'), first, 'checking', 'declined');
    // Past midnight in Japan, still the old year in London.
    t.clock.set('2027-01-01T00:30:00+09:00');
    await moved(t.as('kitta'), first, 'checking');
    t.clock.set('2027-01-05T10:00:00+09:00');
    const { months } = await proposalLedger(t.as('asagi'), { months: 2, split: 'line' });
    expect(months.map(({ month, total }) => [month, total])).toEqual([
      ['2027-01', { opening: 1, received: 0, reopened: 1, closed: 0, closing: 2 }],
      ['2026-12', { opening: 0, received: 2, reopened: 0, closed: 1, closing: 1 }],
    ]);
    expect(months[0]?.lines.map(({ key, line }) => [key, line.closing]).sort()).toEqual([
      ['auto', 1],
      ['fire', 1],
    ]);
    const departments = await proposalLedger(t.as('kiryu'), { months: 1, split: 'department' });
    expect([...departments.departments.values()].map(({ ja }) => ja)).toEqual(['自動車保険金サービス第一課']);
    await expect(proposalLedger(t.as('enoki'), { months: 1, split: 'none' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
