import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backoffMs,
  type OutgoingState,
  outgoingMoves,
  pauseMs,
  settle,
  slotsForUpdates,
} from '../../../src/domain/dispatch/dispatch.rules.ts';
import type { SendOutcome } from '../../../src/domain/ports.ts';

const outcomes: SendOutcome[] = [
  { kind: 'sent', activityId: '1' },
  { kind: 'throttled', retryAfterMs: 3_000 },
  { kind: 'throttled', retryAfterMs: null },
  { kind: 'notTried' },
  { kind: 'notDelivered', reason: 'ECONNREFUSED' },
  { kind: 'unknown', reason: 'http502' },
  { kind: 'unauthorised' },
  { kind: 'conversationGone' },
  { kind: 'unreachable', reason: 'blocked' },
  { kind: 'failed', reason: 'BadSyntax' },
];

describe('an outgoing message', () => {
  const states = Object.keys(outgoingMoves) as OutgoingState[];
  // The table of the design, written out once more.
  const allowed = [
    'waiting → marked',
    'waiting → dropped',
    'marked → sent',
    'marked → waiting',
    'marked → unknown',
    'marked → failed',
    'marked → unreachable',
    'marked → dropped',
    'unknown → waiting',
    'unknown → held',
    'held → waiting',
    'failed → waiting',
    'unreachable → waiting',
  ];

  it('moves as the table says, and no other way', () => {
    const moves = states.flatMap((from) => outgoingMoves[from].map((to) => `${from} → ${to}`));
    expect(moves.sort()).toEqual([...allowed].sort());
  });

  it.each([
    ['sent', 'sent'],
    ['throttled', 'waiting'],
    ['notTried', 'waiting'],
    ['notDelivered', 'waiting'],
    ['unauthorised', 'waiting'],
    ['conversationGone', 'waiting'],
    ['unknown', 'unknown'],
    ['unreachable', 'unreachable'],
    ['failed', 'failed'],
  ])('that ends %s is %s', (kind, state) => {
    for (const outcome of outcomes.filter((one) => one.kind === kind)) {
      const next = settle(outcome, 1, null, 0);
      expect(next.state).toBe(state);
      expect(outgoingMoves.marked).toContain(next.state);
    }
  });

  it('is created anew once where its conversation is gone, at once; a second time it is not reachable', () => {
    expect(settle({ kind: 'conversationGone' }, 1, null, 0)).toEqual({
      state: 'waiting',
      reason: 'conversationGone',
      delayMs: 0,
    });
    expect(settle({ kind: 'conversationGone' }, 2, 'conversationGone', 0).state).toBe('unreachable');
  });

  it('waits as long as Retry-After says, and longer after many attempts', () => {
    expect(settle({ kind: 'throttled', retryAfterMs: 30_000 }, 1, null, 0).delayMs).toBe(30_000);
    expect(settle({ kind: 'throttled', retryAfterMs: 1_000 }, 6, null, 0).delayMs).toBe(64_000);
  });

  it('doubles its wait with each attempt, 2 s to 10 min, jitter at most a quarter', () => {
    expect([1, 2, 3, 9, 10, 500].map((attempts) => backoffMs(attempts, 0))).toEqual([
      2_000, 4_000, 8_000, 512_000, 600_000, 600_000,
    ]);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempts, random) => {
          const base = backoffMs(attempts, 0);
          expect(backoffMs(attempts, random)).toBeGreaterThanOrEqual(base);
          expect(backoffMs(attempts, random)).toBeLessThanOrEqual(base * 1.25);
        },
      ),
    );
  });
});

describe('everybody', () => {
  it('pauses after a throttle as long as it says, at least a second; without a word two seconds', () => {
    expect(pauseMs({ kind: 'throttled', retryAfterMs: 7_000 })).toBe(7_000);
    expect(pauseMs({ kind: 'throttled', retryAfterMs: 0 })).toBe(1_000);
    expect(pauseMs({ kind: 'throttled', retryAfterMs: null })).toBe(2_000);
  });

  it('pauses for a minute when our credentials are refused', () => {
    expect(pauseMs({ kind: 'unauthorised' })).toBe(60_000);
  });

  it('goes on after any other outcome', () => {
    for (const outcome of outcomes.filter(({ kind }) => kind !== 'throttled' && kind !== 'unauthorised')) {
      expect(pauseMs(outcome)).toBe(0);
    }
  });
});

describe('updates', () => {
  it('get at least a tenth of all slots, however few there are at a time', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 256 }), { minLength: 1, maxLength: 60 }), (claims) => {
        let carried = 0;
        let updates = 0;
        let slots = 0;
        for (const claim of claims) {
          const share = slotsForUpdates(claim, carried);
          expect(share.updates).toBeLessThanOrEqual(claim);
          carried = share.carried;
          updates += share.updates;
          slots += claim;
        }
        // What is carried over is less than one slot.
        expect(updates + 1).toBeGreaterThanOrEqual(slots / 10 - 1e-9);
        expect(updates).toBeLessThanOrEqual(slots / 10 + 1);
      }),
    );
  });

  it('do not save up while nobody needs them', () => {
    let carried = 0;
    for (let index = 0; index < 100; index += 1) carried = slotsForUpdates(1, carried).carried;
    expect(carried).toBeLessThanOrEqual(1);
  });
});
