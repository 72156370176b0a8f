/** The shared whole-person assessment, and scores of instruments. */
export const assessments: readonly string[] = [
  // One answer of the shared assessment: a life domain, what was said, who asked and when. The newest of a domain holds,
  // so nobody asks twice; earlier ones are its history.
  `CREATE TABLE assessment_answers (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    person_id TEXT NOT NULL,
    domain TEXT NOT NULL,
    strengths TEXT,
    level INTEGER CHECK (level BETWEEN 0 AND 4),
    helps TEXT,
    note TEXT,
    source TEXT,
    asked_on TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    voided TEXT CHECK (json_valid(voided))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX assessment_answers_person ON assessment_answers (person_id, domain, asked_on)',
  // An instrument as it was filled in: raw answers, version and computed result are kept apart. `score` is null while an
  // item is missing. `answers`: {item: value}. `safety`: what was done about an answer that asks for it, {on, by, note}.
  `CREATE TABLE instrument_results (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    person_id TEXT NOT NULL,
    case_id TEXT,
    contact_id TEXT,
    instrument TEXT NOT NULL,
    version TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    taken_by TEXT NOT NULL,
    answers TEXT CHECK (json_valid(answers)),
    score REAL,
    band TEXT,
    alert TEXT,
    safety TEXT CHECK (json_valid(safety)),
    note TEXT,
    voided TEXT CHECK (json_valid(voided))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX instrument_results_person ON instrument_results (person_id, instrument, taken_at)',
  // A behaviourist's case brought to supervision. `review`: {on, by, note, decision}; null while it waits.
  `CREATE TABLE supervision_cases (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    person_id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    brought_by TEXT NOT NULL,
    brought_on TEXT NOT NULL,
    question TEXT NOT NULL,
    review TEXT CHECK (json_valid(review)),
    voided TEXT CHECK (json_valid(voided))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX supervision_cases_person ON supervision_cases (person_id)',
  'CREATE INDEX supervision_cases_worker ON supervision_cases (brought_by, brought_on)',
];
