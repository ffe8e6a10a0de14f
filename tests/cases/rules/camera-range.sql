-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: fire_camera 1
-- In kilometres.
UPDATE fire_camera SET range_m=5;
