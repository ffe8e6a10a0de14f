<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>app::PastBanner</name>
    <message>
        <source>Another moment…</source>
        <translation>换个时刻…</translation>
    </message>
    <message>
        <source>Compare with now</source>
        <translation>与现在对比</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>回到现在</translation>
    </message>
    <message>
        <source>&lt;b&gt;As it was known on %1&lt;/b&gt;: map, warnings, call-outs, stocks and readings. Nothing can be changed meanwhile; %2 goes back to now.</source>
        <translation>&lt;b&gt;%1 当时所知&lt;/b&gt;：地图、预警、叫应、物资和读数。此间不能修改；按 %2 回到现在。</translation>
    </message>
</context>
<context>
    <name>app::PastDialog</name>
    <message>
        <source>Working out the map…</source>
        <translation>正在还原地图…</translation>
    </message>
    <message>
        <source>Nothing has been changed in this workspace since it was made: at any time the map was as it is now.</source>
        <translation>本工作区建立以来没有修改记录：任何时刻的地图都与现在相同。</translation>
    </message>
    <message>
        <source>Or before a &amp;change:</source>
        <translation>或选某次修改之前(&amp;C)：</translation>
    </message>
    <message>
        <source>The map as it was</source>
        <translation>当时的地图</translation>
    </message>
    <message>
        <source>Shows map, warnings, call-outs, stocks and readings as they were known at a moment, and replays an event. Nothing can be changed meanwhile; Ctrl+Shift+H goes back to now.</source>
        <translation>按某一时刻当时所知显示地图、预警、叫应、物资和读数，并可回放事件。此间不能修改；按 Ctrl+Shift+H 回到现在。</translation>
    </message>
    <message>
        <source>&amp;Moment</source>
        <translation>时刻(&amp;M)</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>修改人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <source>Compare with the map &amp;now shown</source>
        <translation>与当前地图对比(&amp;N)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
</TS>
