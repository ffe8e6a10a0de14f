-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: responsible_person 11
INSERT INTO responsible_person
SELECT 11, division_code, name, role, post, unit, phone, phone_second, channel, deputy_uuid, object_table, object_uuid, uuid(911), created_utc, changed_utc, source
FROM responsible_person WHERE fid=1;
