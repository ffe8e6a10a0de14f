<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ErrorText</name>
    <message>
        <source>%1 was not removed: other rows refer to it (%2). Change or remove those first.</source>
        <translation>%1 未删除：还有其他行引用它（%2）。请先修改或删除那些行。</translation>
    </message>
</context>
<context>
    <name>MainActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>修改</translation>
    </message>
</context>
<context>
    <name>RuleText</name>
    <message>
        <source>between %1 and %2</source>
        <translation>%1 到 %2 之间</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>不小于 %1</translation>
    </message>
    <message>
        <source>%1 or less</source>
        <translation>不大于 %1</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>大于 %1</translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation>小于 %1</translation>
    </message>
    <message>
        <source>filled in</source>
        <translation>有内容的</translation>
    </message>
    <message>
        <source>No telephone number looks like this; please check it.</source>
        <translation>不像电话号码，请核对。</translation>
    </message>
</context>
<context>
    <name>ShapeText</name>
    <message>
        <source>Not saved: somebody else has changed this row meanwhile. It is shown as it is now; do it again if it is still right.</source>
        <translation>未保存：这一行刚被别人改过。现在显示的是改过以后的样子，如仍需修改请再做一次。</translation>
    </message>
    <message>
        <source>The line does not cut the shape through: begin and end it outside.</source>
        <translation>这条线没有把图形切开：起点和终点都要在图形外面。</translation>
    </message>
    <message>
        <source>Not saved: each row of this table is one piece, and these do not touch.</source>
        <translation>未保存：此表每行只能是一块图形，而这些互不相连。</translation>
    </message>
    <message>
        <source>Not saved: a hole must lie inside the shape.</source>
        <translation>未保存：洞必须整个在图形里面。</translation>
    </message>
    <message>
        <source>The last vertices of a shape stay. Use “Delete” to remove the whole row.</source>
        <translation>图形的最后几个顶点不能删。要删整行请用“删除”。</translation>
    </message>
    <message>
        <source>Not saved: the border crosses or touches itself at the marked place.</source>
        <translation>未保存：边界在标出的地方自相交或自相接。</translation>
    </message>
    <message>
        <source>Not saved: the rings of the shape overlap at the marked place.</source>
        <translation>未保存：图形的各圈在标出的地方互相重叠。</translation>
    </message>
    <message>
        <source>Not saved: three different places make an area, two a line.</source>
        <translation>未保存：面至少要三个不同的点，线至少要两个。</translation>
    </message>
    <message>
        <source>Not saved: another row has this number or code already.</source>
        <translation>未保存：已有另一行用了这个编号或代码。</translation>
    </message>
    <message>
        <source>Not saved: other rows refer to this one. Change them first.</source>
        <translation>未保存：还有别的行引用它，请先改那些行。</translation>
    </message>
    <message>
        <source>Not saved: a value lies outside what may stand in this table.</source>
        <translation>未保存：有一个值超出此表允许的范围。</translation>
    </message>
    <message>
        <source>This place lies outside all districts, but the row belongs to %1.</source>
        <translation>这里不在任何区划内，而这一行属于%1。</translation>
    </message>
    <message>
        <source>The row belongs to %1, but lies outside it.</source>
        <translation>这一行属于%1，图形却在它以外。</translation>
    </message>
    <message>
        <source>The row belongs to %1, but %2 % of it lies outside.</source>
        <translation>这一行属于%1，图形却有 %2 % 在它以外。</translation>
    </message>
    <message>
        <source>Its middle lies in %1.</source>
        <translation>图形中心在%1。</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>第 %1 号</translation>
    </message>
</context>
<context>
    <name>app::ChangesPanel</name>
    <message>
        <source>Conflict decided</source>
        <translation>已裁定冲突</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Plotting sheets</source>
        <translation>标绘图</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Redone: %1</source>
        <translation>已重做：%1</translation>
    </message>
    <message>
        <source>Import: %1</source>
        <translation>导入：%1</translation>
    </message>
    <message>
        <source>Mended: %1</source>
        <translation>修复：%1</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>%1: %2 rows</source>
        <translation>%1 %2 行</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Open a workspace to see what was changed in it.</source>
        <translation>打开工作区后，这里显示其中的全部修改。</translation>
    </message>
    <message>
        <source>Nothing has been changed yet. Whatever is changed in a form, on the map or by an import stands here, with who, when and why.</source>
        <translation>还没有修改。表单、地图上的修改和导入都会记在这里：何时、何人、为什么。</translation>
    </message>
    <message>
        <source>row added</source>
        <translation>新增一行</translation>
    </message>
    <message>
        <source>row removed</source>
        <translation>删除一行</translation>
    </message>
    <message>
        <source>place or shape changed</source>
        <translation>位置或图形有变</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Rows that came in bulk.</source>
        <translation>成批导入的行。</translation>
    </message>
    <message>
        <source>This cannot be taken back: somebody has changed the same cells since. The row's history can put single values back.</source>
        <translation>不能收回：之后有人改过同样的格子。可在该行的修改记录里逐个放回。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的。</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>收回：%1</translation>
    </message>
    <message>
        <source>Nothing is different: it was taken back before.</source>
        <translation>没有变化：以前已经收回。</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>已收回。</translation>
    </message>
    <message>
        <source>Undo: %1 (Ctrl+Z)</source>
        <translation>撤销：%1（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Redo: %1 (Ctrl+Shift+Z)</source>
        <translation>重做：%1（Ctrl+Shift+Z）</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo back to here</source>
        <translation>撤销到这一步</translation>
    </message>
    <message>
        <source>Undo all that this seat has done since, and this step</source>
        <translation>撤销本席位此后的全部修改，连同这一步</translation>
    </message>
    <message>
        <source>Take back this one</source>
        <translation>单独收回</translation>
    </message>
    <message>
        <source>Take this step alone back, also another seat's, as a change of its own</source>
        <translation>只收回这一步（别的席位的也可以），记为一次新的修改</translation>
    </message>
    <message>
        <source>Mine only</source>
        <translation>只看本席</translation>
    </message>
    <message>
        <source>Who, what, why</source>
        <translation>何人、何事、原因</translation>
    </message>
    <message>
        <source>Older changes…</source>
        <translation>更早的修改…</translation>
    </message>
</context>
<context>
    <name>app::EntryForm</name>
    <message>
        <source>Something must stand here.</source>
        <translation>此处必填。</translation>
    </message>
    <message>
        <source>A number is expected.</source>
        <translation>此处应填数字。</translation>
    </message>
</context>
<context>
    <name>app::PastBar</name>
    <message>
        <source>The table as it was on</source>
        <translation>当时的表：</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Only what is different now</source>
        <translation>只看与现在不同的</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>回到现在</translation>
    </message>
</context>
<context>
    <name>app::PhotoStrip</name>
    <message>
        <source>picture not here yet</source>
        <translation>照片尚未到达</translation>
    </message>
    <message>
        <source>cannot be shown</source>
        <translation>无法显示</translation>
    </message>
    <message>
        <source>%1 off!</source>
        <translation>相距 %1！</translation>
    </message>
    <message>
        <source>%1 off</source>
        <translation>相距 %1</translation>
    </message>
    <message>
        <source>no position</source>
        <translation>无定位</translation>
    </message>
    <message>
        <source>Taken %1 from the row: it may belong to another one.</source>
        <translation>拍摄处距此 %1，可能放错了行。</translation>
    </message>
    <message>
        <source>Add photographs</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Photographs (*.jpg *.jpeg *.png *.JPG *.JPEG *.PNG)</source>
        <translation>照片 (*.jpg *.jpeg *.png *.JPG *.JPEG *.PNG)</translation>
    </message>
    <message>
        <source>Photographs added</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>%1: the row shows this picture already.</source>
        <translation>%1：这一行已有这张照片。</translation>
    </message>
    <message>
        <source>Photograph taken away</source>
        <translation>移除照片</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Add photographs, or drop them on the form</source>
        <translation>添加照片，也可把文件拖到表单上</translation>
    </message>
</context>
<context>
    <name>app::RowForm</name>
    <message>
        <source>then: %1</source>
        <translation>当时：%1</translation>
    </message>
    <message>
        <source>Not saved: this was changed meanwhile (%1). Above is the other value; yours is %2.</source>
        <translation>未保存：这一格刚被改过（%1）。上面是对方的值，您填的是 %2。</translation>
    </message>
    <message>
        <source>Put mine in</source>
        <translation>填我的</translation>
    </message>
    <message>
        <source>Leave the other</source>
        <translation>留对方的</translation>
    </message>
    <message>
        <source>Compared with %1: the row was not there yet.</source>
        <translation>与 %1 对比：那时还没有这一行。</translation>
    </message>
    <message>
        <source>Compared with how the row was at %1.</source>
        <translation>与 %1 时的这一行对比。</translation>
    </message>
    <message>
        <source>Put the row back</source>
        <translation>整行放回</translation>
    </message>
    <message>
        <source>Set every field, and the place on the map, to what it was then</source>
        <translation>各格和地图位置都恢复到当时</translation>
    </message>
    <message>
        <source>End comparing</source>
        <translation>结束对比</translation>
    </message>
    <message>
        <source>Row put back to %1</source>
        <translation>整行放回到 %1</translation>
    </message>
    <message>
        <source>Reason for the next changes; may be empty</source>
        <translation>此后修改的原因，可不填</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Show beside each field what stood there before this change</source>
        <translation>在每格下面显示此次修改之前的值</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Not saved: it must be %1.</source>
        <translation>未保存：此处应为%1。</translation>
    </message>
</context>
<context>
    <name>app::ShapePanel</name>
    <message>
        <source>Pick</source>
        <translation>选取</translation>
    </message>
    <message>
        <source>Pick a shape and drag its vertices, or the whole by its cross</source>
        <translation>选取图形，拖动顶点，或用十字拖动整体</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Draw a new shape and its row</source>
        <translation>画一个新图形，并登记一行</translation>
    </message>
    <message>
        <source>Hole</source>
        <translation>挖洞</translation>
    </message>
    <message>
        <source>Draw a hole into the picked area</source>
        <translation>在选中的面里挖洞</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Cut the picked shape by a line</source>
        <translation>用一条线切开选中的图形</translation>
    </message>
    <message>
        <source>Pick the shape first: click it on the map.</source>
        <translation>请先在地图上单击选取图形。</translation>
    </message>
    <message>
        <source>Nothing that can be edited is here.</source>
        <translation>这里没有可编辑的图形。</translation>
    </message>
    <message>
        <source>Shape changed</source>
        <translation>修改图形</translation>
    </message>
    <message>
        <source>Save, and move it to %1</source>
        <translation>保存，并改属%1</translation>
    </message>
    <message>
        <source>Save as it is</source>
        <translation>照样保存</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Hole drawn</source>
        <translation>挖洞</translation>
    </message>
    <message>
        <source>Saved: the hole is in the shape.</source>
        <translation>已保存：洞已挖好。</translation>
    </message>
    <message>
        <source>Open a workspace to edit its shapes.</source>
        <translation>打开工作区后可编辑其中的图形。</translation>
    </message>
    <message>
        <source>This workspace is open for reading only; the banner above the map says why.</source>
        <translation>工作区是只读的，原因见地图上方的提示条。</translation>
    </message>
    <message>
        <source>Choose “Pick” and click a shape on the map, or “New” to draw one.</source>
        <translation>点“选取”后在地图上单击图形，或点“新增”画一个。</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 vertices</source>
        <translation>%1 · %2 · %3 个顶点</translation>
    </message>
    <message>
        <source>%1 shapes picked, for merging or deleting</source>
        <translation>已选 %1 个图形，可合并或删除</translation>
    </message>
    <message>
        <source>Click: pick; with Shift: pick more.
Drag a vertex, a mark between two (a new vertex), or the cross (the whole).
N, P: next, previous vertex; arrows push it; Delete takes it away. Esc lets go.</source>
        <translation>单击选取，按住 Shift 多选。
拖动方点移动顶点，拖动小圆点加顶点，拖动十字移动整体。
N、P 走顶点，方向键推动，Delete 删除，Esc 放开。</translation>
    </message>
    <message>
        <source>Click vertex by vertex; double click or Enter ends, Backspace takes the last back, Esc drops all.</source>
        <translation>逐点单击；双击或 Enter 结束，Backspace 退一点，Esc 放弃。</translation>
    </message>
    <message>
        <source>Draw a line across the shape, beginning and ending outside; double click or Enter ends it.</source>
        <translation>画一条线穿过图形，起点终点都在外面；双击或 Enter 结束。</translation>
    </message>
    <message>
        <source>Edit shapes</source>
        <translation>编辑图形</translation>
    </message>
    <message>
        <source>Layer that is edited</source>
        <translation>所编图层</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Make one row of the shapes that are picked</source>
        <translation>把选中的图形合成一行</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove the rows that are picked</source>
        <translation>删除选中的行</translation>
    </message>
    <message>
        <source>Snap</source>
        <translation>捕捉</translation>
    </message>
    <message>
        <source>Draw the pointer to vertices and edges of the visible layers</source>
        <translation>指针自动对准可见图层的顶点和边</translation>
    </message>
    <message>
        <source>also to edges</source>
        <translation>也捕捉边</translation>
    </message>
    <message>
        <source>Reach of snapping</source>
        <translation>捕捉范围</translation>
    </message>
    <message>
        <source>Reason (goes into the history)</source>
        <translation>修改原因（记入修改记录）</translation>
    </message>
    <message>
        <source>may be empty</source>
        <translation>可不填</translation>
    </message>
    <message>
        <source>Drawn by hand</source>
        <translation>手工绘制</translation>
    </message>
    <message>
        <source>New row · %1</source>
        <translation>新增一行 · %1</translation>
    </message>
    <message>
        <source>Save the new row</source>
        <translation>保存新行</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Row drawn</source>
        <translation>新增图形</translation>
    </message>
    <message>
        <source>Saved: the new row is in the table.</source>
        <translation>已保存：新行已在表中。</translation>
    </message>
    <message>
        <source>Change the division code, or save once more to keep it.</source>
        <translation>请改区划代码；再点一次保存则照样保留。</translation>
    </message>
    <message>
        <source>%1 becomes %2 rows.</source>
        <translation>%1将分为 %2 行。</translation>
    </message>
    <message>
        <source>%1: %2, %3 %</source>
        <translation>%1：%2，占 %3 %</translation>
    </message>
    <message>
        <source>Divide counts by share</source>
        <translation>计数按份额分摊</translation>
    </message>
    <message>
        <source>Leave counts in the largest piece</source>
        <translation>计数都留给最大的一块</translation>
    </message>
    <message>
        <source>Shape split</source>
        <translation>分割图形</translation>
    </message>
    <message>
        <source>Saved: %1 rows now.</source>
        <translation>已保存：现为 %1 行。</translation>
    </message>
    <message>
        <source>Do not split</source>
        <translation>不分割</translation>
    </message>
    <message>
        <source>Pick two shapes or more: click the first, then the others with Shift held.</source>
        <translation>请选两个以上图形：先单击一个，再按住 Shift 单击其余。</translation>
    </message>
    <message>
        <source>%1 rows become one, %2: %3</source>
        <translation>%1 行合成一行，%2：%3</translation>
    </message>
    <message numerus="yes">
        <source>They differ in %n more columns; what “%1” says stays.</source>
        <translation><numerusform>另有 %n 项不一致，以“%1”为准。</numerusform></translation>
    </message>
    <message>
        <source>Shapes merged</source>
        <translation>合并图形</translation>
    </message>
    <message>
        <source>Saved: one row now.</source>
        <translation>已保存：现为一行。</translation>
    </message>
    <message>
        <source>Do not merge</source>
        <translation>不合并</translation>
    </message>
    <message>
        <source>Row removed</source>
        <translation>删除一行</translation>
    </message>
    <message>
        <source>Removed. Ctrl+Z brings it back.</source>
        <translation>已删除，Ctrl+Z 可恢复。</translation>
    </message>
</context>
<context>
    <name>app::TablePanel</name>
    <message>
        <source>New row</source>
        <translation>新增一行</translation>
    </message>
    <message>
        <source>Enter a new row; rows with a place on the map are drawn there (Ctrl+Shift+N)</source>
        <translation>登记一行；有位置的在地图上画（Ctrl+Shift+N）</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove the rows that are chosen; Ctrl+Z brings them back (Delete)</source>
        <translation>删除选中的行，Ctrl+Z 可恢复（Delete）</translation>
    </message>
    <message>
        <source>As it was…</source>
        <translation>历史状态…</translation>
    </message>
    <message>
        <source>Show this table as it was at any moment</source>
        <translation>显示此表在任一时刻的样子</translation>
    </message>
    <message>
        <source>Rows of this table have a place: draw them on the map (room “Edit”, Alt+8, “New”).</source>
        <translation>此表的行有位置，请在地图上画：右侧“编辑”（Alt+8），“新增”。</translation>
    </message>
    <message>
        <source>Entered by hand</source>
        <translation>手工录入</translation>
    </message>
    <message>
        <source>Save the new row</source>
        <translation>保存新行</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Row added</source>
        <translation>新增一行</translation>
    </message>
    <message>
        <source>Not saved. %1</source>
        <translation>未保存。%1</translation>
    </message>
    <message>
        <source>Not saved: one of the figures must be %1.</source>
        <translation>未保存：有一个数应为%1。</translation>
    </message>
    <message>
        <source>Saved: the new row is in the table.</source>
        <translation>已保存：新行已在表中。</translation>
    </message>
    <message numerus="yes">
        <source>%n rows removed</source>
        <translation><numerusform>删除 %n 行</numerusform></translation>
    </message>
    <message>
        <source>Nothing was removed: %1</source>
        <translation>没有删除：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n rows removed. Ctrl+Z brings them back.</source>
        <translation><numerusform>已删除 %n 行，Ctrl+Z 可恢复。</numerusform></translation>
    </message>
    <message>
        <source>Other rows refer to it, or it refers to one that is not there.</source>
        <translation>还有别的行引用它，或它引用的行不存在。</translation>
    </message>
    <message>
        <source>Another row has this number or code already.</source>
        <translation>已有另一行用了这个编号或代码。</translation>
    </message>
    <message>
        <source>A value lies outside what may stand in this table.</source>
        <translation>有一个值超出此表允许的范围。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>%1 rows; since then %2 changed, %3 removed, %4 added. For reading only.</source>
        <translation>%1 行；此后改了 %2 行，删了 %3 行，加了 %4 行。只供查看。</translation>
    </message>
    <message>
        <source>No colours</source>
        <translation>不着色</translation>
    </message>
    <message>
        <source>The larger, the stronger</source>
        <translation>数值越大颜色越深</translation>
    </message>
    <message>
        <source>Mark what is empty</source>
        <translation>标出空值</translation>
    </message>
    <message>
        <source>Mark what stands more than once</source>
        <translation>标出重复值</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>The pictures of all its %1 photographs are there and whole.</source>
        <translation>其中 %1 张照片的文件齐全、完好。</translation>
    </message>
    <message>
        <source>Of its %1 photographs the pictures of %2 are missing or damaged; bring back the packages or the laptops that they came from.</source>
        <translation>其中 %1 张照片有 %2 张的文件缺失或损坏；请重新带回其来源的变更包或外业电脑。</translation>
    </message>
</context>
<context>
    <name>app::BackupDialog</name>
    <message>
        <source>Photographs of which there is no picture to copy: %1.</source>
        <translation>没有文件可备份的照片：%1 张。</translation>
    </message>
    <message>
        <source>“Check” proves that the chosen copy is whole; “What would change” compares it with the workspace, and after that you can go back to it.</source>
        <translation>“检验”核对所选备份是否完好；“查看变化”与当前工作区比较，之后才可还原。</translation>
    </message>
</context>
<context>
    <name>app::SourcePage</name>
    <message>
        <source>Xi&apos;an 80</source>
        <translation>西安80</translation>
    </message>
    <message>
        <source>Beijing 54</source>
        <translation>北京54</translation>
    </message>
</context>
<context>
    <name>app::ResultPage</name>
    <message>
        <source>Rows that could not be used; they were left out</source>
        <translation>以下各行未能采用，已略过</translation>
    </message>
</context>
</TS>
