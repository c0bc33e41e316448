// What can be measured, in the order of the page. A measure is a name, a title and a run that gives tables, and goals where
// there are some; one that is long runs only when it is asked for by name.
import archive from './archive.mjs'
import edits from './edits.mjs'
import memory from './memory.mjs'
import packages from './package.mjs'
import renumber from './renumber.mjs'
import requests from './requests.mjs'
import rules from './rules.mjs'
import start from './start.mjs'
import throughput from './throughput.mjs'
import workspace from './workspace.mjs'

export const measures = [throughput, rules, edits, requests, renumber, start, memory, packages, workspace, archive]
