import { makeStyles, tokens } from '@fluentui/react-components';
import type { ShownInsight } from '../../edges/http/contract/discussion.ts';
import { clockTime } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { addressOf } from '../shell/router.ts';

const useStyles = makeStyles({
  words: { display: 'flex', flexDirection: 'column', gap: '0.5rem' },
  term: { fontSize: '0.8125rem', lineHeight: 1.6, color: tokens.colorNeutralForeground3 },
  text: { lineHeight: 1.75, whiteSpace: 'pre-wrap', textWrap: 'pretty' },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
});

type Props = {
  insight: Pick<ShownInsight, 'why' | 'felt' | 'change' | 'feelings' | 'voiceId' | 'atMs'>;
};

/** What somebody wrote, under what it was asked for; and the place in the sound that it is about. */
export function InsightWords({ insight }: Props) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const { why, felt, change, feelings, voiceId, atMs } = insight;
  const ticked = feelings.map(({ label }) => pick(label)).join(t('discuss.comma'));
  const rows = [
    [t('discuss.insight.whyShort'), why],
    [t('discuss.insight.feltShort'), [ticked, felt].filter((part) => part !== '').join('\n')],
    [t('discuss.insight.changeShort'), change],
  ] as const;
  return (
    <div>
      <dl className={styles.words}>
        {rows
          .filter(([, text]) => text !== '')
          .map(([term, text]) => (
            <div key={term}>
              <dt className={styles.term}>{term}</dt>
              <dd className={styles.text}>{text}</dd>
            </div>
          ))}
      </dl>
      {voiceId !== null && atMs !== null && (
        <AppLink
          className={styles.link}
          to={addressOf(`/listen/${voiceId}`, { at: String(Math.floor(atMs / 1000)) })}
        >
          {t('discuss.jump', { place: clockTime(atMs) })}
        </AppLink>
      )}
    </div>
  );
}
