-- SPDX-License-Identifier: GPL-3.0-or-later

-- entries warning_message
SELECT received_utc_ms, 'warning_'||lower(msg_type), headline, colour, source, 0, 1, status<>'Actual'
FROM warning_message WHERE received_utc_ms BETWEEN :from_utc_ms AND :to_utc_ms

-- entries callout
SELECT created_utc_ms, 'callout_begun', title, '', author, 0, 1, is_drill
FROM callout WHERE created_utc_ms BETWEEN :from_utc_ms AND :to_utc_ms

-- entries callout_event callout
SELECT e.at_utc_ms, 'callout_'||e.kind, c.title, e.text, e.actor, 0, 1, c.is_drill
FROM callout_event e JOIN callout c ON c.uuid=e.callout_uuid
WHERE e.kind IN ('raised','closed') AND e.target=-1 AND e.at_utc_ms BETWEEN :from_utc_ms AND :to_utc_ms

-- entries callout_event callout
SELECT max(e.at_utc_ms), 'callout_count_'||e.kind, c.title, '', '', count(*), 0, c.is_drill
FROM callout_event e JOIN callout c ON c.uuid=e.callout_uuid
WHERE e.kind IN ('confirmed','escalated') AND e.at_utc_ms BETWEEN :from_utc_ms AND :to_utc_ms
GROUP BY e.callout_uuid, e.kind, e.at_utc_ms/600000

-- entries stock_requisition_event stock_requisition
SELECT e.at_utc_ms, 'requisition_'||e.kind, r.number, coalesce(json_extract(r.content,'$.place'),'')||' '||e.words, e.actor, 0,
  e.kind IN ('dispatched','received'), coalesce(json_extract(r.content,'$.is_drill'), json_extract(r.content,'$.drill'), 0)
FROM stock_requisition_event e JOIN stock_requisition r ON r.uuid=e.requisition_uuid
WHERE e.at_utc_ms BETWEEN :from_utc_ms AND :to_utc_ms

-- entries stock_move
SELECT at_utc_ms, 'stock_'||kind, number, reason, author, 0, 0, is_drill
FROM stock_move WHERE paper='' AND at_utc_ms BETWEEN :from_utc_ms AND :to_utc_ms

-- entries edit_step
SELECT at_utc_ms, 'edit', title, reason, author, 0, 0, title LIKE '【演练】%'
FROM edit_step WHERE at_utc_ms BETWEEN :from_utc_ms AND :to_utc_ms

-- entries rain_hourly
SELECT end_utc_ms, 'rain', max(station_code), '', '', CAST(round(max(rain_mm)) AS INTEGER), 0, max(origin LIKE 'drill %')
FROM rain_hourly WHERE end_utc_ms BETWEEN :from_utc_ms AND :to_utc_ms GROUP BY end_utc_ms HAVING max(rain_mm)>=10

-- entries drill_step
SELECT at_utc_ms, 'drill_note', words_zh, '', '', 0, 1, 1
FROM drill_step WHERE kind='note' AND at_utc_ms BETWEEN :from_utc_ms AND :to_utc_ms

-- entries journal_entry
SELECT at_utc_ms, 'journal', text_zh, place, author, 0, 0, is_drill
FROM journal_entry WHERE source='' AND at_utc_ms BETWEEN :from_utc_ms AND :to_utc_ms

-- entries incident_event incident
SELECT e.at_utc_ms, 'incident_'||e.kind, i.number, '', e.actor, 0, e.kind IN ('opened','grade','response'), i.is_drill
FROM incident_event e JOIN incident i ON i.uuid=e.incident_uuid
WHERE e.at_utc_ms BETWEEN :from_utc_ms AND :to_utc_ms

-- entries evacuation
SELECT created_utc_ms, 'evacuation_begun', title, number, author, 0, 1, is_drill
FROM evacuation WHERE created_utc_ms BETWEEN :from_utc_ms AND :to_utc_ms

-- entries evacuation_event evacuation
SELECT max(e.at_utc_ms), 'evacuation_'||e.kind, v.title, '', '', sum(e.people), e.kind='ended', v.is_drill
FROM evacuation_event e JOIN evacuation v ON v.uuid=e.evacuation_uuid
WHERE e.at_utc_ms BETWEEN :from_utc_ms AND :to_utc_ms GROUP BY e.evacuation_uuid, e.kind, e.at_utc_ms/600000

-- spans warning_message callout callout_event
SELECT w.life_line, max(w.headline), min(w.received_utc_ms), max(max(w.received_utc_ms), coalesce((
  SELECT max(e.at_utc_ms) FROM callout c JOIN callout_event e ON e.callout_uuid=c.uuid
  WHERE c.warning_id IN (SELECT identifier FROM warning_message m WHERE m.life_line=w.life_line)), 0)), max(w.status<>'Actual')
FROM warning_message w WHERE w.is_held=0 GROUP BY w.life_line ORDER BY 3 DESC LIMIT 50
