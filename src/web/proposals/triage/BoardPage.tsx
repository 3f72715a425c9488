import { makeStyles, Select, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { BoardChoices, ProposalBoard } from '../../../edges/http/contract/proposalWork.ts';
import { useWords } from '../../i18n/i18n.ts';
import { Choice } from '../../reports/Choice.tsx';
import { useSession } from '../../session/useSession.ts';
import { AppLink } from '../../shell/AppLink.tsx';
import { Loading } from '../../shell/Loading.tsx';
import { addressOf, setQuery, useAddress } from '../../shell/router.ts';
import { SaveAs } from '../../shell/SaveAs.tsx';
import { useAnswer } from '../../shell/useAnswer.ts';
import { useTitle } from '../../shell/useTitle.ts';
import { leadText, pageTitle } from '../../themes/layout.ts';
import { PageTrouble } from '../../themes/PageTrouble.tsx';
import { stateKeys } from '../states.ts';
import { BoardColumns } from './BoardColumns.tsx';
import { BoardFilters } from './BoardFilters.tsx';
import { BulkBar } from './BulkBar.tsx';
import { questionOf } from './board.rules.ts';
import { rememberBoard } from './lastBoard.ts';
import { useLasting } from './useLasting.ts';
import { WorkList } from './WorkList.tsx';

const useStyles = makeStyles({
  page: { paddingTop: 'clamp(1rem, 4vh, 2rem)' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '0.5rem 1.5rem',
  },
  title: pageTitle,
  lead: leadText,
  links: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0 1.5rem',
    '& a': { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  },
  below: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '0.5rem 1.5rem',
    marginBottom: '0.75rem',
    '& select': { minHeight: '44px' },
  },
  // Where there is no keyboard, nobody asks for its keys.
  keys: { '@media (hover: none)': { display: 'none' } },
  sort: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0.5rem 1rem' },
  ended: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0 1.25rem',
    marginTop: '0.5rem',
    fontSize: '0.875rem',
    color: tokens.colorNeutralForeground2,
    '& a': { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  },
});

const sortKeys = {
  received: 'board.sort.received',
  due: 'board.sort.due',
  changed: 'board.sort.changed',
  waiting: 'board.sort.waiting',
} as const;

/** Where columns have no room, what was found stands one below the other. */
const isNarrow = () => window.matchMedia('(max-width: 40rem)').matches;

/** 改善提案のボード: everything that the quality department has to do, as columns or as a list. */
export function BoardPage() {
  const { t } = useWords();
  const { session } = useSession();
  const ask = useCallback(() => session.request<BoardChoices>('/api/board/choices'), [session]);
  const { answer, retry } = useAnswer(ask);
  useTitle(t('board.title'));
  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <PageTrouble error={answer.error} onRetry={retry} />;
  return <Board choices={answer.value} />;
}

function Board({ choices }: { choices: BoardChoices }) {
  const styles = useStyles();
  const { t } = useWords();
  const { query } = useAddress();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [version, setVersion] = useState(0);
  useEffect(() => rememberBoard(query), [query]);
  const chosen = query.get('view');
  const view = chosen === 'list' || (chosen === null && isNarrow()) ? 'list' : 'board';
  const sort = query.get('sort') ?? 'received';
  const question = questionOf(query);
  if (view === 'board') question.delete('states');
  else question.set('sort', sort in sortKeys ? sort : 'received');

  function pick(id: string, isPicked: boolean): void {
    setPicked((known) => {
      const next = new Set(known);
      if (isPicked) next.add(id);
      else next.delete(id);
      return next;
    });
  }

  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title}>{t('board.title')}</h1>
        <Choice
          label={t('board.view')}
          value={view}
          options={[
            ['board', t('board.asBoard')],
            ['list', t('board.asList')],
          ]}
          onChange={(next) => setQuery('view', next)}
        />
      </div>
      <p className={styles.lead}>
        {t(view === 'list' ? 'board.leadList' : choices.works ? 'board.lead' : 'board.leadReader')}
      </p>
      <nav className={styles.links} aria-label={t('board.links')}>
        <AppLink to={addressOf('/board/ledger')}>{t('ledger.title')}</AppLink>
        <AppLink to={addressOf('/examples')}>{t('examples.title')}</AppLink>
      </nav>
      <BoardFilters choices={choices} query={query} isList={view === 'list'} />
      <div className={styles.below}>
        {view === 'list' ? (
          <span className={styles.sort}>
            <Select
              aria-label={t('board.sortLabel')}
              value={sort}
              onChange={(_, { value }) => setQuery('sort', value)}
            >
              {Object.entries(sortKeys).map(([name, key]) => (
                <option key={name} value={name}>
                  {t(key)}
                </option>
              ))}
            </Select>
            <span className={styles.keys}>{t('board.listKeys')}</span>
          </span>
        ) : (
          <span className={styles.keys}>{t('board.keys')}</span>
        )}
        <SaveAs path="/api/board/file" query={question} name="kikidoki-proposals" />
      </div>
      {view === 'list' ? (
        <WorkList
          question={question.toString()}
          picks={choices.works}
          picked={picked}
          version={version}
          onPick={pick}
        />
      ) : (
        <Columns
          question={question.toString()}
          picks={choices.works}
          picked={picked}
          version={version}
          onPick={pick}
        />
      )}
      {picked.size > 0 && (
        <BulkBar
          picked={picked}
          onDone={(done) => {
            setPicked((known) => new Set([...known].filter((id) => !done.includes(id))));
            setVersion((n) => n + 1);
          }}
          onClear={() => setPicked(new Set())}
        />
      )}
    </div>
  );
}

type ColumnsProps = {
  question: string;
  picks: boolean;
  picked: ReadonlySet<string>;
  version: number;
  onPick(id: string, isPicked: boolean): void;
};

function Columns({ question, version, ...rest }: ColumnsProps) {
  const styles = useStyles();
  const { t } = useWords();
  const { session } = useSession();
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a step the same question has another answer
  const ask = useCallback(
    () => session.request<ProposalBoard>(`/api/board?${question}`),
    [session, question, version],
  );
  const { value, error, retry, isOld } = useLasting(ask);
  if (error) return <PageTrouble error={error} onRetry={retry} />;
  if (!value) return <Loading words={t('app.loading')} />;
  return (
    <div aria-busy={isOld}>
      <BoardColumns board={value} {...rest} />
      <p className={styles.ended}>
        {value.ended.map(({ state, count }) => (
          <AppLink key={state} to={addressOf('/board', { view: 'list', states: state })}>
            {t('board.endedCount', { state: t(stateKeys[state]), n: count })}
          </AppLink>
        ))}
      </p>
    </div>
  );
}
