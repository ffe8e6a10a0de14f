-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: depot 1, helipad 1
UPDATE depot SET geom=wkt('POINT(112.2585 36.5585)');
UPDATE helipad SET geom=wkt('POINT(112.2581 36.5589)');
-- Beside it.
UPDATE rescue_team SET geom=wkt('POINT(112.2595 36.5585)');
