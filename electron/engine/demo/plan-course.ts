import { addDays, addYears } from '../../../shared/domain/british-date.ts';
import type { CodeOf } from '../../../shared/domain/code-lists.ts';
import type { FrozenPlan, PlanContent } from '../../../shared/domain/frozen-plan.ts';
import type { Journal } from '../journal/record.ts';
import { instant } from './calendar.ts';
import {
  communication,
  planStories,
  type Story,
  selfManagement,
  signs,
  steps,
  strengths,
  whatMatters,
} from './plan-stories.ts';
import type { Random } from './random.ts';
import type { Worker } from './staff.ts';
import type { Run, Stage } from './stage.ts';

type Content = { -readonly [K in keyof PlanContent]: PlanContent[K] };

/** A plan while its story is told. */
interface Writing {
  readonly run: Run;
  readonly random: Random;
  readonly content: Content;
  readonly stories: readonly Story[];
  planId: string;
  version: number;
  /** The version that holds; superseded when the one being written is agreed. */
  holding: string | null;
}

const ways: readonly (readonly CodeOf<'care-plan-agreement'>[])[] = [
  ['10'],
  ['10'],
  ['10', '11'],
  ['10', '13'],
  ['11', '13'],
];

/** Plans of most cases: begun some weeks after the case, agreed, rated, reviewed once or twice, each by its coordinator. */
export function beginPlans(stage: Stage, runs: readonly Run[], random: Random): void {
  runs.forEach((run, at) => {
    const own = random.fork(`plan ${at}`);
    const { plan } = run;
    if (plan.status === 'proposed' || !own.chance(0.88)) return;
    const first = plan.opens + own.int(6, 22);
    const writing: Writing = {
      run,
      random: own,
      content: emptyContent(),
      stories: own.some(planStories[plan.theme], own.int(1, 3)),
      planId: '',
      version: 0,
      holding: null,
    };
    later(stage, run, first, own, (at, worker) => draft(stage, writing, at, worker));
    agreeLater(stage, writing, first + own.int(2, 12));
    for (let day = first + own.int(20, 35); day < stage.days.length; day += own.int(22, 45))
      later(stage, run, day, own, (at, worker) => rate(stage, writing, at, worker));
    for (let day = first + own.int(105, 150); day < stage.days.length; day += own.int(105, 150)) {
      later(stage, run, day, own, (at, worker) => review(stage, writing, at, worker));
      agreeLater(stage, writing, day + own.int(2, 14));
    }
  });
}

const emptyContent = (): Content => ({
  whatMatters: '',
  strengths: '',
  communication: '',
  contingency: { signs: [], steps: [], calls: [] },
  needs: [],
  goals: [],
  actions: [],
  selfManagement: [],
  decisions: [],
});

/** On a working day, while the case is open, by whoever coordinates it then. */
function later(stage: Stage, run: Run, day: number, random: Random, act: (at: number, worker: Worker) => void): void {
  if (day >= stage.days.length) return;
  stage.diary.add(day, random.int(10 * 60, 16 * 60), (at) => {
    if (run.status === 'open' && run.coordinator) act(at, run.coordinator);
  });
}

const dateOf = (at: number): string => instant(at).slice(0, 10);
const scopeOf = ({ run }: Writing): string => run.plan.team.place.id;

function draft(stage: Stage, writing: Writing, at: number, worker: Worker): void {
  const { content, random, run } = writing;
  const journal = stage.desk.act(at, worker.id);
  content.whatMatters = run.whatMatters ?? random.pick(whatMatters);
  content.strengths = random.pick(strengths);
  content.communication = random.chance(0.7) ? random.pick(communication) : '';
  content.contingency = {
    signs: random.some(signs, random.int(1, 3)),
    steps: random.some(steps, random.int(1, 2)),
    calls: [{ name: `${run.plan.team.place.name} team`, phone: `0151 496 0${random.int(100, 999)}` }],
  };
  insertVersion(writing, journal, worker, at, null);
  for (const [place, story] of writing.stories.entries()) addStory(stage, writing, journal, worker, at, story, place);
  addSelfManagement(writing, journal, worker, at);
  if (run.plan.person.health.flags.includes('end-of-life') || random.chance(0.08))
    addWishes(writing, journal, worker, at);
}

function insertVersion(writing: Writing, journal: Journal, worker: Worker, at: number, follows: string | null): void {
  const { content, run } = writing;
  writing.version += 1;
  writing.planId = journal.insert(
    'care_plans',
    {
      person_id: run.plan.person.id,
      case_id: run.caseId,
      version: writing.version,
      follows_plan_id: follows,
      state: JSON.stringify({ status: 'draft', on: dateOf(at), by: worker.id }),
      started_on: dateOf(at),
      started_by: worker.id,
      what_matters: content.whatMatters,
      strengths: content.strengths,
      communication: content.communication || null,
      contingency: JSON.stringify(content.contingency),
    },
    scopeOf(writing),
  );
}

function addStory(
  stage: Stage,
  writing: Writing,
  journal: Journal,
  worker: Worker,
  at: number,
  story: Story,
  place: number,
): void {
  const { content, random, run } = writing;
  const [scope, on] = [scopeOf(writing), dateOf(at)];
  const of = { person_id: run.plan.person.id };
  const level = random.int(1, 4);
  const needId = journal.insert(
    'needs',
    { ...of, domain: story.domain, words: story.need, level, raised_on: on, raised_by: worker.id },
    scope,
  );
  content.needs = [...content.needs, { id: needId, domain: story.domain, words: story.need, level }];
  // A pressing need that nobody has answered yet, so that prompts have something to say.
  if (place > 0 && random.chance(0.15)) return;
  const baseline = { words: story.baseline, rating: -1 };
  const scale = Object.fromEntries(story.levels.map((words, index) => [String(index - 2), words]));
  const importance = random.int(5, 10);
  const targetOn = addDays(on, random.int(60, 200));
  const status = place === 2 && random.chance(0.4) ? 'proposed' : 'active';
  const goalId = journal.insert(
    'goals',
    {
      ...of,
      case_id: run.caseId,
      need_id: needId,
      domain: story.domain,
      words: story.goal,
      baseline: JSON.stringify(baseline),
      scale: JSON.stringify(scale),
      importance,
      target_on: targetOn,
      state: JSON.stringify({ status, on, by: worker.id }),
      started_on: on,
    },
    scope,
  );
  const { domain, goal: words } = story;
  content.goals = [
    ...content.goals,
    { id: goalId, needId, domain, words, baseline, scale, importance, targetOn, status, rating: null },
  ];
  addAction(stage, writing, journal, worker, at, { needId, goalId, words: story.worker, byWorker: true });
  if (random.chance(0.7))
    addAction(stage, writing, journal, worker, at, { needId, goalId, words: story.person, byWorker: false });
}

interface NewAction {
  readonly needId: string;
  readonly goalId: string;
  readonly words: string;
  readonly byWorker: boolean;
}

function addAction(
  stage: Stage,
  writing: Writing,
  journal: Journal,
  worker: Worker,
  at: number,
  { needId, goalId, words, byWorker }: NewAction,
): void {
  const { content, random, run } = writing;
  const [scope, on] = [scopeOf(writing), dateOf(at)];
  const person_id = run.plan.person.id;
  const dueOn = addDays(on, random.int(7, 40));
  const id = journal.insert(
    'plan_actions',
    {
      person_id,
      need_id: needId,
      goal_id: goalId,
      words,
      owner: JSON.stringify(byWorker ? { kind: 'worker', id: worker.id } : { kind: 'person' }),
      due_on: dueOn,
      state: JSON.stringify({ status: 'planned', on, by: worker.id }),
    },
    scope,
  );
  const owner = { kind: byWorker ? ('worker' as const) : ('person' as const), name: byWorker ? worker.name : null };
  const kept = { id, needId, goalId, words, owner, dueOn, status: 'planned' as const, outcome: null };
  content.actions = [...content.actions, kept];
  const task = byWorker
    ? journal.insert(
        'tasks',
        {
          person_id,
          case_id: run.caseId,
          neighbourhood_id: scope,
          owner_id: worker.id,
          words,
          due_on: dueOn,
          priority: 'routine',
          origin_kind: 'plan-action',
          origin_id: id,
          created_at: instant(at),
          created_by: worker.id,
          state: JSON.stringify({ status: 'open', on, by: worker.id }),
        },
        scope,
      )
    : null;
  if (!random.chance(0.9)) return;
  const begun = stage.days.findIndex((day) => day >= on);
  later(stage, run, begun + random.int(4, 26), random, (then, by) => {
    const state = { on: dateOf(then), by: by.id, outcome: 'Done as agreed.' };
    const acted = stage.desk.act(then, by.id);
    if (task === null) acted.update('plan_actions', id, { state: JSON.stringify({ status: 'done', ...state }) });
    else acted.update('tasks', task, { state: JSON.stringify({ status: 'done', ...state }) });
    content.actions = content.actions.map((action) =>
      action.id === id ? { ...action, status: 'done', outcome: state.outcome } : action,
    );
  });
}

function addSelfManagement(writing: Writing, journal: Journal, worker: Worker, at: number): void {
  const { content, random, run } = writing;
  for (const condition of run.plan.person.health.conditions) {
    const known = selfManagement[condition];
    if (!known || !random.chance(0.65)) continue;
    const [well = '', wellDo = '', care = '', careDo = '', help = '', helpDo = ''] = known.zones;
    const plan = {
      everyday: [...known.everyday],
      green: { signs: well, do: wellDo },
      amber: { signs: care, do: careDo },
      red: { signs: help, do: helpDo },
    };
    const [agreedOn, reviewDueOn] = [dateOf(at), addDays(dateOf(at), 182)];
    const id = journal.insert(
      'self_management_plans',
      {
        person_id: run.plan.person.id,
        condition,
        content: JSON.stringify(plan),
        agreed_on: agreedOn,
        review_due_on: reviewDueOn,
        written_by: worker.id,
      },
      scopeOf(writing),
    );
    content.selfManagement = [...content.selfManagement, { id, condition, content: plan, agreedOn, reviewDueOn }];
  }
}

function addWishes(writing: Writing, journal: Journal, worker: Worker, at: number): void {
  const { random, run } = writing;
  const on = dateOf(at);
  const wish = (kind: CodeOf<'care-decision'>, value: string, keptWhere: string | null = null) => {
    const decidedOn = value === 'exists' ? addDays(on, -random.int(5, 200)) : null;
    const reviewOn = value === 'exists' ? addYears(on, 1) : null;
    const fields = { kind, value, kept_where: keptWhere, decided_on: decidedOn, review_on: reviewOn };
    const recorded = { recorded_at: instant(at), recorded_by: worker.id };
    const id = journal.insert(
      'care_decisions',
      { person_id: run.plan.person.id, ...fields, ...recorded },
      scopeOf(writing),
    );
    writing.content.decisions = [
      ...writing.content.decisions,
      { id, kind, value, keptWhere, decidedOn, reviewOn, note: null },
    ];
  };
  const place = random.pick(['21', '21', '21', '30', '41', 'undecided']);
  wish('place-of-care', place === '30' ? '21' : place);
  if (random.chance(0.8)) wish('place-of-death', place);
  if (random.chance(0.7)) wish('resuscitation', 'exists', 'Red folder in the hall, copy at the practice');
  if (random.chance(0.3)) wish('power-of-attorney', 'exists', 'With the daughter');
}

function agreeLater(stage: Stage, writing: Writing, day: number): void {
  const { run, random } = writing;
  later(stage, run, day, random, (at, worker) => {
    if (writing.planId === '') return;
    agree(stage, writing, at, worker);
  });
}

function agree(stage: Stage, writing: Writing, at: number, worker: Worker): void {
  const { planId, content, random } = writing;
  const before = writing.holding;
  if (planId === before) return;
  const [journal, on] = [stage.desk.act(at, worker.id), dateOf(at)];
  const reviewDueOn = addDays(on, random.int(150, 200));
  const agreedWith = [...random.pick(ways)];
  const frozen: FrozenPlan = {
    version: writing.version,
    ...content,
    agreement: { on, by: worker.name, with: agreedWith, note: '' },
    reviewDueOn,
  };
  journal.update('care_plans', planId, {
    state: JSON.stringify({ status: 'agreed', on, by: worker.id }),
    agreement: JSON.stringify({ on, by: worker.id, with: agreedWith, note: '' }),
    review_due_on: reviewDueOn,
    agreed: JSON.stringify(frozen),
  });
  if (before)
    journal.update('care_plans', before, { state: JSON.stringify({ status: 'superseded', on, by: worker.id }) });
  writing.holding = planId;
  // Finished actions belong to the version in which they were finished.
  content.actions = content.actions.filter(({ status }) => status === 'planned');
  if (!random.chance(0.75)) return;
  journal.insert(
    'plan_copies',
    {
      person_id: writing.run.plan.person.id,
      plan_id: planId,
      given_on: on,
      given_by: worker.id,
      format: writing.run.plan.theme === 'learning' ? 'easy-read' : random.pick(['print', 'print', '11', 'e-mail']),
      given_to: writing.run.plan.theme === 'child' ? 'Mum' : 'The person',
    },
    scopeOf(writing),
  );
}

function rate(stage: Stage, writing: Writing, at: number, worker: Worker): void {
  const { content, random, run } = writing;
  const journal = stage.desk.act(at, worker.id);
  content.goals = content.goals.map((goal) => {
    if (goal.status !== 'active' || !random.chance(0.8)) return goal;
    const last = goal.rating?.rating ?? -1;
    const rating = Math.max(-2, Math.min(2, last + random.pick([-1, 0, 0, 1, 1])));
    const row = { person_id: run.plan.person.id, goal_id: goal.id, rating, rated_at: instant(at), rated_by: worker.id };
    journal.insert('goal_ratings', row, scopeOf(writing));
    const rated = { ...goal, rating: { rating, on: dateOf(at) } };
    if (rating < 1 || !random.chance(0.25)) return rated;
    journal.update('goals', goal.id, { state: JSON.stringify({ status: 'completed', on: dateOf(at), by: worker.id }) });
    return { ...rated, status: 'completed' };
  });
}

/** The plan that holds goes under review, and the next version is begun; many are agreed some days later. */
function review(stage: Stage, writing: Writing, at: number, worker: Worker): void {
  const { content, random, holding: before } = writing;
  if (before === null || before !== writing.planId) return;
  const journal = stage.desk.act(at, worker.id);
  journal.update('care_plans', before, {
    state: JSON.stringify({ status: 'under-review', on: dateOf(at), by: worker.id }),
  });
  content.strengths = `${content.strengths} ${random.pick(['Has tried something new.', 'Asks for help sooner now.'])}`;
  content.goals = content.goals.filter(({ status }) => status !== 'completed');
  insertVersion(writing, journal, worker, at, before);
}
