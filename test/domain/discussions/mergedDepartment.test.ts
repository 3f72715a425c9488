import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listDiscussions, nudgeLeaders, settleEdition } from '../../../src/domain/discussions/index.ts';
import { closeEdition } from '../../../src/domain/listening/index.ts';
import { importDirectory } from '../../../src/domain/people/index.ts';
import { readCsvDirectory } from '../../../src/edges/directory/csv.ts';
import { pageOf, write } from '../../support/discussions.ts';
import { openedEdition } from '../../support/editions.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';
import { begunDiscussion, readByAsagi } from '../../support/themes.ts';

/** みなと支店 becomes a part of 杜野支店: everybody of it has their post there. */
async function mergeMinatoIntoMorino(t: TestApp): Promise<void> {
  const { departments, people } = readCsvDirectory(
    join(import.meta.dirname, '../../../prisma/sample/company'),
  );
  await importDirectory(t.ctx, {
    departments: departments.filter(({ code }) => code !== 'SL-MINATO'),
    people: people.map((person) => ({
      ...person,
      posts: person.posts.map((post) =>
        post.departmentCode === 'SL-MINATO' ? { ...post, departmentCode: 'SL-MORINO' } : post,
      ),
    })),
  });
}

it('a department that is merged in the middle of the month goes on with the other one, and loses no word', async () => {
  const t = await openTestApp({ working: false });
  const editionId = await openedEdition(t);
  const minato = await begunDiscussion(t, editionId, 'minato', 'shiomi');
  await write(t.as('momose'), minato, { why: '最初のひと言で、安心されたのだと思います。' });
  await mergeMinatoIntoMorino(t);

  // Who was there is at home in the other one now, and writes there.
  const own = await listDiscussions(t.as('momose'), editionId);
  expect(own.map(({ department }) => department.code)).toEqual(['SL-MORINO']);
  const morino = own[0]?.discussionId ?? '';
  await write(t.as('momose'), morino, { why: '合併したあとの気づきです。' });
  expect((await pageOf(t, 'shiomi', morino)).me.leads).toBe(true);
  await expect(pageOf(t, 'shiomi', minato)).rejects.toThrow('discussion.notMember');

  // Nobody is reminded of a discussion that has nobody.
  t.clock.set('2026-12-15T10:05:00+09:00');
  await nudgeLeaders(t.ctx);
  const reminded = await t.ctx.db.outgoingMessage.findMany({
    where: { purpose: 'discussion.nudge', subjectId: minato },
  });
  expect(reminded).toEqual([]);

  // What was written before is read by the quality department when the month is over.
  t.clock.set('2026-12-30T10:00:00+09:00');
  await closeEdition(t.ctx, editionId);
  await settleEdition(t.ctx, editionId);
  const read = (await readByAsagi(t)).map(({ why }) => why).sort();
  expect(read).toEqual(['合併したあとの気づきです。', '最初のひと言で、安心されたのだと思います。'].sort());
});
