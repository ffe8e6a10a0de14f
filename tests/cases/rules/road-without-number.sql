-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: road 1
UPDATE road SET road_code='';
