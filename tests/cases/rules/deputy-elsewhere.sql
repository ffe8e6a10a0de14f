-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: responsible_person 1
UPDATE responsible_person SET deputy_uuid=(SELECT uuid FROM responsible_person WHERE fid=4) WHERE fid=1;
