-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: fire_break 1
UPDATE fire_break SET built_year=2062;
