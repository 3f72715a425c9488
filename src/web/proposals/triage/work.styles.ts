import { type GriffelStyle, tokens } from '@fluentui/react-components';

/** The heading of a part of the panel. */
export const partTitle: GriffelStyle = { fontSize: '1.125rem', fontWeight: 600, marginBottom: '0.5rem' };

/** Fields below each other, large enough for a finger. */
export const fields: GriffelStyle = {
  display: 'flex',
  flexDirection: 'column',
  gap: '0.875rem',
  '& .fui-Input, & .fui-Combobox, & select': { minHeight: '44px' },
  '& .fui-Combobox': { width: '100%', minWidth: 0 },
  '& textarea': { maxHeight: 'none', lineHeight: 1.8 },
  '& .fui-Field': { minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
};

export const quietText: GriffelStyle = {
  lineHeight: 1.7,
  fontSize: '0.875rem',
  color: tokens.colorNeutralForeground2,
};
