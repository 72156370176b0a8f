/**
 * What only this device keeps, and the journal itself.
 * Instants are UTC ISO-8601 text with milliseconds, dates `YYYY-MM-DD`, JSON columns hold valid JSON.
 */
export const local: readonly string[] = [
  // The journal (J2). `position` is the order in which this device applied the changes.
  `CREATE TABLE changes (
    position INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    device TEXT NOT NULL,
    seq INTEGER NOT NULL,
    scope TEXT NOT NULL,
    entity TEXT NOT NULL,
    row TEXT NOT NULL,
    patch TEXT NOT NULL CHECK (json_valid(patch)),
    base TEXT CHECK (json_valid(base)),
    actor TEXT NOT NULL,
    command TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX changes_row ON changes (row, id)',
  // Heads of fields (J3) that differ from the change which created their row; no line means that one.
  `CREATE TABLE heads (
    row TEXT NOT NULL,
    field TEXT NOT NULL,
    change TEXT NOT NULL,
    entity TEXT NOT NULL,
    contested INTEGER NOT NULL DEFAULT 0 CHECK (contested IN (0, 1)),
    PRIMARY KEY (row, field, change)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX heads_contested ON heads (entity, row) WHERE contested = 1',
  // Facts of this copy of the store: device, incarnation, last sequence number, last clock, schema notes.
  `CREATE TABLE facts (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  // Commands already carried out, so that a repeat answers instead of acting twice.
  `CREATE TABLE commands (
    id TEXT PRIMARY KEY,
    endpoint TEXT NOT NULL,
    worker_id TEXT NOT NULL,
    input_hash TEXT NOT NULL,
    answer TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX commands_at ON commands (at)',
  `CREATE TABLE audit (
    seq INTEGER NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    device TEXT NOT NULL,
    worker_id TEXT,
    session TEXT,
    action TEXT NOT NULL,
    object TEXT,
    fields TEXT,
    reason TEXT,
    outcome TEXT NOT NULL,
    mac TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX audit_object ON audit (object, seq)',
  'CREATE INDEX audit_worker ON audit (worker_id, seq)',
  'CREATE INDEX audit_action ON audit (action, seq)',
  `CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail cannot be changed'); END`,
  `CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail cannot be changed'); END`,
  // Drafts are data: they outlive lock and crash.
  `CREATE TABLE drafts (
    worker_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body)),
    updated_at TEXT NOT NULL,
    PRIMARY KEY (worker_id, kind, key)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE saved_views (
    id TEXT PRIMARY KEY,
    worker_id TEXT NOT NULL,
    page TEXT NOT NULL,
    name TEXT NOT NULL,
    search TEXT NOT NULL,
    UNIQUE (worker_id, page, name)
  ) STRICT, WITHOUT ROWID`,
  // Last choices of a worker on this device (log panel, columns).
  `CREATE TABLE preferences (
    worker_id TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL CHECK (json_valid(value)),
    PRIMARY KEY (worker_id, name)
  ) STRICT, WITHOUT ROWID`,
  // A file of people on its way in. A committed import's journal entries stand at `first_position` to `last_position`,
  // without others between them: that is how it is undone.
  `CREATE TABLE imports (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('csv', 'fhir')),
    state TEXT NOT NULL CHECK (state IN ('received', 'preview', 'committed', 'undone')),
    worker_id TEXT NOT NULL,
    received_at TEXT NOT NULL,
    reading TEXT NOT NULL CHECK (json_valid(reading)),
    mapping TEXT NOT NULL CHECK (json_valid(mapping)),
    notices TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(notices)),
    previewed_position INTEGER,
    committed TEXT CHECK (json_valid(committed)),
    first_position INTEGER,
    last_position INTEGER,
    undone TEXT CHECK (json_valid(undone))
  ) STRICT, WITHOUT ROWID`,
  // The file itself, until the import is committed. With a row number: in a table without one, every search for the key
  // would read the whole content.
  `CREATE TABLE import_files (
    import_id TEXT NOT NULL PRIMARY KEY REFERENCES imports (id) ON DELETE CASCADE,
    content BLOB NOT NULL
  ) STRICT`,
  // One row of a file, as it will go in. `person_id`: whom it is, or will be, on record; `of_line`: an earlier row that it repeats.
  `CREATE TABLE import_rows (
    import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('create', 'update', 'same', 'duplicate', 'error', 'skip')),
    decision TEXT CHECK (decision IN ('create', 'link', 'skip')),
    person_id TEXT,
    of_line INTEGER,
    person TEXT CHECK (json_valid(person)),
    changes TEXT CHECK (json_valid(changes)),
    candidates TEXT CHECK (json_valid(candidates)),
    problems TEXT CHECK (json_valid(problems)),
    PRIMARY KEY (import_id, line)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX import_rows_outcome ON import_rows (import_id, outcome, decision, line)',
  `CREATE TABLE import_mappings (
    signature TEXT PRIMARY KEY,
    mapping TEXT NOT NULL CHECK (json_valid(mapping)),
    used_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  // One line per case, derived from the rows below in the same transaction, so that a caseload page is one index walk.
  `CREATE TABLE caseload (
    case_id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL,
    neighbourhood_id TEXT NOT NULL,
    status TEXT NOT NULL,
    opened_on TEXT NOT NULL,
    sort_name TEXT NOT NULL,
    words TEXT NOT NULL,
    coordinator_id TEXT,
    behaviourist_id TEXT,
    practice_id TEXT,
    tier TEXT NOT NULL,
    tier_rank INTEGER NOT NULL,
    points REAL NOT NULL,
    explanation TEXT NOT NULL CHECK (json_valid(explanation)),
    last_contact_at TEXT,
    next_planned_at TEXT,
    next_due_on TEXT,
    missed_in_row INTEGER NOT NULL,
    flags TEXT NOT NULL CHECK (json_valid(flags)),
    segments TEXT NOT NULL CHECK (json_valid(segments)),
    transfer_to TEXT,
    fresh_until TEXT
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX caseload_person ON caseload (person_id)',
  // Each order of the caseload is the walk of one index per neighbourhood and status. Nothing due comes after everything due.
  "CREATE INDEX caseload_due ON caseload (neighbourhood_id, status, ifnull(next_due_on, '9999-12-31'), case_id)",
  'CREATE INDEX caseload_tier ON caseload (neighbourhood_id, status, tier_rank DESC, points DESC, case_id)',
  'CREATE INDEX caseload_name ON caseload (neighbourhood_id, status, sort_name, case_id)',
  'CREATE INDEX caseload_last ON caseload (neighbourhood_id, status, last_contact_at, case_id)',
  'CREATE INDEX caseload_opened ON caseload (neighbourhood_id, status, opened_on, case_id)',
  'CREATE INDEX caseload_practice ON caseload (practice_id, status)',
  'CREATE INDEX caseload_coordinator ON caseload (coordinator_id, status, next_due_on)',
  'CREATE INDEX caseload_behaviourist ON caseload (behaviourist_id, status) WHERE behaviourist_id IS NOT NULL',
  'CREATE INDEX caseload_transfer ON caseload (transfer_to) WHERE transfer_to IS NOT NULL',
  'CREATE INDEX caseload_fresh ON caseload (fresh_until) WHERE fresh_until IS NOT NULL',
  // Keys under which two records of one person would meet (duplicates), derived like the caseload.
  `CREATE TABLE match_keys (
    key TEXT NOT NULL,
    person_id TEXT NOT NULL,
    PRIMARY KEY (key, person_id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX match_keys_person ON match_keys (person_id)',
  // Names of people by prefix. Each word stands behind a code of two letters for its neighbourhood: one to four typed letters
  // have an index of their own, so that the first twenty come without reading the rest.
  // Not detail = 'none': together with secure-delete SQLite damages the index when rows are replaced.
  `CREATE VIRTUAL TABLE people_search USING fts5(words, tokenize = "unicode61 remove_diacritics 2", prefix = '3 4 5 6', detail = 'column', columnsize = 0)`,
  `INSERT INTO people_search (people_search, rank) VALUES ('secure-delete', 1)`,
];
