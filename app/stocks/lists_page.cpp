// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/lists_page.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QSplitter>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/settings/app_settings.h"
#include "app/settings/theme.h"
#include "app/stocks/books_exchange.h"
#include "app/stocks/catalogue_exchange.h"
#include "app/stocks/item_tables.h"
#include "app/stocks/label_sheet.h"
#include "app/stocks/list_field.h"
#include "app/stocks/stocks_words.h"
#include "app/text/moment_text.h"
#include "gis/picture/picture_file.h"
#include "gis/stocks/kit_work.h"
#include "gis/stocks/master_data.h"

namespace app {
namespace {

namespace stocks = gis::stocks;
using Json = nlohmann::json;

constexpr int kFirstIdRole = Qt::UserRole, kSecondIdRole = Qt::UserRole + 1, kPhotoSide_px = 120, kMostKits = 100'000;

QString plainText(const std::string& text) { return QString::fromStdString(text); }
QString plainNumber(double value) { return value == 0 ? QString() : QString::number(value, 'g', 10); }

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
      m_books(new BooksExchange(context)),
      m_catalogue(new CatalogueExchange(context)),
      m_save_slot(context.pools, Pool::kIo),
      m_labels_slot(context.pools, Pool::kIo) {
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
  for (QWidget* one : std::initializer_list<QWidget*>{m_labels, m_photo_file, m_catalogue, m_computed, m_books})
    end->addWidget(one);
  end->addStretch(1);
  end->addWidget(m_add);
  end->addWidget(m_save);
  lines->addLayout(end);
  auto* split = new QSplitter(Qt::Vertical);
  split->setChildrenCollapsible(false);
  split->addWidget(m_table);
  split->addWidget(below);
  split->setStretchFactor(0, 2);
  split->setStretchFactor(1, 3);
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
  connect(m_books, &BooksExchange::troubled, this, [this](const QString& text) { showTrouble(*m_trouble, text); });
  connect(m_catalogue, &CatalogueExchange::troubled, this,
          [this](const QString& text) { showTrouble(*m_trouble, text); });
  connect(m_catalogue, &CatalogueExchange::told, this, [this](const QString& text) {
    m_method->setText(text);
    m_method->setVisible(!text.isEmpty());
  });
  connect(m_catalogue, &StockPage::changed, this, [this] { emit StockPage::changed(); });
  connect(m_books, &StockPage::changed, this, [this] { emit StockPage::changed(); });
}

bool ListsPage::busy() const {
  return m_save_slot.busy() || m_labels_slot.busy() || m_books->busy() || m_catalogue->busy();
}

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
  m_books->setView(m_view);
  m_catalogue->setView(m_view);
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
    if (m_list == StockList::kQuestions) head({tr("From the copy of"), tr("Came"), tr("What stands against it")});
    if (m_view && m_list == StockList::kItems) fillItems();
    if (m_view && m_list == StockList::kDepots) fillDepots();
    if (m_view && m_list == StockList::kLevels) fillLevels();
    if (m_view && m_list == StockList::kQuestions) fillQuestions();
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(0, std::min(m_table->columnWidth(0), dp(144)));
    for (int row = 0; row < m_table->rowCount(); ++row)
      if (m_added.isEmpty() ? first != 0 && m_table->item(row, 0)->data(kFirstIdRole).toLongLong() == first &&
                                  m_table->item(row, 0)->data(kSecondIdRole).toLongLong() == second
                            : m_table->item(row, 1)->text() == m_added)
        m_table->selectRow(row);
    m_added.clear();
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
      addRow({depotName(*m_view, one.depot_id), withUnit(itemName(*m_view, one.item_id), one.item_id),
              stockCount(one.level->minimum), stockCount(one.level->target), stockCount(one.level->maximum),
              one.level->typed ? plainText(one.level->reason) : tr("computed")},
             one.depot_id, one.item_id);
}

QString ListsPage::withUnit(const QString& title, std::int64_t item_id) const {
  const stocks::Item* item = m_view ? m_view->directory.item(item_id) : nullptr;
  return item ? tr("%1 (%2)").arg(title, itemUnit(*item)) : title;
}

void ListsPage::fillQuestions() {
  std::int64_t number = 0;
  for (const stocks::LedgerQuestion& one : m_view->questions)
    addRow({plainText(one.seat), beijingTimeText(one.came_utc_ms), questionText(one)}, ++number);
}

QString ListsPage::questionHelp(const stocks::LedgerQuestion& question) const {
  if (question.kind == "level")
    return tr(
        "Both were set without knowing of each other. If the other figures are right, set them under “Levels”; "
        "here say what was decided.");
  if (question.kind == "item") return itemQuestionHelp(question);
  return tr("It came with another copy of the books and could not be booked; nothing of it is lost: %1")
      .arg(questionRecord(*m_view, question));
}

QString ListsPage::itemQuestionHelp(const stocks::LedgerQuestion& question) const {
  const Json record = Json::parse(question.content, nullptr, false);
  const std::string clash = record.is_object() ? record.value("clash", std::string()) : std::string();
  if (clash == "edit")
    return tr(
        "Both edited the item without knowing of each other. If the other figures are right, set them under “Items”; "
        "here say what was decided.");
  if (clash == "unfit")
    return tr("The edit does not fit what is here; the item stayed as it was. Correct it under “Items” if need be.");
  if (clash == "code")
    return tr("Whoever scans this barcode gets the item with this code. Change the barcode under “Items”.");
  return tr("The item came without this barcode. Give it one of its own under “Items”.");
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

QLineEdit* ListsPage::makeField(const FieldText& text) {
  auto* edit = new QLineEdit(text.text);
  edit->setAccessibleName(text.title);
  edit->setCursorPosition(0);  // a long text shows how it begins
  // A scanner ends with Enter: that is no wish to save.
  if (QByteArray(text.key) == "barcode")
    connect(edit, &QLineEdit::returnPressed, this, [this] { focusNextChild(); });
  else
    connect(edit, &QLineEdit::returnPressed, this, &ListsPage::save);
  m_fields.push_back({text.key, text.title, edit, text.text});
  return edit;
}

void ListsPage::addField(const FieldText& text) { m_rows->addRow(text.title, makeField(text)); }

// Short ones side by side: a low screen shows more of the form.
void ListsPage::addPair(const FieldText& left, const FieldText& right) {
  auto* line = new QHBoxLayout;
  line->setSpacing(dp(6));
  line->addWidget(makeField(left), 1);
  auto* title = new QLabel(right.title);
  line->addWidget(title);
  QLineEdit* edit = makeField(right);
  title->setBuddy(edit);
  line->addWidget(edit, 1);
  m_rows->addRow(left.title, line);
}

void ListsPage::addTables(const stocks::Item& item) {
  m_tables = new ItemTables;
  m_rows->addRow(m_tables);
  m_tables->begin(m_view, item, canWrite());
  const auto names = [this, tables = m_tables] {
    tables->setNames({fieldText("code"), fieldText("unit_zh"), fieldText("unit_en"), fieldText("barcode")});
  };
  for (const Field& field : m_fields)
    for (const char* key : {"code", "unit_zh", "unit_en", "barcode"})
      if (QByteArray(field.key) == key) connect(field.edit, &QLineEdit::textChanged, m_tables, names);
}

QString ListsPage::fieldText(const char* key) const {
  for (const Field& field : m_fields)
    if (QByteArray(field.key) == key) return field.edit->text();
  return {};
}

void ListsPage::buildForm() {
  m_fields.clear();
  m_tables = nullptr;
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
    addPair({"code", tr("Code"), plainText(one.code)}, {"class", tr("Class"), plainText(one.class_code)});
    addField({"name_zh", tr("Chinese name"), plainText(one.name_zh)});
    addField({"name_en", tr("English name"), plainText(one.name_en)});
    addPair({"unit_zh", tr("Unit (Chinese)"), plainText(one.unit_zh)},
            {"unit_en", tr("(English)"), plainText(one.unit_en)});
    addField({"barcode", tr("Barcode of one"), plainText(one.barcode)});
    addPair({"weight_kg", tr("Weight of one, kg"), plainNumber(one.weight_kg)},
            {"volume_m3", tr("Volume, m³"), plainNumber(one.volume_m3)});
    addPair({"shelf_life_days", tr("Shelf life, days"),
             one.shelf_life_days ? QString::number(*one.shelf_life_days) : QString()},
            {"norm.per_1000", tr("Norm for 1,000"), one.norm ? plainNumber(one.norm->per_1000_count) : QString()});
    addField({"norm.source", tr("Source of the norm"), one.norm ? plainText(one.norm->source) : QString()});
    addField({"source", tr("Source"), plainText(one.source)});
    addTables(one);
  } else if (m_list == StockList::kDepots) {
    const stocks::Depot one = depot ? *depot : stocks::Depot();
    addField({"code", tr("Code"), plainText(one.code)});
    addField({"name", tr("Name"), plainText(one.name)});
    addPair({"tier", tr("Tier (2 to 5)"), QString::number(one.tier)},
            {"division_code", tr("Division"), plainText(one.division_code)});
    addPair({"lon", tr("Longitude"), one.where ? QString::number(one.where->lon_deg, 'f', 6) : QString()},
            {"lat", tr("Latitude"), one.where ? QString::number(one.where->lat_deg, 'f', 6) : QString()});
    addPair({"keeper", tr("Responsible"), plainText(one.keeper)}, {"phone", tr("Telephone"), plainText(one.phone)});
    const bool own = m_view && m_view->trucks.contains(one.id);
    addField({"trucks", tr("Trucks"), own ? trucksText(m_view->trucks.at(one.id)) : QString()});
    m_method->setText(
        tr("Tier: 2 city, 3 county, 4 township, 5 village. Trucks: kind, how many, payload in kg, space in m³; the "
           "next one after a semicolon. Without trucks of its own a depot hires."));
  } else if (m_list == StockList::kQuestions) {
    const auto at = static_cast<std::size_t>(chosenId());
    const bool any = m_view && at > 0 && at <= m_view->questions.size();
    if (any) addField({"decision", tr("What was done about it"), QString()});
    m_method->setText(
        any ? questionText(m_view->questions[at - 1]) + QLatin1Char('\n') + questionHelp(m_view->questions[at - 1])
            : tr("No question is open: the copies of the books that were merged agree.") + QLatin1Char('\n') +
                  tr("Field work: save the books here, take them over on the laptop, count and issue "
                     "there; back in the office save them there and take them over here. Twice does no "
                     "harm; nothing falls below zero, what does not fit waits here for a decision."));
  } else {
    const stocks::Level* known = level && level->level ? &*level->level : nullptr;
    const auto figure = [known](std::int64_t stocks::Level::*of) {
      return known ? QString::number(known->*of) : QString();
    };
    addField({"depot", tr("Depot"), level ? plainText(m_view->directory.depot(level->depot_id)->code) : QString()});
    addField({"item", tr("Item"), level ? plainText(m_view->directory.item(level->item_id)->code) : QString()});
    addField({"minimum", withUnit(tr("Minimum"), chosenId(1)), figure(&stocks::Level::minimum)});
    addPair({"target", tr("Target"), figure(&stocks::Level::target)},
            {"maximum", tr("Maximum"), figure(&stocks::Level::maximum)});
    addField({"reason", tr("Reason"), known ? plainText(known->reason) : QString()});
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
  m_method->setVisible(!m_method->text().isEmpty());
  m_kits->setVisible(item && item->isKit());
  m_computed->setVisible(level && level->level && level->level->typed);
  m_labels->setVisible(m_list == StockList::kItems || m_list == StockList::kDepots);
  m_add->setVisible(m_list != StockList::kQuestions);
  m_save->setVisible(!m_fields.empty());
  m_books->setVisible(m_list == StockList::kQuestions);
  m_catalogue->setVisible(m_list == StockList::kItems);
  m_photo_file->setVisible(item != nullptr);
  for (QPushButton* button : {m_add, m_save, m_build, m_open, m_computed, m_photo_file}) button->setEnabled(canWrite());
  showPhoto();
}

void ListsPage::setField(const char* key, const QString& text) {
  for (Field& field : m_fields)
    if (QByteArray(field.key) == key) field.edit->setText(text);
}

bool ListsPage::put(Json& json, const Field& field) {
  const QString trouble = putListField(json, field.key, field.edit->text());
  if (trouble.isEmpty()) return true;
  showTrouble(*m_trouble, trouble);
  field.edit->setFocus();
  return false;
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
  if (m_tables) {
    any |= m_tables->putChanged(json);
    if (!m_tables->isRight()) {
      if (m_tables->focusTrouble())
        showTrouble(*m_trouble, tr("Packs or parts are not right yet: see the lines."));
      else
        showTrouble(*m_trouble, tr("The barcode or the code belongs to another item: see below."));
      return std::nullopt;
    }
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

void ListsPage::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (!enter || !(event->modifiers() & Qt::ControlModifier)) return StockPage::keyPressEvent(event);
  save();
}

// In the words of the form: what its field is called, and the field is where typing goes on.
void ListsPage::showRefusal(const gis::Error& error) {
  gis::Error named = error;
  std::string sought = error.subject;
  std::ranges::replace(sought, '/', '.');
  for (const Field& field : m_fields) {
    if (field.key != sought && field.key != "norm." + sought) continue;
    named.subject = field.title.toStdString();
    field.edit->setFocus();
    break;
  }
  showTrouble(*m_trouble, tr("Nothing was saved. %1").arg(stockTrouble(named)));
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
      [this, added = plainText(json.value("code", std::string()))](Saved done) {
        if (!done) return showRefusal(done.error());
        if (m_new) m_added = added;
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
}

}  // namespace app
