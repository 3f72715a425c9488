import { makeStyles, tokens } from '@fluentui/react-components';
import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb';
import { useWords } from '../i18n/i18n.ts';
import { quietMark } from '../shell/surfaces.ts';

const useStyles = makeStyles({
  mark: {
    ...quietMark,
    color: tokens.colorBrandForeground1,
  },
});

/** Marked as a candidate for a proposal. */
export function SuggestedMark() {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <span className={styles.mark}>
      <LightbulbRegular aria-hidden="true" />
      {t('discuss.suggest.mark')}
    </span>
  );
}
