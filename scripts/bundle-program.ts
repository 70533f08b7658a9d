import {createHash} from 'node:crypto'
import {chmodSync, mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type BuildOptions, build, type Metafile} from 'esbuild'

/** Where a module of the program begins to run: what esbuild writes for one that runs when it is asked for. */
const moduleStart = /\(0,(\w+)\[__getOwnPropNames\(\1\)\[0\]\]\)\(/g

/** What the program file begins and ends with; see `ProgramFile` of the loader. */
const [opening, closing] = ['(function(module,require,__filename,importMetaUrl,runModules,importByLoader){', '})']

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
  /** Absolute path of the file that holds the program. */
  file: string
  /** How many bytes each module takes in it, by its path relative to the project. */
  modules: ReadonlyMap<string, number>
}

/**
 * Bundles the command into `folder`: in `program` one file of CommonJS with all its modules, in `bin` the small ones
 * that load it. Node comes to the first line of plan-lint sooner by few files, and by CommonJS.
 */
export async function bundleProgram(root: string, folder: string): Promise<ProgramBundle> {
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
  const code = `${opening}${inAscii(toldModules(textOf(outputFiles)))}${closing}`
  const name = `program-${createHash('sha256').update(code).digest('hex').slice(0, 8)}.js`
  mkdirSync(join(folder, 'program'), {recursive: true})
  writeFileSync(join(folder, 'program', name), code)
  await bundleBins(root, folder, name)
  return {file: join(folder, 'program', name), modules: sizesIn(metafile)}
}

async function bundleBins(root: string, folder: string, programName: string): Promise<void> {
  for (const bin of ['plan-lint', 'lint-worker']) {
    const {outputFiles} = await build({
      ...common,
      absWorkingDir: root,
      entryPoints: [`cli/bin/${bin}.ts`],
      define: {...common.define, programName: JSON.stringify(programName)},
    })
    mkdirSync(join(folder, 'bin'), {recursive: true})
    writeFileSync(join(folder, `bin/${bin}.js`), textOf(outputFiles))
  }
  chmodSync(join(folder, 'bin/plan-lint.js'), 0o755)
  // The package is one of ES modules.
  writeFileSync(join(folder, 'bin/package.json'), '{"type": "commonjs"}\n')
}

function textOf([file]: readonly {text: string}[]): string {
  if (!file) throw new Error('esbuild has given no file')
  return file.text
}

/** Puts before each module that it adds its name to `runModules`. */
function toldModules(code: string): string {
  const told = code.replace(moduleStart, '(runModules.push(__getOwnPropNames($1)[0]),$1[__getOwnPropNames($1)[0]])(')
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

function sizesIn({outputs}: Metafile): Map<string, number> {
  const inputs = Object.values(outputs).flatMap(output => Object.entries(output.inputs))
  return new Map(inputs.map(([path, {bytesInOutput}]) => [path, bytesInOutput]))
}
