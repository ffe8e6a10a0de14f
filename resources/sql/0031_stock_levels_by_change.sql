-- SPDX-License-Identifier: GPL-3.0-or-later
-- Levels set by hand and the people a depot is there for, change by change: each names the changes it was made upon, so that two
-- copies of the books that are brought together can tell which knew of which. stock_level and stock_basis hold what stands.
CREATE TABLE stock_level_change (
  id TEXT NOT NULL PRIMARY KEY CHECK(length(id)>=36),  -- a hash of all it says
  depot_id INTEGER NOT NULL REFERENCES stock_depot(id),
  item_id INTEGER REFERENCES stock_item(id),           -- none: people and days of the depot
  upon TEXT NOT NULL DEFAULT '',                       -- the changes that stood when it was made, blanks between
  content TEXT NOT NULL CHECK(content<>''),            -- JSON: the figures; null: taken away, the computed ones count
  changed_utc_ms INTEGER NOT NULL,
  author TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX stock_level_change_by_depot_id ON stock_level_change(depot_id, item_id);
CREATE INDEX stock_level_change_by_item_id ON stock_level_change(item_id);
CREATE TRIGGER stock_level_change_is_kept BEFORE DELETE ON stock_level_change BEGIN SELECT RAISE(ABORT, 'what was set stays: set it anew'); END;
CREATE TRIGGER stock_level_change_is_final BEFORE UPDATE ON stock_level_change BEGIN SELECT RAISE(ABORT, 'what was set stays: set it anew'); END;

-- What stood before there were changes: the same names in every copy that has the same figures.
INSERT INTO stock_level_change
  SELECT 'before/' || d.uuid || '/' || i.code || '/' || l.changed_utc_ms || '/' || l.minimum || '-' || l.target || '-' || l.maximum,
    l.depot_id, l.item_id, '', json_object('minimum', l.minimum, 'target', l.target, 'maximum', l.maximum, 'reason', l.reason),
    l.changed_utc_ms, l.author
  FROM stock_level l JOIN stock_depot d ON d.id=l.depot_id JOIN stock_item i ON i.id=l.item_id;
INSERT INTO stock_level_change
  SELECT 'before/' || d.uuid || '/' || b.changed_utc_ms || '/' || b.people || '-' || b.minimum_days || '-' || b.target_days || '-' || b.maximum_days,
    b.depot_id, NULL, '', json_object('people', b.people, 'minimum_days', b.minimum_days, 'target_days', b.target_days,
    'maximum_days', b.maximum_days, 'target_ratio', b.target_ratio, 'maximum_ratio', b.maximum_ratio, 'source', b.basis_source),
    b.changed_utc_ms, b.author
  FROM stock_basis b JOIN stock_depot d ON d.id=b.depot_id;

-- A question may be about levels, and about an item whose barcode another one has.
CREATE TABLE stock_question_new (
  record_uuid TEXT NOT NULL PRIMARY KEY CHECK(length(record_uuid)>=36),
  kind TEXT NOT NULL CHECK(kind IN ('move','requisition','step','level','item')),
  content TEXT NOT NULL CHECK(content<>''),
  why TEXT NOT NULL CHECK(why<>''),
  seat TEXT NOT NULL DEFAULT '',                    -- whose copy it came from
  came_utc_ms INTEGER NOT NULL,
  decided_utc_ms INTEGER,
  decided_by TEXT NOT NULL DEFAULT '',
  decision TEXT NOT NULL DEFAULT '',
  CHECK((decided_utc_ms IS NULL)=(decision='')),
  CHECK((decided_utc_ms IS NULL)=(decided_by=''))
) WITHOUT ROWID;
INSERT INTO stock_question_new SELECT * FROM stock_question;
DROP TABLE stock_question;
ALTER TABLE stock_question_new RENAME TO stock_question;
CREATE TRIGGER stock_question_is_kept BEFORE DELETE ON stock_question BEGIN SELECT RAISE(ABORT, 'a question stays'); END;
