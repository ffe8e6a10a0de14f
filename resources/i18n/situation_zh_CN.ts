<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>app::BlankForm</name>
    <message>
        <source>Why %1 is smaller (%2)</source>
        <translation>%1为何减少（%2）</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>The report was not issued; to put right: %1.</source>
        <translation>报告未签发，待处理：%1 项。</translation>
    </message>
    <message>
        <source>%1 is not as it was issued: its hash does not follow.</source>
        <translation>%1 与签发时不一致：校验值对不上。</translation>
    </message>
    <message>
        <source>number or identifier of the incident</source>
        <translation>事件编号或标识</translation>
    </message>
    <message>
        <source>first, update, final, daily or statistics</source>
        <translation>first（首报）、update（续报）、final（终报）、daily（日报）或 statistics（灾情统计表）</translation>
    </message>
    <message>
        <source>as it was known then; now unless given</source>
        <translation>按当时掌握的情况；不写则为现在</translation>
    </message>
    <message>
        <source>words for a blank, name=words; may be repeated</source>
        <translation>填一个空：名称=内容，可重复</translation>
    </message>
    <message>
        <source>issue it: it gets its number and stays as it is</source>
        <translation>签发：编号，此后不再改变</translation>
    </message>
    <message>
        <source>who issues it; the system's user unless given</source>
        <translation>签发人；不写则为系统用户</translation>
    </message>
    <message>
        <source>number of the report that it puts right</source>
        <translation>所更正的报告编号</translation>
    </message>
    <message>
        <source>a drill's daily report; an incident says it itself</source>
        <translation>演练日报；有事件的报告由事件决定</translation>
    </message>
    <message>
        <source>write it here: .docx, .pdf or .xlsx</source>
        <translation>写到此文件：.docx、.pdf 或 .xlsx</translation>
    </message>
    <message>
        <source>reports: first, update, final, daily, statistics</source>
        <translation>信息报送：首报、续报、终报、日报、灾情统计表</translation>
    </message>
    <message>
        <source>Without --issue it is a draft, with what keeps it from being issued. Exit code 1: it could not be issued.
Examples:
  fengsui report --workspace ~/city --kind daily -o daily.docx
  fengsui report --workspace ~/city --incident SJ20260731a1b2c3 --kind first --set trend=雨势减弱 --json</source>
        <translation>不加 --issue 只出草稿，并说明为何还不能签发。退出码 1：未能签发。
示例：
  fengsui report --workspace ~/city --kind daily -o 日报.docx
  fengsui report --workspace ~/city --incident SJ20260731a1b2c3 --kind first --set trend=雨势减弱 --json</translation>
    </message>
    <message>
        <source>what was issued, and what is due when</source>
        <translation>已签发的报告和各项时限</translation>
    </message>
    <message>
        <source>an issued report, or its file once more</source>
        <translation>一份已签发的报告，或重写其文件</translation>
    </message>
    <message>
        <source>its number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Example:
  fengsui report list --workspace ~/city --json</source>
        <translation>示例：
  fengsui report list --workspace ~/city --json</translation>
    </message>
    <message>
        <source>Example:
  fengsui report show 长应急报〔2026〕3号 --workspace ~/city -o report.pdf</source>
        <translation>示例：
  fengsui report show 长应急报〔2026〕3号 --workspace ~/city -o 报告.pdf</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Reports</source>
        <translation>报送</translation>
    </message>
</context>
<context>
    <name>app::SituationPanel</name>
    <message>
        <source>as of %1</source>
        <translation>数据时间 %1</translation>
    </message>
    <message>
        <source>no rows</source>
        <translation>没有明细</translation>
    </message>
    <message>
        <source>Not issued: put right what is listed first.</source>
        <translation>未签发：先处理清单中的各项。</translation>
    </message>
    <message>
        <source>Issued: %1. Its files are in the workspace's folder exports.</source>
        <translation>已签发：%1。文件在工作区的 exports 文件夹。</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>存草稿</translation>
    </message>
    <message>
        <source>Word (*.docx);;PDF (*.pdf);;Excel (*.xlsx)</source>
        <translation>Word (*.docx);;PDF (*.pdf);;Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Draft saved: %1</source>
        <translation>草稿已存：%1</translation>
    </message>
    <message>
        <source>No incident</source>
        <translation>不针对单个事件</translation>
    </message>
    <message>
        <source>[Drill] </source>
        <translation>【演练】</translation>
    </message>
    <message>
        <source>Due %1. %2</source>
        <translation>%1 前。%2</translation>
    </message>
    <message>
        <source>Demo data: here it is always %1.</source>
        <translation>演示数据：这里始终是 %1。</translation>
    </message>
    <message>
        <source>Open a workspace to write its reports.</source>
        <translation>打开工作区后可写报告。</translation>
    </message>
    <message>
        <source>Reading what the report says …</source>
        <translation>正在读取报告内容…</translation>
    </message>
    <message>
        <source>Nothing is missing: it can be issued.</source>
        <translation>齐了，可以签发。</translation>
    </message>
    <message>
        <source>Nothing is missing. This workspace can only be read, so nothing is issued here.</source>
        <translation>齐了。但此工作区只能读取，不能在这里签发。</translation>
    </message>
    <message>
        <source>Nothing has been issued yet. Write a report on the other page.</source>
        <translation>还没有签发过报告。请在“撰写”页起草。</translation>
    </message>
    <message>
        <source>Enter opens the file. What is wrong is put right by a new report.</source>
        <translation>回车打开文件。有错时另发一份更正。</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>信息报送</translation>
    </message>
    <message>
        <source>Daily report</source>
        <translation>日报</translation>
    </message>
    <message>
        <source>The daily report with the figures of this moment</source>
        <translation>用此刻的数据起草日报</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>撰写</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>已签发</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>It gets its number and stays as it is (Ctrl+Enter)</source>
        <translation>编号并签发，此后不再改变（Ctrl+回车）</translation>
    </message>
    <message>
        <source>Save draft …</source>
        <translation>存草稿…</translation>
    </message>
    <message>
        <source>Correct …</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>A new report that puts the chosen one right</source>
        <translation>为选中的报告另发一份更正</translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>What keeps it from being issued</source>
        <translation>还不能签发的原因</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>A click on a figure shows the rows it was counted from</source>
        <translation>点数字看它是从哪几行数出来的</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Kind of report</source>
        <translation>报告种类</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>By</source>
        <translation>签发人</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
</context>
<context>
    <name>SituationText</name>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>First report</source>
        <translation>首报</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>续报</translation>
    </message>
    <message>
        <source>Final report</source>
        <translation>终报</translation>
    </message>
    <message>
        <source>Daily report</source>
        <translation>日报</translation>
    </message>
    <message>
        <source>Disaster statistics</source>
        <translation>灾情统计表</translation>
    </message>
    <message>
        <source>%1 is empty: type it.</source>
        <translation>%1没有填：请填写。</translation>
    </message>
    <message>
        <source>%1: nothing is known. Enter it in the incident; what is nothing is entered as 0.</source>
        <translation>%1没有数据：请在事件中登记，没有的填 0。</translation>
    </message>
    <message>
        <source>%1 still holds a sign to be replaced: “%2”.</source>
        <translation>%1里还有待替换的字样：“%2”。</translation>
    </message>
    <message>
        <source>The figures do not agree: %1 (%2). Correct them in the incident.</source>
        <translation>数字对不上：%1（%2）。请在事件中更正。</translation>
    </message>
    <message>
        <source>%1 is smaller than in the last report (%2): say why.</source>
        <translation>%1比上一期少（%2）：请写明原因。</translation>
    </message>
    <message>
        <source>%1 is %2 min old, too old for this grade: ask again and enter it in the incident.</source>
        <translation>%1已是 %2 分钟前的数，超过本等级的时限：请再核实并在事件中登记。</translation>
    </message>
    <message>
        <source>This kind of report is about an incident: choose one.</source>
        <translation>这种报告针对一个事件：请选择事件。</translation>
    </message>
    <message>
        <source>No report of this incident has been issued: begin with the first report.</source>
        <translation>此事件还没有签发过报告：请先发首报。</translation>
    </message>
    <message>
        <source>A first report has been issued: write an update, or a correction of it.</source>
        <translation>首报已经签发：请写续报，或更正首报。</translation>
    </message>
    <message>
        <source>[Drill] </source>
        <translation>【演练】</translation>
    </message>
    <message>
        <source>By telephone: %1</source>
        <translation>电话报告：%1</translation>
    </message>
    <message>
        <source>First report in writing: %1</source>
        <translation>书面首报：%1</translation>
    </message>
    <message>
        <source>Update: %1</source>
        <translation>续报：%1</translation>
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
        <source>%1 late</source>
        <translation>超时 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还剩 %1</translation>
    </message>
</context>
</TS>
