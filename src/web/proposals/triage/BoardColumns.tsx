import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { ProposalBoard, WorkItem } from '../../../edges/http/contract/proposalWork.ts';
import { useWords } from '../../i18n/i18n.ts';
import { AppLink } from '../../shell/AppLink.tsx';
import { addressOf } from '../../shell/router.ts';
import { stateKeys } from '../states.ts';
import { cardPlace, useCardKeys } from './cardKeys.ts';
import { Marks } from './Marks.tsx';

const useStyles = makeStyles({
  board: {
    display: 'flex',
    gap: '0.75rem',
    overflowX: 'auto',
    alignItems: 'flex-start',
    padding: '0.25rem 0.25rem 1rem',
    scrollSnapType: 'x proximity',
  },
  column: {
    flex: '0 0 16rem',
    scrollSnapAlign: 'start',
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: '0.75rem',
  },
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    fontSize: '1rem',
    fontWeight: 600,
    marginBottom: '0.5rem',
  },
  count: { fontVariantNumeric: 'tabular-nums', fontWeight: 400, color: tokens.colorNeutralForeground2 },
  cards: { display: 'flex', flexDirection: 'column', gap: '0.5rem' },
  card: {
    display: 'flex',
    gap: '0.25rem',
    padding: '0.5rem 0.75rem 0.75rem 0.25rem',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  picked: { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-1px' },
  pick: { alignSelf: 'flex-start', minWidth: '44px', minHeight: '44px' },
  words: { minWidth: 0, flexGrow: 1, paddingTop: '0.375rem' },
  number: { fontSize: '0.8125rem', color: tokens.colorNeutralForeground2 },
  title: {
    display: 'block',
    lineHeight: 1.6,
    margin: '0.125rem 0 0.375rem',
    color: tokens.colorNeutralForeground1,
    fontWeight: 600,
  },
  more: { display: 'inline-flex', alignItems: 'center', minHeight: '44px', fontSize: '0.875rem' },
  none: { fontSize: '0.875rem', color: tokens.colorNeutralForeground2, padding: '0.5rem 0.25rem' },
});

type Props = {
  board: ProposalBoard;
  picks: boolean;
  picked: ReadonlySet<string>;
  onPick(id: string, isPicked: boolean): void;
};

/** A column for each state. Arrows go from card to card, Enter opens one, x chooses it. */
export function BoardColumns({ board, picks, picked, onPick }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const { root, onKeyDown } = useCardKeys<HTMLElement>(
    board.columns.map(({ items }) => items.length),
    picks ? (id) => onPick(id, !picked.has(id)) : null,
  );
  return (
    <section
      ref={root}
      className={styles.board}
      aria-label={t('board.title')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by the keyboard
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {board.columns.map(({ state, count, items }, column) => (
        <section key={state} className={styles.column} aria-label={t(stateKeys[state])}>
          <h2 className={styles.head}>
            {t(stateKeys[state])}
            <span className={styles.count}>{t('board.count', { n: count })}</span>
          </h2>
          {items.length === 0 && <p className={styles.none}>{t('board.none')}</p>}
          <ul className={styles.cards}>
            {items.map((item, row) => (
              <li
                key={item.id}
                className={`${styles.card} ${picked.has(item.id) ? styles.picked : ''}`}
                {...cardPlace(item.id, column, row)}
              >
                {picks && (
                  <Checkbox
                    className={styles.pick}
                    aria-label={t('board.pick', { number: item.number })}
                    checked={picked.has(item.id)}
                    onChange={(_, { checked }) => onPick(item.id, checked === true)}
                  />
                )}
                <CardWords item={item} />
              </li>
            ))}
          </ul>
          {count > items.length && (
            <AppLink
              className={styles.more}
              to={addressOf('/board', { view: 'list', states: state, sort: 'waiting' })}
            >
              {t('board.more', { n: count - items.length })}
            </AppLink>
          )}
        </section>
      ))}
    </section>
  );
}

function CardWords({ item }: { item: WorkItem }) {
  const styles = useStyles();
  return (
    <div className={styles.words}>
      <span className={styles.number}>{item.number}</span>
      <AppLink className={styles.title} to={addressOf(`/proposals/${item.id}`)}>
        <span lang="ja">{item.title}</span>
      </AppLink>
      <Marks item={item} withOwner />
    </div>
  );
}
