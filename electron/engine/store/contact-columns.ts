import type { Insertable, Updateable } from 'kysely';
import type { z } from 'zod';
import type { ContactView, contactFields } from '../../../shared/contract/contact-entry.ts';
import type { ContactRow } from './contacts.ts';
import type { Contacts } from './tables.ts';

type Meta = 'id' | 'scope' | 'origin';
type Columns = Omit<Updateable<Contacts>, Meta>;

/** What is typed about a contact. */
export type ContactFields = { [F in keyof typeof contactFields]: z.output<(typeof contactFields)[F]> };
export type ContactField = keyof ContactFields;
export type ContactPatch = { [F in ContactField]?: ContactFields[F] | undefined };

/** How each field is kept: the one place where names of the contract and of columns meet. Null, '' and no work are no value. */
export const contactColumns = {
  startsAt: { column: 'starts_at', as: 'plain' },
  attendance: { column: 'attendance', as: 'plain' },
  mechanism: { column: 'mechanism', as: 'plain' },
  minutes: { column: 'minutes', as: 'plain' },
  subject: { column: 'subject', as: 'plain' },
  location: { column: 'location', as: 'plain' },
  cancellation: { column: 'cancellation', as: 'json' },
  consultationType: { column: 'consultation_type', as: 'plain' },
  activities: { column: 'activities', as: 'list' },
  purpose: { column: 'purpose', as: 'plain' },
  note: { column: 'note', as: 'plain' },
  jointWith: { column: 'joint_with', as: 'list' },
  nextDueOn: { column: 'next_due_on', as: 'plain' },
  behaviour: { column: 'behaviour', as: 'json' },
  interventions: { column: 'interventions', as: 'list' },
} as const satisfies Record<ContactField, { column: keyof ContactRow; as: 'plain' | 'json' | 'list' }>;

const fieldOfColumn = new Map<string, ContactField>(
  Object.entries(contactColumns).map(([field, { column }]) => [column, field as ContactField]),
);

/** The field that a column of `contacts` holds, if it is one that people type. */
export const contactFieldOf = (column: string): ContactField | undefined => fieldOfColumn.get(column);

/** What a stored contact says with a patch over it. */
export function patched(row: ContactRow, patch: ContactPatch): StoredFields & ContactFields {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  return { ...fieldsOf(row), ...Object.fromEntries(given) } as StoredFields & ContactFields;
}

/** Fields as columns; those not given are not there. JSON keeps the key order of the schema, so equal values are equal text. */
export function columnsOf(fields: ContactPatch): Columns {
  const columns: Record<string, string | number | null> = {};
  for (const [field, value] of Object.entries(fields)) {
    const kept = contactColumns[field as ContactField];
    if (value === undefined || !kept) continue;
    columns[kept.column] =
      kept.as === 'list'
        ? JSON.stringify(value)
        : kept.as === 'json'
          ? jsonOf(value)
          : plainOf(value as string | number | null);
  }
  return columns as Columns;
}

/** A new row of `contacts`. */
export function newContact(
  of: { caseId: string | null; personId: string; workerId: string; groupId?: string },
  fields: Partial<ContactFields> & Pick<ContactFields, 'startsAt' | 'mechanism'>,
): Omit<Insertable<Contacts>, Meta> {
  return {
    case_id: of.caseId,
    person_id: of.personId,
    worker_id: of.workerId,
    group_id: of.groupId ?? null,
    activities: '[]',
    joint_with: '[]',
    interventions: '[]',
    ...columnsOf(fields),
  } as Omit<Insertable<Contacts>, Meta>;
}

const plainOf = (value: string | number | null) => (value === '' ? null : value);
const jsonOf = (value: unknown) => (value === null || isEmptyWork(value) ? null : JSON.stringify(value));

/** An object in which nothing was said. */
function isEmptyWork(value: unknown): boolean {
  return Object.values(value as object).every(
    (part) => part === null || part === '' || (Array.isArray(part) && part.length === 0),
  );
}

/** The typed part of a stored contact, as answers show it. */
export type StoredFields = Omit<Pick<ContactView, ContactField>, 'jointWith'> & { jointWith: string[] };

/** What a stored contact says. */
export function fieldsOf(row: ContactRow): StoredFields {
  return {
    startsAt: row.starts_at,
    attendance: row.attendance,
    mechanism: row.mechanism,
    minutes: row.minutes,
    subject: row.subject,
    location: row.location,
    cancellation: row.cancellation === null ? null : JSON.parse(row.cancellation),
    consultationType: row.consultation_type,
    activities: JSON.parse(row.activities),
    purpose: row.purpose,
    note: row.note ?? '',
    jointWith: JSON.parse(row.joint_with),
    nextDueOn: row.next_due_on,
    behaviour: row.behaviour === null ? null : JSON.parse(row.behaviour),
    interventions: JSON.parse(row.interventions),
  };
}
