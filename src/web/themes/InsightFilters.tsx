import { Button, Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { type FormEvent, useEffect, useState } from 'react';
import type { InsightsPage } from '../../edges/http/contract/themes.ts';
import { monthInWords, quoted } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { setQuery } from '../shell/router.ts';

const useStyles = makeStyles({
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(10rem, 100%), 1fr))',
    gap: '0.75rem 1rem',
    margin: '1.5rem 0 1rem',
    alignItems: 'end',
    '& select, & input': { minHeight: '44px' },
    // A long sentence among the choices must not widen them.
    '& > *, & .fui-Select, & select': { minWidth: 0, maxWidth: '100%' },
    '& .fui-Field': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  search: { display: 'flex', gap: '0.5rem', alignItems: 'end', gridColumn: 'span 2' },
  narrow: { '@media (max-width: 32rem)': { gridColumn: '1 / -1' } },
  words: { flexGrow: 1, minWidth: 0 },
  button: { minHeight: '46px', minWidth: 'max-content' },
});

/** What the insights of a page are found by; all of it stands in the address. */
export const FILTERS = ['voice', 'line', 'kind', 'words'] as const;

type Props = { page: InsightsPage; query: URLSearchParams };

/** Month, voice, line of business, kind of department, and words. */
export function InsightFilters({ page, query }: Props) {
  const styles = useStyles();
  const { t, locale, pick } = useWords();
  const [words, setWords] = useState(query.get('words') ?? '');
  const asked = query.get('words') ?? '';
  useEffect(() => setWords(asked), [asked]);

  function search(event: FormEvent): void {
    event.preventDefault();
    setQuery('words', words.trim() || null);
  }

  function changeMonth(month: string): void {
    // Another month has other voices.
    setQuery('voice', null);
    setQuery('month', month);
  }

  return (
    <form className={styles.filters} onSubmit={search}>
      <Field label={t('insights.month')}>
        <Select value={page.month ?? ''} onChange={(_, { value }) => changeMonth(value)}>
          {page.months.map((month) => (
            <option key={month} value={month}>
              {monthInWords(month, locale, true)}
            </option>
          ))}
        </Select>
      </Field>
      <Choice
        name="voice"
        label={t('insights.voice')}
        query={query}
        choices={page.voices.map((voice) => ({
          value: voice.id,
          label: voice.quote ? quoted(voice.quote) : t('insights.voiceWithdrawn'),
        }))}
      />
      <Choice
        name="line"
        label={t('insights.line')}
        query={query}
        choices={page.linesOfBusiness.map(({ key, label }) => ({ value: key, label: pick(label) }))}
      />
      <Choice
        name="kind"
        label={t('insights.kind')}
        query={query}
        choices={page.departmentKinds.map(({ key, label }) => ({ value: key, label: pick(label) }))}
      />
      <div className={`${styles.search} ${styles.narrow}`}>
        <Field label={t('insights.words')} className={styles.words}>
          <Input type="search" value={words} maxLength={200} onChange={(_, { value }) => setWords(value)} />
        </Field>
        <Button type="submit" icon={<SearchRegular />} className={styles.button}>
          {t('insights.search')}
        </Button>
      </div>
    </form>
  );
}

type ChoiceProps = {
  name: (typeof FILTERS)[number];
  label: string;
  query: URLSearchParams;
  choices: { value: string; label: string }[];
};

function Choice({ name, label, query, choices }: ChoiceProps) {
  const { t } = useWords();
  return (
    <Field label={label}>
      <Select value={query.get(name) ?? ''} onChange={(_, { value }) => setQuery(name, value || null)}>
        <option value="">{t('insights.any')}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
