// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <map>
#include <optional>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "gis/core/error.h"
#include "gis/geology/field_work.h"
#include "layers/core/layer_state.h"

class QLabel;

namespace app {

class RegisterView;
class StackedBars;

// Relocation works (避险搬迁): how far each county is, what is overdue, the works. Window's thread.
class RelocationPage : public QWidget {
  Q_OBJECT
 public:
  explicit RelocationPage(PanelContext& context, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  struct Answer {
    gis::geology::RelocationProgress progress;
    std::map<std::string, layers::BilingualText> counties;
    std::string today;
  };
  void read();
  void showAnswer();
  PanelContext& m_context;
  QLabel* m_sum;
  StackedBars* m_bars;
  QLabel* m_key;
  RegisterView* m_register;
  std::optional<Answer> m_answer;
  std::optional<gis::Error> m_error;
  JobSlot<gis::Result<Answer>> m_slot;
};

}  // namespace app
