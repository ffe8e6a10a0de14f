// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/cap_poll.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <utility>

#include "gis/cap/cap_feed.h"
#include "gis/core/clock.h"

namespace app {
namespace {

constexpr int kAskEveryMs = 60'000, kMostWaitMs = 15'000, kMostNewOnes = 50;
constexpr qint64 kMostFetchedBytes = 2 * 1024 * 1024;

QByteArray markOf(const QByteArray& what) { return QCryptographicHash::hash(what, QCryptographicHash::Sha256); }

}  // namespace

CapPoll::CapPoll(JobPools& pools, QObject* parent) : QObject(parent), m_keep(pools, Pool::kIo) {
  m_every.setInterval(kAskEveryMs);
  connect(&m_every, &QTimer::timeout, this, &CapPoll::ask);
}

CapPoll::~CapPoll() { stop(); }

bool CapPoll::isAddress(const QUrl& address) {
  return address.isValid() && !address.host().isEmpty() &&
         (address.scheme() == QLatin1String("http") || address.scheme() == QLatin1String("https"));
}

void CapPoll::setAddress(const std::optional<std::filesystem::path>& workspace, const QUrl& address) {
  const QUrl usable = workspace && isAddress(address) ? address : QUrl();
  if (workspace == m_workspace && usable == m_address) return;
  stop();
  m_workspace = workspace;
  m_address = usable;
  m_seen.clear();
  m_ending = Ending::kNever;
  emit changed();
  if (m_address.isEmpty()) return;
  m_every.start();
  ask();
}

bool CapPoll::busy() const { return m_reply != nullptr || m_keep.busy(); }

void CapPoll::stop() {
  m_every.stop();
  m_keep.drop();
  m_wanted.clear();
  m_came.clear();
  m_came_marks.clear();
  if (QNetworkReply* reply = m_reply) {
    m_reply = nullptr;
    disconnect(reply, nullptr, this, nullptr);
    reply->abort();
    reply->deleteLater();
  }
}

void CapPoll::fetch(const QUrl& url, Then then) {
  if (!m_network) m_network = new QNetworkAccessManager(this);
  QNetworkRequest request(url);
  request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
  request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("fengsui"));
  // As it is: what unfolds on its way could be of any size.
  request.setRawHeader("Accept-Encoding", "identity");
  QNetworkReply* reply = m_network->get(request);
  m_reply = reply;
  // Not Qt's own limit, which a server that sends a byte now and then never reaches.
  auto* limit = new QTimer(reply);
  limit->setSingleShot(true);
  connect(limit, &QTimer::timeout, reply, &QNetworkReply::abort);
  limit->start(kMostWaitMs);
  connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64 total) {
    if (received <= kMostFetchedBytes && total <= kMostFetchedBytes) return;
    reply->setProperty("too_large", true);
    reply->abort();
  });
  connect(reply, &QNetworkReply::finished, this, [this, reply, then = std::move(then)] {
    reply->deleteLater();
    if (m_reply != reply) return;
    m_reply = nullptr;
    m_status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_asked = reply->url();
    const bool whole = reply->error() == QNetworkReply::NoError && m_status >= 200 && m_status < 300;
    const Ending how = reply->property("too_large").toBool() ? Ending::kTooLarge
                       : whole                               ? Ending::kDone
                       : m_status >= 300                     ? Ending::kStatus
                                                             : Ending::kSilent;
    then(how, how == Ending::kDone ? reply->readAll() : QByteArray());
  });
}

void CapPoll::ask() {
  if (m_address.isEmpty() || busy()) return;
  m_asked_utc_ms = gis::SystemClock().nowUtcMs();
  m_round = Ending::kDone;
  m_fresh = m_unread = 0;
  fetch(m_address, [this](Ending how, const QByteArray& body) {
    if (how != Ending::kDone) return end(how);
    takeList(body);
  });
}

void CapPoll::takeList(const QByteArray& body) {
  const std::string_view bytes(body.constData(), static_cast<std::size_t>(body.size()));
  const auto links = gis::readCapFeed(bytes);
  // A warning itself, or what wants to be one: whoever keeps it says what is wrong with it.
  const bool is_one = (!links && links.error().kind == gis::CapProblemKind::kNotCap) || gis::readCap(bytes);
  if (!is_one && !links) return end(Ending::kNoFeed);
  if (is_one) {
    const QByteArray mark = markOf(body);
    if (m_seen.contains(mark)) return end(Ending::kDone);
    m_came.push_back({m_asked.fileName().toStdString(), std::string(bytes)});
    m_came_marks << mark;
    return keep();
  }
  QSet<QByteArray> still;
  for (const gis::CapLink& link : *links) {
    const QUrl url = m_asked.resolved(QUrl(QString::fromStdString(link.href)));
    const QByteArray mark = markOf(url.toEncoded() + ' ' + QByteArray::fromStdString(link.stamp));
    if (m_seen.contains(mark)) {
      still.insert(mark);
      continue;
    }
    const bool no_worse = url.scheme() == QLatin1String("https") || url.scheme() == m_asked.scheme();
    if (!isAddress(url) || !no_worse || url.host() != m_asked.host() || m_wanted.size() >= kMostNewOnes) continue;
    m_wanted << Wanted{url, mark};
  }
  // What the feed no longer names need not be remembered.
  m_seen = std::move(still);
  fetchNext();
}

// One after the other: a list of fifty is no reason to press a weather office's server.
void CapPoll::fetchNext() {
  if (m_wanted.isEmpty()) return m_came.empty() ? end(m_round) : keep();
  const Wanted wanted = m_wanted.takeFirst();
  fetch(wanted.url, [this, wanted](Ending how, const QByteArray& body) {
    if (how == Ending::kDone) {
      m_came.push_back({wanted.url.fileName().toStdString(), body.toStdString()});
      m_came_marks << wanted.mark;
    } else if (how == Ending::kSilent) {
      // The rest would be silent as well; asked for again in the next round.
      m_round = how;
      m_wanted.clear();
    } else {
      ++m_unread;
      if (how == Ending::kTooLarge) m_seen.insert(wanted.mark);
    }
    fetchNext();
  });
}

void CapPoll::keep() {
  m_keep.ask(
      [where = *m_workspace, came = std::exchange(m_came, {})](const gis::CancelToken&, const gis::Progress&) {
        std::vector<WarningFileOutcome> outcomes;
        for (const Came& one : came)
          outcomes.push_back(addWarningBytes(where, one.name, one.bytes, "address", gis::SystemClock().nowUtcMs()));
        return outcomes;
      },
      [this](std::vector<WarningFileOutcome> outcomes) {
        std::string newest;
        bool not_kept = false;
        int here = 0;
        for (const WarningFileOutcome& outcome : outcomes) {
          not_kept = not_kept || outcome.error;
          m_unread += outcome.refused.has_value();
          if (!outcome.arrival || *outcome.arrival == gis::WarningArrival::kDuplicate) continue;
          ++here;
          if (*outcome.arrival == gis::WarningArrival::kNew) newest = outcome.identifier;
        }
        // A full disk or a locked file: the same is asked for again.
        if (not_kept)
          m_round = Ending::kNotKept;
        else
          for (const QByteArray& mark : m_came_marks) m_seen.insert(mark);
        m_fresh = here;
        end(m_round);
        if (here > 0) emit arrived(here, newest);
      });
}

void CapPoll::end(Ending how) {
  m_came_marks.clear();
  m_ending = how;
  emit changed();
}

QString CapPoll::text() const {
  if (m_address.isEmpty()) return {};
  QString how;
  switch (m_ending) {
    case Ending::kNever:
      return tr("%1: not yet asked").arg(m_address.host());
    case Ending::kDone:
      how = m_fresh > 0 ? tr("%n new", nullptr, m_fresh) : tr("nothing new");
      break;
    case Ending::kSilent:
      how = tr("no answer");
      break;
    case Ending::kStatus:
      how = tr("it answers %1").arg(m_status);
      break;
    case Ending::kTooLarge:
      how = tr("the answer is too large");
      break;
    case Ending::kNoFeed:
      how = tr("neither a warning nor a list of warnings");
      break;
    case Ending::kNotKept:
      how = tr("what came could not be kept");
      break;
  }
  if (m_unread > 0) how += tr(", %n not readable", nullptr, m_unread);
  const QString time = QDateTime::fromMSecsSinceEpoch(m_asked_utc_ms).toString(QStringLiteral("HH:mm"));
  return tr("%1: last asked %2, %3").arg(m_address.host(), time, how);
}

}  // namespace app
