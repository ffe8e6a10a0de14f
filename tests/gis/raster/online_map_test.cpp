// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/raster/online_map.h"

#include <gdal.h>
#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <iterator>

#include "gis/geo/gdal_session.h"
#include "gis/raster/raster_reader.h"
#include "tests/gis/raster/loopback_server.h"

namespace gis {
namespace {

// A grey-green tile as PNG bytes, made by GDAL.
std::string tilePng() {
  GdalSession session;
  const GDALDriverH memory = GDALGetDriverByName("MEM"), png = GDALGetDriverByName("PNG");
  const GdalDataset tile(GDALCreate(memory, "", 256, 256, 3, GDT_Byte, nullptr));
  for (int band = 1; band <= 3; ++band) GDALFillRaster(GDALGetRasterBand(tile.get(), band), 50.0 * band, 0);
  const std::filesystem::path file =
      std::filesystem::temp_directory_path() / ("fengsui-tile-" + std::to_string(::getpid()) + ".png");
  GdalDataset written(GDALCreateCopy(png, file.c_str(), tile.get(), FALSE, nullptr, nullptr, nullptr));
  written.reset();
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  in.close();
  std::filesystem::remove(file);
  std::filesystem::remove(file.string() + ".aux.xml");
  return bytes;
}

class OnlineMapTest : public ::testing::Test {
 protected:
  OnlineMapTest() {
    static int count = 0;
    folder = std::filesystem::temp_directory_path() /
             ("fengsui-online-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    std::filesystem::create_directories(folder / "basemaps");
  }
  ~OnlineMapTest() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
  }
  std::filesystem::path add(const std::string& address) {
    const auto file = writeOnlineMap({"街道", address, 18}, folder / "basemaps");
    EXPECT_TRUE(file.has_value());
    return file ? *file : std::filesystem::path();
  }
  // Red, green, blue, alpha in the middle of the box, drawn from what is kept.
  std::array<int, 4> middle(const std::filesystem::path& file) {
    const auto kept = keptOnlineMap(file, folder / "cache");
    if (!kept) return {-1, 0, 0, 0};
    const auto reader = RasterReader::open(*kept, "EPSG:4547");
    if (!reader) return {-2, 0, 0, 0};
    const auto picture = reader->readPicture({410000, 4000000, 412560, 4002560}, 256, 256);
    if (!picture) return {-3, 0, 0, 0};
    const std::uint8_t* at = picture->rgba.data() + (std::size_t{128} * 256 + 128) * 4;
    return {at[0], at[1], at[2], at[3]};
  }
  const LonLatBox box{113.0, 36.12, 113.03, 36.15};
  std::filesystem::path folder;
};

TEST_F(OnlineMapTest, TilesAreFetchedKeptAndDrawnWithoutTheServer) {
  std::filesystem::path file;
  {
    const LoopbackServer server(tilePng());
    file = add(server.at("/{z}/{x}/{y}.png"));
    EXPECT_EQ(middle(file)[3], 0) << "nothing is kept yet, and drawing asks nobody";
    EXPECT_EQ(server.asked(), 0);
    const auto first = fetchOnlineTiles(file, folder / "cache", box, 10);
    ASSERT_TRUE(first.has_value()) << first.error().detail;
    EXPECT_GT(first->fetched, 0);
    EXPECT_EQ(first->fetched, server.asked());
    const auto again = fetchOnlineTiles(file, folder / "cache", box, 10);
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(again->fetched, 0);
    EXPECT_EQ(first->fetched, server.asked()) << "what is kept is not asked for again";
  }
  const std::array<int, 4> wanted{50, 100, 150, 255};
  EXPECT_EQ(middle(file), wanted);
}

TEST_F(OnlineMapTest, AServerThatIsNotThereIsToldAtOnce) {
  std::string address;
  { address = LoopbackServer("").at("/{z}/{x}/{y}.png"); }
  const std::filesystem::path file = add(address);
  const auto fetched = fetchOnlineTiles(file, folder / "cache", box, 10);
  ASSERT_FALSE(fetched.has_value());
  EXPECT_EQ(fetched.error().code, ErrorCode::kIoFailed);
  EXPECT_EQ(fetched.error().subject, address);
  EXPECT_EQ(middle(file)[3], 0);
}

TEST_F(OnlineMapTest, HolesOfTheServiceStayEmpty) {
  const LoopbackServer server(tilePng());
  const std::filesystem::path file = add(server.at("/hole/{z}/{x}/{y}.png"));
  const auto fetched = fetchOnlineTiles(file, folder / "cache", box, 10);
  EXPECT_TRUE(fetched.has_value());
  EXPECT_EQ(middle(file)[3], 0);
}

TEST_F(OnlineMapTest, AnOrdinaryFileNeverAsksAServer) {
  const LoopbackServer server(tilePng());
  const std::filesystem::path file = folder / "stranger.xml";
  std::ofstream(file) << "<GDAL_WMS><Service name=\"TMS\"><ServerUrl>" << server.at("/${z}/${x}/${y}.png")
                      << "</ServerUrl></Service></GDAL_WMS>";
  const auto opened = RasterReader::open(file, "EPSG:4547");
  ASSERT_FALSE(opened.has_value());
  EXPECT_EQ(opened.error().code, ErrorCode::kUnsupportedFormat);
  EXPECT_EQ(server.asked(), 0);
}

TEST_F(OnlineMapTest, WhatIsTypedIsJudgedBeforeItIsKept) {
  const OnlineMap good{"影像", "https://example.org/{z}/{x}/{-y}.jpg?k=1&l=2", 17};
  const auto file = writeOnlineMap(good, folder / "basemaps");
  ASSERT_TRUE(file.has_value());
  EXPECT_EQ(*readOnlineMap(*file), good);
  EXPECT_EQ(writeOnlineMap(good, folder / "basemaps").error().code, ErrorCode::kAlreadyExists);
  for (const OnlineMap& bad : {OnlineMap{"", "https://a/{z}/{x}/{y}"}, OnlineMap{"../a", "https://a/{z}/{x}/{y}"},
                               OnlineMap{"a", "ftp://a/{z}/{x}/{y}"}, OnlineMap{"a", "https://a/{x}/{y}"},
                               OnlineMap{"a", "https://a/{z}/{x}"}, OnlineMap{"a", "https://a/{z}/{x}/{y}", 40}})
    EXPECT_EQ(checkOnlineMap(bad).error().code, ErrorCode::kInvalidArgument) << bad.title << " " << bad.address;
  std::ofstream(folder / "basemaps/broken.online.xml") << "<GDAL_WMS>";
  EXPECT_EQ(readOnlineMap(folder / "basemaps/broken.online.xml").error().code, ErrorCode::kDamagedFile);
}

TEST_F(OnlineMapTest, CapabilitiesOfATileServiceAreReadByServerAndText) {
  const std::string capabilities = R"(<?xml version="1.0"?>
<Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:xlink="http://www.w3.org/1999/xlink">
<ows:OperationsMetadata><ows:Operation name="GetTile"><ows:DCP><ows:HTTP><ows:Get xlink:href="http://t0.example.cn/vec_w/wmts?"/></ows:HTTP></ows:DCP></ows:Operation></ows:OperationsMetadata>
<Contents>
<Layer><ows:Title>矢量底图</ows:Title><ows:Identifier>vec</ows:Identifier><Style><ows:Identifier>default</ows:Identifier></Style><Format>tiles</Format>
<TileMatrixSetLink><TileMatrixSet>w</TileMatrixSet></TileMatrixSetLink></Layer>
<Layer><ows:Title>By template</ows:Title><ows:Identifier>img</ows:Identifier><Format>image/png</Format>
<TileMatrixSetLink><TileMatrixSet>w</TileMatrixSet></TileMatrixSetLink>
<ResourceURL format="image/png" resourceType="tile" template="http://x.example/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png"/></Layer>
<Layer><ows:Identifier>in degrees</ows:Identifier><TileMatrixSetLink><TileMatrixSet>c</TileMatrixSet></TileMatrixSetLink></Layer>
<TileMatrixSet><ows:Identifier>w</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG::3857</ows:SupportedCRS>
<TileMatrix><ows:Identifier>1</ows:Identifier></TileMatrix><TileMatrix><ows:Identifier>18</ows:Identifier></TileMatrix></TileMatrixSet>
<TileMatrixSet><ows:Identifier>c</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG::4490</ows:SupportedCRS>
<TileMatrix><ows:Identifier>1</ows:Identifier></TileMatrix></TileMatrixSet>
</Contents></Capabilities>)";
  const LoopbackServer server(capabilities);
  const auto got = fetchCapabilities(server.at("/wmts?SERVICE=WMTS&REQUEST=GetCapabilities"));
  ASSERT_TRUE(got.has_value()) << got.error().detail;
  const auto maps = onlineMapsOfWmts(*got);
  ASSERT_TRUE(maps.has_value());
  ASSERT_EQ(maps->size(), 2U) << "degrees are left out";
  EXPECT_EQ(maps->at(0).title, "矢量底图");
  EXPECT_EQ(maps->at(0).finest_zoom, 18);
  EXPECT_EQ(maps->at(0).address,
            "http://t0.example.cn/vec_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=vec&STYLE=default&FORMAT="
            "tiles&TILEMATRIXSET=w&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}");
  EXPECT_EQ(maps->at(1).address, "http://x.example/w/{z}/{y}/{x}.png");
  EXPECT_EQ(onlineMapsOfWmts("<html/>").error().code, ErrorCode::kDamagedFile);
  EXPECT_EQ(onlineMapsOfWmts("no xml").error().code, ErrorCode::kDamagedFile);
}

}  // namespace
}  // namespace gis
