import { makeStyles, tokens } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { useCallback } from 'react';
import type { GuidePage, VoiceGuide } from '../../edges/http/contract/guides.ts';
import { quoted } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { VoiceFacts } from '../listen/VoiceFacts.tsx';
import { ApiError } from '../session/api.ts';
import { useSession } from '../session/useSession.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { Loading } from '../shell/Loading.tsx';
import { Missing } from '../shell/Missing.tsx';
import { Notice } from '../shell/Notice.tsx';
import { addressOf } from '../shell/router.ts';
import { Trouble } from '../shell/Trouble.tsx';
import { useAnswer } from '../shell/useAnswer.ts';
import { useTitle } from '../shell/useTitle.ts';
import { wholeCard } from '../shell/wholeCard.ts';
import { GuideEditor } from './GuideEditor.tsx';
import { GuideState } from './GuideState.tsx';
import { useGuideStyles } from './guides.styles.ts';

const useStyles = makeStyles({
  group: { margin: '2rem 0 0.75rem', fontSize: '1.125rem', lineHeight: 1.6, fontWeight: 600 },
  list: { display: 'flex', flexDirection: 'column', gap: '0.75rem' },
  card: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    gap: '0.5rem',
    padding: '1rem 1.25rem',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  link: {
    ...wholeCard,
    color: tokens.colorNeutralForeground1,
    fontSize: '1.0625rem',
    lineHeight: 1.7,
    textWrap: 'pretty',
  },
});

/** 進行ガイド for curators: all voices, or the guide of one. */
export function GuidesPage({ voiceId }: { voiceId: string | null }) {
  return voiceId === null ? <AllGuides /> : <OneGuide key={voiceId} voiceId={voiceId} />;
}

function OneGuide({ voiceId }: { voiceId: string }) {
  const { t } = useWords();
  const { session, view } = useSession();
  const ask = useCallback(
    () => session.request<GuidePage>(`/api/guides/${encodeURIComponent(voiceId)}`),
    [session, voiceId],
  );
  const { answer, retry } = useAnswer(ask);
  useTitle(t('title.guide'));
  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <Failure error={answer.error} onRetry={retry} />;
  if (!('person' in view)) return null;
  return <GuideEditor begin={answer.value} personId={view.person.id} />;
}

const sections = [
  { title: 'guides.now', states: ['open', 'approved', 'in_review', 'draft'] },
  { title: 'guides.noMonth', states: [undefined] },
  { title: 'guides.past', states: ['closed'] },
] as const;

function AllGuides() {
  const styles = useStyles();
  const guides = useGuideStyles();
  const { t } = useWords();
  const { session } = useSession();
  const ask = useCallback(() => session.request<{ guides: VoiceGuide[] }>('/api/guides'), [session]);
  const { answer, retry } = useAnswer(ask);
  useTitle(t('title.guides'));
  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <Failure error={answer.error} onRetry={retry} />;
  const all = answer.value.guides;
  return (
    <div className={guides.page}>
      <h1 className={guides.title}>{t('guides.title')}</h1>
      <p className={guides.lead}>{all.length > 0 ? t('guides.lead') : t('guides.none')}</p>
      {sections.map(({ title, states }) => {
        const own = all.filter(({ month }) => (states as readonly unknown[]).includes(month?.state));
        if (own.length === 0) return null;
        return (
          <section key={title}>
            <h2 className={styles.group}>{t(title)}</h2>
            <ul className={styles.list}>
              {own.map((guide) => (
                <li key={guide.voice.id} className={styles.card}>
                  <AppLink
                    className={styles.link}
                    appearance="subtle"
                    to={addressOf(`/guides/${guide.voice.id}`)}
                  >
                    <span lang="ja">{quoted(guide.voice.quote)}</span>
                  </AppLink>
                  <VoiceFacts voice={guide.voice} />
                  <GuideState guide={guide} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** Not for this person, not there (any more), or not reached: each says what to do next. */
function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useWords();
  const status = error instanceof ApiError ? error.status : 0;
  if (status === 403) {
    return (
      <Notice
        icon={<LockClosedRegular />}
        title={t('guides.forbiddenTitle')}
        body={t('guides.forbiddenBody')}
      >
        <AppLink to={addressOf('/')}>{t('app.home')}</AppLink>
      </Notice>
    );
  }
  if (status === 404 || status === 410) {
    return <Missing title={t('guides.missingTitle')} body={(error as ApiError).message} />;
  }
  return <Trouble onRetry={onRetry} />;
}
