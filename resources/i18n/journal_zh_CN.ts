<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CommandLine</name>
    <message>
        <source>[drill]</source>
        <translation>［演练］</translation>
    </message>
    <message>
        <source>The journal was changed: entry %1 does not follow from those before it.</source>
        <translation>日志被改动过：第 %1 条与前面的记录接不上。</translation>
    </message>
    <message>
        <source>The journal is whole: %1 entries, hash of the last %2.</source>
        <translation>日志完整：共 %1 条，末条校验值 %2。</translation>
    </message>
    <message>
        <source>what happened from then on: 2026-05-01 or &quot;2026-05-01 08:30&quot; (Beijing time)</source>
        <translation>从何时起发生的：2026-05-01 或 &quot;2026-05-01 08:30&quot;（北京时间）</translation>
    </message>
    <message>
        <source>what happened until then; of a day its end</source>
        <translation>到何时为止发生的；只写日期指当日结束</translation>
    </message>
    <message>
        <source>only these kinds, such as phone_in, warning_in</source>
        <translation>只看这些类别，如 phone_in、warning_in</translation>
    </message>
    <message>
        <source>only what has all these words</source>
        <translation>只看含有全部这些词的</translation>
    </message>
    <message>
        <source>only what this person wrote or had to do with</source>
        <translation>只看此人记录或涉及此人的</translation>
    </message>
    <message>
        <source>drills instead of what was real</source>
        <translation>只看演练</translation>
    </message>
    <message>
        <source>drills as well as what was real</source>
        <translation>连同演练</translation>
    </message>
    <message>
        <source>as it was recorded at that moment; now unless given</source>
        <translation>按当时已记录的情况；默认为现在</translation>
    </message>
    <message>
        <source>the duty journal: entries, shifts, deadlines, export</source>
        <translation>值班日志：记录、班次、时限、导出</translation>
    </message>
    <message>
        <source>only what is not finished</source>
        <translation>只看未办结的</translation>
    </message>
    <message>
        <source>the newest so many; all unless given</source>
        <translation>只看最近若干条；默认全部</translation>
    </message>
    <message>
        <source>Example:
  fengsui journal --workspace ~/city --since 2026-04-30 --kind phone_in --json</source>
        <translation>示例：
  fengsui journal --workspace ~/city --since 2026-04-30 --kind phone_in --json</translation>
    </message>
    <message>
        <source>deadlines of duty: due when, who, done by which entry</source>
        <translation>值班时限：何时到期、由谁办、由哪条记录办结</translation>
    </message>
    <message>
        <source>only those that run, the nearest first</source>
        <translation>只看在走的，最近到期的在前</translation>
    </message>
    <message>
        <source>Example:
  fengsui journal clocks --workspace ~/city --open</source>
        <translation>示例：
  fengsui journal clocks --workspace ~/city --open</translation>
    </message>
    <message>
        <source>prove that no entry was changed or taken out</source>
        <translation>核验记录未被改动、未被抽走</translation>
    </message>
    <message>
        <source>Example:
  fengsui journal verify --workspace ~/city</source>
        <translation>示例：
  fengsui journal verify --workspace ~/city</translation>
    </message>
    <message>
        <source>write a shift or a day as Excel or PDF</source>
        <translation>把一班或一日的日志写成 Excel 或 PDF</translation>
    </message>
    <message>
        <source>file to write, .xlsx or .pdf</source>
        <translation>输出文件，.xlsx 或 .pdf</translation>
    </message>
    <message>
        <source>Example:
  fengsui journal export --workspace ~/city --since 2026-04-30 --until 2026-04-30 -o day.pdf</source>
        <translation>示例：
  fengsui journal export --workspace ~/city --since 2026-04-30 --until 2026-04-30 -o day.pdf</translation>
    </message>
    <message>
        <source>%1 entries were added to the journal.</source>
        <translation>日志新增 %1 条。</translation>
    </message>
    <message>
        <source>Entry %1 was written.</source>
        <translation>已记录第 %1 条。</translation>
    </message>
    <message>
        <source>leader of the shift</source>
        <translation>带班领导</translation>
    </message>
    <message>
        <source>officer of the shift; several times</source>
        <translation>值班员；可写多次</translation>
    </message>
    <message>
        <source>what else is to be said</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>who is on duty: start, hand-over, end</source>
        <translation>班次：上班、交接班、下班</translation>
    </message>
    <message>
        <source>begin a shift when nobody is on duty</source>
        <translation>无人在班时上班</translation>
    </message>
    <message>
        <source>Example:
  fengsui journal shift start --workspace ~/city --leader 李主任 --officer 王岚</source>
        <translation>示例：
  fengsui journal shift start --workspace ~/city --leader 李主任 --officer 王岚</translation>
    </message>
    <message>
        <source>hand over with everything that is open; both sides sign by their names</source>
        <translation>带着全部未办结事项交接班；双方输入姓名签字</translation>
    </message>
    <message>
        <source>Example:
  fengsui journal shift hand-over --workspace ~/city --leader 陈局长 --officer 孙丽 --gives 王岚 --takes 孙丽</source>
        <translation>示例：
  fengsui journal shift hand-over --workspace ~/city --leader 陈局长 --officer 孙丽 --gives 王岚 --takes 孙丽</translation>
    </message>
    <message>
        <source>who hands over, of this shift</source>
        <translation>交班人，须为本班人员</translation>
    </message>
    <message>
        <source>who takes over, of the next shift</source>
        <translation>接班人，须为下一班人员</translation>
    </message>
    <message>
        <source>end the shift when nobody takes over</source>
        <translation>无人接班时下班</translation>
    </message>
    <message>
        <source>Example:
  fengsui journal shift end --workspace ~/city</source>
        <translation>示例：
  fengsui journal shift end --workspace ~/city</translation>
    </message>
    <message>
        <source>what happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>who rang, who was told</source>
        <translation>来电人、告知对象</translation>
    </message>
    <message>
        <source>coordinates, or the name of a place</source>
        <translation>坐标或地名</translation>
    </message>
    <message>
        <source>when it happened; now unless given</source>
        <translation>发生时间；默认为现在</translation>
    </message>
    <message>
        <source>write an entry</source>
        <translation>记一条</translation>
    </message>
    <message>
        <source>Example:
  fengsui journal add --workspace ~/city --kind phone_in --people 李村长 --place 王和镇 --answer-by &quot;2026-05-01 09:00&quot; 河水上涨</source>
        <translation>示例：
  fengsui journal add --workspace ~/city --kind phone_in --people 李村长 --place 王和镇 --answer-by &quot;2026-05-01 09:00&quot; 河水上涨</translation>
    </message>
    <message>
        <source>phone_in, phone_out, instruction, report, visit, other, or a kind of the program such as incident</source>
        <translation>phone_in 来电、phone_out 去电、instruction 批示、report 汇报、visit 来访、other 其他，或程序的类别如 incident</translation>
    </message>
    <message>
        <source>red, orange, yellow, blue of a warning; 1 to 4 of an incident; starts the deadlines of duty</source>
        <translation>预警为 red、orange、yellow、blue，事件为 1 至 4 级；据此起算值班时限</translation>
    </message>
    <message>
        <source>until when it needs an answer; starts a deadline</source>
        <translation>须在何时前答复；起算时限</translation>
    </message>
    <message>
        <source>stays open until it is marked done</source>
        <translation>需跟进，办结前一直列出</translation>
    </message>
    <message>
        <source>file to keep with it; several times</source>
        <translation>附件；可写多次</translation>
    </message>
    <message>
        <source>what it is about: warning, callout, incident ...</source>
        <translation>关联对象类别：warning、callout、incident 等</translation>
    </message>
    <message>
        <source>which one</source>
        <translation>关联对象编号</translation>
    </message>
    <message>
        <source>it is a drill</source>
        <translation>为演练</translation>
    </message>
    <message>
        <source>write what is right beside an entry that was wrong; both stay</source>
        <translation>更正记错的一条；两条都保留</translation>
    </message>
    <message>
        <source>Example:
  fengsui journal correct 12 五户被淹 --workspace ~/city</source>
        <translation>示例：
  fengsui journal correct 12 五户被淹 --workspace ~/city</translation>
    </message>
    <message>
        <source>number of the entry</source>
        <translation>记录编号</translation>
    </message>
    <message>
        <source>it did not happen; its deadlines stop</source>
        <translation>此事未发生；其时限随之作废</translation>
    </message>
    <message>
        <source>mark a deadline as met</source>
        <translation>办结一项时限</translation>
    </message>
    <message>
        <source>Example:
  fengsui journal done 12/leader 已报李主任 --workspace ~/city</source>
        <translation>示例：
  fengsui journal done 12/leader 已报李主任 --workspace ~/city</translation>
    </message>
    <message>
        <source>name of the deadline, as “journal clocks” tells it</source>
        <translation>时限名称，见“journal clocks”</translation>
    </message>
    <message>
        <source>how it was done</source>
        <translation>如何办结</translation>
    </message>
    <message>
        <source>read what warnings, call-outs, stocks and other rooms did into the journal</source>
        <translation>把预警、叫应、物资等新情况读入日志</translation>
    </message>
    <message>
        <source>Example:
  fengsui journal collect --workspace ~/city --json</source>
        <translation>示例：
  fengsui journal collect --workspace ~/city --json</translation>
    </message>
</context>
<context>
    <name>JournalReport</name>
    <message>
        <source>On duty</source>
        <translation>值班情况</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>To</source>
        <translation>止</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>带班领导</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>值班员</translation>
    </message>
    <message>
        <source>Gave</source>
        <translation>交班人</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>接班人</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未办结</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Withdraws %1: %2</source>
        <translation>撤销第 %1 条：%2</translation>
    </message>
    <message>
        <source>Corrects %1: %2</source>
        <translation>更正第 %1 条：%2</translation>
    </message>
    <message>
        <source> (see %1)</source>
        <translation>（见第 %1 条）</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>值班记录</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>Written at</source>
        <translation>记录时间</translation>
    </message>
    <message>
        <source>Duty journal</source>
        <translation>值班日志</translation>
    </message>
    <message>
        <source>%1  %2 to %3</source>
        <translation>%1　%2 至 %3</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>DEMONSTRATION DATA</source>
        <translation>演示数据</translation>
    </message>
    <message>
        <source>%1 entries; %2 deadlines, %3 of them overdue or met late.</source>
        <translation>记录 %1 条；时限 %2 项，其中超时或逾期办结 %3 项。</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Handed over by: ____________________   Date: ______________</source>
        <translation>交班人：____________________　日期：______________</translation>
    </message>
    <message>
        <source>Taken over by: ____________________   Date: ______________</source>
        <translation>接班人：____________________　日期：______________</translation>
    </message>
    <message>
        <source>As recorded at %1. Entries are never changed; corrections stand beside what they correct.</source>
        <translation>以 %1 已记录的情况为准。记录只增不改，更正与原记录并存。</translation>
    </message>
    <message>
        <source>ATTENTION: the chain of hashes breaks at entry %1.</source>
        <translation>注意：校验链在第 %1 条断开。</translation>
    </message>
    <message>
        <source>The chain of %1 entries is whole; hash of the last: %2</source>
        <translation>共 %1 条，校验链完整；末条校验值：%2</translation>
    </message>
</context>
<context>
    <name>JournalWords</name>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>Say what happened.</source>
        <translation>请写明发生了什么。</translation>
    </message>
    <message>
        <source>Say who writes it.</source>
        <translation>请写明记录人。</translation>
    </message>
    <message>
        <source>Say what is right instead.</source>
        <translation>请写明正确的内容。</translation>
    </message>
    <message>
        <source>Say why it is withdrawn.</source>
        <translation>请写明为何撤销。</translation>
    </message>
    <message>
        <source>Name the leader of the shift.</source>
        <translation>请填写带班领导。</translation>
    </message>
    <message>
        <source>Name at least one officer of the shift.</source>
        <translation>请至少填写一名值班员。</translation>
    </message>
    <message>
        <source>A shift is on duty already: hand over instead.</source>
        <translation>已有人在班，请交接班。</translation>
    </message>
    <message>
        <source>Nobody is on duty: begin a shift.</source>
        <translation>无人在班，请先上班。</translation>
    </message>
    <message>
        <source>This is done already.</source>
        <translation>此项已办结。</translation>
    </message>
    <message>
        <source>A shift cannot be withdrawn: hand over or end it.</source>
        <translation>班次不能撤销，请交接班或下班。</translation>
    </message>
    <message>
        <source>red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>grade %1</source>
        <translation>%1 级</translation>
    </message>
    <message>
        <source>Leader %1 · officers %2</source>
        <translation>带班 %1 · 值班员 %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>no time set</source>
        <translation>需跟进</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还剩 %1</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>超时 %1</translation>
    </message>
    <message>
        <source>running</source>
        <translation>在走</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>done late</source>
        <translation>逾期办结</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>“%1” is not on duty and cannot hand over; type the name as it stands above.</source>
        <translation>“%1”不在本班，不能交班；请按上面的姓名填写。</translation>
    </message>
    <message>
        <source>“%1” is not of the next shift and cannot take over.</source>
        <translation>“%1”不是下一班人员，不能接班。</translation>
    </message>
    <message>
        <source>The journal has no deadline “%1”; “fengsui journal clocks” lists them.</source>
        <translation>日志中没有时限“%1”，用“fengsui journal clocks”查看。</translation>
    </message>
    <message>
        <source>The journal has no entry %1.</source>
        <translation>日志中没有第 %1 条。</translation>
    </message>
    <message>
        <source>This workspace is of an earlier version and has no journal; bring it up to date first.</source>
        <translation>此工作区为旧版本，没有值班日志；请先升级。</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Duty</source>
        <translation>值班</translation>
    </message>
</context>
<context>
    <name>app::ClockModel</name>
    <message>
        <source>%1 (entry %2)</source>
        <translation>%1（第 %2 条）</translation>
    </message>
    <message>
        <source>DRILL %1</source>
        <translation>演练 %1</translation>
    </message>
    <message>
        <source>Due %1. Rule: %2</source>
        <translation>%1 到期。依据：%2</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>责任人</translation>
    </message>
</context>
<context>
    <name>app::JournalEntryForm</name>
    <message>
        <source>Correct entry %1: say what is right. Both stay.</source>
        <translation>更正第 %1 条：写明正确内容，两条都保留。</translation>
    </message>
    <message>
        <source>New entry (Ctrl+Enter writes)</source>
        <translation>新记录（Ctrl+回车 记录）</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Click where it happened.</source>
        <translation>在地图上点出地点。</translation>
    </message>
    <message>
        <source>Files that belong to the entry</source>
        <translation>选择附件</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>who, number</source>
        <translation>对方姓名、电话</translation>
    </message>
    <message>
        <source>place or coordinates</source>
        <translation>地名或坐标</translation>
    </message>
    <message>
        <source>Click the place on the map</source>
        <translation>在地图上点地点</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Drop what was typed (Esc)</source>
        <translation>清空（Esc）</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>It did not happen</source>
        <translation>此事未发生</translation>
    </message>
    <message>
        <source>No answer needed</source>
        <translation>无须答复</translation>
    </message>
    <message>
        <source>Answer within %1 min</source>
        <translation>%1 分钟内答复</translation>
    </message>
    <message>
        <source>Answer within %1 h</source>
        <translation>%1 小时内答复</translation>
    </message>
    <message>
        <source>To follow up</source>
        <translation>需跟进</translation>
    </message>
</context>
<context>
    <name>app::EntryModel</name>
    <message>
        <source>Withdraws %1: %2</source>
        <translation>撤销第 %1 条：%2</translation>
    </message>
    <message>
        <source>Corrects %1: %2</source>
        <translation>更正第 %1 条：%2</translation>
    </message>
    <message>
        <source> (corrected by %1)</source>
        <translation>（已由第 %1 条更正）</translation>
    </message>
    <message>
        <source>DRILL %1</source>
        <translation>演练 %1</translation>
    </message>
    <message numerus="yes">
        <source> [%n file(s)]</source>
        <translation>
            <numerusform>［附件 %n 个］</numerusform>
        </translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
</context>
<context>
    <name>app::JournalPanel</name>
    <message>
        <source>On duty since %1: %2</source>
        <translation>%1 起在班：%2</translation>
    </message>
    <message>
        <source>Nobody is on duty.</source>
        <translation>无人在班。</translation>
    </message>
    <message>
        <source>Hand over …</source>
        <translation>交接班…</translation>
    </message>
    <message>
        <source>Begin a shift …</source>
        <translation>上班…</translation>
    </message>
    <message>
        <source>Not everything could be read into the journal: %1</source>
        <translation>有的情况未能读入日志：%1</translation>
    </message>
    <message>
        <source>No deadlines run.</source>
        <translation>没有在走的时限。</translation>
    </message>
    <message numerus="yes">
        <source>%n deadline(s)</source>
        <translation>
            <numerusform>时限 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>As it was recorded at %1; nothing can be written.</source>
        <translation>当时（%1）已记录的情况；不能书写。</translation>
    </message>
    <message>
        <source>Drills only; what was real is not listed.</source>
        <translation>只列演练，不含真实记录。</translation>
    </message>
    <message>
        <source>The newest %1 entries; search or choose a time for older ones.</source>
        <translation>只列最近 %1 条；更早的请搜索或选时段。</translation>
    </message>
    <message>
        <source>No entries here yet. Write the first below, or choose another time.</source>
        <translation>还没有记录。可在下面写第一条，或换一个时段。</translation>
    </message>
    <message>
        <source>Open a workspace to see its duty journal.</source>
        <translation>打开工作区后显示值班日志。</translation>
    </message>
    <message>
        <source>This workspace is of an earlier version and has no journal; bring it up to date first.</source>
        <translation>此工作区为旧版本，没有值班日志；请先升级。</translation>
    </message>
    <message>
        <source>Reading the journal …</source>
        <translation>正在读取日志…</translation>
    </message>
    <message>
        <source>Open its room (Enter)</source>
        <translation>转到对应功能（回车）</translation>
    </message>
    <message>
        <source>On the map (Enter)</source>
        <translation>看地图（回车）</translation>
    </message>
    <message>
        <source>Entry %1, %2, written %3 by %4</source>
        <translation>第 %1 条，%2，%3 由 %4 记录</translation>
    </message>
    <message>
        <source>People: %1</source>
        <translation>人员：%1</translation>
    </message>
    <message>
        <source>Place: %1</source>
        <translation>地点：%1</translation>
    </message>
    <message>
        <source>File: %1 (%2)</source>
        <translation>附件：%1（%2）</translation>
    </message>
    <message>
        <source>Entry %1 was written.</source>
        <translation>已记录第 %1 条。</translation>
    </message>
    <message>
        <source>Save the journal as listed</source>
        <translation>导出所列日志</translation>
    </message>
    <message>
        <source>journal-%1</source>
        <translation>值班日志-%1</translation>
    </message>
    <message>
        <source>Excel (*.xlsx);;PDF (*.pdf)</source>
        <translation>Excel (*.xlsx);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Report saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Duty journal</source>
        <translation>值班日志</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Done (space)</source>
        <translation>办结（空格）</translation>
    </message>
    <message>
        <source>Correct (C)</source>
        <translation>更正（C）</translation>
    </message>
    <message>
        <source>text, person, place</source>
        <translation>内容、人员、地点</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未办结</translation>
    </message>
    <message>
        <source>Only what is not finished</source>
        <translation>只看未办结的</translation>
    </message>
    <message>
        <source>Drills</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>近 24 小时</translation>
    </message>
    <message>
        <source>This shift</source>
        <translation>本班</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>app::ShiftForm</name>
    <message>
        <source>Hand-over</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Begin a shift</source>
        <translation>上班</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>没有未办结事项。</translation>
    </message>
    <message>
        <source>Open, and carried over: %1</source>
        <translation>未办结，移交下一班：%1 项</translation>
    </message>
    <message>
        <source>Next leader</source>
        <translation>下一班带班领导</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>带班领导</translation>
    </message>
    <message>
        <source>Next officers</source>
        <translation>下一班值班员</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>值班员</translation>
    </message>
    <message>
        <source>names, with blanks or commas between</source>
        <translation>姓名，用空格或顿号分开</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation>交班人</translation>
    </message>
    <message>
        <source>Taken over by</source>
        <translation>接班人</translation>
    </message>
    <message>
        <source>types the own name</source>
        <translation>本人输入姓名</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>返回（Esc）</translation>
    </message>
    <message>
        <source>Sign and hand over</source>
        <translation>签字交接</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>上班</translation>
    </message>
</context>
</TS>
