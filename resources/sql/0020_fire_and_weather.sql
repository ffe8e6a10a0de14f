-- SPDX-License-Identifier: GPL-3.0-or-later
-- Daily fire weather by county, and weather warnings. Warnings are append-only: an update or a cancellation is a new
-- message that refers to the first one, as CAP 1.2 and the national platform (12379) have it.

CREATE TABLE weather_daily (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  day TEXT NOT NULL CHECK(day GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  temperature_c REAL NOT NULL CHECK(temperature_c BETWEEN -50 AND 60),
  humidity_percent REAL NOT NULL CHECK(humidity_percent BETWEEN 0 AND 100),
  wind_m_per_s REAL NOT NULL CHECK(wind_m_per_s BETWEEN 0 AND 55),
  rain_mm REAL NOT NULL CHECK(rain_mm BETWEEN 0 AND 600),
  max_temperature_c REAL CHECK(max_temperature_c BETWEEN -50 AND 60),
  min_humidity_percent REAL CHECK(min_humidity_percent BETWEEN 0 AND 100),
  max_wind_m_per_s REAL CHECK(max_wind_m_per_s BETWEEN 0 AND 80),
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>''),
  UNIQUE(division_code, day)
);

CREATE TABLE code_warning_type (
  code TEXT NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_warning_type VALUES
  ('11B03', '暴雨', 'Rainstorm', '12379 event types', 1),
  ('11B20', '雷雨大风', 'Thunderstorm gale', '12379 event types', 2),
  ('11B14', '雷电', 'Lightning', '12379 event types', 3),
  ('11B15', '冰雹', 'Hail', '12379 event types', 4),
  ('11B06', '大风', 'Gale', '12379 event types', 5),
  ('11B09', '高温', 'Heat wave', '12379 event types', 6),
  ('11B22', '干旱', 'Drought', '12379 event types', 7),
  ('11B25', '森林火险', 'Forest fire danger', '12379 event types, one source; to be verified', 8),
  ('11B37', '地质灾害气象风险', 'Geological hazard risk', 'To be verified', 9),
  ('11A51', '山洪灾害', 'Flash flood', '12379 event types, one source; to be verified', 10),
  ('11B04', '暴雪', 'Snowstorm', '12379 event types', 11),
  ('11B05', '寒潮', 'Cold wave', '12379 event types', 12),
  ('11B16', '霜冻', 'Frost', '12379 event types', 13),
  ('11B21', '道路结冰', 'Road icing', '12379 event types', 14),
  ('11B17', '大雾', 'Dense fog', '12379 event types', 15),
  ('11B19', '霾', 'Haze', '12379 event types', 16),
  ('11B07', '沙尘暴', 'Sandstorm', '12379 event types', 17);

CREATE TABLE code_warning_colour (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_warning_colour VALUES
  (1, '红色', 'Red', 'GB/T 34283-2017', 1),
  (2, '橙色', 'Orange', 'GB/T 34283-2017', 2),
  (3, '黄色', 'Yellow', 'GB/T 34283-2017', 3),
  (4, '蓝色', 'Blue', 'GB/T 34283-2017', 4);

-- One message. `first_identifier` is its own identifier for the first of an event, else that of the first.
CREATE TABLE weather_warning (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  identifier TEXT NOT NULL UNIQUE CHECK(identifier<>'' AND identifier NOT GLOB '*[ ,<&]*'),
  first_identifier TEXT NOT NULL CHECK(first_identifier<>''),
  sender TEXT NOT NULL CHECK(sender<>''),
  sender_name TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'Actual' CHECK(status IN ('Actual','Exercise','Test','Draft')),
  msg_type TEXT NOT NULL CHECK(msg_type IN ('Alert','Update','Cancel')),
  type_code TEXT NOT NULL REFERENCES code_warning_type(code),
  colour INTEGER NOT NULL REFERENCES code_warning_colour(code),
  issued_utc_ms INTEGER NOT NULL,
  effective_utc_ms INTEGER NOT NULL,
  expires_utc_ms INTEGER CHECK(expires_utc_ms>effective_utc_ms),
  headline TEXT NOT NULL CHECK(headline<>''),
  description TEXT NOT NULL DEFAULT '',
  instruction TEXT NOT NULL DEFAULT '',
  area_codes TEXT NOT NULL DEFAULT '',      -- division codes of twelve digits, separated by commas
  area_polygon TEXT NOT NULL DEFAULT '',    -- "lon,lat lon,lat ..." closed, CGCS2000; empty: the districts alone
  author TEXT NOT NULL CHECK(author<>''),
  entered_utc_ms INTEGER NOT NULL,
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>''),
  CHECK((msg_type='Alert')=(first_identifier=identifier)),
  CHECK(area_codes<>'' OR area_polygon<>'')
);
CREATE INDEX weather_warning_first ON weather_warning(first_identifier, issued_utc_ms);
CREATE TRIGGER weather_warning_kept BEFORE DELETE ON weather_warning BEGIN
  SELECT RAISE(ABORT, 'warnings are never removed: cancel them');
END;
CREATE TRIGGER weather_warning_same BEFORE UPDATE ON weather_warning BEGIN
  SELECT RAISE(ABORT, 'warnings are never changed: update them by a new message');
END;

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id, last_change) VALUES
  ('weather_daily', 'attributes', '逐日火险气象', 'Daily fire weather', NULL, migration_time()),
  ('weather_warning', 'attributes', '气象预警', 'Weather warnings', NULL, migration_time());
