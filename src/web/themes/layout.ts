import { type GriffelStyle, tokens } from '@fluentui/react-components';

/** Buttons beside each other, as large as a finger. */
export const buttonRow: GriffelStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: '0.75rem',
  '& button': { minHeight: '44px' },
};

export const pageTitle: GriffelStyle = {
  fontSize: 'clamp(1.5rem, 4vw, 2rem)',
  lineHeight: 1.5,
  fontWeight: 600,
};

export const leadText: GriffelStyle = {
  marginTop: '0.5rem',
  lineHeight: 1.8,
  color: tokens.colorNeutralForeground2,
  textWrap: 'pretty',
};

export const sheet: GriffelStyle = {
  borderRadius: tokens.borderRadiusXLarge,
  border: `1px solid ${tokens.colorNeutralStroke2}`,
  backgroundColor: tokens.colorNeutralBackground1,
  padding: 'clamp(1rem, 3vw, 1.5rem)',
};
