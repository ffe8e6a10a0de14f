-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: bridge 1
UPDATE bridge SET load_t=40000;
