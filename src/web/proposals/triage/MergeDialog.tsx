import { Button, Field, Input, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ProposalPage } from '../../../edges/http/contract/proposalPage.ts';
import type { FoundProposal } from '../../../edges/http/contract/proposalWork.ts';
import { useWords } from '../../i18n/i18n.ts';
import { useSession } from '../../session/useSession.ts';
import { Modal } from '../../themes/Modal.tsx';
import { stateKeys } from '../states.ts';
import type { DialogProps } from './WordsDialog.tsx';
import { quietText } from './work.styles.ts';

const useStyles = makeStyles({ quiet: quietText });

/** So long somebody pauses before a number is looked up. */
const PAUSE_MS = 300;

type Found = NonNullable<FoundProposal['found']>;
type Props = DialogProps & {
  page: ProposalPage;
  work: NonNullable<ProposalPage['work']>;
  onMerge(intoId: string): void;
};

/** 統合: which proposal it is the same as, by its number or among those that are alike. */
export function MergeDialog({ page, work, onMerge, busy, trouble, onClose }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const [into, setInto] = useState<string | null>(null);
  const [number, setNumber] = useState('');
  const found = useNumber(number);
  const chosen = found && found.id !== page.id ? found.id : into;
  return (
    <Modal
      title={t('work.mergeTitle')}
      trouble={trouble}
      onClose={onClose}
      onSubmit={() => {
        if (chosen && !busy) onMerge(chosen);
      }}
      actions={
        <>
          <Button type="submit" appearance="primary" disabledFocusable={!chosen || busy}>
            {t('work.mergeSend')}
          </Button>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
        </>
      }
    >
      <p>{t('work.mergeBody')}</p>
      {work.similar.length > 0 && (
        <Field label={t('work.similar')}>
          <RadioGroup value={into ?? ''} onChange={(_, { value }) => setInto(value)}>
            {work.similar.map((one) => (
              <Radio
                key={one.id}
                value={one.id}
                label={t('work.proposal', { number: one.number, title: one.title })}
              />
            ))}
          </RadioGroup>
        </Field>
      )}
      <Field label={t('work.mergeNumber')} hint={t('work.mergeNumberHint')}>
        <Input value={number} maxLength={20} onChange={(_, { value }) => setNumber(value)} />
      </Field>
      <p role="status" className={styles.quiet}>
        {found &&
          (found.id === page.id
            ? t('work.mergeSelf')
            : t('work.mergeFound', {
                number: found.number,
                title: found.title,
                state: t(stateKeys[found.state]),
              }))}
        {!found && number.trim().length > 6 && t('work.mergeNone')}
      </p>
    </Modal>
  );
}

/** The proposal with a number that somebody types. */
function useNumber(number: string): Found | null {
  const { session } = useSession();
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    setFound(null);
    if (number.trim().length < 6) return;
    let gone = false;
    const pause = setTimeout(() => {
      session
        .request<FoundProposal>(`/api/board/find?${new URLSearchParams({ number })}`)
        .then((answer) => !gone && setFound(answer.found))
        // The next letter asks again.
        .catch(() => undefined);
    }, PAUSE_MS);
    return () => {
      gone = true;
      clearTimeout(pause);
    };
  }, [session, number]);
  return found;
}
