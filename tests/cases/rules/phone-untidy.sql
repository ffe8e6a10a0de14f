-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: responsible_person 1, depot 1
UPDATE responsible_person SET phone='１３８ 0355 0001' WHERE fid=1;
UPDATE depot SET phone='+86 355 7832001';
