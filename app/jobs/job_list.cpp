// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/job_list.h"

namespace app {

namespace {
constexpr std::size_t kMaxFinished = 50;
}

JobList::JobList(QObject* parent) : QAbstractListModel(parent) {}

int JobList::add(Title title, std::function<void()> cancel) {
  beginInsertRows({}, 0, 0);
  const int job = m_next_job++;
  m_entries.insert(m_entries.begin(), Entry{job, std::move(title), std::move(cancel), 0, JobState::kRunning});
  endInsertRows();
  emit summaryChanged();
  return job;
}

int JobList::rowOf(int job) const {
  for (std::size_t i = 0; i < m_entries.size(); ++i)
    if (m_entries[i].job == job) return static_cast<int>(i);
  return -1;
}

void JobList::setProgress(int job, double done_ratio) {
  const int row = rowOf(job);
  if (row < 0) return;
  m_entries[static_cast<std::size_t>(row)].done_ratio = std::clamp(done_ratio, 0.0, 1.0);
  emit dataChanged(index(row), index(row), {kProgressRole});
  emit summaryChanged();
}

void JobList::finish(int job, JobState state) {
  const int row = rowOf(job);
  if (row < 0) return;
  Entry& entry = m_entries[static_cast<std::size_t>(row)];
  entry.state = state;
  entry.cancel = {};
  if (state == JobState::kDone) entry.done_ratio = 1;
  emit dataChanged(index(row), index(row));
  if (m_entries.size() > kMaxFinished && m_entries.back().state != JobState::kRunning) {
    const int last = static_cast<int>(m_entries.size()) - 1;
    beginRemoveRows({}, last, last);
    m_entries.pop_back();
    endRemoveRows();
  }
  emit summaryChanged();
}

void JobList::cancel(int row) {
  if (row < 0 || row >= rowCount()) return;
  const auto call = m_entries[static_cast<std::size_t>(row)].cancel;
  if (call) call();
}

void JobList::removeFinished() {
  beginResetModel();
  std::erase_if(m_entries, [](const Entry& e) { return e.state != JobState::kRunning; });
  endResetModel();
}

void JobList::retranslate() {
  if (!m_entries.empty()) emit dataChanged(index(0), index(rowCount() - 1));
  emit summaryChanged();
}

int JobList::runningCount() const {
  return static_cast<int>(
      std::count_if(m_entries.begin(), m_entries.end(), [](const Entry& e) { return e.state == JobState::kRunning; }));
}

double JobList::runningProgressRatio() const {
  double sum = 0;
  for (const Entry& e : m_entries)
    if (e.state == JobState::kRunning) sum += e.done_ratio;
  const int count = runningCount();
  return count == 0 ? 1 : sum / count;
}

QString JobList::runningTitle() const {
  for (auto it = m_entries.rbegin(); it != m_entries.rend(); ++it)
    if (it->state == JobState::kRunning) return it->title();
  return {};
}

int JobList::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant JobList::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const Entry& entry = m_entries[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      return entry.title();
    case kStateRole:
      return static_cast<int>(entry.state);
    case kProgressRole:
      return entry.done_ratio;
    case kCancellableRole:
      return static_cast<bool>(entry.cancel);
    default:
      return {};
  }
}

}  // namespace app
