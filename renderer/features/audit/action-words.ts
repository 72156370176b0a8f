import { type EndpointName, endpoints } from '../../../shared/contract/index.ts';

/** What an entry of the trail is about. Only the kind is ever shown: names are no part of the trail. */
export type ObjectKind =
  | 'person'
  | 'case'
  | 'contact'
  | 'transfer'
  | 'import'
  | 'score'
  | 'worker'
  | 'backup'
  | 'finding'
  | 'merge'
  | 'view'
  | 'entry'
  | 'opening';

interface ActionWords {
  readonly words: string;
  readonly kind?: ObjectKind;
}

/** Every deed that the trail records, in words, with what it is done to. */
export const actionWords: Readonly<Record<string, ActionWords>> = {
  'action-added': { words: 'Added an action to a care plan', kind: 'entry' },
  'action-edited': { words: 'Changed an action of a care plan', kind: 'entry' },
  'action-finished': { words: 'Said how an action of a care plan went', kind: 'entry' },
  'assessment-read': { words: 'Read the shared assessment', kind: 'person' },
  'assessment-saved': { words: 'Answered parts of the shared assessment', kind: 'person' },
  'assessment-voided': { words: 'Voided an answer of the shared assessment', kind: 'entry' },
  'audit-read': { words: 'Read the audit trail' },
  'backup-made': { words: 'Made a backup', kind: 'backup' },
  'case-accepted': { words: 'Accepted a case', kind: 'case' },
  'case-closed': { words: 'Closed a case', kind: 'case' },
  'case-held': { words: 'Put a case on hold', kind: 'case' },
  'case-opened': { words: 'Opened a case', kind: 'case' },
  'case-reopened': { words: 'Opened a closed case again', kind: 'case' },
  'case-resumed': { words: 'Took a case off hold', kind: 'case' },
  'caseload-exported': { words: 'Saved a caseload list as a file' },
  'caseload-read': { words: 'Looked at the caseload' },
  'clinic-read': { words: 'Looked at a clinic' },
  'condition-added': { words: 'Recorded a condition', kind: 'person' },
  'condition-ended': { words: 'Ended a condition', kind: 'entry' },
  'conflict-resolved': { words: 'Settled two versions of an entry', kind: 'person' },
  'contact-amended': { words: 'Amended a contact', kind: 'contact' },
  'contact-cancelled': { words: 'Cancelled a planned contact', kind: 'contact' },
  'contact-logged': { words: 'Logged a contact', kind: 'contact' },
  'contact-planned': { words: 'Planned a contact', kind: 'contact' },
  'contact-read': { words: 'Read a contact', kind: 'contact' },
  'contact-replanned': { words: 'Moved a planned contact', kind: 'contact' },
  'contact-started': { words: 'Began to log a contact', kind: 'person' },
  'contact-undone': { words: 'Took back a contact just logged', kind: 'contact' },
  'contact-voided': { words: 'Voided a contact', kind: 'contact' },
  'decision-recorded': { words: 'Recorded a preference or decision', kind: 'entry' },
  'diary-read': { words: 'Looked at a diary' },
  'entry-voided': { words: 'Voided an entry of a record', kind: 'entry' },
  'finding-decided': { words: 'Decided a finding of the review queue', kind: 'finding' },
  'flag-added': { words: 'Set a flag', kind: 'person' },
  'flag-ended': { words: 'Ended a flag', kind: 'entry' },
  'glass-broken': { words: 'Broke glass: opened a record of another team', kind: 'person' },
  'glass-list-read': { words: 'Read the break-glass list' },
  'glass-reviewed': { words: 'Reviewed a break-glass use', kind: 'opening' },
  'goal-added': { words: 'Added a goal', kind: 'entry' },
  'goal-edited': { words: 'Changed a goal', kind: 'entry' },
  'goal-moved': { words: 'Took a goal to its next step', kind: 'entry' },
  'goal-rated': { words: 'Rated a goal', kind: 'entry' },
  'group-contact-logged': { words: 'Logged a group session' },
  'handover-list-printed': { words: 'Made a printed handover of several people', kind: 'person' },
  'handover-printed': { words: 'Made a printed handover', kind: 'person' },
  'household-left': { words: 'Recorded that somebody left a household', kind: 'person' },
  'household-set': { words: 'Recorded a household', kind: 'person' },
  'identifier-added': { words: 'Recorded a number of another system', kind: 'person' },
  'identifier-ended': { words: 'Ended a number of another system', kind: 'entry' },
  'import-committed': { words: 'Imported a list', kind: 'import' },
  'import-decided': { words: 'Decided about a row of an import', kind: 'import' },
  'import-discarded': { words: 'Discarded an import', kind: 'import' },
  'import-previewed': { words: 'Previewed an import', kind: 'import' },
  'import-problems-exported': { words: 'Saved the problems of an import as a file', kind: 'import' },
  'import-received': { words: 'Took in a list for import', kind: 'import' },
  'import-undone': { words: 'Undid an import', kind: 'import' },
  'import-viewed': { words: 'Looked into an import', kind: 'import' },
  'imports-listed': { words: 'Listed the imports' },
  'leave-removed': { words: 'Took back leave', kind: 'worker' },
  'leave-recorded': { words: 'Recorded when a worker is away', kind: 'worker' },
  lock: { words: 'Locked OneTeam' },
  'lock-minutes-set': { words: 'Changed after how long this device locks' },
  'merge-previewed': { words: 'Looked at what joining two records would do', kind: 'person' },
  'need-added': { words: 'Added a need', kind: 'entry' },
  'need-edited': { words: 'Changed a need', kind: 'entry' },
  'need-ended': { words: 'Ended a need', kind: 'entry' },
  'passphrase-changed': { words: 'Changed their own passphrase' },
  'passphrase-confirmed': { words: 'Gave their passphrase again' },
  'passphrase-recovered': { words: 'Signed in with the recovery code and set a new passphrase' },
  'people-exported': { words: 'Saved a list of people as a file' },
  'people-listed': { words: 'Looked at the list of people' },
  'people-merged': { words: 'Joined two records of one person', kind: 'person' },
  'people-searched': { words: 'Searched for people' },
  'people-unmerged': { words: 'Took two joined records apart', kind: 'merge' },
  'pathway-ended': { words: 'Ended a pathway, or took its end back', kind: 'entry' },
  'pathway-started': { words: 'Began a pathway', kind: 'entry' },
  'pathway-step-recorded': { words: 'Recorded a step of a pathway', kind: 'entry' },
  'pathway-task-made': { words: 'Made a task of a step', kind: 'entry' },
  'pathway-template-ended': { words: 'Took a pathway template out of use, or back' },
  'pathway-template-saved': { words: 'Changed a pathway template' },
  'pathway-voided': { words: 'Took back a pathway begun in error', kind: 'entry' },
  'pathways-read': { words: 'Looked at pathways of a person', kind: 'person' },
  'person-edited': { words: 'Changed a person’s details', kind: 'person' },
  'person-history': { words: 'Read who changed a record', kind: 'person' },
  'person-opened': { words: 'Opened a person’s record', kind: 'person' },
  'person-registered': { words: 'Registered a person', kind: 'person' },
  'person-seen': { words: 'Saw a person’s banner', kind: 'person' },
  'person-timeline': { words: 'Read a person’s timeline', kind: 'person' },
  'person-viewers': { words: 'Read who looked at a record', kind: 'person' },
  'person-voided': { words: 'Voided a record made by mistake', kind: 'person' },
  'plan-agreed': { words: 'Agreed a care plan', kind: 'entry' },
  'plan-copy-given': { words: 'Recorded a copy of a care plan', kind: 'entry' },
  'plan-opened': { words: 'Read a care plan', kind: 'person' },
  'plan-part-withdrawn': { words: 'Took back a part of a care plan', kind: 'entry' },
  'plan-printed': { words: 'Made a printed care plan', kind: 'person' },
  'plan-seen': { words: 'Saw a care plan in short', kind: 'person' },
  'plan-set-aside': { words: 'Set a draft of a care plan aside', kind: 'entry' },
  'plan-started': { words: 'Began a version of a care plan', kind: 'entry' },
  'plan-version-read': { words: 'Read a version of a care plan', kind: 'entry' },
  'plan-written': { words: 'Wrote in a care plan', kind: 'entry' },
  'preference-set': { words: 'Changed how a page looks for them' },
  'profile-created': { words: 'Set up the team on this device' },
  'progress-read': { words: 'Looked at somebody’s progress', kind: 'person' },
  'relationship-added': { words: 'Recorded a relationship', kind: 'person' },
  'relationship-ended': { words: 'Ended a relationship', kind: 'entry' },
  restore: { words: 'Put a backup in place of the record', kind: 'backup' },
  'review-read': { words: 'Looked at the review queue' },
  'role-assigned': { words: 'Gave somebody a role on a case', kind: 'case' },
  'role-ended': { words: 'Ended somebody’s role on a case', kind: 'case' },
  'safety-recorded': { words: 'Recorded what was done for safety', kind: 'score' },
  'score-read': { words: 'Read a filled-in instrument', kind: 'score' },
  'score-recorded': { words: 'Recorded a score', kind: 'score' },
  'score-voided': { words: 'Voided a score', kind: 'score' },
  'scores-read': { words: 'Looked at the scores', kind: 'person' },
  'segment-added': { words: 'Put a person into a segment', kind: 'person' },
  'segment-ended': { words: 'Took a person out of a segment', kind: 'entry' },
  'self-management-added': { words: 'Wrote a self-management plan', kind: 'entry' },
  'self-management-edited': { words: 'Changed a self-management plan', kind: 'entry' },
  'self-management-ended': { words: 'Ended a self-management plan', kind: 'entry' },
  'sharing-recorded': { words: 'Recorded a sharing decision', kind: 'person' },
  'sign-in': { words: 'Signed in' },
  'sign-out': { words: 'Signed out' },
  'stay-admitted': { words: 'Recorded a stay', kind: 'entry' },
  'stay-amended': { words: 'Changed a stay', kind: 'entry' },
  'stay-day-91': { words: 'Answered where somebody was on day 91', kind: 'entry' },
  'stay-discharged': { words: 'Recorded a discharge', kind: 'entry' },
  'stay-followed-up': { words: 'Recorded a follow-up after a stay', kind: 'entry' },
  'stay-item-ticked': { words: 'Ticked a discharge checklist', kind: 'entry' },
  'stay-undone': { words: 'Took back an entry of a stay', kind: 'entry' },
  'stay-voided': { words: 'Voided a stay', kind: 'entry' },
  'stays-exported': { words: 'Saved a list of stays as a file' },
  'stays-listed': { words: 'Looked at who is away' },
  'stays-read': { words: 'Looked at the stays of a person', kind: 'person' },
  'supervision-brought': { words: 'Brought a case to supervision', kind: 'entry' },
  'supervision-read': { words: 'Looked at the supervision list' },
  'supervision-reviewed': { words: 'Reviewed a case in supervision', kind: 'entry' },
  'supervision-withdrawn': { words: 'Took a case back from supervision', kind: 'entry' },
  'tier-overridden': { words: 'Set a need tier by hand', kind: 'person' },
  'tier-override-cleared': { words: 'Took back a need tier set by hand', kind: 'person' },
  'today-read': { words: 'Looked at Today' },
  'transfer-answered': { words: 'Answered a handover', kind: 'transfer' },
  'transfer-imposed': { words: 'Handed over a case as team lead', kind: 'case' },
  'transfer-proposed': { words: 'Proposed a handover', kind: 'case' },
  'transfer-withdrawn': { words: 'Withdrew a handover', kind: 'transfer' },
  verified: { words: 'Checked the trail and the record' },
  'view-removed': { words: 'Removed a saved view', kind: 'view' },
  'view-renamed': { words: 'Renamed a saved view', kind: 'view' },
  'view-saved': { words: 'Saved a view' },
  'worker-added': { words: 'Added a worker', kind: 'worker' },
  'worker-edited': { words: 'Changed a worker’s details', kind: 'worker' },
  'worker-ended': { words: 'Ended a worker’s time in the team', kind: 'worker' },
  'worker-let-in': { words: 'Let a worker sign in on this device', kind: 'worker' },
  'worker-shut-out': { words: 'Shut a worker out of this device', kind: 'worker' },
};

const isEndpoint = (name: string): name is EndpointName => Object.hasOwn(endpoints, name);

/**
 * A deed in words. A refused call is on the trail under its endpoint's name: it reads like the deed that was tried.
 * A deed of a newer version is shown as it is written, rather than hidden.
 */
export function wordsOf(action: string): ActionWords {
  if (!isEndpoint(action)) return actionWords[action] ?? { words: action };
  const { audit, summary } = endpoints[action];
  return (audit && actionWords[audit.action]) ?? { words: summary };
}

export const kindWords: Readonly<Record<ObjectKind, string>> = {
  person: 'Person',
  case: 'Case',
  contact: 'Contact',
  transfer: 'Handover',
  import: 'Import',
  score: 'Score',
  worker: 'Worker',
  backup: 'Backup',
  finding: 'Finding',
  merge: 'Joined records',
  view: 'View',
  entry: 'Entry of a record',
  opening: 'Break-glass use',
};
