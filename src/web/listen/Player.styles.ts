import type { GriffelStyle } from '@fluentui/react-components';
import { makeStyles, tokens } from '@fluentui/react-components';
import { DOCKED, LOW, SPREAD } from './layout.ts';

const GUTTER = 'clamp(1rem, 4vw, 2rem)';

const dock: GriffelStyle = {
  order: 9,
  position: 'sticky',
  bottom: 0,
  zIndex: 5,
  marginTop: '2rem',
  padding: `0.25rem ${GUTTER} calc(0.5rem + env(safe-area-inset-bottom))`,
  borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  backgroundColor: tokens.colorNeutralBackground1,
  boxShadow: tokens.shadow8,
};

/** The player in its two places: a card beside the words, or docked at the lower edge. */
export const usePlayerStyles = makeStyles({
  player: { display: 'flex', flexDirection: 'column' },
  spread: {
    [DOCKED]: { ...dock, marginLeft: `calc(-1 * ${GUTTER})`, marginRight: `calc(-1 * ${GUTTER})` },
    [LOW]: { position: 'static' },
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
    marginLeft: `calc(-1 * ${GUTTER})`,
    marginRight: `calc(-1 * ${GUTTER})`,
    [LOW]: { position: 'static' },
  },
  note: {
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
    gridTemplateColumns: '1fr auto',
    alignItems: 'center',
    fontSize: '0.8125rem',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
    '& > :first-child': { gridColumn: '1 / -1' },
  },
  elapsed: {},
  total: { textAlign: 'end' },
  controls: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto minmax(0, 1fr)',
    alignItems: 'center',
    columnGap: '0.25rem',
  },
  speed: { justifySelf: 'start' },
  transport: { display: 'flex', alignItems: 'center', gap: 'clamp(0.25rem, 2vw, 1rem)' },
  skip: { minWidth: '48px', width: '48px', height: '48px', padding: 0 },
  skipIcon: { fontSize: '1.75rem', width: '1em', height: '1em' },
  play: {
    minWidth: '56px',
    width: '56px',
    height: '56px',
    padding: 0,
    [SPREAD]: { minWidth: '64px', width: '64px', height: '64px' },
  },
  playIcon: { fontSize: '1.75rem', width: '1em', height: '1em' },
  keys: {
    justifySelf: 'end',
    minWidth: '44px',
    height: '44px',
    color: tokens.colorNeutralForeground2,
    // Where there is only a finger, there is no keyboard to explain.
    '@media (hover: none) and (pointer: coarse)': { display: 'none' },
  },
});
