-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: shelter 1
-- Longitude and latitude swapped.
UPDATE shelter SET geom=wkt('POINT(36.55 89.25)') WHERE fid=1;
