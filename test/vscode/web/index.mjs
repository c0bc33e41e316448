// What VS Code calls in the browser's extension host. The test files come behind it, as the bundle puts them together.
import 'mocha/mocha.js'

const { mocha, environment } = globalThis
const { E2E_GREP: grep } = environment
mocha.setup({ ui: 'bdd', reporter: 'spec', timeout: 60_000, slow: 2_000, ...(grep && { grep }) })

export const run = () =>
  new Promise((done, fail) => {
    mocha.run((failures) => (failures ? fail(new Error(`${failures} tests failed`)) : done()))
  })
