import type { RecordEntry, Subject } from '../../shared/contract/endpoint.ts';
import { AppError } from '../../shared/errors.ts';
import type { Session } from './context.ts';
import type { ReadHandle } from './store/handles.ts';
import { entryTables } from './store/person-entries.ts';
import { sqlStatement, statement } from './store/statements.ts';

const personPlace = statement((q, p: { id: string }) =>
  q.selectFrom('people').select(['id', 'neighbourhood_id', 'practice_id']).where('id', '=', p.id),
);
const personOfTransfer = statement((q, p: { id: string }) =>
  q
    .selectFrom('transfers')
    .innerJoin('cases', 'cases.id', 'transfers.case_id')
    .select('cases.person_id')
    .where('transfers.id', '=', p.id),
);
const involvement = statement((q, p: { person: string; worker: string }) =>
  q
    .selectFrom('cases')
    .innerJoin('case_roles', 'case_roles.case_id', 'cases.id')
    .select('cases.id')
    .where('cases.person_id', '=', p.person)
    .where('cases.status', '<>', 'closed')
    .where('case_roles.worker_id', '=', p.worker)
    .where('case_roles.ended_at', 'is', null)
    .where('case_roles.voided', 'is', null),
);
const placesOfCases = statement((q, p: { person: string }) =>
  q.selectFrom('cases').select('neighbourhood_id').where('person_id', '=', p.person).where('status', '<>', 'closed'),
);
const proposedTo = statement((q, p: { person: string; worker: string }) =>
  q
    .selectFrom('cases')
    .innerJoin('transfers', 'transfers.case_id', 'cases.id')
    .select('cases.id')
    .where('cases.person_id', '=', p.person)
    .where('transfers.to_worker_id', '=', p.worker)
    .where('transfers.answer', 'is', null),
);
const taskOwned = statement((q, p: { person: string; worker: string }) =>
  q
    .selectFrom('tasks')
    .select('id')
    .where('person_id', '=', p.person)
    .where('status', '=', 'open')
    .where('owner_id', '=', p.worker)
    .where('voided', 'is', null)
    .limit(1),
);
const placeOfTask = statement((q, p: { id: string }) =>
  q.selectFrom('tasks').select(['person_id', 'owner_id', 'neighbourhood_id']).where('id', '=', p.id),
);
const glass = statement((q, p: { person: string; worker: string; now: string }) =>
  q
    .selectFrom('break_glass')
    .select('id')
    .where('person_id', '=', p.person)
    .where('worker_id', '=', p.worker)
    .where('expires_at', '>', p.now),
);

/** How a worker stands to a person: the reason why they may see the full record, or null. */
export type Relation = 'team' | 'practice' | 'involved' | 'asked' | 'break-glass' | null;

/**
 * The relationship rule: the worker's own neighbourhood team (where the person is registered, or where an unfinished case
 * of theirs is worked), a practice that a behaviourist is linked to, a role on an open case, a handover proposed to them
 * or an open task about the person that they were given, or an unexpired break-glass. Undefined when there is no such person.
 */
export function relationTo(read: ReadHandle, session: Session, person: string, now: string): Relation | undefined {
  const place = read.get(personPlace, { id: person });
  if (!place) return undefined;
  if (session.neighbourhoods.includes(place.neighbourhood_id)) return 'team';
  if (place.practice_id && session.practices.includes(place.practice_id)) return 'practice';
  const who = { person, worker: session.workerId };
  if (read.get(involvement, who)) return 'involved';
  const worked = read.all(placesOfCases, { person });
  if (worked.some(({ neighbourhood_id }) => session.neighbourhoods.includes(neighbourhood_id))) return 'team';
  if (read.get(proposedTo, who) || read.get(taskOwned, who)) return 'asked';
  return read.get(glass, { ...who, now }) ? 'break-glass' : null;
}

/** Refuses a call about somebody to whom the worker does not stand in a relation. */
export function requireRelation(read: ReadHandle, session: Session, subject: Subject, now: string): void {
  if ('neighbourhood' in subject) {
    if (!session.neighbourhoods.includes(subject.neighbourhood))
      throw new AppError('outside-relationship', 'This neighbourhood is not one of yours. Ask its team lead.');
    return;
  }
  if ('task' in subject && isOwnTask(read, session, subject.task)) return;
  const person = personOf(read, subject);
  const relation = person === undefined ? undefined : relationTo(read, session, person, now);
  if (relation === undefined)
    throw new AppError('not-found', 'This entry is not on this device. Search again, or exchange first.');
  if (relation === null)
    throw new AppError(
      'outside-relationship',
      'This person is looked after by another team. If you need the record now, give a reason; the team lead will see it.',
      { breakGlass: true, personId: person },
    );
}

/** A task is its owner's and its team's, whoever it is about; one about nobody is nobody else's. */
function isOwnTask(read: ReadHandle, session: Session, id: string): boolean {
  const task = read.get(placeOfTask, { id });
  if (!task) return false;
  if (task.owner_id === session.workerId || session.neighbourhoods.includes(task.neighbourhood_id)) return true;
  if (task.person_id === null)
    throw new AppError('outside-relationship', 'This task belongs to another team. Ask its team lead.');
  return false;
}

function personOf(read: ReadHandle, subject: Exclude<Subject, { neighbourhood: string }>): string | undefined {
  const [[kind, id]] = Object.entries(subject) as [['person' | RecordEntry, string]];
  if (kind === 'person') return id;
  if (kind === 'transfer') return read.get(personOfTransfer, { id })?.person_id;
  const personOfEntry = sqlStatement<{ id: string }, { person_id: string }>(
    `SELECT person_id FROM "${entryTables[kind]}" WHERE id = ?`,
    'id',
  );
  return read.get(personOfEntry, { id })?.person_id;
}
