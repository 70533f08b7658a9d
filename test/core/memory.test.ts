import {expect, test} from 'vitest'
import {Memory} from '../../core/memory.ts'

/** A function to be remembered, and the texts it was called for. */
function counted() {
  const calls: string[] = []
  const make = (text: string, suffix: string | null) => {
    calls.push(text)
    return suffix && text + suffix
  }
  return {make, calls}
}

test('a result is made once for a text, in this run and the next', () => {
  const {make, calls} = counted()
  const memory = new Memory()
  expect(memory.recall(make, 'a', '!')).toBe('a!')
  expect(memory.recall(make, 'a', '!')).toBe('a!')
  memory.begin()
  expect(memory.recall(make, 'a', '!')).toBe('a!')
  expect(calls).toEqual(['a'])
})

test('null is a result like others', () => {
  const {make, calls} = counted()
  const memory = new Memory()
  memory.recall(make, 'a', null)
  memory.begin()
  expect(memory.recall(make, 'a', null)).toBeNull()
  expect(calls).toEqual(['a'])
})

test('results of another function or another context are others', () => {
  const [one, other] = [counted(), counted()]
  const memory = new Memory()
  expect(memory.recall(one.make, 'a', '!')).toBe('a!')
  expect(memory.recall(one.make, 'a', '?')).toBe('a?')
  memory.recall(other.make, 'a', '!')
  expect(other.calls).toEqual(['a'])
})

test('what a run does not use is forgotten after it', () => {
  const {make, calls} = counted()
  const memory = new Memory()
  memory.recall(make, 'a', '!')
  memory.begin()
  memory.recall(make, 'b', '!')
  memory.begin()
  memory.recall(make, 'b', '!')
  memory.recall(make, 'a', '!')
  expect(calls).toEqual(['a', 'b', 'a'])
})
