import {setTimeout} from 'node:timers/promises'
import {lint} from 'markdownlint/sync'
import {Editor} from './editor.ts'
import {planOf, presetIds} from './plans.ts'
import {RandomWords} from './random-words.ts'
import {median as medianOf, quantile} from './statistics.ts'

const size = 150_000
/** Keystrokes that are counted, and those before them that bring the server up to speed. */
const counted = 300
const warmUp = 30
/** At one place. */
const wordLength = 10
/** Milliseconds between diagnostics and the next keystroke; people who type fast take ten times as long. */
const pause = 10

/** Milliseconds from each keystroke to its diagnostics. */
async function keystrokes(text: string): Promise<number[]> {
  const words = new RandomWords(2)
  const editor = await Editor.open(text)
  const times: number[] = []
  let offset = 0
  for (let stroke = 0; stroke < warmUp + counted; stroke++) {
    if (stroke % wordLength === 0) offset = Math.floor(words.below(editor.length))
    const tells = Math.floor(stroke / wordLength) % 2 === 0 ? 'change' : 'all'
    const time = await editor.type(words.one([...'abcdefghijklmnop ']), offset++, tells)
    if (stroke >= warmUp) times.push(time)
    await setTimeout(pause)
  }
  await editor.close()
  return times
}

/** Milliseconds that markdownlint takes for all of `text` with its default rules. */
function markdownlintTime(text: string): number {
  const times = Array.from({length: 8}, () => {
    const start = performance.now()
    lint({strings: {plan: text}})
    return performance.now() - start
  })
  return medianOf(times.slice(3))
}

console.log(`From keystroke to published diagnostics in milliseconds, ${counted} keystrokes each; markdownlint: all of it.

| Preset | Size | Median | p95 | markdownlint | Median to markdownlint |
| --- | ---: | ---: | ---: | ---: | ---: |`)
const asked = process.argv.slice(2)
const unknown = asked.find(id => !presetIds.includes(id))
if (unknown) throw new RangeError(`No plan is made for "${unknown}"; there are ${presetIds.join(', ')}.`)
for (const preset of asked.length > 0 ? asked : presetIds) {
  const text = planOf(preset, size)
  const times = await keystrokes(text)
  const [median, late] = [medianOf(times), quantile(times, 0.95)]
  const whole = markdownlintTime(text)
  const cells = [preset, `${Math.round(text.length / 1000)} KB`, median.toFixed(1), late.toFixed(1), whole.toFixed(0)]
  console.log(`| ${[...cells, `1/${(whole / median).toFixed(1)}`].join(' | ')} |`)
}
