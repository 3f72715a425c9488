import { normalText } from './normalText.rules.ts';

/**
 * Turns the form of a company's own number into a pattern: `#` stands for a digit, `@` for a letter, anything
 * else for itself. Not a regular expression: whoever edits the settings cannot write one that never ends.
 *
 * @param form e.g. `HM##########`
 */
export function numberPattern(form: string): RegExp {
  const body = [...normalText(form).text]
    .map((character) =>
      character === '#'
        ? '\\d'
        : character === '@'
          ? '[A-Za-z]'
          : character.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&'),
    )
    .join('');
  return new RegExp(`(?<![A-Za-z0-9])${body}(?![A-Za-z0-9])`, 'gi');
}
