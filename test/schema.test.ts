import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
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
