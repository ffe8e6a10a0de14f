-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: geohazard_point 1
UPDATE responsible_person SET role=12 WHERE fid=6;
