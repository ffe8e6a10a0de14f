<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CalloutDocument</name>
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
        <translation>接通</translation>
    </message>
    <message>
        <source>Heard to the end</source>
        <translation>听完</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>确认</translation>
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
        <translation>未叫应或超时人员</translation>
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
        <source>Division</source>
        <translation>区划代码</translation>
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
        <source>no number, or never dialled</source>
        <translation>无号码或未拨出</translation>
    </message>
    <message>
        <source>hung up early</source>
        <translation>提前挂断</translation>
    </message>
    <message>
        <source>confirmed, but late</source>
        <translation>已确认但超时</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无人接听</translation>
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
        <source>From %1 to %2: %3 persons to call, %4 confirmed, %5 not reached.</source>
        <translation>%1 至 %2：应叫 %3 人，确认 %4 人，未叫应 %5 人。</translation>
    </message>
    <message>
        <source>Log of %1 entries; its last hash (BLAKE2b-256): %2</source>
        <translation>记录 %1 条，末条校验值（BLAKE2b-256）：%2</translation>
    </message>
</context>
<context>
    <name>CalloutText</name>
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
        <source>%1 says &quot;%2&quot;, which the standard does not know.</source>
        <translation>%1 的值“%2”不在标准之内。</translation>
    </message>
    <message>
        <source>%1 says &quot;%2&quot;, which is no time like 2024-07-26T02:35:00+08:00.</source>
        <translation>%1 的值“%2”不是 2024-07-26T02:35:00+08:00 这样的时间。</translation>
    </message>
    <message>
        <source>The %1 &quot;%2&quot; is no area on the earth.</source>
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
        <source>%1 says &quot;%2&quot;; read as Likely.</source>
        <translation>%1 的值“%2”按“可能”读取。</translation>
    </message>
    <message>
        <source>%1 says &quot;%2&quot;; read as Unknown.</source>
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
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>%1: to call %2, answered %3, confirmed %4 (in time %5), silent %6; half after %7, 95 % after %8</source>
        <translation>%1：应叫 %2 人，接通 %3，确认 %4（按时 %5），未应答 %6；半数用时 %7，95% 用时 %8</translation>
    </message>
    <message>
        <source>Not reached, or late: %1 persons. The log has %2 entries.</source>
        <translation>未叫应或超时：%1 人。记录共 %2 条。</translation>
    </message>
    <message>
        <source>%1 persons in %2 places would be called.</source>
        <translation>将叫应 %1 人，涉及 %2 个地方。</translation>
    </message>
    <message>
        <source>Expected: half confirmed after %1, 95 % after %2; %3 stay silent.</source>
        <translation>预计：%1 后半数确认，%2 后 95% 确认；%3 人叫不应。</translation>
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
        <source>The log is whole and everybody has a next step (%1 entries).</source>
        <translation>记录完整，人人都有下一步（共 %1 条）。</translation>
    </message>
    <message>
        <source>call-and-respond: who is called, how it goes, what came of it</source>
        <translation>预警叫应：叫谁、进展如何、结果怎样</translation>
    </message>
    <message>
        <source>folder of the workspace</source>
        <translation>工作区文件夹</translation>
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
        <source>number from which the made people&apos;s answers follow</source>
        <translation>模拟应答的随机种子</translation>
    </message>
    <message>
        <source>lines for automatic calls</source>
        <translation>自动语音线路数</translation>
    </message>
    <message>
        <source>officers who telephone</source>
        <translation>拨打电话的值班员人数</translation>
    </message>
    <message>
        <source>mark everything as a drill</source>
        <translation>全部标为演练</translation>
    </message>
    <message>
        <source>beginning of the call-out&apos;s identifier; else the latest</source>
        <translation>叫应标识的开头；不写则取最近一次</translation>
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
        <source>start a call-out; the window&apos;s officers and the channels take it from there</source>
        <translation>开始叫应；随后由窗口中的值班员和各渠道执行</translation>
    </message>
    <message>
        <source>how a call-out stands, by county and town, and who was not reached</source>
        <translation>叫应进展，按县和乡镇统计，以及未叫应人员</translation>
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
</context>
</TS>
