-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: school 1
UPDATE school SET staff=1 WHERE fid=1;
