-- SPDX-License-Identifier: GPL-3.0-or-later
-- The barcode of a single piece, and edits of the catalogue change by change: each names the changes it was made upon, as those of
-- levels do (0031). What an item was before it was edited is not kept here: it is named by a hash of what it said, the same in
-- every copy of the books. stock_item, stock_pack, stock_norm and stock_kit_part hold what stands.
ALTER TABLE stock_item ADD COLUMN barcode TEXT NOT NULL DEFAULT '';  -- of one unit; packs have their own

CREATE TABLE stock_item_change (
  id TEXT NOT NULL PRIMARY KEY CHECK(length(id)>=36),  -- a hash of all it says
  item_id INTEGER NOT NULL REFERENCES stock_item(id),
  upon TEXT NOT NULL DEFAULT '',                       -- the changes that stood when it was made, blanks between
  content TEXT NOT NULL CHECK(content<>''),            -- JSON: all of the item but its code and photograph
  changed_utc_ms INTEGER NOT NULL,
  author TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX stock_item_change_by_item_id ON stock_item_change(item_id);
CREATE TRIGGER stock_item_change_is_kept BEFORE DELETE ON stock_item_change BEGIN SELECT RAISE(ABORT, 'what was set stays: set it anew'); END;
CREATE TRIGGER stock_item_change_is_final BEFORE UPDATE ON stock_item_change BEGIN SELECT RAISE(ABORT, 'what was set stays: set it anew'); END;
