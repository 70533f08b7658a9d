// Loaded before the command: writes when its modules begin and end into the file that MODULE_MARKS names.
import {writeFileSync} from 'node:fs'
import process from 'node:process'

const marks = []

globalThis.observedModule =
  (path, module) =>
  (...given) => {
    const begin = performance.now()
    const result = module(...given)
    marks.push([path, begin, performance.now()])
    return result
  }

process.once('exit', () => writeFileSync(process.env.MODULE_MARKS, JSON.stringify(marks)))
