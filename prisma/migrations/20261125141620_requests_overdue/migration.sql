-- CreateIndex
CREATE INDEX "proposal_request_answered_at_due_on_idx" ON "proposal_request"("answered_at", "due_on");
