-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: shelter 1
UPDATE shelter SET capacity=901;
