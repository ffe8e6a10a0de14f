-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: reservoir 1
UPDATE reservoir SET dam_lon_deg=112.22;
