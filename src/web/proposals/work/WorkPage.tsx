import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { ProposalPage as Page } from '../../../edges/http/contract/proposals.ts';
import { dayInWords, momentInWords, quoted } from '../../i18n/format.rules.ts';
import { useWords } from '../../i18n/i18n.ts';
import { useSession } from '../../session/useSession.ts';
import { AppLink } from '../../shell/AppLink.tsx';
import { Loading } from '../../shell/Loading.tsx';
import { addressOf, goTo } from '../../shell/router.ts';
import { useAnswer } from '../../shell/useAnswer.ts';
import { useTitle } from '../../shell/useTitle.ts';
import { pageTitle, sheet } from '../../themes/layout.ts';
import { PageTrouble } from '../../themes/PageTrouble.tsx';
import { OwnPart } from '../OwnPart.tsx';
import { AnswerRequest } from './AnswerRequest.tsx';
import { StateBadge } from './StateBadge.tsx';
import { stateKeys, stepKeys } from './states.ts';
import { ThanksByName } from './ThanksByName.tsx';
import { WorkPanel } from './WorkPanel.tsx';
import { partTitle, quietText } from './work.styles.ts';

const useStyles = makeStyles({
  page: { paddingTop: 'clamp(1rem, 4vh, 2rem)' },
  back: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  title: { ...pageTitle, textWrap: 'pretty' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0.25rem 1rem',
    margin: '0.5rem 0 1.25rem',
    color: tokens.colorNeutralForeground2,
    '& a': { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 26rem)',
    gap: '1rem',
    alignItems: 'start',
    '@media (max-width: 60rem)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  alone: { gridTemplateColumns: 'minmax(0, 52rem)' },
  story: { display: 'flex', flexDirection: 'column', gap: '1rem' },
  sheet: { ...sheet, lineHeight: 1.8 },
  part: partTitle,
  name: {
    fontSize: '0.875rem',
    fontWeight: 600,
    color: tokens.colorNeutralForeground2,
    marginTop: '0.75rem',
  },
  words: { whiteSpace: 'pre-line' },
  step: {
    padding: '0.5rem 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTop: 'none' },
  },
  quiet: quietText,
});

/** A proposal: what it says and what happened to it, with the quality department's panel beside it. */
export function WorkPage({ proposalId }: { proposalId: string }) {
  const { t } = useWords();
  const { session } = useSession();
  const ask = useCallback(
    () => session.request<Page>(`/api/proposals/${encodeURIComponent(proposalId)}`),
    [session, proposalId],
  );
  const { answer, retry } = useAnswer(ask);
  useTitle(t('work.title'));
  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <PageTrouble error={answer.error} onRetry={retry} />;
  return <Proposal first={answer.value} />;
}

function Proposal({ first }: { first: Page }) {
  const styles = useStyles();
  const { t, locale, pick } = useWords();
  const [page, setPage] = useState(first);
  const { proposer, voice, facts, work } = page;
  return (
    <div className={styles.page}>
      {work && (
        <AppLink className={styles.back} to={addressOf('/board')}>
          {t('board.back')}
        </AppLink>
      )}
      <h1 className={styles.title} lang="ja">
        {page.words.title}
      </h1>
      <div className={styles.facts}>
        <StateBadge state={page.state} />
        <span>{page.number}</span>
        <span>
          {t('board.receivedFrom', {
            day: dayInWords(page.receivedOn, locale),
            from: proposer ? `${pick(proposer.name)} ${pick(proposer.department)}` : t('board.anonymous'),
          })}
        </span>
        {page.mergedInto && (
          <AppLink to={addressOf(`/proposals/${page.mergedInto.id}`)}>
            {t('work.mergedInto', { number: page.mergedInto.number })}
          </AppLink>
        )}
      </div>
      <div className={`${styles.columns} ${work ? '' : styles.alone}`}>
        <div className={styles.story}>
          <OwnPart page={page} onChange={setPage} />
          <AnswerRequest page={page} onChange={setPage} />
          <ThanksByName page={page} onChange={setPage} />
          <div className={styles.sheet}>
            <Part name={t('work.today')} words={page.words.today} />
            <Part name={t('work.change')} words={page.words.change} />
            <Part name={t('work.effect')} words={page.words.effect} />
            {facts.originName && <Part name={t('work.origin')} words={facts.originName} />}
            {voice && !voice.withdrawn && (
              <>
                <h2 className={styles.name}>{t('examples.voice')}</h2>
                <AppLink className={styles.back} to={addressOf(`/listen/${voice.id}`, atOf(voice.atMs))}>
                  <span lang="ja">{quoted(voice.quote)}</span>
                </AppLink>
              </>
            )}
          </div>
          <div className={styles.sheet}>
            <h2 className={styles.part}>{t('work.history')}</h2>
            <ol>
              {page.steps.map((step) => (
                <li key={step.id} className={styles.step}>
                  <p className={styles.quiet}>
                    {momentInWords(Date.parse(step.at), locale)} {step.actor && pick(step.actor)}
                  </p>
                  <p>
                    {t(stepKeys[step.kind])}
                    {step.to && ` → ${t(stateKeys[step.to])}`}
                    {work && !step.told && step.kind !== 'received' && ` ${t('work.internal')}`}
                  </p>
                  {step.words && (
                    <p className={styles.words} lang="ja">
                      {step.words}
                    </p>
                  )}
                </li>
              ))}
            </ol>
          </div>
        </div>
        <WorkPanel page={page} onChange={setPage} onGone={() => goTo(addressOf('/board'))} />
      </div>
    </div>
  );
}

function Part({ name, words }: { name: string; words: string }) {
  const styles = useStyles();
  if (!words) return null;
  return (
    <>
      <h2 className={styles.name}>{name}</h2>
      <p className={styles.words} lang="ja">
        {words}
      </p>
    </>
  );
}

function atOf(atMs: number | null): Record<string, string> {
  return atMs === null ? {} : { at: String(atMs) };
}
