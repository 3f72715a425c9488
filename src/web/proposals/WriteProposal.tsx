import {
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { ProposalForm } from '../../edges/http/contract/proposals.ts';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { dayInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { Beginning } from './Beginning.tsx';
import { isBegun, type ProposalDraft } from './draft.rules.ts';
import { FoundWords } from './FoundWords.tsx';
import { keepDraft, keptDraft } from './keptDraft.ts';
import { NameChoice } from './NameChoice.tsx';
import { OfficesNote } from './OfficesNote.tsx';
import { ProposalFields } from './ProposalFields.tsx';
import { useProposalStyles, WIDE } from './proposals.styles.ts';
import { ReceiptView } from './ReceiptView.tsx';
import { SimilarAside } from './SimilarAside.tsx';
import { useSending } from './useSending.ts';
import { useSimilar } from './useSimilar.ts';

const useStyles = makeStyles({
  page: {
    paddingTop: 'clamp(0.75rem, 3vh, 2rem)',
    [WIDE]: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 22rem)',
      // What is taller beside them does not pull the rows apart.
      gridTemplateRows: 'auto auto 1fr',
      columnGap: '2rem',
      alignItems: 'start',
    },
  },
  head: { gridColumn: '1 / -1', marginBottom: '1rem' },
  form: { display: 'flex', flexDirection: 'column', gap: '1.75rem', [WIDE]: { gridColumn: 1, gridRow: 2 } },
  aside: {
    marginTop: '1rem',
    [WIDE]: { marginTop: 0, position: 'sticky', top: '1rem', gridColumn: 2, gridRow: '2 / span 2' },
  },
  send: {
    marginTop: '1.25rem',
    display: 'flex',
    flexDirection: 'column',
    gap: '1rem',
    [WIDE]: { gridColumn: 1, gridRow: 3 },
  },
  restored: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0 1rem',
    fontSize: '0.875rem',
    color: tokens.colorNeutralForeground2,
  },
});

type Props = {
  form: ProposalForm;
  lost: string;
  personId: string;
  beginning: string;
  /** A new draft, with what it begins with. */
  begin(): ProposalDraft;
  /** Words came along in the address: they are meant, not what was kept before. */
  isBrought: boolean;
};

/** A proposal while it is written: one field first, similar ones beside it, and the receipt in its place. */
export function WriteProposal({ form, lost, personId, beginning, begin, isBrought }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const own = useProposalStyles();
  const { t, locale } = useWords();
  const [start, setStart] = useState(begin);
  const [kept] = useState(() => (isBrought ? null : keptDraft(personId, beginning)));
  const [draft, setDraft] = useState<ProposalDraft>(() => (kept ? { ...kept, place: start.place } : start));
  const [isRestored, setIsRestored] = useState(kept !== null);
  const [files, setFiles] = useState<File[]>([]);
  const forget = useCallback(() => keepDraft(personId, beginning, null), [personId, beginning]);
  const { sending, send, confirm, back } = useSending(forget);
  const similar = useSimilar(draft);
  const hasWords = draft.words.change.trim() !== '';
  const isOpen = sending.status !== 'sent';
  const isUnsaved = isOpen && isBegun(draft, start);
  useKept({ personId, beginning, draft, isUnsaved });

  function anew(): void {
    forget();
    const next = begin();
    setStart(next);
    setDraft(next);
    setFiles([]);
    setIsRestored(false);
    back();
  }

  if (sending.status === 'sent') {
    return <ReceiptView sent={sending.sent} anonymous={draft.anonymous} onAnother={anew} />;
  }
  return (
    <article className={styles.page} aria-label={t('title.propose')}>
      <div className={styles.head}>
        <h1 className={own.title}>{t('title.propose')}</h1>
        <p className={own.lead}>{t('propose.lead', { day: dayInWords(form.answerDueOn, locale) })}</p>
      </div>
      <div className={mergeClasses(shared.panel, styles.form)}>
        {lost !== '' && (
          <MessageBar layout="multiline">
            <MessageBarBody>{lost}</MessageBarBody>
          </MessageBar>
        )}
        {isRestored && (
          <p className={styles.restored} role="status">
            {t('propose.restored')}
            <Button appearance="transparent" className={shared.press} onClick={anew}>
              {t('propose.anew')}
            </Button>
          </p>
        )}
        <Beginning form={form} />
        <ProposalFields
          form={form}
          draft={draft}
          files={files}
          onFiles={setFiles}
          onChange={setDraft}
          isUnfolded={hasWords}
        />
      </div>
      <div className={styles.aside}>
        <SimilarAside similar={similar} />
      </div>
      <div className={styles.send}>
        <NameChoice draft={draft} onChange={setDraft} />
        {sending.status === 'asking' ? (
          <FoundWords
            places={sending.places}
            onConfirm={(words) => void confirm(draft, files, words)}
            onBack={back}
          />
        ) : (
          <SendRow
            isBusy={sending.status === 'busy'}
            maySend={hasWords}
            trouble={sending.status === 'writing' ? sending.trouble : null}
            onSend={() => void send(draft, files)}
          />
        )}
        <OfficesNote offices={form.offices} />
      </div>
    </article>
  );
}

type Kept = { personId: string; beginning: string; draft: ProposalDraft; isUnsaved: boolean };

/** What is written stays in this tab until it is sent; leaving the browser's page warns. */
function useKept({ personId, beginning, draft, isUnsaved }: Kept): void {
  useEffect(() => {
    keepDraft(personId, beginning, isUnsaved ? draft : null);
  }, [personId, beginning, draft, isUnsaved]);
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsaved]);
}

type SendProps = { isBusy: boolean; maySend: boolean; trouble: string | null; onSend(): void };

function SendRow({ isBusy, maySend, trouble, onSend }: SendProps) {
  const shared = useDiscussStyles();
  const { t } = useWords();
  return (
    <>
      {trouble !== null && (
        <MessageBar intent="error" layout="multiline" politeness="assertive">
          <MessageBarBody>{trouble}</MessageBarBody>
        </MessageBar>
      )}
      <div className={shared.row}>
        <Button
          appearance="primary"
          className={shared.main}
          disabledFocusable={!maySend || isBusy}
          onClick={onSend}
        >
          {isBusy ? t('propose.sending') : t('propose.send')}
        </Button>
        {!maySend && <p className={shared.quiet}>{t('propose.needsWords')}</p>}
      </div>
    </>
  );
}
