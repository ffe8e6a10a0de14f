-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: geohazard_point 1
-- 100 belongs to the worse grade.
UPDATE geohazard_point SET threatened_people=100;
