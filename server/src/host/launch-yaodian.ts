#!/usr/bin/env node
import { launch } from './launch.ts'

/** The commands that everybody runs over and over, and that run most of the program. */
const usual = ['lint', 'check']

launch('yaodian-main.cjs', usual.includes(process.argv[2] ?? '') ? (over) => process.once('exit', over) : undefined)
