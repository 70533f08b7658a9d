import {Writable} from 'node:stream'
import {expect, test} from 'vitest'
import {listenForEnd} from '../../../cli/watch/ending.ts'

const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const listeners = () => names.map(name => process.listenerCount(name))

test.each(names)('%s is heard once, and left to the system afterwards', name => {
  const stdout = new Writable()
  const before = listeners()
  const ending = listenForEnd({stdout})
  expect(ending.signal.aborted).toBe(false)
  process.emit(name)
  expect(ending.signal.aborted).toBe(true)
  expect(process.listenerCount(name)).toBe(before[names.indexOf(name)])
  ending.close()
  expect(listeners()).toEqual(before)
  expect(stdout.listenerCount('error')).toBe(0)
})
