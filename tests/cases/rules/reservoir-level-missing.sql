-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: reservoir 1
UPDATE reservoir SET flood_limit_level_m=NULL;
