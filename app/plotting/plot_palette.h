// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <string>

class QButtonGroup;
class QGridLayout;

namespace app {

// The symbols and colours to plot with. Window's thread.
class PlotPalette : public QWidget {
  Q_OBJECT
 public:
  explicit PlotPalette(QWidget* parent = nullptr);
  std::string symbol() const;
  std::string colour() const;
  void setSymbol(const std::string& name);
  void setColour(const std::string& colour);
  // Symbols are for points alone.
  void showSymbols(bool shown);
  void retranslate();

 signals:
  void chosen();

 private:
  QWidget* m_symbol_grid;
  QButtonGroup* m_symbols;
  QButtonGroup* m_colours;
};

}  // namespace app
