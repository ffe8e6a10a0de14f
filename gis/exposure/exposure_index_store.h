// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gis/exposure/exposure_index.h"
#include "gis/exposure/exposure_tables.h"

namespace gis {

// Reads an ExposureIndex. One thread, one connection.
class ExposureIndexStore {
 public:
  explicit ExposureIndexStore(const Workspace& workspace) : m_workspace(workspace) {}
  Result<std::shared_ptr<const ExposureIndex>> load(const ExposureIndex::Drawn& drawn, const CancelToken& cancel,
                                                    const Progress& progress) const;

 private:
  Result<void> readDivisions(ExposureIndex& index) const;
  Result<void> readPersons(ExposureIndex& index) const;
  Result<void> readAreas(ExposureIndex& index, const ExposureIndex::Drawn& drawn, const CancelToken& cancel) const;
  Result<void> readTable(ExposureIndex& index, const ExposureTableSpec& spec, const ExposureIndex::Drawn& drawn,
                         const CancelToken& cancel) const;
  Result<std::shared_ptr<const MapColumns>> geometry(const std::string& table, const ExposureIndex::Drawn& drawn,
                                                     const CancelToken& cancel) const;
  Result<bool> has(const std::string& table) const;

  const Workspace& m_workspace;
};

}  // namespace gis
