// npm run docs: writes the rules' pages, their index and the README's table anew.
import './register.mjs'

const { write } = await import('./docs.ts')
write()
