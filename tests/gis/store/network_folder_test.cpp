// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/network_folder.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/gis/store/store_test_support.h"

namespace gis {
namespace {

// As proc(5) describes it, shortened from real computers.
constexpr const char* kMounts =
    "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw,errors=remount-ro\n"
    "40 22 0:38 / /srv/li/shares rw,nosuid - nfs4 server:/export rw,vers=4.2\n"
    "41 22 0:39 / /srv/office rw,relatime shared:9 master:2 - cifs //nas/office rw\n"
    "42 22 0:40 / /srv/li/far rw - fuse.sshfs li@host:/ rw\n"
    "43 22 8:17 / /media/li/KING\\040STON rw - fuseblk /dev/sdb1 rw,user_id=0\n"
    "44 22 0:41 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw\n"
    "45 22 0:42 / /mnt/host rw - 9p drvfs rw\n"
    "46 40 8:33 / /srv/li/shares/disk rw - ext4 /dev/sdc1 rw\n"
    "47 22 0:43 / /media/li/KING\\040STON/nas rw - smb3 //nas/x rw\n"
    "48 22 0:44 / /srv/li/safe rw - fuse.gocryptfs /srv/li/.safe rw\n"
    "half a line\n";

std::string kindOf(const char* path) { return networkFileSystem(path, kMounts).value_or("local"); }

struct Mounts {
  explicit Mounts(const std::filesystem::path& table) { ::setenv("FENGSUI_MOUNTINFO", table.c_str(), 1); }
  ~Mounts() { ::unsetenv("FENGSUI_MOUNTINFO"); }
};

}  // namespace

TEST(NetworkFolder, IsKnownByTheMountThatIsNearest) {
  EXPECT_EQ(kindOf("/data/city"), "local");
  EXPECT_EQ(kindOf("/srv/li/shares"), "nfs4");
  EXPECT_EQ(kindOf("/srv/li/shares/a/b"), "nfs4");
  EXPECT_EQ(kindOf("/srv/li/sharesfolder"), "local");
  EXPECT_EQ(kindOf("/srv/li/shares/disk/city"), "local");
  EXPECT_EQ(kindOf("/srv/office/city"), "cifs");
  EXPECT_EQ(kindOf("/srv/li/far/city"), "fuse.sshfs");
  EXPECT_EQ(kindOf("/run/user/1000/gvfs/smb-share:server=nas,share=x"), "fuse.gvfsd-fuse");
  EXPECT_EQ(kindOf("/mnt/host/c"), "9p");
  EXPECT_EQ(kindOf("/srv/li/safe/city"), "local");
}

TEST(NetworkFolder, AStickWithAWindowsFileSystemIsNone) {
  EXPECT_EQ(kindOf("/media/li/KING STON/city"), "local");
  EXPECT_EQ(kindOf("/media/li/KING STON/nas/city"), "smb3");
}

TEST(NetworkFolder, AddressesAreTold) {
  for (const char* address : {"\\\\nas\\office\\city", "smb://nas/office", "SMB://nas", "sftp://host/x", "dav://h/x"})
    EXPECT_TRUE(isNetworkAddress(address)) << address;
  for (const char* path : {"/srv/x", "C:\\x", "file:///srv/x", "x://y", "a:b", "", "\\x", "://", "//srv/x"})
    EXPECT_FALSE(isNetworkAddress(path)) << path;
}

TEST(NetworkFolder, AWorkspaceThereIsLookedAtAndNotEdited) {
  TemporaryFolder temporary;
  const auto folder = std::filesystem::canonical(temporary.path()) / "city";
  {
    auto made = Workspace::create(folder, kMayDay);
    ASSERT_OK(made);
    fillSmallCity(made->db(), 2);
  }
  const std::string before = readBytes(folder / "workspace.gpkg");
  writeBytes(temporary / "mounts",
             "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n23 22 0:9 / " + folder.string() + " rw - nfs4 server:/x rw\n");
  const Mounts mounts(temporary / "mounts");
  for (const OpenMode mode : {OpenMode::kRead, OpenMode::kReadWrite}) {
    const auto opened = Workspace::open(folder, mode);
    ASSERT_OK(opened);
    ASSERT_TRUE(opened->readOnlyReason().has_value());
    EXPECT_EQ(opened->readOnlyReason()->code, ErrorCode::kReadOnly);
    EXPECT_TRUE(opened->readOnlyReason()->detail.starts_with(kNetworkFolder));
    EXPECT_CODE(opened->db().transaction([] { return Result<void>(); }), kReadOnly);
  }
  EXPECT_EQ(readBytes(folder / "workspace.gpkg"), before);
  EXPECT_CODE(Workspace::open("smb://nas/office/city", OpenMode::kRead), kReadOnly);
}

}  // namespace gis
