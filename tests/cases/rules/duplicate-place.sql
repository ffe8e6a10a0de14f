-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: school 3
INSERT INTO school
SELECT 3, wkt('POINT(112.25125 36.5521)'), division_code, name, kind, pupils, boarders, staff, uuid(903), created_utc, changed_utc, source
FROM school WHERE fid=1;
-- Eleven metres away, or of another name: no copy.
INSERT INTO school
SELECT 4, wkt('POINT(112.2512 36.55222)'), division_code, name, kind, pupils, boarders, staff, uuid(914), created_utc, changed_utc, source
FROM school WHERE fid=1;
INSERT INTO school
SELECT 5, geom, division_code, '别的学校', kind, pupils, boarders, staff, uuid(915), created_utc, changed_utc, source
FROM school WHERE fid=1;
