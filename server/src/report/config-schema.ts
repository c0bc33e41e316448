import { ownerHabits, sensitivities } from '../lint/config.ts'
import { isOneOf } from '../lint/json.ts'
import type { Message } from '../lint/message.ts'
import type { Option } from '../lint/option.ts'
import { profiles } from '../lint/profile.ts'
import { listNames, overridable } from '../lint/read-config.ts'
import type { Rule } from '../lint/rule.ts'
import { severities } from '../lint/severity.ts'

/** The JSON schema of yaodian.json, by which editors complete and check it; its rules are those that there are. */
export function configSchema(rules: readonly Rule[]): object {
  const severity = {
    enum: [...severities, 'off'],
    markdownDescription: '级别；`off` 不检查\n\nSeverity; `off` never checks',
  }
  const families = [...new Set(rules.map(({ id }) => id.slice(0, id.indexOf('/'))))]
  const name = { type: 'string', minLength: 1 }
  const word = { type: 'string', minLength: 2 }
  const anyNames = { anyOf: [name, { type: 'array', items: name }] }
  const names = { anyOf: [name, { type: 'array', minItems: 1, items: name }] }
  const properties: Record<string, object> = {
    owners: {
      enum: ownerHabits,
      default: 'auto',
      markdownDescription:
        '每条是否都要有责任单位：`auto` 看文稿自己的习惯，`required` 每条都要，`optional` 不要求\n\nWhether every item needs an owner',
    },
    profile: {
      enum: profiles,
      default: 'review',
      markdownDescription:
        '文稿到了哪一步：`draft` 起草，`review` 送审，`issue` 印发（全部都查；占位符、过期的时限、缺责任单位算错误）\n\nHow far the document is: what matters only before it goes out is asked under `issue`',
    },
    year: {
      type: 'integer',
      minimum: 1950,
      maximum: 2150,
      markdownDescription:
        '计划年度；不写则看文稿自己\n\nThe year that is planned for; the document’s own where it is not given',
    },
    region: {
      ...names,
      markdownDescription:
        '本地的行政区划，如 `"浙江省"`、`["浙江省", "杭州市"]`\n\nWhere the house is at home, from large to small',
    },
    sensitivity: {
      enum: sensitivities,
      default: 'normal',
      markdownDescription:
        '疑似错别字报到什么程度：`low` 只报把握大的，`normal`，`high` 宁可多报\n\nHow readily words are called likely wrong',
    },
    phrases: {
      type: 'string',
      minLength: 1,
      markdownDescription:
        '`yaodian learn` 从本单位的文件学到的用语，写它的路径\n\nThe path of the phrases that `yaodian learn` wrote',
    },
    rules: {
      type: 'object',
      additionalProperties: false,
      markdownDescription: '按规则（`typo/word`）或规则族（`typo`）调整级别\n\nSeverity by rule or family of rules',
      properties: Object.fromEntries([
        ...families.map((family) => [family, { anyOf: [severity], markdownDescription: `${family}/*` }]),
        ...rules.map(({ id, title, options }) => [
          id,
          { anyOf: [severity, ruleSchema(severity, options)], markdownDescription: inBoth(title) },
        ]),
      ]),
    },
    words: {
      markdownDescription:
        '本单位的词库：这些词是对的，错别字和用语的规则不再说它们。写在这里，或写一个文本文件的路径（每行一个词，`#` 后是注释）\n\nWords that are right: listed here, or the path of a text file, one a line',
      anyOf: [name, { type: 'array', items: word }],
    },
    banned: {
      markdownDescription:
        '本单位不用的词，和应写的词：`{ "不用": "应写" }`，或列表，或一个文件的路径（CSV、TSV、xlsx，各列为禁用词、改为、说明、级别）\n\nWords that the house does not write, and what it writes instead: here, or the path of a table',
      anyOf: [
        name,
        { type: 'object', propertyNames: word, additionalProperties: { type: 'string' } },
        {
          type: 'array',
          items: {
            anyOf: [
              word,
              {
                type: 'object',
                required: ['word'],
                additionalProperties: false,
                properties: {
                  word: { ...word, markdownDescription: '不用的词\n\nThe word that is not written' },
                  use: { type: 'string', markdownDescription: '应写的词\n\nWhat is written instead' },
                  note: { type: 'string', markdownDescription: '说明\n\nWhy' },
                  severity: {
                    enum: severities,
                    markdownDescription:
                      '级别；`error` 的随“改正全部有把握的错误”一起改\n\nSeverity; what is an `error` is fixed in bulk',
                  },
                },
              },
            ],
          },
        },
      ],
    },
    leaders: {
      markdownDescription:
        '领导同志的姓名和职务，按排名先后：写在这里，或写一个表格的路径（CSV、TSV、xlsx，各列为姓名、职务）。工具不带名单\n\nPeople with their posts, in their order: here, or the path of a table. None ship with the tool',
      anyOf: [
        name,
        {
          type: 'array',
          items: {
            type: 'object',
            required: ['name'],
            additionalProperties: false,
            properties: { name: word, post: anyNames },
          },
        },
      ],
    },
    units: {
      markdownDescription:
        '本单位的责任单位名单：写在这里，或写一个文件的路径（JSON、CSV、xlsx，表头：名称、简称、曾用名、上级、统称）\n\nThe team’s units: listed here, or the path of a file (JSON, CSV, xlsx)',
      anyOf: [
        { type: 'string', minLength: 1 },
        {
          type: 'array',
          items: {
            anyOf: [
              name,
              {
                type: 'object',
                required: ['name'],
                additionalProperties: false,
                properties: {
                  name: { ...name, markdownDescription: '规范的名称\n\nThe name to be used' },
                  short: { ...anyNames, markdownDescription: '简称\n\nShort names' },
                  former: {
                    markdownDescription:
                      '曾用名，`until` 是最后使用的年份\n\nFormer names; `until` is the last year of each',
                    type: 'array',
                    items: {
                      anyOf: [
                        name,
                        {
                          type: 'object',
                          required: ['name'],
                          additionalProperties: false,
                          properties: { name, until: { type: 'integer', minimum: 1949, maximum: 2100 } },
                        },
                      ],
                    },
                  },
                  parent: { ...name, markdownDescription: '上级单位的名称\n\nThe unit that it belongs to' },
                  collective: {
                    type: 'boolean',
                    markdownDescription: '统称，如“委属各单位”\n\nNames nobody in particular',
                  },
                },
              },
            ],
          },
        },
      ],
    },
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '要点 (Yaodian)',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      extends: {
        ...names,
        markdownDescription:
          '先照办的配置：这个文件夹里的文件，或 `".."`（上级文件夹里最近的 yaodian.json）；后写的优先\n\nConfigurations to build on: files below this folder, or `".."` for the nearest one above',
      },
      ...properties,
      overrides: {
        markdownDescription:
          '只对一部分文件生效的设置，按文件名或路径的通配符\n\nWhat holds for some files only, by globs from this folder',
        type: 'array',
        items: {
          type: 'object',
          required: ['files'],
          additionalProperties: false,
          properties: {
            files: {
              ...names,
              markdownDescription:
                '通配符，如 `附件/**`、`*征求意见稿*`\n\nGlobs; one without a slash goes by the name alone',
            },
            ...Object.fromEntries([...overridable].map((key) => [key, referenceTo(key, properties)])),
          },
        },
      },
    },
  }
}

/** What a key may be for some files: what it may be for all, but for the path of a list, which is read once. */
function referenceTo(key: string, properties: Readonly<Record<string, object>>): object {
  const at = `#/properties/${key}`
  const { anyOf = [] } = properties[key] as { readonly anyOf?: readonly object[] }
  return isOneOf(listNames, key)
    ? { anyOf: anyOf.slice(1).map((_, i) => ({ $ref: `${at}/anyOf/${i + 1}` })) }
    : { $ref: at }
}

const inBoth = ({ zh, en }: Message): string => `${zh}\n\n${en}`

/** A rule's severity and its options. */
const ruleSchema = (severity: object, options: readonly Option[] = []): object => ({
  type: 'object',
  additionalProperties: false,
  properties: { severity, ...Object.fromEntries(options.map((option) => [option.name, optionSchema(option)])) },
})

function optionSchema({ default: usual, about, least, most, values }: Option): object {
  const said = { default: usual, markdownDescription: inBoth(about) }
  if (Array.isArray(usual)) return { type: 'array', items: { type: 'string' }, ...said }
  if (values) return { enum: values, ...said }
  return { type: typeof usual, minimum: least, maximum: most, ...said }
}
