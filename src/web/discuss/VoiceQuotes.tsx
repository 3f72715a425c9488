import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { PlayFilled } from '@fluentui/react-icons/svg/play';
import { useCallback, useState } from 'react';
import type { DiscussionPage } from '../../edges/http/contract/discussion.ts';
import type { VoicePage } from '../../edges/http/contract.ts';
import { minutesAndSeconds, quoted, wholeSeconds } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { HeardMark } from '../listen/HeardMark.tsx';
import { ApiError } from '../session/api.ts';
import { useSession } from '../session/useSession.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { addressOf } from '../shell/router.ts';
import { useDiscussStyles } from './discuss.styles.ts';
import { SoundLine } from './SoundLine.tsx';

type Voice = DiscussionPage['voices'][number];

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '2rem' },
  voice: { display: 'flex', flexDirection: 'column', gap: '0.625rem' },
  quote: {
    fontSize: 'clamp(1.375rem, 1rem + 1.75vw, 2.125rem)',
    lineHeight: 1.6,
    fontWeight: 600,
    letterSpacing: '0.01em',
    textWrap: 'pretty',
    // The opening bracket hangs in the margin, so that the words themselves line up.
    textIndent: '-0.5em',
    paddingLeft: '0.5em',
  },
  compact: { fontSize: 'clamp(1.125rem, 1rem + 0.75vw, 1.375rem)' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0.25rem 1rem' },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  said: { color: tokens.colorNeutralForeground2 },
});

type Props = {
  voices: readonly Voice[];
  /** Known to everybody by now: the words step back a little for what is said about them. */
  compact: boolean;
};

/** What the customers said, the largest words of the page, each with its sound. */
export function VoiceQuotes({ voices, compact }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  if (voices.length === 0) return <p className={styles.said}>{t('home.allWithdrawn')}</p>;
  return (
    <ul className={styles.list} aria-label={t('discuss.voices')}>
      {voices.map((voice, index) => (
        <li key={voice.id} className={styles.voice}>
          <p className={mergeClasses(styles.quote, compact && styles.compact)} lang="ja">
            {quoted(voice.quote)}
          </p>
          <VoiceLine voice={voice} compact={compact || index > 0} />
        </li>
      ))}
    </ul>
  );
}

/** Plays the voice in its place, and leads to its words. */
function VoiceLine({ voice, compact }: { voice: Voice; compact: boolean }) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t, pick } = useWords();
  const { session } = useSession();
  const [opened, setOpened] = useState<VoicePage | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const ask = useCallback(
    () => session.request<VoicePage>(`/api/voices/${encodeURIComponent(voice.id)}`),
    [session, voice.id],
  );

  async function open(): Promise<void> {
    setTrouble(null);
    try {
      setOpened(await ask());
    } catch (error) {
      setTrouble(
        error instanceof ApiError && error.status === 410 ? t('withdrawn.title') : t('trouble.title'),
      );
    }
  }
  function lose(): void {
    setOpened(null);
    setTrouble(t('withdrawn.title'));
  }

  const { minutes, seconds } = minutesAndSeconds(wholeSeconds(voice.durationMs));
  const length = minutes === '0' ? t('time.seconds', { seconds }) : t('time.length', { minutes, seconds });
  return (
    <>
      <div className={styles.line}>
        {!opened && (
          <Button
            appearance={compact ? 'secondary' : 'primary'}
            shape="circular"
            className={shared.press}
            icon={<PlayFilled />}
            onClick={() => void open()}
          >
            {t('discuss.play', { length })}
          </Button>
        )}
        <span className={shared.quiet}>
          {t('discuss.voiceFacts', { kind: pick(voice.kind.label), line: pick(voice.lineOfBusiness.label) })}
        </span>
        {voice.heard && <HeardMark />}
        <AppLink className={styles.link} to={addressOf(`/listen/${voice.id}`, { mode: 'read' })}>
          {t('discuss.readAll')}
        </AppLink>
      </div>
      {opened && <SoundLine voice={opened} renewUrl={async () => (await ask()).soundUrl} onLost={lose} />}
      {trouble && <p role="alert">{trouble}</p>}
    </>
  );
}
