import { app } from '@microsoft/teams-js';

export type Surroundings = { theme: string; locale: string };

/**
 * Meets the Teams client around this page and follows its theme. Only for pages opened inside Teams: in a
 * browser there is nobody to answer. @throws when Teams does not answer.
 */
export async function meetTeams(onTheme: (theme: string) => void): Promise<Surroundings> {
  await app.initialize();
  app.registerOnThemeChangeHandler(onTheme);
  const context = await app.getContext();
  return { theme: context.app.theme, locale: context.app.locale };
}
