-- SPDX-License-Identifier: GPL-3.0-or-later
-- Teams on duty and evacuations 撤避转移. What happened is only ever added; a correction is a new event. What was a drill is
-- marked, never counted with what is real, and may be removed.

CREATE TABLE code_team_state (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_team_state VALUES
  (1, '待命', 'Standby', 'Fengsui', 1),
  (2, '已受领任务', 'Tasked', 'Fengsui', 2),
  (3, '开进', 'On the way', 'Fengsui', 3),
  (4, '到场', 'On site', 'Fengsui', 4),
  (5, '休整', 'Resting', 'Fengsui', 5);

-- The team is named by its row of the census, which may be corrected or deleted later: the log stays.
CREATE TABLE team_event (
  seq INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  team_uuid TEXT NOT NULL CHECK(length(team_uuid)=36),
  at_utc_ms INTEGER NOT NULL CHECK(typeof(at_utc_ms)='integer'),
  state INTEGER NOT NULL REFERENCES code_team_state(code),
  task TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  lon_deg REAL CHECK(lon_deg BETWEEN -180 AND 180),
  lat_deg REAL CHECK(lat_deg BETWEEN -90 AND 90),
  actor TEXT NOT NULL CHECK(actor<>''),
  is_drill INTEGER NOT NULL CHECK(is_drill IN (0,1)),
  CHECK((lon_deg IS NULL)=(lat_deg IS NULL))
);
CREATE INDEX team_event_of ON team_event(team_uuid, is_drill, seq);
CREATE TRIGGER team_event_is_kept BEFORE DELETE ON team_event WHEN OLD.is_drill=0
BEGIN SELECT RAISE(ABORT, 'what teams did stays: add an event'); END;
CREATE TRIGGER team_event_is_final BEFORE UPDATE ON team_event BEGIN SELECT RAISE(ABORT, 'what teams did stays: add an event'); END;

-- The plan as it was ordered, as JSON: villages, shelters, who goes where and why.
CREATE TABLE evacuation (
  uuid TEXT NOT NULL PRIMARY KEY CHECK(length(uuid)=36),
  number TEXT NOT NULL UNIQUE CHECK(number<>''),
  title TEXT NOT NULL CHECK(title<>''),
  is_drill INTEGER NOT NULL CHECK(is_drill IN (0,1)),
  created_utc_ms INTEGER NOT NULL CHECK(typeof(created_utc_ms)='integer'),
  author TEXT NOT NULL CHECK(author<>''),
  plan TEXT NOT NULL CHECK(json_valid(plan))
) WITHOUT ROWID;
CREATE INDEX evacuation_created ON evacuation(created_utc_ms);
CREATE TRIGGER evacuation_is_kept BEFORE DELETE ON evacuation WHEN OLD.is_drill=0
BEGIN SELECT RAISE(ABORT, 'an evacuation stays'); END;
CREATE TRIGGER evacuation_is_final BEFORE UPDATE ON evacuation BEGIN SELECT RAISE(ABORT, 'an evacuation is frozen as it was ordered'); END;

-- `people` is the whole number as it stands from then on, not what was added.
CREATE TABLE evacuation_event (
  evacuation_uuid TEXT NOT NULL REFERENCES evacuation(uuid),
  seq INTEGER NOT NULL CHECK(seq>0),
  at_utc_ms INTEGER NOT NULL CHECK(typeof(at_utc_ms)='integer'),
  kind TEXT NOT NULL CHECK(kind IN ('counted','moved','refused','arrived','ended')),
  village_code TEXT NOT NULL,
  shelter_uuid TEXT NOT NULL,
  people INTEGER NOT NULL CHECK(typeof(people)='integer' AND people>=0),
  actor TEXT NOT NULL CHECK(actor<>''),
  words TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (evacuation_uuid, seq),
  CHECK((kind='ended')=(village_code='')),
  CHECK((kind='arrived')=(shelter_uuid<>''))
) WITHOUT ROWID;
CREATE TRIGGER evacuation_event_is_kept BEFORE DELETE ON evacuation_event
WHEN (SELECT is_drill FROM evacuation WHERE uuid=OLD.evacuation_uuid)=0
BEGIN SELECT RAISE(ABORT, 'what happened stays: add an event'); END;
CREATE TRIGGER evacuation_event_is_final BEFORE UPDATE ON evacuation_event BEGIN SELECT RAISE(ABORT, 'what happened stays: add an event'); END;
CREATE INDEX team_event_by_state ON team_event(state);
