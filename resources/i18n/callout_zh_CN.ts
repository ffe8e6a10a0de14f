<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
    <context>
        <name>CalloutDocument</name>
        <message>
            <source>%1 more are in the Excel report.</source>
            <translation>另有 %1 人见 Excel 报告。</translation>
        </message>
        <message>
            <source>By county and town</source>
            <translation>按县和乡镇</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>地方</translation>
        </message>
        <message>
            <source>To call</source>
            <translation>应叫</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>已接通</translation>
        </message>
        <message>
            <source>Heard to the end</source>
            <translation>已听完</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>已确认</translation>
        </message>
        <message>
            <source>In time</source>
            <translation>按时</translation>
        </message>
        <message>
            <source>Fed back</source>
            <translation>已反馈</translation>
        </message>
        <message>
            <source>Silent</source>
            <translation>未应答</translation>
        </message>
        <message>
            <source>Half confirmed after</source>
            <translation>半数确认用时</translation>
        </message>
        <message>
            <source>95 % confirmed after</source>
            <translation>95% 确认用时</translation>
        </message>
        <message>
            <source>Not reached, or late</source>
            <translation>未确认和逾时确认人员</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Attempts</source>
            <translation>呼叫次数</translation>
        </message>
        <message>
            <source>By channel</source>
            <translation>按渠道</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>渠道</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <source>cannot serve</source>
            <translation>不能履职</translation>
        </message>
        <message>
            <source>hung up early</source>
            <translation>提前挂断</translation>
        </message>
        <message>
            <source>confirmed, but late</source>
            <translation>逾时确认</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>未应答</translation>
        </message>
        <message>
            <source>Call-and-respond report</source>
            <translation>预警叫应情况报告</translation>
        </message>
        <message>
            <source>DRILL</source>
            <translation>演练</translation>
        </message>
        <message>
            <source>Log of %1 entries; its last hash (BLAKE2b-256): %2</source>
            <translation>记录 %1 条，末条校验值（BLAKE2b-256）：%2</translation>
        </message>
        <message>
            <source>Not confirmed</source>
            <translation>未确认</translation>
        </message>
        <message>
            <source>Confirmed late</source>
            <translation>逾时确认</translation>
        </message>
        <message>
            <source>Feedback overdue</source>
            <translation>反馈逾时</translation>
        </message>
        <message>
            <source>Not reached, or late, by county and town</source>
            <translation>未确认和逾时确认人员汇总（按县和乡镇）</translation>
        </message>
        <message>
            <source>Persons</source>
            <translation>人数</translation>
        </message>
        <message>
            <source>no number</source>
            <translation>无号码</translation>
        </message>
        <message>
            <source>has a number, was never dialled</source>
            <translation>有号码，未拨出</translation>
        </message>
        <message>
            <source>DEMONSTRATION DATA</source>
            <translation>演示数据</translation>
        </message>
        <message>
            <source>From %1 to %2: %3 persons to call, %4 called, %5 confirmed; not confirmed %6, confirmed late %7, feedback overdue %8.</source>
            <translation>%1 至 %2：应叫 %3 人，已呼叫 %4 人，已确认 %5 人；未确认 %6 人，逾时确认 %7 人，反馈逾时 %8 人。</translation>
        </message>
        <message>
            <source>Closed before all had confirmed: %1</source>
            <translation>未全部确认即关闭，原因：%1</translation>
        </message>
    </context>
    <context>
        <name>CalloutText</name>
        <message>
            <source>Expected: fewer than half confirm within %1.</source>
            <translation>预计：%1内确认的不到一半。</translation>
        </message>
        <message>
            <source>Expected: half have confirmed after %1; 95 % do not within %2.</source>
            <translation>预计：%1后半数确认；%2内达不到 95%。</translation>
        </message>
        <message>
            <source>Expected: half have confirmed after %1, 95 % after %2.</source>
            <translation>预计：%1后半数确认，%2后 95% 确认。</translation>
        </message>
        <message>
            <source>%1 By %2 each has confirmed or is with a superior or somebody on the way.</source>
            <translation>%1到%2人人有着落：已确认，或已转上级、已派人上门。</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1～%2</translation>
        </message>
        <message>
            <source>Nine times of ten between: half %1; 95 % %2; all confirmed or given on %3; the last confirmation %4 (one person decides it)</source>
            <translation>十次中有九次落在：半数 %1；95% %2；人人有着落 %3；最后一人确认 %4（由个别人决定，差别大）</translation>
        </message>
        <message>
            <source>%1 %2 persons do not confirm.</source>
            <translation>%1届时仍有 %2 人未确认。</translation>
        </message>
        <message>
            <source>Confirmed by then: %1</source>
            <translation>届时已确认：%1</translation>
        </message>
        <message>
            <source>Deputies are asked from %1 on: for %2 persons</source>
            <translation>%1起改叫副岗：共 %2 人</translation>
        </message>
        <message>
            <source>Superiors are told from %1 on: of %2 persons</source>
            <translation>%1起报告上级：涉及 %2 人</translation>
        </message>
        <message>
            <source>Neighbouring villages are asked from %1 on: for %2 persons</source>
            <translation>%1起请邻村转告：共 %2 人</translation>
        </message>
        <message>
            <source>Somebody is sent to the door from %1 on: of %2 persons</source>
            <translation>%1起派人敲门：共 %2 人</translation>
        </message>
        <message>
            <source>The file is larger than any warning: the limit is %1 bytes.</source>
            <translation>文件过大，不会是预警：上限 %1 字节。</translation>
        </message>
        <message>
            <source>The bytes are no text in the encoding %1.</source>
            <translation>文件内容不是 %1 编码的文字。</translation>
        </message>
        <message>
            <source>The bytes are no text in the encoding %1 (at byte %2).</source>
            <translation>文件内容不是 %1 编码的文字（第 %2 字节处）。</translation>
        </message>
        <message>
            <source>This is no XML: %1 (at byte %2).</source>
            <translation>不是 XML 文件：%1（第 %2 字节处）。</translation>
        </message>
        <message>
            <source>The file declares a document type or entities (%1); such files are refused unread.</source>
            <translation>文件声明了文档类型或实体（%1），为安全起见不予读取。</translation>
        </message>
        <message>
            <source>More than %1 elements within each other; such files are refused unread.</source>
            <translation>元素嵌套超过 %1 层，为安全起见不予读取。</translation>
        </message>
        <message>
            <source>An XML file of another kind (%1), no warning.</source>
            <translation>这是另一种 XML 文件（%1），不是预警。</translation>
        </message>
        <message>
            <source>The warning lacks %1. Ask the sender to send it again.</source>
            <translation>预警缺少 %1，请发布单位重新发送。</translation>
        </message>
        <message>
            <source>%1 says "%2", which the standard does not know.</source>
            <translation>%1 的值“%2”不在标准之内。</translation>
        </message>
        <message>
            <source>%1 says "%2", which is no time like 2024-07-26T02:35:00+08:00.</source>
            <translation>%1 的值“%2”不是 2024-07-26T02:35:00+08:00 这样的时间。</translation>
        </message>
        <message>
            <source>The %1 "%2" is no area on the earth.</source>
            <translation>%1 的值“%2”不是地球上的范围。</translation>
        </message>
        <message>
            <source>%1 ends with Z; read as UTC.</source>
            <translation>%1 以 Z 结尾，按世界时读取。</translation>
        </message>
        <message>
            <source>The %1 has longitude before latitude; turned round.</source>
            <translation>%1 经度写在纬度之前，已对调。</translation>
        </message>
        <message>
            <source>%1 says "%2"; read as Likely.</source>
            <translation>%1 的值“%2”按“可能”读取。</translation>
        </message>
        <message>
            <source>%1 says "%2"; read as Unknown.</source>
            <translation>%1 的值“%2”按“未知”读取。</translation>
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
            <source>kept</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>was there already</source>
            <translation>已有，未重复保存</translation>
        </message>
        <message>
            <source>held: the warning it belongs to has not come</source>
            <translation>暂存：所针对的预警还没有收到</translation>
        </message>
        <message>
            <source>in force</source>
            <translation>生效中</translation>
        </message>
        <message>
            <source>expired</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>已解除</translation>
        </message>
        <message>
            <source>places where nobody holds the post</source>
            <translation>无人任职的岗位</translation>
        </message>
        <message>
            <source>persons without a telephone number</source>
            <translation>没有电话的人员</translation>
        </message>
        <message>
            <source>persons without a deputy</source>
            <translation>没有副手（B 角）的人员</translation>
        </message>
        <message>
            <source>persons without a superior</source>
            <translation>没有上级责任人的人员</translation>
        </message>
        <message>
            <source>persons on two posts, called once</source>
            <translation>一人兼多岗，只叫一次</translation>
        </message>
        <message>
            <source>telephone by hand</source>
            <translation>人工电话</translation>
        </message>
        <message>
            <source>SMS</source>
            <translation>短信</translation>
        </message>
        <message>
            <source>automatic voice</source>
            <translation>自动语音</translation>
        </message>
        <message>
            <source>gateway</source>
            <translation>网关</translation>
        </message>
        <message>
            <source>door knock</source>
            <translation>上门敲门</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 秒</translation>
        </message>
        <message>
            <source>%1 min %2 s</source>
            <translation>%1 分 %2 秒</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 小时 %2 分</translation>
        </message>
        <message>
            <source>deputies or superiors in a circle, or a deputy with the same number</source>
            <translation>副岗或上级循环指定，或副岗与本人同号</translation>
        </message>
        <message>
            <source>it holds no element</source>
            <translation>没有任何元素</translation>
        </message>
        <message>
            <source>a tag is broken</source>
            <translation>标签不完整</translation>
        </message>
        <message>
            <source>an attribute is broken</source>
            <translation>属性写法有误</translation>
        </message>
        <message>
            <source>an element is not closed</source>
            <translation>元素没有闭合</translation>
        </message>
        <message>
            <source>a comment or a CDATA section is broken</source>
            <translation>注释或 CDATA 段不完整</translation>
        </message>
        <message>
            <source>its beginning is no XML</source>
            <translation>开头不是 XML</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 小时</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 分钟</translation>
        </message>
        <message>
            <source>not reached</source>
            <translation>未达到</translation>
        </message>
        <message>
            <source>cancellation</source>
            <translation>解除</translation>
        </message>
        <message>
            <source>update</source>
            <translation>更新</translation>
        </message>
        <message>
            <source>first issue</source>
            <translation>发布</translation>
        </message>
    </context>
    <context>
        <name>CalloutWords</name>
        <message>
            <source>the folder of its messages is missing</source>
            <translation>消息文件夹不存在</translation>
        </message>
        <message>
            <source>the gateway has not said that it is alive</source>
            <translation>网关没有报告在线</translation>
        </message>
        <message>
            <source>the line has ended</source>
            <translation>线路已中断</translation>
        </message>
        <message>
            <source>nothing was sent for %1 s</source>
            <translation>%1 秒没有发出任何内容</translation>
        </message>
        <message>
            <source>no connection can be made</source>
            <translation>连接不上</translation>
        </message>
        <message>
            <source>the host is not known</source>
            <translation>找不到主机</translation>
        </message>
        <message>
            <source>no secure connection can be made</source>
            <translation>安全连接失败</translation>
        </message>
        <message>
            <source>no answer within %1 s</source>
            <translation>%1 秒内没有应答</translation>
        </message>
        <message>
            <source>the connection broke (%1)</source>
            <translation>连接中断（%1）</translation>
        </message>
        <message>
            <source>the gateway answers %1</source>
            <translation>网关应答 %1</translation>
        </message>
        <message>
            <source>answers cannot be put away</source>
            <translation>回执无法归档</translation>
        </message>
        <message>
            <source>an answer could not be read</source>
            <translation>有回执无法读取</translation>
        </message>
        <message>
            <source>answers are too large</source>
            <translation>回执太大</translation>
        </message>
        <message>
            <source>the answers have no list "answers"</source>
            <translation>回执中没有“answers”列表</translation>
        </message>
        <message>
            <source>no answers: %1</source>
            <translation>收不到回执：%1</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>无人接听</translation>
        </message>
        <message>
            <source>busy</source>
            <translation>占线</translation>
        </message>
        <message>
            <source>wrong number</source>
            <translation>号码有误</translation>
        </message>
        <message>
            <source>no number</source>
            <translation>无号码</translation>
        </message>
        <message>
            <source>the line failed</source>
            <translation>线路故障</translation>
        </message>
        <message>
            <source>nobody at the door</source>
            <translation>上门无人</translation>
        </message>
        <message>
            <source>Started: %1 persons</source>
            <translation>开始叫应：%1 人</translation>
        </message>
        <message>
            <source>answered (%1)</source>
            <translation>已接通（%1）</translation>
        </message>
        <message>
            <source>hung up after %1 s</source>
            <translation>第 %1 秒挂断</translation>
        </message>
        <message>
            <source>heard to the end</source>
            <translation>已听完</translation>
        </message>
        <message>
            <source>confirmed (%1)</source>
            <translation>已确认（%1）</translation>
        </message>
        <message>
            <source>on post</source>
            <translation>已到岗</translation>
        </message>
        <message>
            <source>moved %1 people so far</source>
            <translation>已转移 %1 人</translation>
        </message>
        <message>
            <source>all done</source>
            <translation>处置完毕</translation>
        </message>
        <message>
            <source>cannot serve: the deputy is asked at once</source>
            <translation>不能履职，立即转副岗</translation>
        </message>
        <message>
            <source>the deputy is asked: %1</source>
            <translation>转叫副岗：%1</translation>
        </message>
        <message>
            <source>the superior is told</source>
            <translation>已报上级</translation>
        </message>
        <message>
            <source>the neighbouring village is asked</source>
            <translation>转请邻村</translation>
        </message>
        <message>
            <source>somebody is sent to the door</source>
            <translation>派人上门</translation>
        </message>
        <message>
            <source>a step has nobody</source>
            <translation>该级无人</translation>
        </message>
        <message>
            <source>SILENT: every step was tried</source>
            <translation>未应答：各级均已试过</translation>
        </message>
        <message>
            <source>not confirmed in time</source>
            <translation>确认逾时</translation>
        </message>
        <message>
            <source>feedback overdue</source>
            <translation>反馈逾时</translation>
        </message>
        <message>
            <source>progress overdue</source>
            <translation>续报逾时</translation>
        </message>
        <message>
            <source>somebody else stands in: %1</source>
            <translation>改由 %1 负责</translation>
        </message>
        <message>
            <source>skipped by %1: %2</source>
            <translation>%1 跳过：%2</translation>
        </message>
        <message>
            <source>called again: %1</source>
            <translation>重新叫应：%1</translation>
        </message>
        <message>
            <source>The level was raised: everybody is called again</source>
            <translation>级别提升，全部重新叫应</translation>
        </message>
        <message>
            <source>not needed: enough of the group have confirmed</source>
            <translation>本组已有足够人确认，不再叫</translation>
        </message>
        <message>
            <source>withdrawn by %1: %2</source>
            <translation>%1 撤回：%2</translation>
        </message>
        <message>
            <source>A reply from a number nobody here has: “%1”</source>
            <translation>陌生号码回复：“%1”</translation>
        </message>
        <message>
            <source>The computer's clock was set by %1 s; no deadline moved</source>
            <translation>计算机时钟被调整 %1 秒，时限不受影响</translation>
        </message>
        <message>
            <source>Closed by %1</source>
            <translation>%1 关闭叫应</translation>
        </message>
        <message>
            <source>The engine acted %1 s late, for %2 clocks</source>
            <translation>引擎滞后 %1 秒，涉及计时 %2 项</translation>
        </message>
        <message>
            <source>Task done, reported by %1</source>
            <translation>任务完成，%1 报告</translation>
        </message>
        <message>
            <source>withdrawn</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>not needed</source>
            <translation>不需再叫</translation>
        </message>
        <message>
            <source>silent</source>
            <translation>未应答</translation>
        </message>
        <message>
            <source>cannot serve</source>
            <translation>不能履职</translation>
        </message>
        <message>
            <source>done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>moved %1</source>
            <translation>已转移 %1 人</translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation>已确认</translation>
        </message>
        <message>
            <source>heard</source>
            <translation>已听完</translation>
        </message>
        <message>
            <source>answered</source>
            <translation>已接通</translation>
        </message>
        <message>
            <source>being called</source>
            <translation>呼叫中</translation>
        </message>
        <message>
            <source>with %1</source>
            <translation>%1 拨打中</translation>
        </message>
        <message>
            <source>to call</source>
            <translation>待叫应</translation>
        </message>
        <message>
            <source>unknown type</source>
            <translation>类型不明</translation>
        </message>
        <message>
            <source>%1 warning without a level</source>
            <translation>%1预警（未标级别）</translation>
        </message>
        <message>
            <source>%1: %2 warning</source>
            <translation>%1%2预警</translation>
        </message>
        <message>
            <source>%1 telephones %2</source>
            <translation>%1 正在拨打 %2</translation>
        </message>
        <message>
            <source>taken back from %1 after three minutes: %2</source>
            <translation>%1 超过 3 分钟没有结果，已退回：%2</translation>
        </message>
        <message>
            <source>%1 gave the number of %2 back</source>
            <translation>%1 退回 %2 的号码</translation>
        </message>
        <message>
            <source>called: %1 (%2)</source>
            <translation>已呼叫 %1（%2）</translation>
        </message>
        <message>
            <source>%1 took the last entry back: %2</source>
            <translation>%1 撤销上一条记录：%2</translation>
        </message>
        <message>
            <source>Closed by %1: %2</source>
            <translation>%1 关闭叫应：%2</translation>
        </message>
        <message>
            <source>%1 gave %2 calls without a line to the officers</source>
            <translation>%1 把等线路的 %2 人改为人工拨打</translation>
        </message>
        <message>
            <source>%1, you answer for the post-holder named here: %2</source>
            <translation>%1，您代替以下责任人接听：%2</translation>
        </message>
    </context>
    <context>
        <name>CommandLine</name>
        <message>
            <source>a warning of the workspace as a CAP 1.2 message, for others</source>
            <translation>把工作区中的预警输出为 CAP 1.2 报文，供其他单位使用</translation>
        </message>
        <message>
            <source>%1 persons in %2 places would be called.</source>
            <translation>将叫应 %1 人，涉及 %2 个地方。</translation>
        </message>
        <message>
            <source>The lines are too few for the clock: it needs %1 lines.</source>
            <translation>线路不够，赶不上时限：需要 %1 条线路。</translation>
        </message>
        <message>
            <source>Call-out %1</source>
            <translation>叫应 %1</translation>
        </message>
        <message>
            <source>Timers that acted late: %1; 99 of 100 by at most %2 ms, the worst by %3 ms.</source>
            <translation>迟于时限执行的定时 %1 个：百分之九十九不超过 %2 毫秒，最迟 %3 毫秒。</translation>
        </message>
        <message>
            <source>The log is whole and everybody has a next step (%1 entries).</source>
            <translation>记录完整，人人都有下一步（共 %1 条）。</translation>
        </message>
        <message>
            <source>call-and-respond: who is called, how it goes, what came of it</source>
            <translation>预警叫应：叫谁、进展如何、结果怎样</translation>
        </message>
        <message>
            <source>identifier of a warning of the workspace</source>
            <translation>工作区中预警的标识</translation>
        </message>
        <message>
            <source>as if so many persons held the posts; 0: as they are</source>
            <translation>按这么多人任职推演；0 表示按实有人员</translation>
        </message>
        <message>
            <source>number from which the made people's answers follow</source>
            <translation>模拟应答的随机种子</translation>
        </message>
        <message>
            <source>mark everything as a drill</source>
            <translation>全部标为演练</translation>
        </message>
        <message>
            <source>beginning of the call-out's identifier; else the latest</source>
            <translation>叫应标识的开头；不写则取最近一次</translation>
        </message>
        <message>
            <source>only of this warning: its identifier</source>
            <translation>只看这条预警的叫应：预警标识</translation>
        </message>
        <message>
            <source>a dry run: who would be called, what is missing, how long it would take</source>
            <translation>预演：会叫到谁、缺什么、要多久；不发送</translation>
        </message>
        <message>
            <source>a drill with made people, kept in the workspace</source>
            <translation>由模拟人员应答的演练，结果存入工作区</translation>
        </message>
        <message>
            <source>start a call-out; the window's officers and the channels take it from there</source>
            <translation>开始叫应；随后由窗口中的值班员和各渠道执行</translation>
        </message>
        <message>
            <source>whether the log is whole and everybody has a next step (exit code 1 if not)</source>
            <translation>检查记录是否完整、人人是否都有下一步（有问题退出码 1）</translation>
        </message>
        <message>
            <source>Example:
  fengsui callout plan --workspace ~/city --warning 14040041600000_20240726023500_1
  fengsui callout simulate --workspace ~/city --warning 14040041600000_20240726023500_1 --people 10000 --lines 64 --json</source>
            <translation>示例：
  fengsui callout plan --workspace ~/city --warning 14040041600000_20240726023500_1
  fengsui callout simulate --workspace ~/city --warning 14040041600000_20240726023500_1 --people 10000 --lines 64 --json</translation>
        </message>
        <message>
            <source>No warning has come in.</source>
            <translation>还没有收到预警。</translation>
        </message>
        <message>
            <source>warnings as CAP 1.2 or 12379 messages: read, keep, list</source>
            <translation>预警信息（CAP 1.2 或 12379 格式）：解析、保存、列出</translation>
        </message>
        <message>
            <source>files of warnings</source>
            <translation>预警文件</translation>
        </message>
        <message>
            <source>what a warning says, or why it is refused (exit code 1)</source>
            <translation>预警的内容，或拒收的原因（退出码 1）</translation>
        </message>
        <message>
            <source>keep warnings in the workspace</source>
            <translation>把预警存入工作区</translation>
        </message>
        <message>
            <source>the warnings of the workspace, each with its updates as one line</source>
            <translation>工作区中的预警，更新和解除归到同一条</translation>
        </message>
        <message>
            <source>Example:
  fengsui warning parse rain.xml --json
  fengsui warning add rain.xml --workspace ~/city</source>
            <translation>示例：
  fengsui warning parse rain.xml --json
  fengsui warning add rain.xml --workspace ~/city</translation>
        </message>
        <message>
            <source>write the report as an Excel file</source>
            <translation>把报告写成 Excel 文件</translation>
        </message>
        <message>
            <source>write the report as a PDF file</source>
            <translation>把报告写成 PDF 文件</translation>
        </message>
        <message>
            <source>%1: %2 sent, %3 failed</source>
            <translation>%1：发出 %2，失败 %3</translation>
        </message>
        <message>
            <source>serve the lines of a workspace's call-outs: SMS, voice, gateways</source>
            <translation>为工作区的叫应提供线路：短信、语音、网关</translation>
        </message>
        <message>
            <source>file with the lines; else channels.json of the workspace</source>
            <translation>线路配置文件；缺省为工作区里的 channels.json</translation>
        </message>
        <message>
            <source>end after so many seconds; else when it is ended</source>
            <translation>运行多少秒后结束；缺省一直运行</translation>
        </message>
        <message>
            <source>end when the call-out is closed</source>
            <translation>叫应关闭后结束</translation>
        </message>
        <message>
            <source>Example:
  fengsui serve-channels --workspace ~/city
The help page on call-and-respond describes channels.json.</source>
            <translation>示例：
  fengsui serve-channels --workspace ~/city
channels.json 的写法见帮助“预警叫应”。</translation>
        </message>
        <message>
            <source>%1: to call %2, called %3, confirmed %4; not confirmed %5, confirmed late %6, feedback overdue %7; half after %8, 95 % after %9</source>
            <translation>%1：应叫 %2 人，已呼叫 %3，已确认 %4；未确认 %5，逾时确认 %6，反馈逾时 %7；半数确认用时 %8，95% 确认用时 %9</translation>
        </message>
        <message>
            <source>The log has %1 entries.</source>
            <translation>记录共 %1 条。</translation>
        </message>
        <message>
            <source>No line is served for some channels of the plan: officers telephone instead, from the window.</source>
            <translation>预案中部分渠道没有自动线路，改由值班员在窗口人工拨打。</translation>
        </message>
        <message>
            <source>Counted with %1 officers, %2 voice lines, %3 SMS lines and %4 gateways, those that are served now; --lines and --officers count otherwise.</source>
            <translation>按值班员 %1 人、语音线路 %2 条、短信线路 %3 条、网关 %4 个推算（即当前开通的线路）；可用 --lines、--officers 另行指定。</translation>
        </message>
        <message>
            <source>officers who telephone; 2 if none are given</source>
            <translation>拨打电话的值班员人数，缺省 2</translation>
        </message>
        <message>
            <source>lines for automatic calls; those served now if none are given</source>
            <translation>自动语音线路数，缺省为当前开通的线路</translation>
        </message>
        <message>
            <source>lines for automatic calls; 32 if none are given</source>
            <translation>自动语音线路数，缺省 32</translation>
        </message>
        <message>
            <source>how a call-out stands now, by county</source>
            <translation>叫应当前进展，按县统计</translation>
        </message>
        <message>
            <source>what came of a call-out, by county and town, and who was not reached; as a file</source>
            <translation>叫应结果，按县和乡镇统计，含未确认人员；可存为文件</translation>
        </message>
    </context>
    <context>
        <name>app::BoardWindow</name>
        <message>
            <source>Call-out board</source>
            <translation>叫应大屏</translation>
        </message>
        <message>
            <source>【DRILL】</source>
            <translation>【演练】</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>已关闭</translation>
        </message>
        <message>
            <source>all awake</source>
            <translation>全部叫醒</translation>
        </message>
        <message>
            <source>to call</source>
            <translation>应叫</translation>
        </message>
        <message>
            <source>called</source>
            <translation>已呼叫</translation>
        </message>
        <message>
            <source>heard</source>
            <translation>已听完</translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation>已确认</translation>
        </message>
        <message>
            <source>fed back</source>
            <translation>已反馈</translation>
        </message>
        <message>
            <source>silent</source>
            <translation>未应答</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>逾时</translation>
        </message>
        <message>
            <source>  silent %1</source>
            <translation>  未应答 %1</translation>
        </message>
        <message>
            <source>Nobody is silent or overdue</source>
            <translation>没有未应答或逾时人员</translation>
        </message>
        <message>
            <source>Silent or overdue: %1</source>
            <translation>未应答或逾时：%1 人</translation>
        </message>
        <message>
            <source>… and %1 more</source>
            <translation>…… 另有 %1 人</translation>
        </message>
        <message>
            <source>No call-out runs.</source>
            <translation>当前没有叫应。</translation>
        </message>
        <message>
            <source>not confirmed</source>
            <translation>未确认</translation>
        </message>
        <message>
            <source>not reached</source>
            <translation>未叫到</translation>
        </message>
        <message>
            <source>ENGINE STUCK for %1 s</source>
            <translation>引擎停滞 %1 秒</translation>
        </message>
        <message>
            <source>Engine works, last %1 s ago</source>
            <translation>引擎正常，%1 秒前</translation>
        </message>
        <message>
            <source>DEMONSTRATION DATA</source>
            <translation>演示数据</translation>
        </message>
    </context>
    <context>
        <name>app::CallCardView</name>
        <message>
            <source>Confirmed</source>
            <translation>确认</translation>
        </message>
        <message>
            <source>Found, confirmed</source>
            <translation>当面确认</translation>
        </message>
        <message>
            <source>Heard only</source>
            <translation>仅听完</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>无人接</translation>
        </message>
        <message>
            <source>Nobody there</source>
            <translation>无人</translation>
        </message>
        <message>
            <source>Busy</source>
            <translation>占线</translation>
        </message>
        <message>
            <source>Wrong number</source>
            <translation>号码错</translation>
        </message>
        <message>
            <source>Cannot serve</source>
            <translation>不能履职</translation>
        </message>
        <message>
            <source>Moved</source>
            <translation>已转移</translation>
        </message>
        <message>
            <source>%1 in hand</source>
            <translation>已接手 %1</translation>
        </message>
        <message>
            <source>attempt %1</source>
            <translation>第 %1 次</translation>
        </message>
        <message>
            <source>deputy: %1</source>
            <translation>副岗：%1</translation>
        </message>
        <message numerus="yes">
            <source>%n more waiting</source>
            <translation>
                <numerusform>还有 %n 个待拨</numerusform>
            </translation>
        </message>
        <message>
            <source>7 Moved:</source>
            <translation>7 已转移：</translation>
        </message>
        <message>
            <source>People moved so far</source>
            <translation>累计转移人数</translation>
        </message>
        <message>
            <source>Give back</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Somebody else takes this number</source>
            <translation>由别人拨打这个号码</translation>
        </message>
        <message>
            <source>Next number (%1 waiting)</source>
            <translation>下一个号码（待拨 %1）</translation>
        </message>
        <message>
            <source>No number waits for an officer</source>
            <translation>没有待人工拨打的号码</translation>
        </message>
        <message>
            <source>Send somebody to the door</source>
            <translation>派人上门叫应</translation>
        </message>
        <message>
            <source>no number</source>
            <translation>无号码</translation>
        </message>
        <message>
            <source>Tell them who is silent: %1</source>
            <translation>告知上级，未应答：%1</translation>
        </message>
        <message>
            <source>%1 has confirmed meanwhile: this number need not be rung any more.</source>
            <translation>%1 已另行确认，这个号码不用再拨。</translation>
        </message>
        <message>
            <source>%1: more than 3 minutes, given back.</source>
            <translation>%1：超过 3 分钟，已退回。</translation>
        </message>
        <message>
            <source>Booked: %1 → %2</source>
            <translation>刚记：%1 → %2</translation>
        </message>
        <message>
            <source>Taken back: %1 is called again.</source>
            <translation>已撤销：重新叫应 %1。</translation>
        </message>
        <message>
            <source>goes back in %1</source>
            <translation>%1 后退回</translation>
        </message>
        <message>
            <source>people, then Enter</source>
            <translation>人数，回车</translation>
        </message>
        <message>
            <source>Take back (Backspace)</source>
            <translation>撤销 Backspace</translation>
        </message>
        <message>
            <source>In place of %1: %2</source>
            <translation>替 %1 接听：%2</translation>
        </message>
    </context>
    <context>
        <name>app::CallTreeModel</name>
        <message>
            <source>Place and person</source>
            <translation>地方与人员</translation>
        </message>
        <message>
            <source>Persons to be called</source>
            <translation>应叫人数</translation>
        </message>
        <message>
            <source>To</source>
            <comment>short heading: persons to be called</comment>
            <translation>应叫</translation>
        </message>
        <message>
            <source>Called so far</source>
            <translation>已呼叫</translation>
        </message>
        <message>
            <source>Out</source>
            <comment>short heading: called so far</comment>
            <translation>已呼叫</translation>
        </message>
        <message>
            <source>Heard to the end</source>
            <translation>听完</translation>
        </message>
        <message>
            <source>Heard</source>
            <comment>short heading</comment>
            <translation>听完</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>已确认</translation>
        </message>
        <message>
            <source>Conf.</source>
            <comment>short heading: confirmed</comment>
            <translation>确认</translation>
        </message>
        <message>
            <source>Fed back: on post, people moved, done</source>
            <translation>已反馈：到岗、转移、完成</translation>
        </message>
        <message>
            <source>Back</source>
            <comment>short heading: fed back</comment>
            <translation>反馈</translation>
        </message>
        <message>
            <source>Silent: every step was tried</source>
            <translation>未应答：各级均已试过</translation>
        </message>
        <message>
            <source>Silent</source>
            <comment>short heading</comment>
            <translation>未应答</translation>
        </message>
        <message>
            <source>Past a deadline</source>
            <translation>超过时限</translation>
        </message>
        <message>
            <source>Late</source>
            <comment>short heading</comment>
            <translation>逾时</translation>
        </message>
    </context>
    <context>
        <name>app::CalloutCharts</name>
        <message>
            <source>Confirmed over time</source>
            <translation>确认人数过程</translation>
        </message>
        <message>
            <source>Nobody has confirmed yet.</source>
            <translation>还没有人确认。</translation>
        </message>
        <message>
            <source>By county</source>
            <translation>分县</translation>
        </message>
        <message>
            <source>Attempts by channel</source>
            <translation>分渠道呼叫次数</translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation>已确认</translation>
        </message>
        <message>
            <source>target</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>persons</source>
            <translation>人</translation>
        </message>
        <message>
            <source>min</source>
            <translation>分钟</translation>
        </message>
        <message>
            <source>answered only</source>
            <translation>仅接通</translation>
        </message>
        <message>
            <source>silent</source>
            <translation>未应答</translation>
        </message>
        <message>
            <source>not reached yet</source>
            <translation>尚未叫到</translation>
        </message>
        <message>
            <source>not answered</source>
            <translation>未接通</translation>
        </message>
        <message>
            <source>attempts</source>
            <translation>次</translation>
        </message>
    </context>
    <context>
        <name>app::CalloutPanel</name>
        <message>
            <source>called at once by the officer</source>
            <translation>值班员立即拨打</translation>
        </message>
        <message>
            <source>A warning has come: %1</source>
            <translation>收到预警：%1</translation>
        </message>
        <message>
            <source>the warning was cancelled</source>
            <translation>预警已解除</translation>
        </message>
        <message>
            <source>Open a workspace first.</source>
            <translation>请先打开工作区。</translation>
        </message>
        <message>
            <source>The warning was cancelled: withdraw everybody</source>
            <translation>预警已解除：撤回全部叫应</translation>
        </message>
        <message>
            <source>Raised to %1: call everybody again</source>
            <translation>已升级为%1：全部重新叫应</translation>
        </message>
        <message>
            <source>Working out whom it calls …</source>
            <translation>正在推算叫应对象……</translation>
        </message>
        <message>
            <source>The last call-out: %1</source>
            <translation>最近一次叫应：%1</translation>
        </message>
        <message>
            <source>A call-out runs: %1</source>
            <translation>叫应进行中：%1</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>保存报告</translation>
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
            <source>Call-and-respond</source>
            <translation>预警叫应</translation>
        </message>
        <message>
            <source>booked by mistake</source>
            <translation>记录有误</translation>
        </message>
    </context>
    <context>
        <name>app::WarningIntake</name>
        <message>
            <source>Save the warning as a CAP file</source>
            <translation>预警另存为 CAP 文件</translation>
        </message>
        <message>
            <source>Warnings (*.xml *.cap)</source>
            <translation>预警 (*.xml *.cap)</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>已保存：%1</translation>
        </message>
        <message numerus="yes">
            <source>%n new warning(s) came from the address</source>
            <translation>
                <numerusform>从网址收到 %n 条新预警</numerusform>
            </translation>
        </message>
        <message>
            <source>Open a warning</source>
            <translation>打开预警文件</translation>
        </message>
        <message>
            <source>Warnings (*.xml *.cap);;All files (*)</source>
            <translation>预警文件 (*.xml *.cap);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Watch a folder for warnings</source>
            <translation>监视预警文件夹</translation>
        </message>
        <message>
            <source>Warnings from an address</source>
            <translation>从网址接收预警</translation>
        </message>
        <message>
            <source>Address that is asked every minute; empty: none</source>
            <translation>每分钟询问一次的网址；留空则不询问</translation>
        </message>
        <message>
            <source>An address that begins with http:// or https:// is expected.</source>
            <translation>请填写以 http:// 或 https:// 开头的网址。</translation>
        </message>
    </context>
    <context>
        <name>app::CapPoll</name>
        <message>
            <source>%1: not yet asked</source>
            <translation>%1：尚未询问</translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>新收到 %n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>nothing new</source>
            <translation>没有新预警</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>无应答</translation>
        </message>
        <message>
            <source>it answers %1</source>
            <translation>返回 %1</translation>
        </message>
        <message>
            <source>the answer is too large</source>
            <translation>内容过大</translation>
        </message>
        <message>
            <source>neither a warning nor a list of warnings</source>
            <translation>既不是预警，也不是预警列表</translation>
        </message>
        <message>
            <source>what came could not be kept</source>
            <translation>收到的预警未能保存</translation>
        </message>
        <message numerus="yes">
            <source>, %n not readable</source>
            <translation>
                <numerusform>，%n 条读不懂</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: last asked %2, %3</source>
            <translation>%1：%2 询问，%3</translation>
        </message>
    </context>
    <context>
        <name>app::PersonCardView</name>
        <message>
            <source>no number</source>
            <translation>无号码</translation>
        </message>
        <message>
            <source>Deputy: %1   Superior: %2</source>
            <translation>副岗：%1   上级：%2</translation>
        </message>
        <message>
            <source>Answered in %1 of %2 call-outs and %3 of %4 drills</source>
            <translation>历次叫应 %2 次接通 %1 次，演练 %4 次接通 %3 次</translation>
        </message>
        <message>
            <source>Nothing has happened yet.</source>
            <translation>还没有记录。</translation>
        </message>
        <message>
            <source>Close the card</source>
            <translation>关闭卡片</translation>
        </message>
        <message>
            <source>Call now</source>
            <translation>立即拨打</translation>
        </message>
        <message>
            <source>This officer telephones now, whatever else is tried</source>
            <translation>由本人立即拨打，不管其他渠道</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>转下一级</translation>
        </message>
        <message>
            <source>Skips what is being tried: the next rung of the ladder</source>
            <translation>跳过当前方式，进入下一级</translation>
        </message>
        <message>
            <source>Call again</source>
            <translation>重新叫应</translation>
        </message>
        <message>
            <source>From the first step, even if they had confirmed</source>
            <translation>从第一级重新开始，已确认的也重叫</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Nobody calls this person any more</source>
            <translation>不再叫这个人</translation>
        </message>
        <message>
            <source>Somebody else takes over ▾</source>
            <translation>改由他人负责 ▾</translation>
        </message>
        <message>
            <source>reached another way</source>
            <translation>已用其他方式联系上</translation>
        </message>
        <message>
            <source>ill or away</source>
            <translation>生病或外出</translation>
        </message>
        <message>
            <source>change of shift</source>
            <translation>换班</translation>
        </message>
        <message>
            <source>wrong person</source>
            <translation>人员有误</translation>
        </message>
        <message>
            <source>ordered by the leader on duty</source>
            <translation>带班领导指示</translation>
        </message>
        <message>
            <source>Reason (needed to change something)</source>
            <translation>原因（操作前必填）</translation>
        </message>
    </context>
    <context>
        <name>app::PlanDialog</name>
        <message>
            <source>call the person</source>
            <translation>叫本人</translation>
        </message>
        <message>
            <source>call the deputy</source>
            <translation>叫副岗</translation>
        </message>
        <message>
            <source>tell the superior of the silent</source>
            <translation>向上级报未应答人员</translation>
        </message>
        <message>
            <source>ask the neighbouring village</source>
            <translation>请邻村代叫</translation>
        </message>
        <message>
            <source>knock at the door</source>
            <translation>派人上门</translation>
        </message>
        <message>
            <source>Call-out plan</source>
            <translation>叫应预案</translation>
        </message>
        <message>
            <source>Who is called</source>
            <translation>叫应对象</translation>
        </message>
        <message>
            <source>Ladders</source>
            <translation>升级步骤</translation>
        </message>
        <message>
            <source>Filled in for each person: {drill} {place} {post} {name} {sender} {time} {event} {colour} {headline}</source>
            <translation>逐人填入：{drill} 演练 {place} 地方 {post} 岗位 {name} 姓名 {sender} 发布单位 {time} 时间 {event} 类型 {colour} 级别 {headline} 标题</translation>
        </message>
        <message>
            <source>Texts</source>
            <translation>播报文本</translation>
        </message>
        <message>
            <source>Tasks of the levels</source>
            <translation>响应任务</translation>
        </message>
        <message>
            <source>Checks</source>
            <translation>检查</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>What was changed, and on whose order</source>
            <translation>改了什么、依据谁的指示</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Save as a new version</source>
            <translation>存为新版本</translation>
        </message>
        <message>
            <source>Reading the plan …</source>
            <translation>正在读取预案……</translation>
        </message>
        <message>
            <source>the one of the program</source>
            <translation>程序自带</translation>
        </message>
        <message>
            <source>version %1</source>
            <translation>第 %1 版</translation>
        </message>
        <message>
            <source>The plan that comes with the program</source>
            <translation>程序自带的预案</translation>
        </message>
        <message>
            <source>Enter or a double click opens a version; saving makes it the newest</source>
            <translation>回车或双击打开某一版；保存后成为最新版</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Hazards</source>
            <translation>灾种</translation>
        </message>
        <message>
            <source>Levels</source>
            <translation>级别</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>Ladder</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>文本</translation>
        </message>
        <message>
            <source>Awake, s</source>
            <translation>叫醒（秒）</translation>
        </message>
        <message>
            <source>Feedback, s</source>
            <translation>反馈（秒）</translation>
        </message>
        <message>
            <source>Progress, s</source>
            <translation>续报（秒）</translation>
        </message>
        <message>
            <source>Enough</source>
            <translation>足够人数</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>villages</source>
            <translation>村</translation>
        </message>
        <message>
            <source>towns</source>
            <translation>乡镇</translation>
        </message>
        <message>
            <source>counties</source>
            <translation>县区</translation>
        </message>
        <message>
            <source>city</source>
            <translation>市</translation>
        </message>
        <message>
            <source>any</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>So many of a place or object are enough; 0: everybody</source>
            <translation>同一地方或对象有这么多人确认即可；0 表示全部</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>渠道</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>顺序</translation>
        </message>
        <message>
            <source>Tries</source>
            <translation>次数</translation>
        </message>
        <message>
            <source>Wait for an answer, s</source>
            <translation>等待应答（秒）</translation>
        </message>
        <message>
            <source>Pause, s</source>
            <translation>间隔（秒）</translation>
        </message>
        <message>
            <source>Wait for a line, s</source>
            <translation>等待线路（秒）</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>级别</translation>
        </message>
        <message>
            <source>Clause</source>
            <translation>条款</translation>
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
            <source>Deadline, min</source>
            <translation>时限（分钟）</translation>
        </message>
        <message>
            <source>Every post is held, has a number and a deputy.</source>
            <translation>各岗位均有人，有号码，有副岗。</translation>
        </message>
        <message>
            <source>“%1” is no whole number of seconds.</source>
            <translation>“%1”不是整数秒。</translation>
        </message>
        <message>
            <source>“%1” is not possible there.</source>
            <translation>此处不能填“%1”。</translation>
        </message>
        <message>
            <source>“%1” is no whole number of minutes.</source>
            <translation>“%1”不是整数分钟。</translation>
        </message>
        <message>
            <source>%1, separated by blanks</source>
            <translation>%1，用空格分开</translation>
        </message>
        <message>
            <source>%1 or %2</source>
            <translation>%1 或 %2</translation>
        </message>
    </context>
    <context>
        <name>app::PreviewPage</name>
        <message>
            <source>Time line</source>
            <translation>时间线</translation>
        </message>
        <message>
            <source>Working out when they would confirm …</source>
            <translation>正在推算确认时间……</translation>
        </message>
        <message>
            <source>%1 persons in %2 places would be called</source>
            <translation>将叫应 %1 人，涉及 %2 处</translation>
        </message>
        <message numerus="yes">
            <source>Drill: call %n person(s) now</source>
            <translation>
                <numerusform>演练：现在叫应 %n 人</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Yes, call %n person(s) now</source>
            <translation>
                <numerusform>确定，现在叫应 %n 人</numerusform>
            </translation>
        </message>
        <message>
            <source>No automatic line is served for some channels of the plan: officers telephone instead.</source>
            <translation>预案中部分渠道没有自动线路，改由人工拨打。</translation>
        </message>
        <message>
            <source>The clock of %1 cannot be met with the lines there are: about %2 lines or officers would do it.</source>
            <translation>按现有线路，%1的时限达不到；约需 %2 条线路或同样多的话务员。</translation>
        </message>
        <message numerus="yes">
            <source>%n gap(s) of the plan</source>
            <translation>
                <numerusform>预案缺口 %n 处</numerusform>
            </translation>
        </message>
        <message>
            <source>Start calling …</source>
            <translation>开始叫应……</translation>
        </message>
        <message>
            <source>Not yet</source>
            <translation>先不叫</translation>
        </message>
        <message>
            <source>Drill ▾</source>
            <translation>演练 ▾</translation>
        </message>
        <message>
            <source>Officers at telephones</source>
            <translation>话务员人数</translation>
        </message>
        <message>
            <source>With real telephones, marked as a drill</source>
            <translation>真实拨打，标注演练</translation>
        </message>
        <message>
            <source>With made people, at the pace of the clock</source>
            <translation>模拟人员，按实际速度</translation>
        </message>
        <message>
            <source>With made people, %1 times as fast</source>
            <translation>模拟人员，%1 倍速</translation>
        </message>
    </context>
    <context>
        <name>app::RaiseWarningButton</name>
        <message>
            <source>Raise a warning …</source>
            <translation>发起预警……</translation>
        </message>
        <message>
            <source>Opens the call-out room with the warning filled in; nothing is sent before you confirm it</source>
            <translation>打开预警叫应并填好预警；确认之前不会发出任何内容</translation>
        </message>
    </context>
    <context>
        <name>app::RunningPage</name>
        <message>
            <source>Really close?</source>
            <translation>确定关闭？</translation>
        </message>
        <message>
            <source>Close …</source>
            <translation>关闭……</translation>
        </message>
        <message>
            <source>ENGINE STUCK for %1 s</source>
            <translation>引擎停滞 %1 秒</translation>
        </message>
        <message>
            <source>engine %1 s ago</source>
            <translation>引擎 %1 秒前</translation>
        </message>
        <message>
            <source>Made people answer; nobody is called.</source>
            <translation>模拟人员应答，不拨打任何真实号码。</translation>
        </message>
        <message>
            <source>By hand: no automatic line is served.</source>
            <translation>人工叫应：没有自动线路。</translation>
        </message>
        <message>
            <source>ok</source>
            <translation>正常</translation>
        </message>
        <message>
            <source>DOWN %1</source>
            <translation>故障 %1</translation>
        </message>
        <message>
            <source>ok, but %1</source>
            <translation>正常，但%1</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n 个等待</numerusform>
            </translation>
        </message>
        <message>
            <source>Awake within %1</source>
            <translation>叫醒时限 %1</translation>
        </message>
        <message>
            <source>Running for</source>
            <translation>已进行</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>已关闭</translation>
        </message>
        <message>
            <source>all awake</source>
            <translation>全部叫醒</translation>
        </message>
        <message>
            <source>Next feedback due</source>
            <translation>最近反馈时限</translation>
        </message>
        <message>
            <source>done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>【DRILL】</source>
            <translation>【演练】</translation>
        </message>
        <message>
            <source>to call</source>
            <translation>应叫</translation>
        </message>
        <message>
            <source>called</source>
            <translation>已呼叫</translation>
        </message>
        <message>
            <source>heard</source>
            <translation>已听完</translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation>已确认</translation>
        </message>
        <message>
            <source>fed back</source>
            <translation>已反馈</translation>
        </message>
        <message>
            <source>silent</source>
            <translation>未应答</translation>
        </message>
        <message>
            <source>people moved</source>
            <translation>转移人数</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Not confirmed</source>
            <translation>未确认</translation>
        </message>
        <message>
            <source>Silent %1</source>
            <translation>未应答 %1</translation>
        </message>
        <message>
            <source>Overdue %1</source>
            <translation>逾时 %1</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Charts</source>
            <translation>图表</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>任务</translation>
        </message>
        <message>
            <source>Back to the warnings; the call-out goes on</source>
            <translation>回到预警列表，叫应继续进行</translation>
        </message>
        <message>
            <source>Board</source>
            <translation>大屏</translation>
        </message>
        <message>
            <source>A window for the wall, with masked numbers</source>
            <translation>供大屏显示的窗口，号码已隐去</translation>
        </message>
        <message>
            <source>Report …</source>
            <translation>报告……</translation>
        </message>
        <message>
            <source>Everybody gets their outcome; nothing is taken afterwards</source>
            <translation>给每人定结果，之后不再接收反馈</translation>
        </message>
        <message>
            <source>More ▾</source>
            <translation>更多 ▾</translation>
        </message>
        <message>
            <source>Withdraw everybody: the warning was cancelled</source>
            <translation>全部撤回：预警已解除</translation>
        </message>
        <message>
            <source>Task of the response</source>
            <translation>响应任务</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>责任单位</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>剩余</translation>
        </message>
        <message>
            <source>not confirmed</source>
            <translation>未确认</translation>
        </message>
        <message>
            <source>confirmed late</source>
            <translation>逾时确认</translation>
        </message>
        <message>
            <source>feedback overdue</source>
            <translation>反馈逾时</translation>
        </message>
        <message>
            <source>not reached</source>
            <translation>未叫到</translation>
        </message>
        <message>
            <source>Not yet</source>
            <translation>先不关</translation>
        </message>
        <message>
            <source>Why it is closed although somebody has not confirmed</source>
            <translation>还有人未确认，关闭的原因</translation>
        </message>
        <message>
            <source>Have officers telephone instead</source>
            <translation>改为人工拨打</translation>
        </message>
        <message numerus="yes">
            <source>%n not confirmed: close all the same</source>
            <translation>
                <numerusform>%n 人未确认，仍要关闭</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) or call(s) wait for a line, and no line is open.</source>
            <translation>
                <numerusform>%n 条短信或语音在等线路，目前没有线路。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>app::WarningEntry</name>
        <message>
            <source>Choose at least one county.</source>
            <translation>请至少选择一个县区。</translation>
        </message>
        <message>
            <source>Say who issues the warning.</source>
            <translation>请填写发布单位。</translation>
        </message>
        <message>
            <source>The warning needs a headline.</source>
            <translation>请填写标题。</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>级别</translation>
        </message>
        <message>
            <source>Issuer</source>
            <translation>发布单位</translation>
        </message>
        <message>
            <source>Counties</source>
            <translation>县区</translation>
        </message>
        <message>
            <source>Headline</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>Valid for</source>
            <translation>有效期</translation>
        </message>
        <message>
            <source>A new warning</source>
            <translation>新预警</translation>
        </message>
        <message>
            <source>Update of the one chosen</source>
            <translation>更新所选预警</translation>
        </message>
        <message>
            <source>Cancels the one chosen</source>
            <translation>解除所选预警</translation>
        </message>
        <message>
            <source> h</source>
            <translation> 小时</translation>
        </message>
        <message>
            <source>e.g. the city's meteorological office</source>
            <translation>如：市气象台</translation>
        </message>
        <message>
            <source>Exercise: nobody is called as if it were real</source>
            <translation>演习：不作为真实预警</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>app::WarningPage</name>
        <message>
            <source>Save as CAP …</source>
            <translation>另存 CAP……</translation>
        </message>
        <message>
            <source>The chosen warning as a CAP 1.2 file, for whoever passes it on</source>
            <translation>把所选预警存为 CAP 1.2 文件，供转发单位使用</translation>
        </message>
        <message>
            <source>This city can only be read: no warning can be kept.</source>
            <translation>本工作区只能查看，不能保存预警。</translation>
        </message>
        <message>
            <source>From an address …</source>
            <translation>从网址接收……</translation>
        </message>
        <message>
            <source>Asks a web address for warnings every minute: a CAP message, or an Atom or RSS list of them</source>
            <translation>每分钟向网址询问一次：CAP 预警，或列出预警的 Atom、RSS</translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%n 条消息</numerusform>
            </translation>
        </message>
        <message>
            <source>exercise or test</source>
            <translation>演习或测试</translation>
        </message>
        <message>
            <source>called</source>
            <translation>已呼叫</translation>
        </message>
        <message>
            <source>until %1</source>
            <translation>有效至 %1</translation>
        </message>
        <message>
            <source>Watched: %1</source>
            <translation>监视：%1</translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) held: the warning they belong to has not come.</source>
            <translation>
                <numerusform>%n 条消息暂存：所属预警尚未收到。</numerusform>
            </translation>
        </message>
        <message>
            <source>Open a warning …</source>
            <translation>打开预警……</translation>
        </message>
        <message>
            <source>Type by hand …</source>
            <translation>手工录入……</translation>
        </message>
        <message>
            <source>Watch a folder …</source>
            <translation>监视文件夹……</translation>
        </message>
        <message>
            <source>Warnings that are put into this folder come in by themselves</source>
            <translation>放进该文件夹的预警自动接收</translation>
        </message>
        <message>
            <source>Plan …</source>
            <translation>预案……</translation>
        </message>
        <message>
            <source>Whom a warning calls, how long to wait, with which words; checks before the season</source>
            <translation>叫谁、等多久、说什么；汛前检查</translation>
        </message>
        <message>
            <source>Past ones</source>
            <translation>已结束的</translation>
        </message>
        <message>
            <source>No warning is in force.

Drop a CAP file here, open one, or type a warning by hand: you will see whom it calls before anybody is called.</source>
            <translation>当前没有生效的预警。

把 CAP 文件拖到这里、打开文件或手工录入：叫应之前先看到会叫谁。</translation>
        </message>
        <message numerus="yes">
            <source>no end is given, issued %n day(s) ago</source>
            <translation>
                <numerusform>未写失效时间，已发布 %n 天</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Rooms</name>
        <message>
            <source>Call-out</source>
            <translation>叫应</translation>
        </message>
    </context>
    <context>
        <name>PlanWords</name>
        <message>
            <source>floods</source>
            <translation>洪涝</translation>
        </message>
        <message>
            <source>landslides and debris flows</source>
            <translation>地质灾害</translation>
        </message>
        <message>
            <source>forest fire</source>
            <translation>森林火灾</translation>
        </message>
        <message>
            <source>earthquake</source>
            <translation>地震</translation>
        </message>
        <message>
            <source>other weather</source>
            <translation>其他气象</translation>
        </message>
        <message>
            <source>any hazard</source>
            <translation>各灾种</translation>
        </message>
        <message>
            <source>any level</source>
            <translation>各级别</translation>
        </message>
        <message>
            <source>by hand only</source>
            <translation>全部人工</translation>
        </message>
        <message>
            <source>for all others</source>
            <translation>通用</translation>
        </message>
        <message>
            <source>phone</source>
            <translation>人工</translation>
        </message>
        <message>
            <source>sms</source>
            <translation>短信</translation>
        </message>
        <message>
            <source>voice</source>
            <translation>语音</translation>
        </message>
        <message>
            <source>gateway</source>
            <translation>网关</translation>
        </message>
        <message>
            <source>door</source>
            <translation>上门</translation>
        </message>
        <message>
            <source>in turn</source>
            <translation>依次</translation>
        </message>
        <message>
            <source>at once</source>
            <translation>同时</translation>
        </message>
    </context>
    <context>
        <name>app::CalloutStandby</name>
        <message>
            <source>Call-and-respond</source>
            <translation>预警叫应</translation>
        </message>
    </context>
</TS>
