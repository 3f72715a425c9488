import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type {
  DiscussionPage,
  InsightFields,
  InsightGroup,
} from '../../src/edges/http/contract/discussion.ts';
import { createDiscussionKeeper } from '../../src/web/discuss/discussionKeeper.ts';
import { createDraftKeeper, type Draft } from '../../src/web/discuss/draftKeeper.ts';
import {
  mayVoteMore,
  mostVoted,
  needsOwnPart,
  proposedIn,
  votesLeft,
  whereItWent,
  withAnswer,
  withMoved,
  withShared,
  withVotes,
} from '../../src/web/discuss/page.rules.ts';
import { countdown, dayAt, placeMs, timeLeft } from '../../src/web/discuss/time.rules.ts';
import {
  besideReported,
  headcount,
  maskedKinds,
  type WrapUpDraft,
  wrapUpDraft,
  wrapUpToSend,
} from '../../src/web/discuss/wrapUp.rules.ts';
import { askedPlace } from '../../src/web/listen/transcript.rules.ts';
import { ApiError } from '../../src/web/session/apiError.ts';
import { clockOffsetMs } from '../../src/web/session/clock.rules.ts';

const insight = (id: string): InsightGroup['insights'][number] => ({
  id,
  voiceId: null,
  author: null,
  why: `why ${id}`,
  feelings: [],
  felt: '',
  change: '',
  atMs: null,
  hidden: false,
  suggested: false,
});
const group = (id: string, votes = 0, insights: string[] = []): InsightGroup => ({
  id,
  title: id,
  votes,
  suggested: false,
  insights: insights.map(insight),
});

/** 梶浦 has the page before him; he leads where `leads` says so. */
function pageOf(
  shared: Partial<DiscussionPage['shared']> = {},
  me: Partial<DiscussionPage['me']> = {},
): DiscussionPage {
  return {
    shared: {
      id: 'd',
      revision: 3,
      state: 'revealed',
      mode: 'full',
      isAsync: false,
      leader: null,
      candidate: null,
      insightsComing: true,
      revealAt: null,
      steps: [],
      step: 1,
      stepEndsAt: null,
      restingMs: null,
      groups: [],
      feelings: [],
      understood: '',
      participants: null,
      reports: 0,
      heldOn: null,
      reportedOn: null,
      timeliness: null,
      skipReason: null,
      actions: [],
      plannedOn: null,
      voiceIds: [],
      voices: 1,
      ...shared,
    },
    department: { id: 'm', name: { ja: '一課', en: 'One' } },
    edition: { id: 'e', month: '2026-12', dueOn: '2026-12-18', state: 'open' },
    voices: [],
    members: [],
    feelings: [],
    offices: [],
    question: { ja: '', en: '' },
    votesInAll: 5,
    votesPerGroup: 3,
    me: { id: 'kajiura', leads: false, insights: [], votes: [], ...me },
    leading: null,
  };
}

describe('time left', () => {
  const noon = Date.parse('2026-12-01T12:00:00Z');
  const step = (over: object) => ({ stepEndsAt: null, restingMs: null, isAsync: false, ...over });

  it('runs by the server’s clock, and never below nothing', () => {
    const ends = step({ stepEndsAt: '2026-12-01T12:04:12.000Z' });
    expect(timeLeft(ends, noon)).toEqual({ kind: 'running', ms: 252_000 });
    expect(timeLeft(ends, noon + 3_600_000)).toEqual({ kind: 'running', ms: 0 });
  });

  it('rests, or is not there at all', () => {
    expect(timeLeft(step({ restingMs: 61_000 }), noon)).toEqual({ kind: 'resting', ms: 61_000 });
    expect(timeLeft(step({}), noon)).toEqual({ kind: 'none' });
  });

  it('is a day for shifts: the one that ends with the step', () => {
    const ends = step({ stepEndsAt: '2026-12-03T15:00:00.000Z', isAsync: true });
    expect(timeLeft(ends, noon, 'Asia/Tokyo')).toEqual({ kind: 'untilDay', day: '2026-12-03' });
    expect(dayAt(Date.parse('2026-12-03T15:00:00Z'), 'Asia/Tokyo')).toBe('2026-12-04');
  });

  it.each([
    [252_000, '04:12'],
    [59_001, '01:00'],
    [1, '00:01'],
    [0, '00:00'],
    [600_000, '10:00'],
  ])('%i ms are shown as %s', (ms, shown) => {
    expect(countdown(ms)).toBe(shown);
  });

  it('trusts a clock that is right to the second, and corrects one that is not', () => {
    expect(clockOffsetMs('Tue, 01 Dec 2026 12:00:00 GMT', noon + 900)).toBe(0);
    expect(clockOffsetMs('Tue, 01 Dec 2026 12:00:00 GMT', noon - 60_000)).toBe(60_500);
    expect(clockOffsetMs(null, noon)).toBeNull();
  });
});

describe('a place in the sound', () => {
  it.each([
    ['0:42', 42_000],
    ['42', 42_000],
    ['１：０２', 62_000],
    ['1:20', null],
    ['about 42', null],
    ['', null],
  ])('%j, written for a voice of 72 s, is %j', (text, ms) => {
    expect(placeMs(text, 72_000)).toBe(ms);
  });

  it('in an address is whole seconds inside the sound', () => {
    expect(askedPlace('42', 72_000)).toBe(42_000);
    expect(askedPlace('72', 72_000)).toBeNull();
    expect(askedPlace('-1', 72_000)).toBeNull();
    expect(askedPlace(null, 72_000)).toBeNull();
  });
});

describe('votes', () => {
  const page = pageOf(
    { groups: [group('a', 4), group('b', 1)] },
    {
      votes: [
        { groupId: 'a', votes: 3 },
        { groupId: 'gone', votes: 2 },
      ],
    },
  );

  it('for a group that is gone come back', () => {
    expect(votesLeft(page)).toBe(2);
  });

  it('are at most three for one group, and none when all are given', () => {
    expect(mayVoteMore(page, 'a')).toBe(false);
    expect(mayVoteMore(page, 'b')).toBe(true);
    expect(mayVoteMore(withVotes(page, 'b', 2), 'b')).toBe(false);
  });

  it('are shown at once, mine and in all', () => {
    const voted = withVotes(withVotes(page, 'b', 2), 'a', 1);
    expect(voted.shared.groups.map(({ votes }) => votes)).toEqual([2, 3]);
    expect(votesLeft(voted)).toBe(2);
  });

  it('make a group the most voted, or two, or none', () => {
    expect([...mostVoted([group('a', 4), group('b', 1)])]).toEqual(['a']);
    expect([...mostVoted([group('a', 2), group('b', 2)])]).toEqual(['a', 'b']);
    expect([...mostVoted([group('a'), group('b')])]).toEqual([]);
  });
});

describe('what was moved', () => {
  const page = pageOf({ groups: [group('a', 0, ['1']), group('b', 0, ['2', '3'])] });

  it('stands in its new group, and an empty group goes', () => {
    const { groups } = withMoved(page, '1', 'b').shared;
    expect(groups.map(({ id, insights }) => [id, insights.map((one) => one.id)])).toEqual([
      ['b', ['2', '3', '1']],
    ]);
  });

  it('stays where it is when the group is gone meanwhile', () => {
    expect(withMoved(page, '1', 'gone')).toBe(page);
  });
});

describe('revisions', () => {
  it('older and equal live events are let go', () => {
    const page = pageOf();
    expect(withShared(page, { ...page.shared, revision: 3, state: 'talking' })).toBe(page);
    expect(withShared(page, { ...page.shared, revision: 4, state: 'talking' }).shared.state).toBe('talking');
  });

  it('an answer that is older than a live event gives one’s own part alone', () => {
    const page = pageOf({ revision: 9, state: 'talking' });
    const answer = pageOf({ revision: 8 }, { votes: [{ groupId: 'a', votes: 1 }] });
    const merged = withAnswer(page, answer);
    expect([merged.shared.state, merged.me.votes.length]).toEqual(['talking', 1]);
  });

  it('leaders ask for their part at every change, members when the state changed or they lead now', () => {
    const leader = pageOf({}, { leads: true });
    const member = pageOf();
    const next = { ...member.shared, revision: 4 };
    expect(needsOwnPart(leader, next)).toBe(true);
    expect(needsOwnPart(member, next)).toBe(false);
    expect(needsOwnPart(member, { ...next, state: 'talking' })).toBe(true);
    const named = { id: 'kajiura', name: { ja: '梶浦 拓真', en: 'Takuma Kajiura' } };
    expect(needsOwnPart(member, { ...next, leader: named })).toBe(true);
    expect(needsOwnPart(leader, { ...next, revision: 3 })).toBe(false);
  });

  it('a withdrawn voice goes at once, and the page asks for the question of the next one', () => {
    const voice = (id: string) => ({
      id,
      quote: '待っています',
      kind: { key: 'k', label: { ja: '', en: '' } },
      lineOfBusiness: { key: 'l', label: { ja: '', en: '' } },
      durationMs: 60_000,
      heard: false,
    });
    const page = { ...pageOf({ voiceIds: ['1', '2'] }), voices: [voice('1'), voice('2')] };
    const recalled = { ...page.shared, revision: 4, voiceIds: ['2'] };
    expect(withShared(page, recalled).voices.map(({ id }) => id)).toEqual(['2']);
    expect(needsOwnPart(page, recalled)).toBe(true);
  });
});

describe('acts', () => {
  it('go out in the order of the presses; what is ahead stays shown until its answer', async () => {
    const sent: number[] = [];
    const answers: (() => void)[] = [];
    const keeper = createDiscussionKeeper({
      load: async () => pageOf({ groups: [group('a')] }),
      send: (act) =>
        new Promise((resolve) => {
          const votes = act.act === 'vote' ? act.votes : 0;
          sent.push(votes);
          answers.push(() => resolve(withVotes(pageOf({ groups: [group('a')] }), 'a', votes)));
        }),
      onRefused: (error) => {
        throw error;
      },
    });
    const vote = (votes: number) =>
      keeper.act({ act: 'vote', groupId: 'a', votes }, (page) => withVotes(page, 'a', votes));
    const shown = () => keeper.kept().page?.shared.groups[0]?.votes;
    await keeper.load();
    const both = [vote(1), vote(2)];
    await vi.waitFor(() => expect(sent).toEqual([1]));
    expect(shown()).toBe(2);
    answers[0]?.();
    await vi.waitFor(() => expect(sent).toEqual([1, 2]));
    expect(shown()).toBe(2);
    answers[1]?.();
    expect(await Promise.all(both)).toEqual([true, true]);
    expect(shown()).toBe(2);
  });

  it('that are refused are taken back, said, and the truth is fetched', async () => {
    const refused: unknown[] = [];
    let loads = 0;
    const keeper = createDiscussionKeeper({
      load: async () => {
        loads += 1;
        return pageOf({ groups: [group('a')] });
      },
      send: async () => {
        throw new ApiError(409, 'discussion.votesUsed', '票は全部で5票です');
      },
      onRefused: (error) => refused.push(error),
    });
    await keeper.load();
    const done = await keeper.act({ act: 'vote', groupId: 'a', votes: 1 }, (page) => withVotes(page, 'a', 1));
    expect(done).toBe(false);
    expect(refused).toHaveLength(1);
    expect(keeper.kept().page?.shared.groups[0]?.votes).toBe(0);
    expect(loads).toBe(2);
  });
});

describe('what one writes', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const nothing: InsightFields = {
    voiceId: null,
    anonymous: false,
    why: '',
    feelings: [],
    felt: '',
    change: '',
    atMs: null,
  };

  function desk(save: (id: string, fields: InsightFields) => Promise<unknown>) {
    const saved: [string, string][] = [];
    const takenBack: string[] = [];
    let ids = 0;
    let last: Draft | null = null;
    const keeper = createDraftKeeper({
      id: 'first',
      fields: nothing,
      isSaved: false,
      newId: () => `new ${++ids}`,
      save: async (id, fields) => {
        await save(id, fields);
        saved.push([id, fields.why]);
      },
      takeBack: async (id) => takenBack.push(id),
      onChange: (draft) => {
        last = draft;
      },
    });
    return { keeper, saved, takenBack, status: () => last?.status };
  }

  it('is sent by a press alone, under one id', async () => {
    const { keeper, saved, status } = desk(async () => {});
    keeper.change({ why: '連絡が' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect([saved, status()]).toEqual([[], 'unsaved']);
    await keeper.save();
    keeper.change({ why: '連絡がなかった' });
    await Promise.all([keeper.save(), keeper.save()]);
    expect(saved).toEqual([
      ['first', '連絡が'],
      ['first', '連絡がなかった'],
    ]);
    expect(status()).toBe('saved');
  });

  it('is sent again while the line is broken', async () => {
    let online = false;
    const { keeper, saved, status } = desk(async () => {
      if (!online) throw new ApiError(0, 'offline', '');
    });
    keeper.change({ why: '連絡が' });
    expect(await keeper.save()).toBe(false);
    expect(status()).toBe('offline');
    online = true;
    await vi.advanceTimersByTimeAsync(5_500);
    expect(saved).toEqual([['first', '連絡が']]);
  });

  it('is taken back when it was erased, and goes on as another one', async () => {
    const { keeper, saved, takenBack, status } = desk(async () => {});
    keeper.change({ why: '連絡が' });
    await keeper.save();
    keeper.change({ why: ' ' });
    await keeper.save();
    expect([takenBack, status()]).toEqual([['first'], 'empty']);
    keeper.change({ why: '待つ時間' });
    await keeper.save();
    expect(saved.at(-1)).toEqual(['new 1', '待つ時間']);
  });

  it('is kept as a new one when it was revealed in the middle', async () => {
    let revealed = false;
    const { keeper, saved, status } = desk(async (id) => {
      if (revealed && id === 'first') throw new ApiError(409, 'discussion.insightGone', '');
    });
    keeper.change({ why: '連絡が' });
    await keeper.save();
    revealed = true;
    keeper.change({ why: '連絡がなかった' });
    expect(await keeper.save()).toBe(false);
    expect(status()).toBe('revealed');
    keeper.change({ why: '連絡がなかったから' });
    expect([saved.length, status()]).toEqual([1, 'revealed']);
    await keeper.save();
    expect(saved.at(-1)).toEqual(['new 1', '連絡がなかったから']);
  });
});

describe('what came of it', () => {
  it('tells anonymous writers where it went, by what everybody reads', () => {
    const groups = [group('a', 0, ['1', '2'])];
    expect(whereItWent(['1', '2'], { groups })).toBe('shown');
    expect(whereItWent(['1', '3'], { groups })).toBe('withheld');
  });

  it('names what is proposed: groups by their titles, insights and actions by their words', () => {
    const [first] = [group('a', 0, ['1', '2'])];
    if (!first) throw new Error('no group');
    const marked = {
      ...first,
      title: '連絡の約束',
      suggested: true,
      insights: first.insights.map((one, index) => ({
        ...one,
        change: '次の日を伝える',
        suggested: index === 1,
      })),
    };
    const action = {
      id: '9',
      text: '手引きに加える',
      owner: null,
      dueOn: null,
      doneOn: null,
      suggested: true,
    };
    expect(proposedIn({ groups: [marked], actions: [action, { ...action, suggested: false }] })).toEqual([
      { id: marked.id, words: '連絡の約束' },
      { id: marked.insights[1]?.id, words: '次の日を伝える' },
      { id: '9', words: '手引きに加える' },
    ]);
  });
});

describe('the wrap-up', () => {
  const leading = (counted: number) => ({
    counted,
    concerned: 2,
    guide: { opening: word, prompts: [], listenFor: word, closing: word },
    anonymousWithheld: false,
    hidden: [],
    openActions: [],
    mayReport: true,
    days: [],
    openOffices: [],
    snoozedUntil: null,
  });
  const word = { ja: '', en: '' };

  it('starts from who opened the page; before anybody could, from whom it concerns', () => {
    expect(headcount({ leading: leading(7) })).toBe(7);
    expect(headcount({ leading: leading(0) })).toBe(2);
  });

  it('tells the leader what was masked, and not what they wrote in brackets themselves', () => {
    const kept = ['【氏名A】様と【氏名B】様に、【電話番号】へお電話した', '【重要】を続ける'];
    expect(maskedKinds(['山田様と田中様に、090-1234-5678へお電話した', '【重要】を続ける'], kept)).toEqual([
      '氏名',
      '電話番号',
    ]);
    expect(maskedKinds(kept, kept)).toEqual([]);
  });

  it('stands beside what another leader reported meanwhile', () => {
    const draft: WrapUpDraft = {
      understood: 'ひと言の大切さ',
      participants: 5,
      heldOn: '2026-12-03',
      actions: [{ id: 'mine', text: '最初にお詫びする', ownerId: null, dueOn: null }],
      seenReports: 0,
    };
    const page = pageOf({
      understood: '待つ時間の長さ',
      participants: 6,
      heldOn: '2026-12-02',
      reports: 1,
      actions: [
        { id: 'theirs', text: '連絡日を伝える', owner: null, dueOn: null, doneOn: null, suggested: false },
      ],
    });
    expect(besideReported(page, draft)).toMatchObject({
      understood: '待つ時間の長さ\nひと言の大切さ',
      participants: 6,
      heldOn: '2026-12-02',
      actions: [{ id: 'theirs' }, { id: 'mine' }],
      seenReports: 1,
    });
    expect(besideReported(pageOf({ reports: 0 }), draft)).toBe(draft);
  });

  it('begins a correction with what was reported, and sends no empty rows', () => {
    const page = pageOf({
      understood: '待つ時間の長さ',
      participants: 6,
      heldOn: '2026-12-02',
      reports: 1,
      actions: [
        { id: '1', text: '次の連絡日を伝える', owner: null, dueOn: null, doneOn: null, suggested: false },
      ],
    });
    const draft = wrapUpDraft({ ...page, leading: leading(9) }, '2026-12-04');
    expect([draft.participants, draft.heldOn, draft.actions.length]).toEqual([6, '2026-12-02', 1]);
    const more = {
      ...draft,
      actions: [...draft.actions, { id: '2', text: ' ', ownerId: null, dueOn: null }],
    };
    expect(wrapUpToSend(more).actions.map(({ id }) => id)).toEqual(['1']);
  });
});
