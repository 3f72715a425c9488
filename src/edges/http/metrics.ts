import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Ctx } from '../../domain/context.ts';
import { countByState, currentPause } from '../../domain/dispatch/index.ts';

export interface Metrics {
  /** Counts one answered request. */
  observe(route: string, status: number, seconds: number): void;
  /** Prometheus text. */
  text(): Promise<string>;
  contentType: string;
}

/** Figures for GET /metrics. Labels are routes, states and codes; never people, never words. */
export function createMetrics(ctx: Ctx): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'kikidoki_http_seconds',
    help: 'Time to answer HTTP requests',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.3, 1, 2, 5],
    registers: [registry],
  });
  const messages = new Gauge({
    name: 'kikidoki_outgoing_messages',
    help: 'Outgoing messages that are not settled for good, by state',
    labelNames: ['state'],
    registers: [registry],
  });
  const paused = new Gauge({
    name: 'kikidoki_sending_paused_seconds',
    help: 'How much longer all sending is paused',
    registers: [registry],
  });
  return {
    observe: (route, status, seconds) => requests.observe({ route, status: String(status) }, seconds),
    text: async () => {
      messages.reset();
      for (const { state, count } of await countByState(ctx.db)) messages.set({ state }, count);
      paused.set(((await currentPause(ctx.db))?.forMs ?? 0) / 1000);
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}
