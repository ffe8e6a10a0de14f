-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: responsible_person 1
UPDATE responsible_person SET phone_second='123' WHERE fid=1;
UPDATE responsible_person SET phone_second='0355-7832002' WHERE fid=2;
