import type { places as contract } from '../../../shared/contract/places.ts';
import type { Services } from '../context.ts';
import { listNeighbourhoods, listPractices } from '../store/places.ts';
import { listOrganisations } from '../store/staff.ts';

export const places: Services<typeof contract> = {
  'places.list': ({ read }) => ({
    neighbourhoods: listNeighbourhoods(read).map(({ id, name }) => ({ id, name })),
    practices: listPractices(read).map(({ id, name }) => ({ id, name })),
    organisations: listOrganisations(read).map(({ id, name }) => ({ id, name })),
  }),
};
