-- CreateEnum
CREATE TYPE "proposal_state" AS ENUM ('received', 'checking', 'asking', 'considering', 'on_hold', 'adopted', 'in_progress', 'done', 'published', 'declined', 'merged', 'withdrawn', 'referred');

-- CreateEnum
CREATE TYPE "proposal_source" AS ENUM ('page', 'voice', 'insight', 'group', 'action', 'message', 'chat');

-- CreateEnum
CREATE TYPE "proposal_origin" AS ENUM ('own', 'agency', 'colleague');

-- CreateEnum
CREATE TYPE "proposal_priority" AS ENUM ('high', 'normal', 'low');

-- CreateEnum
CREATE TYPE "proposal_step_kind" AS ENUM ('received', 'edited', 'moved', 'asked', 'answered', 'requested', 'request_answered', 'merged', 'unmerged', 'assigned', 'delayed', 'noted', 'published', 'referred');

-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL,
    "fiscal_year" SMALLINT NOT NULL,
    "serial" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "today" TEXT NOT NULL DEFAULT '',
    "change" TEXT NOT NULL,
    "effect" TEXT NOT NULL DEFAULT '',
    "line_of_business" TEXT,
    "process" TEXT,
    "owner_department_id" UUID,
    "origin" "proposal_origin" NOT NULL DEFAULT 'own',
    "origin_name" TEXT NOT NULL DEFAULT '',
    "proposer_id" UUID,
    "department_id" UUID,
    "anonymous" BOOLEAN NOT NULL DEFAULT false,
    "source" "proposal_source" NOT NULL DEFAULT 'page',
    "source_id" UUID,
    "voice_id" UUID,
    "at_ms" INTEGER,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "proposal_state" NOT NULL DEFAULT 'received',
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "assignee_id" UUID,
    "due_on" DATE,
    "answer_due_on" DATE NOT NULL,
    "delay_reason" TEXT NOT NULL DEFAULT '',
    "asked_from" "proposal_state",
    "review_on" DATE,
    "priority" "proposal_priority" NOT NULL DEFAULT 'normal',
    "cause" TEXT NOT NULL DEFAULT '',
    "countermeasure" TEXT NOT NULL DEFAULT '',
    "measured" TEXT NOT NULL DEFAULT '',
    "merged_into_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 0,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_serial" (
    "fiscal_year" SMALLINT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "proposal_serial_pkey" PRIMARY KEY ("fiscal_year")
);

-- CreateTable
CREATE TABLE "sealed_proposer" (
    "proposal_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "tag" TEXT NOT NULL,

    CONSTRAINT "sealed_proposer_pkey" PRIMARY KEY ("proposal_id")
);

-- CreateTable
CREATE TABLE "sealed_thread" (
    "thread_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "sealed_thread_pkey" PRIMARY KEY ("thread_id")
);

-- CreateTable
CREATE TABLE "unseal_request" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "agreed_by_id" UUID,
    "agreed_at" TIMESTAMPTZ(3),

    CONSTRAINT "unseal_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_step" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" "proposal_step_kind" NOT NULL,
    "from" "proposal_state",
    "to" "proposal_state",
    "actor_id" UUID,
    "words" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER,

    CONSTRAINT "proposal_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "co_proposer" (
    "proposal_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "co_proposer_pkey" PRIMARY KEY ("proposal_id","person_id")
);

-- CreateTable
CREATE TABLE "proposal_support" (
    "proposal_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposal_support_pkey" PRIMARY KEY ("proposal_id","person_id")
);

-- CreateTable
CREATE TABLE "proposal_question" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "words" TEXT NOT NULL,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "proposal_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_request" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "words" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "proposal_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_attachment" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "media_key" TEXT NOT NULL,

    CONSTRAINT "proposal_attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_referral" (
    "proposal_id" UUID NOT NULL,
    "office" TEXT NOT NULL,
    "referred_by_id" UUID NOT NULL,
    "referred_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_by_id" UUID,
    "taken_at" TIMESTAMPTZ(3),

    CONSTRAINT "proposal_referral_pkey" PRIMARY KEY ("proposal_id")
);

-- CreateTable
CREATE TABLE "improvement_example" (
    "proposal_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "thanked" UUID[],
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "internal_by_id" UUID,
    "internal_at" TIMESTAMPTZ(3),
    "public_by_id" UUID,
    "public_at" TIMESTAMPTZ(3),
    "told_in_month" TEXT,

    CONSTRAINT "improvement_example_pkey" PRIMARY KEY ("proposal_id")
);

-- CreateIndex
CREATE INDEX "proposal_state_due_on_idx" ON "proposal"("state", "due_on");

-- CreateIndex
CREATE INDEX "proposal_proposer_id_idx" ON "proposal"("proposer_id");

-- CreateIndex
CREATE INDEX "proposal_merged_into_id_idx" ON "proposal"("merged_into_id");

-- CreateIndex
CREATE INDEX "proposal_owner_department_id_idx" ON "proposal"("owner_department_id");

-- CreateIndex
CREATE INDEX "proposal_changed_at_idx" ON "proposal"("changed_at");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_fiscal_year_serial_key" ON "proposal"("fiscal_year", "serial");

-- CreateIndex
CREATE INDEX "sealed_proposer_tag_idx" ON "sealed_proposer"("tag");

-- CreateIndex
CREATE INDEX "unseal_request_proposal_id_idx" ON "unseal_request"("proposal_id");

-- CreateIndex
CREATE INDEX "proposal_step_proposal_id_at_idx" ON "proposal_step"("proposal_id", "at");

-- CreateIndex
CREATE INDEX "proposal_step_at_idx" ON "proposal_step"("at");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_step_proposal_id_revision_key" ON "proposal_step"("proposal_id", "revision");

-- CreateIndex
CREATE INDEX "co_proposer_person_id_idx" ON "co_proposer"("person_id");

-- CreateIndex
CREATE INDEX "proposal_support_person_id_idx" ON "proposal_support"("person_id");

-- CreateIndex
CREATE INDEX "proposal_question_proposal_id_idx" ON "proposal_question"("proposal_id");

-- CreateIndex
CREATE INDEX "proposal_request_proposal_id_idx" ON "proposal_request"("proposal_id");

-- CreateIndex
CREATE INDEX "proposal_request_department_id_answered_at_idx" ON "proposal_request"("department_id", "answered_at");

-- CreateIndex
CREATE INDEX "proposal_attachment_proposal_id_idx" ON "proposal_attachment"("proposal_id");

-- CreateIndex
CREATE INDEX "proposal_referral_office_idx" ON "proposal_referral"("office");

-- CreateIndex
CREATE INDEX "improvement_example_internal_at_idx" ON "improvement_example"("internal_at");

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_step" ADD CONSTRAINT "proposal_step_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "co_proposer" ADD CONSTRAINT "co_proposer_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_support" ADD CONSTRAINT "proposal_support_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_question" ADD CONSTRAINT "proposal_question_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_request" ADD CONSTRAINT "proposal_request_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_attachment" ADD CONSTRAINT "proposal_attachment_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "improvement_example" ADD CONSTRAINT "improvement_example_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
