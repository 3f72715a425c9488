import { createParser } from 'eventsource-parser';
import type { liveEventName, SharedDiscussion } from '../../edges/http/contract/discussion.ts';
import { ApiError } from '../session/api.ts';

/** The name of the one event; imported as a type only, so that no schema comes into the pages. */
const EVENT: typeof liveEventName = 'shared';

/** The first pause after the stream broke; every further one is twice as long. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
/** The server says something every 20 s. Silent for so long, the line is dead (a laptop that slept). */
const SILENCE_MS = 50_000;

type Parts = {
  open(signal: AbortSignal): Promise<Response>;
  onShared(shared: SharedDiscussion): void;
  /** Whether changes of others arrive at the moment. */
  onConnected(connected: boolean): void;
  /** There is nothing to follow any more, for this person. */
  onLost(error: ApiError): void;
};

/** Follows what everybody sees until the returned function is called; connects again whenever the line breaks. */
export function followShared(parts: Parts): () => void {
  let stopped = false;
  let pauseMs = FIRST_PAUSE_MS;
  let line: AbortController | null = null;
  let wake: () => void = () => {};

  function heard(shared: SharedDiscussion): void {
    pauseMs = FIRST_PAUSE_MS;
    parts.onConnected(true);
    parts.onShared(shared);
  }

  async function read(): Promise<void> {
    const own = new AbortController();
    line = own;
    const response = await parts.open(own.signal);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    if (!reader) return;
    const parser = createParser({
      onEvent: ({ event, data }) => event === EVENT && heard(JSON.parse(data) as SharedDiscussion),
    });
    let silence: ReturnType<typeof setTimeout> | undefined;
    try {
      for (;;) {
        clearTimeout(silence);
        silence = setTimeout(() => own.abort(), SILENCE_MS);
        const { done, value } = await reader.read();
        if (done) return;
        parser.feed(value);
      }
    } finally {
      clearTimeout(silence);
    }
  }

  async function follow(): Promise<void> {
    while (!stopped) {
      try {
        await read();
      } catch (error) {
        if (stopped) return;
        if (error instanceof ApiError && [403, 404].includes(error.status)) {
          parts.onLost(error);
          return;
        }
      }
      if (stopped) return;
      parts.onConnected(false);
      // Not all pages of a workplace at once.
      await pause(pauseMs * (0.5 + Math.random() / 2));
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  const atOnce = (): void => wake();
  window.addEventListener('online', atOnce);
  void follow();
  return () => {
    stopped = true;
    window.removeEventListener('online', atOnce);
    line?.abort();
    wake();
  };
}
