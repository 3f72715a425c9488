import type { Settings } from '../../platform/settings.ts';
import type { PersonRow } from './people.store.ts';

/** The post in which a person is counted; everybody in the directory has exactly one. */
export function mainPost(person: Pick<PersonRow, 'posts'>): PersonRow['posts'][number] | undefined {
  return person.posts.find((post) => post.main);
}

/** The language a person is spoken to in. */
export function localeOf(person: { locale: string }): 'ja' | 'en' {
  return person.locale === 'en' ? 'en' : 'ja';
}

/** When a department works, "HH:MM-HH:MM"; the company's hours where it has none of its own. */
export function workingHoursOf(
  department: { workingHours: string | null } | undefined,
  { calendar }: Pick<Settings, 'calendar'>,
): string {
  return department?.workingHours ?? calendar.workingHours;
}
