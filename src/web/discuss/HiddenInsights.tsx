import { Button, makeStyles } from '@fluentui/react-components';
import type { ShownInsight } from '../../edges/http/contract/discussion.ts';
import { useWords } from '../i18n/i18n.ts';
import { Disclosure } from './Disclosure.tsx';
import { useDiscussStyles } from './discuss.styles.ts';
import { InsightCard } from './InsightCard.tsx';
import type { Act } from './useDiscussion.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '0.625rem', marginTop: '0.75rem' },
});

type Props = {
  hidden: readonly ShownInsight[];
  /** What a voice is called; null where it goes without saying. */
  voiceOf(voiceId: string | null): string | null;
  onRefer(insight: ShownInsight): void;
  act: Act;
};

/** What leaders hid from the department: theirs to read, to show again and to hand over, without its writer. */
export function HiddenInsights({ hidden, voiceOf, onRefer, act }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  return (
    <Disclosure title={t('discuss.hide.hidden')}>
      <p className={shared.quiet}>{t('discuss.hide.why')}</p>
      <ul className={styles.list}>
        {hidden.map((insight) => (
          <InsightCard
            key={insight.id}
            insight={insight}
            voice={voiceOf(insight.voiceId)}
            tools={
              <div className={shared.row}>
                <Button
                  appearance="subtle"
                  className={shared.press}
                  onClick={() => void act({ act: 'hideInsight', insightId: insight.id, hidden: false })}
                >
                  {t('discuss.hide.undo')}
                </Button>
                <Button appearance="subtle" className={shared.press} onClick={() => onRefer(insight)}>
                  {t('referrals.toOffice')}
                </Button>
              </div>
            }
          />
        ))}
      </ul>
    </Disclosure>
  );
}
