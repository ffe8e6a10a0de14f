-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: school 1
UPDATE school SET geom=wkt('POINT(112.2585 36.5585)') WHERE fid=1;
