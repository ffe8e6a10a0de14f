// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>

class QLabel;
class QToolButton;
class QVBoxLayout;
class QWidget;

namespace app {

// What the rooms of operations begin with: a column with its margins, and in its first row the title, the room's own
// buttons and the one that reads anew. Returns the column. The window's thread.
QVBoxLayout* makePanelHead(QWidget& panel, QLabel& title, const QList<QWidget*>& buttons, QToolButton& refresh);

}  // namespace app
