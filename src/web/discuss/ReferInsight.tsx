import { useState } from 'react';
import type { DiscussionPage, ShownInsight } from '../../edges/http/contract/discussion.ts';
import { useWords } from '../i18n/i18n.ts';
import { OfficeChoice } from '../themes/OfficeChoice.tsx';
import { Dialog } from './Dialog.tsx';
import { useDiscussStyles } from './discuss.styles.ts';
import type { Act } from './useDiscussion.ts';

type Props = Pick<DiscussionPage, 'offices'> & {
  /** Keys of those for which somebody reads. */
  openOffices: readonly string[];
  insight: ShownInsight;
  act: Act;
  onClose(): void;
};

/** Asks a leader for the office that an insight belongs to; from then on only its readers see it. */
export function ReferInsight({ insight, offices, openOffices, act, onClose }: Props) {
  const shared = useDiscussStyles();
  const { t } = useWords();
  const [office, setOffice] = useState('');
  return (
    <Dialog
      title={t('referrals.referTitle')}
      does={t('referrals.refer')}
      mayDo={office !== ''}
      onDo={() => void act({ act: 'refer', insightId: insight.id, office })}
      onClose={onClose}
    >
      <p className={shared.words}>{t('referrals.referBody')}</p>
      <OfficeChoice offices={offices} open={openOffices} office={office} onChoose={setOffice} />
    </Dialog>
  );
}
