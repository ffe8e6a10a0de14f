// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <nlohmann/json.hpp>

#include "app/jobs/job_slot.h"
#include "app/stocks/stock_page.h"

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QSpinBox;
class QTableWidget;
class QToolButton;

namespace app {

class BooksExchange;
class CatalogueExchange;
class ItemTables;

enum class StockList { kItems, kDepots, kLevels, kQuestions };

// What the office sets by hand (基础数据): items with units, shelf life, weight, volume, norm, packs and parts; depots
// with the person responsible and their trucks; levels with their reason and, beside them, how the computed ones come
// about. Kits are built and opened here, labels with QR codes printed, photographs of items kept. Saves what was
// changed and nothing else, as the commands do. Window's thread; what reads or writes runs in jobs.
class ListsPage : public StockPage {
  Q_OBJECT
 public:
  explicit ListsPage(PanelContext& context, QWidget* parent = nullptr);
  bool busy() const override;
  QTableWidget* table() { return m_table; }
  QString troubleText() const;
  void open(StockList list);
  // A row of the table; -1: a new one.
  void choose(int row);
  void setField(const char* key, const QString& text);
  void save();
  void work(bool builds, std::int64_t depot_id, int kits);
  void saveLabels(const QString& file);
  void setPhoto(const QString& file);
  BooksExchange* books() { return m_books; }
  CatalogueExchange* catalogue() { return m_catalogue; }
  ItemTables* tables() { return m_tables; }  // of the item that is shown; null: none is

 signals:
  void left();

 protected:
  void retranslate() override;
  void showView() override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  struct FieldText {
    const char* key;
    QString title, text;
  };
  struct Field {
    const char* key;
    QString title;
    QLineEdit* edit;
    QString before;
  };
  using Saved = gis::Result<void>;
  void makeWidgets();
  void fillTable();
  void fillItems();
  void fillDepots();
  void fillLevels();
  void fillQuestions();
  QString withUnit(const QString& title, std::int64_t item_id) const;
  QString questionHelp(const gis::stocks::LedgerQuestion& question) const;
  QString itemQuestionHelp(const gis::stocks::LedgerQuestion& question) const;
  void decide();
  void buildForm();
  QLineEdit* makeField(const FieldText& text);
  void addField(const FieldText& text);
  void addPair(const FieldText& left, const FieldText& right);
  void addTables(const gis::stocks::Item& item);
  QString fieldText(const char* key) const;
  void showRefusal(const gis::Error& error);
  void addRow(const QStringList& texts, std::int64_t id, std::int64_t second_id = 0);
  std::optional<nlohmann::json> changed();
  bool put(nlohmann::json& json, const Field& field);
  void write(nlohmann::json json);
  void askForLabels();
  void showPhoto();
  std::int64_t chosenId(int which = 0) const;

  StockList m_list = StockList::kItems;
  bool m_new = false;
  std::vector<Field> m_fields;
  QToolButton *m_items, *m_depots, *m_levels, *m_questions, *m_back;
  QLineEdit* m_search;
  QTableWidget* m_table;
  QWidget* m_form;
  QFormLayout* m_rows;
  QScrollArea* m_scroll;
  QLabel *m_method, *m_trouble;
  QWidget* m_kits;
  QComboBox* m_kit_depot;
  QSpinBox* m_kit_count;
  QPushButton *m_build, *m_open, *m_add, *m_save, *m_computed, *m_labels, *m_photo_file;
  BooksExchange* m_books;
  CatalogueExchange* m_catalogue;
  ItemTables* m_tables = nullptr;
  QString m_added;  // code of what was entered, to be shown when it has been read
  JobSlot<Saved> m_save_slot, m_labels_slot;
};

}  // namespace app
