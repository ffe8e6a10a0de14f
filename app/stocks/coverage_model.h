// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractTableModel>
#include <string>
#include <vector>

#include "app/stocks/stocks_job.h"

namespace app {

// Which rows of the stocks are wanted; 0 and empty: all.
struct CoverageFilter {
  int tier = 0;
  std::string county;  // six digits
  std::int64_t depot_id = 0;
  std::string class_code;  // and what is below it
  std::int64_t item_id = 0;
  bool only_short = false, only_expired = false, only_expiring = false;
  std::string words;  // in small letters, separated by blanks; each in name, code or pinyin of depot or item
};

// Depots and items: what is usable against what should be there; what is short comes first, the worst on top.
class CoverageModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { kItem, kDepot, kUsable, kMinimum, kLasts, kShort, kReserved, kOnTheRoad, kNotUsable, kColumns };
  using QAbstractTableModel::QAbstractTableModel;

  void setView(StockViewPtr view, const CoverageFilter& filter);
  const gis::stocks::Coverage* at(int row) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  QString cell(const gis::stocks::Coverage& one, int column) const;
  QString tip(const gis::stocks::Coverage& one) const;
  StockViewPtr m_view;
  std::vector<const gis::stocks::Coverage*> m_rows;
};

}  // namespace app
