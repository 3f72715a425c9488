-- AlterTable
ALTER TABLE "referral" ADD COLUMN     "taken_at" TIMESTAMPTZ(3),
ADD COLUMN     "taken_by_id" UUID;

-- AlterTable
ALTER TABLE "theme" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "theme_telling" (
    "id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "owner_department_id" UUID,
    "cause" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "told_by_id" UUID NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "theme_telling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "theme_told" (
    "telling_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,

    CONSTRAINT "theme_told_pkey" PRIMARY KEY ("telling_id","department_id")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "grouped_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic_insight" (
    "insight_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "topic_insight_pkey" PRIMARY KEY ("insight_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "theme_telling_theme_id_revision_key" ON "theme_telling"("theme_id", "revision");

-- CreateIndex
CREATE INDEX "topic_month_idx" ON "topic"("month");

-- CreateIndex
CREATE INDEX "topic_insight_topic_id_position_idx" ON "topic_insight"("topic_id", "position");

-- CreateIndex
CREATE INDEX "referral_office_idx" ON "referral"("office");

-- CreateIndex
CREATE INDEX "theme_owner_department_id_idx" ON "theme"("owner_department_id");

-- AddForeignKey
ALTER TABLE "theme_telling" ADD CONSTRAINT "theme_telling_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_told" ADD CONSTRAINT "theme_told_telling_id_fkey" FOREIGN KEY ("telling_id") REFERENCES "theme_telling"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_insight" ADD CONSTRAINT "topic_insight_insight_id_fkey" FOREIGN KEY ("insight_id") REFERENCES "insight"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_insight" ADD CONSTRAINT "topic_insight_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;
