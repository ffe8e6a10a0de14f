// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractTableModel>

#include "app/journal/journal_job.h"

namespace app {

// The entries of a view, newest first; a correction and what it corrects say so in their text. Window's thread.
class EntryModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { kTime, kKind, kWhat, kWho, kColumns };
  using QAbstractTableModel::QAbstractTableModel;
  void setView(JournalViewPtr view);
  const gis::journal::Entry* at(int row) const;
  int rowOf(std::int64_t seq) const;  // -1: not listed
  void retranslate();
  static QString whatText(const JournalView& view, const gis::journal::Entry& entry);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& = {}) const override { return kColumns; }
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  JournalViewPtr m_view;
};

}  // namespace app
