import type { PersonRow } from '../../src/domain/people/index.ts';
import type { PlaygroundCast } from '../../src/local/playground.ts';

/** Somebody, and the five others without whom the Playground does not start. */
export function smallCast(): PlaygroundCast {
  const person = (no: number) => {
    const names = { name: `水沢 ${no}`, nameEn: 'Chihiro Mizusawa' };
    return { ...names, employeeNo: `A${no}`, entraObjectId: `u${no}` } as PersonRow;
  };
  return {
    user: person(1),
    others: [2, 3, 4, 5, 6].map(person),
    teamName: { ja: '自動車保険金サービス第一課', en: 'Motor Claims 1' },
    channelName: 'みなと支店',
    groupChatName: '傷害・医療保険金サービス課',
  };
}
