import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ProposalPage } from '../../edges/http/contract/proposalPage.ts';
import { Dialog } from '../discuss/Dialog.tsx';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { useWords } from '../i18n/i18n.ts';
import { useProposalAct } from './useProposalAct.ts';

const useStyles = makeStyles({
  trouble: { lineHeight: 1.7, color: tokens.colorStatusDangerForeground1 },
});

type Props = { page: ProposalPage; onChange(page: ProposalPage): void; onEdit(): void };

/** While nobody has begun with it, whoever sent it changes it or takes it back. */
export function OwnTools({ page, onChange, onEdit }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const [asked, setAsked] = useState(false);
  const { trouble, act } = useProposalAct(page.id, onChange);
  const { mayEdit, mayWithdraw } = page.me;
  if (!mayEdit && !mayWithdraw) return null;
  return (
    <div>
      <div className={shared.row}>
        {mayEdit && (
          <Button className={shared.press} onClick={onEdit}>
            {t('proposals.edit')}
          </Button>
        )}
        {mayWithdraw && (
          <Button appearance="subtle" className={shared.small} onClick={() => setAsked(true)}>
            {t('proposals.withdraw')}
          </Button>
        )}
      </div>
      <p className={shared.hint}>{t('proposals.editRule')}</p>
      {trouble && (
        <p role="alert" className={styles.trouble}>
          {trouble}
        </p>
      )}
      {asked && (
        <Dialog
          title={t('proposals.withdrawTitle')}
          does={t('proposals.withdraw')}
          onDo={() => void act({ act: 'withdraw' })}
          onClose={() => setAsked(false)}
        >
          <p className={shared.words}>{t('proposals.withdrawBody')}</p>
        </Dialog>
      )}
    </div>
  );
}
