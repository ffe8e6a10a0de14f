-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: shelter 1
UPDATE shelter SET geom=wkt('POINT(112.2585 36.5585)');
