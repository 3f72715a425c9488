import { makeStyles, tokens } from '@fluentui/react-components';
import { leadText, pageTitle, sheet } from '../themes/layout.ts';

/** What the pages of one's own proposals have in common. */
export const usePageStyles = makeStyles({
  page: { maxWidth: '48rem', margin: '0 auto', paddingTop: 'clamp(1rem, 4vh, 2.5rem)' },
  title: pageTitle,
  lead: { ...leadText, marginBottom: '1.5rem' },
  sheet: { ...sheet, display: 'flex', flexDirection: 'column', gap: '1.25rem' },
  voice: { display: 'flex', flexDirection: 'column', gap: '0.25rem', lineHeight: 1.8, marginBottom: '1rem' },
  fields: { display: 'flex', flexDirection: 'column', gap: '1.25rem' },
  part: { fontSize: '1.125rem', fontWeight: 600, lineHeight: 1.6, margin: '2rem 0 0.75rem' },
  list: { display: 'flex', flexDirection: 'column', gap: '0.75rem' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0.125rem 1rem',
    lineHeight: 1.7,
    color: tokens.colorNeutralForeground2,
  },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px', fontWeight: 600 },
  found: {
    padding: '0.75rem 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTop: 'none' },
  },
});
