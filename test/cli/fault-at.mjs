// Loaded before the command: at the nth step of changing files, which FAULT_AT names, its process is killed, or the step
// fails with the code that FAULT names.
import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import process from 'node:process'

const steps = [
  'openSync',
  'writeSync',
  'writeFileSync',
  'fsyncSync',
  'closeSync',
  'chownSync',
  'chmodSync',
  'renameSync',
]
const {FAULT = 'kill', FAULT_AT} = process.env
const written = new Set()
let count = 0
let isInside = false

for (const name of steps) {
  const original = fs[name]
  fs[name] = (...args) => {
    const isChange =
      name === 'openSync' ? /[wa+]/.test(String(args[1])) : typeof args[0] !== 'number' || written.has(args[0])
    // What a step does by further steps is one of them.
    if (!isChange || isInside) return original(...args)
    isInside = true
    try {
      if (++count === Number(FAULT_AT)) {
        // A write that is cut short leaves a part of the text.
        if (name.startsWith('write')) original(args[0], String(args[1]).slice(0, args[1].length / 2))
        if (FAULT === 'kill') process.kill(process.pid, 'SIGKILL')
        throw Object.assign(new Error(`${FAULT}: made up`), {code: FAULT})
      }
      const result = original(...args)
      if (name === 'openSync') written.add(result)
      return result
    } finally {
      isInside = false
    }
  }
}
syncBuiltinESMExports()
