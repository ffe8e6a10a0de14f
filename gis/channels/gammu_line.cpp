// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/channels/gammu_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>

#include "gis/channels/sms_text.h"

namespace gis {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostMessageBytes = 65536;
constexpr std::int64_t kMsPerS = 1000, kTryAgainMs = 300'000;

std::string bytesOf(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes(kMostMessageBytes, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

std::vector<fs::path> filesOf(const fs::path& folder, std::string_view prefix) {
  std::vector<fs::path> files;
  std::error_code ec;
  for (fs::directory_iterator at(folder, ec), end; !ec && at != end; at.increment(ec))
    if (at->path().filename().string().starts_with(prefix)) files.push_back(at->path());
  std::ranges::sort(files);
  return files;
}

class GammuLine final : public ChannelLine {
 public:
  explicit GammuLine(GammuSpool config) : m_config(std::move(config)) {
    std::error_code ec;
    for (const fs::path& folder : {m_config.outbox, m_config.inbox, m_config.sent, m_config.error, seen()})
      fs::create_directories(folder, ec);
  }
  Channel channel() const override { return Channel::kSms; }
  const std::string& name() const override { return m_config.name; }
  int capacity() const override { return m_config.capacity; }

  // OUT<priority><date>_<time>_<serial>_<number>_<note>.txt; the note says whose it is.
  Result<void> send(const Dispatch& dispatch, std::int64_t now_utc_ms) override {
    std::string note = dispatch.attempt;
    std::ranges::replace(note, '.', '-');
    const std::string file = fmt::format("OUTB20000101_000000_{:02d}_{}_{}x{}.txt", m_serial++ % 100, dispatch.phone,
                                         note, dispatch.callout.substr(0, 8));
    const fs::path part = m_config.outbox / ("." + file);
    {
      std::ofstream out(part, std::ios::binary | std::ios::trunc);
      const std::string bytes = utf16File(dispatch.text);
      out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
      if (!out.flush()) {
        ++m_failed;
        return fail(ErrorCode::kIoFailed, m_config.outbox.string());
      }
    }
    std::error_code ec;
    fs::rename(part, m_config.outbox / file, ec);
    if (ec) {
      ++m_failed;
      return fail(ErrorCode::kIoFailed, m_config.outbox.string(), ec.message());
    }
    m_open[dispatch.attempt] = {dispatch, file, now_utc_ms};
    return {};
  }

  std::vector<LineReport> poll(std::int64_t now_utc_ms) override {
    std::vector<LineReport> reports;
    std::error_code ec;
    // A modem that was silent is asked again some minutes later.
    m_now_utc_ms = now_utc_ms;
    if (m_dead_utc_ms != 0 && now_utc_ms - m_dead_utc_ms > kTryAgainMs) m_dead_utc_ms = 0;
    for (auto open = m_open.begin(); open != m_open.end();) {
      const bool failed = fs::exists(m_config.error / open->second.file, ec);
      const bool waits = fs::exists(m_config.outbox / open->second.file, ec);
      // gammu-smsd removes what it sent when it has no folder for it.
      if (!failed && waits) {
        ++open;
        continue;
      }
      (failed ? m_failed : m_sent) += 1;
      LineReport report;
      report.receipt.attempt = open->first;
      report.receipt.kind = failed ? ReceiptKind::kFailed : ReceiptKind::kDelivered;
      if (failed) report.receipt.text = "not_sent";
      reports.push_back(std::move(report));
      open = m_open.erase(open);
    }
    readInbox(reports);
    return reports;
  }

  void stop(const std::string& attempt) override {
    const auto open = m_open.find(attempt);
    if (open == m_open.end()) return;
    std::error_code ec;
    fs::remove(m_config.outbox / open->second.file, ec);
    m_open.erase(open);
  }

  std::vector<Dispatch> takeBack() override {
    std::vector<Dispatch> back;
    std::error_code ec;
    for (const auto& [attempt, waiting] : m_open)
      if (fs::remove(m_config.outbox / waiting.file, ec)) back.push_back(waiting.dispatch);
    if (!m_open.empty()) m_dead_utc_ms = std::max<std::int64_t>(1, m_now_utc_ms);
    m_open.clear();
    return back;
  }

  LineState state(std::int64_t now_utc_ms) const override {
    LineState state{m_config.name, Channel::kSms, true, m_config.capacity, static_cast<int>(m_open.size()),
                    m_sent,        m_failed,      {}};
    std::error_code ec;
    std::int64_t oldest = now_utc_ms;
    for (const auto& [attempt, waiting] : m_open) oldest = std::min(oldest, waiting.since_utc_ms);
    if (!fs::is_directory(m_config.outbox, ec)) {
      state.is_up = false;
      state.trouble = {LineTrouble::Kind::kNoFolder};
    } else if (m_dead_utc_ms != 0 || now_utc_ms - oldest > m_config.silent_s * kMsPerS) {
      state.is_up = false;
      state.trouble = {LineTrouble::Kind::kSilent, m_config.silent_s};
    }
    return state;
  }

 private:
  struct Waiting {
    Dispatch dispatch;
    std::string file;
    std::int64_t since_utc_ms;
  };
  fs::path seen() const { return m_config.inbox / "seen"; }

  // IN<date>_<time>_<serial>_<number>_<part>.txt; parts of one message follow each other.
  void readInbox(std::vector<LineReport>& reports) {
    std::map<std::string, std::pair<std::string, std::string>> messages;  // name without the part -> number, text
    for (const fs::path& file : filesOf(m_config.inbox, "IN")) {
      const std::string stem = file.stem().string();
      const auto part = stem.rfind('_');
      const auto number = part == std::string::npos ? part : stem.rfind('_', part - 1);
      std::error_code ec;
      const std::string bytes = bytesOf(file);
      fs::rename(file, seen() / file.filename(), ec);
      if (number == std::string::npos || ec) continue;
      auto& message = messages[stem.substr(0, part)];
      message.first = bareNumber(stem.substr(number + 1, part - number - 1));
      message.second += smsFileText(bytes);
      m_dead_utc_ms = 0;  // it speaks again
    }
    for (const auto& [name, message] : messages) {
      LineReport report;
      report.receipt = smsReply(message.second);
      report.phone = message.first;
      reports.push_back(std::move(report));
    }
  }

  GammuSpool m_config;
  std::map<std::string, Waiting, std::less<>> m_open;
  std::int64_t m_sent = 0, m_failed = 0;
  int m_serial = 0;
  std::int64_t m_dead_utc_ms = 0, m_now_utc_ms = 0;
};

}  // namespace

std::unique_ptr<ChannelLine> makeGammuLine(GammuSpool config) { return std::make_unique<GammuLine>(std::move(config)); }

}  // namespace gis
