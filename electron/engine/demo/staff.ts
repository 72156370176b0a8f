import { addDays, addYears } from '../../../shared/domain/british-date.ts';
import type { CodeOf } from '../../../shared/domain/code-lists.ts';
import { fold } from '../../../shared/domain/folded-text.ts';
import { fullName } from '../../../shared/domain/name.ts';
import type { Role } from '../../../shared/domain/permissions.ts';
import { appRoleOf } from '../../../shared/domain/worker-role.ts';
import type { Journal } from '../journal/record.ts';
import { dramaMobile, familyName, personName } from './person.ts';
import type { Place } from './places.ts';
import type { Random } from './random.ts';
import { homePlace, type SizePlan } from './sizes.ts';

/** The three workers as whom a demonstration can be explored. */
export const demoWorkers = [
  { id: 'demo-coordinator', label: 'Amina Yusuf', role: 'Care coordinator' },
  { id: 'demo-behaviourist', label: 'Tom Brennan', role: 'Behaviourist' },
  { id: 'demo-lead', label: 'Carol Hughes', role: 'Team lead' },
] as const;
export const demoCoordinator = 'demo-coordinator';
export const demoBehaviourist = 'demo-behaviourist';
export const demoLead = 'demo-lead';

/** A worker as the simulation knows them. */
export interface Worker {
  readonly id: string;
  readonly name: string;
  readonly job: CodeOf<'worker-role'>;
  readonly organisation: string;
  readonly neighbourhoods: readonly string[];
  readonly practices: readonly string[];
  /** Last working day of somebody who left. */
  readonly leavesOn: string | null;
}

/** The workers of a neighbourhood by what they do there. */
export interface Team {
  readonly place: Place;
  readonly coordinators: readonly Worker[];
  readonly behaviourists: readonly Worker[];
  readonly others: readonly Worker[];
}

type Post = readonly [job: CodeOf<'worker-role'>, organisation: string];
const coordinatorPosts: readonly Post[] = [
  ['care-coordinator', 'community-trust'],
  ['care-coordinator', 'adult-social-care'],
  ['community-matron', 'community-trust'],
  ['care-coordinator', 'social-prescribing'],
  ['social-worker', 'adult-social-care'],
  ['mental-health-practitioner', 'mental-health-trust'],
  ['community-nurse', 'community-trust'],
  ['occupational-therapist', 'community-trust'],
];
const otherPosts: readonly Post[] = [
  ['link-worker', 'social-prescribing'],
  ['health-trainer', 'public-health'],
  ['substance-misuse-worker', 'drug-alcohol'],
  ['housing-officer', 'estuary-homes'],
  ['district-nurse', 'community-trust'],
  ['mental-health-practitioner', 'mental-health-trust'],
  ['pharmacist', 'pcn-north'],
  ['advice-worker', 'advice'],
  ['carers-support-worker', 'carers-centre'],
  ['physiotherapist', 'community-trust'],
  ['homelessness-worker', 'outreach'],
  ['palliative-care-nurse', 'hospice'],
  ['family-support-worker', 'childrens-services'],
  ['learning-disability-nurse', 'mental-health-trust'],
  ['reablement-worker', 'reablement'],
  ['fire-officer', 'fire'],
  ['volunteer', 'befriending'],
  ['police-officer', 'police'],
];

/** Everybody who works in the simulated neighbourhoods. */
export function teamsOf(
  places: readonly Place[],
  size: SizePlan,
  days: { start: string; today: string },
  newId: () => string,
  random: Random,
): Team[] {
  const taken = new Set<string>(demoWorkers.map(({ label }) => label));
  const hire = (
    post: Post,
    place: Place,
    practices: readonly string[] = [],
    leavesOn: string | null = null,
  ): Worker => {
    const [job, organisation] = post;
    return {
      id: newId(),
      name: workerName(place, taken, random),
      job,
      organisation,
      neighbourhoods: [place.id],
      practices,
      leavesOn,
    };
  };
  const leaving = addDays(days.today, -70);
  return places.map((place, at): Team => {
    const open = size.openCases[place.id] ?? 0;
    const count = Math.max(2, Math.round(open / size.casesPerCoordinator));
    const coordinators = Array.from({ length: count }, (_, post) => {
      // In one neighbourhood in six somebody left lately, and the cases went to colleagues.
      const leaves = post === count - 1 && count > 1 && at % 6 === 5 ? leaving : null;
      return hire(
        coordinatorPosts[(at + post) % coordinatorPosts.length] ?? ['care-coordinator', 'community-trust'],
        place,
        [],
        leaves,
      );
    });
    const practices = [...place.practices.values];
    const many = size.behaviouristsPerPlace < 1 ? (at % 2 === 1 ? 1 : 0) : size.behaviouristsPerPlace;
    const behaviourists = Array.from({ length: many }, (_, post) =>
      hire(
        ['behaviourist', 'mental-health-trust'],
        place,
        practices.filter((_practice, index) => index % many === post).slice(0, 3),
      ),
    );
    const others = Array.from({ length: size.otherStaff }, (_, post) =>
      hire(otherPosts[(at + post) % otherPosts.length] ?? ['volunteer', 'befriending'], place),
    );
    if (place.id !== homePlace) return { place, coordinators, behaviourists, others };
    const [coordinator, behaviourist, lead] = demoStaff(places);
    return {
      place,
      coordinators: [coordinator, ...coordinators.slice(1)],
      behaviourists: [behaviourist, ...behaviourists.slice(1)],
      others: [lead, ...others],
    };
  });
}

function demoStaff(places: readonly Place[]): readonly [Worker, Worker, Worker] {
  const home = places.find(({ id }) => id === homePlace) ?? places[0];
  const team = { neighbourhoods: [homePlace], practices: [], leavesOn: null };
  const [coordinator, behaviourist, lead] = demoWorkers;
  return [
    { ...team, id: coordinator.id, name: coordinator.label, job: 'care-coordinator', organisation: 'community-trust' },
    {
      ...team,
      id: behaviourist.id,
      name: behaviourist.label,
      job: 'behaviourist',
      organisation: 'mental-health-trust',
      practices: home?.practices.values.slice(0, 3) ?? [],
    },
    {
      ...team,
      id: lead.id,
      name: lead.label,
      job: 'team-lead',
      organisation: 'community-trust',
      neighbourhoods: places.map(({ id }) => id),
    },
  ];
}

function workerName(place: Place, taken: Set<string>, random: Random): string {
  const community = random.draw(place.communities);
  const sex = random.chance(0.72) ? 'f' : 'm';
  for (;;) {
    const family = familyName(community, random);
    const { given } = personName(
      { community, sex, birthYear: random.int(1964, 1998), age: 40 },
      family,
      new Set(),
      random,
    );
    const name = fullName({ given, family });
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** Writes a worker with what they belong to. */
export function hireWorker(
  journal: Journal,
  worker: Worker,
  days: { start: string; today: string },
  random: Random,
): void {
  const [given = '', family = ''] = worker.name.split(' ').map((part) => fold(part).replace(/[^a-z]/g, ''));
  const expired = random.chance(0.12);
  journal.insert(
    'workers',
    {
      id: worker.id,
      name: worker.name,
      organisation_id: worker.organisation,
      job: worker.job,
      phone: dramaMobile(random),
      email: `${given}.${family}@example.org`,
      wte: worker.id.startsWith('demo-') ? 1 : random.pick([1, 1, 1, 0.8, 0.6, 0.5]),
      governance_trained_on: addDays(expired ? addYears(days.today, -1) : days.today, -random.int(5, 330)),
      supervised: random.chance(0.08) && !worker.id.startsWith('demo-') ? 1 : 0,
    },
    'city',
  );
  const belong = (kind: string, value: string) =>
    journal.insert('worker_memberships', { worker_id: worker.id, kind, value, started_on: days.start }, 'city');
  for (const role of rolesOf(worker)) belong('role', role);
  for (const id of worker.neighbourhoods) belong('neighbourhood', id);
  for (const id of worker.practices) belong('practice', id);
}

/** What the job gives; the demonstration's lead is administrator and reviewer too, so that every page can be explored. */
function rolesOf({ id, job }: Worker): readonly Role[] {
  if (id === demoLead) return ['lead', 'admin', 'reviewer'];
  const role = appRoleOf(job);
  return role ? [role] : [];
}

/** Two people who keep the house but hold no cases. */
export function supportStaff(place: Place, newId: () => string, random: Random): Worker[] {
  const post = (job: CodeOf<'worker-role'>, organisation: string): Worker => ({
    id: newId(),
    name: workerName(place, new Set(demoWorkers.map(({ label }) => label as string)), random),
    job,
    organisation,
    neighbourhoods: [],
    practices: [],
    leavesOn: null,
  });
  return [post('governance-reviewer', 'integrated-care-board'), post('system-administrator', 'community-trust')];
}
