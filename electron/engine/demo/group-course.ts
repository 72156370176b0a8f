import { atLondon, instant } from './calendar.ts';
import type { Random } from './random.ts';
import type { Team } from './staff.ts';
import type { Run, Stage } from './stage.ts';
import type { ThemeName } from './themes.ts';

interface Course {
  readonly title: string;
  readonly themes: readonly ThemeName[];
  readonly note: string;
}
const courses: readonly Course[] = [
  {
    title: 'Breathe easy group',
    themes: ['breathing', 'heart'],
    note: 'Breathing exercises, then tea. New people made welcome.',
  },
  { title: 'Steady on your feet', themes: ['frailty', 'memory'], note: 'Chair exercises and a walk round the hall.' },
  {
    title: 'Living well with diabetes',
    themes: ['diabetes', 'heart'],
    note: 'Labels, portions and feet. Good questions.',
  },
  { title: 'Pain and pacing', themes: ['pain', 'mood'], note: 'Activity diaries compared; relaxation at the end.' },
  {
    title: 'Tuesday wellbeing walk',
    themes: ['mood', 'pain', 'psychosis'],
    note: 'Round the park, two laps. Dry for once.',
  },
];

/** A team's group every other week: one session, a contact for each person who was expected. */
export function beginGroups(stage: Stage, team: Team, random: Random): void {
  const leader =
    team.behaviourists[0] ?? team.others.find(({ job }) => job === 'health-trainer' || job === 'link-worker');
  if (!leader) return;
  const first = random.int(20, 29);
  for (let day = first; day < stage.days.length; day += 10) {
    const course = courses[Math.floor((day - first) / 60) % courses.length];
    if (!course) continue;
    stage.diary.add(day, 12 * 60 + random.int(5, 45), (at) => session(stage, team, leader.id, course, day, at, random));
  }
}

function session(
  stage: Stage,
  team: Team,
  worker_id: string,
  course: Course,
  day: number,
  at: number,
  random: Random,
): void {
  const fitting = [...(stage.active.get(team.place.id) ?? [])].filter(
    (run: Run) => run.status === 'open' && run.seen > 0 && course.themes.includes(run.plan.theme),
  );
  const people = random.some(fitting, random.int(4, 9));
  if (people.length < 3) return;
  const journal = stage.desk.act(at, worker_id);
  const starts_at = instant(atLondon(stage.days[day] ?? stage.desk.simulation.today, 10 * 60 + 30));
  const scope = team.place.id;
  const group_id = journal.insert(
    'group_sessions',
    { title: course.title, worker_id, starts_at, minutes: 90, location: 'N02', note: course.note },
    scope,
  );
  for (const run of people) {
    const came = !random.chance(0.1 + run.plan.person.health.misses);
    journal.insert(
      'contacts',
      {
        case_id: run.caseId,
        person_id: run.plan.person.id,
        worker_id,
        group_id,
        starts_at,
        minutes: came ? 90 : null,
        mechanism: '01',
        attendance: came ? '5' : '3',
        consultation_type: came ? '02' : null,
        subject: came ? '01' : null,
        location: came ? 'N02' : null,
        activities: came ? '["05"]' : '[]',
        purpose: 'behaviour-change',
        note:
          came && random.chance(0.3)
            ? random.pick([
                'Joined in, stayed for tea.',
                'Quiet at first, talked to the others afterwards.',
                'Brought a neighbour along.',
              ])
            : null,
        joint_with: '[]',
        interventions: came && random.chance(0.2) ? '[{"code":"activity","response":"advice"}]' : '[]',
      },
      scope,
    );
  }
}
