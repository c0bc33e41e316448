// How large what is installed is.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const mb = (bytes) => (bytes / 1e6).toFixed(1)

export default {
  name: 'package',
  title: '安装包',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'yaodian-bench-'))
    try {
      const vsix = join(folder, 'yaodian.vsix')
      const args = ['--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository', '--out', vsix]
      execFileSync('npx', ['vsce', 'package', ...args], { stdio: 'ignore' })
      const size = statSync(vsix).size
      const phrases = ['phrases', 'context'].reduce((sum, name) => sum + statSync(`dist/${name}.bin.gz`).size, 0)
      const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder])
      const [{ size: cli }] = JSON.parse(packed)
      return {
        tables: [
          {
            head: ['MB', '大小', '其中用语统计'],
            rows: [
              ['`.vsix`', mb(size), mb(phrases)],
              ['`npm pack`', mb(cli), mb(phrases)],
            ],
          },
        ],
        goals: [
          {
            what: '`.vsix`',
            goal: '≤ 12 MB',
            is: mb(size),
            holds: size <= 12e6,
            value: size / 1e6,
            beside: [{ name: '其中用语统计', value: phrases / 1e6 }],
          },
        ],
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
