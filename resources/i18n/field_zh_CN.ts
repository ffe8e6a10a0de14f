<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message>
        <source>leave the pictures of photographs at home</source>
        <translation>不带照片文件</translation>
    </message>
    <message>
        <source>%1: %2 photographs</source>
        <translation>%1：照片 %2 张</translation>
    </message>
    <message>
        <source>%1 photographs are not here: merge the package once more with the laptop&apos;s folder beside it.</source>
        <translation>缺照片 %1 张：请把外业电脑的文件夹放在变更包旁边，再合并一次。</translation>
    </message>
    <message>
        <source>a piece of the map beside the areas: west,south,east,north in degrees</source>
        <translation>除区划外再带上地图上的一块：西,南,东,北（度）</translation>
    </message>
    <message>
        <source>change packages (.fspk), or folders with packages</source>
        <translation>变更包（.fspk），或放有变更包的文件夹</translation>
    </message>
    <message>
        <source>file whose first line locks or unlocks the laptop's keys</source>
        <translation>首行为口令的文件，用于锁定或解锁外业电脑的密钥</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>%1 lies in a network folder, where two computers would damage the database: it can be looked at but not changed. Copy the workspace to this computer's disk and exchange changes as change packages (panel Field).</source>
        <translation>%1 位于网络文件夹中，两台电脑同时写入会损坏数据库，因此只能查看、不能修改。请把工作区复制到本机磁盘，并用变更包交换修改（“外业”面板）。</translation>
    </message>
    <message>
        <source>The passphrase for the keys of %1 is missing or wrong; nothing was written.</source>
        <translation>%1 的密钥口令没有输入或不正确，未写入任何内容。</translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>%1 new</source>
        <translation>新增 %1 张</translation>
    </message>
    <message>
        <source>%1 here already</source>
        <translation>已有 %1 张</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>无法读取 %1 张</translation>
    </message>
    <message>
        <source>%1 are missing on the laptop itself</source>
        <translation>外业电脑上已缺 %1 张</translation>
    </message>
    <message>
        <source>Photographs: %1</source>
        <translation>照片：%1</translation>
    </message>
    <message>
        <source>Changed on both sides, neither knowing of the other.</source>
        <translation>两边都改过，且互不知情。</translation>
    </message>
    <message>
        <source>Removed by one side and changed by the other. The row stays until this is decided.</source>
        <translation>一边删除、一边修改。裁决之前这条记录保留。</translation>
    </message>
    <message>
        <source>Another row has this value, and only one may.</source>
        <translation>另一条记录已有这个值，而这个值不能重复。</translation>
    </message>
    <message>
        <source>It names something that is not here. The package that brings it settles this by itself; if none will come, remove the row or mend what it names.</source>
        <translation>它引用的内容这里没有。带来该内容的变更包合并后会自动消除；如不会再来，请删除这条记录或补上它引用的内容。</translation>
    </message>
    <message>
        <source>It breaks a rule of the table, so it was not taken over.</source>
        <translation>不符合本表的规则，因此没有采用。</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>the whole city</source>
        <translation>全市</translation>
    </message>
    <message>
        <source>a piece of the map</source>
        <translation>地图上的一块</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等另 %2 处</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 added, %2 changed, %3 removed</source>
        <translation>新增 %1、修改 %2、删除 %3</translation>
    </message>
    <message>
        <source>%1 wait for another package</source>
        <translation>%1 条等待另一个变更包</translation>
    </message>
    <message>
        <source>%1 to decide</source>
        <translation>待裁决 %1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>(shape)</source>
        <translation>（图形）</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Field</source>
        <translation>外业</translation>
    </message>
</context>
<context>
    <name>app::AreaChooser</name>
    <message>
        <source>Draw on the &amp;map</source>
        <translation>在地图上画(&amp;M)</translation>
    </message>
    <message>
        <source>Around what is &amp;chosen</source>
        <translation>按选中要素(&amp;C)</translation>
    </message>
    <message>
        <source>No box</source>
        <translation>不用范围框</translation>
    </message>
    <message>
        <source>Find a county, township or village</source>
        <translation>查找县、乡镇或村</translation>
    </message>
    <message>
        <source>Divisions</source>
        <translation>行政区划</translation>
    </message>
    <message>
        <source>Chosen on the map: %1</source>
        <translation>地图上已选中 %1 个要素</translation>
    </message>
    <message>
        <source>Nothing is chosen on the map.</source>
        <translation>地图上没有选中要素。</translation>
    </message>
    <message>
        <source>Besides, or instead: a piece of the map, drawn as a box.</source>
        <translation>可另选（或只选）地图上的一块，画一个范围框。</translation>
    </message>
    <message>
        <source>A box of %1 × %2 km goes along.</source>
        <translation>带上一块 %1 × %2 千米的范围。</translation>
    </message>
</context>
<context>
    <name>app::BringBackDialog</name>
    <message>
        <source>known; photographs that are missing here: %1</source>
        <translation>已合并过；可补回照片 %1 张</translation>
    </message>
    <message>
        <source>Photographs that rows show and that are not here: %1. Bring the package back once more with the stick of that laptop plugged in; until then the forms say which are missing.</source>
        <translation>仍缺照片 %1 张。请插入该外业电脑的U 盘后再带回一次；在此之前表单会标明缺少哪些照片。</translation>
    </message>
    <message>
        <source>&amp;Folder…</source>
        <translation>文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>重新查看(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>合并(&amp;M)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>带回</translation>
    </message>
    <message>
        <source>Where the packages are</source>
        <translation>变更包所在文件夹</translation>
    </message>
    <message>
        <source>Stick or folder</source>
        <translation>U 盘或文件夹</translation>
    </message>
    <message>
        <source>&amp;Stick or folder</source>
        <translation>U 盘或文件夹(&amp;S)</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Pass&amp;phrase</source>
        <translation>口令(&amp;P)</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>外业电脑</translation>
    </message>
    <message>
        <source>Work from – to</source>
        <translation>作业起止</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>修改数</translation>
    </message>
    <message>
        <source>What it would do here</source>
        <translation>合并后这里的变化</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>变更包</translation>
    </message>
    <message>
        <source>not looked into</source>
        <translation>未查看</translation>
    </message>
    <message>
        <source>known: it was merged before</source>
        <translation>以前已合并过</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Rows with something new: %1</source>
        <translation>有新内容的记录：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Merging change packages</source>
        <translation>正在合并变更包</translation>
    </message>
    <message>
        <source>Packages merged: %1 (rows: %2).</source>
        <translation>已合并变更包 %1 个（记录：%2）。</translation>
    </message>
    <message>
        <source>Cancelled. Packages merged: %1; the rest is untouched.</source>
        <translation>已取消。已合并变更包 %1 个，其余未动。</translation>
    </message>
    <message>
        <source>&amp;Merge %1 packages</source>
        <translation>合并 %1 个变更包(&amp;M)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Looking into the packages; nothing is changed…</source>
        <translation>正在查看变更包，不改动任何数据…</translation>
    </message>
    <message>
        <source>No change packages (*.fspk) here. Plug in the stick and look again, or choose the folder; on the laptop they are written with “Write a package”.</source>
        <translation>这里没有变更包（*.fspk）。请插上 U 盘后重新查看，或选择文件夹；在外业电脑上用“写变更包”生成。</translation>
    </message>
    <message>
        <source>Nothing has been changed yet. The database is copied before the ticked packages are merged.</source>
        <translation>尚未改动任何数据。合并所勾选的变更包之前会先备份数据库。</translation>
    </message>
</context>
<context>
    <name>app::ConflictCard</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Wanted by %1: %2</source>
        <translation>%1 要改为：%2</translation>
    </message>
    <message>
        <source>%1 – holds now</source>
        <translation>%1（现值）</translation>
    </message>
    <message>
        <source>It is that of “%1”.</source>
        <translation>这个值属于“%1”。</translation>
    </message>
    <message>
        <source>holds here now</source>
        <translation>这里的现值</translation>
    </message>
    <message>
        <source>as it was before both</source>
        <translation>两边修改之前的值</translation>
    </message>
    <message>
        <source>Another value:</source>
        <translation>其他值：</translation>
    </message>
    <message>
        <source>Removed by %1</source>
        <translation>%1 删除</translation>
    </message>
    <message>
        <source>Added by %1</source>
        <translation>%1 新增</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>The row stays</source>
        <translation>保留记录</translation>
    </message>
    <message>
        <source>with all that was changed in it</source>
        <translation>连同对它的修改</translation>
    </message>
    <message>
        <source>The row goes</source>
        <translation>删除记录</translation>
    </message>
    <message>
        <source>undo brings it back</source>
        <translation>可撤销恢复</translation>
    </message>
    <message>
        <source>Decided; the history of the row says by whom.</source>
        <translation>已裁决；裁决人见记录的历史。</translation>
    </message>
    <message>
        <source>Choose one of the answers first (keys 1, 2 …).</source>
        <translation>请先选一个答案（按键 1、2……）。</translation>
    </message>
    <message>
        <source>the right value</source>
        <translation>正确的值</translation>
    </message>
    <message>
        <source>Another value</source>
        <translation>其他值</translation>
    </message>
    <message>
        <source>Why (for the history)</source>
        <translation>理由（写入历史）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Who looks after it</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>裁决</translation>
    </message>
</context>
<context>
    <name>app::FieldPanel</name>
    <message>
        <source>%1 changes and %2 photographs written to %3; the stick may be pulled out.</source>
        <translation>已将 %1 处修改和 %2 张照片写入 %3，可以拔下U 盘。</translation>
    </message>
    <message>
        <source>%1 photographs that were added here are not in the workspace folder any more; they did not go along.</source>
        <translation>在此添加的 %1 张照片已不在工作区文件夹中，未能随包带走。</translation>
    </message>
    <message>
        <source>back %1</source>
        <translation>%1 带回</translation>
    </message>
    <message>
        <source>out for %1</source>
        <translation>已带出 %1</translation>
    </message>
    <message>
        <source>Taken by %1</source>
        <translation>%1 带出</translation>
    </message>
    <message>
        <source>Area: %1</source>
        <translation>范围：%1</translation>
    </message>
    <message>
        <source>Package of %1, steps: %2</source>
        <translation>%1 的变更包，%2 步</translation>
    </message>
    <message>
        <source>%1 to decide</source>
        <translation>待裁决 %1</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>已裁决</translation>
    </message>
    <message>
        <source>Decided; undo takes it back.</source>
        <translation>已裁决，可撤销。</translation>
    </message>
    <message>
        <source>Write a package</source>
        <translation>写变更包</translation>
    </message>
    <message>
        <source>Change package (*.fspk)</source>
        <translation>变更包 (*.fspk)</translation>
    </message>
    <message>
        <source>Nothing was changed here, so there is nothing to take along.</source>
        <translation>这里没有修改，不需要写变更包。</translation>
    </message>
    <message>
        <source>%1 changes written to %2; the stick may be pulled out.</source>
        <translation>已将 %1 处修改写入 %2，可以拔出 U 盘。</translation>
    </message>
    <message>
        <source>Package written: %1</source>
        <translation>变更包已写好：%1</translation>
    </message>
    <message>
        <source>Open a workspace to prepare field laptops or to bring back what they have done.</source>
        <translation>请先打开工作区，再带出外业或带回外业成果。</translation>
    </message>
    <message>
        <source>This is the laptop %1. Steps of work to be taken home: %2.</source>
        <translation>本机是外业电脑 %1，待带回的作业 %2 步。</translation>
    </message>
    <message>
        <source>Laptops out: %1.</source>
        <translation>在外 %1 台。</translation>
    </message>
    <message>
        <source>All laptops are back.</source>
        <translation>外业电脑均已带回。</translation>
    </message>
    <message>
        <source>Prepare a laptop: it takes a part of the workspace on a stick, works with it for weeks without a network, and brings back a package that is merged row by row.</source>
        <translation>先带出一台外业电脑：用 U 盘带走工作区的一部分，可离线作业数周，带回变更包后逐条合并。</translation>
    </message>
    <message>
        <source>Conflicts to decide: %1</source>
        <translation>冲突待裁决：%1</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Nothing is waiting for a decision.</source>
        <translation>没有待裁决的冲突。</translation>
    </message>
    <message>
        <source>Field laptops</source>
        <translation>外业</translation>
    </message>
    <message>
        <source>Prepare for the field…</source>
        <translation>带出外业…</translation>
    </message>
    <message>
        <source>Bring back…</source>
        <translation>带回…</translation>
    </message>
    <message>
        <source>Write a package…</source>
        <translation>写变更包…</translation>
    </message>
    <message>
        <source>What was changed here, signed and encrypted, to be merged elsewhere</source>
        <translation>把这里的修改签名、加密成变更包，供别处合并</translation>
    </message>
    <message>
        <source>Laptops</source>
        <translation>外业电脑</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>外业电脑</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>已等待</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Conflicts to decide</source>
        <translation>冲突待裁决</translation>
    </message>
    <message>
        <source>Show those that are decided, too</source>
        <translation>同时显示已裁决的</translation>
    </message>
</context>
<context>
    <name>app::PassphraseDialog</name>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>The keys of this laptop are locked. Type the passphrase that was chosen when it was prepared.</source>
        <translation>本机的密钥已锁定。请输入带出时设定的口令。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>app::PrepareDialog</name>
    <message>
        <source>P&amp;hotographs, too</source>
        <translation>同时带上照片(&amp;H)</translation>
    </message>
    <message>
        <source>P&amp;hotographs, too (%1)</source>
        <translation>同时带上照片（%1 张）(&amp;H)</translation>
    </message>
    <message>
        <source>Without their pictures the forms say that a photograph has not come yet.</source>
        <translation>不带照片时，表单会标明照片尚未到达。</translation>
    </message>
    <message>
        <source>%1 goes without %2 photographs: their pictures are not in this workspace.</source>
        <translation>%1 缺 %2 张照片：本工作区没有这些照片文件。</translation>
    </message>
    <message>
        <source>&amp;Terrain and base maps, too</source>
        <translation>同时带上地形和底图(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Folder…</source>
        <translation>文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Prepare</source>
        <translation>带出(&amp;P)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Prepare for the field</source>
        <translation>带出外业</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>带到哪里</translation>
    </message>
    <message>
        <source>Name of the laptop</source>
        <translation>外业电脑名称</translation>
    </message>
    <message>
        <source>none: whoever has the stick can write packages</source>
        <translation>不设口令则拿到 U 盘者都能写变更包</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>再次输入口令</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>Stick or folder</source>
        <translation>U 盘或文件夹</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>&amp;Name of the laptop</source>
        <translation>外业电脑名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Stick or folder</source>
        <translation>U 盘或文件夹(&amp;S)</translation>
    </message>
    <message>
        <source>Pass&amp;phrase</source>
        <translation>口令(&amp;P)</translation>
    </message>
    <message>
        <source>%1 – %2 free</source>
        <translation>%1（可用 %2）</translation>
    </message>
    <message>
        <source>About %1 rows, %2; %3 are free there.</source>
        <translation>约 %1 条记录，%2；目标可用 %3。</translation>
    </message>
    <message>
        <source>About %1 rows, %2, but only %3 are free there.</source>
        <translation>约 %1 条记录，%2；但目标只剩 %3。</translation>
    </message>
    <message>
        <source>Draw a box around the area; Esc gives up.</source>
        <translation>请在地图上拖出范围框；Esc 放弃。</translation>
    </message>
    <message>
        <source>Preparing %1 for the field</source>
        <translation>正在带出 %1</translation>
    </message>
    <message>
        <source>%1 is ready: %2 rows in %3. On the laptop: File, Open workspace, and choose this folder.</source>
        <translation>%1 已备好：%2 条记录，位于 %3。在外业电脑上用“文件 › 打开工作区”选择此文件夹。</translation>
    </message>
    <message>
        <source>%1 is ready in %2.</source>
        <translation>%1 已备好，位于 %2。</translation>
    </message>
    <message>
        <source>once more</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>两次输入的口令不一致。</translation>
    </message>
    <message>
        <source>No table is ticked.</source>
        <translation>没有勾选数据表。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
</TS>
