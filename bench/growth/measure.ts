import process from 'node:process'
import {lint} from '../../index.ts'
import {exponentOf} from '../statistics.ts'
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

/** Seconds of the processor, which are the same whatever else the machine does. */
function secondsFor(text: string, preset: string): number {
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

/** Measures a text in ever greater length. */
export function growthOf(text: GrowingText): Growth {
  const {preset, longest, of} = text
  const first = longest / 2 ** doublings
  // Compiles what is about to be measured.
  lint(of(first), {preset})
  const points: {x: number; y: number}[] = []
  let last = {x: Number.NaN, y: 0}
  for (let length = first; length <= (last.y < telling ? farthest : 1) * longest && last.y < patience; length *= 2) {
    const document = of(length)
    last = {x: document.length, y: leastSecondsFor(document, preset)}
    points.push(last)
  }
  const exponent = exponentOf(points.slice(-doublings - 1))
  return {text, length: last.x, perMillion: (last.y / last.x) * million, exponent}
}
