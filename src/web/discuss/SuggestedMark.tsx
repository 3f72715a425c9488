import { makeStyles, tokens } from '@fluentui/react-components';
import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb';
import { useWords } from '../i18n/i18n.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { addressOf } from '../shell/router.ts';
import { quietMark } from '../shell/surfaces.ts';
import { useTakenUp } from './TakenUp.tsx';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 1rem' },
  mark: {
    ...quietMark,
    color: tokens.colorBrandForeground1,
  },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
});

/** Marked as a candidate for a proposal: whoever takes part makes one of it, or reads the one that was made. */
export function SuggestedMark({ sourceId }: { sourceId: string }) {
  const styles = useStyles();
  const { t } = useWords();
  const taken = useTakenUp(sourceId);
  return (
    <div className={styles.line}>
      <span className={styles.mark}>
        <LightbulbRegular aria-hidden="true" />
        {t('discuss.suggest.mark')}
      </span>
      {taken?.proposal && (
        <AppLink className={styles.link} to={addressOf(`/proposals/${taken.proposal.id}`)}>
          {t('discuss.suggest.taken', { number: taken.proposal.number })}
        </AppLink>
      )}
      {taken && !taken.proposal && (
        <AppLink className={styles.link} to={addressOf('/propose', { suggestion: taken.id })}>
          {t('discuss.suggest.propose')}
        </AppLink>
      )}
    </div>
  );
}
