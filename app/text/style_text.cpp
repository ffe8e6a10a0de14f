// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/style_text.h"

#include <QCoreApplication>
#include <string_view>

namespace app {
namespace {

constexpr const char* kStyleContext = "StyleText";

// As layers writes them, word for word; %1 stands for something of the moment, which stays as it is. A longer beginning
// comes before a shorter one.
constexpr const char* kPhrases[] = {
    QT_TRANSLATE_NOOP("StyleText", "a number"),
    QT_TRANSLATE_NOOP("StyleText", "a number within %1"),
    QT_TRANSLATE_NOOP("StyleText", "a number of at least %1"),
    QT_TRANSLATE_NOOP("StyleText", "a text"),
    QT_TRANSLATE_NOOP("StyleText", "a name"),
    QT_TRANSLATE_NOOP("StyleText", "a value"),
    QT_TRANSLATE_NOOP("StyleText", "true or false"),
    QT_TRANSLATE_NOOP("StyleText", "a list of numbers"),
    QT_TRANSLATE_NOOP("StyleText", "a list of two numbers"),
    QT_TRANSLATE_NOOP("StyleText", "an even number of lengths, dash and gap in turn"),
    QT_TRANSLATE_NOOP("StyleText", "a list of layers"),
    QT_TRANSLATE_NOOP("StyleText", "a list of fields"),
    QT_TRANSLATE_NOOP("StyleText", "a list of classes"),
    QT_TRANSLATE_NOOP("StyleText", "a list of groups"),
    QT_TRANSLATE_NOOP("StyleText", "a list of layer names"),
    QT_TRANSLATE_NOOP("StyleText", "an object"),
    QT_TRANSLATE_NOOP("StyleText", "an object of attribute values"),
    QT_TRANSLATE_NOOP("StyleText", "an object of properties"),
    QT_TRANSLATE_NOOP("StyleText", "an object that describes a layer"),
    QT_TRANSLATE_NOOP("StyleText", "an id of its own"),
    QT_TRANSLATE_NOOP("StyleText", "each key once"),
    QT_TRANSLATE_NOOP("StyleText", "each label once"),
    QT_TRANSLATE_NOOP("StyleText", "fewer nested expressions"),
    QT_TRANSLATE_NOOP("StyleText", "a smaller expression"),
    QT_TRANSLATE_NOOP("StyleText", "a stop greater than the one before"),
    QT_TRANSLATE_NOOP("StyleText", "a text, a number or a list of them"),
    QT_TRANSLATE_NOOP("StyleText", "a number or a text"),
    QT_TRANSLATE_NOOP("StyleText", "the name of a layer"),
    QT_TRANSLATE_NOOP("StyleText", "a table of the workspace"),
    QT_TRANSLATE_NOOP("StyleText", "a code table of the workspace"),
    QT_TRANSLATE_NOOP("StyleText", "a name that a \"let\" around it gives"),
    QT_TRANSLATE_NOOP("StyleText", "an operator that has a meaning here; cells of a raster have values"),
    QT_TRANSLATE_NOOP("StyleText", "\"step\": only numbers and colours have something between them"),
    QT_TRANSLATE_NOOP("StyleText", "the name of an icon in resources/icons/map or of a sign along lines"),
    QT_TRANSLATE_NOOP("StyleText", "JSON text"),
    QT_TRANSLATE_NOOP("StyleText", "a colour such as %1"),
    QT_TRANSLATE_NOOP("StyleText", "a zoom greater than minzoom, %1"),
    QT_TRANSLATE_NOOP("StyleText", "a zoom within %1"),
    QT_TRANSLATE_NOOP("StyleText", "a column of the table: %1"),
    QT_TRANSLATE_NOOP("StyleText", "one of: %1"),
    QT_TRANSLATE_NOOP("StyleText", "an expression %1"),
    QT_TRANSLATE_NOOP("StyleText", "a known operator %1"),
    QT_TRANSLATE_NOOP("StyleText", "%1 and nothing behind it"),
};

QString phrase(const std::string& expected) {
  for (const std::string_view known : kPhrases) {
    const std::size_t at = known.find("%1");
    if (at == std::string_view::npos) {
      if (expected == known) return QCoreApplication::translate(kStyleContext, known.data());
      continue;
    }
    const std::string_view before = known.substr(0, at), after = known.substr(at + 2);
    if (expected.size() < before.size() + after.size() || !expected.starts_with(before) || !expected.ends_with(after))
      continue;
    const std::string middle = expected.substr(before.size(), expected.size() - before.size() - after.size());
    return QCoreApplication::translate(kStyleContext, known.data()).arg(QString::fromStdString(middle));
  }
  return QString::fromStdString(expected);  // a pattern of the style language: it has no translation
}

}  // namespace

QString styleProblemText(const std::string& expected, const std::string& found) {
  if (found.empty()) return QCoreApplication::translate("StyleText", "expected %1").arg(phrase(expected));
  // All at once: what was found may hold a percent sign itself.
  return QCoreApplication::translate("StyleText", "expected %1, found %2")
      .arg(phrase(expected), QString::fromStdString(found));
}

}  // namespace app
