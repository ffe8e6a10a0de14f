-- SPDX-License-Identifier: GPL-3.0-or-later
-- The weather room's signals move to warning_message, so that it and the call-outs see the same warnings. A row becomes the
-- CAP 1.2 message that it stood for; what was typed by hand says by whom.

WITH RECURSIVE
piece(fid, rest, pair, n) AS (
  SELECT fid, area_polygon || ' ', '', 0 FROM weather_warning WHERE area_polygon<>''
  UNION ALL
  SELECT fid, substr(rest, instr(rest,' ')+1), substr(rest, 1, instr(rest,' ')-1), n+1 FROM piece WHERE rest<>''
),
ring(fid, text) AS (   -- CAP has latitude first
  SELECT fid, group_concat(substr(pair, instr(pair,',')+1) || ',' || substr(pair, 1, instr(pair,',')-1), ' ')
  FROM (SELECT fid, pair FROM piece WHERE n>0 AND pair<>'' ORDER BY fid, n) GROUP BY fid
),
said AS (
  SELECT w.*,
    CASE w.colour WHEN 1 THEN 'red' WHEN 2 THEN 'orange' WHEN 3 THEN 'yellow' ELSE 'blue' END AS colour_name,
    CASE w.colour WHEN 1 THEN 'Extreme' WHEN 2 THEN 'Severe' WHEN 3 THEN 'Moderate' ELSE 'Minor' END AS severity,
    replace(replace(replace(w.headline,'&','&amp;'),'<','&lt;'),'>','&gt;') AS headline_xml,
    replace(replace(replace(w.description,'&','&amp;'),'<','&lt;'),'>','&gt;') AS description_xml,
    replace(replace(replace(w.instruction,'&','&amp;'),'<','&lt;'),'>','&gt;') AS instruction_xml,
    replace(replace(replace(w.sender_name,'&','&amp;'),'<','&lt;'),'>','&gt;') AS sender_name_xml,
    strftime('%Y-%m-%dT%H:%M:%S', w.issued_utc_ms/1000+28800, 'unixepoch') || '+08:00' AS sent,
    strftime('%Y-%m-%dT%H:%M:%S', w.effective_utc_ms/1000+28800, 'unixepoch') || '+08:00' AS effective,
    strftime('%Y-%m-%dT%H:%M:%S', w.expires_utc_ms/1000+28800, 'unixepoch') || '+08:00' AS expires,
    (SELECT f.sender || ',' || f.identifier || ',' ||
            strftime('%Y-%m-%dT%H:%M:%S', f.issued_utc_ms/1000+28800, 'unixepoch') || '+08:00'
     FROM weather_warning f WHERE f.identifier=w.first_identifier AND w.msg_type<>'Alert') AS follows,
    (SELECT name_zh FROM code_warning_type t WHERE t.code=w.type_code) AS event,
    (SELECT text FROM ring WHERE ring.fid=w.fid) AS polygon
  FROM weather_warning w
)
INSERT OR IGNORE INTO warning_message (identifier, sender, sent_utc_ms, received_utc_ms, msg_type, status, life_line,
  event_code, colour, headline, is_held, source, content)
SELECT identifier, sender, issued_utc_ms/1000*1000, entered_utc_ms, msg_type, status, first_identifier, type_code,
  colour_name, headline, 0, 'typed: ' || author,
  '<?xml version="1.0" encoding="UTF-8"?><alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>' || identifier ||
  '</identifier><sender>' || sender || '</sender><sent>' || sent || '</sent><status>' || status || '</status><msgType>' ||
  msg_type || '</msgType><scope>Public</scope>' || ifnull('<references>' || follows || '</references>', '') ||
  '<info><language>zh-CN</language><category>Met</category><event>' || ifnull(event, '预警') ||
  '</event><urgency>Unknown</urgency><severity>' || severity ||
  '</severity><certainty>Unknown</certainty><eventCode><valueName>CN-12379</valueName><value>' || type_code ||
  '</value></eventCode><effective>' || effective || '</effective>' || ifnull('<expires>' || expires || '</expires>', '') ||
  '<senderName>' || sender_name_xml || '</senderName><headline>' || headline_xml || '</headline><description>' ||
  description_xml || '</description><instruction>' || instruction_xml ||
  '</instruction><parameter><valueName>ColorCN</valueName><value>' || colour_name ||
  '</value></parameter><area><areaDesc>' || headline_xml || '</areaDesc>' ||
  ifnull('<polygon>' || polygon || '</polygon>', '') ||
  CASE WHEN area_codes='' THEN '' ELSE '<geocode><valueName>adcode</valueName><value>' ||
    replace(area_codes, ',', '</value></geocode><geocode><valueName>adcode</valueName><value>') || '</value></geocode>' END ||
  '</area></info></alert>'
FROM said;

DELETE FROM gpkg_contents WHERE table_name='weather_warning';
DROP TABLE weather_warning;
