-- SPDX-License-Identifier: GPL-3.0-or-later
-- Migration 4: hazards: fire, geology, flood, seismic, past disasters.
-- Families follow the national census of natural-disaster risk (GPKG names in English, titles in Chinese);
-- units are in the column names. Every row: uuid (version 7), created and changed in UTC, source.

CREATE TABLE fire_risk_zone (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POLYGON NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  parcel_no TEXT NOT NULL,
  fire_class INTEGER NOT NULL REFERENCES code_fire_class(code),
  vegetation INTEGER NOT NULL REFERENCES code_vegetation(code),
  canopy_percent REAL NOT NULL CHECK(canopy_percent BETWEEN 0 AND 100),
  slope_deg REAL NOT NULL CHECK(slope_deg BETWEEN 0 AND 90),
  area_m2 REAL NOT NULL CHECK(area_m2>0),
  manager TEXT NOT NULL DEFAULT '',
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);

CREATE TABLE fire_break (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom LINESTRING NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  kind INTEGER NOT NULL REFERENCES code_fire_break_kind(code),
  is_main INTEGER NOT NULL CHECK(is_main IN (0,1)),
  length_m REAL NOT NULL CHECK(length_m>0),
  width_m REAL NOT NULL CHECK(width_m>0),
  state INTEGER NOT NULL REFERENCES code_facility_state(code),
  built_year INTEGER,
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX fire_break_division_code ON fire_break(division_code);

CREATE TABLE fire_road (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom LINESTRING NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  length_m REAL NOT NULL CHECK(length_m>0),
  width_m REAL NOT NULL CHECK(width_m>0),
  state INTEGER NOT NULL REFERENCES code_facility_state(code),
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX fire_road_division_code ON fire_road(division_code);

CREATE TABLE lookout (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  name TEXT NOT NULL,
  height_m REAL NOT NULL CHECK(height_m>0),
  manned INTEGER NOT NULL CHECK(manned IN (0,1)),
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX lookout_division_code ON lookout(division_code);

CREATE TABLE fire_camera (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  name TEXT NOT NULL,
  range_m REAL NOT NULL CHECK(range_m>0),
  infrared INTEGER NOT NULL CHECK(infrared IN (0,1)),
  state INTEGER NOT NULL REFERENCES code_facility_state(code),
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX fire_camera_division_code ON fire_camera(division_code);

CREATE TABLE water_point (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  name TEXT NOT NULL,
  volume_m3 REAL CHECK(volume_m3>0),
  helicopter INTEGER NOT NULL DEFAULT 0 CHECK(helicopter IN (0,1)),
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX water_point_division_code ON water_point(division_code);

CREATE TABLE geohazard_point (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT NOT NULL,
  hazard_code TEXT NOT NULL UNIQUE CHECK(length(hazard_code)=12 AND hazard_code NOT GLOB '*[^0-9]*'),
  division_code TEXT NOT NULL REFERENCES division(code),
  name TEXT NOT NULL,
  type TEXT NOT NULL REFERENCES code_geo_type(code) CHECK(substr(hazard_code,7,2)=type),
  scale TEXT NOT NULL REFERENCES code_geo_scale(code),
  danger_grade TEXT NOT NULL REFERENCES code_geo_grade(code),
  stability INTEGER NOT NULL REFERENCES code_geo_stability(code),
  threat_object TEXT NOT NULL REFERENCES code_geo_threat(code),
  threatened_households INTEGER NOT NULL CHECK(threatened_households>=0),
  threatened_people INTEGER NOT NULL CHECK(threatened_people>=0),
  threatened_property_yuan REAL NOT NULL CHECK(threatened_property_yuan>=0),
  trigger INTEGER NOT NULL REFERENCES code_geo_trigger(code),
  monitoring INTEGER NOT NULL REFERENCES code_geo_monitoring(code),
  volume_m3 REAL CHECK(volume_m3>0),
  evacuation_place TEXT NOT NULL DEFAULT '',
  found_on TEXT,
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX geohazard_point_division_code ON geohazard_point(division_code);
CREATE INDEX geohazard_point_search ON geohazard_point(name, hazard_code);

CREATE TABLE geohazard_area (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom MULTIPOLYGON NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  hazard_code TEXT REFERENCES geohazard_point(hazard_code),
  risk_level INTEGER NOT NULL REFERENCES code_risk_level(code),
  type TEXT NOT NULL REFERENCES code_geo_type(code),
  area_m2 REAL NOT NULL CHECK(area_m2>0),
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX geohazard_area_division_code ON geohazard_area(division_code);
CREATE INDEX geohazard_area_hazard_code ON geohazard_area(hazard_code);

CREATE TABLE catchment (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom MULTIPOLYGON NOT NULL,
  catchment_code TEXT NOT NULL UNIQUE,
  division_code TEXT NOT NULL REFERENCES division(code),
  name TEXT NOT NULL,
  river TEXT NOT NULL DEFAULT '',
  area_km2 REAL NOT NULL CHECK(area_km2>0),
  longest_path_km REAL NOT NULL CHECK(longest_path_km>0),
  mean_slope_ratio REAL NOT NULL CHECK(mean_slope_ratio>=0),
  concentration_h REAL NOT NULL CHECK(concentration_h>0),
  danger INTEGER NOT NULL REFERENCES code_flood_danger(code),
  outlet_lon_deg REAL NOT NULL CHECK(outlet_lon_deg BETWEEN -180 AND 180),
  outlet_lat_deg REAL NOT NULL CHECK(outlet_lat_deg BETWEEN -90 AND 90),
  prepare_1h_mm REAL NOT NULL CHECK(prepare_1h_mm>0),
  prepare_3h_mm REAL NOT NULL CHECK(prepare_3h_mm>0),
  prepare_6h_mm REAL NOT NULL CHECK(prepare_6h_mm>0),
  move_1h_mm REAL NOT NULL CHECK(move_1h_mm>=prepare_1h_mm),
  move_3h_mm REAL NOT NULL CHECK(move_3h_mm>=prepare_3h_mm),
  move_6h_mm REAL NOT NULL CHECK(move_6h_mm>=prepare_6h_mm),
  threshold_source TEXT NOT NULL,
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX catchment_division_code ON catchment(division_code);
CREATE INDEX catchment_search ON catchment(name, catchment_code);

CREATE TABLE catchment_outlet (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT NOT NULL,
  catchment_code TEXT NOT NULL UNIQUE REFERENCES catchment(catchment_code),
  name TEXT NOT NULL,
  elevation_m REAL NOT NULL,
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);

CREATE TABLE river_reach (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom LINESTRING NOT NULL,
  reach_no INTEGER NOT NULL UNIQUE,
  downstream_no INTEGER REFERENCES river_reach(reach_no) DEFERRABLE INITIALLY DEFERRED
    CHECK(downstream_no IS NULL OR downstream_no<>reach_no),
  name TEXT NOT NULL DEFAULT '',
  level INTEGER NOT NULL REFERENCES code_river_level(code),
  strahler INTEGER NOT NULL CHECK(strahler BETWEEN 1 AND 12),
  length_m REAL NOT NULL CHECK(length_m>0),
  from_elevation_m REAL NOT NULL,
  to_elevation_m REAL NOT NULL CHECK(to_elevation_m<=from_elevation_m),
  upstream_km2 REAL NOT NULL CHECK(upstream_km2>0),
  warning_stage_m REAL,
  guaranteed_stage_m REAL,
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>''),
  CHECK(warning_stage_m IS NULL OR guaranteed_stage_m IS NULL OR warning_stage_m<guaranteed_stage_m)
);

CREATE TABLE fault (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom LINESTRING NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  age INTEGER NOT NULL REFERENCES code_fault_age(code),
  sense INTEGER NOT NULL REFERENCES code_fault_sense(code),
  dip_direction TEXT NOT NULL DEFAULT '',
  dip_deg REAL CHECK(dip_deg BETWEEN 0 AND 90),
  slip_mm_per_a REAL CHECK(slip_mm_per_a>=0),
  buried INTEGER NOT NULL DEFAULT 0 CHECK(buried IN (0,1)),
  length_m REAL NOT NULL CHECK(length_m>0),
  figures_source TEXT NOT NULL DEFAULT '',
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);

CREATE TABLE historical_disaster (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT NOT NULL,
  kind INTEGER NOT NULL REFERENCES code_disaster_kind(code),
  name TEXT NOT NULL,
  began_on TEXT NOT NULL,
  ended_on TEXT,
  deaths INTEGER CHECK(deaths>=0),
  missing INTEGER CHECK(missing>=0),
  evacuated INTEGER CHECK(evacuated>=0),
  loss_yuan REAL CHECK(loss_yuan>=0),
  magnitude REAL CHECK(magnitude BETWEEN 0 AND 10),
  summary TEXT NOT NULL DEFAULT '',
  figures_source TEXT NOT NULL,
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id, last_change) VALUES
  ('fire_risk_zone', 'features', '森林草原火险区', 'Fire-risk zones', 4490, migration_time()),
  ('fire_break', 'features', '防火阻隔带', 'Fire breaks', 4490, migration_time()),
  ('fire_road', 'features', '防火道路', 'Fire roads', 4490, migration_time()),
  ('lookout', 'features', '瞭望塔', 'Fire lookouts', 4490, migration_time()),
  ('fire_camera', 'features', '林火视频监控', 'Fire cameras', 4490, migration_time()),
  ('water_point', 'features', '取水点', 'Fire water points', 4490, migration_time()),
  ('geohazard_point', 'features', '地质灾害隐患点', 'Geological-hazard points', 4490, migration_time()),
  ('geohazard_area', 'features', '地质灾害风险区', 'Geological-hazard risk areas', 4490, migration_time()),
  ('catchment', 'features', '小流域', 'Small catchments', 4490, migration_time()),
  ('catchment_outlet', 'features', '小流域出口', 'Catchment outlets', 4490, migration_time()),
  ('river_reach', 'features', '河段', 'River reaches', 4490, migration_time()),
  ('fault', 'features', '断层', 'Faults', 4490, migration_time()),
  ('historical_disaster', 'features', '历史灾害', 'Historical disasters', 4490, migration_time());
INSERT INTO gpkg_geometry_columns VALUES
  ('fire_risk_zone', 'geom', 'POLYGON', 4490, 0, 0),
  ('fire_break', 'geom', 'LINESTRING', 4490, 0, 0),
  ('fire_road', 'geom', 'LINESTRING', 4490, 0, 0),
  ('lookout', 'geom', 'POINT', 4490, 0, 0),
  ('fire_camera', 'geom', 'POINT', 4490, 0, 0),
  ('water_point', 'geom', 'POINT', 4490, 0, 0),
  ('geohazard_point', 'geom', 'POINT', 4490, 0, 0),
  ('geohazard_area', 'geom', 'MULTIPOLYGON', 4490, 0, 0),
  ('catchment', 'geom', 'MULTIPOLYGON', 4490, 0, 0),
  ('catchment_outlet', 'geom', 'POINT', 4490, 0, 0),
  ('river_reach', 'geom', 'LINESTRING', 4490, 0, 0),
  ('fault', 'geom', 'LINESTRING', 4490, 0, 0),
  ('historical_disaster', 'geom', 'POINT', 4490, 0, 0);
