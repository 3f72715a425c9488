-- CreateEnum
CREATE TYPE "discussion_state" AS ENUM ('waiting', 'reflecting', 'revealed', 'talking', 'wrapped_up', 'skipped');

-- CreateEnum
CREATE TYPE "discussion_mode" AS ENUM ('short', 'full');

-- CreateEnum
CREATE TYPE "insight_state" AS ENUM ('coming', 'shown', 'withheld', 'hidden', 'referred');

-- CreateEnum
CREATE TYPE "action_effect" AS ENUM ('yes', 'partly', 'no');

-- CreateEnum
CREATE TYPE "suggestion_source" AS ENUM ('insight', 'group', 'action');

-- CreateTable
CREATE TABLE "discussion" (
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "state" "discussion_state" NOT NULL DEFAULT 'waiting',
    "mode" "discussion_mode" NOT NULL DEFAULT 'short',
    "is_async" BOOLEAN NOT NULL DEFAULT false,
    "leader_id" UUID,
    "candidate_id" UUID,
    "candidate_by_id" UUID,
    "started_at" TIMESTAMPTZ(3),
    "reveal_at" TIMESTAMPTZ(3),
    "revealed_at" TIMESTAMPTZ(3),
    "anonymous_withheld" BOOLEAN NOT NULL DEFAULT false,
    "step" SMALLINT NOT NULL DEFAULT 0,
    "step_ends_at" TIMESTAMPTZ(3),
    "resting_ms" INTEGER,
    "understood" TEXT NOT NULL DEFAULT '',
    "participants" INTEGER,
    "held_on" DATE,
    "reported_on" DATE,
    "reported_by_id" UUID,
    "skip_reason" TEXT,
    "insight_count" INTEGER,
    "planned_on" DATE,
    "snoozed_until" DATE,
    "nudged_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "discussion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "insight" (
    "id" UUID NOT NULL,
    "discussion_id" UUID NOT NULL,
    "voice_id" UUID,
    "author_id" UUID,
    "anonymous" BOOLEAN NOT NULL DEFAULT false,
    "why" TEXT NOT NULL DEFAULT '',
    "feelings" TEXT[],
    "felt" TEXT NOT NULL DEFAULT '',
    "change" TEXT NOT NULL DEFAULT '',
    "at_ms" INTEGER,
    "state" "insight_state" NOT NULL DEFAULT 'coming',
    "masked" TEXT[],
    "group_id" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "written_at" TIMESTAMPTZ(3),

    CONSTRAINT "insight_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "insight_group" (
    "id" UUID NOT NULL,
    "discussion_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "insight_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_vote" (
    "group_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "votes" SMALLINT NOT NULL,

    CONSTRAINT "group_vote_pkey" PRIMARY KEY ("group_id","person_id")
);

-- CreateTable
CREATE TABLE "check_in" (
    "discussion_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "check_in_pkey" PRIMARY KEY ("discussion_id","person_id")
);

-- CreateTable
CREATE TABLE "discussion_action" (
    "id" UUID NOT NULL,
    "discussion_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "owner_id" UUID,
    "due_on" DATE,
    "done_on" DATE,
    "asked_on" DATE,
    "effect" "action_effect",
    "position" INTEGER NOT NULL,

    CONSTRAINT "discussion_action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_suggestion" (
    "id" UUID NOT NULL,
    "discussion_id" UUID NOT NULL,
    "source" "suggestion_source" NOT NULL,
    "source_id" UUID NOT NULL,
    "suggested_by_id" UUID NOT NULL,
    "suggested_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposal_suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "voice_guide" (
    "voice_id" UUID NOT NULL,
    "words" JSONB NOT NULL,
    "edited_by_id" UUID NOT NULL,
    "edited_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "voice_guide_pkey" PRIMARY KEY ("voice_id")
);

-- CreateTable
CREATE TABLE "theme" (
    "id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "owner_department_id" UUID,
    "cause" TEXT NOT NULL DEFAULT '',
    "answer" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "told_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "theme_insight" (
    "theme_id" UUID NOT NULL,
    "insight_id" UUID NOT NULL,

    CONSTRAINT "theme_insight_pkey" PRIMARY KEY ("theme_id","insight_id")
);

-- CreateTable
CREATE TABLE "referral" (
    "insight_id" UUID NOT NULL,
    "office" TEXT NOT NULL,
    "referred_by_id" UUID NOT NULL,
    "referred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "referral_pkey" PRIMARY KEY ("insight_id")
);

-- CreateTable
CREATE TABLE "reminder_choice" (
    "person_id" UUID NOT NULL,
    "wanted" BOOLEAN NOT NULL,

    CONSTRAINT "reminder_choice_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE INDEX "discussion_department_id_idx" ON "discussion"("department_id");

-- CreateIndex
CREATE INDEX "discussion_state_step_ends_at_idx" ON "discussion"("state", "step_ends_at");

-- CreateIndex
CREATE UNIQUE INDEX "discussion_edition_id_department_id_key" ON "discussion"("edition_id", "department_id");

-- CreateIndex
CREATE INDEX "insight_discussion_id_state_idx" ON "insight"("discussion_id", "state");

-- CreateIndex
CREATE INDEX "insight_author_id_idx" ON "insight"("author_id");

-- CreateIndex
CREATE INDEX "insight_group_discussion_id_idx" ON "insight_group"("discussion_id");

-- CreateIndex
CREATE INDEX "discussion_action_discussion_id_idx" ON "discussion_action"("discussion_id");

-- CreateIndex
CREATE INDEX "discussion_action_owner_id_idx" ON "discussion_action"("owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_suggestion_source_source_id_key" ON "proposal_suggestion"("source", "source_id");

-- CreateIndex
CREATE INDEX "theme_month_idx" ON "theme"("month");

-- CreateIndex
CREATE INDEX "theme_insight_insight_id_idx" ON "theme_insight"("insight_id");

-- AddForeignKey
ALTER TABLE "insight" ADD CONSTRAINT "insight_discussion_id_fkey" FOREIGN KEY ("discussion_id") REFERENCES "discussion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insight" ADD CONSTRAINT "insight_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "insight_group"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insight_group" ADD CONSTRAINT "insight_group_discussion_id_fkey" FOREIGN KEY ("discussion_id") REFERENCES "discussion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_vote" ADD CONSTRAINT "group_vote_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "insight_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_discussion_id_fkey" FOREIGN KEY ("discussion_id") REFERENCES "discussion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discussion_action" ADD CONSTRAINT "discussion_action_discussion_id_fkey" FOREIGN KEY ("discussion_id") REFERENCES "discussion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_suggestion" ADD CONSTRAINT "proposal_suggestion_discussion_id_fkey" FOREIGN KEY ("discussion_id") REFERENCES "discussion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_insight" ADD CONSTRAINT "theme_insight_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_insight" ADD CONSTRAINT "theme_insight_insight_id_fkey" FOREIGN KEY ("insight_id") REFERENCES "insight"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_insight_id_fkey" FOREIGN KEY ("insight_id") REFERENCES "insight"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
