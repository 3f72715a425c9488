import { makeStyles, tokens } from '@fluentui/react-components';
import { MailInboxRegular } from '@fluentui/react-icons/svg/mail-inbox';
import { useCallback } from 'react';
import type { EditionOverview } from '../../edges/http/contract.ts';
import { dayInWords, monthInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { ProposalsTile } from '../proposals/ProposalsTile.tsx';
import { ReportsLink } from '../reports/ReportsLink.tsx';
import { useSession } from '../session/useSession.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { Loading } from '../shell/Loading.tsx';
import { Notice } from '../shell/Notice.tsx';
import { addressOf } from '../shell/router.ts';
import { Trouble } from '../shell/Trouble.tsx';
import { useAnswer } from '../shell/useAnswer.ts';
import { useTitle } from '../shell/useTitle.ts';
import { DeskLinks } from '../themes/DeskLinks.tsx';
import { VoiceCard } from './VoiceCard.tsx';

const useStyles = makeStyles({
  page: { maxWidth: '52rem', margin: '0 auto', paddingTop: 'clamp(1rem, 4vh, 2.5rem)' },
  heading: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '1.25rem' },
  title: { fontSize: 'clamp(1.5rem, 4vw, 2rem)', lineHeight: 1.5, fontWeight: 600 },
  due: { color: tokens.colorNeutralForeground2 },
  lead: {
    margin: '0.5rem 0 1.75rem',
    lineHeight: 1.8,
    color: tokens.colorNeutralForeground2,
    textWrap: 'pretty',
  },
  voices: { display: 'flex', flexDirection: 'column', gap: '1rem', marginBottom: '1rem' },
  discuss: { marginBottom: '3rem' },
  discussLink: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  pastTitle: { fontSize: '1.25rem', fontWeight: 600, marginBottom: '0.5rem' },
  month: {
    fontSize: '0.9375rem',
    fontWeight: 600,
    margin: '1.5rem 0 0.75rem',
    color: tokens.colorNeutralForeground2,
  },
  past: { display: 'flex', flexDirection: 'column', gap: '0.75rem' },
});

/** This month's voices and when they are due; the past months below. */
export function HomePage() {
  const styles = useStyles();
  const { t, locale } = useWords();
  const { session } = useSession();
  const ask = useCallback(() => session.request<{ editions: EditionOverview[] }>('/api/editions'), [session]);
  const { answer, retry } = useAnswer(ask);
  useTitle(t('title.home'));
  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <Trouble onRetry={retry} />;
  const open = answer.value.editions.filter((edition) => edition.state === 'open');
  const past = answer.value.editions.filter((edition) => edition.state === 'closed');

  return (
    <div className={styles.page}>
      <DeskLinks />
      {open.length === 0 && (
        <Notice icon={<MailInboxRegular />} title={t('home.emptyTitle')} body={t('home.emptyBody')} />
      )}
      {open.map((edition) => (
        <OpenEdition key={edition.id} edition={edition} />
      ))}
      <ProposalsTile />
      <ReportsLink />
      {past.length > 0 && (
        <section>
          <h2 className={styles.pastTitle}>{t('home.past')}</h2>
          {past.map((edition) => (
            <section key={edition.id}>
              <h3 className={styles.month}>
                {t('home.month', { month: monthInWords(edition.month, locale, true) })}
              </h3>
              <ul className={styles.past}>
                {edition.voices.map((voice) => (
                  <VoiceCard key={voice.id} voice={voice} prominent={false} />
                ))}
              </ul>
              <AppLink className={styles.discussLink} to={addressOf(`/discuss/${edition.id}`)}>
                {t('home.discussion', { month: monthInWords(edition.month, locale, false) })}
              </AppLink>
            </section>
          ))}
        </section>
      )}
    </div>
  );
}

/** What there is to hear this month, and until when. Where all is withdrawn nobody is asked to listen. */
function OpenEdition({ edition }: { edition: EditionOverview }) {
  const styles = useStyles();
  const { t, locale } = useWords();
  const title = (
    <h1 className={styles.title}>{t('home.month', { month: monthInWords(edition.month, locale, false) })}</h1>
  );
  if (edition.voices.every((voice) => voice.withdrawn)) {
    return (
      <section>
        {title}
        <p className={styles.lead}>{t('home.allWithdrawn')}</p>
      </section>
    );
  }
  return (
    <section>
      <div className={styles.heading}>
        {title}
        <p className={styles.due}>{t('time.due', { day: dayInWords(edition.dueOn, locale) })}</p>
      </div>
      <p className={styles.lead}>{t('home.lead')}</p>
      <ul className={styles.voices}>
        {edition.voices.map((voice) => (
          <VoiceCard key={voice.id} voice={voice} prominent />
        ))}
      </ul>
      <p className={styles.discuss}>
        <AppLink className={styles.discussLink} to={addressOf(`/discuss/${edition.id}`)}>
          {t('discuss.toPage')}
        </AppLink>
      </p>
    </section>
  );
}
