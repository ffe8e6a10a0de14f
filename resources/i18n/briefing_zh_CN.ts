<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Atlas</name>
    <message>
        <source>Data of %1</source>
        <translation>数据时间 %1</translation>
    </message>
    <message>
        <source>%1: this sheet could not be drawn. %2</source>
        <translation>%1：本图幅未能绘制。%2</translation>
    </message>
    <message>
        <source>Index of names</source>
        <translation>地名索引</translation>
    </message>
    <message>
        <source>Sheet %1 of %2</source>
        <translation>图号 %1 / %2</translation>
    </message>
</context>
<context>
    <name>BriefingDeck</name>
    <message>
        <source>Left out: %1. This workspace has no table %2.</source>
        <translation>未列入：%1。本工作区没有数据表 %2。</translation>
    </message>
    <message>
        <source>%1 Emergency Management Bureau</source>
        <translation>%1应急管理局</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>数据截至 %1</translation>
    </message>
    <message>
        <source>Demo data</source>
        <translation>演示数据</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>来源：%1</translation>
    </message>
    <message>
        <source>On duty: not entered (option --on-duty or the panel)</source>
        <translation>值班：未填写</translation>
    </message>
    <message>
        <source>On duty: %1</source>
        <translation>值班：%1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 项</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>All figures as of %1 unless a table says another time.</source>
        <translation>除表中另有说明外，数据均截至 %1。</translation>
    </message>
    <message>
        <source>Source, or what was left out and why</source>
        <translation>来源，或未列入的内容及原因</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页码</translation>
    </message>
</context>
<context>
    <name>BriefingFacts</name>
    <message>
        <source>closed</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>To be called</source>
        <translation>应叫</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已接听</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>Raised to superiors</source>
        <translation>已提级</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>已转移</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>cannot serve</source>
        <translation>无法履职</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>无号码</translation>
    </message>
    <message>
        <source>hung up</source>
        <translation>挂断</translation>
    </message>
    <message>
        <source>not called</source>
        <translation>未呼叫</translation>
    </message>
    <message>
        <source>Move at once</source>
        <translation>立即转移</translation>
    </message>
    <message>
        <source>villages</source>
        <translation>个村</translation>
    </message>
    <message>
        <source>Prepare to move</source>
        <translation>准备转移</translation>
    </message>
    <message>
        <source>Living there</source>
        <translation>涉及人口</translation>
    </message>
    <message>
        <source>Rivers above warning</source>
        <translation>河道超警</translation>
    </message>
    <message>
        <source>stations</source>
        <translation>站</translation>
    </message>
    <message>
        <source>Reservoirs above limit</source>
        <translation>水库超汛限</translation>
    </message>
    <message>
        <source>reservoirs</source>
        <translation>座</translation>
    </message>
    <message>
        <source>Most rain in 24 h</source>
        <translation>24 小时最大雨量</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>毫米</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警戒</translation>
    </message>
    <message>
        <source>Guaranteed</source>
        <translation>保证</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>light</source>
        <translation>轻度</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>中度</translation>
    </message>
    <message>
        <source>severe</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>extreme</source>
        <translation>特大</translation>
    </message>
    <message>
        <source>City depots</source>
        <translation>市级储备库</translation>
    </message>
    <message>
        <source>Articles at their minimum</source>
        <translation>达到最低储备</translation>
    </message>
    <message>
        <source>kinds</source>
        <translation>种</translation>
    </message>
    <message>
        <source>Articles below it</source>
        <translation>低于最低储备</translation>
    </message>
    <message>
        <source>Counties that lack something</source>
        <translation>有缺口的县区</translation>
    </message>
    <message>
        <source>places</source>
        <translation>个</translation>
    </message>
    <message>
        <source>Expired lots</source>
        <translation>已过期批次</translation>
    </message>
    <message>
        <source>lots</source>
        <translation>批</translation>
    </message>
    <message>
        <source>until cancelled</source>
        <translation>至解除</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>No station has reported within a day: what follows of rain and water is not known, not safe.</source>
        <translation>一天内没有测站报数：以下雨水情是“不明”，不是“安全”。</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>%1 pages as of %2: %3</source>
        <translation>共 %1 页，数据截至 %2：%3</translation>
    </message>
    <message>
        <source>write the flood-season briefing, or another, as PDF or PPTX</source>
        <translation>生成汛期会商等会商材料，PDF 或 PPTX</translation>
    </message>
    <message>
        <source>which briefing: flood or geology</source>
        <translation>哪个会商：flood（汛期）或 geology（地质灾害）</translation>
    </message>
    <message>
        <source>as it was known then: 2026-05-01T08:00, or with Z for UTC; else now</source>
        <translation>按当时掌握的情况：2026-05-01T08:00，或以 Z 结尾的 UTC 时间；不写为现在</translation>
    </message>
    <message>
        <source>file to write: .pdf, or .pptx to go on working on</source>
        <translation>输出文件：.pdf，或可继续编辑的 .pptx</translation>
    </message>
    <message>
        <source>whose briefing it is, for the cover</source>
        <translation>封面上的单位</translation>
    </message>
    <message>
        <source>who is on duty, for the cover</source>
        <translation>封面上的值班人员</translation>
    </message>
    <message>
        <source>Every page says as of when and where its figures are from; what the workspace does not have is named on the last page.
Examples:
  fengsui brief --workspace ~/city --template flood -o briefing.pdf
  fengsui brief --workspace ~/city --template flood --at 2026-07-30T06:00 -o briefing.pptx</source>
        <translation>每页注明数据时间和来源；工作区没有的内容列在最后一页。
示例：
  fengsui brief --workspace ~/city --template flood -o briefing.pdf
  fengsui brief --workspace ~/city --template flood --at 2026-07-30T06:00 -o briefing.pptx</translation>
    </message>
    <message>
        <source>Sheet %1 could not be drawn: %2</source>
        <translation>图幅 %1 未能绘制：%2</translation>
    </message>
    <message>
        <source>%1 pages: %2</source>
        <translation>共 %1 页：%2</translation>
    </message>
    <message>
        <source>write map sheets of all counties, towns or villages as one PDF</source>
        <translation>按县区、乡镇或村生成图集（一个 PDF）</translation>
    </message>
    <message>
        <source>a sheet for each: county, town or village</source>
        <translation>每幅图一个：county（县区）、town（乡镇）或 village（村）</translation>
    </message>
    <message>
        <source>only of this county or town: its code</source>
        <translation>只出这个县区或乡镇内的：代码</translation>
    </message>
    <message>
        <source>PDF file to write</source>
        <translation>输出的 PDF 文件</translation>
    </message>
    <message>
        <source>paper: A4 or A3</source>
        <translation>纸张：A4 或 A3</translation>
    </message>
    <message>
        <source>dots per inch, 96 to 600</source>
        <translation>每英寸点数，96 到 600</translation>
    </message>
    <message>
        <source>title before each name; else the city</source>
        <translation>名称前的图集标题；不写为城市名</translation>
    </message>
    <message>
        <source>only so many sheets, to look at first; 0: all</source>
        <translation>只出前几幅，先看效果；0 为全部</translation>
    </message>
    <message>
        <source>One sheet a district with title, legend, scale, grid, inset and number, and an index of names at the end.
Examples:
  fengsui atlas --workspace ~/city --by county --paper A3 -o counties.pdf
  fengsui atlas --workspace ~/city --by town --dpi 300 -o towns.pdf
  fengsui atlas --workspace ~/city --by village --within 140431000000 -o villages.pdf</source>
        <translation>每个行政区一幅图，有图名、图例、比例尺、经纬网、位置图和图号，最后是地名索引。
示例：
  fengsui atlas --workspace ~/city --by county --paper A3 -o counties.pdf
  fengsui atlas --workspace ~/city --by town --dpi 300 -o towns.pdf
  fengsui atlas --workspace ~/city --by village --within 140431000000 -o villages.pdf</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Briefing</source>
        <translation>会商</translation>
    </message>
</context>
<context>
    <name>app::BriefingPanel</name>
    <message>
        <source>Save the briefing</source>
        <translation>保存会商材料</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Presentation (*.pptx)</source>
        <translation>演示文稿 (*.pptx)</translation>
    </message>
    <message>
        <source>Briefing saved: %1</source>
        <translation>会商材料已保存：%1</translation>
    </message>
    <message>
        <source>Open a workspace to brief from it.</source>
        <translation>请先打开工作区，再制作会商材料。</translation>
    </message>
    <message>
        <source>Asking the workspace and drawing the maps …</source>
        <translation>正在查询数据、绘制地图……</translation>
    </message>
    <message>
        <source>Choose a briefing and press “Prepare”. Its pages appear here; F5 shows them over the whole screen.</source>
        <translation>选择会商模板，点“生成”。页面显示在这里，按 F5 全屏播放。</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>会商</translation>
    </message>
    <message>
        <source>As it was at</source>
        <translation>当时情况</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>值班</translation>
    </message>
    <message>
        <source>leader and officers, for the cover</source>
        <translation>带班领导和值班员，用于封面</translation>
    </message>
    <message>
        <source>Light pages, for paper and bright rooms</source>
        <translation>浅色页面（打印、明亮会场）</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Present (F5)</source>
        <translation>播放 (F5)</translation>
    </message>
    <message>
        <source>PDF …</source>
        <translation>PDF……</translation>
    </message>
    <message>
        <source>PPTX …</source>
        <translation>PPTX……</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Which briefing</source>
        <translation>会商模板</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页码</translation>
    </message>
</context>
</TS>
