import { makeStyles, tokens } from '@fluentui/react-components';
import { panel } from '../discuss/discuss.styles.ts';

/** What the pages for guides have in common. */
export const useGuideStyles = makeStyles({
  page: { maxWidth: '64rem', margin: '0 auto', paddingTop: 'clamp(0.5rem, 2vh, 1.5rem)' },
  title: { fontSize: 'clamp(1.5rem, 4vw, 2rem)', lineHeight: 1.5, fontWeight: 600 },
  lead: {
    margin: '0.5rem 0 1.75rem',
    lineHeight: 1.8,
    color: tokens.colorNeutralForeground2,
    textWrap: 'pretty',
  },
  panel: { ...panel, display: 'flex', flexDirection: 'column', gap: '1.25rem' },
  sectionTitle: { fontSize: '1.125rem', lineHeight: 1.6, fontWeight: 600 },
  hint: {
    fontSize: '0.875rem',
    lineHeight: 1.7,
    color: tokens.colorNeutralForeground2,
    textWrap: 'pretty',
  },
});
