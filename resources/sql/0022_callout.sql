-- SPDX-License-Identifier: GPL-3.0-or-later
-- Call-and-respond 叫应: warnings as they came, plans by version, call-outs with their frozen snapshot, and what happened in
-- them: append-only, each event with the hash of all before it. Timers are the engine's: at most one of a kind a target.

CREATE TABLE warning_message (
  identifier TEXT NOT NULL,
  sender TEXT NOT NULL,
  sent_utc_ms INTEGER NOT NULL,
  received_utc_ms INTEGER NOT NULL,
  msg_type TEXT NOT NULL CHECK(msg_type IN ('Alert','Update','Cancel','Ack','Error')),
  status TEXT NOT NULL,
  life_line TEXT NOT NULL,             -- identifier of the first message of the event
  event_code TEXT NOT NULL DEFAULT '',
  colour TEXT NOT NULL DEFAULT '' CHECK(colour IN ('','red','orange','yellow','blue')),
  headline TEXT NOT NULL DEFAULT '',
  is_held INTEGER NOT NULL DEFAULT 0 CHECK(is_held IN (0,1)),  -- updates or cancels what has not come yet
  source TEXT NOT NULL CHECK(source<>''),  -- file, folder, typed by hand, rule
  content TEXT NOT NULL,               -- CAP 1.2
  PRIMARY KEY (sender, identifier, sent_utc_ms)
) WITHOUT ROWID;
CREATE INDEX warning_message_life_line ON warning_message(life_line);

CREATE TABLE callout_plan (
  version INTEGER NOT NULL PRIMARY KEY,
  saved_utc_ms INTEGER NOT NULL,
  author TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  content TEXT NOT NULL                -- JSON as resources/callout/plan.json
);

CREATE TABLE callout (
  uuid TEXT NOT NULL PRIMARY KEY CHECK(length(uuid)=36),
  title TEXT NOT NULL,
  warning_id TEXT NOT NULL DEFAULT '',
  is_drill INTEGER NOT NULL CHECK(is_drill IN (0,1)),
  created_utc_ms INTEGER NOT NULL,
  author TEXT NOT NULL DEFAULT '',
  snapshot TEXT NOT NULL,              -- plan, persons, places and targets, frozen
  snapshot_digest TEXT NOT NULL        -- BLAKE2b of it
);

CREATE TABLE callout_event (
  callout_uuid TEXT NOT NULL REFERENCES callout(uuid),
  seq INTEGER NOT NULL CHECK(seq>0),
  at_utc_ms INTEGER NOT NULL,
  target INTEGER NOT NULL,
  kind TEXT NOT NULL,
  attempt TEXT NOT NULL DEFAULT '',
  actor TEXT NOT NULL DEFAULT '',
  number INTEGER NOT NULL DEFAULT 0,
  text TEXT NOT NULL DEFAULT '',
  hash TEXT NOT NULL,
  PRIMARY KEY (callout_uuid, seq)
) WITHOUT ROWID;

CREATE TABLE callout_timer (
  callout_uuid TEXT NOT NULL REFERENCES callout(uuid),
  target INTEGER NOT NULL,
  kind TEXT NOT NULL,
  due_utc_ms INTEGER NOT NULL,
  generation INTEGER NOT NULL,
  PRIMARY KEY (callout_uuid, target, kind)
) WITHOUT ROWID;

CREATE TRIGGER callout_event_is_kept BEFORE DELETE ON callout_event BEGIN SELECT RAISE(ABORT, 'the call-out log is append-only'); END;
CREATE TRIGGER callout_event_is_final BEFORE UPDATE ON callout_event BEGIN SELECT RAISE(ABORT, 'the call-out log is append-only'); END;
CREATE TRIGGER callout_is_kept BEFORE DELETE ON callout BEGIN SELECT RAISE(ABORT, 'a call-out stays'); END;
CREATE TRIGGER callout_is_final BEFORE UPDATE ON callout BEGIN SELECT RAISE(ABORT, 'a call-out is frozen'); END;
CREATE TRIGGER warning_message_is_kept BEFORE DELETE ON warning_message BEGIN SELECT RAISE(ABORT, 'warnings stay as they came'); END;
