-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: division 7
UPDATE division SET seat_lat_deg=NULL WHERE fid=7;
