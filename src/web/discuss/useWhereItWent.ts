import { useEffect, useRef, useState } from 'react';
import type { DiscussionPage } from '../../edges/http/contract/discussion.ts';
import { isWrittenAlone, whereItWent } from './page.rules.ts';

/**
 * Where one's own anonymous insights went at the reveal, for whoever has the page open then; null while everybody
 * writes, and where one wrote none. Kept by the open page alone: nobody, no server and no later visit, can say it.
 */
export function useWhereItWent(page: DiscussionPage): 'shown' | 'withheld' | null {
  const mine = useRef<readonly string[]>([]);
  const [went, setWent] = useState<'shown' | 'withheld' | null>(null);
  const isAlone = isWrittenAlone(page.shared);
  useEffect(() => {
    if (isAlone) {
      mine.current = page.me.insights.filter((one) => one.anonymous).map((one) => one.id);
      setWent(null);
    } else if (mine.current.length > 0) {
      setWent(whereItWent(mine.current, page.shared));
      // Asked once: what a leader hides later says nothing about the reveal.
      mine.current = [];
    }
  }, [isAlone, page]);
  return went;
}
