// SPDX-License-Identifier: GPL-3.0-or-later
// Calls handed to a gateway by HTTP; the gateway is a small server of the test's own on the loopback.
#include "gis/channels/webhook_line.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

#include "gis/channels/dispatcher.h"
#include "gis/channels/line_config.h"
#include "tests/gis/callout/callout_world.h"

namespace {

using namespace std::chrono_literals;
using tests::CalloutWorld;
using Trouble = gis::LineTrouble::Kind;

struct Answer {
  int status = 200;
  std::string body;
  bool never = false;  // the question is read, and nothing is said
  std::string header;
};
struct Question {
  std::string line, headers, body;
};

// Takes one connection after the other and ends with its object; nothing here waits longer than 50 ms at a time.
class Gateway {
 public:
  explicit Gateway(std::function<Answer(const Question&)> answers) : m_answers(std::move(answers)) {
    m_socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::bind(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    socklen_t size = sizeof address;
    ::getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size);
    m_port = ntohs(address.sin_port);
    EXPECT_EQ(::listen(m_socket, 16), 0);
    m_thread = std::thread([this] { run(); });
  }
  ~Gateway() {
    m_quits = true;
    m_thread.join();
    for (const int kept : m_silent) ::close(kept);
    ::close(m_socket);
  }
  Gateway(const Gateway&) = delete;
  Gateway& operator=(const Gateway&) = delete;
  std::string url(const std::string& path = "/call") const {
    return "http://127.0.0.1:" + std::to_string(m_port) + path;
  }
  std::vector<Question> questions() const {
    const std::lock_guard lock(m_mutex);
    return m_questions;
  }

 private:
  bool readable(int socket) const {
    pollfd one{socket, POLLIN, 0};
    while (!m_quits)
      if (::poll(&one, 1, 50) > 0) return true;
    return false;
  }
  void run() {
    while (readable(m_socket)) {
      const int talk = ::accept(m_socket, nullptr, nullptr);
      if (talk < 0) continue;
      if (!serve(talk)) ::close(talk);
    }
  }
  // True: the connection is kept open, silent.
  bool serve(int talk) {
    std::string text;
    std::size_t body_at = std::string::npos, body_size = 0;
    while (body_at == std::string::npos || text.size() < body_at + body_size) {
      char bytes[4096];
      if (!readable(talk)) return false;
      const ssize_t count = ::recv(talk, bytes, sizeof bytes, 0);
      if (count <= 0) return false;
      text.append(bytes, static_cast<std::size_t>(count));
      const std::size_t end = text.find("\r\n\r\n");
      if (body_at != std::string::npos || end == std::string::npos) continue;
      body_at = end + 4;
      const std::size_t length = text.find("Content-Length: ");
      if (length < end) body_size = std::stoul(text.substr(length + 16));
    }
    const Question question{text.substr(0, text.find("\r\n")), text.substr(0, body_at), text.substr(body_at)};
    const Answer answer = m_answers(question);
    {
      const std::lock_guard lock(m_mutex);
      m_questions.push_back(question);
    }
    if (answer.never) {
      m_silent.push_back(talk);
      return true;
    }
    const std::string out = "HTTP/1.1 " + std::to_string(answer.status) + " X\r\nConnection: close\r\n" +
                            answer.header + "Content-Length: " + std::to_string(answer.body.size()) + "\r\n\r\n" +
                            answer.body;
    for (std::size_t sent = 0; sent < out.size();) {
      const ssize_t count = ::send(talk, out.data() + sent, out.size() - sent, MSG_NOSIGNAL);
      if (count <= 0) break;
      sent += static_cast<std::size_t>(count);
    }
    return false;
  }

  std::function<Answer(const Question&)> m_answers;
  int m_socket = -1, m_port = 0;
  std::atomic<bool> m_quits = false;
  std::vector<int> m_silent;
  mutable std::mutex m_mutex;
  std::vector<Question> m_questions;
  std::thread m_thread;
};

class WebhookCalls : public ::testing::Test {
 protected:
  void SetUp() override {
    w.ladder().steps[0].channels = {gis::Channel::kGateway};
    w.snapshot().plan.ladders[0] = w.ladder();
  }
  gis::Webhook config(const std::string& name, const std::string& url) const {
    gis::Webhook made;
    made.name = name;
    made.url = url;
    return made;
  }
  void add(gis::Webhook config) {
    auto made = gis::makeWebhookLine(std::move(config));
    ASSERT_TRUE(made.has_value()) << made.error().detail;
    lines.push_back(std::move(*made));
  }
  // Goes on, at most 10 s, until it is so. The call-out's own clock stands at `second`.
  bool goOn(gis::Dispatcher& dispatcher, double second, const std::function<bool()>& until) const {
    const auto end = std::chrono::steady_clock::now() + 10s;
    while (!until() && std::chrono::steady_clock::now() < end) {
      EXPECT_TRUE(dispatcher.round(w.time(second)));
      std::this_thread::yield();
    }
    return until();
  }
  CalloutWorld w;
  std::vector<std::unique_ptr<gis::ChannelLine>> lines;
};

TEST_F(WebhookCalls, TheGatewayTakesACall) {
  const Gateway gateway([](const Question&) { return Answer{202, "OK", false, {}}; });
  const int a = w.target("a", true, true, "13800000001");
  auto& engine = w.start();
  gis::Webhook one = config("web-1", gateway.url());
  one.token = "secret";
  add(one);
  gis::Dispatcher dispatcher("0190-callout", engine, lines);
  ASSERT_TRUE(goOn(dispatcher, 1, [&] { return lines[0]->state(w.time(1)).sent == 1; }));
  EXPECT_EQ(lines[0]->state(w.time(1)).in_use, 0);
  const auto questions = gateway.questions();
  ASSERT_EQ(questions.size(), 1U);
  EXPECT_TRUE(questions[0].line.starts_with("POST /call "));
  EXPECT_NE(questions[0].headers.find("Authorization: Bearer secret\r\n"), std::string::npos);
  const auto body = nlohmann::json::parse(questions[0].body);
  EXPECT_EQ(body["phone"], "13800000001");
  EXPECT_EQ(body["attempt"], w.attempt(a, gis::Channel::kGateway));
  EXPECT_FALSE(w.at(a).confirmed());
}

TEST_F(WebhookCalls, AnswersInTheBody) {
  const Gateway gateway([](const Question& question) {
    const auto call = nlohmann::json::parse(question.body);
    const std::string attempt = R"({"attempt":)" + call["attempt"].dump();
    return Answer{200,
                  R"({"answers":[)" + attempt + R"(,"result":"heard"},)" + attempt +
                      R"(,"result":"moved","number":12},{"result":"names nobody"}]})",
                  false,
                  {}};
  });
  const int a = w.target("a");
  auto& engine = w.start();
  add(config("web-1", gateway.url()));
  gis::Dispatcher dispatcher("0190-callout", engine, lines);
  ASSERT_TRUE(goOn(dispatcher, 1, [&] { return w.at(a).confirmed(); }));
  EXPECT_EQ(w.at(a).moved_people, 12);
  EXPECT_TRUE(lines[0]->state(w.time(1)).is_up);
  EXPECT_EQ(lines[0]->state(w.time(1)).trouble.kind, Trouble::kAnswerUnread);
}

TEST_F(WebhookCalls, AnswersThatAreAskedFor) {
  std::string attempt;
  std::mutex mutex;
  const Gateway gateway([&](const Question& question) {
    const std::lock_guard lock(mutex);
    if (question.line.starts_with("POST")) {
      attempt = nlohmann::json::parse(question.body)["attempt"];
      return Answer{};
    }
    nlohmann::json answers = nlohmann::json::array();
    // One of an earlier call-out, whose attempts have the same names.
    answers.push_back({{"callout", "0190-before"}, {"attempt", attempt}, {"result", "cannot_serve"}});
    if (question.line.find("after=7") != std::string::npos)
      answers.push_back({{"callout", "0190-callout"}, {"attempt", attempt}, {"result", "confirmed"}});
    return Answer{200, nlohmann::json{{"answers", answers}, {"next", 7}}.dump(), false, {}};
  });
  const int a = w.target("a");
  auto& engine = w.start();
  gis::Webhook one = config("web-1", gateway.url());
  one.answers_url = gateway.url("/answers?unit=3");
  add(one);
  gis::Dispatcher dispatcher("0190-callout", engine, lines);
  ASSERT_TRUE(goOn(dispatcher, 1, [&] { return gateway.questions().size() == 2; }));
  ASSERT_TRUE(goOn(dispatcher, 5.9, [&] { return lines[0]->state(w.time(5.9)).sent == 1; }));
  EXPECT_EQ(gateway.questions().size(), 2U) << "every five seconds";
  ASSERT_TRUE(goOn(dispatcher, 6.1, [&] { return w.at(a).confirmed(); }));
  EXPECT_EQ(w.count(gis::EventKind::kCannotServe), 0);
  EXPECT_TRUE(gateway.questions().back().line.starts_with("GET /answers?unit=3&after=7 "));
}

TEST_F(WebhookCalls, WhatAGatewayRefusesGoesToAnotherLine) {
  const Gateway broken([](const Question&) { return Answer{500, "13800000001", false, {}}; });
  const Gateway good([](const Question&) { return Answer{}; });
  for (int i = 0; i < 3; ++i) w.target("p" + std::to_string(i));
  auto& engine = w.start();
  add(config("web-1", broken.url()));
  gis::Dispatcher dispatcher("0190-callout", engine, lines);
  ASSERT_TRUE(dispatcher.round(w.time(1)));
  add(config("web-2", good.url()));
  ASSERT_TRUE(goOn(dispatcher, 1, [&] { return lines[1]->state(w.time(1)).sent == 3; }));
  const gis::LineState state = lines[0]->state(w.time(2));
  EXPECT_FALSE(state.is_up);
  EXPECT_EQ(state.trouble, (gis::LineTrouble{Trouble::kStatus, 500}));
  EXPECT_EQ(state.in_use, 0);
  EXPECT_EQ(w.count(gis::EventKind::kFailed), 0) << "the attempts go on";
  EXPECT_FALSE(lines[0]->send({}, w.time(30)).has_value());
  EXPECT_TRUE(lines[0]->state(w.time(32)).is_up) << "tried again half a minute later";
}

TEST_F(WebhookCalls, ASilentGatewayIsWaitedForAWhileOnly) {
  const Gateway silent([](const Question&) { return Answer{200, {}, true, {}}; });
  const int a = w.target("a");
  auto& engine = w.start();
  gis::Webhook one = config("web-1", silent.url());
  one.timeout_ms = 200;
  add(one);
  gis::Dispatcher dispatcher("0190-callout", engine, lines);
  const auto before = std::chrono::steady_clock::now();
  ASSERT_TRUE(dispatcher.round(w.time(1)));
  EXPECT_LT(std::chrono::steady_clock::now() - before, 150ms) << "nothing waits";
  ASSERT_TRUE(goOn(dispatcher, 1, [&] { return w.count(gis::EventKind::kFailed, a) == 1; }));
  EXPECT_LT(std::chrono::steady_clock::now() - before, 5s);
  EXPECT_EQ(lines[0]->state(w.time(1)).trouble, (gis::LineTrouble{Trouble::kNoAnswer, 200}));
}

TEST_F(WebhookCalls, NoRedirectIsFollowed) {
  const Gateway elsewhere([](const Question&) { return Answer{}; });
  const Gateway gateway([&](const Question&) {
    return Answer{307, {}, false, "Location: " + elsewhere.url() + "\r\n"};
  });
  const int a = w.target("a");
  auto& engine = w.start();
  add(config("web-1", gateway.url()));
  gis::Dispatcher dispatcher("0190-callout", engine, lines);
  ASSERT_TRUE(goOn(dispatcher, 1, [&] { return w.count(gis::EventKind::kFailed, a) == 1; }));
  EXPECT_EQ(elsewhere.questions().size(), 0U) << "numbers stay where they were sent";
}

TEST_F(WebhookCalls, ATooLongAnswerIsNotRead) {
  const Gateway gateway([](const Question& question) {
    return question.line.starts_with("POST") ? Answer{} : Answer{200, std::string(3 << 20U, ' '), false, {}};
  });
  w.target("a");
  auto& engine = w.start();
  gis::Webhook one = config("web-1", gateway.url());
  one.answers_url = gateway.url("/answers");
  add(one);
  gis::Dispatcher dispatcher("0190-callout", engine, lines);
  ASSERT_TRUE(goOn(dispatcher, 1, [&] { return lines[0]->state(w.time(1)).trouble.kind != Trouble::kNone; }));
  EXPECT_EQ(lines[0]->state(w.time(1)).trouble, (gis::LineTrouble{Trouble::kAnswersTooLarge, 0, true}));
  EXPECT_TRUE(lines[0]->state(w.time(1)).is_up) << "it still takes calls";
}

TEST(Webhook, TheConfigurationSaysWhatIsWrong) {
  const auto problem = [](const std::string& rest) {
    const auto made = gis::makeLines(R"({"lines":[{"kind":"webhook","name":"w",)" + rest + "}]}", ".");
    return made ? std::string() : made.error().detail;
  };
  EXPECT_EQ(problem(R"("url":"https://gateway.example/call","channel":"sms","capacity":5)"), "");
  EXPECT_NE(problem(R"("url":"ftp://gateway.example/call")").find("url: an address"), std::string::npos);
  EXPECT_NE(problem(R"("url":"file:///etc/passwd")"), "");
  EXPECT_NE(problem(R"("channel":"sms")"), "");
  EXPECT_NE(problem(R"("url":"http://g/","answers_url":"gopher://g/?key=7")"), "");
  EXPECT_EQ(problem(R"("url":"http://g/","answers_url":"gopher://g/?key=7")").find("key"), std::string::npos);
  EXPECT_NE(problem(R"("url":"http://g/","token":"a\r\nX: b")"), "");
  EXPECT_NE(problem(R"("url":"http://g/","channel":"pigeon")"), "");
}

}  // namespace
