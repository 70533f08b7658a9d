import process from 'node:process'
import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {lint} from '../../index.ts'
import {exponentOf} from '../statistics.ts'
import {missesAim} from './aims.ts'
import type {GrowingText} from './text.ts'

/** How the time for a text grows with its length. */
export interface Growth {
  text: GrowingText
  /** Of the longest that was measured, in UTF-16 units. */
  length: number
  /** Seconds for a million UTF-16 units of it. */
  perMillion: number
  /** The power of its length with which the time grows. */
  exponent: number
}

/** How long a text of some length took. */
interface Reading {
  asked: number
  /** What `of` made of the length it was asked for. */
  length: number
  seconds: number
}

const million = 1_000_000
/** How often a text is doubled, at least: the exponent is that of so many steps at the end. */
const doublings = 3
/** Seconds. What takes less at the length where it should end is doubled on: little time says little of how it grows. */
const telling = 0.2
/** Times the length where it should end. */
const farthest = 4
/** Seconds. What took longer is not measured twice as long. */
const patience = 10
/** What takes less is measured again, as little is known of it. */
const enough = 0.1
const mostRuns = 4
/** How often a text that seems to miss an aim is measured again: load and luck only ever add time. */
const repetitions = 3

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** Seconds of the processor, which are the same whatever else the machine does, without those for what was before. */
function secondsFor(text: string, preset: string): number {
  collectGarbage()
  const before = process.cpuUsage()
  lint(text, {preset})
  const {user, system} = process.cpuUsage(before)
  return (user + system) / million
}

function leastSecondsFor(text: string, preset: string): number {
  let least = Number.POSITIVE_INFINITY
  let spent = 0
  for (let run = 0; run < mostRuns && spent < enough; run++) {
    const seconds = secondsFor(text, preset)
    spent += seconds
    least = Math.min(least, seconds)
  }
  return least
}

function readingsOf({preset, longest, of}: GrowingText): Reading[] {
  const first = longest / 2 ** doublings
  // Compiles what is about to be measured.
  lint(of(first), {preset})
  const readings: Reading[] = []
  let last = 0
  for (let length = first; length <= (last < telling ? farthest : 1) * longest && last < patience; length *= 2) {
    const document = of(length)
    last = leastSecondsFor(document, preset)
    readings.push({asked: length, length: document.length, seconds: last})
  }
  return readings.slice(-doublings - 1)
}

/** The same, or less where it takes less now. */
function readAgain(readings: readonly Reading[], {preset, of}: GrowingText): Reading[] {
  return readings.map(reading => ({
    ...reading,
    seconds: Math.min(reading.seconds, leastSecondsFor(of(reading.asked), preset)),
  }))
}

function growthIn(readings: readonly Reading[]): Omit<Growth, 'text'> {
  const {length, seconds} = readings.at(-1) ?? {length: Number.NaN, seconds: Number.NaN}
  const exponent = exponentOf(readings.map(reading => ({x: reading.length, y: reading.seconds})))
  return {length, perMillion: (seconds / length) * million, exponent}
}

/** Measures a text in ever greater length. */
export function growthOf(text: GrowingText): Growth {
  let readings = readingsOf(text)
  for (let repetition = 0; repetition < repetitions && missesAim(growthIn(readings)); repetition++) {
    readings = readAgain(readings, text)
  }
  return {text, ...growthIn(readings)}
}
