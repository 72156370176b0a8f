import type { NewPerson, PersonPatch } from '../../../shared/domain/person-fields.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QueryContext } from '../context.ts';
import type { ReadHandle } from '../store/handles.ts';
import type { StoredPerson } from '../store/people.ts';
import { columnsOf, type PersonColumns, parseJson } from '../store/person-columns.ts';
import { findPractice } from '../store/places.ts';
import { checkPerson } from './person-checks.ts';

/** A number that was typed in is on record, but nobody has asked the national service about it. */
const notTraced = '02';

/**
 * The columns that an edit changes. A person belongs to the neighbourhood of the practice, unless it was set by hand:
 * another practice moves the person, a neighbourhood given stays whatever the practice, and none gives it back.
 * @throws AppError `bad-input`
 */
export function editedColumns(context: QueryContext, person: StoredPerson, patch: PersonPatch): PersonColumns {
  checkPerson(context, patch, 'patch', {
    birth: parseJson<NonNullable<PersonPatch['birth']>>(person.birth),
    death: parseJson<NonNullable<PersonPatch['death']>>(person.death),
  });
  const columns: PersonColumns = { ...columnsOf(patch), ...movedTo(context.read, person, patch) };
  if (patch.nhsNumber !== undefined && patch.nhsNumberStatus === undefined && patch.nhsNumber !== person.nhs_number)
    columns.nhs_number_status = patch.nhsNumber === null ? null : notTraced;
  return columns;
}

function movedTo(read: ReadHandle, person: StoredPerson, patch: PersonPatch): PersonColumns {
  const practiceId = patch.practiceId === undefined ? person.practice_id : patch.practiceId;
  const practice = practiceId ? findPractice(read, practiceId) : undefined;
  if (patch.neighbourhoodId)
    return { neighbourhood_id: patch.neighbourhoodId, neighbourhood_by_hand: byHand(patch.neighbourhoodId, practice) };
  const returned = patch.neighbourhoodId === null;
  if (!returned && (patch.practiceId === undefined || person.neighbourhood_by_hand === 1)) return {};
  if (practice) return { neighbourhood_id: practice.neighbourhood_id, neighbourhood_by_hand: 0 };
  if (returned)
    throw new AppError('bad-input', 'Without a practice the neighbourhood has to be chosen by hand.', [
      { path: 'patch.neighbourhoodId', message: 'Choose a neighbourhood, or a practice' },
    ]);
  // The practice was taken away: the person stays where they are, now by hand.
  return { neighbourhood_by_hand: 1 };
}

const byHand = (neighbourhood: string, practice: { neighbourhood_id: string } | undefined): number =>
  practice?.neighbourhood_id === neighbourhood ? 0 : 1;

/**
 * The columns of a new person, with the neighbourhood given or that of the practice.
 * @throws AppError `bad-input`
 */
export function newColumns(context: QueryContext, person: NewPerson) {
  checkPerson(context, person, 'person');
  const practice = person.practiceId ? findPractice(context.read, person.practiceId) : undefined;
  const neighbourhood = person.neighbourhoodId ?? practice?.neighbourhood_id;
  const columns = columnsOf(person);
  const { name } = columns;
  if (!neighbourhood || !name)
    throw new AppError('bad-input', 'Choose a practice or a neighbourhood.', [
      { path: 'person.practiceId', message: 'Choose a practice or a neighbourhood' },
    ]);
  return {
    ...columns,
    name,
    nhs_number_status: person.nhsNumberStatus ?? (person.nhsNumber ? notTraced : null),
    neighbourhood_id: neighbourhood,
    neighbourhood_by_hand: byHand(neighbourhood, practice),
  };
}
