<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>DrillText</name>
    <message>
        <source>Note</source>
        <translation>导调说明</translation>
    </message>
    <message>
        <source>Rain readings</source>
        <translation>雨量数据</translation>
    </message>
    <message>
        <source>Water level</source>
        <translation>水位</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Warning from a file</source>
        <translation>文件预警</translation>
    </message>
    <message>
        <source>Warning cancelled</source>
        <translation>预警解除</translation>
    </message>
    <message>
        <source>Call-out started</source>
        <translation>启动叫应</translation>
    </message>
    <message>
        <source>Call-out raised</source>
        <translation>叫应升级</translation>
    </message>
    <message>
        <source>Call-out closed</source>
        <translation>叫应结束</translation>
    </message>
    <message>
        <source>Road closed</source>
        <translation>道路中断</translation>
    </message>
    <message>
        <source>Road reopened</source>
        <translation>道路恢复</translation>
    </message>
    <message>
        <source>Requisition</source>
        <translation>物资申领</translation>
    </message>
    <message>
        <source>Requisition approved</source>
        <translation>申领批准</translation>
    </message>
    <message>
        <source>Goods picked</source>
        <translation>物资出库备货</translation>
    </message>
    <message>
        <source>Goods dispatched</source>
        <translation>物资调拨出库</translation>
    </message>
    <message>
        <source>Goods received</source>
        <translation>物资签收</translation>
    </message>
    <message>
        <source>a number within the usual range is expected</source>
        <translation>应为合理范围内的数</translation>
    </message>
    <message>
        <source>a whole number within the usual range is expected</source>
        <translation>应为合理范围内的整数</translation>
    </message>
    <message>
        <source>a list of texts is expected</source>
        <translation>应为文字列表</translation>
    </message>
    <message>
        <source>a list of division codes like [&quot;140431&quot;] is expected</source>
        <translation>应为区划代码列表，如 [&quot;140431&quot;]</translation>
    </message>
    <message>
        <source>items with whole quantities like {&quot;棉被&quot;: 60} are expected</source>
        <translation>应为物资与整数数量，如 {&quot;棉被&quot;: 60}</translation>
    </message>
    <message>
        <source>red, orange, yellow or blue is expected</source>
        <translation>应为 red、orange、yellow 或 blue</translation>
    </message>
    <message>
        <source>a text, or one in &quot;zh&quot; and one in &quot;en&quot;, is expected</source>
        <translation>应为文字，或分别写在 &quot;zh&quot; 和 &quot;en&quot; 中</translation>
    </message>
    <message>
        <source>a list of steps is expected</source>
        <translation>应为步骤列表</translation>
    </message>
    <message>
        <source>an object {…} is expected</source>
        <translation>应为对象 {…}</translation>
    </message>
    <message>
        <source>a text is expected</source>
        <translation>应为文字</translation>
    </message>
    <message>
        <source>this is no JSON (%1)</source>
        <translation>不是 JSON（%1）</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>缺少“%1”</translation>
    </message>
    <message>
        <source>“%1” means nothing here; is it misspelt?</source>
        <translation>此处没有“%1”这一项，是否拼错？</translation>
    </message>
    <message>
        <source>there is no kind of step “%1”; there are %2</source>
        <translation>没有“%1”这种步骤；可用：%2</translation>
    </message>
    <message>
        <source>%1 is no time like &quot;22:40&quot; or &quot;+90&quot; (minutes)</source>
        <translation>%1 不是时间；应如 &quot;22:40&quot; 或 &quot;+90&quot;（分钟）</translation>
    </message>
    <message>
        <source>%1 lies before the step above it</source>
        <translation>%1 早于上一步</translation>
    </message>
    <message>
        <source>the name “%1” was given before</source>
        <translation>名称“%1”已用过</translation>
    </message>
    <message>
        <source>no step above makes a fitting “%1”</source>
        <translation>前面没有步骤产生合适的“%1”</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>line %1, %2: %3</source>
        <translation>第 %1 行，%2：%3</translation>
    </message>
    <message>
        <source>Incident opened</source>
        <translation>事件立案</translation>
    </message>
    <message>
        <source>Figures of an incident</source>
        <translation>事件数据</translation>
    </message>
    <message>
        <source>Incident graded</source>
        <translation>事件定级</translation>
    </message>
    <message>
        <source>Response level</source>
        <translation>应急响应</translation>
    </message>
    <message>
        <source>Evacuation ordered</source>
        <translation>下达撤避转移</translation>
    </message>
    <message>
        <source>People moved</source>
        <translation>转移进度</translation>
    </message>
    <message>
        <source>Report issued</source>
        <translation>信息报送</translation>
    </message>
    <message>
        <source>figures with numbers like {&quot;dead&quot;: 0} are expected</source>
        <translation>应为数据项及数值，如 {&quot;dead&quot;: 0}</translation>
    </message>
    <message>
        <source>blanks with words like {&quot;measures&quot;: &quot;...&quot;} are expected</source>
        <translation>应为填空项及文字，如 {&quot;measures&quot;: &quot;...&quot;}</translation>
    </message>
    <message>
        <source>%1 gauges, %2 mm at most</source>
        <translation>%1站，最大%2毫米</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Warning</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Warning changed</source>
        <translation>预警变更</translation>
    </message>
    <message>
        <source>Warning over</source>
        <translation>预警解除</translation>
    </message>
    <message>
        <source>Call-out begun</source>
        <translation>启动叫应</translation>
    </message>
    <message>
        <source>Call-out raised</source>
        <translation>叫应升级</translation>
    </message>
    <message>
        <source>Call-out closed</source>
        <translation>叫应结束</translation>
    </message>
    <message>
        <source>%1 more have confirmed</source>
        <translation>又有 %1 人确认</translation>
    </message>
    <message>
        <source>%1 passed on to their superiors</source>
        <translation>%1 人转上级催办</translation>
    </message>
    <message>
        <source>Stock asked for</source>
        <translation>物资申领</translation>
    </message>
    <message>
        <source>Stock approved</source>
        <translation>申领批准</translation>
    </message>
    <message>
        <source>Stock refused</source>
        <translation>申领驳回</translation>
    </message>
    <message>
        <source>Stock picked</source>
        <translation>物资备货</translation>
    </message>
    <message>
        <source>Stock dispatched</source>
        <translation>物资调拨出库</translation>
    </message>
    <message>
        <source>Stock received</source>
        <translation>物资签收</translation>
    </message>
    <message>
        <source>Requisition closed</source>
        <translation>申领办结</translation>
    </message>
    <message>
        <source>Requisition withdrawn</source>
        <translation>申领撤销</translation>
    </message>
    <message>
        <source>Data changed</source>
        <translation>数据修改</translation>
    </message>
    <message>
        <source>Rain up to %1 mm in an hour, most at station</source>
        <translation>小时雨量最大 %1 毫米，站码</translation>
    </message>
    <message>
        <source>Controllers</source>
        <translation>导调</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>值班日志</translation>
    </message>
    <message>
        <source>Incident opened</source>
        <translation>事件立案</translation>
    </message>
    <message>
        <source>Incident graded</source>
        <translation>事件定级</translation>
    </message>
    <message>
        <source>Response level</source>
        <translation>应急响应</translation>
    </message>
    <message>
        <source>Evacuation begun</source>
        <translation>开始转移</translation>
    </message>
    <message>
        <source>%1 people moved</source>
        <translation>转移 %1 人</translation>
    </message>
    <message>
        <source>%1 people arrived</source>
        <translation>安置 %1 人</translation>
    </message>
    <message>
        <source>Evacuation ended</source>
        <translation>转移结束</translation>
    </message>
    <message>
        <source>Stock booked</source>
        <translation>物资记账</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Evacuation</source>
        <translation>转移</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Time line of the event</source>
        <translation>事件时间轴</translation>
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
        <source>Times are Beijing time, as they were recorded.</source>
        <translation>时间为北京时间，以记录为准。</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>FROZEN at %1</source>
        <translation>已定格 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Nothing at this moment.</source>
        <translation>此刻没有。</translation>
    </message>
    <message>
        <source>next page in %1 s</source>
        <translation>%1 秒后翻页</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>DEMONSTRATION DATA</source>
        <translation>演示数据</translation>
    </message>
</context>
<context>
    <name>app::WallWindow</name>
    <message>
        <source>Working it out…</source>
        <translation>正在汇总…</translation>
    </message>
    <message>
        <source>Open a workspace: the wall shows what is in it.</source>
        <translation>请先打开工作区，大屏显示其中的内容。</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>大屏</translation>
    </message>
    <message>
        <source>Wall: one question a page</source>
        <translation>大屏：一页一个问题</translation>
    </message>
</context>
<context>
    <name>app::DrillDialog</name>
    <message>
        <source>Choose a drill script</source>
        <translation>选择演练脚本</translation>
    </message>
    <message>
        <source>Scripts (*.json)</source>
        <translation>脚本 (*.json)</translation>
    </message>
    <message>
        <source>The script was not run:</source>
        <translation>脚本未运行：</translation>
    </message>
    <message>
        <source>Copying the workspace for the drill…</source>
        <translation>正在为演练复制工作区…</translation>
    </message>
    <message>
        <source>FAILED: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>The drill is over. “Show the drill” opens it; real figures are as they were.</source>
        <translation>演练结束。点“查看演练”打开；真实数据未变。</translation>
    </message>
    <message>
        <source>The drill&#x27;s clock: %1</source>
        <translation>演练时钟：%1</translation>
    </message>
    <message>
        <source>Stopped: nothing more is injected.</source>
        <translation>已停止，不再注入。</translation>
    </message>
    <message>
        <source>There was no drill to remove.</source>
        <translation>没有可清除的演练。</translation>
    </message>
    <message>
        <source>Open a workspace first: a drill is made from it.</source>
        <translation>请先打开工作区，演练由它生成。</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>A drill takes place in a copy of the workspace, marked 【演练】 everywhere. Nothing of it reaches real figures, and nobody is really called.</source>
        <translation>演练在工作区的副本中进行，处处标明【演练】。不影响真实数据，也不会真的呼叫任何人。</translation>
    </message>
    <message>
        <source>&amp;Script</source>
        <translation>脚本(&amp;S)</translation>
    </message>
    <message>
        <source>From a &amp;file…</source>
        <translation>从文件(&amp;F)…</translation>
    </message>
    <message>
        <source>S&amp;peed</source>
        <translation>倍速(&amp;P)</translation>
    </message>
    <message>
        <source>as fast as possible</source>
        <translation>最快</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What was injected</source>
        <translation>已注入</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Sho&amp;w the drill</source>
        <translation>查看演练(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Remove all drills</source>
        <translation>清除全部演练(&amp;R)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n drill(s) removed.</source>
        <translation>
            <numerusform>已清除 %n 次演练。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose script and speed; what is injected is listed here from “Start” on.</source>
        <translation>选脚本和倍速；按“开始”后，注入的内容逐条列在这里。</translation>
    </message>
</context>
<context>
    <name>app::ReplayBar</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>倍速</translation>
    </message>
    <message>
        <source>Times as fast as it happened</source>
        <translation>为实际速度的倍数</translation>
    </message>
    <message>
        <source>Moment of the event</source>
        <translation>事件时刻</translation>
    </message>
</context>
<context>
    <name>MainActions</name>
    <message>
        <source>&amp;Drill from a script…</source>
        <translation>脚本演练(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Wall on the second screen</source>
        <translation>第二屏大屏(&amp;W)</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>%1 is shown as it was known at an earlier moment, so nothing was changed; go back to now first (Ctrl+Shift+H).</source>
        <translation>%1 正按先前时刻显示，没有做任何修改；请先回到现在（Ctrl+Shift+H）。</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>FAILED: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>The script was not run: it has mistakes.</source>
        <translation>脚本有误，未运行。</translation>
    </message>
    <message>
        <source>It takes place in %1; real figures stay as they are.</source>
        <translation>演练在 %1 中进行，真实数据不变。</translation>
    </message>
    <message>
        <source>%1 steps injected, %2 of them failed.</source>
        <translation>共注入 %1 步，其中 %2 步失败。</translation>
    </message>
    <message>
        <source>There is no drill in this workspace.</source>
        <translation>此工作区没有演练。</translation>
    </message>
    <message>
        <source>%1 drills removed.</source>
        <translation>已清除 %1 次演练。</translation>
    </message>
    <message>
        <source>The script is right: %1 steps.</source>
        <translation>脚本无误：%1 步。</translation>
    </message>
    <message>
        <source>scripted drills in a world of their own; real figures stay as they are</source>
        <translation>脚本演练，在副本中进行，真实数据不变</translation>
    </message>
    <message>
        <source>script (JSON), or flood_night of the program&#x27;s own</source>
        <translation>脚本（JSON），或自带的 flood_night</translation>
    </message>
    <message>
        <source>times as fast as the clock; 0: as fast as possible</source>
        <translation>时钟的倍数；0：最快</translation>
    </message>
    <message>
        <source>day on which it begins, 2026-07-26; else today</source>
        <translation>开始日期，如 2026-07-26；缺省今天</translation>
    </message>
    <message>
        <source>Example:
  fengsui drill flood_night --workspace ~/city --json
  fengsui drill remove --workspace ~/city</source>
        <translation>示例：
  fengsui drill flood_night --workspace ~/city --json
  fengsui drill remove --workspace ~/city</translation>
    </message>
    <message>
        <source>the drills of a workspace</source>
        <translation>工作区中的演练</translation>
    </message>
    <message>
        <source>remove all drills of a workspace, or one</source>
        <translation>清除工作区的全部或某次演练</translation>
    </message>
    <message>
        <source>name as `drill list` shows it; all unless given</source>
        <translation>`drill list` 所列名称；缺省全部</translation>
    </message>
    <message>
        <source>whether a script is right, and what is wrong with it</source>
        <translation>检查脚本是否有误</translation>
    </message>
    <message>
        <source>script (JSON)</source>
        <translation>脚本（JSON）</translation>
    </message>
    <message>
        <source>Example:
  fengsui drill list --workspace ~/city --json</source>
        <translation>示例：
  fengsui drill list --workspace ~/city --json</translation>
    </message>
    <message>
        <source>Example:
  fengsui drill remove --workspace ~/city</source>
        <translation>示例：
  fengsui drill remove --workspace ~/city</translation>
    </message>
    <message>
        <source>Example:
  fengsui drill check night.json --json</source>
        <translation>示例：
  fengsui drill check night.json --json</translation>
    </message>
    <message>
        <source>Nothing happened in this time.</source>
        <translation>这段时间没有记录。</translation>
    </message>
    <message>
        <source>what happened when: warnings, calls, stocks, for afterwards</source>
        <translation>事件时间轴：预警、叫应、物资，供复盘</translation>
    </message>
    <message>
        <source>2026-07-26 20:00; else the newest event&#x27;s beginning</source>
        <translation>2026-07-26 20:00；缺省为最近事件的开始</translation>
    </message>
    <message>
        <source>2026-07-27 06:30; else the newest event&#x27;s end</source>
        <translation>2026-07-27 06:30；缺省为最近事件的结束</translation>
    </message>
    <message>
        <source>write it as an Excel file</source>
        <translation>写成 Excel 文件</translation>
    </message>
    <message>
        <source>write it as a PDF file</source>
        <translation>写成 PDF 文件</translation>
    </message>
    <message>
        <source>Example:
  fengsui timeline --workspace ~/city --from &quot;2026-07-26 20:00&quot; --to &quot;2026-07-27 06:30&quot; --json</source>
        <translation>示例：
  fengsui timeline --workspace ~/city --from &quot;2026-07-26 20:00&quot; --to &quot;2026-07-27 06:30&quot; --json</translation>
    </message>
    <message>
        <source>a page of the wall as a picture, without a display</source>
        <translation>把大屏的一页画成图片，不需要显示器</translation>
    </message>
    <message>
        <source>number or name: force, calls, worst, water, stocks, moved</source>
        <translation>页号或名称：force、calls、worst、water、stocks、moved</translation>
    </message>
    <message>
        <source>as it was known then, 2026-07-26 02:35; else now</source>
        <translation>按当时所知，如 2026-07-26 02:35；缺省现在</translation>
    </message>
    <message>
        <source>file of the picture (png)</source>
        <translation>图片文件（png）</translation>
    </message>
    <message>
        <source>Example:
  fengsui wall --workspace ~/city --page calls --at &quot;2026-07-26 02:35&quot; -o wall.png</source>
        <translation>示例：
  fengsui wall --workspace ~/city --page calls --at &quot;2026-07-26 02:35&quot; -o wall.png</translation>
    </message>
    <message>
        <source>file for the briefing of the drill at its end: .pdf or .pptx</source>
        <translation>演练结束后写出会商材料的文件：.pdf 或 .pptx</translation>
    </message>
    <message>
        <source>The briefing of the drill: %1</source>
        <translation>演练会商材料：%1</translation>
    </message>
</context>
</TS>
