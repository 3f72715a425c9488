import type {
  DiscussionAct,
  DiscussionPage,
  SharedDiscussion,
} from '../../edges/http/contract/discussion.ts';
import { type Ahead, needsOwnPart, withAnswer, withShared } from './page.rules.ts';

type Parts = {
  load(): Promise<DiscussionPage>;
  send(act: DiscussionAct): Promise<DiscussionPage>;
  /** An act was refused or did not arrive. */
  onRefused(error: unknown): void;
};

export type KeptDiscussion = {
  page: DiscussionPage | null;
  /** Why the page could not be loaded at first. */
  failure: unknown;
};

export type DiscussionKeeper = ReturnType<typeof createDiscussionKeeper>;

/**
 * The discussion as this page has it: what the server said last, and on top of it what the person pressed and the
 * server has not answered yet. Acts go out one after the other, in the order of the presses.
 */
export function createDiscussionKeeper(parts: Parts) {
  let base: DiscussionPage | null = null;
  let aheads: Ahead[] = [];
  let kept: KeptDiscussion = { page: null, failure: null };
  let queue: Promise<unknown> = Promise.resolve();
  let loading: Promise<void> | null = null;
  let again = false;
  const listeners = new Set<() => void>();

  function show(failure: unknown = null): void {
    const page = base && aheads.reduce((seen, ahead) => ahead(seen), base);
    kept = { page, failure: page ? null : failure };
    for (const listener of listeners) listener();
  }

  function take(answer: DiscussionPage): void {
    base = withAnswer(base, answer);
    show();
  }

  /** One request at a time; what changes meanwhile is asked for afterwards. */
  function load(): Promise<void> {
    again = loading !== null;
    loading ??= parts
      .load()
      .then(take, show)
      .finally(() => {
        loading = null;
        if (again) void load();
      });
    return loading;
  }

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    kept: (): KeptDiscussion => kept,
    load,
    take,

    /** A live event: taken when it is newer; one's own part is fetched where it changed with it. */
    hear(shared: SharedDiscussion): void {
      if (!base) return;
      const isOld = needsOwnPart(base, shared);
      base = withShared(base, shared);
      show();
      if (isOld) void load();
    },

    /**
     * Does something; true when the server did it.
     *
     * @param ahead shows it at once, until the server answered
     */
    act(act: DiscussionAct, ahead?: Ahead): Promise<boolean> {
      if (ahead) {
        aheads = [...aheads, ahead];
        show();
      }
      const done = queue
        .then(() => parts.send(act))
        .then(
          (answer) => {
            aheads = aheads.filter((one) => one !== ahead);
            take(answer);
            return true;
          },
          (error: unknown) => {
            aheads = aheads.filter((one) => one !== ahead);
            show();
            parts.onRefused(error);
            // Somebody was faster, or the answer was lost: what is true now?
            void load();
            return false;
          },
        );
      queue = done;
      return done;
    },
  };
}
