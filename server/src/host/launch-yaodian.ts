#!/usr/bin/env node
import { launch } from './launch.ts'
import { isUsual } from './usual.ts'

launch('yaodian-main.cjs', isUsual(process.argv) ? (over) => process.once('exit', over) : undefined)
