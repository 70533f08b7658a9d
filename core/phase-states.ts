import {saysNothing} from './content/nothing.ts'
import type {Document} from './document.ts'
import type {Range} from './finding.ts'
import type {Table} from './markdown.ts'
import {anyScript} from './patterns.ts'
import type {PhaseHeading} from './phases.ts'
import {haveAny, haveStart, startingIn} from './ranges.ts'
import type {Section} from './sections.ts'
import {isCompleted} from './status.ts'
import {numberPattern, oncePerTitle, plainTitle} from './titles.ts'

type State = PhaseHeading['state']

const given = anyScript(
  String.raw`^(?:skipped|deferred|postponed|dropped|cancell?ed|descoped|n/a|건너뜀|보류|跳过|推迟)(?![\p{L}\p{N}])`,
  'i',
)
const name = /phase|stage|step|milestone/i
const named = new RegExp(String.raw`^(?:${name.source})\s*#?(${numberPattern})(?![\p{L}\p{N}])`, 'iu')
const statusTitle = /^(?:implementation |phase |stage )?status\s*[:：–—-]+\s*(\S.*)$/i
const statusLabel = /^(?:implementation |phase |stage )?status$/i

const proof = /\b(?:verification|validation|success criteria)$|검증$|验证$|驗證$/i

/** What a checklist is called that shows a phase to be done. */
const judging =
  '(?:completed? when|completion (?:criteria|checklist)|done when|definition of done|(?:exit|acceptance|success|verification|validation) (?:criteria|checklist)|verification|validation|sign-?off|완료 조건|완료 기준|검증|验证|验收|完成标准|成功标准|驗證|驗收|完成標準|成功標準)'
/** `Phase 1 Complete When`, with the number; no separator stands before what only names the phase. */
const judged = anyScript(String.raw`^(?:${name.source})\s*#?(${numberPattern})\s+${judging}`, 'i')
/** `Definition of Done for Phase 1`, likewise. */
const judgedLast = anyScript(String.raw`^${judging}[^\p{L}].*?(?:${name.source})\s*#?(${numberPattern})[)）]?$`, 'i')

const ticked = /✅|✔|☑|\[x\]/i
const status = /^(?:implementation |current |phase )?(?:status|progress)$/i
/** A sentence in bold that opens a line: `**Phase 1 — done.**`. */
const sentence = new RegExp(
  String.raw`^\*\*(?:${name.source})\s*#?(${numberPattern})\s*[:：–—-]+(?![:：–—-])\s*(?!\s)([^*\n]+?)[.:：]?\*\*`,
  'iu',
)

function stateIn(words: string): State {
  const plain = plainTitle(words)
  if (given.test(plain)) return 'skipped'
  return isCompleted({start: 0, end: 0, value: plain}) ? 'done' : null
}

/** What a heading such as `### Implementation Status: Complete` says. */
const stateInTitle = oncePerTitle((title): State => {
  const status = statusTitle.exec(plainTitle(title))?.[1]
  return status === undefined ? null : stateIn(status)
})

/** Whether a phase is only prose, nothing in it to do, and says that there is nothing to verify either. */
function hasNothingToVerify(document: Document, {body, children}: Section): boolean {
  const {items, fences, tables, labels} = document
  if (children.length > 0 || [items, fences, tables].some(list => haveStart(list, body))) return false
  return startingIn(labels, body).some(({name, content}) => proof.test(name.trim()) && saysNothing(document, content))
}

/** Whether the headings under that of a phase, two or more, each have a mark of what is done. */
function areAllTicked({children}: Section): boolean {
  return children.length > 1 && children.every(({title}) => ticked.test(title))
}

/** Whether there are boxes in a section, two or more, and each of them is ticked. */
function areBoxesTicked({items}: Document, {body}: Section): boolean {
  const boxes = startingIn(items, body).filter(({checked}) => checked !== null)
  return boxes.length > 1 && boxes.every(({checked}) => checked)
}

/**
 * What a heading or a label under that of a phase says of it: `### Implementation Status: Complete`, or `N/A` for the
 * verification of a phase without work; `done` where all its headings are ticked.
 */
export function stateUnder(document: Document, section: Section): State {
  const {text, labels} = document
  const {body, children} = section
  if (hasNothingToVerify(document, section)) return 'skipped'
  if (areAllTicked(section)) return 'done'
  for (const {title} of children) {
    const state = stateInTitle(title)
    if (state) return state
  }
  const opening = {start: body.start, end: children[0]?.start ?? body.end}
  const label = startingIn(labels, opening).find(({name, depth}) => depth === 0 && statusLabel.test(name.trim()))
  return label ? stateIn(text.slice(label.value.start, label.value.end)) : null
}

function rowsOf({text}: Document, {rows}: Table): string[][] {
  return rows.map(row => row.map(({start, end}) => text.slice(start, end)))
}

/** The number of the phase that a cell or a line is about; most are about none, and only looked through for its name. */
function numberOf(words: string): string | undefined {
  return name.test(words) ? named.exec(plainTitle(words))?.[1] : undefined
}

function isAboutStatus(title: string): boolean {
  return status.test(plainTitle(title))
}

/** By number, what the sentences of sections on the status say of phases: `**Phase 1 — done.** All is laid.` */
function statesInSentences({text, lines, sections}: Document, phases: readonly Range[]): [string, State][] {
  const places = sections.filter(section => isAboutStatus(section.title) && !haveAny(phases, section))
  return places.flatMap(({body}) =>
    startingIn(lines, body).flatMap(({start, end}): [string, State][] => {
      const [, number, said = ''] = sentence.exec(text.slice(start, end)) ?? []
      const state = stateIn(said)
      return number && state ? [[number, state]] : []
    }),
  )
}

/** The number of the phase that a title such as `Phase 1 Complete When` says how to judge; most titles name no phase. */
function numberJudged(title: string): string | undefined {
  return name.test(title) ? numberJudgedIn(title) : undefined
}

const numberJudgedIn = oncePerTitle((title): string | undefined => {
  const words = plainTitle(title)
  return (judged.exec(words) ?? judgedLast.exec(words))?.[1]
})

/** By number, the phases of which a section outside them, such as `Phase 1 Complete When`, has all its boxes ticked. */
function statesInChecklists(document: Document, phases: readonly Range[]): [string, State][] {
  return document.sections.flatMap((section): [string, State][] => {
    const number = numberJudged(section.title)
    return number && !haveAny(phases, section) && areBoxesTicked(document, section) ? [[number, 'done']] : []
  })
}

/** By number, what checklists, tables and lines outside `phases` say of phases: `| Phase 2: Store | Complete |`, `~~Phase 3~~`. */
export function statesOutside(document: Document, phases: readonly Range[]): Map<string, State> {
  const {text, tables, lines} = document
  const states = new Map([...statesInChecklists(document, phases), ...statesInSentences(document, phases)])
  for (const table of tables) {
    if (haveAny(phases, table)) continue
    for (const [first = '', ...cells] of rowsOf(document, table)) {
      const number = numberOf(first)
      const state = number && cells.map(stateIn).find(found => found !== null)
      if (number && state) states.set(number, state)
    }
  }
  for (const line of lines) {
    const struck = text.startsWith('~~', line.start) && /^~~[^~]+(?=~~)/.exec(text.slice(line.start, line.end))?.[0]
    const number = struck && !haveAny(phases, line) && numberOf(struck)
    if (number) states.set(number, 'skipped')
  }
  return states
}
