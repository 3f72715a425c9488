import type { TaskModuleResponse } from 'botbuilder';
import type { Ctx } from '../../../domain/context.ts';
import type { Content } from '../../../domain/ports.ts';
import { closeGiven, closeOwn, tellEffect } from './answerAction.ts';
import { planFromNudge, snoozeNudge } from './answerNudge.ts';
import type { ActingAction, ActingVerb, DialogAction, DialogVerb } from './cardAction.ts';
import { openDesk } from './openDesk.ts';
import { openDiscussion, openOneDiscussion } from './openDiscussion.ts';
import type { Press } from './openPage.ts';
import { openExamples, openOverdue, openProposal, openProposalForm } from './openProposal.ts';
import { openVoice } from './openVoice.ts';
import { answerFromCard, sendFromCard } from './sendProposal.ts';
import { switchReminders } from './switchReminders.ts';

type DialogHandler = (ctx: Ctx, press: Press, action: DialogAction) => Promise<TaskModuleResponse>;
/** Acts, and returns what the card says from now on. Teams may send one press three times. */
type ActingHandler = (ctx: Ctx, press: Press, action: ActingAction) => Promise<Content>;

/** Which button opens which page; the context acts for who pressed. */
export const dialogHandlers: Readonly<Record<DialogVerb, DialogHandler>> = {
  'voice.listen': openVoice,
  'voice.read': openVoice,
  'discussion.open': openDiscussion,
  'discussion.lead': openOneDiscussion,
  'proposal.open': openProposal,
  'proposal.new': openProposalForm,
  'examples.open': openExamples,
  'proposals.overdue': openOverdue,
  'desk.insights': openDesk('insights'),
  'desk.themes': openDesk('themes'),
  'desk.referrals': openDesk('referrals'),
  'desk.reports': openDesk('reports'),
  'desk.guides': openDesk('guides'),
};

/** Which button does what. */
export const actingHandlers: Readonly<Record<ActingVerb, ActingHandler>> = {
  'nudge.plan': planFromNudge,
  'nudge.snooze': snoozeNudge,
  'action.done': closeOwn(true),
  'action.reopen': closeOwn(false),
  'given.done': closeGiven(true),
  'given.reopen': closeGiven(false),
  'effect.yes': tellEffect('yes'),
  'effect.partly': tellEffect('partly'),
  'effect.no': tellEffect('no'),
  'reminders.on': switchReminders(true),
  'reminders.off': switchReminders(false),
  'proposal.send': sendFromCard,
  'proposal.answer': answerFromCard,
};
