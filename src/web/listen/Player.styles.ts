import type { GriffelStyle } from '@fluentui/react-components';
import { makeStyles, tokens } from '@fluentui/react-components';
import { DOCKED, DOCKED_HIGH, HIGH, SPEED_WIDTH, SPREAD } from './layout.ts';

const GUTTER = 'clamp(1rem, 4vw, 2rem)';

/** Docked, with room for everything in one row. */
const STRIP = '@media (min-width: 40rem)';

/** By the reader's own letters: a rem of a container query is theirs. */
const LARGE_LETTERS = '@container (max-width: 14rem)';

const icon = (size: string): GriffelStyle => ({
  '& .fui-Button__icon': { width: size, height: size, fontSize: size },
});

const dock: GriffelStyle = {
  order: 9,
  zIndex: 5,
  marginTop: '2rem',
  padding: `0.25rem ${GUTTER} calc(0.5rem + env(safe-area-inset-bottom))`,
  borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  backgroundColor: tokens.colorNeutralBackground1,
  boxShadow: tokens.shadow8,
};

const inSight: GriffelStyle = { position: 'sticky', bottom: 0 };

/** The player in its two places: a card beside the words, or docked at the lower edge. */
export const usePlayerStyles = makeStyles({
  player: { display: 'flex', flexDirection: 'column', containerType: 'inline-size' },
  spread: {
    [DOCKED]: { ...dock, marginLeft: `calc(-1 * ${GUTTER})`, marginRight: `calc(-1 * ${GUTTER})` },
    [DOCKED_HIGH]: inSight,
    [SPREAD]: {
      gap: '0.5rem',
      padding: '1.25rem 1.5rem 1rem',
      borderRadius: tokens.borderRadiusXLarge,
      border: `1px solid ${tokens.colorNeutralStroke2}`,
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  docked: {
    ...dock,
    [STRIP]: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr) auto',
      alignItems: 'center',
      columnGap: '1rem',
      paddingTop: '0.5rem',
      borderTopLeftRadius: tokens.borderRadiusXLarge,
      borderTopRightRadius: tokens.borderRadiusXLarge,
    },
    marginLeft: `calc(-1 * ${GUTTER})`,
    marginRight: `calc(-1 * ${GUTTER})`,
    [HIGH]: inSight,
  },
  note: {
    gridColumn: '1 / -1',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '0.25rem',
    fontSize: '0.875rem',
    lineHeight: 1.6,
    color: tokens.colorNeutralForeground2,
  },
  noteButton: { minHeight: '44px', minWidth: 0, padding: '0 0.5rem', color: tokens.colorBrandForegroundLink },
  bar: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: '0.75rem',
  },
  barStrip: { [STRIP]: { order: 2 } },
  time: {
    minWidth: '2.25rem',
    fontSize: '0.8125rem',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
  total: { textAlign: 'end' },
  controls: {
    display: 'grid',
    // The whole word of the speed, also where the buttons then stand a little right of the middle.
    gridTemplateColumns: `minmax(${SPEED_WIDTH}, 1fr) auto minmax(0, 1fr)`,
    alignItems: 'center',
    // Large letters on a small screen: the buttons go below it.
    [LARGE_LETTERS]: { gridTemplateColumns: '1fr', justifyItems: 'center', rowGap: '0.25rem' },
  },
  controlsStrip: { [STRIP]: { display: 'contents' } },
  speed: { [LARGE_LETTERS]: { justifySelf: 'start' } },
  speedStrip: { [STRIP]: { order: 3 } },
  transport: { display: 'flex', alignItems: 'center', gap: 'clamp(0.25rem, 2vw, 1rem)' },
  transportStrip: { [STRIP]: { order: 1, gap: '0.25rem' } },
  skip: { minWidth: '48px', width: '48px', height: '48px', padding: 0, ...icon('1.75rem') },
  play: {
    minWidth: '56px',
    width: '56px',
    height: '56px',
    padding: 0,
    ...icon('1.75rem'),
    [SPREAD]: { minWidth: '64px', width: '64px', height: '64px', ...icon('2rem') },
  },
});
