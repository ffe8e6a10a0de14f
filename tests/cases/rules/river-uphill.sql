-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: river_reach 1
UPDATE river_reach SET from_elevation_m=960 WHERE fid=2;
