<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Backups</name>
    <message>
        <source>hourly</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>on closing</source>
        <translation>关闭时</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>导入前</translation>
    </message>
    <message>
        <source>before a merge</source>
        <translation>合并前</translation>
    </message>
    <message>
        <source>before bringing up to date</source>
        <translation>升级前</translation>
    </message>
    <message>
        <source>before a restore</source>
        <translation>还原前</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>%1: %2 rows back, %3 rows gone, %4 rows as they were then</source>
        <translation>%1：恢复 %2 行，去掉 %3 行，%4 行变回当时内容</translation>
    </message>
</context>
<context>
    <name>CheckDocument</name>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Counties</source>
        <translation>县区</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>County</source>
        <translation>县区</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Longitude, latitude</source>
        <translation>经度、纬度</translation>
    </message>
    <message>
        <source>and %1 more, all in the Excel report</source>
        <translation>另有 %1 条，全部见 Excel 报告</translation>
    </message>
    <message>
        <source>Check of the census database</source>
        <translation>普查数据质检</translation>
    </message>
    <message>
        <source>Change: since the check of %1.</source>
        <translation>变化：与 %1 的质检相比。</translation>
    </message>
</context>
<context>
    <name>CheckText</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message>
        <source>%1 errors, %2 warnings, %3 notes.</source>
        <translation>%1 个错误，%2 个警告，%3 个提示。</translation>
    </message>
    <message>
        <source>%1 rules could not be checked.</source>
        <translation>%1 条规则无法检查。</translation>
    </message>
    <message>
        <source>City and no county</source>
        <translation>市本级及未归县区</translation>
    </message>
</context>
<context>
    <name>CheckWorkbook</name>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Check of the census database, %1</source>
        <translation>普查数据质检（%1）</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理办法</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>Rows found</source>
        <translation>查出的行</translation>
    </message>
    <message>
        <source>County</source>
        <translation>县区</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>行政区划</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>write the result, or the error, as JSON to standard output</source>
        <translation>把结果或错误以 JSON 写到标准输出</translation>
    </message>
    <message>
        <source>language of messages and names: zh or en</source>
        <translation>消息和名称的语言：zh 或 en</translation>
    </message>
    <message>
        <source>write a picture of the window to this PNG file and leave</source>
        <translation>把窗口画面写入此 PNG 文件后退出</translation>
    </message>
    <message>
        <source>size of the window in pixels, e.g. 1366x768</source>
        <translation>窗口大小（像素），如 1366x768</translation>
    </message>
    <message>
        <source>dark or light</source>
        <translation>dark（深色）或 light（强光）</translation>
    </message>
    <message>
        <source>Fengsui: the natural-disaster command map of a prefecture. Without a command it opens the window.</source>
        <translation>烽燧：地市自然灾害应急指挥地图。不带命令时打开窗口。</translation>
    </message>
    <message>
        <source>print the version and leave</source>
        <translation>显示版本后退出</translation>
    </message>
    <message>
        <source>print this help and leave</source>
        <translation>显示本说明后退出</translation>
    </message>
    <message>
        <source>Examples:
  fengsui                                        open the window
  fengsui ~/city                                 open the workspace in ~/city
  fengsui demo ~/city --scale city               make the demo city
  fengsui info roads.shp --json                  what a file holds
  echo 113.11 36.19 | fengsui convert --from EPSG:4490 --to EPSG:4547
  fengsui render --workspace ~/city --view full -o map.png
Exit codes: 0 done, 1 failed (with the reason), 2 wrong usage. `fengsui COMMAND --help` says more.</source>
        <translation>示例：
  fengsui                                        打开窗口
  fengsui ~/city                                 打开 ~/city 中的工作区
  fengsui demo ~/city --scale city               生成演示城市
  fengsui info roads.shp --json                  查看文件内容
  echo 113.11 36.19 | fengsui convert --from EPSG:4490 --to EPSG:4547
  fengsui render --workspace ~/city --view full -o map.png
退出码：0 完成，1 失败（并说明原因），2 用法错误。更多说明见 `fengsui 命令 --help`。</translation>
    </message>
    <message>
        <source>folder of the workspace to open</source>
        <translation>要打开的工作区文件夹</translation>
    </message>
    <message>
        <source>open the window, or write a picture of it with --screenshot</source>
        <translation>打开窗口；加 --screenshot 则写出窗口画面</translation>
    </message>
    <message>
        <source>Example:
  fengsui window --workspace ~/city --screenshot window.png --size 1366x768 --theme light --lang en</source>
        <translation>示例：
  fengsui window --workspace ~/city --screenshot window.png --size 1366x768 --theme light --lang en</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>标准输入</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>convert points from standard input to another coordinate system</source>
        <translation>把标准输入中的点换算到另一坐标系</translation>
    </message>
    <message>
        <source>system of the input: EPSG:4490, cgcs2000, wgs84, gcj02, bd09 ...</source>
        <translation>输入的坐标系：EPSG:4490、cgcs2000、wgs84、gcj02、bd09 等</translation>
    </message>
    <message>
        <source>system of the output: EPSG:4547, gcj02 ...</source>
        <translation>输出的坐标系：EPSG:4547、gcj02 等</translation>
    </message>
    <message>
        <source>Input: one point a line, &quot;x y&quot; or &quot;x,y&quot;, or a JSON array [[x,y],...]. x is always longitude or easting, whatever
order the system&apos;s definition has. Degrees are decimal, metres plain. A bad line is reported with its number; the
others are still converted, and the exit code is 1.
Examples:
  echo 113.11 36.19 | fengsui convert --from EPSG:4490 --to EPSG:4547
  fengsui convert --from gcj02 --to wgs84 --json &lt; points.txt</source>
        <translation>输入：每行一个点，“x y”或“x,y”，或 JSON 数组 [[x,y],...]。不论坐标系定义的轴序如何，
x 总是经度或东坐标。角度用十进制度，长度用米。有错的行会报出行号，
其余照常换算，退出码为 1。
示例：
  echo 113.11 36.19 | fengsui convert --from EPSG:4490 --to EPSG:4547
  fengsui convert --from gcj02 --to wgs84 --json &lt; points.txt</translation>
    </message>
    <message>
        <source>Demo workspace made in %1: %2 features, %3 s.</source>
        <translation>演示工作区已生成在 %1：%2 个要素，用时 %3 秒。</translation>
    </message>
    <message>
        <source>make a demo workspace (Changzhi, synthetic data)</source>
        <translation>生成演示工作区（长治市，合成数据）</translation>
    </message>
    <message>
        <source>folder to make it in; must not hold a workspace</source>
        <translation>生成到此文件夹，其中不能已有工作区</translation>
    </message>
    <message>
        <source>small (a few seconds) or city (about 630,000 features)</source>
        <translation>small（几秒钟）或 city（约 63 万个要素）</translation>
    </message>
    <message>
        <source>the same seed makes the same bytes</source>
        <translation>相同的种子生成完全相同的文件</translation>
    </message>
    <message>
        <source>file with real county polygons to use instead of made ones</source>
        <translation>用此文件中的真实县界代替生成的县界</translation>
    </message>
    <message>
        <source>unknown extent</source>
        <translation>范围未知</translation>
    </message>
    <message>
        <source>no reference system</source>
        <translation>没有坐标系</translation>
    </message>
    <message>
        <source>Fengsui workspace: %1 (%2), schema %3%4</source>
        <translation>烽燧工作区：%1（%2），库结构版本 %3%4</translation>
    </message>
    <message>
        <source>, demo data</source>
        <translation>，演示数据</translation>
    </message>
    <message>
        <source>%1: %2, %3 features, %4, %5, %6</source>
        <translation>%1：%2，%3 个要素，%4，%5，%6</translation>
    </message>
    <message numerus="yes">
        <source>raster %1 × %2, %n band(s), %3, %4</source>
        <translation>
            <numerusform>栅格 %1 × %2，%n 个波段，%3，%4</numerusform>
        </translation>
    </message>
    <message>
        <source>tell what a file or a workspace holds (anything GDAL opens)</source>
        <translation>查看文件或工作区的内容（GDAL 能打开的均可）</translation>
    </message>
    <message>
        <source>file, or folder of a workspace</source>
        <translation>文件，或工作区文件夹</translation>
    </message>
    <message>
        <source>Layers, kind of geometry, reference system, text encoding, counts, extent and what looks wrong.
Examples:
  fengsui info roads.shp
  fengsui info ~/city --json</source>
        <translation>图层、几何类型、坐标系、文字编码、数量、范围和可疑之处。
示例：
  fengsui info roads.shp
  fengsui info ~/city --json</translation>
    </message>
    <message>
        <source>area %1 m², perimeter %2 m</source>
        <translation>面积 %1 m²，周长 %2 m</translation>
    </message>
    <message>
        <source>length %1 m</source>
        <translation>长度 %1 m</translation>
    </message>
    <message>
        <source>measure lengths and areas on the ellipsoid, from standard input</source>
        <translation>按椭球面量算标准输入中的长度和面积</translation>
    </message>
    <message>
        <source>system of the input coordinates</source>
        <translation>输入坐标的坐标系</translation>
    </message>
    <message>
        <source>Input: a GeoJSON document, lines of WKT, or lines &quot;lon lat, lon lat, ...&quot;. A line that ends where it began, with
four or more points, is measured as a polygon; holes are taken away. Lengths are metres, areas square metres.
Examples:
  echo &quot;113 36, 113.1 36.1&quot; | fengsui measure
  fengsui measure --json &lt; catchments.geojson
  echo &quot;LINESTRING (420000 4007000, 421000 4007000)&quot; | fengsui measure --crs EPSG:4547</source>
        <translation>输入：GeoJSON 文档、逐行的 WKT，或“经度 纬度, 经度 纬度, ...”。首尾相同且不少于四点的线
按多边形量算，扣除内环。长度单位为米，面积单位为平方米。
示例：
  echo &quot;113 36, 113.1 36.1&quot; | fengsui measure
  fengsui measure --json &lt; catchments.geojson
  echo &quot;LINESTRING (420000 4007000, 421000 4007000)&quot; | fengsui measure --crs EPSG:4547</translation>
    </message>
    <message>
        <source>draw the map into a picture, without a display</source>
        <translation>不用显示器，把地图画成图片</translation>
    </message>
    <message>
        <source>folder of the workspace</source>
        <translation>工作区文件夹</translation>
    </message>
    <message>
        <source>size of the picture in pixels, e.g. 1920x1080</source>
        <translation>图片大小（像素），如 1920x1080</translation>
    </message>
    <message>
        <source>ids of the layers to draw, separated by commas, or all; else those that a new workspace shows</source>
        <translation>要画的图层标识，用逗号分隔，或 all；不写则与新开工作区相同</translation>
    </message>
    <message>
        <source>There is no display here (DISPLAY and WAYLAND_DISPLAY are empty); `fengsui window --screenshot FILE` writes a picture of the window instead.</source>
        <translation>这里没有显示器（DISPLAY 和 WAYLAND_DISPLAY 均为空）；可用 `fengsui window --screenshot 文件` 输出窗口画面。</translation>
    </message>
    <message>
        <source>any vector or raster file instead of a workspace</source>
        <translation>不用工作区，改画任意矢量或栅格文件</translation>
    </message>
    <message>
        <source>An earlier run in this folder had been stopped half-way; what it left was removed.</source>
        <translation>上次在此文件夹中的生成被中途终止，残留文件已清除。</translation>
    </message>
    <message>
        <source>Works offline. A failed or interrupted run leaves nothing behind.
Example:
  fengsui demo ~/city --scale city --seed 7 --json</source>
        <translation>不需要网络。失败或中断后不留下任何文件。
示例：
  fengsui demo ~/city --scale city --seed 7 --json</translation>
    </message>
    <message>
        <source>%1 is neither a command nor a folder here.</source>
        <translation>%1 既不是命令，也不是这里的文件夹。</translation>
    </message>
    <message>
        <source>Did you mean `fengsui %1`?</source>
        <translation>是否想用 `fengsui %1`？</translation>
    </message>
    <message>
        <source>`fengsui --help` lists the commands.</source>
        <translation>`fengsui --help` 列出全部命令。</translation>
    </message>
    <message>
        <source>tell on stderr how long the start took, in ms</source>
        <translation>在标准错误输出启动用时（毫秒）</translation>
    </message>
    <message>
        <source>exactly one of %1 has to be given</source>
        <translation>%1 中必须且只能给出一个</translation>
    </message>
    <message>
        <source>one of its commands has to be named</source>
        <translation>要写明用它的哪个命令</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>缺少 %1</translation>
    </message>
    <message>
        <source>nothing is known of %1 here</source>
        <translation>这里不认识 %1</translation>
    </message>
    <message>
        <source>%1 cannot be %2, a whole number is wanted</source>
        <translation>%1 不能是 %2，应为整数</translation>
    </message>
    <message>
        <source>%1 cannot be %2, only one of: %3</source>
        <translation>%1 不能是 %2，只能是以下之一：%3</translation>
    </message>
    <message>
        <source>a value is missing behind %1</source>
        <translation>%1 后面缺少值</translation>
    </message>
    <message>
        <source>%1 is given more than once</source>
        <translation>%1 给出了不止一次</translation>
    </message>
    <message>
        <source>%1 cannot be %2, a size like %3 is wanted</source>
        <translation>%1 不能是 %2，应写成 %3 这样的大小</translation>
    </message>
    <message>
        <source>numbers from %1, %2 to %3, %4</source>
        <translation>坐标数值 %1, %2 – %3, %4</translation>
    </message>
    <message>
        <source>points from the columns %1 and %2</source>
        <translation>点（取自“%1”和“%2”两列）</translation>
    </message>
    <message>
        <source>points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>线</translation>
    </message>
    <message>
        <source>areas</source>
        <translation>面</translation>
    </message>
    <message>
        <source>no geometry</source>
        <translation>无图形</translation>
    </message>
    <message>
        <source>geometry of any kind</source>
        <translation>图形类型不限</translation>
    </message>
    <message>
        <source>measure how fast the map is drawn on this computer</source>
        <translation>测量本机绘制地图的速度</translation>
    </message>
    <message>
        <source>whole pictures, every tile drawn anew from the data in memory</source>
        <translation>整幅图，所有瓦片均由内存中的数据重新绘制</translation>
    </message>
    <message>
        <source>how often each view is drawn after the first time</source>
        <translation>首次之后每个视图再绘制的次数</translation>
    </message>
    <message>
        <source>threads that draw; 0: one for each core</source>
        <translation>绘制线程数；0 表示每个核心一个</translation>
    </message>
    <message>
        <source>folder of GeoPackages, drawn in the style of --styles instead</source>
        <translation>改用存放 GeoPackage 的文件夹，按 --styles 的样式绘制</translation>
    </message>
    <message>
        <source>folder with catalogue.json and a style for each layer of --data; else the style the comparison with other programs uses</source>
        <translation>含 catalogue.json 及 --data 各图层样式的文件夹；缺省用与其他软件对比时的样式</translation>
    </message>
    <message>
        <source>JSON file of named boxes in metres of the map; else usual views</source>
        <translation>视图文件（JSON）：名称与地图坐标范围（米）；缺省为常用视图</translation>
    </message>
    <message>
        <source>names from --views; of a workspace also full, a box west,south,east,north in degrees, or places&apos; names or codes; may be given several times</source>
        <translation>--views 中的名称；工作区还可用 full、以度为单位的范围 西,南,东,北、地名或代码；可多次给出</translation>
    </message>
    <message>
        <source>tell what each style layer costs, too; takes longer</source>
        <translation>另列每个样式图层的耗时；用时较长</translation>
    </message>
    <message>
        <source>folder to write each view&apos;s picture to (PNG)</source>
        <translation>保存每个视图图片（PNG）的文件夹</translation>
    </message>
    <message>
        <source>Times depend on the computer and on what else it does: compare runs made in turns, not single figures.
Examples:
  fengsui bench map --workspace ~/city --view full --view 140431
  fengsui bench map --data peers/data --views peers/views.json --json</source>
        <translation>用时取决于计算机及其同时进行的工作：应比较交替进行的多次运行，而非单个数字。
示例：
  fengsui bench map --workspace ~/city --view full --view 140431
  fengsui bench map --data peers/data --views peers/views.json --json</translation>
    </message>
    <message>
        <source>how long the window is busy while the map is dragged and zoomed, 60 frames a second, without a display</source>
        <translation>测量以每秒 60 帧拖动、缩放地图时窗口的占用时间，无需显示器</translation>
    </message>
    <message>
        <source>frames of each movement (60 are a second)</source>
        <translation>每段动作的帧数（60 帧为一秒）</translation>
    </message>
    <message>
        <source>cores that something else keeps busy meanwhile</source>
        <translation>期间由其他计算占用的处理器核数</translation>
    </message>
    <message>
        <source>Each view is dragged, dragged fast, and zoomed by the wheel with the window&apos;s own map. &quot;bare px&quot; counts pixels without any tile; &quot;stand-in&quot; frames with older or scaled tiles; CPU times leave out what others did meanwhile.
Example:
  fengsui bench pan --workspace ~/city --busy-cores 1</source>
        <translation>在每个视图用窗口自身的地图依次拖动、快速拖动、滚轮缩放。“空白像素”为没有任何瓦片的像素；“替代帧”为显示旧瓦片或缩放瓦片的帧；CPU 时间不含其他程序占用处理器的时间。
示例：
  fengsui bench pan --workspace ~/city --busy-cores 1</translation>
    </message>
    <message>
        <source>%1 features, %2 threads; read and built in %3 ms, first picture after %4 ms, at most %5 MiB of memory</source>
        <translation>%1 个要素，%2 个线程；读取并构建用时 %3 毫秒，%4 毫秒后得到第一幅图，内存峰值 %5 MiB</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>未包括：%1</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>read ms</source>
        <translation>读取 ms</translation>
    </message>
    <message>
        <source>project ms</source>
        <translation>投影 ms</translation>
    </message>
    <message>
        <source>build ms</source>
        <translation>构建 ms</translation>
    </message>
    <message>
        <source>view</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>first ms</source>
        <translation>首次 ms</translation>
    </message>
    <message>
        <source>warm ms</source>
        <translation>重绘 ms</translation>
    </message>
    <message>
        <source>p95 ms</source>
        <translation>p95 ms</translation>
    </message>
    <message>
        <source>features</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>vertices</source>
        <translation>顶点</translation>
    </message>
    <message>
        <source>tiles</source>
        <translation>瓦片</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>注记</translation>
    </message>
    <message>
        <source>%1, thread time in ms:</source>
        <translation>%1，线程耗时（毫秒）：</translation>
    </message>
    <message>
        <source>From the loaded data: first pixels after %1 ms, complete after %2 ms</source>
        <translation>数据就绪后：%1 毫秒出现首批像素，%2 毫秒完成全图</translation>
    </message>
    <message>
        <source>busy ms a frame</source>
        <translation>每帧占用 ms</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>帧数</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>block</source>
        <translation>单次最长</translation>
    </message>
    <message>
        <source>CPU p99</source>
        <translation>CPU p99</translation>
    </message>
    <message>
        <source>late</source>
        <translation>迟到帧</translation>
    </message>
    <message>
        <source>stand-in</source>
        <translation>替代帧</translation>
    </message>
    <message>
        <source>bare px</source>
        <translation>空白像素</translation>
    </message>
    <message>
        <source>make the layers of a workspace from its rows, not from what its cache has</source>
        <translation>由数据库记录生成工作区图层，不使用缓存</translation>
    </message>
    <message>
        <source>a sheet of paper with frame, scale and notes: A0 to A4</source>
        <translation>图纸幅面 A0 至 A4，带图廓、比例尺和附注</translation>
    </message>
    <message>
        <source>the sheet lies across</source>
        <translation>图纸横放</translation>
    </message>
    <message>
        <source>pixels an inch, 48 to 600; symbols and words keep their millimetres (300 on a sheet, else 96)</source>
        <translation>每英寸像素数，48 至 600；符号和文字保持毫米大小（图纸为 300，否则 96）</translation>
    </message>
    <message>
        <source>symbols, lines and words so many times larger, 0.5 to 4 (2 for a dense screen or a wall)</source>
        <translation>符号、线条和文字放大的倍数，0.5 至 4（高分屏或大屏用 2）</translation>
    </message>
    <message>
        <source>the n of the scale 1:n, about the middle of the view</source>
        <translation>比例尺 1:n 中的 n，以视图中心为准</translation>
    </message>
    <message>
        <source>scale bar, north arrow, legend, times and source</source>
        <translation>比例尺、指北针、图例、时间和资料来源</translation>
    </message>
    <message>
        <source>meridians and parallels with their degrees</source>
        <translation>经纬网及度数注记</translation>
    </message>
    <message>
        <source>the kilometre grid of the map&apos;s system</source>
        <translation>地图坐标系的公里网</translation>
    </message>
    <message>
        <source>the legend of the layers that are drawn</source>
        <translation>所画图层的图例</translation>
    </message>
    <message>
        <source>where the data come from, for the notes (the city, or the name of the file)</source>
        <translation>附注中的资料来源（默认为城市名或文件名）</translation>
    </message>
    <message>
        <source>the title of the map</source>
        <translation>图名</translation>
    </message>
    <message>
        <source>colours of a raster of measured values: viridis, cividis, magma, blues, greys or elevation</source>
        <translation>数值栅格的色带：viridis、cividis、magma、blues、greys 或 elevation</translation>
    </message>
    <message>
        <source>values from end to end of the ramp: usual (2% to 98%) or full (smallest to largest)</source>
        <translation>色带两端的取值：usual（2%–98%）或 full（最小到最大）</translation>
    </message>
    <message>
        <source>steps of the ramp, 2 to 32; 0 for a continuous one</source>
        <translation>色带分级数，2 至 32；0 为连续</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 项</translation>
    </message>
    <message>
        <source>file to write; its ending decides the format (png, pdf, jpg, bmp)</source>
        <translation>要写的文件，格式由扩展名决定（png、pdf、jpg、bmp）</translation>
    </message>
    <message>
        <source>dark or light; a sheet is light unless said otherwise</source>
        <translation>dark（深色）或 light（浅色）；图纸默认浅色</translation>
    </message>
    <message>
        <source>style file, or folder of them, in place of the built-in looks of their layers; see `fengsui style check`</source>
        <translation>样式文件，或存放样式文件的文件夹，用来代替相应图层的内置样式；参见 `fengsui style check`</translation>
    </message>
    <message>
        <source>Draws with the code of the window.
Examples:
  fengsui render --workspace ~/city --view full --size 1920x1080 -o map.png
  fengsui render --workspace ~/city --view 140431 --theme light --lang en -o county.png
  fengsui render --workspace ~/city --view 140431 --page A3 --landscape --graticule --legend -o county.pdf
  fengsui render --data roads.shp --view 113.0,36.0,113.3,36.3 -o roads.png</source>
        <translation>用窗口的同一套代码绘制。
示例：
  fengsui render --workspace ~/city --view full --size 1920x1080 -o map.png
  fengsui render --workspace ~/city --view 140431 --theme light --lang en -o county.png
  fengsui render --workspace ~/city --view 140431 --page A3 --landscape --graticule --legend -o county.pdf
  fengsui render --data roads.shp --view 113.0,36.0,113.3,36.3 -o roads.png</translation>
    </message>
    <message>
        <source>%1 style files checked, %2 problems.</source>
        <translation>检查了 %1 个样式文件，发现 %2 处问题。</translation>
    </message>
    <message>
        <source>tell everything that is wrong in style files, line by line</source>
        <translation>逐行指出样式文件里的所有错误</translation>
    </message>
    <message>
        <source>style files, or folders of them (.json)</source>
        <translation>样式文件，或存放样式文件（.json）的文件夹</translation>
    </message>
    <message>
        <source>look up tables and columns in this workspace, not in a new one</source>
        <translation>按此工作区（而不是新建工作区）核对表和字段</translation>
    </message>
    <message>
        <source>Looks at JSON, keys, values, colours, expressions, icons, zooms, columns and code tables. One problem a line:
file:line:column: place in the file: what is wrong. Exit code 0: none, 1: some, 2: wrong usage.
Examples:
  fengsui style check depot.json
  fengsui style check my-styles --workspace ~/city --json</source>
        <translation>检查 JSON、键、取值、颜色、表达式、图标、缩放级别、字段和代码表。每处问题一行：
文件:行:列: 文件中的位置: 问题。退出码 0：没有问题，1：有问题，2：用法有误。
示例：
  fengsui style check depot.json
  fengsui style check my-styles --workspace ~/city --json</translation>
    </message>
    <message>
        <source>%1 styles written into %2.</source>
        <translation>已把 %1 个样式写入 %2。</translation>
    </message>
    <message>
        <source>write the looks into a workspace for other programs</source>
        <translation>把样式写入工作区，供其他软件使用</translation>
    </message>
    <message>
        <source>Fills the table layer_styles with SLD and with QGIS&apos;s own form, so that QGIS and others show the tables of
workspace.gpkg as the light map does. Styles that others keep there stay.
Example:
  fengsui style export --workspace ~/city</source>
        <translation>在表 layer_styles 中写入 SLD 和 QGIS 自己的样式，使 QGIS 等软件像浅色地图那样显示 workspace.gpkg 的各表。
他人存放在其中的样式保持不变。
示例：
  fengsui style export --workspace ~/city</translation>
    </message>
    <message>
        <source>check the styles that the map is drawn with, or hand them to other programs</source>
        <translation>检查绘制地图所用的样式，或把样式交给其他软件</translation>
    </message>
    <message>
        <source>Example:
  fengsui style check my-styles</source>
        <translation>示例：
  fengsui style check my-styles</translation>
    </message>
    <message>
        <source>Nothing was different.</source>
        <translation>没有任何不同。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Row changed</source>
        <translation>修改一行</translation>
    </message>
    <message>
        <source>Taken back: %1 (%2)</source>
        <translation>已撤销：%1（%2）</translation>
    </message>
    <message>
        <source>Done again: %1 (%2)</source>
        <translation>已重做：%1（%2）</translation>
    </message>
    <message>
        <source>who does it; the system&apos;s user unless given</source>
        <translation>操作人；不填为系统用户</translation>
    </message>
    <message>
        <source>table of the workspace</source>
        <translation>工作区中的表</translation>
    </message>
    <message>
        <source>the row&apos;s uuid or fid</source>
        <translation>该行的 uuid 或 fid</translation>
    </message>
    <message>
        <source>change rows of the census, undo, redo, list what was done</source>
        <translation>修改普查数据，撤销、重做、列出操作</translation>
    </message>
    <message>
        <source>set cells of one row</source>
        <translation>设置一行的字段值</translation>
    </message>
    <message>
        <source>column=value, one or more</source>
        <translation>字段=值，一个或多个</translation>
    </message>
    <message>
        <source>remove one row; undo brings it back</source>
        <translation>删除一行；可撤销恢复</translation>
    </message>
    <message>
        <source>the reason, for the history</source>
        <translation>原因，记入历史</translation>
    </message>
    <message>
        <source>take back the last step of this seat</source>
        <translation>撤销本席位的上一步</translation>
    </message>
    <message>
        <source>do again what was undone last</source>
        <translation>重做刚撤销的一步</translation>
    </message>
    <message>
        <source>list the last steps of everybody</source>
        <translation>列出所有人最近的操作</translation>
    </message>
    <message>
        <source>how many</source>
        <translation>条数</translation>
    </message>
    <message>
        <source>Every change is logged with who, when, old, new and why, and saved when the command ends with 0.
Examples:
  fengsui edit set depot 3 keeper=王建国 phone=0355-3010001 --why 换人 --workspace ~/city
  fengsui edit undo --workspace ~/city</source>
        <translation>每处修改都记录何人、何时、原值、新值和原因；命令以 0 结束即已保存。
示例：
  fengsui edit set depot 3 keeper=王建国 phone=0355-3010001 --why 换人 --workspace ~/city
  fengsui edit undo --workspace ~/city</translation>
    </message>
    <message>
        <source>Row removed</source>
        <translation>删除一行</translation>
    </message>
    <message>
        <source>(geometry)</source>
        <translation>（几何图形）</translation>
    </message>
    <message>
        <source>Prepared for %1: %2 (%3 rows, %4 MB).</source>
        <translation>已为 %1 准备好：%2（%3 行，%4 MB）。</translation>
    </message>
    <message>
        <source>%1 steps with %2 changes written to %3.</source>
        <translation>%1 步操作、%2 处修改已写入 %3。</translation>
    </message>
    <message>
        <source>%1: nothing new, this package was merged before.</source>
        <translation>%1：没有新内容，此变更包已合并过。</translation>
    </message>
    <message>
        <source>%1: %2 new steps; rows added %3, changed %4, removed %5.</source>
        <translation>%1：新操作 %2 步；新增 %3 行，修改 %4 行，删除 %5 行。</translation>
    </message>
    <message>
        <source>%1 rows wait for a package that has not arrived yet.</source>
        <translation>%1 行等待尚未送达的变更包。</translation>
    </message>
    <message>
        <source>%1 conflicts are open: see `fengsui field conflicts`.</source>
        <translation>%1 处冲突待处理：见 `fengsui field conflicts`。</translation>
    </message>
    <message>
        <source>brought back %1</source>
        <translation>已于 %1 带回</translation>
    </message>
    <message>
        <source>out</source>
        <translation>外出中</translation>
    </message>
    <message>
        <source>folder for the laptop&apos;s workspace, on a stick for instance</source>
        <translation>笔记本工作区的文件夹，例如在 U 盘上</translation>
    </message>
    <message>
        <source>name of the laptop, a new one each time</source>
        <translation>笔记本名称，每次取新名</translation>
    </message>
    <message>
        <source>codes of counties, townships or villages (12 digits); all if none</source>
        <translation>县、乡镇或村代码（12 位）；不填为全部</translation>
    </message>
    <message>
        <source>census tables to take along; all if none</source>
        <translation>要带走的普查表；不填为全部</translation>
    </message>
    <message>
        <source>leave the terrain and the base maps at home</source>
        <translation>不带地形和底图</translation>
    </message>
    <message>
        <source>field laptops: prepare, bring back, decide conflicts</source>
        <translation>外业笔记本：准备、带回、处理冲突</translation>
    </message>
    <message>
        <source>The laptop works for weeks without a network. Packages are signed and encrypted; they may come in any order and
more than once. Two people who change two columns of a row never conflict; the same cell twice is a conflict that
stays until somebody has decided.
Example:
  fengsui field prepare /media/stick/qinyuan --seat 沁源-01 --area 140431000000 --workspace ~/city
  fengsui field package changes.fspk --workspace /media/stick/qinyuan
  fengsui field merge changes.fspk --workspace ~/city
  fengsui field conflicts --workspace ~/city</source>
        <translation>笔记本可脱网工作数周。变更包经过签名和加密，可按任意顺序、多次送达。
两人修改同一行的不同字段不会冲突；同一字段被两人修改则成为冲突，
在有人处理之前一直保留。
示例：
  fengsui field prepare /media/stick/qinyuan --seat 沁源-01 --area 140431000000 --workspace ~/city
  fengsui field package changes.fspk --workspace /media/stick/qinyuan
  fengsui field merge changes.fspk --workspace ~/city
  fengsui field conflicts --workspace ~/city</translation>
    </message>
    <message>
        <source>make a smaller workspace for a field laptop</source>
        <translation>为外业笔记本制作较小的工作区</translation>
    </message>
    <message>
        <source>write what was changed here as a change package</source>
        <translation>把这里的修改写成变更包</translation>
    </message>
    <message>
        <source>change package to write (.fspk)</source>
        <translation>要写出的变更包（.fspk）</translation>
    </message>
    <message>
        <source>all steps in the log, not only those made here since</source>
        <translation>日志中的全部操作，而不只是此后在这里所做的</translation>
    </message>
    <message>
        <source>merge change packages into this workspace</source>
        <translation>把变更包合并到本工作区</translation>
    </message>
    <message>
        <source>change packages (.fspk)</source>
        <translation>变更包（.fspk）</translation>
    </message>
    <message>
        <source>list the laptops that were prepared and which are out</source>
        <translation>列出已准备的笔记本及外出情况</translation>
    </message>
    <message>
        <source>changed twice</source>
        <translation>两处修改</translation>
    </message>
    <message>
        <source>removed by one, changed by another</source>
        <translation>一方删除，另一方修改</translation>
    </message>
    <message>
        <source>another row has this value</source>
        <translation>另一行已有此值</translation>
    </message>
    <message>
        <source>refers to something that is not here</source>
        <translation>所引用的对象不在这里</translation>
    </message>
    <message>
        <source>breaks a rule of the table</source>
        <translation>违反表的约束</translation>
    </message>
    <message>
        <source>(decided)</source>
        <translation>（已处理）</translation>
    </message>
    <message>
        <source>before</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>No open conflicts.</source>
        <translation>没有待处理的冲突。</translation>
    </message>
    <message>
        <source>Decided. Conflicts still open: %1</source>
        <translation>已处理。仍待处理的冲突：%1</translation>
    </message>
    <message>
        <source>number of the conflict in `field conflicts`</source>
        <translation>`field conflicts` 中的冲突编号</translation>
    </message>
    <message>
        <source>take the value of this side (1, 2 …)</source>
        <translation>采用这一方的值（1、2……）</translation>
    </message>
    <message>
        <source>take this value instead</source>
        <translation>改用这个值</translation>
    </message>
    <message>
        <source>the row stays</source>
        <translation>保留该行</translation>
    </message>
    <message>
        <source>the row goes</source>
        <translation>删除该行</translation>
    </message>
    <message>
        <source>what only a person can decide, with each side&apos;s value</source>
        <translation>需要人来决定的内容，附各方的值</translation>
    </message>
    <message>
        <source>also those decided already</source>
        <translation>包括已处理的</translation>
    </message>
    <message>
        <source>decide one conflict</source>
        <translation>处理一处冲突</translation>
    </message>
    <message>
        <source>The row was not there.</source>
        <translation>当时没有这一行。</translation>
    </message>
    <message>
        <source>row added</source>
        <translation>新增一行</translation>
    </message>
    <message>
        <source>row removed</source>
        <translation>删除一行</translation>
    </message>
    <message>
        <source>This row was never changed here.</source>
        <translation>此行在本工作区从未修改过。</translation>
    </message>
    <message>
        <source>who changed a row of the census, when, what and why</source>
        <translation>某行数据由谁、何时、改了什么、为何修改</translation>
    </message>
    <message>
        <source>show the row as it was then: 2026-05-01T08:00, or with Z for UTC</source>
        <translation>显示该行当时的样子：2026-05-01T08:00，世界时加 Z</translation>
    </message>
    <message>
        <source>Example:
  fengsui history depot 3 --workspace ~/city
  fengsui history depot 3 --at 2026-07-26T02:35 --workspace ~/city --json</source>
        <translation>示例：
  fengsui history depot 3 --workspace ~/city
  fengsui history depot 3 --at 2026-07-26T02:35 --workspace ~/city --json</translation>
    </message>
    <message>
        <source>%1: %2 objects</source>
        <translation>%1：%2 个对象</translation>
    </message>
    <message>
        <source>Nothing is plotted.</source>
        <translation>没有标绘内容。</translation>
    </message>
    <message>
        <source>Plotting imported</source>
        <translation>导入标绘</translation>
    </message>
    <message>
        <source>situation plotting: list, export, import</source>
        <translation>标绘：列出、导出、导入</translation>
    </message>
    <message>
        <source>sheets and what is on them</source>
        <translation>标绘图层及其内容</translation>
    </message>
    <message>
        <source>write everything that is plotted as GeoJSON or KML</source>
        <translation>把全部标绘内容写成 GeoJSON 或 KML</translation>
    </message>
    <message>
        <source>geojson or kml</source>
        <translation>geojson 或 kml</translation>
    </message>
    <message>
        <source>file to write; standard output if none</source>
        <translation>要写出的文件；不填为标准输出</translation>
    </message>
    <message>
        <source>add the objects of a GeoJSON file as a new sheet</source>
        <translation>把 GeoJSON 文件中的对象加为新图层</translation>
    </message>
    <message>
        <source>GeoJSON file</source>
        <translation>GeoJSON 文件</translation>
    </message>
    <message>
        <source>name of the sheet; the file&apos;s if none</source>
        <translation>图层名称；不填为文件名</translation>
    </message>
    <message>
        <source>Example:
  fengsui plot export --workspace ~/city --format kml -o situation.kml</source>
        <translation>示例：
  fengsui plot export --workspace ~/city --format kml -o situation.kml</translation>
    </message>
    <message>
        <source>full, a box west,south,east,north in degrees, or a bookmark&apos;s name, or a place&apos;s name or code</source>
        <translation>full（全图）、经纬度范围“西,南,东,北”、书签名，或地名、代码</translation>
    </message>
    <message>
        <source>asked, ms</source>
        <translation>查询（毫秒）</translation>
    </message>
    <message>
        <source>identify</source>
        <translation>点查</translation>
    </message>
    <message>
        <source>box</source>
        <translation>框选</translation>
    </message>
    <message>
        <source>whole view</source>
        <translation>全图框选</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>选中</translation>
    </message>
    <message>
        <source>%1  %2  %3 MB  %4</source>
        <translation>%1  %2  %3 MB  %4</translation>
    </message>
    <message>
        <source>There is no copy yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>%1: whole</source>
        <translation>%1：完好</translation>
    </message>
    <message>
        <source>%1: NOT whole. %2</source>
        <translation>%1：已损坏。%2</translation>
    </message>
    <message>
        <source>The copy and the workspace are the same.</source>
        <translation>备份与工作区内容相同。</translation>
    </message>
    <message>
        <source>Restored from %1; what was there before is kept in %2.</source>
        <translation>已从 %1 还原；还原前的内容保存在 %2。</translation>
    </message>
    <message>
        <source>copy the workspace&apos;s database into backups/, or list the copies</source>
        <translation>把工作区数据库备份到 backups/，或列出备份</translation>
    </message>
    <message>
        <source>tell which copies there are, newest first</source>
        <translation>列出已有备份，最新的在前</translation>
    </message>
    <message>
        <source>Copies by hand are kept until somebody removes them; of the others 24 hourly, 14 daily and 6 monthly ones.
Example:
  fengsui backup --workspace ~/city</source>
        <translation>手动备份一直保留，直到有人删除；其余保留 24 个每小时、14 个每日、6 个每月备份。
示例：
  fengsui backup --workspace ~/city</translation>
    </message>
    <message>
        <source>prove that a workspace and its copies are whole</source>
        <translation>检验工作区及其备份是否完好</translation>
    </message>
    <message>
        <source>one copy instead of all</source>
        <translation>只检验一个备份</translation>
    </message>
    <message>
        <source>Exit code 1 when one of them is not whole.
Example:
  fengsui verify --workspace ~/city --json</source>
        <translation>有一个不完好时退出码为 1。
示例：
  fengsui verify --workspace ~/city --json</translation>
    </message>
    <message>
        <source>put a copy in the place of the workspace&apos;s database</source>
        <translation>用备份替换工作区数据库</translation>
    </message>
    <message>
        <source>the copy: its name in backups/, or a path</source>
        <translation>备份：backups/ 中的文件名，或路径</translation>
    </message>
    <message>
        <source>only tell what would change, table by table</source>
        <translation>只逐表说明会有哪些变化</translation>
    </message>
    <message>
        <source>What is there now is copied first, so that a restore can be taken back.
Example:
  fengsui restore workspace-20261124T024500Z-hourly.gpkg --workspace ~/city --preview</source>
        <translation>还原前先备份当前内容，因此还原也可撤回。
示例：
  fengsui restore workspace-20261124T024500Z-hourly.gpkg --workspace ~/city --preview</translation>
    </message>
    <message>
        <source>%1 rows would be mended.</source>
        <translation>将修正 %1 行。</translation>
    </message>
    <message>
        <source>%1 rows mended.</source>
        <translation>已修正 %1 行。</translation>
    </message>
    <message>
        <source>find what is wrong in the census database, and mend it</source>
        <translation>查出普查数据中的问题并修正</translation>
    </message>
    <message>
        <source>only this rule; may be given several times</source>
        <translation>只检查此规则，可多次给出</translation>
    </message>
    <message>
        <source>only this county, by its code of twelve digits</source>
        <translation>只检查此县区（十二位代码）</translation>
    </message>
    <message>
        <source>list the rules and leave</source>
        <translation>列出规则后退出</translation>
    </message>
    <message>
        <source>write the result to this Excel file, too</source>
        <translation>同时把结果写入此 Excel 文件</translation>
    </message>
    <message>
        <source>how many rows of each rule are named; all are counted</source>
        <translation>每条规则列出的行数；计数不受此限</translation>
    </message>
    <message>
        <source>mend what the one --rule finds, as one step of undo</source>
        <translation>修正 --rule 指定的一条规则查出的行，可一步撤销</translation>
    </message>
    <message>
        <source>with --fix: only show what would change</source>
        <translation>与 --fix 合用：只显示将会怎样修改</translation>
    </message>
    <message>
        <source>do not keep the counts for the trend</source>
        <translation>不保留本次计数用于趋势</translation>
    </message>
    <message>
        <source>Exit codes: 0 no errors found, 1 failed, 2 wrong usage, 3 errors found.
Examples:
  fengsui check --workspace ~/city --xlsx check.xlsx
  fengsui check --rule name-untidy --fix --dry-run --workspace ~/city</source>
        <translation>退出码：0 没有错误，1 失败，2 用法错误，3 查出错误。
示例：
  fengsui check --workspace ~/city --xlsx check.xlsx
  fengsui check --rule name-untidy --fix --dry-run --workspace ~/city</translation>
    </message>
    <message>
        <source>Import of %1 into %2</source>
        <translation>将 %1 导入 %2</translation>
    </message>
    <message>
        <source>Nothing was imported. Answer with --into, --crs, --shift or --set, or --accept the question as it is.</source>
        <translation>什么也没有导入。请用 --into、--crs、--shift 或 --set 回答，或用 --accept 保持原样。</translation>
    </message>
    <message>
        <source>bring the rows of a file into a table of the workspace</source>
        <translation>把文件中的行导入工作区的表</translation>
    </message>
    <message>
        <source>any vector file or table</source>
        <translation>任意矢量文件或表格</translation>
    </message>
    <message>
        <source>table of the workspace; guessed unless given</source>
        <translation>工作区中的表；不给出时自动判断</translation>
    </message>
    <message>
        <source>mapping as JSON, as --write-map writes it</source>
        <translation>JSON 格式的字段对应，即 --write-map 写出的文件</translation>
    </message>
    <message>
        <source>system of the coordinates: EPSG:4547, gcj02, bd09 ...</source>
        <translation>坐标系：EPSG:4547、gcj02、bd09 等</translation>
    </message>
    <message>
        <source>encoding of the texts: GBK, UTF-8 ...</source>
        <translation>文字编码：GBK、UTF-8 等</translation>
    </message>
    <message>
        <source>layer or sheet of the file</source>
        <translation>文件中的图层或工作表</translation>
    </message>
    <message>
        <source>column=value for all rows, or column=@field of the file; more than once</source>
        <translation>列=值（所有行相同），或 列=@文件字段；可多次给出</translation>
    </message>
    <message>
        <source>metres by which all places are moved: east,north</source>
        <translation>所有位置平移的米数：东,北</translation>
    </message>
    <message>
        <source>leave a question as it is, by its word in brackets; more than once</source>
        <translation>对某个问题保持原样，写方括号中的词；可多次给出</translation>
    </message>
    <message>
        <source>write the mapping to this file</source>
        <translation>把字段对应写入此文件</translation>
    </message>
    <message>
        <source>write the rejected rows with their reasons to this CSV file</source>
        <translation>把未采用的行及原因写入此 CSV 文件</translation>
    </message>
    <message>
        <source>only tell what would be done</source>
        <translation>只说明将会做什么，不写入</translation>
    </message>
    <message>
        <source>guess again instead of using the mapping of the last file of this kind</source>
        <translation>重新判断，不沿用上次同类文件的字段对应</translation>
    </message>
    <message>
        <source>Everything is guessed from the file and told with its reason; what only a person can know is asked, and then
nothing is written. The import is one step: `fengsui edit undo` takes it back as a whole. Rows that cannot be
used are left out and listed. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 questions are open.
Examples:
  fengsui import 学校.shp --workspace ~/city --dry-run
  fengsui import 隐患点.xlsx --into geohazard_point --crs gcj02 --rejects left-out.csv --workspace ~/city</source>
        <translation>一切先由文件判断并说明依据；只有人才知道的会提问，提问时什么也不写入。
一次导入是一个步骤：`fengsui edit undo` 可整体撤销。不能采用的行会略过并列出。
退出码：0 完成，1 失败，2 用法错误，3 有问题待回答。
示例：
  fengsui import 学校.shp --workspace ~/city --dry-run
  fengsui import 隐患点.xlsx --into geohazard_point --crs gcj02 --rejects left-out.csv --workspace ~/city</translation>
    </message>
    <message>
        <source>%1: %2 (%3, %4 %)</source>
        <translation>%1：%2（%3，%4 %）</translation>
    </message>
    <message>
        <source>(from the place)</source>
        <translation>（按位置判定）</translation>
    </message>
    <message>
        <source>(measured)</source>
        <translation>（量算）</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Names of the columns: %1 rows after the first %2</source>
        <translation>列名：前 %2 行之后的 %1 行</translation>
    </message>
    <message>
        <source>… and %1 more; --rejects FILE.csv lists them.</source>
        <translation>……还有 %1 行；用 --rejects FILE.csv 可全部列出。</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>find anything by name, code, pinyin or initials; people also by phone</source>
        <translation>按名称、代码、拼音或首字母查找任何对象；责任人还可按电话查找</translation>
    </message>
    <message>
        <source>what to look for</source>
        <translation>要查找的内容</translation>
    </message>
    <message>
        <source>how many of each table at most</source>
        <translation>每张表最多列出多少条</translation>
    </message>
    <message>
        <source>Example:
  fengsui search qyx --workspace ~/city --json</source>
        <translation>示例：
  fengsui search qyx --workspace ~/city --json</translation>
    </message>
    <message>
        <source>%1 rows written to %2.</source>
        <translation>已将 %1 行写入 %2。</translation>
    </message>
    <message>
        <source>%1 of %2 rows; --limit shows more.</source>
        <translation>共 %2 行，列出 %1 行；用 --limit 可多列。</translation>
    </message>
    <message>
        <source>rows of a table of the workspace: filtered, sorted, exported</source>
        <translation>工作区某张表的各行：筛选、排序、导出</translation>
    </message>
    <message>
        <source>list the tables</source>
        <translation>列出所有表</translation>
    </message>
    <message>
        <source>which rows: words in any column, or column=value (see below)</source>
        <translation>哪些行：任意列中的词，或 列=值（见下）</translation>
    </message>
    <message>
        <source>which columns, by name or label, with commas between</source>
        <translation>哪些列：列名或标题，用逗号分隔</translation>
    </message>
    <message>
        <source>column to sort by</source>
        <translation>按哪一列排序</translation>
    </message>
    <message>
        <source>the greatest first</source>
        <translation>从大到小</translation>
    </message>
    <message>
        <source>how many rows at most; a file gets all unless given</source>
        <translation>最多多少行；写文件时不给则为全部</translation>
    </message>
    <message>
        <source>write the rows to this file: .xlsx .csv (as shown), .gpkg .geojson .kml</source>
        <translation>把各行写入该文件：.xlsx、.csv（按显示内容），.gpkg、.geojson、.kml</translation>
    </message>
    <message>
        <source>write the values as they are stored, as CSV</source>
        <translation>以 CSV 输出存储的原值</translation>
    </message>
    <message>
        <source>Filter: words must all be in the row; &quot;two words&quot; are one, -word must not be there, | means or.
column=value, also != &lt; &lt;= &gt; &gt;= ~ (contains), column=1..5, column= (empty), * for any letters.
Columns go by name (values as stored) or by label (values as shown), codes by code or name.
Example:
  fengsui table geohazard_point --where &apos;滑坡 险情等级=大型* 威胁人数&gt;100&apos; --sort threatened_people --descending --workspace ~/city</source>
        <translation>筛选：各词都须出现在行中；&quot;两个 词&quot; 作为一个，-词 表示不得出现，| 表示或。
列=值，也可用 != &lt; &lt;= &gt; &gt;= ~（包含）、列=1..5、列=（空）、* 代表任意字符。
列可用列名（按存储值）或标题（按显示值），代码可用代码或名称。
示例：
  fengsui table geohazard_point --where &apos;滑坡 险情等级=大型* 威胁人数&gt;100&apos; --sort threatened_people --descending --workspace ~/city</translation>
    </message>
</context>
<context>
    <name>DetailText</name>
    <message>
        <source>nothing there</source>
        <translation>没有填写</translation>
    </message>
    <message>
        <source>no date: %1</source>
        <translation>不是日期：%1</translation>
    </message>
    <message>
        <source>%1 is below %2</source>
        <translation>%1 低于 %2</translation>
    </message>
    <message>
        <source>%1 is above %2</source>
        <translation>%1 高于 %2</translation>
    </message>
    <message>
        <source>%1 line %2: %3</source>
        <translation>%1 第 %2 行 %3</translation>
    </message>
    <message>
        <source>no geometry</source>
        <translation>没有几何</translation>
    </message>
    <message>
        <source>a line of a single point</source>
        <translation>线只有一个点</translation>
    </message>
    <message>
        <source>a ring with fewer than three corners</source>
        <translation>环少于三个角点</translation>
    </message>
    <message>
        <source>coordinates that are not numbers</source>
        <translation>坐标不是数字</translation>
    </message>
    <message>
        <source>curves that cannot be followed</source>
        <translation>曲线无法解析</translation>
    </message>
    <message>
        <source>geometry nested too deep</source>
        <translation>几何嵌套过深</translation>
    </message>
    <message>
        <source>no usable coordinates</source>
        <translation>没有可用的坐标</translation>
    </message>
    <message>
        <source>GCJ-02 and BD-09 are systems of degrees</source>
        <translation>GCJ-02 和 BD-09 用的是经纬度</translation>
    </message>
    <message>
        <source>a direction without a number</source>
        <translation>有方向而没有数字</translation>
    </message>
    <message>
        <source>both GCJ-02 and BD-09 are named</source>
        <translation>同时写了 GCJ-02 和 BD-09</translation>
    </message>
    <message>
        <source>both numbers have the same kind of direction</source>
        <translation>两个数字的方向属于同一类</translation>
    </message>
    <message>
        <source>degree, minute and second signs out of order</source>
        <translation>度、分、秒的顺序不对</translation>
    </message>
    <message>
        <source>longitude within 180 and latitude within 90 degrees</source>
        <translation>经度应在 180 度以内，纬度应在 90 度以内</translation>
    </message>
    <message>
        <source>minus sign and direction together</source>
        <translation>负号和方向不能同时使用</translation>
    </message>
    <message>
        <source>minus sign inside a number</source>
        <translation>负号出现在数字中间</translation>
    </message>
    <message>
        <source>minutes and seconds must be below 60</source>
        <translation>分和秒必须小于 60</translation>
    </message>
    <message>
        <source>only the last part may have decimals</source>
        <translation>只有最后一项可以带小数</translation>
    </message>
    <message>
        <source>text too long</source>
        <translation>文字过长</translation>
    </message>
    <message>
        <source>too many numbers</source>
        <translation>数字过多</translation>
    </message>
    <message>
        <source>two directions for one number</source>
        <translation>一个数字有两个方向</translation>
    </message>
    <message>
        <source>two numbers are needed: longitude and latitude, or easting and northing</source>
        <translation>需要两个数字：经度和纬度，或东坐标和北坐标</translation>
    </message>
    <message>
        <source>a line has at least two points</source>
        <translation>线至少有两个点</translation>
    </message>
    <message>
        <source>the coordinates do not fit the type</source>
        <translation>坐标与几何类型不符</translation>
    </message>
    <message>
        <source>the geometry is empty</source>
        <translation>几何为空</translation>
    </message>
    <message>
        <source>this is no JSON array [[x, y], ...]</source>
        <translation>这不是 JSON 数组 [[x, y], …]</translation>
    </message>
    <message>
        <source>this kind of geometry cannot be measured</source>
        <translation>这种几何无法量测</translation>
    </message>
    <message>
        <source>west,south,east,north in degrees is expected</source>
        <translation>应为以度表示的“西,南,东,北”</translation>
    </message>
    <message>
        <source>a pair [x, y] is expected</source>
        <translation>应为一对坐标 [x, y]</translation>
    </message>
    <message>
        <source>empty extent</source>
        <translation>范围为空</translation>
    </message>
    <message>
        <source>unknown reference system</source>
        <translation>未知的坐标系</translation>
    </message>
    <message>
        <source>extent is not finite</source>
        <translation>范围不是有限的数字</translation>
    </message>
    <message>
        <source>longitude and latitude exchanged</source>
        <translation>经度和纬度颠倒了</translation>
    </message>
    <message>
        <source>numbers beyond degrees in a geographic system</source>
        <translation>地理坐标系中的数字超出了度的范围</translation>
    </message>
    <message>
        <source>degrees in a projected system</source>
        <translation>投影坐标系中出现了经纬度</translation>
    </message>
    <message>
        <source>outside the area of its reference system</source>
        <translation>超出其坐标系的适用范围</translation>
    </message>
    <message>
        <source>a table without geometry or coordinate columns</source>
        <translation>表中既没有几何，也没有坐标列</translation>
    </message>
    <message>
        <source>no feature that can be drawn</source>
        <translation>没有可以绘制的要素</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>no place of this name or code in the workspace</source>
        <translation>工作区里没有这个名称或代码</translation>
    </message>
    <message>
        <source>no layer has this id</source>
        <translation>没有图层使用这个标识</translation>
    </message>
    <message>
        <source>a file has no place names: give full or a box</source>
        <translation>单个文件里没有地名：请写 full 或坐标范围</translation>
    </message>
    <message>
        <source>longitude comes first, latitude second, both in degrees</source>
        <translation>应先写经度、后写纬度，单位为度；这里可能写反了</translation>
    </message>
    <message>
        <source>easting comes first, northing second; these lie far from the area of their system</source>
        <translation>应先写横坐标（东）、后写纵坐标（北）；这些数值远在该坐标系适用范围之外，可能写反了或选错了坐标系</translation>
    </message>
    <message>
        <source>far from the area that the target system is made for</source>
        <translation>远在目标坐标系的适用范围之外</translation>
    </message>
    <message>
        <source>one point a line is expected: x y</source>
        <translation>应为每行一个点：x y</translation>
    </message>
    <message>
        <source>GeoJSON, WKT or lines &quot;lon lat, lon lat, ...&quot; are expected</source>
        <translation>应为 GeoJSON、WKT，或每行“经度 纬度, 经度 纬度, …”</translation>
    </message>
    <message>
        <source>&quot;lon lat, lon lat, ...&quot; is expected</source>
        <translation>应为“经度 纬度, 经度 纬度, …”</translation>
    </message>
    <message>
        <source>a GeoJSON geometry is expected</source>
        <translation>应为 GeoJSON 图形</translation>
    </message>
    <message>
        <source>this is no complete JSON document</source>
        <translation>这不是完整的 JSON 文档</translation>
    </message>
    <message>
        <source>the WKT does not end well or holds something that is no number</source>
        <translation>WKT 没有正常结束，或含有不是数字的内容</translation>
    </message>
    <message>
        <source>an SQLite database of another program</source>
        <translation>这是其他程序的 SQLite 数据库</translation>
    </message>
    <message>
        <source>not an SQLite database</source>
        <translation>这不是 SQLite 数据库</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>这不是普通文件</translation>
    </message>
    <message>
        <source>neither a folder nor a .gpkg file</source>
        <translation>既不是文件夹，也不是 .gpkg 文件</translation>
    </message>
    <message>
        <source>the file ends before its last block</source>
        <translation>文件在最后一个数据块之前就结束了</translation>
    </message>
    <message>
        <source>the file ends inside its header</source>
        <translation>文件在文件头内就结束了</translation>
    </message>
    <message>
        <source>the file or its folder cannot be written</source>
        <translation>文件或其所在文件夹不可写</translation>
    </message>
    <message>
        <source>the file went away while it was shown</source>
        <translation>文件在显示期间消失了</translation>
    </message>
    <message>
        <source>a link that leads back to itself</source>
        <translation>链接指回了自己</translation>
    </message>
    <message>
        <source>no position on the earth</source>
        <translation>没有地理位置</translation>
    </message>
    <message>
        <source>no coordinates</source>
        <translation>没有坐标</translation>
    </message>
    <message>
        <source>more of the same kind</source>
        <translation>还有同类问题</translation>
    </message>
    <message>
        <source>another run is making a workspace here</source>
        <translation>另一个进程正在这里生成工作区</translation>
    </message>
    <message>
        <source>outside the 3-degree zones 25 to 45</source>
        <translation>在 3 度带第 25 至 45 带之外</translation>
    </message>
    <message>
        <source>a shapefile is .shp, .shx and .dbf together</source>
        <translation>Shapefile 由 .shp、.shx 和 .dbf 等文件共同组成，请一并复制</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number</source>
        <translation>“%1”不是数字</translation>
    </message>
    <message>
        <source>two numbers are expected, found %1</source>
        <translation>应为两个数字，这里有 %1 个</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of geometry that can be measured</source>
        <translation>“%1”不是可以量算的图形类型</translation>
    </message>
    <message>
        <source>not placed in %1</source>
        <translation>无法放到 %1 中</translation>
    </message>
    <message>
        <source>the table %1 is listed but missing</source>
        <translation>数据库登记了表 %1，但表不存在</translation>
    </message>
    <message>
        <source>a view is full, a box west,south,east,north in degrees, or a place such as %1</source>
        <translation>可用的视图：full（全图）、范围“西,南,东,北”（度），或地名、代码，例如 %1</translation>
    </message>
    <message>
        <source>the layers here are: %1</source>
        <translation>可用的图层：%1</translation>
    </message>
    <message>
        <source>the closing quote is missing</source>
        <translation>缺少右引号</translation>
    </message>
    <message>
        <source>a column name is missing before it</source>
        <translation>前面缺少列名</translation>
    </message>
    <message>
        <source>a value is missing behind it</source>
        <translation>后面缺少值</translation>
    </message>
    <message>
        <source>a word is missing</source>
        <translation>缺少词语</translation>
    </message>
    <message>
        <source>a number is expected</source>
        <translation>应为数字</translation>
    </message>
    <message>
        <source>a range needs two ends, like 10..20</source>
        <translation>范围需要两端，如 10..20</translation>
    </message>
    <message>
        <source>no such column</source>
        <translation>没有这一列</translation>
    </message>
    <message>
        <source>a spreadsheet holds at most 1,048,576 rows</source>
        <translation>电子表格最多 1,048,576 行</translation>
    </message>
    <message>
        <source>.xlsx, .csv, .gpkg, .geojson or .kml expected</source>
        <translation>应为 .xlsx、.csv、.gpkg、.geojson 或 .kml</translation>
    </message>
    <message>
        <source>a geometry cannot be read</source>
        <translation>几何无法读取</translation>
    </message>
    <message>
        <source>the texts of a column exceed 4 GiB</source>
        <translation>某列文本超过 4 GiB</translation>
    </message>
    <message>
        <source>a value is needed here</source>
        <translation>此处必须填写</translation>
    </message>
    <message>
        <source>a whole number is expected</source>
        <translation>应为整数</translation>
    </message>
    <message>
        <source>no column STCD (station_code)</source>
        <translation>缺少测站编码列 STCD（station_code、站码）</translation>
    </message>
    <message>
        <source>no column TM (time)</source>
        <translation>缺少时间列 TM（time、时间）</translation>
    </message>
    <message>
        <source>no column DRP, Z, RZ or SLM (rain_mm, level_m, soil_percent)</source>
        <translation>缺少数值列 DRP 雨量、Z 或 RZ 水位、SLM 墒情（rain_mm、level_m、soil_percent）</translation>
    </message>
    <message>
        <source>no station</source>
        <translation>缺少测站编码</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>没有数值</translation>
    </message>
    <message>
        <source>no whole SL 651 frame (7E7E …) is in it; it is taken as bytes or as hexadecimal text</source>
        <translation>其中没有完整的 SL 651 报文（7E7E 开头）；可用原始字节或十六进制文本</translation>
    </message>
    <message>
        <source>headings missing: %1</source>
        <translation>缺少列：%1</translation>
    </message>
    <message>
        <source>the time cannot be read: %1</source>
        <translation>时间读不出：%1</translation>
    </message>
    <message>
        <source>no number: %1</source>
        <translation>不是数字：%1</translation>
    </message>
    <message>
        <source>negative rain: %1</source>
        <translation>雨量为负：%1</translation>
    </message>
    <message>
        <source>negative flow: %1</source>
        <translation>流量为负：%1</translation>
    </message>
    <message>
        <source>the length of the period (INTV) cannot be used: %1</source>
        <translation>时段长（INTV）不能用：%1</translation>
    </message>
    <message>
        <source>more than 500 mm in an hour: %1</source>
        <translation>一小时超过 500 毫米：%1</translation>
    </message>
    <message>
        <source>impossible water level: %1</source>
        <translation>水位不可能：%1</translation>
    </message>
    <message>
        <source>impossible soil moisture: %1</source>
        <translation>土壤湿度不可能：%1</translation>
    </message>
    <message>
        <source>the place lies %1 km outside the city</source>
        <translation>位置在本市以外 %1 公里</translation>
    </message>
    <message>
        <source>the place lies outside the terrain model</source>
        <translation>位置在地形数据范围以外</translation>
    </message>
    <message>
        <source>footprint</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>observer</source>
        <translation>观察点</translation>
    </message>
    <message>
        <source>exposure</source>
        <translation>暴露分析</translation>
    </message>
    <message>
        <source>no such table</source>
        <translation>没有这张表</translation>
    </message>
    <message>
        <source>no height there</source>
        <translation>此处没有高程</translation>
    </message>
    <message>
        <source>a shape without coordinates</source>
        <translation>图形没有坐标</translation>
    </message>
    <message>
        <source>coordinates that are no place</source>
        <translation>坐标不是地面位置</translation>
    </message>
    <message>
        <source>an empty line</source>
        <translation>空的线</translation>
    </message>
    <message>
        <source>a ring of fewer than three corners</source>
        <translation>面的边界不足三个角点</translation>
    </message>
    <message>
        <source>no shape</source>
        <translation>没有图形</translation>
    </message>
    <message>
        <source>a box without width or height</source>
        <translation>矩形没有宽或高</translation>
    </message>
    <message>
        <source>a line of one point</source>
        <translation>线只有一个点</translation>
    </message>
    <message>
        <source>no feature</source>
        <translation>没有要素</translation>
    </message>
    <message>
        <source>points and lines need a reach</source>
        <translation>点和线须给出外扩距离（--reach）</translation>
    </message>
    <message>
        <source>a corner that the map does not have</source>
        <translation>有角点超出地图坐标系范围</translation>
    </message>
    <message>
        <source>a layer without polygons</source>
        <translation>图层中没有面</translation>
    </message>
    <message>
        <source>LON,LAT,RADIUS_M expected</source>
        <translation>应为 经度,纬度,半径（米）</translation>
    </message>
    <message>
        <source>LON,LAT,LON,LAT … expected</source>
        <translation>应为 经度,纬度,经度,纬度,…</translation>
    </message>
    <message>
        <source>one of --shape, --circle, --corridor, --layer, --district expected</source>
        <translation>须给出 --shape、--circle、--corridor、--layer、--district 之一</translation>
    </message>
    <message>
        <source>a reach of %1 m</source>
        <translation>外扩距离为 %1 米，应大于 0</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>%1 is not a value that can be used here; check it and try again.</source>
        <translation>%1 不能用在这里，请核对后重试。</translation>
    </message>
    <message>
        <source>%1 was not found; check that it is still there and that its disk is connected.</source>
        <translation>找不到 %1。请确认文件还在，所在磁盘已接好。</translation>
    </message>
    <message>
        <source>%1 may not be read or written by this account; ask the administrator for access, or copy it to a folder of your own.</source>
        <translation>当前账户无权读写 %1。请找管理员开通权限，或复制到自己的文件夹。</translation>
    </message>
    <message>
        <source>%1 is empty (0 bytes); the copy was probably interrupted. Fetch it again from its source.</source>
        <translation>%1 是空文件（0 字节），可能是复制中断。请从来源重新获取。</translation>
    </message>
    <message>
        <source>%1 is damaged and cannot be read in full; restore it from backups/ or fetch it again.</source>
        <translation>%1 已损坏，无法完整读取。请从 backups/ 恢复或重新获取。</translation>
    </message>
    <message>
        <source>%1 belongs to another program and is not a Fengsui workspace; it can be added to the map as a layer instead.</source>
        <translation>%1 是其他程序的文件，不是烽燧工作区；可以作为图层添加到地图。</translation>
    </message>
    <message>
        <source>%1 was written by a later Fengsui; it can be looked at but not changed. Update this computer to edit it.</source>
        <translation>%1 由更新版本的烽燧写成，只能查看，不能修改。需要编辑请升级本机程序。</translation>
    </message>
    <message>
        <source>%1 is open for reading only, so nothing was changed; copy the workspace to a writable disk to edit it.</source>
        <translation>%1 以只读方式打开，没有做任何修改。需要编辑请把工作区复制到可写的磁盘。</translation>
    </message>
    <message>
        <source>%1 is in use by another program; close it there and try again.</source>
        <translation>%1 正被其他程序使用，请在那里关闭后重试。</translation>
    </message>
    <message>
        <source>The disk is full and %1 could not be saved; free some space and try again.</source>
        <translation>磁盘已满，%1 没有保存。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>%1 already exists and is not overwritten; choose another name.</source>
        <translation>%1 已存在，不会覆盖。请另取名字。</translation>
    </message>
    <message>
        <source>%1 is of no format that can be opened here; convert it to GeoPackage, Shapefile, GeoJSON or GeoTIFF.</source>
        <translation>%1 的格式打不开。请转换为 GeoPackage、Shapefile、GeoJSON 或 GeoTIFF。</translation>
    </message>
    <message>
        <source>%1 does not say which coordinate reference system it uses; choose one to place it on the map.</source>
        <translation>%1 没有写明坐标系，请选择一个，才能放到地图上。</translation>
    </message>
    <message>
        <source>%1 is not a coordinate reference system that is known here; give it as EPSG:4490, for instance.</source>
        <translation>%1 不是可识别的坐标系，请写成 EPSG:4490 这样的形式。</translation>
    </message>
    <message>
        <source>%1 lies outside the range in which this can be computed.</source>
        <translation>%1 超出可计算的范围。</translation>
    </message>
    <message>
        <source>%1 holds nothing to show.</source>
        <translation>%1 中没有可显示的内容。</translation>
    </message>
    <message>
        <source>There is less of %1 than was asked for; the details say how much is left.</source>
        <translation>%1 的数量不足；剩余数量见详情。</translation>
    </message>
    <message>
        <source>%1 has expired; it may only be scrapped, exchanged or used in a drill.</source>
        <translation>%1 已过期，只能报废、轮换或用于演练。</translation>
    </message>
    <message>
        <source>The database did not accept a request about %1; the details name the cause.</source>
        <translation>数据库没有接受对 %1 的请求，原因见“详细信息”。</translation>
    </message>
    <message>
        <source>Reading or writing %1 failed; check the disk or the network drive and try again.</source>
        <translation>读写 %1 失败。请检查磁盘或网络驱动器后重试。</translation>
    </message>
    <message>
        <source>%1: no coordinate reference system was given; %2 was assumed.</source>
        <translation>%1：没有写明坐标系，按 %2 处理。</translation>
    </message>
    <message>
        <source>%1: the text encoding was not given; %2 was used.</source>
        <translation>%1：没有写明文字编码，按 %2 处理。</translation>
    </message>
    <message>
        <source>%1: the geometry was left out (%2).</source>
        <translation>%1：图形未载入（%2）。</translation>
    </message>
    <message>
        <source>%1: broken geometries were repaired (%2).</source>
        <translation>%1：已修复有问题的图形（%2）。</translation>
    </message>
    <message>
        <source>%1: the row was left out (%2).</source>
        <translation>%1：该行未载入（%2）。</translation>
    </message>
    <message>
        <source>%1: a value could not be read (%2).</source>
        <translation>%1：有一个值读不出来（%2）。</translation>
    </message>
    <message>
        <source>%1: the coordinates look wrong (%2).</source>
        <translation>%1：坐标可疑（%2）。</translation>
    </message>
    <message>
        <source>%1: there are too many features; only a part is shown (%2).</source>
        <translation>%1：要素太多，只显示一部分（%2）。</translation>
    </message>
    <message>
        <source>%1: the layer has no geometry, so it is not drawn (%2).</source>
        <translation>%1：图层没有图形，不能绘制（%2）。</translation>
    </message>
    <message>
        <source>%1: no coordinate reference system is given, so it cannot be placed on the map before one is chosen.</source>
        <translation>%1：没有写明坐标系，选定之前不能放到地图上。</translation>
    </message>
    <message>
        <source>%1: the text encoding was not given and had to be guessed.</source>
        <translation>%1：没有写明文字编码，已作推测。</translation>
    </message>
    <message>
        <source>%1: the geometry was left out.</source>
        <translation>%1：图形未载入。</translation>
    </message>
    <message>
        <source>%1: broken geometries were repaired.</source>
        <translation>%1：已修复有问题的图形。</translation>
    </message>
    <message>
        <source>%1: the row was left out.</source>
        <translation>%1：该行未载入。</translation>
    </message>
    <message>
        <source>%1: a value could not be read.</source>
        <translation>%1：有一个值读不出来。</translation>
    </message>
    <message>
        <source>%1: the coordinates look wrong.</source>
        <translation>%1：坐标可疑。</translation>
    </message>
    <message>
        <source>%1: there are too many features; only a part is shown.</source>
        <translation>%1：要素太多，只显示一部分。</translation>
    </message>
    <message>
        <source>%1: the layer has no geometry, so it is not drawn.</source>
        <translation>%1：图层没有图形，不能绘制。</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>该文件</translation>
    </message>
    <message>
        <source>%1 was made by an earlier Fengsui; it can be looked at but not changed before it is brought up to date (a copy of it is kept in backups/).</source>
        <translation>%1 由较早版本的烽燧建立，升级之前只能查看，不能修改（升级时在 backups/ 中保留副本）。</translation>
    </message>
    <message>
        <source>Nothing here is called %1; check the spelling, or give a code or a box of coordinates instead.</source>
        <translation>这里没有名为“%1”的内容；请核对写法，或改用代码、坐标范围。</translation>
    </message>
    <message>
        <source>%1: %2 features do not fit the reference system that was given and are left out; it is probably the wrong one.</source>
        <translation>%1：%2 个要素不在所选坐标系的范围内，已略去；坐标系很可能选错了。</translation>
    </message>
    <message>
        <source>%1: features do not fit the reference system that was given and are left out.</source>
        <translation>%1：有要素不在所选坐标系的范围内，已略去。</translation>
    </message>
    <message>
        <source>Feature %1</source>
        <translation>要素 %1</translation>
    </message>
    <message>
        <source>%1: the file is cut off, so it cannot be drawn (%2).</source>
        <translation>%1：文件不完整（被截断），无法绘制（%2）。</translation>
    </message>
    <message>
        <source>%1: the file is cut off, so it cannot be drawn.</source>
        <translation>%1：文件不完整（被截断），无法绘制。</translation>
    </message>
    <message>
        <source>%1 is no change package of this workspace; nothing was merged. Ask the laptop for it again.</source>
        <translation>%1 不是本工作区的变更包，没有合并任何内容。请让笔记本重新提供。</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else meanwhile; nothing was overwritten. Look at it again and decide.</source>
        <translation>%1 在此期间已被他人修改，没有覆盖任何内容。请重新查看后再决定。</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Map data (%1)</source>
        <translation>地图数据 (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>所有文件 (%1)</translation>
    </message>
    <message>
        <source>Tables and map data (%1)</source>
        <translation>表格和地图数据（%1）</translation>
    </message>
</context>
<context>
    <name>FurnitureActions</name>
    <message>
        <source>&amp;Graticule</source>
        <translation>经纬网(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Kilometre grid</source>
        <translation>公里网(&amp;K)</translation>
    </message>
    <message>
        <source>Legend on the &amp;map</source>
        <translation>地图上的图例(&amp;M)</translation>
    </message>
</context>
<context>
    <name>HelpText</name>
    <message>
        <source>Usage: %1</source>
        <translation>用法：%1</translation>
    </message>
    <message>
        <source>[options]</source>
        <translation>[选项]</translation>
    </message>
    <message>
        <source>[command]</source>
        <translation>[命令]</translation>
    </message>
    <message>
        <source>Arguments:</source>
        <translation>参数：</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>选项：</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>命令：</translation>
    </message>
    <message>
        <source> (default: %1)</source>
        <translation>（默认 %1）</translation>
    </message>
    <message>
        <source> (required)</source>
        <translation>（必填）</translation>
    </message>
    <message>
        <source> (exactly one of %1)</source>
        <translation>（%1 中必选且只选一个）</translation>
    </message>
    <message>
        <source>The command line is not right: %1.</source>
        <translation>命令行有误：%1。</translation>
    </message>
    <message>
        <source>`%1 --help` says how it is used.</source>
        <translation>用法见 `%1 --help`。</translation>
    </message>
</context>
<context>
    <name>ImportText</name>
    <message>
        <source>it has no place: no geometry, no coordinates</source>
        <translation>没有位置：既无图形也无坐标</translation>
    </message>
    <message>
        <source>its geometry is of another kind than the table&apos;s</source>
        <translation>图形类型与表不符</translation>
    </message>
    <message>
        <source>its geometry or its coordinates cannot be used</source>
        <translation>图形或坐标无法使用</translation>
    </message>
    <message>
        <source>it lies far away from the city</source>
        <translation>位置远离本市</translation>
    </message>
    <message>
        <source>a value is missing that every row must have</source>
        <translation>缺少每行必须有的值</translation>
    </message>
    <message>
        <source>not a number of the kind that the column holds</source>
        <translation>不是该列所需的数字</translation>
    </message>
    <message>
        <source>not a date</source>
        <translation>不是日期</translation>
    </message>
    <message>
        <source>neither a code nor a name of the code list</source>
        <translation>既不是代码表中的代码，也不是其名称</translation>
    </message>
    <message>
        <source>no division of this workspace, or more than one of this name</source>
        <translation>工作区中没有这个行政区划，或有多个同名</translation>
    </message>
    <message>
        <source>names a row of another table that is not there</source>
        <translation>引用了另一张表中不存在的行</translation>
    </message>
    <message>
        <source>not an identifier of 36 characters</source>
        <translation>不是 36 位标识码</translation>
    </message>
    <message>
        <source>the same thing is twice in the file, or there is one with this code already</source>
        <translation>文件中重复出现，或该编码已存在</translation>
    </message>
    <message>
        <source>it breaks a rule of the table</source>
        <translation>违反表的规则</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>A row of the workspace</source>
        <translation>工作区中的一行</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>%1: %2 (%3).</source>
        <translation>%1：%2（%3）。</translation>
    </message>
    <message>
        <source>%1, %2: %3.</source>
        <translation>%1，%2：%3。</translation>
    </message>
    <message>
        <source>%1, %2 = %3: %4.</source>
        <translation>%1，%2 = %3：%4。</translation>
    </message>
    <message>
        <source>Which table is %1 for? %2</source>
        <translation>%1 应导入哪张表？%2</translation>
    </message>
    <message>
        <source>In which coordinate system is %1? The file does not say it, and its numbers fit none near the city. %2</source>
        <translation>%1 采用什么坐标系？文件没有说明，其数值也不能落在本市附近。%2</translation>
    </message>
    <message>
        <source>The coordinate system that %1 names would put its rows far from the city. Which one is right? %2</source>
        <translation>按 %1 所写的坐标系，各行将远离本市。正确的坐标系是哪个？%2</translation>
    </message>
    <message>
        <source>The places of %1 look like those of a web map with shifted coordinates. Are they? %2</source>
        <translation>%1 的位置疑似带偏移的网络地图坐标。是这样吗？%2</translation>
    </message>
    <message>
        <source>All places of %1 are off by the same distance and direction. Shall they be moved? %2</source>
        <translation>%1 的所有位置都有相同的偏差。要整体平移吗？%2</translation>
    </message>
    <message>
        <source>The file is in %1. Its exact relation to CGCS2000 is not public; without a shift its rows may lie up to some 100 m off. By how much shall they be moved? %2</source>
        <translation>文件采用 %1，其与 CGCS2000 的精确转换参数不公开；不作平移，位置可能偏差达一百米左右。应平移多少？%2</translation>
    </message>
    <message>
        <source>The table %1 needs places, and the file has neither geometry nor columns of coordinates. Which columns hold them? %2</source>
        <translation>表 %1 需要位置，而文件既无图形也无坐标列。坐标在哪两列？%2</translation>
    </message>
    <message>
        <source>The file&apos;s geometry is of another kind than that of the table %1. Is it the right table? %2</source>
        <translation>文件的图形类型与表 %1 不符。选对表了吗？%2</translation>
    </message>
    <message>
        <source>The column %1 needs a value in every row. Which field holds it, or which value is right for all? %2</source>
        <translation>列 %1 每行都必须有值。取自哪个字段，或者所有行填什么值？%2</translation>
    </message>
    <message>
        <source>Suggested: %1 (%2).</source>
        <translation>建议：%1（%2）。</translation>
    </message>
    <message>
        <source>Suggested: %1.</source>
        <translation>建议：%1。</translation>
    </message>
    <message>
        <source>Found: %1.</source>
        <translation>查得：%1。</translation>
    </message>
    <message>
        <source>as was said</source>
        <translation>按指定</translation>
    </message>
    <message>
        <source>as the last file of this kind</source>
        <translation>沿用上次同类文件</translation>
    </message>
    <message>
        <source>the file says so</source>
        <translation>文件写明</translation>
    </message>
    <message>
        <source>its bytes look so</source>
        <translation>按字节判断</translation>
    </message>
    <message>
        <source>by the names</source>
        <translation>按名称判断</translation>
    </message>
    <message>
        <source>the zone&apos;s number stands in the eastings</source>
        <translation>横坐标带有带号</translation>
    </message>
    <message>
        <source>only so the rows lie near the city</source>
        <translation>只有这样各行才落在本市附近</translation>
    </message>
    <message>
        <source>by the first rows</source>
        <translation>按前几行判断</translation>
    </message>
    <message>
        <source>the usual case</source>
        <translation>通常如此</translation>
    </message>
    <message>
        <source>row,column,value,reason,code</source>
        <translation>行号,列,值,原因,代码</translation>
    </message>
    <message>
        <source>%1 rows: %2 new, %3 changed, %4 unchanged, %5 rejected; %6 rows of the table are not in the file, %7 of them removed.</source>
        <translation>共 %1 行：新增 %2，更改 %3，未变 %4，未采用 %5；表中有 %6 行不在文件中，其中删除 %7 行。</translation>
    </message>
</context>
<context>
    <name>MainActions</name>
    <message>
        <source>&amp;Open workspace…</source>
        <translation>打开工作区(&amp;O)…</translation>
    </message>
    <message>
        <source>Make the &amp;demonstration city…</source>
        <translation>生成演示城市(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Add a file to the map…</source>
        <translation>添加文件到地图(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Close workspace</source>
        <translation>关闭工作区(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Full view</source>
        <translation>全图(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一视图(&amp;B)</translation>
    </message>
    <message>
        <source>For&amp;ward</source>
        <translation>下一视图(&amp;W)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation>转到(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Sunlight theme</source>
        <translation>强光主题(&amp;S)</translation>
    </message>
    <message>
        <source>中文 / &amp;English</source>
        <translation>中文 / &amp;English</translation>
    </message>
    <message>
        <source>&amp;Presentation size</source>
        <translation>大屏字号(&amp;P)</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;What is here</source>
        <translation>查询(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Move the map</source>
        <translation>移动地图(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Zoom to a box</source>
        <translation>框选放大(&amp;Z)</translation>
    </message>
    <message>
        <source>Measure &amp;distance</source>
        <translation>量距离(&amp;D)</translation>
    </message>
    <message>
        <source>Measure &amp;area</source>
        <translation>量面积(&amp;A)</translation>
    </message>
    <message>
        <source>First steps and &amp;keys</source>
        <translation>入门与快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>About &amp;Fengsui</source>
        <translation>关于烽燧(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Recent workspaces</source>
        <translation>最近的工作区(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>地图(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Choose features</source>
        <translation>选择要素(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Backups…</source>
        <translation>备份(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Import into the workspace…</source>
        <translation>导入工作区(&amp;I)……</translation>
    </message>
</context>
<context>
    <name>MapActions</name>
    <message>
        <source>Click points on the map; double-click to end, Backspace takes one back, Esc drops all.</source>
        <translation>在地图上逐点单击；双击结束，Backspace 退回一点，Esc 全部取消。</translation>
    </message>
    <message>
        <source>Click a feature or drag a box. Shift adds, Ctrl adds or takes away, Esc chooses none.</source>
        <translation>单击要素或拖出方框即可选中；按住 Shift 追加，按住 Ctrl 加选或去选，Esc 全部取消。</translation>
    </message>
</context>
<context>
    <name>PlotPalette</name>
    <message>
        <source>Rescue team</source>
        <translation>救援队伍</translation>
    </message>
    <message>
        <source>Person in charge</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Shelter</source>
        <translation>避难场所</translation>
    </message>
    <message>
        <source>Depot</source>
        <translation>物资储备库</translation>
    </message>
    <message>
        <source>Helipad</source>
        <translation>直升机起降点</translation>
    </message>
    <message>
        <source>Lookout</source>
        <translation>瞭望塔</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>医院</translation>
    </message>
    <message>
        <source>School</source>
        <translation>学校</translation>
    </message>
    <message>
        <source>Water point</source>
        <translation>取水点</translation>
    </message>
    <message>
        <source>Fire</source>
        <translation>火灾</translation>
    </message>
    <message>
        <source>Flood</source>
        <translation>洪涝</translation>
    </message>
    <message>
        <source>Landslide</source>
        <translation>滑坡</translation>
    </message>
    <message>
        <source>Earthquake</source>
        <translation>地震</translation>
    </message>
    <message>
        <source>Storm</source>
        <translation>风雹</translation>
    </message>
    <message>
        <source>Dangerous chemicals</source>
        <translation>危险化学品</translation>
    </message>
    <message>
        <source>Other danger</source>
        <translation>其他险情</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白</translation>
    </message>
</context>
<context>
    <name>Plotting</name>
    <message>
        <source>Symbol</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线</translation>
    </message>
    <message>
        <source>Attack arrow</source>
        <translation>进攻箭头</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Click where it is to stand; the tool stays in use until another is chosen.</source>
        <translation>在图上点一下放置；工具保持可用，直到选择其他工具。</translation>
    </message>
    <message>
        <source>Click the centre, then the edge; Esc drops it.</source>
        <translation>先点圆心，再点圆周；Esc 放弃。</translation>
    </message>
    <message>
        <source>Click points; double-click or Enter ends, Backspace takes one back, Esc drops all.</source>
        <translation>逐点单击；双击或回车结束，退格撤回一点，Esc 全部放弃。</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
</context>
<context>
    <name>RasterMenu</name>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>Range of values</source>
        <translation>取值范围</translation>
    </message>
    <message>
        <source>Usual values (2% to 98%)</source>
        <translation>常见值（2%–98%）</translation>
    </message>
    <message>
        <source>Smallest to largest</source>
        <translation>最小到最大</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>分级</translation>
    </message>
    <message>
        <source>Continuous</source>
        <translation>连续</translation>
    </message>
    <message>
        <source>%1 classes</source>
        <translation>%1 级</translation>
    </message>
</context>
<context>
    <name>StyleText</name>
    <message>
        <source>a number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>a number of at least %1</source>
        <translation>不小于 %1 的数值</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a list of numbers</source>
        <translation>数值列表</translation>
    </message>
    <message>
        <source>a list of layers</source>
        <translation>图层列表</translation>
    </message>
    <message>
        <source>a list of fields</source>
        <translation>字段列表</translation>
    </message>
    <message>
        <source>a list of classes</source>
        <translation>分类列表</translation>
    </message>
    <message>
        <source>a list of groups</source>
        <translation>分组列表</translation>
    </message>
    <message>
        <source>a list of layer names</source>
        <translation>图层名称列表</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>an object of attribute values</source>
        <translation>由属性值组成的对象</translation>
    </message>
    <message>
        <source>an object of properties</source>
        <translation>由样式属性组成的对象</translation>
    </message>
    <message>
        <source>an object that describes a layer</source>
        <translation>描述图层的对象</translation>
    </message>
    <message>
        <source>an id of its own</source>
        <translation>不重复的 id</translation>
    </message>
    <message>
        <source>each key once</source>
        <translation>每个键只出现一次</translation>
    </message>
    <message>
        <source>each label once</source>
        <translation>每个标签只出现一次</translation>
    </message>
    <message>
        <source>fewer nested expressions</source>
        <translation>较少的表达式嵌套层数</translation>
    </message>
    <message>
        <source>a smaller expression</source>
        <translation>较小的表达式</translation>
    </message>
    <message>
        <source>a stop greater than the one before</source>
        <translation>大于前一个的断点</translation>
    </message>
    <message>
        <source>a text, a number or a list of them</source>
        <translation>文本、数值或它们的列表</translation>
    </message>
    <message>
        <source>a number or a text</source>
        <translation>数值或文本</translation>
    </message>
    <message>
        <source>the name of a layer</source>
        <translation>图层名称</translation>
    </message>
    <message>
        <source>a table of the workspace</source>
        <translation>工作区中的表</translation>
    </message>
    <message>
        <source>a code table of the workspace</source>
        <translation>工作区中的代码表</translation>
    </message>
    <message>
        <source>a name that a &quot;let&quot; around it gives</source>
        <translation>外层 &quot;let&quot; 定义的名称</translation>
    </message>
    <message>
        <source>an operator that has a meaning here; cells of a raster have values</source>
        <translation>在此处有意义的运算符；只有栅格像元才有值</translation>
    </message>
    <message>
        <source>&quot;step&quot;: only numbers and colours have something between them</source>
        <translation>&quot;step&quot;：只有数值和颜色才有中间值</translation>
    </message>
    <message>
        <source>the name of an icon in resources/icons/map or of a sign along lines</source>
        <translation>resources/icons/map 中的图标名称，或沿线符号的名称</translation>
    </message>
    <message>
        <source>JSON text</source>
        <translation>JSON 文本</translation>
    </message>
    <message>
        <source>a colour such as %1</source>
        <translation>颜色，例如 %1</translation>
    </message>
    <message>
        <source>a zoom greater than minzoom, %1</source>
        <translation>大于 minzoom（%1）的缩放级别</translation>
    </message>
    <message>
        <source>a column of the table: %1</source>
        <translation>该表的字段：%1</translation>
    </message>
    <message>
        <source>one of: %1</source>
        <translation>以下之一：%1</translation>
    </message>
    <message>
        <source>an expression %1</source>
        <translation>表达式 %1</translation>
    </message>
    <message>
        <source>a known operator %1</source>
        <translation>已知的运算符 %1</translation>
    </message>
    <message>
        <source>%1 and nothing behind it</source>
        <translation>%1，其后没有其他内容</translation>
    </message>
    <message>
        <source>a number within %1</source>
        <translation>%1 范围内的数值</translation>
    </message>
    <message>
        <source>a zoom within %1</source>
        <translation>%1 范围内的缩放级别</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>应为%1</translation>
    </message>
    <message>
        <source>expected %1, found %2</source>
        <translation>应为%1，实为 %2</translation>
    </message>
    <message>
        <source>a list of two numbers</source>
        <translation>两个数值的列表</translation>
    </message>
    <message>
        <source>an even number of lengths, dash and gap in turn</source>
        <translation>偶数个长度，实线与空白交替</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>%1 m²</source>
        <translation>%1 平方米</translation>
    </message>
    <message>
        <source>%1 ha</source>
        <translation>%1 公顷</translation>
    </message>
    <message>
        <source>%1 km²</source>
        <translation>%1 平方公里</translation>
    </message>
</context>
<context>
    <name>app::BackupDialog</name>
    <message>
        <source>Copying…</source>
        <translation>正在备份……</translation>
    </message>
    <message>
        <source>The copy was made and is kept until somebody removes it.</source>
        <translation>备份已完成，将一直保留，直到有人删除。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检验……</translation>
    </message>
    <message>
        <source>This copy is damaged and cannot be restored:</source>
        <translation>此备份已损坏，不能还原：</translation>
    </message>
    <message>
        <source>This copy was changed after it was made, in table %1.</source>
        <translation>此备份在生成后被改动过，涉及表 %1。</translation>
    </message>
    <message>
        <source>This copy is whole: every row of every table is as it was.</source>
        <translation>此备份完好：每张表的每一行都与备份时一致。</translation>
    </message>
    <message>
        <source>This copy is whole as a database; there is no note of its rows beside it.</source>
        <translation>此备份作为数据库完好；旁边没有记录各行内容的说明文件。</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较……</translation>
    </message>
    <message>
        <source>The copy and the workspace are the same.</source>
        <translation>备份与工作区内容相同。</translation>
    </message>
    <message>
        <source>Going back to this copy would change:</source>
        <translation>还原到此备份将带来以下变化：</translation>
    </message>
    <message>
        <source>Going back…</source>
        <translation>正在还原……</translation>
    </message>
    <message>
        <source>The workspace is as it was then. What was there before is kept as %1.</source>
        <translation>工作区已恢复到当时的状态。还原前的内容保存为 %1。</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>Open a workspace to see its copies.</source>
        <translation>打开工作区后可查看其备份。</translation>
    </message>
    <message>
        <source>There is no copy yet. One is made every hour and on closing when something changed, and before imports, merges and restores.</source>
        <translation>还没有备份。有改动时每小时及关闭时自动备份；导入、合并、还原之前也会备份。</translation>
    </message>
    <message>
        <source>Copies are made every hour and on closing when something changed, and before imports, merges and restores. 24 hourly, 14 daily and 6 monthly ones are kept; those made by hand stay.</source>
        <translation>有改动时每小时及关闭时自动备份；导入、合并、还原之前也会备份。保留 24 个每小时、14 个每日、6 个每月备份；手动备份一直保留。</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Copies of the workspace</source>
        <translation>工作区的备份</translation>
    </message>
    <message>
        <source>What was found out</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Copy now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检验</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>查看变化</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <translation>还原到此</translation>
    </message>
    <message>
        <source>First press “What would change”.</source>
        <translation>请先按“查看变化”。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>app::BackupKeeper</name>
    <message>
        <source>Copying the workspace before leaving… Close once more to leave without.</source>
        <translation>退出前正在备份工作区……再次关闭可直接退出。</translation>
    </message>
</context>
<context>
    <name>app::BookmarkPanel</name>
    <message>
        <source>Bookmark added</source>
        <translation>添加书签</translation>
    </message>
    <message>
        <source>Bookmark removed</source>
        <translation>删除书签</translation>
    </message>
    <message>
        <source>Open a workspace to keep views of its map.</source>
        <translation>打开工作区后可保存地图视图。</translation>
    </message>
    <message>
        <source>This workspace is open for reading only: no view can be kept.</source>
        <translation>此工作区以只读方式打开，不能保存视图。</translation>
    </message>
    <message>
        <source>No view is kept yet. Go where you want to return to, type a name above and press Enter.</source>
        <translation>还没有书签。移到想再次查看的位置，在上方输入名称并按回车。</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Name of the view shown now</source>
        <translation>当前视图的名称</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>app::CheckPanel</name>
    <message>
        <source>Checking the census database</source>
        <translation>正在质检普查数据</translation>
    </message>
    <message>
        <source>All counties</source>
        <translation>全部县区</translation>
    </message>
    <message>
        <source>%1 errors, %2 warnings</source>
        <translation>%1 个错误，%2 个警告</translation>
    </message>
    <message>
        <source>First check: the next one will show what has changed.</source>
        <translation>首次质检；下次质检将显示变化。</translation>
    </message>
    <message>
        <source>Before, %1: %2</source>
        <translation>此前 %1：%2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>开始质检</translation>
    </message>
    <message>
        <source>Open a workspace to check its census database.</source>
        <translation>打开工作区后可质检其普查数据。</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在质检……</translation>
    </message>
    <message>
        <source>Check looks for what cannot be right in the census database: missing responsible persons, impossible phone numbers, shelters inside hazard areas, places outside their division, and much more. It takes a few seconds and changes nothing.</source>
        <translation>质检查找普查数据中不可能正确的内容：缺责任人、电话不成立、避难场所位于隐患范围内、位置不在所属行政区内等。只需几秒，不作任何修改。</translation>
    </message>
    <message>
        <source>%1 has no place on the map.</source>
        <translation>%1 没有地图位置。</translation>
    </message>
    <message>
        <source>Nothing is left to mend.</source>
        <translation>没有需要修正的了。</translation>
    </message>
    <message>
        <source>%1 rows will be changed; undo takes it back.</source>
        <translation>将修改 %1 行，可以撤销。</translation>
    </message>
    <message>
        <source>“%1” becomes “%2”</source>
        <translation>“%1”改为“%2”</translation>
    </message>
    <message>
        <source>Mended: %1</source>
        <translation>已修正：%1</translation>
    </message>
    <message>
        <source>%1 rows mended.</source>
        <translation>已修正 %1 行。</translation>
    </message>
    <message>
        <source>check-%1.xlsx</source>
        <translation>质检-%1.xlsx</translation>
    </message>
    <message>
        <source>Excel file (*.xlsx)</source>
        <translation>Excel 文件（*.xlsx）</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档（*.pdf）</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>写出报告</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写出：%1</translation>
    </message>
    <message>
        <source>Data check</source>
        <translation>数据质检</translation>
    </message>
    <message>
        <source>County</source>
        <translation>县区</translation>
    </message>
    <message>
        <source>Show rules without findings, too</source>
        <translation>也显示没有问题的规则</translation>
    </message>
    <message>
        <source>Write the report (Excel or PDF)</source>
        <translation>写出报告（Excel 或 PDF）</translation>
    </message>
    <message>
        <source>What the check found</source>
        <translation>质检结果</translation>
    </message>
    <message>
        <source>Mend …</source>
        <translation>修正……</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>不修正</translation>
    </message>
</context>
<context>
    <name>app::CheckTree</name>
    <message>
        <source>Rule, county, row</source>
        <translation>规则、县区、行</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>and %1 more, all in the Excel report</source>
        <translation>另有 %1 条，全部见 Excel 报告</translation>
    </message>
</context>
<context>
    <name>app::ColumnsPage</name>
    <message>
        <source>From which field of the file does each column get its value? Columns marked * need one in every row.</source>
        <translation>每一列的值取自文件的哪个字段？带 * 的列每行都必须有值。</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>From</source>
        <translation>取自</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>How it was found</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>表的各列</translation>
    </message>
    <message>
        <source>– nothing –</source>
        <translation>– 无 –</translation>
    </message>
    <message>
        <source>The same for all rows</source>
        <translation>所有行相同</translation>
    </message>
    <message>
        <source>From the place</source>
        <translation>按位置判定</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>量算</translation>
    </message>
    <message>
        <source>%1 · %2 %</source>
        <translation>%1 · %2 %</translation>
    </message>
    <message>
        <source>needs a value</source>
        <translation>需要一个值</translation>
    </message>
    <message>
        <source>the file&apos;s name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>made anew</source>
        <translation>自动生成</translation>
    </message>
</context>
<context>
    <name>app::CrsDialog</name>
    <message>
        <source>Reference system</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>In which reference system are the coordinates of %1?</source>
        <translation>%1 的坐标是哪个坐标系？</translation>
    </message>
    <message>
        <source>The file does not say. If you do not know, ask whoever gave it to you; a wrong choice puts everything in the wrong place.</source>
        <translation>文件没有写明。不清楚时请问提供数据的人，选错会使所有要素偏离实际位置。</translation>
    </message>
    <message>
        <source>Add to the map</source>
        <translation>添加到地图</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>不添加</translation>
    </message>
    <message>
        <source>Its coordinates run from %1 to %2 (x) and from %3 to %4 (y).</source>
        <translation>坐标范围：x 从 %1 到 %2，y 从 %3 到 %4。</translation>
    </message>
    <message>
        <source>Show the systems that do not fit as well</source>
        <translation>同时列出不相符的坐标系</translation>
    </message>
    <message>
        <source>Search: zone, central meridian or EPSG code</source>
        <translation>查找：带号、中央经线或 EPSG 代码</translation>
    </message>
    <message>
        <source>CGCS2000</source>
        <translation>2000 国家大地坐标系</translation>
    </message>
    <message>
        <source>WGS 84</source>
        <translation>WGS 84</translation>
    </message>
    <message>
        <source>Xi&apos;an 1980</source>
        <translation>1980 西安坐标系</translation>
    </message>
    <message>
        <source>Beijing 1954</source>
        <translation>1954 北京坐标系</translation>
    </message>
    <message>
        <source>longitude and latitude</source>
        <translation>经纬度</translation>
    </message>
    <message>
        <source>web Mercator (map tiles)</source>
        <translation>Web 墨卡托（网络地图瓦片）</translation>
    </message>
    <message>
        <source>UTM, central meridian %1°E</source>
        <translation>UTM，中央经线 %1°E</translation>
    </message>
    <message>
        <source>%1° zone %2 (easting begins with %2)</source>
        <translation>%1 度带第 %2 带（东坐标以 %2 开头）</translation>
    </message>
    <message>
        <source>%1° zone, central meridian %2°E</source>
        <translation>%1 度带，中央经线 %2°E</translation>
    </message>
    <message>
        <source>– far outside China</source>
        <translation>——远在中国以外</translation>
    </message>
    <message>
        <source>– in this city</source>
        <translation>——落在本市</translation>
    </message>
    <message>
        <source>No system is called that; try a central meridian or an EPSG code.</source>
        <translation>没有这样的坐标系；可改查中央经线或 EPSG 代码。</translation>
    </message>
</context>
<context>
    <name>app::DockTitle</name>
    <message>
        <source>Float or dock this panel</source>
        <translation>浮动或停靠此面板</translation>
    </message>
    <message>
        <source>Close this panel</source>
        <translation>关闭此面板</translation>
    </message>
</context>
<context>
    <name>app::FileLayers</name>
    <message>
        <source>This file is the database of the open workspace: its tables are layers of the map already, and it cannot be added or imported a second time.</source>
        <translation>这个文件是当前工作区的数据库：其中的表已经是地图图层，不能再作为文件添加或导入。</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>读取 %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose the reference system</source>
        <translation>选择坐标系</translation>
    </message>
    <message>
        <source>Choose the reference system again</source>
        <translation>重新选择坐标系</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 (and %n more of this kind)</source>
        <translation>
            <numerusform>%1：%2（同类问题另有 %n 处）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was added to the map: %n feature(s), %2.</source>
        <translation>
            <numerusform>已将 %1 添加到地图：%n 个要素，%2。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was added to the map: %2.</source>
        <translation>%1 已添加到地图，坐标系为 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%1: the coordinates of %n feature(s) do not fit %2 and are left out; the file is probably in another reference system.</source>
        <translation>
            <numerusform>文件 %1：%n 个要素的坐标不在“%2”的范围内，已略去；文件很可能用的是另一坐标系。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import a file into the workspace</source>
        <translation>把文件导入工作区</translation>
    </message>
</context>
<context>
    <name>app::FurnitureOverlay</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 项</translation>
    </message>
</context>
<context>
    <name>app::GoToBar</name>
    <message>
        <source>read as GCJ-02, shifted to CGCS2000</source>
        <translation>按 GCJ-02 理解，已换算到 CGCS2000</translation>
    </message>
    <message>
        <source>read as BD-09, shifted to CGCS2000</source>
        <translation>按 BD-09 理解，已换算到 CGCS2000</translation>
    </message>
    <message>
        <source>read as degrees, minutes, seconds</source>
        <translation>按度分秒理解</translation>
    </message>
    <message>
        <source>read as map coordinates in %1</source>
        <translation>按 %1 投影坐标理解</translation>
    </message>
    <message>
        <source>longitude first assumed</source>
        <translation>按经度在前处理</translation>
    </message>
    <message>
        <source>latitude first assumed</source>
        <translation>按纬度在前处理</translation>
    </message>
    <message>
        <source>Go to this position</source>
        <translation>转到该位置</translation>
    </message>
    <message>
        <source>These coordinates lie outside the area the map can show.</source>
        <translation>坐标超出地图可显示的范围。</translation>
    </message>
    <message>
        <source>This is not a position yet. Examples: 113.11, 36.19 · 36°11′28″N 113°06′48″E · GCJ02 113.12, 36.19</source>
        <translation>还不是完整的坐标。例：113.11, 36.19 · 北纬36°11′28″ 东经113°06′48″ · GCJ02 113.12, 36.19</translation>
    </message>
    <message>
        <source>Open a workspace to search for places by name.</source>
        <translation>打开工作区后才能按地名查找。</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Place, code, pinyin initials or coordinates (Ctrl+L)</source>
        <translation>地名、代码、拼音首字母或坐标（Ctrl+L）</translation>
    </message>
    <message>
        <source>Go to a place or coordinates</source>
        <translation>转到地名或坐标</translation>
    </message>
    <message>
        <source>Names are being indexed for the search; places found by name alone are there already.</source>
        <translation>正在为搜索建立名称索引；仅按名称查找的地点已可使用。</translation>
    </message>
    <message>
        <source>Nothing called “%1”. Try part of the name, its code, a phone number, or the pinyin initials.</source>
        <translation>没有找到“%1”。可试名称的一部分、代码、电话号码或拼音首字母。</translation>
    </message>
    <message>
        <source>Administrative divisions</source>
        <translation>行政区划</translation>
    </message>
    <message>
        <source>Persons in charge</source>
        <translation>责任人</translation>
    </message>
</context>
<context>
    <name>app::HelpDialog</name>
    <message>
        <source>Find in the help</source>
        <translation>在说明中查找</translation>
    </message>
    <message>
        <source>First steps and keys</source>
        <translation>入门与快捷键</translation>
    </message>
    <message>
        <source>About Fengsui</source>
        <translation>关于烽燧</translation>
    </message>
    <message>
        <source>Fengsui %1
Risk and emergency map for a prefecture&apos;s command centre.
GPL-3.0-or-later. Uses Qt, GDAL, PROJ, GEOS and SQLite.</source>
        <translation>烽燧 %1
地市应急指挥中心的灾害风险与应急地图。
许可证 GPL-3.0-or-later。使用 Qt、GDAL、PROJ、GEOS 和 SQLite。</translation>
    </message>
</context>
<context>
    <name>app::ImportDialog</name>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>Looking at every row…</source>
        <translation>正在逐行检查……</translation>
    </message>
    <message>
        <source>Import of %1 into %2</source>
        <translation>将 %1 导入 %2</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入……</translation>
    </message>
    <message>
        <source>Undoing the import…</source>
        <translation>正在撤销导入……</translation>
    </message>
    <message>
        <source>-rejected.csv</source>
        <translation>-未采用.csv</translation>
    </message>
    <message>
        <source>Save the rejected rows</source>
        <translation>保存未采用的行</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>正在读取 %1……</translation>
    </message>
    <message>
        <source>1 of 3 · What is %1?</source>
        <translation>第 1 步，共 3 步 · %1 是什么？</translation>
    </message>
    <message>
        <source>2 of 3 · Where the columns come from</source>
        <translation>第 2 步，共 3 步 · 各列取自哪里</translation>
    </message>
    <message>
        <source>3 of 3 · What the import does</source>
        <translation>第 3 步，共 3 步 · 导入的结果</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>T&amp;ry it</source>
        <translation>试算(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>The workspace is open for reading only.</source>
        <translation>工作区以只读方式打开。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
<context>
    <name>app::InspectorCard</name>
    <message>
        <source>%1 · %2 away</source>
        <translation>%1 · 距此 %2</translation>
    </message>
    <message>
        <source>Zoom to</source>
        <translation>缩放到</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>app::InspectorPanel</name>
    <message>
        <source>Click a place on the map to see what is there: the divisions it belongs to, its height, and everything the visible layers hold.</source>
        <translation>在地图上点一下，查看该处的行政区划、高程和可见图层中的所有要素。</translation>
    </message>
    <message>
        <source>Nothing of the visible layers lies here. Switch on more layers, or zoom in: some show only from a larger scale.</source>
        <translation>可见图层在此处没有要素。可打开更多图层，或放大地图：有些图层只在较大比例尺下显示。</translation>
    </message>
    <message numerus="yes">
        <source>%n more not shown; zoom in to tell them apart.</source>
        <translation>
            <numerusform>还有 %n 个未列出，放大后再点。</numerusform>
        </translation>
    </message>
    <message>
        <source>Height %1 m</source>
        <translation>高程 %1 米</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>属性查询</translation>
    </message>
</context>
<context>
    <name>app::JobDelegate</name>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed, see Messages</source>
        <translation>失败，详见“消息”</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
</context>
<context>
    <name>app::JobsPanel</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Nothing is running. Long work is listed here with its progress, and can be cancelled.</source>
        <translation>当前没有任务。耗时的工作会列在这里，可看进度，可取消。</translation>
    </message>
</context>
<context>
    <name>app::LayerLoader</name>
    <message>
        <source>Loading layers</source>
        <translation>载入图层</translation>
    </message>
</context>
<context>
    <name>app::LayerPanel</name>
    <message>
        <source>Added files</source>
        <translation>添加的文件</translation>
    </message>
    <message>
        <source>Waiting to be loaded</source>
        <translation>等待载入</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>载入中</translation>
    </message>
    <message>
        <source>Zoom to layer</source>
        <translation>缩放到图层</translation>
    </message>
    <message>
        <source>Show only this layer of its group</source>
        <translation>本组只显示此图层</translation>
    </message>
    <message>
        <source>Move up	Alt+Up</source>
        <translation>上移	Alt+↑</translation>
    </message>
    <message>
        <source>Move down	Alt+Down</source>
        <translation>下移	Alt+↓</translation>
    </message>
    <message>
        <source>Remove from the map	Del</source>
        <translation>从地图移除	Del</translation>
    </message>
    <message>
        <source>Add a file to the map…</source>
        <translation>添加文件到地图…</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>No layers yet. Open a workspace, or drop a file here: Shapefile, GeoPackage, GeoJSON, KML, DXF, GeoTIFF and whatever else GDAL reads.</source>
        <translation>还没有图层。请打开工作区，或把文件拖到这里：Shapefile、GeoPackage、GeoJSON、KML、DXF、GeoTIFF 等 GDAL 能读的格式。</translation>
    </message>
    <message>
        <source>Zoom in to %1</source>
        <translation>放大到 %1 后显示</translation>
    </message>
    <message>
        <source>Zoom out to %1</source>
        <translation>缩小到 %1 后显示</translation>
    </message>
    <message>
        <source>Opacity of %1</source>
        <translation>“%1”不透明度</translation>
    </message>
    <message>
        <source>Choose a layer to set its opacity</source>
        <translation>选中图层后可调整不透明度</translation>
    </message>
    <message>
        <source>Compare with and without</source>
        <translation>有无对比（卷帘）</translation>
    </message>
    <message>
        <source>Situation plotting</source>
        <translation>标绘</translation>
    </message>
    <message>
        <source>Table of its rows</source>
        <translation>打开属性表</translation>
    </message>
</context>
<context>
    <name>app::MainWindow</name>
    <message>
        <source>What is here</source>
        <translation>这里有什么</translation>
    </message>
    <message>
        <source>Copy coordinates</source>
        <translation>复制坐标</translation>
    </message>
    <message>
        <source>Centre the map here</source>
        <translation>以此为地图中心</translation>
    </message>
    <message>
        <source>Open a workspace folder</source>
        <translation>打开工作区文件夹</translation>
    </message>
    <message>
        <source>Add files to the map</source>
        <translation>添加文件到地图</translation>
    </message>
    <message>
        <source>%1 · Fengsui</source>
        <translation>%1 · 烽燧</translation>
    </message>
    <message>
        <source>Fengsui</source>
        <translation>烽燧</translation>
    </message>
    <message>
        <source>Where to keep the demonstration</source>
        <translation>选择演示数据的保存位置</translation>
    </message>
</context>
<context>
    <name>app::MapCanvas</name>
    <message>
        <source>Demonstration data</source>
        <translation>演示数据</translation>
    </message>
</context>
<context>
    <name>app::MapStatusBar</name>
    <message>
        <source>Type a scale such as 1:50,000 or 50000.</source>
        <translation>请输入比例尺，如 1:50,000 或 1:5万。</translation>
    </message>
    <message>
        <source>%1 (+%2)</source>
        <translation>%1（另有 %2 项）</translation>
    </message>
    <message>
        <source>No unread messages</source>
        <translation>没有未读消息</translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n 条未读消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Scale; type another and press Enter</source>
        <translation>比例尺，可改后按 Enter</translation>
    </message>
    <message>
        <source>Map scale</source>
        <translation>地图比例尺</translation>
    </message>
    <message>
        <source>Show the jobs</source>
        <translation>显示任务</translation>
    </message>
</context>
<context>
    <name>app::MeasureTool</name>
    <message>
        <source>Distance %1</source>
        <translation>距离 %1</translation>
    </message>
    <message>
        <source>Area %1, perimeter %2</source>
        <translation>面积 %1，周长 %2</translation>
    </message>
    <message>
        <source>perimeter %1</source>
        <translation>周长 %1</translation>
    </message>
</context>
<context>
    <name>app::MessagesPanel</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>No messages. Trouble with files and layers is listed here, with what to do about it.</source>
        <translation>没有消息。文件和图层的问题会列在这里，并说明怎么办。</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>清空</translation>
    </message>
</context>
<context>
    <name>app::OverviewBuilder</name>
    <message>
        <source>Making %1 quick to show</source>
        <translation>正在为 %1 生成概视图</translation>
    </message>
</context>
<context>
    <name>app::PlotEditor</name>
    <message>
        <source>Sheet 1</source>
        <translation>标绘 1</translation>
    </message>
    <message>
        <source>Plotted object added</source>
        <translation>添加标绘对象</translation>
    </message>
    <message>
        <source>Plotted object changed</source>
        <translation>修改标绘对象</translation>
    </message>
    <message>
        <source>Plotted object removed</source>
        <translation>删除标绘对象</translation>
    </message>
    <message>
        <source>Sheet added</source>
        <translation>新建标绘图层</translation>
    </message>
    <message>
        <source>Sheet renamed</source>
        <translation>重命名标绘图层</translation>
    </message>
    <message>
        <source>Sheet shown or hidden</source>
        <translation>显示或隐藏标绘图层</translation>
    </message>
    <message>
        <source>Sheet removed</source>
        <translation>删除标绘图层</translation>
    </message>
    <message>
        <source>Nothing in this file can be plotted.</source>
        <translation>这个文件中没有可标绘的内容。</translation>
    </message>
    <message>
        <source>Plotting imported</source>
        <translation>导入标绘</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写出：%1</translation>
    </message>
</context>
<context>
    <name>app::PlotPanel</name>
    <message>
        <source>The sheet was removed with all that is on it; Ctrl+Z brings it back.</source>
        <translation>图层及其全部内容已删除；按 Ctrl+Z 可恢复。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Click an object to pick it, drag to move it or a corner of it; Delete removes, Esc lets go.</source>
        <translation>单击选取，拖动可移动整体或顶点；Delete 删除，Esc 取消选取。</translation>
    </message>
    <message>
        <source>Open a workspace to plot in it.</source>
        <translation>打开工作区后即可标绘。</translation>
    </message>
    <message>
        <source>This workspace is open for reading only: nothing can be plotted.</source>
        <translation>此工作区以只读方式打开，不能标绘。</translation>
    </message>
    <message>
        <source>Nothing is plotted on this sheet. Choose a tool above and click on the map.</source>
        <translation>本图层还没有内容。在上方选一种工具，再到图上单击。</translation>
    </message>
    <message>
        <source>Sheet %1</source>
        <translation>标绘 %1</translation>
    </message>
    <message>
        <source>Plotting</source>
        <translation>标绘</translation>
    </message>
    <message>
        <source>Pick and move</source>
        <translation>选取与移动</translation>
    </message>
    <message>
        <source>Show this sheet on the map</source>
        <translation>在图上显示本图层</translation>
    </message>
    <message>
        <source>New sheet</source>
        <translation>新建标绘图层</translation>
    </message>
    <message>
        <source>Rename this sheet</source>
        <translation>重命名本图层</translation>
    </message>
    <message>
        <source>Remove this sheet with all that is on it</source>
        <translation>删除本图层及其全部内容</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>标绘图层</translation>
    </message>
    <message>
        <source>Name of the sheet</source>
        <translation>标绘图层名称</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>粗细</translation>
    </message>
    <message>
        <source>What it is, if it needs saying</source>
        <translation>需要说明时填写</translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>虚线</translation>
    </message>
    <message>
        <source>What is plotted on this sheet</source>
        <translation>本图层的标绘内容</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Write what is plotted</source>
        <translation>写出标绘</translation>
    </message>
    <message>
        <source>KML (*.kml);;GeoJSON (*.geojson *.json)</source>
        <translation>KML（*.kml）;;GeoJSON（*.geojson *.json）</translation>
    </message>
    <message>
        <source>Add a sheet from a file</source>
        <translation>从文件添加图幅</translation>
    </message>
    <message>
        <source>GeoJSON (*.geojson *.json)</source>
        <translation>GeoJSON（*.geojson *.json）</translation>
    </message>
    <message>
        <source>Write to a file, read from one</source>
        <translation>写出到文件、从文件读入</translation>
    </message>
    <message>
        <source>Write everything as KML or GeoJSON…</source>
        <translation>全部写出为 KML 或 GeoJSON…</translation>
    </message>
    <message>
        <source>Add a sheet from GeoJSON…</source>
        <translation>从 GeoJSON 添加图幅…</translation>
    </message>
</context>
<context>
    <name>app::QuestionList</name>
    <message>
        <source>Use %1</source>
        <translation>采用 %1</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>保持原样</translation>
    </message>
</context>
<context>
    <name>app::ReadOnlyBanner</name>
    <message>
        <source>Bring up to date</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Open for reading only: %1</source>
        <translation>只读打开：%1</translation>
    </message>
</context>
<context>
    <name>app::ResultPage</name>
    <message>
        <source>&amp;Remove the rows of the table that are not in the file</source>
        <translation>删除表中不在文件里的行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save the rejected rows…</source>
        <translation>保存未采用的行(&amp;S)……</translation>
    </message>
    <message>
        <source>Show on the &amp;map</source>
        <translation>在地图上显示(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Undo this import</source>
        <translation>撤销本次导入(&amp;U)</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>未变</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation>不在文件中</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Why it cannot be used</source>
        <translation>不能采用的原因</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>未采用的行</translation>
    </message>
    <message>
        <source>The first %1 rows that cannot be used</source>
        <translation>不能采用的前 %1 行</translation>
    </message>
    <message>
        <source>Rows that cannot be used; they are left out</source>
        <translation>以下各行不能采用，将略过</translation>
    </message>
    <message>
        <source>This is what the import would do. Nothing has been written yet.</source>
        <translation>导入将产生以下结果。目前尚未写入。</translation>
    </message>
    <message>
        <source>Nothing was different; nothing was written.</source>
        <translation>没有任何差异，未写入。</translation>
    </message>
    <message>
        <source>Imported and saved. It is one step: it can be undone as a whole.</source>
        <translation>已导入并保存。这是一个步骤，可整体撤销。</translation>
    </message>
    <message>
        <source>The import was undone; the table is as it was before.</source>
        <translation>导入已撤销，表恢复原样。</translation>
    </message>
</context>
<context>
    <name>app::RowForm</name>
    <message>
        <source>Choose a row to see all of it, change it, and read who changed it before.</source>
        <translation>选择一行，可查看全部内容、修改，并了解以前由谁改过。</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Nobody has changed this row since it was entered.</source>
        <translation>录入以来没有人改过此行。</translation>
    </message>
    <message>
        <source>row added</source>
        <translation>新增一行</translation>
    </message>
    <message>
        <source>row removed</source>
        <translation>删除一行</translation>
    </message>
    <message>
        <source>place on the map changed</source>
        <translation>地图位置有变</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Set it to %1 again</source>
        <translation>恢复为 %1</translation>
    </message>
    <message>
        <source>Not saved yet: the change before is still being written. Press Enter again.</source>
        <translation>尚未保存：上一处修改仍在写入。请再按一次回车。</translation>
    </message>
    <message>
        <source>%1 put back</source>
        <translation>恢复 %1</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>修改 %1</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Not saved: another row has this value already.</source>
        <translation>未保存：另一行已有此值。</translation>
    </message>
    <message>
        <source>Not saved: there is nothing with this code or number.</source>
        <translation>未保存：没有此代码或编号对应的对象。</translation>
    </message>
    <message>
        <source>Not saved: this value lies outside what may stand here.</source>
        <translation>未保存：此值超出允许范围。</translation>
    </message>
    <message>
        <source>Not saved. %1</source>
        <translation>未保存。%1</translation>
    </message>
</context>
<context>
    <name>app::SelectionPanel</name>
    <message>
        <source>Open a workspace or a file to choose features on the map.</source>
        <translation>打开工作区或文件后，可在地图上选择要素。</translation>
    </message>
    <message>
        <source>Nothing is chosen. Press Ctrl+6, then click a feature or drag a box over the map; Shift adds to what is chosen.</source>
        <translation>尚未选中要素。按 Ctrl+6，再单击要素或在地图上拖出方框；按住 Shift 可追加。</translation>
    </message>
    <message numerus="yes">
        <source>%1 features of %n layer(s) chosen</source>
        <translation>
            <numerusform>已选中 %n 个图层的 %1 个要素</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to look through</source>
        <translation>共 %1 个，可逐个查看</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 个，共 %2 个</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>选中要素</translation>
    </message>
    <message>
        <source>Chosen features by layer</source>
        <translation>各图层选中的要素</translation>
    </message>
    <message>
        <source>Previous  (Page Up in the list)</source>
        <translation>上一个（列表中按 Page Up）</translation>
    </message>
    <message>
        <source>Next  (Page Down in the list)</source>
        <translation>下一个（列表中按 Page Down）</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Move the map so that everything chosen is in view</source>
        <translation>移动地图，使选中的要素全部可见</translation>
    </message>
    <message>
        <source>Only this layer</source>
        <translation>仅此图层</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>取消选择</translation>
    </message>
</context>
<context>
    <name>app::SourcePage</name>
    <message>
        <source>%1 · %2 %</source>
        <translation>%1 · %2 %</translation>
    </message>
    <message>
        <source>GCJ-02, web maps such as Gaode and Tencent</source>
        <translation>GCJ-02，高德、腾讯等网络地图</translation>
    </message>
    <message>
        <source>BD-09, Baidu</source>
        <translation>BD-09，百度</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>图层(&amp;L)</translation>
    </message>
    <message>
        <source>Column &amp;headings</source>
        <translation>列名(&amp;H)</translation>
    </message>
    <message>
        <source>The first rows, as they are read</source>
        <translation>读到的前几行</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>表(&amp;T)</translation>
    </message>
    <message>
        <source>C&amp;oordinates</source>
        <translation>坐标系(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>编码(&amp;E)</translation>
    </message>
    <message>
        <source>Rows before the names</source>
        <translation>列名之前的行数</translation>
    </message>
    <message>
        <source>Rows of names</source>
        <translation>列名的行数</translation>
    </message>
    <message>
        <source>rows, after the first</source>
        <translation>行，位于开头的若干行之后：</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>请选择表</translation>
    </message>
    <message>
        <source>the file holds no places</source>
        <translation>文件中没有位置</translation>
    </message>
    <message>
        <source>Choose a coordinate system</source>
        <translation>请选择坐标系</translation>
    </message>
    <message>
        <source>The first rows, as they are read. Longitude and latitude are exchanged in the file; they will be put right.</source>
        <translation>读到的前几行。文件中经度与纬度颠倒了，导入时会更正。</translation>
    </message>
</context>
<context>
    <name>app::StartPage</name>
    <message>
        <source>Stopping …</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation>正在打开 %1 …</translation>
    </message>
    <message>
        <source>Making the demonstration city … %1%</source>
        <translation>正在生成演示城市 … %1%</translation>
    </message>
    <message>
        <source>Fengsui</source>
        <translation>烽燧</translation>
    </message>
    <message>
        <source>Natural-disaster risk and emergency map of your city</source>
        <translation>本市自然灾害风险与应急地图</translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation>打开工作区…</translation>
    </message>
    <message>
        <source>A workspace is a folder that holds workspace.gpkg, the census database of a city. Looking at it changes nothing.</source>
        <translation>工作区是存放 workspace.gpkg（本市普查数据库）的文件夹。查看不会改动其中内容。</translation>
    </message>
    <message>
        <source>Make the demonstration: small, a few seconds</source>
        <translation>生成演示数据：小规模，几秒钟</translation>
    </message>
    <message>
        <source>Make the demonstration: the whole city, about a minute</source>
        <translation>生成演示数据：全市，约一分钟</translation>
    </message>
    <message>
        <source>Changzhi with real names and codes and made-up houses, people and terrain; works without a network and is marked as demonstration data.</source>
        <translation>以长治市真实的名称和代码，加上虚构的房屋、人员和地形。无需网络，图上标明“演示数据”。</translation>
    </message>
    <message>
        <source>It is kept in %1</source>
        <translation>保存在 %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Recent workspaces</source>
        <translation>最近的工作区</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>暂无。</translation>
    </message>
    <message>
        <source>Ctrl+O opens a workspace · F1 shows the first steps and all keys · Ctrl+Shift+L 中文 / English</source>
        <translation>Ctrl+O 打开工作区 · F1 入门与快捷键 · Ctrl+Shift+L 中文 / English</translation>
    </message>
    <message>
        <source>Nothing can be written in %1; choose another folder</source>
        <translation>%1 不能写入，请另选文件夹</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Choose where the demonstration is kept</source>
        <translation>选择演示数据保存在哪里</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表移除</translation>
    </message>
    <message>
        <source>Back to the map</source>
        <translation>返回地图</translation>
    </message>
</context>
<context>
    <name>app::Swipe</name>
    <message>
        <source>Without %1</source>
        <translation>无“%1”</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>有“%1”</translation>
    </message>
</context>
<context>
    <name>app::TableExporter</name>
    <message>
        <source>An export is being written; wait for its end or cancel it in the jobs panel.</source>
        <translation>正在导出；请等待完成，或在任务面板中取消。</translation>
    </message>
    <message numerus="yes">
        <source>Write %n rows to a file</source>
        <translation>
            <numerusform>将 %n 行写入文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Excel table (*.xlsx)</source>
        <translation>Excel 表格 (*.xlsx)</translation>
    </message>
    <message>
        <source>Comma-separated text (*.csv)</source>
        <translation>逗号分隔文本 (*.csv)</translation>
    </message>
    <message>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <source>GeoJSON (*.geojson)</source>
        <translation>GeoJSON (*.geojson)</translation>
    </message>
    <message>
        <source>KML for Google Earth and Ovital (*.kml)</source>
        <translation>KML，用于谷歌地球、奥维 (*.kml)</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>正在写入 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n rows written to %1.</source>
        <translation>
            <numerusform>已将 %n 行写入 %1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::TablePanel</name>
    <message>
        <source>There is no column called “%1” here.</source>
        <translation>这里没有名为“%1”的列。</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <source>Counting… %1%</source>
        <translation>正在统计… %1%</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>共 %1 行</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%2 行中的 %1 行</translation>
    </message>
    <message>
        <source> · %1 chosen</source>
        <translation> · 选中 %1 行</translation>
    </message>
    <message>
        <source>Open a workspace to see its tables.</source>
        <translation>打开工作区后可查看其中的表。</translation>
    </message>
    <message>
        <source>Choose a table above, or a layer&apos;s “Table of its rows” in the layer list.</source>
        <translation>在上方选择一张表，或在图层列表中右键图层，选“打开属性表”。</translation>
    </message>
    <message>
        <source>No row of this table is chosen on the map.</source>
        <translation>地图上没有选中此表的任何行。</translation>
    </message>
    <message>
        <source>This table has no rows.</source>
        <translation>此表没有任何行。</translation>
    </message>
    <message>
        <source>No row fits the filter. Esc takes it away.</source>
        <translation>没有符合筛选条件的行。按 Esc 取消筛选。</translation>
    </message>
    <message>
        <source>This table has no places to show on the map.</source>
        <translation>此表没有可在地图上显示的位置。</translation>
    </message>
    <message>
        <source>This row has no place on the map.</source>
        <translation>此行在地图上没有位置。</translation>
    </message>
    <message numerus="yes">
        <source>%n rows copied.</source>
        <translation>
            <numerusform>已复制 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Attribute table</source>
        <translation>属性表</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>请选择表</translation>
    </message>
    <message>
        <source>Filter: words, or column&gt;value</source>
        <translation>筛选：词语，或 列&gt;值</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Words must all be in the row; &quot;two words&quot; are one, -word must not be there, | means or.
column=value, also != &lt; &lt;= &gt; &gt;= ~ (contains), column=1..5, column= (empty), * for any letters.</source>
        <translation>各词都须出现在行中；&quot;两个 词&quot; 作为一个，-词 表示不得出现，| 表示或。
列=值，也可用 != &lt; &lt;= &gt; &gt;= ~（包含）、列=1..5、列=（空）、* 代表任意字符。</translation>
    </message>
    <message>
        <source>Chosen only</source>
        <translation>仅选中</translation>
    </message>
    <message>
        <source>Show the rows that are chosen, on the map or here, and no others</source>
        <translation>只显示在地图上或此处选中的行</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>All of the current row: change it, and read who changed it before (F2)</source>
        <translation>当前行的全部内容：可修改，并查看以前由谁改过（F2）</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write the rows shown, or those chosen here, to Excel, CSV, GeoPackage, GeoJSON or KML</source>
        <translation>把显示的行（或此处选中的行）写入 Excel、CSV、GeoPackage、GeoJSON 或 KML</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Choose the columns that are shown</source>
        <translation>选择显示哪些列</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>各行</translation>
    </message>
</context>
<context>
    <name>app::WorkspaceController</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Making the demonstration city</source>
        <translation>生成演示城市</translation>
    </message>
    <message>
        <source>The demonstration city is ready: %L1 features in %2 s.</source>
        <translation>演示城市已生成：%L1 个要素，用时 %2 秒。</translation>
    </message>
    <message>
        <source>Bringing the workspace up to date</source>
        <translation>正在升级工作区</translation>
    </message>
    <message>
        <source>The workspace is up to date. The copy from before is %1.</source>
        <translation>工作区已升级。升级前的副本为 %1。</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Here</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>选中</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>标绘</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>属性表</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>质检</translation>
    </message>
</context>
<context>
    <name>app::RoomBar</name>
    <message>
        <source>Rooms</source>
        <translation>功能栏</translation>
    </message>
</context>
</TS>
