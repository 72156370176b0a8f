import { addDays } from '../../../shared/domain/british-date.ts';
import { refreshCaseload } from '../derived/caseload.ts';
import type { Deed, Engine } from '../engine.ts';
import type { Progress } from '../jobs.ts';
import { seedReference } from '../reference.ts';
import { sqlStatement } from '../store/statements.ts';
import { beginAssessments } from './assessment-course.ts';
import { atLondon, isWorkingDay } from './calendar.ts';
import { recordCareHomes } from './care-homes.ts';
import { beginCase } from './case-course.ts';
import { type CasePlan, caseNumbers, casesChooser, planCases } from './case-plan.ts';
import { recordChecks } from './check-course.ts';
import { beginDemoDays } from './demo-day.ts';
import { beginFeedback } from './feedback-course.ts';
import { beginGroups } from './group-course.ts';
import { householdsOf } from './household.ts';
import { beginLifeEvents } from './life-events.ts';
import { beginListUpdates } from './list-update.ts';
import { nhsNumbers } from './nhs-numbers.ts';
import { beginPathways } from './pathway-course.ts';
import { type Place, placesOf } from './places.ts';
import { beginPlans } from './plan-course.ts';
import { plantFindings, type Register } from './planted.ts';
import { decidePrompts } from './prompt-course.ts';
import { type Registration, registerPerson } from './register.ts';
import { type Desk, deskOf, type Simulation } from './simulation.ts';
import type { Size, SizePlan } from './sizes.ts';
import { sizePlans } from './sizes.ts';
import { demoLead, hireWorker, supportStaff, type Team, teamsOf } from './staff.ts';
import { newDiary, newRun, type Run, type Stage } from './stage.ts';
import { beginStays } from './stay-course.ts';
import { beginTasks } from './task-course.ts';
import { beginTelehealth } from './telehealth-course.ts';

/** Changes to a transaction, roughly. */
const batchSize = 30_000;

/** What is to be made, and who is told how far it is. */
export interface Order {
  readonly size: Size;
  readonly simulation: Simulation;
  readonly progress: Progress;
}

/**
 * Fills an empty store with the believable history of a number of neighbourhoods, day by day. The engine's clock and ids
 * are the simulation's, and everything is written through the journal: the same seed and day give the same bytes.
 */
export function generate(engine: Engine, deed: Deed, { size, simulation, progress }: Order): void {
  const plan = sizePlans[size];
  const desk = deskOf(engine, deed, simulation);
  const { random, start, today } = simulation;
  const days = Array.from({ length: plan.days }, (_, day) => addDays(start, day)).filter(isWorkingDay);
  const places = placesOf(plan.people, plan.burden, random.fork('places'));
  const teams = teamsOf(places, plan, { start, today }, simulation.newId, random.fork('staff'));
  const people = places.reduce((sum, place) => sum + place.population, 0);
  const total = people + plan.contacts;
  let registered = 0;
  const tell = (more: number) => {
    registered += more;
    progress.step(registered, total);
  };
  setUp(desk, teams, days[0] ?? start);
  const diary = newDiary();
  const chosen = new Map<string, ReturnType<typeof casesChooser>>();
  const register = registerOf(desk);
  for (const place of places) {
    const { open, held, proposed, closed } = caseNumbers(plan, place.id);
    const chooser = casesChooser(open + held + proposed + closed, random.fork(`choice ${place.id}`));
    chosen.set(place.id, chooser);
    registerPlace(place, { desk, register, offer: chooser.offer, days, later: diary.add, tell });
  }
  const plans = teams.flatMap((team) =>
    planCases(team, chosen.get(team.place.id)?.chosen() ?? [], plan, days.length, random.fork('plans')),
  );
  const stage: Stage = {
    desk,
    days,
    diary,
    teams,
    active: new Map(places.map(({ id }) => [id, new Set()])),
    plannedShare: size === 'demo' ? 0.3 : 0.08,
    pace: paceOf(plans, plan, days.length),
    lead: demoLead,
  };
  const runs = plans.map((casePlan, at): Run => newRun(casePlan, random.fork(`case ${at}`)));
  for (const run of runs) beginCase(stage, run);
  for (const team of teams) beginGroups(stage, team, random.fork(`groups ${team.place.id}`));
  beginListUpdates(stage, random.fork('lists'));
  beginLifeEvents(stage, runs, random.fork('life'));
  beginPathways(stage, runs, random.fork('pathways'));
  beginPlans(stage, runs, random.fork('care plans'));
  desk.batch((write) => recordCareHomes(stage, write, random.fork('care homes')));
  beginStays(stage, runs, random.fork('stays'));
  beginTelehealth(stage, runs, random.fork('telehealth'));
  beginAssessments(stage, runs, random.fork('assessments'));
  beginDemoDays(stage, runs, random.fork('demo days'));
  beginTasks(stage, runs, random.fork('tasks'));
  beginFeedback(stage, runs, random.fork('feedback'));
  playDays(desk, diary, days, (share) => progress.step(people + Math.round(share * plan.contacts), total));
  desk.batch((write) => recordChecks(stage, write, size === 'demo', random.fork('checks')));
  desk.batch((write) => plantFindings(stage, runs, write, register, random.fork('planted')));
  refreshCases(desk, today);
  desk.batch((write) => {
    for (const person of decidePrompts(stage, runs, write, random.fork('prompts')))
      refreshCaseload(write, person, today);
  });
}

function setUp(desk: Desk, teams: readonly Team[], first: string): void {
  const { simulation } = desk;
  const random = simulation.random.fork('hiring');
  desk.batch(() => {
    seedReference(desk.act(atLondon(first, 8 * 60), demoLead));
    const support = teams[0] ? supportStaff(teams[0].place, simulation.newId, random) : [];
    const everybody = [
      ...teams.flatMap(({ coordinators, behaviourists, others }) => [...coordinators, ...behaviourists, ...others]),
      ...support,
    ];
    everybody.forEach((worker, at) => {
      hireWorker(desk.act(atLondon(first, 8 * 60 + 5) + at * 1000, demoLead), worker, simulation, random);
    });
  });
}

/** Puts people on record, one command each, by the lead. */
function registerOf(desk: Desk): Register {
  const { simulation } = desk;
  const random = simulation.random.fork('register');
  const nhsNumber = nhsNumbers(simulation.random.fork('nhs numbers'));
  const elsewhere = Array.from({ length: 12 }, (_, at) => `n${String(at + 1).padStart(2, '0')}`);
  return (person, at, on, number = nhsNumber) => {
    const journal = desk.act(at, demoLead);
    const registration: Registration = {
      journal,
      newId: simulation.newId,
      nhsNumber: number,
      on,
      by: demoLead,
      random,
      elsewhere,
    };
    registerPerson(person, registration);
  };
}

interface Registering {
  readonly desk: Desk;
  readonly register: Register;
  readonly offer: ReturnType<typeof casesChooser>['offer'];
  readonly days: readonly string[];
  readonly later: Stage['diary']['add'];
  readonly tell: (more: number) => void;
}

/** The first day's list of a neighbourhood; children born since follow on their day. */
function registerPlace(place: Place, { desk, register, offer, days, later, tell }: Registering): void {
  const first = days[0] ?? desk.simulation.start;
  const households = householdsOf(place, desk.simulation.today, desk.simulation.random.fork(`people ${place.id}`));
  let at = Math.max(atLondon(first, 9 * 60), desk.simulation.wall());
  let next = households.next();
  while (!next.done) {
    let people = 0;
    desk.batch(() => {
      while (!next.done && desk.pending() < batchSize) {
        const household = next.value;
        for (const person of household.members) {
          people += 1;
          const known = addDays(person.born, 12);
          if (known > first) {
            const found = days.findIndex((date) => date >= known);
            const day = found < 1 ? days.length - 1 : found;
            later(day, 8 * 60, (then) => register(person, then, days[day] ?? first));
            continue;
          }
          at += 15;
          register(person, at, first);
          offer({ person, household });
        }
        next = households.next();
      }
    });
    tell(people);
  }
}

/** Contacts of cases among all of them: the rest are sessions and groups. */
const caseContacts = 0.915;

/** How much closer, or less close, together contacts must be than planned to come to the size's number of them. */
function paceOf(plans: readonly CasePlan[], size: SizePlan, days: number): number {
  const usual = plans.reduce((sum, { opens, closes, every, status }) => {
    const lasts = Math.max(0, Math.min(closes ?? days, days) - opens - 3);
    return sum + (status === 'proposed' ? 0 : lasts / every);
  }, 0);
  return usual / (size.contacts * caseContacts);
}

/** Plays the history; `tell` hears which share of it is done. */
function playDays(desk: Desk, diary: Stage['diary'], days: readonly string[], tell: (share: number) => void): void {
  for (let day = 1; day < days.length; ) {
    desk.batch(() => {
      for (; day < days.length && desk.pending() < batchSize; day += 1)
        for (const { minute, act } of diary.take(day)) act(atLondon(days[day] ?? '', minute));
    });
    tell(day / days.length);
  }
}

const withCases = sqlStatement<Record<string, never>, { person_id: string }>(
  'SELECT DISTINCT person_id FROM cases ORDER BY person_id',
);

/** The caseload follows once, at the end: nothing read it before. */
function refreshCases(desk: Desk, today: string): void {
  desk.batch((write) => {
    for (const { person_id } of write.all(withCases, {})) refreshCaseload(write, person_id, today);
  });
}
