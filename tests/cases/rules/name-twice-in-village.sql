-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: school 1, school 2
UPDATE school SET name='韩家沟小学' WHERE fid=2;
