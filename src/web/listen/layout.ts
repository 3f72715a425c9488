/** Wide and high enough for the voice on the left and its words on the right. */
export const SPREAD = '@media (min-width: 60rem) and (min-height: 38rem)';

/** Everything smaller: one column, the player at the lower edge, where the thumb is. */
export const DOCKED = '@media (max-width: 59.99rem), (max-height: 37.99rem)';

/** So low that a docked player would cover the words: it stays in its place instead. */
export const LOW = '@media (max-height: 24rem)';
