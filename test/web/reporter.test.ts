import { beforeEach, describe, expect, it } from 'vitest';
import type { ListeningReport, ListeningState } from '../../src/edges/http/contract.ts';
import { createReporter } from '../../src/web/listen/reporter.ts';

const span = (startMs: number, endMs: number) => ({ startMs, endMs });
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the reporter', () => {
  let clock: number;
  let sent: ListeningReport[];
  let answer: (report: ListeningReport) => Promise<ListeningState>;
  let failures: unknown[];

  const counted = (coverage = [span(0, 0)], retryAfterMs = 0): ListeningState => ({
    heard: false,
    coverage,
    covered: 0,
    retryAfterMs,
  });
  const reporter = () =>
    createReporter({
      durationMs: 60_000,
      now: () => clock,
      post(report) {
        sent.push(report);
        return answer(report);
      },
      onState: () => undefined,
      onFailure: (error) => failures.push(error),
    });

  beforeEach(() => {
    clock = 0;
    sent = [];
    failures = [];
    answer = async () => counted();
  });

  async function pass(ms: number, tick: () => void): Promise<void> {
    for (let i = 0; i < ms / 250; i += 1) {
      clock += 250;
      tick();
      await settled();
    }
  }

  it('reports every two seconds while playing', async () => {
    const it = reporter();
    await pass(6000, () => {
      it.add([span(clock - 250, clock)], clock);
      it.tick({ playing: true, visible: true });
    });
    expect(sent).toEqual([
      { intervals: [span(0, 2000)], positionMs: 2000 },
      { intervals: [span(2000, 4000)], positionMs: 4000 },
      { intervals: [span(4000, 6000)], positionMs: 6000 },
    ]);
  });

  it('sends a pulse every three seconds while idle and visible, and none while hidden', async () => {
    const it = reporter();
    await pass(6000, () => it.tick({ playing: false, visible: true }));
    expect(sent).toEqual([
      { intervals: [], positionMs: 0 },
      { intervals: [], positionMs: 0 },
    ]);
    await pass(6000, () => it.tick({ playing: false, visible: false }));
    expect(sent).toHaveLength(2);
  });

  it('keeps what did not arrive and sends it again, merged with what came since', async () => {
    const it = reporter();
    answer = async () => {
      throw new Error('offline');
    };
    it.add([span(0, 1000)], 1000);
    it.flush();
    await settled();
    expect(failures).toHaveLength(1);
    expect(it.pending()).toEqual([span(0, 1000)]);
    answer = async () => counted();
    it.add([span(1000, 2000)], 2000);
    it.flush();
    await settled();
    expect(sent.at(-1)).toEqual({ intervals: [span(0, 2000)], positionMs: 2000 });
    expect(it.pending()).toEqual([]);
  });

  it('sends the uncounted rest after the time that the server asked for, pulsing meanwhile', async () => {
    const it = reporter();
    answer = async () => counted([span(0, 8000)], 5000);
    it.add([span(0, 18_000)], 18_000);
    it.flush();
    await settled();
    expect(it.pending()).toEqual([span(8000, 18_000)]);
    answer = async () => counted();
    sent = [];
    await pass(6000, () => it.tick({ playing: false, visible: true }));
    expect(sent.map((report) => report.intervals)).toEqual([[], [span(8000, 18_000)]]);
  });

  it('does not send twice at once, unless the page is going away', async () => {
    const it = reporter();
    answer = () => new Promise(() => undefined);
    it.add([span(0, 1000)], 1000);
    it.flush();
    await pass(9000, () => it.tick({ playing: true, visible: true }));
    expect(sent).toHaveLength(1);
    it.flush();
    expect(sent).toHaveLength(2);
  });

  it('sends nothing any more once stopped', async () => {
    const it = reporter();
    it.stop();
    it.flush();
    await pass(9000, () => it.tick({ playing: true, visible: true }));
    expect(sent).toEqual([]);
  });

  it('stays within the largest report of the contract', async () => {
    const it = reporter();
    it.add(
      Array.from({ length: 250 }, (_, i) => span(i * 100, i * 100 + 50)),
      0,
    );
    it.flush();
    expect(sent[0]?.intervals).toHaveLength(200);
    expect(it.pending()).toHaveLength(50);
  });
});
