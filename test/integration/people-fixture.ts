import { columnsOf } from '../../electron/engine/store/person-columns.ts';
import { nameColumn } from '../../electron/engine/store/person-name.ts';
import type { PersonName } from '../../shared/domain/name.ts';
import type { PersonPatch } from '../../shared/domain/person-fields.ts';
import type { CareTeam } from './care-team.ts';

/** Puts a synthetic person on record in a neighbourhood, past the rules of registration; returns the id. */
export function addPerson(
  team: CareTeam,
  name: PersonName,
  at: string,
  fields: Omit<PersonPatch, 'name' | 'neighbourhoodId'> = {},
): string {
  return team.write((journal) =>
    journal.insert(
      'people',
      { ...columnsOf(fields), name: nameColumn(name), neighbourhood_id: at, neighbourhood_by_hand: 1 },
      at,
    ),
  );
}

/** Opens a case for a person, past the rules of opening; returns the id. */
export function addCase(team: CareTeam, personId: string, at: string, coordinator: string | null): string {
  return team.write((journal) => {
    const state = JSON.stringify({ status: 'open', on: '2026-11-02' });
    const id = journal.insert(
      'cases',
      { person_id: personId, neighbourhood_id: at, state, opened_on: '2026-11-02' },
      at,
    );
    if (coordinator)
      journal.insert(
        'case_roles',
        { case_id: id, role: 'coordinator', worker_id: coordinator, started_at: team.now },
        at,
      );
    return id;
  });
}

/** Raises a flag, past the rules; returns the id. */
export function addFlag(team: CareTeam, personId: string, code: string, reason: string | null = null): string {
  const row = { person_id: personId, code, started_on: '2026-11-01', reason, recorded_by: team.ids.lead };
  return team.write((journal) => journal.insert('flags', row, 'n01'));
}
