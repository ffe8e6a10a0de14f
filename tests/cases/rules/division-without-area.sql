-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: division 7
UPDATE division SET geom=NULL WHERE fid=7;
