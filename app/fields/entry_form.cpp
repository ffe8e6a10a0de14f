// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fields/entry_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <algorithm>

#include "app/fields/typed_cell.h"
#include "app/settings/theme.h"

namespace app {
namespace {

bool isWanted(const gis::TableSchema& schema, const gis::SchemaColumn& column, const gis::RowCells& preset,
              const std::vector<std::string>& hidden) {
  if (gis::isHousekeeping(schema, column.name) || std::ranges::count(hidden, column.name) != 0) return false;
  return column.name == "name" || preset.contains(column.name) || (!column.nullable && !column.has_default);
}

}  // namespace

EntryForm::EntryForm(const gis::TableSchema& schema, const TableFields& fields, const gis::CodeLists& codes,
                     const QString& language, const gis::RowCells& preset, const std::vector<std::string>& hidden,
                     QWidget* parent)
    : QWidget(parent), m_schema(schema), m_names(fields) {
  auto* form = new QFormLayout(this);
  form->setContentsMargins(0, 0, 0, 0);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->setHorizontalSpacing(dp(12));
  form->setVerticalSpacing(dp(4));
  std::vector<std::size_t> order(schema.columns.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return schema.columns[i].name != "name"; });
  for (const std::size_t i : order) {
    const gis::SchemaColumn& column = schema.columns[i];
    if (!isWanted(schema, column, preset, hidden)) continue;
    const layers::InspectorField& field = fields.fields[i];
    const auto given = preset.find(column.name);
    const gis::CellValue value = given == preset.end() ? gis::CellValue() : given->second;
    QWidget* editor = nullptr;
    const std::string& list_name = field.code_table.empty() ? column.code_table : field.code_table;
    if (const auto list = codes.find(list_name); list != codes.end()) {
      auto* combo = new QComboBox;
      for (const gis::CodeEntry& code : list->second) {
        const layers::BilingualText name{QString::fromStdString(code.name_zh), QString::fromStdString(code.name_en)};
        combo->addItem(name.text(language), QString::fromStdString(code.code));
      }
      combo->setCurrentIndex(std::max(0, combo->findData(editableText({}, value))));
      editor = combo;
    } else if (field.yes_no) {
      auto* box = new QCheckBox;
      const auto* whole = std::get_if<std::int64_t>(&value);
      box->setChecked(whole && *whole != 0);
      editor = box;
    } else {
      auto* line = new QLineEdit(editableText(field, value));
      connect(line, &QLineEdit::returnPressed, this, &EntryForm::submitted);
      editor = line;
    }
    editor->setObjectName(QString::fromStdString(column.name));
    editor->setAccessibleName(fields.heading(i, language));
    auto* holder = new QWidget;
    auto* lines = new QVBoxLayout(holder);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(dp(2));
    auto* note = new QLabel;
    note->setWordWrap(true);
    note->setProperty("role", "danger");
    note->hide();
    lines->addWidget(editor);
    lines->addWidget(note);
    auto* label = new QLabel(fields.heading(i, language));
    label->setProperty("role", "second");
    label->setWordWrap(true);
    label->setFixedWidth(dp(96));
    form->addRow(label, holder);
    m_fields.push_back({i, editor, note});
  }
}

std::optional<gis::RowCells> EntryForm::cells() {
  gis::RowCells cells;
  QWidget* wrong = nullptr;
  for (const Field& field : m_fields) {
    const gis::SchemaColumn& column = m_schema.columns[field.column];
    QString text;
    if (const auto* combo = qobject_cast<QComboBox*>(field.editor)) text = combo->currentData().toString();
    if (const auto* box = qobject_cast<QCheckBox*>(field.editor)) text = QLatin1String(box->isChecked() ? "1" : "0");
    if (const auto* line = qobject_cast<QLineEdit*>(field.editor)) text = line->text();
    auto value = typedCell(column, m_names.fields[field.column], text);
    QString note;
    if (!value)
      note = text.trimmed().isEmpty() ? tr("Something must stand here.") : tr("A number is expected.");
    else if (!column.nullable && text.trimmed().isEmpty())
      note = tr("Something must stand here.");
    field.note->setText(note);
    field.note->setVisible(!note.isEmpty());
    if (!note.isEmpty()) {
      if (!wrong) wrong = field.editor;
      continue;
    }
    cells[column.name] = std::move(*value);
  }
  if (!wrong) return cells;
  wrong->setFocus();
  return std::nullopt;
}

void EntryForm::focusFirst() {
  if (!m_fields.empty()) m_fields.front().editor->setFocus();
}

}  // namespace app
