import {tableRows, wrapped} from '../layout.ts'
import type {Style} from '../style.ts'
import {harmless} from '../terminal.ts'
import type {Answer, Rival} from './answer.ts'

/** The answer for people: the preset and why, what would change it, how near the other presets are. */
export function answerShown(answer: Answer, style: Style): string {
  const {paint, columns, split} = style
  const head = wrapped(
    [
      {text: harmless(answer.path), paint: paint.bold},
      {text: ` ${harmless(answer.preset)}`, paint: paint.cyan},
      {text: `, ${harmless(reasonOf(answer))}`},
    ],
    columns,
    split,
  )
  const ways = tableRows(
    waysToChange(answer).map(([place, what]) => [[{text: place}], [{text: harmless(what), paint: paint.cyan}]]),
    {width: columns - 2, split},
  ).flat()
  const others = tableRows(
    answer.others.map(rival => [
      [{text: harmless(rival.preset), paint: paint.bold}],
      [{text: harmless(standingOf(rival, answer))}],
    ]),
    {width: columns - 2, split},
  ).flat()
  const parts = [
    head,
    [paint.bold('To have it judged by another preset, say so'), ...ways.map(indented)],
    ...(others.length > 0 ? [[paint.bold('Other presets'), ...others.map(indented)]] : []),
  ]
  return `${parts.map(lines => lines.join('\n')).join('\n\n')}\n`
}

/** Features told of those that a document lacks; one more is shown rather than counted. */
const mostLacks = 2

const indented = (line: string) => `  ${line}`

function reasonOf(answer: Answer): string {
  const {presetSource, evidence, setting, presetFile, configFiles} = answer
  const [config = 'the configuration'] = configFiles
  const from = presetFile === null ? '' : `, from ${presetFile}`
  switch (presetSource) {
    case 'config':
      return setting?.files
        ? `as the override for ${setting.files.map(glob => `"${glob}"`).join(', ')} in ${config} has it${from}`
        : `as "preset" in ${config} has it${from}`
    case 'directive':
      return `as the document says: ${evidence.join(', ')}`
    case 'detected':
      return `as it has: ${evidence.join(', ')}`
    case 'fallback':
      return 'the fallback, as it looks like no other preset'
  }
}

/** Places where a preset can be named, those that win over the present choice. */
function waysToChange({path, presetSource, setting, configFiles}: Answer): [string, string][] {
  const config = configFiles[0] ?? 'plan-lint.config.json'
  const override = `"overrides": [{"files": [${JSON.stringify(path)}], "preset": "<id>"}]`
  return [
    ...(presetSource === 'config'
      ? []
      : [['in the document', '<!-- plan-lint preset: <id> -->'] satisfies [string, string]]),
    [`in ${harmless(config)}`, setting?.files ? 'another "preset" in that override' : override],
    ['for one run', `plan-lint --preset <id> ${path}`],
  ]
}

function standingOf({found, missing, against, needed, fits}: Rival, {preset, presetSource}: Answer): string {
  if (found.length >= needed && against.length > 0)
    return `has ${found.join(', ')}, but also what others are known by: ${against.join(', ')}`
  if (fits) return `fits, too: ${found.join(', ')}${presetSource === 'detected' ? `; ${preset} comes before it` : ''}`
  const count = missing.length + found.length
  const of = needed < count ? `${needed} of ${count}` : String(needed)
  const has = found.length > 0 ? `has ${found.length} of ${of}: ${found.join(', ')}; ` : ''
  const shown = missing.length > mostLacks + 1 ? missing.slice(0, mostLacks) : missing
  const more = missing.length - shown.length
  const lacks = [...shown, ...(more > 0 ? [`${more} more`] : [])].join(needed < count ? ' or ' : ' and ')
  return `${has}lacks ${lacks}`
}
