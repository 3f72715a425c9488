import { asPerson, type Ctx } from '../../domain/context.ts';
import { showDesk } from '../../domain/discussions/index.ts';
import { hasRole, type PersonRow } from '../../domain/people/index.ts';
import { reportAccess } from '../../domain/reports/index.ts';
import { type DeskPage, deskPages } from './actions/cardAction.ts';

/** The pages that a person may open for their work. The pages ask again. */
export async function deskPagesOf(ctx: Ctx, person: PersonRow): Promise<DeskPage[]> {
  const acting = asPerson(ctx, person.id);
  const [desk, reports] = await Promise.all([showDesk(acting), reportAccess(acting)]);
  const may: Record<DeskPage, boolean> = {
    insights: desk.insights,
    themes: desk.themes,
    referrals: desk.referrals !== null,
    reports: reports.company || reports.departments > 0,
    guides: hasRole(person, 'curator'),
  };
  return deskPages.filter((page) => may[page]);
}
