import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { TakenUpList } from '../../edges/http/contract/proposing.ts';
import { useSession } from '../session/useSession.ts';

type Suggestion = TakenUpList['suggestions'][number];

const TakenUpContext = createContext<readonly Suggestion[]>([]);

/** The suggestion of an insight, group or action, with the proposal that took it up; null while it is not known. */
export function useTakenUp(sourceId: string): Suggestion | null {
  return useContext(TakenUpContext).find((one) => one.sourceId === sourceId) ?? null;
}

type Props = {
  discussionId: string;
  /** What is marked now: when that changes, it is asked for anew. */
  marked: readonly string[];
  children: ReactNode;
};

/** Knows which suggestions of a discussion became proposals. Where that cannot be asked for, marks are marks alone. */
export function TakenUp({ discussionId, marked, children }: Props) {
  const { session } = useSession();
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([]);
  const key = marked.join(' ');
  useEffect(() => {
    if (key === '') return;
    let gone = false;
    session
      .request<TakenUpList>(`/api/discussions/${discussionId}/proposals`)
      .then((list) => !gone && setSuggestions(list.suggestions))
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [session, discussionId, key]);
  return <TakenUpContext.Provider value={suggestions}>{children}</TakenUpContext.Provider>;
}
