-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: division 5
UPDATE division SET parent_code='140429100000' WHERE fid=5;
