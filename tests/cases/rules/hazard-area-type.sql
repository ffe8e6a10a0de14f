-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: geohazard_area 1
UPDATE geohazard_area SET type='02';
