import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReferralPage } from '../../edges/http/contract/themes.ts';
import { useWords } from '../i18n/i18n.ts';
import { buttonRow } from './layout.ts';
import { ReferDialog } from './ReferDialog.tsx';
import { useAct } from './useAct.ts';

const useStyles = makeStyles({ actions: { ...buttonRow } });

type Props<List> = {
  /** Where its acts go. */
  path: string;
  page: Pick<ReferralPage, 'office' | 'offices'> & Partial<Pick<ReferralPage, 'openOffices'>>;
  isTaken: boolean;
  /** What the person reads now. */
  onChange(list: List): void;
};

/** What an office does with what was handed over: takes it on, or passes it on to the office that it belongs to. */
export function HandOverTools<List>({ path, page, isTaken, onChange }: Props<List>) {
  const styles = useStyles();
  const { t } = useWords();
  const { busy, trouble, send } = useAct();
  const [passingOn, setPassingOn] = useState(false);

  async function take(): Promise<void> {
    const list = await send<List>(path, { act: 'take' });
    if (list) onChange(list);
  }

  return (
    <>
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
        <ReferDialog<List>
          path={path}
          act="passOn"
          offices={page.offices.filter(({ key }) => key !== page.office.key)}
          openOffices={page.openOffices}
          onClose={() => setPassingOn(false)}
          onDone={(list) => {
            setPassingOn(false);
            onChange(list);
          }}
        />
      )}
    </>
  );
}
