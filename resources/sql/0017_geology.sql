-- SPDX-License-Identifier: GPL-3.0-or-later
-- Geology: what the cards say beyond the register, the households behind a point, owners of risk areas, relocation works
-- (避险搬迁), patrols (巡查), and the rules of rain and patrols as data with their source. Numbers are numbers (migration 7
-- says why).

CREATE TABLE code_geo_alarm (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_geo_alarm VALUES
  (1, '呼喊', 'Shouting', 'ZHAA01A765', 1),
  (2, '警报', 'Siren', 'ZHAA01A765', 2),
  (3, '鸣笛', 'Whistle', 'ZHAA01A765', 3),
  (4, '广播', 'Loudspeaker', 'ZHAA01A765', 4),
  (5, '手摇报警器', 'Hand siren', 'ZHAA01A765', 5),
  (6, '敲锣', 'Gong', 'ZHAA01A765', 6),
  (9, '其他', 'Other', 'ZHAA01A765', 7);

CREATE TABLE code_geo_rain_kind (
  code TEXT NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_geo_rain_kind VALUES
  ('id', '雨强-历时', 'Intensity and duration', 'Fengsui', 1),
  ('ed', '累计雨量-历时', 'Rain sum and duration', 'Fengsui', 2),
  ('re', '有效降雨', 'Effective antecedent rain', 'Fengsui', 3);

CREATE TABLE code_confidence (
  code TEXT NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_confidence VALUES
  ('U', '待核实', 'To be verified', 'Fengsui', 1),
  ('F', '较可靠', 'Fairly reliable', 'Fengsui', 2),
  ('S', '有出处', 'Sourced', 'Fengsui', 3);

CREATE TABLE code_relocation_kind (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_relocation_kind VALUES
  (1, '集中安置', 'Resettled together', 'Fengsui', 1),
  (2, '分散安置', 'Resettled apart', 'Fengsui', 2),
  (3, '货币化安置', 'Paid out', 'Fengsui', 3);

CREATE TABLE code_patrol_season (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_patrol_season VALUES
  (0, '非汛期', 'Dry season', 'Fengsui', 1),
  (1, '冻融期', 'Thaw', 'Fengsui', 2),
  (2, '汛期', 'Flood season', 'Fengsui', 3),
  (3, '蓝色预警', 'Blue warning', 'Fengsui', 4),
  (4, '黄色预警', 'Yellow warning', 'Fengsui', 5),
  (5, '橙色预警', 'Orange warning', 'Fengsui', 6),
  (6, '红色预警', 'Red warning', 'Fengsui', 7);

CREATE TABLE geohazard_plan (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  hazard_code TEXT NOT NULL UNIQUE REFERENCES geohazard_point(hazard_code),
  location TEXT NOT NULL DEFAULT '',
  signs TEXT NOT NULL DEFAULT '',
  method TEXT NOT NULL DEFAULT '',
  criterion TEXT NOT NULL DEFAULT '',
  route TEXT NOT NULL DEFAULT '',
  alarm INTEGER REFERENCES code_geo_alarm(code),
  order_name TEXT NOT NULL DEFAULT '',
  order_phone TEXT NOT NULL DEFAULT '',
  rescue_name TEXT NOT NULL DEFAULT '',
  rescue_phone TEXT NOT NULL DEFAULT '',
  security_name TEXT NOT NULL DEFAULT '',
  security_phone TEXT NOT NULL DEFAULT '',
  medical_name TEXT NOT NULL DEFAULT '',
  medical_phone TEXT NOT NULL DEFAULT '',
  issued_by TEXT NOT NULL DEFAULT '',
  issued_phone TEXT NOT NULL DEFAULT '',
  issued_on TEXT CHECK(issued_on IS NULL OR issued_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);

CREATE TABLE geohazard_household (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT,
  hazard_code TEXT NOT NULL REFERENCES geohazard_point(hazard_code),
  division_code TEXT NOT NULL REFERENCES division(code),
  head TEXT NOT NULL CHECK(head<>''),
  people INTEGER NOT NULL CHECK(people>0),
  members TEXT NOT NULL DEFAULT '',      -- one a line: name, sex, year of birth
  phone TEXT NOT NULL DEFAULT '',
  house TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  position TEXT NOT NULL DEFAULT '',     -- where the house lies to the hazard
  notes TEXT NOT NULL DEFAULT '',
  shelter TEXT NOT NULL DEFAULT '',
  shelter_lead TEXT NOT NULL DEFAULT '',
  shelter_phone TEXT NOT NULL DEFAULT '',
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX geohazard_household_hazard_code ON geohazard_household(hazard_code);
CREATE INDEX geohazard_household_division_code ON geohazard_household(division_code);

CREATE TABLE relocation_work (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT,
  name TEXT NOT NULL CHECK(name<>''),
  division_code TEXT NOT NULL REFERENCES division(code),
  hazard_code TEXT REFERENCES geohazard_point(hazard_code),
  kind INTEGER NOT NULL REFERENCES code_relocation_kind(code),
  planned_households INTEGER NOT NULL CHECK(planned_households>0),
  contracted_households INTEGER NOT NULL DEFAULT 0 CHECK(contracted_households>=0),
  built_households INTEGER NOT NULL DEFAULT 0 CHECK(built_households>=0),
  moved_households INTEGER NOT NULL DEFAULT 0 CHECK(moved_households>=0),
  razed_households INTEGER NOT NULL DEFAULT 0 CHECK(razed_households>=0),
  funds_planned_yuan REAL NOT NULL DEFAULT 0 CHECK(funds_planned_yuan>=0),
  funds_arrived_yuan REAL NOT NULL DEFAULT 0 CHECK(funds_arrived_yuan>=0),
  funds_paid_yuan REAL NOT NULL DEFAULT 0 CHECK(funds_paid_yuan>=0),
  owner TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  started_on TEXT CHECK(started_on IS NULL OR started_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  due_on TEXT CHECK(due_on IS NULL OR due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  finished_on TEXT CHECK(finished_on IS NULL OR finished_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX relocation_work_division_code ON relocation_work(division_code);
CREATE INDEX relocation_work_hazard_code ON relocation_work(hazard_code);

CREATE TABLE geohazard_patrol (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT,
  hazard_code TEXT NOT NULL REFERENCES geohazard_point(hazard_code),
  patrolled_utc DATETIME NOT NULL,
  patroller TEXT NOT NULL DEFAULT '',
  season INTEGER NOT NULL REFERENCES code_patrol_season(code),
  changed INTEGER NOT NULL DEFAULT 0 CHECK(changed IN (0,1)),
  findings TEXT NOT NULL DEFAULT '',
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX geohazard_patrol_hazard_code ON geohazard_patrol(hazard_code, patrolled_utc);

CREATE TABLE geohazard_patrol_rule (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  season INTEGER NOT NULL UNIQUE REFERENCES code_patrol_season(code),
  first_month INTEGER CHECK(first_month BETWEEN 1 AND 12),
  last_month INTEGER CHECK(last_month BETWEEN 1 AND 12),
  every_h REAL NOT NULL CHECK(every_h>0),
  confidence TEXT NOT NULL REFERENCES code_confidence(code),
  rule_source TEXT NOT NULL CHECK(rule_source<>''),
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);

CREATE TABLE geohazard_rain_rule (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  name TEXT NOT NULL CHECK(name<>''),
  name_en TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL REFERENCES code_geo_rain_kind(code),
  in_use INTEGER NOT NULL DEFAULT 1 CHECK(in_use IN (0,1)),
  hazard_type TEXT REFERENCES code_geo_type(code),
  factor REAL CHECK(factor>0),
  exponent REAL CHECK(exponent BETWEEN -3 AND 3),
  from_h REAL CHECK(from_h>0),
  to_h REAL CHECK(to_h>from_h),
  blue_ratio REAL CHECK(blue_ratio>0),
  yellow_ratio REAL CHECK(yellow_ratio>=blue_ratio),
  orange_ratio REAL CHECK(orange_ratio>=yellow_ratio),
  red_ratio REAL CHECK(red_ratio>=orange_ratio),
  decay_ratio REAL CHECK(decay_ratio>0 AND decay_ratio<1),
  days INTEGER CHECK(days BETWEEN 1 AND 60),
  blue_mm REAL CHECK(blue_mm>0),
  yellow_mm REAL CHECK(yellow_mm>=blue_mm),
  orange_mm REAL CHECK(orange_mm>=yellow_mm),
  red_mm REAL CHECK(red_mm>=orange_mm),
  stable_ratio REAL NOT NULL DEFAULT 1.2 CHECK(stable_ratio>0),      -- of the threshold at a stable point
  unstable_ratio REAL NOT NULL DEFAULT 0.85 CHECK(unstable_ratio>0),
  confidence TEXT NOT NULL REFERENCES code_confidence(code),
  rule_source TEXT NOT NULL CHECK(rule_source<>''),
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>''),
  CHECK(kind='re' OR (factor IS NOT NULL AND exponent IS NOT NULL AND from_h IS NOT NULL AND to_h IS NOT NULL
    AND blue_ratio IS NOT NULL AND yellow_ratio IS NOT NULL AND orange_ratio IS NOT NULL AND red_ratio IS NOT NULL)),
  CHECK(kind<>'re' OR (decay_ratio IS NOT NULL AND days IS NOT NULL AND blue_mm IS NOT NULL AND yellow_mm IS NOT NULL
    AND orange_mm IS NOT NULL AND red_mm IS NOT NULL))
);

ALTER TABLE geohazard_area ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE geohazard_area ADD COLUMN owner TEXT NOT NULL DEFAULT '';
ALTER TABLE geohazard_area ADD COLUMN owner_post TEXT NOT NULL DEFAULT '';
ALTER TABLE geohazard_area ADD COLUMN owner_phone TEXT NOT NULL DEFAULT '';
ALTER TABLE geohazard_area ADD COLUMN households INTEGER CHECK(households>=0);
ALTER TABLE geohazard_area ADD COLUMN people INTEGER CHECK(people>=0);

CREATE TRIGGER geohazard_household_numbers_insert BEFORE INSERT ON geohazard_household
WHEN typeof(NEW.people) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of geohazard_household is not a number or out of range'); END;
CREATE TRIGGER geohazard_household_numbers_update BEFORE UPDATE OF people ON geohazard_household
WHEN typeof(NEW.people) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of geohazard_household is not a number or out of range'); END;
CREATE TRIGGER relocation_work_numbers_insert BEFORE INSERT ON relocation_work
WHEN typeof(NEW.planned_households) NOT IN ('integer','null') OR
    typeof(NEW.contracted_households) NOT IN ('integer','null') OR
    typeof(NEW.built_households) NOT IN ('integer','null') OR
    typeof(NEW.moved_households) NOT IN ('integer','null') OR
    typeof(NEW.razed_households) NOT IN ('integer','null') OR
    typeof(NEW.funds_planned_yuan) NOT IN ('real','integer','null') OR abs(NEW.funds_planned_yuan)>1e300 OR
    typeof(NEW.funds_arrived_yuan) NOT IN ('real','integer','null') OR abs(NEW.funds_arrived_yuan)>1e300 OR
    typeof(NEW.funds_paid_yuan) NOT IN ('real','integer','null') OR abs(NEW.funds_paid_yuan)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of relocation_work is not a number or out of range'); END;
CREATE TRIGGER relocation_work_numbers_update BEFORE UPDATE OF planned_households, contracted_households, built_households, moved_households, razed_households, funds_planned_yuan, funds_arrived_yuan, funds_paid_yuan ON relocation_work
WHEN typeof(NEW.planned_households) NOT IN ('integer','null') OR
    typeof(NEW.contracted_households) NOT IN ('integer','null') OR
    typeof(NEW.built_households) NOT IN ('integer','null') OR
    typeof(NEW.moved_households) NOT IN ('integer','null') OR
    typeof(NEW.razed_households) NOT IN ('integer','null') OR
    typeof(NEW.funds_planned_yuan) NOT IN ('real','integer','null') OR abs(NEW.funds_planned_yuan)>1e300 OR
    typeof(NEW.funds_arrived_yuan) NOT IN ('real','integer','null') OR abs(NEW.funds_arrived_yuan)>1e300 OR
    typeof(NEW.funds_paid_yuan) NOT IN ('real','integer','null') OR abs(NEW.funds_paid_yuan)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of relocation_work is not a number or out of range'); END;
CREATE TRIGGER geohazard_patrol_numbers_insert BEFORE INSERT ON geohazard_patrol
WHEN typeof(NEW.changed) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of geohazard_patrol is not a number or out of range'); END;
CREATE TRIGGER geohazard_patrol_numbers_update BEFORE UPDATE OF changed ON geohazard_patrol
WHEN typeof(NEW.changed) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of geohazard_patrol is not a number or out of range'); END;
CREATE TRIGGER geohazard_patrol_rule_numbers_insert BEFORE INSERT ON geohazard_patrol_rule
WHEN typeof(NEW.first_month) NOT IN ('integer','null') OR
    typeof(NEW.last_month) NOT IN ('integer','null') OR
    typeof(NEW.every_h) NOT IN ('real','integer','null') OR abs(NEW.every_h)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of geohazard_patrol_rule is not a number or out of range'); END;
CREATE TRIGGER geohazard_patrol_rule_numbers_update BEFORE UPDATE OF first_month, last_month, every_h ON geohazard_patrol_rule
WHEN typeof(NEW.first_month) NOT IN ('integer','null') OR
    typeof(NEW.last_month) NOT IN ('integer','null') OR
    typeof(NEW.every_h) NOT IN ('real','integer','null') OR abs(NEW.every_h)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of geohazard_patrol_rule is not a number or out of range'); END;
CREATE TRIGGER geohazard_rain_rule_numbers_insert BEFORE INSERT ON geohazard_rain_rule
WHEN typeof(NEW.in_use) NOT IN ('integer','null') OR
    typeof(NEW.factor) NOT IN ('real','integer','null') OR abs(NEW.factor)>1e300 OR
    typeof(NEW.exponent) NOT IN ('real','integer','null') OR abs(NEW.exponent)>1e300 OR
    typeof(NEW.from_h) NOT IN ('real','integer','null') OR abs(NEW.from_h)>1e300 OR
    typeof(NEW.to_h) NOT IN ('real','integer','null') OR abs(NEW.to_h)>1e300 OR
    typeof(NEW.blue_ratio) NOT IN ('real','integer','null') OR abs(NEW.blue_ratio)>1e300 OR
    typeof(NEW.yellow_ratio) NOT IN ('real','integer','null') OR abs(NEW.yellow_ratio)>1e300 OR
    typeof(NEW.orange_ratio) NOT IN ('real','integer','null') OR abs(NEW.orange_ratio)>1e300 OR
    typeof(NEW.red_ratio) NOT IN ('real','integer','null') OR abs(NEW.red_ratio)>1e300 OR
    typeof(NEW.decay_ratio) NOT IN ('real','integer','null') OR abs(NEW.decay_ratio)>1e300 OR
    typeof(NEW.days) NOT IN ('integer','null') OR
    typeof(NEW.blue_mm) NOT IN ('real','integer','null') OR abs(NEW.blue_mm)>1e300 OR
    typeof(NEW.yellow_mm) NOT IN ('real','integer','null') OR abs(NEW.yellow_mm)>1e300 OR
    typeof(NEW.orange_mm) NOT IN ('real','integer','null') OR abs(NEW.orange_mm)>1e300 OR
    typeof(NEW.red_mm) NOT IN ('real','integer','null') OR abs(NEW.red_mm)>1e300 OR
    typeof(NEW.stable_ratio) NOT IN ('real','integer','null') OR abs(NEW.stable_ratio)>1e300 OR
    typeof(NEW.unstable_ratio) NOT IN ('real','integer','null') OR abs(NEW.unstable_ratio)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of geohazard_rain_rule is not a number or out of range'); END;
CREATE TRIGGER geohazard_rain_rule_numbers_update BEFORE UPDATE OF in_use, factor, exponent, from_h, to_h, blue_ratio, yellow_ratio, orange_ratio, red_ratio, decay_ratio, days, blue_mm, yellow_mm, orange_mm, red_mm, stable_ratio, unstable_ratio ON geohazard_rain_rule
WHEN typeof(NEW.in_use) NOT IN ('integer','null') OR
    typeof(NEW.factor) NOT IN ('real','integer','null') OR abs(NEW.factor)>1e300 OR
    typeof(NEW.exponent) NOT IN ('real','integer','null') OR abs(NEW.exponent)>1e300 OR
    typeof(NEW.from_h) NOT IN ('real','integer','null') OR abs(NEW.from_h)>1e300 OR
    typeof(NEW.to_h) NOT IN ('real','integer','null') OR abs(NEW.to_h)>1e300 OR
    typeof(NEW.blue_ratio) NOT IN ('real','integer','null') OR abs(NEW.blue_ratio)>1e300 OR
    typeof(NEW.yellow_ratio) NOT IN ('real','integer','null') OR abs(NEW.yellow_ratio)>1e300 OR
    typeof(NEW.orange_ratio) NOT IN ('real','integer','null') OR abs(NEW.orange_ratio)>1e300 OR
    typeof(NEW.red_ratio) NOT IN ('real','integer','null') OR abs(NEW.red_ratio)>1e300 OR
    typeof(NEW.decay_ratio) NOT IN ('real','integer','null') OR abs(NEW.decay_ratio)>1e300 OR
    typeof(NEW.days) NOT IN ('integer','null') OR
    typeof(NEW.blue_mm) NOT IN ('real','integer','null') OR abs(NEW.blue_mm)>1e300 OR
    typeof(NEW.yellow_mm) NOT IN ('real','integer','null') OR abs(NEW.yellow_mm)>1e300 OR
    typeof(NEW.orange_mm) NOT IN ('real','integer','null') OR abs(NEW.orange_mm)>1e300 OR
    typeof(NEW.red_mm) NOT IN ('real','integer','null') OR abs(NEW.red_mm)>1e300 OR
    typeof(NEW.stable_ratio) NOT IN ('real','integer','null') OR abs(NEW.stable_ratio)>1e300 OR
    typeof(NEW.unstable_ratio) NOT IN ('real','integer','null') OR abs(NEW.unstable_ratio)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of geohazard_rain_rule is not a number or out of range'); END;
CREATE TRIGGER geohazard_area_more_numbers_insert BEFORE INSERT ON geohazard_area
WHEN typeof(NEW.households) NOT IN ('integer','null') OR
    typeof(NEW.people) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of geohazard_area is not a number or out of range'); END;
CREATE TRIGGER geohazard_area_more_numbers_update BEFORE UPDATE OF households, people ON geohazard_area
WHEN typeof(NEW.households) NOT IN ('integer','null') OR
    typeof(NEW.people) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of geohazard_area is not a number or out of range'); END;

-- Intervals: defaults of this program until the city's own rule is entered. Months of the thaw and of the flood season as
-- Shanxi counts its key periods (冻融期 3-5月, 汛期 6-9月).
INSERT INTO geohazard_patrol_rule (season, first_month, last_month, every_h, confidence, rule_source, uuid, created_utc, changed_utc, source) VALUES
  (0, NULL, NULL, 360, 'U', '烽燧默认值，待核实', '019de000-0000-7000-8a00-000000000000', migration_time(), migration_time(), '烽燧'),
  (1, 3, 5, 168, 'U', '烽燧默认值，待核实', '019de000-0000-7000-8a00-000000000001', migration_time(), migration_time(), '烽燧'),
  (2, 6, 9, 120, 'U', '烽燧默认值，待核实', '019de000-0000-7000-8a00-000000000002', migration_time(), migration_time(), '烽燧'),
  (3, NULL, NULL, 24, 'U', '烽燧默认值，待核实', '019de000-0000-7000-8a00-000000000003', migration_time(), migration_time(), '烽燧'),
  (4, NULL, NULL, 24, 'U', '烽燧默认值，待核实', '019de000-0000-7000-8a00-000000000004', migration_time(), migration_time(), '烽燧'),
  (5, NULL, NULL, 8, 'U', '烽燧默认值，待核实', '019de000-0000-7000-8a00-000000000005', migration_time(), migration_time(), '烽燧'),
  (6, NULL, NULL, 1, 'U', '烽燧默认值，待核实', '019de000-0000-7000-8a00-000000000006', migration_time(), migration_time(), '烽燧');

-- Published curves warn of the least rain that ever set off a slide somewhere; how far above it a colour begins is a
-- default of this program (ratios 1, 2, 3, 4 and effective rain), to be replaced by thresholds learnt from local events.
INSERT INTO geohazard_rain_rule (name, name_en, kind, in_use, factor, exponent, from_h, to_h, blue_ratio, yellow_ratio, orange_ratio, red_ratio, decay_ratio, days, blue_mm, yellow_mm, orange_mm, red_mm, confidence, rule_source, uuid, created_utc, changed_utc, source) VALUES
  ('Caine 1980（全球）', 'Caine 1980 (global)', 'id', 1, 14.82, -0.39, 0.167, 500, 0.6, 0.8, 1.0, 1.3, NULL, NULL, NULL, NULL, NULL, NULL, 'F', 'Caine N., 1980, Geografiska Annaler A 62: I=14.82·D^-0.39；分级比例为默认值，待核实', '019de000-0000-7000-8b00-000000000000', migration_time(), migration_time(), '烽燧'),
  ('Guzzetti 等 2008（全球）', 'Guzzetti et al. 2008 (global)', 'id', 0, 2.2, -0.44, 0.1, 1000, 1, 2, 3, 4, NULL, NULL, NULL, NULL, NULL, NULL, 'F', 'Guzzetti F. et al., 2008, Landslides 5: I=2.20·D^-0.44；分级比例为默认值，待核实', '019de000-0000-7000-8b00-000000000001', migration_time(), migration_time(), '烽燧'),
  ('Guzzetti 等 2008（48 小时以内）', 'Guzzetti et al. 2008 (under 48 h)', 'id', 0, 2.28, -0.2, 0.1, 48, 1, 2, 3, 4, NULL, NULL, NULL, NULL, NULL, NULL, 'F', 'Guzzetti F. et al., 2008, Landslides 5: I=2.28·D^-0.20；分级比例为默认值，待核实', '019de000-0000-7000-8b00-000000000002', migration_time(), migration_time(), '烽燧'),
  ('Guzzetti 等 2008（48 小时以上）', 'Guzzetti et al. 2008 (48 h and longer)', 'id', 0, 0.48, -0.11, 48, 1000, 1, 2, 3, 4, NULL, NULL, NULL, NULL, NULL, NULL, 'F', 'Guzzetti F. et al., 2008, Landslides 5: I=0.48·D^-0.11；分级比例为默认值，待核实', '019de000-0000-7000-8b00-000000000003', migration_time(), migration_time(), '烽燧'),
  ('Guzzetti 等 2007（中欧）', 'Guzzetti et al. 2007 (CADSES)', 'id', 0, 9.4, -0.56, 0.1, 1000, 1, 1.5, 2, 3, NULL, NULL, NULL, NULL, NULL, NULL, 'F', 'Guzzetti F. et al., 2007, Meteorol. Atmos. Phys. 98: I=9.40·D^-0.56；分级比例为默认值，待核实', '019de000-0000-7000-8b00-000000000004', migration_time(), migration_time(), '烽燧'),
  ('Innes 1983（泥石流）', 'Innes 1983 (debris flows)', 'ed', 0, 4.93, 0.504, 0.1, 100, 1, 2, 3, 4, NULL, NULL, NULL, NULL, NULL, NULL, 'F', 'Innes J.L., 1983, Prog. Phys. Geogr. 7: E=4.93·D^0.504；分级比例为默认值，待核实', '019de000-0000-7000-8b00-000000000005', migration_time(), migration_time(), '烽燧'),
  ('有效降雨（当地，待核实）', 'Effective rain (local, to be verified)', 're', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.84, 15, 50, 80, 110, 150, 'U', 'Re=R0+Σk^i·Ri；长治当地阈值未知，数值为默认值，待核实', '019de000-0000-7000-8b00-000000000099', migration_time(), migration_time(), '烽燧');

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id, last_change) VALUES
  ('geohazard_plan', 'attributes', '地质灾害防灾预案', 'Plans of hazard points', NULL, migration_time()),
  ('geohazard_household', 'features', '受威胁住户', 'Households under hazard points', 4490, migration_time()),
  ('relocation_work', 'features', '避险搬迁工程', 'Relocation works', 4490, migration_time()),
  ('geohazard_patrol', 'features', '地质灾害巡查记录', 'Patrols of hazard points', 4490, migration_time()),
  ('geohazard_patrol_rule', 'attributes', '巡查频次规则', 'How often points are patrolled', NULL, migration_time()),
  ('geohazard_rain_rule', 'attributes', '降雨阈值规则', 'Rain thresholds', NULL, migration_time());
INSERT INTO gpkg_geometry_columns VALUES
  ('geohazard_household', 'geom', 'POINT', 4490, 0, 0),
  ('relocation_work', 'geom', 'POINT', 4490, 0, 0),
  ('geohazard_patrol', 'geom', 'POINT', 4490, 0, 0);
