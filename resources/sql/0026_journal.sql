-- SPDX-License-Identifier: GPL-3.0-or-later
-- The duty journal 值班日志: one list of entries that is only ever added to, each with the hash of all before it. Shifts,
-- hand-overs, corrections and clocks that were met are entries as well, so that what was known at a moment is the
-- entries recorded until then.

CREATE TABLE code_journal_kind (
  code TEXT NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_journal_kind VALUES
  ('phone_in', '来电', 'Phone in', 'Fengsui', 1),
  ('phone_out', '去电', 'Phone out', 'Fengsui', 2),
  ('instruction', '批示指示', 'Instruction', 'Fengsui', 3),
  ('report', '汇报', 'Report', 'Fengsui', 4),
  ('visit', '来访', 'Visit', 'Fengsui', 5),
  ('other', '其他', 'Other', 'Fengsui', 6),
  ('shift_start', '上班', 'Shift begins', 'Fengsui', 11),
  ('hand_over', '交接班', 'Hand-over', 'Fengsui', 12),
  ('shift_end', '下班', 'Shift ends', 'Fengsui', 13),
  ('clock_done', '时限办结', 'Deadline met', 'Fengsui', 14),
  ('warning_in', '收到预警', 'Warning received', 'Fengsui', 21),
  ('warning_issued', '录入预警', 'Warning entered', 'Fengsui', 22),
  ('warning_update', '更新预警', 'Warning updated', 'Fengsui', 23),
  ('warning_cancel', '解除预警', 'Warning cancelled', 'Fengsui', 24),
  ('callout_started', '叫应开始', 'Call-out begun', 'Fengsui', 31),
  ('callout_silent', '叫应无应答', 'Call-out: no answer', 'Fengsui', 32),
  ('callout_raised', '叫应提级', 'Call-out raised', 'Fengsui', 33),
  ('callout_closed', '叫应结束', 'Call-out closed', 'Fengsui', 34),
  ('stock_moved', '物资变动', 'Stocks moved', 'Fengsui', 41),
  ('dispatch_order', '物资调拨', 'Dispatch of stocks', 'Fengsui', 42),
  ('danger_found', '隐患登记', 'Hidden danger raised', 'Fengsui', 51),
  ('sensor_alarm', '监测超限', 'Sensor over its threshold', 'Fengsui', 52),
  ('quake', '地震', 'Earthquake', 'Fengsui', 53),
  ('data_import', '数据导入', 'Data imported', 'Fengsui', 61),
  ('field_package', '外业带回', 'Field package', 'Fengsui', 62),
  ('backup', '备份', 'Backup', 'Fengsui', 63),
  ('restore', '恢复备份', 'Backup restored', 'Fengsui', 64),
  ('map_printed', '打印图件', 'Map printed', 'Fengsui', 65),
  ('incident', '突发事件', 'Incident', 'Fengsui', 71),
  ('incident_update', '事件进展', 'Incident: news', 'Fengsui', 72),
  ('response_level', '应急响应', 'Response level', 'Fengsui', 73),
  ('task', '任务', 'Task', 'Fengsui', 74),
  ('team', '队伍', 'Team', 'Fengsui', 75),
  ('report_issued', '信息报送', 'Report issued', 'Fengsui', 76),
  ('evacuation', '撤避转移', 'Evacuation', 'Fengsui', 77),
  ('briefing', '会商', 'Briefing', 'Fengsui', 78);

CREATE TABLE journal_entry (
  seq INTEGER PRIMARY KEY NOT NULL CHECK(seq>0),
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  at_utc_ms INTEGER NOT NULL CHECK(typeof(at_utc_ms)='integer'),                -- when it happened
  recorded_utc_ms INTEGER NOT NULL CHECK(typeof(recorded_utc_ms)='integer' AND recorded_utc_ms>=at_utc_ms),
  kind TEXT NOT NULL REFERENCES code_journal_kind(code),
  level TEXT NOT NULL DEFAULT '',        -- red, orange, yellow, blue of a warning; 1 (gravest) to 4 of an incident
  is_drill INTEGER NOT NULL DEFAULT 0 CHECK(is_drill IN (0,1)),
  text_zh TEXT NOT NULL DEFAULT '',      -- what a person typed stands here alone
  text_en TEXT NOT NULL DEFAULT '',
  author TEXT NOT NULL CHECK(author<>''),
  people TEXT NOT NULL DEFAULT '',       -- who rang, who was told
  place TEXT NOT NULL DEFAULT '',
  lon_deg REAL CHECK(lon_deg IS NULL OR lon_deg BETWEEN -180 AND 180),
  lat_deg REAL CHECK(lat_deg IS NULL OR lat_deg BETWEEN -90 AND 90),
  thing_kind TEXT NOT NULL DEFAULT '',   -- what it is about: warning, callout, stock_move, danger ...
  thing_id TEXT NOT NULL DEFAULT '',
  corrects_seq INTEGER REFERENCES journal_entry(seq) CHECK(corrects_seq<seq),
  source TEXT NOT NULL DEFAULT '',       -- which log it was read from; empty: written here
  source_key TEXT NOT NULL DEFAULT '',   -- the record in it
  content TEXT NOT NULL DEFAULT '{}',    -- JSON: clocks, attachments, shift, hand-over
  hash TEXT NOT NULL CHECK(length(hash)=64),   -- BLAKE2b-256 over the hash before and everything above
  CHECK((lon_deg IS NULL)=(lat_deg IS NULL)),
  CHECK((source='')=(source_key=''))
);
CREATE INDEX journal_entry_at ON journal_entry(at_utc_ms);
CREATE INDEX journal_entry_by_corrects_seq ON journal_entry(corrects_seq) WHERE corrects_seq IS NOT NULL;
CREATE INDEX journal_entry_by_kind ON journal_entry(kind);
CREATE UNIQUE INDEX journal_entry_once ON journal_entry(source, source_key) WHERE source<>'';

CREATE TRIGGER journal_entry_is_kept BEFORE DELETE ON journal_entry BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_entry_is_final BEFORE UPDATE ON journal_entry BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
-- REPLACE removes rows without asking the trigger above.
CREATE TRIGGER journal_entry_is_new BEFORE INSERT ON journal_entry
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq),0)+1 FROM journal_entry)
  OR EXISTS (SELECT 1 FROM journal_entry WHERE uuid=NEW.uuid)
  OR (NEW.source<>'' AND EXISTS (SELECT 1 FROM journal_entry WHERE source=NEW.source AND source_key=NEW.source_key))
BEGIN SELECT RAISE(ABORT, 'an entry of the journal is the next one'); END;
CREATE TRIGGER journal_entry_in_order BEFORE INSERT ON journal_entry
WHEN NEW.recorded_utc_ms < (SELECT max(recorded_utc_ms) FROM journal_entry WHERE seq=NEW.seq-1)
BEGIN SELECT RAISE(ABORT, 'the journal is written in order of time'); END;

-- How far each of the other logs was read. Only spares reading them again: an entry's source and key decide.
CREATE TABLE journal_cursor (
  source TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL
) WITHOUT ROWID;
