import {fileURLToPath, pathToFileURL} from 'node:url'
import {didYouMean} from '../../config/did-you-mean.ts'
import type {FileSystem} from '../../config/file-system.ts'
import {importModule, pathNamed, whyNotLoaded} from '../../config/modules.ts'
import {firstLine, Problem} from '../../config/problem.ts'
import {harmless} from '../terminal.ts'
import {reportOf} from './json.ts'
import type {OwnReporter, ReporterTools} from './report-data.ts'
import type {Reporter, Run, Target} from './reporter.ts'
import {reporterNames} from './reporters.ts'

const kinds = {noun: 'reporter', all: '.mjs, .js or .ts', everywhere: '.mjs'}

/**
 * Imports the reporter that the user names by the path of a module, or by the name of a package.
 * @throws {Problem} when it cannot be found or loaded, or its default export is no function
 */
export async function loadOwnReporter(fs: FileSystem, cwd: string, name: string): Promise<Reporter> {
  const file = await locate(fs, cwd, name)
  let module: {default?: unknown}
  try {
    module = await importModule({fs}, file)
  } catch (error) {
    throw new Problem(`the reporter "${name}" ${whyNotLoaded(file, error, kinds)}`)
  }
  const {default: own} = module
  if (typeof own !== 'function') {
    throw new Problem(`the reporter "${name}" has no function as its default export; export one that returns the text`)
  }
  return (run, target) => textFrom(name, own as OwnReporter, run, target)
}

async function locate(fs: FileSystem, cwd: string, name: string): Promise<string> {
  const from = `${cwd}/plan-lint`
  const path = pathNamed(name, from)
  if (path !== undefined) {
    if (fs.existsSync(path)) return path
    throw new Problem(`cannot find the reporter "${name}"; check the path`)
  }
  const {resolve} = await import('import-meta-resolve')
  try {
    return fileURLToPath(resolve(name, pathToFileURL(from).href))
  } catch {
    const known = `; formats are ${reporterNames.join(', ')}, or a module of your own ("./reporter.mjs")`
    throw new Problem(`unknown format "${name}"${didYouMean(name, reporterNames) || known}`)
  }
}

async function textFrom(name: string, own: OwnReporter, run: Run, {color, columns}: Target): Promise<string> {
  const texts = new Map(run.files.map(({path, source}) => [path, source.text]))
  const tools: ReporterTools = {
    color,
    ...(columns === undefined ? {} : {columns}),
    textOf: path => texts.get(path) ?? '',
    harmless,
  }
  let text: unknown
  try {
    text = await own(reportOf(run), tools)
  } catch (error) {
    const problem = new Problem(`the reporter "${name}" failed: ${firstLine(error)}; PLAN_LINT_DEBUG=1 prints where`)
    problem.cause = error
    throw problem
  }
  if (typeof text !== 'string') throw new Problem(`the reporter "${name}" gave no text; return a string`)
  return text
}
