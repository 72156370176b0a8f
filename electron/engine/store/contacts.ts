import type { ReadHandle } from './handles.ts';
import { statement } from './statements.ts';
import type { Contacts } from './tables.ts';

/** A contact as it is stored; lists and composite fields are JSON text. */
export type ContactRow = Contacts;

const byId = statement((q, p: { id: string }) => q.selectFrom('contacts').selectAll().where('id', '=', p.id));
const planned = statement((q, p: { person: string; until: string }) =>
  q
    .selectFrom('contacts')
    .selectAll()
    .where('person_id', '=', p.person)
    .where('starts_at', '<', p.until)
    .where('attendance', 'is', null)
    .where('voided', 'is', null)
    .orderBy('starts_at', 'desc')
    .limit(5),
);
const lastWithBehaviour = statement((q, p: { person: string }) =>
  q
    .selectFrom('contacts')
    .select(['starts_at', 'behaviour'])
    .where('person_id', '=', p.person)
    .where('behaviour', 'is not', null)
    .where('voided', 'is', null)
    .orderBy('starts_at', 'desc')
    .limit(1),
);
const target = statement((q, p: { person: string; case: string | null }) =>
  q
    .selectFrom('people')
    .leftJoin('cases', (join) => join.on('cases.id', '=', p.case).onRef('cases.person_id', '=', 'people.id'))
    .select([
      'people.neighbourhood_id as scope',
      'people.merged_into',
      'people.voided',
      'cases.id as case_id',
      'cases.state as case_state',
      'cases.status as case_status',
    ])
    .where('people.id', '=', p.person),
);
const openCases = statement((q, p: { person: string }) =>
  q
    .selectFrom('caseload')
    .innerJoin('neighbourhoods', 'neighbourhoods.id', 'caseload.neighbourhood_id')
    .leftJoin('workers', 'workers.id', 'caseload.coordinator_id')
    .select([
      'caseload.case_id',
      'caseload.neighbourhood_id',
      'neighbourhoods.name as neighbourhood',
      'caseload.status',
      'caseload.opened_on',
      'caseload.coordinator_id',
      'caseload.behaviourist_id',
      'workers.name as coordinator',
      'caseload.tier',
      'caseload.last_contact_at',
      'caseload.missed_in_row',
    ])
    .where('caseload.person_id', '=', p.person)
    .where('caseload.status', '<>', 'closed')
    .orderBy('caseload.opened_on'),
);
const person = statement((q, p: { id: string }) =>
  q.selectFrom('people').select(['id', 'name', 'birth', 'nhs_number', 'death']).where('id', '=', p.id),
);
const personOfCase = statement((q, p: { id: string }) =>
  q.selectFrom('cases').select('person_id').where('id', '=', p.id),
);
const groupById = statement((q, p: { id: string }) =>
  q
    .selectFrom('group_sessions')
    .select((select) => [
      'id',
      'title',
      'worker_id',
      select
        .selectFrom('contacts')
        .select((count) => count.fn.countAll<number>().as('people'))
        .where('group_id', '=', p.id)
        .where('voided', 'is', null)
        .as('people'),
    ])
    .where('id', '=', p.id),
);

/** A contact, or undefined. */
export const findContact = (read: ReadHandle, id: string): ContactRow | undefined => read.get(byId, { id });

/** Contacts with a person that were planned for before `until` and have no outcome, newest first, at most five. */
export const plannedContacts = (read: ReadHandle, personId: string, until: string): ContactRow[] =>
  read.all(planned, { person: personId, until });

/** The newest contact with a person that recorded behaviour-change work. */
export const lastBehaviour = (read: ReadHandle, personId: string) => read.get(lastWithBehaviour, { person: personId });

/** Where a contact with this person would belong: their scope, and the case if it is theirs. */
export const contactTarget = (read: ReadHandle, personId: string, caseId: string | null) =>
  read.get(target, { person: personId, case: caseId });

/** A person's cases that are not closed, oldest first, from the caseload. */
export const openCasesOf = (read: ReadHandle, personId: string) => read.all(openCases, { person: personId });

/** Whom a contact is with, as stored. */
export const findContactPerson = (read: ReadHandle, id: string) => read.get(person, { id });

/** Whose case it is. */
export const personIdOfCase = (read: ReadHandle, id: string): string | undefined =>
  read.get(personOfCase, { id })?.person_id;

/** A group session with the number of people in it. */
export const findGroup = (read: ReadHandle, id: string) => read.get(groupById, { id });
