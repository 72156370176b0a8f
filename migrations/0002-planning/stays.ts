/** Stays away from home or under special care at home, telehealth, and care homes with the seven elements. */
export const stays: readonly string[] = [
  // `kind`: hospital, virtual-ward, reablement, intermediate-care, care-home. `delay`: {reason, note?}; it counts from `ready_on`.
  // `day91`: {outcome: at-home|not-at-home|died|unknown, on, by}; its due date follows from `admitted_on`.
  // `follow_up`: {due_on, done_on?, by?, contact_id?}; its owner is the task that names the stay as its origin.
  `CREATE TABLE stays (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    person_id TEXT NOT NULL,
    case_id TEXT,
    kind TEXT NOT NULL,
    provider TEXT,
    ward TEXT,
    reason TEXT,
    emergency INTEGER NOT NULL CHECK (emergency IN (0, 1)),
    mental_health INTEGER NOT NULL CHECK (mental_health IN (0, 1)),
    admitted_on TEXT NOT NULL,
    expected_on TEXT,
    ready_on TEXT,
    delay TEXT CHECK (json_valid(delay)),
    discharged_on TEXT,
    destination TEXT,
    follow_up TEXT CHECK (json_valid(follow_up)),
    day91 TEXT CHECK (json_valid(day91)),
    recorded_by TEXT NOT NULL,
    voided TEXT CHECK (json_valid(voided))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX stays_person ON stays (person_id, admitted_on)',
  'CREATE INDEX stays_current ON stays (admitted_on) WHERE discharged_on IS NULL AND voided IS NULL',
  "CREATE INDEX stays_to_follow ON stays (discharged_on) WHERE follow_up IS NOT NULL AND follow_up ->> 'done_on' IS NULL AND discharged_on IS NOT NULL AND voided IS NULL",
  "CREATE INDEX stays_day91 ON stays (admitted_on) WHERE kind = 'reablement' AND day91 IS NULL AND voided IS NULL",
  'CREATE INDEX stays_discharged ON stays (scope, discharged_on) WHERE discharged_on IS NOT NULL AND voided IS NULL',
  // One item of a discharge checklist; a row each, its id made of stay and item, so that two workers ticking at once meet
  // in one row. `result`: {how: done|not-needed, on, by}; null when it was taken back.
  `CREATE TABLE stay_checks (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    person_id TEXT NOT NULL,
    stay_id TEXT NOT NULL,
    item TEXT NOT NULL,
    result TEXT CHECK (json_valid(result)),
    voided TEXT CHECK (json_valid(voided))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX stay_checks_stay ON stay_checks (stay_id)',
  `CREATE TABLE telehealth_enrolments (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    person_id TEXT NOT NULL,
    kit TEXT NOT NULL,
    started_on TEXT NOT NULL,
    ended TEXT CHECK (json_valid(ended)),
    note TEXT,
    recorded_by TEXT NOT NULL,
    voided TEXT CHECK (json_valid(voided))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX telehealth_enrolments_person ON telehealth_enrolments (person_id)',
  // An alert is always an owned task: `task_id` is never empty.
  `CREATE TABLE telehealth_alerts (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    person_id TEXT NOT NULL,
    enrolment_id TEXT NOT NULL,
    raised_at TEXT NOT NULL,
    words TEXT NOT NULL,
    task_id TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    voided TEXT CHECK (json_valid(voided))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX telehealth_alerts_enrolment ON telehealth_alerts (enrolment_id, raised_at)',
  'CREATE INDEX telehealth_alerts_person ON telehealth_alerts (person_id)',
  "CREATE INDEX tasks_alerts ON tasks (created_at) WHERE origin_kind = 'telehealth-alert' AND status = 'open' AND voided IS NULL",
  // Residents are people whose residence names the home.
  `CREATE TABLE care_homes (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    name TEXT NOT NULL,
    neighbourhood_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    beds INTEGER,
    phone TEXT,
    practice_id TEXT,
    lead_worker_id TEXT,
    ended_on TEXT
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX care_homes_neighbourhood ON care_homes (neighbourhood_id)',
  "CREATE INDEX people_care_home_name ON people (neighbourhood_id, residence ->> 'careHome') WHERE residence ->> 'careHome' IS NOT NULL",
  // One of the seven elements of enhanced health in care homes, as it stood on a date; the newest holds.
  `CREATE TABLE care_home_elements (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    care_home_id TEXT NOT NULL,
    element TEXT NOT NULL,
    standing TEXT NOT NULL,
    note TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX care_home_elements_home ON care_home_elements (care_home_id, element, recorded_at)',
];
