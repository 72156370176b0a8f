import type { Behaviour } from '../../../shared/contract/contact-entry.ts';
import type { CodeOf } from '../../../shared/domain/code-lists.ts';
import type { Random } from './random.ts';
import { type ThemeName, themes } from './themes.ts';

/** How somebody's motivation stands and which way it tends. */
export interface Course {
  readiness: number;
  importance: number;
  confidence: number;
  rating: number;
  readonly trend: number;
  readonly goals: readonly string[];
}

/** The start of work on behaviour: most get better, some stay as they are, a few slip. */
export function courseOf(theme: ThemeName, random: Random): Course {
  return {
    readiness: random.int(2, 5),
    importance: random.int(3, 8),
    confidence: random.int(1, 5),
    rating: -1,
    trend: random.pick([0.7, 0.6, 0.5, 0.4, 0, 0, -0.25]),
    goals: random.some(themes[theme].goals, random.int(1, 2)),
  };
}

const early: readonly CodeOf<'behaviour-technique'>[] = [
  'open-questions',
  'affirmation',
  'reflection',
  'summary',
  'importance-ruler',
  'confidence-ruler',
  'decisional-balance',
  'agenda-mapping',
  'values-exploration',
];
const middle: readonly CodeOf<'behaviour-technique'>[] = [
  'open-questions',
  'reflection',
  'goal-setting',
  'action-planning',
  'coping-planning',
  'problem-solving',
  'graded-tasks',
  'confidence-ruler',
  'information',
];
const late: readonly CodeOf<'behaviour-technique'>[] = [
  'affirmation',
  'self-monitoring',
  'feedback',
  'social-support',
  'habit-formation',
  'rewards',
  'relapse-prevention',
  'relaxation',
];

/** One more session: moves the course on and tells what is recorded of it. */
export function sessionOf(course: Course, session: number, theme: ThemeName, random: Random): Behaviour {
  const step = (value: number, pull: number) => Math.round(Math.min(10, Math.max(0, value + random.around(pull, 0.8))));
  if (session > 1) {
    course.readiness = step(course.readiness, course.trend);
    course.importance = step(course.importance, course.trend / 2);
    course.confidence = step(course.confidence, course.trend * 1.1);
    course.rating = Math.round(Math.min(2, Math.max(-2, course.rating + random.around(course.trend * 0.4, 0.5))));
  }
  const techniques = random.some(session < 3 ? early : session < 6 ? middle : late, random.int(2, 4));
  return {
    techniques,
    readiness: course.readiness,
    importance: course.importance,
    confidence: course.confidence,
    stage: stageOf(course, session),
    homework: random.chance(0.6) ? random.pick(themes[theme].homework) : '',
    goals: session < 2 ? [] : course.goals.map((goal) => ({ goal, rating: course.rating })),
  };
}

function stageOf({ readiness, trend }: Course, session: number): CodeOf<'stage-of-change'> {
  if (trend < 0 && session > 4) return 'relapse';
  if (readiness <= 3) return 'pre-contemplation';
  if (readiness <= 5) return 'contemplation';
  if (readiness <= 7) return 'preparation';
  return session > 7 ? 'maintenance' : 'action';
}
