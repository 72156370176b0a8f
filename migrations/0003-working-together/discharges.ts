/** Discharge lists of hospitals on their way in. Local: only the stays that a worker confirms are journaled. */
export const discharges: readonly string[] = [
  // `mapping`: for each column the field that it fills, or null. `committed`: {at, effect}; its journal entries stand at
  // `first_position` to `last_position`, without others between them: that is how a list is undone.
  `CREATE TABLE discharge_lists (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('preview', 'committed', 'undone')),
    worker_id TEXT NOT NULL,
    received_at TEXT NOT NULL,
    signature TEXT NOT NULL,
    headers TEXT NOT NULL CHECK (json_valid(headers)),
    mapping TEXT NOT NULL CHECK (json_valid(mapping)),
    committed TEXT CHECK (json_valid(committed)),
    first_position INTEGER,
    last_position INTEGER,
    undone TEXT CHECK (json_valid(undone))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX discharge_lists_worker ON discharge_lists (worker_id, received_at)',
  // `cells`: as the file has them; null where the line could not be read, and `problem` says why. What a row would do is
  // worked out whenever it is looked at; `done` keeps what it did.
  `CREATE TABLE discharge_rows (
    list_id TEXT NOT NULL REFERENCES discharge_lists (id) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    cells TEXT CHECK (json_valid(cells)),
    problem TEXT,
    decision TEXT CHECK (json_valid(decision)),
    done TEXT CHECK (json_valid(done)),
    PRIMARY KEY (list_id, line)
  ) STRICT, WITHOUT ROWID`,
];
