import type { PersonPatch } from '../../../shared/domain/person-fields.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QueryContext } from '../context.ts';
import { findNeighbourhood, findPractice } from '../store/places.ts';

/** Nobody in England was documented to live longer; an earlier birth is a slip of the century. */
const oldest = 120;

/** What is known of the person beside the patch. */
interface Known {
  readonly birth?: PersonPatch['birth'];
  readonly death?: PersonPatch['death'];
}

/**
 * Checks fields of a person against today, each other and the places on record; their shape is checked already.
 * @param at where the patch stands in the input, so that each problem names its field
 * @throws AppError `bad-input` with every problem found; the sentences never repeat a value
 */
export function checkPerson({ read, today }: QueryContext, patch: PersonPatch, at: string, known: Known = {}): void {
  const problems: { path: string; message: string }[] = [];
  const add = (path: string, message: string) => problems.push({ path: `${at}.${path}`, message });
  const birth = patch.birth === undefined ? known.birth : patch.birth;
  const death = patch.death === undefined ? known.death : patch.death;
  const born = birth && ('date' in birth ? birth.date : `${birth.year}-01-01`);
  if (patch.birth && born) {
    const path = 'date' in patch.birth ? 'birth.date' : 'birth.year';
    if (born > today) add(path, 'The birth is in the future');
    else if (Number(born.slice(0, 4)) < Number(today.slice(0, 4)) - oldest)
      add(path, `The birth is more than ${oldest} years ago`);
  }
  if (patch.death?.date !== undefined && patch.death.date > today)
    add('death.date', 'The date of death is in the future');
  if (death?.date !== undefined && born && death.date < born)
    add(patch.death ? 'death.date' : 'birth', 'The date of death is before the birth');
  const past: Record<string, string | undefined> = {
    'address.since': patch.address?.since,
    'residence.since': patch.residence?.since,
    'deprivation.asOf': patch.deprivation?.asOf,
    'frailty.asOf': patch.frailty?.asOf,
    'admissions.asOf': patch.admissions?.asOf,
  };
  for (const [path, date] of Object.entries(past))
    if (date !== undefined && date > today) add(path, 'The date is in the future');
  const { preferred = [], forbidden = [] } = patch.contactWays ?? {};
  if (preferred.some((way) => forbidden.includes(way)))
    add('contactWays.forbidden', 'A way of contact cannot be both preferred and forbidden');
  if (patch.practiceId && !findPractice(read, patch.practiceId)) add('practiceId', 'There is no such practice');
  for (const field of ['neighbourhoodId', 'residenceNeighbourhoodId'] as const) {
    const id = patch[field];
    if (id && !findNeighbourhood(read, id)) add(field, 'There is no such neighbourhood');
  }
  if (problems.length > 0)
    throw new AppError(
      'bad-input',
      'Some of this cannot be accepted. Check the marked fields and try again.',
      problems,
    );
}
