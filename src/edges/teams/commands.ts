export type Command = 'help' | 'voices' | 'records';

/**
 * What people write, after NFKC and without spaces, punctuation and letter case. The manifest's command
 * titles are among them: Teams sends the title as the message.
 */
const words: Readonly<Record<Command, readonly string[]>> = {
  help: [
    'ヘルプ',
    '使い方',
    'つかいかた',
    '使いかた',
    'help',
    'hello',
    'hi',
    'こんにちは',
    'はじめまして',
    '?',
  ],
  voices: [
    '今月の声',
    '今月のお客さまの声',
    'お客さまの声',
    'お客様の声',
    '声',
    '聴く',
    '聞く',
    'thismonthsvoices',
    'thismonthsvoice',
    'voices',
    'voice',
    'listen',
  ],
  records: [
    'この仕組みが記録すること',
    '記録',
    '記録すること',
    'プライバシー',
    'whatisrecorded',
    'whatthisrecords',
    'records',
    'privacy',
  ],
};

/** The command in a message, or null when it is something else. */
export function commandOf(text: string | undefined): Command | null {
  const normal = (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/<at[^>]*>.*?<\/at>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/[\s'’`´"「」『』。、.,!！_-]/gu, '');
  for (const command of ['help', 'voices', 'records'] as const) {
    if (words[command].includes(normal)) return command;
  }
  return normal === '' ? 'help' : null;
}
