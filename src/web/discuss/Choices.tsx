import { makeStyles, tokens } from '@fluentui/react-components';
import type { DiscussionList } from '../../edges/http/contract/discussion.ts';
import { monthInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { addressOf } from '../shell/router.ts';
import { wholeCard } from '../shell/wholeCard.ts';
import { stateKeys } from './Notices.tsx';

const useStyles = makeStyles({
  page: { maxWidth: '40rem', margin: '0 auto', paddingTop: 'clamp(1rem, 4vh, 2.5rem)' },
  title: {
    fontSize: 'clamp(1.375rem, 4vw, 1.75rem)',
    lineHeight: 1.5,
    fontWeight: 600,
    marginBottom: '1.5rem',
    textWrap: 'pretty',
  },
  list: { display: 'flex', flexDirection: 'column', gap: '0.75rem' },
  one: {
    position: 'relative',
    padding: '1rem 1.25rem',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  link: { ...wholeCard, fontSize: '1.125rem', fontWeight: 600, color: tokens.colorNeutralForeground1 },
  state: { color: tokens.colorNeutralForeground2, lineHeight: 1.7 },
});

type Props = { editionId: string; discussions: DiscussionList['discussions'] };

/** With two posts, or several units to lead: which workplace's discussion. */
export function Choices({ editionId, discussions }: Props) {
  const styles = useStyles();
  const { t, locale, pick } = useWords();
  const month = monthInWords(discussions[0]?.month ?? '', locale, false);
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('discuss.which', { month })}</h1>
      <ul className={styles.list}>
        {discussions.map((one) => (
          <li key={one.id} className={styles.one}>
            <AppLink
              className={styles.link}
              appearance="subtle"
              to={addressOf(`/discuss/${editionId}`, { department: one.department.id })}
            >
              {pick(one.department.name)}
            </AppLink>
            <p className={styles.state}>{t(stateKeys[one.state])}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
