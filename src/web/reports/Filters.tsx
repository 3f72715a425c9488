import { Button, Field, makeStyles, SearchBox, Select } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Narrowing, ReportMonths } from '../../edges/http/contract/reports.ts';
import { useWords } from '../i18n/i18n.ts';
import { Choice } from './Choice.tsx';
import type { Question } from './question.rules.ts';

const useStyles = makeStyles({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: '0.75rem 1rem',
    margin: '0.75rem 0 1rem',
  },
  choice: { minWidth: '10rem', '& select, & input': { minHeight: '44px' } },
  reset: { minHeight: '44px' },
});

const narrowingKeys = {
  notYet: 'reports.only.notYet',
  skipped: 'reports.only.skipped',
  late: 'reports.only.late',
  suggested: 'reports.only.suggested',
  small: 'reports.only.small',
} as const satisfies Record<Narrowing, string>;

/** Somebody still types: the list follows after a moment. */
const TYPING_MS = 300;

type Props = { known: ReportMonths; question: Question; onChange(part: Partial<Question>): void };

/** Tree or list, and which departments of the list. */
export function Filters({ known, question, onChange }: Props) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const [search, setSearch] = useState(question.search);
  useEffect(() => setSearch(question.search), [question.search]);
  useEffect(() => {
    if (search === question.search) return;
    const timer = setTimeout(() => onChange({ search, view: 'list' }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [search, question.search, onChange]);
  const isNarrowed = question.kind !== null || question.only !== null || question.search !== '';

  return (
    <div className={styles.filters}>
      <Choice
        label={t('reports.shape')}
        value={question.view}
        options={[
          ['tree', t('reports.tree')],
          ['list', t('reports.list')],
        ]}
        onChange={(view) =>
          onChange(view === 'tree' ? { view, kind: null, only: null, search: '' } : { view })
        }
      />
      <Field label={t('reports.search')} className={styles.choice}>
        <SearchBox value={search} onChange={(_, data) => setSearch(data.value)} />
      </Field>
      <Field label={t('reports.kind')} className={styles.choice}>
        <Select
          value={question.kind ?? ''}
          onChange={(_, data) => onChange({ kind: data.value || null, view: 'list' })}
        >
          <option value="">{t('reports.all')}</option>
          {known.kinds.map(({ key, label }) => (
            <option key={key} value={key}>
              {pick(label)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('reports.onlyLabel')} className={styles.choice}>
        <Select
          value={question.only ?? ''}
          onChange={(_, data) => onChange({ only: (data.value || null) as Narrowing | null, view: 'list' })}
        >
          <option value="">{t('reports.all')}</option>
          {Object.entries(narrowingKeys).map(([name, key]) => (
            <option key={name} value={name}>
              {t(key)}
            </option>
          ))}
        </Select>
      </Field>
      {(isNarrowed || question.under) && (
        <Button
          className={styles.reset}
          appearance="subtle"
          onClick={() => onChange({ kind: null, only: null, search: '', under: null, view: 'tree' })}
        >
          {t('reports.reset')}
        </Button>
      )}
    </div>
  );
}
