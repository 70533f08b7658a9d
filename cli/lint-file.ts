import type {LazyConfig} from '../config/load.ts'
import {shownPath} from '../config/paths.ts'
import {SourceText} from '../core/text.ts'
import type {LintAhead} from './ahead/lint-ahead.ts'
import type {LoadedWorld} from './commands/command.ts'
import {isFixable} from './fix-mode.ts'
import type {Fixable, Fixed} from './fixing.ts'
import type {Answer, KnownResults, Question} from './known-results.ts'
import type {LintRequest} from './lint-request.ts'
import type {Linter, Wants} from './lint-text.ts'
import {readDocument} from './read.ts'
import type {LintedFile} from './reporters/reporter.ts'
import type {Repositories} from './repositories.ts'
import {settingsFor} from './settings-for.ts'
import {complain} from './terminal.ts'
import {type Timer, untimed} from './timer.ts'

/** What became of one file. */
export interface Handled {
  linted: LintedFile
  /** How many findings were fixed, or would be. */
  fixed: number
  /** What fixing would change, as a unified diff; empty where that is nothing, or not asked for. */
  diff: string
  /** Whether this was known without linting. */
  isKnown: boolean
  /** Whether a repository is around it, which rules can look at. */
  isInRepository: boolean
}

/** What a run says of each of its files. */
export interface FileRequest extends Pick<LintRequest, 'preset' | 'severities' | 'fix' | 'diff' | 'color' | 'standIn'> {
  /** An outline costs time; it is made where it is wanted. */
  wantsOutline?: boolean
  /** Whether the texts of files without findings are read, too. */
  wantsTexts?: boolean
  /** What need not be found out again. */
  known?: KnownResults
  /** The repositories around the files; absent where rules are to do without. */
  repositories?: Repositories
  timer?: Timer
  /** Answers that others have found meanwhile. */
  ahead?: Pick<LintAhead, 'answerFor'>
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
  const {timer = untimed} = request
  const path = shownPath(world.cwd, file)
  const {text, isDamaged} = timer.time('read', () => readDocument(world.fs, file, path))
  if (isDamaged) await complain(world, [`${path}: holds bytes that are no UTF-8, read as "\ufffd"; save it as UTF-8`])
  const question = questionOf(file, text, config, request)
  const isInRepository = question.address !== null
  const answer = timer.time('read', () => find(file, question, request))
  if (answer && !(request.fix && isFixable(answer.result.findings, request.fix))) {
    return {linted: linted(path, text, answer, request), fixed: 0, diff: '', isKnown: true, isInRepository}
  }
  const early = await request.ahead?.answerFor(file, text)
  if (early) {
    await request.known?.keep(file, question, early)
    return {linted: linted(path, text, early, request), fixed: 0, diff: '', isKnown: false, isInRepository}
  }
  const lint = await timer.time('load', async () => {
    // A run that knows all its results already does without the engine.
    const {linterFor} = await import('./lint-text.ts')
    const {preset, settings, address} = question
    const options = {
      ...(await config.catalogue()),
      preset,
      settings,
      ...(await request.repositories?.lintOption(address)),
    }
    return linterFor(text, options, wantsOf(request))
  })
  const outcome = await timer.time('lint', () => lintedBy(lint, {file, path, text, isDamaged}, world, request))
  await request.known?.keep(file, {...question, text: outcome.text}, outcome.answer)
  const {fixed, diff} = outcome
  return {linted: linted(path, outcome.text, outcome.answer, request), fixed, diff, isKnown: false, isInRepository}
}

/** Lints a file whose result is not known, or has something to fix. */
async function lintedBy(lint: Linter, file: Fixable, world: LoadedWorld, request: FileRequest): Promise<Fixed> {
  const {fix: mode, ...rest} = request
  if (!mode) return {text: file.text, answer: lint(file.text), fixed: 0, diff: ''}
  const {fixFile} = await import('./fixing.ts')
  return fixFile(world, file, lint, {...rest, mode})
}

/**
 * What `file` holds and how it is judged, if it has to be linted; undefined where that is known, or it cannot be read.
 */
export function openQuestion(
  {fs, cwd}: LoadedWorld,
  file: string,
  config: LazyConfig,
  request: FileRequest,
): Question | undefined {
  try {
    const {text} = readDocument(fs, file, shownPath(cwd, file))
    const question = questionOf(file, text, config, request)
    return find(file, question, request) ? undefined : question
  } catch {
    // It is told when its turn comes.
    return undefined
  }
}

function questionOf(file: string, text: string, config: LazyConfig, request: FileRequest): Question {
  return {text, ...settingsFor(file, config, request), address: request.repositories?.addressOf(file) ?? null}
}

/** What is wanted of linting besides the findings. */
export function wantsOf({known, wantsOutline = false}: FileRequest): Wants {
  return {wantsOutline, wantsAsked: known !== undefined}
}

function find(file: string, question: Question, {known, wantsOutline = false}: FileRequest): Answer | undefined {
  const answer = known?.find(file, question)
  return wantsOutline && !answer?.outline ? undefined : answer
}

/** Where nothing is wrong hardly a report needs the text, and many texts take more memory than all that is found. */
function linted(path: string, text: string, answer: Answer, {wantsTexts = false}: FileRequest): LintedFile {
  const isNeeded = wantsTexts || answer.result.findings.length > 0
  return {path, source: new SourceText(isNeeded ? text : ''), ...answer}
}
