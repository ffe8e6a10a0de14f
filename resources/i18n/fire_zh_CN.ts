<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CommandLine</name>
    <message>
        <source>the fastest way by road, round what is closed</source>
        <translation>按道路求最快路线，绕开中断路段</translation>
    </message>
    <message>
        <source>start, LON,LAT or any other form of a position</source>
        <translation>起点，经度,纬度或其他任一种坐标写法</translation>
    </message>
    <message>
        <source>destination, in the same forms</source>
        <translation>终点，写法同上</translation>
    </message>
    <message>
        <source>fire_engine, troop_carrier, truck, bus, car, foot, or one of the workspace&apos;s vehicles.json</source>
        <translation>fire_engine、troop_carrier、truck、bus、car、foot，或工作区 vehicles.json 中的车型</translation>
    </message>
    <message>
        <source>GeoJSON: points, lines and areas that close the roads they touch</source>
        <translation>GeoJSON：点、线、面，所触道路视为中断</translation>
    </message>
    <message>
        <source>close a row of the road table by its fid; may be given several times</source>
        <translation>按 fid 关闭道路表中的一行，可多次给出</translation>
    </message>
    <message>
        <source>how far the places may lie from a passable road</source>
        <translation>起终点距可通行道路的最大距离</translation>
    </message>
    <message>
        <source>Exit codes: 0 a way was found, 1 failed, 2 wrong usage, 3 there is no way.
Example:
  fengsui route --workspace ~/city --from 113.11,36.19 --to 112.34,36.50 --closures flood.geojson --json</source>
        <translation>退出码：0 找到路线，1 失败，2 用法错误，3 无路可达。
示例：
  fengsui route --workspace ~/city --from 113.11,36.19 --to 112.34,36.50 --closures flood.geojson --json</translation>
    </message>
    <message>
        <source>within %1 km: %2 people in %3 villages</source>
        <translation>%1 公里内：%3 个村 %2 人</translation>
    </message>
    <message>
        <source>%1 closed blocks (%2 ha), %3 that do not close (%4 ha), %5 gaps, %6 loose ends</source>
        <translation>闭合区块 %1 个（%2 公顷），未闭合 %3 个（%4 公顷），缺口 %5 处，悬空端 %6 处</translation>
    </message>
    <message>
        <source>%1 km² of %2 km² in range are seen (%3 %)</source>
        <translation>范围内 %2 平方公里，可见 %1 平方公里（%3%）</translation>
    </message>
    <message>
        <source>forest fires: what is near, breaks that do not close, what a lookout sees</source>
        <translation>森林草原火灾：火点周边、阻隔系统未闭合区块、瞭望可视域</translation>
    </message>
    <message>
        <source>villages, teams, water and key sites about a fire</source>
        <translation>火点周边的村庄、队伍、水源和重点目标</translation>
    </message>
    <message>
        <source>LON,LAT or any other form of a position</source>
        <translation>经度,纬度或其他任一种坐标写法</translation>
    </message>
    <message>
        <source>whose travel times are asked</source>
        <translation>按哪种车辆计算到达时间</translation>
    </message>
    <message>
        <source>where the wind blows from, clockwise from north</source>
        <translation>风向（风的来向，从正北顺时针，度）</translation>
    </message>
    <message>
        <source>wind speed</source>
        <translation>风速</translation>
    </message>
    <message>
        <source>blocks of the break network that do not close</source>
        <translation>阻隔系统中未闭合的区块</translation>
    </message>
    <message>
        <source>the longest gap worth closing</source>
        <translation>值得封堵的最大缺口</translation>
    </message>
    <message>
        <source>how many blocks are listed</source>
        <translation>列出多少个区块</translation>
    </message>
    <message>
        <source>what is seen from a place</source>
        <translation>从某处能看到的范围</translation>
    </message>
    <message>
        <source>of the eye above the ground</source>
        <translation>观察者离地高度</translation>
    </message>
    <message>
        <source>how far it reaches</source>
        <translation>观察半径</translation>
    </message>
    <message>
        <source>height of what is looked for, e.g. smoke</source>
        <translation>目标高度，例如烟柱</translation>
    </message>
    <message>
        <source>Example:
  fengsui fire near 112.34,36.50 --workspace ~/city --wind-from-deg 225 --wind-m-per-s 6 --json</source>
        <translation>示例：
  fengsui fire near 112.34,36.50 --workspace ~/city --wind-from-deg 225 --wind-m-per-s 6 --json</translation>
    </message>
    <message>
        <source>fire-weather codes from a table of daily weather on the input</source>
        <translation>由标准输入的逐日气象表计算火险天气指数</translation>
    </message>
    <message>
        <source>whose fire_weather.json is used, if it has one</source>
        <translation>采用其中的 fire_weather.json（如有）</translation>
    </message>
    <message>
        <source>of the fine fuel moisture code</source>
        <translation>细小可燃物湿度码的标度</translation>
    </message>
    <message>
        <source>FFMC of the day before</source>
        <translation>前一日 FFMC</translation>
    </message>
    <message>
        <source>DMC of the day before</source>
        <translation>前一日 DMC</translation>
    </message>
    <message>
        <source>DC of the day before</source>
        <translation>前一日 DC</translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 failed, 2 wrong usage, 3 rows were refused.
Example:
  fengsui fwi --json &lt; weather.csv</source>
        <translation>退出码：0 完成，1 失败，2 用法错误，3 有行被拒绝。
示例：
  fengsui fwi --json &lt; weather.csv</translation>
    </message>
    <message>
        <source>No passable road within %1 m of the place.</source>
        <translation>该处 %1 米内没有可通行的道路。</translation>
    </message>
    <message>
        <source>There is no way: every road between the places is closed or impassable for this vehicle.</source>
        <translation>无路可达：两地之间的道路均已中断或该车辆无法通行。</translation>
    </message>
    <message>
        <source>%1 km, %2 minutes</source>
        <translation>%1 公里，%2 分钟</translation>
    </message>
    <message>
        <source>road without a name</source>
        <translation>无名道路</translation>
    </message>
    <message>
        <source>then %1 m off the road</source>
        <translation>下路后还有 %1 米</translation>
    </message>
    <message>
        <source>village</source>
        <translation>村庄</translation>
    </message>
    <message>
        <source>team</source>
        <translation>队伍</translation>
    </message>
    <message>
        <source>water</source>
        <translation>水源</translation>
    </message>
    <message>
        <source>helipad</source>
        <translation>停机坪</translation>
    </message>
    <message>
        <source>lookout</source>
        <translation>瞭望塔</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>监控</translation>
    </message>
    <message>
        <source>key site</source>
        <translation>重点单位</translation>
    </message>
    <message>
        <source>%1  %2  %3 km  %4</source>
        <translation>%1  %2  %3 公里  %4</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>Example:
  fengsui fire blocks --workspace ~/city --max-gap-m 800</source>
        <translation>示例：
  fengsui fire blocks --workspace ~/city --max-gap-m 800</translation>
    </message>
    <message>
        <source>Example:
  fengsui fire viewshed 112.34,36.50 --workspace ~/city --height-m 25 --range-m 10000 --target-m 50</source>
        <translation>示例：
  fengsui fire viewshed 112.34,36.50 --workspace ~/city --height-m 25 --range-m 10000 --target-m 50</translation>
    </message>
</context>
<context>
    <name>app::BlocksTab</name>
    <message>
        <source>There are no fire breaks in this workspace.</source>
        <translation>本工作区没有防火隔离带数据。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Open a workspace first.</source>
        <translation>请先打开工作区。</translation>
    </message>
    <message>
        <source>Putting breaks, roads and rivers together …</source>
        <translation>正在组网：隔离带、道路、河流……</translation>
    </message>
    <message>
        <source>Find the meshes of fire breaks, roads and rivers that do not close: where a fire gets through, how long the gap is, and what it costs in forest.</source>
        <translation>找出隔离带、道路、河流组成的阻隔网中没有闭合的区块：火从哪里会窜出、缺口多长、涉及多大面积。</translation>
    </message>
    <message>
        <source>%1 blocks do not close (%2 ha); %3 closed (%4 ha). %5 gaps, %6 loose ends; %7 km of breaks.</source>
        <translation>未闭合区块 %1 个（%2 公顷），闭合 %3 个（%4 公顷）。缺口 %5 处，悬空端 %6 处，隔离带共 %7 公里。</translation>
    </message>
    <message>
        <source>another break</source>
        <translation>其他隔离带</translation>
    </message>
    <message>
        <source>a road</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>a river</source>
        <translation>河流</translation>
    </message>
    <message>
        <source>Blocks that do not close</source>
        <translation>未闭合区块</translation>
    </message>
    <message numerus="yes">
        <source>Block %1, %n gap(s)</source>
        <translation>
            <numerusform>区块 %1，缺口 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>gap to %1</source>
        <translation>缺口，接%1</translation>
    </message>
    <message>
        <source>All gaps, shortest first</source>
        <translation>全部缺口（由短到长）</translation>
    </message>
    <message>
        <source>Break %1 to %2</source>
        <translation>隔离带 %1，接%2</translation>
    </message>
    <message>
        <source>Ends with nothing near</source>
        <translation>附近无可接的悬空端</translation>
    </message>
    <message>
        <source>Break %1</source>
        <translation>隔离带 %1</translation>
    </message>
    <message>
        <source>Counted as barriers: breaks in service, roads of class IV and better, fire roads, rivers of order 3 and more.</source>
        <translation>计入阻隔：未失效的隔离带、四级及以上公路、防火道路、三级及以上河流。</translation>
    </message>
    <message>
        <source>Longest gap</source>
        <translation>最大缺口</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message numerus="yes">
        <source>%1. Near %2, %n gap(s)</source>
        <translation>
            <numerusform>%1. %2附近，缺口 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ha</source>
        <translation>%1 公顷</translation>
    </message>
</context>
<context>
    <name>app::FirePanel</name>
    <message>
        <source>Forest and grassland fires</source>
        <translation>森林草原火灾</translation>
    </message>
    <message>
        <source>Fire</source>
        <translation>火点</translation>
    </message>
    <message>
        <source>Weather</source>
        <translation>火险天气</translation>
    </message>
    <message>
        <source>Breaks</source>
        <translation>阻隔系统</translation>
    </message>
    <message>
        <source>Sight</source>
        <translation>可视域</translation>
    </message>
    <message>
        <source>Take this room&apos;s drawing off the map</source>
        <translation>清除本专题在图上的标示</translation>
    </message>
    <message>
        <source>Dangers</source>
        <translation>隐患</translation>
    </message>
    <message>
        <source>To the ledger</source>
        <translation>去隐患台账</translation>
    </message>
    <message>
        <source>Enter a danger, hand it over, close it: in the ledger of hidden dangers</source>
        <translation>在隐患台账中登记、移交、销号</translation>
    </message>
</context>
<context>
    <name>app::NearTab</name>
    <message>
        <source>Click where the fire is.</source>
        <translation>请在图上点击火点位置。</translation>
    </message>
    <message>
        <source>Such as 113.11,36.19, 36°11′N 113°07′E, or “GCJ02 113.12,36.19” from a phone.</source>
        <translation>例如 113.11,36.19、36°11′N 113°07′E，或手机坐标“GCJ02 113.12,36.19”。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>研判</translation>
    </message>
    <message>
        <source>Open a workspace first.</source>
        <translation>请先打开工作区。</translation>
    </message>
    <message>
        <source>Looking around the fire …</source>
        <translation>正在研判火点周边……</translation>
    </message>
    <message>
        <source>Type where the fire is, or take it from the map. Any form of a position will do, also one sent from a phone (write GCJ02 before it). You see who lives near, who can come and how soon, and where water is.</source>
        <translation>输入火点坐标，或在图上点取。各种坐标写法都可以，手机发来的坐标请在前面写 GCJ02。随即列出附近住户、可调队伍及到达时间、水源位置。</translation>
    </message>
    <message>
        <source>No village within 10 km</source>
        <translation>10 公里内没有村庄</translation>
    </message>
    <message>
        <source>within %1 km %2 people in %3 villages</source>
        <translation>%1 公里内 %3 个村 %2 人</translation>
    </message>
    <message>
        <source>Villages</source>
        <translation>村庄</translation>
    </message>
    <message>
        <source>Teams, by travel time</source>
        <translation>队伍（按到达时间）</translation>
    </message>
    <message>
        <source>Water points</source>
        <translation>取水点</translation>
    </message>
    <message>
        <source>Helipads</source>
        <translation>直升机起降点</translation>
    </message>
    <message>
        <source>Lookouts</source>
        <translation>瞭望塔</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>林火监控</translation>
    </message>
    <message>
        <source>Key sites</source>
        <translation>重点目标</translation>
    </message>
    <message>
        <source> · downwind</source>
        <translation> · 下风向</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>no way</source>
        <translation>不通</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 人</translation>
    </message>
    <message>
        <source>%1 km by road</source>
        <translation>路程 %1 公里</translation>
    </message>
    <message>
        <source>Whom to call</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>From the nearest passable road it is %1 m on foot.</source>
        <translation>最近可通行道路距火点 %1 米，需徒步。</translation>
    </message>
    <message>
        <source>No road that this vehicle can use within 5 km.</source>
        <translation>5 公里内没有该车辆可通行的道路。</translation>
    </message>
    <message>
        <source>People are counted by village points.</source>
        <translation>人口按村庄点位统计。</translation>
    </message>
    <message>
        <source>Speeds are assumptions (to be verified).</source>
        <translation>车速为假定值（待核实）。</translation>
    </message>
    <message>
        <source>113.11, 36.19</source>
        <translation>113.11, 36.19</translation>
    </message>
    <message>
        <source>Position of the fire</source>
        <translation>火点坐标</translation>
    </message>
    <message>
        <source>Take it from the map</source>
        <translation>在图上点取</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>Wind</source>
        <translation>风</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>风向不明</translation>
    </message>
    <message>
        <source>North</source>
        <translation>北风</translation>
    </message>
    <message>
        <source>Northeast</source>
        <translation>东北风</translation>
    </message>
    <message>
        <source>East</source>
        <translation>东风</translation>
    </message>
    <message>
        <source>Southeast</source>
        <translation>东南风</translation>
    </message>
    <message>
        <source>South</source>
        <translation>南风</translation>
    </message>
    <message>
        <source>Southwest</source>
        <translation>西南风</translation>
    </message>
    <message>
        <source>West</source>
        <translation>西风</translation>
    </message>
    <message>
        <source>Northwest</source>
        <translation>西北风</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>By road</source>
        <translation>车程</translation>
    </message>
    <message>
        <source>What is threatened</source>
        <translation>受威胁对象</translation>
    </message>
    <message>
        <source>People, houses, roads and whom to call within 1, 3 and 5 km</source>
        <translation>1、3、5公里范围内的人口、房屋、道路和应通知的责任人</translation>
    </message>
    <message>
        <source>within %1 km</source>
        <translation>%1公里内</translation>
    </message>
    <message>
        <source>%1–%2 km</source>
        <translation>%1–%2公里</translation>
    </message>
    <message>
        <source>fire at %1, 5 km around</source>
        <translation>火点 %1 周边5公里</translation>
    </message>
    <message>
        <source>Type the position of the fire first.</source>
        <translation>请先输入火点坐标。</translation>
    </message>
    <message>
        <source>Counts when the direction is known</source>
        <translation>知道风向时才计入</translation>
    </message>
</context>
<context>
    <name>app::SightTab</name>
    <message>
        <source>Click where the observer stands.</source>
        <translation>请在图上点击观察位置。</translation>
    </message>
    <message>
        <source> (camera)</source>
        <translation>（监控）</translation>
    </message>
    <message>
        <source> (lookout)</source>
        <translation>（瞭望塔）</translation>
    </message>
    <message>
        <source>This workspace has no terrain model.</source>
        <translation>本工作区没有地形数据。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Show what it sees</source>
        <translation>分析可视域</translation>
    </message>
    <message>
        <source>Sees %1 km² of %2 km² (%3 %)</source>
        <translation>可见 %1 / %2 平方公里（%3%）</translation>
    </message>
    <message>
        <source>Open a workspace first.</source>
        <translation>请先打开工作区。</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在分析……</translation>
    </message>
    <message>
        <source>Lines of sight over the terrain model, with the curvature of the earth and refraction (0.13). Bare ground: trees are not in it. Give a height for what is looked for, such as a column of smoke.</source>
        <translation>按地形逐点通视，计入地球曲率和大气折光（0.13）。地形为裸地，不含树高。可给出目标高度，例如烟柱。</translation>
    </message>
    <message>
        <source>Observer</source>
        <translation>观察点</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>半径</translation>
    </message>
    <message>
        <source>Target height</source>
        <translation>目标高度</translation>
    </message>
    <message>
        <source>From the map</source>
        <translation>在图上点取</translation>
    </message>
    <message>
        <source>Magenta stripes: seen. Darkened: hidden by the ground.</source>
        <translation>品红条纹：可见；变暗：被地形遮挡。</translation>
    </message>
</context>
<context>
    <name>app::WarningForm</name>
    <message>
        <source> Meteorological Observatory</source>
        <translation>气象台</translation>
    </message>
    <message>
        <source>Issue the update</source>
        <translation>发布更新</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>the whole city</source>
        <translation>全市</translation>
    </message>
    <message>
        <source>%1 issues a %2 %3 warning</source>
        <translation>%1发布%3%2预警</translation>
    </message>
    <message>
        <source>The national criteria have no such colour for this type.</source>
        <translation>该类预警信号在国家标准中没有这一级别。</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>发布单位</translation>
    </message>
    <message>
        <source>Valid for</source>
        <translation>有效时长</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source> h</source>
        <translation> 小时</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>app::WeatherPanel</name>
    <message>
        <source>Choose at least one district.</source>
        <translation>请至少选择一个区县。</translation>
    </message>
    <message>
        <source>Not complete: %1</source>
        <translation>未填完整：%1</translation>
    </message>
    <message>
        <source>the whole city</source>
        <translation>全市</translation>
    </message>
    <message>
        <source>an area drawn</source>
        <translation>图上划定区域</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已解除</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>not yet in force</source>
        <translation>尚未生效</translation>
    </message>
    <message>
        <source>until cancelled</source>
        <translation>解除前有效</translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>剩 %1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>剩 %1 分钟</translation>
    </message>
    <message>
        <source>Open a workspace first.</source>
        <translation>请先打开工作区。</translation>
    </message>
    <message>
        <source>Reading the warnings …</source>
        <translation>正在读取预警……</translation>
    </message>
    <message>
        <source>A warning is entered</source>
        <translation>录入预警</translation>
    </message>
    <message>
        <source>No warning is in force. “New” issues one by a template.</source>
        <translation>当前没有生效的预警。点“新建”按模板发布。</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s) in force</source>
        <translation>
            <numerusform>生效中的预警 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 warning</source>
        <translation>%2%1预警</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>%1 cancels the %2 warning</source>
        <translation>%1解除%2预警</translation>
    </message>
    <message>
        <source>Weather warnings</source>
        <translation>气象预警</translation>
    </message>
    <message>
        <source>Show those that are over</source>
        <translation>显示已结束的预警</translation>
    </message>
    <message>
        <source>New …</source>
        <translation>新建……</translation>
    </message>
    <message>
        <source>Update …</source>
        <translation>更新……</translation>
    </message>
    <message>
        <source>Cancel …</source>
        <translation>解除预警</translation>
    </message>
    <message>
        <source>unknown type</source>
        <translation>类型不明</translation>
    </message>
</context>
<context>
    <name>app::WeatherTab</name>
    <message>
        <source>Risk zones</source>
        <translation>风险区划</translation>
    </message>
    <message>
        <source>as surveyed</source>
        <translation>按普查</translation>
    </message>
    <message>
        <source>in the growing season</source>
        <translation>生长季</translation>
    </message>
    <message>
        <source>in the period of high danger</source>
        <translation>高火险期</translation>
    </message>
    <message>
        <source>Import daily weather</source>
        <translation>导入逐日气象</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt)</source>
        <translation>表格 (*.csv *.txt)</translation>
    </message>
    <message>
        <source>Open a workspace first.</source>
        <translation>请先打开工作区。</translation>
    </message>
    <message>
        <source>Reading the weather …</source>
        <translation>正在读取气象数据……</translation>
    </message>
    <message>
        <source>No weather yet. Import a table with a row a county and day (county, date, temperature, humidity, wind, rain), or type a day in.</source>
        <translation>尚无气象数据。请导入表格（每区县每日一行：区县、日期、气温、相对湿度、风速、降水量），或手工录入一天。</translation>
    </message>
    <message>
        <source>Grade by LY/T 1172-95; FWI by Van Wagner &amp; Pickett 1985. The seasonal correction and the dates of the fire season are to be verified.</source>
        <translation>等级按 LY/T 1172-95；FWI 按 Van Wagner 与 Pickett 1985。物候订正值和防火期起止日期待核实。</translation>
    </message>
    <message>
        <source>Period of high fire danger</source>
        <translation>高火险期</translation>
    </message>
    <message>
        <source>Fire season</source>
        <translation>防火期</translation>
    </message>
    <message>
        <source>Outside the fire season</source>
        <translation>非防火期</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有危险</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低度</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>中度</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>extreme</source>
        <translation>极度</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 级 %2</translation>
    </message>
    <message>
        <source>temperature %1, humidity %2, drought %3, wind %4, season −%5</source>
        <translation>气温 %1，湿度 %2，连旱 %3，风力 %4，物候订正 −%5</translation>
    </message>
    <message>
        <source>FWI</source>
        <translation>FWI</translation>
    </message>
    <message>
        <source>Index of the grade</source>
        <translation>火险指数 HTZ</translation>
    </message>
    <message>
        <source>Weather imported: %1</source>
        <translation>导入气象：%1</translation>
    </message>
    <message>
        <source>Weather entered</source>
        <translation>录入气象</translation>
    </message>
    <message>
        <source>no county of this name</source>
        <translation>没有这个区县</translation>
    </message>
    <message>
        <source>%1 days added, %2 corrected, %3 the same, %4 refused</source>
        <translation>新增 %1 天，更正 %2 天，相同 %3 天，拒绝 %4 行</translation>
    </message>
    <message>
        <source>Show the grades on the map</source>
        <translation>在图上显示等级</translation>
    </message>
    <message>
        <source>Type a day in</source>
        <translation>录入一天</translation>
    </message>
    <message>
        <source>Import a table …</source>
        <translation>导入表格……</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Temperature at noon</source>
        <translation>14 时气温</translation>
    </message>
    <message>
        <source>Humidity at noon</source>
        <translation>14 时湿度</translation>
    </message>
    <message>
        <source>Wind at noon</source>
        <translation>14 时风速</translation>
    </message>
    <message>
        <source>Rain in 24 h</source>
        <translation>24 小时降水</translation>
    </message>
    <message>
        <source>Save for the chosen county</source>
        <translation>存入所选区县</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>County</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>Fire weather over time</source>
        <translation>火险天气过程线</translation>
    </message>
    <message>
        <source>Choose a county</source>
        <translation>请选择区县</translation>
    </message>
    <message>
        <source>Index (HTZ)</source>
        <translation>火险指数 HTZ</translation>
    </message>
    <message>
        <source>grade 4 from %1</source>
        <translation>四级起 %1</translation>
    </message>
    <message>
        <source>The zones of fire risk on the map: as surveyed, the classes of the census; in the period of high danger, cured grass, scrub and broadleaf litter one class up; in the growing season, green growth one class down (to be verified).</source>
        <translation>图上的森林草原火灾风险区划。按普查：风险普查成果的等级；高火险期：枯草、灌木、阔叶凋落物升一级；生长期：绿色植被降一级（待核实）。</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Fire</source>
        <translation>火点</translation>
    </message>
    <message>
        <source>Weather</source>
        <translation>气象</translation>
    </message>
</context>
</TS>
