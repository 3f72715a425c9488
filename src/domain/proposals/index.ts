/** Proposals: what staff would change, how it is answered, and who is told. */
export { answerInChat } from './answerInChat.ts';
export { answerRequest } from './answerRequest.ts';
export { approveExample } from './approveExample.ts';
export { answerQuestion, askProposer, dropQuestion } from './askProposer.ts';
export { assignProposal } from './assignProposal.ts';
export { attachFile, mostAttachmentBytes, openAttachment, removeAttachment } from './attachFile.ts';
export type { Attachment } from './attachments.store.ts';
export { findProposalByNumber, type ProposalSort, proposalSorts } from './board.store.ts';
export { boardChoices, findByNumber, type ProposalDesk, proposalDesk } from './boardChoices.ts';
export { type BulkResult, bulkDecide } from './bulkDecide.ts';
export { type ChatProposal, draftProposal, longestChatText, sendFromChat } from './chatProposal.ts';
export { type Decision, decideProposal, decisionStates } from './decideProposal.ts';
export { delayProposal } from './delayProposal.ts';
export { editProposal, withdrawProposal } from './editProposal.ts';
export { eraseFile } from './eraseFile.ts';
export { exportExamples, type PublicExample } from './exportExamples.ts';
export { type ExportedProposal, exportProposals } from './exportProposals.ts';
export { joinThanks } from './joinThanks.ts';
export type { LedgerLine } from './ledger.rules.ts';
export { type LedgerSplit, ledgerSplits } from './ledger.store.ts';
export { type ExampleView, examplesAtOnce, listExamples } from './listExamples.ts';
export { loadMergedNews } from './mergedNews.ts';
export { mergeProposals, unmergeProposal } from './mergeProposals.ts';
export { forgetMessageDrafts, keepMessage, keptMessage } from './messageDraft.ts';
export { loadEditionCardsWithExamples, markExamplesTold, withExamples } from './monthExamples.ts';
export { noteOnProposal } from './noteOnProposal.ts';
export { ownProposalList } from './ownProposalList.ts';
export { type OwnProposals, ownProposals, type ProposalOverview } from './ownProposals.ts';
export {
  closedStates,
  type ProposalState,
  type ProposalStepKind,
  proposalStates,
  receiptNumber,
} from './proposal.rules.ts';
export {
  type BoardColumn,
  type ProposalQuestion,
  proposalBoard,
  proposalList,
  type WorkItem,
} from './proposalBoard.ts';
export {
  loadDepartmentNews,
  loadLateNews,
  loadProposalCards,
  loadProposalNews,
} from './proposalCards.ts';
export { type ProposalForm, proposalForm } from './proposalForm.ts';
export { type ProposalLedger, proposalLedger } from './proposalLedger.ts';
export { proposalPurposes } from './proposalNotices.ts';
export { openProposalPage, type ProposalPage } from './proposalPage.ts';
export { findProposal, type Proposal } from './proposals.store.ts';
export { referProposal } from './referProposal.ts';
export {
  countReferredProposals,
  listReferredProposals,
  openReferredAttachment,
  passOnReferredProposal,
  type ReferredEntry,
  type ReferredPage,
  readReferredProposal,
  takeReferredProposal,
} from './referredProposals.ts';
export { loadOverdue, remindOverdue } from './remindOverdue.ts';
export { loadRequestsWaiting, remindRequests } from './remindRequests.ts';
export { requestDepartment } from './requestDepartment.ts';
export { listedStates, numberIn } from './search.rules.ts';
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
export {
  agreeToUnseal,
  askUnseal,
  listUnsealRequests,
  readUnsealed,
  type Unsealed,
} from './unsealProposer.ts';
export { loadOwnerNews, loadRequestNews } from './workNews.ts';
export { type WorkedOut, workOnProposal } from './workOnProposal.ts';
export { type ExampleWords, writeExample } from './writeExample.ts';
