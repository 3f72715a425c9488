import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { SimilarList, SimilarProposal } from '../../edges/http/contract/proposals.ts';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { useWords } from '../i18n/i18n.ts';
import { useSession } from '../session/useSession.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { addressOf } from '../shell/router.ts';
import { usePageStyles } from './proposals.styles.ts';
import { StateBadge } from './work/StateBadge.tsx';

/** While somebody types, nobody is asked at every letter. */
const PAUSE_MS = 600;
/** Fewer letters say nothing. */
const LEAST_LETTERS = 6;

type Props = { title: string; body: string };

/** What others proposed that is most alike, with what became of it: one may support it instead. */
export function SimilarProposals({ title, body }: Props) {
  const styles = usePageStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const { session } = useSession();
  const [similar, setSimilar] = useState<SimilarProposal[]>([]);

  useEffect(() => {
    if (body.trim().length < LEAST_LETTERS) {
      setSimilar([]);
      return;
    }
    let isOver = false;
    const timer = setTimeout(() => {
      session
        .request<SimilarList>('/api/proposals/similar', { method: 'POST', body: { title, body } })
        // Without an answer one writes on: it is a help, not a condition.
        .then((list) => !isOver && setSimilar(list.similar))
        .catch(() => {});
    }, PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [session, title, body]);

  async function support(id: string): Promise<void> {
    const path = `/api/proposals/${encodeURIComponent(id)}`;
    await session.request(path, { method: 'POST', body: { act: 'support', comment: '' } });
    setSimilar(similar.map((one) => (one.id === id ? { ...one, supported: true } : one)));
  }

  return (
    <section aria-live="polite">
      {similar.length > 0 && (
        <>
          <p className={shared.title}>{t('propose.similar', { count: similar.length })}</p>
          <ul>
            {similar.map((one) => (
              <li key={one.id} className={styles.found}>
                <AppLink className={styles.link} to={addressOf(`/proposals/${one.id}`)}>
                  <span lang="ja">{one.title}</span>
                </AppLink>
                <p className={styles.facts}>
                  <StateBadge state={one.state} />
                  <span>{one.number}</span>
                </p>
                {one.answer && (
                  <p className={shared.quiet} lang="ja">
                    {one.answer}
                  </p>
                )}
                {one.supported ? (
                  <p className={shared.quiet}>{t('own.supported2')}</p>
                ) : (
                  <Button className={shared.press} onClick={() => void support(one.id).catch(() => {})}>
                    {t('own.support')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
