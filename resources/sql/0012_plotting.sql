-- SPDX-License-Identifier: GPL-3.0-or-later
-- Situation plotting (标绘): what people draw over the map, on named sheets; and named views of the map. Rows like those of
-- the census, so that the edit log, undo and field laptops know them.

CREATE TABLE plot_sheet (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  name TEXT NOT NULL CHECK(name<>''),
  visible INTEGER NOT NULL DEFAULT 1 CHECK(visible IN (0,1)),
  position REAL NOT NULL DEFAULT 0,
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);

CREATE TABLE plot_object (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom GEOMETRY NOT NULL,
  sheet_uuid TEXT NOT NULL REFERENCES plot_sheet(uuid),
  kind TEXT NOT NULL CHECK(kind IN ('point','line','arrow','area','circle','text')),
  symbol TEXT NOT NULL DEFAULT '',
  label TEXT NOT NULL DEFAULT '',
  colour TEXT NOT NULL CHECK(length(colour)=7 AND colour GLOB '#*'),
  width_px REAL NOT NULL CHECK(width_px>0),
  dashed INTEGER NOT NULL DEFAULT 0 CHECK(dashed IN (0,1)),
  radius_m REAL CHECK(radius_m>0),     -- circle
  centre_lon_deg REAL CHECK(centre_lon_deg BETWEEN -180 AND 180),
  centre_lat_deg REAL CHECK(centre_lat_deg BETWEEN -90 AND 90),
  position REAL NOT NULL DEFAULT 0,    -- greater lies above
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX plot_object_sheet ON plot_object(sheet_uuid);

CREATE TABLE map_bookmark (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  name TEXT NOT NULL CHECK(name<>''),
  centre_lon_deg REAL NOT NULL CHECK(centre_lon_deg BETWEEN -180 AND 180),
  centre_lat_deg REAL NOT NULL CHECK(centre_lat_deg BETWEEN -90 AND 90),
  scale_denominator REAL NOT NULL CHECK(scale_denominator>0),
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);

-- Numbers are numbers (migration 7 says why).
CREATE TRIGGER plot_sheet_numbers_insert BEFORE INSERT ON plot_sheet
WHEN typeof(NEW.position) NOT IN ('real','integer','null') OR abs(NEW.position)>1e300 OR
    typeof(NEW.visible) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of plot_sheet is not a number or out of range'); END;
CREATE TRIGGER plot_sheet_numbers_update BEFORE UPDATE OF visible, position ON plot_sheet
WHEN typeof(NEW.position) NOT IN ('real','integer','null') OR abs(NEW.position)>1e300 OR
    typeof(NEW.visible) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of plot_sheet is not a number or out of range'); END;
CREATE TRIGGER plot_object_numbers_insert BEFORE INSERT ON plot_object
WHEN typeof(NEW.width_px) NOT IN ('real','integer','null') OR abs(NEW.width_px)>1e300 OR
    typeof(NEW.radius_m) NOT IN ('real','integer','null') OR abs(NEW.radius_m)>1e300 OR
    typeof(NEW.centre_lon_deg) NOT IN ('real','integer','null') OR abs(NEW.centre_lon_deg)>1e300 OR
    typeof(NEW.centre_lat_deg) NOT IN ('real','integer','null') OR abs(NEW.centre_lat_deg)>1e300 OR
    typeof(NEW.position) NOT IN ('real','integer','null') OR abs(NEW.position)>1e300 OR
    typeof(NEW.dashed) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of plot_object is not a number or out of range'); END;
CREATE TRIGGER plot_object_numbers_update BEFORE UPDATE OF dashed, width_px, radius_m, centre_lon_deg, centre_lat_deg, position ON plot_object
WHEN typeof(NEW.width_px) NOT IN ('real','integer','null') OR abs(NEW.width_px)>1e300 OR
    typeof(NEW.radius_m) NOT IN ('real','integer','null') OR abs(NEW.radius_m)>1e300 OR
    typeof(NEW.centre_lon_deg) NOT IN ('real','integer','null') OR abs(NEW.centre_lon_deg)>1e300 OR
    typeof(NEW.centre_lat_deg) NOT IN ('real','integer','null') OR abs(NEW.centre_lat_deg)>1e300 OR
    typeof(NEW.position) NOT IN ('real','integer','null') OR abs(NEW.position)>1e300 OR
    typeof(NEW.dashed) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of plot_object is not a number or out of range'); END;
CREATE TRIGGER map_bookmark_numbers_insert BEFORE INSERT ON map_bookmark
WHEN typeof(NEW.centre_lon_deg) NOT IN ('real','integer','null') OR abs(NEW.centre_lon_deg)>1e300 OR
    typeof(NEW.centre_lat_deg) NOT IN ('real','integer','null') OR abs(NEW.centre_lat_deg)>1e300 OR
    typeof(NEW.scale_denominator) NOT IN ('real','integer','null') OR abs(NEW.scale_denominator)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of map_bookmark is not a number or out of range'); END;
CREATE TRIGGER map_bookmark_numbers_update BEFORE UPDATE OF centre_lon_deg, centre_lat_deg, scale_denominator ON map_bookmark
WHEN typeof(NEW.centre_lon_deg) NOT IN ('real','integer','null') OR abs(NEW.centre_lon_deg)>1e300 OR
    typeof(NEW.centre_lat_deg) NOT IN ('real','integer','null') OR abs(NEW.centre_lat_deg)>1e300 OR
    typeof(NEW.scale_denominator) NOT IN ('real','integer','null') OR abs(NEW.scale_denominator)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of map_bookmark is not a number or out of range'); END;

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id, last_change) VALUES
  ('plot_object', 'features', '标绘', 'Situation plotting', 4490, migration_time());
INSERT INTO gpkg_geometry_columns VALUES ('plot_object', 'geom', 'GEOMETRY', 4490, 0, 0);
