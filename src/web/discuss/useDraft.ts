import { useEffect, useMemo, useState } from 'react';
import type { DiscussionAct, InsightFields, OwnInsight } from '../../edges/http/contract/discussion.ts';
import { createDraftKeeper, type Draft } from './draftKeeper.ts';

type Parts = {
  /** The insight to go on with, or what a new one starts from. */
  begin: OwnInsight | Partial<InsightFields>;
  /** False once everybody reads along: then it is sent by a press alone. */
  byItself: boolean;
  send(act: DiscussionAct): Promise<void>;
};

const nothing: InsightFields = {
  voiceId: null,
  anonymous: false,
  why: '',
  feelings: [],
  felt: '',
  change: '',
  atMs: null,
};

/**
 * An insight that somebody writes: saved as one goes, and when the page goes away. What it begins with counts when
 * the component appears; give it a key to begin another.
 */
export function useDraft(parts: Parts) {
  const { byItself, send } = parts;
  const [begin] = useState(parts.begin);
  const [draft, setDraft] = useState<Draft | null>(null);
  const keeper = useMemo(() => {
    const { id, fields } = fieldsOf(begin);
    return createDraftKeeper({
      id: id ?? crypto.randomUUID(),
      fields,
      isSaved: id !== null,
      newId: () => crypto.randomUUID(),
      save: (insightId, insight) => send({ act: 'writeInsight', insightId, insight }),
      takeBack: (insightId) => send({ act: 'takeBackInsight', insightId }),
      onChange: setDraft,
    });
  }, [begin, send]);

  useEffect(() => keeper.saveByItself(byItself), [keeper, byItself]);
  useEffect(() => {
    const whenHidden = (): void => {
      if (document.visibilityState === 'hidden') keeper.leave();
    };
    document.addEventListener('visibilitychange', whenHidden);
    window.addEventListener('pagehide', keeper.leave);
    return () => {
      document.removeEventListener('visibilitychange', whenHidden);
      window.removeEventListener('pagehide', keeper.leave);
      keeper.leave();
      keeper.stop();
    };
  }, [keeper]);

  return { draft: draft ?? keeper.draft(), change: keeper.change, save: keeper.save };
}

function fieldsOf(begin: Parts['begin']): { id: string | null; fields: InsightFields } {
  if (!('id' in begin)) return { id: null, fields: { ...nothing, ...begin } };
  const { id, masked: _masked, ...fields } = begin;
  return { id, fields };
}
