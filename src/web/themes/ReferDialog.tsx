import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Label } from '../../edges/http/contract.ts';
import { useWords } from '../i18n/i18n.ts';
import { Modal } from './Modal.tsx';
import { OfficeChoice } from './OfficeChoice.tsx';
import { useAct } from './useAct.ts';

type Props<Answer> = {
  /** Where it is sent to: the insight's or the hand-over's own address. */
  path: string;
  act: 'refer' | 'passOn';
  offices: readonly Label[];
  /** Keys of those for which somebody reads; absent: that is not known. */
  openOffices?: readonly string[] | undefined;
  /** With what the server answers: after passing on, the list of hand-overs. */
  onDone(answer: Answer): void;
  onClose(): void;
};

/** Asks for the office that something belongs to, and says what follows: from then on only its readers see it. */
export function ReferDialog<Answer>({ path, act, offices, openOffices, onDone, onClose }: Props<Answer>) {
  const { t } = useWords();
  const { busy, trouble, send } = useAct();
  const [office, setOffice] = useState('');

  async function submit(): Promise<void> {
    if (office === '' || busy) return;
    const answer = await send<Answer>(path, { act, office });
    if (answer) onDone(answer);
  }

  return (
    <Modal
      title={t('referrals.referTitle')}
      trouble={trouble}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button type="submit" appearance="primary" disabledFocusable={office === '' || busy}>
            {t('referrals.refer')}
          </Button>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
        </>
      }
    >
      <p>{t('referrals.referBody')}</p>
      <OfficeChoice offices={offices} open={openOffices} office={office} onChoose={setOffice} />
    </Modal>
  );
}
