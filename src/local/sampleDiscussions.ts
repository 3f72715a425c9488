import { asPerson, type Ctx } from '../domain/context.ts';
import {
  makeGroup,
  moveInsight,
  prepareDiscussions,
  revealInsights,
  skipDiscussion,
  startDiscussion,
  suggestProposal,
  vote,
  wrapUp,
  writeInsight,
} from '../domain/discussions/index.ts';
import type { Edition } from '../domain/listening/index.ts';
import {
  addBusinessDays,
  addDays,
  allDepartments,
  allPeople,
  type Day,
  dayOf,
  instantAt,
  type PersonRow,
} from '../domain/people/index.ts';
import { findVoiceByReference } from '../domain/voices/index.ts';
import { idFrom } from '../platform/ids.ts';
import type { SampleDiscussion } from './sampleCompany.ts';

/** Local mode only: what the sample company's departments made of a past month, through the acts of today. */
export async function playDiscussions(
  ctx: Ctx,
  edition: Edition,
  discussions: readonly SampleDiscussion[],
): Promise<void> {
  await prepareDiscussions(ctx, edition.id);
  const people = await allPeople(ctx.db);
  const departments = await allDepartments(ctx.db);
  for (const sample of discussions) {
    const department = departments.find((one) => one.code === sample.department);
    const leader = department && leaderOf(sample, department.id, people);
    if (!department || !leader)
      throw new Error(`nobody leads the sample's discussion of ${sample.department}`);
    await play(ctx, edition, sample, {
      discussionId: idFrom('discussion', edition.id, department.id),
      leader,
      people,
    });
  }
}

interface Cast {
  discussionId: string;
  leader: PersonRow;
  people: readonly PersonRow[];
}

async function play(ctx: Ctx, edition: Edition, sample: SampleDiscussion, cast: Cast): Promise<void> {
  const { discussionId } = cast;
  const openedOn = dayOf(edition.opensAt, ctx.settings);
  const heldOn = addBusinessDays(openedOn, sample.daysAfterOpening, ctx.settings);
  const then: Ctx = { ...ctx, clock: { now: () => instantAt(heldOn, '15:00', ctx.settings) } };
  const leading = asPerson(then, cast.leader.id);
  if (sample.mode === 'skipped') {
    await skipDiscussion(leading, { discussionId, reason: sample.reason });
    return;
  }
  if (sample.mode === 'full') {
    await startDiscussion(leading, { discussionId, mode: 'full', isAsync: false, revealAt: null });
    await write(then, sample, cast);
    await revealInsights(leading, discussionId);
    await arrange(leading, sample, discussionId);
    await giveVotes(then, sample, cast);
  }
  await end(leading, sample, cast, heldOn);
}

async function write(ctx: Ctx, sample: SampleDiscussion, { discussionId, people }: Cast): Promise<void> {
  for (const { by, voice, atSeconds, ...words } of sample.insights) {
    await writeInsight(asPerson(ctx, numbered(people, by).id), {
      discussionId,
      insightId: insightOf(discussionId, by),
      words: {
        ...words,
        voiceId: (await findVoiceByReference(ctx.db, voice))?.id ?? null,
        atMs: atSeconds === null ? null : atSeconds * 1_000,
      },
    });
  }
}

/** Each has one. */
function insightOf(discussionId: string, by: string): string {
  return idFrom('sample insight', discussionId, by);
}

function groupOf(discussionId: string, place: number): string {
  return idFrom('sample group', discussionId, String(place));
}

/** The leader moves insights to where they belong. */
async function arrange(ctx: Ctx, { groups }: SampleDiscussion, discussionId: string): Promise<void> {
  for (const [place, { title, by }] of groups.entries()) {
    const groupId = groupOf(discussionId, place);
    const [first, ...others] = by.map((one) => insightOf(discussionId, one));
    if (!first) continue;
    await makeGroup(ctx, { discussionId, groupId, title, insightId: first });
    for (const insightId of others) await moveInsight(ctx, { discussionId, insightId, groupId });
  }
}

async function giveVotes(ctx: Ctx, sample: SampleDiscussion, { discussionId, people }: Cast): Promise<void> {
  for (const { by, group, votes } of sample.votes) {
    const groupId = groupOf(discussionId, group);
    await vote(asPerson(ctx, numbered(people, by).id), { discussionId, groupId, votes });
  }
}

async function end(ctx: Ctx, sample: SampleDiscussion, cast: Cast, heldOn: Day): Promise<void> {
  const { discussionId, people } = cast;
  const actions = sample.actions.map(({ text, owner, dueInDays }) => ({
    id: idFrom('sample action', discussionId, text),
    text,
    ownerId: numbered(people, owner).id,
    dueOn: addDays(heldOn, dueInDays),
  }));
  await wrapUp(ctx, {
    discussionId,
    understood: sample.understood,
    participants: sample.participants ?? 1,
    heldOn,
    actions,
  });
  const suggested = sample.suggest && actions[sample.suggest.action];
  if (suggested) {
    await suggestProposal(ctx, { discussionId, source: 'action', sourceId: suggested.id, suggested: true });
  }
}

function leaderOf(
  { leader }: SampleDiscussion,
  departmentId: string,
  people: readonly PersonRow[],
): PersonRow | undefined {
  if (leader !== 'head') return numbered(people, leader);
  return people.find((person) =>
    person.posts.some((post) => post.departmentId === departmentId && post.role === 'head'),
  );
}

function numbered(people: readonly PersonRow[], employeeNo: string): PersonRow {
  const person = people.find((one) => one.employeeNo === employeeNo);
  if (!person) throw new Error(`${employeeNo} is not in the sample company`);
  return person;
}
