-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: depot 1
UPDATE depot SET name=' 　' WHERE fid=1;
