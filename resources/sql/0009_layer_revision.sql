-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which state a feature table is in: `mark` changes with every change to its rows, whichever program makes it, and no two
-- states share one. What is kept beside the database for speed is valid as long as the mark is. Triggers are made for
-- every feature table.
CREATE TABLE layer_revision (
  table_name TEXT NOT NULL PRIMARY KEY,
  mark INTEGER NOT NULL
);
