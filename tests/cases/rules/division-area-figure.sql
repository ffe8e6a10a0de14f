-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: division 5
-- Square metres where square kilometres belong.
UPDATE division SET area_km2=3970000 WHERE fid=5;
UPDATE division SET area_km2=4.1 WHERE fid=7;
