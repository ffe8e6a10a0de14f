// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringList>

class QWidget;

namespace app {

// The program's file dialogs: the desktop's own where there is one; else Qt's, wide enough to read, with the places
// an officer keeps files at its side (home, desktop, documents, sticks). Empty when the user thought better of it.
QString chooseFolder(QWidget* parent, const QString& title, const QString& start);
QStringList chooseMapFiles(QWidget* parent, const QString& title, const QString& start);

// One file for the import: tables and sheets as well.
QStringList chooseTable(QWidget* parent, const QString& title, const QString& start);

}  // namespace app
