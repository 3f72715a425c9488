import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '../../../src/domain/context.ts';
import { type Directory, findPersonByEmployeeNo, importDirectory } from '../../../src/domain/people/index.ts';
import { readCsvDirectory } from '../../../src/edges/directory/csv.ts';
import { departmentCodes, type PersonName, personNumbers } from '../../support/company.ts';
import { sampleFolder } from '../../support/templates.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

const unchanged = {
  departments: { total: 12, new: 0, changed: 0, excluded: 0 },
  people: { total: 64, new: 0, changed: 0, left: 0 },
};

let directory: Directory;
beforeEach(() => {
  directory = readCsvDirectory(join(sampleFolder, 'company'));
});

const entry = (name: PersonName) => {
  const found = directory.people.find(({ employeeNo }) => employeeNo === personNumbers[name]);
  if (!found) throw new Error(name);
  return found;
};
const department = (name: keyof typeof departmentCodes) => {
  const found = directory.departments.find(({ code }) => code === departmentCodes[name]);
  if (!found) throw new Error(name);
  return found;
};
const without = (...names: PersonName[]) => {
  const numbers = new Set<string>(names.map((name) => personNumbers[name]));
  directory.people = directory.people.filter(({ employeeNo }) => !numbers.has(employeeNo));
};
const open = () => openTestApp({ working: false });
const stored = async (t: TestApp, name: PersonName) => {
  const row = await findPersonByEmployeeNo(t.ctx.db, personNumbers[name]);
  if (!row) throw new Error(name);
  return row;
};
const storedDepartment = (t: TestApp, code: string) =>
  t.ctx.db.department.findUniqueOrThrow({ where: { code }, include: { parent: true } });

describe('importing the directory', () => {
  it('may be done by administrators, and by the product itself', async () => {
    const t = await open();
    for (const name of ['mizusawa', 'enoki', 'misono', 'asagi', 'kiryu', 'kitta'] as const) {
      await expect(importDirectory(t.as(name), directory)).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect(await importDirectory(t.as('tsutsumi'), directory)).toEqual(unchanged);
    expect(await importDirectory({ ...t.ctx, actor: systemActor }, directory)).toEqual(unchanged);
  });

  it('fills an empty database, and doing it twice is doing it once', async () => {
    const t = await openTestApp({ working: false, template: 'empty' });
    expect(await importDirectory(t.ctx, directory)).toEqual({
      departments: { total: 12, new: 12, changed: 0, excluded: 0 },
      people: { total: 64, new: 64, changed: 0, left: 0 },
    });
    const rows = () =>
      Promise.all([
        t.ctx.db.department.findMany({ orderBy: { code: 'asc' } }),
        t.ctx.db.person.findMany({ orderBy: { employeeNo: 'asc' }, include: { posts: true, grants: true } }),
      ]);
    const first = await rows();
    expect(await importDirectory(t.ctx, directory)).toEqual(unchanged);
    expect(await rows()).toEqual(first);

    expect(await storedDepartment(t, departmentCodes.motor)).toMatchObject({
      linesOfBusiness: ['auto', 'compulsory_auto'],
      parent: { code: departmentCodes.claims },
    });
    const nagura = await stored(t, 'nagura');
    expect(nagura.posts.map((post) => [post.department.code, post.main]).sort()).toEqual([
      [departmentCodes.products, true],
      [departmentCodes.quality, false],
    ]);
    expect((await stored(t, 'tsutsumi')).grants).toEqual([
      { personId: expect.any(String), role: 'administrator' },
    ]);
  });

  it('changes what changed and counts it', async () => {
    const t = await open();
    Object.assign(entry('fujikura'), { name: '藤倉 彗', companyRoles: ['curator', 'curator'] });
    Object.assign(entry('sena'), {
      posts: [
        { departmentCode: departmentCodes.minato, role: 'member', main: true },
        { departmentCode: departmentCodes.motor, role: 'deputy', main: false },
      ],
    });
    Object.assign(department('property'), {
      name: '火災保険金サービス部',
      linesOfBusiness: [],
      parentCode: null,
    });
    directory.people.push({
      ...entry('momose'),
      employeeNo: 'A0100',
      name: '新川 律',
      entraObjectId: null,
    });
    expect(await importDirectory(t.as('tsutsumi'), directory)).toEqual({
      departments: { total: 12, new: 0, changed: 1, excluded: 0 },
      people: { total: 65, new: 1, changed: 2, left: 0 },
    });
    expect(await stored(t, 'fujikura')).toMatchObject({
      id: t.people.fujikura.id,
      name: '藤倉 彗',
      grants: [{ role: 'curator' }],
    });
    const sena = await stored(t, 'sena');
    expect(sena.posts.map((post) => [post.department.code, post.role, post.main]).sort()).toEqual([
      [departmentCodes.motor, 'deputy', false],
      [departmentCodes.minato, 'member', true],
    ]);
    expect(await storedDepartment(t, departmentCodes.property)).toMatchObject({
      name: '火災保険金サービス部',
      linesOfBusiness: [],
      parentId: null,
    });
  });

  it('keeps who left, takes them back, and excludes a department that is gone', async () => {
    const t = await open();
    without('momose');
    Object.assign(entry('suwa'), { status: 'left' });
    const gone = department('documents');
    const staff = directory.people.filter(({ posts }) =>
      posts.some(({ departmentCode }) => departmentCode === gone.code),
    );
    for (const person of staff) {
      person.posts = [{ departmentCode: departmentCodes.plan, role: 'member', main: true }];
    }
    directory.departments = directory.departments.filter((one) => one !== gone);
    expect(await importDirectory(t.as('tsutsumi'), directory)).toEqual({
      departments: { total: 11, new: 0, changed: 0, excluded: 1 },
      people: { total: 63, new: 0, changed: staff.length, left: 2 },
    });
    expect(await stored(t, 'momose')).toMatchObject({ id: t.people.momose.id, status: 'left' });
    expect(await storedDepartment(t, gone.code)).toMatchObject({ excluded: true });
    expect((await importDirectory(t.as('tsutsumi'), directory)).departments.excluded).toBe(0);

    directory = readCsvDirectory(join(sampleFolder, 'company'));
    expect(await importDirectory(t.as('tsutsumi'), directory)).toEqual({
      departments: { total: 12, new: 0, changed: 1, excluded: 0 },
      people: { total: 64, new: 0, changed: staff.length + 2, left: 0 },
    });
    expect(await stored(t, 'momose')).toMatchObject({ id: t.people.momose.id, status: 'active' });
    expect(await storedDepartment(t, gone.code)).toMatchObject({ excluded: false });
  });

  it('lets two swap their accounts and their channels, and the bot knows them apart', async () => {
    const t = await open();
    const met = { serviceUrl: t.stub.url, metAt: t.clock.now() };
    const { sena, tokita } = t.people;
    const { motor, property } = t.departments;
    await t.ctx.db.conversation.createMany({
      data: [
        { ...met, recipientKind: 'person', recipientId: sena.id, conversationId: 'chat-of-sena' },
        {
          ...met,
          recipientKind: 'person',
          recipientId: t.people.momose.id,
          conversationId: 'chat-of-momose',
        },
        {
          ...met,
          recipientKind: 'department',
          recipientId: motor.id,
          conversationId: motor.teamsConversationId ?? '',
        },
      ],
    });
    Object.assign(entry('sena'), { entraObjectId: tokita.entraObjectId });
    Object.assign(entry('tokita'), { entraObjectId: sena.entraObjectId });
    Object.assign(department('motor'), { teamsConversationId: property.teamsConversationId });
    Object.assign(department('property'), { teamsConversationId: motor.teamsConversationId });
    expect(await importDirectory(t.as('tsutsumi'), directory)).toMatchObject({
      departments: { changed: 2 },
      people: { changed: 2 },
    });
    expect((await stored(t, 'sena')).entraObjectId).toBe(tokita.entraObjectId);
    expect((await stored(t, 'tokita')).entraObjectId).toBe(sena.entraObjectId);
    expect(await storedDepartment(t, departmentCodes.motor)).toMatchObject({
      reach: 'channel',
      teamsConversationId: property.teamsConversationId,
    });
    // A card for 瀬名 must not go to the chat of whoever has the account now.
    const places = await t.ctx.db.conversation.findMany({ orderBy: { conversationId: 'asc' } });
    expect(places.map((one) => [one.recipientId, one.conversationId])).toEqual([
      [motor.id, property.teamsConversationId],
      [t.people.momose.id, 'chat-of-momose'],
    ]);
  });

  it('hands a channel and an account on from who is gone', async () => {
    const t = await open();
    const account = t.people.momose.entraObjectId;
    const channel = t.departments.injury.teamsConversationId;
    directory.people.push({ ...entry('momose'), employeeNo: 'A0200' });
    without('momose');
    const injury = department('injury');
    directory.departments.push({ ...injury, code: 'CL-NEW' });
    directory.departments = directory.departments.filter((one) => one !== injury);
    for (const person of directory.people) {
      for (const post of person.posts) {
        if (post.departmentCode === injury.code) post.departmentCode = 'CL-NEW';
      }
    }
    await importDirectory(t.as('tsutsumi'), directory);
    expect(await stored(t, 'momose')).toMatchObject({ status: 'left', entraObjectId: null });
    expect(await findPersonByEmployeeNo(t.ctx.db, 'A0200')).toMatchObject({ entraObjectId: account });
    expect(await storedDepartment(t, injury.code)).toMatchObject({
      excluded: true,
      reach: 'none',
      teamsConversationId: null,
    });
    expect(await storedDepartment(t, 'CL-NEW')).toMatchObject({ teamsConversationId: channel });
  });

  it('leaves one line in the audit log, with its counts', async () => {
    const t = await open();
    without('momose');
    const done = await importDirectory(t.as('tsutsumi'), directory);
    const lines = await t.ctx.db.auditEntry.findMany({ where: { act: 'people.importDirectory' } });
    const own = lines.filter(({ actorId }) => actorId === t.people.tsutsumi.id);
    expect(own.map(({ detail }) => detail)).toEqual([done]);
  });

  it('dry, says the same and changes nothing', async () => {
    const t = await open();
    without('momose');
    Object.assign(entry('sena'), { name: '瀬名 薫' });
    const would = await importDirectory(t.as('tsutsumi'), directory, { dryRun: true });
    expect(would.people).toEqual({ total: 63, new: 0, changed: 1, left: 1 });
    expect(await stored(t, 'momose')).toMatchObject({ status: 'active' });
    expect(
      await t.ctx.db.auditEntry.count({
        where: { act: 'people.importDirectory', actorId: t.people.tsutsumi.id },
      }),
    ).toBe(0);
    expect(await importDirectory(t.as('tsutsumi'), directory)).toEqual(would);
  });

  it('changes nothing when one entry is faulty, and names it', async () => {
    const t = await open();
    Object.assign(entry('mizusawa'), { name: '水沢 千裕' });
    Object.assign(department('claims'), { parentCode: departmentCodes.motor });
    await expect(importDirectory(t.as('tsutsumi'), directory)).rejects.toMatchObject({
      code: 'directory.badFile',
      values: { where: expect.stringContaining(`cycle ${departmentCodes.motor}`) },
    });
    expect((await stored(t, 'mizusawa')).name).toBe('水沢 千尋');
  });

  it('goes one after the other where two import at the same time', async () => {
    const t = await openTestApp({ working: false, template: 'empty' });
    const both = await Promise.all([importDirectory(t.ctx, directory), importDirectory(t.ctx, directory)]);
    expect(both.map(({ people }) => people.new).sort()).toEqual([0, 64]);
  });
});
