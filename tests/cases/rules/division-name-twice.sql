-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: division 2, division 3
UPDATE division SET name='沁源县' WHERE fid=3;
-- Under another parent the same name is fine.
UPDATE division SET name='东村' WHERE fid=5;
