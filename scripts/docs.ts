// Writes the rules' pages, their index, the README's table and the schema of yaodian.json from the rules. `--check` only says what is stale.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { configSchema } from '../server/src/report/config-schema.ts'
import { checklistTable, pageName, rulePage, ruleTable } from '../server/src/report/rule-page.ts'
import { rules } from '../server/src/rules/index.ts'

const folder = 'docs/rules'
const schemaPath = 'server/schema/yaodian.schema.json'

/** Every file that is written from the rules, with what it should say. */
export function pages(): ReadonlyMap<string, string> {
  const own = rules.map((rule) => [join(folder, pageName(rule.id)), rulePage(rule)] as const)
  const index = `# 规则\n\n${ruleTable(rules, '')}\n`
  const readme = readFileSync('README.md', 'utf8').replace(
    /(<!-- rules -->\n)[\s\S]*?(<!-- \/rules -->)/,
    (_, open: string, close: string) => `${open}${checklistTable(rules, `${folder}/`)}\n${close}`,
  )
  const schema = `${JSON.stringify(configSchema(rules), null, 2)}\n`
  return new Map([...own, [join(folder, 'README.md'), index], ['README.md', readme], [schemaPath, schema]])
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
  for (const needed of [folder, dirname(schemaPath)]) mkdirSync(needed, { recursive: true })
  for (const [path, text] of wanted) writeFileSync(path, text)
}
