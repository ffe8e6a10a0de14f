-- SPDX-License-Identifier: GPL-3.0-or-later
-- Migration 7: numbers are numbers. SQLite stores a text in a number column when it cannot convert it, and a text is
-- larger than any number, so CHECK(floor_m2>0) lets 'abc' through; infinity passes, too. STRICT tables would refuse them
-- but do not know the geometry types that a GeoPackage must declare. So each table has two triggers that do; years are
-- held to 1000..2200 as well.

CREATE TRIGGER division_numbers_insert BEFORE INSERT ON division
WHEN typeof(NEW.seat_lon_deg) NOT IN ('real','integer','null') OR abs(NEW.seat_lon_deg)>1e300 OR
    typeof(NEW.seat_lat_deg) NOT IN ('real','integer','null') OR abs(NEW.seat_lat_deg)>1e300 OR
    typeof(NEW.area_km2) NOT IN ('real','integer','null') OR abs(NEW.area_km2)>1e300 OR
    typeof(NEW.population) NOT IN ('integer','null') OR
    typeof(NEW.population_year) NOT IN ('integer','null') OR NEW.population_year NOT BETWEEN 1000 AND 2200
BEGIN SELECT RAISE(ABORT, 'a number of division is not a number or out of range'); END;
CREATE TRIGGER division_numbers_update BEFORE UPDATE OF seat_lon_deg, seat_lat_deg, area_km2, population,
    population_year ON division
WHEN typeof(NEW.seat_lon_deg) NOT IN ('real','integer','null') OR abs(NEW.seat_lon_deg)>1e300 OR
    typeof(NEW.seat_lat_deg) NOT IN ('real','integer','null') OR abs(NEW.seat_lat_deg)>1e300 OR
    typeof(NEW.area_km2) NOT IN ('real','integer','null') OR abs(NEW.area_km2)>1e300 OR
    typeof(NEW.population) NOT IN ('integer','null') OR
    typeof(NEW.population_year) NOT IN ('integer','null') OR NEW.population_year NOT BETWEEN 1000 AND 2200
BEGIN SELECT RAISE(ABORT, 'a number of division is not a number or out of range'); END;

CREATE TRIGGER settlement_numbers_insert BEFORE INSERT ON settlement
WHEN typeof(NEW.is_seat) NOT IN ('integer','null') OR
    typeof(NEW.elevation_m) NOT IN ('real','integer','null') OR abs(NEW.elevation_m)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of settlement is not a number or out of range'); END;
CREATE TRIGGER settlement_numbers_update BEFORE UPDATE OF is_seat, elevation_m ON settlement
WHEN typeof(NEW.is_seat) NOT IN ('integer','null') OR
    typeof(NEW.elevation_m) NOT IN ('real','integer','null') OR abs(NEW.elevation_m)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of settlement is not a number or out of range'); END;

CREATE TRIGGER population_village_numbers_insert BEFORE INSERT ON population_village
WHEN typeof(NEW.population) NOT IN ('integer','null') OR typeof(NEW.households) NOT IN ('integer','null') OR
    typeof(NEW.age_0_14) NOT IN ('integer','null') OR typeof(NEW.age_15_64) NOT IN ('integer','null') OR
    typeof(NEW.age_65_up) NOT IN ('integer','null') OR typeof(NEW.disabled) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of population_village is not a number or out of range'); END;
CREATE TRIGGER population_village_numbers_update BEFORE UPDATE OF population, households, age_0_14, age_15_64,
    age_65_up, disabled ON population_village
WHEN typeof(NEW.population) NOT IN ('integer','null') OR typeof(NEW.households) NOT IN ('integer','null') OR
    typeof(NEW.age_0_14) NOT IN ('integer','null') OR typeof(NEW.age_15_64) NOT IN ('integer','null') OR
    typeof(NEW.age_65_up) NOT IN ('integer','null') OR typeof(NEW.disabled) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of population_village is not a number or out of range'); END;

CREATE TRIGGER census_point_numbers_insert BEFORE INSERT ON census_point
WHEN typeof(NEW.population) NOT IN ('integer','null') OR typeof(NEW.households) NOT IN ('integer','null') OR
    typeof(NEW.elderly) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of census_point is not a number or out of range'); END;
CREATE TRIGGER census_point_numbers_update BEFORE UPDATE OF population, households, elderly ON census_point
WHEN typeof(NEW.population) NOT IN ('integer','null') OR typeof(NEW.households) NOT IN ('integer','null') OR
    typeof(NEW.elderly) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of census_point is not a number or out of range'); END;

CREATE TRIGGER building_numbers_insert BEFORE INSERT ON building
WHEN typeof(NEW.storeys) NOT IN ('integer','null') OR
    typeof(NEW.built_year) NOT IN ('integer','null') OR NEW.built_year NOT BETWEEN 1000 AND 2200 OR
    typeof(NEW.footprint_m2) NOT IN ('real','integer','null') OR abs(NEW.footprint_m2)>1e300 OR
    typeof(NEW.residents) NOT IN ('integer','null') OR typeof(NEW.seismic_designed) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of building is not a number or out of range'); END;
CREATE TRIGGER building_numbers_update BEFORE UPDATE OF storeys, built_year, footprint_m2, residents, seismic_designed ON building
WHEN typeof(NEW.storeys) NOT IN ('integer','null') OR
    typeof(NEW.built_year) NOT IN ('integer','null') OR NEW.built_year NOT BETWEEN 1000 AND 2200 OR
    typeof(NEW.footprint_m2) NOT IN ('real','integer','null') OR abs(NEW.footprint_m2)>1e300 OR
    typeof(NEW.residents) NOT IN ('integer','null') OR typeof(NEW.seismic_designed) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of building is not a number or out of range'); END;

CREATE TRIGGER road_numbers_insert BEFORE INSERT ON road
WHEN typeof(NEW.length_m) NOT IN ('real','integer','null') OR abs(NEW.length_m)>1e300 OR
    typeof(NEW.width_m) NOT IN ('real','integer','null') OR abs(NEW.width_m)>1e300 OR
    typeof(NEW.from_node) NOT IN ('integer','null') OR typeof(NEW.to_node) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of road is not a number or out of range'); END;
CREATE TRIGGER road_numbers_update BEFORE UPDATE OF length_m, width_m, from_node, to_node ON road
WHEN typeof(NEW.length_m) NOT IN ('real','integer','null') OR abs(NEW.length_m)>1e300 OR
    typeof(NEW.width_m) NOT IN ('real','integer','null') OR abs(NEW.width_m)>1e300 OR
    typeof(NEW.from_node) NOT IN ('integer','null') OR typeof(NEW.to_node) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of road is not a number or out of range'); END;

CREATE TRIGGER bridge_numbers_insert BEFORE INSERT ON bridge
WHEN typeof(NEW.length_m) NOT IN ('real','integer','null') OR abs(NEW.length_m)>1e300 OR
    typeof(NEW.load_t) NOT IN ('real','integer','null') OR abs(NEW.load_t)>1e300 OR
    typeof(NEW.deck_elevation_m) NOT IN ('real','integer','null') OR abs(NEW.deck_elevation_m)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of bridge is not a number or out of range'); END;
CREATE TRIGGER bridge_numbers_update BEFORE UPDATE OF length_m, load_t, deck_elevation_m ON bridge
WHEN typeof(NEW.length_m) NOT IN ('real','integer','null') OR abs(NEW.length_m)>1e300 OR
    typeof(NEW.load_t) NOT IN ('real','integer','null') OR abs(NEW.load_t)>1e300 OR
    typeof(NEW.deck_elevation_m) NOT IN ('real','integer','null') OR abs(NEW.deck_elevation_m)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of bridge is not a number or out of range'); END;

CREATE TRIGGER school_numbers_insert BEFORE INSERT ON school
WHEN typeof(NEW.pupils) NOT IN ('integer','null') OR typeof(NEW.boarders) NOT IN ('integer','null') OR
    typeof(NEW.staff) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of school is not a number or out of range'); END;
CREATE TRIGGER school_numbers_update BEFORE UPDATE OF pupils, boarders, staff ON school
WHEN typeof(NEW.pupils) NOT IN ('integer','null') OR typeof(NEW.boarders) NOT IN ('integer','null') OR
    typeof(NEW.staff) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of school is not a number or out of range'); END;

CREATE TRIGGER hospital_numbers_insert BEFORE INSERT ON hospital
WHEN typeof(NEW.beds) NOT IN ('integer','null') OR typeof(NEW.icu_beds) NOT IN ('integer','null') OR
    typeof(NEW.ambulances) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of hospital is not a number or out of range'); END;
CREATE TRIGGER hospital_numbers_update BEFORE UPDATE OF beds, icu_beds, ambulances ON hospital
WHEN typeof(NEW.beds) NOT IN ('integer','null') OR typeof(NEW.icu_beds) NOT IN ('integer','null') OR
    typeof(NEW.ambulances) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of hospital is not a number or out of range'); END;

CREATE TRIGGER care_home_numbers_insert BEFORE INSERT ON care_home
WHEN typeof(NEW.beds) NOT IN ('integer','null') OR typeof(NEW.residents) NOT IN ('integer','null') OR
    typeof(NEW.cannot_walk) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of care_home is not a number or out of range'); END;
CREATE TRIGGER care_home_numbers_update BEFORE UPDATE OF beds, residents, cannot_walk ON care_home
WHEN typeof(NEW.beds) NOT IN ('integer','null') OR typeof(NEW.residents) NOT IN ('integer','null') OR
    typeof(NEW.cannot_walk) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of care_home is not a number or out of range'); END;

CREATE TRIGGER tourist_site_numbers_insert BEFORE INSERT ON tourist_site
WHEN typeof(NEW.capacity) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of tourist_site is not a number or out of range'); END;
CREATE TRIGGER tourist_site_numbers_update BEFORE UPDATE OF capacity ON tourist_site
WHEN typeof(NEW.capacity) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of tourist_site is not a number or out of range'); END;

CREATE TRIGGER reservoir_numbers_insert BEFORE INSERT ON reservoir
WHEN typeof(NEW.capacity_m3) NOT IN ('real','integer','null') OR abs(NEW.capacity_m3)>1e300 OR
    typeof(NEW.catchment_km2) NOT IN ('real','integer','null') OR abs(NEW.catchment_km2)>1e300 OR
    typeof(NEW.flood_limit_level_m) NOT IN ('real','integer','null') OR abs(NEW.flood_limit_level_m)>1e300 OR
    typeof(NEW.normal_level_m) NOT IN ('real','integer','null') OR abs(NEW.normal_level_m)>1e300 OR
    typeof(NEW.check_level_m) NOT IN ('real','integer','null') OR abs(NEW.check_level_m)>1e300 OR
    typeof(NEW.dam_lon_deg) NOT IN ('real','integer','null') OR abs(NEW.dam_lon_deg)>1e300 OR
    typeof(NEW.dam_lat_deg) NOT IN ('real','integer','null') OR abs(NEW.dam_lat_deg)>1e300 OR
    typeof(NEW.built_year) NOT IN ('integer','null') OR NEW.built_year NOT BETWEEN 1000 AND 2200 OR
    typeof(NEW.confirmed) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of reservoir is not a number or out of range'); END;
CREATE TRIGGER reservoir_numbers_update BEFORE UPDATE OF capacity_m3, catchment_km2, flood_limit_level_m,
    normal_level_m, check_level_m, dam_lon_deg, dam_lat_deg, built_year, confirmed ON reservoir
WHEN typeof(NEW.capacity_m3) NOT IN ('real','integer','null') OR abs(NEW.capacity_m3)>1e300 OR
    typeof(NEW.catchment_km2) NOT IN ('real','integer','null') OR abs(NEW.catchment_km2)>1e300 OR
    typeof(NEW.flood_limit_level_m) NOT IN ('real','integer','null') OR abs(NEW.flood_limit_level_m)>1e300 OR
    typeof(NEW.normal_level_m) NOT IN ('real','integer','null') OR abs(NEW.normal_level_m)>1e300 OR
    typeof(NEW.check_level_m) NOT IN ('real','integer','null') OR abs(NEW.check_level_m)>1e300 OR
    typeof(NEW.dam_lon_deg) NOT IN ('real','integer','null') OR abs(NEW.dam_lon_deg)>1e300 OR
    typeof(NEW.dam_lat_deg) NOT IN ('real','integer','null') OR abs(NEW.dam_lat_deg)>1e300 OR
    typeof(NEW.built_year) NOT IN ('integer','null') OR NEW.built_year NOT BETWEEN 1000 AND 2200 OR
    typeof(NEW.confirmed) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of reservoir is not a number or out of range'); END;

CREATE TRIGGER check_dam_numbers_insert BEFORE INSERT ON check_dam
WHEN typeof(NEW.height_m) NOT IN ('real','integer','null') OR abs(NEW.height_m)>1e300 OR
    typeof(NEW.capacity_m3) NOT IN ('real','integer','null') OR abs(NEW.capacity_m3)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of check_dam is not a number or out of range'); END;
CREATE TRIGGER check_dam_numbers_update BEFORE UPDATE OF height_m, capacity_m3 ON check_dam
WHEN typeof(NEW.height_m) NOT IN ('real','integer','null') OR abs(NEW.height_m)>1e300 OR
    typeof(NEW.capacity_m3) NOT IN ('real','integer','null') OR abs(NEW.capacity_m3)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of check_dam is not a number or out of range'); END;

CREATE TRIGGER tailings_pond_numbers_insert BEFORE INSERT ON tailings_pond
WHEN typeof(NEW.capacity_m3) NOT IN ('real','integer','null') OR abs(NEW.capacity_m3)>1e300 OR
    typeof(NEW.dam_height_m) NOT IN ('real','integer','null') OR abs(NEW.dam_height_m)>1e300 OR
    typeof(NEW.in_use) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of tailings_pond is not a number or out of range'); END;
CREATE TRIGGER tailings_pond_numbers_update BEFORE UPDATE OF capacity_m3, dam_height_m, in_use ON tailings_pond
WHEN typeof(NEW.capacity_m3) NOT IN ('real','integer','null') OR abs(NEW.capacity_m3)>1e300 OR
    typeof(NEW.dam_height_m) NOT IN ('real','integer','null') OR abs(NEW.dam_height_m)>1e300 OR
    typeof(NEW.in_use) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of tailings_pond is not a number or out of range'); END;

CREATE TRIGGER hazchem_site_numbers_insert BEFORE INSERT ON hazchem_site
WHEN typeof(NEW.staff) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of hazchem_site is not a number or out of range'); END;
CREATE TRIGGER hazchem_site_numbers_update BEFORE UPDATE OF staff ON hazchem_site
WHEN typeof(NEW.staff) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of hazchem_site is not a number or out of range'); END;

CREATE TRIGGER mine_numbers_insert BEFORE INSERT ON mine
WHEN typeof(NEW.underground_workers) NOT IN ('integer','null') OR typeof(NEW.in_use) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of mine is not a number or out of range'); END;
CREATE TRIGGER mine_numbers_update BEFORE UPDATE OF underground_workers, in_use ON mine
WHEN typeof(NEW.underground_workers) NOT IN ('integer','null') OR typeof(NEW.in_use) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of mine is not a number or out of range'); END;

CREATE TRIGGER fire_risk_zone_numbers_insert BEFORE INSERT ON fire_risk_zone
WHEN typeof(NEW.canopy_percent) NOT IN ('real','integer','null') OR abs(NEW.canopy_percent)>1e300 OR
    typeof(NEW.slope_deg) NOT IN ('real','integer','null') OR abs(NEW.slope_deg)>1e300 OR
    typeof(NEW.area_m2) NOT IN ('real','integer','null') OR abs(NEW.area_m2)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of fire_risk_zone is not a number or out of range'); END;
CREATE TRIGGER fire_risk_zone_numbers_update BEFORE UPDATE OF canopy_percent, slope_deg, area_m2 ON fire_risk_zone
WHEN typeof(NEW.canopy_percent) NOT IN ('real','integer','null') OR abs(NEW.canopy_percent)>1e300 OR
    typeof(NEW.slope_deg) NOT IN ('real','integer','null') OR abs(NEW.slope_deg)>1e300 OR
    typeof(NEW.area_m2) NOT IN ('real','integer','null') OR abs(NEW.area_m2)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of fire_risk_zone is not a number or out of range'); END;

CREATE TRIGGER fire_break_numbers_insert BEFORE INSERT ON fire_break
WHEN typeof(NEW.is_main) NOT IN ('integer','null') OR
    typeof(NEW.length_m) NOT IN ('real','integer','null') OR abs(NEW.length_m)>1e300 OR
    typeof(NEW.width_m) NOT IN ('real','integer','null') OR abs(NEW.width_m)>1e300 OR
    typeof(NEW.built_year) NOT IN ('integer','null') OR NEW.built_year NOT BETWEEN 1000 AND 2200
BEGIN SELECT RAISE(ABORT, 'a number of fire_break is not a number or out of range'); END;
CREATE TRIGGER fire_break_numbers_update BEFORE UPDATE OF is_main, length_m, width_m, built_year ON fire_break
WHEN typeof(NEW.is_main) NOT IN ('integer','null') OR
    typeof(NEW.length_m) NOT IN ('real','integer','null') OR abs(NEW.length_m)>1e300 OR
    typeof(NEW.width_m) NOT IN ('real','integer','null') OR abs(NEW.width_m)>1e300 OR
    typeof(NEW.built_year) NOT IN ('integer','null') OR NEW.built_year NOT BETWEEN 1000 AND 2200
BEGIN SELECT RAISE(ABORT, 'a number of fire_break is not a number or out of range'); END;

CREATE TRIGGER fire_road_numbers_insert BEFORE INSERT ON fire_road
WHEN typeof(NEW.length_m) NOT IN ('real','integer','null') OR abs(NEW.length_m)>1e300 OR
    typeof(NEW.width_m) NOT IN ('real','integer','null') OR abs(NEW.width_m)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of fire_road is not a number or out of range'); END;
CREATE TRIGGER fire_road_numbers_update BEFORE UPDATE OF length_m, width_m ON fire_road
WHEN typeof(NEW.length_m) NOT IN ('real','integer','null') OR abs(NEW.length_m)>1e300 OR
    typeof(NEW.width_m) NOT IN ('real','integer','null') OR abs(NEW.width_m)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of fire_road is not a number or out of range'); END;

CREATE TRIGGER lookout_numbers_insert BEFORE INSERT ON lookout
WHEN typeof(NEW.height_m) NOT IN ('real','integer','null') OR abs(NEW.height_m)>1e300 OR
    typeof(NEW.manned) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of lookout is not a number or out of range'); END;
CREATE TRIGGER lookout_numbers_update BEFORE UPDATE OF height_m, manned ON lookout
WHEN typeof(NEW.height_m) NOT IN ('real','integer','null') OR abs(NEW.height_m)>1e300 OR
    typeof(NEW.manned) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of lookout is not a number or out of range'); END;

CREATE TRIGGER fire_camera_numbers_insert BEFORE INSERT ON fire_camera
WHEN typeof(NEW.range_m) NOT IN ('real','integer','null') OR abs(NEW.range_m)>1e300 OR
    typeof(NEW.infrared) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of fire_camera is not a number or out of range'); END;
CREATE TRIGGER fire_camera_numbers_update BEFORE UPDATE OF range_m, infrared ON fire_camera
WHEN typeof(NEW.range_m) NOT IN ('real','integer','null') OR abs(NEW.range_m)>1e300 OR
    typeof(NEW.infrared) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of fire_camera is not a number or out of range'); END;

CREATE TRIGGER water_point_numbers_insert BEFORE INSERT ON water_point
WHEN typeof(NEW.volume_m3) NOT IN ('real','integer','null') OR abs(NEW.volume_m3)>1e300 OR
    typeof(NEW.helicopter) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of water_point is not a number or out of range'); END;
CREATE TRIGGER water_point_numbers_update BEFORE UPDATE OF volume_m3, helicopter ON water_point
WHEN typeof(NEW.volume_m3) NOT IN ('real','integer','null') OR abs(NEW.volume_m3)>1e300 OR
    typeof(NEW.helicopter) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of water_point is not a number or out of range'); END;

CREATE TRIGGER geohazard_point_numbers_insert BEFORE INSERT ON geohazard_point
WHEN typeof(NEW.threatened_households) NOT IN ('integer','null') OR
    typeof(NEW.threatened_people) NOT IN ('integer','null') OR
    typeof(NEW.threatened_property_yuan) NOT IN ('real','integer','null') OR abs(NEW.threatened_property_yuan)>1e300 OR
    typeof(NEW.volume_m3) NOT IN ('real','integer','null') OR abs(NEW.volume_m3)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of geohazard_point is not a number or out of range'); END;
CREATE TRIGGER geohazard_point_numbers_update BEFORE UPDATE OF threatened_households, threatened_people,
    threatened_property_yuan, volume_m3 ON geohazard_point
WHEN typeof(NEW.threatened_households) NOT IN ('integer','null') OR
    typeof(NEW.threatened_people) NOT IN ('integer','null') OR
    typeof(NEW.threatened_property_yuan) NOT IN ('real','integer','null') OR abs(NEW.threatened_property_yuan)>1e300 OR
    typeof(NEW.volume_m3) NOT IN ('real','integer','null') OR abs(NEW.volume_m3)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of geohazard_point is not a number or out of range'); END;

CREATE TRIGGER geohazard_area_numbers_insert BEFORE INSERT ON geohazard_area
WHEN typeof(NEW.area_m2) NOT IN ('real','integer','null') OR abs(NEW.area_m2)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of geohazard_area is not a number or out of range'); END;
CREATE TRIGGER geohazard_area_numbers_update BEFORE UPDATE OF area_m2 ON geohazard_area
WHEN typeof(NEW.area_m2) NOT IN ('real','integer','null') OR abs(NEW.area_m2)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of geohazard_area is not a number or out of range'); END;

CREATE TRIGGER catchment_numbers_insert BEFORE INSERT ON catchment
WHEN typeof(NEW.area_km2) NOT IN ('real','integer','null') OR abs(NEW.area_km2)>1e300 OR
    typeof(NEW.longest_path_km) NOT IN ('real','integer','null') OR abs(NEW.longest_path_km)>1e300 OR
    typeof(NEW.mean_slope_ratio) NOT IN ('real','integer','null') OR abs(NEW.mean_slope_ratio)>1e300 OR
    typeof(NEW.concentration_h) NOT IN ('real','integer','null') OR abs(NEW.concentration_h)>1e300 OR
    typeof(NEW.outlet_lon_deg) NOT IN ('real','integer','null') OR abs(NEW.outlet_lon_deg)>1e300 OR
    typeof(NEW.outlet_lat_deg) NOT IN ('real','integer','null') OR abs(NEW.outlet_lat_deg)>1e300 OR
    typeof(NEW.prepare_1h_mm) NOT IN ('real','integer','null') OR abs(NEW.prepare_1h_mm)>1e300 OR
    typeof(NEW.prepare_3h_mm) NOT IN ('real','integer','null') OR abs(NEW.prepare_3h_mm)>1e300 OR
    typeof(NEW.prepare_6h_mm) NOT IN ('real','integer','null') OR abs(NEW.prepare_6h_mm)>1e300 OR
    typeof(NEW.move_1h_mm) NOT IN ('real','integer','null') OR abs(NEW.move_1h_mm)>1e300 OR
    typeof(NEW.move_3h_mm) NOT IN ('real','integer','null') OR abs(NEW.move_3h_mm)>1e300 OR
    typeof(NEW.move_6h_mm) NOT IN ('real','integer','null') OR abs(NEW.move_6h_mm)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of catchment is not a number or out of range'); END;
CREATE TRIGGER catchment_numbers_update BEFORE UPDATE OF area_km2, longest_path_km, mean_slope_ratio, concentration_h,
    outlet_lon_deg, outlet_lat_deg, prepare_1h_mm, prepare_3h_mm, prepare_6h_mm, move_1h_mm, move_3h_mm, move_6h_mm ON catchment
WHEN typeof(NEW.area_km2) NOT IN ('real','integer','null') OR abs(NEW.area_km2)>1e300 OR
    typeof(NEW.longest_path_km) NOT IN ('real','integer','null') OR abs(NEW.longest_path_km)>1e300 OR
    typeof(NEW.mean_slope_ratio) NOT IN ('real','integer','null') OR abs(NEW.mean_slope_ratio)>1e300 OR
    typeof(NEW.concentration_h) NOT IN ('real','integer','null') OR abs(NEW.concentration_h)>1e300 OR
    typeof(NEW.outlet_lon_deg) NOT IN ('real','integer','null') OR abs(NEW.outlet_lon_deg)>1e300 OR
    typeof(NEW.outlet_lat_deg) NOT IN ('real','integer','null') OR abs(NEW.outlet_lat_deg)>1e300 OR
    typeof(NEW.prepare_1h_mm) NOT IN ('real','integer','null') OR abs(NEW.prepare_1h_mm)>1e300 OR
    typeof(NEW.prepare_3h_mm) NOT IN ('real','integer','null') OR abs(NEW.prepare_3h_mm)>1e300 OR
    typeof(NEW.prepare_6h_mm) NOT IN ('real','integer','null') OR abs(NEW.prepare_6h_mm)>1e300 OR
    typeof(NEW.move_1h_mm) NOT IN ('real','integer','null') OR abs(NEW.move_1h_mm)>1e300 OR
    typeof(NEW.move_3h_mm) NOT IN ('real','integer','null') OR abs(NEW.move_3h_mm)>1e300 OR
    typeof(NEW.move_6h_mm) NOT IN ('real','integer','null') OR abs(NEW.move_6h_mm)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of catchment is not a number or out of range'); END;

CREATE TRIGGER catchment_outlet_numbers_insert BEFORE INSERT ON catchment_outlet
WHEN typeof(NEW.elevation_m) NOT IN ('real','integer','null') OR abs(NEW.elevation_m)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of catchment_outlet is not a number or out of range'); END;
CREATE TRIGGER catchment_outlet_numbers_update BEFORE UPDATE OF elevation_m ON catchment_outlet
WHEN typeof(NEW.elevation_m) NOT IN ('real','integer','null') OR abs(NEW.elevation_m)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of catchment_outlet is not a number or out of range'); END;

CREATE TRIGGER river_reach_numbers_insert BEFORE INSERT ON river_reach
WHEN typeof(NEW.reach_no) NOT IN ('integer','null') OR typeof(NEW.downstream_no) NOT IN ('integer','null') OR
    typeof(NEW.strahler) NOT IN ('integer','null') OR
    typeof(NEW.length_m) NOT IN ('real','integer','null') OR abs(NEW.length_m)>1e300 OR
    typeof(NEW.from_elevation_m) NOT IN ('real','integer','null') OR abs(NEW.from_elevation_m)>1e300 OR
    typeof(NEW.to_elevation_m) NOT IN ('real','integer','null') OR abs(NEW.to_elevation_m)>1e300 OR
    typeof(NEW.upstream_km2) NOT IN ('real','integer','null') OR abs(NEW.upstream_km2)>1e300 OR
    typeof(NEW.warning_stage_m) NOT IN ('real','integer','null') OR abs(NEW.warning_stage_m)>1e300 OR
    typeof(NEW.guaranteed_stage_m) NOT IN ('real','integer','null') OR abs(NEW.guaranteed_stage_m)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of river_reach is not a number or out of range'); END;
CREATE TRIGGER river_reach_numbers_update BEFORE UPDATE OF reach_no, downstream_no, strahler, length_m,
    from_elevation_m, to_elevation_m, upstream_km2, warning_stage_m, guaranteed_stage_m ON river_reach
WHEN typeof(NEW.reach_no) NOT IN ('integer','null') OR typeof(NEW.downstream_no) NOT IN ('integer','null') OR
    typeof(NEW.strahler) NOT IN ('integer','null') OR
    typeof(NEW.length_m) NOT IN ('real','integer','null') OR abs(NEW.length_m)>1e300 OR
    typeof(NEW.from_elevation_m) NOT IN ('real','integer','null') OR abs(NEW.from_elevation_m)>1e300 OR
    typeof(NEW.to_elevation_m) NOT IN ('real','integer','null') OR abs(NEW.to_elevation_m)>1e300 OR
    typeof(NEW.upstream_km2) NOT IN ('real','integer','null') OR abs(NEW.upstream_km2)>1e300 OR
    typeof(NEW.warning_stage_m) NOT IN ('real','integer','null') OR abs(NEW.warning_stage_m)>1e300 OR
    typeof(NEW.guaranteed_stage_m) NOT IN ('real','integer','null') OR abs(NEW.guaranteed_stage_m)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of river_reach is not a number or out of range'); END;

CREATE TRIGGER fault_numbers_insert BEFORE INSERT ON fault
WHEN typeof(NEW.dip_deg) NOT IN ('real','integer','null') OR abs(NEW.dip_deg)>1e300 OR
    typeof(NEW.slip_mm_per_a) NOT IN ('real','integer','null') OR abs(NEW.slip_mm_per_a)>1e300 OR
    typeof(NEW.buried) NOT IN ('integer','null') OR
    typeof(NEW.length_m) NOT IN ('real','integer','null') OR abs(NEW.length_m)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of fault is not a number or out of range'); END;
CREATE TRIGGER fault_numbers_update BEFORE UPDATE OF dip_deg, slip_mm_per_a, buried, length_m ON fault
WHEN typeof(NEW.dip_deg) NOT IN ('real','integer','null') OR abs(NEW.dip_deg)>1e300 OR
    typeof(NEW.slip_mm_per_a) NOT IN ('real','integer','null') OR abs(NEW.slip_mm_per_a)>1e300 OR
    typeof(NEW.buried) NOT IN ('integer','null') OR
    typeof(NEW.length_m) NOT IN ('real','integer','null') OR abs(NEW.length_m)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of fault is not a number or out of range'); END;

CREATE TRIGGER historical_disaster_numbers_insert BEFORE INSERT ON historical_disaster
WHEN typeof(NEW.deaths) NOT IN ('integer','null') OR typeof(NEW.missing) NOT IN ('integer','null') OR
    typeof(NEW.evacuated) NOT IN ('integer','null') OR
    typeof(NEW.loss_yuan) NOT IN ('real','integer','null') OR abs(NEW.loss_yuan)>1e300 OR
    typeof(NEW.magnitude) NOT IN ('real','integer','null') OR abs(NEW.magnitude)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of historical_disaster is not a number or out of range'); END;
CREATE TRIGGER historical_disaster_numbers_update BEFORE UPDATE OF deaths, missing, evacuated, loss_yuan, magnitude ON historical_disaster
WHEN typeof(NEW.deaths) NOT IN ('integer','null') OR typeof(NEW.missing) NOT IN ('integer','null') OR
    typeof(NEW.evacuated) NOT IN ('integer','null') OR
    typeof(NEW.loss_yuan) NOT IN ('real','integer','null') OR abs(NEW.loss_yuan)>1e300 OR
    typeof(NEW.magnitude) NOT IN ('real','integer','null') OR abs(NEW.magnitude)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of historical_disaster is not a number or out of range'); END;

CREATE TRIGGER rescue_team_numbers_insert BEFORE INSERT ON rescue_team
WHEN typeof(NEW.members) NOT IN ('integer','null') OR typeof(NEW.vehicles) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of rescue_team is not a number or out of range'); END;
CREATE TRIGGER rescue_team_numbers_update BEFORE UPDATE OF members, vehicles ON rescue_team
WHEN typeof(NEW.members) NOT IN ('integer','null') OR typeof(NEW.vehicles) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of rescue_team is not a number or out of range'); END;

CREATE TRIGGER depot_numbers_insert BEFORE INSERT ON depot
WHEN typeof(NEW.floor_m2) NOT IN ('real','integer','null') OR abs(NEW.floor_m2)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of depot is not a number or out of range'); END;
CREATE TRIGGER depot_numbers_update BEFORE UPDATE OF floor_m2 ON depot
WHEN typeof(NEW.floor_m2) NOT IN ('real','integer','null') OR abs(NEW.floor_m2)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of depot is not a number or out of range'); END;

CREATE TRIGGER shelter_numbers_insert BEFORE INSERT ON shelter
WHEN typeof(NEW.capacity) NOT IN ('integer','null') OR
    typeof(NEW.area_m2) NOT IN ('real','integer','null') OR abs(NEW.area_m2)>1e300 OR
    typeof(NEW.indoor) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of shelter is not a number or out of range'); END;
CREATE TRIGGER shelter_numbers_update BEFORE UPDATE OF capacity, area_m2, indoor ON shelter
WHEN typeof(NEW.capacity) NOT IN ('integer','null') OR
    typeof(NEW.area_m2) NOT IN ('real','integer','null') OR abs(NEW.area_m2)>1e300 OR
    typeof(NEW.indoor) NOT IN ('integer','null')
BEGIN SELECT RAISE(ABORT, 'a number of shelter is not a number or out of range'); END;

CREATE TRIGGER helipad_numbers_insert BEFORE INSERT ON helipad
WHEN typeof(NEW.elevation_m) NOT IN ('real','integer','null') OR abs(NEW.elevation_m)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of helipad is not a number or out of range'); END;
CREATE TRIGGER helipad_numbers_update BEFORE UPDATE OF elevation_m ON helipad
WHEN typeof(NEW.elevation_m) NOT IN ('real','integer','null') OR abs(NEW.elevation_m)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of helipad is not a number or out of range'); END;

CREATE TRIGGER monitoring_station_numbers_insert BEFORE INSERT ON monitoring_station
WHEN typeof(NEW.elevation_m) NOT IN ('real','integer','null') OR abs(NEW.elevation_m)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of monitoring_station is not a number or out of range'); END;
CREATE TRIGGER monitoring_station_numbers_update BEFORE UPDATE OF elevation_m ON monitoring_station
WHEN typeof(NEW.elevation_m) NOT IN ('real','integer','null') OR abs(NEW.elevation_m)>1e300
BEGIN SELECT RAISE(ABORT, 'a number of monitoring_station is not a number or out of range'); END;
