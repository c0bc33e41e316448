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
