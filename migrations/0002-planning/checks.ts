/** Checks that were offered and done, and breaks of carers. Registers are the flags and conditions of the record. */
export const checks: readonly string[] = [
  // `kind`: a code of the list `check` (learning-disability annual check, SMI physical check, retinal screening, carer's
  // assessment, NHS Health Check, each vaccination). `parts`: for a check of several parts, {part: {on, result?}}.
  `CREATE TABLE checks (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    person_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    offered_on TEXT,
    response TEXT CHECK (response IN ('accepted', 'declined')),
    done_on TEXT,
    parts TEXT CHECK (json_valid(parts)),
    note TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    voided TEXT CHECK (json_valid(voided))
  ) STRICT, WITHOUT ROWID`,
  // Holds all that says how a check stands, so that a register of 25,000 people never reads a row.
  'CREATE INDEX checks_person ON checks (person_id, kind, done_on, offered_on, response, voided)',
  // Who a register may concern: the living of a neighbourhood by birth date, and those with a condition.
  `CREATE INDEX people_living ON people (neighbourhood_id, birth_date, sort_name, id)
   WHERE merged_into IS NULL AND voided IS NULL AND death IS NULL`,
  'CREATE INDEX conditions_code ON conditions (code, person_id) WHERE ended_on IS NULL AND voided IS NULL',
  `CREATE TABLE carer_breaks (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    person_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    hours REAL,
    provider TEXT,
    note TEXT,
    recorded_by TEXT NOT NULL,
    voided TEXT CHECK (json_valid(voided))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX carer_breaks_person ON carer_breaks (person_id, starts_on)',
];
