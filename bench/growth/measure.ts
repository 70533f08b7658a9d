import process from 'node:process'
import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {lint, type PlanLintOptions} from '../../index.ts'
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
/**
 * Seconds. Where the shortest text that counts takes less, the longest is doubled on: what is over so soon leaves next to
 * no garbage to collect, so that longer texts seem to take too long beside it.
 */
const telling = 0.05
/** Units of UTF-16. Longer texts of the kind would tell no more. */
const farthest = 16_000_000
/** Seconds. What took longer is not measured twice as long. */
const patience = 10
/** What takes less is measured again, as little is known of it. */
const enough = 0.1
const mostRuns = 4
/** How often a text that seems to miss an aim is measured again: load and luck only ever add time. */
const repetitions = 3

const optionsFor = ({preset, workspace}: GrowingText): PlanLintOptions => ({preset, ...(workspace && {workspace})})

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** Seconds of the processor, which are the same whatever else the machine does, without those for what was before. */
function secondsFor(document: string, options: PlanLintOptions): number {
  collectGarbage()
  const before = process.cpuUsage()
  lint(document, options)
  const {user, system} = process.cpuUsage(before)
  return (user + system) / million
}

function leastSecondsFor(document: string, options: PlanLintOptions): number {
  let least = Number.POSITIVE_INFINITY
  let spent = 0
  for (let run = 0; run < mostRuns && spent < enough; run++) {
    const seconds = secondsFor(document, options)
    spent += seconds
    least = Math.min(least, seconds)
  }
  return least
}

function readingsOf(text: GrowingText): Reading[] {
  const {longest, of} = text
  const first = longest / 2 ** doublings
  // Compiles what is about to be measured.
  lint(of(first), optionsFor(text))
  let readings: Reading[] = []
  for (let length = first; isToBeRead(length, longest, readings); length *= 2) {
    const document = of(length)
    const reading = {asked: length, length: document.length, seconds: leastSecondsFor(document, optionsFor(text))}
    readings = [...readings, reading].slice(-doublings - 1)
  }
  return readings
}

/** Whether a text is to be measured in this length, too, after `readings`. */
function isToBeRead(length: number, longest: number, readings: readonly Reading[]): boolean {
  const [shortest, last] = [readings[0], readings.at(-1)]
  if (!shortest || !last) return true
  if (last.seconds >= patience) return false
  return length <= longest || (shortest.seconds < telling && length <= farthest)
}

/** The same, or less where it takes less now. */
function readAgain(readings: readonly Reading[], text: GrowingText): Reading[] {
  return readings.map(reading => ({
    ...reading,
    seconds: Math.min(reading.seconds, leastSecondsFor(text.of(reading.asked), optionsFor(text))),
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
