// Loaded before the command: writes the marks of its modules into the file that MODULE_MARKS names.
import {writeFileSync} from 'node:fs'
import {register} from 'node:module'
import process from 'node:process'

register('./hooks.mjs', import.meta.url)
process.once('exit', () => writeFileSync(process.env.MODULE_MARKS, JSON.stringify(globalThis.moduleMarks ?? [])))
