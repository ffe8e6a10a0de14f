// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/edit/cell_value.h"

#include <nlohmann/json.hpp>

namespace gis {

namespace {

nlohmann::json packed(const CellValue& value) {
  if (const auto* n = std::get_if<std::int64_t>(&value)) return *n;
  if (const auto* x = std::get_if<double>(&value)) return *x;
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* bytes = std::get_if<std::vector<std::byte>>(&value)) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes->data());
    return nlohmann::json::binary(std::vector<std::uint8_t>(data, data + bytes->size()));
  }
  return nullptr;
}

CellValue unpacked(const nlohmann::json& value) {
  if (value.is_number_float()) return value.get<double>();
  if (value.is_number_integer()) return value.get<std::int64_t>();
  if (value.is_string()) return value.get<std::string>();
  if (value.is_binary()) {
    const auto& binary = value.get_binary();
    const auto* data = reinterpret_cast<const std::byte*>(binary.data());
    return std::vector<std::byte>(data, data + binary.size());
  }
  return {};
}

}  // namespace

std::vector<std::byte> packRow(const RowCells& cells) {
  nlohmann::json object = nlohmann::json::object();
  for (const auto& [column, value] : cells) object[column] = packed(value);
  const std::vector<std::uint8_t> bytes = nlohmann::json::to_cbor(object);
  const auto* data = reinterpret_cast<const std::byte*>(bytes.data());
  return {data, data + bytes.size()};
}

Result<RowCells> unpackRow(std::span<const std::byte> bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  nlohmann::json object;
  try {
    // A size beyond all memory throws, whatever the last argument says.
    object = nlohmann::json::from_cbor(data, data + bytes.size(), true, false);
  } catch (const std::exception&) {
  }
  if (!object.is_object()) return fail(ErrorCode::kDamagedFile, "edit log", "a packed row cannot be read");
  RowCells cells;
  for (const auto& [column, value] : object.items()) cells[column] = unpacked(value);
  return cells;
}

}  // namespace gis
