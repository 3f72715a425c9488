import {
  allDepartments,
  allPeople,
  type DepartmentRow,
  type PersonRow,
} from '../../src/domain/people/index.ts';
import type { Db } from '../../src/platform/db/client.ts';

/** People of the sample company who recur in tests, by surname. */
export const personNumbers = {
  /** 推進担当者 of CL-AUTO1; sits in the Playground. */
  mizusawa: 'A0001',
  /** 所属長 of CL-AUTO1. */
  enoki: 'A0002',
  /** A member of CL-AUTO1 who reads English. */
  hanh: 'A0003',
  /** 所属長 of SL-MINATO, which has six people: bands. */
  shiomi: 'A0004',
  /** 推進担当者 of SL-MINATO. */
  fujikura: 'A0005',
  /** 副所属長 of CL-AUTO1. */
  komine: 'A0006',
  /** Members of CL-AUTO1. */
  kajiura: 'A0007',
  sena: 'A0008',
  tokita: 'A0009',
  /** Part time in CL-AUTO1, without Teams. */
  kishimoto: 'A0024',
  /** 休職中, CL-AUTO1. */
  suwa: 'A0026',
  /** Approvers of the quality department. */
  kiryu: 'A0027',
  hatano: 'A0028',
  /** Curators of the quality department. */
  asagi: 'A0029',
  niina: 'A0030',
  /** A triager of the quality department. */
  kitta: 'A0031',
  /** 役員, HQ-PLAN. */
  misono: 'A0033',
  /** 対象外, HQ-PLAN. */
  shimizu: 'A0036',
  /** Two posts: main in HQ-PROD, the other in HQ-QUAL. */
  nagura: 'A0038',
  /** Administrator, IT-SYS. */
  tsutsumi: 'A0040',
  /** A member of SL-MINATO. */
  momose: 'A0045',
  /** 所属長 of CL-INJURY, which meets in a group chat. */
  iino: 'A0057',
  /** 所属長 of CC-CALL: shifts from 13:00 to 21:00, own slot 13:30. */
  ariga: 'A0060',
} as const;
export type PersonName = keyof typeof personNumbers;
export type People = Readonly<Record<PersonName, PersonRow>>;

/** Departments of the sample company. */
export const departmentCodes = {
  plan: 'HQ-PLAN',
  quality: 'HQ-QUAL',
  products: 'HQ-PROD',
  it: 'IT-SYS',
  /** Has no channel. */
  documents: 'OP-DOCS',
  /** Six people: bands. */
  minato: 'SL-MINATO',
  morino: 'SL-MORINO',
  claims: 'CL-HEAD',
  /** Twenty-three people counted: counts. */
  motor: 'CL-AUTO1',
  property: 'CL-FIRE',
  /** Meets in a group chat; slot 10:00. */
  injury: 'CL-INJURY',
  /** Slot 13:30, hours 13:00–21:00. */
  calls: 'CC-CALL',
} as const;
export type DepartmentName = keyof typeof departmentCodes;
export type Departments = Readonly<Record<DepartmentName, DepartmentRow>>;

/** References of the six sample voices. */
export const voiceReferences = {
  /** 苦情, motor: no news for three weeks. */
  noNews: 'S-2026-01',
  /** お褒め, travel. */
  firstWords: 'S-2026-02',
  oneWord: 'S-2026-03',
  fathersLicence: 'S-2026-04',
  lunchBreak: 'S-2026-05',
  fourthTime: 'S-2026-06',
} as const;
export type VoiceName = keyof typeof voiceReferences;

export async function loadPeople(db: Db): Promise<People> {
  const rows = new Map((await allPeople(db)).map((row) => [row.employeeNo, row]));
  const entries = Object.entries(personNumbers).map(([name, employeeNo]) => {
    const row = rows.get(employeeNo);
    if (!row) throw new Error(`${employeeNo} is not in the test company`);
    return [name, row] as const;
  });
  return Object.fromEntries(entries) as People;
}

export async function loadDepartments(db: Db): Promise<Departments> {
  const rows = new Map((await allDepartments(db)).map((row) => [row.code, row]));
  const entries = Object.entries(departmentCodes).map(([name, code]) => {
    const row = rows.get(code);
    if (!row) throw new Error(`${code} is not in the test company`);
    return [name, row] as const;
  });
  return Object.fromEntries(entries) as Departments;
}
