import { expect, it } from 'vitest';
import { checkIn, forgetOldDiscussions, vote } from '../../../src/domain/discussions/index.ts';
import { closeEdition } from '../../../src/domain/listening/index.ts';
import { pageOf, revealedDiscussion } from '../../support/discussions.ts';
import { openTestApp } from '../../support/testApp.ts';

it('who took part and who voted is forgotten with the time for reports, insights after years, the rest later', async () => {
  const t = await openTestApp({ working: false });
  const discussionId = await revealedDiscussion(t);
  const page = await pageOf(t, 'sena', discussionId);
  const groupId = page.shared.groups[0]?.id ?? '';
  await vote(t.as('sena'), { discussionId, groupId, votes: 3 });
  await vote(t.as('tokita'), { discussionId, groupId, votes: 2 });
  await checkIn(t.as('hanh'), discussionId);
  await closeEdition(t.ctx, page.edition.id);
  const counts = async () => ({
    checkIns: await t.ctx.db.checkIn.count(),
    votes: await t.ctx.db.groupVote.count(),
    insights: await t.ctx.db.insight.count(),
    discussions: await t.ctx.db.discussion.count({ where: { id: discussionId } }),
  });
  t.clock.set('2027-01-17T03:15:00+09:00');
  await forgetOldDiscussions(t.ctx);
  expect(await counts()).toEqual({ checkIns: 5, votes: 2, insights: 4, discussions: 1 });
  t.clock.set('2027-01-18T03:15:00+09:00');
  await forgetOldDiscussions(t.ctx);
  await forgetOldDiscussions(t.ctx);
  expect(await counts()).toEqual({ checkIns: 0, votes: 0, insights: 4, discussions: 1 });
  // How many votes there were stays.
  expect((await pageOf(t, 'sena', discussionId)).shared.groups[0]?.votes).toBe(5);
  t.clock.set('2030-02-01T03:15:00+09:00');
  await forgetOldDiscussions(t.ctx);
  expect(await counts()).toEqual({ checkIns: 0, votes: 0, insights: 0, discussions: 1 });
  t.clock.set('2034-03-01T03:15:00+09:00');
  await forgetOldDiscussions(t.ctx);
  expect(await counts()).toEqual({ checkIns: 0, votes: 0, insights: 0, discussions: 0 });
});
