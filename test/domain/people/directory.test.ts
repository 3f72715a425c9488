import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { directoryFaults } from '../../../src/domain/people/directory.rules.ts';
import { type Directory, importDirectory } from '../../../src/domain/people/index.ts';
import { readCsvDirectory } from '../../../src/edges/directory/csv.ts';
import { sampleFolder } from '../../support/templates.ts';
import { openTestApp } from '../../support/testApp.ts';

const company = () => readCsvDirectory(join(sampleFolder, 'company'));

describe('a directory', () => {
  let directory: Directory;
  const department = (code: string) => {
    const found = directory.departments.find((one) => one.code === code);
    if (!found) throw new Error(code);
    return found;
  };
  const person = (employeeNo: string) => {
    const found = directory.people.find((one) => one.employeeNo === employeeNo);
    if (!found) throw new Error(employeeNo);
    return found;
  };
  beforeEach(() => {
    directory = company();
  });

  it('is sound: the sample company', () => {
    expect(directoryFaults(directory)).toEqual([]);
    expect(directory.departments).toHaveLength(12);
    expect(directory.people).toHaveLength(64);
  });

  it.each([
    ['a department twice', () => directory.departments.push(department('HQ-PLAN')), 'department code twice'],
    ['an employee number twice', () => directory.people.push(person('A0001')), 'employee number twice'],
    [
      'an unknown parent',
      () => Object.assign(department('CL-FIRE'), { parentCode: 'X' }),
      'parent of CL-FIRE',
    ],
    [
      'a channel without an id',
      () => Object.assign(department('CL-FIRE'), { teamsConversationId: null }),
      'reach of CL-FIRE',
    ],
    [
      'a post nowhere',
      () => Object.assign(person('A0001').posts[0] ?? {}, { departmentCode: 'X' }),
      'post of A0001',
    ],
    [
      'no main post',
      () => Object.assign(person('A0001').posts[0] ?? {}, { main: false }),
      'main post of A0001',
    ],
    [
      'one Teams account for two',
      () => Object.assign(person('A0002'), { entraObjectId: person('A0001').entraObjectId }),
      'Entra object id of A0002',
    ],
    [
      'one channel for two',
      () => Object.assign(department('CL-FIRE'), { teamsConversationId: 'kikidoki-team' }),
      'channel of CL-FIRE',
    ],
    [
      'two posts in one department',
      () => person('A0001').posts.push({ departmentCode: 'CL-AUTO1', role: 'member', main: false }),
      'two posts of A0001 in CL-AUTO1',
    ],
  ])('with %s is refused by name', (_what, spoil, fault) => {
    spoil();
    expect(directoryFaults(directory)).toContain(fault);
  });
});

describe('the directory as CSV', () => {
  const head = {
    departments:
      'code,name,name_en,kind,lines_of_business,parent_code,opening_slot,working_hours,excluded,reach,teams_conversation_id',
    people: 'employee_no,name,name_en,entra_object_id,locale,status,employment,posts,company_roles',
  };
  const readWith = (departments: string[], people: string[]) => {
    const folder = mkdtempSync(join(tmpdir(), 'kikidoki-csv-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'departments.csv'), [head.departments, ...departments].join('\n'));
    writeFileSync(join(folder, 'people.csv'), [head.people, ...people].join('\n'));
    return readCsvDirectory(folder);
  };
  const good = 'HQ,本社,Head Office,head_office,,,,09:00-17:00,false,none,';
  const person = '1,青木 一,Hajime Aoki,,ja,active,employee,HQ:member:main,';

  it('is read', () => {
    expect(readWith([good], [person]).people[0]?.posts).toEqual([
      { departmentCode: 'HQ', role: 'member', main: true },
    ]);
  });

  it.each([
    ['an unknown status', [good], [person.replace('active', 'asleep')], 'people.csv:2'],
    ['an unknown role', [good], [person, person.replace('member', 'king')], 'people.csv:3'],
    [
      'an opening slot that no clock shows',
      [good.replace(',,,09:00-17:00', ',,25:00,09:00-17:00')],
      [person],
      'departments.csv:2',
    ],
    [
      'working hours that no clock shows',
      [good.replace('09:00-17:00', '09:00-27:00')],
      [person],
      'departments.csv:2',
    ],
    [
      'working hours that end before they begin',
      [good.replace('09:00-17:00', '17:00-09:00')],
      [person],
      'departments.csv:2',
    ],
    ['a row of another length', [`${good},x`], [person], 'departments.csv'],
  ])('names file and line of %s', (_what, departments, people, where) => {
    expect(() => readWith(departments, people)).toThrow(
      expect.objectContaining({ code: 'directory.badFile', values: { where } }),
    );
  });
});

describe('importing the directory', () => {
  it('changes what changed, keeps who left, and doing it twice is doing it once', async () => {
    const t = await openTestApp({ working: false });
    const before = t.people.momose;
    const directory = company();
    directory.people = directory.people.filter((person) => person.employeeNo !== 'A0045');
    const fujikura = directory.people.find((person) => person.employeeNo === 'A0005');
    Object.assign(fujikura ?? {}, { name: '藤倉 彗', companyRoles: ['curator'] });
    const done = { departments: 12, people: 63, left: 1 };
    expect(await importDirectory(t.ctx, directory)).toEqual(done);
    expect(await importDirectory(t.ctx, directory)).toEqual({ ...done, left: 0 });
    const left = await t.ctx.db.person.findUnique({ where: { id: before.id } });
    expect(left?.status).toBe('left');
    const changed = await t.ctx.db.person.findUnique({
      where: { id: t.people.fujikura.id },
      include: { grants: true },
    });
    expect(changed).toMatchObject({ name: '藤倉 彗', grants: [{ role: 'curator' }] });
  });

  it('changes nothing when one entry is faulty', async () => {
    const t = await openTestApp({ working: false });
    const directory = company();
    Object.assign(directory.people[0] ?? {}, { name: '水沢 千裕' });
    Object.assign(directory.people[63]?.posts[0] ?? {}, { departmentCode: 'NOWHERE' });
    await expect(importDirectory(t.ctx, directory)).rejects.toMatchObject({ code: 'directory.badFile' });
    expect((await t.ctx.db.person.findUnique({ where: { id: t.people.mizusawa.id } }))?.name).toBe(
      '水沢 千尋',
    );
  });

  it('refuses a directory without people: everybody would count as having left', async () => {
    const t = await openTestApp({ working: false });
    await expect(importDirectory(t.ctx, { ...company(), people: [] })).rejects.toMatchObject({
      code: 'directory.badFile',
    });
  });
});
