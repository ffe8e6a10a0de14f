-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: school 2
UPDATE school SET name=' 沁河镇中学　' WHERE fid=2;
