// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/stocks/book_change.h"
#include "gis/stocks/catalogue.h"

namespace gis::stocks {

// An item of the catalogue as somebody set it.
struct ItemChange : BookChange {
  std::string item_code;
};

// All of an item but its code and its photograph (whose file stays where it was taken), packs and parts in a fixed
// order: two copies of the books write the same item the same.
std::string itemContent(const Item& item);
// Fails with kDamagedFile: not written by itemContent(), or no item (checkItem).
Result<Item> itemOfContent(const std::string& content, const std::string& code);

// An item that nobody has edited since it came: by nobody, at no time, named by what it says.
ItemChange asItCame(const Item& item);
bool isAsItCame(const ItemChange& change);

// What differs between two items, as "weight_kg=3; packs=包 10, 箱 40" of the first; an empty figure is "-".
std::string differingFields(const Item& item, const Item& other);

}  // namespace gis::stocks
