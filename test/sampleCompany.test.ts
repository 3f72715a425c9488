import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSampleHistory, readSampleSettings } from '../src/local/sampleCompany.ts';
import { defaultSettings, readSettings } from '../src/platform/settings.ts';

const sample = fileURLToPath(new URL('../prisma/sample/', import.meta.url));

type Row = Record<string, string>;
type Post = { department: string; role: string; main: boolean };

/** The sample's own files have no quoted fields. */
function readCsv(name: string): Row[] {
  const [header = '', ...lines] = readFileSync(`${sample}company/${name}`, 'utf8').trimEnd().split('\n');
  const columns = header.split(',');
  return lines.map((line) => {
    const fields = line.split(',');
    expect(fields, line).toHaveLength(columns.length);
    return Object.fromEntries(columns.map((column, at) => [column, fields[at] ?? '']));
  });
}

const list = (field = '') => field.split('|').filter((item) => item !== '');
const column = (rows: Row[], name: string) => rows.map((row) => row[name] ?? '');
const filled = (rows: Row[], name: string) => column(rows, name).filter((field) => field !== '');

function postsOf(person: Row): Post[] {
  return list(person.posts).map((post) => {
    const [department = '', role = '', main] = post.split(':');
    return { department, role, main: main === 'main' };
  });
}

const departments = readCsv('departments.csv');
const people = readCsv('people.csv');
const codes = column(departments, 'code');
const mainPost = (person: Row) => postsOf(person).find((post) => post.main)?.department;
const peopleIn = (code: string) => people.filter((person) => mainPost(person) === code);
const withRole = (role: string) => people.filter((person) => list(person.company_roles).includes(role));
const departmentOf = (conversation: string) =>
  departments.find((department) => department.teams_conversation_id === conversation)?.code ?? 'none';

const allUnique = (values: string[]) => expect([...values].sort()).toEqual([...new Set(values)].sort());

describe('the sample departments', () => {
  it('are twelve of every kind, with unique codes and conversations', () => {
    expect(departments).toHaveLength(12);
    allUnique(codes);
    allUnique(filled(departments, 'teams_conversation_id'));
    expect([...new Set(column(departments, 'kind'))].sort()).toEqual(
      ['call_center', 'claims', 'head_office', 'it', 'sales'].sort(),
    );
  });

  it('know only known keys, hours and parents', () => {
    const lines =
      /^(auto|compulsory_auto|fire|earthquake|injury|marine|liability|casualty|transport|workers|corporate|travel|medical|pet|other)$/;
    for (const department of departments) {
      for (const line of list(department.lines_of_business)) expect(line).toMatch(lines);
      expect(department.opening_slot).toMatch(/^(\d\d:\d\d)?$/);
      expect(department.working_hours).toMatch(/^\d\d:\d\d-\d\d:\d\d$/);
      expect(department.excluded).toMatch(/^(true|false)$/);
      expect(['', ...codes]).toContain(department.parent_code);
      expect(department.parent_code).not.toBe(department.code);
    }
  });

  it('open within their own working hours', () => {
    for (const { opening_slot: slot, working_hours: hours = '' } of departments) {
      const [from = '', to = ''] = hours.split('-');
      expect((slot || '09:30') >= from && (slot || '09:30') < to).toBe(true);
    }
  });

  it('are met by channels, one group chat and one not at all', () => {
    const reach = column(departments, 'reach');
    expect(reach.filter((way) => way === 'none')).toHaveLength(1);
    expect(reach.filter((way) => way === 'group_chat')).toHaveLength(1);
    for (const department of departments)
      expect(department.teams_conversation_id !== '').toBe(department.reach !== 'none');
    const reachOf = (id: string) => departments.find((each) => each.teams_conversation_id === id)?.reach;
    expect(reachOf('kikidoki-team')).toBe('channel');
    expect(reachOf('kikidoki-channel-2')).toBe('channel');
    expect(reachOf('kikidoki-group-chat')).toBe('group_chat');
  });

  it('have one head each, most a promoter, and one has twenty people or more', () => {
    const posts = people.flatMap(postsOf);
    const holders = (code: string, role: string) =>
      posts.filter((post) => post.department === code && post.role === role).length;
    for (const code of codes) expect(holders(code, 'head'), code).toBe(1);
    expect(codes.filter((code) => holders(code, 'promoter') > 0).length).toBeGreaterThan(codes.length / 2);
    const active = (code: string) => peopleIn(code).filter((person) => person.status === 'active').length;
    expect(codes.filter((code) => active(code) >= 20)).toHaveLength(1);
  });
});

describe('the sample people', () => {
  it('are about sixty, with unique numbers, names and ids', () => {
    expect(people.length).toBeGreaterThanOrEqual(55);
    expect(people.length).toBeLessThanOrEqual(65);
    for (const name of ['employee_no', 'name', 'name_en']) allUnique(column(people, name));
    const ids = filled(people, 'entra_object_id');
    allUnique(ids);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('know only known keys', () => {
    for (const person of people) {
      expect(person.locale).toMatch(/^(ja|en)$/);
      expect(person.status).toMatch(/^(active|on_leave|excluded|left)$/);
      expect(person.employment).toMatch(/^(employee|officer|seconded|dispatched|part_time)$/);
      for (const role of list(person.company_roles))
        expect(role).toMatch(/^(curator|approver|triager|administrator)$/);
    }
  });

  it('have posts in existing departments, exactly one of them the main one', () => {
    for (const person of people) {
      const posts = postsOf(person);
      for (const post of posts) {
        expect(codes).toContain(post.department);
        expect(post.role).toMatch(/^(head|promoter|deputy|member)$/);
      }
      allUnique(posts.map((post) => post.department));
      expect(posts.filter((post) => post.main)).toHaveLength(1);
    }
    expect(people.filter((person) => postsOf(person).length > 1)).toHaveLength(2);
  });

  it('include every circumstance that the rules know', () => {
    const having = (name: string, value: string) => people.filter((person) => person[name] === value).length;
    expect(having('employment', 'officer')).toBeGreaterThan(0);
    expect(having('employment', 'seconded')).toBeGreaterThan(0);
    expect(having('employment', 'dispatched')).toBeGreaterThan(0);
    expect(having('status', 'on_leave')).toBe(2);
    expect(having('status', 'excluded')).toBe(1);
    expect(having('status', 'left')).toBe(0);
    expect(having('locale', 'en')).toBeGreaterThan(1);
    const withoutTeams = people.filter((person) => person.entra_object_id === '');
    expect(withoutTeams.length).toBeGreaterThan(2);
    for (const person of withoutTeams) expect(person.employment).toBe('part_time');
  });

  it('hold the company roles, each by other people', () => {
    const holders = ['curator', 'approver', 'triager'].map(withRole);
    for (const group of holders) {
      expect(group).toHaveLength(2);
      for (const person of group) expect(mainPost(person)).toBe('HQ-QUAL');
    }
    allUnique(column(holders.flat(), 'employee_no'));
    expect(withRole('administrator').map(mainPost)).toEqual(['IT-SYS']);
  });

  it("give the Playground's five users a place in its two channels", () => {
    const [current, ...others] = people.slice(0, 5);
    expect(column(people.slice(0, 5), 'employee_no')).toEqual(['A0001', 'A0002', 'A0003', 'A0004', 'A0005']);
    expect(current && postsOf(current)).toEqual([
      { department: departmentOf('kikidoki-team'), role: 'promoter', main: true },
    ]);
    expect([...new Set(others.map(mainPost))].sort()).toEqual(
      [departmentOf('kikidoki-team'), departmentOf('kikidoki-channel-2')].sort(),
    );
    for (const person of [current, ...others]) expect(person).toMatchObject({ status: 'active' });
    for (const person of others) expect(person.entra_object_id).not.toBe('');
  });
});

describe('the sample history', () => {
  type Edition = { monthsAgo: number; voices: string[]; heardShare: Record<string, number> };
  type History = { editions: Edition[]; current: { voices: string[] } };
  const history: History = JSON.parse(readFileSync(`${sample}company/history.json`, 'utf8'));
  const voices = readdirSync(`${sample}voices`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry): { reference: string; kind: string } =>
      JSON.parse(readFileSync(`${sample}voices/${entry.name}/voice.json`, 'utf8')),
    );

  it('uses each sample voice once; this month has a complaint and the praise', () => {
    const used = [...history.editions.flatMap((edition) => edition.voices), ...history.current.voices];
    expect(used.sort()).toEqual(voices.map((voice) => voice.reference).sort());
    const kinds = voices.filter((voice) => history.current.voices.includes(voice.reference));
    expect(kinds.map((voice) => voice.kind).sort()).toEqual(['complaint', 'praise']);
  });

  it('tells for two past months how many of each department heard', () => {
    expect(history.editions.map((edition) => edition.monthsAgo)).toEqual([2, 1]);
    for (const { heardShare } of history.editions) {
      expect(Object.keys(heardShare).sort()).toEqual([...codes].sort());
      for (const share of Object.values(heardShare)) expect(share > 0 && share <= 1).toBe(true);
    }
  });
});

describe('the sample history', () => {
  const { editions } = readSampleHistory();
  const discussions = editions.flatMap((edition) => edition.discussions);

  it('lets no more people take part than a department has', () => {
    for (const { department, participants = 0 } of discussions) {
      const there = peopleIn(department).filter((person) => person.status === 'active').length;
      expect(participants, department).toBeLessThanOrEqual(there);
    }
  });

  it('shows a discussion whose insights stand together by customer, and that was voted on', () => {
    const full = discussions.find((one) => one.mode === 'full');
    expect(full?.groups.length).toBeGreaterThan(2);
    const voiceOf = new Map(full?.insights.map(({ by, voice }) => [by, voice]));
    expect(full?.groups.flatMap(({ by }) => by).sort()).toEqual([...voiceOf.keys()].sort());
    for (const { title, by } of full?.groups ?? [])
      expect(new Set(by.map((one) => voiceOf.get(one))).size, title).toBe(1);
    const settings = defaultSettings().discussion;
    const given = Map.groupBy(full?.votes ?? [], ({ by }) => by);
    expect(given.size).toBeGreaterThan(5);
    for (const [by, votes] of given) {
      expect(
        votes.reduce((sum, one) => sum + one.votes, 0),
        by,
      ).toBeLessThanOrEqual(settings.votes);
      expect(Math.max(...votes.map((one) => one.votes)), by).toBeLessThanOrEqual(settings.votesPerGroup);
    }
  });
});

describe('the sample settings', () => {
  const { officeReaders, offices } = readSettings('nowhere', readSampleSettings());

  it('name readers for every office, who are there', () => {
    for (const office of Object.keys(offices)) {
      const { roles = [], people: named = [] } = officeReaders[office] ?? {};
      expect(roles.length + named.length, office).toBeGreaterThan(0);
      for (const one of named) expect(column(people, 'employee_no')).toContain(one);
    }
  });
});
