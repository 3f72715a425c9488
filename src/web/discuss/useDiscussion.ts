import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { DiscussionAct, DiscussionPage } from '../../edges/http/contract/discussion.ts';
import { useWords } from '../i18n/i18n.ts';
import { ApiError } from '../session/api.ts';
import { useSession } from '../session/useSession.ts';
import { createDiscussionKeeper } from './discussionKeeper.ts';
import { followShared } from './followShared.ts';
import type { Ahead } from './page.rules.ts';

/** Does something; true when the server did it. What went wrong is shown by the page. */
export type Act = (act: DiscussionAct, ahead?: Ahead) => Promise<boolean>;

/**
 * One discussion: its page, and what one does in it.
 *
 * @param isFollowed keeps it up to date by the live stream
 */
export function useDiscussion(discussionId: string, isFollowed = true) {
  const { session } = useSession();
  const { t } = useWords();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [connected, setConnected] = useState(true);
  const [lost, setLost] = useState<ApiError | null>(null);
  const path = `/api/discussions/${encodeURIComponent(discussionId)}`;

  const send = useCallback(
    (act: DiscussionAct, keepalive = false) =>
      session.request<DiscussionPage>(path, { method: 'POST', body: act, keepalive }),
    [session, path],
  );
  const keeper = useMemo(
    () =>
      createDiscussionKeeper({
        load: () => session.request<DiscussionPage>(path),
        send: (act) => send(act),
        onRefused(error) {
          const isOurs = error instanceof ApiError && error.message !== '' && error.status !== 0;
          setTrouble(isOurs ? error.message : t('discuss.failed'));
        },
      }),
    [session, path, send, t],
  );
  const kept = useSyncExternalStore(keeper.subscribe, keeper.kept);
  const isThere = kept.page !== null;

  useEffect(() => void keeper.load(), [keeper]);
  useEffect(() => {
    if (!isThere || !isFollowed) return;
    return followShared({
      open: (signal) => session.stream(`${path}/live`, signal),
      onShared: keeper.hear,
      onConnected: setConnected,
      onLost: setLost,
    });
  }, [session, path, keeper, isThere, isFollowed]);

  const act: Act = useCallback(
    (input, ahead) => {
      setTrouble(null);
      return keeper.act(input, ahead);
    },
    [keeper],
  );
  return {
    page: kept.page,
    failure: lost ?? kept.failure,
    connected,
    trouble,
    dismissTrouble: useCallback(() => setTrouble(null), []),
    act,
    /** One request past the queue of acts, for what is saved while one writes; its answer is taken in. */
    sendAlone: useCallback(
      async (input: DiscussionAct): Promise<void> => keeper.take(await send(input, true)),
      [keeper, send],
    ),
    retry: useCallback(() => void keeper.load(), [keeper]),
    now: session.now,
  };
}
