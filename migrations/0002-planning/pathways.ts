/** Pathway templates, and the pathways that cases follow. */
export const pathways: readonly string[] = [
  // An editable template: `steps` is [{code, words, who, within: {days, unit: working|calendar}, evidence}], `suggest` is
  // {flags, conditions, stays}: what on record makes it worth a thought. A case keeps the steps it began with.
  `CREATE TABLE pathway_templates (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    name TEXT NOT NULL,
    about TEXT NOT NULL,
    steps TEXT NOT NULL CHECK (json_valid(steps)),
    suggest TEXT NOT NULL CHECK (json_valid(suggest)),
    version INTEGER NOT NULL,
    ended_on TEXT
  ) STRICT, WITHOUT ROWID`,
  // `ended`: {how: a code of pathway-end, on, by, note?}. Ending settles the steps that were open.
  `CREATE TABLE case_pathways (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    person_id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    template_id TEXT NOT NULL,
    template_version INTEGER NOT NULL,
    started_on TEXT NOT NULL,
    started_by TEXT NOT NULL,
    ended TEXT CHECK (json_valid(ended)),
    voided TEXT CHECK (json_valid(voided))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX case_pathways_case ON case_pathways (case_id)',
  'CREATE INDEX case_pathways_person ON case_pathways (person_id)',
  // `result`: {how: done|not-needed, on, by, evidence?, reason?}; null while it is to be done.
  `CREATE TABLE pathway_steps (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    person_id TEXT NOT NULL,
    case_pathway_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    words TEXT NOT NULL,
    who TEXT NOT NULL,
    evidence TEXT,
    due_on TEXT,
    result TEXT CHECK (json_valid(result)),
    voided TEXT CHECK (json_valid(voided))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX pathway_steps_pathway ON pathway_steps (case_pathway_id, position)',
  'CREATE INDEX pathway_steps_person ON pathway_steps (person_id, due_on) WHERE result IS NULL AND voided IS NULL',
];
