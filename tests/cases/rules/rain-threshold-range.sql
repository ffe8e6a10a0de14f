-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: catchment 1
-- In centimetres.
UPDATE catchment SET prepare_1h_mm=3;
