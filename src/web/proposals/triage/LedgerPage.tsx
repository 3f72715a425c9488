import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { LedgerLine, LedgerSplit, ProposalLedger } from '../../../edges/http/contract/proposalWork.ts';
import { monthInWords } from '../../i18n/format.rules.ts';
import { useWords } from '../../i18n/i18n.ts';
import { useSession } from '../../session/useSession.ts';
import { AppLink } from '../../shell/AppLink.tsx';
import { Loading } from '../../shell/Loading.tsx';
import { useTitle } from '../../shell/useTitle.ts';
import { leadText, pageTitle } from '../../themes/layout.ts';
import { PageTrouble } from '../../themes/PageTrouble.tsx';
import { boardAddress } from './lastBoard.ts';
import { useLasting } from './useLasting.ts';

const useStyles = makeStyles({
  page: { maxWidth: '60rem', margin: '0 auto', paddingTop: 'clamp(1rem, 4vh, 2rem)' },
  back: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  title: pageTitle,
  lead: leadText,
  choices: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0.75rem 1rem',
    margin: '1rem 0',
    '& select': { minHeight: '44px' },
  },
  scroll: {
    overflowX: 'auto',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: '0.625rem 0.875rem',
      textAlign: 'right',
      whiteSpace: 'nowrap',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      fontWeight: 400,
    },
    '& thead th': { color: tokens.colorNeutralForeground2, fontWeight: 600 },
    '& th:first-child': { textAlign: 'left' },
  },
  total: { '& th, & td': { fontWeight: 600 } },
  line: { '& th:first-child': { paddingLeft: '1.75rem', color: tokens.colorNeutralForeground2 } },
});

const splitKeys = {
  none: 'ledger.split.none',
  department: 'ledger.split.department',
  owner: 'ledger.split.owner',
  line: 'ledger.split.line',
  process: 'ledger.split.process',
} as const satisfies Record<LedgerSplit, string>;
const spans = [6, 12, 24, 36] as const;

/** 受付簿: what was open, came, came back, was closed, and is left, month by month. */
export function LedgerPage() {
  const styles = useStyles();
  const { t } = useWords();
  const { session } = useSession();
  const [split, setSplit] = useState<LedgerSplit>('none');
  const [months, setMonths] = useState(12);
  const ask = useCallback(
    () => session.request<ProposalLedger>(`/api/board/ledger?months=${months}&split=${split}`),
    [session, months, split],
  );
  const { value, error, retry, isOld } = useLasting(ask);
  useTitle(t('ledger.title'));
  if (error) return <PageTrouble error={error} onRetry={retry} />;
  if (!value) return <Loading words={t('app.loading')} />;
  return (
    <div className={styles.page} aria-busy={isOld}>
      <AppLink className={styles.back} to={boardAddress()}>
        {t('board.back')}
      </AppLink>
      <h1 className={styles.title}>{t('ledger.title')}</h1>
      <p className={styles.lead}>{t('ledger.lead')}</p>
      <div className={styles.choices}>
        <Field label={t('ledger.months')}>
          <Select value={String(months)} onChange={(_, data) => setMonths(Number(data.value))}>
            {spans.map((span) => (
              <option key={span} value={span}>
                {t('ledger.span', { n: span })}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('ledger.by')}>
          <Select value={split} onChange={(_, data) => setSplit(data.value as LedgerSplit)}>
            {Object.entries(splitKeys).map(([name, key]) => (
              <option key={name} value={name}>
                {t(key)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <LedgerTable ledger={value} />
    </div>
  );
}

function LedgerTable({ ledger }: { ledger: ProposalLedger }) {
  const styles = useStyles();
  const { t, locale, pick } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by the keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t('ledger.title')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('ledger.month')}</th>
            <th scope="col">{t('ledger.opening')}</th>
            <th scope="col">{t('ledger.received')}</th>
            <th scope="col">{t('ledger.reopened')}</th>
            <th scope="col">{t('ledger.closed')}</th>
            <th scope="col">{t('ledger.closing')}</th>
          </tr>
        </thead>
        {ledger.months.map(({ month, total, lines }) => (
          <tbody key={month}>
            <tr className={styles.total}>
              <th scope="row">{monthInWords(month, locale, true)}</th>
              <Figures line={total} />
            </tr>
            {lines.map(({ name, line }) => (
              <tr key={name?.ja ?? ''} className={styles.line}>
                <th scope="row">{name ? pick(name) : t('ledger.unknown')}</th>
                <Figures line={line} />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Figures({ line }: { line: LedgerLine }) {
  return (
    <>
      <td>{line.opening}</td>
      <td>{line.received}</td>
      <td>{line.reopened}</td>
      <td>{line.closed}</td>
      <td>{line.closing}</td>
    </>
  );
}
