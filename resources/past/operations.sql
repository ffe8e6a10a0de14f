-- SPDX-License-Identifier: GPL-3.0-or-later
-- How the tables of operations looked at :at_utc_ms (gis/store/moment.h). One rule a table: the SELECT gives all columns.

-- table workspace_setting
SELECT key, value FROM main.workspace_setting WHERE key<>'past_utc_ms'
UNION ALL SELECT 'past_utc_ms', CAST(:at_utc_ms AS TEXT)

-- table warning_message
SELECT * FROM main.warning_message WHERE received_utc_ms<=:at_utc_ms

-- table callout_plan
SELECT * FROM main.callout_plan WHERE saved_utc_ms<=:at_utc_ms

-- table callout
SELECT * FROM main.callout WHERE created_utc_ms<=:at_utc_ms

-- table callout_event
SELECT * FROM main.callout_event WHERE at_utc_ms<=:at_utc_ms

-- table callout_timer
SELECT * FROM main.callout_timer WHERE 0

-- table rain_hourly
SELECT * FROM main.rain_hourly WHERE end_utc_ms<=:at_utc_ms

-- table water_reading
SELECT * FROM main.water_reading WHERE at_utc_ms<=:at_utc_ms

-- table soil_reading
SELECT * FROM main.soil_reading WHERE at_utc_ms<=:at_utc_ms

-- table stock_move
SELECT * FROM main.stock_move WHERE booked_utc_ms<=:at_utc_ms

-- table stock_line
SELECT * FROM main.stock_line WHERE at_utc_ms<=:at_utc_ms AND
  (SELECT booked_utc_ms FROM main.stock_move WHERE id=move_id)<=:at_utc_ms

-- table stock_cell
SELECT c.id, c.depot_id, c.item_id, c.state, c.owner_id, c.lot_id, c.quantity-ifnull(d.later, 0) AS quantity
FROM main.stock_cell c LEFT JOIN (
  SELECT cell, sum(q) AS later FROM (
    SELECT l.to_cell AS cell, l.quantity AS q FROM main.stock_line l JOIN main.stock_move m ON m.id=l.move_id
      WHERE m.booked_utc_ms>:at_utc_ms
    UNION ALL
    SELECT l.from_cell, -l.quantity FROM main.stock_line l JOIN main.stock_move m ON m.id=l.move_id
      WHERE m.booked_utc_ms>:at_utc_ms
  ) GROUP BY cell
) d ON d.cell=c.id

-- table stock_checkpoint
SELECT * FROM main.stock_checkpoint WHERE 0

-- table stock_requisition
SELECT * FROM main.stock_requisition WHERE created_utc_ms<=:at_utc_ms

-- table stock_requisition_event
SELECT * FROM main.stock_requisition_event WHERE at_utc_ms<=:at_utc_ms

-- table stock_count
SELECT * FROM main.stock_count WHERE created_utc_ms<=:at_utc_ms

-- table stock_count_entry
SELECT * FROM main.stock_count_entry WHERE at_utc_ms<=:at_utc_ms

-- table stock_count_end
SELECT * FROM main.stock_count_end WHERE at_utc_ms<=:at_utc_ms

-- table drill_step
SELECT * FROM main.drill_step WHERE at_utc_ms<=:at_utc_ms

-- table journal_entry
SELECT * FROM main.journal_entry WHERE recorded_utc_ms<=:at_utc_ms

-- table incident
SELECT * FROM main.incident WHERE created_utc_ms<=:at_utc_ms

-- table incident_event
SELECT * FROM main.incident_event WHERE at_utc_ms<=:at_utc_ms

-- table team_event
SELECT * FROM main.team_event WHERE at_utc_ms<=:at_utc_ms

-- table evacuation
SELECT * FROM main.evacuation WHERE created_utc_ms<=:at_utc_ms

-- table evacuation_event
SELECT * FROM main.evacuation_event WHERE at_utc_ms<=:at_utc_ms
