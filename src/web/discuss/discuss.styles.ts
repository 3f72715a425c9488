import { type GriffelStyle, makeStyles, tokens } from '@fluentui/react-components';

export const FORCED = '@media (forced-colors: active)';

/** As wide as words are read. */
export const COLUMN = '48rem';

/** A panel of its own on the page's ground. */
export const panel: GriffelStyle = {
  padding: 'clamp(1.125rem, 4vw, 1.75rem)',
  borderRadius: tokens.borderRadiusXLarge,
  border: `1px solid ${tokens.colorNeutralStroke2}`,
  backgroundColor: tokens.colorNeutralBackground1,
};

/** What an input of ours looks like: text, number, day and choice alike. */
export const field: GriffelStyle = {
  boxSizing: 'border-box',
  width: '100%',
  minHeight: '44px',
  padding: '0.5rem 0.75rem',
  fontFamily: 'inherit',
  fontSize: '1rem',
  lineHeight: 1.7,
  color: tokens.colorNeutralForeground1,
  backgroundColor: tokens.colorNeutralBackground1,
  borderRadius: tokens.borderRadiusMedium,
  border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  '::placeholder': { color: tokens.colorNeutralForeground3, opacity: 1 },
  ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
};

/** What the parts of a discussion have in common. */
export const useDiscussStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', gap: 'clamp(1.25rem, 3vw, 2rem)' },
  panel: { ...panel, display: 'flex', flexDirection: 'column', gap: '1.25rem' },
  /** The one question of the screen. */
  question: {
    fontSize: 'clamp(1.25rem, 1rem + 1vw, 1.625rem)',
    lineHeight: 1.6,
    fontWeight: 600,
    textWrap: 'pretty',
  },
  title: { fontSize: '1.0625rem', lineHeight: 1.6, fontWeight: 600 },
  words: { lineHeight: 1.8, textWrap: 'pretty' },
  quiet: {
    fontSize: '0.875rem',
    lineHeight: 1.7,
    color: tokens.colorNeutralForeground2,
    textWrap: 'pretty',
  },
  /** Under a field. */
  hint: {
    marginTop: '0.375rem',
    fontSize: '0.875rem',
    lineHeight: 1.7,
    color: tokens.colorNeutralForeground2,
    textWrap: 'pretty',
  },
  label: { display: 'block', fontWeight: 600, lineHeight: 1.6, marginBottom: '0.375rem' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0.75rem 1rem' },
  field: { ...field, width: 'auto', maxWidth: '100%' },
  press: { minHeight: '44px', minWidth: '44px' },
  /** The one thing to do next. */
  main: { minHeight: '52px', fontSize: '1.0625rem', padding: '0.5rem 1.75rem' },
  small: { minHeight: '44px', fontWeight: 400, color: tokens.colorNeutralForeground2 },
});
