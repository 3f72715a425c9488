import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { useId, useState } from 'react';
import type { GuidePage, LibraryPrompt } from '../../edges/http/contract/guides.ts';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { useWords } from '../i18n/i18n.ts';
import { firstKind, type GuideForm, libraryParts } from './guideForm.rules.ts';
import { useGuideStyles } from './guides.styles.ts';

const partWords = {
  customer: 'guides.part.customer',
  us: 'guides.part.us',
  tomorrow: 'guides.part.tomorrow',
} as const;

const themeWords = {
  waiting: 'guides.theme.waiting',
  explanation: 'guides.theme.explanation',
  procedure: 'guides.theme.procedure',
  handover: 'guides.theme.handover',
  feelings: 'guides.theme.feelings',
  praise: 'guides.theme.praise',
} as const;

const useStyles = makeStyles({
  library: { display: 'flex', flexDirection: 'column', gap: '0.75rem', minWidth: 0 },
  title: { fontSize: '1rem', lineHeight: 1.6, fontWeight: 600 },
  places: { display: 'flex', flexWrap: 'wrap', gap: '0.5rem', border: 0, margin: 0, padding: 0 },
  legend: { padding: 0, marginBottom: '0.375rem' },
  place: { minHeight: '44px', minWidth: '5rem' },
  list: {
    maxHeight: 'min(38rem, 70vh)',
    overflowY: 'auto',
    // The focus ring of what stands at the edge.
    padding: '0.25rem',
    margin: '-0.25rem',
    '@media (max-width: 52rem)': { maxHeight: '24rem' },
  },
  part: {
    fontSize: '0.875rem',
    fontWeight: 600,
    lineHeight: 1.6,
    margin: '0.75rem 0 0.375rem',
    color: tokens.colorNeutralForeground2,
    ':first-child': { marginTop: 0 },
  },
  prompts: { display: 'flex', flexDirection: 'column', gap: '0.5rem' },
  prompt: {
    width: '100%',
    maxWidth: 'none',
    minHeight: '44px',
    justifyContent: 'flex-start',
    textAlign: 'start',
    fontWeight: 400,
    lineHeight: 1.7,
    padding: '0.625rem 0.875rem',
  },
  words: { display: 'block', fontSize: '0.9375rem', textWrap: 'pretty' },
  facts: {
    display: 'block',
    marginTop: '0.125rem',
    fontSize: '0.8125rem',
    color: tokens.colorNeutralForeground2,
  },
  tick: { verticalAlign: '-0.15em', marginRight: '0.25rem' },
});

type Props = {
  page: Pick<GuidePage, 'library' | 'kinds' | 'voice'>;
  form: GuideForm;
  /** Where a suggestion goes. */
  place: number;
  onPlace(place: number): void;
  onTake(prompt: LibraryPrompt): void;
};

/** The library beside the prompts: by kind of voice, with how often each stands in a guide; a press takes it. */
export function Library({ page, form, place, onPlace, onTake }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const guides = useGuideStyles();
  const { t, pick } = useWords();
  const titleId = useId();
  const kindId = useId();
  const [kind, setKind] = useState(firstKind(page));
  return (
    <section aria-labelledby={titleId} className={styles.library}>
      <h3 id={titleId} className={styles.title}>
        {t('guides.library')}
      </h3>
      <p className={guides.hint}>{t('guides.libraryHint')}</p>
      <fieldset className={styles.places}>
        <legend className={mergeClasses(shared.label, styles.legend)}>{t('guides.into')}</legend>
        {form.prompts.map((_, index) => (
          <Button
            // biome-ignore lint/suspicious/noArrayIndexKey: a place is its number
            key={index}
            className={styles.place}
            appearance={index === place ? 'primary' : 'secondary'}
            aria-pressed={index === place}
            onClick={() => onPlace(index)}
          >
            {t('guides.prompt', { number: index + 1 })}
          </Button>
        ))}
      </fieldset>
      <div>
        <label htmlFor={kindId} className={shared.label}>
          {t('guides.kind')}
        </label>
        <select
          id={kindId}
          className={shared.field}
          value={kind ?? ''}
          onChange={(event) => setKind(event.target.value || null)}
        >
          <option value="">{t('guides.allKinds')}</option>
          {page.kinds.map(({ key, label }) => (
            <option key={key} value={key}>
              {pick(label)}
            </option>
          ))}
        </select>
      </div>
      <div className={styles.list}>
        {libraryParts(page.library, kind).map(({ part, prompts }) => (
          <div key={part}>
            <h4 className={styles.part}>{t(partWords[part])}</h4>
            <ul className={styles.prompts}>
              {prompts.map((prompt) => (
                <li key={prompt.key}>
                  <Suggestion
                    prompt={prompt}
                    isIn={form.prompts.some(({ ja }) => ja.trim() === prompt.text.ja)}
                    onTake={() => onTake(prompt)}
                  />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

type SuggestionProps = { prompt: LibraryPrompt; isIn: boolean; onTake(): void };

function Suggestion({ prompt, isIn, onTake }: SuggestionProps) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const facts = [
    ...(prompt.theme ? [t(themeWords[prompt.theme])] : []),
    prompt.uses === 0 ? t('guides.unused') : t('guides.used', { times: prompt.uses }),
  ];
  return (
    <Button className={styles.prompt} disabledFocusable={isIn} onClick={onTake}>
      <span>
        <span className={styles.words}>{pick(prompt.text)}</span>
        <span className={styles.facts}>
          {isIn && <CheckmarkRegular className={styles.tick} aria-hidden="true" />}
          {isIn ? t('guides.isIn') : facts.join(t('guides.dot'))}
        </span>
      </span>
    </Button>
  );
}
