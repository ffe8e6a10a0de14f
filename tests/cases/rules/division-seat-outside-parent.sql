-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: division 7
UPDATE division SET seat_lon_deg=112.25, seat_lat_deg=36.55 WHERE fid=7;
