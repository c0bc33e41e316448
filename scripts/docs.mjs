// npm run docs: writes the rules' pages, their index and the README's table anew.
import '../test/register.mjs'

const { write } = await import('../test/docs.ts')
write()
