// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/crs_dialog.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/settings/theme.h"
#include "app/shell/map_status_bar.h"

namespace app {

CrsDialog::CrsDialog(const QString& file, const std::string& map_crs, QWidget* parent)
    : QDialog(parent), m_list(new QListWidget) {
  setWindowTitle(tr("Reference system"));
  setMinimumWidth(dp(440));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(20), dp(20), dp(20), dp(16));
  column->setSpacing(dp(12));
  auto* question =
      new QLabel(tr("In which reference system are the coordinates of %1?").arg(QFileInfo(file).fileName()));
  question->setWordWrap(true);
  question->setProperty("role", "heading");
  auto* hint =
      new QLabel(tr("The file does not say. If you do not know, ask whoever gave it to you; a wrong choice "
                    "puts everything in the wrong place."));
  hint->setWordWrap(true);
  hint->setProperty("role", "second");
  const auto add = [this](const QString& text, const std::string& crs) {
    auto* item = new QListWidgetItem(text, m_list);
    item->setData(Qt::UserRole, QString::fromStdString(crs));
  };
  add(tr("CGCS2000, longitude and latitude (EPSG:4490)"), "EPSG:4490");
  add(tr("Map coordinates, %1 (%2)").arg(MapStatusBar::crsName(map_crs), QString::fromStdString(map_crs)), map_crs);
  add(tr("WGS 84, longitude and latitude: GPS (EPSG:4326)"), "EPSG:4326");
  add(tr("Web Mercator: web-map tiles (EPSG:3857)"), "EPSG:3857");
  m_list->setCurrentRow(0);
  m_list->setMinimumHeight(dp(128));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
  buttons->button(QDialogButtonBox::Ok)->setText(tr("Add to the map"));
  buttons->button(QDialogButtonBox::Cancel)->setText(tr("Leave it out"));
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(m_list, &QListWidget::itemDoubleClicked, this, &QDialog::accept);
  column->addWidget(question);
  column->addWidget(hint);
  column->addWidget(m_list);
  column->addWidget(buttons);
}

std::string CrsDialog::crs() const { return m_list->currentItem()->data(Qt::UserRole).toString().toStdString(); }

}  // namespace app
