import { addDays } from '../../../shared/domain/british-date.ts';
import type { TaskPriority } from '../../../shared/domain/task-rules.ts';
import { instant, workingDayAfter } from './calendar.ts';
import { type Random, weights } from './random.ts';
import { homePlace } from './sizes.ts';
import { demoBehaviourist, demoCoordinator, demoLead } from './staff.ts';
import type { Run, Stage } from './stage.ts';

/** What coordinators write on their lists, with what came of it. */
const chores: readonly (readonly [string, string])[] = [
  ['Ring the housing office about the damp in the bedroom', 'Surveyor comes on Thursday.'],
  ['Ask the pharmacy for a dosette box', 'From the next delivery on.'],
  ['Chase the letter from the memory clinic', 'It had gone to the old address; sent again.'],
  ['Send the attendance allowance form', 'Posted with a stamped envelope.'],
  ['Tell the practice about the new phone number', 'They have it on their record.'],
  ['Order a second grab rail for the stairs', 'Fitted this morning.'],
  ['Find out when the heating engineer comes', 'Came yesterday, it works again.'],
  ['Book transport for the hospital appointment', 'Booked, driver rings the evening before.'],
  ['Ask the daughter which days suit for a visit', 'Tuesdays after two.'],
  ['Bring the leaflet about the lunch club', 'Given, wants to try it.'],
  ['Check that the key safe works', 'Battery changed.'],
  ['Ring after the chest clinic', 'New inhaler, sees the nurse next week.'],
];
const teamChores = [
  'Order leaflets about winter fuel payments',
  'Ask the library for a quiet room in January',
  'Update the list of warm spaces',
];
const meetingChores = ['Ask the district nurse for a joint visit', 'Share the crisis plan with the practice'];
const priorities = weights<TaskPriority>({ routine: 78, soon: 17, urgent: 5 });
const reasons = ['Waits for their answer.', 'Away until next week.', 'In hospital at the moment.'];

/** Tasks on the lists of coordinators: most done, some due, a few late, put off, called off, or left to the team. */
export function beginTasks(stage: Stage, runs: readonly Run[], random: Random): void {
  const { days, desk, diary } = stage;
  const last = days.length - 1;
  for (const run of runs) {
    if (run.plan.status === 'proposed' || !random.chance(0.4)) continue;
    const day = Math.max(run.plan.opens + 1, last - random.int(1, 18));
    if (day >= last || (run.plan.closes !== null && run.plan.closes <= day + 2)) continue;
    diary.add(day, random.int(10 * 60, 16 * 60), (at) => addChore(stage, run, random, day, at));
  }
  diary.add(last - 2, 9 * 60 + 5, (at) => {
    teamChores.forEach((words, place) => {
      const due = workingDayAfter(desk.simulation.today, place * 3);
      insert(stage, at, place === 0 ? demoLead : demoCoordinator, {
        ...{ words, owner: null, due, neighbourhood: homePlace, priority: 'routine', origin: 'hand' },
      });
    });
  });
  diary.add(last - 3, 13 * 60 + 40, (at) => demoChores(stage, runs, at));
}

interface Chore {
  readonly words: string;
  readonly owner: string | null;
  readonly due: string | null;
  readonly neighbourhood: string;
  readonly priority: TaskPriority;
  readonly origin: 'hand' | 'meeting' | 'referral';
  readonly run?: Run;
}

function insert({ desk }: Stage, at: number, by: string, chore: Chore): string {
  const { run } = chore;
  return desk.act(at, by).insert(
    'tasks',
    {
      person_id: run?.plan.person.id ?? null,
      case_id: run?.caseId ?? null,
      neighbourhood_id: chore.neighbourhood,
      owner_id: chore.owner,
      words: chore.words,
      due_on: chore.due,
      priority: chore.priority,
      origin_kind: chore.origin,
      created_at: instant(at),
      created_by: by,
      state: JSON.stringify({ status: 'open', on: instant(at), by }),
    },
    run?.plan.person.place.id ?? chore.neighbourhood,
  );
}

function addChore(stage: Stage, run: Run, random: Random, day: number, at: number): void {
  const { coordinator, status } = run;
  if (!coordinator || coordinator.leavesOn !== null || (status !== 'open' && status !== 'on-hold')) return;
  const { days, desk, diary } = stage;
  const last = days.length - 1;
  const [words, outcome] = random.pick(chores);
  const due = random.chance(0.85) ? addDays(days[day] ?? '', random.int(2, 20)) : null;
  const luck = random.next();
  const id = insert(stage, at, coordinator.id, {
    ...{ words, run, owner: coordinator.id, due, neighbourhood: run.plan.team.place.id, origin: 'hand' },
    priority: random.draw(priorities),
  });
  const stillOpen = due === null || due >= desk.simulation.today;
  // What is late by today was nearly always done: a list of overdue chores nobody looks at is no list.
  if (luck < (stillOpen ? 0.3 : 0.93)) {
    const done = Math.min(last, day + random.int(1, 6));
    if (done <= day) return;
    diary.add(done, random.int(9 * 60, 17 * 60), (then) => {
      const ended = { on: instant(then), by: coordinator.id };
      const state =
        luck < 0.04
          ? { status: 'cancelled', ...ended, outcome: 'The family did it themselves.' }
          : { status: 'done', ...ended, ...(random.chance(0.8) && { outcome }) };
      desk.act(then, coordinator.id).update('tasks', id, { state: JSON.stringify(state) });
    });
  } else if (luck > 0.95) {
    const snooze = { until: addDays(desk.simulation.today, random.int(2, 12)), reason: random.pick(reasons) };
    const journal = desk.act(at + 60_000, coordinator.id);
    journal.update('tasks', id, { snooze: JSON.stringify({ ...snooze, by: coordinator.id }) });
  }
}

/** What the three demonstration workers find on their lists for today. */
function demoChores(stage: Stage, runs: readonly Run[], at: number): void {
  const { today } = stage.desk.simulation;
  const open = runs.filter(({ status, plan }) => status === 'open' && plan.team.place.id === homePlace);
  const mine = open.filter(({ coordinator }) => coordinator?.id === demoCoordinator);
  const sessions = open.filter(({ plan }) => plan.behaviourist?.id === demoBehaviourist);
  const others = open.filter(({ coordinator }) => coordinator && coordinator.id !== demoCoordinator);
  const lines: readonly (readonly [Run | undefined, Omit<Chore, 'run' | 'neighbourhood'>, string])[] = [
    [
      mine[2],
      { words: meetingChores[0] ?? '', owner: demoCoordinator, due: today, priority: 'soon', origin: 'meeting' },
      demoLead,
    ],
    [
      mine[5],
      {
        words: 'Chase the answer to the falls clinic referral',
        owner: demoCoordinator,
        due: workingDayAfter(today, 2),
        priority: 'routine',
        origin: 'referral',
      },
      demoCoordinator,
    ],
    [
      sessions[1],
      {
        words: 'Send the sleep diary before the next session',
        owner: demoBehaviourist,
        due: today,
        priority: 'routine',
        origin: 'hand',
      },
      demoBehaviourist,
    ],
    [
      sessions[3],
      { words: meetingChores[1] ?? '', owner: demoBehaviourist, due: today, priority: 'soon', origin: 'meeting' },
      demoLead,
    ],
    [
      others[0],
      {
        words: 'Agree with the ward who tells the family',
        owner: demoLead,
        due: today,
        priority: 'urgent',
        origin: 'meeting',
      },
      demoLead,
    ],
  ];
  lines.forEach(([run, chore, by], place) => {
    if (run) insert(stage, at + place * 60_000, by, { ...chore, run, neighbourhood: homePlace });
  });
}
