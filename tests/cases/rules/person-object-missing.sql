-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: responsible_person 6
DELETE FROM geohazard_area;
DELETE FROM geohazard_point;
