-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: school 1
UPDATE school SET geom=x'47500001' WHERE fid=1;
