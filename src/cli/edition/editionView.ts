import type { Ctx } from '../../domain/context.ts';
import { cancelReason, type Edition } from '../../domain/listening/index.ts';
import { findPeople, type PersonRow } from '../../domain/people/index.ts';
import { findVoices } from '../../domain/voices/index.ts';
import { dateText, dateTimeText, monthText } from '../../platform/i18n/dates.ts';
import { lineOfBusinessText } from '../../platform/i18n/labels.ts';
import type { Settings } from '../../platform/settings.ts';
import type { Cli } from '../cli.ts';
import { factLines, tableLines } from '../text.ts';
import { voiceCells } from '../voice/voiceView.ts';

/** An edition with the voices and people that it names. */
export interface EditionView {
  edition: Edition;
  voices: Awaited<ReturnType<typeof findVoices>>;
  plannedBy: PersonRow | undefined;
  approvedBy: PersonRow | undefined;
  /** Why it was cancelled, if it was. */
  cancelReason: string | null;
}

/** Looks up what an edition names. */
export async function viewEdition(ctx: Ctx, edition: Edition): Promise<EditionView> {
  const voices = new Map((await findVoices(ctx.db, edition.voiceIds)).map((voice) => [voice.id, voice]));
  const ids = [edition.plannedById, edition.approvedById].filter((id) => id !== null);
  const people = new Map((await findPeople(ctx.db, ids)).map((person) => [person.id, person]));
  return {
    edition,
    voices: edition.voiceIds.flatMap((id) => voices.get(id) ?? []),
    plannedBy: people.get(edition.plannedById),
    approvedBy: edition.approvedById ? people.get(edition.approvedById) : undefined,
    cancelReason: edition.state === 'cancelled' ? await cancelReason(ctx, edition.id) : null,
  };
}

/** An edition for programs. */
export function editionJson({ edition, voices, plannedBy, approvedBy, cancelReason }: EditionView) {
  const at = (moment: Date | null) => moment?.toISOString() ?? null;
  return {
    id: edition.id,
    month: edition.month,
    state: edition.state,
    opensAt: edition.opensAt.toISOString(),
    dueOn: edition.dueOn,
    voices: voices.map(({ id, reference, state }) => ({ id, reference, state })),
    prompts: edition.prompts,
    audience: edition.audience,
    plannedBy: plannedBy?.employeeNo ?? null,
    plannedAt: at(edition.plannedAt),
    submittedAt: at(edition.submittedAt),
    approvedBy: approvedBy?.employeeNo ?? null,
    approvedAt: at(edition.approvedAt),
    openedAt: at(edition.openedAt),
    closedAt: at(edition.closedAt),
    cancelledAt: at(edition.cancelledAt),
    cancelReason,
  };
}

/** "12月の声 (2026-12)  承認済み" */
export function editionTitle({ t, locale }: Cli, edition: Edition): string {
  return t('cli.edition.title', {
    month: monthText(edition.month, locale),
    key: edition.month,
    state: t(`cli.state.edition.${edition.state}`),
  });
}

/** Everything about an edition, for people. */
export function editionLines(cli: Cli, view: EditionView, settings: Settings): string[] {
  const { t, locale } = cli;
  const { edition } = view;
  const done = (person: PersonRow | undefined, moment: Date | null) =>
    moment && [moment && dateTimeText(moment, settings), personText(cli, person)].join('  ');
  return [
    editionTitle(cli, edition),
    ...factLines([
      [t('cli.edition.opensAt'), dateTimeText(edition.opensAt, settings)],
      [t('cli.edition.dueOn'), `${edition.dueOn}  ${dateText(edition.dueOn, locale)}`],
      [t('cli.edition.audience'), audienceText(cli, edition, settings)],
      [t('cli.edition.planned'), done(view.plannedBy, edition.plannedAt)],
      [t('cli.edition.approved'), done(view.approvedBy, edition.approvedAt)],
      [t('cli.edition.opened'), done(undefined, edition.openedAt)],
      [t('cli.edition.closed'), done(undefined, edition.closedAt)],
      [t('cli.edition.cancelled'), done(undefined, edition.cancelledAt)],
      [t('cli.edition.cancelReason'), view.cancelReason],
      ['ID', edition.id],
    ]),
    '',
    ...tableLines(view.voices.map((voice) => ['', ...voiceCells(cli, voice, settings)])),
    '',
    ...edition.prompts.map((prompt, index) => `  ${index + 1}. ${prompt[locale]}`),
  ];
}

/** An edition as one row of a list. */
export function editionCells({ t }: Cli, edition: Edition, settings: Settings): string[] {
  return [
    edition.month,
    t(`cli.state.edition.${edition.state}`),
    `${t('cli.edition.opensAt')} ${dateTimeText(edition.opensAt, settings)}`,
    `${t('cli.edition.dueOn')} ${edition.dueOn}`,
    t('cli.edition.voiceCount', { count: edition.voiceIds.length }),
    edition.id,
  ];
}

function personText({ locale }: Cli, person: PersonRow | undefined): string {
  if (!person) return '';
  return `${person.employeeNo} ${locale === 'ja' ? person.name : person.nameEn}`;
}

function audienceText({ t, locale }: Cli, { audience }: Edition, settings: Settings): string {
  if ('all' in audience) return t('cli.edition.everybody');
  return [
    ...(audience.kinds ?? []).map((key) => settings.departmentKinds[key]?.[locale] ?? key),
    ...(audience.linesOfBusiness ?? []).map((key) => lineOfBusinessText(key, settings, locale)),
    ...(audience.departments ?? []),
  ].join(t('cli.list'));
}
