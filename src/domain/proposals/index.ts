/** Proposals: what staff would change, how it is answered, and who is told. */
export { answerInChat } from './answerInChat.ts';
export { answerQuestion, askProposer, dropQuestion } from './askProposer.ts';
export { attachFile, mostAttachmentBytes, openAttachment, removeAttachment } from './attachFile.ts';
export type { Attachment } from './attachments.store.ts';
export { type ChatProposal, draftProposal, longestChatText, sendFromChat } from './chatProposal.ts';
export { type Decision, decideProposal, decisionStates } from './decideProposal.ts';
export { editProposal, withdrawProposal } from './editProposal.ts';
export { forgetMessageDrafts, keepMessage, keptMessage } from './messageDraft.ts';
export { loadEditionCardsWithExamples, markExamplesTold, withExamples } from './monthExamples.ts';
export { ownProposalList } from './ownProposalList.ts';
export { type OwnProposals, ownProposals, type ProposalOverview } from './ownProposals.ts';
export {
  closedStates,
  type ProposalState,
  type ProposalStepKind,
  proposalStates,
  receiptNumber,
} from './proposal.rules.ts';
export { loadDepartmentNews, loadProposalCards, loadProposalNews } from './proposalCards.ts';
export { type ProposalForm, proposalForm } from './proposalForm.ts';
export { proposalPurposes } from './proposalNotices.ts';
export { openProposalPage, type ProposalPage } from './proposalPage.ts';
export { findProposal, type Proposal } from './proposals.store.ts';
export {
  type ProposalFacts,
  type ProposalToSend,
  type ProposalWords,
  type Receipt,
  sendProposal,
} from './sendProposal.ts';
export { type SimilarProposal, similarProposals } from './similarProposals.ts';
export { supportProposal, takeSupportBack } from './supportProposal.ts';
export { type TakenUp, takenUp } from './takenUp.ts';
