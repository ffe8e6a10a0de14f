-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: responsible_person 1, responsible_person 3
UPDATE responsible_person SET deputy_uuid=(SELECT uuid FROM responsible_person WHERE fid=3) WHERE fid=1;
UPDATE responsible_person SET deputy_uuid=(SELECT uuid FROM responsible_person WHERE fid=1) WHERE fid=3;
