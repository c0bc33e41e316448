import { env } from 'vscode'

/**
 * What the client says of its own, beside the manifest's titles (package.nls*.json) and the server's messages.
 * Not vscode.l10n: that takes the source strings for the default language and would show Chinese in an English VS Code.
 */
const messages = {
  offer: { zh: '按计划公文校核？', en: 'Check as a plan document?' },
  offerName: { zh: '要点：校核提示', en: 'Yaodian: offer to check' },
  offerTooltip: {
    zh: '此文本像是工作要点、责任清单、实施方案一类的计划公文。点击选择是否校核。',
    en: 'This text reads like a Chinese plan document. Click to choose whether to check it.',
  },
  offerLabel: {
    zh: '此文本像是计划公文，按回车选择是否校核',
    en: 'This text reads like a plan document. Press Enter to choose whether to check it',
  },
  choose: { zh: '此文本像是计划公文，怎样处理？', en: 'This text reads like a plan document. What should be done?' },
  accept: { zh: '按计划公文校核', en: 'Check as a plan document' },
  acceptDetail: {
    zh: '显示大纲，检查序号、责任单位、用词和标点；在此工作区记住此文件',
    en: 'Outline, numbering, owners, wording and punctuation; remembered for this file in this workspace',
  },
  decline: { zh: '此文件不是计划公文', en: 'Not this file' },
  declineDetail: { zh: '在此工作区不再对此文件提示', en: 'Do not offer it for this file again in this workspace' },
  never: { zh: '不再提示', en: 'Never offer' },
  neverDetail: {
    zh: '关闭设置“yaodian.offerPlainText”',
    en: 'Turns the setting “yaodian.offerPlainText” off',
  },
  nowhere: { zh: '这一条不能再移动、升降或插入。', en: 'There is nowhere for this item to go.' },
  numbersRight: { zh: '序号都对，没有要改的。', en: 'Every number is right.' },
  stylesRight: { zh: '序号都是规范写法。', en: 'Every ordinal is in its standard form.' },
  chooseForm: { zh: '这一层的序号改成哪种写法？', en: 'How should the ordinals of this level be written?' },
  noOtherForm: { zh: '这里没有可以换写法的序号。', en: 'There is no ordinal here that can be written otherwise.' },
  ordinalChanges: { zh: '序号', en: 'Ordinals' },
  referenceFollows: { zh: '引用', en: 'References' },
  styleChanges: { zh: '序号写法', en: 'Forms of ordinals' },
  previewHint: { zh: '打勾的才会改，看好后点“应用”', en: 'What is ticked will change; look, then choose Apply' },
  converting: { zh: '正在查看各文件的序号…', en: 'Looking at the ordinals of each file…' },
  ownersView: { zh: '责任单位', en: 'Owners' },
  ownersDocument: { zh: '{0} 项任务，{1} 项未落实', en: '{0} tasks, {1} without owner' },
  ownersWorkspace: {
    zh: '{2} 份文档，{0} 项任务，{1} 项未落实',
    en: '{2} documents, {0} tasks, {1} without owner',
  },
  ownersFiltered: { zh: '筛选：{0}', en: 'Filter: {0}' },
  ownersBadge: { zh: '{0} 项没有落实责任单位', en: '{0} tasks without an owner' },
  leadSupport: { zh: '牵头 {0} · 配合 {1}', en: 'lead {0} · support {1}' },
  countOnly: { zh: '{0} 项', en: '{0}' },
  overdue: { zh: '已过期', en: 'past' },
  roleLead: { zh: '牵头', en: 'lead' },
  roleSupport: { zh: '配合', en: 'support' },
  roleNone: { zh: '未落实', en: 'nobody' },
  filterPrompt: {
    zh: '单位名称里的字，或拼音首字母；留空则不筛选',
    en: 'Characters of a unit’s name, or the first letters of its pinyin; empty shows all',
  },
  exportFormat: { zh: '导出成什么格式？', en: 'In which format?' },
  exportXlsx: { zh: 'Excel 工作簿（.xlsx）', en: 'Excel workbook (.xlsx)' },
  exportDocx: { zh: 'Word 文档（.docx）', en: 'Word document (.docx)' },
  exportCsv: { zh: 'CSV 表格（.csv）', en: 'CSV (.csv)' },
  exportMd: { zh: 'Markdown（.md）', en: 'Markdown (.md)' },
  exportBy: { zh: '怎样分列？', en: 'How is it to be ordered?' },
  exportByItem: { zh: '按条目，一张表', en: 'By item, one list' },
  exportByUnit: { zh: '按单位，每个单位一张表', en: 'A list for each unit' },
  exportByDeadline: { zh: '按时限，每个时限一张表', en: 'A list for each deadline' },
  exportWhat: { zh: '导出哪些任务？', en: 'Which tasks?' },
  exportDocument: { zh: '当前文档', en: 'Of this document' },
  exportWorkspace: { zh: '工作区里的全部文档', en: 'Of every document of the workspace' },
  exporting: { zh: '正在生成责任清单…', en: 'Writing the list…' },
  saved: { zh: '已导出：{0}', en: 'Written: {0}' },
  saveOpen: { zh: '打开', en: 'Open' },
  saveFailed: { zh: '没有写成：{0}', en: 'It was not written: {0}' },
  noOwners: { zh: '文档里没有责任单位，没有清单可导出。', en: 'No owners are named: there is no list to write.' },
  language: { zh: 'zh-CN', en: 'en' },
  checkTitle: { zh: '发文前检查', en: 'Check Before Issue' },
  checking: { zh: '正在检查…', en: 'Checking…' },
  checkChanged: {
    zh: '文稿刚改过，已重新检查，请再点一次。',
    en: 'The document had just changed; it was checked anew. Please choose again.',
  },
  adjustPrompt: { zh: '这条规则报告的问题算作什么？', en: 'What is a finding of this rule?' },
  severityError: { zh: '错误', en: 'Error' },
  severityErrorDetail: { zh: '必须改', en: 'Must be mended' },
  severityWarning: { zh: '警告', en: 'Warning' },
  severityWarningDetail: { zh: '多半要改', en: 'Mostly to be mended' },
  severityInformation: { zh: '提示', en: 'Information' },
  severityInformationDetail: { zh: '请再看一眼，不影响印发', en: 'Worth a look; the document may be issued' },
  severityHint: { zh: '参考', en: 'Hint' },
  severityHintDetail: { zh: '只在编辑器里轻轻标出', en: 'Marked faintly in the editor' },
  severityOff: { zh: '不检查', en: 'Off' },
  severityOffDetail: { zh: '不再报告', en: 'Never reported' },
  profileName: { zh: '要点：文稿阶段', en: 'Yaodian: stage of the document' },
  profileLabel: { zh: '文稿阶段：{0}。按回车更换', en: 'Stage of the document: {0}. Press Enter to change it' },
  profileTooltip: {
    zh: '文稿到了哪一步，决定查哪些项目。点击更换，写在 {0}',
    en: 'How far the document is decides what is checked. Click to change it; it is written to {0}',
  },
  profilePrompt: { zh: '文稿到了哪一步？写入 {0}', en: 'How far is the document? Written to {0}' },
  draft: { zh: '起草', en: 'Draft' },
  draftDetail: { zh: '边写边查：结构、序号和有把握的错字', en: 'While writing: structure, numbering, certain words' },
  review: { zh: '送审', en: 'Review' },
  reviewDetail: { zh: '责任单位、时限、用语、标点都查', en: 'Owners, deadlines, wording and punctuation, too' },
  issue: { zh: '印发', en: 'Issue' },
  issueDetail: {
    zh: '全部都查；占位符、过期的时限、缺责任单位算错误',
    en: 'Everything; placeholders, past dates and missing owners are errors',
  },
  profileNowhere: {
    zh: '先把文稿存到文件夹里，才有地方写阶段。',
    en: 'Save the document in a folder first: the stage is written beside it.',
  },
  nothingCertain: { zh: '没有可以直接改正的错误。', en: 'There is no mistake that can be fixed without asking.' },
  noServer: {
    zh: '要点的语言服务没有启动：{0}',
    en: 'The language server of Yaodian did not start: {0}',
  },
} as const

/** A message in the language that VS Code shows: Chinese where that is Chinese, else English. */
export function message(key: keyof typeof messages, ...args: readonly string[]): string {
  const text = messages[key][env.language.startsWith('zh') ? 'zh' : 'en']
  return text.replace(/\{(\d)\}/g, (_, i) => args[Number(i)] ?? '')
}
