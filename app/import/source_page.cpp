// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/source_page.h"

#include <QCollator>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableWidget>
#include <algorithm>
#include <array>

#include "app/import/question_list.h"
#include "app/settings/theme.h"
#include "app/text/import_text.h"
#include "gis/geo/crs_info.h"

namespace app {

namespace {

constexpr std::array kEncodings = {"UTF-8", "GBK", "BIG5", "ISO-8859-1"};
constexpr std::size_t kColumnsShown = 60;
constexpr int kMostShown = 20;

QLabel* second(const QString& text = {}) {
  auto* label = new QLabel(text);
  label->setProperty("role", "second");
  return label;
}

QString why(const gis::Guess& guess) {
  if (guess.reason == gis::GuessReason::kGiven) return guessReason(guess.reason);
  return SourcePage::tr("%1 · %2 %").arg(guessReason(guess.reason)).arg(qRound(guess.confidence_ratio * 100));
}

QString systemName(const std::string& crs) {
  if (crs == "gcj02") return SourcePage::tr("GCJ-02, web maps such as Gaode and Tencent");
  if (crs == "bd09") return SourcePage::tr("BD-09, Baidu");
  const auto info = gis::describeCrs(crs);
  const QString code = QString::fromStdString(crs.size() < 24 ? crs : std::string());
  if (!info) return code;
  // The names that are in daily use here.
  QString name = QString::fromStdString(info->name);
  name.replace(QLatin1String("China Geodetic Coordinate System 2000"), QLatin1String("CGCS2000"));
  name.replace(QLatin1String("Xian 1980"), SourcePage::tr("Xi'an 80"));
  name.replace(QLatin1String("Beijing 1954"), SourcePage::tr("Beijing 54"));
  return code.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, code);
}

void choose(QComboBox& box, const QString& key) {
  const int at = box.findData(key);
  if (at >= 0) box.setCurrentIndex(at);
}

}  // namespace

SourcePage::SourcePage(QWidget* parent)
    : QWidget(parent),
      m_questions(new QuestionList),
      m_table(new QComboBox),
      m_layer(new QComboBox),
      m_crs(new QComboBox),
      m_encoding(new QComboBox),
      m_skipped(new QSpinBox),
      m_header_rows(new QSpinBox),
      m_header(new QWidget),
      m_layer_label(new QLabel(tr("&Layer"))),
      m_header_label(new QLabel(tr("Column &headings"))),
      m_table_why(second()),
      m_crs_why(second()),
      m_encoding_why(second()),
      m_header_why(second()),
      m_sample_title(second(tr("The first rows, as they are read"))),
      m_sample(new QTableWidget) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(dp(12));
  column->addWidget(m_questions);
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(dp(12));
  grid->setVerticalSpacing(dp(8));
  grid->setColumnStretch(2, 1);
  int line = 0;
  const auto add = [&](QLabel* label, QWidget* field, QLabel* reason) {
    label->setBuddy(field);
    grid->addWidget(label, line, 0);
    grid->addWidget(field, line, 1);
    if (reason) grid->addWidget(reason, line, 2);
    ++line;
  };
  for (QComboBox* box : {m_table, m_layer, m_crs, m_encoding}) {
    box->setMinimumWidth(dp(360));
    box->setMaximumWidth(dp(460));
    box->setMaxVisibleItems(kMostShown);
  }
  add(m_layer_label, m_layer, nullptr);
  add(new QLabel(tr("&Table")), m_table, m_table_why);
  add(new QLabel(tr("C&oordinates")), m_crs, m_crs_why);
  add(new QLabel(tr("&Encoding")), m_encoding, m_encoding_why);
  auto* rows = new QHBoxLayout(m_header);
  rows->setContentsMargins(0, 0, 0, 0);
  m_skipped->setRange(0, 20);
  m_header_rows->setRange(0, 2);
  m_skipped->setAccessibleName(tr("Rows before the names"));
  m_header_rows->setAccessibleName(tr("Rows of names"));
  rows->addWidget(m_header_rows);
  rows->addWidget(second(tr("rows, after the first")));
  rows->addWidget(m_skipped);
  rows->addStretch();
  add(m_header_label, m_header, m_header_why);
  m_header_label->setBuddy(m_header_rows);
  column->addLayout(grid);
  column->addWidget(m_sample_title);
  m_sample->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_sample->setSelectionMode(QAbstractItemView::NoSelection);
  m_sample->verticalHeader()->hide();
  m_sample->setMinimumHeight(dp(140));
  m_sample->setAccessibleName(m_sample_title->text());
  column->addWidget(m_sample, 1);

  connect(m_questions, &QuestionList::suggestionTaken, this, &SourcePage::suggestionTaken);
  connect(m_questions, &QuestionList::leftAsItIs, this, &SourcePage::leftAsItIs);
  const auto text = [](const QComboBox* box) { return box->currentData().toString().toStdString(); };
  connect(m_table, &QComboBox::activated, this, [this, text] { emit tableChosen(text(m_table)); });
  connect(m_layer, &QComboBox::activated, this, [this, text] { emit layerChosen(text(m_layer)); });
  connect(m_crs, &QComboBox::activated, this, [this, text] { emit crsChosen(text(m_crs)); });
  connect(m_encoding, &QComboBox::activated, this, [this, text] { emit encodingChosen(text(m_encoding)); });
  for (QSpinBox* box : {m_skipped, m_header_rows})
    connect(box, &QSpinBox::valueChanged, this, [this] {
      emit headerChosen({m_skipped->value(), m_header_rows->value()});
    });
}

void SourcePage::setQuestions(const std::vector<gis::ImportQuestion>& questions) {
  m_questions->setQuestions(questions);
}

void SourcePage::setDraft(const gis::ImportDraft& draft, const std::vector<gis::TargetTable>& tables, bool chinese) {
  fillTables(draft, tables, chinese);
  fillSystems(draft);
  m_layer->clear();
  for (const std::string& layer : draft.layers)
    m_layer->addItem(QString::fromStdString(layer), QString::fromStdString(layer));
  choose(*m_layer, QString::fromStdString(draft.source.layer.name));
  for (QWidget* widget : {static_cast<QWidget*>(m_layer), static_cast<QWidget*>(m_layer_label)})
    widget->setVisible(draft.layers.size() > 1);
  m_encoding->clear();
  QStringList encodings;
  for (const char* name : kEncodings) encodings << QLatin1String(name);
  const QString encoding = QString::fromStdString(draft.encoding.value);
  if (!encodings.contains(encoding)) encodings.prepend(encoding);
  for (const QString& name : encodings) m_encoding->addItem(name, name);
  choose(*m_encoding, encoding);
  m_encoding_why->setText(why(draft.encoding));
  for (QWidget* widget : {m_header, static_cast<QWidget*>(m_header_label), static_cast<QWidget*>(m_header_why)})
    widget->setVisible(draft.source.is_sheet);
  const QSignalBlocker quiet_skipped(m_skipped), quiet_rows(m_header_rows);
  m_skipped->setValue(draft.source.header.skipped);
  m_header_rows->setValue(draft.source.header.rows);
  m_header_why->setText(why(draft.header));
  fillSample(draft);
  setQuestions(draft.questions);
}

void SourcePage::fillTables(const gis::ImportDraft& draft, const std::vector<gis::TargetTable>& tables, bool chinese) {
  m_table->clear();
  if (draft.table.value.empty()) m_table->addItem(tr("Choose a table"), QString());
  const auto add = [&](const std::string& name) {
    const QString key = QString::fromStdString(name);
    if (m_table->findData(key) >= 0) return;
    for (const gis::TargetTable& table : tables)
      if (table.name == name) m_table->addItem(QString::fromStdString(chinese ? table.title_zh : table.title_en), key);
  };
  for (const gis::RankedTable& ranked : draft.tables)
    if (ranked.fit_ratio > 0.1) add(ranked.table);
  if (m_table->count() > 1) m_table->insertSeparator(m_table->count());
  const auto title = [&](const gis::TargetTable* table) {
    return QString::fromStdString(chinese ? table->title_zh : table->title_en);
  };
  std::vector<const gis::TargetTable*> by_title;
  for (const gis::TargetTable& table : tables) by_title.push_back(&table);
  std::ranges::sort(by_title, QCollator(QLocale(chinese ? QLocale::Chinese : QLocale::English)), title);
  for (const gis::TargetTable* table : by_title) add(table->name);
  choose(*m_table, QString::fromStdString(draft.table.value));
  m_table_why->setText(draft.table.value.empty() ? QString() : why(draft.table));
}

void SourcePage::fillSystems(const gis::ImportDraft& draft) {
  m_crs->clear();
  const bool none = !draft.source.has_geometry && draft.mapping.x_field.empty();
  m_crs->setEnabled(!none);
  // Which columns hold the places is asked for once the table is known.
  m_crs_why->setText(none && draft.table.value.empty() ? QString()
                     : none                            ? tr("the file holds no places")
                     : draft.crs.value.empty()         ? QString()
                                                       : why(draft.crs));
  if (none) return;
  const auto add = [&](const std::string& crs) {
    const QString key = QString::fromStdString(crs);
    if (!crs.empty() && m_crs->findData(key) < 0) m_crs->addItem(systemName(crs), key);
  };
  if (draft.crs.value.empty()) m_crs->addItem(tr("Choose a coordinate system"), QString());
  add(draft.crs.value);
  add(draft.source.layer.crs);
  for (const gis::CrsCandidate& candidate : draft.crs_candidates) add(candidate.crs);
  add("EPSG:4490");
  add("gcj02");
  add("bd09");
  choose(*m_crs, QString::fromStdString(draft.crs.value));
}

void SourcePage::fillSample(const gis::ImportDraft& draft) {
  const auto& fields = draft.source.layer.fields;
  const int columns = static_cast<int>(std::min(fields.size(), kColumnsShown));
  m_sample->clear();
  m_sample->setColumnCount(columns);
  m_sample->setRowCount(static_cast<int>(draft.sample.size()));
  QStringList names;
  for (int c = 0; c < columns; ++c) names << QString::fromStdString(fields[static_cast<std::size_t>(c)].name);
  m_sample->setHorizontalHeaderLabels(names);
  for (int r = 0; r < m_sample->rowCount(); ++r) {
    const auto& row = draft.sample[static_cast<std::size_t>(r)];
    for (int c = 0; c < columns && c < static_cast<int>(row.size()); ++c)
      m_sample->setItem(r, c, new QTableWidgetItem(QString::fromStdString(row[static_cast<std::size_t>(c)])));
  }
  m_sample_title->setText(draft.mapping.swap_axes
                              ? tr("The first rows, as they are read. Longitude and latitude are exchanged in the "
                                   "file; they will be put right.")
                              : tr("The first rows, as they are read"));
  m_sample->resizeColumnsToContents();
  for (int c = 0; c < columns; ++c) m_sample->setColumnWidth(c, std::min(m_sample->columnWidth(c), dp(220)));
}

}  // namespace app
