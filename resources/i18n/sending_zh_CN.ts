<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CommandLine</name>
    <message>
        <source>there is some left, but the trucks there are full</source>
        <translation>尚有剩余，但那里车辆已满</translation>
    </message>
    <message>
        <source>the trucks of a nearer one are full</source>
        <translation>较近的库车辆已满</translation>
    </message>
    <message>
        <source>GeoJSON: a hazard's footprint, which closes every road that lies in it</source>
        <translation>GeoJSON：灾害影响范围，落在其中的道路全部中断</translation>
    </message>
    <message>
        <source>no truck of a depot that names its trucks goes twice</source>
        <translation>登记了车辆的库，每辆车只跑一趟</translation>
    </message>
    <message>
        <source>The ledger was written to %1.</source>
        <translation>台账已写入 %1。</translation>
    </message>
    <message>
        <source>%1 movements and %2 steps are new, %3 records were known; %4 questions for a person.</source>
        <translation>新增流水 %1 笔、步骤 %2 个，已有记录 %3 条；待人工处理 %4 件。</translation>
    </message>
    <message>
        <source>two copies of the books brought together</source>
        <translation>两份台账合并</translation>
    </message>
    <message>
        <source>write the books as a file for another copy</source>
        <translation>把台账写成文件，供另一份合并</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>whose copy this is, as the other side calls it</source>
        <translation>这是谁的一份，供对方称呼</translation>
    </message>
    <message>
        <source>take over such a file; what is not covered becomes a question</source>
        <translation>并入这样的文件；库存不足的成为待处理事项</translation>
    </message>
    <message>
        <source>what only a person can decide after that</source>
        <translation>合并后须由人处理的事项</translation>
    </message>
    <message>
        <source>those that are decided as well</source>
        <translation>连同已处理的</translation>
    </message>
    <message>
        <source>say what was done about one</source>
        <translation>写明某一事项如何处理</translation>
    </message>
    <message>
        <source>which question</source>
        <translation>哪一事项</translation>
    </message>
    <message>
        <source>what was done</source>
        <translation>如何处理</translation>
    </message>
    <message>
        <source>%1 set.</source>
        <translation>已设置 %1 项。</translation>
    </message>
    <message>
        <source>JSON: one or a list; what is not named stays as it is</source>
        <translation>JSON：一项或一组；没写的保持不变</translation>
    </message>
    <message>
        <source>Example of FILE:</source>
        <translation>FILE 示例：</translation>
    </message>
    <message>
        <source>put kits together: their parts become kits</source>
        <translation>组套：散件成套</translation>
    </message>
    <message>
        <source>take kits apart: they become their parts again</source>
        <translation>拆套：成套变散件</translation>
    </message>
    <message>
        <source>how many kits</source>
        <translation>多少套</translation>
    </message>
    <message>
        <source>which kit</source>
        <translation>哪种套装</translation>
    </message>
    <message>
        <source>in which depot</source>
        <translation>在哪个库</translation>
    </message>
    <message>
        <source>of this lot; what expires first unless given</source>
        <translation>这个批次的；不写则先到期先拆</translation>
    </message>
    <message>
        <source>items of the catalogue</source>
        <translation>物资目录</translation>
    </message>
    <message>
        <source>depots and their trucks</source>
        <translation>仓库及其车辆</translation>
    </message>
    <message>
        <source>kits, built and opened</source>
        <translation>组套与拆套</translation>
    </message>
    <message>
        <source>add or change items</source>
        <translation>新增或修改物资</translation>
    </message>
    <message>
        <source>add or change depots and their trucks</source>
        <translation>新增或修改仓库及其车辆</translation>
    </message>
    <message>
        <source>levels by hand with their reason, or the people a depot is there for</source>
        <translation>手定储备标准及理由，或仓库保障的人数</translation>
    </message>
    <message>
        <source>Items edited: %1.</source>
        <translation>物资修改 %1 种。</translation>
    </message>
</context>
<context>
    <name>DispatchWords</name>
    <message>
        <source>sends %1 of its %2</source>
        <translation>发出 %1（现有 %2）</translation>
    </message>
    <message>
        <source>has given all its %1 away: %2</source>
        <translation>现有 %1 已全部分给：%2</translation>
    </message>
    <message>
        <source>has %1 and is not needed: nearer ones suffice</source>
        <translation>现有 %1，不需动用：较近的库已够</translation>
    </message>
    <message>
        <source>has %1 and would come too late</source>
        <translation>现有 %1，赶不上时限</translation>
    </message>
    <message>
        <source>has %1 and is cut off by: %2</source>
        <translation>现有 %1，被阻断：%2</translation>
    </message>
    <message>
        <source>has %1; no road leads here from there</source>
        <translation>现有 %1，那里没有路通到此处</translation>
    </message>
    <message>
        <source>has %1 and lies at no passable road</source>
        <translation>现有 %1，库旁没有可通行的道路</translation>
    </message>
    <message>
        <source>has %1; one piece of %2 fits none of its trucks</source>
        <translation>现有 %1，单件%2装不进它的车辆</translation>
    </message>
    <message>
        <source>has %1, and its trucks are full</source>
        <translation>现有 %1，但车辆已满</translation>
    </message>
    <message>
        <source>the nearest by road</source>
        <translation>按道路最近</translation>
    </message>
    <message>
        <source>nearer ones have given theirs away</source>
        <translation>较近的库已分完</translation>
    </message>
    <message>
        <source>a nearer one is cut off</source>
        <translation>较近的库道路中断</translation>
    </message>
    <message>
        <source>a nearer one has no truck for it</source>
        <translation>较近的库无车可装</translation>
    </message>
    <message>
        <source>the trucks of a nearer one are full</source>
        <translation>较近的库车辆已满</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>需求</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>物资</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>需求</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>可发</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>What comes of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Who sends what by which road</source>
        <translation>由谁发、走哪条路</translation>
    </message>
    <message>
        <source>From</source>
        <translation>发出库</translation>
    </message>
    <message>
        <source>To</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>There</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>Road</source>
        <translation>路线</translation>
    </message>
    <message>
        <source>Why this depot</source>
        <translation>为何由此库</translation>
    </message>
    <message>
        <source>Trucks</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>Truck</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>出发</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>重量</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>体积</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>物资</translation>
    </message>
    <message>
        <source>Planned for %1; loading takes %2 minutes (an assumption); speeds of “%3”%4.</source>
        <translation>按 %1 计算；装车 %2 分钟（假定）；车速按“%3”%4。</translation>
    </message>
    <message>
        <source>, to be verified</source>
        <translation>（待核实）</translation>
    </message>
    <message>
        <source>Amounts by priority, then shared so that the smallest share is as large as can be; then the least sum of pieces × driving time (minimum-cost flow). Closed roads are never driven.</source>
        <translation>数量先按优先级，再使最小满足率尽量大；然后使件数×行车时间之和最小（最小费用流）。断路一律不走。</translation>
    </message>
    <message>
        <source>Closed: %1</source>
        <translation>断路：%1</translation>
    </message>
    <message>
        <source>hired lorry</source>
        <translation>社会车辆</translation>
    </message>
    <message>
        <source>%1 no. %2</source>
        <translation>%1 第 %2 辆</translation>
    </message>
    <message>
        <source>, round %1</source>
        <translation>，第 %1 趟</translation>
    </message>
    <message>
        <source>no depot has any</source>
        <translation>没有一个库有</translation>
    </message>
    <message>
        <source>no passable road near the place</source>
        <translation>地点附近没有可通行的道路</translation>
    </message>
    <message>
        <source>there is some left, but closures cut the way</source>
        <translation>尚有剩余，但道路中断</translation>
    </message>
    <message>
        <source>there is some left, but it would come too late</source>
        <translation>尚有剩余，但赶不上时限</translation>
    </message>
    <message>
        <source>there is some left, but no road leads from there</source>
        <translation>尚有剩余，但那里无路可通</translation>
    </message>
    <message>
        <source>there is some left, but one piece fits no truck</source>
        <translation>尚有剩余，但单件装不进任何车</translation>
    </message>
    <message>
        <source>the stock is shared out to the last piece</source>
        <translation>库存已分完</translation>
    </message>
    <message>
        <source>there is some left, but the trucks there are full</source>
        <translation>尚有剩余，但那里车辆已满</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>nothing: %1</source>
        <translation>无：%1</translation>
    </message>
    <message>
        <source>all there at %1</source>
        <translation>全部 %1 到</translation>
    </message>
    <message>
        <source>there at %1; %2 short: %3</source>
        <translation>%1 到；缺 %2：%3</translation>
    </message>
    <message>
        <source>; %1 after the deadline</source>
        <translation>；其中 %1 逾期</translation>
    </message>
    <message>
        <source>Its deadline had passed before anything could leave.</source>
        <translation>还未能出发，时限已过。</translation>
    </message>
    <message>
        <source>%1 from %2 (%3): %4</source>
        <translation>%1 由%2发出（%3）：%4</translation>
    </message>
    <message>
        <source> round closed roads (%1 were they open)</source>
        <translation>，绕开断路（若畅通 %1）</translation>
    </message>
    <message>
        <source>At no passable road, sends nothing: %1</source>
        <translation>库旁无可通行道路，不能发出：%1</translation>
    </message>
    <message>
        <source>Without a place on the map, sends nothing: %1 (enter it under “Lists”)</source>
        <translation>没有地图位置，不能发出：%1（请在“目录”中补录）</translation>
    </message>
    <message>
        <source>Requisitions without a place on the map, not planned: %1</source>
        <translation>没有地图位置、未参与计算的申领：%1</translation>
    </message>
    <message>
        <source>%1 requests: %2 in full, %3 in part, %4 nothing; %5 trucks; planned in %6 ms</source>
        <translation>%1 项需求：%2 项满足，%3 项部分满足，%4 项无法满足；用车 %5 辆次；计算 %6 毫秒</translation>
    </message>
    <message>
        <source>Dispatch plan</source>
        <translation>物资调拨方案</translation>
    </message>
    <message>
        <source>DEMONSTRATION DATA</source>
        <translation>演示数据</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>RequisitionPaper</name>
    <message>
        <source>From: %1</source>
        <translation>发出库：%1</translation>
    </message>
    <message>
        <source>Goods of this order</source>
        <translation>本单物资</translation>
    </message>
</context>
<context>
    <name>app::ClosedRoadsView</name>
    <message>
        <source>Closures or the footprint of a hazard</source>
        <translation>断路或灾害影响范围</translation>
    </message>
    <message>
        <source>GeoJSON (*.geojson *.json)</source>
        <translation>GeoJSON (*.geojson *.json)</translation>
    </message>
    <message>
        <source>Could not be kept for the next start: %1</source>
        <translation>未能留存到下次启动：%1</translation>
    </message>
    <message>
        <source>Closed %1</source>
        <translation>断路 %1</translation>
    </message>
    <message>
        <source>Choose areas, lines or points on the map first.</source>
        <translation>请先在地图上选择面、线或点。</translation>
    </message>
    <message>
        <source>Draw what is closed; Enter or a double click ends it, Esc drops it.</source>
        <translation>画出中断的地方；回车或双击结束，Esc 放弃。</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>所选</translation>
    </message>
    <message>
        <source>What is chosen on the map: areas, lines or points of a layer</source>
        <translation>地图上已选择的图层要素：面、线或点</translation>
    </message>
    <message>
        <source>File …</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>GeoJSON: closures, or the footprint of a flood or landslide</source>
        <translation>GeoJSON：断路，或洪水、滑坡的影响范围</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>No road is closed. Draw a circle, a line or an area on the map, or take what is chosen there or a file: what lies in it is impassable.</source>
        <translation>目前没有断路。可在地图上画圆、线或面，也可取地图上所选要素或文件：落在其中的道路一律不可通行。</translation>
    </message>
</context>
<context>
    <name>app::DispatchPage</name>
    <message>
        <source>Folder for the forms</source>
        <translation>单据保存到文件夹</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>需求</translation>
    </message>
    <message>
        <source>Requests (*.json)</source>
        <translation>需求 (*.json)</translation>
    </message>
    <message>
        <source>%1 kg, %2 m³</source>
        <translation>%1 kg，%2 m³</translation>
    </message>
    <message>
        <source>Planning …</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>“Plan” shares out what the depots have by road, round what is closed. A file of requests may stand for the open requisitions.</source>
        <translation>点“计算”，按道路、绕开断路，把各库物资分配给需求。可用需求文件代替待办申领。</translation>
    </message>
    <message>
        <source>No open requisition waits for goods.</source>
        <translation>没有等待物资的申领。</translation>
    </message>
    <message>
        <source>%1 orders made; the goods are set apart.</source>
        <translation>已生成 %1 份调拨单，物资已预占。</translation>
    </message>
    <message>
        <source>Who approves? Another person than the one who plans.</source>
        <translation>由谁批准？须与制定方案的人不同。</translation>
    </message>
    <message>
        <source>Nothing was booked. %1</source>
        <translation>未入账。%1</translation>
    </message>
    <message>
        <source>%1 orders are on the road.</source>
        <translation>%1 份调拨单已出库在途。</translation>
    </message>
    <message>
        <source>dispatch-plan</source>
        <translation>调拨方案</translation>
    </message>
    <message>
        <source>%1 forms saved in %2</source>
        <translation>已保存 %1 份单据到 %2</translation>
    </message>
    <message>
        <source>Open requisitions</source>
        <translation>待办申领</translation>
    </message>
    <message>
        <source>Requests of a file …</source>
        <translation>需求文件…</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Closed (%1)</source>
        <translation>断路 (%1)</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>断路</translation>
    </message>
    <message>
        <source>Trucks</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>可达</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>车型</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>装车</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Send nothing that comes after its deadline</source>
        <translation>逾期才能到的不发</translation>
    </message>
    <message>
        <source>No truck goes twice (of depots that name their trucks)</source>
        <translation>每辆车只跑一趟（登记了车辆的库）</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>ground: event, response level, paper</source>
        <translation>调拨依据：事件、响应级别、文号</translation>
    </message>
    <message>
        <source>approved by</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Makes the orders and sets the goods apart in the depots</source>
        <translation>生成调拨单，并在各库预占物资</translation>
    </message>
    <message>
        <source>Forms …</source>
        <translation>单据…</translation>
    </message>
    <message>
        <source>The plan and one sheet for each order and depot, as PDF</source>
        <translation>调拨方案及各单各库一张调拨单，PDF</translation>
    </message>
    <message>
        <source>All leave</source>
        <translation>全部出库</translation>
    </message>
    <message>
        <source>The goods of all these orders are on the road now</source>
        <translation>这些调拨单的物资现在全部出库在途</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>物资</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>需求</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>可发</translation>
    </message>
    <message>
        <source>What comes of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>From</source>
        <translation>发出库</translation>
    </message>
    <message>
        <source>Truck</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>出发</translation>
    </message>
    <message>
        <source>There</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>载重</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>物资</translation>
    </message>
</context>
<context>
    <name>app::LevelsPage</name>
    <message>
        <source>on the map</source>
        <translation>在地图上显示</translation>
    </message>
</context>
<context>
    <name>app::ListsPage</name>
    <message>
        <source>Merging</source>
        <translation>台账合并</translation>
    </message>
    <message>
        <source>Field work: save the books here, take them over on the laptop, count and issue there; back in the office save them there and take them over here. Twice does no harm; nothing falls below zero, what does not fit waits here for a decision.</source>
        <translation>外业盘点、发放：先在这里“导出台账”，在外业电脑上“并入台账”，即可在外面盘点和发放；回来时在外业电脑上导出、在这里并入。同一文件并入几次都一样；不会出现负库存，对不上的留在这里等人处理。</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png)</source>
        <translation>图片 (*.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>物资</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Shelf life</source>
        <translation>保质期</translation>
    </message>
    <message>
        <source>Norm for 1,000</source>
        <translation>千人定额</translation>
    </message>
    <message>
        <source>Depot</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Trucks</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>How</source>
        <translation>来由</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>hired</source>
        <translation>社会车辆</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>按公式</translation>
    </message>
    <message>
        <source>Chinese name</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Unit (Chinese)</source>
        <translation>单位（中文）</translation>
    </message>
    <message>
        <source>Shelf life, days</source>
        <translation>保质期（天）</translation>
    </message>
    <message>
        <source>Weight of one, kg</source>
        <translation>单件重量 kg</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Source of the norm</source>
        <translation>定额来源</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
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
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Computed: %1 people at risk × %2 for 1,000%3. Norm: %4. People: %5.</source>
        <translation>按公式：受威胁 %1 人 × 每千人 %2%3。定额：%4。人数：%5。</translation>
    </message>
    <message>
        <source> a day × days</source>
        <translation>／天 × 天数</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有改动。</translation>
    </message>
    <message>
        <source>Nothing was saved. %1</source>
        <translation>未保存。%1</translation>
    </message>
    <message>
        <source>Nothing was booked. %1</source>
        <translation>未入账。%1</translation>
    </message>
    <message>
        <source>%1 kits built.</source>
        <translation>已组套 %1 套。</translation>
    </message>
    <message>
        <source>%1 kits opened.</source>
        <translation>已拆套 %1 套。</translation>
    </message>
    <message>
        <source>Save the labels</source>
        <translation>保存标签</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>%1 is no picture.</source>
        <translation>%1 不是图片。</translation>
    </message>
    <message>
        <source>← Back</source>
        <translation>← 返回</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>物资</translation>
    </message>
    <message>
        <source>Depots</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>储备标准</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Build kits</source>
        <translation>组套</translation>
    </message>
    <message>
        <source>Open kits</source>
        <translation>拆套</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Computed again</source>
        <translation>恢复按公式</translation>
    </message>
    <message>
        <source>Labels …</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>QR codes of what the list shows, as PDF; a single item with its lots</source>
        <translation>所列各项的二维码标签，PDF；只列一种物资时含各批次</translation>
    </message>
    <message>
        <source>Photo …</source>
        <translation>照片…</translation>
    </message>
    <message>
        <source>What stands against it</source>
        <translation>不能入账的原因</translation>
    </message>
    <message>
        <source>From the copy of</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>并入时间</translation>
    </message>
    <message>
        <source>What was done about it</source>
        <translation>如何处理</translation>
    </message>
    <message>
        <source>It came with another copy of the books and could not be booked; nothing of it is lost: %1</source>
        <translation>随另一份台账并入，不能入账；内容完整保留：%1</translation>
    </message>
    <message>
        <source>No question is open: the copies of the books that were merged agree.</source>
        <translation>没有待处理事项：已合并的台账一致。</translation>
    </message>
    <message>
        <source>Say what was done about it.</source>
        <translation>请写明如何处理。</translation>
    </message>
    <message>
        <source>Packs or parts are not right yet: see the lines.</source>
        <translation>包装或组成还有问题，请看标红的行。</translation>
    </message>
    <message>
        <source>Both were set without knowing of each other. If the other figures are right, set them under “Levels”; here say what was decided.</source>
        <translation>两边在互不知情时各设了一次。如应以另一组数字为准，请到“储备标准”中重新设定；这里写明如何处理。</translation>
    </message>
    <message>
        <source>The item came without this barcode. Give it one of its own under “Items”.</source>
        <translation>该物资并入时未带这个条码，请到“物资”中为它另设条码。</translation>
    </message>
    <message>
        <source>(English)</source>
        <translation>（英文）</translation>
    </message>
    <message>
        <source>Volume, m³</source>
        <translation>体积 m³</translation>
    </message>
    <message>
        <source>Barcode of one</source>
        <translation>单件条码</translation>
    </message>
    <message>
        <source>The barcode or the code belongs to another item: see below.</source>
        <translation>条码或编码与别的物资重复，见下方说明。</translation>
    </message>
    <message>
        <source>Both edited the item without knowing of each other. If the other figures are right, set them under “Items”; here say what was decided.</source>
        <translation>两边互不知情各改了一次。若另一份正确，请到“物资”中改回；在此写明处理意见。</translation>
    </message>
    <message>
        <source>The edit does not fit what is here; the item stayed as it was. Correct it under “Items” if need be.</source>
        <translation>这次修改与本机台账不符，物资保持原样；如需更改，请到“物资”中修改。</translation>
    </message>
    <message>
        <source>Whoever scans this barcode gets the item with this code. Change the barcode under “Items”.</source>
        <translation>扫这个条码会得到编码相同的物资，请到“物资”中更换条码。</translation>
    </message>
    <message>
        <source>Tier (2 to 5)</source>
        <translation>级别（2–5）</translation>
    </message>
    <message>
        <source>Tier: 2 city, 3 county, 4 township, 5 village. Trucks: kind, how many, payload in kg, space in m³; the next one after a semicolon. Without trucks of its own a depot hires.</source>
        <translation>级别：2 市、3 县、4 乡镇、5 村。车辆：车型，辆数，载重 kg，容积 m³；多种用分号隔开。没有登记车辆的按社会车辆计。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>app::ReachView</name>
    <message>
        <source>Click the place where it is needed.</source>
        <translation>请点击需要物资的地点。</translation>
    </message>
    <message>
        <source>No depot has any of it.</source>
        <translation>没有一个库有这种物资。</translation>
    </message>
    <message>
        <source>in %1 h</source>
        <translation>%1 小时内</translation>
    </message>
    <message>
        <source>Searching the roads …</source>
        <translation>正在查找道路…</translation>
    </message>
    <message>
        <source>Choose an item, then “On the map” and a click where it is needed.</source>
        <translation>选一种物资，再点“地图上点”，然后点击需要的地点。</translation>
    </message>
    <message>
        <source>Loading counted; a row opens the movements behind it (Enter).</source>
        <translation>已计装车时间；回车可看该行的流水。</translation>
    </message>
    <message>
        <source>No passable road within 2 km of the place.</source>
        <translation>该地点 2 公里内没有可通行的道路。</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>道路中断</translation>
    </message>
    <message>
        <source>at no road</source>
        <translation>库旁无路</translation>
    </message>
    <message>
        <source>no truck for it</source>
        <translation>无车可装</translation>
    </message>
    <message>
        <source>no way</source>
        <translation>无路可达</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>地图上点</translation>
    </message>
    <message>
        <source>Depot</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Arrives after</source>
        <translation>到达需时</translation>
    </message>
    <message>
        <source>Hindered</source>
        <translation>受阻</translation>
    </message>
</context>
<context>
    <name>app::StocksPanel</name>
    <message>
        <source>Requests</source>
        <translation>申领</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>调拨</translation>
    </message>
    <message>
        <source>Lists …</source>
        <translation>目录…</translation>
    </message>
    <message>
        <source>%1 records of another copy of the books wait for a decision: “Lists …”, “Merging”.</source>
        <translation>另一份台账有 %1 条记录待处理：见“目录…”中的“台账合并”。</translation>
    </message>
</context>
<context>
    <name>app::BooksExchange</name>
    <message>
        <source>stock books of %1</source>
        <translation>物资台账-%1</translation>
    </message>
    <message>
        <source>Save the books for another computer</source>
        <translation>导出台账，供另一台电脑并入</translation>
    </message>
    <message>
        <source>Take over the books of another computer</source>
        <translation>并入另一台电脑的台账</translation>
    </message>
    <message>
        <source>Stock books (*%1);;All files (*)</source>
        <translation>物资台账 (*%1);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the books …</source>
        <translation>导出台账…</translation>
    </message>
    <message>
        <source>Take over books …</source>
        <translation>并入台账…</translation>
    </message>
    <message>
        <source>What is not here yet is booked, all in one go</source>
        <translation>这里没有的逐笔入账，一次完成</translation>
    </message>
    <message>
        <source>%1 movements and %2 steps of requisitions are new, %3 were known; %4 wait for a decision.</source>
        <translation>新增流水 %1 笔、申领步骤 %2 个，已有 %3 条；待人工处理 %4 件。</translation>
    </message>
    <message>
        <source>New in the lists: %1 items, %2 depots.</source>
        <translation>目录新增物资 %1 种、储备点 %2 个。</translation>
    </message>
    <message>
        <source>Catalogue, depots, levels, movements and requisitions as a file for another computer</source>
        <translation>把目录、储备点、储备标准、流水和申领写成一个文件，供另一台电脑并入</translation>
    </message>
    <message>
        <source>Levels or people changed: %1.</source>
        <translation>储备标准或保障人数变更 %1 处。</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Nothing was booked. %1</source>
        <translation>未入账。%1</translation>
    </message>
    <message>
        <source>Items edited: %1.</source>
        <translation>物资修改 %1 种。</translation>
    </message>
</context>
<context>
    <name>ListField</name>
    <message>
        <source>Trucks: kind, how many, payload in kg, space in m³; as “5 t, 2, 5000, 20”.</source>
        <translation>车辆：车型、辆数、载重 kg、容积 m³，如“5 吨, 2, 5000, 20”。</translation>
    </message>
    <message>
        <source>%1: a number is expected.</source>
        <translation>%1：应为数字。</translation>
    </message>
</context>
<context>
    <name>app::ItemTables</name>
    <message>
        <source>how many %1?</source>
        <translation>几%1？</translation>
    </message>
    <message>
        <source>how many?</source>
        <translation>数量？</translation>
    </message>
    <message>
        <source>what is the pack called?</source>
        <translation>包装叫什么？</translation>
    </message>
    <message>
        <source>a whole number from 2 on</source>
        <translation>应为不小于 2 的整数</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>is the item's own unit</source>
        <translation>就是物资本身的单位</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>前面已有</translation>
    </message>
    <message>
        <source>the barcode is on another pack</source>
        <translation>条码与另一包装重复</translation>
    </message>
    <message>
        <source>barcode of %1</source>
        <translation>是“%1”的条码</translation>
    </message>
    <message>
        <source>no such item</source>
        <translation>目录中没有</translation>
    </message>
    <message>
        <source>a whole number from 1 on</source>
        <translation>应为不小于 1 的整数</translation>
    </message>
    <message>
        <source>a kit cannot hold itself</source>
        <translation>套装不能包含自身</translation>
    </message>
    <message>
        <source>holds this kit, through %1</source>
        <translation>经“%1”又包含本套装</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>包装</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>含</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>组成物资</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Packs and their barcodes</source>
        <translation>包装换算与条码</translation>
    </message>
    <message>
        <source>Parts of the kit (none: no kit)</source>
        <translation>套装组成（不填即非套装）</translation>
    </message>
    <message>
        <source>Enter goes on, Ctrl+Del takes a line away, Ctrl+V pastes from a spreadsheet</source>
        <translation>回车到下一格，Ctrl+Del 删除一行，Ctrl+V 从电子表格粘贴</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>is the barcode of one piece</source>
        <translation>与单件条码相同</translation>
    </message>
    <message>
        <source>this code is a barcode of %1</source>
        <translation>这个编码是“%1”的条码</translation>
    </message>
</context>
<context>
    <name>app::CatalogueExchange</name>
    <message>
        <source>Save the catalogue</source>
        <translation>保存物资目录</translation>
    </message>
    <message>
        <source>items</source>
        <translation>物资目录</translation>
    </message>
    <message>
        <source>Excel (*.xlsx);;CSV (*.csv)</source>
        <translation>Excel 文件 (*.xlsx);;CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>Items from a sheet</source>
        <translation>从清单读入物资</translation>
    </message>
    <message>
        <source>Sheets (*.xlsx *.csv)</source>
        <translation>清单 (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Nothing was taken over. %1</source>
        <translation>未读入。%1</translation>
    </message>
    <message>
        <source>Nothing was taken over. Row %1: %2</source>
        <translation>未读入。第 %1 行：%2</translation>
    </message>
    <message>
        <source>%1 new, %2 changed, %3 as they are.</source>
        <translation>新增 %1 种，修改 %2 种，不变 %3 种。</translation>
    </message>
    <message>
        <source>Taken over: %1</source>
        <translation>已读入：%1</translation>
    </message>
    <message>
        <source>In the sheet: %1</source>
        <translation>清单中：%1</translation>
    </message>
    <message>
        <source>Excel …</source>
        <translation>Excel…</translation>
    </message>
    <message>
        <source>The catalogue as a sheet, and a sheet into the catalogue</source>
        <translation>目录写成 Excel 清单，或从清单读入目录</translation>
    </message>
    <message>
        <source>Write the catalogue …</source>
        <translation>写出目录…</translation>
    </message>
    <message>
        <source>Read a sheet …</source>
        <translation>读入清单…</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>确认读入</translation>
    </message>
</context>
</TS>
