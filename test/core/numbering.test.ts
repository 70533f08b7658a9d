import {describe, expect, test} from 'vitest'
import {parseDocument} from '../../core/document.ts'
import {misnumbered} from '../../core/numbering.ts'
import {phasesOf} from '../../core/phases.ts'

/** Faults of the phases with these numbers, worded `kind number -> expected`. */
function faultsOf(headings: readonly string[]): string[] {
  const phases = phasesOf(parseDocument(headings.join('\n\n')), ['Phase {n}'])
  expect(phases).toHaveLength(headings.filter(heading => heading.includes('Phase')).length)
  return misnumbered(phases).map(({kind, phase, expected}) => `${kind} ${phase.number} -> ${expected}`)
}

const numbered = (numbers: string) => numbers.split(' ').map(number => `## Phase ${number}: Name`)

describe('phases that count up', () => {
  test.each([
    '1',
    '1 2 3',
    '0 1 2',
    '3 4 5',
    '9 10 11',
    '01 02 03',
    '1 2 2.5 3',
    '4 4A 4B 5',
    '4A 4B 5',
    '1 2b 3',
    '1.1 1.2 2.1 2.2',
    '1 2.1 2.2 3',
    'W.1 W.2',
    'S-1 S-2',
    '1 2 W.1 W.2',
    'A B C',
    'I II III IV V',
    '九 十 十一',
    '1-3 4',
    '1 2-4 5',
  ])('%s', numbers => {
    expect(faultsOf(numbered(numbers))).toEqual([])
  })

  test('anew under another section', () => {
    expect(faultsOf(['# Plan', '# One', ...subPhases('1 2'), '# Two', ...subPhases('1 2 3')])).toEqual([])
  })
})

describe('a phase between others under another name', () => {
  const between = (...headings: string[]) => faultsOf(['# Plan', '## Phase 1', ...headings, '## Phase 4'])

  test('is known by the numbers of its parts', () => {
    expect(between('## Found later', '### First', '#### 2.1 One', '#### 2.2 Two', '### Then', '#### 3.1 One')).toEqual(
      [],
    )
  })

  test.each([
    ['one of two', ['## Found later', '### 2.1 One']],
    ['of another number', ['## Found later', '### 5.1 One', '### 6.1 One']],
    ['in the phase before', ['### 2.1 One', '### 3.1 One']],
  ])('is missed with parts of %s', (_, headings) => {
    expect(between(...headings)).toEqual(['gap 4 -> 2'])
  })

  test('is missed where its parts come later', () => {
    expect(faultsOf(['# Plan', '## Phase 1', '## Phase 3', '## Found later', '### 2.1 One'])).toEqual(['gap 3 -> 2'])
  })
})

function subPhases(numbers: string): string[] {
  return numbered(numbers).map(heading => heading.replace('##', '###'))
}

describe('phases that do not', () => {
  test.each([
    ['1 1', ['duplicate 1 -> 2']],
    ['1 2 2 3', ['duplicate 2 -> 3']],
    ['2.1 2.1', ['duplicate 2.1 -> 2.2']],
    ['4a 4A 5', ['duplicate 4A -> 5']],
    ['1 3', ['gap 3 -> 2']],
    ['1 3 4 7', ['gap 3 -> 2', 'gap 7 -> 5']],
    ['1.1 1.3', ['gap 1.3 -> 1.2']],
    ['1.2 3', ['gap 3 -> 2']],
    ['1-3 5', ['gap 5 -> 4']],
    ['W.1 W.3', ['gap W.3 -> W.2']],
    ['A B D', ['gap D -> C']],
    ['I II IV', ['gap IV -> III']],
    ['九 十一', ['gap 十一 -> 十']],
    ['2 1', ['backwards 1 -> 3']],
    ['2.5 2', ['backwards 2 -> 3']],
    ['4B 4A', ['backwards 4A -> 5']],
    ['1 2 3 2 3 4', ['backwards 2 -> 4']],
    ['1 3 2 4', ['backwards 2 -> 4']],
    ['1 4 2 3 5', ['backwards 2 -> 5', 'backwards 3 -> 5']],
    ['N', ['letter N -> 1']],
    ['1 2 N', ['letter N -> 3']],
    ['1 X 2', ['letter X -> 2']],
  ])('%s', (numbers, faults) => {
    expect(faultsOf(numbered(numbers))).toEqual(faults)
  })

  test('a fault knows the phase before', () => {
    const phases = phasesOf(parseDocument(numbered('1 2 4').join('\n\n')), ['Phase {n}'])
    expect(misnumbered(phases)).toMatchObject([{kind: 'gap', phase: {number: '4'}, previous: {number: '2'}}])
  })
})
