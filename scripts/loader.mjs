import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { transform } from 'esbuild'

export async function load(url, context, next) {
  if (/\.(?:tsv|css)$/.test(url)) {
    const text = await readFile(fileURLToPath(url), 'utf8')
    return { format: 'module', source: `export default ${JSON.stringify(text)}`, shortCircuit: true }
  }
  if (url.endsWith('.ts')) {
    const sourcefile = fileURLToPath(url)
    const { code } = await transform(await readFile(sourcefile, 'utf8'), {
      loader: 'ts',
      sourcemap: 'inline',
      sourcefile,
      target: 'node20',
    })
    return { format: 'module', source: code, shortCircuit: true }
  }
  return next(url, context)
}
