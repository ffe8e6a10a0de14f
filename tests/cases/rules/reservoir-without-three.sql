-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: reservoir 1
DELETE FROM responsible_person WHERE fid=8;
