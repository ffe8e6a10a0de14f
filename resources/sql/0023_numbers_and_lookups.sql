-- SPDX-License-Identifier: GPL-3.0-or-later
-- Migration 23: what migrations 15 to 22 left open. References that are looked up from both ends have an index; numbers are numbers
-- (migration 7 says why).

CREATE INDEX danger_section_by_reach_no ON danger_section(reach_no);
CREATE INDEX gauge_by_reservoir_uuid ON gauge(reservoir_uuid);
CREATE INDEX gauge_by_reach_no ON gauge(reach_no);

CREATE TRIGGER danger_section_numbers_insert BEFORE INSERT ON danger_section
WHEN typeof(NEW.reach_no) NOT IN ('integer','null') OR
    typeof(NEW.households) NOT IN ('integer','null') OR
    typeof(NEW.people) NOT IN ('integer','null') OR
    typeof(NEW.critical_stage_m) NOT IN ('real','integer','null') OR abs(NEW.critical_stage_m)>1e300 OR
    typeof(NEW.critical_m3_per_s) NOT IN ('real','integer','null') OR abs(NEW.critical_m3_per_s)>1e300 OR
    typeof(NEW.curve_number) NOT IN ('real','integer','null') OR abs(NEW.curve_number)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of danger_section is not a number or out of range'); END;
CREATE TRIGGER danger_section_numbers_update BEFORE UPDATE OF reach_no, households, people, critical_stage_m,
    critical_m3_per_s, curve_number ON danger_section
WHEN typeof(NEW.reach_no) NOT IN ('integer','null') OR
    typeof(NEW.households) NOT IN ('integer','null') OR
    typeof(NEW.people) NOT IN ('integer','null') OR
    typeof(NEW.critical_stage_m) NOT IN ('real','integer','null') OR abs(NEW.critical_stage_m)>1e300 OR
    typeof(NEW.critical_m3_per_s) NOT IN ('real','integer','null') OR abs(NEW.critical_m3_per_s)>1e300 OR
    typeof(NEW.curve_number) NOT IN ('real','integer','null') OR abs(NEW.curve_number)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of danger_section is not a number or out of range'); END;

CREATE TRIGGER photo_numbers_insert BEFORE INSERT ON photo
WHEN typeof(NEW.size_bytes) NOT IN ('integer','null') OR
    typeof(NEW.lon_deg) NOT IN ('real','integer','null') OR abs(NEW.lon_deg)>1e300 OR
    typeof(NEW.lat_deg) NOT IN ('real','integer','null') OR abs(NEW.lat_deg)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of photo is not a number or out of range'); END;
CREATE TRIGGER photo_numbers_update BEFORE UPDATE OF size_bytes, lon_deg, lat_deg ON photo
WHEN typeof(NEW.size_bytes) NOT IN ('integer','null') OR
    typeof(NEW.lon_deg) NOT IN ('real','integer','null') OR abs(NEW.lon_deg)>1e300 OR
    typeof(NEW.lat_deg) NOT IN ('real','integer','null') OR abs(NEW.lat_deg)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of photo is not a number or out of range'); END;

CREATE TRIGGER weather_daily_numbers_insert BEFORE INSERT ON weather_daily
WHEN typeof(NEW.temperature_c) NOT IN ('real','integer','null') OR abs(NEW.temperature_c)>1e300 OR
    typeof(NEW.humidity_percent) NOT IN ('real','integer','null') OR abs(NEW.humidity_percent)>1e300 OR
    typeof(NEW.wind_m_per_s) NOT IN ('real','integer','null') OR abs(NEW.wind_m_per_s)>1e300 OR
    typeof(NEW.rain_mm) NOT IN ('real','integer','null') OR abs(NEW.rain_mm)>1e300 OR
    typeof(NEW.max_temperature_c) NOT IN ('real','integer','null') OR abs(NEW.max_temperature_c)>1e300 OR
    typeof(NEW.min_humidity_percent) NOT IN ('real','integer','null') OR abs(NEW.min_humidity_percent)>1e300 OR
    typeof(NEW.max_wind_m_per_s) NOT IN ('real','integer','null') OR abs(NEW.max_wind_m_per_s)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of weather_daily is not a number or out of range'); END;
CREATE TRIGGER weather_daily_numbers_update BEFORE UPDATE OF temperature_c, humidity_percent, wind_m_per_s, rain_mm,
    max_temperature_c, min_humidity_percent, max_wind_m_per_s ON weather_daily
WHEN typeof(NEW.temperature_c) NOT IN ('real','integer','null') OR abs(NEW.temperature_c)>1e300 OR
    typeof(NEW.humidity_percent) NOT IN ('real','integer','null') OR abs(NEW.humidity_percent)>1e300 OR
    typeof(NEW.wind_m_per_s) NOT IN ('real','integer','null') OR abs(NEW.wind_m_per_s)>1e300 OR
    typeof(NEW.rain_mm) NOT IN ('real','integer','null') OR abs(NEW.rain_mm)>1e300 OR
    typeof(NEW.max_temperature_c) NOT IN ('real','integer','null') OR abs(NEW.max_temperature_c)>1e300 OR
    typeof(NEW.min_humidity_percent) NOT IN ('real','integer','null') OR abs(NEW.min_humidity_percent)>1e300 OR
    typeof(NEW.max_wind_m_per_s) NOT IN ('real','integer','null') OR abs(NEW.max_wind_m_per_s)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of weather_daily is not a number or out of range'); END;

CREATE TRIGGER weather_warning_numbers_insert BEFORE INSERT ON weather_warning
WHEN typeof(NEW.issued_utc_ms) NOT IN ('integer','null') OR
    typeof(NEW.effective_utc_ms) NOT IN ('integer','null') OR
    typeof(NEW.expires_utc_ms) NOT IN ('integer','null') OR
    typeof(NEW.entered_utc_ms) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of weather_warning is not a number or out of range'); END;
CREATE TRIGGER weather_warning_numbers_update BEFORE UPDATE OF issued_utc_ms, effective_utc_ms, expires_utc_ms,
    entered_utc_ms ON weather_warning
WHEN typeof(NEW.issued_utc_ms) NOT IN ('integer','null') OR
    typeof(NEW.effective_utc_ms) NOT IN ('integer','null') OR
    typeof(NEW.expires_utc_ms) NOT IN ('integer','null') OR
    typeof(NEW.entered_utc_ms) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of weather_warning is not a number or out of range'); END;
