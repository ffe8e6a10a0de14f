<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>CommandLine</name>
        <message>
            <source>Nothing is over a threshold.</source>
            <translation>没有超过阈值的对象。</translation>
        </message>
        <message>
            <source>%1 over a threshold</source>
            <translation>%1 项超过阈值</translation>
        </message>
        <message>
            <source>%1 of %2 stations are silent.</source>
            <translation>%2 个测站中 %1 个中断。</translation>
        </message>
        <message>
            <source>%1 hours of rain, %2 water levels, %3 soil moistures; %4 rows left out</source>
            <translation>雨量 %1 小时，水位 %2 条，墒情 %3 条；未采用 %4 行</translation>
        </message>
        <message>
            <source>Thresholds computed</source>
            <translation>推算临界雨量</translation>
        </message>
        <message>
            <source>Peak about %1 m³/s (%2 to %3), within %4 h (%5 to %6). Estimate; its range is to be verified.</source>
            <translation>溃坝洪峰约 %1 立方米/秒（%2—%3），溃口形成约 %4 小时（%5—%6）。估算值，区间待核实。</translation>
        </message>
        <message>
            <source>floods and drought: what is over a threshold, readings, thresholds</source>
            <translation>水旱灾害：超阈值告警、读数、临界雨量</translation>
        </message>
        <message>
            <source>what is over a threshold, worst first</source>
            <translation>当前超过阈值的对象，最严重的在前</translation>
        </message>
        <message>
            <source>stations with rain and age of the last reading</source>
            <translation>测站雨量和最近一次读数的时间</translation>
        </message>
        <message>
            <source>take in rain, water levels or soil moisture from a CSV file</source>
            <translation>从 CSV 文件读入雨量、水位或墒情</translation>
        </message>
        <message>
            <source>take in SL 651 telegrams, bytes or hexadecimal text</source>
            <translation>读入 SL 651 报文（二进制或十六进制文本）</translation>
        </message>
        <message>
            <source>compute thresholds of a danger section (estimate)</source>
            <translation>推算危险区的临界雨量（估算）</translation>
        </message>
        <message>
            <source>peak flow of an earth dam that breaks (estimate with range)</source>
            <translation>土石坝溃坝洪峰流量（估算，带范围）</translation>
        </message>
        <message>
            <source>moment to judge, Beijing time if without zone; now if none</source>
            <translation>判别的时刻，不带时区为北京时间；不给则为现在</translation>
        </message>
        <message>
            <source>areal rain by inverse distance instead of Thiessen polygons</source>
            <translation>面雨量用反距离加权，不用泰森多边形</translation>
        </message>
        <message>
            <source>only this kind: PP, ZQ, ZZ, RR, MM or SS</source>
            <translation>只列这一类：PP、ZQ、ZZ、RR、MM 或 SS</translation>
        </message>
        <message>
            <source>only stations whose last reading is old or missing</source>
            <translation>只列读数过时或没有读数的测站</translation>
        </message>
        <message>
            <source>file with columns STCD, TM, DRP (SL 323) or station_code, time, rain_mm</source>
            <translation>含 STCD、TM、DRP（SL 323）或 station_code、time、rain_mm 列的文件</translation>
        </message>
        <message>
            <source>file of telegrams</source>
            <translation>报文文件</translation>
        </message>
        <message>
            <source>read and say what is wrong, write nothing</source>
            <translation>只读取并说明问题，不写入</translation>
        </message>
        <message>
            <source>code of the danger section</source>
            <translation>危险区代码</translation>
        </message>
        <message>
            <source>storm (rational method) or cn (curve number)</source>
            <translation>storm（推理公式）或 cn（SCS-CN）</translation>
        </message>
        <message>
            <source>write them; surveyed thresholds stay</source>
            <translation>写入；调查评价的数值不变</translation>
        </message>
        <message>
            <source>water above the foot of the breach</source>
            <translation>溃口底以上的水量</translation>
        </message>
        <message>
            <source>depth of that water</source>
            <translation>这部分水的深度</translation>
        </message>
        <message>
            <source>height of the breach; the depth if none</source>
            <translation>溃口高度；不给则取水深</translation>
        </message>
        <message>
            <source>Examples:
  fengsui flood now --workspace ~/city --json
  fengsui flood rain --csv rain.csv --workspace ~/city --dry-run</source>
            <translation>示例：
  fengsui flood now --workspace ~/city --json
  fengsui flood rain --csv rain.csv --workspace ~/city --dry-run</translation>
        </message>
        <message>
            <source>%1 km², %2 km of river, %3 villages with %4 people, %5 reservoirs, %6 gauges; the flood wave needs about %7 h (%8 to %9, estimate)</source>
            <translation>%1 平方公里，河道 %2 公里，%3 个村 %4 人，水库 %5 座，测站 %6 个；洪水传播约 %7 小时（%8—%9，估算）</translation>
        </message>
        <message>
            <source>everything up- or downstream of a small catchment or a river reach</source>
            <translation>小流域或河段的上游、下游</translation>
        </message>
        <message>
            <source>all that drains through it: area, villages, reservoirs</source>
            <translation>汇入它的全部范围：面积、村庄、水库</translation>
        </message>
        <message>
            <source>all that a flood passes on its way down, and when it comes there</source>
            <translation>洪水下行经过的对象和到达时间</translation>
        </message>
        <message>
            <source>code of a catchment or number of a river reach</source>
            <translation>小流域代码或河段号</translation>
        </message>
        <message>
            <source>Example:
  fengsui catchment downstream 1404W0012 --workspace ~/city --json</source>
            <translation>示例：
  fengsui catchment downstream 1404W0012 --workspace ~/city --json</translation>
        </message>
        <message>
            <source>Move at once: %1, %2: %3 mm in %4 h (threshold %5), %6 people</source>
            <translation>立即转移：%1 %2：%4 小时 %3 毫米（阈值 %5），%6 人</translation>
        </message>
        <message>
            <source>Prepare: %1, %2: %3 mm in %4 h (threshold %5), %6 people</source>
            <translation>准备转移：%1 %2：%4 小时 %3 毫米（阈值 %5），%6 人</translation>
        </message>
        <message>
            <source>Above the guaranteed stage: %1, %2 m, %3 m above warning</source>
            <translation>超保证水位：%1，%2 米，超警戒 %3 米</translation>
        </message>
        <message>
            <source>Above the warning stage: %1, %2 m, %3 m above warning</source>
            <translation>超警戒水位：%1，%2 米，超警戒 %3 米</translation>
        </message>
        <message>
            <source>Reservoir above its flood limit: %1, %2 m, %3 m above</source>
            <translation>水库超汛限：%1，%2 米，超 %3 米</translation>
        </message>
        <message>
            <source>Example:
  fengsui flood now --workspace ~/city --json</source>
            <translation>示例：
  fengsui flood now --workspace ~/city --json</translation>
        </message>
        <message>
            <source>Example:
  fengsui flood stations --workspace ~/city --kind PP --stale</source>
            <translation>示例：
  fengsui flood stations --workspace ~/city --kind PP --stale</translation>
        </message>
        <message>
            <source>Example:
  fengsui flood rain --csv rain.csv --workspace ~/city --dry-run</source>
            <translation>示例：
  fengsui flood rain --csv rain.csv --workspace ~/city --dry-run</translation>
        </message>
        <message>
            <source>Example:
  fengsui flood frames sl651.bin --workspace ~/city --dry-run</source>
            <translation>示例：
  fengsui flood frames sl651.bin --workspace ~/city --dry-run</translation>
        </message>
        <message>
            <source>Example:
  fengsui flood suggest 1404X0001 --workspace ~/city --method storm --json</source>
            <translation>示例：
  fengsui flood suggest 1404X0001 --workspace ~/city --method storm --json</translation>
        </message>
        <message>
            <source>Example:
  fengsui flood dam-break --volume_m3 1200000 --depth_m 15 --breach_m 12 --json</source>
            <translation>示例：
  fengsui flood dam-break --volume_m3 1200000 --depth_m 15 --breach_m 12 --json</translation>
        </message>
    </context>
    <context>
        <name>FloodRows</name>
        <message>
            <source>Move at once</source>
            <translation>立即转移</translation>
        </message>
        <message>
            <source>Prepare</source>
            <translation>准备转移</translation>
        </message>
        <message>
            <source>%1/%2 mm in %3 h</source>
            <translation>%3 小时 %1/%2 毫米</translation>
        </message>
        <message>
            <source>thresholds to be confirmed: not judged</source>
            <translation>临界雨量待核实，未判别</translation>
        </message>
        <message>
            <source>not judged: %1</source>
            <translation>未判别：%1</translation>
        </message>
        <message>
            <source>%1 people</source>
            <translation>%1 人</translation>
        </message>
        <message>
            <source>%1 h without data</source>
            <translation>缺 %1 小时数据</translation>
        </message>
        <message>
            <source>Above guaranteed</source>
            <translation>超保证</translation>
        </message>
        <message>
            <source>Above warning</source>
            <translation>超警戒</translation>
        </message>
        <message>
            <source>%1 over warning</source>
            <translation>超警戒 %1</translation>
        </message>
        <message>
            <source>%1 below warning</source>
            <translation>距警戒 %1</translation>
        </message>
        <message>
            <source>warning stage to be confirmed</source>
            <translation>警戒水位待核实</translation>
        </message>
        <message>
            <source>warning stage in %1 h</source>
            <translation>约 %1 小时到警戒</translation>
        </message>
        <message>
            <source>Above check level</source>
            <translation>超校核</translation>
        </message>
        <message>
            <source>Above normal level</source>
            <translation>超正常高</translation>
        </message>
        <message>
            <source>Above flood limit</source>
            <translation>超汛限</translation>
        </message>
        <message>
            <source>administrative</source>
            <translation>行政</translation>
        </message>
        <message>
            <source>technical</source>
            <translation>技术</translation>
        </message>
        <message>
            <source>patrol</source>
            <translation>巡查</translation>
        </message>
        <message>
            <source>%1 over limit</source>
            <translation>超汛限 %1</translation>
        </message>
        <message>
            <source>%1 below limit</source>
            <translation>距汛限 %1</translation>
        </message>
        <message>
            <source>flood limit to be confirmed</source>
            <translation>汛限水位待核实</translation>
        </message>
        <message>
            <source>full in %1 h</source>
            <translation>约 %1 小时蓄满</translation>
        </message>
        <message>
            <source>missing: %1</source>
            <translation>缺责任人：%1</translation>
        </message>
    </context>
    <context>
        <name>FloodText</name>
        <message>
            <source>no reading</source>
            <translation>没有读数</translation>
        </message>
        <message>
            <source>reading is %1 h old</source>
            <translation>读数已是 %1 小时前</translation>
        </message>
        <message>
            <source>reading is %1 days old</source>
            <translation>读数已是 %1 天前</translation>
        </message>
        <message>
            <source>%1 mm</source>
            <translation>%1 毫米</translation>
        </message>
        <message>
            <source>%1 m</source>
            <translation>%1 米</translation>
        </message>
        <message>
            <source>%1 m³</source>
            <translation>%1立方米</translation>
        </message>
        <message>
            <source>steady</source>
            <translation>平</translation>
        </message>
        <message>
            <source>↑ %1 m/h</source>
            <translation>↑ %1 米/小时</translation>
        </message>
        <message>
            <source>↓ %1 m/h</source>
            <translation>↓ %1 米/小时</translation>
        </message>
        <message>
            <source>to be confirmed</source>
            <translation>待核实</translation>
        </message>
        <message>
            <source>fair</source>
            <translation>较可信</translation>
        </message>
        <message>
            <source>ground dry</source>
            <translation>土壤较干</translation>
        </message>
        <message>
            <source>ground wet</source>
            <translation>土壤较湿</translation>
        </message>
        <message>
            <source>ground average</source>
            <translation>土壤一般</translation>
        </message>
        <message>
            <source>about %1 h (%2–%3)</source>
            <translation>约 %1 小时（%2—%3）</translation>
        </message>
        <message>
            <source>latest reading %1 days ago</source>
            <translation>最新读数 %1 天前</translation>
        </message>
    </context>
    <context>
        <name>app::CatchmentPage</name>
        <message>
            <source>reach %1</source>
            <translation>河段 %1</translation>
        </message>
        <message>
            <source>stream %1</source>
            <translation>支沟 %1</translation>
        </message>
        <message>
            <source>%1 km²</source>
            <translation>%1 平方公里</translation>
        </message>
        <message>
            <source>Reading the rivers …</source>
            <translation>正在读取河网……</translation>
        </message>
        <message>
            <source>Open a workspace with river reaches.</source>
            <translation>请打开含有河段的工作区。</translation>
        </message>
        <message>
            <source>There are no river reaches. Import them, or add them to the table “River reaches”.</source>
            <translation>没有河段。请导入，或在“河段”表中添加。</translation>
        </message>
        <message>
            <source>%1 reaches without a pointer downstream were joined where they meet.</source>
            <translation>%1 个河段没有下游河段号，已按首尾相接连接。</translation>
        </message>
        <message>
            <source>%1 reaches point to a reach that is not there.</source>
            <translation>%1 个河段的下游河段号不存在。</translation>
        </message>
        <message>
            <source>Reaches flow in a circle: %1</source>
            <translation>河段首尾成环：%1</translation>
        </message>
        <message>
            <source>and %1 more circles</source>
            <translation>另有 %1 处成环</translation>
        </message>
        <message>
            <source>Choose a river or a catchment above, or click one on the map.</source>
            <translation>在上面选择河流或小流域，或在地图上点选。</translation>
        </message>
        <message>
            <source>Upstream of %1: %2 km², %3 km of river, %4 villages with %5 people, %6 reservoirs. The flood wave from its head needs %7 (estimate by Manning).</source>
            <translation>%1以上：流域 %2 平方公里，河道 %3 公里，%4 个村 %5 人，水库 %6 座。洪水从源头传到这里%7（曼宁公式估算）。</translation>
        </message>
        <message>
            <source>Downstream of %1: to a river of %2 km², %3 km, %4 villages within 500 m with %5 people, %6 reservoirs. The flood wave runs %7 (estimate by Manning).</source>
            <translation>%1以下：至流域面积 %2 平方公里处，行程 %3 公里，沿河 500 米内 %4 个村 %5 人，水库 %6 座。洪水传播%7（曼宁公式估算）。</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 小时</translation>
        </message>
        <message>
            <source>%1 people</source>
            <translation>%1 人</translation>
        </message>
        <message>
            <source>reservoir</source>
            <translation>水库</translation>
        </message>
        <message>
            <source>gauge</source>
            <translation>测站</translation>
        </message>
        <message>
            <source>%1 km along the river</source>
            <translation>沿河 %1 公里</translation>
        </message>
        <message>
            <source>%1 m beside it</source>
            <translation>距河 %1 米</translation>
        </message>
        <message>
            <source>No village, reservoir or gauge lies upstream.</source>
            <translation>上游没有村庄、水库和测站。</translation>
        </message>
        <message>
            <source>No village, reservoir or gauge lies on the way down.</source>
            <translation>下游沿途没有村庄、水库和测站。</translation>
        </message>
        <message>
            <source>Choose on the map</source>
            <translation>地图点选</translation>
        </message>
        <message>
            <source>Upstream</source>
            <translation>上游</translation>
        </message>
        <message>
            <source>Downstream</source>
            <translation>下游</translation>
        </message>
        <message>
            <source>River, catchment</source>
            <translation>河流、小流域</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>面积</translation>
        </message>
        <message>
            <source>Rivers and small catchments</source>
            <translation>河流和小流域</translation>
        </message>
        <message>
            <source>What the flood passes</source>
            <translation>洪水经过的对象</translation>
        </message>
        <message>
        <source>What is threatened in the villages that the flood passes</source>
        <translation>洪水经过各村的受威胁对象</translation>
    </message>
    <message>
        <source>villages upstream of %1</source>
        <translation>%1上游各村</translation>
    </message>
    <message>
        <source>villages downstream of %1</source>
        <translation>%1下游各村</translation>
    </message>
</context>
    <context>
        <name>app::DroughtPage</name>
        <message>
            <source>light drought</source>
            <translation>轻度干旱</translation>
        </message>
        <message>
            <source>moderate drought</source>
            <translation>中度干旱</translation>
        </message>
        <message>
            <source>severe drought</source>
            <translation>严重干旱</translation>
        </message>
        <message>
            <source>extreme drought</source>
            <translation>特大干旱</translation>
        </message>
        <message>
            <source>no drought</source>
            <translation>无旱</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>不详</translation>
        </message>
        <message>
            <source>soil %1 %</source>
            <translation>墒情 %1%</translation>
        </message>
        <message>
            <source>soil: %1</source>
            <translation>土壤：%1</translation>
        </message>
        <message>
            <source>storage %1 % of normal: %2</source>
            <translation>蓄水为常年 %1%：%2</translation>
        </message>
        <message>
            <source>Grades by SL 424-2008 (editable, table “Limits of drought grades”); percent of the normal of the month</source>
            <translation>等级依据 SL 424-2008（可在“旱情等级指标”表中修改）；百分比为占当月常年值</translation>
        </message>
        <message>
            <source>There are no counties to judge.</source>
            <translation>没有可判别的县区。</translation>
        </message>
        <message>
            <source>Percent of normal</source>
            <translation>占常年百分比</translation>
        </message>
        <message>
            <source>No soil moisture and no reservoir level is known.</source>
            <translation>没有墒情和水库水位数据。</translation>
        </message>
        <message>
            <source>Soil moisture</source>
            <translation>土壤墒情</translation>
        </message>
        <message>
            <source>Reservoir storage</source>
            <translation>水库蓄水</translation>
        </message>
        <message>
            <source>Relative soil moisture %1 %%2</source>
            <translation>土壤相对湿度 %1%%2</translation>
        </message>
        <message>
            <source>, %1 % of normal</source>
            <translation>，为常年 %1%</translation>
        </message>
        <message>
            <source>Reservoirs hold %1%2</source>
            <translation>水库蓄水 %1%2</translation>
        </message>
        <message>
            <source>%1 reservoirs without a level</source>
            <translation>%1 座水库没有水位</translation>
        </message>
        <message>
            <source>Nothing is known of this county.</source>
            <translation>该县区没有数据。</translation>
        </message>
        <message>
            <source>Drought by county</source>
            <translation>分县旱情</translation>
        </message>
        <message>
            <source>normal of the month, 100 %</source>
            <translation>当月常年值 100 %</translation>
        </message>
    </context>
    <context>
        <name>app::FloodPanel</name>
        <message>
            <source>Import readings</source>
            <translation>导入读数</translation>
        </message>
        <message>
            <source>Readings (*.csv *.txt);;All files (*)</source>
            <translation>读数文件 (*.csv *.txt);;所有文件 (*)</translation>
        </message>
        <message>
            <source>%1 recorded for the hour to %2.</source>
            <translation>已记录截至 %2 的时段雨量 %1。</translation>
        </message>
        <message>
            <source>Thresholds computed</source>
            <translation>推算临界雨量</translation>
        </message>
        <message>
            <source>%1 thresholds computed; undo takes them back.</source>
            <translation>推算了 %1 个临界雨量，可撤销。</translation>
        </message>
        <message>
            <source>All thresholds here are surveyed: nothing changed.</source>
            <translation>这里的临界雨量都来自调查评价，未改动。</translation>
        </message>
        <message>
            <source>%1 hours of rain, %2 water levels, %3 soil moistures; %4 rows left out</source>
            <translation>雨量 %1 小时，水位 %2 条，墒情 %3 条；未采用 %4 行</translation>
        </message>
        <message>
            <source>Open a workspace</source>
            <translation>请打开工作区</translation>
        </message>
        <message>
            <source>Reading …</source>
            <translation>正在读取……</translation>
        </message>
        <message>
            <source>As of %1</source>
            <translation>截至 %1</translation>
        </message>
        <message>
            <source>Now %1</source>
            <translation>当前 %1</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>当前</translation>
        </message>
        <message>
            <source>No river and no small catchment is here.</source>
            <translation>这里没有河流和小流域。</translation>
        </message>
        <message>
            <source>%1 has no place on the map.</source>
            <translation>%1在地图上没有位置。</translation>
        </message>
        <message>
            <source>Floods and drought</source>
            <translation>水旱灾害</translation>
        </message>
        <message>
            <source>One hour back</source>
            <translation>前一小时</translation>
        </message>
        <message>
            <source>One hour on</source>
            <translation>后一小时</translation>
        </message>
        <message>
            <source>To the latest reading</source>
            <translation>回到最新</translation>
        </message>
        <message>
            <source>Read again</source>
            <translation>重新读取</translation>
        </message>
        <message>
            <source>Areal rain: Thiessen polygons</source>
            <translation>面雨量：泰森多边形</translation>
        </message>
        <message>
            <source>Areal rain: inverse distance</source>
            <translation>面雨量：反距离加权</translation>
        </message>
        <message>
            <source>How areal rain is made</source>
            <translation>面雨量方法</translation>
        </message>
        <message>
            <source>Rain</source>
            <translation>雨情</translation>
        </message>
        <message>
            <source>Rivers</source>
            <translation>河道</translation>
        </message>
        <message>
            <source>Reservoirs</source>
            <translation>水库</translation>
        </message>
        <message>
            <source>Catchments</source>
            <translation>流域</translation>
        </message>
        <message>
            <source>Drought</source>
            <translation>旱情</translation>
        </message>
        <message>
            <source>Made data</source>
            <translation>演示数据</translation>
        </message>
        <message>
            <source>River</source>
            <translation>河道</translation>
        </message>
        <message>
            <source>Dams</source>
            <translation>水库</translation>
        </message>
        <message>
            <source>Basin</source>
            <translation>流域</translation>
        </message>
        <message>
            <source>Dry</source>
            <translation>旱情</translation>
        </message>
        <message>
            <source>What is over a threshold now</source>
            <translation>当前超过阈值的</translation>
        </message>
        <message>
            <source>%1 was not taken in: %2. Expected headings: STCD, TM and one of DRP, Z, RZ, SLM; or station_code, time and one of rain_mm, level_m, soil_percent.</source>
            <translation>%1 未采用：%2。列名应为 STCD、TM 和 DRP、Z、RZ、SLM 之一；或 station_code、time 和 rain_mm、level_m、soil_percent 之一。</translation>
        </message>
        <message>
            <source>row %1: %2</source>
            <translation>第 %1 行：%2</translation>
        </message>
        <message>
            <source>%1 rows left out: %2%3</source>
            <translation>未采用 %1 行：%2%3</translation>
        </message>
        <message>
            <source>; </source>
            <translation>；</translation>
        </message>
    </context>
    <context>
        <name>app::NowPage</name>
        <message>
            <source>%1 rivers and reservoirs</source>
            <translation>河道、水库 %1 处</translation>
        </message>
        <message>
            <source>%1 of %2 stations are silent</source>
            <translation>%2 个测站中 %1 个中断</translation>
        </message>
        <message>
            <source>; </source>
            <translation>；</translation>
        </message>
        <message>
            <source>Nothing is over a threshold, as of %1.</source>
            <translation>截至 %1，没有超过阈值的对象。</translation>
        </message>
        <message>
            <source>There are no readings yet. Import a file under “Rain”, or type one in there.</source>
            <translation>还没有读数。请在“雨情”里导入文件，或录入一条。</translation>
        </message>
        <message>
            <source>What is over a threshold</source>
            <translation>超过阈值的对象</translation>
        </message>
        <message>
        <source>What is threatened</source>
        <translation>受威胁对象</translation>
    </message>
        <message>
            <source>Move at once, whole villages</source>
            <translation>立即转移（按所在村全部人口）</translation>
        </message>
        <message>
            <source>Prepare, whole villages</source>
            <translation>准备转移（按所在村全部人口）</translation>
        </message>
        <message>
            <source>all people of the villages with danger sections over a threshold, as of %1</source>
            <translation>超阈值危险区所在村（按所在村全部人口），截至 %1</translation>
        </message>
        <message>
            <source>%1 danger sections with %2 people in them</source>
            <translation>%1 个危险区，区内 %2 人</translation>
        </message>
        <message>
            <source>All people, houses and roads of the villages of these sections, more than in the sections; whom to call</source>
            <translation>这些危险区所在村的全部人口、房屋、道路（多于危险区内人数）和责任人</translation>
        </message>
</context>
    <context>
        <name>app::RainPage</name>
        <message>
            <source>%1 of %2 sections judged; rain of the catchment by %3; critical rain held for %4 h after</source>
            <translation>判别 %1/%2 个危险区；流域面雨量：%3；雨停后再判别 %4 小时</translation>
        </message>
        <message>
            <source>Thiessen polygons</source>
            <translation>泰森多边形</translation>
        </message>
        <message>
            <source>inverse distance</source>
            <translation>反距离加权</translation>
        </message>
        <message>
            <source>No danger sections are recorded. Add them to the table “Flash-flood danger sections”.</source>
            <translation>没有登记山洪危险区。请在“山洪危险区”表中添加。</translation>
        </message>
        <message>
            <source>1 h %1 · 3 h %2 · 6 h %3</source>
            <translation>1 小时 %1 · 3 小时 %2 · 6 小时 %3</translation>
        </message>
        <message>
            <source>%1 of 24 h missing</source>
            <translation>24 小时缺 %1 小时</translation>
        </message>
        <message>
            <source>%1 rain gauges, most rain of 24 h first</source>
            <translation>%1 个雨量站，按 24 小时雨量排列</translation>
        </message>
        <message>
            <source>There are no rain gauges. Add them to the table “Monitoring stations”.</source>
            <translation>没有雨量站。请在“监测站点”表中添加。</translation>
        </message>
        <message>
            <source>Rain in %1 h</source>
            <translation>%1 小时雨量</translation>
        </message>
        <message>
            <source>Rain in the hour</source>
            <translation>时段雨量</translation>
        </message>
        <message>
            <source>No gauge near it has reported.</source>
            <translation>附近没有测站报数。</translation>
        </message>
        <message>
            <source>survey</source>
            <translation>调查评价</translation>
        </message>
        <message>
            <source>computed</source>
            <translation>推算</translation>
        </message>
        <message>
            <source>experience</source>
            <translation>经验</translation>
        </message>
        <message>
            <source>Threshold: %1 h, %2; %3%4</source>
            <translation>临界雨量：%1 小时，%2；%3%4</translation>
        </message>
        <message>
            <source>, %1</source>
            <translation>，%1</translation>
        </message>
        <message>
            <source>Pa %1 of %2 mm a day ago · 24 h %3 · %4 gauges</source>
            <translation>前一日 Pa %1/%2 毫米 · 24 小时 %3 · %4 个雨量站</translation>
        </message>
        <message>
            <source>unknown (taken as wet)</source>
            <translation>不详（按较湿）</translation>
        </message>
        <message>
            <source>Moves to: %1</source>
            <translation>转移至：%1</translation>
        </message>
        <message>
            <source>No responsible person is recorded for this village.</source>
            <translation>该村没有登记责任人。</translation>
        </message>
        <message>
            <source>By the design storm from the flow that does damage; surveyed thresholds stay</source>
            <translation>由成灾流量按推理公式反推；调查评价的数值不变</translation>
        </message>
        <message>
            <source>This gauge has not reported in the last thirty days.</source>
            <translation>该站近三十天没有报数。</translation>
        </message>
        <message>
            <source>Station %1 · last reading %2</source>
            <translation>站码 %1 · 最近读数 %2</translation>
        </message>
        <message>
            <source>never</source>
            <translation>从无</translation>
        </message>
        <message>
            <source>Danger sections</source>
            <translation>危险区</translation>
        </message>
        <message>
            <source>Rain gauges</source>
            <translation>雨量站</translation>
        </message>
        <message>
            <source>What is listed</source>
            <translation>列出的对象</translation>
        </message>
        <message>
            <source>Import readings (CSV)</source>
            <translation>导入读数（CSV）</translation>
        </message>
        <message>
            <source>Type in an hour of rain for the current gauge</source>
            <translation>为当前雨量站录入一小时雨量</translation>
        </message>
        <message>
            <source>End of the hour</source>
            <translation>时段末</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Compute thresholds</source>
            <translation>推算临界雨量</translation>
        </message>
        <message>
            <source>Danger sections and rain gauges</source>
            <translation>危险区和雨量站</translation>
        </message>
        <message>
            <source>Prepare</source>
            <translation>准备转移</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>立即转移</translation>
        </message>
    </context>
    <context>
        <name>app::ReservoirPage</name>
        <message>
            <source>administrative</source>
            <translation>行政</translation>
        </message>
        <message>
            <source>technical</source>
            <translation>技术</translation>
        </message>
        <message>
            <source>patrol</source>
            <translation>巡查</translation>
        </message>
        <message>
            <source>%1 m high</source>
            <translation>坝高 %1 米</translation>
        </message>
        <message>
            <source>three persons complete</source>
            <translation>三个责任人齐全</translation>
        </message>
        <message>
            <source>missing: %1</source>
            <translation>缺责任人：%1</translation>
        </message>
        <message>
            <source>%1 reservoirs, %2 over the flood limit; %3 check dams, %4 without all three persons</source>
            <translation>水库 %1 座，超汛限 %2 座；淤地坝 %3 座，责任人不全 %4 座</translation>
        </message>
        <message>
            <source>No reservoirs are recorded.</source>
            <translation>没有登记水库。</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>水位</translation>
        </message>
        <message>
            <source>If the inflow stays</source>
            <translation>入库流量不变时</translation>
        </message>
        <message>
            <source>Flood limit</source>
            <translation>汛限</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>正常高</translation>
        </message>
        <message>
            <source>No gauge of this reservoir has reported.</source>
            <translation>该水库没有测站报数。</translation>
        </message>
        <message>
            <source>In %1 · out %2 m³/s</source>
            <translation>入库 %1 · 出库 %2 立方米/秒</translation>
        </message>
        <message>
            <source>Holds %1%2</source>
            <translation>蓄水 %1%2</translation>
        </message>
        <message>
            <source>, free to the normal level %1</source>
            <translation>，距正常高还可蓄 %1</translation>
        </message>
        <message>
            <source>The storage curve is wrong: %1</source>
            <translation>库容曲线有误：%1</translation>
        </message>
        <message>
            <source>The storage curve is to be confirmed.</source>
            <translation>库容曲线待核实。</translation>
        </message>
        <message>
            <source>Flood limit %1 (%2–%3)%4</source>
            <translation>汛限水位 %1（%2—%3）%4</translation>
        </message>
        <message>
            <source>, %1</source>
            <translation>，%1</translation>
        </message>
        <message>
            <source>Administrative</source>
            <translation>行政</translation>
        </message>
        <message>
            <source>Technical</source>
            <translation>技术</translation>
        </message>
        <message>
            <source>Patrol</source>
            <translation>巡查</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>缺</translation>
        </message>
        <message>
            <source>Reservoirs and check dams</source>
            <translation>水库和淤地坝</translation>
        </message>
    </context>
    <context>
        <name>app::RiverPage</name>
        <message>
            <source>%1 gauges: %2 over the warning stage, %3 with an old reading</source>
            <translation>%1 个测站：超警戒 %2 个，读数过时 %3 个</translation>
        </message>
        <message>
            <source>No gauge is tied to a river. Add rows to the table “Stages of gauges”.</source>
            <translation>没有测站对应河道。请在“水位站特征值”表中添加。</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>水位</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>警戒</translation>
        </message>
        <message>
            <source>Guaranteed</source>
            <translation>保证</translation>
        </message>
        <message>
            <source>This gauge has not reported.</source>
            <translation>该站没有报数。</translation>
        </message>
        <message>
            <source>%1: %2%3</source>
            <translation>%1：%2%3</translation>
        </message>
        <message>
            <source>, %1 m³/s</source>
            <translation>，%1 立方米/秒</translation>
        </message>
        <message>
            <source>to be confirmed</source>
            <translation>待核实</translation>
        </message>
        <message>
            <source>Warning %1 · guaranteed %2</source>
            <translation>警戒 %1 · 保证 %2</translation>
        </message>
        <message>
            <source>Source: %1</source>
            <translation>来源：%1</translation>
        </message>
        <message>
            <source>River gauges</source>
            <translation>河道测站</translation>
        </message>
    </context>
    <context>
        <name>Rooms</name>
        <message>
            <source>Flood</source>
            <translation>水旱</translation>
        </message>
    </context>
</TS>
