// SPDX-License-Identifier: GPL-3.0-or-later
// Calls on the loopback to a second telephone of ours, which answers, presses keys or hangs up.
#include "gis/channels/voice_line.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <numbers>
#include <thread>

#include "gis/channels/line_config.h"
#include "gis/channels/recording.h"
#include "gis/channels/speech.h"
#include "tests/gis/store/store_test_support.h"
extern "C" {
#include <re.h>
#include <rem.h>
}
#undef min
#undef max

namespace {

using namespace std::chrono_literals;
constexpr std::uint64_t kSeed = 42;
constexpr std::uint8_t kAlaw = 8, kTelephoneEvent = 101;

// What the called person does.
struct Behaviour {
  int answers_with = 200;  // SIP status; 200: picks up
  std::string keys;        // pressed one after the other, 300 ms apart, after `waits_ms`
  int waits_ms = 400;
  bool by_tones = false;  // in the sound instead of RFC 4733
  int hangs_up_ms = -1;
};

// One telephone at a port of its own; every call behaves alike.
class Phone {
 public:
  Phone(int port, Behaviour behaviour) : m_port(port), m_behaviour(std::move(behaviour)) {
    m_thread = std::thread([this] { run(); });
    std::unique_lock lock(m_mutex);
    m_started.wait(lock, [this] { return m_is_up; });
  }
  ~Phone() {
    m_quits = true;
    m_thread.join();
  }
  int soundPackets() const { return m_sound_packets; }
  int calls() const { return m_count; }

 private:
  struct Talk {
    Phone* phone = nullptr;
    struct sipsess* session = nullptr;
    struct sdp_session* sdp = nullptr;
    struct sdp_media* media = nullptr;
    struct rtp_sock* rtp = nullptr;
    std::uint64_t up_ms = 0;
    std::size_t pressed = 0;
    std::uint32_t timestamp = 1000;
    bool over = false;
    ~Talk() {
      mem_deref(session);
      mem_deref(sdp);
      mem_deref(rtp);
    }
  };
  static void onSound(const struct sa*, const struct rtp_header*, struct mbuf*, void* arg) {
    ++static_cast<Talk*>(arg)->phone->m_sound_packets;
  }
  static void onClosed(int, const struct sip_msg*, void* arg) { static_cast<Talk*>(arg)->over = true; }
  static void onEstablished(const struct sip_msg*, void* arg) { static_cast<Talk*>(arg)->up_ms = tmr_jiffies(); }
  static void onCall(const struct sip_msg* msg, void* arg) { static_cast<Phone*>(arg)->accept(msg); }
  void accept(const struct sip_msg* msg) {
    ++m_count;
    if (m_behaviour.answers_with != 200) {
      sip_treply(nullptr, m_sip, msg, static_cast<std::uint16_t>(m_behaviour.answers_with), "No");
      return;
    }
    auto talk = std::make_unique<Talk>();
    talk->phone = this;
    struct sa local;
    sa_set_str(&local, "127.0.0.1", 0);
    rtp_listen(&talk->rtp, IPPROTO_UDP, &local, 41000, 60000, false, onSound, nullptr, talk.get());
    sdp_session_alloc(&talk->sdp, &local);
    sdp_media_add(&talk->media, talk->sdp, "audio", sa_port(rtp_local(talk->rtp)), "RTP/AVP");
    sdp_format_add(nullptr, talk->media, false, "8", "PCMA", 8000, 1, nullptr, nullptr, nullptr, false, nullptr);
    sdp_format_add(nullptr, talk->media, false, "101", "telephone-event", 8000, 1, nullptr, nullptr, nullptr, false,
                   "0-15");
    sdp_decode(talk->sdp, msg->mb, true);
    struct mbuf* answer = nullptr;
    sdp_encode(&answer, talk->sdp, false);
    sipsess_accept(&talk->session, m_sessions, msg, 200, "OK", "phone", "application/sdp", answer, nullptr, nullptr,
                   false, nullptr, nullptr, onEstablished, nullptr, nullptr, onClosed, talk.get(), nullptr);
    mem_deref(answer);
    m_talks.push_back(std::move(talk));
  }
  static struct mbuf* packet(std::size_t bytes) {
    struct mbuf* made = mbuf_alloc(RTP_HEADER_SIZE + bytes);
    made->pos = made->end = RTP_HEADER_SIZE;
    return made;
  }
  void press(Talk& talk, char key) {
    talk.timestamp += 2400;
    if (!m_behaviour.by_tones) {
      // One event: its beginning, and its end three times (RFC 4733, section 2.5.1.4).
      for (int i = 0; i < 5; ++i) {
        struct mbuf* event = packet(4);
        mbuf_write_u8(event, static_cast<std::uint8_t>(telev_digit2code(key)));
        mbuf_write_u8(event, i < 2 ? 0x0A : 0x8A);
        mbuf_write_u16(event, htons(static_cast<std::uint16_t>(160 * (i + 1))));
        event->pos = RTP_HEADER_SIZE;
        rtp_send(talk.rtp, sdp_media_raddr(talk.media), false, i == 0, kTelephoneEvent, talk.timestamp, event);
        mem_deref(event);
      }
      return;
    }
    // Both tones of a key for 120 ms (ITU-T Q.23), then silence.
    constexpr double kLow[] = {697, 770, 852, 941}, kHigh[] = {1209, 1336, 1477};
    constexpr std::string_view kKeys = "123456789*0#";
    const std::size_t at = kKeys.find(key);
    for (int frame = 0; frame < 10; ++frame) {
      struct mbuf* sound = packet(160);
      for (int i = 0; i < 160; ++i) {
        const double t = (frame * 160 + i) / 8000.0 * 2 * std::numbers::pi;
        const double value = frame < 6 ? 8000 * (std::sin(kLow[at / 3] * t) + std::sin(kHigh[at % 3] * t)) : 0;
        mbuf_write_u8(sound, g711_pcm2alaw(static_cast<std::int16_t>(value)));
      }
      sound->pos = RTP_HEADER_SIZE;
      rtp_send(talk.rtp, sdp_media_raddr(talk.media), false, false, kAlaw, talk.timestamp, sound);
      talk.timestamp += 160;
      mem_deref(sound);
    }
  }
  static void onBeat(void* arg) { static_cast<Phone*>(arg)->beat(); }
  void beat() {
    const std::uint64_t now = tmr_jiffies();
    for (const auto& talk : m_talks) {
      if (talk->over || talk->up_ms == 0) continue;
      const auto up = static_cast<int>(now - talk->up_ms);
      if (m_behaviour.hangs_up_ms >= 0 && up > m_behaviour.hangs_up_ms) {
        talk->over = true;
        talk->session = static_cast<struct sipsess*>(mem_deref(talk->session));
        continue;
      }
      if (talk->pressed < m_behaviour.keys.size() && up > m_behaviour.waits_ms + 300 * static_cast<int>(talk->pressed))
        press(*talk, m_behaviour.keys[talk->pressed++]);
    }
    if (m_quits) return re_cancel();
    tmr_start(&m_timer, 10, onBeat, this);
  }
  void run() {
    re_thread_init();
    struct sa local;
    sa_set_str(&local, "127.0.0.1", static_cast<std::uint16_t>(m_port));
    sip_alloc(&m_sip, nullptr, 64, 64, 64, "phone", nullptr, nullptr);
    sip_transp_add(m_sip, SIP_TRANSP_UDP, &local);
    sipsess_listen(&m_sessions, m_sip, 64, onCall, this);
    {
      const std::lock_guard lock(m_mutex);
      m_is_up = true;
    }
    m_started.notify_all();
    tmr_init(&m_timer);
    tmr_start(&m_timer, 10, onBeat, this);
    re_main(nullptr);
    tmr_cancel(&m_timer);
    m_talks.clear();
    sipsess_close_all(m_sessions);
    mem_deref(m_sessions);
    sip_close(m_sip, true);
    mem_deref(m_sip);
    re_thread_close();
  }

  int m_port;
  Behaviour m_behaviour;
  std::thread m_thread;
  std::mutex m_mutex;
  std::condition_variable m_started;
  bool m_is_up = false;
  std::atomic<bool> m_quits = false;
  std::atomic<int> m_sound_packets = 0, m_count = 0;
  struct sip* m_sip = nullptr;
  struct sipsess_sock* m_sessions = nullptr;
  struct tmr m_timer = {};
  std::vector<std::unique_ptr<Talk>> m_talks;
};

// The line and what it told, in the order it was told.
class VoiceCalls : public ::testing::Test {
 protected:
  void SetUp() override {
    static std::atomic<int> next = 24000 + static_cast<int>(::getpid() % 5000) * 4;
    m_port = next.fetch_add(2);
    gis::VoiceConfig config;
    config.local = "127.0.0.1:" + std::to_string(m_port + 1);
    config.to = "sip:{phone}@127.0.0.1:" + std::to_string(m_port);
    config.seed = kSeed;
    config.calls = 64;
    config.ring_s = 3;
    auto made = gis::makeVoiceLine(config);
    ASSERT_TRUE(made.has_value()) << made.error().detail;
    line = std::move(*made);
  }
  void call(const std::string& attempt) {
    gis::Dispatch dispatch;
    dispatch.attempt = attempt;
    dispatch.phone = "13800000001";
    dispatch.text = "暴雨";
    ASSERT_TRUE(line->send(dispatch, 0));
  }
  // Until `count` results have come, at most 20 s.
  std::vector<gis::Receipt> hear(std::size_t count) {
    std::vector<gis::Receipt> heard;
    const auto end = std::chrono::steady_clock::now() + 20s;
    std::mutex mutex;
    std::condition_variable pause;
    while (heard.size() < count && std::chrono::steady_clock::now() < end) {
      for (gis::LineReport& report : line->poll(0)) heard.push_back(std::move(report.receipt));
      std::unique_lock lock(mutex);
      pause.wait_for(lock, 10ms);
    }
    return heard;
  }
  static std::string digit(const std::string& attempt) { return {gis::voiceDigit(kSeed, attempt)}; }
  int m_port = 0;
  std::unique_ptr<gis::ChannelLine> line;
};

TEST_F(VoiceCalls, HeardToTheEndAndConfirmed) {
  Phone phone(m_port, {200, digit("1") + "1", 400, false, -1});
  call("1");
  const auto heard = hear(3);
  ASSERT_EQ(heard.size(), 3U);
  EXPECT_EQ(heard[0].kind, gis::ReceiptKind::kAnswered);
  EXPECT_EQ(heard[1].kind, gis::ReceiptKind::kHeard);
  EXPECT_EQ(heard[2].kind, gis::ReceiptKind::kConfirmed);
  EXPECT_GT(phone.soundPackets(), 10) << "something was said";
}

TEST_F(VoiceCalls, KeysAsTonesInTheSound) {
  Phone phone(m_port, {200, digit("1") + "1", 400, true, -1});
  call("1");
  const auto heard = hear(3);
  ASSERT_EQ(heard.size(), 3U);
  EXPECT_EQ(heard[2].kind, gis::ReceiptKind::kConfirmed);
}

TEST_F(VoiceCalls, MovedPeople) {
  Phone phone(m_port, {200, digit("1") + "2135#", 400, false, -1});
  call("1");
  const auto heard = hear(3);
  ASSERT_EQ(heard.size(), 3U);
  EXPECT_EQ(heard[2].kind, gis::ReceiptKind::kMoved);
  EXPECT_EQ(heard[2].number, 135);
}

TEST_F(VoiceCalls, CannotServe) {
  Phone phone(m_port, {200, digit("1") + "0", 400, false, -1});
  call("1");
  const auto heard = hear(3);
  ASSERT_EQ(heard.size(), 3U);
  EXPECT_EQ(heard[2].kind, gis::ReceiptKind::kCannotServe);
}

TEST_F(VoiceCalls, WithoutTheDigitNothingConfirms) {
  const std::string other = digit("1") == "9" ? "8" : "9";
  Phone phone(m_port, {200, other + "1", 300, false, 2500});
  call("1");
  const auto heard = hear(2);
  ASSERT_EQ(heard.size(), 2U);
  EXPECT_EQ(heard[0].kind, gis::ReceiptKind::kAnswered);
  EXPECT_EQ(heard[1].kind, gis::ReceiptKind::kHungUp);
  EXPECT_EQ(heard[1].number, 2) << "the second at which they hung up";
}

TEST_F(VoiceCalls, BusyAndWrongNumber) {
  {
    Phone phone(m_port, {486, "", 0, false, -1});
    call("1");
    const auto heard = hear(1);
    ASSERT_EQ(heard.size(), 1U);
    EXPECT_EQ(heard[0].kind, gis::ReceiptKind::kFailed);
    EXPECT_EQ(heard[0].text, "busy");
  }
  Phone phone(m_port, {404, "", 0, false, -1});
  call("2");
  const auto heard = hear(1);
  ASSERT_EQ(heard.size(), 1U);
  EXPECT_EQ(heard[0].text, "wrong_number");
}

TEST_F(VoiceCalls, NobodyThere) {
  call("1");
  const auto heard = hear(1);
  ASSERT_EQ(heard.size(), 1U);
  EXPECT_EQ(heard[0].kind, gis::ReceiptKind::kFailed);
  EXPECT_EQ(line->state(0).in_use, 0);
}

TEST_F(VoiceCalls, ManyAtOnce) {
  Phone phone(m_port, {200, digit("x") + "1", 1500, false, -1});
  constexpr int kCalls = 64;
  int expected = 0;
  for (int i = 0; i < kCalls; ++i) {
    const std::string attempt = std::to_string(i);
    expected += digit(attempt) == digit("x");
    call(attempt);
  }
  int confirmed = 0, answered = 0;
  const auto end = std::chrono::steady_clock::now() + 20s;
  while ((confirmed < expected || answered < kCalls) && std::chrono::steady_clock::now() < end)
    for (const gis::Receipt& receipt : hear(1)) {
      confirmed += receipt.kind == gis::ReceiptKind::kConfirmed;
      answered += receipt.kind == gis::ReceiptKind::kAnswered;
    }
  EXPECT_EQ(answered, kCalls);
  EXPECT_EQ(confirmed, expected);
  EXPECT_EQ(phone.calls(), kCalls);
}

TEST(Speech, SpeaksMandarinAndKnowsNoOtherTongue) {
  const auto sound = gis::speak("长治市发布暴雨红色预警", "cmn");
  ASSERT_TRUE(sound.has_value());
  EXPECT_GT(sound->size(), 8000U) << "more than a second";
  EXPECT_FALSE(gis::speak("x", "no-such-voice").has_value());
}

// A WAV file; `samples` lie as in the file, channel beside channel.
std::string wavOf(int rate_hz, int channels, const std::vector<std::int16_t>& samples, int kind = 1, int bits = 16) {
  const auto number = [](std::size_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8 * i) & 0xFFU);
    return text;
  };
  const auto n = [](int value) { return static_cast<std::size_t>(value); };
  std::string data;
  for (const std::int16_t sample : samples) data += number(static_cast<std::uint16_t>(sample), 2);
  const std::string chunks = "fmt " + number(16, 4) + number(n(kind), 2) + number(n(channels), 2) +
                             number(n(rate_hz), 4) + number(n(rate_hz * channels * 2), 4) + number(n(channels * 2), 2) +
                             number(n(bits), 2) + "note" + number(3, 4) + std::string("abc\0", 4) + "data" +
                             number(data.size(), 4) + data;
  return "RIFF" + number(4 + chunks.size(), 4) + "WAVE" + chunks;
}

TEST(Recording, IsReadAtTheRateOfTelephones) {
  const auto sound = gis::recordingOf(wavOf(44100, 1, std::vector<std::int16_t>(44100, -1234)));
  ASSERT_TRUE(sound.has_value()) << sound.error().detail;
  EXPECT_EQ(sound->size(), 8000U);
  for (const std::int16_t sample : *sound) ASSERT_EQ(sample, -1234);
  EXPECT_EQ(gis::recordingOf(wavOf(8000, 1, {1, 2, 3})).value(), (std::vector<std::int16_t>{1, 2, 3}));
}

TEST(Recording, TwoChannelsAreMixed) {
  EXPECT_EQ(gis::recordingOf(wavOf(8000, 2, {100, 300, -32768, -32768, 32767, -32767})).value(),
            (std::vector<std::int16_t>{200, -32768, 0}));
}

TEST(Recording, WhatIsNoneSaysWhy) {
  const auto problem = [](const std::string& bytes) {
    const auto read = gis::recordingOf(bytes);
    return read ? std::string() : read.error().detail;
  };
  const std::string whole = wavOf(8000, 1, {1, 2, 3, 4});
  for (std::size_t size = 12; size < whole.size(); ++size)
    EXPECT_EQ(problem(whole.substr(0, size)), "the WAV file is cut off") << size;
  EXPECT_EQ(problem("ID3 a song"), "this is no WAV file");
  EXPECT_EQ(problem(wavOf(8000, 1, {1}, 6)), "a WAV file of 16-bit PCM is expected");
  EXPECT_EQ(problem(wavOf(8000, 1, {1, 2}, 1, 8)), "a WAV file of 16-bit PCM is expected");
  EXPECT_EQ(problem(wavOf(8000, 3, {1, 2, 3})), "one channel or two are expected");
  EXPECT_NE(problem(wavOf(100, 1, {1})), "");
  EXPECT_EQ(problem(wavOf(8000, 1, {})), "nothing is recorded");
}

TEST(Recording, ALineIsNotMadeWithoutIt) {
  const gis::TemporaryFolder folder;
  const auto problem = [&](const char* file) {
    const auto made =
        gis::makeLines(std::string(R"({"lines":[{"kind":"sip","name":"v","to":"sip:{phone}@127.0.0.1",)") +
                           R"("local":"127.0.0.1:0","recording":")" + file + "\"}]}",
                       folder / "");
    return made ? std::string() : made.error().detail;
  };
  std::ofstream(folder / "song.wav") << "no sound";
  EXPECT_EQ(problem("song.wav"), "lines[0]: this is no WAV file");
  EXPECT_EQ(problem("nowhere.wav"), "lines[0]: recording: there is no such file");
}

TEST_F(VoiceCalls, ARecordingIsPlayedBeforeTheDigit) {
  const gis::TemporaryFolder folder;
  std::ofstream(folder / "rain.wav", std::ios::binary) << wavOf(16000, 1, std::vector<std::int16_t>(8000, 500));
  gis::VoiceConfig config;
  config.local = "127.0.0.1:" + std::to_string(m_port + 1);
  config.to = "sip:{phone}@127.0.0.1:" + std::to_string(m_port);
  config.seed = kSeed;
  config.recording = folder / "rain.wav";
  line.reset();
  auto made = gis::makeVoiceLine(config);
  ASSERT_TRUE(made.has_value()) << made.error().detail;
  line = std::move(*made);
  Phone phone(m_port, {200, digit("1") + "1", 400, false, -1});
  call("1");
  const auto heard = hear(3);
  ASSERT_EQ(heard.size(), 3U);
  EXPECT_EQ(heard[1].kind, gis::ReceiptKind::kHeard);
  EXPECT_EQ(heard[2].kind, gis::ReceiptKind::kConfirmed);
}

TEST(Speech, ResamplingKeepsTheTime) {
  const std::vector<std::int16_t> sound(22050, 1000);
  const auto at_8k = gis::resampled(sound, 22050, 8000);
  EXPECT_EQ(at_8k.size(), 8000U);
  for (const std::int16_t sample : at_8k) ASSERT_EQ(sample, 1000);
}

}  // namespace
