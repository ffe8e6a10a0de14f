<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>app::RegisterView</name>
    <message>
        <source>All counties</source>
        <translation>全部县区</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 条</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 / %2 条</translation>
    </message>
    <message>
        <source> · %1 marked</source>
        <translation> · 已选 %1 条</translation>
    </message>
    <message>
        <source>There is no column called “%1” here.</source>
        <translation>这张表没有“%1”这一列。</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <source>Open a workspace to see its rows.</source>
        <translation>请先打开工作区。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>This table has no rows.</source>
        <translation>这张表没有记录。</translation>
    </message>
    <message>
        <source>No row fits. Esc in the filter takes filter and chips away.</source>
        <translation>没有符合条件的记录。在筛选框按 Esc 可清除全部条件。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 条 / 共 %2 条</translation>
    </message>
    <message>
        <source>This row has no place on the map.</source>
        <translation>这条记录没有位置。</translation>
    </message>
    <message>
        <source>Words must be in the row; -word must not; | is or. column&gt;value tests a column: = != &lt; &lt;= &gt; &gt;= ~, a..b for a range, nothing for an empty cell. Esc clears.</source>
        <translation>关键词须出现在记录中；-词 表示不含；| 表示或。列名&gt;值 检查一列：= != &lt; &lt;= &gt; &gt;= ~，a..b 表示范围，不写值表示空。Esc 清除。</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>County</source>
        <translation>县区</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Excel, CSV, GeoPackage, GeoJSON or KML of the rows marked, or of all that are shown</source>
        <translation>把选中的（或当前列出的全部）记录导出为 Excel、CSV、GeoPackage、GeoJSON 或 KML</translation>
    </message>
    <message>
        <source>Open the whole attribute table</source>
        <translation>打开完整属性表</translation>
    </message>
    <message>
        <source>Read again (F5)</source>
        <translation>重新读取（F5）</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>返回列表（Esc）</translation>
    </message>
    <message>
        <source>Previous row (Alt+Page up)</source>
        <translation>上一条（Alt+PageUp）</translation>
    </message>
    <message>
        <source>Next row (Alt+Page down)</source>
        <translation>下一条（Alt+PageDown）</translation>
    </message>
    <message>
        <source>Filter: words, or column&gt;50</source>
        <translation>筛选：关键词，或 列名&gt;50</translation>
    </message>
    <message>
        <source>Choose by…</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Show or hide the other quick filters</source>
        <translation>显示或收起其他快速筛选</translation>
    </message>
</context>
</TS>
