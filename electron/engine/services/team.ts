import type { team as contract } from '../../../shared/contract/team.ts';
import { type Role, roles } from '../../../shared/domain/permissions.ts';
import type { Services } from '../context.ts';
import { listNeighbourhoods } from '../store/places.ts';
import { workersOf } from '../store/team.ts';

export const team: Services<typeof contract> = {
  'team.workers': ({ read, today }, { neighbourhoodId, role }) => {
    const places = new Map(listNeighbourhoods(read).map(({ id, name }) => [id, name]));
    const found = workersOf(read, {
      neighbourhoods: neighbourhoodId ? [neighbourhoodId] : null,
      role: role ?? null,
      today,
    });
    return {
      workers: found.map((worker) => ({
        id: worker.id,
        name: worker.name,
        job: worker.job,
        organisation: worker.organisation,
        roles: listOf(worker.roles).filter((value): value is Role => roles.some((known) => known === value)),
        neighbourhoods: listOf(worker.neighbourhoods).map((id) => ({ id, name: places.get(id) ?? id })),
        cases: worker.cases,
        awayUntil: worker.away_until,
      })),
    };
  },
};

const listOf = (json: string): string[] => JSON.parse(json) as string[];
