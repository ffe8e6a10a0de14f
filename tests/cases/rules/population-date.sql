-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: population_village 1, population_village 2
UPDATE population_village SET as_of='2020-02-30' WHERE fid=1;
UPDATE population_village SET as_of='2027' WHERE fid=2;
