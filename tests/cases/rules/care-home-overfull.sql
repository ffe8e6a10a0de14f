-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: care_home 1
UPDATE care_home SET residents=41;
