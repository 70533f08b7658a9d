// Loaded before the command: kills its process at the nth step of changing files, which KILL_AT names.
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
const killAt = Number(process.env.KILL_AT)
const written = new Set()
let count = 0

for (const name of steps) {
  const original = fs[name]
  fs[name] = (...args) => {
    const isChange =
      name === 'openSync' ? /[wa+]/.test(String(args[1])) : typeof args[0] !== 'number' || written.has(args[0])
    if (!isChange) return original(...args)
    if (++count === killAt) {
      // A write that is cut short leaves a part of the text.
      if (name === 'writeSync') original(args[0], String(args[1]).slice(0, args[1].length / 2))
      process.kill(process.pid, 'SIGKILL')
    }
    const result = original(...args)
    if (name === 'openSync') written.add(result)
    return result
  }
}
syncBuiltinESMExports()
