import { useEffect, useMemo, useState } from 'react';
import type { DiscussionAct, InsightFields, OwnInsight } from '../../edges/http/contract/discussion.ts';
import { createDraftKeeper, type Draft } from './draftKeeper.ts';
import { keepInsight, keptInsight } from './keptInsight.ts';

type Parts = {
  /** The insight to go on with, or what a new one starts from. */
  begin: OwnInsight | Partial<InsightFields>;
  /** Under which name the tab keeps what is not sent yet. */
  place: string;
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
 * An insight that somebody writes: kept in the tab as one goes, sent by a press. What it begins with counts when the
 * component appears; give it a key to begin another.
 */
export function useDraft(parts: Parts) {
  const { place, send } = parts;
  const [begin] = useState(parts.begin);
  const [draft, setDraft] = useState<Draft | null>(null);
  const keeper = useMemo(() => {
    const { id, fields } = fieldsOf(begin);
    const kept = keptInsight(place);
    const created = createDraftKeeper({
      id: kept?.id ?? id ?? crypto.randomUUID(),
      fields,
      isSaved: id !== null,
      newId: () => crypto.randomUUID(),
      save: (insightId, insight) => send({ act: 'writeInsight', insightId, insight }),
      takeBack: (insightId) => send({ act: 'takeBackInsight', insightId }),
      onChange: (next) => {
        const isOver = next.status === 'saved' || next.status === 'empty';
        keepInsight(place, isOver ? null : { id: next.id, fields: next.fields });
        setDraft(next);
      },
    });
    if (kept) created.change(kept.fields);
    return created;
  }, [begin, place, send]);
  useEffect(() => () => keeper.stop(), [keeper]);
  return { draft: draft ?? keeper.draft(), change: keeper.change, save: keeper.save };
}

function fieldsOf(begin: Parts['begin']): { id: string | null; fields: InsightFields } {
  if (!('id' in begin)) return { id: null, fields: { ...nothing, ...begin } };
  const { id, masked: _masked, ...fields } = begin;
  return { id, fields };
}
