import { type GriffelStyle, tokens } from '@fluentui/react-components';

/** For a link in a card (position: relative): the whole card answers to the press and shows the focus. */
export const wholeCard: GriffelStyle = {
  '::after': { content: '""', position: 'absolute', inset: 0, borderRadius: tokens.borderRadiusXLarge },
  ':focus-visible': { outline: 'none' },
  ':focus-visible::after': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
};
