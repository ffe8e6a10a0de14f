<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CommandLine</name>
    <message>
        <source>Deaths</source>
        <translation>死亡</translation>
    </message>
    <message>
        <source>Homeless</source>
        <translation>失去住所</translation>
    </message>
    <message>
        <source>Loss of buildings</source>
        <translation>房屋损失</translation>
    </message>
    <message>
        <source>what an earthquake would do: intensity, shaking, losses</source>
        <translation>地震情景：烈度、地震动与损失估算</translation>
    </message>
    <message>
        <source>surface-wave magnitude, 5.0 to 8.5</source>
        <translation>面波震级，5.0～8.5</translation>
    </message>
    <message>
        <source>longitude of the epicentre, degrees</source>
        <translation>震中经度（度）</translation>
    </message>
    <message>
        <source>latitude of the epicentre, degrees</source>
        <translation>震中纬度（度）</translation>
    </message>
    <message>
        <source>depth, above 0 to 70 km; enters PGA and PGV alone</source>
        <translation>震源深度，大于 0 至 70 千米；只影响 PGA 与 PGV</translation>
    </message>
    <message>
        <source>strike of the long axis; 25 unless given</source>
        <translation>长轴走向；缺省 25 度</translation>
    </message>
    <message>
        <source>text of a bulletin of the China Earthquake Networks Center</source>
        <translation>中国地震台网速报文字</translation>
    </message>
    <message>
        <source>name of the scenario in the report</source>
        <translation>报告中的情景名称</translation>
    </message>
    <message>
        <source>gb18306-east, gb18306-medium, gb18306-tibet, gb18306-xinjiang, wang2000-east or wang2000-west</source>
        <translation>gb18306-east、gb18306-medium、gb18306-tibet、gb18306-xinjiang、wang2000-east 或 wang2000-west</translation>
    </message>
    <message>
        <source>print of the PGA relation: gb18306 or ln</source>
        <translation>PGA 关系式的版本：gb18306 或 ln</translation>
    </message>
    <message>
        <source>site class: I0, I1, II, III or IV</source>
        <translation>场地类别：I0、I1、II、III 或 IV</translation>
    </message>
    <message>
        <source>edge of a zone at its degree, or half a degree below</source>
        <translation>烈度区外界取整数烈度（degree）或低半度（half）</translation>
    </message>
    <message>
        <source>day or night</source>
        <translation>白天（day）或夜间（night）</translation>
    </message>
    <message>
        <source>line source from M6.5 on</source>
        <translation>6.5 级及以上按线源</translation>
    </message>
    <message>
        <source>also at this place; may be given several times</source>
        <translation>另算此处；可多次给出</translation>
    </message>
    <message>
        <source>folder of the workspace: people, damage and losses</source>
        <translation>工作区文件夹：估算人口、破坏与损失</translation>
    </message>
    <message>
        <source>write intensity here as GeoTIFF, PGA and PGV beside it</source>
        <translation>烈度写成 GeoTIFF，PGA 与 PGV 写在旁边</translation>
    </message>
    <message>
        <source>cell of the raster, metres</source>
        <translation>栅格边长（米）</translation>
    </message>
    <message>
        <source>Estimates, for reference only. Examples:
  fengsui quake --ms 7.0 --lon 113.1 --lat 36.2 --depth_km 15 --strike_deg 20 --json --raster out.tif
  fengsui quake --workspace ~/city --ms 6.5 --lon 113.1 --lat 36.2 --report quake.pdf
  fengsui quake history --workspace ~/city --least 6 --json
  fengsui faults near --workspace ~/city --at &quot;113.1, 36.2&quot; --buildings_m 200 --json</source>
        <translation>结果为估算，仅供参考。例：
  fengsui quake --ms 7.0 --lon 113.1 --lat 36.2 --depth_km 15 --strike_deg 20 --json --raster out.tif
  fengsui quake --workspace ~/city --ms 6.5 --lon 113.1 --lat 36.2 --report quake.pdf
  fengsui quake history --workspace ~/city --least 6 --json
  fengsui faults near --workspace ~/city --at "113.1, 36.2" --buildings_m 200 --json</translation>
    </message>
    <message>
        <source>past earthquakes of the workspace</source>
        <translation>工作区中的历史地震</translation>
    </message>
    <message>
        <source>first year; negative before Christ</source>
        <translation>起始年份；公元前为负</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>结束年份</translation>
    </message>
    <message>
        <source>least magnitude</source>
        <translation>最小震级</translation>
    </message>
    <message>
        <source>only so near to the city&apos;s middle, or to --about</source>
        <translation>只列距市域中心（或 --about）这么近的</translation>
    </message>
    <message>
        <source>a place, coordinates in any form</source>
        <translation>地点，坐标可用任意写法</translation>
    </message>
    <message>
        <source>the register of faults</source>
        <translation>断层名录</translation>
    </message>
    <message>
        <source>faults near a place, and the buildings beside them</source>
        <translation>某处附近的断层及其旁的房屋</translation>
    </message>
    <message>
        <source>at most so many</source>
        <translation>最多列出几条</translation>
    </message>
    <message>
        <source>count buildings within so many metres of each trace</source>
        <translation>统计断层迹线两侧这么多米内的房屋</translation>
    </message>
    <message>
        <source>Example:
  fengsui faults near --workspace ~/city --at &quot;113.1, 36.2&quot; --limit 3 --json</source>
        <translation>例：
  fengsui faults near --workspace ~/city --at "113.1, 36.2" --limit 3 --json</translation>
    </message>
</context>
<context>
    <name>QuakeReport</name>
    <message>
        <source>Zones of intensity</source>
        <translation>烈度分区</translation>
    </message>
    <message>
        <source>Degree</source>
        <translation>烈度</translation>
    </message>
    <message>
        <source>Long half axis</source>
        <translation>长半轴</translation>
    </message>
    <message>
        <source>Short half axis</source>
        <translation>短半轴</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人口</translation>
    </message>
    <message>
        <source>Elderly</source>
        <translation>老年人</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>房屋</translation>
    </message>
    <message>
        <source>Floor area</source>
        <translation>建筑面积</translation>
    </message>
    <message>
        <source>Severe or destroyed</source>
        <translation>严重破坏及毁坏</translation>
    </message>
    <message>
        <source>By county</source>
        <translation>分县（区）</translation>
    </message>
    <message>
        <source>County</source>
        <translation>县（区）</translation>
    </message>
    <message>
        <source>Worst degree</source>
        <translation>最高烈度</translation>
    </message>
    <message>
        <source>People in %1</source>
        <translation>%1人口</translation>
    </message>
    <message>
        <source>Homeless</source>
        <translation>失去住所</translation>
    </message>
    <message>
        <source>Deaths</source>
        <translation>死亡</translation>
    </message>
    <message>
        <source>Loss of buildings</source>
        <translation>房屋损失</translation>
    </message>
    <message>
        <source>City</source>
        <translation>全市</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>低于%1</translation>
    </message>
    <message>
        <source>Damage matrix used</source>
        <translation>采用的震害矩阵</translation>
    </message>
    <message>
        <source>Rows of the official matrix where entered, else derived.</source>
        <translation>已录入官方矩阵的行用官方值，其余为推算。</translation>
    </message>
    <message>
        <source>Derived (推算): mean damage index of GB/T 17742-2020, beta distribution.</source>
        <translation>推算：GB/T 17742-2020 平均震害指数，贝塔分布。</translation>
    </message>
    <message>
        <source>Building class</source>
        <translation>结构类别</translation>
    </message>
    <message>
        <source>If the magnitude is off</source>
        <translation>震级偏差的影响</translation>
    </message>
    <message>
        <source>Magnitude</source>
        <translation>震级</translation>
    </message>
    <message>
        <source>No plan is in use: choose one in the table of plans.</source>
        <translation>没有在用的预案：请在“依据”页选定。</translation>
    </message>
    <message>
        <source>below all grades</source>
        <translation>低于各级标准</translation>
    </message>
    <message>
        <source> (lead: %1)</source>
        <translation>（指挥主体：%1）</translation>
    </message>
    <message>
        <source>By magnitude: %1.</source>
        <translation>按震级初判：%1。</translation>
    </message>
    <message>
        <source>By estimated deaths: %1.</source>
        <translation>按估算死亡人数：%1。</translation>
    </message>
    <message>
        <source>By estimated deaths: between %1 and %2.</source>
        <translation>按估算死亡人数：介于%1与%2之间。</translation>
    </message>
    <message>
        <source>Plan: %1, %2.</source>
        <translation>依据《%1》（%2）。</translation>
    </message>
    <message>
        <source>Intensity: %1; standard deviation %2 degrees.</source>
        <translation>烈度衰减：%1；标准差 %2 度。</translation>
    </message>
    <message>
        <source>PGA and PGV: Yu Yanxiang et al. 2013 (GB 18306-2015), %1.</source>
        <translation>PGA、PGV：俞言祥等 2013（GB 18306-2015），%1。</translation>
    </message>
    <message>
        <source>Line source, %1 km (Wells &amp; Coppersmith 1994).</source>
        <translation>线源，破裂长 %1 千米（Wells &amp; Coppersmith 1994）。</translation>
    </message>
    <message>
        <source>Point source.</source>
        <translation>点源。</translation>
    </message>
    <message>
        <source>Damage: %1; losses: GB/T 18208.4-2011; prices are to be verified.</source>
        <translation>破坏：%1；损失：GB/T 18208.4-2011；重置单价待核实。</translation>
    </message>
    <message>
        <source>official matrix</source>
        <translation>官方震害矩阵</translation>
    </message>
    <message>
        <source>GB/T 17742-2020 index ranges, beta distribution (derived)</source>
        <translation>GB/T 17742-2020 震害指数范围，贝塔分布（推算）</translation>
    </message>
    <message>
        <source>Deaths: Yin Zhiqian 1991, Ma Yuhong &amp; Xie Lili 2000, USGS PAGER for China; the middle one, and the band of all three.</source>
        <translation>死亡：尹之潜 1991、马玉宏—谢礼立 2000、USGS PAGER 中国模型；取居中者，区间为三法合计。</translation>
    </message>
    <message>
        <source>Exposure read from the census tables, %1; buildings and census points by their place.</source>
        <translation>承灾体取自普查库（%1）；房屋与人口按所在位置归入烈度区。</translation>
    </message>
    <message>
        <source>Earthquake scenario</source>
        <translation>地震情景</translation>
    </message>
    <message>
        <source>Demo data · %1</source>
        <translation>演示数据 · %1</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Injured</source>
        <translation>受伤</translation>
    </message>
    <message>
        <source>Deaths by method: Yin %1; Ma and Xie %2; PAGER %3.</source>
        <translation>各方法死亡估算：尹之潜 %1；马玉宏—谢礼立 %2；PAGER %3。</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <translation>%1：%2%</translation>
    </message>
    <message>
        <source>Chances by number of deaths: %1.</source>
        <translation>死亡人数分级概率：%1。</translation>
    </message>
    <message>
        <source>Counties</source>
        <translation>分县（区）</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
</context>
<context>
    <name>QuakeText</name>
    <message>
        <source>The magnitude must be 5.0 to 8.5: the attenuation relations hold for no other.</source>
        <translation>震级须在 5.0～8.5 之间：衰减关系只在此范围内适用。</translation>
    </message>
    <message>
        <source>The depth must be more than 0 and at most 70 km; leave it empty when it is not known.</source>
        <translation>震源深度须大于 0、不超过 70 千米；不明时请留空。</translation>
    </message>
    <message>
        <source>The strike must be 0 to below 360 degrees, clockwise from north.</source>
        <translation>走向须在 0 至 360 度之间（正北起顺时针，不含 360）。</translation>
    </message>
    <message>
        <source>The epicentre is more than 300 km from the city: no shaking there that these relations know.</source>
        <translation>震中距本市超过 300 千米，已超出衰减关系的适用距离。</translation>
    </message>
    <message>
        <source>The epicentre must lie in China.</source>
        <translation>震中须在中国境内。</translation>
    </message>
    <message>
        <source>The place is more than 300 km from the rupture: the relations reach no farther.</source>
        <translation>该处距震源超过 300 千米，已超出衰减关系的适用距离。</translation>
    </message>
    <message>
        <source>The distance from the fault must be more than 0 and at most 5000 m.</source>
        <translation>距断层的距离须大于 0、不超过 5000 米。</translation>
    </message>
    <message>
        <source>The cell is too small for this area: at most four million cells.</source>
        <translation>栅格太细：此范围最多四百万格，请加大边长。</translation>
    </message>
    <message>
        <source>No latitude found in the text; expected is something like 北纬36.50度.</source>
        <translation>文字中没有纬度；应有“北纬36.50度”之类的写法。</translation>
    </message>
    <message>
        <source>No longitude found in the text; expected is something like 东经112.33度.</source>
        <translation>文字中没有经度；应有“东经112.33度”之类的写法。</translation>
    </message>
    <message>
        <source>No magnitude found in the text; expected is something like 发生4.5级地震.</source>
        <translation>文字中没有震级；应有“发生4.5级地震”之类的写法。</translation>
    </message>
    <message>
        <source>degree %1</source>
        <translation>%1度</translation>
    </message>
    <message>
        <source>Eastern strong zone (GB 18306-2015)</source>
        <translation>东部强震区（GB 18306-2015）</translation>
    </message>
    <message>
        <source>Medium-strong zone (GB 18306-2015)</source>
        <translation>中强地震区（GB 18306-2015）</translation>
    </message>
    <message>
        <source>Qinghai-Tibet zone (GB 18306-2015)</source>
        <translation>青藏区（GB 18306-2015）</translation>
    </message>
    <message>
        <source>Xinjiang zone (GB 18306-2015)</source>
        <translation>新疆区（GB 18306-2015）</translation>
    </message>
    <message>
        <source>Eastern China (Wang Suyun 2000)</source>
        <translation>东部（汪素云等 2000）</translation>
    </message>
    <message>
        <source>Western China (Wang Suyun 2000)</source>
        <translation>西部（汪素云等 2000）</translation>
    </message>
    <message>
        <source>site class %1</source>
        <translation>%1类场地</translation>
    </message>
    <message>
        <source>A1 earth, stone, brick and timber</source>
        <translation>A1 土木、石木、砖木</translation>
    </message>
    <message>
        <source>A2 timber frame</source>
        <translation>A2 木构架</translation>
    </message>
    <message>
        <source>B masonry, not designed</source>
        <translation>B 未设防砖混</translation>
    </message>
    <message>
        <source>C masonry, designed</source>
        <translation>C 设防砖混</translation>
    </message>
    <message>
        <source>D reinforced concrete</source>
        <translation>D 钢筋混凝土</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>基本完好</translation>
    </message>
    <message>
        <source>Slight</source>
        <translation>轻微破坏</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>中等破坏</translation>
    </message>
    <message>
        <source>Severe</source>
        <translation>严重破坏</translation>
    </message>
    <message>
        <source>Destroyed</source>
        <translation>毁坏</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无人死亡</translation>
    </message>
    <message>
        <source>1–9</source>
        <translation>1～9 人</translation>
    </message>
    <message>
        <source>10–99</source>
        <translation>10～99 人</translation>
    </message>
    <message>
        <source>100–999</source>
        <translation>100～999 人</translation>
    </message>
    <message>
        <source>1000 and more</source>
        <translation>1000 人及以上</translation>
    </message>
    <message>
        <source>10k</source>
        <translation>万</translation>
    </message>
    <message>
        <source>%1 ten thousand</source>
        <translation>%1 万</translation>
    </message>
    <message>
        <source>close to 0</source>
        <translation>接近 0</translation>
    </message>
    <message>
        <source>about %1 (%2–%3)</source>
        <translation>约 %1（%2～%3）</translation>
    </message>
    <message>
        <source>about %1 (%2–%3) hundred million yuan</source>
        <translation>约 %1 亿元（%2～%3）</translation>
    </message>
    <message>
        <source>M%1, %2°E %3°N, strike %4°</source>
        <translation>%1 级，东经 %2°、北纬 %3°，走向 %4°</translation>
    </message>
    <message>
        <source>, %1 km deep</source>
        <translation>，深 %1 千米</translation>
    </message>
    <message>
        <source>%1 BC</source>
        <translation>公元前%1</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1 (year)</source>
        <translation>%1年</translation>
    </message>
    <message>
        <source>%1-%2</source>
        <translation>%1年%2月</translation>
    </message>
    <message>
        <source>%1-%2-%3</source>
        <translation>%1年%2月%3日</translation>
    </message>
    <message>
        <source>Estimate, for reference only</source>
        <translation>估算，仅供参考</translation>
    </message>
    <message>
        <source>Holocene (Q4)</source>
        <translation>全新世</translation>
    </message>
    <message>
        <source>Late Pleistocene (Q3)</source>
        <translation>晚更新世</translation>
    </message>
    <message>
        <source>Early–Middle Pleistocene (Q1-2)</source>
        <translation>早—中更新世</translation>
    </message>
    <message>
        <source>Pre-Quaternary</source>
        <translation>前第四纪</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正断</translation>
    </message>
    <message>
        <source>reverse</source>
        <translation>逆断</translation>
    </message>
    <message>
        <source>left-lateral</source>
        <translation>左旋</translation>
    </message>
    <message>
        <source>right-lateral</source>
        <translation>右旋</translation>
    </message>
    <message>
        <source>sense unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>masonry</source>
        <translation>砌体</translation>
    </message>
    <message>
        <source>reinforced concrete</source>
        <translation>钢筋混凝土</translation>
    </message>
    <message>
        <source>steel</source>
        <translation>钢结构</translation>
    </message>
    <message>
        <source>timber</source>
        <translation>木结构</translation>
    </message>
    <message>
        <source>earth and timber</source>
        <translation>土木（石）</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>混杂</translation>
    </message>
    <message>
        <source>cave dwelling</source>
        <translation>窑洞</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>可靠</translation>
    </message>
    <message>
        <source>fairly sure</source>
        <translation>较可靠</translation>
    </message>
    <message>
        <source>design value</source>
        <translation>程序设定</translation>
    </message>
    <message>
        <source>to be verified</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>Give the epicentre: coordinates in any form, or a click on the map.</source>
        <translation>请给出震中：任意写法的坐标，或在图上点选。</translation>
    </message>
    <message>
        <source>“%1” is no place that can be read; expected is something like 113.10, 36.20.</source>
        <translation>“%1”读不出位置；应为 113.10, 36.20 之类的写法。</translation>
    </message>
</context>
<context>
    <name>app::BasisPage</name>
    <message>
        <source>Figure</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>可靠程度</translation>
    </message>
    <message>
        <source>Source: %1
Shipped value: %2</source>
        <translation>出处：%1
缺省值：%2</translation>
    </message>
    <message>
        <source>%1 (in use)</source>
        <translation>%1（在用）</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Deaths ≥</source>
        <translation>死亡≥</translation>
    </message>
    <message>
        <source>M ≥</source>
        <translation>震级≥</translation>
    </message>
    <message>
        <source>M ≥, dense</source>
        <translation>密集区≥</translation>
    </message>
    <message>
        <source>%1, %2. %3 (%4)</source>
        <translation>《%1》，%2。%3（%4）</translation>
    </message>
    <message>
        <source>Derived from the index ranges of GB/T 17742-2020. Paste an official matrix to replace it: one line each, class, degree and five percentages (sound … destroyed), for example “B 8 10 25 35 20 10”.</source>
        <translation>现由 GB/T 17742-2020 震害指数范围推算。如有官方矩阵可粘贴替换：每行写结构类别、烈度和五个百分数（基本完好…毁坏），例如“B 8 10 25 35 20 10”。</translation>
    </message>
    <message>
        <source>%1 rows of an official matrix are used.</source>
        <translation>正在使用官方矩阵 %1 行。</translation>
    </message>
    <message>
        <source>A number of 0 or more is needed.</source>
        <translation>请输入不小于 0 的数。</translation>
    </message>
    <message>
        <source>Figure of the earthquake model</source>
        <translation>地震估算参数</translation>
    </message>
    <message>
        <source>A number of 0 or more is needed; empty: not used by the plan.</source>
        <translation>请输入不小于 0 的数；留空表示预案未用此项。</translation>
    </message>
    <message>
        <source>Grades of an earthquake plan</source>
        <translation>地震预案分级</translation>
    </message>
    <message>
        <source>Earthquake plan in use</source>
        <translation>在用的地震预案</translation>
    </message>
    <message>
        <source>Figures of the earthquake model reset</source>
        <translation>地震估算参数恢复缺省</translation>
    </message>
    <message>
        <source>“%1” cannot be used: class A1, A2, B, C or D, degree 6 to 12, five percentages that sum to 100.</source>
        <translation>“%1”不能采用：应为类别 A1、A2、B、C 或 D，烈度 6～12，五个百分数合计 100。</translation>
    </message>
    <message>
        <source>entered by hand</source>
        <translation>人工录入</translation>
    </message>
    <message>
        <source>Official damage matrix</source>
        <translation>官方震害矩阵</translation>
    </message>
    <message>
        <source>Official damage matrix removed</source>
        <translation>停用官方震害矩阵</translation>
    </message>
    <message>
        <source>Grades and response</source>
        <translation>分级与响应</translation>
    </message>
    <message>
        <source>Figures of the estimate</source>
        <translation>估算参数</translation>
    </message>
    <message>
        <source>Damage matrix</source>
        <translation>震害矩阵</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>Use this plan</source>
        <translation>采用此预案</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部恢复缺省</translation>
    </message>
    <message>
        <source>Use as official</source>
        <translation>作为官方矩阵采用</translation>
    </message>
    <message>
        <source>Back to derived</source>
        <translation>恢复推算</translation>
    </message>
</context>
<context>
    <name>app::FaultPage</name>
    <message>
        <source>–</source>
        <translation>—</translation>
    </message>
    <message>
        <source>The register of faults is empty. Import lines into the table “Faults”.</source>
        <translation>断层名录为空。请把断层线导入“断层”表。</translation>
    </message>
    <message>
        <source>Open a workspace to see its faults.</source>
        <translation>打开工作区后可查看断层。</translation>
    </message>
    <message>
        <source>Below degree VIII the code asks for no distance.</source>
        <translation>设防烈度低于Ⅷ度，规范不要求避让。</translation>
    </message>
    <message>
        <source>No activity in the Holocene: the code asks for no distance.</source>
        <translation>非全新世活动断裂，规范不要求避让。</translation>
    </message>
    <message>
        <source>At least %1 m from the main trace.</source>
        <translation>距主断裂带不小于 %1 米。</translation>
    </message>
    <message>
        <source>A special study is required.</source>
        <translation>须专门研究。</translation>
    </message>
    <message>
        <source>The code gives no distance for minor buildings.</source>
        <translation>丁类建筑规范未给距离。</translation>
    </message>
    <message>
        <source>Choose a fault to see what stands beside it.</source>
        <translation>选一条断层，查看其两侧的房屋。</translation>
    </message>
    <message>
        <source>%1: strike %2°, dip %3. %4 (GB 50011-2010 4.1.7, to be verified)</source>
        <translation>%1：走向 %2°，倾向倾角 %3。%4（GB 50011-2010 第 4.1.7 条，待核实）</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>astride</source>
        <translation>跨越</translation>
    </message>
    <message>
        <source>No building stands within %1 m.</source>
        <translation>%1 米内没有房屋。</translation>
    </message>
    <message>
        <source>%1 buildings within %2 m, %3 residents; %4 astride the trace.</source>
        <translation>%2 米内房屋 %1 栋，居住 %3 人；其中 %4 栋跨越断层线。</translation>
    </message>
    <message>
        <source>buildings-near-fault.xlsx</source>
        <translation>断层避让房屋清单.xlsx</translation>
    </message>
    <message>
        <source>Write the list</source>
        <translation>导出清单</translation>
    </message>
    <message>
        <source>Excel file (*.xlsx)</source>
        <translation>Excel 文件 (*.xlsx)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Buildings beside %1</source>
        <translation>%1两侧房屋</translation>
    </message>
    <message>
        <source>Demo data</source>
        <translation>演示数据</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>房屋</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村（社区）</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>Storeys</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Residents</source>
        <translation>居住人数</translation>
    </message>
    <message>
        <source>Designed</source>
        <translation>是否设防</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Distance of a building&apos;s outline from the trace; GB 50011-2010 4.1.7, to be verified.</source>
        <translation>距离为房屋轮廓到断层线的最短距离；GB 50011-2010 第 4.1.7 条，待核实。</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>断层</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>活动时代</translation>
    </message>
    <message>
        <source>Sense</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>mm/a</source>
        <translation>毫米/年</translation>
    </message>
    <message>
        <source>km</source>
        <translation>千米</translation>
    </message>
    <message>
        <source>m</source>
        <translation>米</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>断层</translation>
    </message>
    <message>
        <source>Buildings beside the fault</source>
        <translation>断层两侧房屋</translation>
    </message>
    <message>
        <source>Fortified for</source>
        <translation>设防烈度</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>抗震类别</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>范围</translation>
    </message>
    <message>
        <source> m</source>
        <translation> 米</translation>
    </message>
    <message>
        <source>A special</source>
        <translation>甲类</translation>
    </message>
    <message>
        <source>B important</source>
        <translation>乙类</translation>
    </message>
    <message>
        <source>C usual</source>
        <translation>丙类</translation>
    </message>
    <message>
        <source>D minor</source>
        <translation>丁类</translation>
    </message>
    <message>
        <source>Write the list (Excel or PDF)</source>
        <translation>导出清单（Excel 或 PDF）</translation>
    </message>
    <message>
        <source>What is threatened within this distance: people, houses, roads and whom to call</source>
        <translation>该距离内受威胁对象：人口、房屋、道路和应通知的责任人</translation>
    </message>
    <message>
        <source>%1, %2 m on either side</source>
        <translation>%1两侧各%2米</translation>
    </message>
</context>
<context>
    <name>app::HistoryPage</name>
    <message>
        <source>–</source>
        <translation>—</translation>
    </message>
    <message>
        <source>The catalogue is empty. Import a list (CSV, Excel, GeoJSON) into the table “Past earthquakes”.</source>
        <translation>地震目录为空。请把目录（CSV、Excel、GeoJSON）导入“历史地震”表。</translation>
    </message>
    <message>
        <source>Open a workspace to see its past earthquakes.</source>
        <translation>打开工作区后可查看历史地震。</translation>
    </message>
    <message>
        <source>%1 BC</source>
        <translation>公元前%1</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>自 %1 年</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>至 %1 年</translation>
    </message>
    <message>
        <source>None of %1 fits; widen the years, the strength or the distance.</source>
        <translation>%1 次地震中没有符合条件的；请放宽年份、震级或距离。</translation>
    </message>
    <message>
        <source>%1 of %2 earthquakes</source>
        <translation>%2 次地震中的 %1 次</translation>
    </message>
    <message>
        <source>BC</source>
        <translation>公元前</translation>
    </message>
    <message>
        <source>earthquakes</source>
        <translation>次</translation>
    </message>
    <message>
        <source>epicentral intensity %1</source>
        <translation>震中烈度 %1 度</translation>
    </message>
    <message>
        <source>%1 km deep</source>
        <translation>深 %1 千米</translation>
    </message>
    <message>
        <source>%1 deaths</source>
        <translation>死亡 %1 人</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 %2 repeated</source>
        <translation>%1%2地震重演</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>M</source>
        <translation>震级</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>km away</source>
        <translation>距离（千米）</translation>
    </message>
    <message>
        <source>Deaths</source>
        <translation>死亡</translation>
    </message>
    <message>
        <source>Past earthquakes</source>
        <translation>历史地震</translation>
    </message>
    <message>
        <source>From year</source>
        <translation>起始年份</translation>
    </message>
    <message>
        <source>To year</source>
        <translation>结束年份</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>震级</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>M%1 and more</source>
        <translation>%1 级及以上</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 千米</translation>
    </message>
    <message>
        <source>any distance</source>
        <translation>不限距离</translation>
    </message>
    <message>
        <source>What if it came again?</source>
        <translation>若今日重演…</translation>
    </message>
    <message>
        <source>Earthquakes by century</source>
        <translation>各世纪地震次数</translation>
    </message>
    <message>
        <source>None fits.</source>
        <translation>没有符合条件的地震。</translation>
    </message>
    <message>
        <source>Century %1</source>
        <translation>%1 世纪</translation>
    </message>
</context>
<context>
    <name>app::ReinforcementPage</name>
    <message>
        <source>%1 projects are late</source>
        <translation>%1 个项目逾期</translation>
    </message>
    <message>
        <source> · late</source>
        <translation> · 逾期</translation>
    </message>
    <message>
        <source>%1
Due %2, %3</source>
        <translation>%1
期限 %2，%3</translation>
    </message>
    <message>
        <source>No reinforcement works are registered. Import them into the table “Reinforcement works”.</source>
        <translation>尚无加固工程。请导入“房屋加固工程”表。</translation>
    </message>
    <message>
        <source>Open a workspace to see its reinforcement works.</source>
        <translation>打开工作区后可查看加固工程。</translation>
    </message>
    <message>
        <source>%1 of %2 households finished (%3), %4 begun; %5 projects late</source>
        <translation>计划 %2 户，竣工 %1 户（%3），开工 %4 户；%5 个项目逾期</translation>
    </message>
    <message>
        <source>Double-click or F2 changes begun and finished households of a project; undo takes it back.</source>
        <translation>双击或按 F2 修改项目的开工、竣工户数；可撤销。</translation>
    </message>
    <message>
        <source>This workspace can only be read.</source>
        <translation>此工作区只读。</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>竣工</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>在建</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>未开工</translation>
    </message>
    <message>
        <source>households</source>
        <translation>户</translation>
    </message>
    <message>
        <source>Households finished ≤ begun ≤ planned (%1).</source>
        <translation>须满足 竣工 ≤ 开工 ≤ 计划（%1 户）。</translation>
    </message>
    <message>
        <source>Only begun and finished households are changed here; the rest in the table.</source>
        <translation>此处只改开工、竣工户数；其余在属性表中修改。</translation>
    </message>
    <message>
        <source>Progress of reinforcement</source>
        <translation>加固进度</translation>
    </message>
    <message>
        <source>County, project</source>
        <translation>县（区）、项目</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开工</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>竣工</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成率</translation>
    </message>
    <message>
        <source>Reinforcement works</source>
        <translation>加固工程</translation>
    </message>
    <message>
        <source>Households by county</source>
        <translation>各县（区）户数</translation>
    </message>
</context>
<context>
    <name>app::ScenarioForm</name>
    <message>
        <source>%1 M%2</source>
        <translation>%1 %2 级</translation>
    </message>
    <message>
        <source>Automatic bulletin read; an official one will follow.</source>
        <translation>已读入自动速报；正式速报随后。</translation>
    </message>
    <message>
        <source>Official bulletin read.</source>
        <translation>已读入正式速报。</translation>
    </message>
    <message>
        <source>Paste a bulletin of the earthquake network here, or fill in the fields</source>
        <translation>粘贴台网速报（据中国地震台网…），或填写下列各项</translation>
    </message>
    <message>
        <source>Bulletin</source>
        <translation>速报</translation>
    </message>
    <message>
        <source>Magnitude Ms</source>
        <translation>震级 Ms</translation>
    </message>
    <message>
        <source>Epicentre</source>
        <translation>震中</translation>
    </message>
    <message>
        <source>Depth, km</source>
        <translation>深度 千米</translation>
    </message>
    <message>
        <source>Strike, °</source>
        <translation>走向 °</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>衰减关系</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>场地</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Coordinates in any form, or click on the map</source>
        <translation>任意写法的坐标，或在图上点选</translation>
    </message>
    <message>
        <source>empty: not known</source>
        <translation>不明可留空</translation>
    </message>
    <message>
        <source>Enters PGA and PGV; the intensity relation has no depth.</source>
        <translation>只影响 PGA、PGV；烈度关系不含深度。</translation>
    </message>
    <message>
        <source>for keeping and reports</source>
        <translation>保存与报告用</translation>
    </message>
    <message>
        <source>Click the epicentre on the map</source>
        <translation>在图上点选震中</translation>
    </message>
    <message>
        <source>Epicentre on the nearest fault, with its strike</source>
        <translation>震中取最近断层上，并取其走向</translation>
    </message>
    <message>
        <source>Strike of the nearest fault</source>
        <translation>取最近断层的走向</translation>
    </message>
    <message>
        <source>Line source from M6.5 on</source>
        <translation>6.5 级及以上按线源</translation>
    </message>
    <message>
        <source>Zones are longer by the rupture&apos;s length (Wells &amp; Coppersmith 1994)</source>
        <translation>烈度区按破裂长度拉长（Wells &amp; Coppersmith 1994）</translation>
    </message>
    <message>
        <source>At night (more indoors)</source>
        <translation>夜间（室内人多）</translation>
    </message>
    <message>
        <source>Zone edges at degree − 0.5</source>
        <translation>圈边按烈度减 0.5 画</translation>
    </message>
</context>
<context>
    <name>app::ScenarioPage</name>
    <message>
        <source>None kept yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Choose one to open or to compare</source>
        <translation>选择以比较或打开</translation>
    </message>
    <message>
        <source>Computing the earthquake scenario</source>
        <translation>地震情景估算</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>Paste a bulletin, or give magnitude and epicentre: the zones of intensity, the people in them, damage and losses are computed at once and marked as an estimate.</source>
        <translation>粘贴速报，或填写震级与震中，即可得出烈度分区、受影响人口、房屋破坏与损失（均标为估算）。</translation>
    </message>
    <message>
        <source>Open a workspace to compute an earthquake scenario.</source>
        <translation>打开工作区后可估算地震情景。</translation>
    </message>
    <message>
        <source>%1 · computed in %2 s</source>
        <translation>%1 · 用时 %2 秒</translation>
    </message>
    <message>
        <source>Yin 1991: %1
Ma and Xie 2000: %2
PAGER China: %3</source>
        <translation>尹之潜 1991：%1
马玉宏—谢礼立 2000：%2
PAGER 中国：%3</translation>
    </message>
    <message>
        <source>M%1: deaths %2, homeless %3</source>
        <translation>%1 级：死亡%2，失去住所%3</translation>
    </message>
    <message>
        <source>If the magnitude is off by 0.3:</source>
        <translation>若震级偏差 0.3 级：</translation>
    </message>
    <message>
        <source>Degree</source>
        <translation>烈度</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人口</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>房屋</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Kept “%1”: deaths %2, homeless %3, loss %4
Shown now: deaths %5, homeless %6, loss %7</source>
        <translation>已保存“%1”：死亡%2，失去住所%3，损失%4
当前情景：死亡%5，失去住所%6，损失%7</translation>
    </message>
    <message>
        <source>Click the epicentre on the map.</source>
        <translation>请在图上点选震中。</translation>
    </message>
    <message>
        <source>There is no fault in the register.</source>
        <translation>断层名录为空。</translation>
    </message>
    <message>
        <source>%1: strike %2°, %3 km away</source>
        <translation>%1：走向 %2°，相距 %3 千米</translation>
    </message>
    <message>
        <source>The scenario is kept in the workspace.</source>
        <translation>情景已存入工作区。</translation>
    </message>
    <message>
        <source>Compared below; choose it once more to open it.</source>
        <translation>已在下方比较；再选一次即打开。</translation>
    </message>
    <message>
        <source>earthquake-%1.xlsx</source>
        <translation>地震情景-%1.xlsx</translation>
    </message>
    <message>
        <source>Excel file (*.xlsx)</source>
        <translation>Excel 文件 (*.xlsx)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Show the whole scenario</source>
        <translation>显示全部烈度区</translation>
    </message>
    <message>
        <source>Keep the scenario in the workspace</source>
        <translation>情景存入工作区</translation>
    </message>
    <message>
        <source>Write the report (Excel or PDF)</source>
        <translation>导出报告（Excel 或 PDF）</translation>
    </message>
    <message>
        <source>Remove the kept scenario</source>
        <translation>删除所选情景</translation>
    </message>
    <message>
        <source>Deaths</source>
        <translation>死亡</translation>
    </message>
    <message>
        <source>Injured</source>
        <translation>受伤</translation>
    </message>
    <message>
        <source>Homeless</source>
        <translation>失去住所</translation>
    </message>
    <message>
        <source>Loss of buildings</source>
        <translation>房屋损失</translation>
    </message>
    <message>
        <source>Zones of intensity</source>
        <translation>烈度分区</translation>
    </message>
    <message>
        <source>People by county and degree</source>
        <translation>各县（区）分烈度人口</translation>
    </message>
    <message>
        <source>Chances by number of deaths</source>
        <translation>死亡人数分级概率</translation>
    </message>
    <message>
        <source>Kept scenarios</source>
        <translation>已保存的情景</translation>
    </message>
    <message>
        <source>Nobody lives in degree VI or above.</source>
        <translation>Ⅵ度及以上区内无人口。</translation>
    </message>
    <message>
        <source>What is threatened: people, houses, roads and whom to call, by degree</source>
        <translation>受威胁对象：按烈度列出人口、房屋、道路和应通知的责任人</translation>
    </message>
    <message>
        <source>The scenario has no zone of degree VI or above.</source>
        <translation>该情景没有Ⅵ度及以上区域。</translation>
    </message>
    <message>
        <source>Axes km</source>
        <translation>半轴 km</translation>
    </message>
    <message>
        <source>Severe m²</source>
        <translation>重损 m²</translation>
    </message>
    <message>
        <source>Half axes of the zone, long and short</source>
        <translation>烈度圈的长、短半轴</translation>
    </message>
    <message>
        <source>Floor area severely damaged or destroyed</source>
        <translation>严重破坏与毁坏的建筑面积</translation>
    </message>
</context>
<context>
    <name>app::SeismicPanel</name>
    <message>
        <source>Earthquake</source>
        <translation>地震</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>断层</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Retrofit</source>
        <translation>加固</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Quake</source>
        <translation>地震</translation>
    </message>
</context>
</TS>
