-- CreateTable
CREATE TABLE "report_month" (
    "month" TEXT NOT NULL,
    "edition_id" UUID NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,
    "final" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "report_month_pkey" PRIMARY KEY ("month")
);

-- CreateTable
CREATE TABLE "department_month" (
    "month" TEXT NOT NULL,
    "department_id" UUID NOT NULL,
    "parent_id" UUID,
    "children" INTEGER NOT NULL,
    "counted" BOOLEAN NOT NULL,
    "all_counted" BOOLEAN NOT NULL,
    "departments" INTEGER NOT NULL,
    "target" INTEGER NOT NULL,
    "channels" INTEGER NOT NULL,
    "cards" INTEGER NOT NULL,
    "delivered" INTEGER NOT NULL,
    "heard" INTEGER NOT NULL,
    "held_in_time" INTEGER NOT NULL,
    "held_reported_late" INTEGER NOT NULL,
    "held_late" INTEGER NOT NULL,
    "skipped" INTEGER NOT NULL,
    "participants" INTEGER NOT NULL,
    "insights" INTEGER NOT NULL,
    "shown_insights" INTEGER NOT NULL,
    "suggested" INTEGER NOT NULL,
    "all_departments" INTEGER NOT NULL,
    "all_target" INTEGER NOT NULL,
    "all_channels" INTEGER NOT NULL,
    "all_cards" INTEGER NOT NULL,
    "all_delivered" INTEGER NOT NULL,
    "all_heard" INTEGER NOT NULL,
    "all_held_in_time" INTEGER NOT NULL,
    "all_held_reported_late" INTEGER NOT NULL,
    "all_held_late" INTEGER NOT NULL,
    "all_skipped" INTEGER NOT NULL,
    "all_participants" INTEGER NOT NULL,
    "all_insights" INTEGER NOT NULL,
    "all_shown_insights" INTEGER NOT NULL,
    "all_suggested" INTEGER NOT NULL,

    CONSTRAINT "department_month_pkey" PRIMARY KEY ("month","department_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "report_month_edition_id_key" ON "report_month"("edition_id");

-- CreateIndex
CREATE INDEX "department_month_department_id_month_idx" ON "department_month"("department_id", "month");

-- CreateIndex
CREATE INDEX "department_month_parent_id_month_idx" ON "department_month"("parent_id", "month");
