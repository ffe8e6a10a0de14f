-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: division 7
DELETE FROM responsible_person WHERE fid=4;
