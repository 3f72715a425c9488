import { makeStyles } from '@fluentui/react-components';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { clockTime, quoted } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { addressOf } from '../shell/router.ts';
import { textLink } from './proposals.styles.ts';

const useStyles = makeStyles({
  quote: { fontSize: '1.0625rem', lineHeight: 1.8, textWrap: 'pretty' },
  link: textLink,
});

type Props = { voice: { id: string; quote: string; atMs: number | null } };

/** The voice that a proposal comes from, and the way to its second. */
export function VoiceQuote({ voice }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const { id, quote, atMs } = voice;
  const query: Record<string, string> = atMs === null ? {} : { at: String(Math.floor(atMs / 1000)) };
  return (
    <div>
      <p className={shared.quiet}>{t('proposals.fromVoice')}</p>
      <p className={styles.quote} lang="ja">
        {quoted(quote)}
      </p>
      <AppLink className={styles.link} to={addressOf(`/listen/${id}`, query)}>
        {atMs === null ? t('proposals.hear') : t('discuss.jump', { place: clockTime(atMs) })}
      </AppLink>
    </div>
  );
}
