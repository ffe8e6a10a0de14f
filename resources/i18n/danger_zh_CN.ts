<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CommandLine</name>
    <message>
        <source>%1 found; %2 of %3 in the ledger are overdue on %4.</source>
        <translation>找到 %1 条；截至 %4，台账 %3 条中 %2 条逾期。</translation>
    </message>
    <message>
        <source>the ledger of hidden dangers: list, show, move on</source>
        <translation>隐患台账：列出、查看、推进</translation>
    </message>
    <message>
        <source>list hidden dangers</source>
        <translation>列出隐患</translation>
    </message>
    <message>
        <source>only those whose deadline has passed</source>
        <translation>只列逾期的</translation>
    </message>
    <message>
        <source>only those not closed</source>
        <translation>只列未销号的</translation>
    </message>
    <message>
        <source>only of fire, geology, flood, seismic or other</source>
        <translation>只列某一灾种：fire、geology、flood、seismic 或 other</translation>
    </message>
    <message>
        <source>only of this county, by its code</source>
        <translation>只列这个县区（区划代码）</translation>
    </message>
    <message>
        <source>the day that deadlines are compared with</source>
        <translation>与期限比较的日期</translation>
    </message>
    <message>
        <source>how many are listed; all are counted</source>
        <translation>列出多少条；全部都计数</translation>
    </message>
    <message>
        <source>Example:
  fengsui danger list --workspace ~/city --overdue --json</source>
        <translation>示例：
  fengsui danger list --workspace ~/city --overdue --json</translation>
    </message>
    <message>
        <source>one hidden danger and what happened</source>
        <translation>查看一条隐患及其办理过程</translation>
    </message>
    <message>
        <source>its number or uuid</source>
        <translation>隐患编号或唯一标识</translation>
    </message>
    <message>
        <source>Example:
  fengsui danger show YH140431202604010012 --workspace ~/city</source>
        <translation>示例：
  fengsui danger show YH140431202604010012 --workspace ~/city</translation>
    </message>
    <message>
        <source>move a hidden danger to another state</source>
        <translation>把隐患推进到另一环节</translation>
    </message>
    <message>
        <source>found, handed_over, published, supervised, checked or closed</source>
        <translation>found、handed_over、published、supervised、checked 或 closed</translation>
    </message>
    <message>
        <source>what was done; the reason of handing back</source>
        <translation>办理情况；退回时写原因</translation>
    </message>
    <message>
        <source>the unit it is handed to</source>
        <translation>移交给的单位</translation>
    </message>
    <message>
        <source>deadline, 2026-05-01; by the rules unless given</source>
        <translation>期限，如 2026-05-01；不给则按时限规则</translation>
    </message>
    <message>
        <source>Example:
  fengsui danger advance YH140431202604010012 --to handed_over --unit 沁源县林业局 --workspace ~/city</source>
        <translation>示例：
  fengsui danger advance YH140431202604010012 --to handed_over --unit 沁源县林业局 --workspace ~/city</translation>
    </message>
</context>
<context>
    <name>app::DangerCard</name>
    <message>
        <source>Handed back to: %1</source>
        <translation>退回至：%1</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Deadline moved to %1</source>
        <translation>期限改为 %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Say why before it is handed back or reopened.</source>
        <translation>退回或重新打开前请写明原因。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Type the note first.</source>
        <translation>请先填写备注。</translation>
    </message>
    <message>
        <source>%1: note</source>
        <translation>%1：备注</translation>
    </message>
    <message>
        <source>Choose a danger to see what happened to it and to move it on.</source>
        <translation>选择一条隐患，查看办理过程并推进。</translation>
    </message>
    <message>
        <source>Move on</source>
        <translation>推进</translation>
    </message>
    <message>
        <source>due %1, %2 days late</source>
        <translation>期限 %1，已逾期 %2 天</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>期限 %1</translation>
    </message>
    <message>
        <source>Owner: %1 %2 %3</source>
        <translation>责任人：%1 %2 %3</translation>
    </message>
    <message>
        <source>No owner is entered.</source>
        <translation>未填责任人。</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>转为：%1</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source>Hand back to: %1</source>
        <translation>退回至：%1</translation>
    </message>
    <message>
        <source>What was done, or why it goes back</source>
        <translation>办理情况，或退回原因</translation>
    </message>
    <message>
        <source>Handed to (unit)</source>
        <translation>移交单位</translation>
    </message>
    <message>
        <source>Other moves</source>
        <translation>其他操作</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>加备注</translation>
    </message>
    <message>
        <source>Photographs for the next move or note</source>
        <translation>随下一步流转或备注上传的照片</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png)</source>
        <translation>图片 (*.jpg *.jpeg *.png)</translation>
    </message>
    <message numerus="yes">
        <source>%n photograph(s)</source>
        <translation><numerusform>照片%n张</numerusform></translation>
    </message>
    <message>
        <source>Say how it was dealt with before it is closed.</source>
        <translation>销号前请写明处置结果。</translation>
    </message>
    <message>
        <source>Press once more to close it. Reopening takes a reason.</source>
        <translation>再按一次“确认销号”即销号；重新打开须写明原因。</translation>
    </message>
    <message>
        <source>Confirm closing</source>
        <translation>确认销号</translation>
    </message>
</context>
<context>
    <name>app::DangerPanel</name>
    <message>
        <source>Fire</source>
        <translation>森林草原火灾</translation>
    </message>
    <message>
        <source>Geology</source>
        <translation>地质灾害</translation>
    </message>
    <message>
        <source>Flood</source>
        <translation>水旱灾害</translation>
    </message>
    <message>
        <source>Earthquake</source>
        <translation>地震</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>已发现</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>已移交</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已公示</translation>
    </message>
    <message>
        <source>Supervised</source>
        <translation>督办中</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已验收</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已销号</translation>
    </message>
    <message>
        <source>Open a workspace to see its ledger.</source>
        <translation>请先打开工作区。</translation>
    </message>
    <message>
        <source>%1 open, %2 of them major; %3 overdue on %4. %5 closed.</source>
        <translation>未销号 %1 条，其中重大 %2 条；截至 %4 逾期 %3 条。已销号 %5 条。</translation>
    </message>
    <message>
        <source>Ledger of hidden dangers</source>
        <translation>隐患台账</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>By county</source>
        <translation>按县区</translation>
    </message>
    <message>
        <source>By hazard</source>
        <translation>按灾种</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>按环节</translation>
    </message>
    <message>
        <source>Bars: overdue, open, closed; figures: overdue / open. A click lists them. Deadlines are rules in the table danger_deadline_rule, to be verified before use.</source>
        <translation>条形：逾期、未销号、已销号；数字：逾期 / 未销号，点击列出。办理时限为“隐患办理时限”表中的规则，待核实后使用。</translation>
    </message>
    <message>
        <source>New danger …</source>
        <translation>登记隐患…</translation>
    </message>
    <message>
        <source>Demo data: here it is always %1. Deadlines count from that day and what you enter gets it.</source>
        <translation>演示时点 %1：期限按此日计算，登记与流转也记为此日。</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Ledger</source>
        <translation>隐患</translation>
    </message>
</context>
<context>
    <name>app::DangerForm</name>
    <message>
        <source>Photographs of the danger</source>
        <translation>隐患照片</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png)</source>
        <translation>图片 (*.jpg *.jpeg *.png)</translation>
    </message>
    <message numerus="yes">
        <source>%n photograph(s)</source>
        <translation><numerusform>照片%n张</numerusform></translation>
    </message>
    <message>
        <source>Click where the danger is.</source>
        <translation>在地图上点击隐患位置。</translation>
    </message>
    <message>
        <source>The place lies outside of the city: click within it.</source>
        <translation>位置不在本市范围内，请在本市范围内点击。</translation>
    </message>
    <message>
        <source>Say what the danger is.</source>
        <translation>请填写隐患名称。</translation>
    </message>
    <message>
        <source>Click on the map where it is.</source>
        <translation>请在地图上点击隐患位置。</translation>
    </message>
    <message>
        <source>Danger entered: %1</source>
        <translation>登记隐患：%1</translation>
    </message>
    <message>
        <source>Looking for the village …</source>
        <translation>正在查找所在村…</translation>
    </message>
    <message>
        <source>Not placed yet.</source>
        <translation>尚未定位。</translation>
    </message>
    <message>
        <source>Add photographs …</source>
        <translation>添加照片…</translation>
    </message>
    <message>
        <source>A new danger</source>
        <translation>登记隐患</translation>
    </message>
    <message>
        <source>What</source>
        <translation>隐患名称</translation>
    </message>
    <message>
        <source>Hazard</source>
        <translation>灾种</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>情况描述</translation>
    </message>
    <message>
        <source>Found on</source>
        <translation>发现日期</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>straw at the edge of the wood</source>
        <translation>如：林缘堆放秸秆</translation>
    </message>
    <message>
        <source>as people call it</source>
        <translation>小地名</translation>
    </message>
    <message>
        <source>unit that removes it</source>
        <translation>负责整改的单位</translation>
    </message>
    <message>
        <source>name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Take it from the map</source>
        <translation>从地图上取点</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回台账</translation>
    </message>
</context>
</TS>
