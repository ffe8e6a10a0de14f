// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTranslator>
#include <memory>

#include "app/settings/app_settings.h"

class QApplication;

namespace app {

// The language of the interface, switched while the program runs: every widget gets LanguageChange and sets its texts
// again. Owned by the program; window's thread.
class Translation {
 public:
  explicit Translation(QApplication& application) : m_application(application) {}
  ~Translation();
  void use(Language language);
  Language language() const { return m_language; }

 private:
  QApplication& m_application;
  std::unique_ptr<QTranslator> m_ours;
  std::unique_ptr<QTranslator> m_qt;  // buttons of Qt's own dialogs
  Language m_language = Language::kEnglish;
};

}  // namespace app
