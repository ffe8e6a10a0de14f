-- SPDX-License-Identifier: GPL-3.0-or-later
-- Migration 6: indexes that the large tables lacked. Without them "all houses of this village", "who stands in for this
-- person" and "which reaches flow into this one" read the whole table, and so does SQLite itself whenever a division,
-- a person or a reach is renumbered or removed, to hold the foreign keys.

CREATE INDEX census_point_division_code ON census_point(division_code);
CREATE INDEX building_division_code ON building(division_code);
CREATE INDEX road_division_code ON road(division_code);
CREATE INDEX fire_risk_zone_division_code ON fire_risk_zone(division_code);
CREATE INDEX river_reach_downstream_no ON river_reach(downstream_no);
CREATE INDEX responsible_person_deputy_uuid ON responsible_person(deputy_uuid);
