// Writes the rules' pages, their index and the README's table from the rules. `--check` only says what is stale.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pageName, rulePage, ruleTable } from '../server/src/report/rule-page.ts'
import { rules } from '../server/src/rules/index.ts'

const folder = 'docs/rules'

/** Every file that is written from the rules, with what it should say. */
export function pages(): ReadonlyMap<string, string> {
  const own = rules.map((rule) => [join(folder, pageName(rule.id)), rulePage(rule)] as const)
  const index = `# 规则\n\n${ruleTable(rules, '')}\n`
  const readme = readFileSync('README.md', 'utf8').replace(
    /(<!-- rules -->\n)[\s\S]*?(<!-- \/rules -->)/,
    (_, open: string, close: string) => `${open}${ruleTable(rules, `${folder}/`)}\n${close}`,
  )
  return new Map([...own, [join(folder, 'README.md'), index], ['README.md', readme]])
}

/** Files that are not what the rules say, pages of rules that are no more among them. */
export function stale(): readonly string[] {
  const wanted = pages()
  const gone = readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => !wanted.has(path))
  const changed = [...wanted].filter(([path, text]) => read(path) !== text).map(([path]) => path)
  return [...gone, ...changed]
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

export function write(): void {
  const wanted = pages()
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [path, text] of wanted) writeFileSync(path, text)
}
