import { becomes, closeAll, openWithFindings, planName } from './editor.ts'
import { hasPage, see } from './page.ts'

/** The stretches of one colour that a line of the editor falls into. */
const stretches = async (line: string) =>
  (await see(`.view-line:has-text("${line}") > span > span`)).map(({ text }) => text.replaceAll('\u00a0', ' '))

if (hasPage)
  describe('colours', () => {
    after(closeAll)

    it('tell headings, deadlines, labels and units apart', async () => {
      await openWithFindings(planName)
      await becomes(
        () => stretches('开展入户调查'),
        [
          '（一）开展入户调查',
          '。对2000年以前建成的小区逐栋登记，',
          '6月30日前',
          '形成问题台账。（',
          '责任单位：',
          '市住房城乡建设局',
          '，',
          '各区人民政府',
          '）',
        ],
      )
    })
  })
