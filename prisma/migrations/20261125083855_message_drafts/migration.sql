-- CreateTable
CREATE TABLE "message_draft" (
    "id" UUID NOT NULL,
    "tag" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "message_draft_expires_at_idx" ON "message_draft"("expires_at");
