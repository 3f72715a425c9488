/** Every error that a person may meet: a stable code, whose words are in the catalogs under `error.<code>`. */
export type ErrorCode =
  | 'config.invalid'
  | 'config.missing'
  | 'settings.invalid'
  | 'settings.unknownKey'
  | 'settings.notJson'
  | 'input.invalid'
  | 'notFound'
  | 'forbidden'
  | 'signIn.required'
  | 'signIn.linkUsed'
  | 'origin.refused'
  | 'tooLarge'
  | 'encoding.refused'
  | 'person.unknownNo'
  | 'person.noOperator'
  | 'database.unreachable'
  | 'database.gone'
  | 'data.unwritable'
  | 'local.alreadyRunning'
  | 'local.portTaken'
  | 'local.playgroundSilent'
  | 'local.only'
  | 'directory.badFile'
  | 'voice.notFound'
  | 'voice.badState'
  | 'voice.samePerson'
  | 'voice.withdrawn'
  | 'voice.alreadyImported'
  | 'voice.folderMissing'
  | 'voice.fileMissing'
  | 'voice.fileUnreadable'
  | 'voice.fileTooLarge'
  | 'voice.fileEncoding'
  | 'voice.badMetadata'
  | 'voice.unknownMetadata'
  | 'voice.receivedInFuture'
  | 'voice.badReference'
  | 'voice.badCharacters'
  | 'voice.badMask'
  | 'voice.badTranscript'
  | 'voice.transcriptTooLong'
  | 'voice.tooManySentences'
  | 'voice.badSound'
  | 'voice.soundCut'
  | 'voice.quoteNotCustomers'
  | 'voice.quoteMasked'
  | 'voice.bleepMismatch'
  | 'voice.bleepShort'
  | 'voice.personalData'
  | 'voice.held'
  | 'voice.soundLinkExpired'
  | 'edition.notFound'
  | 'edition.badState'
  | 'edition.samePerson'
  | 'edition.monthTaken'
  | 'edition.monthTooFar'
  | 'edition.voiceCount'
  | 'edition.voiceNotApproved'
  | 'edition.voiceWithdrawn'
  | 'edition.noVoiceLeft'
  | 'edition.badDue'
  | 'edition.badOpening'
  | 'edition.emptyAudience'
  | 'edition.unknownKey'
  | 'edition.unknownDepartment'
  | 'edition.pastDue'
  | 'edition.promptPersonal'
  | 'internal';

/** An error with a stable code and the values that its words need. Never carries customers' words. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly values: Record<string, string | number>;

  constructor(code: ErrorCode, values: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.values = values;
  }
}
