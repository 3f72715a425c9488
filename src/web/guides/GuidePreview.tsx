import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useWords } from '../i18n/i18n.ts';
import { type GuideForm, guideOfForm } from './guideForm.rules.ts';
import { useGuideStyles } from './guides.styles.ts';

const useStyles = makeStyles({
  steps: { display: 'flex', flexDirection: 'column', gap: '1.75rem' },
  step: { paddingLeft: '1rem', borderLeft: `4px solid ${tokens.colorBrandStroke1}` },
  name: { fontSize: '0.875rem', lineHeight: 1.7, color: tokens.colorNeutralForeground2 },
  aloud: {
    marginTop: '0.25rem',
    fontSize: 'clamp(1.25rem, 1rem + 1vw, 1.5rem)',
    lineHeight: 1.6,
    fontWeight: 600,
    textWrap: 'pretty',
  },
  listenFor: {
    marginTop: '0.5rem',
    fontSize: '0.875rem',
    lineHeight: 1.7,
    color: tokens.colorNeutralForeground2,
    textWrap: 'pretty',
  },
});

/** The guide step by step, in the large type that the leader reads from. */
export function GuidePreview({ form }: { form: GuideForm }) {
  const styles = useStyles();
  const guides = useGuideStyles();
  const { t, pick } = useWords();
  const titleId = useId();
  const { opening, prompts, listenFor, closing } = guideOfForm(form);
  const steps = [
    { name: t('guides.opening'), words: opening, listens: false },
    ...prompts.map((words, index) => ({
      name: t('guides.prompt', { number: index + 1 }),
      words,
      listens: true,
    })),
    { name: t('guides.closing'), words: closing, listens: false },
  ];
  return (
    <section aria-labelledby={titleId} className={guides.panel}>
      <div>
        <h2 id={titleId} className={guides.sectionTitle}>
          {t('guides.preview')}
        </h2>
        <p className={guides.hint}>{t('guides.previewHint')}</p>
      </div>
      <ol className={styles.steps}>
        {steps.map(({ name, words, listens }) => (
          <li key={name} className={styles.step}>
            <p className={styles.name}>{name}</p>
            <p className={styles.aloud}>{pick(words).trim() || t('guides.notYet')}</p>
            {listens && pick(listenFor).trim() !== '' && (
              <p className={styles.listenFor}>
                {t('discuss.guide.listenFor', { words: pick(listenFor).trim() })}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
