-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: division 4
UPDATE division SET population=100 WHERE fid=4;
