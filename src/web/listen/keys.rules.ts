/** What the keyboard can ask of the listening page. */
export type Command = 'toggle' | 'back' | 'forward' | 'slower' | 'faster' | 'start' | 'end' | 'keys';

/** What has the focus: a control keeps the keys that it needs itself. */
export type KeyOwner = 'page' | 'button' | 'slider' | 'text';

export type KeyPress = { key: string; ctrlKey: boolean; altKey: boolean; metaKey: boolean };

const commands: Readonly<Record<string, Command>> = {
  ' ': 'toggle',
  k: 'toggle',
  j: 'back',
  arrowleft: 'back',
  l: 'forward',
  arrowright: 'forward',
  '<': 'slower',
  '>': 'faster',
  home: 'start',
  end: 'end',
  '?': 'keys',
};

const ownKeys: Readonly<Record<Exclude<KeyOwner, 'text'>, readonly string[]>> = {
  page: [],
  button: [' ', 'enter'],
  slider: ['arrowleft', 'arrowright', 'home', 'end'],
};

/** The command of a key press, or null where the key belongs to the browser or to the focused control. */
export function commandOf(press: KeyPress, owner: KeyOwner): Command | null {
  if (press.ctrlKey || press.altKey || press.metaKey || owner === 'text') return null;
  const key = press.key.toLowerCase();
  if (ownKeys[owner].includes(key)) return null;
  return commands[key] ?? null;
}

export const RATES: readonly number[] = [0.75, 1, 1.25, 1.5, 1.75, 2];

/** The next slower (-1) or faster (+1) speed; at the end of the scale the same one. */
export function nextRate(rate: number, direction: -1 | 1): number {
  const place = RATES.indexOf(rate) + direction;
  return RATES[Math.min(Math.max(place, 0), RATES.length - 1)] ?? 1;
}
