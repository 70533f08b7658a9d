import {createHash} from 'node:crypto'
import {chmodSync, mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type BuildOptions, build, type Metafile} from 'esbuild'

/** Where a module of the program begins to run: what esbuild writes for one that runs when it is asked for. */
const moduleStart = /\(0,(\w+)\[__getOwnPropNames\(\1\)\[0\]\]\)\(/g

/** What the program file begins and ends with; see `ProgramFile` of the loader. */
const [opening, closing] = [
  '(function(module,require,__dirname,__filename,importMetaUrl,runModules,importByLoader){',
  '})',
]

const common = {
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  define: {'import.meta.dirname': '__dirname', 'import.meta.url': 'importMetaUrl'},
  logLevel: 'warning',
  metafile: true,
  write: false,
} as const satisfies BuildOptions

export interface ProgramBundle {
  /** How many bytes each module takes in what is built, by its path relative to the project. */
  modules: ReadonlyMap<string, number>
  /** What each module imports by statements, which runs before it; what it imports by calls runs at the call. */
  imports: ReadonlyMap<string, readonly string[]>
}

/**
 * Bundles the command into `folder`: in `program` one file of CommonJS with all its modules, in `bin` the small ones
 * that load it. Node comes to the first line of plan-lint sooner by few files, and by CommonJS. `watcher` is the name of
 * a global function that gets the name of each module and what runs it, and returns what to run in its place; default:
 * none.
 */
export async function bundleProgram(root: string, folder: string, watcher?: string): Promise<ProgramBundle> {
  const {outputFiles, metafile} = await build({
    ...common,
    absWorkingDir: root,
    entryPoints: ['cli/program/program.ts'],
    // Packages that offer both get their ES module, which can be shaken.
    mainFields: ['module', 'main'],
    // What is read at each start is short; the names stay, for whoever reads what went wrong.
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 200,
    // Licences have a file of their own.
    legalComments: 'none',
  })
  const code = `${opening}${inAscii(toldModules(textOf(outputFiles), watcher))}${closing}`
  const name = `program-${createHash('sha256').update(code).digest('hex').slice(0, 8)}.js`
  mkdirSync(join(folder, 'program'), {recursive: true})
  writeFileSync(join(folder, 'program', name), code)
  const metafiles = [metafile, ...(await bundleBins(root, folder, name))]
  return {modules: new Map(metafiles.flatMap(sizesIn)), imports: new Map(metafiles.flatMap(importsIn))}
}

async function bundleBins(root: string, folder: string, programName: string): Promise<Metafile[]> {
  const metafiles: Metafile[] = []
  for (const bin of ['plan-lint', 'lint-worker']) {
    const {outputFiles, metafile} = await build({
      ...common,
      absWorkingDir: root,
      entryPoints: [`cli/bin/${bin}.ts`],
      define: {...common.define, programName: JSON.stringify(programName)},
    })
    mkdirSync(join(folder, 'bin'), {recursive: true})
    writeFileSync(join(folder, `bin/${bin}.js`), textOf(outputFiles))
    metafiles.push(metafile)
  }
  chmodSync(join(folder, 'bin/plan-lint.js'), 0o755)
  // The package is one of ES modules.
  writeFileSync(join(folder, 'bin/package.json'), '{"type": "commonjs"}\n')
  return metafiles
}

function textOf([file]: readonly {text: string}[]): string {
  if (!file) throw new Error('esbuild has given no file')
  return file.text
}

/** Adds to `runModules` the name of each module that begins to run. */
function toldModules(code: string, watcher: string | undefined): string {
  const told = code.replace(moduleStart, (_, modules: string) => {
    const name = `__getOwnPropNames(${modules})[0]`
    const module = `${modules}[${name}]`
    return `(runModules.push(${name}),${watcher ? `${watcher}(${name},${module})` : module})(`
  })
  // One place for ES modules, one for those of CommonJS.
  if (told.split('runModules.push(').length !== 3) throw new Error('esbuild calls modules in another way than it did')
  return told
}

/**
 * esbuild leaves other letters in regular expressions and in `String.raw`, which are regular expressions here as well;
 * an escape means the same there.
 */
function inAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function sizesIn({outputs}: Metafile): [path: string, bytes: number][] {
  const inputs = Object.values(outputs).flatMap(output => Object.entries(output.inputs))
  return inputs.map(([path, {bytesInOutput}]) => [path, bytesInOutput])
}

function importsIn({inputs}: Metafile): [path: string, imports: string[]][] {
  return Object.entries(inputs).map(([path, {imports}]) => {
    const own = imports.filter(({kind, external}) => kind !== 'dynamic-import' && !external)
    return [path, own.map(imported => imported.path)]
  })
}
