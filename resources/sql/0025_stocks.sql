-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reserve stocks 救灾物资: catalogue, depots, lots, and a ledger in double entry. A line of a movement takes a quantity from one
-- cell (depot, item, lot, owner, state) and puts it into another; what comes from or goes to the world stands in cells of the
-- outside, so every line adds up by itself. Lines are only ever added. The running quantity of a cell and the quantities
-- at checkpoints are kept by the triggers below in the same transaction, whichever program adds a line.

CREATE TABLE code_stock_state (
  code INTEGER NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_stock_state VALUES
  (1, '可用', 'Usable', 'Fengsui', 1),
  (2, '预占', 'Reserved', 'Fengsui', 2),
  (3, '在途', 'In transit', 'Fengsui', 3),
  (4, '损坏', 'Damaged', 'Fengsui', 4),
  (5, '过期', 'Expired', 'Fengsui', 5),
  (6, '借出', 'On loan', 'Fengsui', 6),
  (11, '期初', 'Opening', 'Fengsui', 11),
  (12, '供应商', 'Supplier', 'Fengsui', 12),
  (13, '捐赠方', 'Donor', 'Fengsui', 13),
  (14, '已发放使用', 'Used', 'Fengsui', 14),
  (15, '损失', 'Lost', 'Fengsui', 15),
  (16, '报废', 'Scrapped', 'Fengsui', 16),
  (17, '盘点差异', 'Count difference', 'Fengsui', 17),
  (18, '组套', 'Kits', 'Fengsui', 18),
  (19, '轮换', 'Rotated', 'Fengsui', 19);

CREATE TABLE code_stock_move (
  code TEXT NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_stock_move VALUES
  ('opening', '期初入账', 'Opening stock', 'Fengsui', 1),
  ('purchase', '采购入库', 'Purchase', 'Fengsui', 2),
  ('donation', '捐赠入库', 'Donation', 'Fengsui', 3),
  ('rotation', '轮换', 'Rotation', 'Fengsui', 4),
  ('transfer', '移库', 'Transfer', 'Fengsui', 5),
  ('issue', '发放', 'Issue', 'Fengsui', 6),
  ('return', '归还', 'Return', 'Fengsui', 7),
  ('loan', '借出', 'Loan', 'Fengsui', 8),
  ('count', '盘点差异', 'Count difference', 'Fengsui', 9),
  ('scrap', '报废', 'Scrapping', 'Fengsui', 10),
  ('reserve', '预占', 'Reservation', 'Fengsui', 11),
  ('release', '解除预占', 'Release', 'Fengsui', 12),
  ('dispatch', '调拨出库', 'Dispatch', 'Fengsui', 13),
  ('receipt', '签收', 'Receipt', 'Fengsui', 14),
  ('loss', '损失', 'Loss', 'Fengsui', 15),
  ('grade', '状态变更', 'Change of state', 'Fengsui', 16),
  ('kit', '组套拆套', 'Kits built and opened', 'Fengsui', 17),
  ('reversal', '冲销', 'Reversal', 'Fengsui', 18);

CREATE TABLE code_stock_depot (
  code TEXT NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  sort INTEGER NOT NULL
);
INSERT INTO code_stock_depot VALUES
  ('government', '政府实物储备', 'Government stock', 'Fengsui', 1),
  ('contract', '协议储备', 'Contract supplier', 'Fengsui', 2),
  ('capacity', '产能储备', 'Production capacity', 'Fengsui', 3),
  ('household', '家庭储备', 'Family kits', 'Fengsui', 4);

-- GB/T 38565-2020 clause 5: one digit, then three times two digits; 99 collects the rest. Only the first layer and the
-- structure could be read; the second layer's numbers and names are this program's until the office enters its own.
CREATE TABLE stock_class (
  code TEXT NOT NULL PRIMARY KEY CHECK(length(code) IN (1,3,5,7) AND code NOT GLOB '*[^0-9]*'),
  name_zh TEXT NOT NULL CHECK(name_zh<>''),
  name_en TEXT NOT NULL DEFAULT '',
  confidence TEXT NOT NULL REFERENCES code_confidence(code),
  class_source TEXT NOT NULL CHECK(class_source<>'')
) WITHOUT ROWID;
INSERT INTO stock_class VALUES
  ('1', '基本生活保障物资', 'Basic living', 'S', 'GB/T 38565-2020'),
  ('2', '应急装备及配套物资', 'Emergency equipment', 'S', 'GB/T 38565-2020'),
  ('3', '工程材料与机械加工设备', 'Building materials and machinery', 'S', 'GB/T 38565-2020'),
  ('101', '粮食', 'Grain', 'U', '中类编码待核实'),
  ('102', '食品和饮料', 'Food and drink', 'U', '中类编码待核实'),
  ('103', '衣被', 'Clothing and bedding', 'U', '中类编码待核实'),
  ('104', '住宿', 'Shelter', 'U', '中类编码待核实'),
  ('105', '药品', 'Medicine', 'U', '中类编码待核实'),
  ('106', '水处理', 'Water treatment', 'U', '中类编码待核实'),
  ('199', '其他基本生活保障物资', 'Other basic living', 'S', 'GB/T 38565-2020'),
  ('201', '个体防护', 'Personal protection', 'U', '中类编码待核实'),
  ('202', '搜救设备', 'Search and rescue', 'U', '中类编码待核实'),
  ('203', '医疗', 'Medical', 'U', '中类编码待核实'),
  ('204', '通信设备', 'Communication', 'U', '中类编码待核实'),
  ('205', '照明设备', 'Lighting', 'U', '中类编码待核实'),
  ('206', '动力燃料', 'Power and fuel', 'U', '中类编码待核实'),
  ('207', '救援运载', 'Transport', 'U', '中类编码待核实'),
  ('208', '消防与防火', 'Fire fighting', 'U', '中类编码待核实'),
  ('299', '其他应急装备', 'Other equipment', 'S', 'GB/T 38565-2020'),
  ('301', '防汛材料', 'Flood materials', 'U', '中类编码待核实'),
  ('302', '工程机械', 'Machinery', 'U', '中类编码待核实'),
  ('399', '其他工程材料', 'Other materials', 'S', 'GB/T 38565-2020');

CREATE TABLE stock_item (
  id INTEGER PRIMARY KEY NOT NULL,
  code TEXT NOT NULL UNIQUE CHECK(code<>''),
  class_code TEXT NOT NULL REFERENCES stock_class(code),
  name_zh TEXT NOT NULL CHECK(name_zh<>''),
  name_en TEXT NOT NULL DEFAULT '',
  unit_zh TEXT NOT NULL CHECK(unit_zh<>''),         -- what is counted; quantities are whole numbers of it
  unit_en TEXT NOT NULL DEFAULT '',
  weight_kg REAL NOT NULL DEFAULT 0 CHECK(typeof(weight_kg)='real' AND weight_kg BETWEEN 0 AND 1e6),    -- of one unit; 0: not known
  volume_m3 REAL NOT NULL DEFAULT 0 CHECK(typeof(volume_m3)='real' AND volume_m3 BETWEEN 0 AND 1e4),
  shelf_life_days INTEGER CHECK(shelf_life_days IS NULL OR typeof(shelf_life_days)='integer' AND shelf_life_days>0),
  is_kit INTEGER NOT NULL DEFAULT 0 CHECK(is_kit IN (0,1)),
  photo TEXT NOT NULL DEFAULT '',                   -- SHA-256 of the picture's file
  confidence TEXT NOT NULL REFERENCES code_confidence(code),
  item_source TEXT NOT NULL CHECK(item_source<>''),
  changed_utc_ms INTEGER NOT NULL,
  author TEXT NOT NULL DEFAULT ''
);

-- A pack of `units` of the item: 1 包 = 10 床. Its barcode may be read instead of the item's code.
CREATE TABLE stock_pack (
  item_id INTEGER NOT NULL REFERENCES stock_item(id),
  unit_zh TEXT NOT NULL CHECK(unit_zh<>''),
  units INTEGER NOT NULL CHECK(typeof(units)='integer' AND units>1),
  barcode TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (item_id, unit_zh)
) WITHOUT ROWID;

CREATE TABLE stock_norm (
  item_id INTEGER NOT NULL PRIMARY KEY REFERENCES stock_item(id),
  per_1000_count REAL NOT NULL CHECK(typeof(per_1000_count)='real' AND per_1000_count BETWEEN 0 AND 1e6),  -- for 1,000 people moved out
  is_daily INTEGER NOT NULL CHECK(is_daily IN (0,1)),
  months TEXT NOT NULL DEFAULT '',                  -- '10,11,12,1,2,3,4'; empty: all year
  confidence TEXT NOT NULL REFERENCES code_confidence(code),
  norm_source TEXT NOT NULL CHECK(norm_source<>'')
);

CREATE TABLE stock_kit_part (
  kit_id INTEGER NOT NULL REFERENCES stock_item(id),
  part_id INTEGER NOT NULL REFERENCES stock_item(id) CHECK(part_id<>kit_id),
  quantity INTEGER NOT NULL CHECK(typeof(quantity)='integer' AND quantity>0),
  PRIMARY KEY (kit_id, part_id)
) WITHOUT ROWID;

-- Depot 0 is the outside.
CREATE TABLE stock_depot (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  code TEXT NOT NULL UNIQUE CHECK(code<>''),
  name TEXT NOT NULL CHECK(name<>''),
  kind TEXT NOT NULL REFERENCES code_stock_depot(code),
  tier INTEGER NOT NULL REFERENCES code_admin_tier(code),
  division_code TEXT NOT NULL DEFAULT '',
  lon_deg REAL CHECK(lon_deg IS NULL OR lon_deg BETWEEN -180 AND 180),
  lat_deg REAL CHECK(lat_deg IS NULL OR lat_deg BETWEEN -90 AND 90),
  keeper TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  census_uuid TEXT UNIQUE,                          -- of the row in table depot
  is_open INTEGER NOT NULL DEFAULT 1 CHECK(is_open IN (0,1))
);
INSERT INTO stock_depot (id, uuid, code, name, kind, tier) VALUES
  (0, '019de000-0000-7000-8d00-000000000000', '-', '库外', 'government', 1);

CREATE TABLE stock_owner (
  id INTEGER PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE CHECK(name<>'')
);

CREATE TABLE stock_lot (
  id INTEGER PRIMARY KEY NOT NULL,
  item_id INTEGER NOT NULL REFERENCES stock_item(id),
  lot_no TEXT NOT NULL CHECK(lot_no<>''),
  made_on TEXT CHECK(made_on IS NULL OR made_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  expires_on TEXT CHECK(expires_on IS NULL OR expires_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  maker TEXT NOT NULL DEFAULT '',
  donor TEXT NOT NULL DEFAULT '',
  price_yuan REAL CHECK(price_yuan IS NULL OR typeof(price_yuan)='real' AND price_yuan>=0),  -- of one unit
  UNIQUE (item_id, lot_no)
);

CREATE TABLE stock_cell (
  id INTEGER PRIMARY KEY NOT NULL,
  depot_id INTEGER NOT NULL REFERENCES stock_depot(id),
  item_id INTEGER NOT NULL REFERENCES stock_item(id),
  state INTEGER NOT NULL REFERENCES code_stock_state(code),
  owner_id INTEGER NOT NULL REFERENCES stock_owner(id),
  lot_id INTEGER NOT NULL REFERENCES stock_lot(id),
  quantity INTEGER NOT NULL DEFAULT 0 CHECK(typeof(quantity)='integer' AND (quantity>=0 OR state>10)),
  UNIQUE (depot_id, item_id, state, owner_id, lot_id),
  CHECK ((depot_id=0)=(state>10))
);

CREATE TABLE stock_move (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  number TEXT NOT NULL CHECK(number<>''),           -- 单号
  kind TEXT NOT NULL REFERENCES code_stock_move(code),
  at_utc_ms INTEGER NOT NULL CHECK(typeof(at_utc_ms)='integer'),      -- when it happened
  booked_utc_ms INTEGER NOT NULL CHECK(booked_utc_ms>=at_utc_ms),     -- when it was written down
  author TEXT NOT NULL CHECK(author<>''),
  second_person TEXT NOT NULL DEFAULT '' CHECK(second_person<>author),
  reason TEXT NOT NULL DEFAULT '',
  is_drill INTEGER NOT NULL DEFAULT 0 CHECK(is_drill IN (0,1)),
  paper TEXT NOT NULL DEFAULT '',                   -- what it belongs to: requisition, count, a paper's number
  reverses_id INTEGER UNIQUE REFERENCES stock_move(id),
  CHECK((kind='reversal')=(reverses_id IS NOT NULL))
);
CREATE INDEX stock_move_paper ON stock_move(paper) WHERE paper<>'';
CREATE INDEX stock_move_at ON stock_move(at_utc_ms);

CREATE TABLE stock_line (
  at_utc_ms INTEGER NOT NULL,                       -- of its movement
  move_id INTEGER NOT NULL REFERENCES stock_move(id),
  line INTEGER NOT NULL,
  from_cell INTEGER NOT NULL REFERENCES stock_cell(id),
  to_cell INTEGER NOT NULL REFERENCES stock_cell(id) CHECK(to_cell<>from_cell),
  quantity INTEGER NOT NULL CHECK(typeof(quantity)='integer' AND quantity>0),
  PRIMARY KEY (at_utc_ms, move_id, line)
) WITHOUT ROWID;
CREATE INDEX stock_line_from ON stock_line(from_cell);
CREATE INDEX stock_line_to ON stock_line(to_cell);

-- The quantities of all cells after everything that happened until a moment; made every some thousand lines, so that the
-- balance of any day is the checkpoint before it and a few lines. Derived: rebuilt from stock_line at any time.
CREATE TABLE stock_checkpoint (
  at_utc_ms INTEGER NOT NULL PRIMARY KEY
);
CREATE TABLE stock_checkpoint_cell (
  at_utc_ms INTEGER NOT NULL REFERENCES stock_checkpoint(at_utc_ms),
  cell_id INTEGER NOT NULL REFERENCES stock_cell(id),
  quantity INTEGER NOT NULL,
  PRIMARY KEY (at_utc_ms, cell_id)
) WITHOUT ROWID;
CREATE TABLE stock_since_checkpoint (
  one INTEGER NOT NULL PRIMARY KEY CHECK(one=1),
  lines INTEGER NOT NULL
);
INSERT INTO stock_since_checkpoint VALUES (1, 0);

CREATE TRIGGER stock_line_runs AFTER INSERT ON stock_line BEGIN
  UPDATE stock_cell SET quantity=quantity-NEW.quantity WHERE id=NEW.from_cell;
  UPDATE stock_cell SET quantity=quantity+NEW.quantity WHERE id=NEW.to_cell;
  UPDATE stock_since_checkpoint SET lines=lines+1;
END;
CREATE TRIGGER stock_line_before_checkpoint AFTER INSERT ON stock_line
WHEN EXISTS (SELECT 1 FROM stock_checkpoint WHERE at_utc_ms>=NEW.at_utc_ms) BEGIN
  INSERT OR IGNORE INTO stock_checkpoint_cell SELECT at_utc_ms, NEW.from_cell, 0 FROM stock_checkpoint WHERE at_utc_ms>=NEW.at_utc_ms;
  INSERT OR IGNORE INTO stock_checkpoint_cell SELECT at_utc_ms, NEW.to_cell, 0 FROM stock_checkpoint WHERE at_utc_ms>=NEW.at_utc_ms;
  UPDATE stock_checkpoint_cell SET quantity=quantity-NEW.quantity
    WHERE cell_id=NEW.from_cell AND at_utc_ms IN (SELECT at_utc_ms FROM stock_checkpoint WHERE at_utc_ms>=NEW.at_utc_ms);
  UPDATE stock_checkpoint_cell SET quantity=quantity+NEW.quantity
    WHERE cell_id=NEW.to_cell AND at_utc_ms IN (SELECT at_utc_ms FROM stock_checkpoint WHERE at_utc_ms>=NEW.at_utc_ms);
END;
CREATE TRIGGER stock_line_belongs BEFORE INSERT ON stock_line
WHEN NEW.at_utc_ms IS NOT (SELECT at_utc_ms FROM stock_move WHERE id=NEW.move_id)
  OR (SELECT lot_id*1000000000+owner_id FROM stock_cell WHERE id=NEW.from_cell)
     IS NOT (SELECT lot_id*1000000000+owner_id FROM stock_cell WHERE id=NEW.to_cell)
BEGIN SELECT RAISE(ABORT, 'a line moves one lot of one owner at the time of its movement'); END;
CREATE TRIGGER stock_line_is_kept BEFORE DELETE ON stock_line BEGIN SELECT RAISE(ABORT, 'the stock ledger is append-only'); END;
CREATE TRIGGER stock_line_is_final BEFORE UPDATE ON stock_line BEGIN SELECT RAISE(ABORT, 'the stock ledger is append-only'); END;
CREATE TRIGGER stock_move_is_kept BEFORE DELETE ON stock_move BEGIN SELECT RAISE(ABORT, 'the stock ledger is append-only'); END;
CREATE TRIGGER stock_move_is_final BEFORE UPDATE ON stock_move BEGIN SELECT RAISE(ABORT, 'the stock ledger is append-only'); END;
CREATE TRIGGER stock_cell_is_kept BEFORE DELETE ON stock_cell BEGIN SELECT RAISE(ABORT, 'the stock ledger is append-only'); END;
CREATE TRIGGER stock_cell_stays BEFORE UPDATE OF id, depot_id, item_id, state, owner_id, lot_id ON stock_cell
BEGIN SELECT RAISE(ABORT, 'the stock ledger is append-only'); END;
CREATE TRIGGER stock_lot_is_kept BEFORE DELETE ON stock_lot BEGIN SELECT RAISE(ABORT, 'a lot stays'); END;
CREATE TRIGGER stock_lot_stays BEFORE UPDATE OF id, item_id, lot_no, made_on, expires_on ON stock_lot
BEGIN SELECT RAISE(ABORT, 'a lot stays as it came'); END;

-- Requisition to receipt: what happened, append-only. `lines` is JSON: [{"item":..., "quantity":...}, ...].
CREATE TABLE stock_requisition (
  uuid TEXT NOT NULL PRIMARY KEY CHECK(length(uuid)=36),
  number TEXT NOT NULL CHECK(number<>''),
  content TEXT NOT NULL,                            -- JSON: who asks, for where, until when, on what ground
  created_utc_ms INTEGER NOT NULL,
  author TEXT NOT NULL CHECK(author<>'')
) WITHOUT ROWID;
CREATE TABLE stock_requisition_event (
  requisition_uuid TEXT NOT NULL REFERENCES stock_requisition(uuid),
  seq INTEGER NOT NULL CHECK(seq>0),
  at_utc_ms INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('requested','approved','rejected','picked','dispatched','received','closed','cancelled')),
  actor TEXT NOT NULL CHECK(actor<>''),
  words TEXT NOT NULL DEFAULT '',
  content TEXT NOT NULL DEFAULT '{}',
  PRIMARY KEY (requisition_uuid, seq)
) WITHOUT ROWID;
CREATE TRIGGER stock_requisition_is_kept BEFORE DELETE ON stock_requisition BEGIN SELECT RAISE(ABORT, 'a requisition stays'); END;
CREATE TRIGGER stock_requisition_is_final BEFORE UPDATE ON stock_requisition BEGIN SELECT RAISE(ABORT, 'a requisition is frozen'); END;
CREATE TRIGGER stock_requisition_event_is_kept BEFORE DELETE ON stock_requisition_event BEGIN SELECT RAISE(ABORT, 'what happened stays: add an event'); END;
CREATE TRIGGER stock_requisition_event_is_final BEFORE UPDATE ON stock_requisition_event BEGIN SELECT RAISE(ABORT, 'what happened stays: add an event'); END;

-- Counting: the sheet as it was drawn up, each count of a row, the outcome.
CREATE TABLE stock_count (
  uuid TEXT NOT NULL PRIMARY KEY CHECK(length(uuid)=36),
  number TEXT NOT NULL CHECK(number<>''),
  depot_id INTEGER NOT NULL REFERENCES stock_depot(id),
  is_blind INTEGER NOT NULL CHECK(is_blind IN (0,1)),
  created_utc_ms INTEGER NOT NULL,
  author TEXT NOT NULL CHECK(author<>'')
) WITHOUT ROWID;
CREATE TABLE stock_count_row (
  count_uuid TEXT NOT NULL REFERENCES stock_count(uuid),
  cell_id INTEGER NOT NULL REFERENCES stock_cell(id),
  PRIMARY KEY (count_uuid, cell_id)
) WITHOUT ROWID;
CREATE TABLE stock_count_entry (
  uuid TEXT NOT NULL PRIMARY KEY CHECK(length(uuid)=36),
  count_uuid TEXT NOT NULL REFERENCES stock_count(uuid),
  cell_id INTEGER NOT NULL REFERENCES stock_cell(id),
  counted INTEGER NOT NULL CHECK(typeof(counted)='integer' AND counted>=0),
  at_utc_ms INTEGER NOT NULL,
  counter TEXT NOT NULL CHECK(counter<>'')
) WITHOUT ROWID;
CREATE INDEX stock_count_entry_of ON stock_count_entry(count_uuid, cell_id, at_utc_ms);
CREATE TABLE stock_count_end (
  count_uuid TEXT NOT NULL PRIMARY KEY REFERENCES stock_count(uuid),
  at_utc_ms INTEGER NOT NULL,
  author TEXT NOT NULL CHECK(author<>'')
) WITHOUT ROWID;
CREATE TRIGGER stock_count_entry_is_kept BEFORE DELETE ON stock_count_entry BEGIN SELECT RAISE(ABORT, 'what was counted stays: count again'); END;
CREATE TRIGGER stock_count_entry_is_final BEFORE UPDATE ON stock_count_entry BEGIN SELECT RAISE(ABORT, 'what was counted stays: count again'); END;

-- How many people a depot is there for, and how long; the levels follow from it and the norms unless a row of
-- stock_level says otherwise.
CREATE TABLE stock_basis (
  depot_id INTEGER NOT NULL PRIMARY KEY REFERENCES stock_depot(id),
  people INTEGER NOT NULL CHECK(typeof(people)='integer' AND people>=0),
  minimum_days INTEGER NOT NULL DEFAULT 3 CHECK(minimum_days BETWEEN 1 AND 365),
  target_days INTEGER NOT NULL DEFAULT 7 CHECK(target_days>=minimum_days),
  maximum_days INTEGER NOT NULL DEFAULT 15 CHECK(maximum_days>=target_days),
  target_ratio REAL NOT NULL DEFAULT 1.2 CHECK(target_ratio>=1),          -- of the minimum, for what is not used up by the day
  maximum_ratio REAL NOT NULL DEFAULT 1.5 CHECK(maximum_ratio>=target_ratio),
  basis_source TEXT NOT NULL CHECK(basis_source<>''),
  changed_utc_ms INTEGER NOT NULL,
  author TEXT NOT NULL DEFAULT ''
);
CREATE TABLE stock_level (
  depot_id INTEGER NOT NULL REFERENCES stock_depot(id),
  item_id INTEGER NOT NULL REFERENCES stock_item(id),
  minimum INTEGER NOT NULL CHECK(typeof(minimum)='integer' AND minimum>=0),
  target INTEGER NOT NULL CHECK(target>=minimum),
  maximum INTEGER NOT NULL CHECK(maximum>=target),
  reason TEXT NOT NULL CHECK(reason<>''),
  changed_utc_ms INTEGER NOT NULL,
  author TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (depot_id, item_id)
) WITHOUT ROWID;

-- Whoever is referred to is found without reading the whole table.
CREATE INDEX stock_basis_by_depot_id ON stock_basis(depot_id);
CREATE INDEX stock_cell_by_item_id ON stock_cell(item_id);
CREATE INDEX stock_cell_by_lot_id ON stock_cell(lot_id);
CREATE INDEX stock_cell_by_owner_id ON stock_cell(owner_id);
CREATE INDEX stock_checkpoint_cell_by_cell_id ON stock_checkpoint_cell(cell_id);
CREATE INDEX stock_count_by_depot_id ON stock_count(depot_id);
CREATE INDEX stock_count_entry_by_cell_id ON stock_count_entry(cell_id);
CREATE INDEX stock_count_row_by_cell_id ON stock_count_row(cell_id);
CREATE INDEX stock_item_by_class_code ON stock_item(class_code);
CREATE INDEX stock_kit_part_by_part_id ON stock_kit_part(part_id);
CREATE INDEX stock_level_by_item_id ON stock_level(item_id);
CREATE INDEX stock_line_by_move_id ON stock_line(move_id);
CREATE INDEX stock_norm_by_item_id ON stock_norm(item_id);
