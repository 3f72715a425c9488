import { makeStyles } from '@fluentui/react-components';
import { useWords } from '../../i18n/i18n.ts';
import { sheet } from '../../themes/layout.ts';
import { ExampleSection } from './ExampleSection.tsx';
import { NextSteps } from './NextSteps.tsx';
import { Requests } from './Requests.tsx';
import { Together } from './Together.tsx';
import { WorkForm } from './WorkForm.tsx';
import type { WorkProps } from './workProps.ts';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: '1rem' },
  sheet: { ...sheet },
});

type Props = Omit<WorkProps, 'work'> & {
  /** It was handed over: whoever did it does not see it any more. */
  onGone(): void;
};

/**
 * The quality department's side of a proposal: the next step, what was worked out, departments that were asked, who
 * supports it, and the improvement example. Shown beside its story to those who read proposals.
 */
export function WorkPanel({ page, onChange, onGone }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const { work } = page;
  if (!work) return null;
  const props = { page, work, onChange };
  const hasExample = work.example !== null || work.may.writeExample;
  return (
    <section className={styles.panel} aria-label={t('work.panel')}>
      <div className={styles.sheet}>
        <NextSteps {...props} onGone={onGone} />
      </div>
      {hasExample && (
        <div className={styles.sheet}>
          <ExampleSection {...props} />
        </div>
      )}
      <div className={styles.sheet}>
        <WorkForm {...props} />
      </div>
      {work.requests.length > 0 && (
        <div className={styles.sheet}>
          <Requests {...props} />
        </div>
      )}
      <div className={styles.sheet}>
        <Together {...props} />
      </div>
    </section>
  );
}
