import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { Ctx } from '../context.ts';
import { allDepartments, audit, type Day, type Month, requireRole } from '../people/index.ts';
import { personalDataIn } from '../privacy/index.ts';
import { findVoices } from '../voices/index.ts';
import { type Audience, departmentsOf, requireKnownAudience } from './audience.rules.ts';
import {
  checkDates,
  defaultDueDay,
  defaultOpening,
  isMonth,
  mostVoices,
  type Prompt,
  requireEditionState,
  requireNearMonth,
} from './edition.rules.ts';
import {
  type Edition,
  type EditionFacts,
  findEditionOfMonth,
  insertEdition,
  lockEdition,
  updateEditionFacts,
} from './editions.store.ts';

/** A month's plan; what is left out takes its default (calendar, settings). */
export interface EditionPlan {
  month: Month;
  voiceIds: readonly string[];
  prompts?: Prompt[] | undefined;
  audience?: Audience | undefined;
  opensAt?: Date | undefined;
  dueOn?: Day | undefined;
}

/**
 * Plans a month, as a draft.
 *
 * @returns the edition's id
 * @throws AppError forbidden (curators only), edition.monthTaken, edition.monthTooFar, edition.voiceCount,
 *   edition.voiceNotApproved, edition.voiceWithdrawn, edition.badDue, edition.badOpening,
 *   edition.emptyAudience, edition.unknownKey, edition.unknownDepartment, input.invalid (a month that is none),
 *   edition.promptPersonal
 */
export async function planEdition(ctx: Ctx, plan: EditionPlan): Promise<string> {
  await refusePersonalData(ctx, plan.prompts);
  return inTransaction(ctx, async (tx) => {
    const curator = await requireRole(tx, 'curator');
    if (!isMonth(plan.month)) throw new AppError('input.invalid', { names: 'month' });
    requireNearMonth(plan.month, ctx.clock.now(), ctx.settings);
    // First: whatever else may be wrong with the plan, it has no place.
    await requireFreeMonth(tx, plan.month);
    const facts = await checkedFacts(tx, plan);
    const id = newId();
    const draft = { ...facts, id, plannedById: curator.id, plannedAt: ctx.clock.now() };
    const isFree = await insertEdition(tx.db, draft, plan.voiceIds);
    // Somebody else planned it at this moment.
    if (!isFree) await requireFreeMonth(tx, plan.month);
    await audit(tx, 'listening.planEdition', id, { month: plan.month });
    return id;
  });
}

/** @throws AppError edition.monthTaken */
async function requireFreeMonth(ctx: Ctx, month: Month): Promise<void> {
  const taken = await findEditionOfMonth(ctx.db, month);
  if (taken) throw new AppError('edition.monthTaken', { month, state: taken.state });
}

/**
 * Changes a draft, or an approved edition, which thereby becomes a draft again and needs a new approval.
 *
 * @param change what is left out stays as it is
 * @throws AppError like planEdition, and edition.notFound, edition.badState
 */
export async function changeEdition(
  ctx: Ctx,
  editionId: string,
  change: Partial<Omit<EditionPlan, 'month'>>,
): Promise<void> {
  await refusePersonalData(ctx, change.prompts);
  await inTransaction(ctx, async (tx) => {
    const edition = await lockEdition(tx.db, editionId);
    if (!edition) throw new AppError('edition.notFound');
    const curator = await requireRole(tx, 'curator');
    requireEditionState(edition, 'draft', 'in_review', 'approved');
    const plan = planOf(edition, change);
    // Whoever changed it last planned it: they must not approve their own change.
    const facts = { ...(await checkedFacts(tx, plan)), plannedById: curator.id };
    await updateEditionFacts(tx.db, editionId, facts, plan.voiceIds);
    await audit(tx, 'listening.changeEdition', editionId);
  });
}

/** Prompts are read by everybody: what looks like personal data must not get into them. */
async function refusePersonalData(ctx: Ctx, prompts: readonly Prompt[] = []): Promise<void> {
  const texts = prompts.flatMap(({ ja, en }) => [ja, en]);
  const types = await personalDataIn(ctx.detector, texts);
  if (types.length > 0) throw new AppError('edition.promptPersonal', { types: types.join(', ') });
}

function planOf(edition: Edition, change: Partial<Omit<EditionPlan, 'month'>>): EditionPlan {
  return {
    month: edition.month,
    voiceIds: change.voiceIds ?? edition.voiceIds,
    prompts: change.prompts ?? edition.prompts,
    audience: change.audience ?? edition.audience,
    opensAt: change.opensAt ?? edition.opensAt,
    dueOn: change.dueOn ?? edition.dueOn,
  };
}

async function checkedFacts(ctx: Ctx, plan: EditionPlan): Promise<EditionFacts> {
  const count = new Set(plan.voiceIds).size;
  if (count !== plan.voiceIds.length || count < 1 || count > mostVoices) {
    throw new AppError('edition.voiceCount', { most: mostVoices });
  }
  await requireApprovedVoices(ctx, plan.voiceIds);
  const facts = {
    month: plan.month,
    prompts: plan.prompts ?? ctx.settings.edition.prompts,
    audience: plan.audience ?? ({ all: true } as const),
    opensAt: plan.opensAt ?? defaultOpening(plan.month, ctx.settings),
    dueOn: plan.dueOn ?? defaultDueDay(plan.month, ctx.settings),
  };
  checkDates(facts, ctx.clock.now(), ctx.settings);
  const departments = await allDepartments(ctx.db);
  requireKnownAudience(facts.audience, {
    kinds: Object.keys(ctx.settings.departmentKinds),
    linesOfBusiness: Object.keys(ctx.settings.linesOfBusiness),
    departments: departments.map((department) => department.code),
  });
  if (departmentsOf(facts.audience, departments).length === 0) {
    throw new AppError('edition.emptyAudience');
  }
  return facts;
}

/** @throws AppError edition.voiceWithdrawn, which no approval mends, edition.voiceNotApproved */
async function requireApprovedVoices(ctx: Ctx, voiceIds: readonly string[]): Promise<void> {
  const voices = new Map((await findVoices(ctx.db, voiceIds)).map((voice) => [voice.id, voice]));
  const named = (ids: readonly string[]) => ids.map((id) => voices.get(id)?.reference ?? id).join(', ');
  const withdrawn = voiceIds.filter((id) => voices.get(id)?.state === 'withdrawn');
  if (withdrawn.length > 0) throw new AppError('edition.voiceWithdrawn', { voices: named(withdrawn) });
  const others = voiceIds.filter((id) => voices.get(id)?.state !== 'approved');
  if (others.length > 0) throw new AppError('edition.voiceNotApproved', { voices: named(others) });
}
