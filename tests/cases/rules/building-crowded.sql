-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: building 2
UPDATE building SET residents=60 WHERE fid=2;
UPDATE building SET residents=60 WHERE fid=1;
