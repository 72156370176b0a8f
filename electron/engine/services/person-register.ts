import type { people as contract } from '../../../shared/contract/people.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Services } from '../context.ts';
import { openCase } from './case-opening.ts';
import { candidatesFor, matchableOf } from './duplicates.ts';
import { inOwnPlaces } from './people-search.ts';
import { newColumns } from './person-edit.ts';

/** Putting a person on record. */
export const personRegister: Pick<Services<typeof contract>, 'people.register'> = {
  'people.register': (context, input) => {
    const { session, journal } = context;
    const columns = newColumns(context, input.person);
    const place = { neighbourhood_id: columns.neighbourhood_id, practice_id: columns.practice_id ?? null };
    if (!inOwnPlaces(session, place))
      throw new AppError(
        'rule',
        'This practice or neighbourhood belongs to another team. Ask that team to register the person, or choose one of yours.',
      );
    const { address, ...draft } = input.person;
    const candidates = candidatesFor(context, matchableOf({ ...draft, postcode: address?.postcode }));
    if (candidates.some(({ person }) => !input.acknowledged.includes(person.id)))
      throw new AppError(
        'possible-duplicate',
        'This person may be on record already. Look at the people found; if it is none of them, say so and go on.',
        { candidates },
      );
    const personId = journal.insert('people', columns, columns.neighbourhood_id);
    const begun = input.openCase ? openCase(context, { ...input.openCase, personId }) : null;
    return { personId, caseId: begun?.caseId ?? null, caseStatus: begun?.status ?? null };
  },
};
