import { addDays } from '../../../shared/domain/british-date.ts';
import type { CodeOf } from '../../../shared/domain/code-lists.ts';
import { followUpDue, reablementDay } from '../../../shared/domain/stay-rules.ts';
import type { Journal } from '../journal/record.ts';
import { instant } from './calendar.ts';
import { type Random, weights } from './random.ts';
import type { Run, Stage } from './stage.ts';

const hospitals = weights({
  'Royal Liverpool University Hospital': 46,
  'Aintree University Hospital': 38,
  'Broadgreen Hospital': 10,
  'Whiston Hospital': 6,
});
const mentalHealthUnits = ['Broadoak Unit', 'Clock View Hospital', 'Windsor House'];
const reasons = [
  'Fall at home',
  'Chest infection',
  'Breathless',
  'Confusion',
  'Urine infection',
  'Heart failure',
  'Broken hip',
];
const wards = ['2A', '3B', '4X', '5A', '6C', '7B', '8X', '9A', '11Z', '23', '24', '31'];
const delays = weights({ A: 14, C: 10, Di: 12, Dii: 11, E: 26, F: 12, G: 6, I: 9 });
const items: readonly CodeOf<'discharge-check'>[] = [
  'person-told',
  'carer-told',
  'medicines',
  'equipment',
  'housing',
  'transport',
];

/** A stay that is planned on the days of the history; `end` is beyond it while the person is away. */
interface Plan {
  readonly kind: CodeOf<'stay-kind'>;
  readonly from: number;
  readonly end: number;
  readonly mentalHealth: boolean;
  readonly emergency: boolean;
}

/**
 * Stays of people with a case: as many emergency admissions in the last twelve months as the list of their practice counts
 * at the beginning of the case, the others planned or at home; follow-ups done, late and forgotten; reablement with day 91.
 */
export function beginStays(stage: Stage, runs: readonly Run[], random: Random): void {
  for (const run of runs) {
    const { plan } = run;
    const last = Math.min(plan.closes ?? stage.days.length, stage.days.length);
    if (plan.status === 'proposed' || last - plan.opens < 15) continue;
    const hold = plan.hold;
    if (hold && hold.until === null) {
      if (random.chance(0.5))
        stay(stage, run, { ...hospital(run, random), from: hold.from, end: stage.days.length + 5 }, random);
      continue;
    }
    const { admissions } = plan.person.health;
    if (admissions > 0 && random.chance(0.55)) {
      const from = random.int(plan.opens + 3, last - 8);
      const end = from + Math.max(1, Math.round(-Math.log(1 - random.next()) * 7));
      const first = { ...hospital(run, random), from, end };
      stay(stage, run, first, random);
      if (plan.person.age >= 65 && end + 32 < last && random.chance(0.7))
        stay(
          stage,
          run,
          { kind: 'reablement', from: end, end: end + random.int(18, 30), mentalHealth: false, emergency: false },
          random,
        );
    } else if (plan.status === 'open' && random.chance(0.02)) {
      const from = stage.days.length - random.int(1, 12);
      stay(stage, run, { ...hospital(run, random), from, end: stage.days.length + 5 }, random);
    } else if (plan.status === 'open' && random.chance(0.03))
      stay(
        stage,
        run,
        {
          kind: 'virtual-ward',
          from: stage.days.length - random.int(2, 9),
          end: stage.days.length + 4,
          mentalHealth: false,
          emergency: false,
        },
        random,
      );
  }
}

function hospital({ plan }: Run, random: Random): Pick<Plan, 'kind' | 'mentalHealth' | 'emergency'> {
  const mental = plan.person.health.flags.includes('severe-mental-illness') && random.chance(0.7);
  return { kind: 'hospital', mentalHealth: mental, emergency: plan.person.health.admissions > 0 };
}

function stay(stage: Stage, run: Run, plan: Plan, random: Random): void {
  stage.diary.add(Math.max(plan.from + 1, 1), random.int(9 * 60, 12 * 60), (at) => {
    const by = run.coordinator?.id;
    if (run.status === 'none' || run.status === 'closed' || !by) return;
    const admitted_on = stage.days[plan.from] ?? stage.desk.simulation.start;
    const length = Math.max(2, Math.round((plan.end - plan.from) * 1.4));
    const provider =
      plan.kind === 'hospital'
        ? plan.mentalHealth
          ? random.pick(mentalHealthUnits)
          : random.draw(hospitals)
        : plan.kind === 'reablement'
          ? 'Council reablement service'
          : 'Virtual ward team';
    const journal = stage.desk.act(at, by);
    const id = journal.insert(
      'stays',
      {
        person_id: run.plan.person.id,
        case_id: run.caseId,
        kind: plan.kind,
        provider,
        ward: plan.kind === 'hospital' && !plan.mentalHealth ? random.pick(wards) : null,
        reason: plan.kind === 'hospital' ? (plan.mentalHealth ? 'In crisis' : random.pick(reasons)) : null,
        emergency: Number(plan.emergency),
        mental_health: Number(plan.mentalHealth),
        admitted_on,
        expected_on: random.chance(0.7) ? addDays(admitted_on, length) : null,
        recorded_by: by,
      },
      run.plan.team.place.id,
    );
    const current = plan.end >= stage.days.length;
    const delayed = plan.kind === 'hospital' && random.chance(current ? 0.4 : 0.2);
    const readyDay = current ? stage.days.length - 1 - random.int(0, 5) : plan.end - random.int(1, 4);
    if (delayed && readyDay > plan.from + 1) becomesReady(stage, run, id, readyDay, random);
    if (!current) leaves(stage, run, { id, plan, admitted_on }, random);
  });
}

function becomesReady(stage: Stage, run: Run, id: string, day: number, random: Random): void {
  stage.diary.add(day, random.int(10 * 60, 15 * 60), (at) => {
    const by = run.coordinator?.id ?? stage.lead;
    const journal = stage.desk.act(at, by);
    journal.update('stays', id, {
      ready_on: stage.days[day] ?? null,
      delay: JSON.stringify({ reason: random.draw(delays) }),
    });
    for (const item of random.some(items, random.int(1, 4)))
      journal.insert(
        'stay_checks',
        {
          id: `${id}-${item}`,
          person_id: run.plan.person.id,
          stay_id: id,
          item,
          result: JSON.stringify({ how: random.chance(0.85) ? 'done' : 'not-needed', on: stage.days[day] ?? '', by }),
        },
        run.plan.team.place.id,
      );
  });
}

interface Leaving {
  readonly id: string;
  readonly plan: Plan;
  readonly admitted_on: string;
}

function leaves(stage: Stage, run: Run, { id, plan, admitted_on }: Leaving, random: Random): void {
  stage.diary.add(Math.max(plan.end, plan.from + 2), random.int(14 * 60, 17 * 60), (at) => {
    const by = run.coordinator?.id ?? stage.lead;
    const dischargedOn = instant(at).slice(0, 10);
    const destination = plan.kind === 'hospital' && random.chance(0.06) ? '85' : '19';
    const due = followUpDue({ kind: plan.kind, mentalHealth: plan.mentalHealth, dischargedOn, destination });
    const journal = stage.desk.act(at, by);
    const follow_up = due && JSON.stringify({ due_on: due });
    journal.update('stays', id, { discharged_on: dischargedOn, destination, follow_up });
    if (due !== null) followUp(stage, run, { id, due, plan, by, at, journal }, random);
    if (plan.kind === 'reablement') day91(stage, run, id, admitted_on, random);
  });
}

interface Following {
  readonly id: string;
  readonly due: string;
  readonly plan: Plan;
  readonly by: string;
  readonly at: number;
  readonly journal: Journal;
}

/** The task of the coordinator, done in time mostly, late now and then, and forgotten by some. */
function followUp(stage: Stage, run: Run, { id, due, plan, by, at, journal }: Following, random: Random): void {
  const task = journal.insert(
    'tasks',
    {
      person_id: run.plan.person.id,
      case_id: run.caseId,
      neighbourhood_id: run.plan.team.place.id,
      owner_id: by,
      words: plan.mentalHealth
        ? 'See the person within 3 days of leaving mental health care'
        : 'See the person after leaving hospital',
      due_on: due,
      priority: plan.mentalHealth ? 'urgent' : 'soon',
      origin_kind: 'stay',
      origin_id: id,
      created_at: instant(at),
      created_by: by,
      state: JSON.stringify({ status: 'open', on: instant(at), by }),
    },
    run.plan.team.place.id,
  );
  const dueDay = stage.days.findIndex((date) => date >= due);
  if (random.chance(0.03)) return;
  const lateness = random.chance(0.85) ? -random.int(0, 1) : random.int(1, 6);
  const day = (dueDay < 0 ? stage.days.length : dueDay) + lateness;
  if (day >= stage.days.length) return;
  stage.diary.add(day, random.int(10 * 60, 16 * 60), (then) => {
    const who = run.coordinator?.id ?? by;
    const later = stage.desk.act(then, who);
    const on = instant(then).slice(0, 10);
    later.update('stays', id, { follow_up: JSON.stringify({ due_on: due, done_on: on, by: who }) });
    later.update('tasks', task, {
      state: JSON.stringify({ status: 'done', on: instant(then), by: who, outcome: 'Followed up.' }),
    });
  });
}

const outcomes = weights({ 'at-home': 81, 'not-at-home': 9, died: 6, unknown: 4 });

/** Answered in the days after day 91 by most. */
function day91(stage: Stage, run: Run, id: string, from: string, random: Random): void {
  const due = addDays(from, reablementDay);
  const day = stage.days.findIndex((date) => date >= due);
  if (day < 0 || !random.chance(0.7)) return;
  stage.diary.add(day + random.int(0, 3), random.int(10 * 60, 16 * 60), (at) => {
    const by = run.coordinator?.id ?? stage.lead;
    const answer = { outcome: random.draw(outcomes), on: instant(at).slice(0, 10), by };
    stage.desk.act(at, by).update('stays', id, { day91: JSON.stringify(answer) });
  });
}
