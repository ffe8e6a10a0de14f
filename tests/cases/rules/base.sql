-- SPDX-License-Identifier: GPL-3.0-or-later
-- A sound city: at least one row of every census table, none of which breaks a rule. Two counties with a township and a
-- village each; county 140431 has everything else.

INSERT INTO division (fid,geom,code,parent_code,level,name,seat_lon_deg,seat_lat_deg,area_km2,population,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('MULTIPOLYGON(((112 36.4, 113.1 36.4, 113.1 37.2, 112 37.2, 112 36.4)))'),'140400000000',NULL,2,'长治市',112.5,36.8,NULL,1000,uuid(1),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test'),
  (2,wkt('MULTIPOLYGON(((112 36.4, 112.5 36.4, 112.5 36.9, 112 36.9, 112 36.4)))'),'140431000000','140400000000',3,'沁源县',112.25,36.55,NULL,500,uuid(2),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test'),
  (3,wkt('MULTIPOLYGON(((112.6 36.7, 113.1 36.7, 113.1 37.2, 112.6 37.2, 112.6 36.7)))'),'140429000000','140400000000',3,'武乡县',112.75,36.85,NULL,400,uuid(3),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test'),
  (4,wkt('MULTIPOLYGON(((112.2 36.5, 112.3 36.5, 112.3 36.6, 112.2 36.6, 112.2 36.5)))'),'140431100000','140431000000',4,'沁河镇',112.25,36.55,NULL,300,uuid(4),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test'),
  (5,wkt('MULTIPOLYGON(((112.24 36.54, 112.26 36.54, 112.26 36.56, 112.24 36.56, 112.24 36.54)))'),'140431100201','140431100000',5,'韩家沟村',112.25,36.55,3.97,200,uuid(5),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test'),
  (6,wkt('MULTIPOLYGON(((112.7 36.8, 112.8 36.8, 112.8 36.9, 112.7 36.9, 112.7 36.8)))'),'140429100000','140429000000',4,'丰州镇',112.75,36.85,NULL,150,uuid(6),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test'),
  (7,wkt('MULTIPOLYGON(((112.74 36.84, 112.76 36.84, 112.76 36.86, 112.74 36.86, 112.74 36.84)))'),'140429100201','140429100000',5,'东村',112.75,36.85,3.96,100,uuid(7),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO settlement (fid,geom,division_code,name,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('POINT(112.25 36.55)'),'140431100201','韩家沟',uuid(8),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test'),
  (2,wkt('POINT(112.75 36.85)'),'140429100201','东村',uuid(9),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO population_village (fid,division_code,population,households,age_0_14,age_15_64,age_65_up,as_of,uuid,created_utc,changed_utc,source) VALUES
  (1,'140431100201',200,70,30,130,40,'2020-11-01',uuid(10),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test'),
  (2,'140429100201',100,40,15,65,20,'2020-11-01',uuid(11),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO census_point (fid,geom,division_code,population,households,elderly,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('POINT(112.251 36.551)'),'140431100201',120,42,20,uuid(12),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test'),
  (2,wkt('POINT(112.249 36.549)'),'140431100201',80,28,20,uuid(13),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test'),
  (3,wkt('POINT(112.75 36.85)'),'140429100201',100,40,20,uuid(14),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO building (fid,geom,division_code,structure,use,storeys,built_year,footprint_m2,residents,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('POLYGON((112.25 36.55, 112.2501 36.55, 112.2501 36.5501, 112.25 36.5501, 112.25 36.55))'),'140431100201',1,1,2,1998,99,4,uuid(15),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test'),
  (2,wkt('POLYGON((112.2503 36.55, 112.2504 36.55, 112.2504 36.5501, 112.2503 36.5501, 112.2503 36.55))'),'140431100201',5,1,1,1975,99,2,uuid(16),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO road (fid,geom,division_code,road_code,name,class,length_m,width_m,from_node,to_node,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('LINESTRING(112.245 36.55, 112.255 36.55)'),'140431100201','S222','沁洪线',2,895,9,1,2,uuid(17),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO bridge (fid,geom,division_code,name,length_m,load_t,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('POINT(112.252 36.55)'),'140431100201','沁河大桥',120,40,uuid(18),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO school (fid,geom,division_code,name,kind,pupils,staff,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('POINT(112.2512 36.5521)'),'140431100201','韩家沟小学',2,90,9,uuid(19),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test'),
  (2,wkt('POINT(112.2531 36.5533)'),'140431100201','沁河镇中学',3,400,35,uuid(20),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO hospital (fid,geom,division_code,name,grade,beds,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('POINT(112.2535 36.5511)'),'140431100201','沁河镇卫生院',1,30,uuid(21),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO care_home (fid,geom,division_code,name,beds,residents,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('POINT(112.2541 36.5512)'),'140431100201','沁河镇敬老院',40,32,uuid(22),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO tourist_site (fid,geom,division_code,name,grade,capacity,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('POINT(112.2551 36.5515)'),'140431100201','灵空山',4,3000,uuid(23),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO reservoir (fid,geom,division_code,name,class,capacity_m3,flood_limit_level_m,normal_level_m,dam_lon_deg,dam_lat_deg,figures_source,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('MULTIPOLYGON(((112.2445 36.542, 112.2475 36.542, 112.2475 36.543, 112.2445 36.543, 112.2445 36.542)))'),'140431100201','韩家沟水库',4,2000000,1010,1012,112.2445,36.5425,'市水利局 2024',uuid(24),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO check_dam (fid,geom,division_code,name,height_m,capacity_m3,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('POINT(112.2561 36.5516)'),'140431100201','后沟淤地坝',12,50000,uuid(25),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO tailings_pond (fid,geom,division_code,name,capacity_m3,dam_height_m,in_use,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('POINT(112.2571 36.5517)'),'140431100201','西沟尾矿库',300000,20,1,uuid(26),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO hazchem_site (fid,geom,division_code,name,kind,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('POINT(112.2572 36.5541)'),'140431100201','沁河加油站',3,uuid(27),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO mine (fid,geom,division_code,name,kind,in_use,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('POINT(112.2573 36.5545)'),'140431100201','沁新煤矿',1,1,uuid(28),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO fire_risk_zone (fid,geom,division_code,parcel_no,fire_class,vegetation,canopy_percent,slope_deg,area_m2,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('POLYGON((112.241 36.556, 112.242 36.556, 112.242 36.557, 112.241 36.557, 112.241 36.556))'),'140431100201','001',3,1,60,20,9930,uuid(29),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO fire_break (fid,geom,division_code,kind,is_main,length_m,width_m,state,built_year,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('LINESTRING(112.245 36.55, 112.255 36.55)'),'140431100201',2,1,895,20,1,2010,uuid(30),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO fire_road (fid,geom,division_code,length_m,width_m,state,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('LINESTRING(112.245 36.55, 112.255 36.55)'),'140431100201',895,5,1,uuid(31),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO lookout (fid,geom,division_code,name,height_m,manned,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('POINT(112.2461 36.5571)'),'140431100201','石台山瞭望塔',12,1,uuid(32),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO fire_camera (fid,geom,division_code,name,range_m,infrared,state,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('POINT(112.2466 36.5572)'),'140431100201','石台山监控',5000,1,1,uuid(33),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO water_point (fid,geom,division_code,name,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('POINT(112.2471 36.5573)'),'140431100201','后沟取水点',uuid(34),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO geohazard_point (fid,geom,hazard_code,division_code,name,type,scale,danger_grade,stability,threat_object,threatened_households,threatened_people,threatened_property_yuan,trigger,monitoring,evacuation_place,found_on,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('POINT(112.2585 36.5585)'),'140431010001','140431100201','韩家沟滑坡','01','D','D',2,'A',10,30,1000000,2,1,'村文化广场','2019-07-01',uuid(35),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO geohazard_area (fid,geom,division_code,hazard_code,risk_level,type,area_m2,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('MULTIPOLYGON(((112.258 36.558, 112.259 36.558, 112.259 36.559, 112.258 36.559, 112.258 36.558)))'),'140431100201','140431010001',2,'01',9930,uuid(36),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO catchment (fid,geom,catchment_code,division_code,name,area_km2,longest_path_km,mean_slope_ratio,concentration_h,danger,outlet_lon_deg,outlet_lat_deg,prepare_1h_mm,prepare_3h_mm,prepare_6h_mm,move_1h_mm,move_3h_mm,move_6h_mm,threshold_source,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('MULTIPOLYGON(((112.24 36.54, 112.26 36.54, 112.26 36.56, 112.24 36.56, 112.24 36.54)))'),'C1','140431100201','韩家沟',3.97,2.5,0.1,0.8,2,112.24,36.55,30,45,60,40,60,80,'市水利局',uuid(37),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO catchment_outlet (fid,geom,catchment_code,name,elevation_m,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('POINT(112.24 36.55)'),'C1','韩家沟口',950,uuid(38),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO river_reach (fid,geom,reach_no,downstream_no,name,level,strahler,length_m,from_elevation_m,to_elevation_m,upstream_km2,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('LINESTRING(112.245 36.55, 112.255 36.55)'),1,2,'韩家沟',3,2,895,1000,950,3,uuid(39),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test'),
  (2,wkt('LINESTRING(112.255 36.55, 112.255 36.56)'),2,NULL,'沁河',2,3,1110,950,900,300,uuid(40),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO fault (fid,geom,name,age,sense,length_m,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('LINESTRING(112.245 36.55, 112.255 36.55)'),'晋获断裂带',3,1,895,uuid(41),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO historical_disaster (fid,geom,kind,name,began_on,ended_on,figures_source,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('POINT(112.25 36.55)'),1,'1993 年沁河洪水','1993-08-04','1993-08-06','县志',uuid(42),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO rescue_team (fid,geom,division_code,name,kind,members,vehicles,leader,phone,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('POINT(112.2481 36.5511)'),'140431100201','沁河镇应急队',2,20,2,'赵强','13803550021',uuid(43),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO depot (fid,geom,division_code,name,tier,floor_m2,keeper,phone,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('POINT(112.2483 36.5521)'),'140431100201','沁河镇物资库',4,120,'钱敏','0355-7832001',uuid(44),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO shelter (fid,geom,division_code,name,class,capacity,area_m2,indoor,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('POINT(112.2486 36.5531)'),'140431100201','村文化广场',3,300,900,0,uuid(45),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO helipad (fid,geom,division_code,name,elevation_m,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('POINT(112.2491 36.5541)'),'140431100201','沁河镇起降点',1000,uuid(46),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO monitoring_station (fid,geom,station_code,division_code,name,kind,river,uuid,created_utc,changed_utc,source) VALUES
  (1,wkt('POINT(112.2446 36.5422)'),'41425800','140431100201','韩家沟水库站','RR','韩家沟',uuid(47),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');

INSERT INTO responsible_person (fid,division_code,name,role,post,phone,deputy_uuid,object_table,object_uuid,uuid,created_utc,changed_utc,source) VALUES
  (1,'140431100201','李建国',6,'转移责任人','13803550001',uuid(49),'',NULL,uuid(48),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test'),
  (2,'140431100201','王爱民',12,'灾害信息员','13803550002',NULL,'',NULL,uuid(49),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test'),
  (3,'140431100000','张伟',12,'灾害信息员','13803550003',NULL,'',NULL,uuid(50),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test'),
  (4,'140429100201','刘洋',12,'灾害信息员','13803550004',NULL,'',NULL,uuid(51),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test'),
  (5,'140429100000','陈静',12,'灾害信息员','13803550005',NULL,'',NULL,uuid(52),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test'),
  (6,'140431100201','杨光',10,'监测员','13803550006',NULL,'geohazard_point',(SELECT uuid FROM geohazard_point WHERE fid=1),uuid(53),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test'),
  (7,'140431100201','黄海',7,'行政责任人','13803550007',NULL,'reservoir',(SELECT uuid FROM reservoir WHERE fid=1),uuid(54),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test'),
  (8,'140431100201','周涛',8,'技术责任人','13803550008',NULL,'reservoir',(SELECT uuid FROM reservoir WHERE fid=1),uuid(55),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test'),
  (9,'140431100201','吴刚',9,'巡查责任人','13803550009',NULL,'reservoir',(SELECT uuid FROM reservoir WHERE fid=1),uuid(56),'2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test');
