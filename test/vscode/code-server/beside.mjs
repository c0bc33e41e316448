// A server beside code-server: answers what a suite asks of the page, and gives a browser's extension host its files.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, relative, sep } from 'node:path'

const types = { '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml' }

/**
 * `answer` answers what is asked of the page. Files below `root` are read at addresses that `at` gives, each behind what
 * `before` gives for it.
 */
export async function startBeside({ root, answer, before = () => '' }) {
  const server = createServer(async (request, response) => {
    const say = (status, type, body) =>
      response.writeHead(status, { 'Access-Control-Allow-Origin': '*', 'Content-Type': type }).end(body)
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname)
    if (path === pagePath) return say(200, types['.json'], JSON.stringify(await answered(request, answer)))
    if (!path.startsWith(filesPath)) return say(404, 'text/plain', '')
    const file = join(root, path.slice(filesPath.length))
    const type = types[extname(file)] ?? 'application/octet-stream'
    await readFile(file).then(
      (bytes) => say(200, type, Buffer.concat([Buffer.from(before(file)), bytes])),
      () => say(404, 'text/plain', ''),
    )
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  const authority = `localhost:${server.address().port}`
  return {
    page: `http://${authority}${pagePath}`,
    at: (file) => ({ scheme: 'http', authority, path: filesPath + relative(root, file).split(sep).join('/') }),
    close: () => server.close(),
  }
}

const pagePath = '/page'
const filesPath = '/files/'

async function answered(request, answer) {
  try {
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    return { answer: (await answer(JSON.parse(Buffer.concat(chunks)))) ?? null }
  } catch (error) {
    return { error: String(error) }
  }
}
