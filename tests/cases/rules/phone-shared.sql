-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: responsible_person 1, responsible_person 2
UPDATE responsible_person SET phone='13803550001' WHERE fid=2;
-- One person in two posts may have one number.
UPDATE responsible_person SET name='张伟', phone='13803550003' WHERE fid=4;
