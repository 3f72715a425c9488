import { expect, it } from 'vitest';
import { findColleagues, offerDepartments } from '../../../src/domain/people/index.ts';
import { openTestApp } from '../../support/testApp.ts';

it('colleagues are found by a part of their name, never oneself, never who has left', async () => {
  const t = await openTestApp({ working: false });
  const names = async (words: string) => (await findColleagues(t.as('enoki'), words)).map(({ name }) => name);
  expect(await names('梶浦')).toEqual([t.people.kajiura.name]);
  expect(await names(t.people.kajiura.name.replace(' ', ''))).toEqual([t.people.kajiura.name]);
  expect(await names(t.people.kajiura.nameEn.toUpperCase())).toEqual([t.people.kajiura.name]);
  expect(await names('榎木')).toEqual([]);
  for (const nobody of ['', ' ', '%', '_', '\\']) expect(await names(nobody)).toEqual([]);
  await t.ctx.db.person.update({ where: { id: t.people.kajiura.id }, data: { status: 'left' } });
  expect(await names('梶浦')).toEqual([]);
  await expect(findColleagues(t.as('kajiura'), '榎木')).rejects.toMatchObject({ code: 'signIn.required' });
});

it('everybody who takes part may look departments up', async () => {
  const t = await openTestApp({ working: false });
  const found = await offerDepartments(t.as('kajiura'), '火災');
  expect(found.map(({ code }) => code)).toContain('CL-FIRE');
  await expect(offerDepartments(t.ctx, '火災')).rejects.toMatchObject({ code: 'signIn.required' });
});
