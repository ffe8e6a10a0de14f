// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/translation.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>

static void initTexts() { Q_INIT_RESOURCE(fengsui_ui); }

namespace app {

namespace {

// Words of Qt that its own Chinese lacks or spells out: arrow keys are arrows, as on the keys.
[[maybe_unused]] constexpr const char* kWordsOfQt[] = {
    QT_TRANSLATE_NOOP("QShortcut", "Left"),
    QT_TRANSLATE_NOOP("QShortcut", "Right"),
    QT_TRANSLATE_NOOP("QShortcut", "Up"),
    QT_TRANSLATE_NOOP("QShortcut", "Down"),
    QT_TRANSLATE_NOOP("QFileSystemModel", "Size"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Unknown"),
};

// English needs no file, only its plural: "%n day(s)" is "1 day" or "2 days".
class EnglishPlural final : public QTranslator {
 public:
  QString translate(const char* /*context*/, const char* source, const char* /*disambiguation*/,
                    int count) const override {
    static const QLatin1String either("(s)");
    QString text = count < 0 ? QString() : QString::fromUtf8(source);
    if (!text.contains(either)) return {};
    return text.replace(either, QLatin1String(count == 1 ? "" : "s"));
  }
  bool isEmpty() const override { return false; }
};

}  // namespace

Translation::~Translation() {
  if (m_ours) m_application.removeTranslator(m_ours.get());
  if (m_qt) m_application.removeTranslator(m_qt.get());
}

void Translation::use(Language language) {
  initTexts();
  if (m_ours) m_application.removeTranslator(m_ours.get());
  if (m_qt) m_application.removeTranslator(m_qt.get());
  m_ours.reset();
  m_qt.reset();
  m_language = language;
  QLocale::setDefault(QLocale(language == Language::kChinese ? QLocale::Chinese : QLocale::English,
                              language == Language::kChinese ? QLocale::China : QLocale::UnitedStates));
  if (language == Language::kEnglish) {
    m_ours = std::make_unique<EnglishPlural>();
    m_application.installTranslator(m_ours.get());
    return;
  }
  m_qt = std::make_unique<QTranslator>();
  if (m_qt->load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    m_application.installTranslator(m_qt.get());
  m_ours = std::make_unique<QTranslator>();
  if (m_ours->load(QStringLiteral(":/i18n/fengsui_zh_CN.qm"))) m_application.installTranslator(m_ours.get());
}

}  // namespace app
