<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>MapSheet</name>
    <message>
        <source>CGCS2000, 3-degree Gauss-Krüger, central meridian %1°E</source>
        <translation>CGCS2000，3度带高斯-克吕格投影，中央经线 %1°E</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 项</translation>
    </message>
    <message>
        <source>Demonstration data</source>
        <translation>演示数据</translation>
    </message>
    <message>
        <source>Drawn %1</source>
        <translation>出图时间 %1</translation>
    </message>
    <message>
        <source>Data of %1, drawn %2</source>
        <translation>数据时间 %1，出图时间 %2</translation>
    </message>
    <message>
        <source>Source: %1; %2</source>
        <translation>资料来源：%1；%2</translation>
    </message>
</context>
<context>
    <name>app::PrintDialog</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Write the sheet to</source>
        <translation>图幅另存为</translation>
    </message>
    <message>
        <source>Drawing the sheet…</source>
        <translation>正在绘制图幅…</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>已取消，没有写出文件。</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>已送打印机。</translation>
    </message>
    <message>
        <source>Written: &lt;a href=&quot;%1&quot;&gt;%2&lt;/a&gt; (&lt;a href=&quot;%3&quot;&gt;folder&lt;/a&gt;)</source>
        <translation>已保存：&lt;a href=&quot;%1&quot;&gt;%2&lt;/a&gt;（&lt;a href=&quot;%3&quot;&gt;所在文件夹&lt;/a&gt;）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Print or export the map</source>
        <translation>打印与出图</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>图名(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>纸张(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Scale</source>
        <translation>比例尺(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation>分辨率(&amp;R)</translation>
    </message>
    <message>
        <source>No title</source>
        <translation>不写图名</translation>
    </message>
    <message>
        <source>Upright</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>How the paper lies</source>
        <translation>纸张方向</translation>
    </message>
    <message>
        <source>%1 dots an inch</source>
        <translation>%1 点/英寸</translation>
    </message>
    <message>
        <source>As the window</source>
        <translation>按窗口范围</translation>
    </message>
    <message>
        <source>The next round scale that shows what the window shows</source>
        <translation>取能容纳窗口范围的整数比例尺</translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation>图例(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Graticule</source>
        <translation>经纬网(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Kilometre grid</source>
        <translation>公里网(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Dark, for a screen</source>
        <translation>深色（供屏幕显示）(&amp;D)</translation>
    </message>
    <message>
        <source>Preview of the sheet</source>
        <translation>图幅预览</translation>
    </message>
    <message>
        <source>Save as PD&amp;F…</source>
        <translation>存为 PDF(&amp;F)…</translation>
    </message>
    <message>
        <source>Save as P&amp;NG…</source>
        <translation>存为 PNG(&amp;N)…</translation>
    </message>
    <message>
        <source>P&amp;rinter…</source>
        <translation>打印机(&amp;R)…</translation>
    </message>
</context>
</TS>
