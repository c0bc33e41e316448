// What stands for node:assert/strict in a browser.
import { strict } from 'assert/'

export const { deepEqual, equal, fail, match, notEqual, ok, rejects } = strict
