import { Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { DiscussionPage, ShownInsight } from '../../edges/http/contract/discussion.ts';
import { useWords } from '../i18n/i18n.ts';
import { Dialog } from './Dialog.tsx';
import { useDiscussStyles } from './discuss.styles.ts';
import type { Act } from './useDiscussion.ts';

type Props = Pick<DiscussionPage, 'offices'> & { insight: ShownInsight; act: Act; onClose(): void };

/** Asks a leader for the office that an insight belongs to; from then on only its readers see it. */
export function ReferInsight({ insight, offices, act, onClose }: Props) {
  const shared = useDiscussStyles();
  const { t, pick } = useWords();
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
      <RadioGroup
        aria-label={t('referrals.office')}
        value={office}
        onChange={(_, { value }) => setOffice(value)}
      >
        {offices.map(({ key, label }) => (
          <Radio key={key} value={key} label={pick(label)} />
        ))}
      </RadioGroup>
    </Dialog>
  );
}
