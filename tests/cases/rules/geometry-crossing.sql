-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: fire_risk_zone 1
UPDATE fire_risk_zone SET geom=wkt('POLYGON((112.241 36.556, 112.242 36.557, 112.242 36.556, 112.241 36.557, 112.241 36.556))');
