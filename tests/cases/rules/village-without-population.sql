-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: division 7
DELETE FROM population_village WHERE fid=2;
