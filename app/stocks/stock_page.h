// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <filesystem>
#include <optional>
#include <string>

#include "app/core/panel.h"
#include "app/stocks/stocks_job.h"

class QLabel;

namespace app {

// One page of the stocks room: shows a view of the stocks, asks the room to read them anew when it has written.
// Window's thread; what reads or writes runs in jobs.
class StockPage : public QWidget {
  Q_OBJECT
 public:
  explicit StockPage(PanelContext& context, QWidget* parent = nullptr) : QWidget(parent), m_context(context) {}
  // Null: there is nothing to show.
  void setView(StockViewPtr view);
  virtual bool busy() const { return false; }

 signals:
  // The movements behind a number; 0: all depots, all items.
  void movementsWanted(qint64 depot_id, qint64 item_id);
  void changed();

 protected:
  void changeEvent(QEvent* event) override;
  virtual void retranslate() = 0;
  virtual void showView() = 0;

  std::optional<std::filesystem::path> folder() const;
  bool canWrite() const;
  std::string officer() const;
  // Red and with the whole sentence, or away when it is empty.
  static void showTrouble(QLabel& label, const QString& text);

  PanelContext& m_context;
  StockViewPtr m_view;
};

}  // namespace app
