import {resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {bounded, boundOf} from './regex/bounded.ts'
import {composedBy} from './regex/composed.ts'
import {written} from './regex/expression.ts'
import {writtenIn} from './regex/literals.ts'
import {Proven} from './regex/proven.ts'
import {useAll} from './regex/use.ts'

/**
 * Asks recheck of every regular expression of plan-lint whether it can take more than linear time, and writes down those
 * that cannot. With `--check` nothing is asked: it fails where an expression has not been asked for.
 */
const {values} = parseArgs({options: {check: {type: 'boolean', default: false}}})
const {literals, composedAt} = writtenIn(resolve(import.meta.dirname, '..'))
const composed = await composedBy(useAll)
const faults: string[] = []
const used = new Set<string>()

const made = new Set(composed.flatMap(({places}) => places))
for (const place of composedAt) {
  if (made.has(place)) continue
  const entry = bounded.find(({file}) => place.startsWith(`${file}:`))
  if (entry) used.add(entry.bound)
  else faults.push(`${place}: nothing in scripts/regex/use.ts makes this expression`)
}

const proven = new Proven()
// What the loader of TypeScript writes in another way is a literal all the same.
const ours = composed.filter(({places}) => places.some(place => composedAt.includes(place)))
for (const expression of [...literals, ...ours]) {
  const words = written(expression)
  const places = expression.places.filter(place => {
    const entry = boundOf(place, words)
    if (entry) used.add(entry.bound)
    return !entry
  })
  if (places.length === 0 || proven.has(expression)) continue
  const verdict = values.check ? 'not known yet' : await proven.prove(expression)
  if (verdict !== null) faults.push(`${places.join(', ')}: ${words} is ${verdict}`)
}
for (const {file, bound} of bounded) if (!used.has(bound)) faults.push(`${file}: has no expression that ${bound}`)

if (!values.check) proven.write()
else if (faults.length === 0 && !proven.isUpToDate) faults.push('scripts/regex/proven.txt holds what is gone')
for (const fault of faults) console.log(fault)
if (faults.length > 0 && values.check) console.log('Run "npm run check:regex", and commit what it writes.')
// The program that it asks would go on waiting for questions.
process.exit(faults.length > 0 ? 1 : 0)
