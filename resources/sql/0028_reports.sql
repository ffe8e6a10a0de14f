-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reports 信息报送 that were issued. A report is what it said: its words, its figures with their moments, who issued it, and the
-- hash of that and of the report before it. A correction is a new report. Only a drill's can be removed.

CREATE TABLE issued_report (
  seq INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  number TEXT NOT NULL UNIQUE CHECK(number<>''),       -- as it stands on the paper
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL CHECK(serial>0),             -- within the year, drills by themselves
  kind TEXT NOT NULL CHECK(kind IN ('first','update','final','daily','statistics')),
  sequence INTEGER NOT NULL CHECK(sequence>0),         -- the how-manyeth of its kind of this incident
  incident_uuid TEXT NOT NULL DEFAULT '',              -- empty: of no single incident
  is_drill INTEGER NOT NULL CHECK(is_drill IN (0,1)),
  as_of_utc_ms INTEGER NOT NULL CHECK(typeof(as_of_utc_ms)='integer'),
  issued_utc_ms INTEGER NOT NULL CHECK(issued_utc_ms>=as_of_utc_ms),
  issued_by TEXT NOT NULL CHECK(issued_by<>''),
  title TEXT NOT NULL CHECK(title<>''),
  corrects TEXT NOT NULL DEFAULT '',                   -- number of the report that this one puts right
  content TEXT NOT NULL CHECK(json_valid(content)),
  hash TEXT NOT NULL CHECK(length(hash)=64),
  UNIQUE (year, serial, is_drill)
);
CREATE INDEX issued_report_incident ON issued_report(incident_uuid, issued_utc_ms);

CREATE TRIGGER issued_report_is_final BEFORE UPDATE ON issued_report BEGIN SELECT RAISE(ABORT, 'an issued report stays: issue a correction'); END;
CREATE TRIGGER issued_report_is_kept BEFORE DELETE ON issued_report WHEN OLD.is_drill=0
BEGIN SELECT RAISE(ABORT, 'an issued report stays: issue a correction'); END;
