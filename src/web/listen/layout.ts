/** Wide and high enough for the voice on the left and its words on the right. */
export const SPREAD = '@media (min-width: 60rem) and (min-height: 38rem)';

/** Everything smaller: one column, the player at the lower edge, where the thumb is. */
export const DOCKED = '@media (max-width: 59.99rem), (max-height: 37.99rem)';

/** Docked, and high enough that a player which stays in sight leaves room for the words. */
export const DOCKED_HIGH =
  '@media (max-width: 59.99rem) and (min-height: 24rem), (min-height: 24rem) and (max-height: 37.99rem)';

/** High enough for the same, where the player is docked at any width. */
export const HIGH = '@media (min-height: 24rem)';

/** The choice of speed with its longest word and its arrow. */
export const SPEED_WIDTH = '6.25rem';
