-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: hospital 1
UPDATE hospital SET name='测试';
