import { useEffect } from 'react';
import { useWords } from '../i18n/i18n.ts';
import { useSession } from '../session/useSession.ts';

/** Names the page for tabs, history and screen readers; never with a customer's words. */
export function useTitle(title: string): void {
  const { t, pick } = useWords();
  const { session } = useSession();
  const site = session.site();
  const programme = site ? pick(site.programmeName) : t('app.name');
  useEffect(() => {
    const before = document.title;
    document.title = `${title} - ${programme}`;
    return () => {
      // A sign-in shown over a page that keeps its place gives the name back.
      document.title = before;
    };
  }, [title, programme]);
}
