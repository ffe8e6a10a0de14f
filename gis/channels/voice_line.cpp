// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/channels/voice_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "gis/channels/recording.h"
#include "gis/channels/speech.h"
#include "gis/core/clock.h"
#define DEBUG_MODULE "fengsui"  // re_dbg.h asks for both
#define DEBUG_LEVEL 0
extern "C" {
#include <re.h>
#include <re_dbg.h>
#include <rem.h>
}
#undef min
#undef max

namespace gis {
namespace {

constexpr std::uint8_t kAlaw = 8, kTelephoneEvent = 101;
constexpr std::size_t kFrame = 160;  // 20 ms
constexpr std::uint64_t kFrameMs = 20;
constexpr std::uint8_t kSilence = 0xD5;
constexpr std::uint64_t kThinkMs = 8000;   // for an answer after what was asked
constexpr std::uint64_t kThanksMs = 1500;  // before we hang up
constexpr int kAskTimes = 2;
constexpr std::uint16_t kFirstRtpPort = 20000, kLastRtpPort = 40000;
constexpr std::size_t kMostDigits = 6;

std::vector<std::uint8_t> encoded(const std::vector<std::int16_t>& sound) {
  std::vector<std::uint8_t> bytes;
  bytes.reserve(sound.size());
  for (const std::int16_t sample : sound) bytes.push_back(g711_pcm2alaw(sample));
  return bytes;
}

class VoiceLine;

enum class Stage { kRinging, kTelling, kAsking, kNumber, kThanks };

// One call; lives in the thread of the line.
struct Call {
  VoiceLine* line = nullptr;
  std::string attempt;
  std::string uri;
  char digit = '7';
  std::vector<std::uint8_t> message, question, thanks;
  const std::vector<std::uint8_t>* playing = nullptr;
  std::size_t at = 0;
  Stage stage = Stage::kRinging;
  std::uint64_t began_ms = 0, answered_ms = 0, quiet_since_ms = 0;
  int asked = 0;
  std::string typed;
  bool events_by_rtp = false, confirmed = false, ended = false, over = false;
  struct sipsess* session = nullptr;
  struct sdp_session* sdp = nullptr;
  struct sdp_media* media = nullptr;
  struct rtp_sock* rtp = nullptr;
  struct dtmf_dec* tones = nullptr;
  std::uint32_t timestamp = 0, last_event_timestamp = 0;

  Call() = default;
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;
  ~Call() {
    mem_deref(session);
    mem_deref(sdp);
    mem_deref(rtp);
    mem_deref(tones);
  }
};

class VoiceLine final : public ChannelLine {
 public:
  explicit VoiceLine(VoiceConfig config) : m_config(std::move(config)) {
    if (m_config.seed == 0) m_config.seed = static_cast<std::uint64_t>(SystemClock().nowUtcMs());
  }
  ~VoiceLine() override {
    {
      const std::lock_guard lock(m_mutex);
      m_quits = true;
    }
    if (m_thread.joinable()) m_thread.join();
  }

  Result<void> begin() {
    if (!m_config.recording.empty()) {
      auto recorded = readRecording(m_config.recording);
      if (!recorded) return std::unexpected(recorded.error());
      m_recording = encoded(*recorded);
    }
    // What is always said is made once.
    auto question = speak("确认收到，请按一。已转移群众，请按二，再按人数和井号。不能履职，请按零。", m_config.voice);
    if (!question) return std::unexpected(question.error());
    auto thanks = speak("谢谢，再见。", m_config.voice);
    if (!thanks) return std::unexpected(thanks.error());
    m_question = encoded(*question);
    m_thanks = encoded(*thanks);
    m_thread = std::thread([this] { run(); });
    std::unique_lock lock(m_mutex);
    m_started.wait(lock, [this] { return m_is_up || m_problem != 0; });
    if (m_problem != 0) {
      lock.unlock();
      m_thread.join();
      return fail(ErrorCode::kInvalidArgument, m_config.name, fmt::format("{}: error {}", m_config.local, m_problem));
    }
    return {};
  }

  Channel channel() const override { return Channel::kVoice; }
  const std::string& name() const override { return m_config.name; }
  int capacity() const override { return m_config.calls; }

  Result<void> send(const Dispatch& dispatch, std::int64_t) override {
    if (dispatch.phone.empty()) return fail(ErrorCode::kInvalidArgument, "phone");
    auto call = std::make_unique<Call>();
    call->line = this;
    call->attempt = dispatch.attempt;
    call->digit = voiceDigit(m_config.seed, dispatch.attempt);
    call->uri = m_config.to;
    call->uri.replace(call->uri.find("{phone}"), 7, dispatch.phone);
    auto message = messageOf(dispatch, call->digit);
    if (!message) return std::unexpected(message.error());
    call->message = std::move(*message);
    call->question = m_question;
    call->thanks = m_thanks;
    const std::lock_guard lock(m_mutex);
    if (!m_is_up) return fail(ErrorCode::kIoFailed, m_config.name);
    m_new.push_back(std::move(call));
    ++m_in_use;
    ++m_sent;
    return {};
  }

  std::vector<LineReport> poll(std::int64_t) override {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_reports, {});
  }
  void stop(const std::string& attempt) override {
    const std::lock_guard lock(m_mutex);
    m_stopped.insert(attempt);
  }
  // A call is rung or it is not: there is nothing that waits here.
  std::vector<Dispatch> takeBack() override { return {}; }
  LineState state(std::int64_t) const override {
    const std::lock_guard lock(m_mutex);
    return {m_config.name, Channel::kVoice, m_is_up,  m_config.calls,
            m_in_use,      m_sent,          m_failed, {m_is_up ? LineTrouble::Kind::kNone : LineTrouble::Kind::kEnded}};
  }

  // From here on: called in the thread of the line.
  void report(const Call& call, ReceiptKind kind, std::int64_t number = 0, std::string text = {}) {
    const std::lock_guard lock(m_mutex);
    LineReport report;
    report.receipt = {call.attempt, kind, {}, number, std::move(text)};
    if (kind == ReceiptKind::kFailed) ++m_failed;
    m_reports.push_back(std::move(report));
  }
  void play(Call& call, const std::vector<std::uint8_t>& sound) {
    call.playing = &sound;
    call.at = 0;
    call.quiet_since_ms = 0;
  }
  void answered(Call& call) {
    if (call.answered_ms != 0) return;
    call.answered_ms = tmr_jiffies();
    call.stage = Stage::kTelling;
    report(call, ReceiptKind::kAnswered);
    play(call, call.message);
  }
  void ended(Call& call, int scode) {
    if (call.over) return;
    call.over = true;
    if (call.answered_ms == 0) {
      const char* reason = scode == 486 || scode == 600   ? "busy"
                           : scode == 404 || scode == 484 ? "wrong_number"
                           : scode >= 500 || scode == 403 ? "no_line"
                                                          : "no_answer";
      report(call, ReceiptKind::kFailed, 0, reason);
    } else if (!call.confirmed) {
      report(call, ReceiptKind::kHungUp, static_cast<std::int64_t>((tmr_jiffies() - call.answered_ms) / 1000));
    }
  }
  void key(Call& call, char key) {
    switch (call.stage) {
      case Stage::kRinging:
      case Stage::kThanks:
        return;
      case Stage::kTelling:
        if (key != call.digit) return;
        report(call, ReceiptKind::kHeard);
        call.stage = Stage::kAsking;
        call.asked = 0;
        play(call, call.question);
        return;
      case Stage::kAsking:
        if (key == '1') return finish(call, ReceiptKind::kConfirmed, 0);
        if (key == '0') return finish(call, ReceiptKind::kCannotServe, 0);
        if (key == '2') {
          call.stage = Stage::kNumber;
          call.typed.clear();
          call.playing = nullptr;
          call.quiet_since_ms = tmr_jiffies();
        }
        return;
      case Stage::kNumber:
        if (key >= '0' && key <= '9' && call.typed.size() < kMostDigits) {
          call.typed += key;
          call.quiet_since_ms = tmr_jiffies();
        }
        if (key == '#' && !call.typed.empty()) finish(call, ReceiptKind::kMoved, std::stoll(call.typed));
        return;
    }
  }

 private:
  Result<std::vector<std::uint8_t>> messageOf(const Dispatch& dispatch, char digit) const {
    const std::string request = std::string("。听完请按") + digit + "。";
    const bool plays = !m_recording.empty() && !dispatch.is_notice;
    const auto spoken = speak(plays ? request : dispatch.text + request, m_config.voice);
    if (!spoken) return std::unexpected(spoken.error());
    std::vector<std::uint8_t> message;
    if (plays) {
      // Nobody may take a drill for the thing itself.
      if (dispatch.is_drill) {
        const auto drill = speak("演练，演练。", m_config.voice);
        if (!drill) return std::unexpected(drill.error());
        message = encoded(*drill);
      }
      message.insert(message.end(), m_recording.begin(), m_recording.end());
    }
    const std::vector<std::uint8_t> end = encoded(*spoken);
    message.insert(message.end(), end.begin(), end.end());
    return message;
  }
  void finish(Call& call, ReceiptKind kind, std::int64_t number) {
    report(call, kind, number);
    call.confirmed = true;
    call.stage = Stage::kThanks;
    play(call, call.thanks);
    call.quiet_since_ms = tmr_jiffies();
  }

  void run();
  void beat();
  void place(Call& call);
  void sendFrame(Call& call);
  void quiet(Call& call, std::uint64_t now_ms);

  static void onBeat(void* arg) { static_cast<VoiceLine*>(arg)->beat(); }
  static int onAnswer(const struct sip_msg* msg, void* arg) {
    auto* call = static_cast<Call*>(arg);
    return sdp_decode(call->sdp, msg->mb, false);
  }
  static int onOffer(struct mbuf** description, const struct sip_msg* msg, void* arg) {
    auto* call = static_cast<Call*>(arg);
    if (mbuf_get_left(msg->mb) > 0)
      if (const int problem = sdp_decode(call->sdp, msg->mb, true)) return problem;
    return sdp_encode(description, call->sdp, mbuf_get_left(msg->mb) == 0);
  }
  static void onEstablished(const struct sip_msg*, void* arg) {
    auto* call = static_cast<Call*>(arg);
    call->line->answered(*call);
  }
  static void onClosed(int problem, const struct sip_msg* msg, void* arg) {
    auto* call = static_cast<Call*>(arg);
    call->line->ended(*call, msg && !msg->req ? msg->scode : problem ? 408 : 0);
  }
  static int onAuth(char** user, char** password, const char*, void* arg) {
    const auto* call = static_cast<const Call*>(arg);
    const VoiceConfig& config = call->line->m_config;
    if (config.user.empty()) return EAUTH;
    if (const int problem = str_dup(user, config.user.c_str())) return problem;
    return str_dup(password, config.password.c_str());
  }
  static void onSound(const struct sa*, const struct rtp_header* header, struct mbuf* sound, void* arg);
  static void onTone(char digit, void* arg) {
    auto* call = static_cast<Call*>(arg);
    // One key is heard once: a phone that sends events is not listened to for tones.
    if (!call->events_by_rtp) call->line->key(*call, digit);
  }

  VoiceConfig m_config;
  std::vector<std::uint8_t> m_recording, m_question, m_thanks;
  std::thread m_thread;
  mutable std::mutex m_mutex;  // what both threads touch
  std::condition_variable m_started;
  std::vector<std::unique_ptr<Call>> m_new;
  std::vector<LineReport> m_reports;
  std::set<std::string> m_stopped;
  bool m_quits = false, m_is_up = false;
  int m_problem = 0, m_in_use = 0;
  std::int64_t m_sent = 0, m_failed = 0;
  // Of the line's thread.
  struct sip* m_sip = nullptr;
  struct sipsess_sock* m_sessions = nullptr;
  struct sa m_address = {};
  struct tmr m_timer = {};
  std::uint64_t m_next_frame_ms = 0;
  std::vector<std::unique_ptr<Call>> m_calls;
};

void VoiceLine::onSound(const struct sa*, const struct rtp_header* header, struct mbuf* sound, void* arg) {
  auto* call = static_cast<Call*>(arg);
  if (header->pt == kTelephoneEvent) {
    // RFC 4733: the same event comes in several packets with one timestamp.
    if (mbuf_get_left(sound) < 4 || call->answered_ms == 0) return;
    call->events_by_rtp = true;
    const int event = mbuf_read_u8(sound);
    if (header->ts == call->last_event_timestamp) return;
    call->last_event_timestamp = header->ts;
    call->line->key(*call, static_cast<char>(telev_code2digit(event)));
    return;
  }
  if (header->pt != kAlaw || !call->tones || call->events_by_rtp) return;
  std::array<std::int16_t, 2 * kFrame> samples{};
  std::size_t count = 0;
  while (mbuf_get_left(sound) > 0 && count < samples.size()) samples[count++] = g711_alaw2pcm(mbuf_read_u8(sound));
  dtmf_dec_probe(call->tones, samples.data(), count);
}

void VoiceLine::place(Call& call) {
  call.began_ms = tmr_jiffies();
  struct sa any = m_address;
  sa_set_port(&any, 0);
  struct mbuf* description = nullptr;
  int problem = rtp_listen(&call.rtp, IPPROTO_UDP, &any, kFirstRtpPort, kLastRtpPort, false, onSound, nullptr, &call);
  if (!problem) problem = dtmf_dec_alloc(&call.tones, kSpeechHz, 1, onTone, &call);
  if (!problem) problem = sdp_session_alloc(&call.sdp, &m_address);
  if (!problem) problem = sdp_media_add(&call.media, call.sdp, "audio", sa_port(rtp_local(call.rtp)), "RTP/AVP");
  if (!problem)
    problem = sdp_format_add(nullptr, call.media, false, "8", "PCMA", kSpeechHz, 1, nullptr, nullptr, nullptr, false,
                             nullptr);
  if (!problem)
    problem = sdp_format_add(nullptr, call.media, false, "101", "telephone-event", kSpeechHz, 1, nullptr, nullptr,
                             nullptr, false, "0-15");
  if (!problem) problem = sdp_encode(&description, call.sdp, true);
  if (!problem)
    problem = sipsess_connect(&call.session, m_sessions, call.uri.c_str(), "fengsui", m_config.from.c_str(), "fengsui",
                              nullptr, 0, "application/sdp", description, onAuth, &call, false, onOffer, onAnswer,
                              nullptr, onEstablished, nullptr, nullptr, onClosed, &call, nullptr);
  mem_deref(description);
  if (problem) ended(call, 503);
}

void VoiceLine::sendFrame(Call& call) {
  if (call.answered_ms == 0) return;
  struct mbuf* packet = mbuf_alloc(RTP_HEADER_SIZE + kFrame);
  if (!packet) return;
  packet->pos = packet->end = RTP_HEADER_SIZE;
  for (std::size_t i = 0; i < kFrame; ++i) {
    const bool plays = call.playing && call.at < call.playing->size();
    mbuf_write_u8(packet, plays ? (*call.playing)[call.at++] : kSilence);
  }
  packet->pos = RTP_HEADER_SIZE;
  rtp_send(call.rtp, sdp_media_raddr(call.media), false, false, kAlaw, call.timestamp, packet);
  call.timestamp += kFrame;
  mem_deref(packet);
}

// Nothing more is said: the person thinks, and is asked again, or the call ends.
void VoiceLine::quiet(Call& call, std::uint64_t now_ms) {
  if (call.playing && call.at < call.playing->size()) return;
  if (call.quiet_since_ms == 0) call.quiet_since_ms = now_ms;
  const std::uint64_t silent_ms = now_ms - call.quiet_since_ms;
  if (call.stage == Stage::kThanks) {
    if (silent_ms > kThanksMs) call.over = true;
    return;
  }
  if (silent_ms < kThinkMs) return;
  if (++call.asked >= kAskTimes) return ended(call, 0);
  play(call, call.stage == Stage::kTelling ? call.message : call.question);
}

void VoiceLine::beat() {
  std::vector<std::unique_ptr<Call>> fresh;
  std::set<std::string> stopped;
  bool quits = false;
  {
    const std::lock_guard lock(m_mutex);
    fresh.swap(m_new);
    stopped.swap(m_stopped);
    quits = m_quits;
  }
  for (auto& call : fresh) {
    m_calls.push_back(std::move(call));
    place(*m_calls.back());
  }
  const std::uint64_t now_ms = tmr_jiffies();
  const bool frame = now_ms >= m_next_frame_ms;
  if (frame) m_next_frame_ms = std::max(m_next_frame_ms + kFrameMs, now_ms > 200 ? now_ms - 200 : 0);
  for (const auto& call : m_calls) {
    // Confirmed over another channel; what it said itself ends by itself.
    if (stopped.contains(call->attempt) && !call->confirmed) call->over = true;
    if (call->over) continue;
    if (frame) sendFrame(*call);
    if (call->answered_ms != 0)
      quiet(*call, now_ms);
    else if (now_ms - call->began_ms > static_cast<std::uint64_t>(m_config.ring_s) * 1000)
      ended(*call, 480);
  }
  const std::size_t before = m_calls.size();
  std::erase_if(m_calls, [](const auto& call) { return call->over; });
  if (before != m_calls.size()) {
    const std::lock_guard lock(m_mutex);
    m_in_use -= static_cast<int>(before - m_calls.size());
  }
  if (quits) {
    m_calls.clear();
    return re_cancel();
  }
  tmr_start(&m_timer, kFrameMs / 4, onBeat, this);
}

void VoiceLine::run() {
  int problem = re_thread_init();
  if (!problem) problem = sa_decode(&m_address, m_config.local.c_str(), m_config.local.size());
  if (problem) problem = sa_set_str(&m_address, m_config.local.c_str(), 0);
  // The address that others see stands in what we send them.
  if (!problem && sa_is_any(&m_address)) {
    const std::uint16_t port = sa_port(&m_address);
    problem = net_default_source_addr_get(AF_INET, &m_address);
    sa_set_port(&m_address, port);
  }
  struct dnsc* names = nullptr;
  std::array<struct sa, 4> servers{};
  auto count = static_cast<std::uint32_t>(servers.size());
  if (!problem && dns_srv_get(nullptr, 0, servers.data(), &count) == 0)
    dnsc_alloc(&names, nullptr, servers.data(), count);
  if (!problem) problem = sip_alloc(&m_sip, names, 64, 64, 64, "fengsui", nullptr, nullptr);
  if (!problem) problem = sip_transp_add(m_sip, SIP_TRANSP_UDP, &m_address);
  if (!problem) problem = sipsess_listen(&m_sessions, m_sip, 64, nullptr, nullptr);
  {
    const std::lock_guard lock(m_mutex);
    m_problem = problem;
    m_is_up = problem == 0;
  }
  m_started.notify_all();
  if (!problem) {
    tmr_init(&m_timer);
    m_next_frame_ms = tmr_jiffies();
    tmr_start(&m_timer, kFrameMs / 4, onBeat, this);
    re_main(nullptr);
    tmr_cancel(&m_timer);
    sipsess_close_all(m_sessions);
  }
  {
    const std::lock_guard lock(m_mutex);
    m_is_up = false;
  }
  mem_deref(m_sessions);
  if (m_sip) sip_close(m_sip, true);
  mem_deref(m_sip);
  mem_deref(names);
  re_thread_close();
}

}  // namespace

char voiceDigit(std::uint64_t seed, const std::string& attempt) {
  // FNV-1a: any spread will do, it only must not be guessed before it was told.
  std::uint64_t hash = 14695981039346656037ULL ^ seed;
  for (const char c : attempt) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  hash ^= hash >> 29U;
  return static_cast<char>('3' + hash % 7);
}

Result<std::unique_ptr<ChannelLine>> makeVoiceLine(VoiceConfig config) {
  static const int problem = [] {
    // Prints nothing: numbers stand in what it would say.
    dbg_init(DBG_EMERG, DBG_NONE);
    return libre_init();
  }();
  if (problem) return fail(ErrorCode::kIoFailed, config.name, fmt::format("SIP: error {}", problem));
  auto line = std::make_unique<VoiceLine>(std::move(config));
  if (auto begun = line->begin(); !begun) return std::unexpected(begun.error());
  return std::unique_ptr<ChannelLine>(std::move(line));
}

}  // namespace gis
