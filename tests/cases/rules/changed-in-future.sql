-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: depot 1
UPDATE depot SET changed_utc='2031-01-01T00:00:00.000Z';
-- A clock that is fast by an hour is let pass.
UPDATE shelter SET changed_utc='2026-05-01T01:00:00.000Z';
