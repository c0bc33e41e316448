import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { createGenerator } from 'ts-json-schema-generator'

export type Kind = 'answers' | 'sayings'

/** What is wrong with a payload, empty where nothing is. */
export type Validate = (kind: Kind, method: string, payload: unknown) => readonly string[]

/** What the types say in words only: numbers that are whole, strings that are addresses. */
const meant: Readonly<Record<string, object>> = {
  uinteger: { type: 'integer', minimum: 0, maximum: 2 ** 31 - 1 },
  integer: { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  DocumentUri: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9+.-]*:' },
  URI: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9+.-]*:' },
}

/**
 * Validators of all that the protocol lets a server send, made of the types that vscode-languageserver-protocol
 * publishes: the metamodel itself is in no package. A property that they do not name is an error.
 */
export function validator(): Validate {
  const types = { path: 'test/lsp/payloads.ts', tsconfig: 'tsconfig.json', skipTypeCheck: true }
  const schema = createGenerator(types).createSchema('Payloads')
  const ajv = new Ajv({ strict: false, allErrors: true })
  ajv.addSchema({ definitions: { ...schema.definitions, ...meant } }, 'protocol')
  const known = new Map<string, ValidateFunction | undefined>()
  const validatorOf = (kind: Kind, method: string) => {
    const name = `${kind} ${method}`
    if (!known.has(name)) known.set(name, compiled(ajv, kind === 'answers' ? 'Answers' : 'Sayings', method))
    return known.get(name)
  }
  return (kind, method, payload) => {
    const validate = validatorOf(kind, method)
    if (!validate) return ['is nothing that the server may send']
    return validate(payload)
      ? []
      : deepest(validate.errors ?? []).map(({ instancePath, message, params }) =>
          [instancePath, message, params['additionalProperty']].filter(Boolean).join(' '),
        )
  }
}

function compiled(ajv: Ajv, type: string, method: string): ValidateFunction | undefined {
  try {
    return ajv.compile({ $ref: `protocol#/definitions/${type}/properties/${method.replaceAll('/', '~1')}` })
  } catch {
    return undefined
  }
}

/** Of the errors of every branch of a union, those that got furthest. */
function deepest(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const depth = ({ instancePath }: ErrorObject) => instancePath.split('/').length
  const most = Math.max(...errors.map(depth))
  return errors.filter((error) => depth(error) === most)
}
