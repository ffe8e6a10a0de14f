<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CommandLine</name>
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
</context>
</TS>
