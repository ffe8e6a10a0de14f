// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/field/change_package.h"

#include <gtest/gtest.h>

#include "tests/gis/store/store_test_support.h"

namespace gis {
namespace {

class ChangePackageTest : public ::testing::Test {
 protected:
  ChangePackageTest()
      : office(*newOffice("office")), laptop(*newLaptop(office, "长治应急-02")), payload(1000, std::byte{42}) {
    manifest = {"019de000-0000-7000-8000-000000000009", "", "140400", 11, 5, 1, 4, 2, 3};
    package = *sealPackage(laptop, manifest, payload);
  }
  FieldIdentity office;
  FieldIdentity laptop;
  PackageManifest manifest;
  std::vector<std::byte> payload;
  std::vector<std::byte> package;
};

}  // namespace

TEST_F(ChangePackageTest, TheOfficeAndEveryLaptopOfItsCanReadIt) {
  const auto other = newLaptop(office, "长治应急-03");
  ASSERT_OK(other);
  for (const FieldIdentity& reader : {office, laptop, *other}) {
    const auto opened = openPackage(reader, package);
    ASSERT_OK(opened);
    EXPECT_EQ(*opened, payload);
  }
  const auto read = packageManifest(package);
  ASSERT_OK(read);
  EXPECT_EQ(read->seat, "长治应急-02");
  EXPECT_EQ(read->steps, 2);
}

TEST_F(ChangePackageTest, NobodyElseCan) {
  const auto stranger = newOffice("office");
  ASSERT_OK(stranger);
  EXPECT_CODE(openPackage(*stranger, package), kForeignPackage);
  // A laptop that certifies itself.
  FieldIdentity forged = *stranger;
  forged.shared_key = office.shared_key;
  forged.seat = "长治应急-02";
  const auto fake = sealPackage(forged, manifest, payload);
  ASSERT_OK(fake);
  EXPECT_CODE(openPackage(office, *fake), kForeignPackage);
  EXPECT_CODE(newLaptop(laptop, "x"), kInvalidArgument);
}

TEST_F(ChangePackageTest, EveryChangedByteAndEveryCutIsNoticed) {
  for (std::size_t i = 0; i < package.size(); i += 7) {
    auto changed = package;
    changed[i] ^= std::byte{1};
    EXPECT_FALSE(openPackage(office, changed).has_value()) << "byte " << i;
  }
  for (std::size_t size = 0; size < package.size(); size += 13) {
    const auto cut = openPackage(office, std::span(package).first(size));
    EXPECT_FALSE(cut.has_value()) << size;
  }
  EXPECT_CODE(openPackage(office, std::as_bytes(std::span("GIF89a, certainly"))), kForeignPackage);
}

TEST_F(ChangePackageTest, TwoPackagesOfTheSameAreNotTheSameBytes) {
  const auto again = sealPackage(laptop, manifest, payload);
  ASSERT_OK(again);
  EXPECT_NE(*again, package);
}

TEST_F(ChangePackageTest, FilesAreWholeOrNotThere) {
  TemporaryFolder temporary;
  ASSERT_OK(writePackage(temporary / "a.fspk", package));
  const auto read = readPackage(temporary / "a.fspk");
  ASSERT_OK(read);
  EXPECT_EQ(*read, package);
  EXPECT_FALSE(std::filesystem::exists(temporary / "a.fspk.pending"));
  EXPECT_CODE(writePackage(temporary / "no" / "a.fspk", package), kNotFound);
  EXPECT_CODE(readPackage(temporary / "b.fspk"), kNotFound);
}

}  // namespace gis
