// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/flood/reading_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>
#include <set>

#include "gis/flood/flood_local_day.h"
#include "gis/vector/text_encoding.h"

namespace gis::flood {
namespace {

std::string lower(std::string_view text) {
  std::string made;
  for (const char c : text)
    if (c != ' ' && c != '\r' && c != '"') made += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return made;
}

// Cells of a line as RFC 4180 quotes them; readings have no line breaks in cells.
std::vector<std::string> cellsOf(std::string_view line, char separator) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == separator && !quoted)
      cells.emplace_back();
    else if (c != '\r')
      cells.back() += c;
  }
  for (std::string& cell : cells) {
    while (!cell.empty() && cell.front() == ' ') cell.erase(0, 1);
    while (!cell.empty() && cell.back() == ' ') cell.pop_back();
  }
  return cells;
}

std::optional<double> numberOf(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

// SL 323 writes the interval as hours with minutes behind the point: 1.00, 0.30 for half an hour.
std::optional<double> intervalH(const std::string& text) {
  const auto value = numberOf(text);
  if (!value || *value < 0) return std::nullopt;
  const double hours = std::floor(*value + 1e-9), minutes = std::round((*value - hours) * 100);
  return minutes < 60 ? hours + minutes / 60 : *value;
}

enum Column { kStation, kTime, kRain, kInterval, kLevel, kFlow, kInflow, kOutflow, kSoil, kColumns };
// Names of each column, lower case; those of SL 323 first.
const std::array<std::vector<std::string_view>, kColumns>& names() {
  static const std::array<std::vector<std::string_view>, kColumns> kAll = {{
      {"stcd", "station_code", "station", "站码", "测站编码"},
      {"tm", "time", "end_time", "end_utc", "时间"},
      {"drp", "rain_mm", "p", "雨量", "时段降水量", "降水量"},
      {"intv", "interval_h", "时段长"},
      {"z", "rz", "level_m", "水位", "库水位"},
      {"q", "flow_m3_per_s", "流量"},
      {"inq", "inflow_m3_per_s", "入库流量"},
      {"otq", "outflow_m3_per_s", "出库流量"},
      {"slm", "soil_percent", "relative_percent", "土壤相对湿度"},
  }};
  return kAll;
}

class Reader {
 public:
  Result<void> header(const std::vector<std::string>& cells, const std::string& name) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      for (std::size_t column = 0; column < kColumns; ++column)
        if (m_at[column] < 0 && std::ranges::find(names()[column], lower(cells[i])) != names()[column].end())
          m_at[column] = static_cast<int>(i);
    if (m_at[kStation] < 0) return fail(ErrorCode::kInvalidArgument, name, "no column STCD (station_code)");
    if (m_at[kTime] < 0) return fail(ErrorCode::kInvalidArgument, name, "no column TM (time)");
    if (m_at[kRain] < 0 && m_at[kLevel] < 0 && m_at[kSoil] < 0)
      return fail(ErrorCode::kInvalidArgument, name, "no column DRP, Z, RZ or SLM (rain_mm, level_m, soil_percent)");
    return {};
  }

  void row(const std::vector<std::string>& cells, int line) {
    ++m_file.rows;
    const auto cell = [&](Column column) {
      const auto i = static_cast<std::size_t>(m_at[column]);
      return m_at[column] < 0 || i >= cells.size() ? std::string() : cells[i];
    };
    const auto skip = [&](std::string why) {
      m_warnings.push_back({WarningCode::kRowSkipped, fmt::format("{}", line), std::move(why)});
    };
    const std::string station = cell(kStation);
    if (station.empty()) return skip("no station");
    const auto at_utc_ms = readTime(cell(kTime));
    if (!at_utc_ms) return skip("the time cannot be read: " + cell(kTime));
    bool bad = false;
    const auto value = [&](Column column) -> std::optional<double> {
      const std::string text = cell(column);
      if (text.empty()) return std::nullopt;
      const auto found = numberOf(text);
      if (!found) {
        skip(fmt::format("no number: {} {}", names()[column].front(), text));
        bad = true;
      }
      return found;
    };
    const auto rain_mm = value(kRain), level_m = value(kLevel), soil = value(kSoil);
    const auto flow = value(kFlow), inflow = value(kInflow), outflow = value(kOutflow);
    if (bad) return;
    for (const auto& q : {flow, inflow, outflow})
      if (q && *q < 0) return skip(fmt::format("negative flow: {}", *q));
    if (rain_mm) {
      if (*rain_mm < 0) return skip(fmt::format("negative rain: {}", *rain_mm));
      const auto hours = cell(kInterval).empty() ? std::optional(1.0) : intervalH(cell(kInterval));
      if (!hours || *hours <= 0 || *hours > 24)
        return skip("the length of the period (INTV) cannot be used: " + cell(kInterval));
      if (*rain_mm > 500 * std::max(*hours, 1.0)) return skip(fmt::format("more than 500 mm in an hour: {}", *rain_mm));
      addRain(station, *at_utc_ms, *rain_mm, *hours);
    }
    if (level_m && (*level_m < -500 || *level_m > 9000))
      return skip(fmt::format("impossible water level: {}", *level_m));
    if (level_m) m_file.water.push_back({station, {*at_utc_ms, *level_m, flow, inflow, outflow}});
    if (soil && (*soil < 0 || *soil > 150)) return skip(fmt::format("impossible soil moisture: {}", *soil));
    if (soil) m_file.soil.push_back({station, {*at_utc_ms, *soil}});
    if (!rain_mm && !level_m && !soil) skip("no value");
  }

  Loaded<ReadingFile> take() {
    for (const auto& [key, mm] : m_rain) m_file.rain.push_back({key.first, key.second, std::round(mm * 1e4) / 1e4});
    for (std::size_t i = 1; i < m_file.rain.size(); ++i)
      if (m_file.rain[i].station_code == m_file.rain[i - 1].station_code) {
        const auto gap = static_cast<int>((m_file.rain[i].end_utc_ms - m_file.rain[i - 1].end_utc_ms) / kHourMs) - 1;
        if (gap > 0) m_file.gap_hours[m_file.rain[i].station_code] += gap;
      }
    return {std::move(m_file), std::move(m_warnings)};
  }

 private:
  void addRain(const std::string& station, std::int64_t end_utc_ms, double rain_mm, double hours) {
    const std::int64_t up = (end_utc_ms + kHourMs - 1) / kHourMs * kHourMs;
    if (hours <= 1) {
      // Parts of an hour add up; the same moment twice is a correction: the later row holds.
      auto& moments = m_moments[{station, end_utc_ms}];
      m_rain[{station, up}] += rain_mm - moments;
      moments = rain_mm;
      return;
    }
    const int whole = static_cast<int>(std::ceil(hours - 1e-9));
    ++m_file.hours_split;
    for (int h = 0; h < whole; ++h) m_rain[{station, up - h * kHourMs}] = rain_mm / whole;
  }

  std::array<int, kColumns> m_at = [] {
    std::array<int, kColumns> none{};
    none.fill(-1);
    return none;
  }();
  std::map<std::pair<std::string, std::int64_t>, double> m_rain, m_moments;
  ReadingFile m_file;
  std::vector<Warning> m_warnings;
};

}  // namespace

Result<Loaded<ReadingFile>> readReadings(std::string_view text, const std::string& name) {
  if (text.empty()) return fail(ErrorCode::kEmptyFile, name);
  const std::string utf8 = isUtf8(text) ? std::string(text) : toUtf8(text, "GBK");
  std::string_view rest = utf8;
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  Reader reader;
  char separator = ',';
  bool begun = false;
  for (int line = 1; !rest.empty(); ++line) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view row = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (row.empty() || row == "\r" || row.front() == '#') continue;
    if (!begun) {
      separator = row.find('\t') != std::string_view::npos ? '\t' : row.find(';') != std::string_view::npos ? ';' : ',';
      if (auto found = reader.header(cellsOf(row, separator), name); !found) return std::unexpected(found.error());
      begun = true;
    } else {
      reader.row(cellsOf(row, separator), line);
    }
  }
  if (!begun) return fail(ErrorCode::kEmptyFile, name);
  return reader.take();
}

Result<Loaded<ReadingFile>> readReadingFile(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return fail(std::filesystem::exists(file) ? ErrorCode::kPermissionDenied : ErrorCode::kNotFound, file.string());
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return readReadings(text, file.string());
}

}  // namespace gis::flood
