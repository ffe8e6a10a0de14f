// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <map>
#include <string>
#include <vector>

#include "gis/situation/draft.h"

class QFormLayout;

namespace app {

// What only a person knows, one field a blank; those that begin with what the incident says show that until somebody
// types. Window's thread.
class BlankForm : public QWidget {
  Q_OBJECT
 public:
  explicit BlankForm(QWidget* parent = nullptr);

  // Fields for these blanks; words that were typed under the same name stay, also when the kind of report changes.
  void setBlanks(const std::vector<gis::situation::BlankDefinition>& blanks, const gis::situation::Facts& facts);
  // Adds fields for the reasons of figures that fell; those that are there stay.
  void askReasons(const gis::situation::ReportCatalogue& catalogue,
                  const std::vector<gis::situation::Finding>& findings);
  const gis::situation::Blanks& typed() const { return m_typed; }
  void type(const std::string& name, const QString& words);
  // Forgets what was typed: another incident.
  void clear();
  // Puts the keyboard into the field of this name; false when there is none.
  bool focus(const std::string& name);

 signals:
  void edited();

 private:
  void addField(const std::string& name, const QString& label, int lines, const QString& begins_with);
  QFormLayout* m_rows;
  std::map<std::string, QWidget*> m_fields;
  gis::situation::Blanks m_typed;
};

}  // namespace app
