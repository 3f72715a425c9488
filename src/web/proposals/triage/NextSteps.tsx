import { Button, Field, MessageBar, MessageBarBody, makeStyles, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { dayInWords } from '../../i18n/format.rules.ts';
import { useWords } from '../../i18n/i18n.ts';
import { buttonRow } from '../../themes/layout.ts';
import { StateBadge } from '../StateBadge.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { ReferProposalDialog } from './ReferProposalDialog.tsx';
import { RequestDialog } from './RequestDialog.tsx';
import { isMove, type Move, moveKeys, needsWords, overdueKeys } from './states.ts';
import { useWorkAct } from './useWorkAct.ts';
import { AskDialog, DelayDialog, NoteDialog } from './WordsDialog.tsx';
import { fields, partTitle, quietText } from './work.styles.ts';
import type { WorkProps } from './workProps.ts';

const useStyles = makeStyles({
  title: partTitle,
  state: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0.25rem 0.75rem',
    marginBottom: '0.75rem',
  },
  quiet: quietText,
  fields,
  row: { ...buttonRow, gap: '0.5rem' },
});

type Open = Move | 'ask' | 'delay' | 'note' | 'request' | 'merge' | 'refer' | null;

/** Where it is, who is in charge, and what can be done next. */
export function NextSteps({ page, work, onChange, onGone }: WorkProps & { onGone(): void }) {
  const styles = useStyles();
  const { t, locale, pick } = useWords();
  const { busy, trouble, forget, work: send, act } = useWorkAct(page.id, onChange);
  const [open, setOpen] = useState<Open>(null);
  const { may } = work;

  function show(next: Open): void {
    forget();
    setOpen(next);
  }
  async function done(step: Promise<boolean>): Promise<void> {
    if (await step) setOpen(null);
  }
  const dialog = { busy, trouble, onClose: () => setOpen(null) };

  return (
    <>
      <h2 className={styles.title}>{t('work.next')}</h2>
      <div className={styles.state}>
        <StateBadge state={page.state} />
        {work.dueOn && (
          <span className={styles.quiet}>{t('work.stageDue', { day: dayInWords(work.dueOn, locale) })}</span>
        )}
        {page.overdue && <span className={styles.quiet}>{t(overdueKeys[page.overdue])}</span>}
      </div>
      <div className={styles.fields}>
        <Field label={t('board.owner')}>
          <Select
            value={work.assignee?.id ?? ''}
            disabled={!may.work || busy}
            onChange={(_, { value }) => void send({ act: 'assign', assigneeId: value || null })}
          >
            <option value="">{t('board.nobody')}</option>
            {ownersOf(work).map(({ id, name }) => (
              <option key={id} value={id}>
                {pick(name)}
              </option>
            ))}
          </Select>
        </Field>
        {work.moves.length > 0 && (
          <div className={styles.row}>
            {forwardFirst(work.moves.filter(isMove)).map((to, index) => (
              <Button
                key={to}
                appearance={index === 0 ? 'primary' : 'secondary'}
                disabledFocusable={busy}
                onClick={() => show(to)}
              >
                {t(moveKeys[to])}
              </Button>
            ))}
          </div>
        )}
        <div className={styles.row}>
          {may.ask && <Button onClick={() => show('ask')}>{t('work.ask')}</Button>}
          {may.dropQuestion && (
            <Button disabledFocusable={busy} onClick={() => void act({ act: 'dropQuestion' })}>
              {t('work.dropQuestion')}
            </Button>
          )}
          {may.request && <Button onClick={() => show('request')}>{t('work.request')}</Button>}
          {may.delay && <Button onClick={() => show('delay')}>{t('work.delay')}</Button>}
          {may.merge && <Button onClick={() => show('merge')}>{t('work.merge')}</Button>}
          {may.unmerge && (
            <Button disabledFocusable={busy} onClick={() => void send({ act: 'unmerge' })}>
              {t('work.unmerge')}
            </Button>
          )}
          {may.refer && <Button onClick={() => show('refer')}>{t('work.refer')}</Button>}
          {may.work && <Button onClick={() => show('note')}>{t('work.note')}</Button>}
        </div>
        {!may.work && <p className={styles.quiet}>{t('work.readsOnly')}</p>}
        {trouble && open === null && (
          <MessageBar intent="error" layout="multiline" politeness="assertive">
            <MessageBarBody>{trouble}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {open !== null && open in moveKeys && (
        <MoveDialog
          {...dialog}
          to={open as Move}
          count={null}
          onDecide={(decided) => void done(act({ act: 'decide', from: page.state, ...decided }))}
        />
      )}
      {open === 'ask' && <AskDialog {...dialog} onSend={(words) => void done(act({ act: 'ask', words }))} />}
      {open === 'note' && (
        <NoteDialog {...dialog} onSend={(words) => void done(send({ act: 'note', words }))} />
      )}
      {open === 'delay' && (
        <DelayDialog
          {...dialog}
          answerDueOn={page.answerDueOn}
          onSend={(words, answerDueOn) => void done(send({ act: 'delay', words, answerDueOn }))}
        />
      )}
      {open === 'request' && (
        <RequestDialog
          {...dialog}
          owner={page.facts.ownerDepartment}
          dueOn={work.requestDueOn}
          onSend={(request) => void done(send({ act: 'request', ...request }))}
        />
      )}
      {open === 'merge' && (
        <MergeDialog
          {...dialog}
          page={page}
          work={work}
          onMerge={(intoId) => void done(send({ act: 'merge', intoId }))}
        />
      )}
      {open === 'refer' && (
        <ReferProposalDialog
          {...dialog}
          offices={work.offices}
          onRefer={(office) =>
            void send({ act: 'refer', office }).then((isDone) => {
              if (isDone) onGone();
            })
          }
        />
      )}
    </>
  );
}

/** What leads on stands before what stops. */
function forwardFirst(all: readonly Move[]): Move[] {
  return [...all.filter((to) => !needsWords(to)), ...all.filter(needsWords)];
}

/** Who may be in charge; somebody who was and is no triager any more stays in the list until changed. */
function ownersOf({ triagers, assignee }: WorkProps['work']): WorkProps['work']['triagers'] {
  return !assignee || triagers.some(({ id }) => id === assignee.id) ? triagers : [...triagers, assignee];
}
