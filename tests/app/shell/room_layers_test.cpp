// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/room_layers.h"

#include <gtest/gtest.h>

#include "app/core/map_document.h"

namespace app {
namespace {

MapLayer drawingOf(const char* room) {
  MapLayer layer;
  layer.id = QStringLiteral("drawing-of-") + QLatin1String(room);
  layer.room = QLatin1String(room);
  layer.load = LoadState::kReady;
  return layer;
}

struct Rooms {
  MapDocument document;
  RoomLayers drawings{document, &document};

  void show(const char* room) {
    drawings.entered(QLatin1String(room));
    document.addLayer(drawingOf(room));
  }
  bool shown(const char* room) const {
    return document.find(QStringLiteral("drawing-of-") + QLatin1String(room))->visible;
  }
};

}  // namespace

TEST(RoomLayers, TheMapShowsTheResultOfOneRoom) {
  Rooms rooms;
  rooms.show("fire");
  rooms.show("flood");
  EXPECT_FALSE(rooms.shown("fire"));
  EXPECT_TRUE(rooms.shown("flood"));
  rooms.drawings.entered(QStringLiteral("fire"));
  EXPECT_TRUE(rooms.shown("fire"));
  EXPECT_FALSE(rooms.shown("flood"));
}

TEST(RoomLayers, ARoomWithoutADrawingLeavesTheMapAlone) {
  Rooms rooms;
  rooms.show("fire");
  MapLayer roads;
  roads.id = QStringLiteral("roads");
  rooms.document.addLayer(roads);
  rooms.drawings.entered(QStringLiteral("inspector"));
  EXPECT_TRUE(rooms.shown("fire"));
  rooms.show("flood");
  EXPECT_TRUE(rooms.document.find(QStringLiteral("roads"))->visible);
}

TEST(RoomLayers, WhatTheOfficerSwitchesOnStaysUntilTheNextRoom) {
  Rooms rooms;
  rooms.show("fire");
  rooms.show("flood");
  rooms.document.setVisible(QStringLiteral("drawing-of-fire"), true);
  rooms.document.addLayer(drawingOf("other"));
  EXPECT_TRUE(rooms.shown("fire"));
  // Switched off by hand, a drawing is not brought back by entering its room.
  rooms.drawings.entered(QStringLiteral("fire"));
  rooms.document.setVisible(QStringLiteral("drawing-of-fire"), false);
  rooms.drawings.entered(QStringLiteral("flood"));
  rooms.drawings.entered(QStringLiteral("fire"));
  EXPECT_FALSE(rooms.shown("fire"));
}

}  // namespace app
