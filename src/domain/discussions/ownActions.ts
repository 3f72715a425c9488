import type { Ctx } from '../context.ts';
import { findEdition } from '../listening/index.ts';
import { dayOf, findDepartments, localeOf, type PersonRow } from '../people/index.ts';
import type { OwnAction, OwnActionsContent } from '../ports.ts';
import { actionsOfOwner, type OwnedAction } from './actions.store.ts';

/** A card lists so many; who has more closes some. */
const mostListed = 12;

/** 「担当している取組み」: what a person has taken on and not finished, and what they closed today. */
export async function ownActions(ctx: Ctx, person: PersonRow): Promise<OwnActionsContent> {
  const today = dayOf(ctx.clock.now(), ctx.settings);
  return listed(ctx, person, 'own', await actionsOfOwner(ctx.db, person.id, { closedOn: today }));
}

/** What one discussion gave to a person. */
export async function givenActions(
  ctx: Ctx,
  person: PersonRow,
  discussionId: string,
): Promise<OwnActionsContent> {
  return listed(ctx, person, 'given', await actionsOfOwner(ctx.db, person.id, { discussionId }));
}

async function listed(
  ctx: Ctx,
  person: PersonRow,
  kind: OwnActionsContent['kind'],
  actions: readonly OwnedAction[],
): Promise<OwnActionsContent> {
  const shown = actions.slice(0, mostListed);
  return {
    card: 'actions',
    locale: localeOf(person),
    kind,
    actions: await describeActions(ctx, shown),
    more: actions.length - shown.length,
  };
}

/** Actions with the department and the month that they come from. */
export async function describeActions(ctx: Ctx, actions: readonly OwnedAction[]): Promise<OwnAction[]> {
  const departments = await findDepartments(ctx.db, [...new Set(actions.map((one) => one.departmentId))]);
  const months = new Map<string, string>();
  for (const id of new Set(actions.map((one) => one.editionId)))
    months.set(id, (await findEdition(ctx.db, id))?.month ?? '');
  return actions.map(({ id, text, departmentId, editionId, dueOn, doneOn }) => {
    const department = departments.find((one) => one.id === departmentId);
    return {
      actionId: id,
      text,
      department: { ja: department?.name ?? '', en: department?.nameEn ?? '' },
      month: months.get(editionId) ?? '',
      dueOn,
      doneOn,
    };
  });
}
