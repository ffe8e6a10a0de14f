<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CommandLine</name>
    <message>
        <source>a drill; never mixed with what is real</source>
        <translation>演练，与实战数据从不混在一起</translation>
    </message>
    <message>
        <source>as it was known at a time, 2026-07-20T18:00:00+08:00</source>
        <translation>按某一时刻已知的情况，如 2026-07-20T18:00:00+08:00</translation>
    </message>
    <message>
        <source>GeoJSON of the area that is left; classes are dangers, the worst first</source>
        <translation>撤离范围的 GeoJSON；分类即危险程度，最危险的在前</translation>
    </message>
    <message>
        <source>villages in place of an area, by their 12 digits; may be given several times</source>
        <translation>不给范围，直接给村的 12 位代码；可多次给出</translation>
    </message>
    <message>
        <source>what lies around points and lines of the file</source>
        <translation>文件中点和线周围多少米算在内</translation>
    </message>
    <message>
        <source>all of a village of which anybody lives inside</source>
        <translation>只要有人住在范围内，全村都转移</translation>
    </message>
    <message>
        <source>its number; without it the newest that has not ended</source>
        <translation>转移编号；不给则取最近一次未结束的</translation>
    </message>
    <message>
        <source>who has moved, refused or arrived, as numbers that stand from now</source>
        <translation>已转移、拒绝转移、已到达的人数，填此刻起的总数</translation>
    </message>
    <message>
        <source>VILLAGE=PEOPLE that have left</source>
        <translation>村=人数，已离村</translation>
    </message>
    <message>
        <source>VILLAGE=PEOPLE that will not leave</source>
        <translation>村=人数，拒绝转移</translation>
    </message>
    <message>
        <source>VILLAGE@SHELTER=PEOPLE that are there</source>
        <translation>村@避难场所=人数，已到达</translation>
    </message>
    <message>
        <source>VILLAGE=PEOPLE that are to move, when there are more or fewer</source>
        <translation>村=人数，应转移人数有变时更正</translation>
    </message>
    <message>
        <source>a remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>who says so</source>
        <translation>由谁上报</translation>
    </message>
    <message>
        <source>the evacuation has ended; its shelters are free again</source>
        <translation>转移已结束，占用的避难场所重新可用</translation>
    </message>
    <message>
        <source>where an evacuation stands, village by village</source>
        <translation>转移进展，逐村列出</translation>
    </message>
    <message>
        <source>villages where people still are</source>
        <translation>仍有人未撤出的村</translation>
    </message>
    <message>
        <source>all evacuations, as JSON</source>
        <translation>全部转移，JSON 格式</translation>
    </message>
    <message>
        <source>who leaves an area for which shelter, and how far they are</source>
        <translation>谁撤到哪个避难场所，撤到了哪一步</translation>
    </message>
    <message>
        <source>Exit codes: 0 everybody has a place, 1 failed, 2 wrong usage, 3 somebody is left or cut off.
Example:
  fengsui evacuate --workspace ~/city --hazard flood.geojson --closures closed.geojson --json</source>
        <translation>退出码：0 全部有处安置，1 失败，2 用法错误，3 有人无处安置或被困。
示例：
  fengsui evacuate --workspace ~/city --hazard flood.geojson --closures closed.geojson --json</translation>
    </message>
    <message>
        <source>orders the evacuation: the plan is kept and ticked off</source>
        <translation>下达转移：方案存档，逐村销号</translation>
    </message>
    <message>
        <source>what it is called</source>
        <translation>转移名称</translation>
    </message>
    <message>
        <source>who orders it</source>
        <translation>由谁下达</translation>
    </message>
    <message>
        <source>villages that closures cut off, and which closure does</source>
        <translation>断路造成的孤岛村，及由哪处断路造成</translation>
    </message>
    <message>
        <source>takes away all drills; what is real stays</source>
        <translation>清除全部演练，实战数据不动</translation>
    </message>
    <message>
        <source>rescue teams: what they do, and who is there first</source>
        <translation>救援队伍：在做什么，谁最先到</translation>
    </message>
    <message>
        <source>all teams of the census with their state</source>
        <translation>普查中的全部队伍及状态</translation>
    </message>
    <message>
        <source>only those in this state</source>
        <translation>只列这一状态的队伍</translation>
    </message>
    <message>
        <source>a team's state, task and place from now on</source>
        <translation>队伍此刻起的状态、任务和地点</translation>
    </message>
    <message>
        <source>its name or uuid</source>
        <translation>队伍名称或 uuid</translation>
    </message>
    <message>
        <source>standby, tasked, on_the_way, on_site or resting</source>
        <translation>standby 待命、tasked 已受领任务、on_the_way 开进、on_site 到场、resting 休整</translation>
    </message>
    <message>
        <source>what it is to do</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>where, in words</source>
        <translation>地点名称</translation>
    </message>
    <message>
        <source>where, LON,LAT or any other form of a position</source>
        <translation>位置，经度,纬度或其他坐标写法</translation>
    </message>
    <message>
        <source>who is at a place first, on roads that are open</source>
        <translation>沿畅通道路谁最先到达某地</translation>
    </message>
    <message>
        <source>how many teams</source>
        <translation>列出几支队伍</translation>
    </message>
    <message>
        <source>only teams on standby</source>
        <translation>只看待命的队伍</translation>
    </message>
</context>
<context>
    <name>app::EvacuationPanel</name>
    <message>
        <source>Evacuation</source>
        <translation>撤避转移</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Carry out</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>队伍</translation>
    </message>
</context>
<context>
    <name>EvacuationReport</name>
    <message>
        <source>People still there</source>
        <translation>未撤出人员</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村</translation>
    </message>
    <message>
        <source>Still there</source>
        <translation>未撤出</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Cut off by</source>
        <translation>被何处阻断</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>By village</source>
        <translation>分村名单</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>户数</translation>
    </message>
    <message>
        <source>To move</source>
        <translation>应转移</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>已转移</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>已到达</translation>
    </message>
    <message>
        <source>Shelter</source>
        <translation>避难场所</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>By shelter</source>
        <translation>分避难场所名单</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Evacuation %1</source>
        <translation>撤避转移 %1</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Demo data</source>
        <translation>演示数据</translation>
    </message>
    <message>
        <source>%1 to move: %2 still there, %3 moved, %4 arrived, %5 refused.</source>
        <translation>应转移 %1 人：未撤出 %2 人，已转移 %3 人，已到达 %4 人，拒绝 %5 人。</translation>
    </message>
    <message>
        <source>Ordered by %1 at %2; as of the last tick.</source>
        <translation>%1 于 %2 下达；截至最近一次销号。</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Roads closed</source>
        <translation>断路</translation>
    </message>
    <message>
        <source>Closure</source>
        <translation>断路处</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Villages, shelters and closed roads as they were ordered</source>
        <translation>下达时的村庄、避难场所和断路</translation>
    </message>
</context>
<context>
    <name>EvacuationWords</name>
    <message>
        <source>nobody lives in the area; draw it where villages are</source>
        <translation>范围内无人居住；请画在有村庄的地方</translation>
    </message>
    <message>
        <source>the census has no shelter; enter the shelters first</source>
        <translation>普查中没有避难场所；请先录入</translation>
    </message>
    <message>
        <source>all shelters lie inside the area; make it smaller or enter shelters outside</source>
        <translation>避难场所全在危险范围内；请缩小范围或录入范围外的场所</translation>
    </message>
    <message>
        <source>the border of the area crosses itself; draw it anew</source>
        <translation>范围边界自相交叉；请重画</translation>
    </message>
    <message>
        <source>people cannot be below zero</source>
        <translation>人数不能为负</translation>
    </message>
    <message>
        <source>this evacuation has ended</source>
        <translation>该次转移已结束</translation>
    </message>
    <message>
        <source>say who you are in the settings first</source>
        <translation>请先在设置中填写姓名</translation>
    </message>
    <message>
        <source>write the task first</source>
        <translation>请先填写任务</translation>
    </message>
    <message>
        <source>no passable road within 5 km; choose a place nearer to a road</source>
        <translation>5 公里内没有可通行道路；请选靠近道路的地点</translation>
    </message>
    <message>
        <source>moved and refused are more than there are to move; correct “to move” first</source>
        <translation>已转移加拒绝超过应转移人数；请先更正“应转移”</translation>
    </message>
    <message>
        <source>more have arrived than have moved; correct “moved” first</source>
        <translation>到达人数超过已转移人数；请先更正“已转移”</translation>
    </message>
    <message>
        <source>Standby</source>
        <translation>待命</translation>
    </message>
    <message>
        <source>Tasked</source>
        <translation>已受领任务</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>开进</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Resting</source>
        <translation>休整</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>nearest safe shelter</source>
        <translation>最近的安全场所</translation>
    </message>
    <message>
        <source>no room left for them nearer by: %1</source>
        <translation>更近的已无空位：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 lies in the danger area</source>
        <translation>%1 在危险范围内</translation>
    </message>
    <message>
        <source>split: no shelter has room for all, the largest has %1</source>
        <translation>分开安置：没有一处容得下全村，最大空位 %1</translation>
    </message>
    <message>
        <source>split: kept together, others would have no place</source>
        <translation>分开安置：若全村一处，别的村就无处安置</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>the village has no position in the census</source>
        <translation>普查中没有该村的位置</translation>
    </message>
    <message>
        <source>no passable road within 2 km</source>
        <translation>2 公里内没有可通行道路</translation>
    </message>
    <message>
        <source>no open road to any safe shelter</source>
        <translation>没有通往安全场所的畅通道路</translation>
    </message>
    <message>
        <source>cut off by %1</source>
        <translation>被 %1 阻断</translation>
    </message>
    <message>
        <source>the shelters it can reach are full</source>
        <translation>能到达的避难场所已满</translation>
    </message>
    <message>
        <source>%1 people in %2 villages: %3 have a place, %4 have none. Longest way %5.</source>
        <translation>%2 个村应转移 %1 人：%3 人有处安置，%4 人无处安置。最远路程 %5。</translation>
    </message>
    <message>
        <source>Keeping villages together costs %1 hours of travel of all people more (%2 %).</source>
        <translation>整村安置使全部人员路程合计多 %1 小时（%2 %）。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
</context>
<context>
    <name>app::PlanPage</name>
    <message>
        <source>Area drawn on the map</source>
        <translation>图上所画范围</translation>
    </message>
    <message>
        <source>Drag on the map; Esc drops it.</source>
        <translation>在图上拖动；Esc 取消。</translation>
    </message>
    <message>
        <source>Click corner by corner; double click or Enter ends, Backspace takes one back.</source>
        <translation>逐点单击；双击或回车结束，退格撤回一点。</translation>
    </message>
    <message>
        <source>Area of another room</source>
        <translation>其他面板的范围</translation>
    </message>
    <message>
        <source>What closes roads</source>
        <translation>断路文件</translation>
    </message>
    <message>
        <source>Area that is left</source>
        <translation>撤离范围文件</translation>
    </message>
    <message>
        <source>GeoJSON (*.geojson *.json)</source>
        <translation>GeoJSON (*.geojson *.json)</translation>
    </message>
    <message>
        <source>no place</source>
        <translation>无处安置</translation>
    </message>
    <message>
        <source>Start as a drill</source>
        <translation>作为演练下达</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>下达转移</translation>
    </message>
    <message>
        <source>Click on every road that is closed; Esc ends.</source>
        <translation>逐个点击中断的道路，按 Esc 结束。</translation>
    </message>
    <message>
        <source>Closure %1</source>
        <translation>断路点%1</translation>
    </message>
    <message>
        <source>%1 places closed on the map</source>
        <translation>图上断路 %1 处</translation>
    </message>
    <message>
        <source>Closed roads: click them on the map or read them from a file</source>
        <translation>断路：在图上点击，或从文件读入</translation>
    </message>
    <message>
        <source>Click on the map …</source>
        <translation>图上点击……</translation>
    </message>
    <message>
        <source>From a GeoJSON file …</source>
        <translation>从 GeoJSON 文件……</translation>
    </message>
    <message>
        <source>All open again</source>
        <translation>全部恢复畅通</translation>
    </message>
    <message>
        <source>Roads closed by %1</source>
        <translation>断路：%1</translation>
    </message>
    <message>
        <source>Open a workspace to plan an evacuation.</source>
        <translation>打开工作区后可编制转移方案。</translation>
    </message>
    <message>
        <source>Planning …</source>
        <translation>正在编制方案…</translation>
    </message>
    <message>
        <source>Drill. </source>
        <translation>演练。</translation>
    </message>
    <message>
        <source>Draw the danger area on the map, read it from a file, or take over the villages that the flood or geology room shows as threatened: who goes to which shelter by which road is worked out at once.</source>
        <translation>在图上画出危险范围、读入文件，或接用防汛、地灾面板给出的受威胁村：谁走哪条路去哪个避难场所立即算出。</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆</translation>
    </message>
    <message>
        <source>Danger area: drag a circle</source>
        <translation>危险范围：拖出一个圆</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>Danger area: click its corners</source>
        <translation>危险范围：逐点单击</translation>
    </message>
    <message>
        <source>Strip</source>
        <translation>走廊</translation>
    </message>
    <message>
        <source>Danger area: click along its middle</source>
        <translation>危险范围：沿中线单击</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Danger area from a GeoJSON file; classes are dangers, the worst first</source>
        <translation>从 GeoJSON 文件读入危险范围；分类即危险程度，最危险的在前</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>接用</translation>
    </message>
    <message>
        <source>The villages or area that another room showed as threatened last</source>
        <translation>其他面板最近给出的受威胁村或范围</translation>
    </message>
    <message>
        <source>Roads</source>
        <translation>断路</translation>
    </message>
    <message>
        <source>Whole villages</source>
        <translation>整村转移</translation>
    </message>
    <message>
        <source>All of a village of which anybody lives inside, not only those inside</source>
        <translation>只要有人住在范围内就全村转移，不只转移范围内的人</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Marked as a drill, never counted with what is real, removable</source>
        <translation>标明为演练，不计入实战数据，可清除</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Shelter</source>
        <translation>避难场所</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>路程</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Evacuate</source>
        <translation>转移</translation>
    </message>
</context>
<context>
    <name>app::TeamPage</name>
    <message>
        <source>no open road</source>
        <translation>无畅通道路</translation>
    </message>
    <message>
        <source>%1 people, %2 vehicles</source>
        <translation>%1 人，%2 车</translation>
    </message>
    <message>
        <source>All teams</source>
        <translation>全部队伍</translation>
    </message>
    <message>
        <source>Nearest to the middle of the map</source>
        <translation>离图中心最近</translation>
    </message>
    <message>
        <source>Open a workspace to see its teams.</source>
        <translation>打开工作区后可查看队伍。</translation>
    </message>
    <message>
        <source>Looking for the nearest teams …</source>
        <translation>正在查找最近的队伍…</translation>
    </message>
    <message>
        <source>This workspace is of an earlier version; bring it up to date first.</source>
        <translation>该工作区是旧版本，请先升级。</translation>
    </message>
    <message>
        <source>The census has no rescue teams; enter them in the attribute table.</source>
        <translation>普查中没有救援队伍；请在属性表中录入。</translation>
    </message>
    <message>
        <source>%1 teams, %2 on standby.</source>
        <translation>%1 支队伍，%2 支待命。</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>队伍</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>车程</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>力量</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始时间</translation>
    </message>
</context>
<context>
    <name>app::TickPage</name>
    <message>
        <source>[Drill] %1</source>
        <translation>［演练］%1</translation>
    </message>
    <message>
        <source>%1 (ended)</source>
        <translation>%1（已结束）</translation>
    </message>
    <message>
        <source>no place</source>
        <translation>无处安置</translation>
    </message>
    <message>
        <source>Cut off by %1</source>
        <translation>被 %1 阻断</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>已转移</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>已到达</translation>
    </message>
    <message>
        <source>To move</source>
        <translation>应转移</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>待到</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>空位</translation>
    </message>
    <message>
        <source>Type a number of people, zero or more.</source>
        <translation>请填人数，不小于零。</translation>
    </message>
    <message>
        <source>Save the lists</source>
        <translation>保存名单</translation>
    </message>
    <message>
        <source>Excel (*.xlsx);;PDF (*.pdf)</source>
        <translation>Excel (*.xlsx);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Lists saved: %1</source>
        <translation>名单已保存：%1</translation>
    </message>
    <message>
        <source>Still there</source>
        <translation>未撤出</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Open a workspace to carry out an evacuation.</source>
        <translation>打开工作区后可执行转移。</translation>
    </message>
    <message>
        <source>This workspace is of an earlier version; bring it up to date first.</source>
        <translation>该工作区是旧版本，请先升级。</translation>
    </message>
    <message>
        <source>No evacuation has been started. Plan one on the first page, then press “Start”.</source>
        <translation>尚未下达转移。请在“方案”页编制后按“下达转移”。</translation>
    </message>
    <message>
        <source>Drill: nothing here counts with what is real.</source>
        <translation>演练：此处数据不计入实战。</translation>
    </message>
    <message>
        <source>Type numbers as they stand; Enter goes down, Space takes all.</source>
        <translation>填此刻的总数；回车到下一行，空格表示全部。</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村</translation>
    </message>
    <message>
        <source>Shelter</source>
        <translation>避难场所</translation>
    </message>
    <message>
        <source>Lists …</source>
        <translation>名单…</translation>
    </message>
    <message>
        <source>Lists by village and by shelter, to sign (PDF, Excel)</source>
        <translation>分村、分避难场所的签字名单（PDF、Excel）</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>The evacuation has ended; its shelters are free again</source>
        <translation>转移已结束，占用的避难场所重新可用</translation>
    </message>
    <message>
        <source>Remove drills</source>
        <translation>清除演练</translation>
    </message>
    <message>
        <source>Evacuation</source>
        <translation>转移</translation>
    </message>
    <message>
        <source>Moved and arrived</source>
        <translation>转移与到达过程</translation>
    </message>
    <message>
        <source>Nothing has been ticked off yet.</source>
        <translation>尚无销号。</translation>
    </message>
    <message>
        <source>Shelters</source>
        <translation>避难场所</translation>
    </message>
    <message>
        <source>Nobody has a shelter.</source>
        <translation>尚无人安置。</translation>
    </message>
</context>
</TS>
