import { translator } from '../../platform/i18n/i18n.ts';
import type { Settings } from '../../platform/settings.ts';
import type { Bilingual, Records } from './contract.ts';

/** 「この仕組みが記録すること」, generated from the settings, so that it cannot say anything else than what is done. */
export function describeRecords(settings: Settings): Records {
  const values = {
    bandsBelow: settings.listening.bandsBelow,
    heardPercent: Math.round(settings.listening.heardAt * 100),
    hearingMonths: settings.retention.hearingMonths,
    auditMonths: settings.retention.auditMonths,
    // With its discussion an insight goes at the latest.
    insightMonths: Math.min(settings.retention.insightMonths, settings.retention.discussionMonths),
    discussionMonths: settings.retention.discussionMonths,
    anonymousWriters: settings.discussion.anonymousWriters,
    silentMembers: settings.discussion.silentMembers,
    lateReportDays: settings.discussion.lateReportDays,
  };
  const both = (key: string): Bilingual => ({
    ja: String(translator('ja')(key, values)),
    en: String(translator('en')(key, values)),
  });
  const record = (name: string) => ({
    what: both(`records.${name}.what`),
    why: both(`records.${name}.why`),
    who: both(`records.${name}.who`),
    howLong: both(`records.${name}.howLong`),
  });
  return {
    programmeName: settings.programmeName,
    records: [
      'hearing',
      'progress',
      'figures',
      'insights',
      'participation',
      'discussions',
      'actions',
      'proposals',
      'proposalNames',
      'messageDrafts',
      'themes',
      'referrals',
      'reminders',
      'messages',
      'audit',
    ].map(record),
    never: ['speed', 'names', 'authors', 'personnel'].map((name) => both(`records.never.${name}`)),
  };
}
