-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: rescue_team 1
UPDATE rescue_team SET phone='';
