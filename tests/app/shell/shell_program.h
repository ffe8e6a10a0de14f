// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QApplication>
#include <QTemporaryDir>

#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/settings/theme.h"
#include "app/shell/main_window.h"
#include "gis/core/clock.h"
#include "tests/app/map/fake_layer.h"

namespace tests {

// A program without a workspace, in English, with settings of its own.
struct ShellProgram {
  QTemporaryDir folder;
  app::AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
  app::Translation translation{*qApp};
  gis::FixedClock clock{1'780'000'000'000};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{clock};
  app::MapDocument document;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};

  ShellProgram() {
    translation.use(app::Language::kEnglish);
    app::applyTheme(*qApp, layers::Theme::kDark, 1);
    document.setLook(layers::Theme::kDark, 1, QStringLiteral("en"));
    context.map.show_box = [](const gis::MapBox&) {};
  }
  void addLayer(const char* id, const char* group, layers::LayerStatePtr state) {
    app::MapLayer layer;
    layer.id = QLatin1String(id);
    layer.group = QLatin1String(group);
    layer.title = {QStringLiteral("图层 ") + layer.id, QStringLiteral("Layer ") + layer.id};
    layer.state = std::move(state);
    layer.load = app::LoadState::kReady;
    document.addLayer(std::move(layer));
  }
  void addFake(const char* id, const char* group) { addLayer(id, group, std::make_shared<FakeLayer>(Qt::red)); }
  QStringList order() const {
    QStringList ids;
    for (const app::MapLayer& layer : document.layers()) ids << layer.id;
    return ids;
  }
};

}  // namespace tests
