import type {LazyConfig} from '../config/load.ts'
import {shownPath} from '../config/paths.ts'
import {SourceText} from '../core/text.ts'
import type {LoadedWorld} from './commands/command.ts'
import {isFixable} from './fix-mode.ts'
import type {Answer, KnownResults, Question} from './known-results.ts'
import type {LintRequest} from './lint-request.ts'
import {readDocument} from './read.ts'
import type {LintedFile} from './reporters/reporter.ts'
import {settingsFor} from './settings-for.ts'
import {complain} from './terminal.ts'

/** What became of one file. */
export interface Handled {
  linted: LintedFile
  /** How many findings were fixed, or would be. */
  fixed: number
  /** What fixing would change, as a unified diff; empty where that is nothing, or not asked for. */
  diff: string
}

/** What a run says of each of its files. */
export interface FileRequest extends Pick<LintRequest, 'preset' | 'severities' | 'fix' | 'diff' | 'color' | 'standIn'> {
  /** An outline costs time; it is made where it is wanted. */
  wantsOutline?: boolean
  /** What need not be found out again. */
  known?: KnownResults
}

/**
 * Lints one file, and fixes it where `request` says so.
 * @throws {Problem} when it cannot be read or written
 * @throws {RuleFailure} when a rule breaks down
 */
export async function handleFile(
  world: LoadedWorld,
  file: string,
  config: LazyConfig,
  request: FileRequest,
): Promise<Handled> {
  const path = shownPath(world.cwd, file)
  const {text, isDamaged} = readDocument(world.fs, file, path)
  if (isDamaged) await complain(world, [`${path}: holds bytes that are no UTF-8, read as "\ufffd"; save it as UTF-8`])
  const asked = settingsFor(file, config, request)
  const answer = find(file, {text, ...asked}, request)
  if (answer && !(request.fix && isFixable(answer.result.findings, request.fix))) {
    return {linted: linted(path, text, answer), fixed: 0, diff: ''}
  }
  // A run that knows all its results already does without the engine.
  const {linterFor} = await import('./lint-text.ts')
  const lint = await linterFor(text, {...(await config.catalogue()), ...asked}, request.wantsOutline ?? false)
  const {fix: mode, known, ...rest} = request
  const outcome = mode
    ? await (await import('./fixing.ts')).fixFile(world, {file, path, text, isDamaged}, lint, {...rest, mode})
    : {text, answer: lint(text), fixed: 0, diff: ''}
  await known?.keep(file, {text: outcome.text, ...asked}, outcome.answer)
  return {linted: linted(path, outcome.text, outcome.answer), fixed: outcome.fixed, diff: outcome.diff}
}

function find(file: string, question: Question, {known, wantsOutline = false}: FileRequest): Answer | undefined {
  const answer = known?.find(file, question)
  return wantsOutline && !answer?.outline ? undefined : answer
}

function linted(path: string, text: string, answer: Answer): LintedFile {
  return {path, source: new SourceText(text), ...answer}
}
