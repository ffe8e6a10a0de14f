-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: building 2
UPDATE building SET storeys=6 WHERE fid IN (1, 2);
