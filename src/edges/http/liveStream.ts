import type { Request, Response } from 'restify';
import type { Ctx } from '../../domain/context.ts';
import {
  liveTopic,
  participantsOf,
  requireParticipant,
  sharedDiscussion,
} from '../../domain/discussions/index.ts';
import type { Live } from '../../platform/live/live.ts';
import { sparse } from '../../platform/log.ts';
import { liveEventName } from './contract/discussion.ts';
import { presentShared } from './presentDiscussion.ts';
import type { Tokens } from './tokens.ts';

interface StreamOptions {
  ctx: Ctx;
  live: Live;
  tokens: Tokens;
}

/** A change is told to open pages at most so often: a dozen votes in a second are one event. */
const coalesceMs = 700;
/** Proxies close what is silent for longer. */
const keepAliveMs = 20_000;

/** What all pages of one discussion that are open at this replica share. */
interface Room {
  /** Whose page it is. Those whose head is sent are told of changes; the others wait for the first look-up. */
  responses: Map<Response, string>;
  /** What was told last: whoever opens the page meanwhile is told the same. */
  latest: string;
  /** Settled once `latest` was looked up for the first time. */
  ready: Promise<void>;
  unfollow(): void;
  /** Set while a change waits to be told. */
  timer?: NodeJS.Timeout;
}

/**
 * Streams a discussion to open pages as server-sent events (WHATWG HTML §9.2). What everybody sees is looked up once
 * per change and replica, however many pages are open or open at once: a whole workplace comes in the same minute.
 */
export function streamDiscussion({ ctx, live, tokens }: StreamOptions) {
  const log = sparse(ctx.log);
  const rooms = new Map<string, Room>();

  const tell = async (discussionId: string, room: Room) => {
    delete room.timer;
    try {
      room.latest = await eventOf(ctx, discussionId);
      const present = await participantsOf(ctx, discussionId);
      for (const [res, personId] of room.responses) {
        // Who left the department since is told nothing more; coming back, their page hears why.
        if (!present.has(personId)) res.end();
        else if (res.headersSent) res.write(room.latest);
      }
    } catch (error) {
      log.warn({ err: error }, 'could not tell open pages of a discussion');
    }
  };
  const open = (discussionId: string): Room => {
    const known = rooms.get(discussionId);
    if (known) return known;
    const room: Room = {
      responses: new Map(),
      latest: '',
      ready: Promise.resolve(),
      unfollow: live.follow(liveTopic(discussionId), () => {
        room.timer ??= setTimeout(() => void tell(discussionId, room), coalesceMs);
      }),
    };
    rooms.set(discussionId, room);
    // After following: a change in between is told, not lost.
    room.ready = eventOf(ctx, discussionId).then((text) => {
      room.latest ||= text;
    });
    return room;
  };
  const leave = (discussionId: string, room: Room, res: Response) => {
    room.responses.delete(res);
    if (room.responses.size > 0 || rooms.get(discussionId) !== room) return;
    room.unfollow();
    clearTimeout(room.timer);
    rooms.delete(discussionId);
  };

  return async (req: Request, res: Response, acting: Ctx, discussionId: string): Promise<void> => {
    // Who may not open the page may not follow it either.
    const { person } = await requireParticipant(acting, discussionId);
    const endsAt = await tokens.sessionEnd(req.header('authorization'));
    const room = open(discussionId);
    room.responses.set(res, person.id);
    res.on('close', () => leave(discussionId, room, res));
    try {
      await room.ready;
    } catch (error) {
      leave(discussionId, room, res);
      throw error;
    }
    if (res.destroyed) return;
    res.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      // nginx and its like would keep events back.
      'X-Accel-Buffering': 'no',
    });
    const keepAlive = setInterval(() => res.write(': still here\n\n'), keepAliveMs);
    const end = setTimeout(() => res.end(), Math.max(0, endsAt.getTime() - ctx.clock.now().getTime()));
    res.on('close', () => {
      clearInterval(keepAlive);
      clearTimeout(end);
    });
    // What changed between the page's own request and this one.
    res.write(room.latest);
  };
}

async function eventOf(ctx: Ctx, discussionId: string): Promise<string> {
  const shared = presentShared(await sharedDiscussion(ctx, discussionId), ctx.settings);
  return `event: ${liveEventName}\nid: ${shared.revision}\ndata: ${JSON.stringify(shared)}\n\n`;
}
