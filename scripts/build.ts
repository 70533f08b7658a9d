import {spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {build, type Metafile} from 'esbuild'
import {globSync} from 'tinyglobby'
import {editorSchema} from '../config/schema.ts'
import {presets} from '../presets/index.ts'
import {rules} from '../rules/index.ts'
import {bundleProgram} from './bundle-program.ts'
import {remarkEntryPoints, remarkModules, writeHostPresets} from './host-presets.ts'
import {thirdPartyNotice} from './licences.ts'

const root = resolve(import.meta.dirname, '..')
const dist = join(root, 'dist')
const stamp = 'THIRD-PARTY-LICENSES.txt'
const runners = 'cli/doctor/runners'
const sources = [
  'index.ts',
  '{core,rules,presets,repository,hosts,config,cli,scripts}/**/*.ts',
  `${runners}/*.mjs`,
  'package.json',
  'tsconfig*.json',
]

const {values} = parseArgs({options: {'if-stale': {type: 'boolean', default: false}}})
if (!values['if-stale'] || isStale()) await buildPackage()

/** Whether a source is younger than the last build; the stamp is the file that a build writes last. */
function isStale(): boolean {
  const last = statSync(join(dist, stamp), {throwIfNoEntry: false})
  if (!last) return true
  return globSync(sources, {cwd: root, absolute: true}).some(file => statSync(file).mtimeMs > last.mtimeMs)
}

/** Builds beside `dist` and swaps at the end, so that a running command never meets half a build. */
async function buildPackage(): Promise<void> {
  const started = new Date()
  const staging = join(root, `dist.${process.pid}`)
  mkdirSync(staging)
  try {
    const inputs = await bundle(staging)
    emitDeclarations(staging)
    writeHostPresets(staging, presets, rules)
    writeConfigSchema(staging)
    // Processes of their own, which import what a project brings and nothing of ours.
    cpSync(join(root, runners), join(staging, 'runners'), {recursive: true})
    writeFileSync(join(staging, stamp), thirdPartyNotice(inputs, root))
    // What is saved while the build runs is younger than the build.
    utimesSync(join(staging, stamp), started, started)
    rmSync(dist, {recursive: true, force: true})
    renameSync(staging, dist)
  } finally {
    rmSync(staging, {recursive: true, force: true})
  }
}

/** Bundles every public module into `folder`; returns the paths of all modules that went in. */
async function bundle(folder: string): Promise<string[]> {
  const library = [
    {in: 'index.ts', out: 'index'},
    {in: 'hosts/markdownlint.ts', out: 'hosts/markdownlint'},
    {in: 'hosts/remark.ts', out: 'hosts/remark'},
    ...presets.map(({id}) => ({in: `presets/${id}.ts`, out: `presets/${id}`})),
    ...remarkEntryPoints(presets),
  ]
  const program = await bundleProgram(root, folder)
  const {metafile} = await build({
    absWorkingDir: root,
    entryPoints: library,
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // Packages that offer both get their ES module, which can be shaken and split.
    mainFields: ['module', 'main'],
    plugins: [remarkModules(root)],
    chunkNames: 'chunks/[name]-[hash]',
    metafile: true,
    logLevel: 'warning',
  })
  assertLoadable(metafile)
  return [...program.modules.keys(), ...inputsOf(metafile)]
}

function inputsOf({outputs}: Metafile): string[] {
  return Object.values(outputs).flatMap(({inputs}) => Object.keys(inputs))
}

/** An ES module cannot `require` a built-in, and nobody would notice before that line runs. */
function assertLoadable(metafile: Metafile): void {
  for (const [file, output] of Object.entries(metafile.outputs)) {
    const external = output.imports.find(imported => imported.external && imported.kind === 'require-call')
    if (external) throw new Error(`${file} would call require('${external.path}'); bundle an ES module instead.`)
  }
}

/** For editors: a configuration names it as its `$schema`. */
function writeConfigSchema(folder: string): void {
  mkdirSync(join(folder, 'schema'))
  const schema = JSON.stringify(editorSchema(rules, presets), null, 2)
  writeFileSync(join(folder, 'schema/config.schema.json'), `${schema}\n`)
}

function emitDeclarations(folder: string): void {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const args = [tsc, '-p', 'tsconfig.build.json', '--outDir', folder]
  const {status} = spawnSync(process.execPath, args, {cwd: root, stdio: 'inherit'})
  if (status !== 0) throw new Error('The type declarations could not be written; the compiler says why above.')
}
