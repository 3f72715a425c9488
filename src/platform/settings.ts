import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { AppError } from './errors.ts';
import defaults from './settings.default.json' with { type: 'json' };

const bilingual = z.object({ ja: z.string().min(1), en: z.string().min(1) });
/** Without a single entry nothing could be imported. */
const taxonomy = z
  .record(z.string().regex(/^[a-z_]+$/), bilingual)
  .refine((entries) => Object.keys(entries).length > 0);

/** "HH:MM" */
export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** "HH:MM-HH:MM", within one day. */
export const workingHoursSchema = z.string().refine((hours) => {
  const [start, end, ...rest] = hours.split('-').map((time) => timeOfDaySchema.safeParse(time).data);
  return rest.length === 0 && start !== undefined && end !== undefined && start < end;
});
/** One character alone would hide half of all names. */
const ownWord = z.string().trim().min(2);

/** Types of personal data whose numbers a company makes itself. */
const ownNumberTypes = ['policy_no', 'claim_no', 'customer_no'] as const;

const calendarDay = z.iso.date();

const officeKey = z.string().regex(/^[a-z_]+$/);

/** Readers of an office: everybody with one of these company roles, and these people by employee number. */
const officeReadersSchema = z.strictObject({
  roles: z.array(z.enum(['curator', 'approver', 'triager', 'administrator'])).default([]),
  people: z.array(z.string().min(1).max(40)).default([]),
});

/** What may be about colleagues is read by people who were named for it, never by all who hold a role. */
const namedReadersOnly = ['misconduct', 'whistleblowing'];

function requireNamedReaders(
  offices: Record<string, z.infer<typeof officeReadersSchema>>,
  check: z.RefinementCtx,
): void {
  for (const office of namedReadersOnly) {
    if ((offices[office]?.roles.length ?? 0) === 0) continue;
    check.addIssue({ code: 'custom', path: [office, 'roles'], message: 'named readers only' });
  }
}

const settingsSchema = z.strictObject({
  programmeName: bilingual,
  timeZone: z.string().refine((zone) => IANAZone.isValidZone(zone)),
  calendar: z.strictObject({
    /** mm-dd, every year. */
    companyDaysOff: z.array(z.string().regex(/^\d\d-\d\d$/)),
    /** Corrections of the built-in public holidays (equinoxes are official only a year ahead). */
    extraHolidays: z.array(calendarDay),
    notHolidays: z.array(calendarDay),
    workingHours: workingHoursSchema,
  }),
  edition: z.strictObject({
    openingTime: timeOfDaySchema,
    dueDay: z.int().min(1).max(28),
    prompts: z.array(bilingual).min(1),
  }),
  listening: z.strictObject({
    heardAt: z.number().min(0.5).max(1),
    fastestSpeed: z.number().min(1).max(4),
    bandsBelow: z.int().min(2),
    cardUpdateMinutes: z.int().min(10),
  }),
  /** How workplaces talk about what they heard. */
  discussion: z.strictObject({
    /** Minutes on the shared timer, step by step. */
    reflectMinutes: z.int().min(1).max(60),
    revealMinutes: z.int().min(1).max(60),
    promptMinutes: z.int().min(1).max(60),
    closingMinutes: z.int().min(1).max(60),
    /** For shifts: business days of each step. */
    asyncStepDays: z.int().min(1).max(10),
    /** Anonymous insights are shown when at least so many people wrote some … */
    anonymousWriters: z.int().min(3),
    /** … and at least so many members wrote nothing under their name. */
    silentMembers: z.int().min(5),
    votes: z.int().min(1).max(20),
    votesPerGroup: z.int().min(1).max(20),
    /** Business days after the opening before a leader is reminded. */
    nudgeAfterDays: z.int().min(1),
    /** Business days before the due day on which those who have not heard are reminded. */
    reminderDaysBefore: z.int().min(1).max(10),
    /** Days after the due day in which a discussion may still be reported. */
    lateReportDays: z.int().min(0).max(365),
    /** Months after an action was done until its owner is asked whether it worked. */
    effectAfterMonths: z.int().min(1).max(24),
  }),
  /** How improvement proposals are answered; days are business days. */
  proposal: z.strictObject({
    /** 回答期限, from the receipt. */
    answerDays: z.int().min(1).max(250),
    /** How long each state should last. */
    stageDays: z.strictObject({
      received: z.int().min(1).max(250),
      checking: z.int().min(1).max(250),
      asking: z.int().min(1).max(250),
      considering: z.int().min(1).max(250),
      on_hold: z.int().min(1).max(250),
      adopted: z.int().min(1).max(250),
      in_progress: z.int().min(1).max(250),
    }),
    /** 検討依頼: how long an owning department has for its answer. */
    requestDays: z.int().min(1).max(250),
    attachments: z.int().min(0).max(10),
    attachmentMegabytes: z.int().min(1).max(25),
  }),
  dispatch: z.strictObject({
    callsPerSecond: z.number().min(1).max(50),
    /** What becomes of a message whose outcome nobody knows. */
    unknownOutcome: z.enum(['resend', 'hold']),
    pauseAfterFailures: z.int().min(5),
    alertsPerMonth: z.int().min(0).max(2),
  }),
  session: z.strictObject({
    linkMinutes: z.int().min(1).max(15),
    /** Pages renew five minutes before the end. */
    tokenMinutes: z.int().min(10).max(15),
    soundMinutes: z.int().min(5).max(60),
  }),
  retention: z.strictObject({
    /** Months that "heard" is kept after the edition closed. */
    hearingMonths: z.int().min(1),
    auditMonths: z.int().min(12),
    /** Months that insights are kept after the edition closed … */
    insightMonths: z.int().min(1),
    /** … and what discussions came to: summaries, reports, actions. */
    discussionMonths: z.int().min(12),
  }),
  /** What the detector of personal data is told about the company. */
  privacy: z.strictObject({
    products: z.array(ownWord),
    companies: z.array(ownWord),
    /** Words never to flag. */
    neverFlag: z.array(ownWord),
    /** Own telephone numbers and mailboxes. */
    ownNumbers: z.array(ownWord),
    /** Forms of own numbers: `#` a digit, `@` a letter. */
    numberPatterns: z.array(
      z.strictObject({ type: z.enum(ownNumberTypes), pattern: z.string().min(4).max(40).regex(/[#@]/) }),
    ),
  }),
  kinds: taxonomy,
  linesOfBusiness: taxonomy,
  intakeChannels: taxonomy,
  callers: taxonomy,
  departmentKinds: taxonomy,
  /** What a customer may have felt. */
  feelings: taxonomy,
  /** Which work a proposal is about. */
  processes: taxonomy,
  /** Where a complaint, misconduct or a whistle-blower's report belongs. */
  offices: taxonomy,
  /** Who reads what is handed over to an office; without anybody nothing can be handed over to it. */
  officeReaders: z.record(officeKey, officeReadersSchema).superRefine(requireNamedReaders),
});

/** What the company decides about the product. Defaults stand in settings.default.json. */
export type Settings = z.infer<typeof settingsSchema>;

/**
 * Reads `settings.json` in the data folder over the defaults: a section given there replaces single keys of
 * that section; a taxonomy given there replaces the whole taxonomy, so that entries can be removed.
 *
 * @param company what the sample company decides; the data folder's own file lies over it
 * @throws AppError settings.notJson, settings.unknownKey, settings.invalid with the path of the faulty entry
 */
export function readSettings(dataFolder: string, company: Record<string, unknown> = {}): Settings {
  const file = join(dataFolder, 'settings.json');
  const own = existsSync(file) ? parseJson(file) : {};
  const merged = overlaid(overlaid(defaults, company), own);
  const parsed = settingsSchema.safeParse(merged);
  if (parsed.success) return parsed.data;
  const unknown = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key].join('.')) : [],
  );
  if (unknown.length > 0) throw new AppError('settings.unknownKey', { where: unknown.join(', ') });
  const where = parsed.error.issues.map((issue) => issue.path.join('.') || 'settings.json').join(', ');
  throw new AppError('settings.invalid', { where });
}

/** The defaults alone, for tests and for documents generated from them. */
export function defaultSettings(): Settings {
  return settingsSchema.parse(defaults);
}

const mergedSections = new Set([
  'calendar',
  'edition',
  'listening',
  'discussion',
  'proposal',
  'dispatch',
  'session',
  'retention',
  'privacy',
  'officeReaders',
]);

/** One layer of settings over another. */
function overlaid(below: Record<string, unknown>, over: Record<string, unknown>): Record<string, unknown> {
  const isSection = (key: string, value: unknown): value is object =>
    mergedSections.has(key) && typeof value === 'object' && value !== null;
  return Object.fromEntries(
    Object.entries({ ...below, ...over }).map(([key, value]) => [
      key,
      isSection(key, value) && key in over ? { ...(below[key] as object), ...value } : value,
    ]),
  );
}

function parseJson(file: string): Record<string, unknown> {
  // Some editors put a mark before the first letter.
  const source = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(source));
  } catch {
    throw new AppError('settings.notJson');
  }
}
