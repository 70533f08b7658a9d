import {type ChildProcess, spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {crc32} from 'node:zlib'
import {beforeAll, describe, expect, test} from 'vitest'
import {planOf} from '../../bench/plans.ts'
import {buildIfStale} from '../built.ts'
import {add, project} from './world.ts'

const root = join(import.meta.dirname, '../..')
const ending = '.compiled'
const faulty = '# Plan\n\n- Owner: [PROJECT NAME]\n'
const plain = {
  status: 1,
  stdout: expect.stringContaining('a.md:3:10: error'),
  stderr: '',
}

// Tells, of what V8 was given, whether it took it.
const witness = `
const vm = require('node:vm')
vm.Script = class extends vm.Script {
  constructor(code, options) {
    super(code, options)
    require('node:fs').appendFileSync(process.env.SEEN, String(this.cachedDataRejected))
  }
}`

beforeAll(buildIfStale, 180_000)

/** A package of its own, with the built command, and a project beside it. */
class Installed {
  readonly folder = realpathSync(project({'work/a.md': faulty, 'work/.git/HEAD': '', 'witness.cjs': witness, seen: ''}))
  readonly bin = join(this.folder, 'package/dist/bin/plan-lint.js')
  readonly program = join(this.folder, 'package/dist/program')
  readonly cwd = join(this.folder, 'work')

  constructor() {
    cpSync(join(root, 'dist/bin'), join(this.folder, 'package/dist/bin'), {recursive: true})
    mkdirSync(this.program)
    for (const name of readdirSync(join(root, 'dist/program'))) {
      if (name.endsWith('.js')) cpSync(join(root, 'dist/program', name), join(this.program, name))
    }
  }

  run(argv = ['a.md'], {env = {}, node = []}: {env?: Record<string, string>; node?: string[]} = {}) {
    const options = ['--require', join(this.folder, 'witness.cjs'), ...node]
    const {status, stdout, stderr} = spawnSync(process.execPath, [...options, this.bin, '-f', 'compact', ...argv], {
      cwd: this.cwd,
      encoding: 'utf8',
      env: {...this.environment(), ...env},
    })
    return {status, stdout, stderr}
  }

  start(): ChildProcess {
    return spawn(process.execPath, [this.bin, '-f', 'compact', 'a.md'], {cwd: this.cwd, env: this.environment()})
  }

  environment(): Record<string, string | undefined> {
    const {NODE_V8_COVERAGE: _, NODE_DISABLE_COMPILE_CACHE: __, NODE_OPTIONS: ___, ...env} = process.env
    return {...env, SEEN: join(this.folder, 'seen')}
  }

  /** What V8 has said since the last call: `undefined` where it was given nothing. */
  seen(): string {
    const words = readFileSync(join(this.folder, 'seen'), 'utf8')
    writeFileSync(join(this.folder, 'seen'), '')
    return words
  }

  /** All that lies beside the program. */
  beside(): string[] {
    return readdirSync(this.program).filter(name => !/^program-\w+\.js$/.test(name))
  }

  get file(): string {
    const [name, ...others] = this.beside()
    expect(others).toEqual([])
    expect(name).toMatch(new RegExp(`^program-\\w{8}\\.${process.version}-[\\w-]+\\${ending}$`))
    return join(this.program, name ?? '')
  }
}

function withAnotherByte(bytes: Buffer): Buffer {
  const at = bytes.length >> 1
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0x55, at)
  return bytes
}

/** What tells whether a file is the one that was there before. */
const identity = (file: string) => [statSync(file).ino, statSync(file).mtimeMs]

test('the first run keeps what was compiled, the next one takes it, and leaves it as it is', () => {
  const installed = new Installed()
  expect(installed.run()).toEqual(plain)
  expect(installed.seen()).toBe('undefined')
  const before = identity(installed.file)
  expect(installed.run()).toEqual(plain)
  expect(installed.seen()).toBe('false')
  expect(identity(installed.file)).toEqual(before)
})

test('it is kept anew for what no run has used before, and not more often', () => {
  const installed = new Installed()
  add(installed.cwd, {'go.md': planOf('go-phased', 15_000), 'tasks.md': planOf('spec-kit-tasks', 15_000)})
  const sizes = ['a.md', 'go.md', 'tasks.md'].map(name => {
    installed.run([name])
    return statSync(installed.file).size
  })
  expect(sizes).toEqual([...sizes].sort((a, b) => a - b))
  expect(new Set(sizes).size).toBe(3)
  const before = identity(installed.file)
  for (const name of ['a.md', 'go.md', 'tasks.md']) installed.run([name])
  expect(identity(installed.file)).toEqual(before)
  expect(installed.seen()).toBe(['undefined', ...Array(5).fill('false')].join(''))
})

test('runs that lint no plan, or many, keep nothing', () => {
  const installed = new Installed()
  add(installed.cwd, Object.fromEntries(Array.from({length: 21}, (_, index) => [`many/${index}.md`, faulty])))
  for (const argv of [['--version'], ['--help'], ['many'], ['none.md']]) {
    expect(installed.run(argv).status).toBeLessThanOrEqual(2)
    expect(installed.beside()).toEqual([])
  }
})

describe('what is not as it was kept is not taken, and kept anew', () => {
  /** Runs with `changed`, and says what V8 was given. */
  function seenWith(change: (bytes: Buffer) => Buffer): string {
    const installed = new Installed()
    installed.run()
    const whole = readFileSync(installed.file)
    writeFileSync(installed.file, change(Buffer.from(whole)))
    installed.seen()
    expect(installed.run()).toEqual(plain)
    const seen = installed.seen()
    expect(installed.run()).toEqual(plain)
    expect(installed.seen()).toBe('false')
    return seen
  }

  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['no byte', () => Buffer.alloc(0)],
    ['a piece of it', bytes => bytes.subarray(0, bytes.length / 2)],
    ['without its last byte', bytes => bytes.subarray(0, -1)],
    ['with another byte', withAnotherByte],
    ['something else', () => Buffer.from('{}\n{}')],
  ])('%s', (_, change) => {
    expect(seenWith(change)).toBe('undefined')
  })

  test('of another V8', () => {
    const ofAnother = (bytes: Buffer) => {
      const end = bytes.lastIndexOf('\n')
      const trailer = JSON.parse(bytes.toString('utf8', end + 1))
      const data = bytes.subarray(0, end)
      // The second word is the version.
      data.writeUInt32LE((data.readUInt32LE(4) ^ 1) >>> 0, 4)
      return Buffer.concat([data, Buffer.from(`\n${JSON.stringify({...trailer, checksum: crc32(data)})}`)])
    }
    expect(seenWith(ofAnother)).toBe('true')
  })
})

test('processes that begin at one time print the same, and leave one whole file', async () => {
  const installed = new Installed()
  const outcomes = Array.from({length: 4}, async () => {
    const child = installed.start()
    let stdout = ''
    child.stdout?.setEncoding('utf8').on('data', words => {
      stdout += words
    })
    const [status] = await once(child, 'close')
    return {status, stdout, stderr: ''}
  })
  expect(await Promise.all(outcomes)).toEqual(Array(4).fill(plain))
  expect(installed.run()).toEqual(plain)
  expect(installed.seen()).toBe('false')
  expect(installed.beside()).toHaveLength(1)
})

test('what a run that was killed has left is removed, and what another may be writing is not', () => {
  const installed = new Installed()
  installed.run()
  const {file} = installed
  rmSync(file)
  const [left, begun] = [`${file}.1-${Date.now() - 3_600_000}`, `${file}.1-${Date.now()}`]
  for (const path of [left, begun]) writeFileSync(path, '')
  installed.run()
  expect(installed.beside()).toEqual([file, begun].map(path => basename(path)))
})

test.each(['NODE_DISABLE_COMPILE_CACHE', 'NODE_V8_COVERAGE'])('%s switches it off', name => {
  const installed = new Installed()
  const env = {[name]: join(installed.folder, 'coverage')}
  expect(installed.run(['a.md'], {env})).toEqual(plain)
  expect(installed.beside()).toEqual([])
  installed.run()
  installed.seen()
  expect(installed.run(['a.md'], {env})).toEqual(plain)
  expect(installed.seen()).toBe('undefined')
})

/** The option that takes all rights from a process that are not given back. */
const permission = ['--permission', '--experimental-permission'].find(option =>
  process.allowedNodeEnvironmentFlags.has(option),
)

test.skipIf(permission === undefined)('where nothing can be written, the command works without', () => {
  const installed = new Installed()
  writeFileSync(join(installed.folder, 'witness.cjs'), '')
  const allowed = [`${installed.folder}/*`, process.execPath].map(path => `--allow-fs-read=${path}`)
  const node = [permission ?? '', '--no-warnings', ...allowed]
  expect(installed.run(['--no-config', 'a.md'], {node})).toEqual(plain)
  expect(installed.beside()).toEqual([])
})

test.skipIf(process.platform === 'win32')('on a full disk nothing half is left', () => {
  const installed = new Installed()
  // No file can have more than 64 KiB.
  const args = ['-c', 'ulimit -f 64; exec "$@"', 'bash', process.execPath, installed.bin, '-f', 'compact', 'a.md']
  const {status, stdout, stderr} = spawnSync('bash', args, {
    cwd: installed.cwd,
    encoding: 'utf8',
    env: installed.environment(),
  })
  expect({status, stdout, stderr}).toEqual(plain)
  expect(installed.beside()).toEqual([])
})

test('a run writes nothing outside of the folder of the package, and there nothing but this', () => {
  const installed = new Installed()
  const elsewhere = join(installed.folder, 'elsewhere')
  mkdirSync(elsewhere)
  const env = Object.fromEntries(
    ['HOME', 'USERPROFILE', 'TMPDIR', 'TMP', 'TEMP', 'XDG_CACHE_HOME', 'LOCALAPPDATA'].map(name => [name, elsewhere]),
  )
  const filesIn = () => readdirSync(installed.folder, {recursive: true}).map(String).sort()
  const before = filesIn()
  expect(installed.run(['a.md'], {env})).toEqual(plain)
  const relative = installed.file.slice(installed.folder.length + 1)
  expect(filesIn()).toEqual([...before, relative].sort())
})

test.skipIf(process.platform === 'win32')('a command by way of a link keeps it beside the program, too', () => {
  const installed = new Installed()
  symlinkSync(installed.bin, join(installed.folder, 'plan-lint'))
  const bin = join(installed.folder, 'plan-lint')
  // It is run by the Node that the path names.
  const PATH = `${dirname(process.execPath)}:${process.env.PATH}`
  const {status} = spawnSync(bin, ['a.md'], {cwd: installed.cwd, env: {...installed.environment(), PATH}})
  expect(status).toBe(1)
  expect(statSync(installed.file).isFile()).toBe(true)
})

test('what was compiled is taken from beside the program, and from nowhere else', () => {
  const installed = new Installed()
  installed.run()
  const {file, folder, cwd} = installed
  const elsewhere = join(folder, 'elsewhere')
  for (const place of [cwd, elsewhere, join(folder, 'package'), join(folder, 'package/dist/bin')]) {
    mkdirSync(place, {recursive: true})
    cpSync(file, join(place, basename(file)))
  }
  rmSync(file)
  installed.seen()
  const env = {HOME: elsewhere, TMPDIR: elsewhere, NODE_COMPILE_CACHE: elsewhere}
  expect(installed.run(['a.md'], {env})).toEqual(plain)
  expect(installed.seen()).toBe('undefined')
})
