-- AlterTable
ALTER TABLE "unseal_request" ADD COLUMN     "agreer_read_at" TIMESTAMPTZ(3),
ADD COLUMN     "asker_read_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "proposal_state_state_since_idx" ON "proposal"("state", "state_since");

-- CreateIndex
CREATE INDEX "proposal_state_answer_due_on_idx" ON "proposal"("state", "answer_due_on");

-- CreateIndex
CREATE INDEX "proposal_received_at_idx" ON "proposal"("received_at");

-- CreateIndex
CREATE INDEX "proposal_assignee_id_state_idx" ON "proposal"("assignee_id", "state");

-- CreateIndex
CREATE INDEX "proposal_voice_id_idx" ON "proposal"("voice_id");

-- CreateIndex
CREATE INDEX "proposal_department_id_idx" ON "proposal"("department_id");
