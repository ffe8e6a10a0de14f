-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: tailings_pond 1
-- In units of 10,000.
UPDATE tailings_pond SET capacity_m3=30;
