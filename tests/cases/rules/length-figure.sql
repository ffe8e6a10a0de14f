-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: road 1
-- In kilometres.
UPDATE road SET length_m=0.895;
