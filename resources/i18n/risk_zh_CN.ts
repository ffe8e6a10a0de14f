<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CommandLine</name>
    <message>
        <source>composite risk of districts: hazard, exposure, capacity</source>
        <translation>区域综合风险：致灾、暴露、能力</translation>
    </message>
    <message>
        <source>county or town</source>
        <translation>按县（county）或乡镇（town）</translation>
    </message>
    <message>
        <source>keep the run in the workspace, for the trend</source>
        <translation>结果存入工作区，供趋势比较</translation>
    </message>
    <message>
        <source>write the report to this file, .xlsx or .pdf</source>
        <translation>报告写入此文件，.xlsx 或 .pdf</translation>
    </message>
    <message>
        <source>Example:
  fengsui risk --by county --workspace ~/city --json</source>
        <translation>例：
  fengsui risk --by county --workspace ~/city --json</translation>
    </message>
</context>
<context>
    <name>RiskText</name>
    <message>
        <source>Ranking</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>of 100</source>
        <translation>百分制</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Hazard</source>
        <translation>致灾</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>暴露</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>Capacity grade</source>
        <translation>能力等级</translation>
    </message>
    <message>
        <source>Rank if a weight is off by a fifth</source>
        <translation>权重变动两成时的名次</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>As the census tables have them, before they are brought to 0–1.</source>
        <translation>普查原始值，归一化之前。</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人口</translation>
    </message>
    <message>
        <source>language</source>
        <translation>zh</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Shipped value</source>
        <translation>缺省值</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Fire</source>
        <translation>森林草原火灾</translation>
    </message>
    <message>
        <source>Geology</source>
        <translation>地质灾害</translation>
    </message>
    <message>
        <source>Flood</source>
        <translation>洪涝</translation>
    </message>
    <message>
        <source>Earthquake</source>
        <translation>地震</translation>
    </message>
    <message>
        <source>Past disasters</source>
        <translation>历史灾害</translation>
    </message>
    <message>
        <source>Population density</source>
        <translation>人口密度</translation>
    </message>
    <message>
        <source>Children and elderly</source>
        <translation>老幼占比</translation>
    </message>
    <message>
        <source>Floor area without seismic design</source>
        <translation>未设防面积占比</translation>
    </message>
    <message>
        <source>Schools, hospitals, care homes</source>
        <translation>学校医院养老机构</translation>
    </message>
    <message>
        <source>Disaster staff</source>
        <translation>队伍管理</translation>
    </message>
    <message>
        <source>Risk assessed</source>
        <translation>风险评估</translation>
    </message>
    <message>
        <source>Funds</source>
        <translation>财政投入</translation>
    </message>
    <message>
        <source>Stocks</source>
        <translation>物资储备</translation>
    </message>
    <message>
        <source>Hospital beds</source>
        <translation>医疗保障</translation>
    </message>
    <message>
        <source>Rescuers</source>
        <translation>自救互救</translation>
    </message>
    <message>
        <source>People trained</source>
        <translation>公众避险</translation>
    </message>
    <message>
        <source>Shelter places</source>
        <translation>转移安置</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高风险</translation>
    </message>
    <message>
        <source>Medium-high</source>
        <translation>中高风险</translation>
    </message>
    <message>
        <source>Medium-low</source>
        <translation>中低风险</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低风险</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>强</translation>
    </message>
    <message>
        <source>fairly strong</source>
        <translation>较强</translation>
    </message>
    <message>
        <source>middling</source>
        <translation>中等</translation>
    </message>
    <message>
        <source>fairly weak</source>
        <translation>较弱</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>弱</translation>
    </message>
    <message>
        <source>share of area by class</source>
        <translation>面积占比（按级加权）</translation>
    </message>
    <message>
        <source>weighted points per km²</source>
        <translation>点/km²（按险情级加权）</translation>
    </message>
    <message>
        <source>share of area by danger</source>
        <translation>面积占比（按危险度加权）</translation>
    </message>
    <message>
        <source>km of active fault per km²</source>
        <translation>km/km²（按活动性加权）</translation>
    </message>
    <message>
        <source>events per km²</source>
        <translation>次/km²</translation>
    </message>
    <message>
        <source>people per km²</source>
        <translation>人/km²</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>per km²</source>
        <translation>个/km²</translation>
    </message>
    <message>
        <source>Risk R = H^a · E^b · (1 − C/2)^c, shown as 0–100; relative to the districts compared.</source>
        <translation>综合风险 R = H^a · E^b · (1 − C/2)^c，以百分制表示；为参评区域之间的相对值。</translation>
    </message>
    <message>
        <source>H, hazard: weighted mean of five indicators — fire-risk zones by class, geohazard points by danger grade, catchments by danger, fault length by activity, past disasters — each per km².</source>
        <translation>H 致灾危险性：五项指标加权平均——森林火险区（按等级）、地质灾害点（按险情级）、小流域（按危险度）、断层长度（按活动性）、历史灾害，均折算到每平方千米。</translation>
    </message>
    <message>
        <source>E, exposure: weighted mean of population density, share of children and elderly, share of floor area without seismic design, density of schools, hospitals and care homes.</source>
        <translation>E 暴露度：人口密度、老幼占比、未设防房屋面积占比、学校医院养老机构密度的加权平均。</translation>
    </message>
    <message>
        <source>Each indicator is brought to 0–1: (x − min) / (max − min) over the districts.</source>
        <translation>各指标在参评区域间归一化到 0～1：(x − 最小) / (最大 − 最小)。</translation>
    </message>
    <message>
        <source>C, capacity: eight indicators per 10,000 people, vector normalisation, weights, TOPSIS (comprehensive capability of townships).</source>
        <translation>C 综合减灾能力：八项每万人指标，向量归一化、加权、TOPSIS（乡镇综合减灾能力评估算法）。</translation>
    </message>
    <message>
        <source>Levels by mean m and standard deviation s: high from m + s, medium-high from m, medium-low from m − s. Weights are defaults and to be set by local experts.</source>
        <translation>等级按均值 m 与标准差 s 划分：≥ m+s 高风险，≥ m 中高，≥ m−s 中低，其余低。权重为缺省值，应由本地专家打分确定。</translation>
    </message>
    <message>
        <source>Composite risk of the counties</source>
        <translation>县（区）综合风险</translation>
    </message>
    <message>
        <source>Composite risk of the townships</source>
        <translation>乡镇综合风险</translation>
    </message>
    <message>
        <source>Demo data</source>
        <translation>演示数据</translation>
    </message>
    <message>
        <source>Greatest risk: %1.</source>
        <translation>风险最高：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>app::RiskPanel</name>
    <message>
        <source>Computing the risk of the districts</source>
        <translation>区域综合风险计算</translation>
    </message>
    <message>
        <source>The run is kept for the trend.</source>
        <translation>结果已保存，供趋势比较。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>计算并保存</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Compute compares all districts by hazard, exposure and capacity.</source>
        <translation>点“计算并保存”，按致灾、暴露、能力比较各区域。</translation>
    </message>
    <message>
        <source>Open a workspace to compare the risk of its districts.</source>
        <translation>打开工作区后可比较各区域风险。</translation>
    </message>
    <message>
        <source>%1 districts, %2 s. Relative to each other; weights are defaults until local experts set them.</source>
        <translation>%1 个区域，用时 %2 秒。为相对值；权重为缺省值，待本地专家确定。</translation>
    </message>
    <message>
        <source>%1: risk %2 of 100, %3, rank %4 of %5 (%6–%7 if a weight is off by a fifth). Capacity %8, %9.</source>
        <translation>%1：风险 %2（百分制），%3，第 %4 名 / 共 %5 个（任一权重变动两成时第 %6～%7 名）。减灾能力 %8，%9。</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>暴露</translation>
    </message>
    <message>
        <source>Lack of capacity</source>
        <translation>能力欠缺</translation>
    </message>
    <message>
        <source>%1 per 10,000</source>
        <translation>%1 每万人</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险值</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>缺省</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>出处：%1</translation>
    </message>
    <message>
        <source>A weight is a number of 0 or more.</source>
        <translation>权重须为不小于 0 的数。</translation>
    </message>
    <message>
        <source>Weight of the risk index</source>
        <translation>综合风险权重</translation>
    </message>
    <message>
        <source>All weights are as shipped.</source>
        <translation>各权重均为缺省值。</translation>
    </message>
    <message>
        <source>Weights of the risk index reset</source>
        <translation>综合风险权重恢复缺省</translation>
    </message>
    <message>
        <source>risk-%1.xlsx</source>
        <translation>综合风险-%1.xlsx</translation>
    </message>
    <message>
        <source>Excel file (*.xlsx)</source>
        <translation>Excel 文件 (*.xlsx)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>District risk</source>
        <translation>综合风险</translation>
    </message>
    <message>
        <source>Counties</source>
        <translation>县（区）</translation>
    </message>
    <message>
        <source>Townships</source>
        <translation>乡镇（街道）</translation>
    </message>
    <message>
        <source>Districts compared</source>
        <translation>参评区域</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>±20%</source>
        <translation>名次±20%</translation>
    </message>
    <message>
        <source>Best and worst rank when any one weight is a fifth larger or smaller</source>
        <translation>任一权重增减两成时的最好与最差名次</translation>
    </message>
    <message>
        <source>Tint the map</source>
        <translation>在图上着色</translation>
    </message>
    <message>
        <source>Write the report (Excel or PDF)</source>
        <translation>导出报告（Excel 或 PDF）</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部恢复缺省</translation>
    </message>
    <message>
        <source>Indicators (click: the rows behind it)</source>
        <translation>指标（点击查看所据记录）</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>剖面</translation>
    </message>
    <message>
        <source>Choose a district in the ranking.</source>
        <translation>请在排序中选一个区域。</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Two kept runs make a trend: compute again after the data have changed.</source>
        <translation>保存两次结果后即有趋势：数据更新后请再计算。</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
</context>
</TS>
