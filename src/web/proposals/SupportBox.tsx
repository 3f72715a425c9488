import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { HandRightRegular } from '@fluentui/react-icons/svg/hand-right';
import { useState } from 'react';
import type { ProposalPage } from '../../edges/http/contract/proposalPage.ts';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { GrowingText } from '../discuss/GrowingText.tsx';
import { useWords } from '../i18n/i18n.ts';
import { useProposalAct } from './useProposalAct.ts';

const LONGEST_COMMENT = 400;

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '0.75rem' },
  done: { fontWeight: 600, lineHeight: 1.7, color: tokens.colorStatusSuccessForeground1 },
  trouble: { lineHeight: 1.7, color: tokens.colorStatusDangerForeground1 },
});

type Props = {
  proposalId: string;
  number: string;
  supported: boolean;
  onChange(page: ProposalPage): void;
};

/** 賛同: adds one's voice to somebody's proposal, with a comment if one likes; and takes it back. */
export function SupportBox({ proposalId, number, supported, onChange }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const [comment, setComment] = useState('');
  const { busy, trouble, act } = useProposalAct(proposalId, onChange);

  async function support(): Promise<void> {
    if (await act({ act: 'support', comment: comment.trim() })) setIsOpen(false);
  }

  return (
    <div className={styles.box}>
      <p role="status" className={styles.done} hidden={!supported}>
        {supported && t('proposals.supported')}
      </p>
      {!supported && !isOpen && (
        <div>
          <Button
            className={shared.press}
            icon={<HandRightRegular />}
            aria-label={t('proposals.supportOf', { number })}
            onClick={() => setIsOpen(true)}
          >
            {t('proposals.support')}
          </Button>
        </div>
      )}
      {!supported && isOpen && (
        <>
          <GrowingText
            label={t('proposals.comment')}
            value={comment}
            longest={LONGEST_COMMENT}
            onChange={setComment}
          />
          <div className={shared.row}>
            <Button
              appearance="primary"
              className={shared.press}
              disabledFocusable={busy}
              onClick={() => void support()}
            >
              {t('proposals.supportSend')}
            </Button>
            <Button className={shared.press} onClick={() => setIsOpen(false)}>
              {t('discuss.cancel')}
            </Button>
          </div>
        </>
      )}
      {supported && (
        <div>
          <Button
            appearance="subtle"
            className={shared.small}
            disabledFocusable={busy}
            aria-label={t('proposals.takeBackOf', { number })}
            onClick={() => void act({ act: 'takeSupportBack' })}
          >
            {t('proposals.takeBack')}
          </Button>
        </div>
      )}
      {trouble && (
        <p role="alert" className={styles.trouble}>
          {trouble}
        </p>
      )}
    </div>
  );
}
