import type { ReadHandle } from '../store/handles.ts';
import { statement } from '../store/statements.ts';
import { atLondon, instant } from './calendar.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';
import { homePlace } from './sizes.ts';
import type { Run, Stage } from './stage.ts';

/** Puts a person on record at an instant; `nhsNumber` where it is not a fresh one. */
export type Register = (person: Person, at: number, on: string, nhsNumber?: () => string | null) => void;

const numberOf = statement((q, p: { id: string }) =>
  q.selectFrom('people').select('nhs_number').where('id', '=', p.id),
);

/**
 * What a review queue is for: the same people registered twice, a case with two coordinators, somebody with two open
 * cases in one neighbourhood.
 */
export function plantFindings(
  stage: Stage,
  runs: readonly Run[],
  read: ReadHandle,
  register: Register,
  random: Random,
): void {
  const last = stage.days.at(-1) ?? '';
  let minute = 17 * 60;
  const now = () => {
    minute += 1;
    return atLondon(last, minute);
  };
  for (const [index, team] of stage.teams.entries()) {
    const open = runs.filter(({ plan, status }) => plan.team === team && status === 'open' && plan.person.age > 20);
    const some = random.some(open, team.place.id === homePlace ? 6 : 1);
    some.forEach(({ plan: { person } }, at) => {
      if ((index + at) % 2 === 0)
        register(
          twinOf(person, false, random),
          now(),
          last,
          () => read.get(numberOf, { id: person.id })?.nhs_number ?? null,
        );
      else register(twinOf(person, true, random), now(), last, () => null);
    });
  }
  const home = runs.filter(
    ({ plan, status, seen }) => plan.team.place.id === homePlace && status === 'open' && seen > 1,
  );
  const [shared, twice] = home;
  if (shared) addCoordinator(stage, shared, now());
  if (twice) openAgain(stage, twice, now(), last);
}

/** The same person as a second desk would write them down. */
function twinOf(person: Person, misspelt: boolean, random: Random): Person {
  const { name } = person;
  const written = misspelt
    ? { ...name, family: slip(name.family, random) }
    : { family: name.family, given: name.preferred ?? name.given };
  return {
    ...person,
    id: '',
    name: written,
    landline: null,
    email: null,
    health: { ...person.health, conditions: [], flags: [] },
  };
}

/** One letter doubled or two exchanged, inside the name. */
function slip(name: string, random: Random): string {
  const at = random.int(1, Math.max(1, name.length - 3));
  return random.chance(0.5)
    ? name.slice(0, at) + name.charAt(at) + name.slice(at)
    : name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
}

function addCoordinator(stage: Stage, run: Run, at: number): void {
  const other = run.plan.team.coordinators.find(({ id, leavesOn }) => id !== run.coordinator?.id && leavesOn === null);
  if (!other) return;
  stage.desk
    .act(at, other.id)
    .insert(
      'case_roles',
      { case_id: run.caseId, role: 'coordinator', worker_id: other.id, started_at: instant(at) },
      run.plan.team.place.id,
    );
}

function openAgain(stage: Stage, run: Run, at: number, on: string): void {
  const { team, person } = run.plan;
  const other = team.coordinators.find(({ id, leavesOn }) => id !== run.coordinator?.id && leavesOn === null);
  if (!other) return;
  const journal = stage.desk.act(at, other.id);
  const case_id = journal.insert(
    'cases',
    {
      person_id: person.id,
      neighbourhood_id: team.place.id,
      state: JSON.stringify({ status: 'open', on }),
      opened_on: on,
      source: '06',
      purpose: 'Referred again by the ward.',
    },
    team.place.id,
  );
  journal.insert(
    'case_roles',
    { case_id, role: 'coordinator', worker_id: other.id, started_at: instant(at) },
    team.place.id,
  );
}
