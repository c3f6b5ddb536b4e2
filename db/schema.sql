-- Generated from db/migration; a test compares. Start reading here.

CREATE TABLE board (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL
) STRICT;

CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  kind TEXT NOT NULL,
  summary TEXT NOT NULL,
  operation TEXT CHECK (json_valid(operation)),
  diff TEXT NOT NULL CHECK (json_valid(diff)),
  undoes INTEGER REFERENCES event (id),
  redoes INTEGER REFERENCES event (id)
) STRICT;

CREATE TABLE file (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  name TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size = length(bytes)),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE assertion_set (
  id INTEGER PRIMARY KEY,
  file TEXT NOT NULL REFERENCES file (sha256),
  definition INTEGER NOT NULL,
  recogniser TEXT NOT NULL,
  read_at TEXT NOT NULL
) STRICT;

CREATE TABLE assertion (
  assertion_set INTEGER NOT NULL REFERENCES assertion_set (id),
  place INTEGER NOT NULL,
  id TEXT NOT NULL,
  identity TEXT NOT NULL,
  sheet TEXT NOT NULL,
  cell TEXT NOT NULL,
  text TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('main', 'share', 'second')),
  value REAL NOT NULL,
  step REAL NOT NULL,
  low REAL NOT NULL,
  high REAL NOT NULL,
  unit TEXT,
  whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
  approximate INTEGER NOT NULL CHECK (approximate IN (0, 1)),
  key_text TEXT,
  key TEXT CHECK (json_valid(key)),
  table_code TEXT,
  table_index INTEGER NOT NULL,
  table_row INTEGER NOT NULL,
  table_col INTEGER NOT NULL,
  row_path TEXT NOT NULL CHECK (json_valid(row_path)),
  col_path TEXT NOT NULL CHECK (json_valid(col_path)),
  note TEXT,
  PRIMARY KEY (assertion_set, place),
  UNIQUE (assertion_set, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE return_version (
  id INTEGER PRIMARY KEY,
  line INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  provider TEXT NOT NULL,
  period TEXT NOT NULL,
  name TEXT NOT NULL,
  file TEXT NOT NULL REFERENCES file (sha256),
  status TEXT NOT NULL CHECK (status IN ('current', 'superseded', 'withdrawn')),
  superseded_by INTEGER REFERENCES return_version (id) DEFERRABLE INITIALLY DEFERRED,
  assertion_set INTEGER NOT NULL REFERENCES assertion_set (id),
  table_codes TEXT NOT NULL CHECK (json_valid(table_codes)),
  hints TEXT NOT NULL CHECK (json_valid(hints)),
  imported_at TEXT NOT NULL,
  imported_by TEXT NOT NULL,
  UNIQUE (line, version),
  CHECK ((status = 'superseded') = (superseded_by IS NOT NULL))
) STRICT;

CREATE INDEX return_version_of ON return_version (provider, period);

CREATE TABLE reading (
  return_version INTEGER NOT NULL,
  definition INTEGER NOT NULL,
  recogniser TEXT NOT NULL,
  reading TEXT NOT NULL,
  PRIMARY KEY (return_version, definition, recogniser)
) STRICT;

CREATE TABLE definition_version (
  version INTEGER PRIMARY KEY,
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;

CREATE TABLE decision (
  id TEXT PRIMARY KEY,
  withdraws TEXT UNIQUE REFERENCES decision (id),
  finding TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  verdict TEXT CHECK (json_valid(verdict)),
  why TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  CHECK ((withdraws IS NULL) = (verdict IS NOT NULL))
) STRICT;

CREATE INDEX decision_of ON decision (finding);

CREATE TABLE memory (
  provider TEXT NOT NULL,
  label TEXT NOT NULL,
  code TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  PRIMARY KEY (provider, label)
) STRICT;

CREATE TABLE narrative (
  section TEXT NOT NULL,
  period TEXT NOT NULL,
  text TEXT NOT NULL CHECK (json_valid(text)),
  reviewed INTEGER NOT NULL CHECK (reviewed IN (0, 1)),
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  PRIMARY KEY (section, period)
) STRICT;

CREATE TABLE issued_pack (
  id INTEGER PRIMARY KEY,
  edition TEXT NOT NULL CHECK (edition IN ('board', 'public')),
  period TEXT NOT NULL,
  files TEXT NOT NULL CHECK (json_valid(files)),
  published TEXT NOT NULL CHECK (json_valid(published)),
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TRIGGER event_no_update BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'rows of event are kept as they are'); END;

CREATE TRIGGER event_no_delete BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'rows of event are kept as they are'); END;

CREATE TRIGGER file_no_update BEFORE UPDATE ON file
BEGIN SELECT RAISE(ABORT, 'rows of file are kept as they are'); END;

CREATE TRIGGER file_no_delete BEFORE DELETE ON file
BEGIN SELECT RAISE(ABORT, 'rows of file are kept as they are'); END;

CREATE TRIGGER assertion_set_no_update BEFORE UPDATE ON assertion_set
BEGIN SELECT RAISE(ABORT, 'rows of assertion_set are kept as they are'); END;

CREATE TRIGGER assertion_set_no_delete BEFORE DELETE ON assertion_set
BEGIN SELECT RAISE(ABORT, 'rows of assertion_set are kept as they are'); END;

CREATE TRIGGER assertion_no_update BEFORE UPDATE ON assertion
BEGIN SELECT RAISE(ABORT, 'rows of assertion are kept as they are'); END;

CREATE TRIGGER assertion_no_delete BEFORE DELETE ON assertion
BEGIN SELECT RAISE(ABORT, 'rows of assertion are kept as they are'); END;

CREATE TRIGGER issued_pack_no_update BEFORE UPDATE ON issued_pack
BEGIN SELECT RAISE(ABORT, 'rows of issued_pack are kept as they are'); END;

CREATE TRIGGER issued_pack_no_delete BEFORE DELETE ON issued_pack
BEGIN SELECT RAISE(ABORT, 'rows of issued_pack are kept as they are'); END;

CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'rows of decision are kept as they are'); END;
