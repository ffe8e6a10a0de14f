// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "app/core/panel.h"

class QDialog;

namespace app {

// The rooms that show something in the window. Adding a domain is one line in rooms.cpp; removing it, the same line.
std::vector<PanelDefinition> rooms();

// The dialog that imports a file into the open workspace; it deletes itself when it is closed.
QDialog* makeImportDialog(PanelContext& context, const QString& file, QWidget* window);

}  // namespace app
