// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <filesystem>
#include <map>
#include <optional>
#include <vector>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "gis/core/error.h"
#include "gis/geology/card.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace app {

class FoundTree;

// Printing cards (防灾工作明白卡、避险明白卡): which points, which card; before anything is printed it says which
// fields would be blank, card by card, so that they can be filled in. Window's thread; reading and writing run in jobs.
class CardsPage : public QWidget {
  Q_OBJECT
 public:
  explicit CardsPage(PanelContext& context, QWidget* parent = nullptr);
  bool busy() const { return m_make_slot.busy() || m_write_slot.busy(); }
  const std::vector<gis::geology::Card>& cards() const { return m_cards; }
  void print(const std::filesystem::path& file);

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  struct Made {
    std::vector<gis::geology::Card> cards;
    std::map<std::string, std::pair<std::int64_t, gis::LonLat>> places;  // by hazard code
    std::vector<std::pair<std::string, std::string>> counties;           // code, name
  };
  void retranslate();
  void make();
  void showCards();
  void choosePdf();

  PanelContext& m_context;
  QComboBox* m_kind;
  QComboBox* m_county;
  QLineEdit* m_code;  // a point or a village instead of the county
  QPushButton* m_print;
  QLabel* m_hint;
  QLabel* m_summary;
  FoundTree* m_tree;
  std::vector<gis::geology::Card> m_cards;
  Made m_made;
  std::optional<gis::Error> m_error;
  int m_job = 0;
  JobSlot<gis::Result<Made>> m_make_slot;
  JobSlot<gis::Result<void>> m_write_slot;
};

}  // namespace app
