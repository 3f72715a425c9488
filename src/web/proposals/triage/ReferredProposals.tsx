import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { ReferredEntry, ReferredList, ReferredPage } from '../../../edges/http/contract/proposalWork.ts';
import { dayInWords } from '../../i18n/format.rules.ts';
import { useWords } from '../../i18n/i18n.ts';
import { useSession } from '../../session/useSession.ts';
import { Loading } from '../../shell/Loading.tsx';
import { useAnswer } from '../../shell/useAnswer.ts';
import { buttonRow, sheet } from '../../themes/layout.ts';
import { PageTrouble } from '../../themes/PageTrouble.tsx';
import { ReferDialog } from '../../themes/ReferDialog.tsx';
import { useAct } from '../../themes/useAct.ts';

const useStyles = makeStyles({
  part: { fontSize: '1.25rem', fontWeight: 600, margin: '1.5rem 0 0.75rem' },
  list: { display: 'flex', flexDirection: 'column', gap: '0.75rem' },
  entry: { ...sheet },
  row: { ...buttonRow, justifyContent: 'space-between', alignItems: 'center' },
  office: { fontWeight: 600, lineHeight: 1.7 },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0.25rem 1rem',
    fontSize: '0.875rem',
    color: tokens.colorNeutralForeground2,
  },
  words: {
    display: 'flex',
    flexDirection: 'column',
    gap: '0.75rem',
    marginTop: '1rem',
    paddingTop: '1rem',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    lineHeight: 1.8,
    '& p': { whiteSpace: 'pre-line' },
  },
  title: { fontSize: '1.0625rem', fontWeight: 600 },
  actions: { ...buttonRow },
});

type Props = { referrals: readonly ReferredEntry[]; onChange(list: ReferredList): void };

/** Proposals that were handed over to the offices that the person reads for. */
export function ReferredProposals({ referrals, onChange }: Props) {
  const styles = useStyles();
  const { t, locale, pick } = useWords();
  const [open, setOpen] = useState<string | null>(null);
  if (referrals.length === 0) return null;
  return (
    <section>
      <h2 className={styles.part}>{t('work.referred')}</h2>
      <ul className={styles.list}>
        {referrals.map((one) => {
          const isOpen = open === one.id;
          const day = dayInWords(one.referredOn, locale);
          return (
            <li key={one.id} className={styles.entry}>
              <div className={styles.row}>
                <div>
                  <p className={styles.office}>{pick(one.office.label)}</p>
                  <div className={styles.facts}>
                    <span>{t('referrals.referredOn', { day })}</span>
                    {one.takenBy ? (
                      <span>{t('referrals.takenBy', { name: pick(one.takenBy) })}</span>
                    ) : (
                      <Badge appearance="tint" color="warning" size="large">
                        {t('referrals.waiting')}
                      </Badge>
                    )}
                  </div>
                </div>
                <Button
                  aria-expanded={isOpen}
                  aria-label={t('work.readReferred', { office: pick(one.office.label), day })}
                  onClick={() => setOpen(isOpen ? null : one.id)}
                >
                  {isOpen ? t('referrals.close') : t('referrals.read')}
                </Button>
              </div>
              {isOpen && <Referred id={one.id} isTaken={one.takenOn !== null} onChange={onChange} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type ReferredProps = { id: string; isTaken: boolean; onChange(list: ReferredList): void };

/** Reads one; every reading is logged. */
function Referred({ id, isTaken, onChange }: ReferredProps) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const { session } = useSession();
  const { busy, trouble, send } = useAct();
  const [passingOn, setPassingOn] = useState(false);
  const path = `/api/referrals/proposals/${id}`;
  const ask = useCallback(() => session.request<ReferredPage>(path), [session, path]);
  const { answer, retry } = useAnswer(ask);
  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <PageTrouble error={answer.error} onRetry={retry} />;
  const page = answer.value;
  const from = page.proposer ? pick(page.proposer) : t('board.anonymous');

  async function take(): Promise<void> {
    const list = await send<ReferredList>(path, { act: 'take' });
    if (list) onChange(list);
  }

  return (
    <div className={styles.words}>
      <p className={styles.title} lang="ja">
        {page.title}
      </p>
      {[page.today, page.change, page.effect].filter(Boolean).map((words) => (
        <p key={words} lang="ja">
          {words}
        </p>
      ))}
      <ul className={styles.facts} aria-label={t('insights.facts')}>
        <li>{page.number}</li>
        <li>{from}</li>
        {page.department && <li>{pick(page.department)}</li>}
      </ul>
      {trouble && <p role="alert">{trouble}</p>}
      <div className={styles.actions}>
        {!isTaken && (
          <Button appearance="primary" disabledFocusable={busy} onClick={() => void take()}>
            {t('referrals.take')}
          </Button>
        )}
        <Button onClick={() => setPassingOn(true)}>{t('referrals.passOn')}</Button>
      </div>
      {passingOn && (
        <ReferDialog
          path={path}
          act="passOn"
          offices={page.offices.filter(({ key }) => key !== page.office.key)}
          onClose={() => setPassingOn(false)}
          onDone={(list) => {
            setPassingOn(false);
            if (list) onChange(list);
          }}
        />
      )}
    </div>
  );
}
