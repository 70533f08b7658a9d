import {spawnSync} from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {fix, suggestion, typed} from './plan.ts'

const root = join(import.meta.dirname, '../..')
const longestRun = 180_000
const longestEnd = 10_000

export interface Change {
  /** The titles in the menu. */
  offered: string[]
  /** The plan after the change. */
  text: string
  /** The rules that still find something. */
  left: string[]
}

/** What a driver saw; how places are told is up to the editor. */
export interface Report<Seen> {
  diagnostics: Seen[]
  underlined: string[]
  fixed: Change
  chosen: Change
  typed: Seen[]
}

export interface Session<Seen> {
  report: Report<Seen>
  /** The command lines of processes that outlived the editor. */
  survivors: string[]
}

/** @throws Error that says what to install where `editor` does not run */
export function requireEditor([editor = '', ...args]: string[], packages: string): void {
  const {error, status, stderr} = spawnSync(editor, args, {encoding: 'utf8'})
  if (!error && status === 0) return
  const install = `apt-get install --no-install-recommends ${packages}`
  throw new Error(`These tests need an editor: ${install}\n${error?.message ?? stderr}`)
}

/**
 * Lets an editor's driver work in a project of its own, with nobody's settings.
 *
 * @param files what the project holds besides the plan and the built package
 * @throws Error where the driver failed, or wrote no report
 */
export async function sessionOf<Seen>(files: Record<string, string>, command: string[]): Promise<Session<Seen>> {
  const folder = projectWith(files)
  try {
    const report = drive<Report<Seen>>(folder, command)
    return {report, survivors: await survivorsIn(folder)}
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

function projectWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'plan-lint-editors-'))
  mkdirSync(join(folder, 'node_modules/.bin'), {recursive: true})
  symlinkSync(root, join(folder, 'node_modules/plan-lint'), 'dir')
  symlinkSync('../plan-lint/dist/bin/plan-lint.js', join(folder, 'node_modules/.bin/plan-lint'))
  copyFileSync(join(import.meta.dirname, 'plan.md'), join(folder, 'plan.md'))
  for (const [name, text] of Object.entries({'package.json': '{}', ...files})) writeFileSync(join(folder, name), text)
  return folder
}

function drive<Result>(folder: string, [editor = '', ...args]: string[]): Result {
  const path = join(folder, 'report.json')
  const {error, stdout, stderr} = spawnSync(editor, args, {
    cwd: folder,
    env: {
      ...process.env,
      HOME: folder,
      XDG_CONFIG_HOME: join(folder, '.config'),
      REPORT: path,
      FIX: fix.title,
      SUGGESTION: suggestion.title,
      TYPED: typed.line,
    },
    encoding: 'utf8',
    timeout: longestRun,
  })
  const report = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {error: `${editor} wrote no report`}
  if (error || report.error) throw new Error(`${error ?? report.error}\n${stdout}${stderr}`)
  return report
}

/** Waits for the processes that were started in `folder`; returns those that do not end. */
async function survivorsIn(folder: string): Promise<string[]> {
  for (const end = Date.now() + longestEnd; ; await setTimeout(50)) {
    const commands = commandsIn(folder)
    if (commands.length === 0 || Date.now() > end) return commands
  }
}

function commandsIn(folder: string): string[] {
  return readdirSync('/proc').flatMap(pid => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder ? [readFileSync(`/proc/${pid}/cmdline`, 'utf8')] : []
    } catch {
      // No process, or one that has ended meanwhile.
      return []
    }
  })
}
