import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { rules } from '../server/src/rules/index.ts'
import { problemsIn } from './configured.ts'

const schema = JSON.parse(readFileSync('server/schema/yaodian.schema.json', 'utf8'))
const problems = (config: object) => problemsIn(JSON.stringify(config))

describe('the schema of yaodian.json', () => {
  it('has the keys that are read, and no other', () => {
    for (const key of Object.keys(schema.properties))
      assert.ok(
        !problems({ [key]: null })
          .join()
          .includes('is not known'),
        key,
      )
    assert.deepEqual(problems({ colour: 1 }), ['«"colour"» “colour” is not known'])
  })

  it('has the values that are read', () => {
    for (const key of ['owners', 'profile', 'sensitivity'])
      for (const value of schema.properties[key].enum) assert.deepEqual(problems({ [key]: value }), [])
    for (const [
      id,
      {
        anyOf: [{ enum: severities }],
      },
    ] of Object.entries<{ anyOf: [{ enum: string[] }] }>(schema.properties.rules.properties))
      for (const severity of severities) assert.deepEqual(problems({ rules: { [id]: severity } }), [])
  })

  it('has what may be another for some files, what is built on, and where and when', () => {
    const { properties } = schema.properties.overrides.items
    const full = { files: ['附件/**'], owners: 'auto', profile: 'draft', sensitivity: 'low', year: 2026 }
    const lists = { region: '浙江省', rules: { typo: 'off' }, words: ['数智赋能'], banned: { 打造: '建设' } }
    assert.deepEqual(Object.keys(properties).sort(), Object.keys({ ...full, ...lists }).sort())
    assert.deepEqual(problems({ overrides: [{ ...full, ...lists }], extends: '..' }), [])
    assert.deepEqual(problems({ extends: ['a.json'], region: ['浙江省', '杭州市'], year: 2026, leaders: 'a.csv' }), [])
    const { minimum, maximum } = schema.properties.year
    for (const year of [minimum, maximum]) assert.deepEqual(problems({ year }), [])
    for (const year of [minimum - 1, maximum + 1, '2026', 2026.5]) assert.equal(problems({ year }).length, 1)
    const [, list] = schema.properties.leaders.anyOf
    assert.deepEqual(Object.keys(list.items.properties).sort(), ['name', 'post'])
    assert.deepEqual(problems({ leaders: [{ name: '张某三', post: ['书记', '主任'] }] }), [])
  })

  it('has the options of rules as they are read', () => {
    for (const { id, options = [] } of rules) {
      const { properties } = schema.properties.rules.properties[id].anyOf[1]
      assert.deepEqual(Object.keys(properties), ['severity', ...options.map(({ name }) => name)])
      for (const { name, default: usual } of options) {
        assert.deepEqual(problems({ rules: { [id]: { severity: 'hint', [name]: usual } } }), [])
        assert.equal(problems({ rules: { [id]: { [name]: null } } }).length, 1)
      }
    }
  })

  it('says all that changes what is found: the settings of VS Code concern the editor alone', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'))
    const editors = ['offerPlainText', 'structuralKeys', 'inlayHints.path', 'trace.server']
    assert.deepEqual(
      Object.keys(contributes.configuration.properties),
      editors.map((name) => `yaodian.${name}`),
    )
  })

  it('has what a banned word may have', () => {
    const list = schema.properties.banned.anyOf.find(({ type }: { type: string }) => type === 'array')
    const full = { word: '打造', use: '建设', note: '用词从实', severity: 'error' }
    assert.deepEqual(Object.keys(list.items.anyOf[1].properties).sort(), Object.keys(full).sort())
    assert.deepEqual(problems({ banned: [full, '赋能'] }), [])
    assert.deepEqual(problems({ banned: { 打造: '建设' } }), [])
    assert.deepEqual(problems({ banned: 'banned.csv', words: 'words.txt' }), [])
    assert.deepEqual(problems({ words: ['数智赋能'] }), [])
  })

  it('has what a unit may have', () => {
    const [, list] = schema.properties.units.anyOf
    const [, unit] = list.items.anyOf
    const full = { name: '甲', short: ['乙'], former: [{ name: '丙', until: 2018 }], parent: '丁', collective: false }
    assert.deepEqual(Object.keys(unit.properties).sort(), Object.keys(full).sort())
    assert.deepEqual(problems({ units: [full, '戊'] }), [])
  })
})
