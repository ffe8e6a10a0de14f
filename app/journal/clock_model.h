// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractTableModel>

#include "app/journal/journal_job.h"

namespace app {

// The deadlines that run, nearest first, with the time that is left; colour only where one is over or about to be.
// Window's thread.
class ClockModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { kLeft, kWhat, kWho, kColumns };
  using QAbstractTableModel::QAbstractTableModel;
  void setView(JournalViewPtr view, bool with_drills);
  // The time moved on.
  void setNow(std::int64_t now_utc_ms);
  const gis::journal::ClockState* at(int row) const;
  void retranslate();

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& = {}) const override { return kColumns; }
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  QString whatText(const gis::journal::ClockState& clock) const;
  JournalViewPtr m_view;
  std::vector<const gis::journal::ClockState*> m_running;
  std::int64_t m_now_utc_ms = 0;
};

}  // namespace app
