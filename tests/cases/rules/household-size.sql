-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: population_village 1, census_point 3
UPDATE population_village SET households=7 WHERE fid=1;
UPDATE census_point SET households=4 WHERE fid=3;
