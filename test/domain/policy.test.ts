import { describe, expect, it } from 'vitest';
import type { Ctx } from '../../src/domain/context.ts';
import {
  approveEdition,
  cancelEdition,
  changeEdition,
  closeEdition,
  editionStatus,
  listEditions,
  openEdition,
  openListeningPage,
  planEdition,
  reportListening,
  retryEdition,
  returnEdition,
  submitEdition,
} from '../../src/domain/listening/index.ts';
import { approveVoice, importVoice, withdrawVoice } from '../../src/domain/voices/index.ts';
import { readVoiceFolder } from '../../src/edges/files/voiceFolder.ts';
import type { PersonName } from '../support/company.ts';
import { openedEdition, plannedEdition } from '../support/editions.ts';
import { sampleVoiceFolders } from '../support/templates.ts';
import { openTestApp, type TestApp } from '../support/testApp.ts';
import { actorOf, attempt, type Stranger } from '../support/whoMay.ts';

/** One person for each role; nobody = a call without a person behind it. */
const people = {
  member: 'kajiura',
  promoter: 'mizusawa',
  head: 'enoki',
  officer: 'misono',
  curator: 'asagi',
  approver: 'kiryu',
  triager: 'kitta',
  administrator: 'tsutsumi',
} as const satisfies Record<string, PersonName>;
type Role = keyof typeof people | Stranger;
const roles: Role[] = [...(Object.keys(people) as (keyof typeof people)[]), 'left', 'nobody'];
const everybody = Object.keys(people) as Role[];

interface Stage {
  draft: string;
  inReview: string;
  approved: string;
  open: string;
  voice: string;
}

const metadata = () => {
  const files = readVoiceFolder(sampleVoiceFolders()[0] ?? '');
  return { ...files, metadata: { ...(files.metadata as object), reference: 'T-NEW' } };
};

/** Every act of voices and listening, and who may do it. */
const acts: { act: string; may: Role[]; run: (ctx: Ctx, stage: Stage) => Promise<unknown> }[] = [
  { act: 'importVoice', may: ['curator'], run: (ctx) => importVoice(ctx, metadata()) },
  { act: 'approveVoice', may: ['approver'], run: (ctx, stage) => approveVoice(ctx, stage.voice) },
  {
    act: 'withdrawVoice',
    may: ['curator', 'approver'],
    run: (ctx, stage) => withdrawVoice(ctx, { voiceId: stage.voice, reason: '確認のため' }),
  },
  {
    act: 'planEdition',
    may: ['curator'],
    run: async (ctx, stage) => {
      const { voiceIds } = await editionOf(ctx, stage.open);
      return planEdition(ctx, { month: '2027-06', voiceIds });
    },
  },
  {
    act: 'changeEdition',
    may: ['curator'],
    run: (ctx, stage) => changeEdition(ctx, stage.draft, { dueOn: '2027-01-15' }),
  },
  { act: 'submitEdition', may: ['curator'], run: (ctx, stage) => submitEdition(ctx, stage.draft) },
  {
    act: 'returnEdition',
    may: ['approver'],
    run: (ctx, stage) => returnEdition(ctx, { editionId: stage.inReview, reason: '声を替えてください' }),
  },
  { act: 'approveEdition', may: ['approver'], run: (ctx, stage) => approveEdition(ctx, stage.inReview) },
  { act: 'openEdition', may: ['curator'], run: (ctx, stage) => openEdition(ctx, stage.approved) },
  { act: 'closeEdition', may: ['curator'], run: (ctx, stage) => closeEdition(ctx, stage.open) },
  {
    act: 'cancelEdition',
    may: ['curator'],
    run: (ctx, stage) => cancelEdition(ctx, { editionId: stage.open, reason: '誤り' }),
  },
  {
    act: 'editionStatus',
    may: ['curator', 'approver', 'administrator'],
    run: (ctx, stage) => editionStatus(ctx, stage.open),
  },
  {
    act: 'retryEdition',
    may: ['curator', 'administrator'],
    run: (ctx, stage) => retryEdition(ctx, stage.open),
  },
  { act: 'listEditions', may: everybody, run: (ctx) => listEditions(ctx) },
  {
    act: 'openListeningPage',
    may: everybody,
    run: async (ctx, stage) => openListeningPage(ctx, (await editionOf(ctx, stage.open)).voiceIds[0] ?? ''),
  },
  {
    act: 'reportListening',
    may: everybody,
    run: async (ctx, stage) => {
      const voiceId = (await editionOf(ctx, stage.open)).voiceIds[0] ?? '';
      return reportListening(ctx, { voiceId, intervals: [], positionMs: 0 });
    },
  },
];

async function editionOf(ctx: Ctx, editionId: string): Promise<{ voiceIds: string[] }> {
  const voices = await ctx.db.editionVoice.findMany({ where: { editionId }, orderBy: { position: 'asc' } });
  return { voiceIds: voices.map((voice) => voice.voiceId) };
}

/** One edition in each state, and a voice that waits for approval. */
async function setStage(t: TestApp): Promise<Stage> {
  const open = await openedEdition(t, { month: '2026-12' });
  const draft = await plannedEdition(t, { month: '2027-01' });
  const inReview = await plannedEdition(t, { month: '2027-02' });
  await submitEdition(t.as('asagi'), inReview);
  const approved = await plannedEdition(t, { month: '2027-03' });
  await submitEdition(t.as('asagi'), approved);
  await approveEdition(t.as('kiryu'), approved);
  const files = metadata();
  const voice = await importVoice(t.as('niina'), {
    ...files,
    metadata: { ...files.metadata, reference: 'T-WAITING' },
  });
  return { open, draft, inReview, approved, voice };
}

describe('who may', () => {
  it('do what, role by role', async () => {
    const t = await openTestApp({ working: false });
    const stage = await setStage(t);
    await t.ctx.db.person.update({ where: { id: t.people.momose.id }, data: { status: 'left' } });
    const who = { ...people, left: 'momose', nobody: 'nobody' } as const;

    const found: Record<string, Record<string, string>> = {};
    const expected: Record<string, Record<string, string>> = {};
    for (const { act, may, run } of acts) {
      found[act] = {};
      expected[act] = {};
      for (const role of roles) {
        found[act][role] = await attempt(actorOf(t, who[role]), (ctx) => run(ctx, stage));
        // Only the clock opens and closes without a person behind it.
        const byItself = role === 'nobody' && (act === 'openEdition' || act === 'closeEdition');
        const stranger = role === 'nobody' || role === 'left';
        expected[act][role] =
          may.includes(role) || byItself ? 'yes' : stranger ? 'signIn.required' : 'forbidden';
      }
    }
    expect(found).toEqual(expected);
  });
});
