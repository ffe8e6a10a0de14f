// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "gis/demo/people_names.h"
#include "gis/demo/writer_build.h"

namespace gis::demo {
namespace {

// Codes of code_role and code_warning_channel.
enum Role {
  kLead = 1,
  kFloodLead,
  kHousehold,
  kMonitor,
  kWarner,
  kMover,
  kReservoirLead,
  kReservoirEngineer,
  kReservoirPatrol,
  kGeoMonitor,
  kRanger,
  kInformer,
  kDuty,
  kDutyLeader
};
enum Channel { kPhone = 1, kSms, kSpeaker, kGong, kDoor, kSatellite };

struct Person {
  std::string uuid;
  int division;  // index
  int role;
  std::string post;
  std::string unit;
  int channel = kPhone;
  const Charge* charge = nullptr;
  int deputy = -1;  // position in the list
};

class Roll {
 public:
  explicit Roll(DemoBuild& build) : m_build(build) {}
  void add(int division, int role, std::string post, std::string unit, int channel = kPhone,
           const Charge* charge = nullptr) {
    m_people.push_back({m_build.out.nextUuid(), division, role, std::move(post), std::move(unit), channel, charge});
  }
  // From `from` on each is deputised by the next of the same division; the last has none.
  void chain(std::size_t from) {
    for (std::size_t i = from; i + 1 < m_people.size(); ++i)
      if (m_people[i].division == m_people[i + 1].division) m_people[i].deputy = static_cast<int>(i + 1);
  }
  std::vector<Person>& people() { return m_people; }

 private:
  DemoBuild& m_build;
  std::vector<Person> m_people;
};

void addOffices(DemoBuild& build, Roll& roll) {
  const auto& divisions = build.city.divisions;
  for (int i = 0; i < static_cast<int>(divisions.size()); ++i) {
    const Division& d = divisions[static_cast<std::size_t>(i)];
    const std::size_t first = roll.people().size();
    if (d.level == 2) {
      roll.add(i, kLead, "副市长", "市政府");
      roll.add(i, kDutyLeader, "带班领导", "市应急管理局");
      roll.add(i, kDutyLeader, "局长", "市应急管理局");
      roll.add(i, kFloodLead, "防办主任", "市防汛抗旱指挥部办公室");
      for (int n = 0; n < 6; ++n) roll.add(i, kDuty, "值班员", n < 4 ? "市应急指挥中心" : "市水利局值班室");
    } else if (d.level == 3) {
      roll.add(i, kLead, "副县（区）长", d.name + "政府");
      roll.add(i, kDutyLeader, "带班领导", d.name + "应急管理局");
      roll.add(i, kFloodLead, "防办主任", d.name + "防汛抗旱指挥部办公室");
      for (int n = 0; n < 4; ++n) roll.add(i, kDuty, "值班员", d.name + "应急管理局", n == 3 ? kSms : kPhone);
      roll.add(i, kInformer, "灾害信息员", d.name + "应急管理局");
    } else if (d.level == 4) {
      const bool street = d.name.find("街道") != std::string::npos;
      roll.add(i, kLead, street ? "街道办主任" : d.name.ends_with("乡") ? "乡长" : "镇长", d.name);
      roll.add(i, kFloodLead, street ? "街道办副主任" : "副乡（镇）长", d.name);
      roll.add(i, kMover, "武装部长", d.name);
      roll.add(i, kInformer, "应急办主任", d.name + "应急办");
      roll.add(i, kDuty, "值班员", d.name + "值班室");
    }
    roll.chain(first);
  }
}

void addVillages(DemoBuild& build, Roll& roll, Random& random, std::size_t aim, std::size_t reserved) {
  // Three in every village, then rangers and household leads until the aim is reached.
  const auto& villages = build.land.villages();
  std::vector<std::uint8_t> has_ranger(build.city.divisions.size(), 0);
  const std::size_t basic = roll.people().size() + 3 * villages.size() + reserved;
  std::size_t spare = aim > basic ? aim - basic : 0;
  const std::size_t rangers = std::min({spare * 6 / 10, build.forest_villages.size(), spare});
  for (std::size_t i = 0; i < rangers; ++i) has_ranger[static_cast<std::size_t>(build.forest_villages[i])] = 1;
  spare -= rangers;
  for (std::size_t i = 0; i < villages.size(); ++i) {
    const int village = villages[i];
    const std::string place = build.placeName(village);
    const bool community = place.ends_with("社区");
    const std::size_t first = roll.people().size();
    roll.add(village, kLead, community ? "社区党支部书记" : "村党支部书记", place);
    roll.add(village, kWarner, community ? "社区副主任" : "村委会副主任", place, random.chance(0.6) ? kSpeaker : kGong);
    roll.add(village, kMover, community ? "网格长" : "民兵连长", place, random.chance(0.7) ? kDoor : kPhone);
    // the rest is spread evenly over the villages
    const std::size_t before = spare * i / villages.size(), after = spare * (i + 1) / villages.size();
    for (std::size_t n = before; n < after; ++n) roll.add(village, kHousehold, "包户干部", place, kDoor);
    if (has_ranger[static_cast<std::size_t>(village)]) roll.add(village, kRanger, "护林员", place);
    roll.chain(first);
  }
}

}  // namespace

Result<void> writePersons(DemoBuild& build) {
  Random random = build.random(0x70656f70);
  NameMaker names(build.random(0x6e616d65));
  PhoneMaker phones(build.city.options.seed * 7919 + 4242);
  Roll roll(build);
  addOffices(build, roll);
  const std::size_t reserved = 3 * (build.reservoirs.size() + build.check_dams.size()) + build.geohazards.size();
  const std::size_t all_villages = 12000;
  addVillages(build, roll, random, build.share_ratio < 1 ? 0 : all_villages, reserved);
  for (const Charge& reservoir : build.reservoirs) {
    roll.add(reservoir.county, kReservoirLead, "副县（区）长", build.division(reservoir.county).name + "政府", kPhone,
             &reservoir);
    roll.add(reservoir.county, kReservoirEngineer, "总工程师", build.division(reservoir.county).name + "水利局", kPhone,
             &reservoir);
    roll.add(reservoir.village, kReservoirPatrol, "巡查员", reservoir.name + "管理站",
             random.chance(0.2) ? kSatellite : kPhone, &reservoir);
  }
  // Check dams have their three, too; of one in five somebody is missing, which the flood room tells.
  for (const Charge& dam : build.check_dams) {
    const std::size_t missing = random.below(15);  // 0-2: that one
    if (missing != 0)
      roll.add(dam.village, kReservoirLead, "副乡（镇）长", build.townStem(dam.village) + "政府", kPhone, &dam);
    if (missing != 1)
      roll.add(dam.county, kReservoirEngineer, "工程师", build.division(dam.county).name + "水利局", kPhone, &dam);
    if (missing != 2) roll.add(dam.village, kReservoirPatrol, "巡查员", build.placeName(dam.village), kPhone, &dam);
  }
  for (const Charge& point : build.geohazards)
    roll.add(point.village, kGeoMonitor, "群测群防员", build.placeName(point.village),
             random.chance(0.5) ? kGong : kSpeaker, &point);
  auto& people = roll.people();
  // Deputies are written before those they stand in for: a reference to a row yet to come would make SQLite look
  // through the whole table at each of the next rows.
  std::vector<std::size_t> order;
  for (std::size_t from = 0; from < people.size();) {
    std::size_t to = from + 1;
    while (to < people.size() && people[to - 1].deputy == static_cast<int>(to)) ++to;
    for (std::size_t i = to; i-- > from;) order.push_back(i);
    from = to;
  }
  return build.out.fill(
      "responsible_person",
      {"division_code", "name", "role", "post", "unit", "phone", "phone_second", "channel", "deputy_uuid",
       "object_table", "object_uuid"},
      people.size(), nullptr, [&](std::size_t i, Row& row) {
        Person& p = people[order[i]];
        const std::optional<std::string> deputy =
            p.deputy < 0 ? std::nullopt : std::optional<std::string>(people[static_cast<std::size_t>(p.deputy)].uuid);
        const std::optional<std::string> object = p.charge ? std::optional<std::string>(p.charge->uuid) : std::nullopt;
        const std::string phone = phones.next();
        row.set(build.division(p.division).code, names.next(), p.role, p.post, p.unit, phone,
                random.chance(0.3) ? phones.next() : std::string(), p.channel, deputy,
                p.charge ? p.charge->table : std::string(), object);
        row.uuid = p.uuid;
      });
}

}  // namespace gis::demo
