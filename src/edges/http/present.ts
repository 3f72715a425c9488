import type { EditionOverview, ListeningPage } from '../../domain/listening/index.ts';
import { mainPost, type PersonRow } from '../../domain/people/index.ts';
import type { Voice } from '../../domain/voices/index.ts';
import type { Locale } from '../../platform/i18n/i18n.ts';
import { lineOfBusinessText } from '../../platform/i18n/labels.ts';
import type { Settings } from '../../platform/settings.ts';
import type {
  EditionOverview as EditionView,
  Label,
  LocalPerson,
  VoicePage,
  VoiceSummary,
} from './contract.ts';

type Taxonomy = Settings['kinds'];

/** The company's label of a key; a key that was removed from the settings stands for itself. */
export function label(taxonomy: Taxonomy, key: string): Label {
  return { key, label: (Object.hasOwn(taxonomy, key) && taxonomy[key]) || { ja: key, en: key } };
}

/** By its whole name, as on the cards. */
export function lineOfBusiness(key: string, settings: Settings): Label {
  const word = (locale: Locale) => lineOfBusinessText(key, settings, locale);
  return { key, label: { ja: word('ja'), en: word('en') } };
}

/** A voice in a list. A withdrawn one keeps its place and loses its words. */
export function presentSummary(voice: Voice, heard: boolean, settings: Settings): VoiceSummary {
  const withdrawn = voice.state === 'withdrawn';
  return {
    id: voice.id,
    kind: label(settings.kinds, voice.kind),
    lineOfBusiness: lineOfBusiness(voice.lineOfBusiness, settings),
    receivedMonth: voice.receivedMonth,
    quote: withdrawn ? '' : voice.quote,
    durationMs: voice.durationMs,
    heard,
    withdrawn,
  };
}

/** An edition on the home page. */
export function presentEdition({ edition, voices }: EditionOverview, settings: Settings): EditionView {
  return {
    id: edition.id,
    month: edition.month,
    state: edition.state === 'open' ? 'open' : 'closed',
    dueOn: edition.dueOn,
    voices: voices.map(({ voice, heard }) => presentSummary(voice, heard, settings)),
  };
}

/** The listening page. */
export function presentListeningPage(
  page: ListeningPage & Pick<VoicePage, 'prompts'>,
  soundUrl: string,
  settings: Settings,
): VoicePage {
  const { voice, edition, progress } = page;
  return {
    ...presentSummary(voice, page.heard, settings),
    edition: {
      id: edition.id,
      month: edition.month,
      state: edition.state === 'open' ? 'open' : 'closed',
      dueOn: edition.dueOn,
    },
    intakeChannel: label(settings.intakeChannels, voice.intakeChannel),
    handledWell: voice.handledWell,
    attribution: voice.attribution,
    sentences: voice.sentences,
    bleeps: voice.bleeps,
    prompts: page.prompts,
    soundUrl,
    positionMs: progress?.positionMs ?? 0,
    coverage: progress?.coverage ?? [],
    others: page.others.map((other) => ({
      id: other.voice.id,
      quote: other.voice.quote,
      heard: other.heard,
    })),
  };
}

/** A sample person in the local sign-in. */
export function presentLocalPerson(person: PersonRow): LocalPerson {
  const post = mainPost(person);
  const role = post && post.role !== 'member' ? [post.role] : [];
  const officer = person.employment === 'officer' ? ['officer'] : [];
  return {
    id: person.id,
    name: { ja: person.name, en: person.nameEn },
    department: { ja: post?.department.name ?? '', en: post?.department.nameEn ?? '' },
    roles: [...officer, ...role, ...person.grants.map((grant) => grant.role)],
    locale: person.locale === 'en' ? 'en' : 'ja',
  };
}
