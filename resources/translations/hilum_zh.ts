<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>most</source>
        <translation>最强</translation>
    </message>
    <message>
        <source>contour</source>
        <translation>轮廓</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Model attention</source>
        <translation>模型关注区域</translation>
    </message>
    <message>
        <source>relative, this film</source>
        <translation>相对值，仅限本片</translation>
    </message>
    <message>
        <source>Acc {number}</source>
        <translation>检查号 {number}</translation>
    </message>
    <message>
        <source>Zoom {share}</source>
        <translation>缩放 {share}</translation>
    </message>
    <message>
        <source>{length} pixels</source>
        <translation>{length} 像素</translation>
    </message>
    <message>
        <source>FLIPPED</source>
        <translation>已翻转</translation>
    </message>
    <message>
        <source>Orientation unknown</source>
        <translation>方位未知</translation>
    </message>
    <message>
        <source>Series {number}</source>
        <translation>序列 {number}</translation>
    </message>
    <message>
        <source>EI {value}</source>
        <translation>EI {value}</translation>
    </message>
    <message>
        <source>DI {value}</source>
        <translation>DI {value}</translation>
    </message>
    <message>
        <source>ID {number}</source>
        <translation>ID {number}</translation>
    </message>
    <message>
        <source>Lossy {ratio}:1</source>
        <translation>有损压缩 {ratio}：1</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>Behind these words: {name}</source>
        <translation>文字后面的影像：{name}</translation>
    </message>
    <message>
        <source>{name} cannot be shown</source>
        <translation>无法显示 {name}</translation>
    </message>
    <message>
        <source>Reading {name} …</source>
        <translation>正在读取 {name} …</translation>
    </message>
    <message>
        <source>This film</source>
        <translation>本片</translation>
    </message>
    <message>
        <source>a research tool for sorting chest films. It is no medical device, and it says nothing of what it was not trained on.</source>
        <translation>用于胸片分诊的研究工具。它不是医疗器械，对未学习过的内容不作任何判断。</translation>
    </message>
    <message>
        <source>Model: {title}</source>
        <translation>模型：{title}</translation>
    </message>
    <message>
        <source>Running on {device}.</source>
        <translation>运行于 {device}。</translation>
    </message>
    <message>
        <source>About Hilum</source>
        <translation>关于 Hilum</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>What is on screen</source>
        <translation>屏幕所见</translation>
    </message>
    <message>
        <source>The whole film, as it is windowed</source>
        <translation>整幅影像，按当前窗宽窗位</translation>
    </message>
    <message>
        <source>Stored values (16-bit PNG)</source>
        <translation>存储值（16 位 PNG）</translation>
    </message>
    <message>
        <source>DICOM, de-identified (PS3.15 Basic Profile)</source>
        <translation>去标识 DICOM（PS3.15 基本配置）</translation>
    </message>
    <message>
        <source>Annotations and measurements</source>
        <translation>标注与测量</translation>
    </message>
    <message>
        <source>Names, numbers and dates in the picture</source>
        <translation>图中的姓名、号码和日期</translation>
    </message>
    <message>
        <source>Name and date in the file&apos;s name</source>
        <translation>文件名中的姓名和日期</translation>
    </message>
    <message>
        <source>Kind of picture</source>
        <translation>图片格式</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Add a mask</source>
        <translation>添加遮盖</translation>
    </message>
    <message>
        <source>Remove the mask</source>
        <translation>移除遮盖</translation>
    </message>
    <message>
        <source>Text that is burned into the picture is not found: look at the film, and mask what names a person.</source>
        <translation>无法识别烧录在图像中的文字：请查看影像，遮盖能辨认个人身份的内容。</translation>
    </message>
    <message>
        <source>The file says that text is burned into its picture.</source>
        <translation>文件注明其图像中烧录有文字。</translation>
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
        <source>Written: {name}</source>
        <translation>已写入：{name}</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Set the key</source>
        <translation>设置按键</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无按键</translation>
    </message>
    <message>
        <source>As the profile</source>
        <translation>与方案相同</translation>
    </message>
    <message>
        <source>Search the actions</source>
        <translation>搜索操作</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Keys of the actions</source>
        <translation>各操作的按键</translation>
    </message>
    <message>
        <source>New key: press it</source>
        <translation>新按键：请按下</translation>
    </message>
    <message>
        <source>Take the key over</source>
        <translation>占用该按键</translation>
    </message>
    <message>
        <source>{key} belongs to “{action}”, which would lose it.</source>
        <translation>{key} 属于“{action}”，后者将失去它。</translation>
    </message>
    <message>
        <source>{key} belongs to several actions and does none: {actions}.</source>
        <translation>{key} 同时属于多个操作，因而均不执行：{actions}。</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>遮盖</translation>
    </message>
    <message>
        <source>Drag to blacken a rectangle. Insert adds one, Space chooses the next, the arrow keys move it, with Shift they change its size, Del removes it.</source>
        <translation>拖动可涂黑一个矩形。Insert 添加，空格选择下一个，方向键移动，按住 Shift 改变大小，Del 移除。</translation>
    </message>
    <message>
        <source>Measure this screen</source>
        <translation>测量此屏幕</translation>
    </message>
    <message>
        <source>Hold a bank card to the screen and make the frame exactly as wide, with the slider or the arrow keys. Or measure the frame&apos;s width with a ruler, and enter it.</source>
        <translation>将一张银行卡贴在屏幕上，用滑块或方向键使方框与其等宽。或用尺子测量方框宽度并输入。</translation>
    </message>
    <message>
        <source>Width of the frame</source>
        <translation>方框宽度</translation>
    </message>
    <message>
        <source>The frame measures</source>
        <translation>方框实测</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>模型卡</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Opens in the browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>There is no report beside this model</source>
        <translation>此模型没有附带报告</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>您想做什么？</translation>
    </message>
    <message>
        <source>Search the commands</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Takes effect when Hilum is started again.</source>
        <translation>重新启动 Hilum 后生效。</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Something in Hilum went wrong. What is on screen may be incomplete; opening the film again usually helps.</source>
        <translation>Hilum 出现错误。屏幕内容可能不完整；重新打开影像通常可以解决。</translation>
    </message>
    <message>
        <source>previous or next film</source>
        <translation>上一幅或下一幅影像</translation>
    </message>
    <message>
        <source>zoom at the cursor</source>
        <translation>在光标处缩放</translation>
    </message>
    <message>
        <source>armed tool; by default window (right: wider, up: brighter; Ctrl: faster)</source>
        <translation>当前工具；默认为窗宽窗位（向右：更宽，向上：更亮；Ctrl:更快）</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>左键拖动</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>中键拖动</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>右键拖动</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>右键单击</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + 滚轮</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>film alone, and back</source>
        <translation>仅显示影像，再次还原</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>键盘与鼠标</translation>
    </message>
    <message>
        <source>Value in the other film</source>
        <translation>另一影像中的值</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>VR</source>
        <translation>VR</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>Differences only</source>
        <translation>仅显示差异</translation>
    </message>
    <message>
        <source>Search tag, name, keyword, value</source>
        <translation>搜索标签、名称、关键字、值</translation>
    </message>
    <message>
        <source>Search the attributes</source>
        <translation>搜索属性</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>No other film</source>
        <translation>无其他影像</translation>
    </message>
    <message>
        <source>DICOM attributes</source>
        <translation>DICOM 属性</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取 …</translation>
    </message>
    <message>
        <source>Film {number}</source>
        <translation>影像 {number}</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>已停止；未写入任何内容。</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>打印机没有响应。</translation>
    </message>
    <message>
        <source>Copied, with names.</source>
        <translation>已复制，含姓名。</translation>
    </message>
    <message>
        <source>Copied, without names.</source>
        <translation>已复制，不含姓名。</translation>
    </message>
    <message>
        <source>Printed.</source>
        <translation>已打印。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗</translation>
    </message>
    <message>
        <source>At this setting: sensitivity {sensitivity} ({sensitivity_range}), specificity {specificity} ({specificity_range}), PPV {ppv}, NPV {npv} at prevalence {prevalence}; {flagged} of {scored} flagged</source>
        <translation>在此设置下：灵敏度 {sensitivity}（{sensitivity_range}），特异度 {specificity}（{specificity_range}），患病率 {prevalence} 时阳性预测值 {ppv}、阴性预测值 {npv}；{scored} 例中标记 {flagged} 例</translation>
    </message>
    <message>
        <source>Sensitivity in per cent</source>
        <translation>灵敏度（百分比）</translation>
    </message>
    <message>
        <source>Assumed prevalence in per cent</source>
        <translation>假定患病率（百分比）</translation>
    </message>
    <message>
        <source>Share of abnormal films that you expect; moves PPV and NPV.</source>
        <translation>您预计的异常影像比例；影响阳性和阴性预测值。</translation>
    </message>
    <message>
        <source>What this setting means</source>
        <translation>此设置的含义</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>灵敏度</translation>
    </message>
    <message>
        <source>Prevalence</source>
        <translation>患病率</translation>
    </message>
    <message>
        <source>Wanted sensitivity on the model&apos;s calibration films: further right flags more films. Scores never change, only where they are cut. This model&apos;s curves run from {low} to {high}.</source>
        <translation>在模型校准影像上期望的灵敏度：越靠右，标记的影像越多。评分不变，只改变阈值。此模型的曲线范围为 {low} 至 {high}。</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>Heat map of the selected finding</source>
        <translation>所选征象的热图</translation>
    </message>
    <message>
        <source>Lungs outline</source>
        <translation>肺轮廓</translation>
    </message>
    <message>
        <source>Outline of the lungs</source>
        <translation>肺的轮廓</translation>
    </message>
    <message>
        <source>Where the lung model sees the lungs; most of the heart is inside</source>
        <translation>肺模型所见的肺部位置；心脏大部分位于其内</translation>
    </message>
    <message>
        <source>Opacity of the heat map in per cent</source>
        <translation>热图不透明度（百分比）</translation>
    </message>
    <message>
        <source>Colours of the heat map</source>
        <translation>热图颜色</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>{name}: where the model looked, not where disease is.</source>
        <translation>{name}：模型关注的位置，并非病变位置。</translation>
    </message>
    <message>
        <source>No heat map for this film.</source>
        <translation>此影像没有热图。</translation>
    </message>
    <message>
        <source>Map reliability: measuring …</source>
        <translation>热图可靠性：正在测量 …</translation>
    </message>
    <message>
        <source>Map reliability: {grade}</source>
        <translation>热图可靠性：{grade}</translation>
    </message>
    <message>
        <source>In the lungs: {share}</source>
        <translation>位于肺内：{share}</translation>
    </message>
    <message>
        <source>Correlation with the maps of the film moved a little: {value}</source>
        <translation>与轻微移动后影像热图的相关性：{value}</translation>
    </message>
    <message>
        <source>Without what the map marks the probability falls by {drop}</source>
        <translation>去除热图标记区域后，概率下降 {drop}</translation>
    </message>
    <message>
        <source>Without what the map marks the probability does not fall</source>
        <translation>去除热图标记区域后，概率不下降</translation>
    </message>
    <message>
        <source>Loading the model …</source>
        <translation>正在加载模型 …</translation>
    </message>
    <message>
        <source>A computed phantom, no person: its scores mean nothing.</source>
        <translation>计算生成的体模，并非真人：其评分没有意义。</translation>
    </message>
    <message>
        <source>Select a film in the worklist.</source>
        <translation>请在工作列表中选择影像。</translation>
    </message>
    <message>
        <source>Unreadable: {reason}</source>
        <translation>无法读取：{reason}</translation>
    </message>
    <message>
        <source>AI findings</source>
        <translation>AI 征象</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>征象</translation>
    </message>
    <message>
        <source>Why there are no findings</source>
        <translation>没有征象的原因</translation>
    </message>
    <message>
        <source>Click for the model card</source>
        <translation>单击打开模型卡</translation>
    </message>
    <message>
        <source>read {read} ms, prepare {prepare} ms, network {network} ms</source>
        <translation>读取 {read} 毫秒，预处理 {prepare} 毫秒，网络 {network} 毫秒</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>达到</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未达到</translation>
    </message>
    <message>
        <source>{finding}: {state}, probability {probability} (95 % interval {interval}), threshold {threshold}</source>
        <translation>{finding}：{state}，概率 {probability}（95 % 区间 {interval}），阈值 {threshold}</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Open films</source>
        <translation>打开影像</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>True size, {provenance}</source>
        <translation>实际大小，{provenance}</translation>
    </message>
    <message>
        <source>Settings were not kept: {reason}</source>
        <translation>设置未能保存：{reason}</translation>
    </message>
    <message>
        <source>rotated {degrees}°</source>
        <translation>旋转 {degrees}°</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>已反相</translation>
    </message>
    <message>
        <source>Looking for the lungs …</source>
        <translation>正在查找肺部 …</translation>
    </message>
    <message>
        <source>This map is empty: nothing on the film speaks for the finding.</source>
        <translation>此热图为空：影像上没有支持该征象的内容。</translation>
    </message>
    <message>
        <source>{share} of this map lies in the lungs</source>
        <translation>此热图的 {share} 位于肺内</translation>
    </message>
    <message>
        <source>Files, folders or zip archives: DICOM (CR, DX, secondary capture), PNG, JPEG, TIFF.</source>
        <translation>文件、文件夹或 zip 压缩包：DICOM（CR、DX、二次捕获）、PNG、JPEG、TIFF。</translation>
    </message>
    <message>
        <source>Each film is read, scored and sorted: the most urgent one stands first in the worklist.</source>
        <translation>每幅影像都会被读取、评分和排序：最紧急的排在工作列表最前。</translation>
    </message>
    <message>
        <source>What cannot be read or scored stays in the list and says why.</source>
        <translation>无法读取或评分的文件仍留在列表中，并说明原因。</translation>
    </message>
    <message>
        <source>Drop chest films here</source>
        <translation>将胸片拖放到此处</translation>
    </message>
    <message>
        <source>Open files …</source>
        <translation>打开文件 …</translation>
    </message>
    <message>
        <source>Open folder …</source>
        <translation>打开文件夹 …</translation>
    </message>
    <message>
        <source>Not scored: {reason}</source>
        <translation>未评分：{reason}</translation>
    </message>
    <message>
        <source>no
picture</source>
        <translation>无
图像</translation>
    </message>
    <message>
        <source>Worklist</source>
        <translation>工作列表</translation>
    </message>
    <message>
        <source>Search name, finding, state</source>
        <translation>搜索姓名、征象、状态</translation>
    </message>
    <message>
        <source>Search the worklist</source>
        <translation>搜索工作列表</translation>
    </message>
    <message>
        <source>Order of the worklist</source>
        <translation>工作列表排序</translation>
    </message>
    <message>
        <source>Opening films</source>
        <translation>正在打开影像</translation>
    </message>
    <message>
        <source>Cancel opening</source>
        <translation>取消打开</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止 …</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 个文件</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} 个文件</translation>
    </message>
    <message>
        <source>{count} scored</source>
        <translation>已评分 {count}</translation>
    </message>
    <message>
        <source>{count} flagged</source>
        <translation>已标记 {count}</translation>
    </message>
    <message>
        <source>{count} unreadable</source>
        <translation>无法读取 {count}</translation>
    </message>
    <message>
        <source>Film {place}/{count}</source>
        <translation>影像 {place}/{count}</translation>
    </message>
    <message>
        <source>&amp;AI</source>
        <translation>AI(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;About Hilum</source>
        <translation>关于 Hilum(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Cancel opening</source>
        <translation>取消打开(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Command palette …</source>
        <translation>命令面板(&amp;C) …</translation>
    </message>
    <message>
        <source>&amp;Empty the worklist</source>
        <translation>清空工作列表(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>导出(&amp;E) …</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation>键盘与鼠标(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Model card</source>
        <translation>模型卡(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Open files …</source>
        <translation>打开文件(&amp;O) …</translation>
    </message>
    <message>
        <source>&amp;Preferences …</source>
        <translation>首选项(&amp;P) …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>窗(&amp;W)</translation>
    </message>
    <message>
        <source>Abnormal (any)</source>
        <translation>异常（任一）</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Annotations and measurements in pictures</source>
        <translation>图片中的标注与测量</translation>
    </message>
    <message>
        <source>Annotations at the start</source>
        <translation>启动时的标注</translation>
    </message>
    <message>
        <source>Annotations: all, minimal, none</source>
        <translation>标注：全部、最少、无</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Assumed prevalence</source>
        <translation>假定患病率</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Bacterial pneumonia</source>
        <translation>细菌性肺炎</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>低于阈值</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>骨</translation>
    </message>
    <message>
        <source>By finding</source>
        <translation>按征象</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按姓名</translation>
    </message>
    <message>
        <source>COVID-19</source>
        <translation>COVID-19</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>CUDA</source>
        <translation>CUDA</translation>
    </message>
    <message>
        <source>Cancel tool, then reset the view</source>
        <translation>放下工具，再重置视图</translation>
    </message>
    <message>
        <source>Copy the pic&amp;ture</source>
        <translation>复制图片(&amp;T)</translation>
    </message>
    <message>
        <source>DICOM &amp;attributes …</source>
        <translation>DICOM 属性(&amp;A) …</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Delete the last measurement</source>
        <translation>删除最后一次测量</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>DirectML</source>
        <translation>DirectML</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Drag with the middle button</source>
        <translation>中键拖动</translation>
    </message>
    <message>
        <source>Drag with the right button</source>
        <translation>右键拖动</translation>
    </message>
    <message>
        <source>Dragging down makes the film brighter</source>
        <translation>向下拖动使影像变亮</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Español</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>F&amp;ilm</source>
        <translation>影像(&amp;I)</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Film alone, and back</source>
        <translation>仅显示影像，再次还原</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>征象</translation>
    </message>
    <message>
        <source>First film</source>
        <translation>第一幅影像</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>Flip horizontally</source>
        <translation>水平翻转</translation>
    </message>
    <message>
        <source>Flip vertically</source>
        <translation>垂直翻转</translation>
    </message>
    <message>
        <source>Flip ↔</source>
        <translation>翻转 ↔</translation>
    </message>
    <message>
        <source>Flip ↕</source>
        <translation>翻转 ↕</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Français</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Hide identities</source>
        <translation>隐藏身份信息</translation>
    </message>
    <message>
        <source>Hide identities at the start</source>
        <translation>启动时隐藏身份信息</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Holds for copies and prints too; never where identities are hidden.</source>
        <translation>也适用于复制和打印；身份信息隐藏时始终不含。</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>反相</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Last film</source>
        <translation>最后一幅影像</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左转</translation>
    </message>
    <message>
        <source>Less sensitive</source>
        <translation>降低灵敏度</translation>
    </message>
    <message>
        <source>Lines (enhanced)</source>
        <translation>管线（增强）</translation>
    </message>
    <message>
        <source>Lung</source>
        <translation>肺</translation>
    </message>
    <message>
        <source>Lung opacity</source>
        <translation>肺部阴影</translation>
    </message>
    <message>
        <source>Lungs</source>
        <translation>肺</translation>
    </message>
    <message>
        <source>Lungs not found</source>
        <translation>未找到肺部</translation>
    </message>
    <message>
        <source>Measure this screen …</source>
        <translation>测量此屏幕 …</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>纵隔</translation>
    </message>
    <message>
        <source>Menu of the film</source>
        <translation>影像菜单</translation>
    </message>
    <message>
        <source>Menu only</source>
        <translation>仅菜单</translation>
    </message>
    <message>
        <source>Minimal</source>
        <translation>最少</translation>
    </message>
    <message>
        <source>More sensitive</source>
        <translation>提高灵敏度</translation>
    </message>
    <message>
        <source>Most urgent first</source>
        <translation>最紧急的在前</translation>
    </message>
    <message>
        <source>Names, dates, numbers and file names are left out of the window and of exports.</source>
        <translation>窗口和导出内容中不含姓名、日期、号码和文件名。</translation>
    </message>
    <message>
        <source>Names, numbers and dates in pictures</source>
        <translation>图片中的姓名、号码和日期</translation>
    </message>
    <message>
        <source>Next film</source>
        <translation>下一幅影像</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>下一个征象</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Not for diagnosis</source>
        <translation>不用于诊断</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>一比一</translation>
    </message>
    <message>
        <source>Opacity of the heat map</source>
        <translation>热图不透明度</translation>
    </message>
    <message>
        <source>Open &amp;folder …</source>
        <translation>打开文件夹(&amp;F) …</translation>
    </message>
    <message>
        <source>P&amp;rint …</source>
        <translation>打印(&amp;R) …</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Pneumonia (any)</source>
        <translation>肺炎（任一）</translation>
    </message>
    <message>
        <source>Previous film</source>
        <translation>上一幅影像</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>上一个征象</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅片</translation>
    </message>
    <message>
        <source>Reset the view</source>
        <translation>重置视图</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右转</translation>
    </message>
    <message>
        <source>Rotate clockwise</source>
        <translation>顺时针旋转</translation>
    </message>
    <message>
        <source>Rotate counter-clockwise</source>
        <translation>逆时针旋转</translation>
    </message>
    <message>
        <source>TensorRT</source>
        <translation>TensorRT</translation>
    </message>
    <message>
        <source>The model runs on</source>
        <translation>模型运行于</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Viral pneumonia</source>
        <translation>病毒性肺炎</translation>
    </message>
    <message>
        <source>Whatever is fastest</source>
        <translation>最快的设备</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Window / level</source>
        <translation>窗宽 / 窗位</translation>
    </message>
    <message>
        <source>Window 1 of the file</source>
        <translation>文件的窗 1</translation>
    </message>
    <message>
        <source>Window 2 of the file</source>
        <translation>文件的窗 2</translation>
    </message>
    <message>
        <source>With Ctrl the wheel does the other one.</source>
        <translation>按住 Ctrl 时滚轮执行另一功能。</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
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
        <source>at detector</source>
        <translation>探测器处</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>bone</source>
        <translation>骨</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>已校准</translation>
    </message>
    <message>
        <source>d</source>
        <translation>天</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>中</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>管线</translation>
    </message>
    <message>
        <source>lines (enhanced)</source>
        <translation>管线（增强）</translation>
    </message>
    <message>
        <source>lung</source>
        <translation>肺</translation>
    </message>
    <message>
        <source>m</source>
        <translation>个月</translation>
    </message>
    <message>
        <source>magnification corrected</source>
        <translation>已校正放大率</translation>
    </message>
    <message>
        <source>mediastinum</source>
        <translation>纵隔</translation>
    </message>
    <message>
        <source>nominal scanned</source>
        <translation>标称扫描</translation>
    </message>
    <message>
        <source>pan</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>差</translation>
    </message>
    <message>
        <source>w</source>
        <translation>周</translation>
    </message>
    <message>
        <source>wide</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>window / level</source>
        <translation>窗宽 / 窗位</translation>
    </message>
    <message>
        <source>y</source>
        <translation>岁</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
</context>
</TS>
