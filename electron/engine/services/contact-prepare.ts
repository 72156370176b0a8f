import type { z } from 'zod';
import type { contacts as contract } from '../../../shared/contract/contacts.ts';
import { addDays } from '../../../shared/domain/british-date.ts';
import { codeLabel } from '../../../shared/domain/code-lists.ts';
import { startOfDay } from '../../../shared/domain/london-time.ts';
import type { NeedTier } from '../../../shared/domain/need-tier-table.ts';
import { contactInterval } from '../../../shared/domain/next-due.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QueryContext, Session } from '../context.ts';
import { shownHeads } from '../journal/record.ts';
import { listColleagues, unknownWorker, workersById } from '../store/colleagues.ts';
import { activeGoalsOf } from '../store/contact-ratings.ts';
import {
  findContact,
  findContactPerson,
  lastBehaviour,
  openCasesOf,
  personIdOfCase,
  plannedContacts,
} from '../store/contacts.ts';
import { findDraft } from '../store/drafts.ts';
import type { ReadHandle } from '../store/handles.ts';
import { parseJson } from '../store/person-columns.ts';
import { nameOf } from '../store/person-name.ts';
import { lastChoices } from './contact-choices.ts';

type Input = z.output<(typeof contract)['contacts.prepare']['input']>;
type Prepared = z.input<(typeof contract)['contacts.prepare']['output']>;
type OpenCase = ReturnType<typeof openCasesOf>[number];

/** The draft of a person's entry is kept under the person; without a person yet, under this. */
const newDraft = 'new';
export const contactDraft = (personId: string | null) => ({ kind: 'contact', key: personId ?? newDraft });

/** Everything that the panel for a new contact begins with, in one answer. */
export function prepareContact({ read, session, today }: QueryContext, input: Input): Prepared {
  const personId = input.personId ?? (input.caseId === null ? null : (personIdOfCase(read, input.caseId) ?? null));
  const cases = personId === null ? [] : openCasesOf(read, personId);
  const caseId = input.caseId ?? likelyCase(cases, session);
  const own = cases.find((found) => found.case_id === caseId);
  return {
    person: personId === null ? null : contactPersonOf(read, personId),
    cases: cases.map((found) => ({
      id: found.case_id,
      neighbourhood: found.neighbourhood,
      status: found.status,
      openedOn: found.opened_on,
      coordinator: found.coordinator,
    })),
    caseId,
    choices: lastChoices(read, session.workerId, session.roles),
    first: own !== undefined && own.last_contact_at === null,
    missedInRow: own?.missed_in_row ?? 0,
    planned: personId === null ? [] : plannedOf(read, personId, startOfDay(addDays(today, 1)), input.contactId),
    due: own?.status === 'open' ? dueBy(own.tier as NeedTier, today) : null,
    lastBehaviour: personId === null ? null : behaviourOf(read, personId),
    goals: personId === null ? [] : goalsOf(read, personId),
    behaviourOpen: session.roles.includes('behaviourist'),
    colleagues: colleaguesOf(read, session, today),
    draft: findDraft(read, { worker: session.workerId, ...contactDraft(personId) }),
  };
}

/** The case that a contact of this worker most likely belongs to: their own, else one of their neighbourhoods, else any. */
export function likelyCase(cases: readonly OpenCase[], { workerId, neighbourhoods }: Session): string | null {
  const own = cases.find((found) => found.coordinator_id === workerId || found.behaviourist_id === workerId);
  const near = cases.find((found) => neighbourhoods.includes(found.neighbourhood_id));
  return (own ?? near ?? cases[0])?.case_id ?? null;
}

/** The workers that one may name in an entry: those of the own neighbourhoods' teams, without oneself. */
export const colleaguesOf = (read: ReadHandle, { workerId, neighbourhoods }: Session, today: string) =>
  listColleagues(read, neighbourhoods, today).filter(({ id }) => id !== workerId);

/** Whom a contact is with. */
export function contactPersonOf(read: ReadHandle, id: string) {
  const row = findContactPerson(read, id);
  if (!row) throw new AppError('not-found', 'This entry is not on this device. Search again, or exchange first.');
  return {
    id,
    name: nameOf(row.name),
    birth: row.birth === null ? null : JSON.parse(row.birth),
    nhsNumber: row.nhs_number,
    deceased: row.death !== null,
  };
}

function plannedOf(read: ReadHandle, personId: string, until: string, asked: string | null): Prepared['planned'] {
  const due = plannedContacts(read, personId, until);
  const other = asked === null || due.some(({ id }) => id === asked) ? undefined : findContact(read, asked);
  const open = other?.person_id === personId && other.attendance === null && other.voided === null;
  const rows = open ? [other, ...due] : due;
  const workers = workersById(
    read,
    rows.map((row) => row.worker_id),
  );
  return rows.map((row) => ({
    id: row.id,
    heads: shownHeads(read, row),
    startsAt: row.starts_at,
    mechanism: row.mechanism,
    minutes: row.minutes,
    location: row.location,
    purpose: row.purpose,
    note: row.note ?? '',
    worker: workers.get(row.worker_id) ?? unknownWorker(row.worker_id),
  }));
}

function dueBy(tier: NeedTier, today: string): Prepared['due'] {
  const days = contactInterval(tier);
  return { on: addDays(today, days), sentence: `${codeLabel('need-tier', tier)}: within ${days} days.` };
}

function goalsOf(read: ReadHandle, personId: string): Prepared['goals'] {
  return activeGoalsOf(read, personId).map(({ id, words, scale, last_rating }) => ({
    id,
    words,
    scale: parseJson<Record<string, string>>(scale),
    lastRating: last_rating,
  }));
}

function behaviourOf(read: ReadHandle, personId: string): Prepared['lastBehaviour'] {
  const found = lastBehaviour(read, personId);
  return found?.behaviour ? { at: found.starts_at, ...JSON.parse(found.behaviour) } : null;
}
