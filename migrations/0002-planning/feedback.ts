/** What people say about their care. */
export const feedback: readonly string[] = [
  // `said_by`: person, carer, family, other. `state`: {status: open|answered|closed, on, by, note?}.
  `CREATE TABLE feedback (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    person_id TEXT NOT NULL,
    case_id TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('compliment', 'concern', 'complaint', 'story')),
    words TEXT NOT NULL,
    said_by TEXT NOT NULL,
    received_on TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    state TEXT NOT NULL CHECK (json_valid(state)),
    voided TEXT CHECK (json_valid(voided)),
    status TEXT NOT NULL GENERATED ALWAYS AS (state ->> 'status') STORED
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX feedback_person ON feedback (person_id, received_on)',
  "CREATE INDEX feedback_open ON feedback (scope, received_on) WHERE status = 'open' AND voided IS NULL",
];
