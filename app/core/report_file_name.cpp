// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/report_file_name.h"

namespace app {

QString reportFileName(const QString& name, bool pdf_chosen) {
  const QString excel = QStringLiteral(".xlsx"), pdf = QStringLiteral(".pdf");
  if (name.endsWith(pdf, Qt::CaseInsensitive)) return name;
  if (!name.endsWith(excel, Qt::CaseInsensitive)) return name + (pdf_chosen ? pdf : excel);
  return pdf_chosen ? name.chopped(excel.size()) + pdf : name;
}

}  // namespace app
