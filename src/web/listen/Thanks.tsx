import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import type { VoicePage } from '../../edges/http/contract.ts';
import { dayInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { DOCKED } from './layout.ts';

const useStyles = makeStyles({
  thanks: {
    display: 'flex',
    gap: '0.75rem',
    lineHeight: 1.7,
    order: 2,
    padding: '0 0.25rem',
    textWrap: 'pretty',
    [DOCKED]: { padding: '1.5rem 0 0' },
  },
  docked: { padding: '1.5rem 0 0' },
  icon: { flexShrink: 0, fontSize: '1.5rem', color: tokens.colorStatusSuccessForeground1 },
});

type Props = { edition: VoicePage['edition']; spread: boolean };

/** After hearing: thanks, and the day by which the workplace talks about it. */
export function Thanks({ edition, spread }: Props) {
  const styles = useStyles();
  const { t, locale } = useWords();
  return (
    <p className={mergeClasses(styles.thanks, !spread && styles.docked)}>
      <CheckmarkCircleRegular className={styles.icon} aria-hidden="true" />
      <span>
        {edition.state === 'open'
          ? t('heard.thanks', { day: dayInWords(edition.dueOn, locale) })
          : t('heard.thanksClosed')}
      </span>
    </p>
  );
}
