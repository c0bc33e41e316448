// What is counted of the calls of a scenario, beside the bytes that were sent: work that a person has a name for, and all
// calls by the layer of the sources, so that what nobody thought of shows, too.
const named = {
  读的行: ({ path, name }) => path === 'plan/line.ts' && name === 'readLine',
  建的部分: ({ path, name }) => path === 'plan/tree.ts' && name === 'part',
  建的条目: ({ path, name }) => path === 'plan/reuse.ts' && name === 'kept',
  规则查的行或部分: ({ path, name }) => path.startsWith('rules/') && name === 'check',
}
const layers = ['plan', 'lexicon', 'lint', 'rules', 'features', 'report', 'edit', 'host']

export const counters = {
  ...named,
  ...Object.fromEntries(layers.map((layer) => [`${layer}/ 的调用`, ({ path }) => path.startsWith(`${layer}/`)])),
}
export const namedCounters = Object.keys(named)
