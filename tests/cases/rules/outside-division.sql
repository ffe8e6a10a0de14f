-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: hospital 1
UPDATE hospital SET geom=wkt('POINT(112.75 36.85)') WHERE fid=1;
