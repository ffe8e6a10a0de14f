-- SPDX-License-Identifier: GPL-3.0-or-later
-- breaks: building 3
INSERT INTO building
SELECT 3, geom, division_code, structure, use, storeys, built_year, footprint_m2, residents, seismic_designed, uuid(903), created_utc, changed_utc, source
FROM building WHERE fid=1;
