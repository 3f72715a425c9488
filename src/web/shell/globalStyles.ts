import { makeStaticStyles, tokens } from '@fluentui/react-components';

/** What no component owns: the document itself. Japanese lines break between phrases where browsers can. */
export const useGlobalStyles = makeStaticStyles({
  'html, body': { margin: '0', padding: '0' },
  // Kept phrases must still give way where a line is shorter than the phrase.
  body: { overflowWrap: 'anywhere' },
  html: { textSizeAdjust: '100%', scrollPaddingTop: '1rem' },
  // By the attribute, so that parts inside may still differ.
  '[lang="ja"]': {
    lineBreak: 'strict',
    wordBreak: 'auto-phrase',
    // An opening bracket at the beginning of a line takes half its width.
    textSpacingTrim: 'trim-start',
  },
  'h1, h2, h3, p, dl, dd, ul, ol, figure, blockquote': { margin: '0', padding: '0' },
  'ul, ol': { listStyle: 'none' },
  ':focus-visible': {
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '2px',
    borderRadius: tokens.borderRadiusMedium,
  },
  '[hidden]': { display: 'none !important' },
});
