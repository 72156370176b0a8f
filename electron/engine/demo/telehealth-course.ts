import { addDays } from '../../../shared/domain/british-date.ts';
import type { CodeOf } from '../../../shared/domain/code-lists.ts';
import { instant } from './calendar.ts';
import type { Random } from './random.ts';
import type { Run, Stage } from './stage.ts';

type Kit = CodeOf<'telehealth-kit'>;
const alerts: Partial<Record<Kit, readonly string[]>> = {
  'pulse-oximeter': ['Oxygen below 88 % twice this morning', 'No reading for three days'],
  'blood-pressure': ['Blood pressure above 180 on two days', 'Readings missed all week'],
  weight: ['Two kilograms more in three days'],
  pendant: ['Pendant pressed at night, helped up by the response team', 'Pendant not tested for a month'],
  'medicine-dispenser': ['Evening medicines not taken three days running'],
};
const dealt = [
  'Rang, all well; reading repeated.',
  'Practice told, seen the same day.',
  'Battery changed at the visit.',
];

function kitOf({ plan }: Run, random: Random): Kit | null {
  const has = (code: CodeOf<'condition'>) => plan.person.health.conditions.includes(code);
  if (has('copd') && random.chance(0.3)) return 'pulse-oximeter';
  if (has('heart-failure') && random.chance(0.35)) return random.chance(0.5) ? 'weight' : 'blood-pressure';
  if (plan.person.age >= 75 && plan.person.home.establishment === null && random.chance(0.25)) return 'pendant';
  return has('dementia') && random.chance(0.25) ? 'medicine-dispenser' : null;
}

/** Kits of people with a case, and alerts that their coordinators look after; the newest of some are still open. */
export function beginTelehealth(stage: Stage, runs: readonly Run[], random: Random): void {
  for (const run of runs) {
    const kit = kitOf(run, random);
    const last = Math.min(run.plan.closes ?? stage.days.length, stage.days.length);
    if (kit === null || run.plan.status === 'proposed' || last - run.plan.opens < 20) continue;
    stage.diary.add(run.plan.opens + random.int(5, 15), random.int(10 * 60, 15 * 60), (at) =>
      enrol(stage, run, kit, at, random),
    );
  }
}

function enrol(stage: Stage, run: Run, kit: Kit, at: number, random: Random): void {
  const by = run.coordinator?.id;
  if (!by || run.status === 'none' || run.status === 'closed') return;
  const row = { person_id: run.plan.person.id, kit, started_on: instant(at).slice(0, 10), recorded_by: by };
  const id = stage.desk.act(at, by).insert('telehealth_enrolments', row, run.plan.team.place.id);
  const first = stage.days.findIndex((date) => date > instant(at).slice(0, 10));
  for (let left = random.int(0, 2); left > 0 && first > 0; left -= 1) {
    const day = random.chance(0.15) ? stage.days.length - 1 : random.int(first, stage.days.length - 1);
    if (day > first)
      stage.diary.add(day, random.int(8 * 60, 11 * 60), (then) => alert(stage, run, { id, kit, day }, then, random));
  }
}

interface Of {
  readonly id: string;
  readonly kit: Kit;
  readonly day: number;
}

function alert(stage: Stage, run: Run, { id, kit, day }: Of, at: number, random: Random): void {
  const by = run.coordinator?.id;
  if (!by || run.status !== 'open') return;
  const alertId = stage.desk.simulation.newId();
  const words = random.pick(alerts[kit] ?? ['Kit reported a fault']);
  const scope = run.plan.team.place.id;
  const journal = stage.desk.act(at, by);
  const task = journal.insert(
    'tasks',
    {
      person_id: run.plan.person.id,
      case_id: run.caseId,
      neighbourhood_id: scope,
      owner_id: by,
      words,
      due_on: addDays(instant(at).slice(0, 10), random.int(0, 1)),
      priority: 'urgent',
      origin_kind: 'telehealth-alert',
      origin_id: alertId,
      created_at: instant(at),
      created_by: by,
      state: JSON.stringify({ status: 'open', on: instant(at), by }),
    },
    scope,
  );
  const row = {
    person_id: run.plan.person.id,
    enrolment_id: id,
    raised_at: instant(at),
    words,
    task_id: task,
    recorded_by: by,
  };
  journal.insert('telehealth_alerts', { id: alertId, ...row }, scope);
  if (day + 1 >= stage.days.length) return;
  const finish = (then: number) => {
    const state = { status: 'done', on: instant(then), by, outcome: random.pick(dealt) };
    stage.desk.act(then, by).update('tasks', task, { state: JSON.stringify(state) });
  };
  stage.diary.add(day + 1, random.int(9 * 60, 12 * 60), finish);
}
