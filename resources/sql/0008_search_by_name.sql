-- SPDX-License-Identifier: GPL-3.0-or-later
-- Migration 8: rivers and roads are found by name. They lie in many pieces between large geometries: these indexes hold
-- all that the search reads, of the pieces that have a name.

CREATE INDEX river_reach_search ON river_reach(name, level, length_m) WHERE name<>'';
CREATE INDEX road_search ON road(name, class, length_m) WHERE name<>'';
CREATE INDEX road_number_search ON road(road_code, class, length_m) WHERE road_code<>'';
