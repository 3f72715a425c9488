import type { Settings } from '../../../platform/settings.ts';

/** What a card needs to know of its surroundings. */
export interface CardSurroundings {
  publicUrl: string;
  settings: Settings;
  /** Teams opens pages as dialogs; the Playground opens them in the browser. */
  opensDialogs: boolean;
}
