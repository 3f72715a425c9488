import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/db/client.ts';
import type { Log } from '../platform/log.ts';
import type { Queue } from '../platform/queue/queue.ts';
import type { Seal } from '../platform/seal.ts';
import type { Settings } from '../platform/settings.ts';
import type { MediaStore, Messenger } from './ports.ts';
import type { Detector } from './privacy/index.ts';
import type { ProposalSearch } from './similarity/index.ts';

/** Who acts: a person of the directory, or the product itself when a slot was reached or an event followed. */
export type Actor = { kind: 'person'; personId: string } | { kind: 'system' };

/** Everything that an act may touch. Built once in app.ts; an edge puts its own actor in for each call. */
export interface Ctx {
  db: Db;
  actor: Actor;
  clock: Clock;
  settings: Settings;
  queue: Queue;
  log: Log;
  media: MediaStore;
  messenger: Messenger;
  /** Finds personal data in words; loads itself at the first question. */
  detector: Detector;
  /** Ranks proposals by their words; holds what the room of proposals has put. */
  proposalSearch: ProposalSearch;
  /** Keeps who proposed anonymously from everybody who has the database alone. */
  seal: Seal;
  /** Local mode: no credentials, loopback only, sample company. */
  local: boolean;
}

export const systemActor: Actor = { kind: 'system' };

/** The same context, acting for somebody else. */
export function actingAs(ctx: Ctx, actor: Actor): Ctx {
  return { ...ctx, actor };
}

/** The same context, acting for this person. */
export function asPerson(ctx: Ctx, personId: string): Ctx {
  return actingAs(ctx, { kind: 'person', personId });
}
