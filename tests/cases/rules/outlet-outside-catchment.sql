-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: catchment 1
UPDATE catchment SET outlet_lon_deg=112.2;
