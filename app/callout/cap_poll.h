// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>
#include <QUrl>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/callout/callout_jobs.h"
#include "app/jobs/job_slot.h"

class QNetworkAccessManager;
class QNetworkReply;

namespace app {

// Asks an address for warnings every minute, when an officer has given one: a CAP message, or a feed whose links on the
// same host are fetched, at most 50 new ones a round. What comes is kept as if it were a file of the watched folder.
// Nothing of it waits, and a server that is silent costs one line of state, no messages. Window's thread.
class CapPoll : public QObject {
  Q_OBJECT
 public:
  explicit CapPoll(JobPools& pools, QObject* parent = nullptr);
  ~CapPoll() override;
  // Asks at once if anything is new about it. Empty: asks nobody any more.
  void setAddress(const std::optional<std::filesystem::path>& workspace, const QUrl& address);
  void ask();
  bool busy() const;
  // "gateway.example: last asked 02:35, no answer"; empty: nobody is asked.
  QString text() const;
  // http or https with a host.
  static bool isAddress(const QUrl& address);

 signals:
  void changed();
  // Warnings that were not here before; the newest of them.
  void arrived(int count, const std::string& newest);

 private:
  enum class Ending { kNever, kDone, kSilent, kStatus, kTooLarge, kNoFeed, kNotKept };
  struct Wanted {
    QUrl url;
    QByteArray mark;
  };
  struct Came {
    std::string name, bytes;
  };
  using Then = std::function<void(Ending how, const QByteArray& body)>;
  void fetch(const QUrl& url, Then then);
  void takeList(const QByteArray& body);
  void fetchNext();
  void keep();
  void end(Ending how);
  void stop();

  QNetworkAccessManager* m_network = nullptr;  // made when an address is given
  QPointer<QNetworkReply> m_reply;
  QTimer m_every;
  JobSlot<std::vector<WarningFileOutcome>> m_keep;
  std::optional<std::filesystem::path> m_workspace;
  QUrl m_address, m_asked;  // m_asked: where the answer came from
  QSet<QByteArray> m_seen;  // marks of what was kept
  QList<Wanted> m_wanted;
  std::vector<Came> m_came;
  QList<QByteArray> m_came_marks;
  Ending m_round = Ending::kDone, m_ending = Ending::kNever;
  int m_status = 0, m_fresh = 0, m_unread = 0;
  qint64 m_asked_utc_ms = 0;
};

}  // namespace app
