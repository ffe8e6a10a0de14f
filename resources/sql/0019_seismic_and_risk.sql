-- SPDX-License-Identifier: GPL-3.0-or-later
-- Seismic room and district risk: earthquakes, reinforcement works, scenarios with what they were made of, the figures the
-- estimates rest on (each with unit, source and how sure it is: all of them may be edited), and runs of the risk index.

CREATE TABLE earthquake (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT NOT NULL,
  name TEXT NOT NULL CHECK(name<>''),
  year INTEGER NOT NULL CHECK(year BETWEEN -3000 AND 2200 AND year<>0),  -- negative: before Christ
  month INTEGER CHECK(month BETWEEN 1 AND 12),
  day INTEGER CHECK(day BETWEEN 1 AND 31),
  clock TEXT NOT NULL DEFAULT '',            -- HH:MM of the source's time
  magnitude REAL CHECK(magnitude BETWEEN -2 AND 10),
  magnitude_type TEXT NOT NULL DEFAULT '',
  depth_km REAL CHECK(depth_km BETWEEN 0 AND 800),
  epicentral_intensity REAL CHECK(epicentral_intensity BETWEEN 1 AND 12),
  deaths INTEGER CHECK(deaths>=0),
  event_code TEXT NOT NULL DEFAULT '',
  figures_source TEXT NOT NULL DEFAULT '',
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX earthquake_year ON earthquake(year);

-- Dwellings to be made safe against earthquakes (地震易发区房屋加固), by township and year.
CREATE TABLE reinforcement_project (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  name TEXT NOT NULL CHECK(name<>''),
  plan_year INTEGER NOT NULL CHECK(plan_year BETWEEN 1990 AND 2200),
  planned_households INTEGER NOT NULL CHECK(planned_households>0),
  started_households INTEGER NOT NULL DEFAULT 0 CHECK(started_households BETWEEN 0 AND planned_households),
  finished_households INTEGER NOT NULL DEFAULT 0 CHECK(finished_households BETWEEN 0 AND started_households),
  planned_area_m2 REAL NOT NULL CHECK(planned_area_m2>0),
  finished_area_m2 REAL NOT NULL DEFAULT 0 CHECK(finished_area_m2>=0),
  funds_yuan REAL NOT NULL DEFAULT 0 CHECK(funds_yuan>=0),
  due_on TEXT NOT NULL DEFAULT '',
  manager TEXT NOT NULL DEFAULT '',
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX reinforcement_project_division_code ON reinforcement_project(division_code);

-- What a township can do itself (乡镇综合减灾资源), as the national census asks it; the inputs of the capability score.
CREATE TABLE town_capability (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code) UNIQUE,
  population INTEGER NOT NULL CHECK(population>0),
  disaster_staff INTEGER NOT NULL CHECK(disaster_staff>=0),
  risk_assessed INTEGER NOT NULL CHECK(risk_assessed IN (0,1)),
  funds_yuan REAL NOT NULL CHECK(funds_yuan>=0),
  stocks_yuan REAL NOT NULL CHECK(stocks_yuan>=0),
  hospital_beds INTEGER NOT NULL CHECK(hospital_beds>=0),
  firefighters INTEGER NOT NULL CHECK(firefighters>=0),
  volunteers INTEGER NOT NULL CHECK(volunteers>=0),
  militia INTEGER NOT NULL CHECK(militia>=0),
  trained_people INTEGER NOT NULL CHECK(trained_people>=0),
  shelter_places INTEGER NOT NULL CHECK(shelter_places>=0),
  as_of TEXT NOT NULL DEFAULT '',
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);

-- A figure a model uses. `default_value` is what it was shipped with; confidence: sure, fair, unsure (shown as 待核实), design.
CREATE TABLE model_parameter (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  model TEXT NOT NULL CHECK(model<>''),
  key TEXT NOT NULL CHECK(key<>''),
  value REAL NOT NULL,
  default_value REAL NOT NULL,
  unit TEXT NOT NULL DEFAULT '',
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  confidence TEXT NOT NULL CHECK(confidence IN ('sure','fair','unsure','design')),
  figures_source TEXT NOT NULL,
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>''),
  UNIQUE(model, key)
);

-- An official damage matrix (震害矩阵), percent of floor area in the five grades; a row replaces what is derived from the
-- intensity scale. Structure classes of GB/T 17742-2020: A1, A2, B, C, D.
CREATE TABLE damage_matrix_row (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  structure_class TEXT NOT NULL CHECK(structure_class IN ('A1','A2','B','C','D')),
  intensity INTEGER NOT NULL CHECK(intensity BETWEEN 6 AND 12),
  sound_percent REAL NOT NULL CHECK(sound_percent BETWEEN 0 AND 100),
  slight_percent REAL NOT NULL CHECK(slight_percent BETWEEN 0 AND 100),
  moderate_percent REAL NOT NULL CHECK(moderate_percent BETWEEN 0 AND 100),
  severe_percent REAL NOT NULL CHECK(severe_percent BETWEEN 0 AND 100),
  destroyed_percent REAL NOT NULL CHECK(destroyed_percent BETWEEN 0 AND 100),
  figures_source TEXT NOT NULL DEFAULT '',
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>''),
  UNIQUE(structure_class, intensity),
  CHECK(abs(sound_percent+slight_percent+moderate_percent+severe_percent+destroyed_percent-100)<=0.5)
);

-- Grades of an earthquake disaster and who leads the response, by plan. Lower bounds; null: not used by the plan.
CREATE TABLE quake_response_rule (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  plan_name TEXT NOT NULL CHECK(plan_name<>''),
  plan_date TEXT NOT NULL DEFAULT '',
  in_use INTEGER NOT NULL DEFAULT 0 CHECK(in_use IN (0,1)),
  grade INTEGER NOT NULL CHECK(grade BETWEEN 1 AND 4),  -- 1 特别重大 .. 4 一般
  grade_name TEXT NOT NULL,
  response_name TEXT NOT NULL DEFAULT '',
  leader TEXT NOT NULL DEFAULT '',
  min_deaths INTEGER CHECK(min_deaths>=0),
  min_magnitude REAL,
  min_magnitude_dense REAL,  -- in densely populated districts
  confidence TEXT NOT NULL CHECK(confidence IN ('sure','fair','unsure','design')),
  figures_source TEXT NOT NULL,
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>''),
  UNIQUE(plan_name, grade)
);

-- A scenario as it was computed: parameters and result as JSON, with the relations, the program's version and the state of the data.
CREATE TABLE quake_scenario (
  scenario_uuid TEXT NOT NULL PRIMARY KEY CHECK(length(scenario_uuid)=36),
  name TEXT NOT NULL CHECK(name<>''),
  at_utc_ms INTEGER NOT NULL,
  author TEXT NOT NULL,
  parameters TEXT NOT NULL,
  result TEXT NOT NULL,
  provenance TEXT NOT NULL
);
CREATE INDEX quake_scenario_at ON quake_scenario(at_utc_ms);

CREATE TABLE risk_run (
  run_uuid TEXT NOT NULL PRIMARY KEY CHECK(length(run_uuid)=36),
  at_utc_ms INTEGER NOT NULL,
  author TEXT NOT NULL,
  level INTEGER NOT NULL CHECK(level IN (3,4)),
  method TEXT NOT NULL,
  weights TEXT NOT NULL
);
CREATE INDEX risk_run_at ON risk_run(at_utc_ms);
CREATE TABLE risk_score (
  run_uuid TEXT NOT NULL REFERENCES risk_run(run_uuid) ON DELETE CASCADE,
  division_code TEXT NOT NULL,
  score REAL NOT NULL,
  hazard REAL NOT NULL,
  exposure REAL NOT NULL,
  capacity REAL NOT NULL,
  rank INTEGER NOT NULL,
  PRIMARY KEY (run_uuid, division_code)
) WITHOUT ROWID;

-- Numbers are numbers (migration 7 says why).
CREATE TRIGGER earthquake_numbers_insert BEFORE INSERT ON earthquake
WHEN typeof(NEW.magnitude) NOT IN ('real','integer','null') OR abs(NEW.magnitude)>1e300 OR
    typeof(NEW.depth_km) NOT IN ('real','integer','null') OR abs(NEW.depth_km)>1e300 OR
    typeof(NEW.epicentral_intensity) NOT IN ('real','integer','null') OR abs(NEW.epicentral_intensity)>1e300 OR
    typeof(NEW.year) NOT IN ('integer','null') OR
    typeof(NEW.month) NOT IN ('integer','null') OR
    typeof(NEW.day) NOT IN ('integer','null') OR
    typeof(NEW.deaths) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of earthquake is not a number or out of range'); END;
CREATE TRIGGER earthquake_numbers_update BEFORE UPDATE OF magnitude, depth_km, epicentral_intensity, year, month, day, deaths ON earthquake
WHEN typeof(NEW.magnitude) NOT IN ('real','integer','null') OR abs(NEW.magnitude)>1e300 OR
    typeof(NEW.depth_km) NOT IN ('real','integer','null') OR abs(NEW.depth_km)>1e300 OR
    typeof(NEW.epicentral_intensity) NOT IN ('real','integer','null') OR abs(NEW.epicentral_intensity)>1e300 OR
    typeof(NEW.year) NOT IN ('integer','null') OR
    typeof(NEW.month) NOT IN ('integer','null') OR
    typeof(NEW.day) NOT IN ('integer','null') OR
    typeof(NEW.deaths) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of earthquake is not a number or out of range'); END;
CREATE TRIGGER reinforcement_project_numbers_insert BEFORE INSERT ON reinforcement_project
WHEN typeof(NEW.planned_area_m2) NOT IN ('real','integer','null') OR abs(NEW.planned_area_m2)>1e300 OR
    typeof(NEW.finished_area_m2) NOT IN ('real','integer','null') OR abs(NEW.finished_area_m2)>1e300 OR
    typeof(NEW.funds_yuan) NOT IN ('real','integer','null') OR abs(NEW.funds_yuan)>1e300 OR
    typeof(NEW.plan_year) NOT IN ('integer','null') OR
    typeof(NEW.planned_households) NOT IN ('integer','null') OR
    typeof(NEW.started_households) NOT IN ('integer','null') OR
    typeof(NEW.finished_households) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of reinforcement_project is not a number or out of range'); END;
CREATE TRIGGER reinforcement_project_numbers_update BEFORE UPDATE OF planned_area_m2, finished_area_m2, funds_yuan, plan_year, planned_households, started_households, finished_households ON reinforcement_project
WHEN typeof(NEW.planned_area_m2) NOT IN ('real','integer','null') OR abs(NEW.planned_area_m2)>1e300 OR
    typeof(NEW.finished_area_m2) NOT IN ('real','integer','null') OR abs(NEW.finished_area_m2)>1e300 OR
    typeof(NEW.funds_yuan) NOT IN ('real','integer','null') OR abs(NEW.funds_yuan)>1e300 OR
    typeof(NEW.plan_year) NOT IN ('integer','null') OR
    typeof(NEW.planned_households) NOT IN ('integer','null') OR
    typeof(NEW.started_households) NOT IN ('integer','null') OR
    typeof(NEW.finished_households) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of reinforcement_project is not a number or out of range'); END;
CREATE TRIGGER model_parameter_numbers_insert BEFORE INSERT ON model_parameter
WHEN typeof(NEW.value) NOT IN ('real','integer','null') OR abs(NEW.value)>1e300 OR
    typeof(NEW.default_value) NOT IN ('real','integer','null') OR abs(NEW.default_value)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of model_parameter is not a number or out of range'); END;
CREATE TRIGGER model_parameter_numbers_update BEFORE UPDATE OF value, default_value ON model_parameter
WHEN typeof(NEW.value) NOT IN ('real','integer','null') OR abs(NEW.value)>1e300 OR
    typeof(NEW.default_value) NOT IN ('real','integer','null') OR abs(NEW.default_value)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of model_parameter is not a number or out of range'); END;
CREATE TRIGGER damage_matrix_row_numbers_insert BEFORE INSERT ON damage_matrix_row
WHEN typeof(NEW.sound_percent) NOT IN ('real','integer','null') OR abs(NEW.sound_percent)>1e300 OR
    typeof(NEW.slight_percent) NOT IN ('real','integer','null') OR abs(NEW.slight_percent)>1e300 OR
    typeof(NEW.moderate_percent) NOT IN ('real','integer','null') OR abs(NEW.moderate_percent)>1e300 OR
    typeof(NEW.severe_percent) NOT IN ('real','integer','null') OR abs(NEW.severe_percent)>1e300 OR
    typeof(NEW.destroyed_percent) NOT IN ('real','integer','null') OR abs(NEW.destroyed_percent)>1e300 OR
    typeof(NEW.intensity) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of damage_matrix_row is not a number or out of range'); END;
CREATE TRIGGER damage_matrix_row_numbers_update BEFORE UPDATE OF sound_percent, slight_percent, moderate_percent, severe_percent, destroyed_percent, intensity ON damage_matrix_row
WHEN typeof(NEW.sound_percent) NOT IN ('real','integer','null') OR abs(NEW.sound_percent)>1e300 OR
    typeof(NEW.slight_percent) NOT IN ('real','integer','null') OR abs(NEW.slight_percent)>1e300 OR
    typeof(NEW.moderate_percent) NOT IN ('real','integer','null') OR abs(NEW.moderate_percent)>1e300 OR
    typeof(NEW.severe_percent) NOT IN ('real','integer','null') OR abs(NEW.severe_percent)>1e300 OR
    typeof(NEW.destroyed_percent) NOT IN ('real','integer','null') OR abs(NEW.destroyed_percent)>1e300 OR
    typeof(NEW.intensity) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of damage_matrix_row is not a number or out of range'); END;
CREATE TRIGGER quake_response_rule_numbers_insert BEFORE INSERT ON quake_response_rule
WHEN typeof(NEW.min_magnitude) NOT IN ('real','integer','null') OR abs(NEW.min_magnitude)>1e300 OR
    typeof(NEW.min_magnitude_dense) NOT IN ('real','integer','null') OR abs(NEW.min_magnitude_dense)>1e300 OR
    typeof(NEW.in_use) NOT IN ('integer','null') OR
    typeof(NEW.grade) NOT IN ('integer','null') OR
    typeof(NEW.min_deaths) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of quake_response_rule is not a number or out of range'); END;
CREATE TRIGGER quake_response_rule_numbers_update BEFORE UPDATE OF min_magnitude, min_magnitude_dense, in_use, grade, min_deaths ON quake_response_rule
WHEN typeof(NEW.min_magnitude) NOT IN ('real','integer','null') OR abs(NEW.min_magnitude)>1e300 OR
    typeof(NEW.min_magnitude_dense) NOT IN ('real','integer','null') OR abs(NEW.min_magnitude_dense)>1e300 OR
    typeof(NEW.in_use) NOT IN ('integer','null') OR
    typeof(NEW.grade) NOT IN ('integer','null') OR
    typeof(NEW.min_deaths) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of quake_response_rule is not a number or out of range'); END;

CREATE TRIGGER town_capability_numbers_insert BEFORE INSERT ON town_capability
WHEN typeof(NEW.funds_yuan) NOT IN ('real','integer','null') OR abs(NEW.funds_yuan)>1e300 OR
    typeof(NEW.stocks_yuan) NOT IN ('real','integer','null') OR abs(NEW.stocks_yuan)>1e300 OR
    typeof(NEW.population) NOT IN ('integer','null') OR
    typeof(NEW.disaster_staff) NOT IN ('integer','null') OR
    typeof(NEW.risk_assessed) NOT IN ('integer','null') OR
    typeof(NEW.hospital_beds) NOT IN ('integer','null') OR
    typeof(NEW.firefighters) NOT IN ('integer','null') OR
    typeof(NEW.volunteers) NOT IN ('integer','null') OR
    typeof(NEW.militia) NOT IN ('integer','null') OR
    typeof(NEW.trained_people) NOT IN ('integer','null') OR
    typeof(NEW.shelter_places) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of town_capability is not a number or out of range'); END;
CREATE TRIGGER town_capability_numbers_update BEFORE UPDATE OF funds_yuan, stocks_yuan, population, disaster_staff, risk_assessed, hospital_beds, firefighters, volunteers, militia, trained_people, shelter_places ON town_capability
WHEN typeof(NEW.funds_yuan) NOT IN ('real','integer','null') OR abs(NEW.funds_yuan)>1e300 OR
    typeof(NEW.stocks_yuan) NOT IN ('real','integer','null') OR abs(NEW.stocks_yuan)>1e300 OR
    typeof(NEW.population) NOT IN ('integer','null') OR
    typeof(NEW.disaster_staff) NOT IN ('integer','null') OR
    typeof(NEW.risk_assessed) NOT IN ('integer','null') OR
    typeof(NEW.hospital_beds) NOT IN ('integer','null') OR
    typeof(NEW.firefighters) NOT IN ('integer','null') OR
    typeof(NEW.volunteers) NOT IN ('integer','null') OR
    typeof(NEW.militia) NOT IN ('integer','null') OR
    typeof(NEW.trained_people) NOT IN ('integer','null') OR
    typeof(NEW.shelter_places) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of town_capability is not a number or out of range'); END;

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id, last_change) VALUES
  ('earthquake', 'features', '历史地震', 'Past earthquakes', 4490, migration_time()),
  ('reinforcement_project', 'attributes', '房屋加固工程', 'Reinforcement works', NULL, migration_time()),
  ('town_capability', 'attributes', '乡镇减灾能力', 'Capability of townships', NULL, migration_time()),
  ('model_parameter', 'attributes', '模型参数', 'Figures of the models', NULL, migration_time()),
  ('damage_matrix_row', 'attributes', '震害矩阵', 'Damage matrix', NULL, migration_time()),
  ('quake_response_rule', 'attributes', '地震分级响应', 'Earthquake grades and response', NULL, migration_time());
INSERT INTO gpkg_geometry_columns VALUES ('earthquake', 'geom', 'POINT', 4490, 0, 0);

INSERT INTO model_parameter (model, key, value, default_value, unit, name_zh, name_en, confidence, figures_source, uuid, created_utc, changed_utc, source) VALUES
  ('seismic', 'price_A1', 800, 800, '元/m²', '土木、石木结构重置单价', 'Rebuilding price, earth and stone', 'unsure', '按建筑结构的一般造价水平设定，无官方数', '019ae000-5e15-7000-8000-000000000001', migration_time(), migration_time(), '程序缺省'),
  ('seismic', 'price_A2', 1000, 1000, '元/m²', '木构架结构重置单价', 'Rebuilding price, timber frame', 'unsure', '按建筑结构的一般造价水平设定，无官方数', '019ae000-5e15-7000-8000-000000000002', migration_time(), migration_time(), '程序缺省'),
  ('seismic', 'price_B', 1400, 1400, '元/m²', '未设防砖混重置单价', 'Rebuilding price, masonry without design', 'unsure', '按建筑结构的一般造价水平设定，无官方数', '019ae000-5e15-7000-8000-000000000003', migration_time(), migration_time(), '程序缺省'),
  ('seismic', 'price_C', 1700, 1700, '元/m²', '设防砖混重置单价', 'Rebuilding price, masonry with design', 'unsure', '按建筑结构的一般造价水平设定，无官方数', '019ae000-5e15-7000-8000-000000000004', migration_time(), migration_time(), '程序缺省'),
  ('seismic', 'price_D', 2400, 2400, '元/m²', '钢筋混凝土结构重置单价', 'Rebuilding price, reinforced concrete', 'unsure', '按建筑结构的一般造价水平设定，无官方数', '019ae000-5e15-7000-8000-000000000005', migration_time(), migration_time(), '程序缺省'),
  ('seismic', 'damage_sigma', 0.18, 0.18, '', '震害指数离散（贝塔分布标准差）', 'Spread of the damage index (beta distribution)', 'design', '推算做法：0.16–0.20 取中；震害指数范围见 GB/T 17742-2020 表 1', '019ae000-5e15-7000-8000-000000000006', migration_time(), migration_time(), '程序缺省'),
  ('seismic', 'loss_percent_1_low', 0, 0, '%', '基本完好损失比下限', 'Sound: share lost, low', 'fair', 'GB/T 18208.4-2011', '019ae000-5e15-7000-8000-000000000007', migration_time(), migration_time(), '程序缺省'),
  ('seismic', 'loss_percent_1_mid', 2, 2, '%', '基本完好损失比中值', 'Sound: share lost, middle', 'fair', 'GB/T 18208.4-2011', '019ae000-5e15-7000-8000-000000000008', migration_time(), migration_time(), '程序缺省'),
  ('seismic', 'loss_percent_1_high', 5, 5, '%', '基本完好损失比上限', 'Sound: share lost, high', 'fair', 'GB/T 18208.4-2011', '019ae000-5e15-7000-8000-000000000009', migration_time(), migration_time(), '程序缺省'),
  ('seismic', 'loss_percent_2_low', 6, 6, '%', '轻微破坏损失比下限', 'Slight: share lost, low', 'fair', 'GB/T 18208.4-2011', '019ae000-5e15-7000-8000-000000000010', migration_time(), migration_time(), '程序缺省'),
  ('seismic', 'loss_percent_2_mid', 10, 10, '%', '轻微破坏损失比中值', 'Slight: share lost, middle', 'fair', 'GB/T 18208.4-2011', '019ae000-5e15-7000-8000-000000000011', migration_time(), migration_time(), '程序缺省'),
  ('seismic', 'loss_percent_2_high', 15, 15, '%', '轻微破坏损失比上限', 'Slight: share lost, high', 'fair', 'GB/T 18208.4-2011', '019ae000-5e15-7000-8000-000000000012', migration_time(), migration_time(), '程序缺省'),
  ('seismic', 'loss_percent_3_low', 16, 16, '%', '中等破坏损失比下限', 'Moderate: share lost, low', 'fair', 'GB/T 18208.4-2011', '019ae000-5e15-7000-8000-000000000013', migration_time(), migration_time(), '程序缺省'),
  ('seismic', 'loss_percent_3_mid', 30, 30, '%', '中等破坏损失比中值', 'Moderate: share lost, middle', 'fair', 'GB/T 18208.4-2011', '019ae000-5e15-7000-8000-000000000014', migration_time(), migration_time(), '程序缺省'),
  ('seismic', 'loss_percent_3_high', 45, 45, '%', '中等破坏损失比上限', 'Moderate: share lost, high', 'fair', 'GB/T 18208.4-2011', '019ae000-5e15-7000-8000-000000000015', migration_time(), migration_time(), '程序缺省'),
  ('seismic', 'loss_percent_4_low', 46, 46, '%', '严重破坏损失比下限', 'Severe: share lost, low', 'fair', 'GB/T 18208.4-2011', '019ae000-5e15-7000-8000-000000000016', migration_time(), migration_time(), '程序缺省'),
  ('seismic', 'loss_percent_4_mid', 65, 65, '%', '严重破坏损失比中值', 'Severe: share lost, middle', 'fair', 'GB/T 18208.4-2011', '019ae000-5e15-7000-8000-000000000017', migration_time(), migration_time(), '程序缺省'),
  ('seismic', 'loss_percent_4_high', 80, 80, '%', '严重破坏损失比上限', 'Severe: share lost, high', 'fair', 'GB/T 18208.4-2011', '019ae000-5e15-7000-8000-000000000018', migration_time(), migration_time(), '程序缺省'),
  ('seismic', 'loss_percent_5_low', 81, 81, '%', '毁坏损失比下限', 'Destroyed: share lost, low', 'fair', 'GB/T 18208.4-2011', '019ae000-5e15-7000-8000-000000000019', migration_time(), migration_time(), '程序缺省'),
  ('seismic', 'loss_percent_5_mid', 95, 95, '%', '毁坏损失比中值', 'Destroyed: share lost, middle', 'fair', 'GB/T 18208.4-2011', '019ae000-5e15-7000-8000-000000000020', migration_time(), migration_time(), '程序缺省'),
  ('seismic', 'loss_percent_5_high', 100, 100, '%', '毁坏损失比上限', 'Destroyed: share lost, high', 'fair', 'GB/T 18208.4-2011', '019ae000-5e15-7000-8000-000000000021', migration_time(), migration_time(), '程序缺省'),
  ('seismic', 'injured_per_death', 4, 4, '人/人', '伤亡比（每死亡一人的受伤人数）', 'Injured for each death', 'unsure', '经验值 3–5', '019ae000-5e15-7000-8000-000000000022', migration_time(), migration_time(), '程序缺省'),
  ('seismic', 'fault_safe_near_m', 2000, 2000, 'm', '断层邻近查询距离', 'Distance for faults nearby', 'design', '本程序缺省', '019ae000-5e15-7000-8000-000000000023', migration_time(), migration_time(), '程序缺省'),
  ('risk', 'weight_fire', 1, 1, '', '灾种权重：森林草原火灾', 'Weight of hazard: fire', 'design', '缺省等权，由本地专家打分替换', '019ae000-5e15-7000-8000-000000000024', migration_time(), migration_time(), '程序缺省'),
  ('risk', 'weight_geology', 1, 1, '', '灾种权重：地质灾害', 'Weight of hazard: geology', 'design', '缺省等权，由本地专家打分替换', '019ae000-5e15-7000-8000-000000000025', migration_time(), migration_time(), '程序缺省'),
  ('risk', 'weight_flood', 1, 1, '', '灾种权重：洪涝', 'Weight of hazard: flood', 'design', '缺省等权，由本地专家打分替换', '019ae000-5e15-7000-8000-000000000026', migration_time(), migration_time(), '程序缺省'),
  ('risk', 'weight_seismic', 1, 1, '', '灾种权重：地震', 'Weight of hazard: earthquake', 'design', '缺省等权，由本地专家打分替换', '019ae000-5e15-7000-8000-000000000027', migration_time(), migration_time(), '程序缺省'),
  ('risk', 'weight_past', 1, 1, '', '灾种权重：历史灾害', 'Weight of hazard: past disasters', 'design', '缺省等权，由本地专家打分替换', '019ae000-5e15-7000-8000-000000000028', migration_time(), migration_time(), '程序缺省'),
  ('risk', 'exposure_people', 0.4, 0.4, '', '暴露度权重：人口密度', 'Weight of exposure: people per km²', 'design', '缺省值，由本地专家打分替换', '019ae000-5e15-7000-8000-000000000029', migration_time(), migration_time(), '程序缺省'),
  ('risk', 'exposure_vulnerable', 0.2, 0.2, '', '暴露度权重：老年人与少儿占比', 'Weight of exposure: share of old and young', 'design', '缺省值，由本地专家打分替换', '019ae000-5e15-7000-8000-000000000030', migration_time(), migration_time(), '程序缺省'),
  ('risk', 'exposure_weak_buildings', 0.25, 0.25, '', '暴露度权重：未设防房屋面积占比', 'Weight of exposure: floor area without seismic design', 'design', '缺省值，由本地专家打分替换', '019ae000-5e15-7000-8000-000000000031', migration_time(), migration_time(), '程序缺省'),
  ('risk', 'exposure_sites', 0.15, 0.15, '', '暴露度权重：学校医院养老机构密度', 'Weight of exposure: schools, hospitals, care homes per km²', 'design', '缺省值，由本地专家打分替换', '019ae000-5e15-7000-8000-000000000032', migration_time(), migration_time(), '程序缺省'),
  ('risk', 'capacity_manage', 0.33, 0.33, '', '减灾能力一级权重：灾害管理', 'Capability: management', 'fair', '乡镇综合减灾能力评估通行算法的缺省权重', '019ae000-5e15-7000-8000-000000000033', migration_time(), migration_time(), '程序缺省'),
  ('risk', 'capacity_prepare', 0.32, 0.32, '', '减灾能力一级权重：灾害备灾', 'Capability: preparation', 'fair', '乡镇综合减灾能力评估通行算法的缺省权重', '019ae000-5e15-7000-8000-000000000034', migration_time(), migration_time(), '程序缺省'),
  ('risk', 'capacity_rescue', 0.35, 0.35, '', '减灾能力一级权重：自救转移', 'Capability: self-rescue and transfer', 'fair', '乡镇综合减灾能力评估通行算法的缺省权重', '019ae000-5e15-7000-8000-000000000035', migration_time(), migration_time(), '程序缺省'),
  ('risk', 'capacity_c1', 0.37, 0.37, '', '二级权重：队伍管理', 'Capability: staff', 'fair', '乡镇综合减灾能力评估通行算法的缺省权重', '019ae000-5e15-7000-8000-000000000036', migration_time(), migration_time(), '程序缺省'),
  ('risk', 'capacity_c2', 0.31, 0.31, '', '二级权重：风险评估', 'Capability: risk assessed', 'fair', '乡镇综合减灾能力评估通行算法的缺省权重', '019ae000-5e15-7000-8000-000000000037', migration_time(), migration_time(), '程序缺省'),
  ('risk', 'capacity_c3', 0.32, 0.32, '', '二级权重：财政投入', 'Capability: funds', 'fair', '乡镇综合减灾能力评估通行算法的缺省权重', '019ae000-5e15-7000-8000-000000000038', migration_time(), migration_time(), '程序缺省'),
  ('risk', 'capacity_c4', 0.51, 0.51, '', '二级权重：物资储备', 'Capability: stocks', 'fair', '乡镇综合减灾能力评估通行算法的缺省权重', '019ae000-5e15-7000-8000-000000000039', migration_time(), migration_time(), '程序缺省'),
  ('risk', 'capacity_c5', 0.49, 0.49, '', '二级权重：医疗保障', 'Capability: hospital beds', 'fair', '乡镇综合减灾能力评估通行算法的缺省权重', '019ae000-5e15-7000-8000-000000000040', migration_time(), migration_time(), '程序缺省'),
  ('risk', 'capacity_c6', 0.33, 0.33, '', '二级权重：自救互救', 'Capability: rescuers', 'fair', '乡镇综合减灾能力评估通行算法的缺省权重', '019ae000-5e15-7000-8000-000000000041', migration_time(), migration_time(), '程序缺省'),
  ('risk', 'capacity_c7', 0.33, 0.33, '', '二级权重：公众避险', 'Capability: training', 'fair', '乡镇综合减灾能力评估通行算法的缺省权重', '019ae000-5e15-7000-8000-000000000042', migration_time(), migration_time(), '程序缺省'),
  ('risk', 'capacity_c8', 0.34, 0.34, '', '二级权重：转移安置', 'Capability: shelter places', 'fair', '乡镇综合减灾能力评估通行算法的缺省权重', '019ae000-5e15-7000-8000-000000000043', migration_time(), migration_time(), '程序缺省'),
  ('risk', 'exponent_hazard', 1, 1, '', '致灾危险性指数（幂）', 'Exponent of hazard', 'design', 'R = H^a · E^b · (1−C/2)^c', '019ae000-5e15-7000-8000-000000000044', migration_time(), migration_time(), '程序缺省'),
  ('risk', 'exponent_exposure', 1, 1, '', '暴露脆弱性指数（幂）', 'Exponent of exposure', 'design', 'R = H^a · E^b · (1−C/2)^c', '019ae000-5e15-7000-8000-000000000045', migration_time(), migration_time(), '程序缺省'),
  ('risk', 'exponent_capacity', 1, 1, '', '减灾能力指数（幂）', 'Exponent of capacity', 'design', 'R = H^a · E^b · (1−C/2)^c', '019ae000-5e15-7000-8000-000000000046', migration_time(), migration_time(), '程序缺省');
INSERT INTO quake_response_rule (plan_name, plan_date, in_use, grade, grade_name, response_name, leader, min_deaths, min_magnitude, min_magnitude_dense, confidence, figures_source, uuid, created_utc, changed_utc, source) VALUES
  ('国家地震应急预案', '2012-08-28', 1, 1, '特别重大', 'Ⅰ级响应', '国务院抗震救灾指挥机构', 300, 7.0, 7.0, 'sure', '国家地震应急预案（2012 年修订）；特别重大另有“直接经济损失占上年全省 GDP 1% 以上”一条', '019ae000-5e15-7000-8000-000000000501', migration_time(), migration_time(), '程序缺省'),
  ('国家地震应急预案', '2012-08-28', 1, 2, '重大', 'Ⅱ级响应', '省级', 50, 6.0, 6.0, 'sure', '国家地震应急预案（2012 年修订）；特别重大另有“直接经济损失占上年全省 GDP 1% 以上”一条', '019ae000-5e15-7000-8000-000000000502', migration_time(), migration_time(), '程序缺省'),
  ('国家地震应急预案', '2012-08-28', 1, 3, '较大', 'Ⅲ级响应', '市级', 10, 5.0, 5.0, 'sure', '国家地震应急预案（2012 年修订）；特别重大另有“直接经济损失占上年全省 GDP 1% 以上”一条', '019ae000-5e15-7000-8000-000000000503', migration_time(), migration_time(), '程序缺省'),
  ('国家地震应急预案', '2012-08-28', 1, 4, '一般', 'Ⅳ级响应', '县级', 0, 4.0, 4.0, 'sure', '国家地震应急预案（2012 年修订）；特别重大另有“直接经济损失占上年全省 GDP 1% 以上”一条', '019ae000-5e15-7000-8000-000000000504', migration_time(), migration_time(), '程序缺省'),
  ('国家地震应急预案（2012 年以前）', '2006', 0, 1, '特别重大', 'Ⅰ级响应', '国务院', 300, 7.0, 7.0, 'sure', '旧版，供对照', '019ae000-5e15-7000-8000-000000000505', migration_time(), migration_time(), '程序缺省'),
  ('国家地震应急预案（2012 年以前）', '2006', 0, 2, '重大', 'Ⅱ级响应', '省级', 50, 6.5, 6.5, 'sure', '旧版，供对照', '019ae000-5e15-7000-8000-000000000506', migration_time(), migration_time(), '程序缺省'),
  ('国家地震应急预案（2012 年以前）', '2006', 0, 3, '较大', 'Ⅲ级响应', '市级', 20, 6.0, 6.0, 'sure', '旧版，供对照', '019ae000-5e15-7000-8000-000000000507', migration_time(), migration_time(), '程序缺省'),
  ('国家地震应急预案（2012 年以前）', '2006', 0, 4, '一般', 'Ⅳ级响应', '县级', 0, 5.0, 5.0, 'sure', '旧版，供对照', '019ae000-5e15-7000-8000-000000000508', migration_time(), migration_time(), '程序缺省'),
  ('阳泉市地震应急预案（邻市，供参考）', '2016', 0, 1, '特别重大', 'Ⅰ级响应', '', 300, 7.0, 6.0, 'fair', '阳泉市 2016 年分级表；人口密集地区从严', '019ae000-5e15-7000-8000-000000000509', migration_time(), migration_time(), '程序缺省'),
  ('阳泉市地震应急预案（邻市，供参考）', '2016', 0, 2, '重大', 'Ⅱ级响应', '', 50, 6.0, 5.0, 'fair', '阳泉市 2016 年分级表；人口密集地区从严', '019ae000-5e15-7000-8000-000000000510', migration_time(), migration_time(), '程序缺省'),
  ('阳泉市地震应急预案（邻市，供参考）', '2016', 0, 3, '较大', 'Ⅲ级响应', '', 10, 5.0, NULL, 'fair', '阳泉市 2016 年分级表；人口密集地区从严', '019ae000-5e15-7000-8000-000000000511', migration_time(), migration_time(), '程序缺省'),
  ('阳泉市地震应急预案（邻市，供参考）', '2016', 0, 4, '一般', 'Ⅳ级响应', '', 0, 4.0, NULL, 'fair', '阳泉市 2016 年分级表；人口密集地区从严', '019ae000-5e15-7000-8000-000000000512', migration_time(), migration_time(), '程序缺省'),
  ('长治市地震应急预案', '2021-06-11', 0, 1, '特别重大', '', '', NULL, NULL, NULL, 'unsure', '长治市政府办 2021-06-11 印发；附件 3 分级数值未见，请填入后启用', '019ae000-5e15-7000-8000-000000000513', migration_time(), migration_time(), '程序缺省'),
  ('长治市地震应急预案', '2021-06-11', 0, 2, '重大', '', '', NULL, NULL, NULL, 'unsure', '长治市政府办 2021-06-11 印发；附件 3 分级数值未见，请填入后启用', '019ae000-5e15-7000-8000-000000000514', migration_time(), migration_time(), '程序缺省'),
  ('长治市地震应急预案', '2021-06-11', 0, 3, '较大', '', '', NULL, NULL, NULL, 'unsure', '长治市政府办 2021-06-11 印发；附件 3 分级数值未见，请填入后启用', '019ae000-5e15-7000-8000-000000000515', migration_time(), migration_time(), '程序缺省'),
  ('长治市地震应急预案', '2021-06-11', 0, 4, '一般', '', '分管副市长任指挥长', NULL, NULL, NULL, 'unsure', '长治市政府办 2021-06-11 印发；附件 3 分级数值未见，请填入后启用', '019ae000-5e15-7000-8000-000000000516', migration_time(), migration_time(), '程序缺省');
