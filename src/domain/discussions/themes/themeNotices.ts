import type { Ctx } from '../../context.ts';
import { type ContentOrDrop, type MarkedMessage, queueMessages } from '../../dispatch/index.ts';
import {
  findDepartments,
  findPeople,
  localeOf,
  nextWorkingMoment,
  peopleOfDepartment,
} from '../../people/index.ts';
import type { Bilingual, ThemeContent } from '../../ports.ts';
import { ownsTheme } from './themes.policy.ts';
import { findTellings, findThemes, lastTelling } from './themes.store.ts';

/** What the bot says of themes. */
export const themePurposes = {
  /** To the departments that wrote about it. */
  told: 'theme.told',
  /** To the leaders of the department that owns it. */
  owned: 'theme.owned',
} as const;

/** One quiet notice for each leader of the owning department, however often it becomes theirs. */
export async function tellOwners(tx: Ctx, themeId: string, departmentId: string): Promise<void> {
  const people = await peopleOfDepartment(tx.db, departmentId);
  const leaders = people.filter(
    (one) => one.status === 'active' && ownsTheme(one, { ownerDepartmentId: departmentId }),
  );
  const [department] = await findDepartments(tx.db, [departmentId]);
  const hours = department?.workingHours ?? tx.settings.calendar.workingHours;
  await queueMessages(
    tx,
    { purpose: themePurposes.owned, subjectId: themeId, act: 'send', priority: 'notice', revision: 0 },
    leaders.map((leader) => ({
      recipientKind: 'person' as const,
      recipientId: leader.id,
      notBefore: nextWorkingMoment(tx.clock.now(), hours, tx.settings),
      alert: false,
    })),
  );
}

/** What departments are told: the words of the telling. An older one that still waits gives way to the newer. */
export async function loadThemeTellings(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
): Promise<Map<string, ContentOrDrop>> {
  const tellings = await findTellings(
    ctx.db,
    messages.map((message) => message.subjectId),
  );
  const owners = await ownersOf(ctx, tellings);
  const newest = new Map<string, number>();
  for (const { themeId } of tellings) {
    if (!newest.has(themeId)) newest.set(themeId, (await lastTelling(ctx.db, themeId))?.revision ?? 0);
  }
  return contentsOf(messages, (message) => {
    const telling = tellings.find((one) => one.id === message.subjectId);
    if (!telling || newest.get(telling.themeId) !== telling.revision) return null;
    const { title, cause, answer, theme } = telling;
    return {
      card: 'theme',
      locale: 'ja',
      to: 'department',
      month: theme.month,
      title,
      owner: owners(telling.ownerDepartmentId),
      cause,
      answer,
    };
  });
}

/** What leaders of the owning department are told; nobody who does not own it any more. */
export async function loadOwnerNotices(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
): Promise<Map<string, ContentOrDrop>> {
  const [themes, people] = await Promise.all([
    findThemes(
      ctx.db,
      messages.map((message) => message.subjectId),
    ),
    findPeople(
      ctx.db,
      messages.map((message) => message.recipientId),
    ),
  ]);
  const owners = await ownersOf(ctx, themes);
  return contentsOf(messages, (message) => {
    const theme = themes.find((one) => one.id === message.subjectId);
    const person = people.find((one) => one.id === message.recipientId);
    if (!theme || !person || !ownsTheme(person, theme)) return null;
    return {
      card: 'theme',
      locale: localeOf(person),
      to: 'owner',
      month: theme.month,
      title: theme.title,
      owner: owners(theme.ownerDepartmentId),
      cause: '',
      answer: '',
    };
  });
}

async function ownersOf(
  ctx: Ctx,
  owned: readonly { ownerDepartmentId: string | null }[],
): Promise<(departmentId: string | null) => Bilingual | null> {
  const ids = owned.flatMap(({ ownerDepartmentId }) => (ownerDepartmentId ? [ownerDepartmentId] : []));
  const departments = await findDepartments(ctx.db, [...new Set(ids)]);
  return (departmentId) => {
    const department = departments.find((one) => one.id === departmentId);
    return department ? { ja: department.name, en: department.nameEn } : null;
  };
}

function contentsOf(
  messages: readonly MarkedMessage[],
  contentOf: (message: MarkedMessage) => ThemeContent | null,
): Map<string, ContentOrDrop> {
  return new Map(
    messages.map((message) => {
      const content = contentOf(message);
      return [message.id, content ? { content } : { drop: 'themeChanged' }];
    }),
  );
}
