import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { directoryFaults } from '../../../src/domain/people/directoryFaults.rules.ts';
import type { Directory } from '../../../src/domain/people/index.ts';
import { readCsvDirectory } from '../../../src/edges/directory/csv.ts';
import { defaultSettings } from '../../../src/platform/settings.ts';
import { sampleFolder } from '../../support/templates.ts';

const company = () => readCsvDirectory(join(sampleFolder, 'company'));

describe('a directory', () => {
  const settings = defaultSettings();
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
    expect(directoryFaults(directory, settings)).toEqual([]);
    expect(directory.departments).toHaveLength(12);
    expect(directory.people).toHaveLength(64);
  });

  it.each<[string, () => unknown, string, string, string]>([
    ['a department twice', () => directory.departments.push(department('HQ-PLAN')), 'twice', 'HQ-PLAN', ''],
    ['an employee number twice', () => directory.people.push(person('A0001')), 'twice', 'A0001', ''],
    [
      'a kind that the company does not have',
      () => Object.assign(department('CL-FIRE'), { kind: 'garden' }),
      'kind',
      'CL-FIRE',
      'garden',
    ],
    [
      'a line of business that the company does not have',
      () => department('CL-FIRE').linesOfBusiness.push('moon'),
      'line',
      'CL-FIRE',
      'moon',
    ],
    [
      'an unknown parent',
      () => Object.assign(department('CL-FIRE'), { parentCode: 'X' }),
      'parent',
      'CL-FIRE',
      'X',
    ],
    [
      'a department above itself',
      () => {
        Object.assign(department('CL-HEAD'), { parentCode: 'CL-FIRE' });
        Object.assign(department('CL-FIRE'), { parentCode: 'CL-HEAD' });
      },
      'cycle',
      'CL-FIRE',
      '',
    ],
    [
      'a channel without an id',
      () => Object.assign(department('CL-FIRE'), { teamsConversationId: null }),
      'reach',
      'CL-FIRE',
      '',
    ],
    [
      'one channel for two',
      () => Object.assign(department('CL-FIRE'), { teamsConversationId: 'kikidoki-team' }),
      'channelTwice',
      'CL-FIRE',
      'kikidoki-team',
    ],
    [
      'a post nowhere',
      () => Object.assign(person('A0001').posts[0] ?? {}, { departmentCode: 'X' }),
      'post',
      'A0001',
      'X',
    ],
    [
      'two posts in one department',
      () => person('A0001').posts.push({ departmentCode: 'CL-AUTO1', role: 'member', main: false }),
      'postTwice',
      'A0001',
      'CL-AUTO1',
    ],
    [
      'no main post',
      () => Object.assign(person('A0001').posts[0] ?? {}, { main: false }),
      'mainPost',
      'A0001',
      '',
    ],
    [
      'one Teams account for two, written in small or capital letters',
      () =>
        Object.assign(person('A0002'), { entraObjectId: person('A0001').entraObjectId?.toUpperCase() ?? '' }),
      'accountTwice',
      'A0002',
      '9759ae4f-e3b9-49e4-9bfb-321691c2e4d3',
    ],
    ['nobody in it', () => Object.assign(directory, { people: [] }), 'nobody', '', ''],
    [
      'no administrator who works',
      () => Object.assign(person('A0040'), { status: 'on_leave' }),
      'noAdministrator',
      '',
      '',
    ],
  ])('with %s is refused by name', (_what, spoil, fault, place, value) => {
    spoil();
    expect(directoryFaults(directory, settings)).toContainEqual({
      fault,
      place: place && expect.stringMatching(/^(departments|people)\.csv:\d+$/),
      value: value || expect.any(String),
    });
    const named = directoryFaults(directory, settings).map((one) => one.place);
    expect(named).toContain(placeOf(place));
  });

  const placeOf = (key: string) =>
    directory.departments.find(({ code }) => code === key)?.place ??
    directory.people.find(({ employeeNo }) => employeeNo === key)?.place ??
    '';

  it('may have a chain of parents as long as it likes', () => {
    directory.departments.reduce((above, below) => Object.assign(below, { parentCode: above.code }));
    expect(directoryFaults(directory, settings)).toEqual([]);
  });
});

describe('the directory as CSV', () => {
  const head = {
    departments:
      'code,name,name_en,kind,lines_of_business,parent_code,opening_slot,working_hours,excluded,reach,teams_conversation_id',
    people: 'employee_no,name,name_en,entra_object_id,locale,status,employment,posts,company_roles',
  };
  const emptyFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), 'kikidoki-csv-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    return folder;
  };
  const badFile = (where: string) =>
    expect.objectContaining({ code: 'directory.badFile', values: { where } });
  const readWith = (departments: string[], people: string[]) => {
    const folder = emptyFolder();
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

  it('is read as spreadsheets write it', () => {
    const written = readWith(
      [`${good.replace('false', 'TRUE')}`, ',,,,,,,,,,', ''],
      [person.replace(',,ja', ',9759AE4F-E3B9-49E4-9BFB-321691C2E4D3,ja'), ',,,,,,,,'],
    );
    expect(written.departments).toEqual([expect.objectContaining({ code: 'HQ', excluded: true })]);
    expect(written.people).toEqual([
      expect.objectContaining({ entraObjectId: '9759ae4f-e3b9-49e4-9bfb-321691c2e4d3' }),
    ]);
  });

  it.each([
    ['an unknown status', [good], [person.replace('active', 'asleep')], 'people.csv:2 value status'],
    ['an unknown role', [good], [person, person.replace('member', 'king')], 'people.csv:3 value posts'],
    ['a row behind an empty line', [good], ['', person.replace(',ja', ',fr')], 'people.csv:3 value locale'],
    [
      'two faults',
      [good.replace('false', 'perhaps')],
      [person.replace('active', 'asleep')],
      'departments.csv:2 value excluded; people.csv:2 value status',
    ],
    [
      'an opening slot that no clock shows',
      [good.replace(',,,09:00-17:00', ',,25:00,09:00-17:00')],
      [person],
      'departments.csv:2 value opening_slot',
    ],
    [
      'working hours that no clock shows',
      [good.replace('09:00-17:00', '09:00-27:00')],
      [person],
      'departments.csv:2 value working_hours',
    ],
    [
      'working hours that end before they begin',
      [good.replace('09:00-17:00', '17:00-09:00')],
      [person],
      'departments.csv:2 value working_hours',
    ],
    ['a row of another length', [good, `${good},x`], [person], 'departments.csv:3 table'],
    ['a quotation mark that nobody closes', [good], [person, '"2'], 'people.csv:3 table'],
  ])('names file and line of %s', (_what, departments, people, where) => {
    expect(() => readWith(departments, people)).toThrow(badFile(where));
  });

  it('names a file that is missing, one in another encoding, and a column that is missing', () => {
    const folder = emptyFolder();
    expect(() => readCsvDirectory(folder)).toThrow(badFile('departments.csv missing; people.csv missing'));
    // 名簿 in Shift_JIS.
    writeFileSync(join(folder, 'departments.csv'), Buffer.from([0x96, 0xbc, 0x95, 0xeb]));
    writeFileSync(join(folder, 'people.csv'), `${head.people.replace(',posts', '')}\n`);
    expect(() => readCsvDirectory(folder)).toThrow(
      badFile('departments.csv encoding; people.csv column posts'),
    );
  });
});
