-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: reservoir 1
UPDATE monitoring_station SET kind='PP';
