import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { GuidePage, LibraryPrompt } from '../../edges/http/contract/guides.ts';
import type { Bilingual } from '../../edges/http/contract.ts';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { useWords } from '../i18n/i18n.ts';
import { type GuideForm, type GuideText, isHalf, nextPlace, withPrompt } from './guideForm.rules.ts';
import { useGuideStyles } from './guides.styles.ts';
import { Library } from './Library.tsx';
import { TextPair } from './TextPair.tsx';

const useStyles = makeStyles({
  sides: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: '2rem',
    '@media (max-width: 52rem)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  prompts: { display: 'flex', flexDirection: 'column', gap: '1.25rem' },
  taken: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0.25rem 0.75rem',
    minHeight: '44px',
    fontSize: '0.875rem',
    lineHeight: 1.7,
    color: tokens.colorNeutralForeground2,
  },
});

type Props = {
  page: GuidePage;
  form: GuideForm;
  /** What is still lacking, once somebody wanted to save. */
  wrong: ReadonlySet<GuideText | number>;
  onChange(form: GuideForm): void;
};

/** The prompts, with the library beside them: a press puts a suggestion into the place that is chosen. */
export function Prompts({ page, form, wrong, onChange }: Props) {
  const styles = useStyles();
  const guides = useGuideStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const [place, setPlace] = useState(() => nextPlace(form, 0));
  const [taken, setTaken] = useState<{ place: number; before: Bilingual } | null>(null);

  const lackingWords = (prompt: Bilingual) =>
    isHalf(prompt) ? t('guides.lackingText') : t('guides.lackingPrompt');

  function take({ text }: LibraryPrompt): void {
    const before = form.prompts[place];
    const next = withPrompt(form, place, text);
    onChange(next);
    setTaken(before ? { place, before } : null);
    setPlace(nextPlace(next, place));
  }

  return (
    <section className={guides.panel}>
      <div>
        <h2 className={guides.sectionTitle}>{t('guides.prompts')}</h2>
        <p className={guides.hint}>{t('guides.promptsHint', { most: page.limits.mostPrompts })}</p>
      </div>
      <div className={styles.sides}>
        <div className={styles.prompts}>
          {form.prompts.map((prompt, index) => (
            <TextPair
              // biome-ignore lint/suspicious/noArrayIndexKey: a place is its number
              key={index}
              legend={t('guides.prompt', { number: index + 1 })}
              value={prompt}
              longest={page.limits.longestPrompt}
              error={wrong.has(index) ? lackingWords(prompt) : undefined}
              onChange={(value) => onChange(withPrompt(form, index, value))}
              onFocus={() => setPlace(index)}
            />
          ))}
          <div role="status" className={styles.taken}>
            {taken && (
              <>
                <span>{t('guides.taken', { number: taken.place + 1 })}</span>
                <Button
                  className={shared.press}
                  onClick={() => {
                    onChange(withPrompt(form, taken.place, taken.before));
                    setPlace(taken.place);
                    setTaken(null);
                  }}
                >
                  {t('guides.undo')}
                </Button>
              </>
            )}
          </div>
        </div>
        <Library page={page} form={form} place={place} onPlace={setPlace} onTake={take} />
      </div>
    </section>
  );
}
