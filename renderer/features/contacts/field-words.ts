import { formatDate, formatInstant } from '../../../shared/domain/british-date.ts';
import type { CodeListName } from '../../../shared/domain/code-lists.ts';
import { ratingWords } from '../../../shared/domain/goal-rating.ts';
import { wordsFor } from './words.ts';

const labels: Readonly<Record<string, string>> = {
  startsAt: 'When',
  attendance: 'How it went',
  mechanism: 'How',
  minutes: 'Minutes',
  subject: 'Who was seen',
  location: 'Where',
  cancellation: 'Why cancelled',
  consultationType: 'First or follow-up',
  activities: 'What was done',
  purpose: 'What it was for',
  note: 'Note',
  jointWith: 'Joint visit with',
  nextDueOn: 'Next contact due by',
  behaviour: 'Behaviour change',
  interventions: 'Brief interventions',
  worker: 'Worker',
  case: 'Case',
};

const lists: Readonly<Record<string, CodeListName>> = {
  attendance: 'attendance',
  mechanism: 'consultation-mechanism',
  subject: 'contact-subject',
  location: 'activity-location',
  consultationType: 'consultation-type',
  activities: 'activity-type',
  purpose: 'contact-purpose',
  techniques: 'behaviour-technique',
  stage: 'stage-of-change',
  reason: 'cancellation-reason',
  code: 'brief-intervention',
  response: 'brief-intervention-response',
};

/** What a field of a contact is called. */
export const fieldLabel = (field: string): string => labels[field] ?? field;

/** A value from a contact's history in words. */
export function fieldWords(field: string, value: unknown): string {
  if (value === null || value === '') return 'nothing';
  if (Array.isArray(value)) return value.map((each) => fieldWords(field, each)).join(', ') || 'nothing';
  if (typeof value === 'object') return objectWords(value);
  const text = String(value);
  if (field === 'startsAt') return formatInstant(text);
  if (field === 'nextDueOn') return formatDate(text);
  if (field === 'case') return 'another case';
  const list = lists[field];
  return list === undefined ? text : wordsFor(list, text);
}

function objectWords(value: object): string {
  const named: Record<string, unknown> = { ...value };
  if ('goal' in named) return `${named.goal}: ${ratingWords(Number(named.rating)).toLowerCase()}`;
  if ('code' in named)
    return `${fieldWords('code', named.code)}: ${fieldWords('response', named.response).toLowerCase()}`;
  if ('reason' in named) return fieldWords('reason', named.reason);
  const said = Object.entries(named).filter(
    ([, part]) => part !== null && part !== '' && !(Array.isArray(part) && part.length === 0),
  );
  return said.map(([name, part]) => `${name} ${fieldWords(name, part)}`).join('; ');
}
