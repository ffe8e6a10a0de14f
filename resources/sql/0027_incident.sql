-- SPDX-License-Identifier: GPL-3.0-or-later
-- Incidents 事件: what happened, its figures, grade, tasks and response. An incident is its events and nothing else: each is
-- added once, with the hash of all before it, and what is shown is folded from them. Only a drill's can be removed, and then
-- all of it.

CREATE TABLE incident (
  uuid TEXT NOT NULL PRIMARY KEY CHECK(length(uuid)=36),
  number TEXT NOT NULL UNIQUE,         -- as it is named on paper: SJ20260501a1b2c3
  is_drill INTEGER NOT NULL CHECK(is_drill IN (0,1)),
  created_utc_ms INTEGER NOT NULL,
  author TEXT NOT NULL CHECK(author<>'')
) WITHOUT ROWID;

CREATE TABLE incident_event (
  incident_uuid TEXT NOT NULL REFERENCES incident(uuid),
  seq INTEGER NOT NULL CHECK(typeof(seq)='integer' AND seq>0),
  at_utc_ms INTEGER NOT NULL,          -- when it was recorded; never before the event before it
  kind TEXT NOT NULL CHECK(kind IN ('opened','changed','state','figures','grade','note','link','task','task_step','response')),
  actor TEXT NOT NULL CHECK(actor<>''),
  content TEXT NOT NULL,               -- JSON of the kind
  hash TEXT NOT NULL,
  PRIMARY KEY (incident_uuid, seq)
) WITHOUT ROWID;

CREATE TRIGGER incident_is_final BEFORE UPDATE ON incident BEGIN SELECT RAISE(ABORT, 'an incident is its events'); END;
CREATE TRIGGER incident_is_kept BEFORE DELETE ON incident WHEN OLD.is_drill=0 BEGIN SELECT RAISE(ABORT, 'a real incident stays'); END;
CREATE TRIGGER incident_event_is_final BEFORE UPDATE ON incident_event BEGIN SELECT RAISE(ABORT, 'the log of an incident is append-only'); END;
CREATE TRIGGER incident_event_is_kept BEFORE DELETE ON incident_event
  WHEN (SELECT is_drill FROM incident WHERE uuid=OLD.incident_uuid)=0
  BEGIN SELECT RAISE(ABORT, 'the log of a real incident stays'); END;
