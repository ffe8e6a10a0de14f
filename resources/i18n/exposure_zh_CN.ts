<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CommandLine</name>
    <message>
        <source>who and what lies in an area: people, buildings, roads, sites, whom to call</source>
        <translation>一个范围里有谁、有什么：人口、房屋、道路、重点单位、应通知的人</translation>
    </message>
    <message>
        <source>area from a GeoJSON file (longitude, latitude); features of one &quot;class&quot; are counted together</source>
        <translation>取自 GeoJSON 文件的范围（经度、纬度）；“class”相同的要素合在一起统计</translation>
    </message>
    <message>
        <source>LON,LAT,RADIUS_M</source>
        <translation>经度,纬度,半径（米）</translation>
    </message>
    <message>
        <source>LON,LAT,LON,LAT,… of a line; --width is its whole width</source>
        <translation>线的 经度,纬度,经度,纬度,…；--width 为全宽</translation>
    </message>
    <message>
        <source>width of the corridor in metres</source>
        <translation>走廊宽度（米）</translation>
    </message>
    <message>
        <source>all features of a table of the workspace</source>
        <translation>工作区一张表的全部要素</translation>
    </message>
    <message>
        <source>metres around points and lines of --shape or --layer</source>
        <translation>--shape 或 --layer 的点和线外扩的米数</translation>
    </message>
    <message>
        <source>column of --layer whose values are counted apart, the highest first</source>
        <translation>--layer 中用来分级统计的列，值大的在前</translation>
    </message>
    <message>
        <source>code of a district; may be given several times, each is a class</source>
        <translation>行政区代码；可给多个，各为一类</translation>
    </message>
    <message>
        <source>rows by county, town or village</source>
        <translation>按县区、乡镇或村分行</translation>
    </message>
    <message>
        <source>days that the needs are worked out for</source>
        <translation>需求按多少天计</translation>
    </message>
    <message>
        <source>write the result to this PDF document, too</source>
        <translation>同时把结果写入此 PDF 文档</translation>
    </message>
    <message>
        <source>show telephone numbers whole</source>
        <translation>显示完整电话号码</translation>
    </message>
    <message>
        <source>Examples:
  fengsui exposure --workspace ~/city --circle 113.1,36.2,20000 --json
  fengsui exposure --workspace ~/city --layer fault --reach 500 --by town --xlsx faults.xlsx</source>
        <translation>示例：
  fengsui exposure --workspace ~/city --circle 113.1,36.2,20000 --json
  fengsui exposure --workspace ~/city --layer fault --reach 500 --by town --xlsx 断层.xlsx</translation>
    </message>
</context>
<context>
    <name>ExposureReport</name>
    <message>
        <source>People</source>
        <translation>人口</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>户数</translation>
    </message>
    <message>
        <source>Aged 65 and over</source>
        <translation>65 岁及以上</translation>
    </message>
    <message>
        <source>Aged 0–14</source>
        <translation>0–14 岁</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>房屋</translation>
    </message>
    <message>
        <source>Roads</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>Schools / pupils</source>
        <translation>学校 / 学生</translation>
    </message>
    <message>
        <source>Hospitals / beds</source>
        <translation>医疗机构 / 床位</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>里程</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>重点单位</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Of these</source>
        <translation>其中</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>转移安置需求</translation>
    </message>
    <message>
        <source>For %1 relocated people over %2 days.</source>
        <translation>按转移 %1 人、%2 天计。</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Norm and source</source>
        <translation>定额与依据</translation>
    </message>
    <message>
        <source>(to be verified)</source>
        <translation>（待核实）</translation>
    </message>
    <message>
        <source>Persons to call</source>
        <translation>应通知责任人</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>因何</translation>
    </message>
    <message>
        <source>District</source>
        <translation>行政区</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>责任</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>People inside</source>
        <translation>涉及人口</translation>
    </message>
    <message>
        <source>Area: %1</source>
        <translation>范围：%1</translation>
    </message>
    <message>
        <source>Data of %1; worked out %2 (Beijing time)</source>
        <translation>数据时间 %1；计算时间 %2（北京时间）</translation>
    </message>
    <message>
        <source>Method: people by census points, ages by their village&apos;s proportions in whole persons; %1 villages without points by the share of their area; buildings %2; roads cut at the border; lengths and areas on the ground.</source>
        <translation>方法：人口按普查点，年龄按所在村构成取整；无普查点的村 %1 个按面积比例；房屋%2；道路在边界处截断；长度和面积为地面值。</translation>
    </message>
    <message>
        <source>Fengsui %1</source>
        <translation>烽燧 %1</translation>
    </message>
    <message>
        <source>The area crosses itself: what it covers twice counts as outside.</source>
        <translation>图形自相交：重复盖住的部分按范围外计算。</translation>
    </message>
    <message>
        <source>Nobody and nothing of the census lies inside.</source>
        <translation>范围内没有普查到的人和物。</translation>
    </message>
    <message>
        <source>The nearest: %1, %2 km away.</source>
        <translation>最近的是%1，距离 %2 km。</translation>
    </message>
    <message>
        <source>Not counted, the workspace does not have them: %1</source>
        <translation>工作区没有、未统计的：%1</translation>
    </message>
    <message>
        <source>Exposure analysis</source>
        <translation>暴露分析</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Demonstration data</source>
        <translation>演示数据</translation>
    </message>
    <message>
        <source>By class</source>
        <translation>分级</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>By district</source>
        <translation>分行政区</translation>
    </message>
    <message>
        <source>Buildings by structure and age</source>
        <translation>房屋结构与年代</translation>
    </message>
    <message>
        <source>Roads by class</source>
        <translation>道路等级</translation>
    </message>
    <message>
        <source>The nearest settlement: %1.</source>
        <translation>最近的村：%1。</translation>
    </message>
</context>
<context>
    <name>ExposureText</name>
    <message>
        <source>People</source>
        <translation>人口</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>房屋</translation>
    </message>
    <message>
        <source>Roads</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>Bridges</source>
        <translation>桥梁</translation>
    </message>
    <message>
        <source>Schools</source>
        <translation>学校</translation>
    </message>
    <message>
        <source>Hospitals and clinics</source>
        <translation>医疗卫生机构</translation>
    </message>
    <message>
        <source>Care homes</source>
        <translation>养老与福利机构</translation>
    </message>
    <message>
        <source>Tourist and cultural sites</source>
        <translation>旅游景区与文物点</translation>
    </message>
    <message>
        <source>Reservoirs</source>
        <translation>水库</translation>
    </message>
    <message>
        <source>Check dams</source>
        <translation>淤地坝</translation>
    </message>
    <message>
        <source>Tailings ponds</source>
        <translation>尾矿库</translation>
    </message>
    <message>
        <source>Hazardous-chemical sites</source>
        <translation>危险化学品企业</translation>
    </message>
    <message>
        <source>Mines</source>
        <translation>矿山</translation>
    </message>
    <message>
        <source>Geological-hazard points</source>
        <translation>地灾隐患点</translation>
    </message>
    <message>
        <source>Shelters</source>
        <translation>应急避难场所</translation>
    </message>
    <message>
        <source>Relief depots</source>
        <translation>救灾物资储备库</translation>
    </message>
    <message>
        <source>Rescue teams</source>
        <translation>应急队伍</translation>
    </message>
    <message>
        <source>Helicopter landing sites</source>
        <translation>直升机起降点</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>行政区</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>households</source>
        <translation>户</translation>
    </message>
    <message>
        <source>aged 0–14</source>
        <translation>0–14 岁</translation>
    </message>
    <message>
        <source>aged 15–64</source>
        <translation>15–64 岁</translation>
    </message>
    <message>
        <source>aged 65 and over</source>
        <translation>65 岁及以上</translation>
    </message>
    <message>
        <source>residents</source>
        <translation>居住人数</translation>
    </message>
    <message>
        <source>ground area, m²</source>
        <translation>占地面积 m²</translation>
    </message>
    <message>
        <source>floor area, m²</source>
        <translation>建筑面积 m²</translation>
    </message>
    <message>
        <source>designed for earthquakes</source>
        <translation>有抗震设计</translation>
    </message>
    <message>
        <source>length, m</source>
        <translation>长度 m</translation>
    </message>
    <message>
        <source>pupils</source>
        <translation>学生</translation>
    </message>
    <message>
        <source>boarders</source>
        <translation>寄宿生</translation>
    </message>
    <message>
        <source>staff</source>
        <translation>职工</translation>
    </message>
    <message>
        <source>beds</source>
        <translation>床位</translation>
    </message>
    <message>
        <source>intensive-care beds</source>
        <translation>重症床位</translation>
    </message>
    <message>
        <source>ambulances</source>
        <translation>救护车</translation>
    </message>
    <message>
        <source>cannot walk</source>
        <translation>不能自理</translation>
    </message>
    <message>
        <source>capacity</source>
        <translation>容量（人）</translation>
    </message>
    <message>
        <source>capacity, m³</source>
        <translation>库容 m³</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>workers underground</source>
        <translation>井下人数</translation>
    </message>
    <message>
        <source>people threatened</source>
        <translation>受威胁人数</translation>
    </message>
    <message>
        <source>households threatened</source>
        <translation>受威胁户数</translation>
    </message>
    <message>
        <source>members</source>
        <translation>队员</translation>
    </message>
    <message>
        <source>vehicles</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>year not known</source>
        <translation>年代不详</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>%1 年以前</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 年以后</translation>
    </message>
    <message>
        <source>counted where their point lies inside</source>
        <translation>以点位在范围内计</translation>
    </message>
    <message>
        <source>counted where they touch the area</source>
        <translation>以与范围相交计</translation>
    </message>
    <message>
        <source>counted where their centre lies inside</source>
        <translation>以中心点在范围内计</translation>
    </message>
    <message>
        <source>cut at the border; the length inside</source>
        <translation>在边界处截断，计范围内里程</translation>
    </message>
    <message>
        <source>by the share of the area inside</source>
        <translation>按范围内面积比例</translation>
    </message>
    <message>
        <source>The area</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>%1 chosen features</source>
        <translation>%1 个已选要素</translation>
    </message>
    <message>
        <source>%1 chosen: %2</source>
        <translation>已选%1 %2 个</translation>
    </message>
    <message>
        <source>%1, %2 m around</source>
        <translation>%1，外扩 %2 米</translation>
    </message>
    <message>
        <source>Within %1 km of %2</source>
        <translation>以 %2 为圆心 %1 公里内</translation>
    </message>
    <message>
        <source>The box from %1 to %2</source>
        <translation>矩形 %1 至 %2</translation>
    </message>
    <message>
        <source>A drawn area of %1 corners</source>
        <translation>图上所画 %1 个顶点的范围</translation>
    </message>
    <message>
        <source>A drawn corridor of %1 points, %2 m wide</source>
        <translation>图上所画 %1 个点、宽 %2 米的走廊</translation>
    </message>
    <message>
        <source>%1 and others, %2 districts in all</source>
        <translation>%1 等 %2 个行政区</translation>
    </message>
    <message>
        <source>%1, %2 km to the north</source>
        <translation>%1，在北方向 %2 km</translation>
    </message>
    <message>
        <source>%1, %2 km to the northeast</source>
        <translation>%1，在东北方向 %2 km</translation>
    </message>
    <message>
        <source>%1, %2 km to the east</source>
        <translation>%1，在东方向 %2 km</translation>
    </message>
    <message>
        <source>%1, %2 km to the southeast</source>
        <translation>%1，在东南方向 %2 km</translation>
    </message>
    <message>
        <source>%1, %2 km to the south</source>
        <translation>%1，在南方向 %2 km</translation>
    </message>
    <message>
        <source>%1, %2 km to the southwest</source>
        <translation>%1，在西南方向 %2 km</translation>
    </message>
    <message>
        <source>%1, %2 km to the west</source>
        <translation>%1，在西方向 %2 km</translation>
    </message>
    <message>
        <source>%1, %2 km to the northwest</source>
        <translation>%1，在西北方向 %2 km</translation>
    </message>
</context>
<context>
    <name>app::Chart</name>
    <message>
        <source>%1M</source>
        <comment>millions; in Chinese 万, see the next</comment>
        <translation>%1万</translation>
    </message>
</context>
<context>
    <name>app::ExposurePanel</name>
    <message>
        <source>Drag on the map; Esc drops it.</source>
        <translation>在图上拖动；Esc 取消。</translation>
    </message>
    <message>
        <source>Click corner by corner; double click or Enter ends, Backspace takes one back.</source>
        <translation>逐点单击；双击或回车结束，退格删上一点。</translation>
    </message>
    <message>
        <source>Reading the census for exposure analysis</source>
        <translation>为暴露分析读取普查数据</translation>
    </message>
    <message>
        <source>A district …</source>
        <translation>选一个行政区…</translation>
    </message>
    <message>
        <source>All counties, each by itself</source>
        <translation>全部县区，分别统计</translation>
    </message>
    <message>
        <source>%1: %2 rows chosen.</source>
        <translation>%1：已选中 %2 行。</translation>
    </message>
    <message>
        <source>The layer of these rows is not on the map.</source>
        <translation>这些行所在的图层不在图上。</translation>
    </message>
    <message>
        <source>exposure-%1.xlsx</source>
        <translation>暴露分析-%1.xlsx</translation>
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
        <translation>写出报告</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>No answer: %1 (the messages say more)</source>
        <translation>没有结果：%1（详见消息）</translation>
    </message>
    <message>
        <source>Open a workspace to see who and what lies in an area.</source>
        <translation>打开工作区后，可查看一个范围内的人和物。</translation>
    </message>
    <message>
        <source>Reading the census …</source>
        <translation>正在读取普查数据…</translation>
    </message>
    <message>
        <source>Draw a circle, box, polygon or corridor on the map, type the centre and radius of a circle, choose features, or pick a district: people, buildings, roads and sites inside are counted while you draw.</source>
        <translation>在图上画圆、矩形、多边形或走廊，或输入圆心和半径，或用已选要素，或选一个行政区：边画边统计范围内的人口、房屋、道路和重点单位。</translation>
    </message>
    <message>
        <source>Exposure analysis</source>
        <translation>暴露分析</translation>
    </message>
    <message>
        <source>Circle: drag from its centre; with a typed radius click the centre</source>
        <translation>圆：从圆心拖动；已填半径时单击圆心</translation>
    </message>
    <message>
        <source>Box: drag</source>
        <translation>矩形：拖动</translation>
    </message>
    <message>
        <source>Polygon: click its corners</source>
        <translation>多边形：逐点单击</translation>
    </message>
    <message>
        <source>Corridor: click along its middle</source>
        <translation>走廊：沿中线单击</translation>
    </message>
    <message>
        <source>The chosen features; points and lines with half the width around</source>
        <translation>已选要素；点和线按宽度的一半外扩</translation>
    </message>
    <message>
        <source>Write the report (Excel or PDF)</source>
        <translation>写出报告（Excel 或 PDF）</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Width of the corridor</source>
        <translation>走廊宽度</translation>
    </message>
    <message>
        <source>District</source>
        <translation>行政区</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>Strip</source>
        <translation>走廊</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Count what lies around the typed centre</source>
        <translation>统计所填圆心周边的人和物</translation>
    </message>
    <message>
        <source>Centre: type it or click</source>
        <translation>圆心：输入坐标或在图上单击</translation>
    </message>
    <message>
        <source>Centre of the circle</source>
        <translation>圆心</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>半径</translation>
    </message>
    <message>
        <source>as drawn</source>
        <translation>按所画</translation>
    </message>
    <message>
        <source>Radius of the circle</source>
        <translation>圆的半径</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Click the centre, or drag a circle; Esc drops it.</source>
        <translation>单击圆心，或拖出一个圆；Esc 取消。</translation>
    </message>
    <message>
        <source>Type the radius as well.</source>
        <translation>还要填半径。</translation>
    </message>
    <message>
        <source>Such as 113.11,36.19 or 36°11′N 113°07′E.</source>
        <translation>例如 113.11,36.19 或 36°11′N 113°07′E。</translation>
    </message>
</context>
<context>
    <name>app::ExposureView</name>
    <message>
        <source>People</source>
        <translation>人口</translation>
    </message>
    <message>
        <source>Aged 65 and over</source>
        <translation>65 岁及以上</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>房屋</translation>
    </message>
    <message>
        <source>Roads, km</source>
        <translation>道路 km</translation>
    </message>
    <message>
        <source>Schools / pupils</source>
        <translation>学校 / 学生</translation>
    </message>
    <message>
        <source>Hospitals / beds</source>
        <translation>医疗机构 / 床位</translation>
    </message>
    <message>
        <source>Care homes / residents</source>
        <translation>养老机构 / 人数</translation>
    </message>
    <message>
        <source>Geological-hazard points</source>
        <translation>地灾隐患点</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>0–14 years</source>
        <translation>0–14 岁</translation>
    </message>
    <message>
        <source>15–64 years</source>
        <translation>15–64 岁</translation>
    </message>
    <message>
        <source>65 years and over</source>
        <translation>65 岁及以上</translation>
    </message>
    <message>
        <source>buildings</source>
        <translation>栋</translation>
    </message>
    <message>
        <source>(to be verified)</source>
        <translation>（待核实）</translation>
    </message>
    <message>
        <source>Persons to call (%1)</source>
        <translation>应通知责任人（%1）</translation>
    </message>
    <message>
        <source>People by age</source>
        <translation>年龄结构</translation>
    </message>
    <message>
        <source>People by class</source>
        <translation>分级人口</translation>
    </message>
    <message>
        <source>Buildings by structure and age</source>
        <translation>房屋结构与年代</translation>
    </message>
    <message>
        <source>Roads by class, km</source>
        <translation>道路里程（km）</translation>
    </message>
    <message>
        <source>By district</source>
        <translation>分行政区</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>重点单位</translation>
    </message>
    <message>
        <source>Needs of relocated people</source>
        <translation>转移安置需求</translation>
    </message>
    <message>
        <source>Persons to call</source>
        <translation>应通知责任人</translation>
    </message>
    <message>
        <source>Relocated</source>
        <translation>转移比例</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Whole numbers in the report</source>
        <translation>报告中显示完整号码</translation>
    </message>
    <message>
        <source>By county</source>
        <translation>分县区</translation>
    </message>
    <message>
        <source>By town</source>
        <translation>分乡镇</translation>
    </message>
    <message>
        <source>By village</source>
        <translation>分村</translation>
    </message>
    <message>
        <source>Level of the districts</source>
        <translation>行政区级别</translation>
    </message>
    <message>
        <source>District</source>
        <translation>行政区</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>户数</translation>
    </message>
    <message>
        <source>Schools, hospitals, homes</source>
        <translation>学校、医院、养老机构</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Of these</source>
        <translation>其中</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Norm and source</source>
        <translation>定额与依据</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>因何</translation>
    </message>
    <message>
        <source>None inside.</source>
        <translation>范围内没有。</translation>
    </message>
    <message>
        <source>People by county</source>
        <translation>各县区人口</translation>
    </message>
    <message>
        <source>Set how many of the %1 people inside are relocated; nothing is assumed.</source>
        <translation>范围内共 %1 人，请填转移比例；不作假定。</translation>
    </message>
    <message>
        <source>%1 of the %2 people inside: those who are to move at once.</source>
        <translation>范围内 %2 人中 %1 人：即“立即转移”的人。</translation>
    </message>
    <message>
        <source>%1 of the %2 people inside.</source>
        <translation>范围内 %2 人中 %1 人。</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>Reports and boards are seen by many: they show 138****5678 unless this is on</source>
        <translation>报告和大屏多人可见：不勾选时显示为 138****5678</translation>
    </message>
    <message>
        <source>Name, duty, place or number</source>
        <translation>姓名、责任、地点或号码</translation>
    </message>
    <message>
        <source>Find a person to call</source>
        <translation>查找应通知责任人</translation>
    </message>
</context>
<context>
    <name>app::FootprintTool</name>
    <message>
        <source>Radius %1</source>
        <translation>半径 %1</translation>
    </message>
    <message>
        <source>Length %1, width %2</source>
        <translation>长 %1，宽 %2</translation>
    </message>
    <message>
        <source>Crosses itself</source>
        <translation>边界自相交</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Exposure</source>
        <translation>暴露</translation>
    </message>
</context>
<context>
    <name>CheckWorkbook</name>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
</context>
<context>
    <name>app::InspectorPanel</name>
    <message>
        <source>What is threatened here</source>
        <translation>此处受威胁对象</translation>
    </message>
    <message>
        <source>Within %1 km</source>
        <translation>%1公里内</translation>
    </message>
    <message>
        <source>%1 km around %2</source>
        <translation>%2 周边%1公里</translation>
    </message>
    <message>
        <source>People, houses, roads and whom to call: in this village, town or county, in the area of the open card, or around</source>
        <translation>人口、房屋、道路和应通知的责任人：本村、本乡镇、本县，或打开卡片的范围，或周边</translation>
    </message>
</context>
</TS>
