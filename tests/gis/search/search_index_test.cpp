// SPDX-License-Identifier: GPL-3.0-or-later
#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>
#include <sys/stat.h>

#include "gis/search/search_index_store.h"
#include "gis/search/search_query.h"
#include "gis/search/spoken_name.h"
#include "tests/gis/store/store_test_support.h"

namespace gis {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class SearchIndexTest : public ::testing::Test {
 protected:
  SearchIndexTest() : workspace(*Workspace::create(temporary / "city", kMayDay)) {
    fillSmallCity(workspace.db(), 4);
    sql("INSERT INTO responsible_person(division_code, name, role, post, unit, phone, uuid, created_utc, changed_utc, "
        "source) VALUES ('140431100201', '王长乐', 1, '村支书', '韩家沟村委会', '13803550123', '" +
        uuidOf(77) + "', '" + kMayDayText + "', '" + kMayDayText + "', 'test')");
  }
  void sql(const std::string& text) { workspace.db().sql().exec(text); }
  SearchIndexStore fresh() {
    auto index = SearchIndexStore::open(temporary / "city", OpenMode::kReadWrite);
    if (!index) throw std::runtime_error(say(index));
    const auto done = index->refresh(workspace.db());
    if (!done) throw std::runtime_error(say(done));
    return std::move(*index);
  }
  std::vector<std::string> names(const SearchIndexStore& index, const std::string& typed) {
    const auto groups = index.search(typed);
    if (!groups) throw std::runtime_error(say(groups));
    std::vector<std::string> found;
    for (const SearchGroup& group : *groups)
      for (const SearchHit& hit : group.hits) found.push_back(hit.name);
    return found;
  }

  TemporaryFolder temporary;
  Workspace workspace;
};

TEST_F(SearchIndexTest, FindsNamesByAnyPart) {
  const auto index = fresh();
  EXPECT_THAT(names(index, "沁源县"), ElementsAre("沁源县"));
  EXPECT_THAT(names(index, "沁"), ElementsAre("沁源县", "沁河镇"));
  EXPECT_THAT(names(index, "家沟"), ElementsAre("韩家沟村", "王长乐"));  // of whose committee he is
  EXPECT_THAT(names(index, "沟家"), IsEmpty());
  EXPECT_THAT(names(index, "沁 镇"), ElementsAre("沁河镇"));
}

TEST_F(SearchIndexTest, FindsNamesByPinyinAndInitials) {
  const auto index = fresh();
  EXPECT_THAT(names(index, "qinyuan"), ElementsAre("沁源县"));
  EXPECT_THAT(names(index, "QYX"), ElementsAre("沁源县"));
  EXPECT_THAT(names(index, "qy"), ElementsAre("沁源县"));
  EXPECT_THAT(names(index, "jiagou"), ElementsAre("韩家沟村"));
  EXPECT_THAT(names(index, "changzhi"), ElementsAre("长治市"));
  EXPECT_THAT(names(index, "czs"), ElementsAre("长治市"));
  EXPECT_THAT(names(index, "han jia"), ElementsAre("韩家沟村"));
}

TEST_F(SearchIndexTest, FindsCodesAndPeople) {
  const auto index = fresh();
  EXPECT_THAT(names(index, "140431100201"), ElementsAre("韩家沟村"));
  EXPECT_THAT(names(index, "140431"), ElementsAre("沁源县", "沁河镇", "韩家沟村"));
  EXPECT_THAT(names(index, "1380355"), ElementsAre("王长乐"));
  EXPECT_THAT(names(index, "wangchangle"), ElementsAre("王长乐"));
  EXPECT_THAT(names(index, "lichangle"), IsEmpty());
  const auto groups = index.search("王长乐");
  ASSERT_OK(groups);
  ASSERT_EQ(groups->size(), 1u);
  const SearchHit& hit = groups->front().hits.front();
  EXPECT_EQ(hit.table, "responsible_person");
  EXPECT_EQ(hit.context, "长治市 沁源县 沁河镇 韩家沟村");
  EXPECT_NE(hit.note.find("村支书"), std::string::npos);
  ASSERT_TRUE(hit.where.has_value());
  EXPECT_NEAR(hit.where->lon_deg, 112.31, 1e-9);
}

TEST_F(SearchIndexTest, KnowsWhenItIsBehindAndCatchesUp) {
  const auto index = fresh();
  EXPECT_THAT(*index.behind(workspace.db()), IsEmpty());
  sql("UPDATE responsible_person SET name='李四', changed_utc='2026-06-01T00:00:00.000Z'");
  EXPECT_THAT(*index.behind(workspace.db()), ElementsAre("responsible_person"));
  ASSERT_OK(index.refresh(workspace.db()));
  EXPECT_THAT(names(index, "李四"), ElementsAre("李四"));
  EXPECT_THAT(names(index, "王长乐"), IsEmpty());
  sql("UPDATE division SET name='沁源新县' WHERE code='140431000000'");
  EXPECT_FALSE(index.behind(workspace.db())->empty());
  ASSERT_OK(index.refresh(workspace.db()));
  EXPECT_EQ(index.search("李四")->front().hits.front().context, "长治市 沁源新县 沁河镇 韩家沟村");
}

TEST_F(SearchIndexTest, ABrokenFileIsMadeAnew) {
  { fresh(); }
  const auto file = temporary / "city" / "cache" / "search.sqlite";
  writeBytes(file, "no database at all");
  EXPECT_THAT(names(fresh(), "沁源县"), ElementsAre("沁源县"));
  std::filesystem::remove(file);
  EXPECT_THAT(names(fresh(), "沁源县"), ElementsAre("沁源县"));
}

TEST_F(SearchIndexTest, NothingTypedIsSyntax) {
  const auto index = fresh();
  for (const char* typed : {"", " ", "\"", "*", "name:", "^", "a OR b", "NEAR(", "沁\" OR name:\"", "-", "()",
                            "\xFF\xFE", "AND", "沁*", "{name}:沁"}) {
    const auto groups = index.search(typed);
    EXPECT_TRUE(groups.has_value()) << typed << " " << say(groups);
  }
  EXPECT_THAT(names(index, "沁*"), ElementsAre("沁源县", "沁河镇"));
}

TEST_F(SearchIndexTest, ManyHitsOfATableAreCut) {
  const auto index = fresh();
  const auto groups = index.search("1404", 2);
  ASSERT_OK(groups);
  ASSERT_EQ(groups->size(), 1u);
  EXPECT_EQ(groups->front().hits.size(), 2u);
  EXPECT_TRUE(groups->front().more);
}

TEST(SpokenName, EndsAndSecondReadings) {
  const auto reader = PinyinReader::open();
  ASSERT_OK(reader);
  const SpokenName name = spokenName(*reader, "沁源县", "qyx");
  EXPECT_EQ(name.pinyin, "qinyuanxian yuanxian xian");
  EXPECT_EQ(name.initials, "qyx qyx yx x");
  const SpokenName city = spokenName(*reader, "长治市", "czs");
  EXPECT_TRUE(city.pinyin.starts_with("changzhishi ")) << city.pinyin;
  EXPECT_NE(city.pinyin.find("zhangzhishi"), std::string::npos);
  EXPECT_EQ(spacedText("S229县道"), "s229 县  道 ");
}

}  // namespace
}  // namespace gis
