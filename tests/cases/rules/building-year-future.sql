-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: building 1
UPDATE building SET built_year=2027 WHERE fid=1;
UPDATE building SET built_year=2026 WHERE fid=2;
