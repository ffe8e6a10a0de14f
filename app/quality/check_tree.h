// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTreeWidget>
#include <string>

#include "app/quality/check_job.h"

namespace app {

// What a check found: rules, worst first, with the number of rows and the change since the last check; under each its
// counties, under those the rows. Rows are made when a county is opened. Window's thread.
class CheckTree : public QTreeWidget {
  Q_OBJECT
 public:
  explicit CheckTree(QWidget* parent = nullptr);

  // Shows `outcome`, which must live until the next call; null: nothing. `county_code` empty: the whole city.
  void show(const CheckOutcome* outcome, const std::string& county_code, const QString& language, bool all_rules);
  // The rule that is chosen or whose row is; null for none.
  const gis::RuleResult* chosenRule() const;
  const gis::Finding* chosenFinding() const;

 signals:
  void findingActivated(const gis::Finding& finding);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void addRule(const gis::RuleResult& result, int index);
  void fill(QTreeWidgetItem* county);
  const gis::RuleResult* ruleOf(const QTreeWidgetItem* item) const;
  const gis::Finding* findingOf(const QTreeWidgetItem* item) const;
  std::int64_t countOf(const gis::RuleResult& result) const;
  const CheckOutcome* m_outcome = nullptr;
  std::string m_county;
  QString m_language;
};

}  // namespace app
