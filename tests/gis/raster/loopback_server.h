// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>

namespace gis {

// Answers each GET on a port of this machine with one body, 404 for paths that hold "hole"; ends with the object, and
// by itself after twenty seconds.
class LoopbackServer {
 public:
  explicit LoopbackServer(std::string body) : m_body(std::move(body)) {
    m_listening = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(m_listening, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(m_listening, 16) != 0) return;
    ::getsockname(m_listening, reinterpret_cast<sockaddr*>(&address), &size);
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
  }
  ~LoopbackServer() {
    m_stop = true;
    if (m_thread.joinable()) m_thread.join();
    ::close(m_listening);
  }
  std::string at(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(m_port) + path; }
  int asked() const { return m_asked; }

 private:
  void serve() {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!m_stop && std::chrono::steady_clock::now() < end) {
      pollfd waiting{m_listening, POLLIN, 0};
      if (::poll(&waiting, 1, 20) <= 0) continue;
      const int client = ::accept(m_listening, nullptr, nullptr);
      if (client < 0) continue;
      char request[2048];
      const auto got = ::recv(client, request, sizeof request, 0);
      const std::string line(request, got > 0 ? static_cast<std::size_t>(got) : 0);
      ++m_asked;
      const bool hole = line.find("hole") != std::string::npos;
      const std::string body = hole ? "" : m_body;
      const std::string answer = std::string("HTTP/1.1 ") + (hole ? "404 Not Found" : "200 OK") +
                                 "\r\nContent-Length: " + std::to_string(body.size()) +
                                 "\r\nConnection: close\r\n\r\n" + body;
      for (std::size_t sent = 0; sent < answer.size();) {
        const auto more = ::send(client, answer.data() + sent, answer.size() - sent, MSG_NOSIGNAL);
        if (more <= 0) break;
        sent += static_cast<std::size_t>(more);
      }
      ::close(client);
    }
  }
  std::string m_body;
  int m_listening = -1;
  int m_port = 0;
  std::atomic<bool> m_stop = false;
  std::atomic<int> m_asked = 0;
  std::thread m_thread;
};

}  // namespace gis
