// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/table_exporter.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/fields/export_columns.h"
#include "app/jobs/job_list.h"
#include "app/settings/app_settings.h"
#include "gis/store/workspace.h"
#include "gis/table/table_export.h"

namespace app {

TableExporter::TableExporter(PanelContext& context, QObject* parent)
    : QObject(parent), m_context(context), m_slot(context.pools, Pool::kIo) {}

void TableExporter::ask(QWidget* over, OpenTablePtr table, std::vector<std::size_t> columns,
                        std::vector<std::int64_t> fids) {
  if (busy()) {
    m_context.map.say(tr("An export is being written; wait for its end or cancel it in the jobs panel."));
    return;
  }
  const QString title = table->fields.title.text(m_context.document.language());
  auto* dialog = new QFileDialog(over, tr("Write %n rows to a file", nullptr, static_cast<int>(fids.size())),
                                 m_context.settings.filesFolder());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  QStringList kinds{tr("Excel table (*.xlsx)"), tr("Comma-separated text (*.csv)"), tr("GeoPackage (*.gpkg)")};
  if (!table->schema.geometry_column.empty())
    kinds << tr("GeoJSON (*.geojson)") << tr("KML for Google Earth and Ovital (*.kml)");
  dialog->setNameFilters(kinds);
  dialog->setDefaultSuffix(QStringLiteral("xlsx"));
  dialog->selectFile(title);
  connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& kind) {
    static const QRegularExpression ending(QStringLiteral("\\*\\.(\\w+)"));
    dialog->setDefaultSuffix(ending.match(kind).captured(1));
  });
  connect(dialog, &QFileDialog::fileSelected, this,
          [this, table = std::move(table), columns = std::move(columns), fids = std::move(fids)](const QString& file) {
            m_context.settings.setFilesFolder(QFileInfo(file).absolutePath());
            write(file, table, columns, fids);
          });
  dialog->open();
}

void TableExporter::write(const QString& file, const OpenTablePtr& table, const std::vector<std::size_t>& columns,
                          std::vector<std::int64_t> fids) {
  const std::filesystem::path path(file.toStdString());
  const auto format = gis::exportFormatOf(path);
  if (!format) {
    m_context.messages.add(gis::Error{
        gis::ErrorCode::kInvalidArgument, path.string(), ".xlsx, .csv, .gpkg, .geojson or .kml expected", {}});
    return;
  }
  const QString name = QFileInfo(file).fileName();
  const int job = m_context.jobs.add([name] { return tr("Writing %1").arg(name); }, [this] { m_slot.cancel(); });
  const auto count = static_cast<int>(fids.size());
  gis::TableExport what{exportColumns(table->fields, table->codes, columns, m_context.document.language()),
                        std::move(fids)};
  m_slot.ask(
      [table, what = std::move(what), path, format = *format](const gis::CancelToken& cancel,
                                                              const gis::Progress& progress) -> gis::Result<void> {
        const auto workspace = gis::Workspace::open(table->workspace_folder, gis::OpenMode::kRead);
        if (!workspace) return std::unexpected(workspace.error());
        return gis::exportTable(workspace->db(), table->schema, what, path, format, cancel, progress);
      },
      [this, job, name, count](gis::Result<void> done) {
        if (done) {
          m_context.jobs.finish(job, JobState::kDone);
          m_context.map.say(tr("%n rows written to %1.", nullptr, count).arg(name));
          return;
        }
        const bool cancelled = done.error().code == gis::ErrorCode::kCancelled;
        m_context.jobs.finish(job, cancelled ? JobState::kCancelled : JobState::kFailed);
        m_context.messages.add(std::move(done.error()));
      },
      [this, job](double done_ratio) { m_context.jobs.setProgress(job, done_ratio); });
}

}  // namespace app
