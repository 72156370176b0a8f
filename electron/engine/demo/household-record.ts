import { addDays } from '../../../shared/domain/british-date.ts';
import type { CodeOf } from '../../../shared/domain/code-lists.ts';
import { fullName } from '../../../shared/domain/name.ts';
import type { Journal } from '../journal/record.ts';
import { givenNamesOf } from './given-names.ts';
import { dramaMobile, type Household, type Person } from './person.ts';
import type { Run, Stage } from './stage.ts';

/** Households that are on record already, with who cares for whom. */
const recorded = new WeakMap<Household, string>();

/** What a first look at somebody's home tells: who lives there, who they are to each other, who cares. */
export function recordHome(stage: Stage, run: Run, journal: Journal, on: string): void {
  const { plan, random } = run;
  const { person, household } = plan;
  const scope = plan.team.place.id;
  const present = household.members.filter(({ id }) => id !== '');
  if (present.length > 1 && !recorded.has(household)) {
    const household_id = journal.insert('households', { label: household.label }, scope);
    recorded.set(household, household_id);
    for (const { id } of present)
      journal.insert('household_members', { household_id, person_id: id, started_on: on }, scope);
  }
  const ties = household.ties.filter(([one, , other]) => one === person && other.id !== '');
  ties.slice(0, 3).forEach(([, kind, other], at) => {
    journal.insert(
      'relationships',
      { person_id: person.id, other_person_id: other.id, kind, emergency_contact: at === 0 && other.age >= 18 ? 1 : 0 },
      scope,
    );
  });
  const carer = carerOf(
    run,
    ties.map(([, , other]) => other),
  );
  if (carer) recordCarer(stage, run, journal, carer, on);
  if (ties.length === 0 && random.chance(0.75)) recordKin(run, journal);
}

/** Somebody at home who looks after a person in much need, or a child of theirs who does. */
function carerOf({ plan, random }: Run, others: readonly Person[]): Person | null {
  if (plan.person.age < 18 || plan.person.health.need < 4) return null;
  const able = others.filter(({ age, health }) => age >= 9 && health.need < 8);
  const adult = able.find(({ age }) => age >= 18);
  if (adult) return random.chance(0.5) ? adult : null;
  return able[0] && random.chance(0.25) ? able[0] : null;
}

function recordCarer(
  stage: Stage,
  { plan, random, coordinator }: Run,
  journal: Journal,
  carer: Person,
  on: string,
): void {
  const scope = plan.team.place.id;
  const since = addDays(on, -random.int(60, 2000));
  journal.insert(
    'relationships',
    { person_id: plan.person.id, other_person_id: carer.id, kind: 'carer', emergency_contact: 0, started_on: since },
    scope,
  );
  const code = carer.age < 18 ? 'young-carer' : 'carer';
  journal.insert(
    'flags',
    {
      person_id: carer.id,
      code,
      started_on: on,
      reason: 'Looks after somebody at home.',
      recorded_by: coordinator?.id ?? stage.lead,
    },
    scope,
  );
}

const kin: readonly CodeOf<'relationship-type'>[] = [
  'child',
  'child',
  'sibling',
  'friend',
  'neighbour',
  'next-of-kin',
  'relative',
];

/** Somebody elsewhere, known by name and telephone only. */
function recordKin({ plan, random }: Run, journal: Journal): void {
  const { person } = plan;
  const born = Number(person.born.slice(0, 4));
  const kind = random.pick(person.age >= 50 ? kin : kin.slice(2));
  const sex = random.chance(0.6) ? 'f' : 'm';
  const given = random.pick(givenNamesOf(sex, kind === 'child' ? born + 28 : born));
  journal.insert(
    'relationships',
    {
      person_id: person.id,
      other_name: fullName({ given, family: person.name.family }),
      other_phone: dramaMobile(random),
      kind,
      emergency_contact: random.chance(0.6) ? 1 : 0,
      note: random.chance(0.15)
        ? random.pick(['Holds a key.', 'Lives in Wales, rings every evening.', 'Works shifts, text first.'])
        : null,
    },
    plan.team.place.id,
  );
}
