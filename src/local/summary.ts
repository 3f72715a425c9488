import type { TFunction } from 'i18next';
import type { Edition } from '../domain/listening/index.ts';
import { mainPost, type PersonRow } from '../domain/people/index.ts';
import { type Config, terminalLocale, terminalWords } from '../platform/config/config.ts';
import { AppError } from '../platform/errors.ts';
import { dateTimeText, monthText } from '../platform/i18n/dates.ts';
import type { Locale } from '../platform/i18n/i18n.ts';
import type { Settings } from '../platform/settings.ts';
import type { PlaygroundCast } from './playground.ts';
import type { Situation } from './situation.ts';

/** What has started, and what is there to see. */
export interface Started {
  config: Config;
  settings: Settings;
  /** Null in Teams. */
  situation: Situation | null;
}

/** Says where everything is, who one is, and what to try. */
export function printStarted(started: Started, ms: number): void {
  const lines = summaryLines(terminalWords(), terminalLocale(), started, ms);
  process.stdout.write(lines.join('\n'));
}

/** The summary of a start: every line of it is true of what was started. */
export function summaryLines(t: TFunction, locale: Locale, started: Started, ms: number): string[] {
  const { config, situation } = started;
  return [
    '',
    t('start.ready', { seconds: (ms / 1000).toFixed(1) }),
    '',
    ...(config.playground
      ? [t('start.playground', { url: `http://localhost:${config.playgroundPort}` })]
      : []),
    t('start.pages', { url: config.publicUrl }),
    ...(config.teams ? [t('start.teams', { url: config.publicUrl })] : []),
    '',
    ...(situation?.cast ? sampleLines(t, locale, started, situation, situation.cast) : []),
    t('start.stop'),
    '',
  ];
}

function sampleLines(
  t: TFunction,
  locale: Locale,
  { config, settings }: Started,
  situation: Situation,
  cast: PlaygroundCast,
): string[] {
  const { open, hasVoices, cardsAt } = situation;
  const hasCard = hasVoices && cardsAt === null;
  const places = { team: cast.teamName[locale], channel: cast.channelName, chat: cast.groupChatName };
  const card = hasCard ? 'tryCard' : 'tryPlaces';
  const listen = t(hasVoices ? 'start.tryPages' : 'start.tryPast');
  const steps = config.playground
    ? [t(`start.${card}`, places), hasCard ? t('start.tryListen') : listen, t('start.tryTalk')]
    : [listen];
  return [
    t(config.playground ? 'start.you' : 'start.anybody', personValues(t, cast.user)),
    '',
    ...(open ? [] : nothingOpenLines(t, locale, config, settings, situation)),
    ...(open ? openLines(t, locale, settings, open, situation) : []),
    ...[...steps, t('start.tryCli')].map((step, index) => `${index + 1}. ${step}`),
    '',
  ];
}

/** What is open and yet brings no card now. */
function openLines(
  t: TFunction,
  locale: Locale,
  settings: Settings,
  open: Edition,
  { hasVoices, cardsAt }: Situation,
): string[] {
  const values = { key: open.month, month: monthText(open.month, locale) };
  if (!hasVoices) return [t('start.allWithdrawn', values), ''];
  return cardsAt ? [t('start.cardsAt', { moment: dateTimeText(cardsAt, settings) }), ''] : [];
}

function personValues(t: TFunction, user: PersonRow): Record<string, string> {
  const post = mainPost(user);
  return {
    name: user.name,
    department: post?.department.name ?? '',
    role: t(`cli.role.${post?.role ?? 'member'}`),
  };
}

/** Nobody's decision is undone at a start: where nothing is open, the next step is named instead. */
function nothingOpenLines(
  t: TFunction,
  locale: Locale,
  config: Config,
  settings: Settings,
  { planned, free }: Situation,
): string[] {
  const key = planned?.month ?? free;
  const values = {
    key,
    month: monthText(key, locale),
    opensAt: planned ? dateTimeText(planned.opensAt, settings) : '',
    folder: config.dataFolder,
  };
  return [
    t('start.noneOpen'),
    t(`start.next.${nextStep(planned)}`, values),
    // The data folder is the whole installation only where the database lies in it.
    ...(config.databaseUrl === undefined ? [t('start.anew', values)] : []),
    '',
  ];
}

function nextStep(planned: Situation['planned']): string {
  if (!planned) return 'plan';
  // What is approved and should have opened could not: its due day is over, or no voice is left.
  if (planned.state === 'approved' && planned.missedToldAt) return 'missed';
  return planned.state;
}

/** Says what went wrong and what mends it; only errors that we do not know show where they came from. */
export function printError(error: unknown): void {
  const t = terminalWords();
  if (error instanceof AppError) {
    process.stderr.write(`${t(`error.${error.code}`, error.values)}\n`);
    const { mend } = error.values;
    if (mend !== undefined) process.stderr.write(`${t(`cli.doctor.mend.${mend}`)}\n`);
    return;
  }
  process.stderr.write(`${t('error.internal')}\n${error instanceof Error ? error.stack : ''}\n`);
}

/** Says what takes a moment. */
export function printBusy(what: 'loading' | 'stopping' | 'stoppedHalf'): void {
  process.stdout.write(`${terminalWords()(`start.${what}`)}\n`);
}
