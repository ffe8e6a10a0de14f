-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the checks of the census found each time, for the trend: counts only, by rule and county. The rows themselves
-- are found anew by every check.

CREATE TABLE check_run (
  run_uuid TEXT NOT NULL PRIMARY KEY CHECK(length(run_uuid)=36),
  at_utc_ms INTEGER NOT NULL,
  author TEXT NOT NULL
);
CREATE INDEX check_run_at ON check_run(at_utc_ms);

-- A rule that found nothing has one row with the count 0; a rule that could not be asked has none.
CREATE TABLE check_result (
  run_uuid TEXT NOT NULL REFERENCES check_run(run_uuid) ON DELETE CASCADE,
  rule TEXT NOT NULL,
  county_code TEXT NOT NULL,  -- twelve digits; empty: rows that belong to no county
  severity TEXT NOT NULL CHECK(severity IN ('error','warning','note')),
  count INTEGER NOT NULL CHECK(count>=0),
  PRIMARY KEY (run_uuid, rule, county_code)
) WITHOUT ROWID;
