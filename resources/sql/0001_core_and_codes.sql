-- SPDX-License-Identifier: GPL-3.0-or-later
-- Migration 1: GeoPackage 1.3 core tables (OGC 12-128r18, clauses 1.1.1 - 2.3), workspace settings, code tables.
-- The application_id ("GPKG"), user_version (10300) and journal mode are set by gis/store, outside the transaction.
-- migration_time() is the clock's UTC time, also given by gis/store: the schema depends on nothing else.

CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL,
  description TEXT
);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  data_type TEXT NOT NULL,
  identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
  srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL,
  m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
CREATE TABLE gpkg_extensions (
  table_name TEXT,
  column_name TEXT,
  extension_name TEXT NOT NULL,
  definition TEXT NOT NULL,
  scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
);
INSERT INTO gpkg_spatial_ref_sys VALUES
 ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
 ('Undefined geographic', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
 ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]', 'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid'),
 ('China Geodetic Coordinate System 2000', 4490, 'EPSG', 4490, 'GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],AUTHORITY["EPSG","1043"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4490"]]', 'CGCS2000, longitude/latitude in decimal degrees');

-- What the workspace says of itself, one row a key (see WorkspaceFacts).
CREATE TABLE workspace_setting (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE code_division_level (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_division_level VALUES
  (1, '省', 'Province', 'GB/T 2260; GB/T 10114', 1),
  (2, '市', 'City (prefecture)', 'GB/T 2260; GB/T 10114', 2),
  (3, '县（区）', 'County or district', 'GB/T 2260; GB/T 10114', 3),
  (4, '乡镇（街道）', 'Township or subdistrict', 'GB/T 2260; GB/T 10114', 4),
  (5, '村（社区）', 'Village or community', 'GB/T 2260; GB/T 10114', 5);

CREATE TABLE code_risk_level (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_risk_level VALUES
  (1, '高风险', 'High', 'FXPC risk zoning, four levels', 1),
  (2, '中高风险', 'Medium-high', 'FXPC risk zoning, four levels', 2),
  (3, '中低风险', 'Medium-low', 'FXPC risk zoning, four levels', 3),
  (4, '低风险', 'Low', 'FXPC risk zoning, four levels', 4);

CREATE TABLE code_structure (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_structure VALUES
  (1, '砌体结构', 'Masonry', 'FXPC building survey', 1),
  (2, '钢筋混凝土结构', 'Reinforced concrete', 'FXPC building survey', 2),
  (3, '钢结构', 'Steel', 'FXPC building survey', 3),
  (4, '木结构', 'Timber', 'FXPC building survey', 4),
  (5, '土木（石）结构', 'Earth, stone and timber', 'FXPC building survey', 5),
  (6, '混杂结构', 'Mixed', 'FXPC building survey', 6),
  (7, '窑洞', 'Cave dwelling (yaodong)', 'FXPC building survey', 7),
  (9, '其他', 'Other', 'FXPC building survey', 8);

CREATE TABLE code_building_use (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_building_use VALUES
  (1, '住宅', 'Dwelling', 'FXPC building survey', 1),
  (2, '商业', 'Commercial', 'FXPC building survey', 2),
  (3, '办公', 'Office', 'FXPC building survey', 3),
  (4, '工业仓储', 'Industry and storage', 'FXPC building survey', 4),
  (5, '学校', 'School', 'FXPC building survey', 5),
  (6, '医疗', 'Health', 'FXPC building survey', 6),
  (7, '养老', 'Elderly care', 'FXPC building survey', 7),
  (8, '农业附属', 'Farm building', 'FXPC building survey', 8),
  (9, '其他', 'Other', 'FXPC building survey', 9);

CREATE TABLE code_road_class (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_road_class VALUES
  (0, '高速公路', 'Expressway', 'JTG B01-2014; JTG 2111-2019', 1),
  (1, '一级公路', 'Class I road', 'JTG B01-2014; JTG 2111-2019', 2),
  (2, '二级公路', 'Class II road', 'JTG B01-2014; JTG 2111-2019', 3),
  (3, '三级公路', 'Class III road', 'JTG B01-2014; JTG 2111-2019', 4),
  (4, '四级公路', 'Class IV road', 'JTG B01-2014; JTG 2111-2019', 5),
  (5, '等外公路', 'Unclassified road', 'JTG B01-2014; JTG 2111-2019', 6),
  (6, '村内道路', 'Village street', 'JTG B01-2014; JTG 2111-2019', 7);

CREATE TABLE code_road_state (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_road_state VALUES
  (1, '双向通行', 'Open both ways', 'Transport census dictionary', 1),
  (2, '半幅通行', 'One lane open', 'Transport census dictionary', 2),
  (3, '单向通行', 'One way only', 'Transport census dictionary', 3),
  (4, '无法通行', 'Closed', 'Transport census dictionary', 4),
  (5, '部分通行', 'Restricted', 'Transport census dictionary', 5);

CREATE TABLE code_school_kind (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_school_kind VALUES
  (1, '幼儿园', 'Kindergarten', 'GB/T 2659 family; MoE school kinds', 1),
  (2, '小学', 'Primary school', 'GB/T 2659 family; MoE school kinds', 2),
  (3, '初中', 'Junior secondary', 'GB/T 2659 family; MoE school kinds', 3),
  (4, '高中', 'Senior secondary', 'GB/T 2659 family; MoE school kinds', 4),
  (5, '中职', 'Vocational', 'GB/T 2659 family; MoE school kinds', 5),
  (6, '高校', 'College or university', 'GB/T 2659 family; MoE school kinds', 6);

CREATE TABLE code_hospital_grade (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_hospital_grade VALUES
  (3, '三级', 'Tertiary', 'Hospital grading, NHC', 1),
  (2, '二级', 'Secondary', 'Hospital grading, NHC', 2),
  (1, '一级', 'Primary', 'Hospital grading, NHC', 3),
  (0, '未定级', 'Ungraded', 'Hospital grading, NHC', 4);

CREATE TABLE code_reservoir_class (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_reservoir_class VALUES
  (1, '大（1）型', 'Large (1)', 'SL 252-2017', 1),
  (2, '大（2）型', 'Large (2)', 'SL 252-2017', 2),
  (3, '中型', 'Medium', 'SL 252-2017', 3),
  (4, '小（1）型', 'Small (1)', 'SL 252-2017', 4),
  (5, '小（2）型', 'Small (2)', 'SL 252-2017', 5);

CREATE TABLE code_fire_class (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_fire_class VALUES
  (1, '一级（没有危险）', 'Class 1, none', 'LY/T 1172-95 class names', 1),
  (2, '二级（低度）', 'Class 2, low', 'LY/T 1172-95 class names', 2),
  (3, '三级（中度）', 'Class 3, moderate', 'LY/T 1172-95 class names', 3),
  (4, '四级（高度）', 'Class 4, high', 'LY/T 1172-95 class names', 4),
  (5, '五级（极度）', 'Class 5, extreme', 'LY/T 1172-95 class names', 5);

CREATE TABLE code_vegetation (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_vegetation VALUES
  (1, '油松', 'Chinese pine', 'Fengsui', 1),
  (2, '侧柏', 'Oriental arborvitae', 'Fengsui', 2),
  (3, '栎类阔叶', 'Oak and broadleaf', 'Fengsui', 3),
  (4, '针阔混交', 'Mixed forest', 'Fengsui', 4),
  (5, '灌丛', 'Scrub', 'Fengsui', 5),
  (6, '草地', 'Grassland', 'Fengsui', 6);

CREATE TABLE code_fire_break_kind (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_fire_break_kind VALUES
  (1, '自然阻隔带', 'Natural barrier', 'LY/T 5007', 1),
  (2, '工程阻隔带', 'Cleared fire line', 'LY/T 5007', 2),
  (3, '生物阻隔带', 'Green fire belt', 'LY/T 5007', 3);

CREATE TABLE code_facility_state (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_facility_state VALUES
  (1, '完好', 'Sound', 'Fengsui', 1),
  (2, '需维护', 'Needs maintenance', 'Fengsui', 2),
  (3, '失效', 'Out of service', 'Fengsui', 3);

CREATE TABLE code_geo_type (
  code TEXT NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_geo_type VALUES
  ('00', '不稳定斜坡', 'Unstable slope', 'ZHAA01A210', 1),
  ('01', '滑坡', 'Landslide', 'ZHAA01A210', 2),
  ('02', '崩塌', 'Rockfall', 'ZHAA01A210', 3),
  ('03', '泥石流', 'Debris flow', 'ZHAA01A210', 4),
  ('04', '地面塌陷', 'Ground collapse', 'ZHAA01A210', 5),
  ('05', '地裂缝', 'Ground fissure', 'ZHAA01A210', 6),
  ('06', '地面沉降', 'Land subsidence', 'ZHAA01A210', 7),
  ('07', '其他', 'Other', 'ZHAA01A210', 8);

CREATE TABLE code_geo_scale (
  code TEXT NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_geo_scale VALUES
  ('A', '特大型', 'Very large', 'ZHAA01A370', 1),
  ('B', '大型', 'Large', 'ZHAA01A370', 2),
  ('C', '中型', 'Medium', 'ZHAA01A370', 3),
  ('D', '小型', 'Small', 'ZHAA01A370', 4);

CREATE TABLE code_geo_grade (
  code TEXT NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_geo_grade VALUES
  ('A', '特大型（Ⅰ级）', 'Grade I', 'ZHAA01A420', 1),
  ('B', '大型（Ⅱ级）', 'Grade II', 'ZHAA01A420', 2),
  ('C', '中型（Ⅲ级）', 'Grade III', 'ZHAA01A420', 3),
  ('D', '小型（Ⅳ级）', 'Grade IV', 'ZHAA01A420', 4);

CREATE TABLE code_geo_stability (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_geo_stability VALUES
  (1, '稳定', 'Stable', 'DZ/T 0261', 1),
  (2, '基本稳定', 'Fairly stable', 'DZ/T 0261', 2),
  (3, '不稳定', 'Unstable', 'DZ/T 0261', 3);

CREATE TABLE code_geo_threat (
  code TEXT NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_geo_threat VALUES
  ('A', '分散农户', 'Scattered farmhouses', 'ZHAA01A380', 1),
  ('B', '聚集区', 'Settlement', 'ZHAA01A380', 2),
  ('C', '学校', 'School', 'ZHAA01A380', 3),
  ('D', '场镇', 'Market town', 'ZHAA01A380', 4),
  ('E', '县城', 'County town', 'ZHAA01A380', 5),
  ('F', '公路', 'Road', 'ZHAA01A380', 6),
  ('G', '河道', 'River', 'ZHAA01A380', 7),
  ('H', '景区', 'Scenic area', 'ZHAA01A380', 8),
  ('I', '其他', 'Other', 'ZHAA01A380', 9);

CREATE TABLE code_geo_trigger (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_geo_trigger VALUES
  (1, '地震', 'Earthquake', 'ZHAA01A830', 1),
  (2, '降雨', 'Rain', 'ZHAA01A830', 2),
  (3, '人为', 'Human activity', 'ZHAA01A830', 3),
  (4, '其他', 'Other', 'ZHAA01A830', 4);

CREATE TABLE code_geo_monitoring (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_geo_monitoring VALUES
  (1, '巡视', 'Patrol', 'ZHAA01A760', 1),
  (2, '简易监测', 'Simple monitoring', 'ZHAA01A760', 2),
  (3, '专业监测', 'Professional monitoring', 'ZHAA01A760', 3),
  (9, '其他', 'Other', 'ZHAA01A760', 4);

CREATE TABLE code_flood_danger (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_flood_danger VALUES
  (1, '极高危险区', 'Very high danger (< 5 a)', 'SL 767-2018 danger-zone grades', 1),
  (2, '高危险区', 'High danger (5-20 a)', 'SL 767-2018 danger-zone grades', 2),
  (3, '危险区', 'Danger (20-100 a)', 'SL 767-2018 danger-zone grades', 3);

CREATE TABLE code_fault_age (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_fault_age VALUES
  (1, '全新世（Q4）', 'Holocene (Q4)', 'GB/T 36072-2018', 1),
  (2, '晚更新世（Q3）', 'Late Pleistocene (Q3)', 'GB/T 36072-2018', 2),
  (3, '早—中更新世（Q1-2）', 'Early-Middle Pleistocene (Q1-2)', 'GB/T 36072-2018', 3),
  (4, '前第四纪', 'Pre-Quaternary', 'GB/T 36072-2018', 4);

CREATE TABLE code_fault_sense (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_fault_sense VALUES
  (1, '正断', 'Normal', 'GB/T 36072-2018', 1),
  (2, '逆断', 'Reverse', 'GB/T 36072-2018', 2),
  (3, '左旋走滑', 'Left-lateral', 'GB/T 36072-2018', 3),
  (4, '右旋走滑', 'Right-lateral', 'GB/T 36072-2018', 4),
  (9, '不明', 'Unknown', 'GB/T 36072-2018', 5);

CREATE TABLE code_disaster_kind (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_disaster_kind VALUES
  (1, '洪涝', 'Flood', 'Disaster statistics system 2020', 1),
  (2, '干旱', 'Drought', 'Disaster statistics system 2020', 2),
  (3, '风雹', 'Wind and hail', 'Disaster statistics system 2020', 3),
  (4, '低温冷冻', 'Frost', 'Disaster statistics system 2020', 4),
  (5, '雪灾', 'Snow', 'Disaster statistics system 2020', 5),
  (6, '地震', 'Earthquake', 'Disaster statistics system 2020', 6),
  (7, '崩塌滑坡泥石流', 'Landslide, rockfall, debris flow', 'Disaster statistics system 2020', 7),
  (8, '森林草原火灾', 'Forest and grassland fire', 'Disaster statistics system 2020', 8),
  (9, '其他', 'Other', 'Disaster statistics system 2020', 9);

CREATE TABLE code_team_kind (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_team_kind VALUES
  (1, '综合消防救援', 'Fire and rescue', 'FXPC capacity survey', 1),
  (2, '森林消防（半专业）', 'Forest fire (semi-professional)', 'FXPC capacity survey', 2),
  (3, '矿山救援', 'Mine rescue', 'FXPC capacity survey', 3),
  (4, '危化救援', 'Hazardous-chemical rescue', 'FXPC capacity survey', 4),
  (5, '地震救援', 'Earthquake rescue', 'FXPC capacity survey', 5),
  (6, '防汛抢险', 'Flood response', 'FXPC capacity survey', 6),
  (7, '医疗救援', 'Medical', 'FXPC capacity survey', 7),
  (8, '社会应急力量', 'Volunteer team', 'FXPC capacity survey', 8);

CREATE TABLE code_admin_tier (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_admin_tier VALUES
  (1, '省级', 'Province', 'Fengsui', 1),
  (2, '市级', 'City', 'Fengsui', 2),
  (3, '县级', 'County', 'Fengsui', 3),
  (4, '乡级', 'Township', 'Fengsui', 4),
  (5, '村级', 'Village', 'Fengsui', 5);

CREATE TABLE code_shelter_class (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_shelter_class VALUES
  (1, '长期（Ⅰ类）', 'Long-term (I)', 'GB 51143-2015', 1),
  (2, '短期（Ⅱ类）', 'Short-term (II)', 'GB 51143-2015', 2),
  (3, '紧急（Ⅲ类）', 'Emergency (III)', 'GB 51143-2015', 3);

CREATE TABLE code_role (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_role VALUES
  (1, '行政责任人', 'Administrative lead', 'Changzhi call-and-respond trial rule 2024; SL duty roles', 1),
  (2, '防汛责任人', 'Flood-control lead', 'Changzhi call-and-respond trial rule 2024; SL duty roles', 2),
  (3, '包保责任人', 'Assigned household lead', 'Changzhi call-and-respond trial rule 2024; SL duty roles', 3),
  (4, '监测责任人', 'Monitoring lead', 'Changzhi call-and-respond trial rule 2024; SL duty roles', 4),
  (5, '预警责任人', 'Warning lead', 'Changzhi call-and-respond trial rule 2024; SL duty roles', 5),
  (6, '转移责任人', 'Evacuation lead', 'Changzhi call-and-respond trial rule 2024; SL duty roles', 6),
  (7, '水库行政责任人', 'Reservoir administrative lead', 'Changzhi call-and-respond trial rule 2024; SL duty roles', 7),
  (8, '水库技术责任人', 'Reservoir technical lead', 'Changzhi call-and-respond trial rule 2024; SL duty roles', 8),
  (9, '水库巡查责任人', 'Reservoir patrol lead', 'Changzhi call-and-respond trial rule 2024; SL duty roles', 9),
  (10, '地灾群测群防员', 'Geological-hazard monitor', 'Changzhi call-and-respond trial rule 2024; SL duty roles', 10),
  (11, '护林员', 'Forest ranger', 'Changzhi call-and-respond trial rule 2024; SL duty roles', 11),
  (12, '灾害信息员', 'Disaster information officer', 'Changzhi call-and-respond trial rule 2024; SL duty roles', 12),
  (13, '值班员', 'Duty officer', 'Changzhi call-and-respond trial rule 2024; SL duty roles', 13),
  (14, '带班领导', 'Duty leader', 'Changzhi call-and-respond trial rule 2024; SL duty roles', 14);

CREATE TABLE code_station_kind (
  code TEXT NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_station_kind VALUES
  ('PP', '雨量站', 'Rain gauge', 'SL 323-2011 STTP', 1),
  ('ZQ', '水文站', 'Hydrometric station', 'SL 323-2011 STTP', 2),
  ('ZZ', '水位站', 'Stage gauge', 'SL 323-2011 STTP', 3),
  ('RR', '水库站', 'Reservoir gauge', 'SL 323-2011 STTP', 4),
  ('MM', '气象站', 'Weather station', 'SL 323-2011 STTP', 5),
  ('SS', '墒情站', 'Soil-moisture station', 'SL 323-2011 STTP', 6);

CREATE TABLE code_river_level (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_river_level VALUES
  (1, '干流', 'Main stem', 'Fengsui (Strahler order grouped)', 1),
  (2, '一级支流', 'Tributary', 'Fengsui (Strahler order grouped)', 2),
  (3, '小河', 'Stream', 'Fengsui (Strahler order grouped)', 3),
  (4, '沟道', 'Gully', 'Fengsui (Strahler order grouped)', 4);

CREATE TABLE code_hazchem_kind (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_hazchem_kind VALUES
  (1, '生产', 'Production', 'FXPC hidden-danger survey', 1),
  (2, '储存', 'Storage', 'FXPC hidden-danger survey', 2),
  (3, '经营（加油加气）', 'Filling station', 'FXPC hidden-danger survey', 3),
  (4, '使用', 'User', 'FXPC hidden-danger survey', 4);

CREATE TABLE code_mine_kind (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_mine_kind VALUES
  (1, '煤矿', 'Coal mine', 'FXPC hidden-danger survey', 1),
  (2, '地下非煤矿山', 'Underground mine', 'FXPC hidden-danger survey', 2),
  (3, '露天矿山', 'Open-pit mine', 'FXPC hidden-danger survey', 3);

CREATE TABLE code_tourist_grade (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_tourist_grade VALUES
  (5, '5A 级', 'AAAAA', 'GB/T 17775-2003', 1),
  (4, '4A 级', 'AAAA', 'GB/T 17775-2003', 2),
  (3, '3A 级', 'AAA', 'GB/T 17775-2003', 3),
  (2, '2A 级', 'AA', 'GB/T 17775-2003', 4),
  (0, '未评级', 'Unrated', 'GB/T 17775-2003', 5);

CREATE TABLE code_warning_channel (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_warning_channel VALUES
  (1, '电话', 'Phone', 'Fengsui', 1),
  (2, '短信', 'SMS', 'Fengsui', 2),
  (3, '大喇叭', 'Loudspeaker', 'Fengsui', 3),
  (4, '锣鼓口哨', 'Gong or whistle', 'Fengsui', 4),
  (5, '入户敲门', 'Door knock', 'Fengsui', 5),
  (6, '卫星电话', 'Satellite phone', 'Fengsui', 6);

