// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/lists_page.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QSplitter>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <map>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/settings/app_settings.h"
#include "app/settings/theme.h"
#include "app/stocks/label_sheet.h"
#include "app/stocks/stocks_words.h"
#include "app/stocks_text/ledger_copy_file.h"
#include "app/text/moment_text.h"
#include "gis/picture/picture_file.h"
#include "gis/stocks/kit_work.h"
#include "gis/stocks/master_data.h"

namespace app {
namespace {

namespace stocks = gis::stocks;
using Json = nlohmann::json;

const QString kBooksSuffix = QStringLiteral(".ledger");
constexpr int kFirstIdRole = Qt::UserRole, kSecondIdRole = Qt::UserRole + 1, kPhotoSide_px = 120, kMostKits = 100'000;

QString plainText(const std::string& text) { return QString::fromStdString(text); }
QString plainNumber(double value) { return value == 0 ? QString() : QString::number(value, 'g', 10); }

// "5 t, 2, 5000, 20; 10 t, 1, 10000, 40": kind, how many, payload in kg, space in m³.
QString trucksText(const std::vector<stocks::DepotTruck>& trucks) {
  QStringList all;
  for (const stocks::DepotTruck& one : trucks)
    all << QStringLiteral("%1, %2, %3, %4")
               .arg(plainText(one.kind))
               .arg(one.trucks)
               .arg(one.payload_kg)
               .arg(one.volume_m3);
  return all.join(QStringLiteral("; "));
}

std::optional<Json> trucksJson(QString text) {
  Json list = Json::array();
  text.replace(QChar(0xFF0C), QLatin1Char(',')).replace(QChar(0xFF1B), QLatin1Char(';'));
  for (const QString& one : text.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
    const QStringList parts = one.split(QLatin1Char(','));
    bool count = false, kg = false, m3 = false;
    if (parts.size() != 4) return std::nullopt;
    list.push_back({{"kind", parts[0].trimmed().toStdString()},
                    {"trucks", parts[1].trimmed().toLongLong(&count)},
                    {"payload_kg", parts[2].trimmed().toDouble(&kg)},
                    {"volume_m3", parts[3].trimmed().toDouble(&m3)}});
    if (!count || !kg || !m3) return std::nullopt;
  }
  return list;
}

}  // namespace

ListsPage::ListsPage(PanelContext& context, QWidget* parent)
    : StockPage(context, parent),
      m_items(new QToolButton),
      m_depots(new QToolButton),
      m_levels(new QToolButton),
      m_questions(new QToolButton),
      m_back(new QToolButton),
      m_search(new QLineEdit),
      m_table(new QTableWidget),
      m_form(nullptr),
      m_rows(nullptr),
      m_scroll(new QScrollArea),
      m_method(new QLabel),
      m_trouble(new QLabel),
      m_kits(new QWidget),
      m_kit_depot(new QComboBox),
      m_kit_count(new QSpinBox),
      m_build(new QPushButton),
      m_open(new QPushButton),
      m_add(new QPushButton),
      m_save(new QPushButton),
      m_computed(new QPushButton),
      m_labels(new QPushButton),
      m_photo_file(new QPushButton),
      m_books_out(new QPushButton),
      m_books_in(new QPushButton),
      m_save_slot(context.pools, Pool::kIo),
      m_labels_slot(context.pools, Pool::kIo),
      m_merge_slot(context.pools, Pool::kIo) {
  makeWidgets();
  retranslate();
}

void ListsPage::makeWidgets() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, dp(6), 0, 0);
  column->setSpacing(dp(5));
  auto* top = new QHBoxLayout;
  m_back->setAutoRaise(true);
  top->addWidget(m_back);
  for (const auto& [button, list] : {std::pair{m_items, StockList::kItems},
                                     {m_depots, StockList::kDepots},
                                     {m_levels, StockList::kLevels},
                                     {m_questions, StockList::kQuestions}}) {
    button->setProperty("role", "chip");
    button->setCheckable(true);
    button->setAutoExclusive(true);
    top->addWidget(button);
    connect(button, &QToolButton::clicked, this, [this, list = list] { open(list); });
  }
  m_items->setChecked(true);
  top->addStretch(1);
  column->addLayout(top);
  m_search->setClearButtonEnabled(true);
  column->addWidget(m_search);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setWordWrap(false);
  m_table->verticalHeader()->hide();
  m_table->verticalHeader()->setDefaultSectionSize(dp(24));
  auto* below = new QWidget;
  auto* lines = new QVBoxLayout(below);
  lines->setContentsMargins(0, 0, 0, 0);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  lines->addWidget(m_scroll, 1);
  m_method->setProperty("role", "second");
  m_trouble->setProperty("role", "danger");
  for (QLabel* label : {m_method, m_trouble}) {
    label->setWordWrap(true);
    lines->addWidget(label);
  }
  m_trouble->hide();
  auto* kits = new QHBoxLayout(m_kits);
  kits->setContentsMargins(0, 0, 0, 0);
  m_kit_depot->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_kit_count->setRange(1, kMostKits);
  kits->addWidget(m_kit_depot, 1);
  kits->addWidget(m_kit_count);
  kits->addWidget(m_build);
  kits->addWidget(m_open);
  lines->addWidget(m_kits);
  auto* end = new QHBoxLayout;
  m_save->setProperty("primary", true);
  for (QPushButton* button : {m_labels, m_photo_file, m_computed, m_books_out, m_books_in}) end->addWidget(button);
  end->addStretch(1);
  end->addWidget(m_add);
  end->addWidget(m_save);
  lines->addLayout(end);
  auto* split = new QSplitter(Qt::Vertical);
  split->setChildrenCollapsible(false);
  split->addWidget(m_table);
  split->addWidget(below);
  split->setStretchFactor(0, 1);
  split->setStretchFactor(1, 1);
  column->addWidget(split, 1);
  connect(m_back, &QToolButton::clicked, this, &ListsPage::left);
  connect(m_search, &QLineEdit::textChanged, this, &ListsPage::fillTable);
  connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] { choose(m_table->currentRow()); });
  connect(m_add, &QPushButton::clicked, this, [this] { choose(-1); });
  connect(m_save, &QPushButton::clicked, this, &ListsPage::save);
  connect(m_computed, &QPushButton::clicked, this, [this] {
    const stocks::Depot* depot = m_view ? m_view->directory.depot(chosenId()) : nullptr;
    const stocks::Item* item = m_view ? m_view->directory.item(chosenId(1)) : nullptr;
    if (depot && item) write({{"depot", depot->code}, {"item", item->code}, {"computed", true}});
  });
  connect(m_build, &QPushButton::clicked, this,
          [this] { work(true, m_kit_depot->currentData().toLongLong(), m_kit_count->value()); });
  connect(m_open, &QPushButton::clicked, this,
          [this] { work(false, m_kit_depot->currentData().toLongLong(), m_kit_count->value()); });
  connect(m_labels, &QPushButton::clicked, this, &ListsPage::askForLabels);
  connect(m_photo_file, &QPushButton::clicked, this, [this] {
    const QString file = QFileDialog::getOpenFileName(this, tr("Photograph"), m_context.settings.filesFolder(),
                                                      tr("Pictures (*.jpg *.jpeg *.png)"));
    if (!file.isEmpty()) setPhoto(file);
  });
  connect(m_books_out, &QPushButton::clicked, this, [this] {
    const QString name = tr("stock books of %1").arg(QString::fromStdString(officer())) + kBooksSuffix;
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Save the books for another computer"),
                                     m_context.settings.filesFolder() + QLatin1Char('/') + name, booksFilter());
    if (!file.isEmpty()) saveBooks(file);
  });
  connect(m_books_in, &QPushButton::clicked, this, &ListsPage::askForBooks);
}

void ListsPage::askForBooks() {
  const QString file = QFileDialog::getOpenFileName(this, tr("Take over the books of another computer"),
                                                    m_context.settings.filesFolder(), booksFilter());
  if (!file.isEmpty()) takeBooks(file);
}

QString ListsPage::booksFilter() const { return tr("Stock books (*%1);;All files (*)").arg(kBooksSuffix); }

QString ListsPage::troubleText() const { return m_trouble->text(); }

std::int64_t ListsPage::chosenId(int which) const {
  const QTableWidgetItem* cell = m_new ? nullptr : m_table->item(m_table->currentRow(), 0);
  return cell ? cell->data(which == 0 ? kFirstIdRole : kSecondIdRole).toLongLong() : 0;
}

void ListsPage::open(StockList list) {
  m_list = list;
  (list == StockList::kItems    ? m_items
   : list == StockList::kDepots ? m_depots
   : list == StockList::kLevels ? m_levels
                                : m_questions)
      ->setChecked(true);
  fillTable();
}

void ListsPage::showView() {
  const qlonglong depot = m_kit_depot->currentData().toLongLong();
  m_kit_depot->clear();
  if (m_view)
    for (const stocks::Depot& one : m_view->directory.depots)
      m_kit_depot->addItem(plainText(one.name), static_cast<qlonglong>(one.id));
  m_kit_depot->setCurrentIndex(std::max(0, m_kit_depot->findData(depot)));
  fillTable();
}

void ListsPage::addRow(const QStringList& texts, std::int64_t id, std::int64_t second_id) {
  const QString wanted = m_search->text().trimmed();
  if (!wanted.isEmpty() && !texts.join(QLatin1Char(' ')).contains(wanted, Qt::CaseInsensitive)) return;
  const int row = m_table->rowCount();
  m_table->insertRow(row);
  for (int c = 0; c < texts.size(); ++c) {
    auto* cell = new QTableWidgetItem(texts[c]);
    cell->setData(kFirstIdRole, static_cast<qlonglong>(id));
    cell->setData(kSecondIdRole, static_cast<qlonglong>(second_id));
    m_table->setItem(row, c, cell);
  }
}

void ListsPage::fillTable() {
  const std::int64_t first = chosenId(), second = chosenId(1);
  {
    const QSignalBlocker quiet(m_table);
    m_table->setRowCount(0);
    m_table->setColumnCount(0);
    const auto head = [&](const QStringList& titles) {
      m_table->setColumnCount(static_cast<int>(titles.size()));
      m_table->setHorizontalHeaderLabels(titles);
    };
    if (m_list == StockList::kItems) head({tr("Item"), tr("Code"), tr("Unit"), tr("Shelf life"), tr("Norm for 1,000")});
    if (m_list == StockList::kDepots) head({tr("Depot"), tr("Code"), tr("Responsible"), tr("Telephone"), tr("Trucks")});
    if (m_list == StockList::kLevels)
      head({tr("Depot"), tr("Item"), tr("Minimum"), tr("Target"), tr("Maximum"), tr("How")});
    if (m_list == StockList::kQuestions) head({tr("What stands against it"), tr("From the copy of"), tr("Came")});
    if (m_view && m_list == StockList::kItems) fillItems();
    if (m_view && m_list == StockList::kDepots) fillDepots();
    if (m_view && m_list == StockList::kLevels) fillLevels();
    if (m_view && m_list == StockList::kQuestions) fillQuestions();
    m_table->resizeColumnsToContents();
    m_table->setColumnWidth(0, std::min(m_table->columnWidth(0), dp(180)));
    for (int row = 0; row < m_table->rowCount(); ++row)
      if (first != 0 && m_table->item(row, 0)->data(kFirstIdRole).toLongLong() == first &&
          m_table->item(row, 0)->data(kSecondIdRole).toLongLong() == second)
        m_table->selectRow(row);
  }
  choose(m_table->currentRow() >= 0 ? m_table->currentRow() : m_table->rowCount() > 0 ? 0 : -1);
}

void ListsPage::fillItems() {
  for (const stocks::Item& one : m_view->directory.items)
    addRow({itemName(one), plainText(one.code), itemUnit(one),
            one.shelf_life_days ? tr("%1 days").arg(*one.shelf_life_days) : QString(),
            one.norm ? plainNumber(one.norm->per_1000_count) : QString()},
           one.id);
}

void ListsPage::fillDepots() {
  for (const stocks::Depot& one : m_view->directory.depots) {
    const auto trucks = m_view->trucks.find(one.id);
    addRow({plainText(one.name), plainText(one.code), plainText(one.keeper), plainText(one.phone),
            trucks == m_view->trucks.end() ? tr("hired") : trucksText(trucks->second)},
           one.id);
  }
}

void ListsPage::fillLevels() {
  for (const stocks::Coverage& one : m_view->coverage)
    if (one.level)
      addRow({depotName(*m_view, one.depot_id), itemName(*m_view, one.item_id), stockCount(one.level->minimum),
              stockCount(one.level->target), stockCount(one.level->maximum),
              one.level->typed ? plainText(one.level->reason) : tr("computed")},
             one.depot_id, one.item_id);
}

void ListsPage::fillQuestions() {
  std::int64_t number = 0;
  for (const stocks::LedgerQuestion& one : m_view->questions)
    addRow({plainText(one.why), plainText(one.seat), beijingTimeText(one.came_utc_ms)}, ++number);
}

void ListsPage::choose(int row) {
  m_new = row < 0;
  if (!m_new && row != m_table->currentRow()) {
    const QSignalBlocker quiet(m_table);
    m_table->selectRow(row);
  }
  showTrouble(*m_trouble, {});
  buildForm();
}

void ListsPage::addField(const char* key, const QString& title, const QString& text) {
  auto* edit = new QLineEdit(text);
  connect(edit, &QLineEdit::returnPressed, this, &ListsPage::save);
  m_rows->addRow(title, edit);
  m_fields.push_back({key, edit, text});
}

void ListsPage::buildForm() {
  m_fields.clear();
  m_form = new QWidget;
  m_rows = new QFormLayout(m_form);
  m_rows->setContentsMargins(0, 0, dp(4), 0);
  m_rows->setVerticalSpacing(dp(3));
  m_method->clear();
  const stocks::Item* item = m_view && m_list == StockList::kItems ? m_view->directory.item(chosenId()) : nullptr;
  const stocks::Depot* depot = m_view && m_list == StockList::kDepots ? m_view->directory.depot(chosenId()) : nullptr;
  const stocks::Coverage* level =
      m_view && m_list == StockList::kLevels ? m_view->coverageOf(chosenId(), chosenId(1)) : nullptr;
  if (m_list == StockList::kItems) {
    const stocks::Item one = item ? *item : stocks::Item();
    addField("code", tr("Code"), plainText(one.code));
    addField("name_zh", tr("Chinese name"), plainText(one.name_zh));
    addField("name_en", tr("English name"), plainText(one.name_en));
    addField("class", tr("Class"), plainText(one.class_code));
    addField("unit_zh", tr("Unit (Chinese)"), plainText(one.unit_zh));
    addField("unit_en", tr("Unit (English)"), plainText(one.unit_en));
    addField("shelf_life_days", tr("Shelf life, days"),
             one.shelf_life_days ? QString::number(*one.shelf_life_days) : QString());
    addField("weight_kg", tr("Weight of one, kg"), plainNumber(one.weight_kg));
    addField("volume_m3", tr("Volume of one, m³"), plainNumber(one.volume_m3));
    addField("source", tr("Source"), plainText(one.source));
    addField("norm.per_1000", tr("Norm for 1,000 people"),
             one.norm ? plainNumber(one.norm->per_1000_count) : QString());
    addField("norm.source", tr("Source of the norm"), one.norm ? plainText(one.norm->source) : QString());
  } else if (m_list == StockList::kDepots) {
    const stocks::Depot one = depot ? *depot : stocks::Depot();
    addField("code", tr("Code"), plainText(one.code));
    addField("name", tr("Name"), plainText(one.name));
    addField("tier", tr("Tier (2 city … 5 village)"), QString::number(one.tier));
    addField("division_code", tr("Division"), plainText(one.division_code));
    addField("lon", tr("Longitude"), one.where ? QString::number(one.where->lon_deg, 'f', 6) : QString());
    addField("lat", tr("Latitude"), one.where ? QString::number(one.where->lat_deg, 'f', 6) : QString());
    addField("keeper", tr("Responsible"), plainText(one.keeper));
    addField("phone", tr("Telephone"), plainText(one.phone));
    const bool own = m_view && m_view->trucks.contains(one.id);
    addField("trucks", tr("Trucks: kind, how many, kg, m³; …"),
             own ? trucksText(m_view->trucks.at(one.id)) : QString());
  } else if (m_list == StockList::kQuestions) {
    const auto at = static_cast<std::size_t>(chosenId());
    const bool any = m_view && at > 0 && at <= m_view->questions.size();
    if (any) addField("decision", tr("What was done about it"), QString());
    m_method->setText(any ? tr("It came with another copy of the books and could not be booked; nothing of it is lost: "
                               "%1")
                                .arg(plainText(m_view->questions[at - 1].content))
                          : tr("No question is open: the copies of the books that were merged agree.") +
                                QLatin1Char('\n') +
                                tr("Field work: save the books here, take them over on the laptop, count and issue "
                                   "there; back in the office save them there and take them over here. Twice does no "
                                   "harm; nothing falls below zero, what does not fit waits here for a decision."));
  } else {
    addField("depot", tr("Depot"), level ? plainText(m_view->directory.depot(level->depot_id)->code) : QString());
    addField("item", tr("Item"), level ? plainText(m_view->directory.item(level->item_id)->code) : QString());
    addField("minimum", tr("Minimum"), level && level->level ? QString::number(level->level->minimum) : QString());
    addField("target", tr("Target"), level && level->level ? QString::number(level->level->target) : QString());
    addField("maximum", tr("Maximum"), level && level->level ? QString::number(level->level->maximum) : QString());
    addField("reason", tr("Reason"), level && level->level ? plainText(level->level->reason) : QString());
    if (level && level->level && !level->level->typed)
      m_method->setText(tr("Computed: %1 people at risk × %2 for 1,000%3. Norm: %4. People: %5.")
                            .arg(stockCount(level->level->people))
                            .arg(level->level->per_1000_count)
                            .arg(level->level->is_daily ? tr(" a day × days") : QString(),
                                 plainText(level->level->norm_source), plainText(level->level->people_source)));
  }
  for (Field& field : m_fields)
    field.edit->setReadOnly(!m_new && (QByteArray(field.key) == "code" || QByteArray(field.key) == "depot" ||
                                       QByteArray(field.key) == "item"));
  m_scroll->setWidget(m_form);
  m_kits->setVisible(item && item->isKit());
  m_computed->setVisible(level && level->level && level->level->typed);
  m_labels->setVisible(m_list == StockList::kItems || m_list == StockList::kDepots);
  m_add->setVisible(m_list != StockList::kQuestions);
  m_save->setVisible(!m_fields.empty());
  for (QPushButton* button : {m_books_out, m_books_in}) button->setVisible(m_list == StockList::kQuestions);
  m_photo_file->setVisible(item != nullptr);
  for (QPushButton* button : {m_add, m_save, m_build, m_open, m_computed, m_photo_file, m_books_in})
    button->setEnabled(canWrite());
  showPhoto();
}

void ListsPage::setField(const char* key, const QString& text) {
  for (Field& field : m_fields)
    if (QByteArray(field.key) == key) field.edit->setText(text);
}

// What was typed in a field as the setters read it; says what is wrong beside it.
bool ListsPage::put(Json& json, const Field& field) {
  static const std::map<std::string, bool> numbers{{"shelf_life_days", true},
                                                   {"weight_kg", false},
                                                   {"volume_m3", false},
                                                   {"norm.per_1000", false},
                                                   {"tier", true},
                                                   {"lon", false},
                                                   {"lat", false},
                                                   {"minimum", true},
                                                   {"target", true},
                                                   {"maximum", true}};
  const QString text = field.edit->text().trimmed();
  std::string key = field.key;
  const auto kind = numbers.find(key);
  Json* into = &json;
  if (key.starts_with("norm.")) into = &json["norm"], key = key.substr(5);
  if (key == "trucks") {
    auto trucks = trucksJson(text);
    if (!trucks) {
      showTrouble(*m_trouble, tr("Trucks: kind, how many, payload in kg, space in m³; as “5 t, 2, 5000, 20”."));
      return false;
    }
    (*into)[key] = std::move(*trucks);
  } else if (kind == numbers.end()) {
    (*into)[key] = text.toStdString();
  } else if (text.isEmpty() && key == "shelf_life_days") {
    (*into)[key] = nullptr;
  } else {
    bool good = false;
    if (kind->second)
      (*into)[key] = text.toLongLong(&good);
    else
      (*into)[key] = text.isEmpty() ? (good = true, 0.0) : text.toDouble(&good);
    if (!good) {
      showTrouble(*m_trouble, tr("%1: a number is expected.").arg(text));
      field.edit->setFocus();
      return false;
    }
  }
  return true;
}

std::optional<Json> ListsPage::changed() {
  Json json = Json::object();
  bool any = false;
  for (const Field& field : m_fields) {
    const QString text = field.edit->text().trimmed();
    const bool names = field.edit->isReadOnly() || QByteArray(field.key) == "code";
    const bool whole = m_list == StockList::kLevels;  // a level is set with all its figures
    if (!names && !whole && text == field.before) continue;
    if (m_new && text.isEmpty()) continue;
    any |= text != field.before;
    if (!put(json, field)) return std::nullopt;
  }
  // Degrees come in pairs.
  if (json.contains("lon") != json.contains("lat"))
    for (const Field& field : m_fields)
      if ((QByteArray(field.key) == "lon" || QByteArray(field.key) == "lat") && !put(json, field)) return std::nullopt;
  if (any) return json;
  showTrouble(*m_trouble, tr("Nothing was changed."));
  return std::nullopt;
}

void ListsPage::decide() {
  const auto where = folder();
  const auto at = static_cast<std::size_t>(chosenId());
  if (!where || !m_view || at == 0 || at > m_view->questions.size() || m_fields.empty() || m_save_slot.busy()) return;
  m_save_slot.ask(
      [where = *where, uuid = m_view->questions[at - 1].uuid, who = officer(),
       words = m_fields.front().edit->text().trimmed().toStdString()](const gis::CancelToken&, const gis::Progress&) {
        return withStocks<void>(where, gis::OpenMode::kReadWrite, [&](const OpenStocks& open) {
          return stocks::LedgerCopyStore(open.db, open.clock, open.uuids).decide(uuid, words, who);
        });
      },
      [this](Saved done) {
        if (!done) return showTrouble(*m_trouble, tr("Say what was done about it."));
        emit StockPage::changed();
      });
}

void ListsPage::save() {
  if (m_list == StockList::kQuestions) return decide();
  if (auto json = changed()) write(std::move(*json));
}

void ListsPage::write(Json json) {
  const auto where = folder();
  if (!where || !canWrite() || m_save_slot.busy()) return;
  m_save_slot.ask(
      [where = *where, list = m_list, text = json.dump(), who = officer()](const gis::CancelToken&,
                                                                           const gis::Progress&) {
        return withStocks<void>(where, gis::OpenMode::kReadWrite, [&](const OpenStocks& open) -> Saved {
          const std::int64_t now_utc_ms = open.clock.nowUtcMs();
          if (list == StockList::kLevels) {
            const auto set = stocks::setLevels(open.db, text, who, now_utc_ms);
            return set ? Saved() : std::unexpected(set.error());
          }
          const auto set = list == StockList::kItems ? stocks::setItems(open.db, text, who, now_utc_ms)
                                                     : stocks::setDepots(open.db, open.uuids, text, who, now_utc_ms);
          return set ? Saved() : std::unexpected(set.error());
        });
      },
      [this](Saved done) {
        if (!done) return showTrouble(*m_trouble, tr("Nothing was saved. %1").arg(stockTrouble(done.error())));
        m_new = false;
        emit StockPage::changed();
      });
}

void ListsPage::work(bool builds, std::int64_t depot_id, int kits) {
  const auto where = folder();
  const stocks::Item* item = m_view ? m_view->directory.item(chosenId()) : nullptr;
  const stocks::Depot* depot = m_view ? m_view->directory.depot(depot_id) : nullptr;
  if (!where || !item || !depot || m_save_slot.busy()) return;
  const stocks::KitWish wish{depot->code, item->code, kits, officer(), {}, {}};
  m_save_slot.ask(
      [where = *where, wish, builds](const gis::CancelToken&, const gis::Progress&) {
        return withStocks<void>(where, gis::OpenMode::kReadWrite, [&](const OpenStocks& open) -> Saved {
          stocks::LedgerStore ledger(open.db, open.clock, open.uuids);
          if (builds) {
            const auto made = stocks::buildKits(open.db, ledger, wish, open.clock.nowUtcMs());
            return made ? Saved() : std::unexpected(made.error());
          }
          const auto made = stocks::openKits(open.db, ledger, wish, open.clock.nowUtcMs());
          return made ? Saved() : std::unexpected(made.error());
        });
      },
      [this, builds, kits](Saved done) {
        if (!done) return showTrouble(*m_trouble, tr("Nothing was booked. %1").arg(stockTrouble(done.error())));
        if (m_context.map.say)
          m_context.map.say(builds ? tr("%1 kits built.").arg(kits) : tr("%1 kits opened.").arg(kits));
        emit StockPage::changed();
      });
}

void ListsPage::askForLabels() {
  const QString file = QFileDialog::getSaveFileName(
      this, tr("Save the labels"),
      m_context.settings.filesFolder() + QLatin1Char('/') + tr("labels") + QStringLiteral(".pdf"), tr("PDF (*.pdf)"));
  if (!file.isEmpty()) saveLabels(file);
}

// Of what the list shows; of one chosen item also its lots, which a count sheet lists one by one.
void ListsPage::saveLabels(const QString& file) {
  if (!m_view || m_labels_slot.busy()) return;
  std::vector<StockLabel> labels;
  for (int row = 0; row < m_table->rowCount(); ++row) {
    const std::int64_t id = m_table->item(row, 0)->data(kFirstIdRole).toLongLong();
    if (const stocks::Item* item = m_list == StockList::kItems ? m_view->directory.item(id) : nullptr) {
      labels.push_back({item->code, itemName(*item), itemUnit(*item)});
      if (m_table->rowCount() > 1) continue;
      for (const auto& [lot_id, lot] : m_view->directory.lots)
        if (lot.item_id == id && lot.lot_no != "-")
          labels.push_back({item->code + "/" + lot.lot_no, itemName(*item), lotText(*m_view, lot_id)});
    } else if (const stocks::Depot* depot = m_list == StockList::kDepots ? m_view->directory.depot(id) : nullptr) {
      labels.push_back({depot->code, plainText(depot->name), plainText(depot->keeper)});
    }
  }
  m_labels_slot.ask(
      [file, labels](const gis::CancelToken&, const gis::Progress&) { return writeLabels(file.toStdString(), labels); },
      [this, file](Saved done) {
        if (!done) return m_context.messages.add(done.error());
        if (m_context.map.say) m_context.map.say(tr("Saved: %1").arg(file));
      });
}

void ListsPage::saveBooks(const QString& file) {
  const auto where = folder();
  if (!where || m_labels_slot.busy()) return;
  showTrouble(*m_trouble, {});
  m_labels_slot.ask(
      [where = *where, file = std::filesystem::path(file.toStdString()), seat = officer()](const gis::CancelToken&,
                                                                                           const gis::Progress&) {
        return withStocks<void>(where, gis::OpenMode::kRead, [&](const OpenStocks& open) {
          stocks::LedgerCopyStore store(open.db, open.clock, open.uuids);
          return writeLedgerCopy(store, file, seat);
        });
      },
      [this, file](Saved done) {
        if (!done) return showTrouble(*m_trouble, stockTrouble(done.error()));
        if (m_context.map.say) m_context.map.say(tr("Saved: %1").arg(file));
      });
}

void ListsPage::takeBooks(const QString& file) {
  const auto where = folder();
  if (!where || m_merge_slot.busy()) return;
  showTrouble(*m_trouble, {});
  m_books_in->setEnabled(false);
  m_merge_slot.ask(
      [where = *where, file = std::filesystem::path(file.toStdString())](const gis::CancelToken&,
                                                                         const gis::Progress&) {
        return withStocks<stocks::LedgerMerge>(where, gis::OpenMode::kReadWrite, [&](const OpenStocks& open) {
          stocks::LedgerCopyStore store(open.db, open.clock, open.uuids);
          return mergeLedgerCopy(store, file);
        });
      },
      [this](gis::Result<stocks::LedgerMerge> merged) {
        m_books_in->setEnabled(canWrite());
        if (!merged && !isVisible()) return void(m_context.messages.add(merged.error()));
        if (!merged) return showTrouble(*m_trouble, tr("Nothing was booked. %1").arg(stockTrouble(merged.error())));
        if (m_context.map.say) m_context.map.say(mergeText(*merged));
        emit StockPage::changed();
      });
}

QString ListsPage::mergeText(const stocks::LedgerMerge& merged) const {
  QString text = tr("%1 movements and %2 steps of requisitions are new, %3 were known; %4 wait for a decision.")
                     .arg(merged.moves)
                     .arg(merged.steps)
                     .arg(merged.known)
                     .arg(merged.questions);
  if (merged.items + merged.depots > 0)
    text += QLatin1Char(' ') + tr("New in the lists: %1 items, %2 depots.").arg(merged.items).arg(merged.depots);
  return text;
}

void ListsPage::setPhoto(const QString& file) {
  const auto where = folder();
  const stocks::Item* item = m_view ? m_view->directory.item(chosenId()) : nullptr;
  if (!where || !item || m_list != StockList::kItems) return;
  const auto bytes = gis::readPicture(file.toStdString());
  if (!bytes) return showTrouble(*m_trouble, stockTrouble(bytes.error()));
  const bool png = QFileInfo(file).suffix().compare(QLatin1String("png"), Qt::CaseInsensitive) == 0;
  const gis::Picture picture{gis::sha256Of(*bytes), png ? "png" : "jpg", static_cast<std::int64_t>(bytes->size())};
  if (QImage::fromData(reinterpret_cast<const uchar*>(bytes->data()), static_cast<int>(bytes->size())).isNull())
    return showTrouble(*m_trouble, tr("%1 is no picture.").arg(QFileInfo(file).fileName()));
  if (auto done = gis::writePicture(gis::pictureFolder(*where), picture, *bytes); !done)
    return showTrouble(*m_trouble, stockTrouble(done.error()));
  write({{"code", item->code}, {"photo", picture.sha256}});
}

void ListsPage::showPhoto() {
  const stocks::Item* item = m_view && m_list == StockList::kItems ? m_view->directory.item(chosenId()) : nullptr;
  const auto where = folder();
  if (!item || !where || item->photo.empty()) return;
  for (const char* kind : {"jpg", "png"}) {
    const auto file = gis::pictureFile(gis::pictureFolder(*where), {item->photo, kind, 0});
    const QPixmap picture(plainText(file.string()));
    if (picture.isNull()) continue;
    auto* photo = new QLabel;
    photo->setPixmap(
        picture.scaled(dp(kPhotoSide_px), dp(kPhotoSide_px), Qt::KeepAspectRatio, Qt::SmoothTransformation));
    m_rows->insertRow(0, QString(), photo);
    return;
  }
}

void ListsPage::retranslate() {
  m_back->setText(tr("← Back"));
  m_items->setText(tr("Items"));
  m_depots->setText(tr("Depots"));
  m_levels->setText(tr("Levels"));
  m_questions->setText(tr("Merging"));
  m_search->setPlaceholderText(tr("Search"));
  m_build->setText(tr("Build kits"));
  m_open->setText(tr("Open kits"));
  m_add->setText(tr("New"));
  m_save->setText(tr("Save"));
  m_computed->setText(tr("Computed again"));
  m_labels->setText(tr("Labels …"));
  m_labels->setToolTip(tr("QR codes of what the list shows, as PDF; a single item with its lots"));
  m_photo_file->setText(tr("Photo …"));
  m_books_out->setText(tr("Save the books …"));
  m_books_out->setToolTip(tr("Catalogue, depots, movements and requisitions as a file for another computer"));
  m_books_in->setText(tr("Take over books …"));
  m_books_in->setToolTip(tr("What is not here yet is booked, all in one go"));
}

}  // namespace app
