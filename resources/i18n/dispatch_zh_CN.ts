<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CommandLine</name>
    <message>
        <source>no depot has any</source>
        <translation>没有一个库有此物资</translation>
    </message>
    <message>
        <source>no passable road near the place</source>
        <translation>该地附近没有可通行的道路</translation>
    </message>
    <message>
        <source>there is some left, but closures cut the way</source>
        <translation>有库存，但道路被断路阻断</translation>
    </message>
    <message>
        <source>there is some left, but it would come after the deadline</source>
        <translation>有库存，但在要求时间之前到不了</translation>
    </message>
    <message>
        <source>there is some left, but no road leads from there</source>
        <translation>有库存，但没有道路可达</translation>
    </message>
    <message>
        <source>there is some left, but one piece fits no truck</source>
        <translation>有库存，但没有能装下一件的车</translation>
    </message>
    <message>
        <source>the stock is shared out to the last piece</source>
        <translation>库存已按比例分完</translation>
    </message>
    <message>
        <source>the nearest</source>
        <translation>最近的库</translation>
    </message>
    <message>
        <source>nearer ones have given theirs away</source>
        <translation>更近的库已调空</translation>
    </message>
    <message>
        <source>a nearer one is cut off</source>
        <translation>更近的库道路中断</translation>
    </message>
    <message>
        <source>a nearer one has no truck for it</source>
        <translation>更近的库没有能装运的车</translation>
    </message>
    <message>
        <source>%1: %2, %3 of %4</source>
        <translation>%1：%2，%4 中调拨 %3</translation>
    </message>
    <message>
        <source>  %1 from %2, %3 minutes of driving, there at %4 (%5)</source>
        <translation>  %2 调 %1，行车 %3 分钟，%4 到达（%5）</translation>
    </message>
    <message>
        <source>; %1 after the deadline</source>
        <translation>；其中 %1 晚于要求时间</translation>
    </message>
    <message>
        <source>  short by %1: %2</source>
        <translation>  缺 %1：%2</translation>
    </message>
    <message>
        <source>%1 lies at no passable road and sends nothing.</source>
        <translation>%1 附近没有可通行的道路，不参与调运。</translation>
    </message>
    <message>
        <source>within %1 h: %2 from %3 depots</source>
        <translation>%1 小时内：%3 个库共 %2</translation>
    </message>
    <message>
        <source>  %1: %2 after %3 minutes</source>
        <translation>  %1：%2，%3 分钟后到</translation>
    </message>
    <message>
        <source>  %1: %2 that cannot come</source>
        <translation>  %1：%2，到不了</translation>
    </message>
    <message>
        <source>JSON: depots and what they have, in place of the ledger</source>
        <translation>JSON：储备库及其可用库存，代替台账</translation>
    </message>
    <message>
        <source>the vehicle whose speeds and widths count</source>
        <translation>按哪种车辆的车速和宽度计算</translation>
    </message>
    <message>
        <source>minutes from the order to the departure</source>
        <translation>从下达调令到发车的分钟数</translation>
    </message>
    <message>
        <source>payload of the trucks of depots that name none</source>
        <translation>未登记车辆的库所用货车的载重</translation>
    </message>
    <message>
        <source>and their loading space</source>
        <translation>及其装载容积</translation>
    </message>
    <message>
        <source>the moment of the order, 2026-07-20T18:00:00+08:00</source>
        <translation>下达调令的时刻，2026-07-20T18:00:00+08:00</translation>
    </message>
    <message>
        <source>who sends what by which road, round what is closed</source>
        <translation>谁调什么、走哪条路，绕开断路</translation>
    </message>
    <message>
        <source>JSON: place, item, quantity, deadline and priority each</source>
        <translation>JSON：每条的地点、物资、数量、要求时间和优先级</translation>
    </message>
    <message>
        <source>send nothing that would come after its deadline</source>
        <translation>晚于要求时间的不调</translation>
    </message>
    <message>
        <source>with the lines of the ways, in JSON</source>
        <translation>JSON 中带路线坐标</translation>
    </message>
    <message>
        <source>Exit codes: 0 everything asked for is sent, 1 failed, 2 wrong usage, 3 something is short.
Example:
  fengsui stocks plan --workspace ~/city --requests requests.json --closures flood.geojson --json</source>
        <translation>退出码：0 全部满足，1 失败，2 用法错误，3 有短缺。
示例：
  fengsui stocks plan --workspace ~/city --requests requests.json --closures flood.geojson --json</translation>
    </message>
    <message>
        <source>what of an item can be at a place within some hours</source>
        <translation>某种物资几小时内能到某地多少</translation>
    </message>
    <message>
        <source>the item</source>
        <translation>物资</translation>
    </message>
    <message>
        <source>within how many hours; may be given several times</source>
        <translation>几小时内；可多次给出</translation>
    </message>
    <message>
        <source>Example:
  fengsui stocks reach --workspace ~/city --item 帐篷 --to 113.11,36.19 --hours 2 --json</source>
        <translation>示例：
  fengsui stocks reach --workspace ~/city --item 帐篷 --to 113.11,36.19 --hours 2 --json</translation>
    </message>
    <message>
        <source>destination, LON,LAT or any other form of a position</source>
        <translation>目的地，经度,纬度或其他任何坐标写法</translation>
    </message>
</context>
</TS>
