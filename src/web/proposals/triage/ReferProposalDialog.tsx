import { Button, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { Label } from '../../../edges/http/contract.ts';
import { useWords } from '../../i18n/i18n.ts';
import { Modal } from '../../themes/Modal.tsx';
import type { DialogProps } from './WordsDialog.tsx';

type Props = DialogProps & { offices: readonly Label[]; onRefer(office: string): void };

/** 引継ぎ: to which office, and what follows. */
export function ReferProposalDialog({ offices, onRefer, busy, trouble, onClose }: Props) {
  const { t, pick } = useWords();
  const [office, setOffice] = useState('');
  const isReady = office !== '' && !busy;
  return (
    <Modal
      title={t('referrals.referTitle')}
      trouble={trouble}
      onClose={onClose}
      onSubmit={() => {
        if (isReady) onRefer(office);
      }}
      actions={
        <>
          <Button type="submit" appearance="primary" disabledFocusable={!isReady}>
            {t('referrals.refer')}
          </Button>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
        </>
      }
    >
      <p>{t('work.referBody')}</p>
      <RadioGroup
        aria-label={t('referrals.office')}
        value={office}
        onChange={(_, { value }) => setOffice(value)}
      >
        {offices.map(({ key, label }) => (
          <Radio key={key} value={key} label={pick(label)} />
        ))}
      </RadioGroup>
    </Modal>
  );
}
