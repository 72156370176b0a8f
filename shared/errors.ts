/**
 * The closed list of expected failures. Each crosses every process boundary as
 * `{ok: false, error: {code, message, details}}`; anything else becomes `internal` with a log reference.
 */
export const errorCodes = [
  'bad-input', // the input does not have the endpoint's shape; details: [{path, message}]
  'not-found', // no such row, or none that this worker may know of
  'not-signed-in', // no session, or the session is locked
  'not-allowed', // the role does not have the permission
  'outside-relationship', // allowed in principle, but not for this person; break-glass may be possible
  'reauthentication-needed', // the passphrase must be given again for this step
  'wrong-passphrase', // details: {retryAt} when a delay is now in force
  'sign-in-delayed', // too many failures; details: {retryAt}
  'weak-passphrase', // details: {reasons}
  'conflict', // somebody changed what this command builds on; details say what
  'rule', // a rule of the domain forbids it; message says which and what to do
  'possible-duplicate', // details: {candidates}; repeat with acknowledgement to go on
  'unreadable-file', // an import, backup or keyring file that cannot be understood
  'cancelled', // stopped on request; nothing was kept
  'disk-full', // nothing of the command was kept
  'storage-failed', // the disk answered with an error; nothing of the command was kept
  'corrupted', // the database failed its integrity check
  'newer-database', // written by a newer version of the application
  'profile-unusable', // the profile folder cannot be read or written
  'profile-in-use', // another OneTeam process has this profile open
  'busy', // a long job that excludes this command is running
  'stopping', // the engine is shutting down
  'internal', // a defect; reference points at the local log
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** An expected failure: `message` is a sentence that says what happened and what to do, without personal data. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: unknown;

  constructor(code: ErrorCode, message: string, details?: unknown) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}
