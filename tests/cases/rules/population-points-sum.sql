-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: population_village 1
DELETE FROM census_point WHERE fid=2;
