-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: reservoir 1
UPDATE reservoir SET figures_source='';
