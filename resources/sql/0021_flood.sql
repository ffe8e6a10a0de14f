-- SPDX-License-Identifier: GPL-3.0-or-later
-- Flood and drought: danger sections, thresholds, gauges, reservoir figures, readings.
-- Column names follow SL 323-2011 in meaning, with the unit in the name. Figures carry their source and how sure they are
-- (S, F, U); what is not known stays empty and is shown as to be confirmed.

CREATE TABLE code_soil_state (
  code INTEGER NOT NULL PRIMARY KEY, name_zh TEXT NOT NULL, name_en TEXT NOT NULL, standard TEXT NOT NULL, sort INTEGER NOT NULL);
INSERT INTO code_soil_state VALUES
  (1, '较干', 'Dry', '山洪灾害分析评价技术要求', 1),
  (2, '一般', 'Average', '山洪灾害分析评价技术要求', 2),
  (3, '较湿', 'Wet', '山洪灾害分析评价技术要求', 3);
CREATE TABLE code_threshold_confidence (
  code TEXT NOT NULL PRIMARY KEY, name_zh TEXT NOT NULL, name_en TEXT NOT NULL, standard TEXT NOT NULL, sort INTEGER NOT NULL);
INSERT INTO code_threshold_confidence VALUES
  ('S', '确定', 'Sure', 'Fengsui', 1),
  ('F', '较可信', 'Fair', 'Fengsui', 2),
  ('U', '待核实', 'To be confirmed', 'Fengsui', 3);
CREATE TABLE code_threshold_method (
  code INTEGER NOT NULL PRIMARY KEY, name_zh TEXT NOT NULL, name_en TEXT NOT NULL, standard TEXT NOT NULL, sort INTEGER NOT NULL);
INSERT INTO code_threshold_method VALUES
  (1, '调查评价', 'Survey', 'Fengsui', 1),
  (2, '推算', 'Computed', 'Fengsui', 2),
  (3, '经验', 'Experience', 'Fengsui', 3);
CREATE TABLE code_limit_period (
  code INTEGER NOT NULL PRIMARY KEY, name_zh TEXT NOT NULL, name_en TEXT NOT NULL, standard TEXT NOT NULL, sort INTEGER NOT NULL);
INSERT INTO code_limit_period VALUES
  (1, '主汛期', 'Main flood season', 'SL 323-2011 FSTP', 1),
  (2, '后汛期', 'Late flood season', 'SL 323-2011 FSTP', 2),
  (3, '过渡期', 'Transition', 'SL 323-2011 FSTP', 3),
  (4, '其他', 'Other', 'SL 323-2011 FSTP', 4);
CREATE TABLE code_drought_indicator (
  code INTEGER NOT NULL PRIMARY KEY, name_zh TEXT NOT NULL, name_en TEXT NOT NULL, standard TEXT NOT NULL, sort INTEGER NOT NULL);
INSERT INTO code_drought_indicator VALUES
  (1, '土壤相对湿度', 'Relative soil moisture', 'SL 424-2008', 1),
  (2, '水库蓄水距平百分率', 'Reservoir storage departure', 'SL 424-2008', 2);
CREATE TABLE code_drought_grade (
  code INTEGER NOT NULL PRIMARY KEY, name_zh TEXT NOT NULL, name_en TEXT NOT NULL, standard TEXT NOT NULL, sort INTEGER NOT NULL);
INSERT INTO code_drought_grade VALUES
  (1, '轻度干旱', 'Light', 'SL 424-2008', 1),
  (2, '中度干旱', 'Moderate', 'SL 424-2008', 2),
  (3, '严重干旱', 'Severe', 'SL 424-2008', 3),
  (4, '特大干旱', 'Extreme', 'SL 424-2008', 4);

CREATE TABLE danger_section (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT NOT NULL,
  section_code TEXT NOT NULL UNIQUE CHECK(section_code<>''),
  division_code TEXT NOT NULL REFERENCES division(code),
  name TEXT NOT NULL CHECK(name<>''),
  catchment_code TEXT REFERENCES catchment(catchment_code),
  reach_no INTEGER REFERENCES river_reach(reach_no),
  danger INTEGER NOT NULL REFERENCES code_flood_danger(code),
  households INTEGER NOT NULL CHECK(households>=0),
  people INTEGER NOT NULL CHECK(people>=0),
  critical_stage_m REAL,
  critical_m3_per_s REAL CHECK(critical_m3_per_s>0),
  curve_number REAL CHECK(curve_number>0 AND curve_number<=100),
  evacuation_place TEXT NOT NULL DEFAULT '',
  evacuation_route TEXT NOT NULL DEFAULT '',
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX danger_section_division_code ON danger_section(division_code);
CREATE INDEX danger_section_search ON danger_section(name, section_code);
CREATE INDEX danger_section_catchment_code ON danger_section(catchment_code);

-- 临界雨量: one row for a section, a window and a state of the ground.
CREATE TABLE flood_threshold (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  section_code TEXT NOT NULL REFERENCES danger_section(section_code),
  window_h REAL NOT NULL CHECK(window_h>0 AND window_h<=72),
  soil INTEGER NOT NULL REFERENCES code_soil_state(code),
  prepare_mm REAL CHECK(prepare_mm>0),
  move_mm REAL CHECK(move_mm>0),
  method INTEGER NOT NULL REFERENCES code_threshold_method(code),
  confidence TEXT NOT NULL DEFAULT 'U' REFERENCES code_threshold_confidence(code),
  figures_source TEXT NOT NULL DEFAULT '',
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>''),
  UNIQUE(section_code, window_h, soil),
  CHECK(prepare_mm IS NULL OR move_mm IS NULL OR prepare_mm<=move_mm)
);

-- What a station measures: a river with its stages, or a reservoir.
CREATE TABLE gauge (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  station_code TEXT NOT NULL UNIQUE REFERENCES monitoring_station(station_code),
  reach_no INTEGER REFERENCES river_reach(reach_no),
  reservoir_uuid TEXT REFERENCES reservoir(uuid),
  warning_stage_m REAL,
  guaranteed_stage_m REAL,
  confidence TEXT NOT NULL DEFAULT 'U' REFERENCES code_threshold_confidence(code),
  figures_source TEXT NOT NULL DEFAULT '',
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>''),
  CHECK(reach_no IS NULL OR reservoir_uuid IS NULL),
  CHECK(warning_stage_m IS NULL OR guaranteed_stage_m IS NULL OR warning_stage_m<guaranteed_stage_m)
);

-- 水位库容泄量曲线 (SL 323 ST_ZVARL_B).
CREATE TABLE reservoir_curve (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  reservoir_uuid TEXT NOT NULL REFERENCES reservoir(uuid),
  level_m REAL NOT NULL,
  storage_m3 REAL NOT NULL CHECK(storage_m3>=0),
  outflow_m3_per_s REAL CHECK(outflow_m3_per_s>=0),
  confidence TEXT NOT NULL DEFAULT 'U' REFERENCES code_threshold_confidence(code),
  figures_source TEXT NOT NULL DEFAULT '',
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>''),
  UNIQUE(reservoir_uuid, level_m)
);

-- 汛限水位 by period of the year (SL 323 ST_RSVRFSR_B); month and day as four digits, a period may pass the year's end.
CREATE TABLE reservoir_limit (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  reservoir_uuid TEXT NOT NULL REFERENCES reservoir(uuid),
  period INTEGER NOT NULL REFERENCES code_limit_period(code),
  begins_mmdd TEXT NOT NULL CHECK(begins_mmdd GLOB '[01][0-9][0-3][0-9]'),
  ends_mmdd TEXT NOT NULL CHECK(ends_mmdd GLOB '[01][0-9][0-3][0-9]'),
  limit_level_m REAL,
  confidence TEXT NOT NULL DEFAULT 'U' REFERENCES code_threshold_confidence(code),
  figures_source TEXT NOT NULL DEFAULT '',
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>''),
  UNIQUE(reservoir_uuid, begins_mmdd)
);

-- What a county usually has in a month, for drought.
CREATE TABLE county_normal (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  month INTEGER NOT NULL CHECK(month BETWEEN 1 AND 12),
  reservoir_storage_m3 REAL CHECK(reservoir_storage_m3>0),
  soil_relative_percent REAL CHECK(soil_relative_percent>0),
  confidence TEXT NOT NULL DEFAULT 'U' REFERENCES code_threshold_confidence(code),
  figures_source TEXT NOT NULL DEFAULT '',
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>''),
  UNIQUE(division_code, month)
);

CREATE TABLE drought_limit (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  indicator INTEGER NOT NULL REFERENCES code_drought_indicator(code),
  grade INTEGER NOT NULL REFERENCES code_drought_grade(code),
  at_most_percent REAL NOT NULL,
  confidence TEXT NOT NULL DEFAULT 'U' REFERENCES code_threshold_confidence(code),
  figures_source TEXT NOT NULL DEFAULT '',
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>''),
  UNIQUE(indicator, grade)
);
INSERT INTO drought_limit(indicator, grade, at_most_percent, confidence, figures_source, uuid, created_utc, changed_utc, source)
  SELECT i, g, p, 'F', CASE i WHEN 1 THEN 'SL 424-2008 土壤相对湿度旱情等级' ELSE 'SL 424-2008 水库蓄水量距平百分率（待核实）' END,
    printf('0194f5c4-0000-7000-8000-0000000%05d', 10000 + i * 10 + g), migration_time(), migration_time(), 'SL 424-2008'
  FROM (SELECT 1 AS i, 1 AS g, 60 AS p UNION ALL SELECT 1, 2, 50 UNION ALL SELECT 1, 3, 40 UNION ALL SELECT 1, 4, 30
    UNION ALL SELECT 2, 1, -10 UNION ALL SELECT 2, 2, -30 UNION ALL SELECT 2, 3, -50 UNION ALL SELECT 2, 4, -80);

-- The numbers by which readings are judged, each with its source.
CREATE TABLE flood_rule (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  rule TEXT NOT NULL UNIQUE CHECK(rule<>''),
  name TEXT NOT NULL,
  value REAL NOT NULL,
  unit TEXT NOT NULL,
  confidence TEXT NOT NULL DEFAULT 'U' REFERENCES code_threshold_confidence(code),
  figures_source TEXT NOT NULL DEFAULT '',
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
INSERT INTO flood_rule(rule, name, value, unit, confidence, figures_source, uuid, created_utc, changed_utc, source)
  SELECT r, n, v, u, c, s, printf('0194f5c4-0000-7000-8000-0000000%05d', 20000 + k), migration_time(), migration_time(), 'Fengsui'
  FROM (SELECT 1 AS k, 'pa_decay' AS r, '前期影响雨量消退系数 K' AS n, 0.85 AS v, '' AS u, 'F' AS c, 'GB/T 22482-2008，一般 0.80—0.90' AS s
    UNION ALL SELECT 2, 'pa_capacity_mm', '流域最大蓄水量 Wm', 80, 'mm', 'U', '山西约 60—100，待核实'
    UNION ALL SELECT 3, 'hold_h', '雨停后仍按临界雨量判别的时段', 3, 'h', 'U', '设计取值：洪水汇流滞后'
    UNION ALL SELECT 4, 'prepare_ratio', '准备转移与立即转移雨量之比', 0.8, '', 'U', '实践 0.7—0.9，待核实'
    UNION ALL SELECT 5, 'stale_h', '读数视为过时', 2, 'h', 'U', '设计取值'
    UNION ALL SELECT 6, 'silent_h', '测站视为中断', 24, 'h', 'U', '设计取值'
    UNION ALL SELECT 7, 'wave_depth_m', '洪水波估算水深（无警戒水位处）', 1.2, 'm', 'U', '设计取值'
    UNION ALL SELECT 8, 'wave_manning_n', '河道糙率', 0.04, '', 'F', 'Chow 1959：天然河道 0.03—0.05');

-- Readings: what stations said, by the end of the hour or the moment, in UTC milliseconds. A reading may be corrected;
-- what it was before is kept.
CREATE TABLE rain_hourly (
  station_code TEXT NOT NULL REFERENCES monitoring_station(station_code),
  end_utc_ms INTEGER NOT NULL CHECK(end_utc_ms % 3600000 = 0),
  rain_mm REAL NOT NULL CHECK(rain_mm>=0 AND rain_mm<=500),
  origin TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (station_code, end_utc_ms)
) STRICT, WITHOUT ROWID;
CREATE INDEX rain_hourly_end ON rain_hourly(end_utc_ms);

-- Of rivers (flow) and reservoirs (inflow, outflow): SL 323 ST_RIVER_R, ST_RSVR_R.
CREATE TABLE water_reading (
  station_code TEXT NOT NULL REFERENCES monitoring_station(station_code),
  at_utc_ms INTEGER NOT NULL,
  level_m REAL NOT NULL CHECK(level_m BETWEEN -500 AND 9000),
  flow_m3_per_s REAL CHECK(flow_m3_per_s>=0),
  inflow_m3_per_s REAL CHECK(inflow_m3_per_s>=0),
  outflow_m3_per_s REAL CHECK(outflow_m3_per_s>=0),
  origin TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (station_code, at_utc_ms)
) STRICT, WITHOUT ROWID;

CREATE TABLE soil_reading (
  station_code TEXT NOT NULL REFERENCES monitoring_station(station_code),
  at_utc_ms INTEGER NOT NULL,
  relative_percent REAL NOT NULL CHECK(relative_percent BETWEEN 0 AND 150),
  origin TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (station_code, at_utc_ms)
) STRICT, WITHOUT ROWID;

CREATE TABLE reading_correction (
  table_name TEXT NOT NULL,
  station_code TEXT NOT NULL,
  at_utc_ms INTEGER NOT NULL,
  was REAL NOT NULL,
  became REAL NOT NULL,
  origin TEXT NOT NULL
) STRICT;
CREATE TRIGGER rain_hourly_corrected AFTER UPDATE ON rain_hourly WHEN old.rain_mm<>new.rain_mm BEGIN
  INSERT INTO reading_correction VALUES ('rain_hourly', old.station_code, old.end_utc_ms, old.rain_mm, new.rain_mm, new.origin);
END;
CREATE TRIGGER water_reading_corrected AFTER UPDATE ON water_reading WHEN old.level_m<>new.level_m BEGIN
  INSERT INTO reading_correction VALUES ('water_reading', old.station_code, old.at_utc_ms, old.level_m, new.level_m, new.origin);
END;

-- Numbers are numbers, as in migration 7.
CREATE TRIGGER flood_threshold_numbers_insert BEFORE INSERT ON flood_threshold
WHEN typeof(NEW.window_h) NOT IN ('real','integer','null') OR abs(NEW.window_h)>1e300 OR
    typeof(NEW.soil) NOT IN ('integer','null') OR
    typeof(NEW.prepare_mm) NOT IN ('real','integer','null') OR abs(NEW.prepare_mm)>1e300 OR
    typeof(NEW.move_mm) NOT IN ('real','integer','null') OR abs(NEW.move_mm)>1e300 OR
    typeof(NEW.method) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of flood_threshold is not a number or out of range'); END;
CREATE TRIGGER flood_threshold_numbers_update BEFORE UPDATE OF window_h, soil, prepare_mm, move_mm, method ON flood_threshold
WHEN typeof(NEW.window_h) NOT IN ('real','integer','null') OR abs(NEW.window_h)>1e300 OR
    typeof(NEW.soil) NOT IN ('integer','null') OR
    typeof(NEW.prepare_mm) NOT IN ('real','integer','null') OR abs(NEW.prepare_mm)>1e300 OR
    typeof(NEW.move_mm) NOT IN ('real','integer','null') OR abs(NEW.move_mm)>1e300 OR
    typeof(NEW.method) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of flood_threshold is not a number or out of range'); END;
CREATE TRIGGER gauge_numbers_insert BEFORE INSERT ON gauge
WHEN typeof(NEW.reach_no) NOT IN ('integer','null') OR
    typeof(NEW.warning_stage_m) NOT IN ('real','integer','null') OR abs(NEW.warning_stage_m)>1e300 OR
    typeof(NEW.guaranteed_stage_m) NOT IN ('real','integer','null') OR abs(NEW.guaranteed_stage_m)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of gauge is not a number or out of range'); END;
CREATE TRIGGER gauge_numbers_update BEFORE UPDATE OF reach_no, warning_stage_m, guaranteed_stage_m ON gauge
WHEN typeof(NEW.reach_no) NOT IN ('integer','null') OR
    typeof(NEW.warning_stage_m) NOT IN ('real','integer','null') OR abs(NEW.warning_stage_m)>1e300 OR
    typeof(NEW.guaranteed_stage_m) NOT IN ('real','integer','null') OR abs(NEW.guaranteed_stage_m)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of gauge is not a number or out of range'); END;
CREATE TRIGGER reservoir_curve_numbers_insert BEFORE INSERT ON reservoir_curve
WHEN typeof(NEW.level_m) NOT IN ('real','integer','null') OR abs(NEW.level_m)>1e300 OR
    typeof(NEW.storage_m3) NOT IN ('real','integer','null') OR abs(NEW.storage_m3)>1e300 OR
    typeof(NEW.outflow_m3_per_s) NOT IN ('real','integer','null') OR abs(NEW.outflow_m3_per_s)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of reservoir_curve is not a number or out of range'); END;
CREATE TRIGGER reservoir_curve_numbers_update BEFORE UPDATE OF level_m, storage_m3, outflow_m3_per_s ON reservoir_curve
WHEN typeof(NEW.level_m) NOT IN ('real','integer','null') OR abs(NEW.level_m)>1e300 OR
    typeof(NEW.storage_m3) NOT IN ('real','integer','null') OR abs(NEW.storage_m3)>1e300 OR
    typeof(NEW.outflow_m3_per_s) NOT IN ('real','integer','null') OR abs(NEW.outflow_m3_per_s)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of reservoir_curve is not a number or out of range'); END;
CREATE TRIGGER reservoir_limit_numbers_insert BEFORE INSERT ON reservoir_limit
WHEN typeof(NEW.period) NOT IN ('integer','null') OR
    typeof(NEW.limit_level_m) NOT IN ('real','integer','null') OR abs(NEW.limit_level_m)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of reservoir_limit is not a number or out of range'); END;
CREATE TRIGGER reservoir_limit_numbers_update BEFORE UPDATE OF period, limit_level_m ON reservoir_limit
WHEN typeof(NEW.period) NOT IN ('integer','null') OR
    typeof(NEW.limit_level_m) NOT IN ('real','integer','null') OR abs(NEW.limit_level_m)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of reservoir_limit is not a number or out of range'); END;
CREATE TRIGGER county_normal_numbers_insert BEFORE INSERT ON county_normal
WHEN typeof(NEW.month) NOT IN ('integer','null') OR
    typeof(NEW.reservoir_storage_m3) NOT IN ('real','integer','null') OR abs(NEW.reservoir_storage_m3)>1e300 OR
    typeof(NEW.soil_relative_percent) NOT IN ('real','integer','null') OR abs(NEW.soil_relative_percent)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of county_normal is not a number or out of range'); END;
CREATE TRIGGER county_normal_numbers_update BEFORE UPDATE OF month, reservoir_storage_m3, soil_relative_percent ON county_normal
WHEN typeof(NEW.month) NOT IN ('integer','null') OR
    typeof(NEW.reservoir_storage_m3) NOT IN ('real','integer','null') OR abs(NEW.reservoir_storage_m3)>1e300 OR
    typeof(NEW.soil_relative_percent) NOT IN ('real','integer','null') OR abs(NEW.soil_relative_percent)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of county_normal is not a number or out of range'); END;
CREATE TRIGGER drought_limit_numbers_insert BEFORE INSERT ON drought_limit
WHEN typeof(NEW.indicator) NOT IN ('integer','null') OR
    typeof(NEW.grade) NOT IN ('integer','null') OR
    typeof(NEW.at_most_percent) NOT IN ('real','integer','null') OR abs(NEW.at_most_percent)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of drought_limit is not a number or out of range'); END;
CREATE TRIGGER drought_limit_numbers_update BEFORE UPDATE OF indicator, grade, at_most_percent ON drought_limit
WHEN typeof(NEW.indicator) NOT IN ('integer','null') OR
    typeof(NEW.grade) NOT IN ('integer','null') OR
    typeof(NEW.at_most_percent) NOT IN ('real','integer','null') OR abs(NEW.at_most_percent)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of drought_limit is not a number or out of range'); END;
CREATE TRIGGER flood_rule_numbers_insert BEFORE INSERT ON flood_rule
WHEN typeof(NEW.value) NOT IN ('real','integer','null') OR abs(NEW.value)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of flood_rule is not a number or out of range'); END;
CREATE TRIGGER flood_rule_numbers_update BEFORE UPDATE OF value ON flood_rule
WHEN typeof(NEW.value) NOT IN ('real','integer','null') OR abs(NEW.value)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of flood_rule is not a number or out of range'); END;

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id, last_change) VALUES
  ('danger_section', 'features', '山洪危险区', 'Flash-flood danger sections', 4490, migration_time()),
  ('flood_threshold', 'attributes', '临界雨量', 'Critical rain of danger sections', NULL, migration_time()),
  ('gauge', 'attributes', '水位站特征值', 'Stages of gauges', NULL, migration_time()),
  ('reservoir_curve', 'attributes', '水位库容曲线', 'Storage curves of reservoirs', NULL, migration_time()),
  ('reservoir_limit', 'attributes', '水库汛限水位', 'Flood-limit levels of reservoirs', NULL, migration_time()),
  ('county_normal', 'attributes', '县区常年值', 'Normals of counties', NULL, migration_time()),
  ('drought_limit', 'attributes', '旱情等级指标', 'Limits of drought grades', NULL, migration_time()),
  ('flood_rule', 'attributes', '水旱判别参数', 'Rules of flood judgement', NULL, migration_time());
INSERT INTO gpkg_geometry_columns VALUES ('danger_section', 'geom', 'POINT', 4490, 0, 0);
