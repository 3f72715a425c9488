import { describe, expect, it } from 'vitest';
import { proposalLedger } from '../../../src/domain/proposals/index.ts';
import { type CountedSteps, ledgerOf } from '../../../src/domain/proposals/ledger.rules.ts';
import { isClosed, type ProposalState, proposalMoves } from '../../../src/domain/proposals/proposal.rules.ts';
import { moved, sent } from '../../support/proposals.ts';
import { openTestApp } from '../../support/testApp.ts';

/** Numbers that only look random: the same seed makes the same ones. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const months = ['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'];
const keys = ['auto', 'fire', null];

/** Proposals that wander through the table of moves, and what is open at the end of each month. */
function history(seed: number) {
  const random = randomOf(seed);
  const steps: CountedSteps[] = [];
  const open = new Map<string, number>();
  for (let n = 0; n < 60; n++) {
    const key = keys[Math.floor(random() * keys.length)] ?? null;
    let state: ProposalState | null = null;
    for (const month of months) {
      for (let press = 0; press < 3 && random() < 0.6; press++) {
        const from: ProposalState | null = state;
        const choices: readonly ProposalState[] = from === null ? ['received'] : proposalMoves[from];
        const to = choices[Math.floor(random() * choices.length)];
        if (!to) continue;
        const kind = from === null ? ('received' as const) : ('moved' as const);
        steps.push({ month, key, kind, from, to, count: 1 });
        state = to;
      }
      const place = `${month} ${key}`;
      open.set(place, (open.get(place) ?? 0) + (state !== null && !isClosed(state) ? 1 : 0));
    }
  }
  return { steps: steps.sort(() => random() - 0.5), open };
}

describe('the ledger', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed + 1))('always balances: history %i', (seed) => {
    const { steps, open } = history(seed);
    for (const from of [0, 3]) {
      const ledger = ledgerOf(steps, months.slice(from));
      for (const [index, { month, total, lines }] of ledger.entries()) {
        for (const line of [total, ...lines.values()]) {
          expect(line.opening + line.received + line.reopened - line.closed).toBe(line.closing);
        }
        // What is left is what is open, counted by itself.
        for (const key of keys) expect(lines.get(key)?.closing ?? 0).toBe(open.get(`${month} ${key}`));
        const next = ledger[index + 1];
        if (next) expect(next.total.opening).toBe(total.closing);
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
