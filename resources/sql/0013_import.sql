-- SPDX-License-Identifier: GPL-3.0-or-later
-- How files of one kind were imported the last time, so that the next one needs no questions: by the digest of their
-- fields' names. What was imported, from which file, by whom and when is a step of the edit log (edit_step.details).
CREATE TABLE import_mapping (
  source_key TEXT NOT NULL PRIMARY KEY,
  file_name TEXT NOT NULL,
  mapping TEXT NOT NULL,
  saved_utc DATETIME NOT NULL
);
