// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/telemetry/sl651_elements.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace gis::telemetry {
namespace {

// Source: SL 651-2014, table C.1.
constexpr auto kElements = std::to_array<std::pair<std::uint16_t, std::string_view>>({
    {0x01, "AC"},   {0x02, "AI"},   {0x03, "C"},    {0x04, "DR"},    {0x05, "DT"},    {0x06, "ED"},   {0x07, "EJ"},
    {0x08, "FL"},   {0x09, "GH"},   {0x0A, "GN"},   {0x0B, "GS"},    {0x0C, "GT"},    {0x0D, "GTP"},  {0x0E, "H"},
    {0x0F, "HW"},   {0x10, "M10"},  {0x11, "M20"},  {0x12, "M30"},   {0x13, "M40"},   {0x14, "M50"},  {0x15, "M60"},
    {0x16, "M80"},  {0x17, "M100"}, {0x18, "MST"},  {0x19, "NS"},    {0x1A, "P1"},    {0x1B, "P2"},   {0x1C, "P3"},
    {0x1D, "P6"},   {0x1E, "P12"},  {0x1F, "PD"},   {0x20, "PJ"},    {0x21, "PN01"},  {0x22, "PN05"}, {0x23, "PN10"},
    {0x24, "PN30"}, {0x25, "PR"},   {0x26, "PT"},   {0x27, "Q"},     {0x28, "Q1"},    {0x29, "Q2"},   {0x2A, "Q3"},
    {0x2B, "Q4"},   {0x2C, "Q5"},   {0x2D, "Q6"},   {0x2E, "Q7"},    {0x2F, "Q8"},    {0x30, "QA"},   {0x31, "QZ"},
    {0x32, "SW"},   {0x33, "UC"},   {0x34, "UE"},   {0x35, "US"},    {0x36, "VA"},    {0x37, "VJ"},   {0x38, "VT"},
    {0x39, "Z"},    {0x3A, "ZB"},   {0x3B, "ZU"},   {0x3C, "Z1"},    {0x3D, "Z2"},    {0x3E, "Z3"},   {0x3F, "Z4"},
    {0x40, "Z5"},   {0x41, "Z6"},   {0x42, "Z7"},   {0x43, "Z8"},    {0x44, "SQ"},    {0x45, "ZT"},   {0x46, "pH"},
    {0x47, "DO"},   {0x48, "COND"}, {0x49, "TURB"}, {0x4A, "CODMN"}, {0x4B, "REDOX"}, {0x4C, "NH4N"}, {0x4D, "TP"},
    {0x4E, "TN"},   {0x4F, "TOC"},  {0xF4, "DRP"},  {0xF5, "DRZ1"},  {0xF6, "DRZ2"},  {0xF7, "DRZ3"}, {0xF8, "DRZ4"},
    {0xF9, "DRZ5"}, {0xFA, "DRZ6"}, {0xFB, "DRZ7"}, {0xFC, "DRZ8"},
});

}  // namespace

std::string sl651ElementName(std::uint16_t identifier) {
  const auto found = std::ranges::find(kElements, identifier, &std::pair<std::uint16_t, std::string_view>::first);
  return found == kElements.end() ? std::string() : std::string(found->second);
}

}  // namespace gis::telemetry
