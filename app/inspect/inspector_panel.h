// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QScrollArea>
#include <QWidget>

#include "app/core/panel.h"
#include "app/inspect/inspect_query.h"
#include "app/jobs/job_slot.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace app {

class InspectorCard;

// What is at the place the user clicked (属性查询): coordinates, height, the divisions that contain it, and a card for
// each feature of the visible layers. The question runs in a job; a new click drops the old answer.
class InspectorPanel : public QWidget {
  Q_OBJECT
 public:
  explicit InspectorPanel(PanelContext& context, QWidget* parent = nullptr);
  ~InspectorPanel() override;
  void inspectAt(gis::MapXY where);

  int cardCount() const { return static_cast<int>(m_cards.size()); }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void show(InspectAnswer answer);
  void rebuild();
  void select(std::size_t card);
  QString placeText() const;
  void fillThreatened();

  PanelContext& m_context;
  JobSlot<InspectAnswer> m_slot;
  std::optional<InspectAnswer> m_answer;
  QLabel* m_chain;
  QLabel* m_place;
  QPushButton* m_threatened;
  QLabel* m_empty;
  QLabel* m_more;
  QWidget* m_header;
  QScrollArea* m_scroll;
  QVBoxLayout* m_list;
  std::vector<InspectorCard*> m_cards;
  std::size_t m_chosen = 0;
};

}  // namespace app
