// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/call_tree_model.h"

#include <QColor>
#include <QFont>

#include "app/callout/callout_words.h"
#include "app/settings/theme.h"

namespace app {
namespace {

const QString kReached = QStringLiteral("●");
const QString kNotReached = QStringLiteral("·");

}  // namespace

bool CallTreeModel::passes(const PersonNow& now) const {
  switch (m_filter) {
    case TreeFilter::kAll:
      return true;
    case TreeFilter::kNotConfirmed:
      return now.reach < gis::Reach::kConfirmed && !now.settled;
    case TreeFilter::kSilent:
      return now.silent;
    case TreeFilter::kOverdue:
      return now.overdue;
  }
  return true;
}

int CallTreeModel::addNode(int node, int parent) {
  const int row = static_cast<int>(m_rows.size());
  m_rows.push_back({node, -1, parent, 0, {}});
  const gis::TallyNode& place = m_view->tree[static_cast<std::size_t>(node)];
  std::vector<int> children;
  for (const int target : place.targets) {
    if (m_passed[static_cast<std::size_t>(target)] == 0) continue;
    const int person = static_cast<int>(m_rows.size());
    m_rows.push_back({-1, target, row, static_cast<int>(children.size()), {}});
    m_row_of_target[static_cast<std::size_t>(target)] = person;
    children.push_back(person);
    ++m_shown;
  }
  for (const int child : place.children) {
    const int made = addNode(child, row);
    const bool empty = m_rows[static_cast<std::size_t>(made)].children.empty();
    if (empty && m_filter != TreeFilter::kAll) {
      m_rows.pop_back();
      continue;
    }
    m_rows[static_cast<std::size_t>(made)].at = static_cast<int>(children.size());
    children.push_back(made);
  }
  m_rows[static_cast<std::size_t>(row)].children = std::move(children);
  return row;
}

void CallTreeModel::build() {
  m_rows.clear();
  m_top.clear();
  m_shown = 0;
  if (!m_view || m_view->tree.empty()) return;
  m_passed.assign(m_view->persons.size(), 0);
  m_row_of_target.assign(m_view->persons.size(), -1);
  for (std::size_t i = 0; i < m_view->persons.size(); ++i) m_passed[i] = passes(m_view->persons[i]) ? 1 : 0;
  // Persons of a division that nobody knows stand on top: nobody is lost.
  for (const int target : m_view->tree.front().targets) {
    if (m_passed[static_cast<std::size_t>(target)] == 0) continue;
    m_row_of_target[static_cast<std::size_t>(target)] = static_cast<int>(m_rows.size());
    m_rows.push_back({-1, target, -1, static_cast<int>(m_top.size()), {}});
    m_top.push_back(m_row_of_target[static_cast<std::size_t>(target)]);
    ++m_shown;
  }
  for (const int child : m_view->tree.front().children) {
    const int made = addNode(child, -1);
    if (m_rows[static_cast<std::size_t>(made)].children.empty() && m_filter != TreeFilter::kAll) {
      m_rows.pop_back();
      continue;
    }
    m_rows[static_cast<std::size_t>(made)].at = static_cast<int>(m_top.size());
    m_top.push_back(made);
  }
}

void CallTreeModel::setView(CalloutViewPtr view) {
  const bool same = m_view && view && m_view->facts == view->facts && m_view->tree.size() == view->tree.size();
  bool moves = !same;
  if (same && m_filter != TreeFilter::kAll)
    for (std::size_t i = 0; i < view->persons.size() && !moves; ++i)
      moves = i >= m_passed.size() || (m_passed[i] != 0) != passes(view->persons[i]);
  if (moves) {
    beginResetModel();
    m_view = std::move(view);
    build();
    endResetModel();
    return;
  }
  if (m_view == view || m_view->last_seq == view->last_seq) return;
  m_view = std::move(view);
  tellChanged({});
}

// A view asks for what it shows only, but looks at a level for a signal of that level alone.
void CallTreeModel::tellChanged(const QModelIndex& parent) {
  const int rows = rowCount(parent);
  if (rows == 0) return;
  emit dataChanged(index(0, 0, parent), index(rows - 1, kColumns - 1, parent));
  for (int row = 0; row < rows; ++row) tellChanged(index(row, 0, parent));
}

void CallTreeModel::setFilter(TreeFilter filter) {
  if (filter == m_filter) return;
  beginResetModel();
  m_filter = filter;
  build();
  endResetModel();
}

void CallTreeModel::retranslate() {
  beginResetModel();
  endResetModel();
}

int CallTreeModel::targetOf(const QModelIndex& index) const {
  return index.isValid() ? m_rows[index.internalId()].target : -1;
}

std::string CallTreeModel::divisionOf(const QModelIndex& index) const {
  if (!index.isValid()) return {};
  const int node = m_rows[index.internalId()].node;
  return node < 0 ? std::string() : m_view->tree[static_cast<std::size_t>(node)].division.code;
}

QModelIndex CallTreeModel::indexOfTarget(int target) const {
  if (target < 0 || target >= static_cast<int>(m_row_of_target.size())) return {};
  const int row = m_row_of_target[static_cast<std::size_t>(target)];
  return row < 0 ? QModelIndex() : createIndex(m_rows[static_cast<std::size_t>(row)].at, 0, static_cast<quintptr>(row));
}

QModelIndex CallTreeModel::index(int row, int column, const QModelIndex& parent) const {
  const std::vector<int>& children = parent.isValid() ? m_rows[parent.internalId()].children : m_top;
  if (row < 0 || row >= static_cast<int>(children.size()) || column < 0 || column >= kColumns) return {};
  return createIndex(row, column, static_cast<quintptr>(children[static_cast<std::size_t>(row)]));
}

QModelIndex CallTreeModel::parent(const QModelIndex& index) const {
  if (!index.isValid()) return {};
  const int parent = m_rows[index.internalId()].parent;
  return parent < 0 ? QModelIndex()
                    : createIndex(m_rows[static_cast<std::size_t>(parent)].at, 0, static_cast<quintptr>(parent));
}

int CallTreeModel::rowCount(const QModelIndex& parent) const {
  if (parent.column() > 0) return 0;
  return static_cast<int>(parent.isValid() ? m_rows[parent.internalId()].children.size() : m_top.size());
}

QVariant CallTreeModel::placeData(const gis::TallyNode& node, int column, int role) const {
  const gis::Tally& t = node.all;
  const int counts[kColumns] = {0, t.issued, t.sent, t.heard, t.confirmed, t.fed_back, t.silent, t.overdue};
  const bool alarm = (column == kSilent || column == kOverdue) && counts[column] > 0;
  switch (role) {
    case Qt::DisplayRole:
      if (column == kName) return QString::fromStdString(node.division.name);
      if (counts[column] == 0 && column != kToCall) return kNotReached;
      return counts[column];
    case Qt::ForegroundRole:
      if (alarm) return column == kSilent ? currentColours().danger : currentColours().caution;
      // What is whole needs no eye.
      if (column > kName && counts[column] == 0) return currentColours().text_faint;
      if (column == kConfirmed && t.confirmed == t.issued) return currentColours().accent;
      return {};
    case Qt::FontRole:
      if (alarm || node.division.level <= 3) {
        QFont font;
        font.setBold(true);
        return font;
      }
      return {};
    default:
      return {};
  }
}

QVariant CallTreeModel::personData(int target, int column, int role) const {
  const PersonFacts& facts = m_view->facts->persons[static_cast<std::size_t>(target)];
  const PersonNow& now = m_view->persons[static_cast<std::size_t>(target)];
  const bool reached[kColumns] = {false,
                                  true,
                                  now.called,
                                  now.reach >= gis::Reach::kHeard,
                                  now.reach >= gis::Reach::kConfirmed,
                                  now.reach >= gis::Reach::kOnPost,
                                  now.silent,
                                  now.overdue};
  switch (role) {
    case Qt::DisplayRole:
      if (column == kName) {
        const QString who = now.holder.isEmpty() ? facts.name : QStringLiteral("%1→%2").arg(facts.name, now.holder);
        return QStringLiteral("%1  %2").arg(who, facts.post);
      }
      return reached[column] ? kReached : kNotReached;
    case Qt::ForegroundRole:
      if (column == kSilent && now.silent) return currentColours().danger;
      if (column == kOverdue && now.overdue) return currentColours().caution;
      if (column == kName) return now.silent ? QVariant(currentColours().danger) : QVariant();
      if (column == kConfirmed && reached[column]) return currentColours().accent;
      return reached[column] ? currentColours().text_second : currentColours().text_faint;
    case Qt::ToolTipRole:
      return QStringLiteral("%1\n%2 · %3").arg(personText(facts), facts.masked_phone, standText(now));
    default:
      return {};
  }
}

QVariant CallTreeModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  if (role == Qt::TextAlignmentRole && index.column() > kName) return static_cast<int>(Qt::AlignCenter);
  const Row& row = m_rows[index.internalId()];
  if (row.target >= 0) return personData(row.target, index.column(), role);
  return placeData(m_view->tree[static_cast<std::size_t>(row.node)], index.column(), role);
}

QVariant CallTreeModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole && section > kName) return static_cast<int>(Qt::AlignCenter);
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
  const bool tip = role == Qt::ToolTipRole;
  switch (section) {
    case kName:
      return tr("Place and person");
    case kToCall:
      return tip ? tr("Persons to be called") : tr("To", "short heading: persons to be called");
    case kCalled:
      return tip ? tr("Called so far") : tr("Out", "short heading: called so far");
    case kHeard:
      return tip ? tr("Heard to the end") : tr("Heard", "short heading");
    case kConfirmed:
      return tip ? tr("Confirmed") : tr("Conf.", "short heading: confirmed");
    case kFedBack:
      return tip ? tr("Fed back: on post, people moved, done") : tr("Back", "short heading: fed back");
    case kSilent:
      return tip ? tr("Silent: every step was tried") : tr("Silent", "short heading");
    case kOverdue:
      return tip ? tr("Past a deadline") : tr("Late", "short heading");
    default:
      return {};
  }
}

}  // namespace app
