import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import {
  proposalsAtOnce,
  type WorkItem,
  type WorkList as WorkListAnswer,
} from '../../../edges/http/contract/proposalWork.ts';
import { dayInWords } from '../../i18n/format.rules.ts';
import { useWords } from '../../i18n/i18n.ts';
import { useSession } from '../../session/useSession.ts';
import { AppLink } from '../../shell/AppLink.tsx';
import { Loading } from '../../shell/Loading.tsx';
import { addressOf } from '../../shell/router.ts';
import { PageTrouble } from '../../themes/PageTrouble.tsx';
import { StateBadge } from '../StateBadge.tsx';
import { cardPlace, useCardKeys } from './cardKeys.ts';
import { Marks } from './Marks.tsx';
import { useLasting } from './useLasting.ts';

const useStyles = makeStyles({
  found: { margin: '0.25rem 0 0.75rem', color: tokens.colorNeutralForeground2 },
  list: { display: 'flex', flexDirection: 'column', gap: '0.5rem' },
  item: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '0.25rem',
    padding: '0.5rem 1rem 0.75rem 0.25rem',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  unpicked: { paddingLeft: '1rem' },
  pick: { minWidth: '44px', minHeight: '44px' },
  words: { minWidth: 0, flexGrow: 1, paddingTop: '0.375rem' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0.25rem 0.75rem' },
  number: { fontSize: '0.875rem', color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  title: {
    display: 'block',
    margin: '0.25rem 0',
    lineHeight: 1.6,
    fontWeight: 600,
    color: tokens.colorNeutralForeground1,
  },
  facts: { fontSize: '0.8125rem', color: tokens.colorNeutralForeground2, lineHeight: 1.6 },
  pages: {
    display: 'flex',
    gap: '0.75rem',
    alignItems: 'center',
    marginTop: '1rem',
    '& button': { minHeight: '44px' },
  },
});

type Props = {
  question: string;
  picks: boolean;
  picked: ReadonlySet<string>;
  /** Counts what was done: the list is asked for anew. */
  version: number;
  onPick(id: string, isPicked: boolean): void;
};

/** What was found, one below the other, fifty at a time. Arrows go up and down, Enter opens, x chooses. */
export function WorkList({ question, picks, picked, version, onPick }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const { session } = useSession();
  const [place, setPlace] = useState({ question, skip: 0 });
  const skip = place.question === question ? place.skip : 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a step the same question has another answer
  const ask = useCallback(
    () => session.request<WorkListAnswer>(`/api/board/list?${question}${question ? '&' : ''}skip=${skip}`),
    [session, question, skip, version],
  );
  const { value, error, retry, isOld } = useLasting(ask);
  const { root, onKeyDown } = useCardKeys<HTMLUListElement>(
    [value?.items.length ?? 0],
    picks ? (id) => onPick(id, !picked.has(id)) : null,
  );
  if (error) return <PageTrouble error={error} onRetry={retry} />;
  if (!value) return <Loading words={t('app.loading')} />;
  const { items, total } = value;
  return (
    <div aria-busy={isOld}>
      <p className={styles.found} role="status">
        {t('board.found', { n: total })}
      </p>
      <ul ref={root} className={styles.list} onKeyDown={onKeyDown}>
        {items.map((item, row) => (
          <li
            key={item.id}
            className={`${styles.item} ${picks ? '' : styles.unpicked}`}
            {...cardPlace(item.id, 0, row)}
          >
            {picks && (
              <Checkbox
                className={styles.pick}
                aria-label={t('board.pick', { number: item.number })}
                checked={picked.has(item.id)}
                onChange={(_, { checked }) => onPick(item.id, checked === true)}
              />
            )}
            <Item item={item} />
          </li>
        ))}
      </ul>
      {total > proposalsAtOnce && (
        <div className={styles.pages}>
          <Button
            disabledFocusable={skip === 0}
            onClick={() => setPlace({ question, skip: Math.max(0, skip - proposalsAtOnce) })}
          >
            {t('board.earlier')}
          </Button>
          <span>{t('board.range', { from: skip + 1, to: skip + items.length, n: total })}</span>
          <Button
            disabledFocusable={skip + items.length >= total}
            onClick={() => setPlace({ question, skip: skip + proposalsAtOnce })}
          >
            {t('board.later')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Item({ item }: { item: WorkItem }) {
  const styles = useStyles();
  const { t, locale, pick } = useWords();
  const from = item.anonymous ? t('board.anonymous') : item.department ? pick(item.department) : '';
  return (
    <div className={styles.words}>
      <div className={styles.head}>
        <StateBadge state={item.state} />
        <span className={styles.number}>{item.number}</span>
      </div>
      <AppLink className={styles.title} to={addressOf(`/proposals/${item.id}`)}>
        <span lang="ja">{item.title}</span>
      </AppLink>
      <p className={styles.facts}>
        {t('board.receivedFrom', { day: dayInWords(item.receivedOn, locale), from })}
      </p>
      <Marks item={item} withOwner />
    </div>
  );
}
