/** Cases and care contacts. */
export const work: readonly string[] = [
  // `state` is one field (J5): {status, on, reason?, note?, reviewOn?}.
  `CREATE TABLE cases (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    person_id TEXT NOT NULL,
    neighbourhood_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (json_valid(state)),
    opened_on TEXT NOT NULL,
    source TEXT,
    purpose TEXT,
    follows_case_id TEXT,
    status TEXT NOT NULL GENERATED ALWAYS AS (state ->> 'status') STORED
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX cases_person ON cases (person_id)',
  "CREATE INDEX cases_open ON cases (person_id, neighbourhood_id) WHERE status <> 'closed'",
  // Who is involved in a case, over time; `external` is {name, organisation, phone} for people without an account.
  `CREATE TABLE case_roles (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    case_id TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('coordinator', 'behaviourist', 'lead-professional', 'involved')),
    worker_id TEXT,
    external TEXT CHECK (json_valid(external)),
    started_at TEXT NOT NULL,
    ended_at TEXT,
    voided TEXT CHECK (json_valid(voided))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX case_roles_case ON case_roles (case_id, role)',
  'CREATE INDEX case_roles_worker ON case_roles (worker_id, ended_at)',
  // `answer` is null while proposed, else {state: accepted|declined|withdrawn|imposed, by, at, reason?}.
  `CREATE TABLE transfers (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    case_id TEXT NOT NULL,
    from_worker_id TEXT,
    to_worker_id TEXT,
    proposed_by TEXT NOT NULL,
    proposed_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    return_on TEXT,
    answer TEXT CHECK (json_valid(answer))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX transfers_case ON transfers (case_id)',
  'CREATE INDEX transfers_open ON transfers (to_worker_id) WHERE answer IS NULL',
  'CREATE INDEX transfers_proposed ON transfers (proposed_by, proposed_at)',
  // A planned contact has no attendance yet. A group session is one `group_sessions` row with a contact for each person.
  `CREATE TABLE contacts (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    case_id TEXT,
    person_id TEXT NOT NULL,
    worker_id TEXT NOT NULL,
    group_id TEXT,
    starts_at TEXT NOT NULL,
    minutes INTEGER,
    mechanism TEXT NOT NULL,
    attendance TEXT,
    cancellation TEXT CHECK (json_valid(cancellation)),
    consultation_type TEXT,
    subject TEXT,
    location TEXT,
    activities TEXT NOT NULL CHECK (json_valid(activities)),
    purpose TEXT,
    note TEXT,
    joint_with TEXT NOT NULL CHECK (json_valid(joint_with)),
    next_due_on TEXT,
    behaviour TEXT CHECK (json_valid(behaviour)),
    interventions TEXT NOT NULL CHECK (json_valid(interventions)),
    voided TEXT CHECK (json_valid(voided))
  ) STRICT, WITHOUT ROWID`,
  // Both hold what counting along them asks for, so that the rows with their notes are read only where they are shown.
  'CREATE INDEX contacts_person ON contacts (person_id, starts_at, id, worker_id, attendance, voided)',
  'CREATE INDEX contacts_case ON contacts (case_id, starts_at, attendance, voided, next_due_on)',
  'CREATE INDEX contacts_worker ON contacts (worker_id, starts_at)',
  'CREATE INDEX contacts_planned_case ON contacts (case_id, starts_at) WHERE attendance IS NULL AND voided IS NULL',
  'CREATE INDEX contacts_planned_worker ON contacts (worker_id, starts_at) WHERE attendance IS NULL AND voided IS NULL',
  "CREATE INDEX contacts_planned_joint ON contacts (starts_at) WHERE attendance IS NULL AND voided IS NULL AND joint_with <> '[]'",
  'CREATE INDEX contacts_group ON contacts (group_id) WHERE group_id IS NOT NULL',
  `CREATE TABLE group_sessions (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    title TEXT NOT NULL,
    worker_id TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    minutes INTEGER,
    location TEXT,
    note TEXT,
    voided TEXT CHECK (json_valid(voided))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX group_sessions_worker ON group_sessions (worker_id, starts_at)',
];
