-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: fire_risk_zone 1
-- In mu.
UPDATE fire_risk_zone SET area_m2=14.9;
