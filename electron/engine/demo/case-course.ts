import { addDays } from '../../../shared/domain/british-date.ts';
import type { CodeOf } from '../../../shared/domain/code-lists.ts';
import type { Journal } from '../journal/record.ts';
import { instant } from './calendar.ts';
import type { Spell } from './case-plan.ts';
import { beginContacts, cancelPlanned } from './contact-course.ts';
import { recordHome } from './household-record.ts';
import { wordsOf } from './notes.ts';
import { weights } from './random.ts';
import { beginSessions } from './session-course.ts';
import { newRun, type Run, type Stage } from './stage.ts';

const sources = weights({
  '01': 38,
  '06': 14,
  '07': 10,
  '11': 10,
  '03': 6,
  '02': 5,
  '23': 5,
  '20': 4,
  '05': 4,
  '22': 2,
  '13': 1,
  '14': 1,
});
const holdReasons = weights({
  'in-hospital': 45,
  away: 15,
  'person-asked': 12,
  'cannot-reach': 10,
  'waiting-for-service': 8,
  'in-custody': 5,
  respite: 5,
});
const transferReasons = [
  'Moved to my part of the neighbourhood.',
  'Needs somebody with mental health experience.',
  'My days have changed.',
  'Caseload too high since Easter.',
  'Known to them from the ward.',
];

/** Puts everything that a plan says about a case into the diary. */
export function beginCase(stage: Stage, run: Run): void {
  const { plan, random } = run;
  const { diary, days } = stage;
  diary.add(plan.opens, random.int(9 * 60, 16 * 60), (at) => openCase(stage, run, at, plan.opens));
  plan.spells.forEach((spell, index) => {
    const before = plan.spells[index - 1];
    if (before) handOver(stage, run, before, spell);
  });
  if (plan.spells.length === 1 && plan.opens + 12 < (plan.closes ?? days.length) && random.chance(0.015))
    declineHandover(stage, run);
  if (plan.hold && plan.hold.from > plan.opens) {
    const { from, until } = plan.hold;
    diary.add(from, random.int(9 * 60, 17 * 60), (at) => hold(stage, run, at, from));
    if (until !== null) diary.add(until, random.int(9 * 60, 17 * 60), (at) => resume(stage, run, at, until));
  }
  if (plan.closes !== null && plan.closes < days.length) {
    const day = plan.closes;
    diary.add(day, random.int(15 * 60, 17 * 60), (at) => closeCase(stage, run, at, day));
  }
}

const state = (fields: { status: string; on: string; reason?: string; note?: string; reviewOn?: string }) =>
  JSON.stringify(fields);
const dayOf = (stage: Stage, day: number): string => stage.days[day] ?? stage.desk.simulation.today;

function openCase(stage: Stage, run: Run, at: number, day: number): void {
  const { plan, random } = run;
  const first = plan.spells[0]?.worker ?? null;
  const on = dayOf(stage, day);
  const journal = stage.desk.act(at, first?.id ?? stage.lead);
  const scope = plan.team.place.id;
  run.status = first ? 'open' : 'proposed';
  run.caseId = journal.insert(
    'cases',
    {
      person_id: plan.person.id,
      neighbourhood_id: scope,
      state: state({ status: run.status, on }),
      opened_on: on,
      follows_case_id: run.follows,
      source: random.chance(0.96) ? random.draw(sources) : null,
      purpose: random.chance(0.9) ? wordsOf('purpose', plan.person, plan.theme, random) : null,
    },
    scope,
  );
  if (!first) return;
  run.coordinator = first;
  run.coordinatorRole = addRole(journal, run, 'coordinator', first.id, at);
  if (random.chance(0.12) && plan.team.others.length > 1)
    addRole(
      journal,
      run,
      random.chance(0.5) ? 'lead-professional' : 'involved',
      random.pick(plan.team.others.slice(1)).id,
      at,
    );
  if (random.chance(0.1)) addExternal(journal, run, at);
  recordHome(stage, run, journal, on);
  stage.active.get(scope)?.add(run);
  beginContacts(stage, run, day);
  if (plan.behaviourist) {
    run.behaviouristRole = addRole(journal, run, 'behaviourist', plan.behaviourist.id, at);
    beginSessions(stage, run, plan.behaviourist, day);
  }
}

function addRole(
  journal: Journal,
  run: Run,
  role: 'coordinator' | 'behaviourist' | 'lead-professional' | 'involved',
  worker_id: string,
  at: number,
): string {
  return journal.insert(
    'case_roles',
    { case_id: run.caseId, role, worker_id, started_at: instant(at) },
    run.plan.team.place.id,
  );
}

const externals = [
  { name: 'Ward discharge desk', organisation: 'Hospital' },
  { name: 'Day centre office', organisation: 'Day centre' },
  { name: 'Scheme manager', organisation: 'Sheltered housing' },
  { name: 'Pastoral lead', organisation: 'School' },
  { name: 'Home care office', organisation: 'Home care agency' },
];

function addExternal(journal: Journal, run: Run, at: number): void {
  const external = JSON.stringify({ ...run.random.pick(externals), phone: `0151 496 0${run.random.int(100, 999)}` });
  journal.insert(
    'case_roles',
    { case_id: run.caseId, role: 'involved', external, started_at: instant(at) },
    run.plan.team.place.id,
  );
}

/** Two days before a spell begins it is proposed; or a lead imposes it, for a colleague who leaves. */
function handOver(stage: Stage, run: Run, before: Spell, after: Spell): void {
  const { random, plan } = run;
  const imposed = before.worker.leavesOn !== null;
  const proposer = imposed ? stage.lead : before.worker.id;
  const reason = imposed ? 'Leaves the team at the end of the week.' : random.pick(transferReasons);
  let transfer = '';
  stage.diary.add(after.from - (imposed ? 0 : 2), random.int(9 * 60, 12 * 60), (at) => {
    if (run.status === 'closed') return;
    const journal = stage.desk.act(at, proposer);
    const answer = imposed ? JSON.stringify({ state: 'imposed', by: stage.lead, at: instant(at), reason }) : null;
    transfer = journal.insert(
      'transfers',
      {
        case_id: run.caseId,
        from_worker_id: before.worker.id,
        to_worker_id: after.worker.id,
        proposed_by: proposer,
        proposed_at: instant(at),
        reason,
        answer,
      },
      plan.team.place.id,
    );
    if (imposed) takeOver(journal, run, after, at);
  });
  if (imposed) return;
  stage.diary.add(after.from, random.int(13 * 60, 16 * 60), (at) => {
    if (run.status === 'closed' || transfer === '') return;
    const journal = stage.desk.act(at, after.worker.id);
    journal.update('transfers', transfer, {
      answer: JSON.stringify({ state: 'accepted', by: after.worker.id, at: instant(at) }),
    });
    takeOver(journal, run, after, at);
  });
}

/** A colleague is asked, and says no. */
function declineHandover(stage: Stage, run: Run): void {
  const { plan, random } = run;
  const from = plan.spells[0]?.worker;
  const asked = plan.team.coordinators.find(({ id, leavesOn }) => id !== from?.id && leavesOn === null);
  if (!from || !asked) return;
  let transfer = '';
  stage.diary.add(plan.opens + 8, random.int(9 * 60, 12 * 60), (at) => {
    if (run.status === 'closed') return;
    transfer = stage.desk.act(at, from.id).insert(
      'transfers',
      {
        case_id: run.caseId,
        from_worker_id: from.id,
        to_worker_id: asked.id,
        proposed_by: from.id,
        proposed_at: instant(at),
        reason: random.pick(transferReasons),
      },
      plan.team.place.id,
    );
  });
  stage.diary.add(plan.opens + 9, random.int(9 * 60, 12 * 60), (at) => {
    const reason = random.pick([
      'Caseload full until the end of the month.',
      'I was the neighbour for years; better somebody else.',
    ]);
    if (transfer !== '')
      stage.desk.act(at, asked.id).update('transfers', transfer, {
        answer: JSON.stringify({ state: 'declined', by: asked.id, at: instant(at), reason }),
      });
  });
}

function takeOver(journal: Journal, run: Run, after: Spell, at: number): void {
  if (run.coordinatorRole) journal.update('case_roles', run.coordinatorRole, { ended_at: instant(at) });
  run.coordinator = after.worker;
  run.coordinatorRole = addRole(journal, run, 'coordinator', after.worker.id, at);
}

function hold(stage: Stage, run: Run, at: number, day: number): void {
  if (run.status !== 'open') return;
  const on = dayOf(stage, day);
  run.status = 'on-hold';
  const reviewOn = run.random.chance(0.8) ? addDays(on, run.random.int(14, 42)) : undefined;
  stage.desk.act(at, run.coordinator?.id ?? stage.lead).update('cases', run.caseId, {
    state: state({ status: 'on-hold', on, reason: run.random.draw(holdReasons), ...(reviewOn && { reviewOn }) }),
  });
}

function resume(stage: Stage, run: Run, at: number, day: number): void {
  if (run.status !== 'on-hold') return;
  run.status = 'open';
  stage.desk.act(at, run.coordinator?.id ?? stage.lead).update('cases', run.caseId, {
    state: state({ status: 'open', on: dayOf(stage, day) }),
  });
}

const deathPlaces: readonly CodeOf<'death-location'>[] = ['10', '10', '21', '21', '30', '41', '42'];

function closeCase(stage: Stage, run: Run, at: number, day: number): void {
  const { plan, random } = run;
  const on = dayOf(stage, day);
  const died = plan.closure === '06' && plan.person.age >= 40;
  const reason = plan.closure === '06' && !died ? '02' : plan.closure;
  const journal = stage.desk.act(at, run.coordinator?.id ?? stage.lead);
  run.status = 'closed';
  stage.active.get(plan.team.place.id)?.delete(run);
  cancelPlanned(journal, run, died ? '2' : '4');
  journal.update('cases', run.caseId, { state: state({ status: 'closed', on, reason }) });
  for (const role of [run.coordinatorRole, run.behaviouristRole])
    if (role) journal.update('case_roles', role, { ended_at: instant(at) });
  if (!died) {
    comeBack(stage, run, day);
    return;
  }
  const date = addDays(on, -random.int(1, 6));
  journal.update('people', plan.person.id, { death: JSON.stringify({ date, place: random.pick(deathPlaces) }) });
}

/** Some need help again some weeks later: a case that follows the one before, and is closed in its turn. */
function comeBack(stage: Stage, { plan, random, caseId, coordinator }: Run, day: number): void {
  const opens = day + random.int(15, 60);
  const last = stage.days.length - 2;
  if (!coordinator || coordinator.leavesOn !== null || opens + 15 > last || !random.chance(0.08)) return;
  const again = {
    ...plan,
    opens,
    closes: random.int(opens + 12, last),
    spells: [{ worker: coordinator, from: opens }],
    hold: null,
  };
  beginCase(stage, newRun({ ...again, closure: '02' }, random.fork('again'), caseId));
}
