import { type GriffelStyle, tokens } from '@fluentui/react-components';

/** A notice above the page that hides nothing of what somebody does. */
export const floatingBanner: GriffelStyle = {
  position: 'fixed',
  left: '50%',
  top: '0.75rem',
  translate: '-50% 0',
  zIndex: 10,
  width: 'min(34rem, calc(100vw - 2rem))',
  boxSizing: 'border-box',
  display: 'flex',
  gap: '0.75rem',
  lineHeight: 1.6,
  fontSize: '0.9375rem',
  borderRadius: tokens.borderRadiusXLarge,
  border: `1px solid ${tokens.colorNeutralStroke1}`,
  color: tokens.colorNeutralForeground1,
  backgroundColor: tokens.colorNeutralBackground1,
  boxShadow: tokens.shadow16,
};

/** A sign and a word beside it, in a line of facts. */
export const quietMark: GriffelStyle = {
  display: 'inline-flex',
  alignItems: 'center',
  gap: '0.375rem',
  fontSize: '0.875rem',
  fontWeight: 600,
};
