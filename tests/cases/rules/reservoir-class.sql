-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: reservoir 1
UPDATE reservoir SET capacity_m3=10000000;
