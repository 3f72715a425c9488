import { Button, Field, makeStyles, SearchBox, Select, Switch } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { BoardChoices } from '../../../edges/http/contract/proposalWork.ts';
import { useWords } from '../../i18n/i18n.ts';
import { setQuery } from '../../shell/router.ts';
import { stateKeys } from '../states.ts';
import { type FilterName, filterNames } from './board.rules.ts';

const useStyles = makeStyles({
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(10rem, 100%), 1fr))',
    gap: '0.5rem 1rem',
    alignItems: 'end',
    margin: '0.75rem 0 1rem',
    '& select, & .fui-SearchBox': { minHeight: '44px', maxWidth: '100%' },
    '& .fui-Field': { minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  reset: { minHeight: '44px', justifySelf: 'start' },
  late: { minHeight: '44px', alignItems: 'center' },
});

/** Somebody still types: the board follows after a moment. */
const TYPING_MS = 300;

type Props = { choices: BoardChoices; query: URLSearchParams; isList: boolean };

/** What the board shows; all of it stands in the address. */
export function BoardFilters({ choices, query, isList }: Props) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const asked = query.get('words') ?? '';
  const [words, setWords] = useState(asked);
  useEffect(() => setWords(asked), [asked]);
  useEffect(() => {
    if (words.trim() === asked) return;
    const timer = setTimeout(() => setQuery('words', words.trim() || null), TYPING_MS);
    return () => clearTimeout(timer);
  }, [words, asked]);
  const isNarrowed = filterNames.some((name) => query.has(name));
  const labelled = (all: BoardChoices['processes']) =>
    all.map(({ key, label }) => [key, pick(label)] as const);

  const named = (all: BoardChoices['departments']) => all.map(({ id, name }) => [id, pick(name)] as const);

  function select(name: FilterName, label: string, options: readonly (readonly [string, string])[]) {
    return (
      <Field label={label}>
        <Select value={query.get(name) ?? ''} onChange={(_, { value }) => setQuery(name, value || null)}>
          <option value="">{t('board.all')}</option>
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </Select>
      </Field>
    );
  }

  return (
    <search className={styles.filters} aria-label={t('board.filters')}>
      <Field label={t('board.search')}>
        <SearchBox value={words} maxLength={200} onChange={(_, { value }) => setWords(value)} />
      </Field>
      {isList &&
        select(
          'states',
          t('board.stateLabel'),
          Object.entries(stateKeys)
            .filter(([state]) => state !== 'referred')
            .map(([state, key]) => [state, t(key)] as const),
        )}
      {select('owner', t('board.owner'), [
        ['me', t('board.mine')],
        ['nobody', t('board.nobody')],
        ...named(choices.triagers),
      ])}
      {select('line', t('board.line'), labelled(choices.linesOfBusiness))}
      {select('process', t('board.process'), labelled(choices.processes))}
      {select('ownerDepartment', t('ledger.split.owner'), named(choices.ownerDepartments))}
      {select('department', t('ledger.split.department'), named(choices.departments))}
      <Switch
        className={styles.late}
        label={t('board.onlyOverdue')}
        checked={query.get('overdue') === '1'}
        onChange={(_, { checked }) => setQuery('overdue', checked ? '1' : null)}
      />
      {isNarrowed && (
        <Button
          appearance="subtle"
          className={styles.reset}
          onClick={() => {
            for (const name of filterNames) setQuery(name, null);
          }}
        >
          {t('board.reset')}
        </Button>
      )}
    </search>
  );
}
