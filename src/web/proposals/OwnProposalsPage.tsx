import { useCallback } from 'react';
import type { OwnProposals, ProposalSummary } from '../../edges/http/contract/proposals.ts';
import { dayInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { useSession } from '../session/useSession.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { Loading } from '../shell/Loading.tsx';
import { addressOf } from '../shell/router.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { useTitle } from '../shell/useTitle.ts';
import { PageTrouble } from '../themes/PageTrouble.tsx';
import { usePageStyles } from './proposals.styles.ts';
import { StateBadge } from './work/StateBadge.tsx';

/** 「わたしの提案」: what one sent, proposes with others, and supports. */
export function OwnProposalsPage() {
  const styles = usePageStyles();
  const { t } = useWords();
  const { session } = useSession();
  const ask = useCallback(() => session.request<OwnProposals>('/api/proposals/own'), [session]);
  const { answer, retry } = useAnswer(ask);
  useTitle(t('own.title'));
  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <PageTrouble error={answer.error} onRetry={retry} />;
  const { sent, together, supported } = answer.value;
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('own.title')}</h1>
      <AppLink className={styles.link} to={addressOf('/propose')}>
        {t('own.propose')}
      </AppLink>
      {sent.length + together.length + supported.length === 0 && (
        <p className={styles.lead}>{t('own.empty')}</p>
      )}
      <Part
        title={t('own.sent')}
        proposals={sent}
        factsOf={(id) => {
          const one = sent.find((proposal) => proposal.id === id);
          return [
            ...(one?.question ? [t('own.question')] : []),
            ...(one?.anonymous ? [t('own.anonymous')] : []),
          ];
        }}
      />
      <Part title={t('own.together')} proposals={together} factsOf={() => []} />
      <Part title={t('own.supported')} proposals={supported} factsOf={() => []} />
    </div>
  );
}

type PartProps = {
  title: string;
  proposals: readonly ProposalSummary[];
  factsOf(id: string): string[];
};

function Part({ title, proposals, factsOf }: PartProps) {
  const styles = usePageStyles();
  const { t, locale } = useWords();
  if (proposals.length === 0) return null;
  return (
    <section>
      <h2 className={styles.part}>{title}</h2>
      <ul className={styles.list}>
        {proposals.map((one) => (
          <li key={one.id} className={styles.sheet}>
            <div>
              <AppLink className={styles.link} to={addressOf(`/proposals/${one.id}`)}>
                <span lang="ja">{one.title}</span>
              </AppLink>
              <p className={styles.facts}>
                <StateBadge state={one.state} />
                <span>{t('own.facts', { number: one.number, day: dayInWords(one.receivedOn, locale) })}</span>
                {one.supporters > 0 && <span>{t('own.supporters', { count: one.supporters })}</span>}
                {factsOf(one.id).map((fact) => (
                  <strong key={fact}>{fact}</strong>
                ))}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
