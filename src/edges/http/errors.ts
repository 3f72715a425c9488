import { AppError, type ErrorCode } from '../../platform/errors.ts';
import { type Locale, translator } from '../../platform/i18n/i18n.ts';
import type { ErrorBody } from './contract.ts';

/** Status of each error that a page can meet; all others are ours: 500. */
const statuses: Partial<Record<ErrorCode, number>> = {
  'input.invalid': 400,
  'signIn.required': 401,
  'signIn.linkUsed': 401,
  forbidden: 403,
  'origin.refused': 403,
  'voice.soundLinkExpired': 403,
  'local.only': 404,
  notFound: 404,
  'voice.notFound': 404,
  'edition.notFound': 404,
  'discussion.notFound': 404,
  'discussion.notMember': 403,
  'discussion.notLeader': 403,
  'discussion.notOwner': 403,
  'discussion.badState': 409,
  'discussion.insightGone': 409,
  'discussion.insightEmpty': 400,
  'discussion.insightsMany': 409,
  'discussion.votesUsed': 409,
  'discussion.badParticipants': 400,
  'discussion.badDay': 400,
  'discussion.reportedMeanwhile': 409,
  'discussion.badDueDay': 400,
  'discussion.badReveal': 400,
  'discussion.tooLate': 409,
  'discussion.unknownKey': 400,
  'discussion.personUnknown': 400,
  'discussion.personalData': 400,
  'discussion.suggestionGone': 404,
  'theme.notFound': 404,
  'theme.topicGone': 409,
  'theme.empty': 409,
  'theme.changed': 409,
  'theme.quotes': 409,
  'theme.nobodyToTell': 409,
  'referral.noReader': 409,
  'referral.notReader': 403,
  'referral.notFound': 404,
  'proposal.notFound': 404,
  'proposal.badState': 409,
  'proposal.empty': 400,
  'proposal.notProposer': 403,
  'proposal.own': 409,
  'proposal.unknownKey': 400,
  'proposal.personUnknown': 400,
  'proposal.wordsMissing': 400,
  'proposal.answerMissing': 400,
  'proposal.draftGone': 404,
  'proposal.attachmentKind': 400,
  'proposal.attachmentTells': 400,
  'proposal.attachmentTooLarge': 413,
  'proposal.attachmentsMany': 409,
  'proposal.attachmentGone': 404,
  'proposal.changedMeanwhile': 409,
  'proposal.assigneeUnknown': 400,
  'proposal.badDay': 400,
  'proposal.badTarget': 409,
  'proposal.hasMerged': 409,
  'proposal.nobodyToAsk': 409,
  'proposal.notAsked': 403,
  'proposal.exampleIncomplete': 400,
  'proposal.exampleMissing': 404,
  'proposal.samePerson': 403,
  'report.badPeriod': 400,
  'report.unknownDepartment': 404,
  'guide.incomplete': 400,
  'guide.changedMeanwhile': 409,
  'voice.withdrawn': 410,
  busy: 503,
  tooLarge: 413,
  'encoding.refused': 415,
};

/** What an error looks like to a page. Unknown errors are never shown: their words may quote anything. */
export function httpError(error: unknown, locale: Locale): { status: number; body: ErrorBody } {
  const known =
    error instanceof AppError && statuses[error.code] !== undefined ? error : new AppError('internal');
  const message = String(translator(locale)(`error.${known.code}`, namedValues(known, locale)));
  return { status: statuses[known.code] ?? 500, body: { error: { code: known.code, message } } };
}

/** Values with types of personal data and roles by their names: 「氏名、電話番号」. */
function namedValues({ values }: AppError, locale: Locale): AppError['values'] {
  const t = translator(locale);
  const named = (keys: string | number | undefined, below: string) =>
    String(keys)
      .split(', ')
      .map((key) => t(`${below}.${key}`))
      .join(locale === 'ja' ? '、' : ', ');
  return {
    ...values,
    ...(values.types === undefined ? {} : { types: named(values.types, 'privacy.mask') }),
    ...(values.roles === undefined ? {} : { roles: named(values.roles, 'cli.role') }),
  };
}
