import {
  type DiscussionChoice,
  type DiscussionPage,
  type Insight,
  isUnderWay,
  type RevealedInsight,
  type SharedDiscussion,
} from '../../domain/discussions/index.ts';
import type { PersonalDataType } from '../../domain/privacy/index.ts';
import { type Locale, translator } from '../../platform/i18n/i18n.ts';
import type { Settings } from '../../platform/settings.ts';
import type {
  DiscussionAction,
  DiscussionList,
  DiscussionPage as DiscussionView,
  OwnInsight,
  SharedDiscussion as SharedView,
  ShownInsight,
} from './contract/discussion.ts';
import type { Bilingual, Label } from './contract.ts';
import { label, lineOfBusiness } from './present.ts';

/** What everybody of the department sees. */
export function presentShared(shared: SharedDiscussion, settings: Settings): SharedView {
  const { discussion } = shared;
  return {
    id: discussion.id,
    revision: discussion.revision,
    state: discussion.state,
    mode: discussion.mode,
    isAsync: discussion.isAsync,
    leader: shared.leader,
    candidate: shared.candidate,
    insightsComing: shared.insightsComing,
    revealAt: discussion.revealAt?.toISOString() ?? null,
    steps: shared.steps.map(({ kind, words, minutes }) => ({ kind, words, minutes })),
    step: isUnderWay(discussion.state) ? discussion.step : null,
    stepEndsAt: discussion.stepEndsAt?.toISOString() ?? null,
    restingMs: discussion.restingMs,
    groups: shared.groups.map(({ insights, ...group }) => ({
      ...group,
      insights: insights.map((insight) => shownInsight(insight, settings)),
    })),
    feelings: shared.feelings.map(({ voiceId, counts }) => ({
      voiceId,
      feelings: [...counts]
        .map(([key, count]) => ({ ...label(settings.feelings, key), count }))
        .sort((a, b) => b.count - a.count),
    })),
    understood: discussion.understood,
    participants: discussion.participants,
    reports: discussion.reports,
    heldOn: discussion.heldOn,
    reportedOn: discussion.reportedOn,
    timeliness: shared.timeliness,
    skipReason: discussion.skipReason,
    actions: shared.actions,
    plannedOn: discussion.plannedOn,
    voiceIds: shared.voiceIds,
    voices: shared.voices,
  };
}

/** A discussion as one person has it before them. */
export function presentDiscussion(page: DiscussionPage, settings: Settings): DiscussionView {
  const { shared, department, edition, guide, me, leading } = page;
  return {
    shared: presentShared(shared, settings),
    department: departmentOf(department),
    edition: {
      id: edition.id,
      month: edition.month,
      dueOn: edition.dueOn,
      state: edition.state === 'open' ? 'open' : 'closed',
    },
    voices: page.voices.map(({ voice, heard }) => ({
      id: voice.id,
      quote: voice.quote,
      kind: label(settings.kinds, voice.kind),
      lineOfBusiness: lineOfBusiness(voice.lineOfBusiness, settings),
      durationMs: voice.durationMs,
      heard,
    })),
    feelings: labels(settings.feelings),
    offices: labels(settings.offices),
    members: page.members,
    question: guide.prompts[0] ?? guide.opening,
    votesInAll: settings.discussion.votes,
    votesPerGroup: settings.discussion.votesPerGroup,
    me: {
      id: me.person.id,
      leads: me.leads,
      insights: me.insights.map(ownInsight),
      votes: me.votes,
    },
    leading: leading && {
      guide,
      anonymousWithheld: shared.discussion.anonymousWithheld,
      hidden: leading.hidden.map((insight) => hiddenInsight(insight, settings)),
      counted: leading.counted,
      concerned: leading.concerned,
      openActions: leading.openActions.map(({ action, owner, month }) => ({
        ...presentAction(action, owner),
        suggested: false,
        month,
      })),
      mayReport: leading.mayReport,
      snoozedUntil: leading.snoozedUntil,
      openOffices: leading.openOffices,
      days: leading.days,
    },
  };
}

/** The discussions that a person may open. */
export function presentChoices(choices: readonly DiscussionChoice[]): DiscussionList {
  return {
    discussions: choices.map(({ discussionId, department, ...choice }) => ({
      id: discussionId,
      department: departmentOf(department),
      ...choice,
    })),
  };
}

function shownInsight({ groupId: _, ...insight }: RevealedInsight, settings: Settings): ShownInsight {
  return {
    ...insight,
    feelings: insight.feelings.map((key) => label(settings.feelings, key)),
    hidden: false,
  };
}

/** Without its writer, named or not: a leader hides words, not a person. */
function hiddenInsight(insight: Insight, settings: Settings): ShownInsight {
  const { id, voiceId, groupId, why, feelings, felt, change, atMs } = insight;
  const words = { id, voiceId, groupId, why, feelings, felt, change, atMs };
  return { ...shownInsight({ ...words, author: null, suggested: false }, settings), hidden: true };
}

function ownInsight(insight: DiscussionPage['me']['insights'][number]): OwnInsight {
  const { id, voiceId, anonymous, why, feelings, felt, change, atMs, masked } = insight;
  return {
    id,
    voiceId,
    anonymous,
    why,
    feelings,
    felt,
    change,
    atMs,
    masked: (masked as PersonalDataType[]).map(maskLabel),
  };
}

function maskLabel(type: PersonalDataType): Bilingual {
  const word = (locale: Locale) => translator(locale)(`privacy.mask.${type}`);
  return { ja: word('ja'), en: word('en') };
}

function presentAction(
  { id, text, dueOn, doneOn }: { id: string; text: string; dueOn: string | null; doneOn: string | null },
  owner: DiscussionAction['owner'],
): Omit<DiscussionAction, 'suggested'> {
  return { id, text, owner, dueOn, doneOn };
}

function departmentOf({ id, name, nameEn }: { id: string; name: string; nameEn: string }) {
  return { id, name: { ja: name, en: nameEn } };
}

function labels(taxonomy: Settings['feelings']): Label[] {
  return Object.keys(taxonomy).map((key) => label(taxonomy, key));
}
