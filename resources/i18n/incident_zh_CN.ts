<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>app::CardPage</name>
    <message>
        <source>%1 · %2 since %3</source>
        <translation>%1 · %2，自 %3</translation>
    </message>
    <message>
        <source>Place: %1</source>
        <translation>地点：%1</translation>
    </message>
    <message>
        <source>Happened %1, known %2</source>
        <translation>事发 %1，接报 %2</translation>
    </message>
    <message>
        <source>Reported by: %1</source>
        <translation>报告人：%1</translation>
    </message>
    <message>
        <source>Cause: %1</source>
        <translation>起因：%1</translation>
    </message>
    <message>
        <source>Grade proposed: %1, not confirmed yet</source>
        <translation>建议等级：%1，尚未确认</translation>
    </message>
    <message>
        <source>Grade: %1</source>
        <translation>等级：%1</translation>
    </message>
    <message>
        <source>Grade: %1; by the figures it is %2</source>
        <translation>等级：%1；按现有数据应为 %2</translation>
    </message>
    <message>
        <source>%1: %2 since %3, decided by %4</source>
        <translation>%1：%2，自 %3，%4 决定</translation>
    </message>
    <message>
        <source>%1: none runs</source>
        <translation>%1：未启动</translation>
    </message>
    <message>
        <source>end it</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>Correct the description …</source>
        <translation>更正事件信息…</translation>
    </message>
    <message>
        <source>Set the state</source>
        <translation>更新状态</translation>
    </message>
    <message>
        <source>Confirm the grade</source>
        <translation>确认等级</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>应急响应</translation>
    </message>
    <message>
        <source>Add to the log</source>
        <translation>记入日志</translation>
    </message>
    <message>
        <source>in a few words; needed to go back</source>
        <translation>简要说明；退回前一状态必填</translation>
    </message>
    <message>
        <source>reason, if not as proposed</source>
        <translation>与建议不一致时的理由</translation>
    </message>
    <message>
        <source>who decided it</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>补充记录</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Response level</source>
        <translation>响应级别</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>[DRILL] </source>
        <translation>【演练】</translation>
    </message>
    <message>
        <source>%1 drills were removed.</source>
        <translation>已清除 %1 个演练事件。</translation>
    </message>
    <message>
        <source>as it was known at this time, 2026-07-20T02:35</source>
        <translation>按该时刻已知情况，如 2026-07-20T02:35</translation>
    </message>
    <message>
        <source>why, in a few words</source>
        <translation>理由，简要说明</translation>
    </message>
    <message>
        <source>list incidents, the newest first</source>
        <translation>列出事件，最新的在前</translation>
    </message>
    <message>
        <source>only of this state: reported, verified, responding, under_control, closed</source>
        <translation>只列该状态：reported 已接报、verified 已核实、responding 处置中、under_control 已控制、closed 已结束</translation>
    </message>
    <message>
        <source>only of this type: landslide, flash_flood, mine …</source>
        <translation>只列该类型：landslide、flash_flood、mine 等</translation>
    </message>
    <message>
        <source>only drills</source>
        <translation>只列演练</translation>
    </message>
    <message>
        <source>no drills</source>
        <translation>不列演练</translation>
    </message>
    <message>
        <source>Example:
  fengsui incident list --workspace ~/city --real --json</source>
        <translation>示例：
  fengsui incident list --workspace ~/city --real --json</translation>
    </message>
    <message>
        <source>one incident: figures, proposed grade and why, tasks</source>
        <translation>查看一个事件：数据、建议等级及依据、任务</translation>
    </message>
    <message>
        <source>Example:
  fengsui incident show SJ20260725a1b2c3 --at 2026-07-26T02:35 --workspace ~/city --json</source>
        <translation>示例：
  fengsui incident show SJ20260725a1b2c3 --at 2026-07-26T02:35 --workspace ~/city --json</translation>
    </message>
    <message>
        <source>what happened, with linked warnings, call-outs and requisitions</source>
        <translation>处置过程，含关联的预警、叫应和物资调拨</translation>
    </message>
    <message>
        <source>also as a document: .xlsx or .pdf</source>
        <translation>同时输出为文件：.xlsx 或 .pdf</translation>
    </message>
    <message>
        <source>Example:
  fengsui incident timeline SJ20260725a1b2c3 -o course.pdf --workspace ~/city</source>
        <translation>示例：
  fengsui incident timeline SJ20260725a1b2c3 -o course.pdf --workspace ~/city</translation>
    </message>
    <message>
        <source>take up an incident from a JSON file</source>
        <translation>按 JSON 文件登记事件</translation>
    </message>
    <message>
        <source>title, type, division, coordinates, occurred, known, figures</source>
        <translation>标题 title、类型 type、辖区 division、坐标 coordinates、事发 occurred、接报 known、数据 figures</translation>
    </message>
    <message>
        <source>it is a drill, marked everywhere</source>
        <translation>演练，处处标明</translation>
    </message>
    <message>
        <source>Example:
  fengsui incident add landslide.json --workspace ~/city --json</source>
        <translation>示例：
  fengsui incident add landslide.json --workspace ~/city --json</translation>
    </message>
    <message>
        <source>tell figures, another state, a note, a link, a better description</source>
        <translation>填报数据、更新状态、补充记录、关联、更正信息</translation>
    </message>
    <message>
        <source>JSON with what is new: figures, place …</source>
        <translation>含新内容的 JSON：数据、地点等</translation>
    </message>
    <message>
        <source>reported, verified, responding, under_control, closed</source>
        <translation>reported 已接报、verified 已核实、responding 处置中、under_control 已控制、closed 已结束</translation>
    </message>
    <message>
        <source>a line for the log</source>
        <translation>记入日志的一行</translation>
    </message>
    <message>
        <source>link warning, callout, requisition, team, evacuation, report, photo or journal</source>
        <translation>关联 warning、callout、requisition、team、evacuation、report、photo 或 journal</translation>
    </message>
    <message>
        <source>what it is called there</source>
        <translation>它在那里的编号</translation>
    </message>
    <message>
        <source>the name of the link</source>
        <translation>关联的名称</translation>
    </message>
    <message>
        <source>take the link away</source>
        <translation>取消关联</translation>
    </message>
    <message>
        <source>Example:
  fengsui incident set SJ20260725a1b2c3 figures.json --state responding --workspace ~/city</source>
        <translation>示例：
  fengsui incident set SJ20260725a1b2c3 figures.json --state responding --workspace ~/city</translation>
    </message>
    <message>
        <source>confirm the proposed grade or set another with a reason</source>
        <translation>确认建议等级，或说明理由另定等级</translation>
    </message>
    <message>
        <source>I, II, III, IV or proposed</source>
        <translation>I、II、III、IV 或 proposed（按建议）</translation>
    </message>
    <message>
        <source>Example:
  fengsui incident grade SJ20260725a1b2c3 proposed --workspace ~/city --json</source>
        <translation>示例：
  fengsui incident grade SJ20260725a1b2c3 proposed --workspace ~/city --json</translation>
    </message>
    <message>
        <source>add a task, or move one on</source>
        <translation>新增任务，或推进任务</translation>
    </message>
    <message>
        <source>the task to move on; a new one unless given</source>
        <translation>要推进的任务号；不给则新增</translation>
    </message>
    <message>
        <source>what has to be done</source>
        <translation>任务内容</translation>
    </message>
    <message>
        <source>who does it</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>until when, 2026-07-20T02:35</source>
        <translation>完成时限，如 2026-07-20T02:35</translation>
    </message>
    <message>
        <source>clause of the plan</source>
        <translation>预案条款</translation>
    </message>
    <message>
        <source>open, accepted, done or dropped</source>
        <translation>open 待办、accepted 已接受、done 已完成、dropped 已取消</translation>
    </message>
    <message>
        <source>Example:
  fengsui incident task SJ20260725a1b2c3 --number 2 --state done --words 已撤离32人 --workspace ~/city</source>
        <translation>示例：
  fengsui incident task SJ20260725a1b2c3 --number 2 --state done --words 已撤离32人 --workspace ~/city</translation>
    </message>
    <message>
        <source>start, raise, lower or end the response</source>
        <translation>启动、提级、降级或终止应急响应</translation>
    </message>
    <message>
        <source>I, II, III, IV or end</source>
        <translation>I、II、III、IV 或 end（终止）</translation>
    </message>
    <message>
        <source>who decided it</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>flood, geology, fire, earthquake, relief or accident; by its type unless given</source>
        <translation>flood、geology、fire、earthquake、relief 或 accident；不给则按事件类型</translation>
    </message>
    <message>
        <source>Example:
  fengsui incident response SJ20260725a1b2c3 III --decided-by 副指挥长 --words 雨势增大 --workspace ~/city</source>
        <translation>示例：
  fengsui incident response SJ20260725a1b2c3 III --decided-by 副指挥长 --words 雨势增大 --workspace ~/city</translation>
    </message>
    <message>
        <source>remove all drills; real incidents stay</source>
        <translation>清除全部演练事件；真实事件保留</translation>
    </message>
    <message>
        <source>Example:
  fengsui incident remove-drills --workspace ~/city</source>
        <translation>示例：
  fengsui incident remove-drills --workspace ~/city</translation>
    </message>
    <message>
        <source>incidents: figures, grade, tasks, response, time line</source>
        <translation>事件：数据、等级、任务、响应、处置过程</translation>
    </message>
</context>
<context>
    <name>app::CoursePage</name>
    <message>
        <source>Save the time line</source>
        <translation>保存处置过程</translation>
    </message>
    <message>
        <source>Excel (*.xlsx);;PDF (*.pdf)</source>
        <translation>Excel (*.xlsx);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>By</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>Save as Excel or PDF …</source>
        <translation>另存为 Excel 或 PDF…</translation>
    </message>
</context>
<context>
    <name>app::FiguresPage</name>
    <message>
        <source>No number: %1. Type a number, or “-” to withdraw it.</source>
        <translation>不是数字：%1。请填数字，填“-”为撤回。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Type new values in the column “New value” first.</source>
        <translation>请先在“新数据”一列填数。</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新数据</translation>
    </message>
    <message>
        <source>The moment that the new figures speak of</source>
        <translation>新数据的截止时刻</translation>
    </message>
    <message>
        <source>who told the new figures</source>
        <translation>新数据由谁报来</translation>
    </message>
    <message>
        <source>Enter the figures</source>
        <translation>填报数据</translation>
    </message>
    <message>
        <source>Ctrl+Enter in the table</source>
        <translation>表中按 Ctrl+回车</translation>
    </message>
    <message>
        <source>all figures of the statistics</source>
        <translation>显示全部统计指标</translation>
    </message>
    <message>
        <source>Choose a figure that was told: its course stands here.</source>
        <translation>选一项已报的指标，这里显示其变化过程。</translation>
    </message>
    <message>
        <source>The whole incident</source>
        <translation>整个事件（合计）</translation>
    </message>
    <message>
        <source>%1 · told</source>
        <translation>%1 · 已报</translation>
    </message>
    <message>
        <source>sum of the counties</source>
        <translation>各县（区）之和</translation>
    </message>
    <message>
        <source>The counties together; the report wants it to be the figure of the whole.</source>
        <translation>各县（区）之和；报表要求它等于合计。</translation>
    </message>
    <message>
        <source>Counties</source>
        <translation>各县之和</translation>
    </message>
    <message>
        <source>Whose figures</source>
        <translation>谁的数据</translation>
    </message>
    <message>
        <source>The whole incident, or one county’s share of it</source>
        <translation>整个事件，或其中一个县（区）的数</translation>
    </message>
    <message>
        <source>Take the sums</source>
        <translation>取各县之和</translation>
    </message>
    <message>
        <source>Writes what the counties told together into the new values where it differs</source>
        <translation>与合计不同的，把各县（区）之和填入新数据</translation>
    </message>
</context>
<context>
    <name>app::IncidentForm</name>
    <message>
        <source>Click where it happened.</source>
        <translation>点击事发地点。</translation>
    </message>
    <message>
        <source>Outside of the city's divisions: name the place in words.</source>
        <translation>在本市辖区之外：请用文字写明地点。</translation>
    </message>
    <message>
        <source>New incident</source>
        <translation>登记事件</translation>
    </message>
    <message>
        <source>Correct the description</source>
        <translation>更正事件信息</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村（社区）</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>具体地点</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>事发时间</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>接报时间</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>报告人</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>起因</translation>
    </message>
    <message>
        <source>in any form, or click on the map</source>
        <translation>任意写法，或在图上点选</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>图上点选</translation>
    </message>
    <message>
        <source>Drill: marked everywhere, not in real figures</source>
        <translation>演练：处处标明，不计入真实数据</translation>
    </message>
    <message>
        <source>why it is corrected</source>
        <translation>更正理由</translation>
    </message>
    <message>
        <source>Take it up</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>app::IncidentPanel</name>
    <message>
        <source>[DRILL] %1</source>
        <translation>【演练】%1</translation>
    </message>
    <message>
        <source>%1, %2 overdue</source>
        <translation>%1 项，超时 %2 项</translation>
    </message>
    <message>
        <source>None of this kind.</source>
        <translation>没有符合条件的事件。</translation>
    </message>
    <message>
        <source>Open a workspace to see its incidents.</source>
        <translation>打开工作区后查看事件。</translation>
    </message>
    <message>
        <source>Reading the incidents …</source>
        <translation>正在读取事件…</translation>
    </message>
    <message>
        <source>This workspace is of an earlier version and has no incidents yet; bring it up to date first.</source>
        <translation>该工作区版本较早，还没有事件表；请先升级工作区。</translation>
    </message>
    <message>
        <source>No incidents yet. “New incident” takes up the first, with its place on the map.</source>
        <translation>还没有事件。点“登记事件”登记第一个，并在图上标出地点。</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>Real and drills</source>
        <translation>真实和演练</translation>
    </message>
    <message>
        <source>Real ones</source>
        <translation>真实事件</translation>
    </message>
    <message>
        <source>Drills</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>New incident …</source>
        <translation>登记事件…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>接报时间</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>概况</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>处置过程</translation>
    </message>
</context>
<context>
    <name>IncidentWords</name>
    <message>
        <source>say why it is changed</source>
        <translation>请说明更正理由</translation>
    </message>
    <message>
        <source>that is its state already</source>
        <translation>已是该状态</translation>
    </message>
    <message>
        <source>going back to an earlier state needs a reason</source>
        <translation>退回前一状态请说明理由</translation>
    </message>
    <message>
        <source>end the response before the incident is closed</source>
        <translation>请先终止应急响应再结束事件</translation>
    </message>
    <message>
        <source>no figure is told</source>
        <translation>没有填报任何数据</translation>
    </message>
    <message>
        <source>a figure is 0 or more</source>
        <translation>数据不能小于 0</translation>
    </message>
    <message>
        <source>a whole number is needed</source>
        <translation>应为整数</translation>
    </message>
    <message>
        <source>say of which moment it speaks</source>
        <translation>请注明数据截止时刻</translation>
    </message>
    <message>
        <source>it speaks of a moment that is still to come</source>
        <translation>数据截止时刻还没有到</translation>
    </message>
    <message>
        <source>say who told it</source>
        <translation>请注明数据来源</translation>
    </message>
    <message>
        <source>a grade other than the proposed one needs a reason</source>
        <translation>与建议等级不一致，请说明理由</translation>
    </message>
    <message>
        <source>there is nothing in it</source>
        <translation>没有内容</translation>
    </message>
    <message>
        <source>it corrects a line that is not there</source>
        <translation>所更正的记录不存在</translation>
    </message>
    <message>
        <source>say what it is linked to</source>
        <translation>请选择关联对象</translation>
    </message>
    <message>
        <source>it is not linked</source>
        <translation>并未关联</translation>
    </message>
    <message>
        <source>it is linked already</source>
        <translation>已经关联</translation>
    </message>
    <message>
        <source>say what has to be done</source>
        <translation>请写明任务内容</translation>
    </message>
    <message>
        <source>say who does it</source>
        <translation>请写明责任单位</translation>
    </message>
    <message>
        <source>no task has this number</source>
        <translation>没有这个任务号</translation>
    </message>
    <message>
        <source>a task is dropped with a reason</source>
        <translation>取消任务请说明理由</translation>
    </message>
    <message>
        <source>opening it again needs a reason</source>
        <translation>重新打开请说明理由</translation>
    </message>
    <message>
        <source>say who decided it</source>
        <translation>请写明由谁决定</translation>
    </message>
    <message>
        <source>say why</source>
        <translation>请说明理由</translation>
    </message>
    <message>
        <source>that level runs already</source>
        <translation>已是该级响应</translation>
    </message>
    <message>
        <source>no response runs</source>
        <translation>当前没有启动响应</translation>
    </message>
    <message>
        <source>the incident is closed</source>
        <translation>事件已结束</translation>
    </message>
    <message>
        <source>say what it is called</source>
        <translation>请填写标题</translation>
    </message>
    <message>
        <source>say what kind of incident it is</source>
        <translation>请选择事件类型</translation>
    </message>
    <message>
        <source>say where it happened</source>
        <translation>请写明地点</translation>
    </message>
    <message>
        <source>no such coordinates</source>
        <translation>坐标有误</translation>
    </message>
    <message>
        <source>say when it became known</source>
        <translation>请填写接报时间</translation>
    </message>
    <message>
        <source>it became known before it happened</source>
        <translation>接报时间早于事发时间</translation>
    </message>
    <message>
        <source>that is still to come</source>
        <translation>该时刻还没有到</translation>
    </message>
    <message>
        <source>say who you are</source>
        <translation>请写明经办人</translation>
    </message>
    <message>
        <source>no incident type is called so</source>
        <translation>没有这种事件类型</translation>
    </message>
    <message>
        <source>no figure is called so</source>
        <translation>没有这项指标</translation>
    </message>
    <message>
        <source>no response plan is called so</source>
        <translation>没有这个响应预案</translation>
    </message>
    <message>
        <source>no such incident</source>
        <translation>没有这个事件</translation>
    </message>
    <message>
        <source>no incident has this number</source>
        <translation>没有这个编号的事件</translation>
    </message>
    <message>
        <source>it was not known yet at that time</source>
        <translation>那时尚未接报</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>known</source>
        <translation>接报时间</translation>
    </message>
    <message>
        <source>occurred</source>
        <translation>事发时间</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>note</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>link</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>response</source>
        <translation>应急响应</translation>
    </message>
    <message>
        <source>author</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Incident taken up: %1, %2</source>
        <translation>登记事件：%1，%2</translation>
    </message>
    <message>
        <source>Description changed: %1</source>
        <translation>更正事件信息：%1</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>状态：%1</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Figures: %1</source>
        <translation>数据：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source> (as of %1, %2)</source>
        <translation>（截至 %1，%2）</translation>
    </message>
    <message>
        <source>Grade %1, as proposed</source>
        <translation>确认等级 %1，与建议一致</translation>
    </message>
    <message>
        <source>Grade %1, proposed was %2</source>
        <translation>等级定为 %1，建议为 %2</translation>
    </message>
    <message>
        <source>Corrects line %1: %2</source>
        <translation>更正第 %1 条：%2</translation>
    </message>
    <message>
        <source>No longer linked: %1</source>
        <translation>取消关联：%1</translation>
    </message>
    <message>
        <source>Linked: %1</source>
        <translation>关联：%1</translation>
    </message>
    <message>
        <source>Task for %1: %2</source>
        <translation>交办 %1：%2</translation>
    </message>
    <message>
        <source> (by %1)</source>
        <translation>（%1 前）</translation>
    </message>
    <message>
        <source>Task %1: %2</source>
        <translation>任务 %1：%2</translation>
    </message>
    <message>
        <source>Response %1</source>
        <translation>应急响应%1</translation>
    </message>
    <message>
        <source>, decided by %1</source>
        <translation>，%1 决定</translation>
    </message>
    <message>
        <source>, %1 tasks begin</source>
        <translation>，开始 %1 项任务</translation>
    </message>
    <message>
        <source>Call-out begins, %1 to be called</source>
        <translation>开始叫应，应叫 %1 人</translation>
    </message>
    <message>
        <source>Call-out raised</source>
        <translation>叫应提级</translation>
    </message>
    <message>
        <source>Call-out stood down</source>
        <translation>叫应停止</translation>
    </message>
    <message>
        <source>Call-out withdrawn</source>
        <translation>叫应撤回</translation>
    </message>
    <message>
        <source>Call-out closed</source>
        <translation>叫应结束</translation>
    </message>
    <message>
        <source>Task of the call-out done</source>
        <translation>叫应任务已完成</translation>
    </message>
    <message>
        <source>%1 calls go to officers</source>
        <translation>%1 个呼叫转人工</translation>
    </message>
    <message>
        <source>Requisition asked for</source>
        <translation>申领物资</translation>
    </message>
    <message>
        <source>Requisition approved</source>
        <translation>申领已批准</translation>
    </message>
    <message>
        <source>Requisition rejected</source>
        <translation>申领被驳回</translation>
    </message>
    <message>
        <source>Goods picked</source>
        <translation>物资已拣货</translation>
    </message>
    <message>
        <source>Goods sent</source>
        <translation>物资已发出</translation>
    </message>
    <message>
        <source>Goods received</source>
        <translation>物资已签收</translation>
    </message>
    <message>
        <source>Requisition closed</source>
        <translation>申领办结</translation>
    </message>
    <message>
        <source>Requisition withdrawn</source>
        <translation>申领撤回</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>已接报</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已核实</translation>
    </message>
    <message>
        <source>Responding</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>Under control</source>
        <translation>已控制</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Call-out</source>
        <translation>叫应</translation>
    </message>
    <message>
        <source>Requisition</source>
        <translation>物资调拨</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>队伍</translation>
    </message>
    <message>
        <source>Evacuation</source>
        <translation>转移</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Journal entry</source>
        <translation>值班记录</translation>
    </message>
    <message>
        <source>started</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>raised to</source>
        <translation>提级为</translation>
    </message>
    <message>
        <source>lowered to</source>
        <translation>降级为</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>Ⅰ (extremely serious)</source>
        <translation>Ⅰ级（特别重大）</translation>
    </message>
    <message>
        <source>Ⅱ (serious)</source>
        <translation>Ⅱ级（重大）</translation>
    </message>
    <message>
        <source>Ⅲ (larger)</source>
        <translation>Ⅲ级（较大）</translation>
    </message>
    <message>
        <source>Ⅳ (ordinary)</source>
        <translation>Ⅳ级（一般）</translation>
    </message>
    <message>
        <source>none</source>
        <translation>未启动</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>%1级响应</translation>
    </message>
    <message>
        <source>%1 %2 %3 → %4</source>
        <translation>%1 %2 %3 → %4</translation>
    </message>
    <message>
        <source>%1 %2 %3: below every level</source>
        <translation>%1 %2 %3：未达到任何级别</translation>
    </message>
    <message>
        <source>; %1 begins in %2 more</source>
        <translation>，再增 %2 达到 %1 级</translation>
    </message>
    <message>
        <source>nothing known yet of: %1</source>
        <translation>尚无数据：%1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>依据：%1</translation>
    </message>
    <message>
        <source>If the missing are dead: grade %1</source>
        <translation>如失踪人员遇难：%1</translation>
    </message>
    <message>
        <source>program</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
</context>
<context>
    <name>app::LinksPage</name>
    <message>
        <source>No room of this program keeps it: look it up by its identifier.</source>
        <translation>本程序没有管理它的面板，请按编号查找。</translation>
    </message>
    <message>
        <source>Nothing is linked yet. What is linked comes into the time line.</source>
        <translation>还没有关联。关联后其经过并入处置过程。</translation>
    </message>
    <message>
        <source>Enter goes there.</source>
        <translation>按回车前往。</translation>
    </message>
    <message>
        <source>Kind of link</source>
        <translation>关联种类</translation>
    </message>
    <message>
        <source>What is linked</source>
        <translation>关联对象</translation>
    </message>
    <message>
        <source>choose, or type its identifier</source>
        <translation>选择，或填编号</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>取消关联</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>关联</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>app::TasksPage</name>
    <message>
        <source>overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>No tasks yet. Starting a response begins those of its level; others are added below.</source>
        <translation>还没有任务。启动响应会下达该级任务；其他任务在下方添加。</translation>
    </message>
    <message>
        <source>%1 tasks, %2 still to do, %3 overdue</source>
        <translation>任务 %1 项，未完成 %2 项，超时 %3 项</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>how it went; the reason of dropping it</source>
        <translation>办理情况；取消时写理由</translation>
    </message>
    <message>
        <source>Set the task</source>
        <translation>更新任务</translation>
    </message>
    <message>
        <source>what has to be done</source>
        <translation>任务内容</translation>
    </message>
    <message>
        <source>who does it</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source> minutes from now</source>
        <translation> 分钟内</translation>
    </message>
    <message>
        <source>no deadline</source>
        <translation>不限时</translation>
    </message>
    <message>
        <source>Add the task</source>
        <translation>添加任务</translation>
    </message>
</context>
<context>
    <name>TimelineReport</name>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>处置过程</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>By</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>Course of the incident: %1</source>
        <translation>事件处置过程：%1</translation>
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
        <source>%1, %2. Happened %3, known %4. Grade %5; response: %6.</source>
        <translation>%1，%2。事发 %3，接报 %4。等级 %5；响应：%6。</translation>
    </message>
    <message>
        <source>Place: %1</source>
        <translation>地点：%1</translation>
    </message>
    <message>
        <source>Cause: %1</source>
        <translation>起因：%1</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>From the log of the incident in %1, as recorded until %2.</source>
        <translation>取自%1事件日志，截至 %2 的记录。</translation>
    </message>
    <message>
        <source>%1 events; the last has the hash %2.</source>
        <translation>共 %1 条记录；末条校验码 %2。</translation>
    </message>
    <message>
        <source>Figures by county</source>
        <translation>分县（区）数据</translation>
    </message>
    <message>
        <source>County</source>
        <translation>县（区）</translation>
    </message>
</context>
</TS>
