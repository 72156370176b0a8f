import organisations from '../../resources/organisations.json' with { type: 'json' };
import localities from '../../resources/places/localities.json' with { type: 'json' };
import neighbourhoods from '../../resources/places/neighbourhoods.json' with { type: 'json' };
import practices from '../../resources/places/practices.json' with { type: 'json' };
import type { Journal } from './journal/record.ts';
import { seedPathways } from './shipped-pathways.ts';

/** Neighbourhoods as shipped, for choosing before there is a store. */
export function shippedNeighbourhoods(): { id: string; name: string; locality: string }[] {
  const names = new Map(localities.localities.map(({ id, name }) => [id, name]));
  return neighbourhoods.neighbourhoods.map(({ id, name, locality }) => ({
    id,
    name,
    locality: names.get(locality) ?? locality,
  }));
}

/** Writes the shipped places, organisations and pathway templates into a new store. An administrator may edit them afterwards. */
export function seedReference(journal: Journal): void {
  for (const { id, name } of localities.localities) journal.insert('localities', { id, name }, 'city');
  for (const place of neighbourhoods.neighbourhoods)
    journal.insert(
      'neighbourhoods',
      {
        id: place.id,
        name: place.name,
        locality_id: place.locality,
        population: place.population,
        naming: place.status,
        started_on: place.validFrom,
      },
      'city',
    );
  for (const practice of practices.practices)
    journal.insert(
      'practices',
      {
        id: practice.code,
        ods_code: practice.code,
        name: practice.name,
        neighbourhood_id: practice.neighbourhood,
        list_size: practice.listSize,
        naming: practice.status,
        started_on: practice.validFrom,
      },
      'city',
    );
  for (const { id, name, kind } of organisations.organisations)
    journal.insert('organisations', { id, name, kind }, 'city');
  seedPathways(journal);
}
