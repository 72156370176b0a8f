/**
 * Care plans. What is being worked on lives in rows of the person (needs, goals, actions, decisions) and in the sections of
 * the current plan; agreeing a plan freezes all of it in `agreed`, so that two versions can be compared for ever.
 */
export const plans: readonly string[] = [
  // Each section is one field (J5). `state`: {status: draft|agreed|under-review|superseded, on, by, note?}.
  // `agreement`: {on, by, with: [codes of care-plan-agreement], note?}. `agreed`: the frozen plan (shared/domain/frozen-plan.ts).
  // The plan that holds is `agreed`, or `under-review` while a draft that follows it is being written.
  `CREATE TABLE care_plans (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    person_id TEXT NOT NULL,
    case_id TEXT,
    version INTEGER NOT NULL,
    follows_plan_id TEXT,
    state TEXT NOT NULL CHECK (json_valid(state)),
    started_on TEXT NOT NULL,
    started_by TEXT NOT NULL,
    what_matters TEXT,
    strengths TEXT,
    communication TEXT,
    contingency TEXT CHECK (json_valid(contingency)),
    agreement TEXT CHECK (json_valid(agreement)),
    review_due_on TEXT,
    agreed TEXT CHECK (json_valid(agreed)),
    voided TEXT CHECK (json_valid(voided)),
    status TEXT NOT NULL GENERATED ALWAYS AS (state ->> 'status') STORED
  ) STRICT, WITHOUT ROWID`,
  // Holds what tells whether a plan counts, so that counting plans never reads the frozen ones.
  'CREATE INDEX care_plans_person ON care_plans (person_id, status, review_due_on, voided)',
  // A copy of one version that somebody was given; `format` is a code of plan-copy-format.
  `CREATE TABLE plan_copies (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    person_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    given_on TEXT NOT NULL,
    given_by TEXT NOT NULL,
    format TEXT NOT NULL,
    given_to TEXT NOT NULL,
    voided TEXT CHECK (json_valid(voided))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX plan_copies_person ON plan_copies (person_id, given_on)',
  // A need, concern or problem in one life domain. `ended`: {on, by, how: met|no-longer, note?}.
  `CREATE TABLE needs (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    person_id TEXT NOT NULL,
    domain TEXT NOT NULL,
    words TEXT NOT NULL,
    level INTEGER CHECK (level BETWEEN 0 AND 4),
    raised_on TEXT NOT NULL,
    raised_by TEXT NOT NULL,
    ended TEXT CHECK (json_valid(ended)),
    voided TEXT CHECK (json_valid(voided))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX needs_person ON needs (person_id)',
  // In the person's words. `baseline`: {words, rating}. `scale`: {"-2": …, "2": …}. `state`: {status, on, by, reason?}, status after
  // the FHIR goal lifecycle (shared/domain/goal-lifecycle.ts).
  `CREATE TABLE goals (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    person_id TEXT NOT NULL,
    case_id TEXT,
    need_id TEXT,
    domain TEXT NOT NULL,
    words TEXT NOT NULL,
    baseline TEXT CHECK (json_valid(baseline)),
    scale TEXT CHECK (json_valid(scale)),
    importance INTEGER CHECK (importance BETWEEN 0 AND 10),
    target_on TEXT,
    state TEXT NOT NULL CHECK (json_valid(state)),
    started_on TEXT NOT NULL,
    voided TEXT CHECK (json_valid(voided)),
    status TEXT NOT NULL GENERATED ALWAYS AS (state ->> 'status') STORED
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX goals_person ON goals (person_id, status)',
  // Goal-attainment scaling, -2 to +2, over time; `contact_id` when it was re-rated at a care contact.
  `CREATE TABLE goal_ratings (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    person_id TEXT NOT NULL,
    goal_id TEXT NOT NULL,
    rating INTEGER NOT NULL CHECK (rating BETWEEN -2 AND 2),
    rated_at TEXT NOT NULL,
    rated_by TEXT NOT NULL,
    contact_id TEXT,
    note TEXT,
    voided TEXT CHECK (json_valid(voided))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX goal_ratings_goal ON goal_ratings (goal_id, rated_at)',
  'CREATE INDEX goal_ratings_person ON goal_ratings (person_id, rated_at)',
  'CREATE INDEX goal_ratings_contact ON goal_ratings (contact_id) WHERE contact_id IS NOT NULL',
  // Who does what. `owner`: {kind: worker|person|carer|organisation, id?, name?}. A worker's action has a task (`tasks.origin_id`),
  // and its state is the task's; for the others `state` is {status: planned|done|dropped, on, by, outcome?}.
  `CREATE TABLE plan_actions (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    person_id TEXT NOT NULL,
    need_id TEXT,
    goal_id TEXT,
    words TEXT NOT NULL,
    owner TEXT NOT NULL CHECK (json_valid(owner)),
    due_on TEXT,
    state TEXT NOT NULL CHECK (json_valid(state)),
    voided TEXT CHECK (json_valid(voided))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX plan_actions_person ON plan_actions (person_id)',
  // What helps with one condition: everyday steps, warning signs, what to do then. `content` is one field.
  `CREATE TABLE self_management_plans (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    person_id TEXT NOT NULL,
    condition TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content)),
    agreed_on TEXT,
    written_by TEXT NOT NULL,
    review_due_on TEXT,
    ended_on TEXT,
    voided TEXT CHECK (json_valid(voided))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX self_management_plans_person ON self_management_plans (person_id, condition)',
  // A preference or decision that exists elsewhere: never the legal source. The newest of a kind holds; earlier ones are its history.
  // `kind`: place-of-care, place-of-death, resuscitation, advance-decision, power-of-attorney, mental-capacity.
  `CREATE TABLE care_decisions (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    person_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    kept_where TEXT,
    decided_on TEXT,
    review_on TEXT,
    note TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    voided TEXT CHECK (json_valid(voided))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX care_decisions_person ON care_decisions (person_id, kind, recorded_at)',
];
