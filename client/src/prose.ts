const shortest = 200
const sample = 2_000
const hanShare = 0.4

/** Whether it is worth a question to the server, and worth starting it: a page of mostly Chinese characters. */
export function isProse(text: string): boolean {
  const page = text.slice(0, sample)
  const han = page.match(/\p{Script=Han}/gu)?.length ?? 0
  return page.length >= shortest && han >= page.length * hanShare
}
