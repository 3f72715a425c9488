import {
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

export type Appearance = 'light' | 'dark' | 'contrast';

const FONT =
  '"Yu Gothic UI", "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", system-ui, -apple-system, sans-serif';

const themes: Record<Appearance, Theme> = {
  light: ours(teamsLightTheme),
  dark: ours(teamsDarkTheme),
  contrast: ours(teamsHighContrastTheme),
};

/** Fluent's theme with Japanese fonts first, its text in rem: it grows with the reader's own text size. */
function ours(theme: Theme): Theme {
  const inRem = Object.entries(theme).map(([name, value]) =>
    /^(fontSize|lineHeight)/.test(name)
      ? [name, `${Number.parseFloat(String(value)) / 16}rem`]
      : [name, value],
  );
  return { ...(Object.fromEntries(inRem) as Theme), fontFamilyBase: FONT };
}

const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let fromTeams: Appearance | null = null;

/** Teams says how it looks; from then on the browser's own preference does not count. */
export function followTeams(theme: string): void {
  fromTeams = theme === 'contrast' || theme === 'dark' ? theme : 'light';
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  prefersDark.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    prefersDark.removeEventListener('change', listener);
  };
}

/**
 * The look of the page: Teams' own inside Teams, else the browser's preference. Colours that the system
 * forces (forced-colors) come from the browser by itself.
 */
export function useAppearance(): { appearance: Appearance; theme: Theme } {
  const appearance = useSyncExternalStore(
    subscribe,
    (): Appearance => fromTeams ?? (prefersDark.matches ? 'dark' : 'light'),
  );
  return { appearance, theme: themes[appearance] };
}
