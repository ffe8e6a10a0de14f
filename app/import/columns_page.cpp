// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/columns_page.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/settings/theme.h"
#include "app/text/import_text.h"

namespace app {

namespace {

enum Column { kName, kFrom, kValue, kSure, kColumns };

// What the box's data says besides a field's name.
const QString kNothing = QStringLiteral("\x01nothing");
const QString kSame = QStringLiteral("\x01same");
const QString kPlace = QStringLiteral("\x01place");
const QString kMeasured = QStringLiteral("\x01measured");

bool isMeasurable(const std::string& column) {
  return column.ends_with("_m2") || column.ends_with("_km2") || column == "length_m";
}

}  // namespace

ColumnsPage::ColumnsPage(QWidget* parent)
    : QWidget(parent), m_hint(new QLabel), m_rows(new QTableWidget), m_words(gis::Synonyms::load()) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(dp(8));
  m_hint->setText(
      tr("From which field of the file does each column get its value? Columns marked * need one in every row."));
  m_hint->setWordWrap(true);
  m_hint->setProperty("role", "second");
  m_rows->setColumnCount(kColumns);
  m_rows->setHorizontalHeaderLabels({tr("Column"), tr("From"), tr("Value"), tr("How it was found")});
  m_rows->verticalHeader()->hide();
  m_rows->verticalHeader()->setDefaultSectionSize(dp(36));
  m_rows->setSelectionMode(QAbstractItemView::NoSelection);
  m_rows->horizontalHeader()->setStretchLastSection(true);
  m_rows->setAccessibleName(tr("Columns of the table"));
  column->addWidget(m_hint);
  column->addWidget(m_rows, 1);
  connect(m_rows, &QTableWidget::cellChanged, this, [this](int row, int at) {
    if (m_filling || at != kValue) return;
    const auto name = m_rows->item(row, kName)->data(Qt::UserRole).toString().toStdString();
    if (const gis::TargetColumn* of = m_table.find(name)) take(row, *of);
  });
}

void ColumnsPage::setDraft(gis::ImportDraft* draft, const gis::TargetTable& table, TableFields table_fields,
                           bool chinese) {
  m_draft = draft;
  m_table = table;
  m_fields = std::move(table_fields);
  m_chinese = chinese;
  m_filling = true;
  m_rows->setRowCount(0);
  // What must be there first; what every row has by itself last.
  std::vector<const gis::TargetColumn*> columns;
  for (const gis::TargetColumn& column : m_table.columns)
    if (column.name != "created_utc" && column.name != "changed_utc") columns.push_back(&column);
  std::ranges::stable_sort(columns, {}, [](const gis::TargetColumn* column) {
    return column->name == "uuid" || column->name == "source" ? 2 : column->required ? 0 : 1;
  });
  for (const gis::TargetColumn* column : columns) addRow(*column);
  m_rows->setColumnWidth(kName, dp(220));
  m_rows->setColumnWidth(kFrom, dp(240));
  m_rows->setColumnWidth(kValue, dp(200));
  m_filling = false;
}

QString ColumnsPage::example(const std::string& field) const {
  const auto& fields = m_draft->source.layer.fields;
  const auto at = static_cast<std::size_t>(std::ranges::find(fields, field, &gis::SourceField::name) - fields.begin());
  for (const auto& row : m_draft->sample)
    if (at < row.size() && !row[at].empty()) return QString::fromStdString(row[at]);
  return {};
}

// As the forms of census offices call it; else as the table shows it.
QString ColumnsPage::titleOf(const gis::TargetColumn& column) const {
  const QString own = QString::fromStdString(column.name);
  const QString known = QString::fromStdString(m_words.titleOf(m_table.name, column.name));
  if (m_chinese && known != own) return known;
  // Without the unit in which the table shows it, which need not be the one it is kept in.
  for (const layers::InspectorField& field : m_fields.fields)
    if (field.column == column.name) return field.label.text(m_chinese ? QStringLiteral("zh") : QStringLiteral("en"));
  return own;
}

void ColumnsPage::addRow(const gis::TargetColumn& column) {
  const int row = m_rows->rowCount();
  m_rows->insertRow(row);
  QString title = titleOf(column);
  if (title != QString::fromStdString(column.name))
    title += QStringLiteral("  %1").arg(QString::fromStdString(column.name));
  if (column.required && column.name != "source" && !gis::isOwnColumn(column.name)) title += QStringLiteral(" *");
  auto* name = new QTableWidgetItem(title);
  name->setFlags(Qt::ItemIsEnabled);
  name->setData(Qt::UserRole, QString::fromStdString(column.name));
  m_rows->setItem(row, kName, name);
  m_rows->setItem(row, kValue, new QTableWidgetItem);
  auto* sure = new QTableWidgetItem;
  sure->setFlags(Qt::ItemIsEnabled);
  m_rows->setItem(row, kSure, sure);
  auto* from = new QComboBox;
  from->setAccessibleName(title);
  from->addItem(tr("– nothing –"), kNothing);
  from->addItem(tr("The same for all rows"), kSame);
  if (column.reference_table == "division") from->addItem(tr("From the place"), kPlace);
  if (isMeasurable(column.name)) from->addItem(tr("Measured"), kMeasured);
  from->insertSeparator(from->count());
  for (const gis::SourceField& field : m_draft->source.layer.fields)
    from->addItem(QString::fromStdString(field.name), QString::fromStdString(field.name));
  const auto rule = m_draft->mapping.columns.find(column.name);
  QString chosen = kNothing;
  if (rule != m_draft->mapping.columns.end()) {
    const gis::ColumnRule& is = rule->second;
    chosen = is.from == gis::ColumnRule::From::kField   ? QString::fromStdString(is.field)
             : is.from == gis::ColumnRule::From::kPlace ? kPlace
             : is.from == gis::ColumnRule::From::kValue ? kSame
                                                        : kMeasured;
    if (chosen == kSame) m_rows->item(row, kValue)->setText(QString::fromStdString(is.value));
  }
  from->setCurrentIndex(std::max(0, from->findData(chosen)));
  m_rows->setCellWidget(row, kFrom, from);
  connect(from, &QComboBox::activated, this, [this, row, column] { take(row, column); });
  refreshRow(row, column);
}

void ColumnsPage::refreshRow(int row, const gis::TargetColumn& column) {
  const bool filling = std::exchange(m_filling, true);
  const auto* from = qobject_cast<QComboBox*>(m_rows->cellWidget(row, kFrom));
  const QString kind = from->currentData().toString();
  QTableWidgetItem* value = m_rows->item(row, kValue);
  QTableWidgetItem* sure = m_rows->item(row, kSure);
  const auto rule = m_draft->mapping.columns.find(column.name);
  const bool missing = rule == m_draft->mapping.columns.end();
  value->setFlags(kind == kSame ? Qt::ItemIsEnabled | Qt::ItemIsEditable | Qt::ItemIsSelectable : Qt::ItemIsEnabled);
  if (kind != kSame) {
    QString text =
        missing || rule->second.from != gis::ColumnRule::From::kField ? QString() : example(rule->second.field);
    if (!missing && rule->second.factor_ratio != 1) text += QStringLiteral(" × %1").arg(rule->second.factor_ratio);
    value->setText(text);
  }
  QString found;
  const auto guess = m_draft->columns.find(column.name);
  if (!missing && guess != m_draft->columns.end() && guess->second.value == rule->second.field)
    found = tr("%1 · %2 %").arg(guessReason(guess->second.reason)).arg(qRound(guess->second.confidence_ratio * 100));
  const bool needed = column.required && column.name != "source" && !gis::isOwnColumn(column.name);
  if (missing && needed) found = tr("needs a value");
  if (missing && column.name == "source") found = tr("the file's name");
  if (missing && column.name == "uuid") found = tr("made anew");
  sure->setText(found);
  sure->setForeground(missing && needed ? currentColours().danger : currentColours().text_second);
  m_filling = filling;
}

void ColumnsPage::take(int row, const gis::TargetColumn& column) {
  const auto* from = qobject_cast<QComboBox*>(m_rows->cellWidget(row, kFrom));
  const QString kind = from->currentData().toString();
  auto& columns = m_draft->mapping.columns;
  const std::string value = m_rows->item(row, kValue)->text().trimmed().toStdString();
  if (kind == kNothing) {
    columns.erase(column.name);
  } else if (kind == kSame) {
    const auto before = columns.find(column.name);
    // The example of a field that was chosen before is no value for all.
    const bool typed = before == columns.end() || before->second.from == gis::ColumnRule::From::kValue;
    if (!typed) {
      m_filling = true;
      m_rows->item(row, kValue)->setText({});
      m_filling = false;
    }
    if (typed && !value.empty())
      columns[column.name] = {gis::ColumnRule::From::kValue, {}, value, 1, {}};
    else
      columns.erase(column.name);
  } else if (kind == kPlace || kind == kMeasured) {
    columns[column.name] = {
        kind == kPlace ? gis::ColumnRule::From::kPlace : gis::ColumnRule::From::kGeometry, {}, {}, 1, {}};
  } else {
    const std::string field = kind.toStdString();
    columns[column.name] = {gis::ColumnRule::From::kField, field, {}, m_words.factorFor(field, column.name), {}};
  }
  refreshRow(row, column);
  emit changed();
  if (kind == kSame && value.empty()) m_rows->editItem(m_rows->item(row, kValue));
}

}  // namespace app
