import { addDays } from '../../../shared/domain/british-date.ts';
import type { CodeOf } from '../../../shared/domain/code-lists.ts';
import type { NewRow } from '../journal/record.ts';
import { atLondon, instant, workingDayAfter } from './calendar.ts';
import { outcomeOf } from './contact.ts';
import type { Random } from './random.ts';
import { homePlace } from './sizes.ts';
import { demoBehaviourist, demoCoordinator } from './staff.ts';
import type { Run, Stage } from './stage.ts';

/** Working days before today on which the demonstration's diaries are filled. */
const ahead = 5;

/**
 * What the three demonstration workers find today: visits and appointments in the diary, some of yesterday's without an
 * outcome, people who missed two in a row, a handover to answer.
 */
export function beginDemoDays(stage: Stage, runs: readonly Run[], random: Random): void {
  const { days, diary } = stage;
  const { today } = stage.desk.simulation;
  const last = days.length - 1;
  const free = (worker: string) =>
    runs.filter(
      (run) =>
        run.coordinator?.id === worker &&
        run.status === 'open' &&
        run.seen > 1 &&
        run.plan.quiet > days.length &&
        run.plan.closes === null,
    );
  diary.add(days.length - ahead, 16 * 60 + 30, (at) => {
    const [a, b, c, d, e, f, g, h, ...later] = free(demoCoordinator);
    const visits: [Run | undefined, string, number, Plan][] = [
      [a, today, 9 * 60 + 15, visit('review', 45)],
      [b, today, 10 * 60 + 30, call('after-discharge', 15)],
      [c, today, 11 * 60 + 15, visit('care-planning', 60)],
      [d, today, 13 * 60 + 30, call('referral-chase', 10)],
      [e, today, 14 * 60, visit('plan-review', 40)],
      [f, today, 15 * 60 + 15, video('carer-support', 20)],
      [g, days[last] ?? today, 14 * 60, call('review', 15)],
      [h, days[last] ?? today, 15 * 60 + 30, visit('housing-money', 40)],
    ];
    later.slice(0, 14).forEach((run, at) => {
      const date = workingDayAfter(today, 1 + at);
      visits.push([
        run,
        date,
        9 * 60 + 45 * random.int(0, 9),
        random.chance(0.5) ? visit('review', 40) : call('review', 15),
      ]);
    });
    for (const [run, date, minute, plan] of visits) if (run) put(stage, run, demoCoordinator, at, date, minute, plan);
  });
  diary.add(days.length - ahead, 17 * 60, (at) => {
    const mine = runs.filter(
      ({ plan, status, behaviouristRole }) =>
        plan.behaviourist?.id === demoBehaviourist && status === 'open' && behaviouristRole,
    );
    mine.slice(0, 8).forEach((run, place) => {
      const minute = (place < 5 ? 9 * 60 : 10 * 60 + 20) + place * 40;
      put(stage, run, demoBehaviourist, at, today, minute, {
        mechanism: '01',
        location: 'C01',
        minutes: 30,
        purpose: 'behaviour-change',
      });
    });
    mine.slice(8, 22).forEach((run, place) => {
      put(
        stage,
        run,
        demoBehaviourist,
        at,
        workingDayAfter(today, 1 + Math.floor(place / 3)),
        9 * 60 + (place % 3) * 80,
        { mechanism: '01', location: 'C01', minutes: 30, purpose: 'behaviour-change' },
      );
    });
  });
  for (const [back, which] of [
    [4, -1],
    [2, -1],
    [3, -2],
    [1, -2],
  ] as const)
    diary.add(days.length - back, 14 * 60 + 20, (at) =>
      missedBy(stage, free(demoCoordinator).at(which), at, days.length - back),
    );
  diary.add(last, 9 * 60 + 40, (at) => proposeHandover(stage, runs, at));
}

type Plan = Pick<NewRow<'contacts'>, 'minutes' | 'location' | 'purpose'> & {
  readonly mechanism: CodeOf<'consultation-mechanism'>;
};
const visit = (purpose: CodeOf<'contact-purpose'>, minutes: number): Plan => ({
  mechanism: '01',
  location: 'A01',
  minutes,
  purpose,
});
const call = (purpose: CodeOf<'contact-purpose'>, minutes: number): Plan => ({ mechanism: '02', minutes, purpose });
const video = (purpose: CodeOf<'contact-purpose'>, minutes: number): Plan => ({ mechanism: '11', minutes, purpose });

function put(stage: Stage, run: Run, worker_id: string, at: number, date: string, minute: number, plan: Plan): void {
  const home = run.plan.person.home.residence;
  const location =
    plan.location === 'A01' && home === 'CH03'
      ? 'G01'
      : plan.location === 'A01' && home === 'SH03'
        ? 'G02'
        : plan.location;
  stage.desk.act(at, worker_id).insert(
    'contacts',
    {
      case_id: run.caseId,
      person_id: run.plan.person.id,
      worker_id,
      starts_at: instant(atLondon(date, minute)),
      ...plan,
      location: location ?? null,
      activities: '[]',
      joint_with: '[]',
      interventions: '[]',
    },
    run.plan.team.place.id,
  );
}

function missedBy(stage: Stage, run: Run | undefined, at: number, day: number): void {
  if (!run) return;
  const arranged = { mechanism: '01', location: 'A01', minutes: 40, purpose: 'review', seen: run.seen } as const;
  const outcome = outcomeOf(arranged, run.plan.person, run.plan.theme, run.random, { fixed: '3' });
  stage.desk.act(at, demoCoordinator).insert(
    'contacts',
    {
      case_id: run.caseId,
      person_id: run.plan.person.id,
      worker_id: demoCoordinator,
      starts_at: instant(atLondon(stage.days[day] ?? '', 13 * 60 + 45)),
      mechanism: arranged.mechanism,
      purpose: arranged.purpose,
      joint_with: '[]',
      ...outcome,
    },
    run.plan.team.place.id,
  );
}

/** A colleague asks the demonstration's coordinator to take over; another offers a case to whoever covers. */
function proposeHandover(stage: Stage, runs: readonly Run[], at: number): void {
  const others = runs.filter(
    ({ plan, status, coordinator }) =>
      plan.team.place.id === homePlace &&
      status === 'open' &&
      coordinator !== null &&
      coordinator.id !== demoCoordinator,
  );
  others.slice(0, 2).forEach((run, place) => {
    const from = run.coordinator?.id ?? '';
    stage.desk.act(at + place * 900_000, from).insert(
      'transfers',
      {
        case_id: run.caseId,
        from_worker_id: from,
        to_worker_id: place === 0 ? demoCoordinator : null,
        proposed_by: from,
        proposed_at: instant(at + place * 900_000),
        reason:
          place === 0
            ? 'Lives round the corner from your Tuesday visits, and asked for a woman.'
            : 'On leave for three weeks from Monday.',
        return_on: place === 0 ? null : addDays(stage.desk.simulation.today, 24),
      },
      run.plan.team.place.id,
    );
  });
}
