// SPDX-License-Identifier: GPL-3.0-or-later
// What the shape panel asks before it writes: the new row's form, what splitting and merging do to the figures. The
// rest is in shape_panel.cpp.
#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/fields/entry_form.h"
#include "app/fields/shown_cell.h"
#include "app/settings/theme.h"
#include "app/shape/shape_panel.h"
#include "app/shape/shape_text.h"

namespace app {

TableFields ShapePanel::fieldsOf(const gis::TableSchema& schema) const {
  std::vector<layers::CatalogueEntry> entries;
  for (const MapLayer& layer : m_context.document.layers())
    if (layer.entry && layer.table == schema.table) entries.push_back(*layer.entry);
  return tableFields(schema, entries);
}

void ShapePanel::askNew(DrawnShape drawn) {
  m_drawn = std::move(drawn);
  const auto& workspace = m_context.document.workspace();
  gis::RowCells preset{{"source", tr("Drawn by hand").toStdString()}};
  if (m_drawn->district) preset["division_code"] = m_drawn->district->code;
  std::vector<std::string> hidden;
  for (const gis::ShareRules::Measured& rule : gis::shareRules().measured)
    if (rule.of == m_drawn->shape.kind) hidden.push_back(rule.column);
  QString title = tr("New row · %1").arg(sizeText(m_drawn->shape));
  if (m_drawn->district) title += QLatin1Char('\n') + QString::fromStdString(m_drawn->district->name);
  QVBoxLayout* card = openCard(title);
  m_entry = new EntryForm(m_drawn->schema, fieldsOf(m_drawn->schema), workspace->codes, m_context.document.language(),
                          preset, hidden);
  card->addWidget(m_entry);
  connect(m_entry, &EntryForm::submitted, this, [this] { saveNew(Ask::kFirst); });
  cardButton(*card, tr("Save the new row"), true, [this] { saveNew(Ask::kFirst); });
  cardButton(*card, tr("Drop it"), false, [this] {
    m_drawn.reset();
    if (m_tool) m_tool->setPieces({}), m_tool->setWaiting(false);
    closeCard();
  });
  if (m_tool) m_tool->setPieces({m_drawn->shape}), m_tool->setWaiting(true);
  m_entry->focusFirst();
}

void ShapePanel::saveNew(Ask ask) {
  const auto& workspace = m_context.document.workspace();
  if (!m_drawn || !m_entry || !workspace) return;
  const auto cells = m_entry->cells();
  if (!cells) return;
  const auto work = [folder = workspace->place(), plan = plan(QT_TR_NOOP("Row drawn")), table = m_drawn->schema.table,
                     cells = *cells, shape = m_drawn->shape,
                     ask] { return addRow(folder, plan, table, cells, shape, ask); };
  if (m_slot.busy()) return;
  m_slot.ask([work](const gis::CancelToken&, const gis::Progress&) { return work(); },
             [this](gis::Result<ShapeAnswer> answer) {
               // The form stays: what was typed is not lost.
               if (!answer) return tell(shapeTrouble(answer.error()), Tone::kBad);
               if (answer->questions.empty()) return saved(*answer, tr("Saved: the new row is in the table."));
               tell(questionText(answer->questions.front()) + QLatin1Char('\n') +
                        tr("Change the division code, or save once more to keep it."),
                    Tone::kBad);
               for (QPushButton* button : m_card->findChildren<QPushButton*>())
                 if (button->property("primary").toBool()) {
                   disconnect(button, &QPushButton::clicked, nullptr, nullptr);
                   button->setText(tr("Save as it is"));
                   connect(button, &QPushButton::clicked, this, [this] { saveNew(Ask::kNoMore); });
                 }
             });
}

// "residents: 12 → 7 / 5" for each figure that is divided or added up.
QString ShapePanel::changesText(const std::vector<gis::RowCells>& changes, const gis::RowCells& row) const {
  QStringList lines;
  if (changes.empty()) return {};
  const MapLayer* layer = m_context.document.find(m_layers->currentData().toString());
  for (const auto& [column, value] : changes.front()) {
    QString name = QString::fromStdString(column);
    layers::InspectorField field;
    if (layer && layer->entry)
      for (const layers::InspectorField& known : layer->entry->fields)
        if (known.column == column) {
          field = known;
          name = known.label.text(m_context.document.language());
        }
    const auto text = [&](const gis::CellValue& cell) {
      gis::CellValue rounded = cell;
      if (const auto* real = std::get_if<double>(&cell); real && field.decimals < 0)
        rounded = std::round(*real * 10) / 10;
      const QString shown = shownCell(field, rounded, {}, m_context.document.language());
      return shown.isEmpty() ? QStringLiteral("—") : shown;
    };
    QStringList parts;
    for (const gis::RowCells& piece : changes)
      if (const auto cell = piece.find(column); cell != piece.end()) parts << text(cell->second);
    const auto before = row.find(column);
    lines << QStringLiteral("%1: %2 → %3")
                 .arg(name, before == row.end() ? QStringLiteral("—") : text(before->second),
                      parts.join(QStringLiteral(" / ")));
  }
  return lines.join(QLatin1Char('\n'));
}

void ShapePanel::previewSplit(const std::vector<SetVertex>& line) {
  const auto& workspace = m_context.document.workspace();
  if (m_rows.empty() || !workspace) return;
  m_preview_slot.ask(
      [folder = workspace->place(), row = m_rows.front(), line](const gis::CancelToken&, const gis::Progress&) {
        return app::previewSplit(folder, row, line);
      },
      [this](gis::Result<SplitPreview> preview) {
        if (!preview) return refused(preview.error());
        const gis::ShapeRow& row = m_rows.front();
        const auto pieces = preview->pieces;
        if (m_tool) m_tool->setPieces(pieces), m_tool->setWaiting(true);
        double whole = 0;
        for (const gis::Shape& piece : pieces) whole += gis::sizeOf(piece);
        QStringList lines{tr("%1 becomes %2 rows.").arg(rowName(row)).arg(pieces.size())};
        for (std::size_t i = 0; i < pieces.size(); ++i)
          lines << tr("%1: %2, %3 %")
                       .arg(i + 1)
                       .arg(sizeText(pieces[i]))
                       .arg(100 * gis::sizeOf(pieces[i]) / whole, 0, 'f', 1);
        QVBoxLayout* card = openCard(lines.join(QLatin1Char('\n')));
        auto* figures =
            new QLabel(changesText(gis::sharedOut(row.cells, row.shape, pieces, gis::CountsGo::kByShare), row.cells));
        figures->setWordWrap(true);
        figures->setProperty("role", "second");
        auto* how = new QComboBox;
        how->addItem(tr("Divide counts by share"));
        how->addItem(tr("Leave counts in the largest piece"));
        card->addWidget(how);
        card->addWidget(figures);
        const auto chosen = [how] {
          return how->currentIndex() == 0 ? gis::CountsGo::kByShare : gis::CountsGo::kToLargest;
        };
        connect(how, &QComboBox::currentIndexChanged, figures, [this, figures, chosen, pieces] {
          const gis::ShapeRow& now = m_rows.front();
          figures->setText(changesText(gis::sharedOut(now.cells, now.shape, pieces, chosen()), now.cells));
        });
        cardButton(*card, tr("Split"), true, [this, pieces, chosen] {
          const auto& open = m_context.document.workspace();
          if (m_rows.empty() || !open) return;
          write([folder = open->folder, plan = plan(QT_TR_NOOP("Shape split")), row = m_rows.front(), pieces,
                 how_now = chosen()] { return splitShapes(folder, plan, row, pieces, how_now); },
                {}, tr("Saved: %1 rows now.").arg(pieces.size()));
        })->setFocus();
        cardButton(*card, tr("Do not split"), false, [this] { useMode(ShapeMode::kEdit); });
        refresh();
      });
}

void ShapePanel::merge() {
  if (m_rows.size() < 2) {
    tell(tr("Pick two shapes or more: click the first, then the others with Shift held."), Tone::kPlain);
    return;
  }
  // The largest one keeps its row.
  std::ranges::stable_sort(m_rows, [](const gis::ShapeRow& a, const gis::ShapeRow& b) {
    return gis::sizeOf(a.shape) > gis::sizeOf(b.shape);
  });
  m_merge_slot.ask([rows = m_rows](const gis::CancelToken&, const gis::Progress&) { return previewMerge(rows); },
                   [this](gis::Result<gis::Shape> merged) {
                     if (!merged) return refused(merged.error());
                     const gis::Shape shape = *merged;
                     std::vector<gis::RowCells> cells;
                     std::vector<gis::Shape> shapes;
                     QStringList names;
                     for (const gis::ShapeRow& row : m_rows) {
                       cells.push_back(row.cells);
                       shapes.push_back(row.shape);
                       names << rowName(row);
                     }
                     if (m_tool) m_tool->setPieces({shape}), m_tool->setWaiting(true);
                     QVBoxLayout* card = openCard(tr("%1 rows become one, %2: %3")
                                                      .arg(m_rows.size())
                                                      .arg(sizeText(shape), names.join(QStringLiteral(" + "))));
                     auto* figures = new QLabel(changesText({gis::addedUp(cells, shapes, shape)}, cells.front()));
                     figures->setWordWrap(true);
                     figures->setProperty("role", "second");
                     card->addWidget(figures);
                     const auto differing = gis::differingColumns(cells, m_rows.front().geometry_column);
                     if (!differing.empty()) {
                       auto* kept = new QLabel(tr("They differ in %n more columns; what “%1” says stays.", nullptr,
                                                  static_cast<int>(differing.size()))
                                                   .arg(names.front()));
                       kept->setWordWrap(true);
                       card->addWidget(kept);
                     }
                     cardButton(*card, tr("Merge"), true, [this, shape] {
                       const auto& open = m_context.document.workspace();
                       if (m_rows.size() < 2 || !open) return;
                       write([folder = open->folder, plan = plan(QT_TR_NOOP("Shapes merged")), rows = m_rows,
                              shape] { return mergeShapeRows(folder, plan, rows, shape); },
                             {}, tr("Saved: one row now."));
                     })->setFocus();
                     cardButton(*card, tr("Do not merge"), false, [this] { useMode(ShapeMode::kEdit); });
                     refresh();
                   });
}

void ShapePanel::removePicked() {
  const auto& workspace = m_context.document.workspace();
  if (m_rows.empty() || !workspace || !canEdit()) return;
  write([folder = workspace->place(), plan = plan(QT_TR_NOOP("Row removed")),
         rows = m_rows] { return removeRows(folder, plan, rows); },
        {}, tr("Removed. Ctrl+Z brings it back."));
}

QVBoxLayout* ShapePanel::openCard(const QString& text) {
  closeCard();
  m_card = new QFrame;
  m_card->setProperty("role", "card");
  m_card->setProperty("active", true);
  auto* card = new QVBoxLayout(m_card);
  card->setContentsMargins(dp(12), dp(10), dp(12), dp(10));
  card->setSpacing(dp(8));
  auto* label = new QLabel(text);
  label->setWordWrap(true);
  card->addWidget(label);
  m_column->insertWidget(m_column->indexOf(m_said) + 1, m_card);
  m_hint->hide();
  return card;
}

QPushButton* ShapePanel::cardButton(QVBoxLayout& card, const QString& text, bool primary, std::function<void()> then) {
  auto* button = new QPushButton(text);
  button->setProperty("primary", primary);
  // The card goes away while its button is still in its click.
  connect(button, &QPushButton::clicked, this, [then = std::move(then)] { then(); });
  card.addWidget(button);
  return button;
}

void ShapePanel::closeCard() {
  m_entry = nullptr;
  m_hint->show();
  if (!m_card) return;
  m_card->hide();
  m_card->deleteLater();
  m_card = nullptr;
}

}  // namespace app
