import { useEffect, useState } from 'react';
import type { SimilarList, SimilarProposal } from '../../edges/http/contract/proposals.ts';
import { useSession } from '../session/useSession.ts';
import type { ProposalDraft } from './draft.rules.ts';

/** So long somebody pauses before what they typed is looked up. */
const PAUSE_MS = 400;
/** Of fewer characters nothing can be said. */
const LEAST = 8;

/** What others proposed before that is like this draft, as it is written. */
export function useSimilar({ words }: ProposalDraft): SimilarProposal[] {
  const { session } = useSession();
  const [similar, setSimilar] = useState<SimilarProposal[]>([]);
  const { title } = words;
  const body = [words.today, words.change, words.effect].filter((part) => part.trim() !== '').join('\n');
  const isEnough = body.trim().length >= LEAST;

  useEffect(() => {
    if (!isEnough) return setSimilar([]);
    let gone = false;
    const pause = setTimeout(() => {
      session
        .request<SimilarList>('/api/proposals/similar', { method: 'POST', body: { title, body } })
        .then((answer) => !gone && setSimilar(answer.similar))
        // What is shown stays as it was; the next letter asks again.
        .catch(() => undefined);
    }, PAUSE_MS);
    return () => {
      gone = true;
      clearTimeout(pause);
    };
  }, [session, title, body, isEnough]);

  return similar;
}
