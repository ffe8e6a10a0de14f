// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/channels/drop_folder_line.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>

#include "gis/channels/sms_text.h"
#include "gis/core/clock.h"

namespace gis {
namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = 65536, kMostFilesAtOnce = 1000;
constexpr auto kAlive = std::chrono::seconds(60);

// A name that every file system takes.
std::string fileName(const Dispatch& dispatch) {
  return dispatch.callout.substr(dispatch.callout.size() > 12 ? dispatch.callout.size() - 12 : 0) + "-" +
         dispatch.attempt + ".json";
}

Result<void> writeWhole(const fs::path& file, const std::string& bytes) {
  const fs::path part = file.string() + ".part";
  {
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) return fail(ErrorCode::kIoFailed, file.parent_path().string());
  }
  std::error_code ec;
  fs::rename(part, file, ec);
  if (ec) return fail(ErrorCode::kIoFailed, file.parent_path().string(), ec.message());
  return {};
}

class DropFolderLine final : public ChannelLine {
 public:
  explicit DropFolderLine(DropFolder config) : m_config(std::move(config)) {
    std::error_code ec;
    for (const char* sub : {"out", "in", "in/done", "in/refused"}) fs::create_directories(m_config.folder / sub, ec);
  }
  Channel channel() const override { return m_config.channel; }
  const std::string& name() const override { return m_config.name; }
  int capacity() const override { return m_config.capacity; }

  Result<void> send(const Dispatch& dispatch, std::int64_t now_utc_ms) override {
    auto written = writeWhole(m_config.folder / "out" / fileName(dispatch), writeGatewayCall(dispatch, now_utc_ms));
    if (!written) {
      ++m_failed;
      return written;
    }
    ++m_sent;
    m_open[dispatch.attempt] = dispatch;
    return {};
  }

  std::vector<LineReport> poll(std::int64_t) override {
    std::vector<LineReport> reports;
    std::vector<fs::path> files;
    std::error_code ec;
    for (fs::directory_iterator at(m_config.folder / "in", ec), end; !ec && at != end; at.increment(ec)) {
      std::error_code one;
      if (at->path().extension() == ".json" && at->is_regular_file(one)) files.push_back(at->path());
      if (files.size() >= kMostFilesAtOnce) break;
    }
    std::ranges::sort(files);
    for (const fs::path& file : files) {
      std::ifstream in(file, std::ios::binary);
      std::string bytes(kMostBytes + 1, '\0');
      in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
      bytes.resize(static_cast<std::size_t>(in.gcount()));
      auto report = bytes.size() > kMostBytes
                        ? Result<LineReport>(fail(ErrorCode::kInvalidArgument, "answer", "too large"))
                        : readGatewayAnswer(bytes);
      fs::rename(file, m_config.folder / "in" / (report ? "done" : "refused") / file.filename(), ec);
      // One that cannot be put away would be read again for ever: the engine takes nothing twice, but says so here.
      using enum LineTrouble::Kind;
      m_trouble = {ec ? kAnswersStay : report ? kNone : kAnswerUnread};
      if (!report) continue;
      // The gateway has this one: it is no longer among those that can be taken back.
      m_open.erase(report->receipt.attempt);
      reports.push_back(std::move(*report));
    }
    return reports;
  }

  void stop(const std::string& attempt) override {
    const auto open = m_open.find(attempt);
    if (open == m_open.end()) return;
    std::error_code ec;
    fs::remove(m_config.folder / "out" / fileName(open->second), ec);
    m_open.erase(open);
  }

  std::vector<Dispatch> takeBack() override {
    std::vector<Dispatch> back;
    std::error_code ec;
    // What is no longer in out/ was taken by the gateway.
    for (const auto& [attempt, dispatch] : m_open)
      if (fs::remove(m_config.folder / "out" / fileName(dispatch), ec)) back.push_back(dispatch);
    m_open.clear();
    return back;
  }

  LineState state(std::int64_t) const override {
    LineState state{m_config.name, m_config.channel, true,     m_config.capacity, static_cast<int>(m_open.size()),
                    m_sent,        m_failed,         m_trouble};
    std::error_code ec;
    if (!fs::is_directory(m_config.folder / "out", ec)) {
      state.is_up = false;
      state.trouble = {LineTrouble::Kind::kNoFolder};
    } else if (m_config.needs_alive) {
      const auto touched = fs::last_write_time(m_config.folder / "in" / "alive", ec);
      if (ec || fs::file_time_type::clock::now() - touched > kAlive) {
        state.is_up = false;
        state.trouble = {LineTrouble::Kind::kNotAlive};
      }
    }
    return state;
  }

 private:
  DropFolder m_config;
  std::map<std::string, Dispatch, std::less<>> m_open;
  std::int64_t m_sent = 0, m_failed = 0;
  LineTrouble m_trouble;
};

}  // namespace

std::string writeGatewayCall(const Dispatch& dispatch, std::int64_t now_utc_ms) {
  return Json{{"callout", dispatch.callout}, {"attempt", dispatch.attempt}, {"phone", dispatch.phone},
              {"name", dispatch.name},       {"post", dispatch.post},       {"place", dispatch.place},
              {"text", dispatch.text},       {"drill", dispatch.is_drill},  {"at", formatUtc(now_utc_ms)}}
      .dump(1);
}

Result<LineReport> readGatewayAnswer(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return fail(ErrorCode::kInvalidArgument, "answer", "no JSON object");
  LineReport report;
  const auto textOf = [&](const char* key) {
    return json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : std::string();
  };
  report.receipt.attempt = textOf("attempt");
  report.callout = textOf("callout");
  report.phone = bareNumber(textOf("phone"));
  report.receipt.text = textOf("text");
  if (report.receipt.attempt.empty() && report.phone.empty())
    return fail(ErrorCode::kInvalidArgument, "answer", "names neither attempt nor phone");
  // The attempt is the better name.
  if (!report.receipt.attempt.empty()) report.phone.clear();
  const std::string kind = textOf("result");
  if (kind == "reply") {
    // Words of a person, as an SMS.
    const Receipt reply = smsReply(report.receipt.text);
    report.receipt.kind = reply.kind;
    report.receipt.number = reply.number;
    return report;
  }
  const auto known = receiptNamed(kind);
  if (!known) return fail(ErrorCode::kInvalidArgument, "answer", "result \"" + kind + "\" is not known");
  report.receipt.kind = *known;
  if (json.contains("number") && json["number"].is_number_integer())
    report.receipt.number = std::max<std::int64_t>(0, json["number"].get<std::int64_t>());
  return report;
}

std::unique_ptr<ChannelLine> makeDropFolderLine(DropFolder config) {
  return std::make_unique<DropFolderLine>(std::move(config));
}

}  // namespace gis
