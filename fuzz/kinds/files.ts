import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {main} from '../../cli/main.ts'
import {reporterNames} from '../../cli/reporters/reporters.ts'
import {commandsToLogs, steering} from '../../test/cli/orders.ts'
import {sink} from '../../test/cli/sink.ts'
import {plans} from '../../test/plan-texts.ts'
import {type AnyKind, defineKind} from './kind.ts'
import {without} from './smaller.ts'
import {mutated, preset, repetitions} from './sources.ts'
import {isWellFormed} from './well-formed.ts'

/** A file, and what the command is asked to do with it. */
interface Asked {
  /** The bytes of the file, in base 64. */
  bytes: string
  argv: readonly string[]
}

const name = 'a.md'

const text = fc.oneof(mutated, repetitions, ...Object.values(plans)).map(([words]) => words)
const encoded = fc
  .tuple(
    text,
    fc.constantFrom<[BufferEncoding, string][]>(
      ['utf8', ''],
      ['utf8', '\ufeff'],
      ['utf16le', '\ufeff'],
      ['latin1', ''],
    ),
  )
  .map(([words, [encoding, mark]]) => Buffer.from(mark + words, encoding))
const raw = fc.uint8Array({maxLength: 300}).map(bytes => Buffer.from(bytes))

/** Bytes that stand where they make most trouble: parts of characters, NUL, ends of lines. */
const strays = [
  [0],
  [0xff],
  [0xfe, 0xff],
  [0xc3],
  [0x80],
  [0xed, 0xa0, 0x80],
  [0xf0, 0x9f],
  [0x0d],
  [0x1a],
  [0xef, 0xbb, 0xbf],
]
const damage = fc.array(fc.record({at: fc.nat(4000), cut: fc.nat(20), put: fc.constantFrom([], ...strays)}), {
  maxLength: 4,
})
const damaged = fc.tuple(encoded, damage).map(([bytes, wounds]) =>
  wounds.reduce((rest, {at, cut, put}) => {
    const start = at % (rest.length + 1)
    return Buffer.concat([rest.subarray(0, start), Buffer.from(put), rest.subarray(start + cut)])
  }, bytes),
)
const bytes = fc.oneof({weight: 4, arbitrary: encoded}, {weight: 3, arbitrary: damaged}, {weight: 1, arbitrary: raw})

const toLint = fc.constantFrom<string[][]>(
  ...reporterNames.map(format => ['-f', format]),
  ['--all'],
  ['--color'],
  ['--fix'],
  ['--fix-suggestions'],
  ['--diff'],
  ['--quiet', '--stats'],
  ['--cache', '-f', 'json'],
  ['--update-baseline'],
  ['--max-warnings', '0', '--fail-on', 'info'],
)
const lint = fc.tuple(toLint, preset).map(([options, id]) => [...options, '--no-config', '--preset', id, name])
const others = fc.constantFrom(
  ['which', name],
  ['which', name, '-f', 'json'],
  ['inspect', name],
  ['inspect', name, '--mermaid'],
  ['inspect', name, '--dot'],
  ['stages', name],
  ['stages', name, '-f', 'mermaid'],
  ['stages', name, '-f', 'json'],
  ['suppressions', name],
  ['suppressions', name, '-f', 'json'],
  ['--print-config', name],
)
const argv = fc.oneof({weight: 5, arbitrary: lint}, {weight: 1, arbitrary: others})

interface Outcome {
  code: number
  stdout: string
  stderr: string
}

async function run(cwd: string, argv: readonly string[]): Promise<Outcome> {
  const [stdout, stderr] = [sink(), sink()]
  // A clock that stands still keeps the figures of `--stats` the same.
  const code = await main({argv, cwd, env: {}, stdout, stderr, now: () => 0})
  return {code, stdout: stdout.bytes().toString(), stderr: stderr.bytes().toString()}
}

async function faultsIn({bytes, argv}: Asked): Promise<string[]> {
  const cwd = mkdtempSync(join(tmpdir(), 'plan-lint-fuzz-'))
  try {
    const file = join(cwd, name)
    const before = Buffer.from(bytes, 'base64')
    writeFileSync(file, before)
    const first = await run(cwd, argv)
    const after = readFileSync(file)
    const second = await run(cwd, argv)
    const isFixed = argv.some(word => word.startsWith('--fix'))
    return [
      ...faultsOf(first, argv),
      ...(isFixed ? faultsOfFix(before, after) : [changed(before, after, 'a run that fixes nothing')]),
      changed(after, readFileSync(file), 'the second run'),
      ...(isFixed || argv.includes('--update-baseline') ? [] : [difference(first, second)]),
    ].filter(fault => fault !== '')
  } finally {
    rmSync(cwd, {recursive: true, force: true})
  }
}

const isForPrograms = (argv: readonly string[]) =>
  ['json', 'sarif', 'gitlab', 'rdjson'].some(format => argv.includes(format)) ||
  argv.includes('--print-config') ||
  (argv[0] === 'inspect' && argv.length === 2)

function faultsOf({code, stdout, stderr}: Outcome, argv: readonly string[]): string[] {
  const faults = []
  if (![0, 1, 2].includes(code)) faults.push(`the exit code is ${code}`)
  if (stderr.includes('internal error')) faults.push(stderr)
  if (code === 2 && stderr === '') faults.push('exit code 2 without a word')
  if (stdout !== '' && isForPrograms(argv) && !isJson(stdout)) faults.push('the output is no JSON')
  if (stdout !== '' && (argv.includes('junit') || argv.includes('checkstyle')) && !isWellFormed(stdout)) {
    faults.push('the output is no well-formed XML')
  }
  const isPainted = argv.includes('--color')
  // A diff keeps the carriage returns of the file, and what is printed in colour has codes of ours.
  const shown = isPainted || argv.includes('--diff') ? stderr : stdout + stderr
  if (steering.test(shown)) faults.push('a terminal would obey the output')
  const logged = argv.includes('github') ? stderr : stdout + stderr
  if (commandsToLogs.some(command => command.test(logged)) && !argv.includes('--diff')) {
    faults.push('the log of a CI service would obey the output')
  }
  return faults
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Nothing but text that can be read whole is written back, and its byte order mark stays. */
function faultsOfFix(before: Buffer, after: Buffer): string[] {
  const isText = Buffer.from(before.toString('utf8')).equals(before)
  if (!isText || before.includes(0)) return [changed(before, after, 'fixing what can be read in part only')]
  const mark = Buffer.from('\ufeff')
  const isMarked = (bytes: Buffer) => bytes.subarray(0, mark.length).equals(mark)
  return isMarked(before) === isMarked(after) ? [] : ['fixing changed the byte order mark']
}

function changed(before: Buffer, after: Buffer, what: string): string {
  return before.equals(after) ? '' : `${what} changed the file`
}

function difference(first: Outcome, second: Outcome): string {
  return JSON.stringify(first) === JSON.stringify(second)
    ? ''
    : `the second run prints something else: ${second.stdout}`
}

/** Files of any bytes, read and written by the command. */
export const files: AnyKind = defineKind<Asked>({
  name: 'files',
  arbitrary: fc.record({bytes: bytes.map(content => content.toString('base64')), argv}),
  batch: 100,
  faultsIn,
  *smaller({bytes, argv}) {
    for (const rest of without([...Buffer.from(bytes, 'base64')])) {
      yield {bytes: Buffer.from(rest).toString('base64'), argv}
    }
  },
})
