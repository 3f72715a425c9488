import { makeStyles, tokens } from '@fluentui/react-components';
import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb';
import { useId } from 'react';
import { useWords } from '../i18n/i18n.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { addressOf } from '../shell/router.ts';

const useStyles = makeStyles({
  tile: {
    display: 'flex',
    gap: '0.875rem',
    padding: '1rem 1.25rem 0.5rem',
    marginBottom: '2rem',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  icon: { flexShrink: 0, fontSize: '1.5rem', marginTop: '0.125rem', color: tokens.colorBrandForeground1 },
  title: { fontSize: '1.0625rem', lineHeight: 1.6, fontWeight: 600 },
  body: { lineHeight: 1.7, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  links: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '1.5rem',
    '& a': { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  },
});

/** Improvement proposals, on the first page: to write one, and what became of one's own. */
export function ProposalsTile() {
  const styles = useStyles();
  const { t } = useWords();
  const titleId = useId();
  return (
    <section className={styles.tile} aria-labelledby={titleId}>
      <LightbulbRegular className={styles.icon} aria-hidden="true" />
      <div>
        <h2 id={titleId} className={styles.title}>
          {t('proposals.tile')}
        </h2>
        <p className={styles.body}>{t('proposals.tileBody')}</p>
        <div className={styles.links}>
          <AppLink to={addressOf('/propose')}>{t('proposals.begin')}</AppLink>
          <AppLink to={addressOf('/proposals')}>{t('title.proposals')}</AppLink>
        </div>
      </div>
    </section>
  );
}
