import { courseOf, sessionOf } from './behaviour.ts';
import { atLondon, instant } from './calendar.ts';
import { arrange, outcomeOf } from './contact.ts';
import type { Worker } from './staff.ts';
import type { Run, Stage } from './stage.ts';

/** Starts a behaviourist's sessions with somebody at their practice, every second week or so, some weeks after opening. */
export function beginSessions(stage: Stage, run: Run, worker: Worker, opened: number): void {
  const { plan, random } = run;
  const last = Math.min(plan.closes ?? stage.days.length, stage.days.length) - 8;
  const first = random.chance(0.5) ? opened + random.int(5, 25) : random.int(opened + 5, Math.max(opened + 6, last));
  const course = courseOf(plan.theme, random);
  const most = random.int(4, 12);
  let held = 0;
  let missed = 0;
  const arrangeNext = (day: number) => {
    if (day >= stage.days.length || (plan.closes !== null && day >= plan.closes)) return;
    const minute = 540 + 40 * random.int(0, 9);
    const arranged = arrange(plan.person, plan.theme, 4 + held, true, random);
    stage.diary.add(day, minute + arranged.minutes + random.int(1, 12), (at) => {
      if (run.status !== 'open') return;
      const outcome = outcomeOf(arranged, plan.person, plan.theme, random, {
        session: () => sessionOf(course, held + 1, plan.theme, random),
      });
      if (outcome.behaviour) held += 1;
      missed = outcome.behaviour ? 0 : missed + 1;
      stage.desk.act(at, worker.id).insert(
        'contacts',
        {
          case_id: run.caseId,
          person_id: plan.person.id,
          worker_id: worker.id,
          starts_at: instant(atLondon(stage.days[day] ?? stage.desk.simulation.today, minute)),
          mechanism: arranged.mechanism,
          purpose: arranged.purpose,
          consultation_type: outcome.behaviour ? (held === 1 ? '01' : '02') : null,
          joint_with: '[]',
          ...outcome,
        },
        plan.team.place.id,
      );
      // Some finish, some stop coming.
      if (held < most && missed < 3) arrangeNext(day + random.int(7, 13));
    });
  };
  arrangeNext(first);
}
