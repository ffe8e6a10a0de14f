<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CommandLine</name>
    <message>
        <source>the map as it was then, by the log of changes: 2026-05-01T08:00, or with Z for UTC</source>
        <translation>按修改记录还原到该时刻的地图：2026-05-01T08:00，末尾加 Z 表示 UTC</translation>
    </message>
</context>
<context>
    <name>MainActions</name>
    <message>
        <source>Online base &amp;maps…</source>
        <translation>在线底图(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Print or export the map…</source>
        <translation>打印与出图(&amp;P)…</translation>
    </message>
    <message>
        <source>The map as it w&amp;as…</source>
        <translation>当时的地图(&amp;A)…</translation>
    </message>
</context>
<context>
    <name>app::LayerPanel</name>
    <message>
        <source>Compare with another layer</source>
        <translation>与另一图层对比</translation>
    </message>
</context>
<context>
    <name>app::Swipe</name>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
</context>
</TS>
