import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { VoicePage } from '../../edges/http/contract.ts';
import { quoted } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { addressOf } from '../shell/router.ts';
import { wholeCard } from '../shell/wholeCard.ts';
import { HeardMark } from './HeardMark.tsx';

const useStyles = makeStyles({
  section: { marginTop: '2.75rem' },
  title: { fontSize: '1rem', lineHeight: 1.5, fontWeight: 600, marginBottom: '0.75rem' },
  handledWell: {
    padding: '1.25rem 1.5rem',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  words: { fontSize: '1.0625rem', lineHeight: 1.8, textWrap: 'pretty' },
  prompts: { display: 'flex', flexDirection: 'column', gap: '0.75rem', counterReset: 'prompt' },
  prompt: {
    display: 'grid',
    gridTemplateColumns: '2rem 1fr',
    fontSize: '1.125rem',
    lineHeight: 1.7,
    textWrap: 'pretty',
    counterIncrement: 'prompt',
    '::before': {
      content: 'counter(prompt)',
      color: tokens.colorBrandForeground1,
      fontWeight: 600,
      fontVariantNumeric: 'tabular-nums',
    },
  },
  others: { display: 'flex', flexDirection: 'column', gap: '0.75rem' },
  other: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '0.25rem 1rem',
    position: 'relative',
    padding: '1rem 1.25rem',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  link: {
    ...wholeCard,
    flex: '1 1 16rem',
    color: tokens.colorNeutralForeground1,
    fontSize: '1.0625rem',
    lineHeight: 1.7,
    textWrap: 'pretty',
  },
});

/** A voice of praise: what was done well, named. */
export function HandledWell({ words }: { words: string }) {
  const styles = useStyles();
  const { t } = useWords();
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={styles.section}>
      <div className={styles.handledWell}>
        <h2 id={titleId} className={styles.title}>
          {t('voice.handledWell')}
        </h2>
        <p className={styles.words} lang="ja">
          {words}
        </p>
      </div>
    </section>
  );
}

/** What the workplace can talk about after this voice. */
export function Prompts({ prompts }: Pick<VoicePage, 'prompts'>) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const titleId = useId();
  if (prompts.length === 0) return null;
  return (
    <section aria-labelledby={titleId} className={styles.section}>
      <h2 id={titleId} className={styles.title}>
        {t('prompts.title')}
      </h2>
      <ol className={styles.prompts}>
        {prompts.map((prompt) => (
          <li key={prompt.ja} className={styles.prompt}>
            <span>{pick(prompt)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

type NextProps = { others: VoicePage['others']; mode: 'listen' | 'read' };

/** The other voices of this month, each by its customer's own sentence. */
export function NextVoices({ others, mode }: NextProps) {
  const styles = useStyles();
  const { t } = useWords();
  const titleId = useId();
  if (others.length === 0) return null;
  return (
    <section aria-labelledby={titleId} className={styles.section}>
      <h2 id={titleId} className={styles.title}>
        {t('next.title')}
      </h2>
      <ul className={styles.others}>
        {others.map((other) => (
          <li key={other.id} className={styles.other}>
            <AppLink
              className={styles.link}
              appearance="subtle"
              to={addressOf(`/listen/${other.id}`, mode === 'read' ? { mode } : {})}
            >
              <span lang="ja">{quoted(other.quote)}</span>
            </AppLink>
            {other.heard && <HeardMark />}
          </li>
        ))}
      </ul>
    </section>
  );
}
