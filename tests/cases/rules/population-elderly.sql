-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: population_village 1
UPDATE population_village SET age_0_14=10, age_15_64=20, age_65_up=170 WHERE fid=1;
