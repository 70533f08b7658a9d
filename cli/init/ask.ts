import {Readable, Writable} from 'node:stream'
import {type CANCEL_SYMBOL, confirm, isCancel, multiselect, select} from '@clack/prompts'
import {presets} from '../../presets/index.ts'
import {placesIn} from '../glob.ts'
import {harmless, wantsColor, write} from '../terminal.ts'
import type {Output, World} from '../world.ts'
import type {Answers, Known} from './answers.ts'
import type {PartId} from './part.ts'
import {parts} from './parts.ts'
import type {InitRequest} from './request.ts'

type Cancelled = typeof CANCEL_SYMBOL

interface Streams {
  input: Readable
  output: Writable
}

/** Asks the user at the terminal; null where they leave. What the project shows by itself is not asked. */
export async function ask(world: World, {color}: InitRequest, known: Known): Promise<Answers | null> {
  const streams = streamsOf(world, wantsColor(color, world))
  const chosen = await askForParts(known, streams)
  if (isCancel(chosen)) return null
  const preset = known.isNew ? await askForPreset(streams) : undefined
  if (isCancel(preset)) return null
  const takesElsewhere = known.elsewhere ? await askForPlans(known.elsewhere, streams) : false
  if (isCancel(takesElsewhere)) return null
  await write(world.stdout, '\n')
  return {
    parts: new Set(chosen),
    ...(preset === undefined ? {} : {preset}),
    ...(takesElsewhere && known.elsewhere ? {plans: known.elsewhere} : {}),
  }
}

function askForParts({tools}: Known, streams: Streams): Promise<PartId[] | Cancelled> {
  const options = parts.map(({id, title, evidence}) => {
    const file = evidence(tools)
    return {value: id, label: title, ...(file === null ? {} : {hint: `found ${harmless(file)}`})}
  })
  const initialValues = parts.filter(({evidence}) => evidence(tools) !== null).map(({id}) => id)
  const message = 'What shall plan-lint be set up for?'
  return multiselect<PartId>({message, options, initialValues, required: false, ...streams})
}

function askForPreset(streams: Streams): Promise<string | Cancelled> {
  const auto = {value: 'auto', label: 'auto', hint: 'what each document says or looks like'}
  const options = [auto, ...presets.map(({id, summary}) => ({value: id, label: id, hint: summary}))]
  return select<string>({message: 'By which preset shall plans be judged?', options, ...streams})
}

function askForPlans(elsewhere: readonly string[], streams: Streams): Promise<boolean | Cancelled> {
  const places = placesIn(elsewhere).map(harmless).join(', ')
  return confirm({message: `There are plans elsewhere than usual. Lint those in ${places}?`, ...streams})
}

function streamsOf({stdin, stdout}: World, color: boolean): Streams {
  const input = stdin?.()
  if (!(input instanceof Readable)) throw new TypeError('Questions need an input that can be read.')
  return {input, output: color ? (stdout as unknown as Writable) : uncoloured(stdout)}
}

/** `stdout` without colours, which older versions of Node print whatever NO_COLOR says; the cursor still moves. */
function uncoloured(stdout: Output): Writable {
  const output = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the code that begins a colour.
      stdout.write(String(chunk).replace(/\u001b\[[\d;]*m/g, ''), () => done())
    },
  })
  const {isTTY, columns} = stdout
  return Object.assign(output, {isTTY, columns, rows: (stdout as {rows?: number}).rows})
}
