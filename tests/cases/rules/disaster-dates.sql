-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: historical_disaster 1
UPDATE historical_disaster SET ended_on='1993-08-03';
