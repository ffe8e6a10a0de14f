<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CommandLine</name>
    <message>
        <source>of these expired: %1</source>
        <translation>其中已过期 %1</translation>
    </message>
    <message>
        <source>%1 lots expire within %2 days or have expired.</source>
        <translation>%2 天内到期或已过期的批次：%1 个。</translation>
    </message>
    <message>
        <source>The stock is the sum of its movements.</source>
        <translation>库存与全部流水之和一致。</translation>
    </message>
    <message>
        <source>%1 quantities are not the sum of their movements.</source>
        <translation>有 %1 处数量与流水之和不符。</translation>
    </message>
    <message>
        <source>only of this depot, by name or code</source>
        <translation>只看这个库，按名称或编码</translation>
    </message>
    <message>
        <source>only of this item, by name, code or barcode</source>
        <translation>只看这种物资，按名称、编码或条码</translation>
    </message>
    <message>
        <source>what is where, now or on any day</source>
        <translation>什么物资在哪里，现在或任意一天</translation>
    </message>
    <message>
        <source>the end of a day, 2026-05-01, or a moment; now unless given</source>
        <translation>某日日终，如 2026-05-01，或某一时刻；默认为现在</translation>
    </message>
    <message>
        <source>by lot and owner</source>
        <translation>按批次和权属列出</translation>
    </message>
    <message>
        <source>Example:
  fengsui stocks balance --workspace ~/city --at 2025-07-26 --item 棉被 --json</source>
        <translation>示例：
  fengsui stocks balance --workspace ~/city --at 2025-07-26 --item 棉被 --json</translation>
    </message>
    <message>
        <source>what should be there, what is short, what expires</source>
        <translation>应有多少、缺多少、哪些将到期</translation>
    </message>
    <message>
        <source>only what is below its minimum</source>
        <translation>只列低于下限的</translation>
    </message>
    <message>
        <source>lots that expire within so many days</source>
        <translation>多少天内到期的批次</translation>
    </message>
    <message>
        <source>Example:
  fengsui stocks levels --workspace ~/city --short --json</source>
        <translation>示例：
  fengsui stocks levels --workspace ~/city --short --json</translation>
    </message>
    <message>
        <source>whether the stock is the sum of its movements</source>
        <translation>核对库存是否等于全部流水之和</translation>
    </message>
    <message>
        <source>Example:
  fengsui stocks audit --workspace ~/city --json</source>
        <translation>示例：
  fengsui stocks audit --workspace ~/city --json</translation>
    </message>
    <message>
        <source>book movements of a JSON file, all of them or none</source>
        <translation>把 JSON 文件中的流水入账，全部入账或全部不入</translation>
    </message>
    <message>
        <source>kind, depot, lines with item and quantity; or a list under moves</source>
        <translation>业务类型、库、各行物资和数量；或 moves 下的列表</translation>
    </message>
    <message>
        <source>take back what a movement did; both stay in the books</source>
        <translation>冲销一笔流水；两笔都留在账上</translation>
    </message>
    <message>
        <source>number or uuid of the movement</source>
        <translation>流水的单号或 uuid</translation>
    </message>
    <message>
        <source>why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Example of FILE:
  {&quot;kind&quot;: &quot;issue&quot;, &quot;depot&quot;: &quot;沁源县应急物资储备库（演示）&quot;,
   &quot;lines&quot;: [{&quot;item&quot;: &quot;棉被&quot;, &quot;quantity&quot;: &quot;3包&quot;}]}
Kinds: opening, purchase, donation, rotation, transfer, issue, return, loan, count, scrap, reserve, release, dispatch, receipt, loss, grade, kit.</source>
        <translation>文件示例：
  {&quot;kind&quot;: &quot;issue&quot;, &quot;depot&quot;: &quot;沁源县应急物资储备库（演示）&quot;,
   &quot;lines&quot;: [{&quot;item&quot;: &quot;棉被&quot;, &quot;quantity&quot;: &quot;3包&quot;}]}
业务类型：opening 期初、purchase 采购、donation 捐赠、rotation 轮换、transfer 移库、issue 发放、return 归还、loan 借出、count 盘点、scrap 报废、reserve 预占、release 解除预占、dispatch 调拨出库、receipt 签收、loss 损失、grade 状态变更、kit 组套。</translation>
    </message>
    <message>
        <source>Example:
  fengsui stocks reverse FF20260501a1b2c3 --reason 录错 --workspace ~/city</source>
        <translation>示例：
  fengsui stocks reverse FF20260501a1b2c3 --reason 录错 --workspace ~/city</translation>
    </message>
    <message>
        <source>reserve stocks: balance, movements, levels, requisitions</source>
        <translation>救灾物资：库存、流水、储备标准、申领</translation>
    </message>
    <message>
        <source>%1 rows are booked in %2 movements.</source>
        <translation>%1 行已入账，共 %2 笔流水。</translation>
    </message>
    <message>
        <source>%1 of %2 rows are good; nothing was booked.</source>
        <translation>%2 行中 %1 行可以入账；没有入账。</translation>
    </message>
    <message>
        <source>%1 rows are in %2.</source>
        <translation>%1 行已写入 %2。</translation>
    </message>
    <message>
        <source>book a sheet of stock, all of its rows or none</source>
        <translation>把库存表入账，全部入账或全部不入</translation>
    </message>
    <message>
        <source>write the stock as a sheet</source>
        <translation>把库存写成表格</translation>
    </message>
    <message>
        <source>the sheet, .xlsx or .csv</source>
        <translation>表格文件，.xlsx 或 .csv</translation>
    </message>
    <message>
        <source>only say what would be booked</source>
        <translation>只预演，不入账</translation>
    </message>
    <message>
        <source>opening, purchase or donation</source>
        <translation>opening 期初、purchase 采购或 donation 捐赠</translation>
    </message>
    <message>
        <source>owner of rows that name none; the city unless given</source>
        <translation>没有写明权属的行归谁；默认为本市</translation>
    </message>
    <message>
        <source>Columns: depot, item, quantity; if wanted lot, unit, made on, expires on, owner, donor, price, state.
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 rows that cannot be booked.
Example:
  fengsui stocks import 库存.xlsx --workspace ~/city --dry-run --json</source>
        <translation>列：仓库、品名、数量；可选批号、单位、生产日期、到期日、权属、捐赠方、单价（元）、状态。
退出码：0 完成，1 失败，2 用法错误，3 有不能入账的行。
示例：
  fengsui stocks import 库存.xlsx --workspace ~/city --dry-run --json</translation>
    </message>
    <message>
        <source>Example:
  fengsui stocks export stock.xlsx --workspace ~/city</source>
        <translation>示例：
  fengsui stocks export 库存.xlsx --workspace ~/city</translation>
    </message>
    <message>
        <source>ask for stock for a place</source>
        <translation>为某地申领物资</translation>
    </message>
    <message>
        <source>item and quantity, 棉被=30 or 棉被=3包; several times</source>
        <translation>物资和数量，如 棉被=30 或 棉被=3包；可写多次</translation>
    </message>
    <message>
        <source>where it is to go</source>
        <translation>送到哪里</translation>
    </message>
    <message>
        <source>a depot that receives it; used on arrival unless given</source>
        <translation>接收的库；不写则到达即用</translation>
    </message>
    <message>
        <source>who asks</source>
        <translation>申请单位</translation>
    </message>
    <message>
        <source>on what ground: event, response level, paper</source>
        <translation>依据：事件、响应级别、文号</translation>
    </message>
    <message>
        <source>Example:
  fengsui stocks requisition enter --place 王和镇中心小学 --line 棉被=60 --workspace ~/city</source>
        <translation>示例：
  fengsui stocks requisition enter --place 王和镇中心小学 --line 棉被=60 --workspace ~/city</translation>
    </message>
    <message>
        <source>the next step, with the movements that belong to it</source>
        <translation>办理下一步，同时记入相应流水</translation>
    </message>
    <message>
        <source>approved, rejected, picked, dispatched, received, closed or cancelled</source>
        <translation>approved 批准、rejected 退回、picked 拣货、dispatched 调拨出库、received 签收、closed 办结或 cancelled 撤销</translation>
    </message>
    <message>
        <source>what is approved; all unless given</source>
        <translation>批准的数量；默认全部</translation>
    </message>
    <message>
        <source>depots to pick from, in this order</source>
        <translation>从哪些库拣货，按此顺序</translation>
    </message>
    <message>
        <source>of what arrives: lost on the way, 棉被=2</source>
        <translation>到货中途中损失的，如 棉被=2</translation>
    </message>
    <message>
        <source>of what arrives: damaged, 棉被=1</source>
        <translation>到货中损坏的，如 棉被=1</translation>
    </message>
    <message>
        <source>a note; the reason</source>
        <translation>备注；原因</translation>
    </message>
    <message>
        <source>number of the lorry</source>
        <translation>车牌号</translation>
    </message>
    <message>
        <source>who drives</source>
        <translation>驾驶员</translation>
    </message>
    <message>
        <source>Example:
  fengsui stocks requisition advance SL20260501a1b2c3 --step approved --author 王局长 --workspace ~/city</source>
        <translation>示例：
  fengsui stocks requisition advance SL20260501a1b2c3 --step approved --author 王局长 --workspace ~/city</translation>
    </message>
    <message>
        <source>from asking to receipt: list, show, enter, advance</source>
        <translation>从申领到签收：列出、查看、录入、办理</translation>
    </message>
    <message>
        <source>requisitions, newest first</source>
        <translation>申领单，新的在前</translation>
    </message>
    <message>
        <source>Example:
  fengsui stocks requisition list --workspace ~/city --json</source>
        <translation>示例：
  fengsui stocks requisition list --workspace ~/city --json</translation>
    </message>
    <message>
        <source>one requisition and what happened</source>
        <translation>一张申领单及办理过程</translation>
    </message>
    <message>
        <source>Example:
  fengsui stocks requisition show SL20260501a1b2c3 --workspace ~/city --json</source>
        <translation>示例：
  fengsui stocks requisition show SL20260501a1b2c3 --workspace ~/city --json</translation>
    </message>
    <message>
        <source>%1 items, %2 depots and the people of %3 depots were added.</source>
        <translation>已加入物资 %1 种、储备库 %2 个，并为 %3 个库填入受威胁人口。</translation>
    </message>
    <message>
        <source>add the catalogue, the depots of the census, people at risk</source>
        <translation>填入物资目录、普查储备库和受威胁人口</translation>
    </message>
    <message>
        <source>Example:
  fengsui stocks prepare --workspace ~/city --json</source>
        <translation>示例：
  fengsui stocks prepare --workspace ~/city --json</translation>
    </message>
    <message>
        <source>movement %1</source>
        <translation>第 %1 笔流水</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>top of the file</source>
        <translation>文件最外层</translation>
    </message>
    <message>
        <source>%1: there is no key “%2”; the keys here are %3. Nothing was written.</source>
        <translation>%1：没有“%2”这个键；这里可用的键是 %3。什么也没有写入。</translation>
    </message>
    <message>
        <source>Levels or people changed: %1.</source>
        <translation>储备标准或保障人数变更 %1 处。</translation>
    </message>
    <message>
        <source>%1 items are new, %2 changed, %3 as they were.</source>
        <translation>新增物资 %1 种，修改 %2 种，不变 %3 种。</translation>
    </message>
    <message>
        <source>take over items from a sheet, all of its rows or none</source>
        <translation>从清单读入物资，要么全部读入，要么都不读入</translation>
    </message>
    <message>
        <source>write the catalogue as a sheet</source>
        <translation>把物资目录写成清单</translation>
    </message>
    <message>
        <source>only say what would change</source>
        <translation>只说明会改什么</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>EntryWords</name>
    <message>
        <source>Give out</source>
        <translation>发放</translation>
    </message>
    <message>
        <source>Found damaged</source>
        <translation>发现损坏</translation>
    </message>
    <message>
        <source>Set apart as expired</source>
        <translation>转入过期</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Scrap what has expired</source>
        <translation>报废过期物资</translation>
    </message>
    <message>
        <source>Scrap what is damaged</source>
        <translation>报废损坏物资</translation>
    </message>
    <message>
        <source>Rotation: fresh in</source>
        <translation>轮换：新品入库</translation>
    </message>
    <message>
        <source>Rotation: old out</source>
        <translation>轮换：旧品出库</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>No depot is called so.</source>
        <translation>没有这个储备点。</translation>
    </message>
    <message>
        <source>No item is called so.</source>
        <translation>没有这个品目。</translation>
    </message>
    <message>
        <source>A whole number from 1, in %1 or packs.</source>
        <translation>填 1 以上的整数，单位为%1或包装。</translation>
    </message>
    <message>
        <source>No such lot.</source>
        <translation>没有这个批次。</translation>
    </message>
    <message>
        <source>%1 wanted, %2 there.</source>
        <translation>要 %1，只有 %2。</translation>
    </message>
    <message>
        <source>Lot %1 expired on %2.</source>
        <translation>批次 %1 已于 %2 过期。</translation>
    </message>
    <message>
        <source>Lot %1 expires first (%2): take it, or give a reason below.</source>
        <translation>批次 %1 先到期（%2）：请先用它，或在下方写明原因。</translation>
    </message>
    <message>
        <source>A day like 2027-06-30.</source>
        <translation>日期写作 2027-06-30。</translation>
    </message>
    <message>
        <source>Lot %1 is known without a day of expiry.</source>
        <translation>批次 %1 已登记，无有效期。</translation>
    </message>
    <message>
        <source>Lot %1 is known to expire on %2.</source>
        <translation>批次 %1 已登记，有效期至 %2。</translation>
    </message>
    <message>
        <source>%1, new lot %2</source>
        <translation>%1，新批次 %2</translation>
    </message>
    <message>
        <source>%1 more of lot %2</source>
        <translation>批次 %2 增加 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 出 %1</translation>
    </message>
    <message>
        <source>%1 of %2 (until %3)</source>
        <translation>%2 出 %1（有效期至 %3）</translation>
    </message>
    <message>
        <source>%1; %2 left</source>
        <translation>%1；余 %2</translation>
    </message>
</context>
<context>
    <name>RequisitionPaper</name>
    <message>
        <source>Items</source>
        <translation>品目</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>品目</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>申领</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Depot</source>
        <translation>储备点</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>权属</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>包装数</translation>
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
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Number: %1</source>
        <translation>编号：%1</translation>
    </message>
    <message>
        <source>Asked for by: %1</source>
        <translation>申领单位：%1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>调往：%1</translation>
    </message>
    <message>
        <source>Ground: %1</source>
        <translation>依据：%1</translation>
    </message>
    <message>
        <source>Urgency: %1</source>
        <translation>紧急程度：%1</translation>
    </message>
    <message>
        <source>Needed by: %1</source>
        <translation>要求到达：%1</translation>
    </message>
    <message>
        <source>Dispatched: %1 by %2</source>
        <translation>发出：%1，经办 %2</translation>
    </message>
    <message>
        <source>Carrier, vehicle, driver: %1</source>
        <translation>承运单位、车号、驾驶员：%1</translation>
    </message>
    <message>
        <source>Route: %1</source>
        <translation>路线：%1</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>拣货</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>发运</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>%1  %2  %3</source>
        <translation>%1  %2  %3</translation>
    </message>
    <message>
        <source>Dispatch order</source>
        <translation>调拨单</translation>
    </message>
    <message>
        <source>Requisition</source>
        <translation>申领单</translation>
    </message>
    <message>
        <source>DEMONSTRATION DATA</source>
        <translation>演示数据</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Goods sent</source>
        <translation>发出物资</translation>
    </message>
    <message>
        <source>Goods picked</source>
        <translation>已拣物资</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>办理过程</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Approved by: ____________________   Date: ______________</source>
        <translation>审批人：____________________   日期：______________</translation>
    </message>
    <message>
        <source>Handed out by: ____________________   Date: ______________</source>
        <translation>发货人：____________________   日期：______________</translation>
    </message>
    <message>
        <source>Carried by: ____________________   Date: ______________</source>
        <translation>承运人：____________________   日期：______________</translation>
    </message>
    <message>
        <source>Received by: ____________________   Date: ______________</source>
        <translation>签收人：____________________   日期：______________</translation>
    </message>
    <message>
        <source>From the ledger of %1 at %2; quantities in the items' units.</source>
        <translation>数据取自%1库存台账，时点 %2；数量按品目计量单位。</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Stocks</source>
        <translation>物资</translation>
    </message>
</context>
<context>
    <name>StockReport</name>
    <message>
        <source>Below the minimum</source>
        <translation>低于最低储备</translation>
    </message>
    <message>
        <source>Minimum = people at risk × norm for 1,000 people (× days for what is used by the day), rounded up; levels set by hand carry their reason.</source>
        <translation>最低储备 = 受威胁人口 × 每千人定额（逐日消耗的再 × 天数），向上取整；人工设定的附原因。</translation>
    </message>
    <message>
        <source>Depot</source>
        <translation>储备点</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>品目</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最低储备</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人口</translation>
    </message>
    <message>
        <source>Norm for 1,000</source>
        <translation>每千人定额</translation>
    </message>
    <message>
        <source>Stock by depot and item</source>
        <translation>分储备点、品目库存</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>保障能力</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>预占</translation>
    </message>
    <message>
        <source>On the road</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>过期</translation>
    </message>
    <message>
        <source>On loan</source>
        <translation>借出</translation>
    </message>
    <message>
        <source>Structure by class</source>
        <translation>品类结构</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Kinds planned</source>
        <translation>计划品种</translation>
    </message>
    <message>
        <source>Kinds there</source>
        <translation>在库品种</translation>
    </message>
    <message>
        <source>Minimum met</source>
        <translation>满足率</translation>
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
        <source>Value</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>Expired and expiring within 180 days</source>
        <translation>已过期和 180 天内到期</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Expires on</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>剩余天数</translation>
    </message>
    <message>
        <source>Rotation proposed</source>
        <translation>轮换建议</translation>
    </message>
    <message>
        <source>Goes</source>
        <translation>轮出</translation>
    </message>
    <message>
        <source>Buy fresh</source>
        <translation>补购</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>调拨单</translation>
    </message>
    <message>
        <source>From</source>
        <translation>调出</translation>
    </message>
    <message>
        <source>To</source>
        <translation>调入</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>要求到达</translation>
    </message>
    <message>
        <source>Reserve stocks</source>
        <translation>救灾物资储备情况</translation>
    </message>
    <message>
        <source>DEMONSTRATION DATA</source>
        <translation>演示数据</translation>
    </message>
    <message>
        <source>%1 depots hold %2 kinds of goods; %3 times a depot is below its minimum of an item; %4 lots have expired.</source>
        <translation>%1 个储备点储备物资 %2 种；低于最低储备 %3 项；已过期批次 %4 个。</translation>
    </message>
    <message>
        <source>From the append-only ledger of the workspace at %1; usable is what has not expired on that day.</source>
        <translation>数据取自本工作区只增不改的库存台账，时点 %1；可用数不含当日已过期的。</translation>
    </message>
    <message>
        <source>Count sheet</source>
        <translation>盘点表</translation>
    </message>
    <message>
        <source>To count</source>
        <translation>盘点内容</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>权属</translation>
    </message>
    <message>
        <source>In the books</source>
        <translation>账面</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>实盘</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Counted by: ____________________   Date: ______________</source>
        <translation>盘点人：____________________   日期：______________</translation>
    </message>
    <message>
        <source>Second person: ____________________   Date: ______________</source>
        <translation>复核人：____________________   日期：______________</translation>
    </message>
    <message>
        <source>Blind: the books are shown when everything is counted.</source>
        <translation>盲盘：全部盘完后才显示账面数。</translation>
    </message>
    <message>
        <source>Not blind: the books are shown beside the counts.</source>
        <translation>明盘：账面数与实盘数并列。</translation>
    </message>
    <message>
        <source>Set by hand because</source>
        <translation>手定理由</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Norms: %1</source>
        <translation>定额依据：%1</translation>
    </message>
</context>
<context>
    <name>StockWords</name>
    <message>
        <source>%1 asked for, %2 left</source>
        <translation>需 %1，余 %2</translation>
    </message>
    <message>
        <source>lot %1 expires first, on %2, %3 left: take it, or give a reason</source>
        <translation>批次 %1 先到期（%2），余 %3：请先用它，或写明原因</translation>
    </message>
    <message>
        <source>expired on %1</source>
        <translation>%1 已过期</translation>
    </message>
    <message>
        <source>%1 approved of %2 asked for</source>
        <translation>申领 %2，批准 %1</translation>
    </message>
    <message>
        <source>%1 picked of %2 approved</source>
        <translation>批准 %2，拣货 %1</translation>
    </message>
    <message>
        <source>another person approves than the one who asked</source>
        <translation>审批人不能是申领人</translation>
    </message>
    <message>
        <source>a reason is needed</source>
        <translation>须写明原因</translation>
    </message>
    <message>
        <source>a second person is needed</source>
        <translation>须有复核人</translation>
    </message>
    <message>
        <source>the second person is another than the one who counted</source>
        <translation>复核人不能是盘点人</translation>
    </message>
    <message>
        <source>some rows are not counted yet</source>
        <translation>还有未盘的行</translation>
    </message>
    <message>
        <source>something moved after it was counted; count it again</source>
        <translation>盘点后又有出入库，请重新盘点</translation>
    </message>
    <message>
        <source>more lost or damaged than was sent</source>
        <translation>损失和损坏数超过发出数</translation>
    </message>
    <message>
        <source>say where it is to go</source>
        <translation>请填写送达地点</translation>
    </message>
    <message>
        <source>no lines</source>
        <translation>没有明细</translation>
    </message>
    <message>
        <source>nobody is named who does it</source>
        <translation>未写经办人</translation>
    </message>
    <message>
        <source>it has been reversed already</source>
        <translation>已经冲销</translation>
    </message>
    <message>
        <source>a reversal is not reversed; enter the movement anew</source>
        <translation>冲销单不能再冲销，请重新登记</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>预占</translation>
    </message>
    <message>
        <source>On the road</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>过期</translation>
    </message>
    <message>
        <source>On loan</source>
        <translation>借出</translation>
    </message>
    <message>
        <source>Opening stock</source>
        <translation>期初</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>供应商</translation>
    </message>
    <message>
        <source>Donor</source>
        <translation>捐赠方</translation>
    </message>
    <message>
        <source>Given out</source>
        <translation>已发放</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>已损失</translation>
    </message>
    <message>
        <source>Scrapped</source>
        <translation>已报废</translation>
    </message>
    <message>
        <source>Count difference</source>
        <translation>盘点差异</translation>
    </message>
    <message>
        <source>Kits</source>
        <translation>组套</translation>
    </message>
    <message>
        <source>Rotated</source>
        <translation>已轮出</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>采购入库</translation>
    </message>
    <message>
        <source>Donation</source>
        <translation>捐赠入库</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>轮换</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>移库</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>发放</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>归还</translation>
    </message>
    <message>
        <source>Loan</source>
        <translation>借出</translation>
    </message>
    <message>
        <source>Scrapping</source>
        <translation>报废</translation>
    </message>
    <message>
        <source>Reservation</source>
        <translation>预占</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>解除预占</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>调拨出库</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Change of state</source>
        <translation>状态变更</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>冲销</translation>
    </message>
    <message>
        <source>Contract supplier</source>
        <translation>协议储备</translation>
    </message>
    <message>
        <source>Production capacity</source>
        <translation>产能储备</translation>
    </message>
    <message>
        <source>Family kits</source>
        <translation>家庭储备</translation>
    </message>
    <message>
        <source>Government stock</source>
        <translation>政府实物储备</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省级</translation>
    </message>
    <message>
        <source>City</source>
        <translation>市级</translation>
    </message>
    <message>
        <source>County</source>
        <translation>县级</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>乡镇级</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村级</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>已拣货</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已签收</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Most urgent</source>
        <translation>特急</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Can wait</source>
        <translation>可缓</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>库外</translation>
    </message>
    <message>
        <source>Depots of the city</source>
        <translation>市直储备点</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1，有效期至 %2</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 here (%2, %3), %4 there (%5, %6); the later holds: %7</source>
        <translation>本机 %1（%2，%3），对方 %4（%5，%6）；暂以较晚的为准：%7</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>按公式计算</translation>
    </message>
    <message>
        <source>%1 people for %2 days</source>
        <translation>%1 人，保障 %2 天</translation>
    </message>
    <message>
        <source>this is the barcode of %1</source>
        <translation>这是“%1”的条码</translation>
    </message>
    <message>
        <source>the barcode is there twice</source>
        <translation>条码重复使用</translation>
    </message>
    <message>
        <source>a kit cannot hold itself</source>
        <translation>套装不能包含自身</translation>
    </message>
    <message>
        <source>a kit cannot hold itself, through %1</source>
        <translation>套装经“%1”又包含自身</translation>
    </message>
    <message>
        <source>its unit stays: quantities of it are in the books</source>
        <translation>单位不能改：台账里已有它的数量</translation>
    </message>
    <message>
        <source>is needed</source>
        <translation>必须填写</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>应为 %1 到 %2 之间的数</translation>
    </message>
    <message>
        <source>minimum, target and maximum must not fall</source>
        <translation>最低、目标、最高不能递减</translation>
    </message>
    <message>
        <source>a class has 1, 3, 5 or 7 digits (GB/T 38565-2020)</source>
        <translation>分类编码为 1、3、5 或 7 位数字（GB/T 38565-2020）</translation>
    </message>
    <message>
        <source>no class has this code</source>
        <translation>没有这个分类编码</translation>
    </message>
    <message>
        <source>this lot is known: made %1, expires %2</source>
        <translation>该批号已有：生产 %1，到期 %2</translation>
    </message>
    <message>
        <source>its goods could not be booked here</source>
        <translation>对应的物资流水在本机未能入账</translation>
    </message>
    <message>
        <source>another step was taken here at this point</source>
        <translation>本机在这一步已作了别的处理</translation>
    </message>
    <message>
        <source>%1 of lot %2, %3</source>
        <translation>%1 批次 %2 %3</translation>
    </message>
    <message>
        <source>%1 %2 by %3 at %4: %5</source>
        <translation>%1 %2（%3，%4）：%5</translation>
    </message>
    <message>
        <source>this code is a barcode of %1</source>
        <translation>这个编码是“%1”的条码</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
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
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>English unit</source>
        <translation>英文单位</translation>
    </message>
    <message>
        <source>weight in kg</source>
        <translation>重量（kg）</translation>
    </message>
    <message>
        <source>volume in m³</source>
        <translation>体积（m³）</translation>
    </message>
    <message>
        <source>shelf life in days</source>
        <translation>保质期（天）</translation>
    </message>
    <message>
        <source>barcode</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>norm for 1,000</source>
        <translation>每千人定额</translation>
    </message>
    <message>
        <source>source of the norm</source>
        <translation>定额来源</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>how sure</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>packs</source>
        <translation>包装</translation>
    </message>
    <message>
        <source>parts</source>
        <translation>组成</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>a reason is needed to take another lot</source>
        <translation>换批次要写原因</translation>
    </message>
    <message>
        <source>has no lines</source>
        <translation>没有明细行</translation>
    </message>
    <message>
        <source>nobody is named who counts</source>
        <translation>没有写明谁来盘点</translation>
    </message>
    <message>
        <source>nobody is named who counted</source>
        <translation>没有写明盘点人</translation>
    </message>
    <message>
        <source>nobody is named who books it</source>
        <translation>没有写明谁来入账</translation>
    </message>
    <message>
        <source>has been reversed here as well</source>
        <translation>这里也已冲销</translation>
    </message>
    <message>
        <source>the unit is named twice</source>
        <translation>单位重复</translation>
    </message>
    <message>
        <source>the part is named twice</source>
        <translation>组成重复</translation>
    </message>
    <message>
        <source>a pack has a name</source>
        <translation>包装要有名称</translation>
    </message>
    <message>
        <source>a pack holds at least two units</source>
        <translation>一个包装至少含 2 个单位</translation>
    </message>
    <message>
        <source>a pack holds at least two units and has a name</source>
        <translation>包装要有名称，至少含 2 个单位</translation>
    </message>
    <message>
        <source>a pack holds at most 1000000 units</source>
        <translation>一个包装至多含 1000000 个单位</translation>
    </message>
    <message>
        <source>a kit holds at least one of each part</source>
        <translation>套装中每种至少 1 件</translation>
    </message>
    <message>
        <source>a kit holds at most 1000000 of a part</source>
        <translation>套装中每种至多 1000000 件</translation>
    </message>
    <message>
        <source>is no kit: it has no parts</source>
        <translation>不是套装：没有组成</translation>
    </message>
    <message>
        <source>a number of kits from 1 to 1000000 is expected</source>
        <translation>套数应为 1 到 1000000</translation>
    </message>
    <message>
        <source>a number of trucks from 1 to 10000 expected</source>
        <translation>车辆数应为 1 到 10000</translation>
    </message>
    <message>
        <source>payload and volume: above zero expected</source>
        <translation>载重和容积应大于 0</translation>
    </message>
    <message>
        <source>a kind without a name</source>
        <translation>车型没有名称</translation>
    </message>
    <message>
        <source>named twice</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>days that do not fall and a source are needed</source>
        <translation>天数不能递减，并要写明来源</translation>
    </message>
    <message>
        <source>code, name and unit are needed</source>
        <translation>编码、名称和单位必填</translation>
    </message>
    <message>
        <source>weight and volume are not negative</source>
        <translation>重量和体积不能为负</translation>
    </message>
    <message>
        <source>a shelf life has at least one day</source>
        <translation>保质期至少 1 天</translation>
    </message>
    <message>
        <source>a norm is not negative</source>
        <translation>定额不能为负</translation>
    </message>
    <message>
        <source>a norm names its source</source>
        <translation>定额要写明来源</translation>
    </message>
    <message>
        <source>numbers from 1 to 12 are expected</source>
        <translation>月份应为 1 到 12</translation>
    </message>
    <message>
        <source>expires before it was made</source>
        <translation>到期日早于生产日期</translation>
    </message>
    <message>
        <source>a day like 2026-05-01 is expected</source>
        <translation>日期写作 2026-05-01</translation>
    </message>
    <message>
        <source>at: a time like 2026-05-01T08:00:00Z is expected</source>
        <translation>at：时间写作 2026-05-01T08:00:00Z</translation>
    </message>
    <message>
        <source>from an earlier to a later day</source>
        <translation>起始日应早于截止日</translation>
    </message>
    <message>
        <source>no item of the catalogue has this name</source>
        <translation>目录中没有这种物资</translation>
    </message>
    <message>
        <source>no item of the catalogue</source>
        <translation>目录中没有这种物资</translation>
    </message>
    <message>
        <source>no item of a catalogue</source>
        <translation>不是目录中的物资</translation>
    </message>
    <message>
        <source>no depot has this name</source>
        <translation>没有这个储备点</translation>
    </message>
    <message>
        <source>no depot has this identifier</source>
        <translation>没有这个标识的储备点</translation>
    </message>
    <message>
        <source>no such lot</source>
        <translation>没有这个批次</translation>
    </message>
    <message>
        <source>no such movement</source>
        <translation>没有这笔流水</translation>
    </message>
    <message>
        <source>no movement has this number</source>
        <translation>没有这个编号的流水</translation>
    </message>
    <message>
        <source>two movements have this number; give the uuid</source>
        <translation>有两笔流水是这个编号，请用 uuid</translation>
    </message>
    <message>
        <source>no such requisition</source>
        <translation>没有这张申领单</translation>
    </message>
    <message>
        <source>no requisition has this number</source>
        <translation>没有这个编号的申领单</translation>
    </message>
    <message>
        <source>no such count sheet</source>
        <translation>没有这张盘点表</translation>
    </message>
    <message>
        <source>no open question has this identifier</source>
        <translation>没有这个标识的待处理事项</translation>
    </message>
    <message>
        <source>owns nothing here</source>
        <translation>在这里没有物资</translation>
    </message>
    <message>
        <source>an owner is needed</source>
        <translation>要写明权属</translation>
    </message>
    <message>
        <source>depot, lot and owner are needed</source>
        <translation>储备点、批次和权属必填</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>数值过大</translation>
    </message>
    <message>
        <source>a quantity is not negative</source>
        <translation>数量不能为负</translation>
    </message>
    <message>
        <source>a count is not negative</source>
        <translation>盘点数不能为负</translation>
    </message>
    <message>
        <source>a quantity of %1; at least 1</source>
        <translation>数量为 %1；至少为 1</translation>
    </message>
    <message>
        <source>line %1: a quantity of %2; at least 1</source>
        <translation>第 %1 行：数量为 %2；至少为 1</translation>
    </message>
    <message>
        <source>line %1: does not go from %2 to %3</source>
        <translation>第 %1 行：不能由 %2 到 %3</translation>
    </message>
    <message>
        <source>at least 1</source>
        <translation>至少为 1</translation>
    </message>
    <message>
        <source>the item has no such unit</source>
        <translation>这种物资没有这个单位</translation>
    </message>
    <message>
        <source>has not expired</source>
        <translation>尚未过期</translation>
    </message>
    <message>
        <source>is booked</source>
        <translation>已入账</translation>
    </message>
    <message>
        <source>is still to come</source>
        <translation>时间尚未到</translation>
    </message>
    <message>
        <source>was not asked for</source>
        <translation>没有申领这种物资</translation>
    </message>
    <message>
        <source>was picked and is not on the order</source>
        <translation>已拣货，却不在调拨单上</translation>
    </message>
    <message>
        <source>does not follow on %1</source>
        <translation>不能接在“%1”之后</translation>
    </message>
    <message>
        <source>nothing lies there that could be counted</source>
        <translation>那里没有可盘点的物资</translation>
    </message>
    <message>
        <source>a row that is not on the sheet</source>
        <translation>盘点表上没有这一行</translation>
    </message>
    <message>
        <source>takes back a movement that is not in these books</source>
        <translation>冲销的流水不在本账中</translation>
    </message>
    <message>
        <source>a movement is reversed by naming it</source>
        <translation>冲销要指明流水</translation>
    </message>
    <message>
        <source>a movement of no known kind</source>
        <translation>流水种类不明</translation>
    </message>
    <message>
        <source>opening, purchase or donation</source>
        <translation>应为 opening、purchase 或 donation</translation>
    </message>
    <message>
        <source>say what was done about it, and who decides</source>
        <translation>请写明处理意见和处理人</translation>
    </message>
    <message>
        <source>a column %1 is needed</source>
        <translation>缺少“%1”列</translation>
    </message>
    <message>
        <source>a pack is written 包=10 or 包=10=barcode</source>
        <translation>包装写作 包=10 或 包=10=条码</translation>
    </message>
    <message>
        <source>a part is written code*2</source>
        <translation>组成写作 编码*2</translation>
    </message>
    <message>
        <source>lon and lat belong together</source>
        <translation>经度和纬度要一起写</translation>
    </message>
    <message>
        <source>government, contract, capacity or household is expected</source>
        <translation>应为 government、contract、capacity 或 household</translation>
    </message>
    <message>
        <source>an object or a list of them is expected</source>
        <translation>应为一个对象或对象的列表</translation>
    </message>
    <message>
        <source>an object is expected</source>
        <translation>应为对象</translation>
    </message>
    <message>
        <source>a list is expected</source>
        <translation>应为列表</translation>
    </message>
    <message>
        <source>a text is expected</source>
        <translation>应为文本</translation>
    </message>
    <message>
        <source>true or false is expected</source>
        <translation>应为 true 或 false</translation>
    </message>
    <message>
        <source>%1: a text is expected</source>
        <translation>%1：应为文本</translation>
    </message>
    <message>
        <source>%1: a price is expected</source>
        <translation>%1：应为价格</translation>
    </message>
    <message>
        <source>%1: a list is expected</source>
        <translation>%1：应为列表</translation>
    </message>
    <message>
        <source>%1: true or false is expected</source>
        <translation>%1：应为 true 或 false</translation>
    </message>
    <message>
        <source>no JSON</source>
        <translation>不是 JSON</translation>
    </message>
    <message>
        <source>S, F or U is expected</source>
        <translation>应为 S、F 或 U</translation>
    </message>
    <message>
        <source>not as many columns as there should be</source>
        <translation>列数不对</translation>
    </message>
    <message>
        <source>row %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>no step</source>
        <translation>没有这个步骤</translation>
    </message>
    <message>
        <source>no kind of record</source>
        <translation>没有这种记录</translation>
    </message>
    <message>
        <source>no kind of movement</source>
        <translation>没有这种流水</translation>
    </message>
    <message>
        <source>no figures of levels</source>
        <translation>不是储备标准的数值</translation>
    </message>
    <message>
        <source>an event is missing</source>
        <translation>缺少一个步骤</translation>
    </message>
    <message>
        <source>an edit of an item that does not come</source>
        <translation>修改的物资不在文件中</translation>
    </message>
    <message>
        <source>is no copy of a stock ledger</source>
        <translation>不是台账文件</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>is cut off</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>.xlsx or .csv expected</source>
        <translation>应为 .xlsx 或 .csv</translation>
    </message>
    <message>
        <source>a number is expected</source>
        <translation>应为数字</translation>
    </message>
    <message>
        <source>a whole number is expected</source>
        <translation>应为整数</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>%1: no such kind of movement: %2</source>
        <translation>%1：没有这种流水：%2</translation>
    </message>
    <message>
        <source>%1: no such state: %2</source>
        <translation>%1：没有这种状态：%2</translation>
    </message>
    <message>
        <source>%1: a whole number from %2 to %3 expected</source>
        <translation>%1：应为 %2 到 %3 的整数</translation>
    </message>
    <message>
        <source>the one here</source>
        <translation>本机的</translation>
    </message>
    <message>
        <source>the one there</source>
        <translation>对方的</translation>
    </message>
</context>
<context>
    <name>app::CountPage</name>
    <message>
        <source>Item</source>
        <translation>品目</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>账面</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>实盘</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>By</source>
        <translation>盘点人</translation>
    </message>
    <message>
        <source>No count sheets yet</source>
        <translation>还没有盘点表</translation>
    </message>
    <message>
        <source>Choose a count sheet</source>
        <translation>选择盘点表</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>已入账</translation>
    </message>
    <message>
        <source>A new sheet lists what the depot holds. On a blind one the books are shown when everything is counted.</source>
        <translation>新建盘点表列出该储备点的全部库存；盲盘时，全部盘完后才显示账面数。</translation>
    </message>
    <message>
        <source>moved since: count again</source>
        <translation>有出入库，请重盘</translation>
    </message>
    <message>
        <source>Booked; a sheet is counted once.</source>
        <translation>已入账；一张盘点表只盘一次。</translation>
    </message>
    <message>
        <source>%1 counted.</source>
        <translation>已盘 %1。</translation>
    </message>
    <message>
        <source>%1 rows moved after they were counted.</source>
        <translation>%1 行盘点后又有出入库。</translation>
    </message>
    <message>
        <source>Everything agrees; booking ends the sheet.</source>
        <translation>账实相符，入账即结束本次盘点。</translation>
    </message>
    <message>
        <source>%1 rows differ: a reason and a second person are needed.</source>
        <translation>%1 行有差异：须写明原因并由第二人复核。</translation>
    </message>
    <message>
        <source>Row %1: a whole number from 0, in %2 or packs.</source>
        <translation>第 %1 行：填 0 以上的整数，单位为%2或包装。</translation>
    </message>
    <message>
        <source>%1 is counted or not on this sheet.</source>
        <translation>%1 已盘，或不在本表上。</translation>
    </message>
    <message>
        <source>Nothing on this sheet is called %1.</source>
        <translation>本表上没有 %1。</translation>
    </message>
    <message>
        <source>Nothing was booked. %1</source>
        <translation>未入账。%1</translation>
    </message>
    <message>
        <source>Booked: %1</source>
        <translation>已入账：%1</translation>
    </message>
    <message>
        <source>The sheet is closed; nothing differed.</source>
        <translation>盘点结束，账实相符。</translation>
    </message>
    <message>
        <source>Save the count sheet</source>
        <translation>保存盘点表</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Excel (*.xlsx)</source>
        <translation>PDF (*.pdf);;Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>盲盘</translation>
    </message>
    <message>
        <source>New sheet</source>
        <translation>新建盘点表</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Scan or type a code: goes to its row</source>
        <translation>扫码或输入编码，跳到该行</translation>
    </message>
    <message>
        <source>who counts</source>
        <translation>盘点人</translation>
    </message>
    <message>
        <source>2nd person</source>
        <translation>复核人</translation>
    </message>
    <message>
        <source>reason of the differences</source>
        <translation>差异原因</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>入账</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>app::CoverageModel</name>
    <message>
        <source>Minimum %1, target %2, most %3</source>
        <translation>最低 %1，目标 %2，上限 %3</translation>
    </message>
    <message>
        <source>Set by hand: %1</source>
        <translation>人工设定：%1</translation>
    </message>
    <message>
        <source>%1 people (%2) × %3 for 1,000%4 (%5)</source>
        <translation>%1 人（%2）× 每千人%4 %3（%5）</translation>
    </message>
    <message>
        <source> a day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Out of season: no minimum now</source>
        <translation>不在季节内：当前不设最低储备</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>品目</translation>
    </message>
    <message>
        <source>Depot</source>
        <translation>储备点</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最低储备</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>保障能力</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>预占</translation>
    </message>
    <message>
        <source>On the road</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>Not usable</source>
        <translation>不可用</translation>
    </message>
</context>
<context>
    <name>app::EntryPage</name>
    <message>
        <source>Depot</source>
        <translation>储备点</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>品目</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Expires on</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Say whose it is.</source>
        <translation>请填写权属。</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>须写明原因。</translation>
    </message>
    <message>
        <source>A lot that expires later is taken: a reason is needed.</source>
        <translation>取用了后到期的批次，须写明原因。</translation>
    </message>
    <message>
        <source>Booked: %1</source>
        <translation>已入账：%1</translation>
    </message>
    <message>
        <source>Type names, codes or pinyin initials; Enter goes on. Quantities in units or packs. Ctrl+V pastes from a spreadsheet, Ctrl+Del removes a line, Ctrl+Enter books.</source>
        <translation>输入名称、编码或拼音首字母，回车跳到下一格。数量可用单位或包装（如 3包）。Ctrl+V 从表格粘贴，Ctrl+Del 删除一行，Ctrl+回车入账。</translation>
    </message>
    <message>
        <source>%1 of %2 lines can be booked.</source>
        <translation>%2 行中 %1 行可以入账。</translation>
    </message>
    <message>
        <source>Nothing was booked: some lines are not finished or cannot be booked.</source>
        <translation>未入账：有未填完或不能入账的行。</translation>
    </message>
    <message>
        <source>Nothing was booked. %1</source>
        <translation>未入账。%1</translation>
    </message>
    <message>
        <source>To</source>
        <translation>调往</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>权属</translation>
    </message>
    <message>
        <source>reason, where one is needed</source>
        <translation>原因（需要时）</translation>
    </message>
    <message>
        <source>paper No.</source>
        <translation>单据号</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Book all</source>
        <translation>全部入账</translation>
    </message>
    <message>
        <source>All lines or none (Ctrl+Enter)</source>
        <translation>要么全部入账，要么都不入账（Ctrl+回车）</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
</context>
<context>
    <name>app::LevelsPage</name>
    <message>
        <source>All depots</source>
        <translation>全部储备点</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>全部品目</translation>
    </message>
    <message>
        <source>there</source>
        <translation>在库</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Rotation within 90 days; buying fresh: %1 yuan</source>
        <translation>90 天内轮换建议；补购约 %1 元</translation>
    </message>
    <message>
        <source>usable</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>最低储备</translation>
    </message>
    <message>
        <source>A fifth or more goes within a week: %1</source>
        <translation>一周内有五分之一以上到期：%1</translation>
    </message>
    <message>
        <source>came</source>
        <translation>入库</translation>
    </message>
    <message>
        <source>went</source>
        <translation>出库</translation>
    </message>
    <message>
        <source>Usable against the minimum</source>
        <translation>可用数与最低储备</translation>
    </message>
    <message>
        <source>No minimum levels: people at risk and norms are missing.</source>
        <translation>没有最低储备：缺受威胁人口或定额。</translation>
    </message>
    <message>
        <source>How many days it lasts</source>
        <translation>可保障天数</translation>
    </message>
    <message>
        <source>Nothing here is used by the day.</source>
        <translation>没有逐日消耗的品目。</translation>
    </message>
    <message>
        <source>The last twelve months</source>
        <translation>近十二个月</translation>
    </message>
    <message>
        <source>Choose an item above.</source>
        <translation>请在上方选择品目。</translation>
    </message>
    <message>
        <source>Usable on a day, if nothing comes or goes</source>
        <translation>到期曲线：不进不出时某日可用数</translation>
    </message>
    <message>
        <source>Structure against the plan</source>
        <translation>品类结构与计划</translation>
    </message>
    <message>
        <source>Short, by county and item</source>
        <translation>分县区、品目缺口</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Structure by class</source>
        <translation>品类结构</translation>
    </message>
    <message>
        <source>Stock, receipts and issues of one item, the last twelve months</source>
        <translation>单个品目近十二个月库存与出入库</translation>
    </message>
    <message>
        <source>within %1 days</source>
        <translation>%1 天内</translation>
    </message>
    <message>
        <source>County</source>
        <translation>县级</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>品目</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最低储备</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>Depot</source>
        <translation>储备点</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Expires on</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>剩余天数</translation>
    </message>
    <message>
        <source>Goes</source>
        <translation>轮出</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>补购</translation>
    </message>
    <message>
        <source>Yuan</source>
        <translation>费用（元）</translation>
    </message>
    <message>
        <source>no minimum · %1</source>
        <translation>未定最低 · %1</translation>
    </message>
    <message>
        <source>%1% · %2</source>
        <translation>%1% · %2</translation>
    </message>
    <message>
        <source>%1 of %2 kinds · %3 t</source>
        <translation>%2 种中有 %1 种 · %3 吨</translation>
    </message>
    <message>
        <source>No county is short of it</source>
        <translation>各县均不缺</translation>
    </message>
    <message>
        <source>Nothing expires</source>
        <translation>无到期物资</translation>
    </message>
    <message>
        <source>Nothing to rotate within 90 days</source>
        <translation>90 天内无需轮换</translation>
    </message>
</context>
<context>
    <name>app::MovementsPage</name>
    <message>
        <source>All items</source>
        <translation>全部品目</translation>
    </message>
    <message>
        <source>All depots</source>
        <translation>全部储备点</translation>
    </message>
    <message>
        <source> (reversed)</source>
        <translation>（已冲销）</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>No movements yet. “Entry” enters the first.</source>
        <translation>还没有流水。在“登记”页登记第一笔。</translation>
    </message>
    <message>
        <source>%1 movements; %2 there now in all states.</source>
        <translation>%1 笔流水；现存各状态合计 %2。</translation>
    </message>
    <message>
        <source>%1 movements.</source>
        <translation>%1 笔流水。</translation>
    </message>
    <message>
        <source>Confirm reversal</source>
        <translation>确认冲销</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>冲销</translation>
    </message>
    <message>
        <source>%1 %2, booked %3 by %4</source>
        <translation>%1 %2，%3 由 %4 入账</translation>
    </message>
    <message>
        <source>Second person: %1</source>
        <translation>复核人：%1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Say why it is reversed.</source>
        <translation>请写明冲销原因。</translation>
    </message>
    <message>
        <source>Press once more: the whole movement %1 is booked back.</source>
        <translation>再按一次：整张单 %1 将被冲回。</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>返回（Esc）</translation>
    </message>
    <message>
        <source>why it is reversed</source>
        <translation>冲销原因</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>增减</translation>
    </message>
    <message>
        <source>There after</source>
        <translation>结存</translation>
    </message>
    <message>
        <source>Item and lot</source>
        <translation>品目与批次</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>To</source>
        <translation>去向</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经办</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>The newest %1 movements.</source>
        <translation>最近 %1 笔流水。</translation>
    </message>
</context>
<context>
    <name>app::OverviewPage</name>
    <message>
        <source>Below minimum</source>
        <translation>低于最低</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>过期</translation>
    </message>
    <message>
        <source>Expire in %1 days</source>
        <translation>%1 天内到期</translation>
    </message>
    <message>
        <source>On the road</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>全部品目</translation>
    </message>
    <message>
        <source>All depots</source>
        <translation>全部储备点</translation>
    </message>
    <message>
        <source>%1 short</source>
        <translation>缺 %1 项</translation>
    </message>
    <message>
        <source>%1 rows, short ones first. Click or Enter on a number: its movements.</source>
        <translation>%1 行，缺的在前。点数字或按回车看流水。</translation>
    </message>
    <message>
        <source>By depot</source>
        <translation>按储备点</translation>
    </message>
    <message>
        <source>By item</source>
        <translation>按品目</translation>
    </message>
    <message>
        <source>Item or depot: name, code, pinyin initials</source>
        <translation>品目或储备点：名称、编码、拼音首字母</translation>
    </message>
    <message>
        <source>All movements</source>
        <translation>全部流水</translation>
    </message>
</context>
<context>
    <name>app::RequisitionForm</name>
    <message>
        <source>Item</source>
        <translation>品目</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>In all depots</source>
        <translation>全部可用</translation>
    </message>
    <message>
        <source>used where it arrives</source>
        <translation>送达即用</translation>
    </message>
    <message>
        <source>Which item?</source>
        <translation>哪个品目？</translation>
    </message>
    <message>
        <source>No item is called so.</source>
        <translation>没有这个品目。</translation>
    </message>
    <message>
        <source>A whole number from 1, in %1 or packs.</source>
        <translation>填 1 以上的整数，单位为%1或包装。</translation>
    </message>
    <message>
        <source>Some lines are not finished.</source>
        <translation>有未填完的行。</translation>
    </message>
    <message>
        <source>Say which unit asks.</source>
        <translation>请填写申领单位。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>申领单位</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>送达地点</translation>
    </message>
    <message>
        <source>Into the depot</source>
        <translation>入库至</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source> h</source>
        <translation> 小时</translation>
    </message>
    <message>
        <source>no deadline</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>event, response level, number of the paper</source>
        <translation>事件、响应级别、文号</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Place is the centre of the map</source>
        <translation>地点取地图中心</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>提交申领</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
</context>
<context>
    <name>app::RequisitionPage</name>
    <message>
        <source>No requisitions yet. “New” enters the first.</source>
        <translation>还没有申领。点“新建”登记第一张。</translation>
    </message>
    <message>
        <source>None of this state.</source>
        <translation>没有此状态的申领。</translation>
    </message>
    <message>
        <source>Choose a requisition above.</source>
        <translation>请在上方选择申领单。</translation>
    </message>
    <message>
        <source>Save the paper</source>
        <translation>保存单据</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Excel (*.xlsx)</source>
        <translation>PDF (*.pdf);;Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Those that are open</source>
        <translation>未办结的</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>New …</source>
        <translation>新建…</translation>
    </message>
    <message>
        <source>Paper …</source>
        <translation>单据…</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>申领单位</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>送达地点</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>要求到达</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>asked for %1</source>
        <translation>申领 %1</translation>
    </message>
    <message>
        <source>approved %1</source>
        <translation>批准 %1</translation>
    </message>
    <message>
        <source>picked %1</source>
        <translation>已拣 %1</translation>
    </message>
    <message>
        <source>sent %1</source>
        <translation>发出 %1</translation>
    </message>
    <message>
        <source>received %1</source>
        <translation>签收 %1</translation>
    </message>
    <message>
        <source>damaged %1</source>
        <translation>损坏 %1</translation>
    </message>
    <message>
        <source>lost %1</source>
        <translation>损失 %1</translation>
    </message>
    <message>
        <source>on the road %1</source>
        <translation>仍在途 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>app::RequisitionStepView</name>
    <message>
        <source>No depot has the rest: %1</source>
        <translation>各储备点都没有余下的：%1</translation>
    </message>
    <message>
        <source>%1: whole numbers, in units or packs.</source>
        <translation>%1：填整数，单位或包装。</translation>
    </message>
    <message>
        <source>Nothing was booked. %1</source>
        <translation>未入账。%1</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>品目</translation>
    </message>
    <message>
        <source>From</source>
        <translation>调出</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>可取</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>carrier</source>
        <translation>承运单位</translation>
    </message>
    <message>
        <source>number plate</source>
        <translation>车号</translation>
    </message>
    <message>
        <source>driver</source>
        <translation>驾驶员</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>route</source>
        <translation>路线</translation>
    </message>
    <message>
        <source>who</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>words, reason</source>
        <translation>说明、原因</translation>
    </message>
    <message>
        <source>Looking for depots …</source>
        <translation>正在查找储备点…</translation>
    </message>
    <message>
        <source>%1: %2 was sent, less than whole, lost and damaged together.</source>
        <translation>%1：发出 %2，少于完好、损失、损坏之和。</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>完好</translation>
    </message>
</context>
<context>
    <name>app::StocksPanel</name>
    <message>
        <source>Demo data: it is always %1 here; entries get that day.</source>
        <translation>演示数据：这里始终是 %1，登记的内容记为该日。</translation>
    </message>
    <message>
        <source>Open a workspace to see its reserve stocks.</source>
        <translation>打开工作区后查看救灾物资。</translation>
    </message>
    <message>
        <source>Reading the stocks …</source>
        <translation>正在读取库存…</translation>
    </message>
    <message>
        <source>This workspace is of an earlier version and has no stocks yet; bring it up to date first.</source>
        <translation>此工作区版本较早，还没有库存表，请先升级。</translation>
    </message>
    <message>
        <source>No depots yet. “Prepare” adds the program's catalogue, the depots of the census and the people at risk; a sheet of what lies where is then taken in under “Entry”. On a laptop for field work take over the books of the office instead: there “Lists …”, “Merging”, “Save the books …”.</source>
        <translation>还没有储备点。“准备”会加入随软件的品目目录、普查储备点和受威胁人口；库存清单随后在“登记”中读入。外业电脑请改为并入局里的台账：在局里“目录…”的“台账合并”中“导出台账…”。</translation>
    </message>
    <message>
        <source>Take over books …</source>
        <translation>并入台账…</translation>
    </message>
    <message>
        <source>people threatened by geological-hazard points and danger sections of rivers</source>
        <translation>地质灾害隐患点威胁人口与沿河危险断面人口之和</translation>
    </message>
    <message>
        <source>%1 items and %2 depots were added.</source>
        <translation>已加入 %1 个品目、%2 个储备点。</translation>
    </message>
    <message>
        <source>Save the stock report</source>
        <translation>保存储备报告</translation>
    </message>
    <message>
        <source>stocks-%1</source>
        <translation>救灾物资-%1</translation>
    </message>
    <message>
        <source>Excel (*.xlsx);;PDF (*.pdf)</source>
        <translation>Excel (*.xlsx);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Report saved: %1</source>
        <translation>报告已保存：%1</translation>
    </message>
    <message>
        <source>Reserve stocks</source>
        <translation>救灾物资</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>水平与效期</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>盘点</translation>
    </message>
    <message>
        <source>Report …</source>
        <translation>报告…</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>准备</translation>
    </message>
</context>
<context>
    <name>app::EntryPage</name>
    <message>
        <source>Read a sheet</source>
        <translation>读入清单</translation>
    </message>
    <message>
        <source>Sheets (*.xlsx *.csv *.ods);;All files (*)</source>
        <translation>表格 (*.xlsx *.csv *.ods);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Prices, donors and days of making are left out here; “fengsui stocks import” takes them.</source>
        <translation>此处不读价格、捐赠方和生产日期；需要时用 fengsui stocks import 导入。</translation>
    </message>
    <message>
        <source>From a sheet …</source>
        <translation>读入清单…</translation>
    </message>
</context>
<context>
    <name>app::PeopleForm</name>
    <message>
        <source>Choose a depot to see and set whom it is there for.</source>
        <translation>选一个储备点，查看或设定它的保障人口。</translation>
    </message>
    <message>
        <source>People …</source>
        <translation>保障人口…</translation>
    </message>
    <message>
        <source>Whom the depot is there for, and how many days its stock is to last</source>
        <translation>该储备点保障多少人、储备够用几天</translation>
    </message>
    <message>
        <source>People at risk</source>
        <translation>保障人口</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>min.</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>max.</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>Days, %1</source>
        <translation>天数，%1</translation>
    </message>
    <message>
        <source>Level = people × norm for 1,000 ÷ 1,000, of what is used by the day × days. Levels set by hand stay.</source>
        <translation>储备标准 = 人口 × 每千人定额 ÷ 1000，逐日消耗的再乘天数；手定的标准不变。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>For nobody yet: without people at risk there are no computed levels.</source>
        <translation>尚未设保障人口：没有人口就算不出储备标准。</translation>
    </message>
    <message>
        <source>For %1 people at risk, %2/%3/%4 days. Source: %5 · %6, %7</source>
        <translation>保障 %1 人，%2/%3/%4 天。来源：%5 · %6，%7</translation>
    </message>
    <message>
        <source>Back to %1 people</source>
        <translation>恢复为 %1 人</translation>
    </message>
    <message>
        <source>As it was before: %1 people, %2/%3/%4 days, %5</source>
        <translation>改动前：%1 人，%2/%3/%4 天，%5</translation>
    </message>
    <message>
        <source>Take the %1 on record</source>
        <translation>采用在册 %1 人</translation>
    </message>
    <message>
        <source>threatened by geological hazards and in danger sections, as recorded</source>
        <translation>在册地质灾害隐患点和危险区受威胁人口</translation>
    </message>
    <message>
        <source>People: a whole number from 0 to %1.</source>
        <translation>人口：0 到 %1 的整数。</translation>
    </message>
    <message>
        <source>Days: whole numbers from 1 to %1.</source>
        <translation>天数：1 到 %1 的整数。</translation>
    </message>
    <message>
        <source>Days must not fall: minimum, target, maximum.</source>
        <translation>天数不能递减：最低、目标、最高。</translation>
    </message>
    <message>
        <source>Say where the number of people comes from.</source>
        <translation>请写明人口数的来源。</translation>
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
        <source>Set: %1 people at risk.</source>
        <translation>已设定：保障 %1 人。</translation>
    </message>
</context>
</TS>
