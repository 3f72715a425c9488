import { makeStyles } from '@fluentui/react-components';
import { WifiOffRegular } from '@fluentui/react-icons/svg/wifi-off';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../i18n/i18n.ts';
import { floatingBanner } from '../shell/surfaces.ts';
import { visuallyHidden } from '../shell/visuallyHidden.ts';

const useStyles = makeStyles({
  hidden: visuallyHidden,
  banner: {
    ...floatingBanner,
    padding: '0.75rem 1rem',
    textWrap: 'pretty',
  },
  icon: { flexShrink: 0, marginTop: '0.2rem', fontSize: '1.125rem' },
});

type Props = { heard: boolean; offline: boolean };

/** Says what changed while the page was open: heard, connection lost and back. Nothing else speaks up. */
export function Announcements({ heard, offline }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const [said, setSaid] = useState('');
  const before = useRef({ heard, offline });

  useEffect(() => {
    const was = before.current;
    before.current = { heard, offline };
    if (offline && !was.offline) setSaid(t('offline.banner'));
    else if (!offline && was.offline) setSaid(t('offline.back'));
    else if (heard && !was.heard) setSaid(t('heard.announce'));
  }, [heard, offline, t]);

  return (
    <>
      <div role="status" className={styles.hidden}>
        {said}
      </div>
      {offline && (
        <div className={styles.banner}>
          <WifiOffRegular className={styles.icon} aria-hidden="true" />
          <p>{t('offline.banner')}</p>
        </div>
      )}
    </>
  );
}
