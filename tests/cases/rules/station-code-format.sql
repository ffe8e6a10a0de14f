-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: monitoring_station 1
UPDATE monitoring_station SET station_code='4142-58';
