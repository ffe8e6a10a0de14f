-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: geohazard_area 1
UPDATE geohazard_point SET geom=wkt('POINT(112.245 36.545)');
