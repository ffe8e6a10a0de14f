// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractItemModel>
#include <vector>

#include "app/callout/callout_view.h"

namespace app {

enum class TreeFilter { kAll, kNotConfirmed, kSilent, kOverdue };

// The places of a call-out from city to village with their counts, and the persons in them. New counts of the same
// call-out move nothing: what is open, chosen and scrolled to stays. Window's thread.
class CallTreeModel : public QAbstractItemModel {
  Q_OBJECT
 public:
  enum Column { kName, kToCall, kCalled, kHeard, kConfirmed, kFedBack, kSilent, kOverdue, kColumns };
  explicit CallTreeModel(QObject* parent = nullptr) : QAbstractItemModel(parent) {}

  void setView(CalloutViewPtr view);
  void setFilter(TreeFilter filter);
  TreeFilter filter() const { return m_filter; }
  void retranslate();
  // The person of a row (its target); -1: a place.
  int targetOf(const QModelIndex& index) const;
  // The division of a row; empty: a person.
  std::string divisionOf(const QModelIndex& index) const;
  QModelIndex indexOfTarget(int target) const;
  int shownPersons() const { return m_shown; }

  QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  QModelIndex parent(const QModelIndex& index) const override;
  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& = {}) const override { return kColumns; }
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  void tellChanged(const QModelIndex& parent);
  // Rows by their place in m_rows: a place (node >= 0) or a person.
  struct Row {
    int node = -1, target = -1, parent = -1, at = 0;  // at: among its parent's children
    std::vector<int> children;
  };
  void build();
  bool passes(const PersonNow& now) const;
  int addNode(int node, int parent);
  QVariant placeData(const gis::TallyNode& node, int column, int role) const;
  QVariant personData(int target, int column, int role) const;

  CalloutViewPtr m_view;
  TreeFilter m_filter = TreeFilter::kAll;
  std::vector<Row> m_rows;
  std::vector<int> m_top;
  std::vector<char> m_passed;  // by target: what the rows were built for
  std::vector<int> m_row_of_target;
  int m_shown = 0;
};

}  // namespace app
