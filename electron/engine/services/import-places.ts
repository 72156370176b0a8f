import { can } from '../../../shared/domain/permissions.ts';
import type { QueryContext, Session } from '../context.ts';
import type { ListPlace } from '../imports/new-record.ts';
import type { Issue, ParsedPerson } from '../imports/parsed-person.ts';
import { relationTo } from '../relationship.ts';
import type { StoredPerson } from '../store/people.ts';
import { listNeighbourhoods, listPractices } from '../store/places.ts';
import { inOwnPlaces } from './people-search.ts';

/** Where the people of a list belong, and which of them this worker may take in. */
export interface ListPlaces {
  /** The place of a new person, or why there is none. */
  forNew(person: ParsedPerson): { readonly place: ListPlace } | { readonly problem: Issue };
  /** The place that the practice named in a row gives somebody on record; null when it names none that is known. */
  forKnown(person: ParsedPerson): ListPlace | null;
}

/** Administrators bring in registers for every team; others write only where their own work is. */
const everywhere = (session: Session): boolean => session.roles.includes('admin');

/** Neighbourhoods into which a worker may import, by name. */
export function importableNeighbourhoods({ read, session }: QueryContext): { id: string; name: string }[] {
  return listNeighbourhoods(read)
    .filter(({ id }) => everywhere(session) || session.neighbourhoods.includes(id))
    .map(({ id, name }) => ({ id, name }));
}

/** Whether the worker may change this record by an import: the relationship rule, or an administrator. */
export function mayChange({ read, session, now }: QueryContext, person: StoredPerson): boolean {
  return (
    everywhere(session) || inOwnPlaces(session, person) || (relationTo(read, session, person.id, now) ?? null) !== null
  );
}

/** Whether restricted flags of a list may be taken in by this worker. */
export const mayBringRestricted = (session: Session): boolean => can(session.roles, 'restricted.read');

/**
 * The places of a list. A person belongs to the neighbourhood of the practice that the row names, else to the one chosen
 * for the list.
 */
export function placesOfList(context: QueryContext, chosen: string | null): ListPlaces {
  const practices = new Map(
    listPractices(context.read).map(({ id, ods_code, neighbourhood_id }) => [
      ods_code,
      { practiceId: id, neighbourhoodId: neighbourhood_id } satisfies ListPlace,
    ]),
  );
  const allowed = new Set(importableNeighbourhoods(context).map(({ id }) => id));
  const behaviourists = new Set(context.session.practices);
  const known = ({ practiceCode }: ParsedPerson) => (practiceCode ? (practices.get(practiceCode) ?? null) : null);
  const error = (message: string): { problem: Issue } => ({
    problem: { severity: 'error', field: 'practiceCode', column: null, message },
  });
  return {
    forKnown: known,
    forNew: (person) => {
      const place = known(person);
      if (place && !allowed.has(place.neighbourhoodId) && !behaviourists.has(place.practiceId ?? ''))
        return error('The practice belongs to the neighbourhood of another team. Ask that team to import the row.');
      if (place) return { place };
      if (chosen !== null && allowed.has(chosen)) return { place: { practiceId: null, neighbourhoodId: chosen } };
      return error(
        person.practiceCode === undefined
          ? 'The row names no practice. Choose a neighbourhood for such rows with the columns.'
          : 'The practice is none of those on record. Choose a neighbourhood for such rows with the columns.',
      );
    },
  };
}
