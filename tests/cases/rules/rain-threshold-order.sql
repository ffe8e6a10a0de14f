-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: catchment 1
UPDATE catchment SET prepare_3h_mm=25;
