import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { useWords } from '../i18n/i18n.ts';
import { quietMark } from '../shell/surfaces.ts';

const useStyles = makeStyles({
  mark: {
    ...quietMark,
    color: tokens.colorStatusSuccessForeground1,
  },
});

/** The quiet ✓ of a voice that was heard. */
export function HeardMark() {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <span className={styles.mark}>
      <CheckmarkRegular aria-hidden="true" />
      {t('heard.title')}
    </span>
  );
}
