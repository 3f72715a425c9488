-- CreateEnum
CREATE TYPE "recipient_kind" AS ENUM ('person', 'department');

-- CreateEnum
CREATE TYPE "outgoing_state" AS ENUM ('waiting', 'marked', 'sent', 'unknown', 'held', 'failed', 'unreachable', 'dropped');

-- CreateEnum
CREATE TYPE "outgoing_act" AS ENUM ('send', 'update', 'meet');

-- CreateEnum
CREATE TYPE "edition_state" AS ENUM ('draft', 'in_review', 'approved', 'open', 'closed', 'cancelled');

-- CreateEnum
CREATE TYPE "department_reach" AS ENUM ('channel', 'group_chat', 'none');

-- CreateEnum
CREATE TYPE "person_status" AS ENUM ('active', 'on_leave', 'excluded', 'left');

-- CreateEnum
CREATE TYPE "employment" AS ENUM ('employee', 'officer', 'seconded', 'dispatched', 'part_time');

-- CreateEnum
CREATE TYPE "post_role" AS ENUM ('member', 'promoter', 'deputy', 'head');

-- CreateEnum
CREATE TYPE "company_role" AS ENUM ('curator', 'approver', 'triager', 'administrator');

-- CreateEnum
CREATE TYPE "voice_state" AS ENUM ('in_review', 'approved', 'withdrawn');

-- CreateTable
CREATE TABLE "outgoing_message" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "purpose" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "recipient_kind" "recipient_kind" NOT NULL,
    "recipient_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "act" "outgoing_act" NOT NULL,
    "priority" SMALLINT NOT NULL,
    "alert" BOOLEAN NOT NULL DEFAULT false,
    "state" "outgoing_state" NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "possibly_doubled" BOOLEAN NOT NULL DEFAULT false,
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "marked_by" INTEGER,
    "activity_id" TEXT,
    "conversation_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "outgoing_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "recipient_kind" "recipient_kind" NOT NULL,
    "recipient_id" UUID NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "service_url" TEXT NOT NULL,
    "met_at" TIMESTAMPTZ(3) NOT NULL,
    "lost_reason" TEXT,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("recipient_kind","recipient_id")
);

-- CreateTable
CREATE TABLE "send_budget" (
    "id" INTEGER NOT NULL,
    "next_at" TIMESTAMPTZ(6) NOT NULL,
    "paused_until" TIMESTAMPTZ(6),
    "pause_reason" TEXT,

    CONSTRAINT "send_budget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "replica" (
    "id" SERIAL NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "replica_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition" (
    "id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "state" "edition_state" NOT NULL DEFAULT 'draft',
    "prompts" JSONB NOT NULL,
    "audience" JSONB NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE NOT NULL,
    "planned_by_id" UUID NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "missed_told_at" TIMESTAMPTZ(3),

    CONSTRAINT "edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition_voice" (
    "edition_id" UUID NOT NULL,
    "voice_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "edition_voice_pkey" PRIMARY KEY ("edition_id","voice_id")
);

-- CreateTable
CREATE TABLE "edition_department" (
    "edition_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "reach" "department_reach" NOT NULL,
    "target_count" INTEGER NOT NULL,
    "heard_count" INTEGER,
    "progress_dirty" BOOLEAN NOT NULL DEFAULT false,
    "progress_updated_at" TIMESTAMPTZ(3),
    "progress_shown" JSONB,

    CONSTRAINT "edition_department_pkey" PRIMARY KEY ("edition_id","department_id")
);

-- CreateTable
CREATE TABLE "hearing" (
    "person_id" UUID NOT NULL,
    "voice_id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "heard_on" DATE NOT NULL,

    CONSTRAINT "hearing_pkey" PRIMARY KEY ("person_id","voice_id")
);

-- CreateTable
CREATE TABLE "listening_progress" (
    "person_id" UUID NOT NULL,
    "voice_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "coverage" JSONB NOT NULL DEFAULT '[]',
    "position_ms" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "listening_progress_pkey" PRIMARY KEY ("person_id","voice_id")
);

-- CreateTable
CREATE TABLE "department" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "lines_of_business" TEXT[],
    "parent_id" UUID,
    "opening_slot" TEXT,
    "working_hours" TEXT,
    "excluded" BOOLEAN NOT NULL DEFAULT false,
    "reach" "department_reach" NOT NULL,
    "teams_conversation_id" TEXT,

    CONSTRAINT "department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "employee_no" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "entra_object_id" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'ja',
    "status" "person_status" NOT NULL DEFAULT 'active',
    "employment" "employment" NOT NULL DEFAULT 'employee',

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post" (
    "person_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "role" "post_role" NOT NULL DEFAULT 'member',
    "main" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "post_pkey" PRIMARY KEY ("person_id","department_id")
);

-- CreateTable
CREATE TABLE "grant" (
    "person_id" UUID NOT NULL,
    "role" "company_role" NOT NULL,

    CONSTRAINT "grant_pkey" PRIMARY KEY ("person_id","role")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "act" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_link" (
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "shared_secret" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "shared_secret_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "voice" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "state" "voice_state" NOT NULL DEFAULT 'in_review',
    "kind" TEXT NOT NULL,
    "line_of_business" TEXT NOT NULL,
    "intake_channel" TEXT NOT NULL,
    "caller" TEXT NOT NULL,
    "received_month" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "handled_well" TEXT,
    "duration_ms" INTEGER NOT NULL,
    "sentences" JSONB NOT NULL,
    "bleeps" JSONB NOT NULL,
    "sound_key" TEXT NOT NULL,
    "sound_type" TEXT NOT NULL,
    "licence" TEXT,
    "attribution" TEXT,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,
    "imported_by_id" UUID NOT NULL,
    "approved_at" TIMESTAMPTZ(3),
    "approved_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "withdraw_reason" TEXT,

    CONSTRAINT "voice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "outgoing_message_seq_key" ON "outgoing_message"("seq");

-- CreateIndex
CREATE INDEX "outgoing_message_recipient_id_created_at_idx" ON "outgoing_message"("recipient_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "outgoing_message_purpose_subject_id_recipient_id_revision_key" ON "outgoing_message"("purpose", "subject_id", "recipient_id", "revision");

-- CreateIndex
CREATE INDEX "conversation_conversation_id_idx" ON "conversation"("conversation_id");

-- CreateIndex
CREATE INDEX "edition_state_idx" ON "edition"("state");

-- CreateIndex
CREATE INDEX "edition_voice_voice_id_idx" ON "edition_voice"("voice_id");

-- CreateIndex
CREATE INDEX "edition_department_progress_dirty_idx" ON "edition_department"("progress_dirty");

-- CreateIndex
CREATE INDEX "hearing_edition_id_department_id_idx" ON "hearing"("edition_id", "department_id");

-- CreateIndex
CREATE INDEX "listening_progress_voice_id_idx" ON "listening_progress"("voice_id");

-- CreateIndex
CREATE UNIQUE INDEX "department_code_key" ON "department"("code");

-- CreateIndex
CREATE UNIQUE INDEX "department_teams_conversation_id_key" ON "department"("teams_conversation_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_employee_no_key" ON "person"("employee_no");

-- CreateIndex
CREATE UNIQUE INDEX "person_entra_object_id_key" ON "person"("entra_object_id");

-- CreateIndex
CREATE INDEX "post_department_id_idx" ON "post"("department_id");

-- CreateIndex
CREATE INDEX "audit_entry_subject_id_at_idx" ON "audit_entry"("subject_id", "at");

-- CreateIndex
CREATE INDEX "session_link_expires_at_idx" ON "session_link"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "voice_reference_key" ON "voice"("reference");

-- AddForeignKey
ALTER TABLE "edition_voice" ADD CONSTRAINT "edition_voice_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_department" ADD CONSTRAINT "edition_department_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hearing" ADD CONSTRAINT "hearing_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant" ADD CONSTRAINT "grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Prisma's schema language has no partial indexes; these three keep the queue's own look-ups small while the
-- table keeps every message ever sent.
CREATE INDEX "outgoing_message_waiting" ON "outgoing_message" ("priority", "not_before", "seq") WHERE "state" = 'waiting';
CREATE INDEX "outgoing_message_marked" ON "outgoing_message" ("marked_by") WHERE "state" = 'marked';
CREATE INDEX "outgoing_message_unknown" ON "outgoing_message" ("seq") WHERE "state" = 'unknown';

-- A month is planned once, unless its edition was cancelled.
CREATE UNIQUE INDEX "edition_month_once" ON "edition" ("month") WHERE "state" <> 'cancelled';

-- A person is counted once, in one department.
CREATE UNIQUE INDEX "post_one_main" ON "post" ("person_id") WHERE "main";

-- The one budget.
INSERT INTO "send_budget" ("id", "next_at") VALUES (1, clock_timestamp());
