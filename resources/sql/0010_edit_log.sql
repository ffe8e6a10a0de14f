-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who changed what, when and why: append-only. A step is what a person undoes at once; a change is one cell of one row.
-- A change names the changes of its cell that it was made upon (parents, "step/number" with spaces between them), so
-- that after weeks apart two workspaces can tell which changes knew of each other and which did not.

CREATE TABLE edit_step (
  step_uuid TEXT NOT NULL PRIMARY KEY CHECK(length(step_uuid)=36),
  at_utc_ms INTEGER NOT NULL,
  author TEXT NOT NULL CHECK(author<>''),
  seat TEXT NOT NULL CHECK(seat<>''),
  kind TEXT NOT NULL CHECK(kind IN ('edit','import','fix','restore','undo','redo','decide')),
  title TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  reverts TEXT,                        -- undo, redo: the step whose changes are taken back
  details TEXT NOT NULL DEFAULT '{}'   -- JSON: file, digest and mapping of an import, rule of a fix
);

-- column_name '+': the row came to be (new: its cells as CBOR); '-': it was removed (old: its cells as CBOR).
-- old and new have no declared type: they keep the type of the cell.
CREATE TABLE edit_change (
  step_uuid TEXT NOT NULL REFERENCES edit_step(step_uuid),
  number INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_uuid TEXT NOT NULL,
  column_name TEXT NOT NULL,
  old,
  new,
  parents TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (step_uuid, number)
) WITHOUT ROWID;
CREATE INDEX edit_change_row ON edit_change(row_uuid);

-- Rows that came in bulk: the step owns the rows first_fid to last_fid of a table.
CREATE TABLE edit_bulk (
  step_uuid TEXT NOT NULL REFERENCES edit_step(step_uuid),
  table_name TEXT NOT NULL,
  first_fid INTEGER NOT NULL,
  last_fid INTEGER NOT NULL CHECK(last_fid>=first_fid),
  PRIMARY KEY (step_uuid, table_name, first_fid)
) WITHOUT ROWID;

CREATE TRIGGER edit_step_is_kept BEFORE DELETE ON edit_step BEGIN SELECT RAISE(ABORT, 'the edit log is append-only'); END;
CREATE TRIGGER edit_step_is_final BEFORE UPDATE ON edit_step BEGIN SELECT RAISE(ABORT, 'the edit log is append-only'); END;
CREATE TRIGGER edit_change_is_kept BEFORE DELETE ON edit_change BEGIN SELECT RAISE(ABORT, 'the edit log is append-only'); END;
CREATE TRIGGER edit_change_is_final BEFORE UPDATE ON edit_change BEGIN SELECT RAISE(ABORT, 'the edit log is append-only'); END;

-- What only a person can decide after workspaces were brought together. A row stays here until somebody has decided.
-- kind 'values': two people changed one cell without knowing of each other (the cells are in edit_change);
-- 'removed': one removed the row, another changed it; 'unique', 'reference', 'rule': the row breaks the schema here.
CREATE TABLE edit_conflict (
  table_name TEXT NOT NULL,
  row_uuid TEXT NOT NULL,
  column_name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('values','removed','unique','reference','rule')),
  detail TEXT NOT NULL DEFAULT '',
  found_utc_ms INTEGER NOT NULL,
  owner TEXT NOT NULL DEFAULT '',
  decided_step TEXT,
  PRIMARY KEY (table_name, row_uuid, column_name, kind)
) WITHOUT ROWID;
