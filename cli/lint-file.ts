import type {ProjectConfig} from '../config/load.ts'
import {shownPath} from '../config/paths.ts'
import {Problem} from '../config/problem.ts'
import {loadGrammars} from '../core/code/grammars.ts'
import {languagesIn} from '../core/code/languages-in.ts'
import {analyse, type LintOptions} from '../core/lint.ts'
import type {RuleSettings} from '../core/preset.ts'
import {SourceText} from '../core/text.ts'
import type {LoadedWorld} from './commands/command.ts'
import type {LintRequest} from './lint-request.ts'
import {readDocument} from './read.ts'
import {outlineOf} from './reporters/outline.ts'
import type {LintedFile} from './reporters/reporter.ts'
import {withSeverities} from './severities.ts'
import {complain, wantsColor} from './terminal.ts'

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
  wantsOutline?: boolean
}

/** How `file` is linted: as the command line says, else as the configuration does. */
export function settingsFor(
  file: string,
  config: ProjectConfig,
  request: Pick<LintRequest, 'preset' | 'severities'>,
): LintOptions & {settings: RuleSettings} {
  const {preset = 'auto', rules: settings = {}} = config.settingsOf(file)
  return {
    ...config.catalogue,
    preset: request.preset ?? preset,
    settings: withSeverities(settings, request.severities),
  }
}

/**
 * Lints one file, and fixes it where `request` says so. An outline costs time; it is made where it is wanted.
 * @throws {Problem} when it cannot be read or written
 * @throws {RuleFailure} when a rule breaks down
 */
export async function handleFile(
  world: LoadedWorld,
  file: string,
  config: ProjectConfig,
  {wantsOutline = false, ...request}: FileRequest,
): Promise<Handled> {
  const path = shownPath(world.cwd, file)
  const {text, isDamaged} = readDocument(world.fs, file, path)
  if (isDamaged) await complain(world, [`${path}: holds bytes that are no UTF-8, read as "\ufffd"; save it as UTF-8`])
  const options = settingsFor(file, config, request)
  await loadGrammars(languagesIn(text))
  const lintText = (current: string): LintedFile => {
    const {result, plan} = analyse(current, options)
    return {path, source: new SourceText(current), result, ...(wantsOutline && {outline: outlineOf(plan)})}
  }

  if (!request.fix) return {linted: lintText(text), fixed: 0, diff: ''}
  const {fixedText, writeBack} = await import('./fixing.ts')
  const {text: after, fixed} = fixedText(text, options, request.fix)
  if (request.diff) {
    const {unifiedDiff} = await import('./diff.ts')
    return {linted: lintText(text), fixed, diff: unifiedDiff(path, text, after, wantsColor(request.color, world))}
  }
  if (after !== text) {
    if (isDamaged) throw new Problem(`${path}: holds bytes that are no UTF-8 and would be lost; it is not fixed`)
    if (request.standIn) request.standIn.takeFixed(after)
    else writeBack(world.fs, file, path, {before: text, after})
  }
  return {linted: lintText(after), fixed, diff: ''}
}
