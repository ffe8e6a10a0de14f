-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: school 1, road 1
UPDATE school SET name='锟斤拷小学' WHERE fid=1;
UPDATE road SET name='?? road';
