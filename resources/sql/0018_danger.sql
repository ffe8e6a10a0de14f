-- SPDX-License-Identifier: GPL-3.0-or-later
-- The ledger of hidden dangers (隐患台账), shared by all hazards: what was found and what happened to it until it was struck
-- off. danger_event is append-only and is the truth; state, due_on and closed_on of danger_item say what it comes to, so
-- that tables and maps can ask for it. Deadlines are data. Numbers are numbers (migration 7 says why).

CREATE TABLE code_danger_hazard (
  code TEXT NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_danger_hazard VALUES
  ('fire', '森林草原火灾', 'Forest and grassland fire', 'Fengsui', 1),
  ('geology', '地质灾害', 'Geological hazard', 'Fengsui', 2),
  ('flood', '水旱灾害', 'Flood and drought', 'Fengsui', 3),
  ('seismic', '地震', 'Earthquake', 'Fengsui', 4),
  ('other', '其他', 'Other', 'Fengsui', 5);

CREATE TABLE code_danger_level (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_danger_level VALUES
  (1, '一般隐患', 'Ordinary', 'Fengsui', 1),
  (2, '重大隐患', 'Major', 'Fengsui', 2);

CREATE TABLE code_danger_state (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_danger_state VALUES
  (1, '已发现', 'Found', 'Fengsui', 1),
  (2, '已移交', 'Handed over', 'Fengsui', 2),
  (3, '已公示', 'Published', 'Fengsui', 3),
  (4, '督办中', 'Supervised', 'Fengsui', 4),
  (5, '已验收', 'Checked', 'Fengsui', 5),
  (6, '已销号', 'Closed', 'Fengsui', 6);

CREATE TABLE code_danger_event (
  code TEXT NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_danger_event VALUES
  ('found', '发现', 'Found', 'Fengsui', 1),
  ('forward', '推进', 'Moved on', 'Fengsui', 2),
  ('back', '退回', 'Handed back', 'Fengsui', 3),
  ('reopen', '重新打开', 'Reopened', 'Fengsui', 4),
  ('extend', '延期', 'Deadline moved', 'Fengsui', 5),
  ('note', '备注', 'Note', 'Fengsui', 6),
  ('photo', '照片', 'Photo', 'Fengsui', 7);

CREATE TABLE danger_item (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT,
  danger_no TEXT NOT NULL CHECK(danger_no<>''),
  hazard TEXT NOT NULL REFERENCES code_danger_hazard(code),
  level INTEGER NOT NULL REFERENCES code_danger_level(code),
  title TEXT NOT NULL CHECK(title<>''),
  description TEXT NOT NULL DEFAULT '',
  division_code TEXT NOT NULL REFERENCES division(code),
  place TEXT NOT NULL DEFAULT '',
  found_on TEXT NOT NULL CHECK(found_on IS NULL OR found_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  found_by TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '',
  owner_unit TEXT NOT NULL DEFAULT '',
  owner_phone TEXT NOT NULL DEFAULT '',
  state INTEGER NOT NULL REFERENCES code_danger_state(code),
  due_on TEXT CHECK(due_on IS NULL OR due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  closed_on TEXT CHECK(closed_on IS NULL OR closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  object_table TEXT NOT NULL DEFAULT '',
  object_uuid TEXT,
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX danger_item_division_code ON danger_item(division_code);
CREATE INDEX danger_item_state ON danger_item(state, due_on);

CREATE TABLE danger_event (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  danger_uuid TEXT NOT NULL REFERENCES danger_item(uuid),
  kind TEXT NOT NULL REFERENCES code_danger_event(code),
  state INTEGER NOT NULL REFERENCES code_danger_state(code),   -- after it
  at_utc_ms INTEGER NOT NULL,
  author TEXT NOT NULL DEFAULT '',
  to_unit TEXT NOT NULL DEFAULT '',
  words TEXT NOT NULL DEFAULT '',
  due_on TEXT CHECK(due_on IS NULL OR due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  photos TEXT NOT NULL DEFAULT '',     -- SHA-256 of each, separated by spaces
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX danger_event_danger ON danger_event(danger_uuid, at_utc_ms);
CREATE TRIGGER danger_event_stays BEFORE UPDATE OF danger_uuid, kind, state, at_utc_ms, author, words ON danger_event
BEGIN SELECT RAISE(ABORT, 'what happened stays: add an event'); END;

CREATE TABLE danger_deadline_rule (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  hazard TEXT REFERENCES code_danger_hazard(code),             -- none: of all
  level INTEGER NOT NULL REFERENCES code_danger_level(code),
  state INTEGER NOT NULL REFERENCES code_danger_state(code),   -- the state that is to be left
  within_days INTEGER NOT NULL CHECK(within_days BETWEEN 1 AND 3650),
  confidence TEXT NOT NULL REFERENCES code_confidence(code),
  rule_source TEXT NOT NULL CHECK(rule_source<>''),
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);

CREATE TRIGGER danger_event_numbers_insert BEFORE INSERT ON danger_event
WHEN typeof(NEW.at_utc_ms) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of danger_event is not a number or out of range'); END;
CREATE TRIGGER danger_event_numbers_update BEFORE UPDATE OF at_utc_ms ON danger_event
WHEN typeof(NEW.at_utc_ms) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of danger_event is not a number or out of range'); END;
CREATE TRIGGER danger_deadline_rule_numbers_insert BEFORE INSERT ON danger_deadline_rule
WHEN typeof(NEW.within_days) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of danger_deadline_rule is not a number or out of range'); END;
CREATE TRIGGER danger_deadline_rule_numbers_update BEFORE UPDATE OF within_days ON danger_deadline_rule
WHEN typeof(NEW.within_days) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of danger_deadline_rule is not a number or out of range'); END;

-- Days: defaults of this program until the city's own rule is entered.
INSERT INTO danger_deadline_rule (hazard, level, state, within_days, confidence, rule_source, uuid, created_utc, changed_utc, source) VALUES
  (NULL, 1, 1, 3, 'U', '烽燧默认值，待核实', '019de000-0000-7000-8c00-000000000000', migration_time(), migration_time(), '烽燧'),
  (NULL, 1, 2, 7, 'U', '烽燧默认值，待核实', '019de000-0000-7000-8c00-000000000001', migration_time(), migration_time(), '烽燧'),
  (NULL, 1, 3, 30, 'U', '烽燧默认值，待核实', '019de000-0000-7000-8c00-000000000002', migration_time(), migration_time(), '烽燧'),
  (NULL, 1, 4, 30, 'U', '烽燧默认值，待核实', '019de000-0000-7000-8c00-000000000003', migration_time(), migration_time(), '烽燧'),
  (NULL, 1, 5, 7, 'U', '烽燧默认值，待核实', '019de000-0000-7000-8c00-000000000004', migration_time(), migration_time(), '烽燧'),
  (NULL, 2, 1, 1, 'U', '烽燧默认值，待核实', '019de000-0000-7000-8c00-000000000005', migration_time(), migration_time(), '烽燧'),
  (NULL, 2, 2, 3, 'U', '烽燧默认值，待核实', '019de000-0000-7000-8c00-000000000006', migration_time(), migration_time(), '烽燧'),
  (NULL, 2, 3, 7, 'U', '烽燧默认值，待核实', '019de000-0000-7000-8c00-000000000007', migration_time(), migration_time(), '烽燧'),
  (NULL, 2, 4, 90, 'U', '烽燧默认值，待核实', '019de000-0000-7000-8c00-000000000008', migration_time(), migration_time(), '烽燧'),
  (NULL, 2, 5, 7, 'U', '烽燧默认值，待核实', '019de000-0000-7000-8c00-000000000009', migration_time(), migration_time(), '烽燧'),
  ('fire', 1, 3, 10, 'U', '烽燧默认值，待核实', '019de000-0000-7000-8c00-000000000010', migration_time(), migration_time(), '烽燧'),
  ('fire', 2, 4, 30, 'U', '烽燧默认值，待核实', '019de000-0000-7000-8c00-000000000011', migration_time(), migration_time(), '烽燧');

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id, last_change) VALUES
  ('danger_item', 'features', '隐患台账', 'Ledger of hidden dangers', 4490, migration_time()),
  ('danger_event', 'attributes', '隐患办理过程', 'What happened to hidden dangers', NULL, migration_time()),
  ('danger_deadline_rule', 'attributes', '隐患办理时限', 'Deadlines of hidden dangers', NULL, migration_time());
INSERT INTO gpkg_geometry_columns VALUES ('danger_item', 'geom', 'POINT', 4490, 0, 0);
