-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: division 5
-- 20 m outside is within the tolerance, a kilometre is not.
UPDATE division SET seat_lon_deg=112.7398 WHERE fid=7;
UPDATE division SET seat_lon_deg=112.27 WHERE fid=5;
