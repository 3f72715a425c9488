import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import type { OwnInsight } from '../../edges/http/contract/discussion.ts';
import { useWords } from '../i18n/i18n.ts';
import type { Draft } from './draftKeeper.ts';

const useStyles = makeStyles({
  line: {
    flex: '1 1 16rem',
    lineHeight: 1.7,
    fontSize: '0.875rem',
    color: tokens.colorNeutralForeground2,
    textWrap: 'pretty',
  },
  tick: { verticalAlign: '-0.15em', marginRight: '0.25rem' },
});

type Props = {
  draft: Draft;
  isAlone: boolean;
  /** It was revealed while one wrote. */
  isLate: boolean;
  masked: OwnInsight['masked'];
};

/** Whether what one writes has arrived, and what was masked of it. */
export function SaveLine({ draft, isAlone, isLate, masked }: Props) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const types = masked.map(pick).join(t('discuss.comma'));
  return (
    <div role="status" className={styles.line}>
      {draft.status === 'saved' && (
        <p>
          <CheckmarkRegular className={styles.tick} aria-hidden="true" />
          {isAlone ? t('discuss.insight.saved') : t('discuss.insight.sent')}
        </p>
      )}
      {draft.status === 'saved' && types !== '' && <p>{t('discuss.insight.masked', { types })}</p>}
      {draft.status === 'offline' && <p>{t('discuss.insight.offline')}</p>}
      {(draft.status === 'revealed' || (isLate && draft.status === 'unsaved')) && (
        <p>{t('discuss.insight.revealed')}</p>
      )}
      {draft.status === 'refused' && <p>{draft.message}</p>}
      {(draft.status === 'empty' || (draft.status === 'unsaved' && isAlone)) && (
        <p>{isAlone ? t('discuss.insight.byPress') : t('discuss.insight.final')}</p>
      )}
    </div>
  );
}
