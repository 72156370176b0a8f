/** Places and people who work. Every table with an `origin` column is synced and written through the journal only. */
export const places: readonly string[] = [
  `CREATE TABLE localities (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    name TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE neighbourhoods (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    name TEXT NOT NULL,
    locality_id TEXT NOT NULL,
    population INTEGER,
    naming TEXT NOT NULL,
    started_on TEXT NOT NULL,
    ended_on TEXT
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE practices (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    ods_code TEXT NOT NULL,
    name TEXT NOT NULL,
    neighbourhood_id TEXT NOT NULL,
    list_size INTEGER,
    naming TEXT NOT NULL,
    started_on TEXT NOT NULL,
    ended_on TEXT
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX practices_ods ON practices (ods_code)',
  `CREATE TABLE organisations (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    ended_on TEXT
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE workers (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    name TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    job TEXT NOT NULL,
    phone TEXT,
    email TEXT,
    wte REAL NOT NULL,
    governance_trained_on TEXT,
    supervised INTEGER NOT NULL,
    ended_on TEXT
  ) STRICT, WITHOUT ROWID`,
  // What a worker belongs to over time: application roles, neighbourhood teams, practices (J6).
  `CREATE TABLE worker_memberships (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    worker_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('role', 'neighbourhood', 'practice')),
    value TEXT NOT NULL,
    started_on TEXT NOT NULL,
    ended_on TEXT
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX worker_memberships_worker ON worker_memberships (worker_id, kind)',
  `CREATE TABLE worker_leave (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    worker_id TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    reason TEXT
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX worker_leave_worker ON worker_leave (worker_id)',
  // One row per setting; its id is the setting's name.
  `CREATE TABLE settings (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, origin TEXT NOT NULL,
    value TEXT NOT NULL CHECK (json_valid(value))
  ) STRICT, WITHOUT ROWID`,
];
