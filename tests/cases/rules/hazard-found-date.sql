-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: geohazard_point 1
UPDATE geohazard_point SET found_on='2019/07/01';
