<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>app::OnlineMaps</name>
    <message>
        <source>The server of %1 does not answer; what was fetched before is shown.</source>
        <translation>%1 的服务器没有应答，现显示以前取回的内容。</translation>
    </message>
</context>
<context>
    <name>app::OnlineMapDialog</name>
    <message>
        <source>Asking the service for its layers…</source>
        <translation>正在向服务查询图层…</translation>
    </message>
    <message>
        <source>No layers came from there: %1</source>
        <translation>没有取得图层：%1</translation>
    </message>
    <message>
        <source>Choose a layer, then add it.</source>
        <translation>请选择图层，再添加。</translation>
    </message>
    <message>
        <source>&amp;Ask for layers</source>
        <translation>查询图层(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>To ask a service for its layers, fetching must be allowed.</source>
        <translation>查询服务的图层须先允许联网取图。</translation>
    </message>
    <message>
        <source>Online base maps</source>
        <translation>在线底图</translation>
    </message>
    <message>
        <source>&amp;Fetch online base maps when there is a network</source>
        <translation>有网络时取在线底图(&amp;F)</translation>
    </message>
    <message>
        <source>Off at first. The server that is asked learns which area is looked at. What was fetched is kept with the workspace and shown without a network, too.</source>
        <translation>默认关闭。所访问的服务器会知道查看的是哪个区域。取回的内容保存在工作区内，没有网络时也能显示。</translation>
    </message>
    <message>
        <source>Address: of tiles with {z}, {x}, {y}, or of a &amp;WMTS service</source>
        <translation>地址：含 {z}、{x}、{y} 的瓦片地址，或 WMTS 服务地址(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Layer of the service</source>
        <translation>服务的图层(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>名称(&amp;T)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
</TS>
