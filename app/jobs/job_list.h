// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractListModel>
#include <QString>
#include <functional>
#include <vector>

namespace app {

enum class JobState { kRunning, kDone, kFailed, kCancelled };

// The long work the user should know of, newest first: title, progress, state, a way to cancel. Shown in the Jobs
// panel and summed up in the status bar. Window's thread only.
class JobList : public QAbstractListModel {
  Q_OBJECT
 public:
  enum Role { kStateRole = Qt::UserRole + 1, kProgressRole, kCancellableRole };
  using Title = std::function<QString()>;  // asked again after a change of language

  explicit JobList(QObject* parent = nullptr);

  // Returns the job's number. `cancel` may be empty; the owner answers it with finish(kCancelled).
  int add(Title title, std::function<void()> cancel = {});
  void setProgress(int job, double done_ratio);
  void finish(int job, JobState state);
  void cancel(int row);
  void removeFinished();
  void retranslate();

  int runningCount() const;
  // Mean progress of what runs, 0..1.
  double runningProgressRatio() const;
  // The title of the oldest running job, for the status bar.
  QString runningTitle() const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 signals:
  void summaryChanged();

 private:
  struct Entry {
    int job;
    Title title;
    std::function<void()> cancel;
    double done_ratio;
    JobState state;
  };
  int rowOf(int job) const;
  std::vector<Entry> m_entries;
  int m_next_job = 1;
};

}  // namespace app
