import { makeStyles, tokens } from '@fluentui/react-components';
import type { InsightVoice, ReadInsight } from '../../edges/http/contract/themes.ts';
import { quoted } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { addressOf } from '../shell/router.ts';

const useStyles = makeStyles({
  words: { display: 'flex', flexDirection: 'column', gap: '0.5rem', minWidth: 0 },
  part: { lineHeight: 1.8, whiteSpace: 'pre-line', textWrap: 'pretty' },
  name: { display: 'block', fontSize: '0.8125rem', color: tokens.colorNeutralForeground3 },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0.25rem 0.75rem',
    fontSize: '0.8125rem',
    lineHeight: 1.7,
    color: tokens.colorNeutralForeground2,
  },
  feeling: {
    padding: '0 0.5rem',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  voice: {
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    maxWidth: 'min(24rem, 100%)',
  },
});

type Words = Pick<ReadInsight, 'why' | 'felt' | 'change' | 'feelings'>;

/** What somebody wrote, field by field; empty fields are left out. */
export function InsightWords({ insight }: { insight: Words }) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const parts = [
    [t('insights.why'), insight.why],
    [t('insights.felt'), insight.felt],
    [t('insights.change'), insight.change],
  ].filter(([, words]) => words !== '');
  return (
    <>
      {parts.map(([name, words]) => (
        <p key={name} className={styles.part}>
          <span className={styles.name}>{name}</span>
          <span lang="ja">{words}</span>
        </p>
      ))}
      {insight.feelings.length > 0 && (
        <ul className={styles.facts} aria-label={t('insights.feelings')}>
          {insight.feelings.map((feeling) => (
            <li key={feeling.key} className={styles.feeling}>
              {pick(feeling.label)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type Props = { insight: ReadInsight; voice: InsightVoice | undefined };

/** An insight among those of all departments: its words, and where it belongs. */
export function InsightItem({ insight, voice }: Props) {
  const styles = useStyles();
  const { t, pick } = useWords();
  return (
    <div className={styles.words}>
      <InsightWords insight={insight} />
      <ul className={styles.facts} aria-label={t('insights.facts')}>
        <li>{pick(insight.departmentKind.label)}</li>
        {insight.lineOfBusiness && <li>{pick(insight.lineOfBusiness.label)}</li>}
        {voice?.quote && (
          <li className={styles.voice} lang="ja">
            {quoted(voice.quote)}
          </li>
        )}
        {insight.themes.map((theme) => (
          <li key={theme.id}>
            <AppLink to={addressOf(`/themes/${theme.id}`)}>
              {t('insights.inTheme', { title: theme.title })}
            </AppLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
