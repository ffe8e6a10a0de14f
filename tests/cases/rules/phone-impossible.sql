-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: responsible_person 1, responsible_person 2, depot 1
-- A digit too few; no such range; a word. Extensions, short numbers and the country code are fine.
UPDATE responsible_person SET phone='1380355000' WHERE fid=1;
UPDATE responsible_person SET phone='22803550002' WHERE fid=2;
UPDATE depot SET phone='call me';
UPDATE responsible_person SET phone='+86 138 0355 0003' WHERE fid=3;
UPDATE responsible_person SET phone='0355-7832001' WHERE fid=4;
UPDATE responsible_person SET phone='119' WHERE fid=5;
