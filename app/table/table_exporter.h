// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "app/table/open_table.h"

class QWidget;

namespace app {

// Writes rows of a table to a file that the user names: one at a time, in the list of jobs, to be cancelled there.
// Window's thread.
class TableExporter : public QObject {
  Q_OBJECT
 public:
  TableExporter(PanelContext& context, QObject* parent);
  // Asks for the file first.
  void ask(QWidget* over, OpenTablePtr table, std::vector<std::size_t> columns, std::vector<std::int64_t> fids);
  void write(const QString& file, const OpenTablePtr& table, const std::vector<std::size_t>& columns,
             std::vector<std::int64_t> fids);
  bool busy() const { return m_slot.busy(); }

 private:
  PanelContext& m_context;
  JobSlot<gis::Result<void>> m_slot;
};

}  // namespace app
