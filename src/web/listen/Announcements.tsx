import { makeStyles, tokens } from '@fluentui/react-components';
import { WifiOffRegular } from '@fluentui/react-icons/svg/wifi-off';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../i18n/i18n.ts';
import { visuallyHidden } from '../shell/visuallyHidden.ts';

const useStyles = makeStyles({
  hidden: visuallyHidden,
  banner: {
    position: 'fixed',
    left: '50%',
    top: '0.75rem',
    translate: '-50% 0',
    zIndex: 10,
    width: 'min(34rem, calc(100vw - 2rem))',
    boxSizing: 'border-box',
    display: 'flex',
    gap: '0.75rem',
    padding: '0.75rem 1rem',
    lineHeight: 1.6,
    textWrap: 'pretty',
    fontSize: '0.9375rem',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
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
