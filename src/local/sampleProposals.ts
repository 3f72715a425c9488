import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { asPerson, type Ctx } from '../domain/context.ts';
import {
  addDays,
  allDepartments,
  allPeople,
  businessDayOnOrBefore,
  type Day,
  dayOf,
  instantAt,
  type PersonRow,
} from '../domain/people/index.ts';
import {
  answerQuestion,
  answerRequest,
  approveExample,
  askProposer,
  decideProposal,
  decisionStates,
  delayProposal,
  findProposal,
  joinThanks,
  mergeProposals,
  openProposalPage,
  requestDepartment,
  sendProposal,
  supportProposal,
  withdrawProposal,
  workOnProposal,
  writeExample,
} from '../domain/proposals/index.ts';
import { findVoiceByReference } from '../domain/voices/index.ts';
import { idFrom } from '../platform/ids.ts';
import { sampleFolder, sampleOperators, sampleTriager } from './sampleCompany.ts';

const exampleSchema = z.strictObject({ title: z.string(), before: z.string(), after: z.string() });

/** One thing that happened to a sample proposal, so many days after it was sent. */
const stepSchema = z.union([
  z.strictObject({
    after: z.int(),
    to: z.enum(decisionStates),
    words: z.string().default(''),
    reviewInDays: z.int().optional(),
  }),
  z.strictObject({ after: z.int(), ask: z.string() }),
  z.strictObject({ after: z.int(), answer: z.string() }),
  z.strictObject({ after: z.int(), request: z.string(), words: z.string() }),
  z.strictObject({ after: z.int(), answerRequest: z.string(), as: z.string() }),
  z.strictObject({ after: z.int(), delay: z.string(), days: z.int() }),
  z.strictObject({
    after: z.int(),
    workOut: z.strictObject({ cause: z.string(), countermeasure: z.string(), measured: z.string() }),
  }),
  z.strictObject({ after: z.int(), mergeInto: z.int() }),
  z.strictObject({ after: z.int(), withdraw: z.literal(true) }),
  z.strictObject({ after: z.int(), example: exampleSchema }),
  z.strictObject({ after: z.int(), approve: z.enum(['internal', 'public']) }),
  z.strictObject({ after: z.int(), thanks: z.string() }),
]);
type SampleStep = z.infer<typeof stepSchema>;

const proposalSchema = z.strictObject({
  by: z.string(),
  daysAgo: z.int(),
  line: z.string().nullable(),
  process: z.string(),
  voice: z.string().optional(),
  atSeconds: z.int().optional(),
  anonymous: z.boolean().default(false),
  origin: z.enum(['own', 'agency', 'colleague']).default('own'),
  originName: z.string().default(''),
  title: z.string(),
  today: z.string(),
  change: z.string(),
  effect: z.string(),
  supports: z.array(z.strictObject({ by: z.string(), comment: z.string(), daysAfter: z.int() })),
  steps: z.array(stepSchema),
});
type SampleProposal = z.infer<typeof proposalSchema>;

/** What staff of the sample company proposed over the last months. */
export function readSampleProposals(): SampleProposal[] {
  const file = join(sampleFolder, 'company', 'proposals.json');
  return z.array(proposalSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Something that happened, on a day; things of one day in the order of the file. */
interface Happening {
  day: Day;
  run(ctx: Ctx): Promise<unknown>;
}

/**
 * Local mode only: lets the sample's proposals happen through the same acts as the present ones, with the clock of then.
 *
 * @param until the last moment: nothing happens after it
 */
export async function playProposals(
  ctx: Ctx,
  proposals: readonly SampleProposal[],
  until: Date,
): Promise<void> {
  const cast: Cast = {
    people: await allPeople(ctx.db),
    departments: new Map((await allDepartments(ctx.db)).map(({ code, id }) => [code, id])),
    triagerId: (await sampleTriager(ctx)).id,
    approver: (await sampleOperators(ctx)).approver,
  };
  const last = dayOf(until, ctx.settings);
  const happenings = proposals.flatMap((proposal, index) => happeningsOf(ctx, proposal, index, cast, last));
  happenings.sort((one, other) => one.day.localeCompare(other.day));
  for (const [index, { day, run }] of happenings.entries()) {
    // Apart by a minute or two, before the last moment of the last day.
    const start = instantAt(day, '10:00', ctx.settings);
    const now = new Date(Math.min(start.getTime() + (index % 90) * 60_000, until.getTime()));
    await run({ ...ctx, clock: { now: () => now } });
  }
}

interface Cast {
  people: readonly PersonRow[];
  departments: ReadonlyMap<string, string>;
  triagerId: string;
  approver: Ctx;
}

function happeningsOf(ctx: Ctx, sample: SampleProposal, index: number, cast: Cast, last: Day): Happening[] {
  const proposalId = idOf(index);
  const today = dayOf(ctx.clock.now(), ctx.settings);
  const on = (after: number): Day => {
    const day = businessDayOnOrBefore(addDays(today, after - sample.daysAgo), ctx.settings);
    return day < last ? day : last;
  };
  const person = (then: Ctx, employeeNo: string) => asPerson(then, numbered(cast.people, employeeNo).id);
  return [
    { day: on(0), run: (then) => send(person(then, sample.by), sample, proposalId) },
    ...sample.supports.map(({ by, comment, daysAfter }) => ({
      day: on(daysAfter),
      run: (then: Ctx) => supportProposal(person(then, by), { proposalId, comment }),
    })),
    ...sample.steps.map((step) => ({
      day: on(step.after),
      run: (then: Ctx) => play(then, step, { proposalId, sample, cast }),
    })),
  ];
}

/** A version 4 id, as a page makes one. */
function idOf(index: number): string {
  const id = idFrom('sample proposal', String(index));
  return `${id.slice(0, 14)}4${id.slice(15)}`;
}

async function send(ctx: Ctx, sample: SampleProposal, proposalId: string): Promise<void> {
  const { title, today, change, effect, origin, originName, line, process, voice, atSeconds } = sample;
  const found = voice ? await findVoiceByReference(ctx.db, voice) : null;
  await sendProposal(ctx, {
    proposalId,
    words: { title, today, change, effect },
    facts: {
      lineOfBusiness: line,
      process,
      ownerDepartmentId: null,
      origin,
      originName,
      coProposerIds: [],
    },
    anonymous: sample.anonymous,
    // Nobody's data is in it.
    kept: [title, today, change, effect],
    source: found ? 'voice' : 'page',
    sourceId: null,
    voiceId: found?.id ?? null,
    atMs: found && atSeconds !== undefined ? atSeconds * 1_000 : null,
  });
}

interface Scene {
  proposalId: string;
  sample: SampleProposal;
  cast: Cast;
}

async function play(then: Ctx, step: SampleStep, { proposalId, sample, cast }: Scene): Promise<void> {
  const triager = asPerson(then, cast.triagerId);
  const person = (employeeNo: string) => asPerson(then, numbered(cast.people, employeeNo).id);
  const inDays = (days: number) => addDays(dayOf(then.clock.now(), then.settings), days);
  if ('to' in step) {
    const reviewOn = step.reviewInDays === undefined ? null : inDays(step.reviewInDays);
    return decideProposal(triager, { proposalId, from: 'open', to: step.to, words: step.words, reviewOn });
  }
  if ('ask' in step) return askProposer(triager, { proposalId, words: step.ask });
  if ('answer' in step) return answerQuestion(person(sample.by), { proposalId, words: step.answer });
  if ('request' in step) {
    const departmentId = cast.departments.get(step.request) ?? '';
    const requestId = idFrom('sample request', proposalId, step.request);
    return requestDepartment(triager, {
      proposalId,
      requestId,
      departmentId,
      words: step.words,
      dueOn: null,
    });
  }
  if ('answerRequest' in step) {
    const leader = person(step.as);
    const requestId = (await openProposalPage(leader, proposalId)).me.request?.id ?? '';
    return answerRequest(leader, { proposalId, requestId, words: step.answerRequest });
  }
  if ('delay' in step)
    return delayProposal(triager, { proposalId, words: step.delay, answerDueOn: inDays(step.days) });
  if ('workOut' in step) return workOut(triager, proposalId, step.workOut);
  if ('mergeInto' in step) return mergeProposals(triager, { proposalId, intoId: idOf(step.mergeInto) });
  if ('withdraw' in step) return withdrawProposal(person(sample.by), proposalId);
  if ('example' in step) return writeExample(triager, { proposalId, ...step.example });
  if ('approve' in step) {
    return approveExample({ ...cast.approver, clock: then.clock }, { proposalId, reach: step.approve });
  }
  return joinThanks(person(step.thanks), { proposalId, named: true });
}

async function workOut(
  triager: Ctx,
  proposalId: string,
  found: { cause: string; countermeasure: string; measured: string },
): Promise<void> {
  const proposal = await findProposal(triager.db, proposalId);
  if (!proposal) return;
  const { version, lineOfBusiness, process, ownerDepartmentId } = proposal;
  await workOnProposal(triager, {
    proposalId,
    version,
    priority: 'normal',
    lineOfBusiness,
    process,
    ownerDepartmentId,
    ...found,
  });
}

function numbered(people: readonly PersonRow[], employeeNo: string): PersonRow {
  const person = people.find((one) => one.employeeNo === employeeNo);
  if (!person) throw new Error(`${employeeNo} is not in the sample company`);
  return person;
}
