-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: building 1
UPDATE building SET footprint_m2=990 WHERE fid=1;
UPDATE building SET footprint_m2=105 WHERE fid=2;
