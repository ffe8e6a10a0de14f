// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHash>
#include <QNetworkProxy>
#include <QStringList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace tests {

// A web server on the loopback that knows some pages; it lives in the test's own event loop.
class WebServer : public QTcpServer {
 public:
  WebServer() {
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
      while (QTcpSocket* talk = nextPendingConnection()) {
        connect(talk, &QTcpSocket::disconnected, talk, &QObject::deleteLater);
        connect(talk, &QTcpSocket::readyRead, this, [this, talk] { answer(talk); });
      }
    });
  }
  QUrl url(const QString& path) const {
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(path));
  }
  QHash<QString, QByteArray> pages;
  QStringList asked;

 private:
  void answer(QTcpSocket* talk) {
    if (!talk->peek(65536).contains("\r\n\r\n")) return;
    const QString path = QString::fromLatin1(talk->readAll().split(' ').value(1));
    asked << path;
    const bool known = pages.contains(path);
    const QByteArray body = pages.value(path);
    talk->write(known ? "HTTP/1.1 200 OK\r\n" : "HTTP/1.1 404 Not Found\r\n");
    talk->write("Connection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    talk->disconnectFromHost();
  }
};

}  // namespace tests
