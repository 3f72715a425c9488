import {
  type Desk,
  type InsightsPage,
  otherKinds,
  type ReadInsight,
  type ReferralEntry,
  type ReferralPage,
  type ThemeOverview,
  type ThemePage,
} from '../../domain/discussions/index.ts';
import { dayOf } from '../../domain/people/index.ts';
import type { ProposalDesk } from '../../domain/proposals/index.ts';
import type { Voice } from '../../domain/voices/index.ts';
import { translator } from '../../platform/i18n/i18n.ts';
import type { Settings } from '../../platform/settings.ts';
import type {
  DepartmentChoice,
  Desk as DeskView,
  InsightsPage as InsightsView,
  InsightVoice,
  ReadInsight as ReadInsightView,
  ReferralEntry as ReferralEntryView,
  ReferralPage as ReferralView,
  ThemeOverview as ThemeOverviewView,
  ThemePage as ThemeView,
} from './contract/themes.ts';
import type { Label } from './contract.ts';
import { label, lineOfBusiness } from './present.ts';

export function presentDesk(
  { insights, themes, referrals }: Desk,
  { board, referred }: ProposalDesk,
): DeskView {
  return { insights, themes, referrals: referrals === null ? null : referrals + referred, board };
}

/** A month's insights by topic. */
export function presentInsights(page: InsightsPage, settings: Settings): InsightsView {
  const lines = [...new Set(page.voices.map((voice) => voice.lineOfBusiness))];
  return {
    month: page.month,
    months: page.months,
    voices: page.voices.map((voice) => presentVoice(voice, settings)),
    linesOfBusiness: lines.map((key) => lineOfBusiness(key, settings)),
    departmentKinds: page.kinds.map((key) => departmentKind(key, settings)),
    found: page.topics.reduce((sum, { count }) => sum + count, 0),
    topics: page.topics.map(({ topic, count, insights }) => ({
      id: topic?.id ?? null,
      title: topic?.title ?? '',
      kind: topic?.kind ? label(settings.kinds, topic.kind) : null,
      count,
      insights: insights.map((insight) => presentReadInsight(insight, settings)),
    })),
    makesThemes: page.makesThemes,
    offices: officesOf(settings),
    openOffices: page.openOffices,
  };
}

/** Field by field: what is not named here does not leave. */
export function presentReadInsight(insight: ReadInsight, settings: Settings): ReadInsightView {
  const { id, voiceId, why, felt, change, atMs, themes } = insight;
  return {
    id,
    voiceId,
    lineOfBusiness: insight.lineOfBusiness ? lineOfBusiness(insight.lineOfBusiness, settings) : null,
    departmentKind: departmentKind(insight.departmentKind, settings),
    why,
    feelings: insight.feelings.map((key) => label(settings.feelings, key)),
    felt,
    change,
    atMs,
    themes,
  };
}

/** A theme in a list. */
export function presentThemeOverview({ theme, state, owner, insights }: ThemeOverview): ThemeOverviewView {
  return {
    id: theme.id,
    month: theme.month,
    title: theme.title,
    state,
    owner: owner && presentDepartment(owner),
    insights,
  };
}

/** A theme as one person has it before them. */
export function presentTheme(page: ThemePage, settings: Settings): ThemeView {
  const { theme, edits, last, departments, hinders, read } = page;
  return {
    ...presentThemeOverview(page),
    cause: theme.cause,
    answer: theme.answer,
    version: theme.version,
    edits,
    toldOn: last ? dayOf(last.toldAt, settings) : null,
    departments,
    hinders,
    read: read && {
      insights: read.insights.map((insight) => presentReadInsight(insight, settings)),
      voices: read.voices.map((voice) => presentVoice(voice, settings)),
    },
    offices: officesOf(settings),
  };
}

export function presentDepartment(department: {
  id: string;
  name: string;
  nameEn: string;
}): DepartmentChoice {
  return { id: department.id, name: { ja: department.name, en: department.nameEn } };
}

/** What was handed over, in a list. */
export function presentReferralEntry(entry: ReferralEntry, settings: Settings): ReferralEntryView {
  const { insightId, office, referredOn, takenOn, takenBy } = entry;
  return { id: insightId, office: label(settings.offices, office), referredOn, takenOn, takenBy };
}

export function presentReferral(page: ReferralPage, settings: Settings): ReferralView {
  const { why, felt, change, atMs, feelings } = page.insight;
  return {
    ...presentReferralEntry(page.entry, settings),
    why,
    feelings: feelings.map((key) => label(settings.feelings, key)),
    felt,
    change,
    atMs,
    voice: page.voice && presentVoice(page.voice, settings),
    department: page.department && presentDepartment(page.department).name,
    departmentKind: departmentKind(page.departmentKind, settings),
    offices: officesOf(settings),
    openOffices: page.openOffices,
  };
}

function presentVoice(voice: Voice, settings: Settings): InsightVoice {
  return {
    id: voice.id,
    quote: voice.state === 'withdrawn' ? '' : voice.quote,
    kind: label(settings.kinds, voice.kind),
    lineOfBusiness: lineOfBusiness(voice.lineOfBusiness, settings),
  };
}

function departmentKind(key: string, settings: Settings): Label {
  if (key !== otherKinds) return label(settings.departmentKinds, key);
  return {
    key,
    label: { ja: translator('ja')('otherKinds'), en: translator('en')('otherKinds') },
  };
}

function officesOf(settings: Settings): Label[] {
  return Object.keys(settings.offices).map((key) => label(settings.offices, key));
}
