// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/check_tree.h"

#include <QHeaderView>
#include <QResizeEvent>
#include <algorithm>
#include <numeric>

#include "app/check_report/check_text.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"

namespace app {
namespace {

constexpr int kRule = Qt::UserRole, kCounty = Qt::UserRole + 1, kFinding = Qt::UserRole + 2, kFilled = Qt::UserRole + 3;
constexpr int kTextColumn = 0, kCountColumn = 1, kChangeColumn = 2;

QIcon severityIcon(gis::RuleSeverity severity) {
  const ThemeColours& colours = currentColours();
  switch (severity) {
    case gis::RuleSeverity::kError:
      return iconPixmap(QStringLiteral("error"), colours.danger, dp(16));
    case gis::RuleSeverity::kWarning:
      return iconPixmap(QStringLiteral("warning"), colours.caution, dp(16));
    case gis::RuleSeverity::kNote:
      break;
  }
  return iconPixmap(QStringLiteral("info"), colours.text_faint, dp(16));
}

}  // namespace

CheckTree::CheckTree(QWidget* parent) : QTreeWidget(parent) {
  setColumnCount(3);
  setUniformRowHeights(true);
  setIconSize(QSize(dp(16), dp(16)));
  setIndentation(dp(16));
  header()->setStretchLastSection(false);
  header()->setSectionResizeMode(kTextColumn, QHeaderView::Stretch);
  header()->setSectionResizeMode(kCountColumn, QHeaderView::ResizeToContents);
  header()->setSectionResizeMode(kChangeColumn, QHeaderView::ResizeToContents);
  connect(this, &QTreeWidget::itemExpanded, this, &CheckTree::fill);
  const auto activate = [this](QTreeWidgetItem* item) {
    if (const gis::Finding* finding = findingOf(item)) emit findingActivated(*finding);
  };
  connect(this, &QTreeWidget::itemClicked, this, activate);
  connect(this, &QTreeWidget::itemActivated, this, activate);
}

std::int64_t CheckTree::countOf(const gis::RuleResult& result) const {
  if (m_county.empty()) return result.count;
  const auto found = result.by_county.find(m_county);
  return found == result.by_county.end() ? 0 : found->second;
}

void CheckTree::show(const CheckOutcome* outcome, const std::string& county_code, const QString& language,
                     bool all_rules) {
  m_outcome = outcome;
  m_county = county_code;
  m_language = language;
  clear();
  setHeaderLabels({tr("Rule, county, row"), tr("Rows"), tr("Change")});
  if (outcome == nullptr) return;
  const auto& results = outcome->report.results;
  std::vector<int> order(results.size());
  std::iota(order.begin(), order.end(), 0);
  const auto weight = [&](int i) {
    const gis::RuleResult& result = results[static_cast<std::size_t>(i)];
    return std::tuple(!result.error && countOf(result) == 0, result.rule.severity, -countOf(result));
  };
  std::ranges::stable_sort(order, {}, weight);
  for (const int i : order) {
    const gis::RuleResult& result = results[static_cast<std::size_t>(i)];
    if (all_rules || result.error || countOf(result) > 0) addRule(result, i);
  }
}

void CheckTree::addRule(const gis::RuleResult& result, int index) {
  auto* item = new QTreeWidgetItem(this);
  const std::int64_t count = countOf(result);
  const bool sound = !result.error && count == 0;
  item->setData(kTextColumn, kRule, index);
  item->setText(kTextColumn, ruleText(result.rule.title, m_language));
  item->setIcon(kTextColumn, sound ? QIcon(iconPixmap(QStringLiteral("check"), currentColours().text_faint, dp(16)))
                                   : severityIcon(result.rule.severity));
  item->setToolTip(kTextColumn, ruleText(result.rule.text, m_language));
  item->setTextAlignment(kCountColumn, Qt::AlignRight | Qt::AlignVCenter);
  item->setTextAlignment(kChangeColumn, Qt::AlignRight | Qt::AlignVCenter);
  if (sound) item->setForeground(kTextColumn, currentColours().text_faint);
  if (result.error) {
    item->setText(kCountColumn, tr("not checked"));
    item->setToolTip(kTextColumn, errorSentence(*result.error));
    return;
  }
  item->setText(kCountColumn, QString::number(count));
  const auto then = m_outcome->before.empty() ? std::nullopt : m_outcome->before.front().of(result.rule.id, m_county);
  if (then && *then != count) {
    item->setText(kChangeColumn,
                  count > *then ? QStringLiteral("▲%1").arg(count - *then) : QStringLiteral("▼%1").arg(*then - count));
    item->setForeground(kChangeColumn, count > *then ? currentColours().danger : currentColours().accent);
  }
  for (const auto& [code, rows] : result.by_county) {
    if (!m_county.empty() && code != m_county) continue;
    auto* county = new QTreeWidgetItem(item, {countyText(m_outcome->report, code), QString::number(rows)});
    county->setData(kTextColumn, kRule, index);
    county->setData(kTextColumn, kCounty, QString::fromStdString(code));
    county->setTextAlignment(kCountColumn, Qt::AlignRight | Qt::AlignVCenter);
    county->setChildIndicatorPolicy(QTreeWidgetItem::ShowIndicator);
  }
}

void CheckTree::fill(QTreeWidgetItem* county) {
  if (county->parent() == nullptr || county->data(kTextColumn, kFilled).toBool()) return;
  const gis::RuleResult* result = ruleOf(county);
  if (result == nullptr) return;
  county->setData(kTextColumn, kFilled, true);
  const std::string code = county->data(kTextColumn, kCounty).toString().toStdString();
  std::int64_t left = result->by_county.at(code);
  QList<QTreeWidgetItem*> rows;
  for (std::size_t i = 0; i < result->findings.size(); ++i) {
    const gis::Finding& finding = result->findings[i];
    if (finding.county_code != code) continue;
    const QString value = QString::fromStdString(finding.value);
    const QString name = rowText(m_outcome->report, finding, m_language);
    auto* row = new QTreeWidgetItem({value.isEmpty() || value == name ? name : name + QStringLiteral("  ·  ") + value});
    row->setData(kTextColumn, kRule, county->data(kTextColumn, kRule));
    row->setData(kTextColumn, kFinding, static_cast<int>(i));
    row->setToolTip(kTextColumn, QStringLiteral("%1 %2\n%3")
                                     .arg(tableText(m_outcome->report, finding.table, m_language))
                                     .arg(finding.fid)
                                     .arg(placeText(finding)));
    rows << row;
    --left;
  }
  if (left > 0) {
    auto* more = new QTreeWidgetItem({tr("and %1 more, all in the Excel report").arg(left)});
    more->setFlags(Qt::ItemIsEnabled);
    rows << more;
  }
  county->addChildren(rows);
}

const gis::RuleResult* CheckTree::ruleOf(const QTreeWidgetItem* item) const {
  if (item == nullptr || m_outcome == nullptr) return nullptr;
  const QVariant index = item->data(kTextColumn, kRule);
  return index.isValid() ? &m_outcome->report.results[index.toUInt()] : nullptr;
}

const gis::Finding* CheckTree::findingOf(const QTreeWidgetItem* item) const {
  const gis::RuleResult* result = ruleOf(item);
  const QVariant index = item == nullptr ? QVariant() : item->data(kTextColumn, kFinding);
  return result != nullptr && index.isValid() ? &result->findings[index.toUInt()] : nullptr;
}

const gis::RuleResult* CheckTree::chosenRule() const { return ruleOf(currentItem()); }
const gis::Finding* CheckTree::chosenFinding() const { return findingOf(currentItem()); }

void CheckTree::resizeEvent(QResizeEvent* event) {
  // In a narrow dock the text matters more than the change.
  setColumnHidden(kChangeColumn, event->size().width() < dp(260));
  QTreeWidget::resizeEvent(event);
}

}  // namespace app
