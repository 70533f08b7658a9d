import {expect, test} from 'vitest'
import {perText} from '../../../core/targets/per-text.ts'

test('makes of a text once what is asked again, and keeps no more than a few megabytes', () => {
  const made: string[] = []
  const firstLetter = perText(text => {
    made.push(text)
    return text.charAt(0)
  })
  const long = 'l'.repeat(2 ** 22)
  expect(['a', 'b', 'a', long, 'a'].map(firstLetter)).toEqual(['a', 'b', 'a', 'l', 'a'])
  expect(made).toEqual(['a', 'b', long, 'a'])
})
