// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/channels/webhook_line.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <nlohmann/json.hpp>

#include "gis/channels/drop_folder_line.h"

namespace gis {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostBodyBytes = 1024 * 1024, kMostPostsAtOnce = 20;
constexpr long kFirstGood = 200, kLastGood = 299;
constexpr char kProtocols[] = "http,https";

struct EasyEnd {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct MultiEnd {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
struct HeadersEnd {
  void operator()(curl_slist* headers) const { curl_slist_free_all(headers); }
};

// One question on its way. `dispatch` is empty when it asks for answers.
struct Exchange {
  Dispatch dispatch;
  bool asks_answers = false, too_large = false;
  std::string body, answer;
  std::unique_ptr<curl_slist, HeadersEnd> headers;
  std::unique_ptr<CURL, EasyEnd> easy;
};

std::size_t takeBody(char* bytes, std::size_t size, std::size_t count, void* arg) {
  auto* exchange = static_cast<Exchange*>(arg);
  exchange->too_large = exchange->answer.size() + size * count > kMostBodyBytes;
  if (exchange->too_large) return 0;
  exchange->answer.append(bytes, size * count);
  return size * count;
}

// The clock may be set back meanwhile: that ends a pause early rather than never.
bool within(std::int64_t since_utc_ms, std::int64_t now_utc_ms, std::int64_t span_ms) {
  return since_utc_ms != 0 && now_utc_ms >= since_utc_ms && now_utc_ms - since_utc_ms < span_ms;
}

class WebhookLine final : public ChannelLine {
 public:
  WebhookLine(Webhook config, CURLM* multi) : m_config(std::move(config)), m_multi(multi) {}
  ~WebhookLine() override {
    for (const auto& exchange : m_active) curl_multi_remove_handle(m_multi.get(), exchange->easy.get());
  }
  WebhookLine(const WebhookLine&) = delete;
  WebhookLine& operator=(const WebhookLine&) = delete;

  Channel channel() const override { return m_config.channel; }
  const std::string& name() const override { return m_config.name; }
  int capacity() const override { return m_config.capacity; }

  Result<void> send(const Dispatch& dispatch, std::int64_t now_utc_ms) override {
    if (!isUp(now_utc_ms)) return fail(ErrorCode::kIoFailed, m_config.name);
    m_waiting.push_back(dispatch);
    beginWaiting(now_utc_ms);
    return {};
  }

  std::vector<LineReport> poll(std::int64_t now_utc_ms) override {
    askForAnswers(now_utc_ms);
    beginWaiting(now_utc_ms);
    int running = 0;
    curl_multi_perform(m_multi.get(), &running);
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(m_multi.get(), &left))
      if (message->msg == CURLMSG_DONE) ended(message->easy_handle, message->data.result, now_utc_ms);
    beginWaiting(now_utc_ms);
    return std::exchange(m_reports, {});
  }

  void stop(const std::string& attempt) override {
    const auto is = [&](const Dispatch& dispatch) { return dispatch.attempt == attempt; };
    std::erase_if(m_waiting, is);
    std::erase_if(m_back, is);
    // What is on its way may still be held up.
    const auto found =
        std::ranges::find_if(m_active, [&](const auto& e) { return !e->asks_answers && is(e->dispatch); });
    if (found == m_active.end()) return;
    curl_multi_remove_handle(m_multi.get(), (*found)->easy.get());
    m_active.erase(found);
  }

  // What is on its way ends by itself and comes back here if nobody took it.
  std::vector<Dispatch> takeBack() override {
    std::vector<Dispatch> back = std::exchange(m_back, {});
    back.insert(back.end(), m_waiting.begin(), m_waiting.end());
    m_waiting.clear();
    return back;
  }

  LineState state(std::int64_t now_utc_ms) const override {
    const auto posts = std::ranges::count_if(m_active, [](const auto& e) { return !e->asks_answers; });
    const bool is_up = isUp(now_utc_ms);
    return {m_config.name,
            m_config.channel,
            is_up,
            m_config.capacity,
            static_cast<int>(posts) + static_cast<int>(m_waiting.size() + m_back.size()),
            m_sent,
            m_failed,
            is_up ? m_answer_trouble : m_trouble};
  }

 private:
  bool isUp(std::int64_t now_utc_ms) const {
    return m_back.empty() && !within(m_down_utc_ms, now_utc_ms, m_config.rest_ms);
  }

  bool begin(std::unique_ptr<Exchange> exchange, const std::string& url) {
    exchange->easy.reset(curl_easy_init());
    CURL* easy = exchange->easy.get();
    if (!easy) return false;
    const auto header = [&](const std::string& line) {
      // On failure the list stays as it was.
      if (curl_slist* longer = curl_slist_append(exchange->headers.get(), line.c_str())) {
        static_cast<void>(exchange->headers.release());
        exchange->headers.reset(longer);
      }
    };
    header("Accept: application/json");
    header("Expect:");
    if (!exchange->asks_answers) header("Content-Type: application/json; charset=utf-8");
    if (!m_config.token.empty()) header("Authorization: Bearer " + m_config.token);
    curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, kProtocols);
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    // Nobody waits for the name of a host that is looked up in vain.
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(m_config.timeout_ms));
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "fengsui");
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, exchange->headers.get());
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, takeBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, exchange.get());
    if (!exchange->asks_answers) {
      curl_easy_setopt(easy, CURLOPT_POST, 1L);
      curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(exchange->body.size()));
      curl_easy_setopt(easy, CURLOPT_POSTFIELDS, exchange->body.c_str());
    }
    if (curl_multi_add_handle(m_multi.get(), easy) != CURLM_OK) return false;
    m_active.push_back(std::move(exchange));
    return true;
  }

  void beginWaiting(std::int64_t now_utc_ms) {
    while (!m_waiting.empty() && m_active.size() < kMostPostsAtOnce && isUp(now_utc_ms)) {
      auto exchange = std::make_unique<Exchange>();
      exchange->dispatch = m_waiting.front();
      exchange->body = writeGatewayCall(exchange->dispatch, now_utc_ms);
      if (begin(std::move(exchange), m_config.url))
        m_waiting.pop_front();
      else
        goDown({LineTrouble::Kind::kNoConnection}, now_utc_ms);
    }
  }

  void askForAnswers(std::int64_t now_utc_ms) {
    if (m_config.answers_url.empty() || within(m_asked_utc_ms, now_utc_ms, m_config.ask_ms)) return;
    if (std::ranges::any_of(m_active, [](const auto& exchange) { return exchange->asks_answers; })) return;
    m_asked_utc_ms = std::max<std::int64_t>(1, now_utc_ms);
    std::string url = m_config.answers_url;
    if (m_next >= 0) url += fmt::format("{}after={}", url.find('?') == std::string::npos ? '?' : '&', m_next);
    auto exchange = std::make_unique<Exchange>();
    exchange->asks_answers = true;
    if (!begin(std::move(exchange), url)) m_answer_trouble = {LineTrouble::Kind::kNoConnection, 0, true};
  }

  void goDown(LineTrouble trouble, std::int64_t now_utc_ms) {
    m_trouble = trouble;
    m_down_utc_ms = std::max<std::int64_t>(1, now_utc_ms);
  }

  // Says what kept an exchange from going well without the address, which may carry a key.
  LineTrouble troubleOf(CURLcode result, long status) const {
    using enum LineTrouble::Kind;
    if (status != 0 && (status < kFirstGood || status > kLastGood)) return {kStatus, status};
    switch (result) {
      case CURLE_OPERATION_TIMEDOUT:
        return {kNoAnswer, m_config.timeout_ms};
      case CURLE_COULDNT_CONNECT:
        return {kNoConnection};
      case CURLE_COULDNT_RESOLVE_HOST:
        return {kUnknownHost};
      case CURLE_SSL_CONNECT_ERROR:
      case CURLE_PEER_FAILED_VERIFICATION:
        return {kNotSecure};
      default:
        return {kBroken, static_cast<std::int64_t>(result)};
    }
  }

  void ended(CURL* easy, CURLcode result, std::int64_t now_utc_ms) {
    const auto found = std::ranges::find_if(m_active, [&](const auto& e) { return e->easy.get() == easy; });
    if (found == m_active.end()) return;
    const std::unique_ptr<Exchange> exchange = std::move(*found);
    m_active.erase(found);
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    curl_multi_remove_handle(m_multi.get(), easy);
    const bool taken = status >= kFirstGood && status <= kLastGood;
    const bool whole = taken && result == CURLE_OK;
    if (exchange->asks_answers) {
      if (exchange->too_large)
        m_answer_trouble = {LineTrouble::Kind::kAnswersTooLarge};
      else
        m_answer_trouble = whole ? LineTrouble{} : troubleOf(result, status);
      m_answer_trouble.is_of_answers = !whole;
      if (whole) readAnswers(exchange->answer, true);
      return;
    }
    if (!taken) {
      ++m_failed;
      m_back.push_back(exchange->dispatch);
      return goDown(troubleOf(result, status), now_utc_ms);
    }
    ++m_sent;
    if (whole) readAnswers(exchange->answer, false);
  }

  // A gateway that says nothing, or "OK", to a call is a good one; one that is asked for answers must give some form.
  void readAnswers(const std::string& body, bool was_asked) {
    const Json json = Json::parse(body, nullptr, false);
    if (!json.is_object() || !json.contains("answers") || !json["answers"].is_array()) {
      if (was_asked && !body.empty()) m_answer_trouble = {LineTrouble::Kind::kNoAnswersList, 0, true};
      return;
    }
    for (const Json& one : json["answers"]) {
      auto report = readGatewayAnswer(one.dump());
      if (report)
        m_reports.push_back(std::move(*report));
      else
        m_answer_trouble = {LineTrouble::Kind::kAnswerUnread};
    }
    if (was_asked && json.contains("next") && json["next"].is_number_integer())
      m_next = std::max<std::int64_t>(0, json["next"].get<std::int64_t>());
  }

  Webhook m_config;
  std::unique_ptr<CURLM, MultiEnd> m_multi;
  std::deque<Dispatch> m_waiting;
  std::vector<std::unique_ptr<Exchange>> m_active;
  std::vector<Dispatch> m_back;
  std::vector<LineReport> m_reports;
  LineTrouble m_trouble, m_answer_trouble;
  std::int64_t m_sent = 0, m_failed = 0, m_next = -1;
  std::int64_t m_down_utc_ms = 0, m_asked_utc_ms = 0;  // 0: never
};

bool isWebAddress(const std::string& url) {
  std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> parsed(curl_url(), &curl_url_cleanup);
  if (!parsed || curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) return false;
  char* scheme = nullptr;
  if (curl_url_get(parsed.get(), CURLUPART_SCHEME, &scheme, 0) != CURLUE_OK) return false;
  const std::string found = scheme;
  curl_free(scheme);
  return found == "http" || found == "https";
}

}  // namespace

Result<std::unique_ptr<ChannelLine>> makeWebhookLine(Webhook config) {
  static const CURLcode begun = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (begun != CURLE_OK) return fail(ErrorCode::kIoFailed, config.name, curl_easy_strerror(begun));
  constexpr char kExpected[] = ": an address that begins with http:// or https:// is expected";
  if (!isWebAddress(config.url)) return fail(ErrorCode::kInvalidArgument, config.name, std::string("url") + kExpected);
  if (!config.answers_url.empty() && !isWebAddress(config.answers_url))
    return fail(ErrorCode::kInvalidArgument, config.name, std::string("answers_url") + kExpected);
  // A line break would let the token write headers of its own.
  if (std::ranges::any_of(config.token, [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7F'; }))
    return fail(ErrorCode::kInvalidArgument, config.name, "token: one word is expected");
  CURLM* multi = curl_multi_init();
  if (!multi) return fail(ErrorCode::kIoFailed, config.name);
  return std::unique_ptr<ChannelLine>(std::make_unique<WebhookLine>(std::move(config), multi));
}

}  // namespace gis
