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
        <source>Not for diagnosis: a research tool for sorting chest films. It is no medical device, and it says nothing of what it was not trained on.</source>
        <translation>不用于诊断：用于胸片分诊的研究工具。它不是医疗器械，对未学习过的内容不作任何判断。</translation>
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
        <source>Display: {account}</source>
        <translation>显示器：{account}</translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation>未校准</translation>
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
        <source>The film is flipped: its pictures are mirrored.</source>
        <translation>影像已翻转：导出的图片为镜像。</translation>
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
        <source>The help is written in English.</source>
        <translation>帮助为英文。</translation>
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
        <source>Something in Hilum went wrong the last time. A report was written. It has no patient data, and nobody gets it unless you send it.</source>
        <translation>上次运行时 Hilum 内部出了问题，已写下一份报告。报告不含患者数据，除非您自己发送，否则没有人会收到。</translation>
    </message>
    <message>
        <source>Keep it and show its folder</source>
        <translation>保留并显示所在文件夹</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Ask me again next time</source>
        <translation>下次再问</translation>
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
        <source>film alone, and back; on a mark: its text; closes a polygon</source>
        <translation>仅显示影像，再次还原；在标记上：编辑其文字；闭合多边形</translation>
    </message>
    <message>
        <source>Drag, or click and click</source>
        <translation>拖动，或先后单击两次</translation>
    </message>
    <message>
        <source>draws with a measuring tool</source>
        <translation>用测量工具绘制</translation>
    </message>
    <message>
        <source>Click on a mark</source>
        <translation>单击标记</translation>
    </message>
    <message>
        <source>selects it; then drag its line or its points</source>
        <translation>选中它；然后拖动其线或点</translation>
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
        <source>The presentation state asks for true size: choose it.</source>
        <translation>呈现状态要求真实大小：请自行选择。</translation>
    </message>
    <message>
        <source>stored {value}</source>
        <translation>存储值 {value}</translation>
    </message>
    <message>
        <source>modality {value}</source>
        <translation>模态值 {value}</translation>
    </message>
    <message>
        <source>display {value}</source>
        <translation>显示值 {value}</translation>
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
        <source>Use this setting with this model</source>
        <translation>将此设置用于此模型</translation>
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
        <source>The model is still loading.</source>
        <translation>模型仍在加载。</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>运行于</translation>
    </message>
    <message>
        <source>beside the model</source>
        <translation>位于模型旁</translation>
    </message>
    <message>
        <source>none beside this model</source>
        <translation>此模型旁没有</translation>
    </message>
    <message>
        <source>Evaluation report</source>
        <translation>评估报告</translation>
    </message>
    <message>
        <source>{size} × {size} pixels</source>
        <translation>{size} × {size} 像素</translation>
    </message>
    <message>
        <source>{share} cut off at each side</source>
        <translation>每侧裁去 {share}</translation>
    </message>
    <message>
        <source>cut to the lungs</source>
        <translation>裁剪至肺部</translation>
    </message>
    <message>
        <source>averaged with {count} more views of the film</source>
        <translation>与该影像的另外 {count} 个视图取平均</translation>
    </message>
    <message>
        <source>an output of the network</source>
        <translation>网络的一个输出</translation>
    </message>
    <message>
        <source>A network that looks at one film ({sees}) and gives the probability of {count} findings; others follow from them.</source>
        <translation>该网络查看一幅影像（{sees}），给出 {count} 种征象的概率；其他征象由此得出。</translation>
    </message>
    <message>
        <source>They exclude each other.</source>
        <translation>它们互相排斥。</translation>
    </message>
    <message>
        <source>They may coexist.</source>
        <translation>它们可以并存。</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>模型是什么</translation>
    </message>
    <message>
        <source>any of: {names}</source>
        <translation>任一：{names}</translation>
    </message>
    <message>
        <source>anything but: {names}</source>
        <translation>除此之外：{names}</translation>
    </message>
    <message>
        <source>Intended use</source>
        <translation>预期用途</translation>
    </message>
    <message>
        <source>What it must not be used for</source>
        <translation>不得用于</translation>
    </message>
    <message>
        <source>Read with care</source>
        <translation>解读须谨慎</translation>
    </message>
    <message>
        <source>The card does not say which films it learned from.</source>
        <translation>卡片未说明其学习所用的影像。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Films by source, finding and split.</source>
        <translation>按来源、征象和划分统计的影像。</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>测量结果</translation>
    </message>
    <message>
        <source>The card carries no measurement.</source>
        <translation>卡片中没有测量结果。</translation>
    </message>
    <message>
        <source>In brackets: 95 % intervals, by bootstrap over patients.</source>
        <translation>括号内为 95 % 区间，按患者自助法得出。</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>On</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>达标</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>设定的标准</translation>
    </message>
    <message>
        <source>{place}, left out of training</source>
        <translation>{place}，未参与训练</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Films, true finding by row, most probable by column:</source>
        <translation>影像数，行为真实征象，列为最可能的征象：</translation>
    </message>
    <message>
        <source>Probabilities are calibrated on the validation films: logits divided by {temperature}, one bias a finding, {activation}. The interval beside a probability is the 95 % band of the frequency that was observed there.</source>
        <translation>概率在验证影像上校准：logit 除以 {temperature}，每种征象一个偏置，{activation}。概率旁的区间是该处观察频率的 95 % 带。</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>The least probability that keeps a finding in a film&apos;s set, by the set&apos;s coverage:</source>
        <translation>按集合覆盖率，征象保留在影像集合中的最小概率：</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>灵敏度</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation>特异度</translation>
    </message>
    <message>
        <source>With / without</source>
        <translation>有 / 无</translation>
    </message>
    <message>
        <source>On the calibration films; the slider moves between them.</source>
        <translation>基于校准影像；滑块在其间移动。</translation>
    </message>
    <message>
        <source>Operating points</source>
        <translation>工作点</translation>
    </message>
    <message>
        <source>Unlike any chest film the model knows: the film&apos;s embedding lies further than {distance} from those of the training films.</source>
        <translation>与模型所知的胸片均不相似：该影像的嵌入与训练影像的距离超过 {distance}。</translation>
    </message>
    <message>
        <source>Accepted is what the gate gives at least {share} for “{kind}”.</source>
        <translation>把关对“{kind}”给出至少 {share} 的影像才被接受。</translation>
    </message>
    <message>
        <source>A refused film gets no findings; its row, the panel and the film itself say why. It is neither turned nor inverted behind the reader&apos;s back.</source>
        <translation>被拒绝的影像没有征象；其所在行、面板和影像本身都会说明原因。绝不会在阅片者不知情时旋转或反相。</translation>
    </message>
    <message>
        <source>Which films are refused</source>
        <translation>哪些影像会被拒绝</translation>
    </message>
    <message>
        <source>not stated in this card</source>
        <translation>此卡片未说明</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <source>Use the weights for research and engineering; ask the owners of the films before any other use.</source>
        <translation>权重仅用于研究和工程；作其他用途前请征得影像所有者同意。</translation>
    </message>
    <message>
        <source>Terms of what it was made from</source>
        <translation>所用素材的使用条款</translation>
    </message>
    <message>
        <source>Preprocessing SHA-256</source>
        <translation>预处理 SHA-256</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>自检</translation>
    </message>
    <message>
        <source>{count} films made in code</source>
        <translation>{count} 幅由程序生成的影像</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>制作方式</translation>
    </message>
    <message>
        <source>What else the card carries</source>
        <translation>卡片的其他内容</translation>
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
        <source>The findings then say what they were made on. File and picture stay as they are.</source>
        <translation>结果会注明所依据的影像。文件和图像保持不变。</translation>
    </message>
    <message>
        <source>Scoring …</source>
        <translation>正在评分 …</translation>
    </message>
    <message>
        <source>Score it {how}</source>
        <translation>{how}后评分</translation>
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
        <source>You: {word}</source>
        <translation>您：{word}</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
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
        <source>No other study of this patient to compare with.</source>
        <translation>该患者没有可供比较的其他检查。</translation>
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
        <source>Open samples</source>
        <translation>打开示例</translation>
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
        <source>Show all films again</source>
        <translation>重新显示全部影像</translation>
    </message>
    <message>
        <source>Search name, finding, state, lane, reading</source>
        <translation>搜索姓名、征象、状态、通道、阅片</translation>
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
        <source>By {column}</source>
        <translation>按{column}</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Filter ({count})</source>
        <translation>筛选（{count}）</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
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
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on opening</source>
        <translation>继续打开</translation>
    </message>
    <message>
        <source>Pause opening</source>
        <translation>暂停打开</translation>
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
        <source>{shown} of {count} files</source>
        <translation>{count} 个文件中的 {shown} 个</translation>
    </message>
    <message>
        <source>{count} scored</source>
        <translation>已评分 {count}</translation>
    </message>
    <message>
        <source>{count} hidden</source>
        <translation>已隐藏 {count}</translation>
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
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Reading the kept list …</source>
        <translation>正在读取已保存的列表 …</translation>
    </message>
    <message>
        <source>search and priors follow …</source>
        <translation>搜索和既往影像稍后可用…</translation>
    </message>
    <message>
        <source>1 key image</source>
        <translation>1 幅关键图像</translation>
    </message>
    <message>
        <source>{count} key images</source>
        <translation>{count} 幅关键图像</translation>
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
        <source>&amp;Copy the measurement</source>
        <translation>复制测量(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Delete the measurement</source>
        <translation>删除测量(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
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
        <source>&amp;Forget the calibration</source>
        <translation>取消校准(&amp;F)</translation>
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
        <source>&amp;Key image</source>
        <translation>关键图像(&amp;K)</translation>
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
        <source>&amp;Paste the measurement</source>
        <translation>粘贴测量(&amp;P)</translation>
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
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Text of the measurement …</source>
        <translation>测量的文字(&amp;T) …</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤消(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>窗(&amp;W)</translation>
    </message>
    <message>
        <source>A DICOM media directory (DICOMDIR): open the folder it lies in.</source>
        <translation>DICOM 介质目录（DICOMDIR）：请打开它所在的文件夹。</translation>
    </message>
    <message>
        <source>A JPEG picture for print (CMYK) cannot be shown.</source>
        <translation>无法显示用于印刷的 JPEG 图片（CMYK）。</translation>
    </message>
    <message>
        <source>A colour picture of 16 bits is shown with 8.</source>
        <translation>16 位彩色图片以 8 位显示。</translation>
    </message>
    <message>
        <source>A file of the operating system, not a film.</source>
        <translation>操作系统的文件，不是影像。</translation>
    </message>
    <message>
        <source>A folder that is read already, under another name.</source>
        <translation>该文件夹已以另一名称读取。</translation>
    </message>
    <message>
        <source>A mask lies outside the film.</source>
        <translation>有一处遮盖位于影像之外。</translation>
    </message>
    <message>
        <source>A zip inside a zip is not opened; unpack the outer one first.</source>
        <translation>不打开 zip 中的 zip;请先解压外层。</translation>
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
        <source>Hanging protocol</source>
        <translation>挂片协议</translation>
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
        <source>Bits Stored is invalid; all allocated bits are used.</source>
        <translation>Bits Stored 无效；使用全部已分配的位。</translation>
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
        <source>A graphic of the presentation state is malformed and was left out.</source>
        <translation>呈现状态中的一个图形格式有误，已忽略。</translation>
    </message>
    <message>
        <source>&amp;Agree with the finding, or present</source>
        <translation>同意征象，或存在(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Commit the read</source>
        <translation>提交阅片(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Disagree with the finding, or absent</source>
        <translation>不同意征象，或不存在(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Find in the document …</source>
        <translation>在文档中查找(&amp;F) …</translation>
    </message>
    <message>
        <source>&amp;Next unread study</source>
        <translation>下一个未读检查(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Order and lanes …</source>
        <translation>顺序与通道(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Other, with a note …</source>
        <translation>其他，附注(&amp;O) …</translation>
    </message>
    <message>
        <source>&amp;Pin the film to the top</source>
        <translation>将片子置顶(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Reader and model …</source>
        <translation>阅片者与模型(&amp;R) …</translation>
    </message>
    <message>
        <source>&amp;Save presentation state …</source>
        <translation>保存呈现状态(&amp;S) …</translation>
    </message>
    <message>
        <source>&amp;Second look</source>
        <translation>复阅(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Self-test of the model</source>
        <translation>模型自检(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Shift summary …</source>
        <translation>班次小结(&amp;S)…</translation>
    </message>
    <message>
        <source>9 of 10
after</source>
        <translation>十分之九
之后</translation>
    </message>
    <message>
        <source>9 of 10
before</source>
        <translation>十分之九
之前</translation>
    </message>
    <message>
        <source>A display is measured at level 0 and at level 255 at least.</source>
        <translation>显示器至少要在等级 0 和等级 255 处测量。</translation>
    </message>
    <message>
        <source>A file; for a list that a department shares, postgresql+psycopg://USER@HOST/DATABASE. Empty: Hilum&apos;s own folder.</source>
        <translation>一个文件；科室共用的列表请填 postgresql+psycopg://USER@HOST/DATABASE。留空：Hilum 自己的文件夹。</translation>
    </message>
    <message>
        <source>A greyscale presentation state does not change the colours of this film.</source>
        <translation>灰阶呈现状态不会改变此影像的颜色。</translation>
    </message>
    <message>
        <source>A page of the PDF is damaged.</source>
        <translation>PDF 中有一页已损坏。</translation>
    </message>
    <message>
        <source>A presentation state can only be saved for a DICOM film with its own UIDs.</source>
        <translation>只能为具有自身 UID 的 DICOM 影像保存呈现状态。</translation>
    </message>
    <message>
        <source>A presentation state: it has no picture of its own, but says how films are shown.</source>
        <translation>呈现状态：本身没有图像，只说明影像如何显示。</translation>
    </message>
    <message>
        <source>A store is a file, or postgresql+psycopg://USER@HOST/DATABASE; what was given is neither.</source>
        <translation>存储应为文件或 postgresql+psycopg://USER@HOST/DATABASE；所给的两者都不是。</translation>
    </message>
    <message>
        <source>A study may be taken over after</source>
        <translation>检查可被接手的时限</translation>
    </message>
    <message>
        <source>A text of the presentation state has no place and was left out.</source>
        <translation>呈现状态中的一段文字没有位置，已忽略。</translation>
    </message>
    <message>
        <source>A text of the presentation state is too long and was cut.</source>
        <translation>呈现状态中的一段文字过长，已截断。</translation>
    </message>
    <message>
        <source>AI+ reader−</source>
        <translation>AI+ 医生−</translation>
    </message>
    <message>
        <source>AI− reader+</source>
        <translation>AI− 医生+</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>Accession number</source>
        <translation>检查号</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Another model scored this film. Open its file again to have it scored by this one.</source>
        <translation>此影像由另一个模型评分。请重新打开其文件，由当前模型评分。</translation>
    </message>
    <message>
        <source>Another patient than the lit film</source>
        <translation>与当前影像不是同一患者</translation>
    </message>
    <message>
        <source>Another program holds the store; try again when it is done.</source>
        <translation>另一程序正占用存储；待其完成后重试。</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>As stored, without a presentation state</source>
        <translation>原样显示，不用呈现状态</translation>
    </message>
    <message>
        <source>Bits beyond Bits Stored are set and were left out: the values may be wrong.</source>
        <translation>超出 Bits Stored 的位被置位，已忽略：数值可能有误。</translation>
    </message>
    <message>
        <source>CTR</source>
        <translation>心胸比</translation>
    </message>
    <message>
        <source>Calibrate by a known length</source>
        <translation>按已知长度校准</translation>
    </message>
    <message>
        <source>Calibrate this display …</source>
        <translation>校准此显示器 …</translation>
    </message>
    <message>
        <source>Cardiothoracic ratio</source>
        <translation>心胸比测量</translation>
    </message>
    <message>
        <source>Cardiothoracic ratio, thorax proposed</source>
        <translation>心胸比测量，建议胸廓</translation>
    </message>
    <message>
        <source>Certified on the positive films of {units} patients of calibration: at most {risk} of positive studies are expected where the probability of {finding} lies below {threshold}.</source>
        <translation>依据 {units} 名校准患者的阳性片子认证：{finding}的概率低于 {threshold} 处，预期最多有 {risk} 的阳性检查。</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Cobb 角</translation>
    </message>
    <message>
        <source>Compare with &amp;reports …</source>
        <translation>与报告比较(&amp;R)…</translation>
    </message>
    <message>
        <source>Compare with the prior (hold)</source>
        <translation>与既往影像比较（按住）</translation>
    </message>
    <message>
        <source>Counts from the last sign of whoever began to read it.</source>
        <translation>从开始阅片者最后一次操作算起。</translation>
    </message>
    <message>
        <source>Current and prior</source>
        <translation>当前与既往</translation>
    </message>
    <message>
        <source>Current and two priors</source>
        <translation>当前与两次既往</translation>
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
        <source>Edge: 8 bits, the fastest</source>
        <translation>Edge：8 位，最快</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Enlarge the viewport, and back</source>
        <translation>放大视口，再次还原</translation>
    </message>
    <message>
        <source>Ensemble: three networks, the slowest</source>
        <translation>Ensemble：三个网络，最慢</translation>
    </message>
    <message>
        <source>Español</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>Export the &amp;list …</source>
        <translation>导出列表(&amp;L)…</translation>
    </message>
    <message>
        <source>F&amp;ilm</source>
        <translation>影像(&amp;I)</translation>
    </message>
    <message>
        <source>Few training films, partly with labels mined from reports.</source>
        <translation>训练片较少，部分标签取自报告文本。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
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
        <source>Films</source>
        <translation>片子</translation>
    </message>
    <message>
        <source>Films in their own window</source>
        <translation>在独立窗口中显示影像</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>征象</translation>
    </message>
    <message>
        <source>Findings, heat maps and lanes are hidden until you commit to what you see.</source>
        <translation>在您提交所见之前，征象、热图和通道均被隐藏。</translation>
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
        <source>Flagged finding</source>
        <translation>标记的征象</translation>
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
        <source>Frontal and lateral</source>
        <translation>正位与侧位</translation>
    </message>
    <message>
        <source>Frontal and lateral, current and prior</source>
        <translation>正位与侧位，当前与既往</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Go to the next unread study after a read</source>
        <translation>阅片后转到下一个未读检查</translation>
    </message>
    <message>
        <source>Halved chroma needs an even number of pixels.</source>
        <translation>色度减半要求像素数为偶数。</translation>
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
        <source>High Bit is invalid; the lowest bits are used.</source>
        <translation>High Bit 无效；使用最低位。</translation>
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
        <source>Image Rotation is invalid and was left out.</source>
        <translation>Image Rotation 无效，已忽略。</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>反相</translation>
    </message>
    <message>
        <source>La&amp;yout</source>
        <translation>布局(&amp;Y)</translation>
    </message>
    <message>
        <source>Labels are mostly PCR results; the film itself may look normal.</source>
        <translation>标签多为 PCR 结果；影像本身可能看似正常。</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>通道</translation>
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
        <source>Learned from children&apos;s films almost alone: in adults bacterial and viral pneumonia cannot be told apart by this model.</source>
        <translation>几乎仅用儿童影像训练：对成人，本模型无法区分细菌性与病毒性肺炎。</translation>
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
        <source>Link</source>
        <translation>联动</translation>
    </message>
    <message>
        <source>Link pan and zoom</source>
        <translation>联动平移与缩放</translation>
    </message>
    <message>
        <source>Link window</source>
        <translation>联动窗宽窗位</translation>
    </message>
    <message>
        <source>Longest
after</source>
        <translation>最长
之后</translation>
    </message>
    <message>
        <source>Longest
before</source>
        <translation>最长
之前</translation>
    </message>
    <message>
        <source>Low risk</source>
        <translation>低风险</translation>
    </message>
    <message>
        <source>Luminances are positive and rise with the driving level.</source>
        <translation>亮度必须为正，并随驱动等级上升。</translation>
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
        <source>Magnifier</source>
        <translation>放大镜</translation>
    </message>
    <message>
        <source>Mark as &amp;unread</source>
        <translation>标为未读(&amp;U)</translation>
    </message>
    <message>
        <source>Marked as a quality control image.</source>
        <translation>标记为质量控制图像。</translation>
    </message>
    <message>
        <source>Mask subtraction of the presentation state is not applied.</source>
        <translation>未应用呈现状态的蒙片减影。</translation>
    </message>
    <message>
        <source>Matched by name and birth date: no Patient ID to compare</source>
        <translation>按姓名和出生日期匹配：无患者 ID 可比对</translation>
    </message>
    <message>
        <source>May be pneumonia, oedema, bleeding or a mass: told apart today.</source>
        <translation>可能为肺炎、水肿、出血或肿块：当日鉴别。</translation>
    </message>
    <message>
        <source>May need a drain within minutes.</source>
        <translation>可能需在数分钟内引流。</translation>
    </message>
    <message>
        <source>May need drainage, and a cause, today.</source>
        <translation>当日可能需要引流并查明原因。</translation>
    </message>
    <message>
        <source>Measure this screen …</source>
        <translation>测量此屏幕 …</translation>
    </message>
    <message>
        <source>Median
after</source>
        <translation>中位数
之后</translation>
    </message>
    <message>
        <source>Median
before</source>
        <translation>中位数
之前</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>纵隔</translation>
    </message>
    <message>
        <source>Memory for films beyond those on show</source>
        <translation>未显示影像的内存</translation>
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
        <source>Modality</source>
        <translation>设备类型</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>More sensitive</source>
        <translation>提高灵敏度</translation>
    </message>
    <message>
        <source>More than {0} frames cannot be written anew.</source>
        <translation>超过 {0} 帧无法重新写入。</translation>
    </message>
    <message>
        <source>Most urgent first</source>
        <translation>最紧急的在前</translation>
    </message>
    <message>
        <source>Mostly long known.</source>
        <translation>多为早已知晓。</translation>
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
        <source>Next empty viewport</source>
        <translation>下一个空视口</translation>
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
        <source>Next key image</source>
        <translation>下一幅关键图像</translation>
    </message>
    <message>
        <source>Next page of the document</source>
        <translation>文档的下一页</translation>
    </message>
    <message>
        <source>Next patient</source>
        <translation>下一位患者</translation>
    </message>
    <message>
        <source>Next presentation state</source>
        <translation>下一个呈现状态</translation>
    </message>
    <message>
        <source>Next study</source>
        <translation>下一项检查</translation>
    </message>
    <message>
        <source>Next viewport</source>
        <translation>下一个视口</translation>
    </message>
    <message>
        <source>No DICOM data set was found in the file.</source>
        <translation>文件中未找到 DICOM 数据集。</translation>
    </message>
    <message>
        <source>No column is named after a finding of the model, and there are no columns &quot;finding&quot; and &quot;verdict&quot;.</source>
        <translation>没有以模型所见命名的列，也没有 &quot;finding&quot; 和 &quot;verdict&quot; 列。</translation>
    </message>
    <message>
        <source>No column says which study a row is about: &quot;accession&quot;, &quot;study_instance_uid&quot;, &quot;sop_instance_uid&quot; or &quot;file&quot;.</source>
        <translation>没有列说明该行属于哪次检查：&quot;accession&quot;、&quot;study_instance_uid&quot;、&quot;sop_instance_uid&quot; 或 &quot;file&quot;。</translation>
    </message>
    <message>
        <source>No frontal film</source>
        <translation>没有正位影像</translation>
    </message>
    <message>
        <source>No inner thoracic width is proposed: the lungs were not found.</source>
        <translation>未建议胸廓内径：未找到肺野。</translation>
    </message>
    <message>
        <source>No lateral film</source>
        <translation>没有侧位影像</translation>
    </message>
    <message>
        <source>No picture: a modality worklist item.</source>
        <translation>没有图像：这是设备工作列表条目。</translation>
    </message>
    <message>
        <source>No prior film</source>
        <translation>没有既往影像</translation>
    </message>
    <message>
        <source>No prior frontal film</source>
        <translation>没有既往正位影像</translation>
    </message>
    <message>
        <source>No prior lateral film</source>
        <translation>没有既往侧位影像</translation>
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
        <source>Not a file but a device, pipe or socket.</source>
        <translation>不是文件，而是设备、管道或套接字。</translation>
    </message>
    <message>
        <source>Not a film: the file is of an unknown kind.</source>
        <translation>不是影像：文件类型未知。</translation>
    </message>
    <message>
        <source>Not a film: this is a text file.</source>
        <translation>不是影像：这是文本文件。</translation>
    </message>
    <message>
        <source>Not for diagnosis</source>
        <translation>不用于诊断</translation>
    </message>
    <message>
        <source>Not scored: a PDF document, which holds no film.</source>
        <translation>未评分：PDF 文档，不含影像。</translation>
    </message>
    <message>
        <source>Not scored: a colour picture, not a radiograph.</source>
        <translation>未评分：彩色图片，不是 X 线影像。</translation>
    </message>
    <message>
        <source>Not scored: a report, which holds no film.</source>
        <translation>未评分：报告，不含影像。</translation>
    </message>
    <message>
        <source>Not scored: lateral view; the model knows frontal films only.</source>
        <translation>未评分：侧位片；模型只识别正位片。</translation>
    </message>
    <message>
        <source>Not scored: the film is blank or has almost no grey levels.</source>
        <translation>未评分：影像为空或几乎没有灰阶。</translation>
    </message>
    <message>
        <source>Not scored: too dark; the picture is almost black.</source>
        <translation>未评分：过暗；图像几乎全黑。</translation>
    </message>
    <message>
        <source>Not scored: too long and narrow for a frontal chest film.</source>
        <translation>未评分：过于狭长，不是正位胸片。</translation>
    </message>
    <message>
        <source>Not scored: unlike any chest film the model knows.</source>
        <translation>未评分：与模型所知的任何胸片都不相似。</translation>
    </message>
    <message>
        <source>Nothing was measured yet.</source>
        <translation>尚未测量。</translation>
    </message>
    <message>
        <source>Number of Frames is invalid; one frame is read.</source>
        <translation>Number of Frames 无效；读取一帧。</translation>
    </message>
    <message>
        <source>Of the presentation state&apos;s compound graphics only the simple parts are drawn.</source>
        <translation>呈现状态的复合图形只绘制其中的简单部分。</translation>
    </message>
    <message>
        <source>Often from lying still; seldom changes the hour.</source>
        <translation>常因卧床所致；很少影响时机。</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>一比一</translation>
    </message>
    <message>
        <source>Only DICOM files can be de-identified; export this film as a picture.</source>
        <translation>只有 DICOM 文件可以去标识；请将此影像导出为图片。</translation>
    </message>
    <message>
        <source>Only grey and RGB TIFF pictures can be shown.</source>
        <translation>只能显示灰度和 RGB 的 TIFF 图片。</translation>
    </message>
    <message>
        <source>Only pictures of 8 or 16 bits, grey or RGB, can be shown.</source>
        <translation>只能显示 8 位或 16 位的灰度或 RGB 图片。</translation>
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
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>P&amp;rint …</source>
        <translation>打印(&amp;R) …</translation>
    </message>
    <message>
        <source>Pain and complications; rarely urgent by itself.</source>
        <translation>疼痛及并发症；本身很少紧急。</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>患者编号</translation>
    </message>
    <message>
        <source>Patient Orientation is invalid: orientation unknown.</source>
        <translation>Patient Orientation 无效：方位未知。</translation>
    </message>
    <message>
        <source>Patient unknown beside the lit film</source>
        <translation>当前影像旁的患者身份未知</translation>
    </message>
    <message>
        <source>Photometric Interpretation is not one of colour; the picture is taken as RGB.</source>
        <translation>Photometric Interpretation 不是彩色类型；图像按 RGB 处理。</translation>
    </message>
    <message>
        <source>Pixel Aspect Ratio is invalid; pixels are shown square.</source>
        <translation>Pixel Aspect Ratio 无效；像素按正方形显示。</translation>
    </message>
    <message>
        <source>Pixel Padding covers the whole picture and was left out.</source>
        <translation>Pixel Padding 覆盖整幅图像，已忽略。</translation>
    </message>
    <message>
        <source>Play frames, and stop</source>
        <translation>播放各帧，再次停止</translation>
    </message>
    <message>
        <source>Pneumonia (any)</source>
        <translation>肺炎（任一）</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>Presentation LUT Shape contradicts MONOCHROME1, which is followed.</source>
        <translation>Presentation LUT Shape 与 MONOCHROME1 矛盾，以后者为准。</translation>
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
        <source>Previous page of the document</source>
        <translation>文档的上一页</translation>
    </message>
    <message>
        <source>Previous patient</source>
        <translation>上一位患者</translation>
    </message>
    <message>
        <source>Previous study</source>
        <translation>上一项检查</translation>
    </message>
    <message>
        <source>Previous viewport</source>
        <translation>上一个视口</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>探针</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Protected by a password; unpack the zip first.</source>
        <translation>受密码保护；请先解压 zip。</translation>
    </message>
    <message>
        <source>Rea&amp;d</source>
        <translation>阅片(&amp;D)</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已阅</translation>
    </message>
    <message>
        <source>Read b&amp;lindly first</source>
        <translation>先盲阅(&amp;L)</translation>
    </message>
    <message>
        <source>Read blindly first</source>
        <translation>先盲阅</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅片</translation>
    </message>
    <message>
        <source>Reading needs more memory than a film may take, and was stopped.</source>
        <translation>读取所需内存超过单幅影像的上限，已停止。</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Rescale Slope or Intercept is invalid; stored values are shown as they are.</source>
        <translation>Rescale Slope 或 Intercept 无效；存储值按原样显示。</translation>
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
        <source>Rotate freely</source>
        <translation>自由旋转</translation>
    </message>
    <message>
        <source>Routine</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Same Patient ID, but another name or birth date: check the patient</source>
        <translation>患者 ID 相同，但姓名或出生日期不同：请核对患者</translation>
    </message>
    <message>
        <source>Scored</source>
        <translation>已评分</translation>
    </message>
    <message>
        <source>Second look</source>
        <translation>复阅</translation>
    </message>
    <message>
        <source>Select the &amp;next measurement</source>
        <translation>选择下一个测量(&amp;N)</translation>
    </message>
    <message>
        <source>Sequences are nested too deeply to be read.</source>
        <translation>序列嵌套过深，无法读取。</translation>
    </message>
    <message>
        <source>Sex and age</source>
        <translation>性别和年龄</translation>
    </message>
    <message>
        <source>Shutter Shape is malformed; what it names wrongly was left out.</source>
        <translation>Shutter Shape 格式有误；其中错误的部分已忽略。</translation>
    </message>
    <message>
        <source>Some fragments of the pixel data are empty.</source>
        <translation>像素数据的部分片段为空。</translation>
    </message>
    <message>
        <source>Something in this file resists de-identification; nothing was written.</source>
        <translation>此文件中有内容无法去标识；未写入任何内容。</translation>
    </message>
    <message>
        <source>Something is there, and the model cannot name it.</source>
        <translation>有异常，而模型无法指明。</translation>
    </message>
    <message>
        <source>Something that is no DICOM data follows the pixel data.</source>
        <translation>像素数据之后有非 DICOM 数据。</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Stands at the studies that you read and in the audit trail; empty: your login.</source>
        <translation>显示在您阅读的检查和审计记录中；留空：您的登录名。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Study date</source>
        <translation>检查日期</translation>
    </message>
    <message>
        <source>Take &amp;back the last verdict or read</source>
        <translation>撤回上一个判断或阅片(&amp;B)</translation>
    </message>
    <message>
        <source>Take an abandoned study o&amp;ver</source>
        <translation>接手被搁置的检查(&amp;V)</translation>
    </message>
    <message>
        <source>TensorRT</source>
        <translation>TensorRT</translation>
    </message>
    <message>
        <source>Test pattern of this display</source>
        <translation>此显示器的测试图</translation>
    </message>
    <message>
        <source>The 32-bit values are shown in 65,536 steps.</source>
        <translation>32 位的值以 65,536 级显示。</translation>
    </message>
    <message>
        <source>The DICOM data set is damaged and cannot be read.</source>
        <translation>DICOM 数据集已损坏，无法读取。</translation>
    </message>
    <message>
        <source>The DICOM file meta information is damaged.</source>
        <translation>DICOM 文件元信息已损坏。</translation>
    </message>
    <message>
        <source>The JPEG picture is cut short.</source>
        <translation>JPEG 图片不完整。</translation>
    </message>
    <message>
        <source>The JPEG picture is damaged and cannot be decoded.</source>
        <translation>JPEG 图片已损坏，无法解码。</translation>
    </message>
    <message>
        <source>The JPEG picture is damaged: it gives no size.</source>
        <translation>JPEG 图片已损坏：没有尺寸信息。</translation>
    </message>
    <message>
        <source>The PDF cannot be opened.</source>
        <translation>无法打开 PDF。</translation>
    </message>
    <message>
        <source>The PDF has no page.</source>
        <translation>PDF 没有页面。</translation>
    </message>
    <message>
        <source>The PDF has no such page.</source>
        <translation>PDF 没有这一页。</translation>
    </message>
    <message>
        <source>The PDF is cut short.</source>
        <translation>PDF 不完整。</translation>
    </message>
    <message>
        <source>The PDF is locked by a password.</source>
        <translation>PDF 受密码保护。</translation>
    </message>
    <message>
        <source>The PNG picture is cut short.</source>
        <translation>PNG 图片不完整。</translation>
    </message>
    <message>
        <source>The PNG picture is damaged and cannot be decoded.</source>
        <translation>PNG 图片已损坏，无法解码。</translation>
    </message>
    <message>
        <source>The PNG picture is damaged.</source>
        <translation>PNG 图片已损坏。</translation>
    </message>
    <message>
        <source>The RLE frame is damaged or holds more pixels than Rows and Columns say.</source>
        <translation>RLE 帧已损坏，或像素多于 Rows 和 Columns 所示。</translation>
    </message>
    <message>
        <source>The RLE frame is smaller than its picture can be.</source>
        <translation>RLE 帧小于其图像应有的大小。</translation>
    </message>
    <message>
        <source>The TIFF picture is damaged and cannot be decoded.</source>
        <translation>TIFF 图片已损坏，无法解码。</translation>
    </message>
    <message>
        <source>The TIFF picture is damaged.</source>
        <translation>TIFF 图片已损坏。</translation>
    </message>
    <message>
        <source>The brightest luminance must lie above the darkest, and both above 0.</source>
        <translation>最亮亮度必须高于最暗亮度，且两者都大于 0。</translation>
    </message>
    <message>
        <source>The code stream gives no picture size.</source>
        <translation>码流没有给出图像尺寸。</translation>
    </message>
    <message>
        <source>The compressed picture does not end as it should: part may be missing.</source>
        <translation>压缩图像未正常结束：可能缺少一部分。</translation>
    </message>
    <message>
        <source>The compressed picture&apos;s own size is damaged; the header&apos;s is used.</source>
        <translation>压缩图像自身的尺寸已损坏；使用文件头的尺寸。</translation>
    </message>
    <message>
        <source>The compressed pixel data are damaged: no code stream is found.</source>
        <translation>压缩像素数据已损坏：未找到码流。</translation>
    </message>
    <message>
        <source>The data set is encoded otherwise than the file states; read as it is.</source>
        <translation>数据集的编码与文件声明不符；按实际情况读取。</translation>
    </message>
    <message>
        <source>The decoder crashed on this file.</source>
        <translation>解码器在此文件上崩溃。</translation>
    </message>
    <message>
        <source>The deflated data set is damaged and cannot be unpacked.</source>
        <translation>压缩（deflate）数据集已损坏，无法解压。</translation>
    </message>
    <message>
        <source>The deflated data set unpacks to more than 128 MB: refused.</source>
        <translation>压缩（deflate）数据集解压后超过 128 MB:已拒绝。</translation>
    </message>
    <message>
        <source>The deflated frame is damaged.</source>
        <translation>压缩（deflate）帧已损坏。</translation>
    </message>
    <message>
        <source>The display shutter would leave nothing visible and was left out.</source>
        <translation>显示遮光器会遮住全部内容，已忽略。</translation>
    </message>
    <message>
        <source>The displayed area is malformed; the whole film is shown.</source>
        <translation>显示区域格式有误；将显示整幅影像。</translation>
    </message>
    <message>
        <source>The file does not begin as a DICOM file should; its data set was found.</source>
        <translation>文件开头不符合 DICOM 文件格式；已找到其数据集。</translation>
    </message>
    <message>
        <source>The file does not say how its Pixel Spacing was calibrated.</source>
        <translation>文件未说明其 Pixel Spacing 如何校准。</translation>
    </message>
    <message>
        <source>The file does not state its transfer syntax; it was worked out.</source>
        <translation>文件未声明传输语法；已推断得出。</translation>
    </message>
    <message>
        <source>The file ends before its data set begins.</source>
        <translation>文件在数据集开始之前就结束了。</translation>
    </message>
    <message>
        <source>The file holds no DICOM attributes.</source>
        <translation>文件不含 DICOM 属性。</translation>
    </message>
    <message>
        <source>The file holds no pixel data.</source>
        <translation>文件不含像素数据。</translation>
    </message>
    <message>
        <source>The file is cut short: it ends before its pixel data.</source>
        <translation>文件不完整：在像素数据之前就结束了。</translation>
    </message>
    <message>
        <source>The file&apos;s header: a modality that is no projection radiograph, another body part than the chest, a lateral view, a film that lies turned or mirrored, a sequence of frames.</source>
        <translation>文件头：非投影 X 线的设备类型、非胸部的部位、侧位、旋转或镜像的影像、多帧序列。</translation>
    </message>
    <message>
        <source>The presentation state asks for pixels that are not square; the film&apos;s own are kept.</source>
        <translation>呈现状态要求非正方形像素；保留影像自身的像素形状。</translation>
    </message>
    <message>
        <source>The file is cut short: the pixel data are not whole.</source>
        <translation>文件不完整：像素数据不全。</translation>
    </message>
    <message>
        <source>&amp;Score the film as offered</source>
        <translation>按建议评分(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Watch a folder …</source>
        <translation>监视文件夹(&amp;W)…</translation>
    </message>
    <message>
        <source>4 classes with lung opacity: macro AUC</source>
        <translation>含肺部阴影的 4 类：宏平均 AUC</translation>
    </message>
    <message>
        <source>4 classes: COVID-19 sensitivity at 95 % specificity</source>
        <translation>4 类：特异度 95 % 时 COVID-19 的灵敏度</translation>
    </message>
    <message>
        <source>A {0} of the file is malformed or empty and was left out.</source>
        <translation>文件的一个 {0} 格式错误或为空，已忽略。</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>AUROC for inverted greys, cross-validated</source>
        <translation>反相灰度的 AUROC（交叉验证）</translation>
    </message>
    <message>
        <source>AUROC for lateral views, cross-validated</source>
        <translation>侧位片的 AUROC（交叉验证）</translation>
    </message>
    <message>
        <source>AUROC for turned films, cross-validated</source>
        <translation>旋转影像的 AUROC（交叉验证）</translation>
    </message>
    <message>
        <source>AUROC for what is no chest, cross-validated</source>
        <translation>非胸部影像的 AUROC（交叉验证）</translation>
    </message>
    <message>
        <source>Bits Allocated is {0}: it must be 1, 8, 16 or 32.</source>
        <translation>Bits Allocated 为 {0}：必须是 1、8、16 或 32。</translation>
    </message>
    <message>
        <source>Brier</source>
        <translation>Brier</translation>
    </message>
    <message>
        <source>CC BY 3.0</source>
        <translation>CC BY 3.0</translation>
    </message>
    <message>
        <source>CC BY 4.0</source>
        <translation>CC BY 4.0</translation>
    </message>
    <message>
        <source>COVID-19 against other places&apos; adults without it: AUC</source>
        <translation>COVID-19 与其他机构无 COVID-19 的成人：AUC</translation>
    </message>
    <message>
        <source>COVID-19 against the rest of the place: AUC</source>
        <translation>COVID-19 与同机构其余影像：AUC</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>校准误差</translation>
    </message>
    <message>
        <source>Diagnosis, or ruling a disease out: a film that is not flagged is still to be read.</source>
        <translation>诊断或排除疾病：未标记的影像仍须阅片。</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Findings that are not in its list: it says nothing of nodules, fractures, a pneumothorax or tubes.</source>
        <translation>列表之外的征象：对结节、骨折、气胸或导管一概不作判断。</translation>
    </message>
    <message>
        <source>Frame {0} is missing: the header says {1} frames, the file holds {2}.</source>
        <translation>缺少第 {0} 帧：文件头称有 {1} 帧，文件含 {2} 帧。</translation>
    </message>
    <message>
        <source>From {0} to {1}: {2} files.</source>
        <translation>从 {0} 到 {1}：{2} 个文件。</translation>
    </message>
    <message>
        <source>Hospitals and devices unlike those it learned from, before its thresholds have been checked on films of that place.</source>
        <translation>与其学习来源不同的医院和设备，且尚未用当地影像核对阈值。</translation>
    </message>
    <message>
        <source>JSRT: research and education</source>
        <translation>JSRT：研究与教学</translation>
    </message>
    <message>
        <source>Lateral views, CT slices, photographs of films, other body parts.</source>
        <translation>侧位片、CT 层面、翻拍照片、其他身体部位。</translation>
    </message>
    <message>
        <source>Laterality and Image Laterality contradict each other: check the side.</source>
        <translation>Laterality 与 Image Laterality 相互矛盾：请核对左右侧。</translation>
    </message>
    <message>
        <source>Line {0} does not say which study it is about.</source>
        <translation>第 {0} 行未说明所属检查。</translation>
    </message>
    <message>
        <source>Line {0} is not a level from 0 to 255 and a luminance.</source>
        <translation>第 {0} 行不是 0 到 255 的级别和亮度。</translation>
    </message>
    <message>
        <source>Line {0} names a finding that the model does not have.</source>
        <translation>第 {0} 行的征象不在模型之列。</translation>
    </message>
    <message>
        <source>Line {0}: {1} is neither yes nor no.</source>
        <translation>第 {0} 行：{1} 既非是也非否。</translation>
    </message>
    <message>
        <source>Made on the film {0}.</source>
        <translation>依据{0}后的影像得出。</translation>
    </message>
    <message>
        <source>Model {0} {1}, SHA-256 {2}.</source>
        <translation>模型 {0} {1}，SHA-256 {2}。</translation>
    </message>
    <message>
        <source>NPV</source>
        <translation>阴性预测值</translation>
    </message>
    <message>
        <source>No document in this object: {0}.</source>
        <translation>此对象中没有文档：{0}。</translation>
    </message>
    <message>
        <source>No picture in this object: {0}.</source>
        <translation>此对象中没有图像：{0}。</translation>
    </message>
    <message>
        <source>No picture: a film&apos;s header ({0}) without pixel data.</source>
        <translation>没有图像：只有影像文件头（{0}），没有像素数据。</translation>
    </message>
    <message>
        <source>Normal / Pneumonia, Kermany: AUC</source>
        <translation>正常 / 肺炎，Kermany：AUC</translation>
    </message>
    <message>
        <source>Normal / Pneumonia, Kermany: accuracy</source>
        <translation>正常 / 肺炎，Kermany：准确率</translation>
    </message>
    <message>
        <source>Normal / Pneumonia, Kermany: recall</source>
        <translation>正常 / 肺炎，Kermany：召回率</translation>
    </message>
    <message>
        <source>Normal / Viral / COVID-19: accuracy</source>
        <translation>正常 / 病毒性 / COVID-19：准确率</translation>
    </message>
    <message>
        <source>Not a film: this is {0}.</source>
        <translation>不是影像：这是 {0}。</translation>
    </message>
    <message>
        <source>Not a greyscale presentation state: {0}.</source>
        <translation>不是灰度呈现状态：{0}。</translation>
    </message>
    <message>
        <source>Not scored: a sequence of {0} frames, not a single film.</source>
        <translation>未评分：{0} 帧的序列，而非单幅影像。</translation>
    </message>
    <message>
        <source>Not scored: by its header the film is turned or mirrored: its right edge is {0}, its lower edge {1}.</source>
        <translation>未评分：文件头表明影像被旋转或镜像：右缘为 {0}，下缘为 {1}。</translation>
    </message>
    <message>
        <source>Not scored: modality {0}, not a projection radiograph.</source>
        <translation>未评分：设备类型 {0}，不是投影 X 线影像。</translation>
    </message>
    <message>
        <source>Not scored: no two lungs side by side; turned, cut off, or no frontal chest film?</source>
        <translation>未评分：没有并排的两肺；是否旋转、被裁切，或不是正位胸片？</translation>
    </message>
    <message>
        <source>Not scored: the file says body part {0}, not chest.</source>
        <translation>未评分：文件称部位为 {0}，不是胸部。</translation>
    </message>
    <message>
        <source>Not scored: {0} × {1} pixels are too few (at least {2}).</source>
        <translation>未评分：{0} × {1} 像素太少（至少 {2}）。</translation>
    </message>
    <message>
        <source>Open &amp;samples</source>
        <translation>打开示例(&amp;S)</translation>
    </message>
    <message>
        <source>Overlay {0} is malformed and was left out.</source>
        <translation>叠加层 {0} 格式错误，已忽略。</translation>
    </message>
    <message>
        <source>Overlay {0} lies outside the film and was left out.</source>
        <translation>叠加层 {0} 位于影像之外，已忽略。</translation>
    </message>
    <message>
        <source>P(normal) against other places&apos; abnormal: AUC</source>
        <translation>P(正常) 与其他机构的异常：AUC</translation>
    </message>
    <message>
        <source>PPV</source>
        <translation>阳性预测值</translation>
    </message>
    <message>
        <source>PR AUC</source>
        <translation>PR AUC</translation>
    </message>
    <message>
        <source>Pa&amp;use opening</source>
        <translation>暂停打开(&amp;U)</translation>
    </message>
    <message>
        <source>Photometric Interpretation is missing or unknown; taken as {0}.</source>
        <translation>Photometric Interpretation 缺失或未知；按 {0} 处理。</translation>
    </message>
    <message>
        <source>Pictures of {0} channels cannot be shown.</source>
        <translation>无法显示 {0} 通道的图像。</translation>
    </message>
    <message>
        <source>Pictures of {0} samples a pixel cannot be shown.</source>
        <translation>无法显示每像素 {0} 个采样的图像。</translation>
    </message>
    <message>
        <source>Pixel Spacing is larger than at the detector: check lengths.</source>
        <translation>Pixel Spacing 大于探测器处的间距：请核对长度。</translation>
    </message>
    <message>
        <source>Pixels are not square: {0} to {1}.</source>
        <translation>像素不是正方形：{0} 比 {1}。</translation>
    </message>
    <message>
        <source>Presentation LUT Shape is INVERSE on MONOCHROME2: shown inverted.</source>
        <translation>MONOCHROME2 的 Presentation LUT Shape 为 INVERSE：反相显示。</translation>
    </message>
    <message>
        <source>Presentation LUT Shape is unknown and was left out.</source>
        <translation>Presentation LUT Shape 未知，已忽略。</translation>
    </message>
    <message>
        <source>RSNA 2018 challenge: research and education</source>
        <translation>RSNA 2018 竞赛：研究与教学</translation>
    </message>
    <message>
        <source>Reading took longer than {0} s and was stopped.</source>
        <translation>读取超过 {0} 秒，已停止。</translation>
    </message>
    <message>
        <source>Sensitivity {0} on the films of calibration; longest wait: {1}.</source>
        <translation>校准影像上的灵敏度 {0}；最长等待：{1}。</translation>
    </message>
    <message>
        <source>Sorting frontal chest films by how soon they should be read, on the reader&apos;s own workstation: in research and in engineering, beside a radiologist who reads every film.</source>
        <translation>在阅片者自己的工作站上，按应阅片的先后对正位胸片排序：用于研究和工程，且由放射科医生阅读每一幅影像。</translation>
    </message>
    <message>
        <source>Stop watc&amp;hing</source>
        <translation>停止监视(&amp;H)</translation>
    </message>
    <message>
        <source>Text is burned into the picture (Burned In Annotation).</source>
        <translation>图像中烧录有文字 (Burned In Annotation)。</translation>
    </message>
    <message>
        <source>The Modality LUT is for values of at most 16 bits and was left out.</source>
        <translation>Modality LUT 仅适用于不超过 16 位的值，已忽略。</translation>
    </message>
    <message>
        <source>The RLE frame holds one byte a sample, not what Bits Allocated says.</source>
        <translation>RLE 帧每个采样一个字节，与 Bits Allocated 不符。</translation>
    </message>
    <message>
        <source>The RLE frame holds {0} of {1} bytes.</source>
        <translation>RLE 帧含 {1} 字节中的 {0} 字节。</translation>
    </message>
    <message>
        <source>The code stream holds {0} bits a sample, the header {1}.</source>
        <translation>码流每采样 {0} 位，文件头为 {1} 位。</translation>
    </message>
    <message>
        <source>The compressed picture claims {0} x {1} pixels: refused as too large.</source>
        <translation>压缩图像声称 {0} x {1} 像素：过大，已拒绝。</translation>
    </message>
    <message>
        <source>The compressed picture has more bits than Bits Stored: one may be wrong.</source>
        <translation>压缩图像的位数多于 Bits Stored：其中之一可能有误。</translation>
    </message>
    <message>
        <source>The encapsulated document is no PDF but of type {0}.</source>
        <translation>封装的文档不是 PDF，而是 {0} 类型。</translation>
    </message>
    <message>
        <source>The file cannot be read: {0}.</source>
        <translation>无法读取文件：{0}。</translation>
    </message>
    <message>
        <source>The file cannot be written: {0}.</source>
        <translation>无法写入文件：{0}。</translation>
    </message>
    <message>
        <source>The file could not be read: {0}.</source>
        <translation>未能读取文件：{0}。</translation>
    </message>
    <message>
        <source>The file is damaged in an unforeseen way ({0}).</source>
        <translation>文件以未预见的方式损坏（{0}）。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>The file is larger than 1 GB and was not read.</source>
        <translation>文件大于 1 GB,未读取。</translation>
    </message>
    <message>
        <source>The file is not a PNG, JPEG or TIFF picture.</source>
        <translation>文件不是 PNG、JPEG 或 TIFF 图片。</translation>
    </message>
    <message>
        <source>The file is not there any more, or the link leads nowhere.</source>
        <translation>文件已不存在，或链接无效。</translation>
    </message>
    <message>
        <source>The file needs more memory than there is.</source>
        <translation>文件所需内存超过可用内存。</translation>
    </message>
    <message>
        <source>The film could not be written again unchanged; nothing was written.</source>
        <translation>影像无法原样重新写入；未写入任何内容。</translation>
    </message>
    <message>
        <source>The frame holds {0} of {1} bytes.</source>
        <translation>该帧含 {1} 字节中的 {0} 字节。</translation>
    </message>
    <message>
        <source>The header claims {0} x {1} pixels: refused as too large.</source>
        <translation>文件头声称 {0} x {1} 像素：过大，已拒绝。</translation>
    </message>
    <message>
        <source>The header does not say how many rows and columns the picture has.</source>
        <translation>文件头没有说明图像的行数和列数。</translation>
    </message>
    <message>
        <source>The header says {0} frames, the file holds fewer.</source>
        <translation>文件头称有 {0} 帧，文件中更少。</translation>
    </message>
    <message>
        <source>The header says {0} frames, the file holds {1}.</source>
        <translation>文件头称有 {0} 帧，文件含 {1} 帧。</translation>
    </message>
    <message>
        <source>The header says {0} samples a pixel, the code stream holds {1}.</source>
        <translation>文件头称每像素 {0} 个采样，码流含 {1} 个。</translation>
    </message>
    <message>
        <source>The header says {0} x {1} pixels, the picture has {2} x {3}; it is shown whole.</source>
        <translation>文件头称 {0} x {1} 像素，图像为 {2} x {3}；完整显示。</translation>
    </message>
    <message>
        <source>The kept thresholds belong to another file of {theirs}: they are not used. Set the sensitivity again for this one.</source>
        <translation>保存的阈值属于 {theirs} 的另一文件：未被使用。请为此文件重新设置灵敏度。</translation>
    </message>
    <message>
        <source>The kept thresholds belong to {theirs}, not to {ours}: they are not used. Set the sensitivity again for this model.</source>
        <translation>保存的阈值属于 {theirs}，而非 {ours}：未被使用。请为此模型重新设置灵敏度。</translation>
    </message>
    <message>
        <source>The kept thresholds cannot be read: set the sensitivity again.</source>
        <translation>无法读取保存的阈值：请重新设置灵敏度。</translation>
    </message>
    <message>
        <source>The lungs are cut off at the edge of the film: of what lies beyond nothing is said.</source>
        <translation>肺部在影像边缘被截断：对边缘以外的部分不作判断。</translation>
    </message>
    <message>
        <source>The media directory names this file, but it is not there.</source>
        <translation>介质目录中有此文件，但文件不存在。</translation>
    </message>
    <message>
        <source>The model runs on</source>
        <translation>模型运行于</translation>
    </message>
    <message>
        <source>The next films of the worklist and priors are read ahead into it.</source>
        <translation>工作列表中的后续影像和既往影像会预读到其中。</translation>
    </message>
    <message>
        <source>The offset table of the pixel data is missing.</source>
        <translation>缺少像素数据的偏移表。</translation>
    </message>
    <message>
        <source>The offset table of the pixel data is wrong; the frame was found without it.</source>
        <translation>像素数据的偏移表有误；未用它也找到了该帧。</translation>
    </message>
    <message>
        <source>The patient is to be isolated before the next contact.</source>
        <translation>患者在下次接触前应予隔离。</translation>
    </message>
    <message>
        <source>The picture claims {0} x {1} pixels: refused as too large.</source>
        <translation>图像声称 {0} x {1} 像素：过大，已拒绝。</translation>
    </message>
    <message>
        <source>The picture has no pixels.</source>
        <translation>图片没有像素。</translation>
    </message>
    <message>
        <source>The picture has palette colours but no palette that can be read.</source>
        <translation>图像使用调色板颜色，但没有可读取的调色板。</translation>
    </message>
    <message>
        <source>The picture is too large.</source>
        <translation>图片过大。</translation>
    </message>
    <message>
        <source>The picture&apos;s transparency was left out.</source>
        <translation>已忽略图片的透明度。</translation>
    </message>
    <message>
        <source>The pixel data are not whole: {0} of {1} bytes are there.</source>
        <translation>像素数据不完整：{1} 字节中只有 {0} 字节。</translation>
    </message>
    <message>
        <source>The pixel data claim more bytes than the file has.</source>
        <translation>像素数据声称的字节数多于文件所有。</translation>
    </message>
    <message>
        <source>The pixel data do not end as they should.</source>
        <translation>像素数据未正常结束。</translation>
    </message>
    <message>
        <source>The pixel data hold no frame.</source>
        <translation>像素数据中没有帧。</translation>
    </message>
    <message>
        <source>The pixels are a video, which is not shown.</source>
        <translation>像素为视频，不予显示。</translation>
    </message>
    <message>
        <source>The pixels are floating point numbers, which are not shown.</source>
        <translation>像素为浮点数，不予显示。</translation>
    </message>
    <message>
        <source>The pixels are kept on a server (JPIP) and are not fetched.</source>
        <translation>像素保存在服务器上（JPIP），不予获取。</translation>
    </message>
    <message>
        <source>The pixels are labelled {0} but are not compressed.</source>
        <translation>像素标为 {0}，但未压缩。</translation>
    </message>
    <message>
        <source>The pixels are labelled {0} but are {1}; read as that.</source>
        <translation>像素标为 {0}，实为 {1}；按后者读取。</translation>
    </message>
    <message>
        <source>The pixels: fewer than 128 a side, too long and narrow, a colour picture, blank or almost without grey levels.</source>
        <translation>像素：边长不足 128、过于狭长、彩色图像、空白或几乎没有灰阶。</translation>
    </message>
    <message>
        <source>The presentation state has too many annotations; the first 2000 are drawn.</source>
        <translation>呈现状态的标注过多；只绘制前 2000 个。</translation>
    </message>
    <message>
        <source>The presentation state refers to no image.</source>
        <translation>呈现状态未引用任何图像。</translation>
    </message>
    <message>
        <source>The presentation state&apos;s shutter covers all.</source>
        <translation>呈现状态的遮挡覆盖了全部影像。</translation>
    </message>
    <message>
        <source>The process that reads files could not be started.</source>
        <translation>无法启动读取文件的进程。</translation>
    </message>
    <message>
        <source>The radiographic magnification is invalid; it is not used for measuring.</source>
        <translation>放射放大率无效；不用于测量。</translation>
    </message>
    <message>
        <source>The report is longer than {0} lines; the rest is left out.</source>
        <translation>报告超过 {0} 行；其余部分省略。</translation>
    </message>
    <message>
        <source>The report is nested too deeply; what lies deeper is left out.</source>
        <translation>报告嵌套过深；更深的内容已省略。</translation>
    </message>
    <message>
        <source>The room must be darker than the screen.</source>
        <translation>房间必须比屏幕暗。</translation>
    </message>
    <message>
        <source>You have no permission to write to the store: ask for it, or name another one in the preferences or with --store.</source>
        <translation>您没有写入存储的权限：请申请权限，或在首选项中或用 --store 指定另一个存储。</translation>
    </message>
    <message>
        <source>The store&apos;s disc is full. What was stored is kept: free some space and go on.</source>
        <translation>存储所在磁盘已满。已存内容保留：请腾出空间后继续。</translation>
    </message>
    <message>
        <source>The stored window leaves almost nothing visible; an automatic one is shown.</source>
        <translation>存储的窗几乎不显示任何内容；已改用自动窗。</translation>
    </message>
    <message>
        <source>The stored window leaves little visible: choose the automatic one.</source>
        <translation>存储的窗几乎不显示内容：请选择自动窗。</translation>
    </message>
    <message>
        <source>The table cannot be read: {0}.</source>
        <translation>无法读取表格：{0}。</translation>
    </message>
    <message>
        <source>The table is damaged at line {0}.</source>
        <translation>表格在第 {0} 行损坏。</translation>
    </message>
    <message>
        <source>The table is larger than 64 MB.</source>
        <translation>表格超过 64 MB。</translation>
    </message>
    <message>
        <source>The transfer syntax is not known: the pixels cannot be read.</source>
        <translation>传输语法未知：无法读取像素。</translation>
    </message>
    <message>
        <source>The zip claims to unpack to {0} GB, more than {1} times its size: refused as a decompression bomb.</source>
        <translation>zip 声称解压后为 {0} GB，超过其大小的 {1} 倍：视为解压炸弹，已拒绝。</translation>
    </message>
    <message>
        <source>The zip holds no files.</source>
        <translation>zip 中没有文件。</translation>
    </message>
    <message>
        <source>The zip is damaged or incomplete.</source>
        <translation>zip 已损坏或不完整。</translation>
    </message>
    <message>
        <source>The {0} display shutter is malformed and was left out.</source>
        <translation>显示遮光器（{0}）格式错误，已忽略。</translation>
    </message>
    <message>
        <source>The {0} frame is damaged and cannot be decoded.</source>
        <translation>{0} 帧已损坏，无法解码。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>There are more frames than the header says; the first is shown.</source>
        <translation>帧数多于文件头所示；显示第一帧。</translation>
    </message>
    <message>
        <source>There are more pixel data than the header accounts for.</source>
        <translation>像素数据多于文件头所示。</translation>
    </message>
    <message>
        <source>There is a file of that name already; nothing was written.</source>
        <translation>已有同名文件；未写入任何内容。</translation>
    </message>
    <message>
        <source>There is no frame {0}: the file holds one picture.</source>
        <translation>没有第 {0} 帧：文件只有一幅图像。</translation>
    </message>
    <message>
        <source>There is no frame {0}: the file holds {1}.</source>
        <translation>没有第 {0} 帧：文件含 {1} 帧。</translation>
    </message>
    <message>
        <source>There is no low-risk lane: no share of positive studies is allowed into it.</source>
        <translation>没有低风险通道：不允许任何阳性检查进入。</translation>
    </message>
    <message>
        <source>There is no low-risk lane: the model&apos;s card has no scores of calibration films to certify it with. &quot;hilum-train evaluate MODEL --split val --into-card&quot; writes them into it.</source>
        <translation>没有低风险通道：模型卡没有用于认证的校准片子得分。&quot;hilum-train evaluate MODEL --split val --into-card&quot; 可将其写入。</translation>
    </message>
    <message>
        <source>There is no low-risk lane: the positive films of {units} patients of calibration are too few to certify {risk}; {needed} patients would be enough, or {allowed} allowed.</source>
        <translation>没有低风险通道：{units} 名校准患者的阳性片子太少，不足以认证 {risk}；{needed} 名患者即可，或允许 {allowed}。</translation>
    </message>
    <message>
        <source>There is no low-risk lane: this model has no finding that speaks for the whole film.</source>
        <translation>没有低风险通道：此模型没有代表整张片子的所见。</translation>
    </message>
    <message>
        <source>There is no store in this place.</source>
        <translation>此处没有存储。</translation>
    </message>
    <message>
        <source>These stored values need more than the 16 bits of a PNG.</source>
        <translation>这些存储值超出 PNG 的 16 位。</translation>
    </message>
    <message>
        <source>This database belongs to another program: a store needs one of its own.</source>
        <translation>此数据库属于另一程序：存储需要自己的数据库。</translation>
    </message>
    <message>
        <source>This device&apos;s films are unlike those this model learned from: findings are at most uncertain.</source>
        <translation>此设备的影像与模型学习所用的影像不同：征象最多为不确定。</translation>
    </message>
    <message>
        <source>This file is a picture; only DICOM files have attributes.</source>
        <translation>此文件是图片；只有 DICOM 文件有属性。</translation>
    </message>
    <message>
        <source>This film&apos;s kept measurements are damaged and were set aside: {0}.</source>
        <translation>此影像保存的测量已损坏，已另存：{0}。</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>这是文件夹，不是文件。</translation>
    </message>
    <message>
        <source>This is an opened film&apos;s own file; it is never overwritten.</source>
        <translation>这是已打开影像的原文件；绝不会被覆盖。</translation>
    </message>
    <message>
        <source>This part of the zip is damaged.</source>
        <translation>zip 的这一部分已损坏。</translation>
    </message>
    <message>
        <source>This store was written by a newer Hilum: use that one, or another store.</source>
        <translation>此存储由更新版本的 Hilum 写入：请使用该版本或另一存储。</translation>
    </message>
    <message>
        <source>Thorax proposed by the lung model: check it</source>
        <translation>胸廓由肺模型建议：请核对</translation>
    </message>
    <message>
        <source>Thumbnails of this patient</source>
        <translation>该患者的缩略图</translation>
    </message>
    <message>
        <source>To be followed up within days; it must not be lost.</source>
        <translation>数日内随访；不可遗漏。</translation>
    </message>
    <message>
        <source>Treatment is to begin within hours.</source>
        <translation>应在数小时内开始治疗。</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>Turned as the picture&apos;s Exif orientation says.</source>
        <translation>已按图片的 Exif 方向旋转。</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Unlike the films this model learned from: findings are at most uncertain.</source>
        <translation>与模型学习所用的影像不同：征象最多为不确定。</translation>
    </message>
    <message>
        <source>Unpacks to more than it claims and was stopped.</source>
        <translation>解压后大于声明的大小，已停止。</translation>
    </message>
    <message>
        <source>Unpacks to {0} GB, which is too large.</source>
        <translation>解压后为 {0} GB，过大。</translation>
    </message>
    <message>
        <source>Unprocessed detector data (For Processing): not meant for reading.</source>
        <translation>未处理的探测器数据（For Processing）：不用于阅片。</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>VOI LUT Function is unknown; LINEAR is used.</source>
        <translation>VOI LUT Function 未知；使用 LINEAR。</translation>
    </message>
    <message>
        <source>View</source>
        <translation>体位</translation>
    </message>
    <message>
        <source>Viral pneumonia</source>
        <translation>病毒性肺炎</translation>
    </message>
    <message>
        <source>Watch the same folder again at the next start</source>
        <translation>下次启动时继续监视同一文件夹</translation>
    </message>
    <message>
        <source>What another model has assessed is assessed again; thresholds belong to one model.</source>
        <translation>由其他模型评估过的影像将重新评估；阈值只属于一个模型。</translation>
    </message>
    <message>
        <source>What was copied is larger than this film and was not pasted.</source>
        <translation>复制的内容大于该影像，未粘贴。</translation>
    </message>
    <message>
        <source>Whatever is fastest</source>
        <translation>最快的设备</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
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
        <source>Window Center and Window Width do not pair up; only pairs are offered.</source>
        <translation>Window Center 与 Window Width 不成对；只提供成对的值。</translation>
    </message>
    <message>
        <source>Window of a region</source>
        <translation>区域窗宽窗位</translation>
    </message>
    <message>
        <source>Window {0} / {1} of the file is invalid and was left out.</source>
        <translation>文件的窗 {0} / {1} 无效，已忽略。</translation>
    </message>
    <message>
        <source>With Ctrl the wheel does the other one.</source>
        <translation>按住 Ctrl 时滚轮执行另一功能。</translation>
    </message>
    <message>
        <source>You have no permission to read this.</source>
        <translation>您没有读取此内容的权限。</translation>
    </message>
    <message>
        <source>Your identifier</source>
        <translation>您的标识</translation>
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
        <source>a 7-Zip archive; unpack it first</source>
        <translation>7-Zip 压缩包，请先解压</translation>
    </message>
    <message>
        <source>a BMP picture, which is not read</source>
        <translation>BMP 图片，不支持读取</translation>
    </message>
    <message>
        <source>a GIF picture, which is not read</source>
        <translation>GIF 图片，不支持读取</translation>
    </message>
    <message>
        <source>a Git LFS pointer: the file itself was never downloaded</source>
        <translation>Git LFS 指针：文件本身从未下载</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>a RAR archive; unpack it first</source>
        <translation>RAR 压缩包，请先解压</translation>
    </message>
    <message>
        <source>a WebP, audio or video file, which is not read</source>
        <translation>WebP、音频或视频文件，不支持读取</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>ZIP 压缩包</translation>
    </message>
    <message>
        <source>a bzip2 archive; unpack it first</source>
        <translation>bzip2 压缩包，请先解压</translation>
    </message>
    <message>
        <source>a gzip archive; unpack it first</source>
        <translation>gzip 压缩包，请先解压</translation>
    </message>
    <message>
        <source>a tar archive; unpack it first</source>
        <translation>tar 归档，请先解包</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>adults only, COVID-19 against the rest: AUC</source>
        <translation>仅成人，COVID-19 与其余：AUC</translation>
    </message>
    <message>
        <source>an empty ZIP archive</source>
        <translation>空的 ZIP 压缩包</translation>
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
        <source>bacterial against viral, children: AUC</source>
        <translation>细菌性与病毒性，儿童：AUC</translation>
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
        <source>calibrated by the reader</source>
        <translation>由阅片者校准</translation>
    </message>
    <message>
        <source>calibration error (15 bins)</source>
        <translation>校准误差（15 组）</translation>
    </message>
    <message>
        <source>calibration error (15 bins): likeliest class</source>
        <translation>校准误差（15 组）：最可能的类别</translation>
    </message>
    <message>
        <source>command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>conformal coverage at 90 %</source>
        <translation>90 % 水平的共形覆盖率</translation>
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
        <source>each film its own, many non-commercial</source>
        <translation>每幅影像各异，多数为非商业</translation>
    </message>
    <message>
        <source>end of the second arm</source>
        <translation>第二条边的端点</translation>
    </message>
    <message>
        <source>end of this end plate</source>
        <translation>该终板的终点</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>experiment (SHA-256)</source>
        <translation>实验（SHA-256）</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>中</translation>
    </message>
    <message>
        <source>films</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>films by finding</source>
        <translation>各征象的影像</translation>
    </message>
    <message>
        <source>five findings: macro AUC</source>
        <translation>五种征象：宏平均 AUC</translation>
    </message>
    <message>
        <source>form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>free, with attribution to the NIH Clinical Center</source>
        <translation>免费，须注明 NIH Clinical Center</translation>
    </message>
    <message>
        <source>frontal</source>
        <translation>正位</translation>
    </message>
    <message>
        <source>gate: wrong refusals</source>
        <translation>把关：误拒</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>heat-map mass in the lungs, true positives: median</source>
        <translation>热图落在肺内的比例，真阳性：中位数</translation>
    </message>
    <message>
        <source>its end</source>
        <translation>其终点</translation>
    </message>
    <message>
        <source>its other border</source>
        <translation>心脏另一侧边缘</translation>
    </message>
    <message>
        <source>largest difference from PyTorch</source>
        <translation>与 PyTorch 的最大差异</translation>
    </message>
    <message>
        <source>largest difference from the mean of the networks</source>
        <translation>与各网络均值的最大差异</translation>
    </message>
    <message>
        <source>lateral</source>
        <translation>侧位</translation>
    </message>
    <message>
        <source>libraries</source>
        <translation>库</translation>
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
        <source>lower end of the midline</source>
        <translation>中线下端</translation>
    </message>
    <message>
        <source>lung</source>
        <translation>肺</translation>
    </message>
    <message>
        <source>lungs blanked out: COVID-19 AUC</source>
        <translation>遮去肺部：COVID-19 的 AUC</translation>
    </message>
    <message>
        <source>m</source>
        <translation>个月</translation>
    </message>
    <message>
        <source>macro AUC</source>
        <translation>宏平均 AUC</translation>
    </message>
    <message>
        <source>macro AUC lost, validation</source>
        <translation>损失的宏平均 AUC，验证</translation>
    </message>
    <message>
        <source>macro AUC, validation</source>
        <translation>宏平均 AUC，验证</translation>
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
        <source>megabytes</source>
        <translation>兆字节</translation>
    </message>
    <message>
        <source>members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>milliseconds a film</source>
        <translation>每幅影像毫秒数</translation>
    </message>
    <message>
        <source>mirrored left to right</source>
        <translation>左右镜像</translation>
    </message>
    <message>
        <source>next corner</source>
        <translation>下一个顶点</translation>
    </message>
    <message>
        <source>next corner; a double click closes</source>
        <translation>下一个顶点；双击闭合</translation>
    </message>
    <message>
        <source>no chest</source>
        <translation>非胸部</translation>
    </message>
    <message>
        <source>nominal scanned</source>
        <translation>标称扫描</translation>
    </message>
    <message>
        <source>normal against opacity within it: AUC</source>
        <translation>同机构内正常与阴影：AUC</translation>
    </message>
    <message>
        <source>normals called normal</source>
        <translation>正常被判为正常</translation>
    </message>
    <message>
        <source>normals called normal, by source</source>
        <translation>正常被判为正常（按来源）</translation>
    </message>
    <message>
        <source>not stated for each film</source>
        <translation>未逐幅说明</translation>
    </message>
    <message>
        <source>one border of the heart</source>
        <translation>心脏一侧边缘</translation>
    </message>
    <message>
        <source>other side of the inner thorax</source>
        <translation>胸廓内缘另一侧</translation>
    </message>
    <message>
        <source>pan</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>部分完成</translation>
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
        <source>refused by the gate</source>
        <translation>被把关拒绝</translation>
    </message>
    <message>
        <source>region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>same day</source>
        <translation>同一天</translation>
    </message>
    <message>
        <source>sensitivity of the operating points</source>
        <translation>工作点的灵敏度</translation>
    </message>
    <message>
        <source>start of the other end plate</source>
        <translation>另一终板的起点</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>the film looks turned or upside down; turn it upright.</source>
        <translation>影像似乎被旋转或倒置；请转正。</translation>
    </message>
    <message>
        <source>the greys look inverted; check the polarity.</source>
        <translation>灰度似乎反相；请检查极性。</translation>
    </message>
    <message>
        <source>this does not look like a chest film.</source>
        <translation>看起来不像胸片。</translation>
    </message>
    <message>
        <source>this looks like a lateral view; the model knows frontal films only.</source>
        <translation>看起来是侧位片；模型只认识正位片。</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>turned</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>turned 90° to the left</source>
        <translation>向左旋转 90°</translation>
    </message>
    <message>
        <source>turned 90° to the right</source>
        <translation>向右旋转 90°</translation>
    </message>
    <message>
        <source>turned by 180°</source>
        <translation>旋转 180°</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>未审核</translation>
    </message>
    <message>
        <source>upper end of the midline</source>
        <translation>中线上端</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已审核</translation>
    </message>
    <message>
        <source>vertex</source>
        <translation>角顶点</translation>
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
        <source>with its greys inverted</source>
        <translation>灰度反转</translation>
    </message>
    <message>
        <source>wrong refusals, validation</source>
        <translation>误拒，验证</translation>
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
    <message>
        <source>Play or stop</source>
        <translation>播放或停止</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>Another film has this SOP Instance UID: are the marks its own?</source>
        <translation>另一幅影像具有此 SOP Instance UID：标记是否属于本片？</translation>
    </message>
    <message>
        <source>1 presentation state</source>
        <translation>1 个呈现状态</translation>
    </message>
    <message>
        <source>{count} presentation states</source>
        <translation>{count} 个呈现状态</translation>
    </message>
    <message>
        <source>Drag a film here</source>
        <translation>将影像拖到此处</translation>
    </message>
    <message>
        <source>no area: the outline crosses itself</source>
        <translation>无面积：轮廓自相交</translation>
    </message>
    <message>
        <source>area {area} pixels</source>
        <translation>面积 {area} 像素</translation>
    </message>
    <message>
        <source>area {area} ({provenance})</source>
        <translation>面积 {area}（{provenance}）</translation>
    </message>
    <message>
        <source>no pixels of the film inside</source>
        <translation>其中没有影像像素</translation>
    </message>
    <message>
        <source>mean {mean}  SD {sd}</source>
        <translation>均值 {mean}  标准差 {sd}</translation>
    </message>
    <message>
        <source>min {low}  max {high}</source>
        <translation>最小 {low}  最大 {high}</translation>
    </message>
    <message>
        <source>luminance: {values}</source>
        <translation>亮度：{values}</translation>
    </message>
    <message>
        <source>Cobb {angle}°</source>
        <translation>Cobb {angle}°</translation>
    </message>
    <message>
        <source>heart {heart}, thorax {thorax}</source>
        <translation>心脏 {heart}，胸廓 {thorax}</translation>
    </message>
    <message>
        <source>CTR {ratio}</source>
        <translation>心胸比 {ratio}</translation>
    </message>
    <message>
        <source>Histogram, {count} pixels</source>
        <translation>直方图，{count} 像素</translation>
    </message>
    <message>
        <source>Line profile</source>
        <translation>线剖面</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 至 {high}</translation>
    </message>
    <message>
        <source>True length, e.g. 25 mm or 2.5 cm</source>
        <translation>实际长度，例如 25 mm 或 2.5 cm</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>KEY IMAGE</source>
        <translation>关键图像</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>{years} y</source>
        <translation>{years} 年</translation>
    </message>
    <message>
        <source>{months} mo</source>
        <translation>{months} 个月</translation>
    </message>
    <message>
        <source>Prior, {words}</source>
        <translation>既往，{words}</translation>
    </message>
    <message>
        <source>{words} earlier</source>
        <translation>早 {words}</translation>
    </message>
    <message>
        <source>Films of this patient</source>
        <translation>该患者的影像</translation>
    </message>
    <message>
        <source>Reader and model</source>
        <translation>医生与模型</translation>
    </message>
    <message>
        <source>Differences between reader and model</source>
        <translation>医生与模型的差异</translation>
    </message>
    <message>
        <source>Rows that could not be used</source>
        <translation>无法使用的行</translation>
    </message>
    <message>
        <source>{count} rows could not be used:</source>
        <translation>{count} 行无法使用：</translation>
    </message>
    <message>
        <source>{finding}: {agree} of {all} studies agree, {model} only the model, {reader} only the reader.</source>
        <translation>{finding}：{all} 次检查中 {agree} 次一致，仅模型 {model} 次，仅医生 {reader} 次。</translation>
    </message>
    <message>
        <source>Verdicts on studies that this list does not have: {count}.</source>
        <translation>涉及本列表没有的检查的判断：{count}。</translation>
    </message>
    <message>
        <source>No verdict is on a study of this list.</source>
        <translation>没有判断涉及本列表的检查。</translation>
    </message>
    <message>
        <source>Order and lanes</source>
        <translation>顺序与通道</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>Longest wait in minutes</source>
        <translation>最长等待（分钟）</translation>
    </message>
    <message>
        <source>A film that has waited for so long comes next, behind pinned and STAT ones.</source>
        <translation>等待如此之久的片子排在下一位，位于置顶和 STAT 之后。</translation>
    </message>
    <message>
        <source>No low-risk lane</source>
        <translation>无低风险通道</translation>
    </message>
    <message>
        <source>Allowed share of positive studies in the low-risk lane</source>
        <translation>低风险通道中允许的阳性检查比例</translation>
    </message>
    <message>
        <source>Reading a film takes</source>
        <translation>阅一张片需</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>阅片医生</translation>
    </message>
    <message>
        <source>Waiting times before and after</source>
        <translation>之前与之后的等待时间</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>最长等待</translation>
    </message>
    <message>
        <source>Positive studies in the low-risk lane, at most</source>
        <translation>低风险通道中的阳性检查，最多</translation>
    </message>
    <message>
        <source>What it would do to this list</source>
        <translation>对本列表的影响</translation>
    </message>
    <message>
        <source>What weighs how much</source>
        <translation>各项权重</translation>
    </message>
    <message>
        <source>The list is empty: there is nothing to simulate.</source>
        <translation>列表为空：没有可模拟的内容。</translation>
    </message>
    <message>
        <source>All films</source>
        <translation>全部片子</translation>
    </message>
    <message>
        <source>Missed (simulated)</source>
        <translation>漏诊（模拟）</translation>
    </message>
    <message>
        <source>Before: first come, first read. Missed: positive films below their threshold, as many as the model&apos;s sensitivity and your prevalence let expect, drawn 200 times; their longest wait holds in 19 of 20 draws.</source>
        <translation>之前：先到先阅。漏诊：低于阈值的阳性片子，数量按模型灵敏度和您的患病率预期，抽取 200 次；其最长等待在 20 次中的 19 次成立。</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>导出列表</translation>
    </message>
    <message>
        <source>The last {hours} hours</source>
        <translation>最近 {hours} 小时</translation>
    </message>
    <message>
        <source>Shift summary</source>
        <translation>班次小结</translation>
    </message>
    <message>
        <source>Films that came or were read in:</source>
        <translation>到达或已阅的胶片，时间范围：</translation>
    </message>
    <message>
        <source>All films of the list</source>
        <translation>列表中的所有胶片</translation>
    </message>
    <message>
        <source>Compare with reports</source>
        <translation>与报告比较</translation>
    </message>
    <message>
        <source>Document: {title}</source>
        <translation>文档：{title}</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>{state}: {reader}, {when}</source>
        <translation>{state}：{reader}，{when}</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>已置顶</translation>
    </message>
    <message>
        <source>STAT</source>
        <translation>STAT</translation>
    </message>
    <message>
        <source>The store cannot be opened: its folder is not there, or you may not write to it.</source>
        <translation>无法打开存储：其文件夹不存在，或您没有写入权限。</translation>
    </message>
    <message>
        <source>The store could not be read or written: try again, or use another store.</source>
        <translation>存储无法读写：请重试，或使用另一个存储。</translation>
    </message>
    <message>
        <source>The store&apos;s database does not answer: is its server running, and its address right?</source>
        <translation>存储的数据库没有响应：其服务器是否在运行，地址是否正确？</translation>
    </message>
    <message>
        <source>The store&apos;s disc fails, or is gone. What was stored is kept: try again when it is back.</source>
        <translation>存储所在磁盘故障或不存在。已存内容保留：请待其恢复后重试。</translation>
    </message>
    <message>
        <source>The store&apos;s file is damaged, or is no store: put a copy of it back, or move it away, and a new one is made.</source>
        <translation>存储文件已损坏，或不是存储：请放回其副本，或将其移走，届时会新建一个。</translation>
    </message>
    <message>
        <source>The store&apos;s file is no longer in its place: nothing is stored until it is back.</source>
        <translation>存储文件已不在原处：在其恢复之前不会保存任何内容。</translation>
    </message>
    <message>
        <source>Waited long</source>
        <translation>等待已久</translation>
    </message>
    <message>
        <source>Key image</source>
        <translation>关键图像</translation>
    </message>
    <message>
        <source>Free rotation: only quarter turns are saved.</source>
        <translation>自由旋转：只保存 90° 的旋转。</translation>
    </message>
    <message>
        <source>Raised local contrast is not saved.</source>
        <translation>不保存局部对比度增强。</translation>
    </message>
    <message>
        <source>Save presentation state</source>
        <translation>保存呈现状态</translation>
    </message>
    <message>
        <source>Measurements and annotations</source>
        <translation>测量与标注</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>The file names the patient, as the film does; what you write here is kept in it.</source>
        <translation>此文件与影像一样含有患者姓名；您在此写的内容也会保存在其中。</translation>
    </message>
    <message>
        <source>without a label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>Presentation state {label}: not for this frame</source>
        <translation>呈现状态 {label}：不适用于此帧</translation>
    </message>
    <message>
        <source>Presentation state {label}, changed since</source>
        <translation>呈现状态 {label}，之后有改动</translation>
    </message>
    <message>
        <source>Presentation state {label}</source>
        <translation>呈现状态 {label}</translation>
    </message>
    <message>
        <source>Presentation state</source>
        <translation>呈现状态</translation>
    </message>
    <message>
        <source>Presentation state that cannot be used: {reason}</source>
        <translation>无法使用的呈现状态：{reason}</translation>
    </message>
    <message>
        <source>Presentation state {label}: its film is not open</source>
        <translation>呈现状态 {label}：其影像未打开</translation>
    </message>
    <message>
        <source>Presentation state {label}, for {here} of its {wanted} films: the others are not open</source>
        <translation>呈现状态 {label}，适用于其 {wanted} 张影像中的 {here} 张：其余未打开</translation>
    </message>
    <message>
        <source>Presentation state {label}: choose it on its film</source>
        <translation>呈现状态 {label}：请在其影像上选择</translation>
    </message>
    <message>
        <source>None was opened for this film</source>
        <translation>未打开适用于此影像的呈现状态</translation>
    </message>
    <message>
        <source>As stored</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>Graphic layers</source>
        <translation>图形层</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>无名称</translation>
    </message>
    <message>
        <source>Writing {name} …</source>
        <translation>正在写入 {name} …</translation>
    </message>
    <message>
        <source>GSDF, measured</source>
        <translation>GSDF，实测</translation>
    </message>
    <message>
        <source>GSDF, assumed</source>
        <translation>GSDF，假定</translation>
    </message>
    <message>
        <source>{words}: {low} to {high} cd/m², contrast within {error}</source>
        <translation>{words}：{low} 至 {high} cd/m²，对比度误差 {error} 以内</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Pages of the PDF</source>
        <translation>PDF 页面</translation>
    </message>
    <message>
        <source>Not shown while identities are hidden: a PDF can name people on any page.</source>
        <translation>隐藏身份信息时不显示：PDF 的任何一页都可能含有姓名。</translation>
    </message>
    <message>
        <source>Find in the document</source>
        <translation>在文档中查找</translation>
    </message>
    <message>
        <source>What was written freely can still name a person.</source>
        <translation>自由文本仍可能含有姓名。</translation>
    </message>
    <message>
        <source>The film that is meant is not in the worklist.</source>
        <translation>所指影像不在工作列表中。</translation>
    </message>
    <message>
        <source>Page {page}/{count}</source>
        <translation>第 {page}/{count} 页</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>找到 {count} 处</translation>
    </message>
    <message>
        <source>Enter finds</source>
        <translation>按回车查找</translation>
    </message>
    <message>
        <source>Display calibration</source>
        <translation>显示器校准</translation>
    </message>
    <message>
        <source>Show films through the display function (GSDF) here</source>
        <translation>在此通过显示函数 (GSDF) 显示影像</translation>
    </message>
    <message>
        <source>Assume a display of gamma 2.2</source>
        <translation>假定显示器伽马值为 2.2</translation>
    </message>
    <message>
        <source>Measured: driving level, cd/m² on each line</source>
        <translation>实测：每行为驱动等级、cd/m²</translation>
    </message>
    <message>
        <source>Darkest</source>
        <translation>最暗</translation>
    </message>
    <message>
        <source>Brightest</source>
        <translation>最亮</translation>
    </message>
    <message>
        <source>Light of the room on it</source>
        <translation>屏幕反射的环境光</translation>
    </message>
    <message>
        <source>Measured luminances</source>
        <translation>实测亮度</translation>
    </message>
    <message>
        <source>Read a CSV file …</source>
        <translation>读取 CSV 文件 …</translation>
    </message>
    <message>
        <source>Test pattern</source>
        <translation>测试图</translation>
    </message>
    <message>
        <source>Screen: {name}</source>
        <translation>屏幕：{name}</translation>
    </message>
    <message>
        <source>Steps of grey are uneven by up to {before} without and {after} with the display function; for reading {allowed} is allowed (TG18).</source>
        <translation>灰阶步长不均匀度：不用显示函数最大 {before}，使用后 {after}；阅片允许 {allowed}（TG18）。</translation>
    </message>
    <message>
        <source>This file cannot be read as a table.</source>
        <translation>无法将此文件读作表格。</translation>
    </message>
    <message>
        <source>Line {line} is not a level from 0 to 255 and a luminance.</source>
        <translation>第 {line} 行不是 0 至 255 的等级加亮度。</translation>
    </message>
    <message>
        <source>Driving level {level}</source>
        <translation>驱动等级 {level}</translation>
    </message>
    <message>
        <source>without display function</source>
        <translation>不使用显示函数</translation>
    </message>
    <message>
        <source>Space: with and without · ← →: fields for a luminance meter · Esc: close</source>
        <translation>空格：启用与停用 · ← →：供亮度计测量的色块 · Esc：关闭</translation>
    </message>
    <message>
        <source>Not while identities are hidden: a PDF can name people on any page.</source>
        <translation>隐藏身份信息时不可：PDF 的任何一页都可能含有姓名。</translation>
    </message>
    <message>
        <source>Copied, as it stands.</source>
        <translation>已原样复制。</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Export the PDF, with all its names</source>
        <translation>导出 PDF（含其中所有姓名）</translation>
    </message>
    <message>
        <source>Printing …</source>
        <translation>正在打印 …</translation>
    </message>
    <message>
        <source>Self-test passed at an earlier start.</source>
        <translation>自检已在之前的启动中通过。</translation>
    </message>
    <message>
        <source>Self-test failed ({reason}): do not rely on the scores. Install Hilum or the model again.</source>
        <translation>自检失败（{reason}）：请勿依赖评分。请重新安装 Hilum 或模型。</translation>
    </message>
    <message>
        <source>Self-test passed: {films} phantom films on {device}, as when the model was made.</source>
        <translation>自检通过：{films} 张体模片在 {device} 上的结果与模型制作时一致。</translation>
    </message>
    <message>
        <source>{folder} cannot be written to: settings, measurements and the list are kept in {other}.</source>
        <translation>无法写入 {folder}：设置、测量和列表保存在 {other}。</translation>
    </message>
    <message>
        <source>Your settings could not be read. They were set aside as {name} in {folder}, and Hilum starts with its own: set keys, screens and calibrations anew, or put a copy of settings.json back while Hilum is closed.</source>
        <translation>无法读取您的设置。原文件已另存为 {folder} 中的 {name}，Hilum 以默认设置启动：请重新设置按键、屏幕和校准，或在 Hilum 关闭时放回 settings.json 的副本。</translation>
    </message>
    <message>
        <source>Another Hilum, on {machine}, uses the same settings and does not answer: the one that is closed last keeps its own.</source>
        <translation>{machine} 上的另一个 Hilum 使用相同的设置且没有响应：最后关闭的窗口的设置会被保留。</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未阅</translation>
    </message>
    <message>
        <source>You are reading since {time}</source>
        <translation>您自 {time} 起阅片</translation>
    </message>
    <message>
        <source>It may be taken over.</source>
        <translation>可以接手。</translation>
    </message>
    <message>
        <source>Read by {reader}, {time}</source>
        <translation>{reader} 已阅，{time}</translation>
    </message>
    <message>
        <source>Second look asked for by {reader}, {time}</source>
        <translation>{reader} 请求复阅，{time}</translation>
    </message>
    <message>
        <source>Read blindly: say what you see, then commit.</source>
        <translation>盲阅：先说明您所见，然后提交。</translation>
    </message>
    <message>
        <source>Reading of this study</source>
        <translation>此检查的阅片</translation>
    </message>
    <message>
        <source>Notes on this study</source>
        <translation>此检查的附注</translation>
    </message>
    <message>
        <source>What you do is kept in the window, and stored when the store can be used again.</source>
        <translation>您的操作保留在窗口中，存储恢复可用后再写入。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>附注</translation>
    </message>
    <message>
        <source>What do you see?</source>
        <translation>您看到什么？</translation>
    </message>
    <message>
        <source>The model&apos;s findings are shown. Commit again to end the read.</source>
        <translation>模型的征象已显示。再次提交以结束阅片。</translation>
    </message>
    <message>
        <source>All studies of the list are read, or being read.</source>
        <translation>列表中的检查均已阅或正在阅片。</translation>
    </message>
    <message>
        <source>Being read by {reader} since {time}.</source>
        <translation>{reader} 自 {time} 起正在阅片。</translation>
    </message>
    <message>
        <source>Findings hidden</source>
        <translation>征象已隐藏</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>In no lane</source>
        <translation>不在任何通道</translation>
    </message>
    <message>
        <source>Not scored</source>
        <translation>未评分</translation>
    </message>
    <message>
        <source>Nothing to read</source>
        <translation>无需阅片</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>正在安装</translation>
    </message>
    <message>
        <source>Install from a folder …</source>
        <translation>从文件夹安装…</translation>
    </message>
    <message>
        <source>Install from wheels …</source>
        <translation>从 wheel 文件安装…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Copy the line</source>
        <translation>复制此命令</translation>
    </message>
    <message>
        <source>With an NVIDIA card the model runs faster. The GPU pack adds what it needs to your own folder, about 2 GB, from wheels that can be fetched on another machine; no network is used here.</source>
        <translation>使用 NVIDIA 显卡时模型运行更快。GPU 包从 wheel 文件将所需内容（约 2 GB）添加到您自己的文件夹；这些文件可在另一台机器上下载，此处不使用网络。</translation>
    </message>
    <message>
        <source>To fetch the pack, type where there is a network:</source>
        <translation>要下载该包，请在有网络的机器上输入：</translation>
    </message>
    <message>
        <source>GPU pack: {names}</source>
        <translation>GPU 包：{names}</translation>
    </message>
    <message>
        <source>No GPU pack is installed.</source>
        <translation>未安装 GPU 包。</translation>
    </message>
    <message>
        <source>Delete the GPU pack?</source>
        <translation>删除 GPU 包？</translation>
    </message>
    <message>
        <source>Stopped; the pack is as it was.</source>
        <translation>已停止；GPU 包保持原样。</translation>
    </message>
    <message>
        <source>{number} wheels installed. Start Hilum again to use them.</source>
        <translation>已安装 {number} 个 wheel 文件。请重新启动 Hilum 以使用它们。</translation>
    </message>
    <message>
        <source>The GPU pack is deleted. Start Hilum again to do without it.</source>
        <translation>GPU 包已删除。请重新启动 Hilum 以停用它。</translation>
    </message>
    <message>
        <source>The GPU pack could not be changed: {reason}.</source>
        <translation>无法更改 GPU 包：{reason}。</translation>
    </message>
    <message>
        <source>Settings were not kept ({reason}): make room in {folder}, or ask for the right to write there.</source>
        <translation>设置未保存（{reason}）：请在 {folder} 中腾出空间，或申请该处的写入权限。</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>停止监视</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>监视文件夹</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>某文件夹</translation>
    </message>
    <message>
        <source>{folder} is not there: waiting for it</source>
        <translation>{folder} 不存在：正在等待</translation>
    </message>
    <message>
        <source>Watching {folder}</source>
        <translation>正在监视 {folder}</translation>
    </message>
    <message>
        <source>{count} being written</source>
        <translation>{count} 个正在写入</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} 个等待中</translation>
    </message>
    <message>
        <source>{names} cannot be read: some words stay English. Install Hilum again.</source>
        <translation>无法读取 {names}：部分文字将保持英文。请重新安装 Hilum。</translation>
    </message>
    <message>
        <source>Windows of the file</source>
        <translation>文件的窗</translation>
    </message>
    <message>
        <source>The file has none</source>
        <translation>文件中没有窗</translation>
    </message>
    <message>
        <source>Unread: came after {reader} had read the study, {time}</source>
        <translation>未阅：在 {reader} 于 {time} 阅完该检查之后到达</translation>
    </message>
    <message>
        <source>This study was begun and not ended.</source>
        <translation>该检查已开始阅片但未完成。</translation>
    </message>
    <message>
        <source>No other unread film is shown; {count} wait that the filter or the search leaves out.</source>
        <translation>没有显示其他未阅胶片；另有 {count} 张被筛选或搜索排除的胶片在等待。</translation>
    </message>
    <message>
        <source>A copy of {name}.</source>
        <translation>{name} 的副本。</translation>
    </message>
    <message>
        <source>Has the SOP Instance UID of {name}, but not its content.</source>
        <translation>与 {name} 的 SOP Instance UID 相同，但内容不同。</translation>
    </message>
    <message>
        <source>{reader} has gone on with this study: nothing was taken back.</source>
        <translation>{reader} 已继续处理该检查：未撤回任何内容。</translation>
    </message>
</context>
</TS>
