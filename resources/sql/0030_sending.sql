-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sending reserve stocks: the trucks that stand ready at a depot, and movements of another copy of the books that cannot
-- be booked here as they are.

-- A depot without a row hires as many as it needs.
CREATE TABLE stock_truck (
  depot_id INTEGER NOT NULL REFERENCES stock_depot(id),
  kind TEXT NOT NULL CHECK(kind<>''),
  payload_kg REAL NOT NULL CHECK(typeof(payload_kg)='real' AND payload_kg>0 AND payload_kg<=1e6),
  volume_m3 REAL NOT NULL CHECK(typeof(volume_m3)='real' AND volume_m3>0 AND volume_m3<=1e4),
  trucks INTEGER NOT NULL CHECK(typeof(trucks)='integer' AND trucks BETWEEN 1 AND 10000),
  changed_utc_ms INTEGER NOT NULL,
  author TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (depot_id, kind)
) WITHOUT ROWID;

-- What only a person can decide after two copies of the books were brought together: `content` is the record as it came,
-- so that nothing is lost; `why` says what stands against it. A decision is either the movement that was booked in its
-- place or a word that nothing is to be booked.
CREATE TABLE stock_question (
  record_uuid TEXT NOT NULL PRIMARY KEY CHECK(length(record_uuid)>=36),
  kind TEXT NOT NULL CHECK(kind IN ('move','requisition','step')),
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
CREATE TRIGGER stock_question_is_kept BEFORE DELETE ON stock_question BEGIN SELECT RAISE(ABORT, 'a question stays'); END;
