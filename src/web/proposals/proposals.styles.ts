import { type GriffelStyle, makeStyles, tokens } from '@fluentui/react-components';
import { leadText, pageTitle } from '../themes/layout.ts';

/** Beside each other from here on. */
export const WIDE = '@media (min-width: 62rem)';

export const textLink: GriffelStyle = { display: 'inline-flex', alignItems: 'center', minHeight: '44px' };

/** What the pages of proposals have in common, beside the styles of discussions. */
export const useProposalStyles = makeStyles({
  page: { maxWidth: '52rem', margin: '0 auto', paddingTop: 'clamp(0.75rem, 3vh, 2rem)' },
  title: { ...pageTitle, textWrap: 'pretty' },
  lead: leadText,
  link: textLink,
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0.25rem 1rem',
    fontSize: '0.9375rem',
    lineHeight: 1.7,
    color: tokens.colorNeutralForeground2,
  },
  number: { fontVariantNumeric: 'tabular-nums' },
  late: { fontWeight: 600, color: tokens.colorStatusWarningForeground3 },
  written: { lineHeight: 1.8, whiteSpace: 'pre-wrap', textWrap: 'pretty' },
  column: { display: 'flex', flexDirection: 'column', gap: '1.25rem' },
});

/** Whether there is room for two columns, when it is asked. */
export function isWide(): boolean {
  return matchMedia('(min-width: 62rem)').matches;
}
