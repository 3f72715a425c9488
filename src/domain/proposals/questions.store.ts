import type { Db } from '../../platform/db/client.ts';

export interface Question {
  id: string;
  proposalId: string;
  askedById: string;
  askedAt: Date;
  words: string;
  answer: string | null;
  answeredAt: Date | null;
}

export async function insertQuestion(
  db: Db,
  question: Omit<Question, 'answer' | 'answeredAt'>,
): Promise<void> {
  await db.proposalQuestion.create({ data: question });
}

export async function questionsOf(db: Db, proposalId: string): Promise<Question[]> {
  return db.proposalQuestion.findMany({
    where: { proposalId },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
  });
}

export async function findQuestion(db: Db, questionId: string): Promise<Question | null> {
  return db.proposalQuestion.findUnique({ where: { id: questionId } });
}

/** The question that was asked last, at this moment or before it. */
export async function questionAskedBy(db: Db, proposalId: string, at: Date): Promise<Question | null> {
  return db.proposalQuestion.findFirst({
    where: { proposalId, askedAt: { lte: at } },
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
  });
}

/** The question that waits for an answer. */
export async function openQuestion(db: Db, proposalId: string): Promise<Question | null> {
  return db.proposalQuestion.findFirst({
    where: { proposalId, answeredAt: null },
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
  });
}

/** @param answer null: nobody answered, and the question was dropped */
export async function closeQuestion(
  db: Db,
  questionId: string,
  answer: string | null,
  answeredAt: Date,
): Promise<void> {
  await db.proposalQuestion.update({ where: { id: questionId }, data: { answer, answeredAt } });
}
