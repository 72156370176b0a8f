import type { z } from 'zod';
import type { people as contract } from '../../../shared/contract/people.ts';
import type { DuplicateCandidate } from '../../../shared/contract/person-view.ts';
import { parseNhsNumber } from '../../../shared/domain/nhs-number.ts';
import { normalisePostcode } from '../../../shared/domain/postcode.ts';
import type { QueryContext, Services } from '../context.ts';
import { blockingKeys, type MatchablePerson, type MatchReason, matchReasons } from '../derived/person-matching.ts';
import type { ReadHandle } from '../store/handles.ts';
import { matchablePeople, peopleByKeys } from '../store/people.ts';
import { nameOf } from '../store/person-name.ts';
import { personRows } from './person-rows.ts';

type Draft = z.output<(typeof contract)['people.duplicates']['input']>['draft'];

export const duplicates: Pick<Services<typeof contract>, 'people.duplicates'> = {
  'people.duplicates': (context, { draft }) => ({
    candidates: candidatesFor(context, matchableOf(draft), draft.personId),
  }),
};

/** A draft as the matching rules compare it; what is not whole yet does not count. */
export function matchableOf(draft: Omit<Draft, 'personId'>): MatchablePerson {
  const nhsNumber = parseNhsNumber(draft.nhsNumber ?? '');
  return {
    name: draft.name,
    birthDate: draft.birth && 'date' in draft.birth ? draft.birth.date : null,
    nhsNumber: nhsNumber.ok ? nhsNumber.value : null,
    postcode: normalisePostcode(draft.postcode ?? ''),
  };
}

/** Most telling first: each rule counts for more than all that come after it. */
const strength = [
  'name-and-postcode',
  'swapped-birth-date-and-name',
  'birth-date-and-swapped-name',
  'birth-date-and-name',
  'nhs-number',
] as const;
const weightOf = (reasons: readonly MatchReason[]) =>
  reasons.reduce((sum, { rule }) => sum + 2 ** strength.indexOf(rule), 0);

/** People on record who may be this person, the likeliest first. `except` is the person's own id. */
export function candidatesFor(context: QueryContext, person: MatchablePerson, except?: string): DuplicateCandidate[] {
  const found = matchesOf(context.read, person, except);
  const rows = new Map(personRows(context, [...found.keys()]).map((row) => [row.id, row]));
  return [...found].flatMap(([id, reasons]) => {
    const row = rows.get(id);
    return row ? [{ person: row, reasons }] : [];
  });
}

/** Ids with reasons, the likeliest first. */
export function matchesOf(read: ReadHandle, person: MatchablePerson, except?: string): Map<string, MatchReason[]> {
  const ids = peopleByKeys(read, blockingKeys(person)).filter((id) => id !== except);
  const found = matchablePeople(read, ids).flatMap((stored) => {
    const reasons = matchReasons(person, {
      name: nameOf(stored.name),
      birthDate: stored.birth_date,
      nhsNumber: stored.nhs_number,
      postcode: stored.postcode,
    });
    return reasons.length > 0 ? [[stored.id, reasons] as const] : [];
  });
  return new Map(found.sort((a, b) => weightOf(b[1]) - weightOf(a[1]) || (a[0] < b[0] ? -1 : 1)));
}
