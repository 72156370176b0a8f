import { addDays } from '../../../shared/domain/british-date.ts';
import { instant } from './calendar.ts';
import type { Random } from './random.ts';
import { demoLead, type Team, type Worker } from './staff.ts';
import type { Run, Stage } from './stage.ts';

/** What happens to people and workers beside the contacts: somebody moves house, a tier is set by hand, leave, leaving. */
export function beginLifeEvents(stage: Stage, runs: readonly Run[], random: Random): void {
  for (const run of runs) {
    if (random.chance(0.02)) movesHouse(stage, run, random);
    if (run.plan.status === 'open' && random.chance(0.015)) tierByHand(stage, run, random);
  }
  for (const team of stage.teams.slice(0, 6)) breaksGlass(stage, team, runs, random);
  const workers = stage.teams.flatMap(({ coordinators, behaviourists, others }) => [
    ...coordinators,
    ...behaviourists,
    ...others,
  ]);
  for (const worker of workers) {
    if (worker.leavesOn !== null) leaves(stage, worker, worker.leavesOn);
    else if (!worker.id.startsWith('demo-') && random.chance(0.2)) goesOnLeave(stage, worker, random);
  }
}

const emergencies = [
  'Emergency department rang: collapsed in town, no history known.',
  'Asked for by the out-of-hours doctor.',
  'Came to our drop-in in distress, does not know the own team.',
];

/** A coordinator opens the record of somebody of another team, with a reason; the first was looked at by a lead already. */
function breaksGlass(stage: Stage, team: Team, runs: readonly Run[], random: Random): void {
  const worker = team.coordinators.find(({ leavesOn }) => leavesOn === null);
  const strangers = runs.filter(({ plan }) => plan.team !== team && plan.status === 'open');
  if (!worker || strangers.length === 0) return;
  const { person } = random.pick(strangers).plan;
  const day = stage.days.length - random.int(3, 40);
  const reviewed = random.chance(0.5);
  let opened = '';
  stage.diary.add(day, random.int(9 * 60, 17 * 60), (at) => {
    const row = {
      person_id: person.id,
      worker_id: worker.id,
      reason: random.pick(emergencies),
      started_at: instant(at),
      expires_at: instant(at + 4 * 3_600_000),
    };
    opened = stage.desk.act(at, worker.id).insert('break_glass', row, person.place.id);
  });
  if (!reviewed || day + 2 >= stage.days.length) return;
  stage.diary.add(day + 2, 16 * 60, (at) => {
    const review = { verdict: 'appropriate', by: demoLead, at: instant(at) };
    stage.desk.act(at, demoLead).update('break_glass', opened, { review: JSON.stringify(review) });
  });
}

function movesHouse(stage: Stage, run: Run, random: Random): void {
  const { plan } = run;
  const end = Math.min(plan.closes ?? stage.days.length, stage.days.length) - 1;
  const street = random.pick(plan.team.place.streets);
  if (plan.person.home.establishment !== null || end <= plan.opens) return;
  const day = random.int(plan.opens + 1, Math.max(plan.opens + 1, end));
  stage.diary.add(day, random.int(10 * 60, 16 * 60), (at) => {
    if (run.status === 'none' || run.status === 'closed') return;
    const address = {
      lines: [`${random.int(1, 120)} ${street.name}`, 'Liverpool'],
      postcode: street.postcode,
      since: stage.days[day],
    };
    stage.desk
      .act(at, run.coordinator?.id ?? stage.lead)
      .update('people', plan.person.id, { address: JSON.stringify(address) });
  });
}

function tierByHand(stage: Stage, run: Run, random: Random): void {
  const day = stage.days.length - random.int(2, 30);
  if (day <= run.plan.opens) return;
  stage.diary.add(day, random.int(10 * 60, 16 * 60), (at) => {
    const by = run.coordinator?.id;
    if (run.status !== 'open' || !by) return;
    const override = {
      tier: 'very-high',
      reason: random.pick([
        'Carer taken into hospital.',
        'Bereaved last week, alone now.',
        'Third fall this month, waiting for the clinic.',
      ]),
      until: addDays(stage.desk.simulation.today, random.int(7, 40)),
      by,
      at: instant(at),
    };
    stage.desk.act(at, by).update('people', run.plan.person.id, { tier_override: JSON.stringify(override) });
  });
}

function goesOnLeave(stage: Stage, worker: Worker, random: Random): void {
  const starts_on = addDays(stage.desk.simulation.today, random.int(-4, 20));
  stage.diary.add(stage.days.length - random.int(8, 18), 12 * 60, (at) => {
    const ends_on = addDays(starts_on, random.int(3, 13));
    stage.desk
      .act(at, worker.id)
      .insert('worker_leave', { worker_id: worker.id, starts_on, ends_on, reason: 'Annual leave' }, 'city');
  });
}

function leaves(stage: Stage, worker: Worker, ended_on: string): void {
  const day = stage.days.findIndex((date) => date >= ended_on);
  stage.diary.add(day, 17 * 60 + 30, (at) => {
    stage.desk.act(at, demoLead).update('workers', worker.id, { ended_on });
  });
}
