<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>RainWords</name>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>No warning</source>
        <translation>无预警</translation>
    </message>
    <message>
        <source>the rain is no number</source>
        <translation>雨量不是数字</translation>
    </message>
    <message>
        <source>negative rain</source>
        <translation>雨量为负</translation>
    </message>
    <message>
        <source>more rain than was ever measured in that time</source>
        <translation>超过该时长的世界最大实测雨量</translation>
    </message>
    <message>
        <source>neither a time nor hours nor days_ago can be read</source>
        <translation>时间、小时数、前几日都读不出</translation>
    </message>
    <message>
        <source>no unit in the heading, millimetres are taken</source>
        <translation>表头没有单位，按毫米计</translation>
    </message>
    <message>
        <source>neither the table nor the census says where this station is</source>
        <translation>雨情表和普查数据中都没有该站的位置</translation>
    </message>
    <message>
        <source>negative values of the grid count as unknown</source>
        <translation>格网中的负值按未知处理</translation>
    </message>
    <message>
        <source>the heading has no column of rain (rain_mm)</source>
        <translation>表头缺少雨量列（rain_mm）</translation>
    </message>
    <message>
        <source>no column says where it rained (station, division, or lon and lat)</source>
        <translation>缺少地点列（station 站码、division 区划，或 lon、lat）</translation>
    </message>
    <message>
        <source>no column says when it rained (time, hours or days_ago)</source>
        <translation>缺少时间列（time、hours 或 days_ago）</translation>
    </message>
    <message>
        <source>no row with rain that can be used</source>
        <translation>没有可用的雨量行</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>The rain cannot be graded by: %1.</source>
        <translation>不能用此雨情分级：%1。</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>%1 cards, %2 of them with blank fields.</source>
        <translation>共 %1 张，其中 %2 张有空项。</translation>
    </message>
    <message>
        <source>geological hazards: grades of rain, cards, what dual control lacks</source>
        <translation>地质灾害：气象风险分级、明白卡、双控缺项</translation>
    </message>
    <message>
        <source>grade all hazard points and risk areas by a field of rain</source>
        <translation>按雨情给全部隐患点和风险区分级</translation>
    </message>
    <message>
        <source>table of rain (.csv) or a grid (GeoTIFF, NetCDF)</source>
        <translation>雨量表（.csv）或雨量格网（GeoTIFF、NetCDF）</translation>
    </message>
    <message>
        <source>of a grid: the hours that each band sums up</source>
        <translation>格网每个波段累计的小时数</translation>
    </message>
    <message>
        <source>how far a gauge speaks for its surroundings, km</source>
        <translation>雨量站代表的最远距离（千米）</translation>
    </message>
    <message>
        <source>how many points are listed as text</source>
        <translation>文本方式列出多少个隐患点</translation>
    </message>
    <message>
        <source>Columns of the table: station, name, lon, lat or division; rain_mm; time (end of the hour), hours or days_ago.
Example:
  fengsui geology rain --workspace ~/city --field rain.csv --json</source>
        <translation>雨量表的列：station、name、lon、lat 或 division；rain_mm；time（时段末）、hours 或 days_ago。
示例：
  fengsui geology rain --workspace ~/city --field rain.csv --json</translation>
    </message>
    <message>
        <source>print the cards of hazard points as a PDF</source>
        <translation>把隐患点的明白卡打印成 PDF</translation>
    </message>
    <message>
        <source>the point with this code of twelve digits</source>
        <translation>十二位统一编号的隐患点</translation>
    </message>
    <message>
        <source>the points of a village, by its code of twelve digits</source>
        <translation>一个村的隐患点（十二位区划代码）</translation>
    </message>
    <message>
        <source>the points of a county, by its code</source>
        <translation>一个县区的隐患点（区划代码）</translation>
    </message>
    <message>
        <source>work: one for each point; refuge: one for each household</source>
        <translation>work：每个隐患点一张防灾工作明白卡；refuge：每户一张避险明白卡</translation>
    </message>
    <message>
        <source>the PDF to write</source>
        <translation>要写出的 PDF 文件</translation>
    </message>
    <message>
        <source>print nothing, only say what would be blank</source>
        <translation>不打印，只列出空项</translation>
    </message>
    <message>
        <source>Example:
  fengsui geology cards --workspace ~/city --county 140431 -o cards.pdf</source>
        <translation>示例：
  fengsui geology cards --workspace ~/city --county 140431 -o cards.pdf</translation>
    </message>
    <message>
        <source>what points and risk areas lack: owners, phones, areas</source>
        <translation>双控缺项：责任人、电话、风险区</translation>
    </message>
    <message>
        <source>Example:
  fengsui geology dual --workspace ~/city --json</source>
        <translation>示例：
  fengsui geology dual --workspace ~/city --json</translation>
    </message>
    <message>
        <source>Examples:
  fengsui geology rain --workspace ~/city --field rain.csv --json
  fengsui geology cards --workspace ~/city --county 140431 -o cards.pdf
  fengsui geology dual --workspace ~/city --json</source>
        <translation>示例：
  fengsui geology rain --workspace ~/city --field rain.csv --json
  fengsui geology cards --workspace ~/city --county 140431 -o cards.pdf
  fengsui geology dual --workspace ~/city --json</translation>
    </message>
</context>
<context>
    <name>HazardCard</name>
    <message>
        <source>Scan the code: what it says needs no network.</source>
        <translation>扫码查看，不需要网络。</translation>
    </message>
    <message>
        <source>Demonstration data, not for use</source>
        <translation>演示数据，不得使用</translation>
    </message>
    <message>
        <source>Hazard prevention card</source>
        <translation>地质灾害防灾工作明白卡</translation>
    </message>
    <message>
        <source>Evacuation card</source>
        <translation>地质灾害避险明白卡</translation>
    </message>
    <message>
        <source>Hazard code</source>
        <translation>统一编号</translation>
    </message>
    <message>
        <source>Hazard point</source>
        <translation>隐患点</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>灾害类型</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>规模等级</translation>
    </message>
    <message>
        <source>Alarm signal</source>
        <translation>预警信号</translation>
    </message>
    <message>
        <source>Way out</source>
        <translation>撤离路线</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Households threatened</source>
        <translation>威胁户数</translation>
    </message>
    <message>
        <source>People threatened</source>
        <translation>威胁人数</translation>
    </message>
    <message>
        <source>Property threatened</source>
        <translation>威胁财产</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>诱发因素</translation>
    </message>
    <message>
        <source>Monitoring lead</source>
        <translation>监测负责人</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>监测人</translation>
    </message>
    <message>
        <source>Signs to watch</source>
        <translation>监测主要迹象</translation>
    </message>
    <message>
        <source>Means of monitoring</source>
        <translation>监测手段和方法</translation>
    </message>
    <message>
        <source>When to leave</source>
        <translation>临灾预报判据</translation>
    </message>
    <message>
        <source>Place of refuge</source>
        <translation>预定避灾地点</translation>
    </message>
    <message>
        <source>Gives the order</source>
        <translation>疏散命令发布人</translation>
    </message>
    <message>
        <source>Rescue lead</source>
        <translation>抢排险负责人</translation>
    </message>
    <message>
        <source>Public order lead</source>
        <translation>治安保卫负责人</translation>
    </message>
    <message>
        <source>Medical lead</source>
        <translation>医疗救护负责人</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>发放单位</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>发放日期</translation>
    </message>
    <message>
        <source>Danger grade</source>
        <translation>险情等级</translation>
    </message>
    <message>
        <source>House to hazard</source>
        <translation>与灾害体位置关系</translation>
    </message>
    <message>
        <source>Head of household</source>
        <translation>户主</translation>
    </message>
    <message>
        <source>People in the house</source>
        <translation>家庭人数</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>家庭成员</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>House</source>
        <translation>房屋类型</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Mind</source>
        <translation>本户注意事项</translation>
    </message>
    <message>
        <source>Who warns</source>
        <translation>预警信号发布人</translation>
    </message>
    <message>
        <source>Duty phone</source>
        <translation>值班电话</translation>
    </message>
    <message>
        <source>Where to stay</source>
        <translation>安置地点</translation>
    </message>
    <message>
        <source>Shelter lead</source>
        <translation>安置负责人</translation>
    </message>
    <message>
        <source>Shelter phone</source>
        <translation>安置电话</translation>
    </message>
    <message>
        <source>Medical help</source>
        <translation>救护单位</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>更新时间</translation>
    </message>
    <message>
        <source>Holder: ____________  Date: ____________</source>
        <translation>持卡人：____________　日期：____________</translation>
    </message>
</context>
<context>
    <name>app::CardsPage</name>
    <message>
        <source>Open a workspace first.</source>
        <translation>请先打开工作区。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>No card: no household is entered under these points (Registers › Households).</source>
        <translation>没有可打印的卡：这些隐患点下还没有登记住户（登记 › 受威胁住户）。</translation>
    </message>
    <message numerus="yes">
        <source>%n cards</source>
        <translation>
            <numerusform>共 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>, all fields filled in</source>
        <translation>，全部填写完整</translation>
    </message>
    <message>
        <source>, %1 of them with blank fields. They are printed with room to write by hand.</source>
        <translation>，其中 %1 张有空项，打印时留白供手写。</translation>
    </message>
    <message>
        <source>Blank: %1</source>
        <translation>空项：%1</translation>
    </message>
    <message numerus="yes">
        <source>Write %n cards as PDF</source>
        <translation>
            <numerusform>把 %n 张明白卡写成 PDF</numerusform>
        </translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>正在写出 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n cards written to %1.</source>
        <translation>
            <numerusform>已把 %n 张明白卡写到 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>(one for each point)</source>
        <translation>（每个隐患点一张）</translation>
    </message>
    <message>
        <source>(one for each household)</source>
        <translation>（每户一张）</translation>
    </message>
    <message>
        <source>Which card</source>
        <translation>卡片种类</translation>
    </message>
    <message>
        <source>County</source>
        <translation>县区</translation>
    </message>
    <message>
        <source>Choose a county, type a point&apos;s or a village&apos;s code, or click a point on the map.</source>
        <translation>选择县区，或输入隐患点、村的代码，或在图上点选隐患点。</translation>
    </message>
    <message>
        <source>or code of a point or village</source>
        <translation>或隐患点、村的代码</translation>
    </message>
    <message>
        <source>Print as PDF…</source>
        <translation>打印为 PDF…</translation>
    </message>
    <message>
        <source>Blank fields</source>
        <translation>空项</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>明白卡</translation>
    </message>
</context>
<context>
    <name>app::DualPage</name>
    <message>
        <source>Risk area without an owner</source>
        <translation>风险区无责任人</translation>
    </message>
    <message>
        <source>Owner without a phone</source>
        <translation>责任人无电话</translation>
    </message>
    <message>
        <source>Risk area without a shape</source>
        <translation>风险区无边界</translation>
    </message>
    <message>
        <source>Point outside every risk area</source>
        <translation>隐患点不在任何风险区内</translation>
    </message>
    <message>
        <source>Point without a monitor</source>
        <translation>隐患点无监测人</translation>
    </message>
    <message>
        <source>Monitor without a phone</source>
        <translation>监测人无电话</translation>
    </message>
    <message>
        <source>Risk area names a point that is not there</source>
        <translation>风险区对应的隐患点不存在</translation>
    </message>
    <message>
        <source>Point lies outside the risk area that names it</source>
        <translation>隐患点在其风险区之外</translation>
    </message>
    <message>
        <source>What is missing, what is due</source>
        <translation>缺项与到期</translation>
    </message>
    <message>
        <source>Count, where</source>
        <translation>数量、县区</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Open a workspace first.</source>
        <translation>请先打开工作区。</translation>
    </message>
    <message>
        <source>%1 of %2 risk areas have an owner with a phone; %3 of %4 points lie in an area and have a monitor with a phone. Enter opens the row to be completed.</source>
        <translation>%2 个风险区中 %1 个有责任人和电话；%4 个隐患点中 %3 个位于风险区内且有监测人和电话。按回车打开该条补填。</translation>
    </message>
    <message>
        <source>Patrols overdue</source>
        <translation>巡查超期</translation>
    </message>
    <message>
        <source>never patrolled</source>
        <translation>从未巡查</translation>
    </message>
    <message>
        <source>%1 days late</source>
        <translation>超期 %1 天</translation>
    </message>
    <message>
        <source>every %1 h at present</source>
        <translation>当前每 %1 小时巡查一次</translation>
    </message>
</context>
<context>
    <name>app::GeologyPanel</name>
    <message>
        <source>Geological hazards</source>
        <translation>地质灾害</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Rain risk</source>
        <translation>气象风险</translation>
    </message>
    <message>
        <source>Dual control</source>
        <translation>双控</translation>
    </message>
    <message>
        <source>Relocation</source>
        <translation>搬迁</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>明白卡</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记表</translation>
    </message>
    <message>
        <source>Rain</source>
        <translation>气象风险</translation>
    </message>
    <message>
        <source>Dual</source>
        <translation>双控</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>搬迁</translation>
    </message>
</context>
<context>
    <name>app::RainGradePage</name>
    <message>
        <source>around points: </source>
        <translation>隐患点周围 </translation>
    </message>
    <message>
        <source> m</source>
        <translation> 米</translation>
    </message>
    <message>
        <source>How far around a hazard point people are asked for</source>
        <translation>隐患点周围多远以内算受威胁</translation>
    </message>
    <message>
        <source>assumed, not from a standard</source>
        <translation>假定值，并非标准规定</translation>
    </message>
    <message>
        <source>Rain to grade by</source>
        <translation>选择雨情文件</translation>
    </message>
    <message>
        <source>Rain (*.csv *.txt *.tsv *.tif *.tiff *.nc *.grb *.grb2)</source>
        <translation>雨情 (*.csv *.txt *.tsv *.tif *.tiff *.nc *.grb *.grb2)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>rain</source>
        <translation>雨量</translation>
    </message>
    <message>
        <source>Type the rain of the last 24 hours for at least one county.</source>
        <translation>请至少填写一个县区的过去 24 小时雨量。</translation>
    </message>
    <message>
        <source>typed by county</source>
        <translation>按县区填写</translation>
    </message>
    <message>
        <source>Grading hazard points by rain</source>
        <translation>按雨情给隐患点分级</translation>
    </message>
    <message>
        <source>Rain: %1, %2 hours%3.</source>
        <translation>雨情：%1，%2 小时%3。</translation>
    </message>
    <message>
        <source>, %1 stations or divisions</source>
        <translation>，%1 个站或区划</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>还有 %1 条</translation>
    </message>
    <message>
        <source>Thresholds to be verified before use: %1. Change them in Registers › Rain thresholds.</source>
        <translation>阈值待核实，使用前请核对：%1。在“登记 › 降雨阈值”中修改。</translation>
    </message>
    <message>
        <source>Grading… %1%</source>
        <translation>正在分级… %1%</translation>
    </message>
    <message>
        <source>Red %1 · orange %2 · yellow %3 · blue %4 points</source>
        <translation>红 %1 · 橙 %2 · 黄 %3 · 蓝 %4 处</translation>
    </message>
    <message>
        <source>; %1 without rain known</source>
        <translation>；%1 处雨量未知</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 人</translation>
    </message>
    <message>
        <source>%1: %2 mm in %3 h, blue from %4 mm</source>
        <translation>%1：%3 小时 %2 毫米，蓝色起点 %4 毫米</translation>
    </message>
    <message>
        <source>Type the rain by county, or open a file: a table of stations (.csv) or a grid (GeoTIFF, NetCDF).</source>
        <translation>按县区填写雨量，或打开文件：站点雨量表（.csv）或雨量格网（GeoTIFF、NetCDF）。</translation>
    </message>
    <message>
        <source>County</source>
        <translation>县区</translation>
    </message>
    <message>
        <source>Last 24 h, mm</source>
        <translation>过去24时 mm</translation>
    </message>
    <message>
        <source>3 days before, mm</source>
        <translation>前3日 mm</translation>
    </message>
    <message>
        <source>Rain by county</source>
        <translation>县区雨量</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>分级</translation>
    </message>
    <message>
        <source>Rain file…</source>
        <translation>雨情文件…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>County, point</source>
        <translation>县区、隐患点</translation>
    </message>
    <message>
        <source>Threatened</source>
        <translation>受威胁</translation>
    </message>
    <message>
        <source>Rain unknown</source>
        <translation>雨量未知</translation>
    </message>
    <message>
        <source>%1 points without rain known</source>
        <translation>%1 处雨量未知</translation>
    </message>
    <message>
        <source>%1: “%2” is no number</source>
        <translation>%1：“%2”不是数字</translation>
    </message>
    <message>
        <source>%1: %2 mm is negative</source>
        <translation>%1：%2 毫米为负数</translation>
    </message>
    <message>
        <source>%1: %2 mm is more than was ever measured (%3 mm)</source>
        <translation>%1：%2 毫米超过世界最大实测值（%3 毫米）</translation>
    </message>
    <message>
        <source>Not graded. Mend the marked cells: %1.</source>
        <translation>未分级。请改正标红的格子：%1。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>highest gauge of each county, as of %1</source>
        <translation>各县区最大测站雨量，截至 %1</translation>
    </message>
    <message>
        <source>Filled in: the highest gauge of each county, %1 gauges of %2 counties, as of %3. Check it, then “Grade”.</source>
        <translation>已填入各县区最大测站雨量：%2 个县区 %1 个站，截至 %3。核对后点“分级”。</translation>
    </message>
    <message>
        <source>No rain gauge has reported within the last day; the latest reading of all is of %1.</source>
        <translation>近一天没有雨量站报数；最新读数为 %1。</translation>
    </message>
    <message>
        <source>There are no readings yet. Import them in “Floods and drought”, “Rain”.</source>
        <translation>还没有雨情读数。请在“水旱灾害”的“雨情”中导入。</translation>
    </message>
    <message>
        <source>Use the rain measured now</source>
        <translation>用当前实测雨情</translation>
    </message>
    <message>
        <source>Fills in the highest gauge of each county from the readings of “Floods and drought”</source>
        <translation>从“水旱灾害”的读数填入各县区最大测站雨量</translation>
    </message>
    <message>
        <source>What is threatened</source>
        <translation>受威胁对象</translation>
    </message>
    <message>
        <source>People, houses, roads and whom to call at the points and areas from yellow up</source>
        <translation>黄色及以上隐患点、风险区的人口、房屋、道路和责任人</translation>
    </message>
    <message>
        <source>risk areas and %1 m (assumed) around hazard points from yellow up; rain: %2</source>
        <translation>黄色及以上的风险区和隐患点周围 %1 米（假定）；雨情：%2</translation>
    </message>
</context>
<context>
    <name>app::RelocationPage</name>
    <message>
        <source>%1 works: of %2 households %3 contracted, %4 built, %5 moved, %6 old houses razed. Funds: %7 of %8 ×10,000 CNY paid.</source>
        <translation>工程 %1 个，计划 %2 户：已签约 %3、已建成 %4、已入住 %5、旧房已拆 %6。资金：计划 %8 万元，已拨 %7 万元。</translation>
    </message>
    <message>
        <source>%1 works are overdue.</source>
        <translation>%1 个工程已逾期。</translation>
    </message>
    <message>
        <source>%1 works have figures that contradict each other.</source>
        <translation>%1 个工程的数字前后矛盾。</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>逾期 %1</translation>
    </message>
    <message>
        <source>Bars: moved, contracted, of those planned. As of %1.</source>
        <translation>条形：已入住、已签约占计划户数。截至 %1。</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Geology</source>
        <translation>地质</translation>
    </message>
</context>
</TS>
