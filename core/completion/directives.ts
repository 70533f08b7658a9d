import type {DirectiveKind} from '../directives.ts'
import {codeSpansIn} from '../document.ts'
import type {Range} from '../finding.ts'
import type {Plan} from '../plan.ts'
import {firstAtOrAfter, haveAny} from '../ranges.ts'
import type {Completion, Cursor} from './completion.ts'

const directives: Record<DirectiveKind, {text: string; detail: string}> = {
  preset: {text: 'plan-lint preset: ', detail: 'The template that the plan follows'},
  'disable-next-line': {text: 'plan-lint-disable-next-line ', detail: 'Keeps back findings in the next line'},
  'disable-line': {text: 'plan-lint-disable-line ', detail: 'Keeps back findings in this line'},
  disable: {text: 'plan-lint-disable ', detail: 'Keeps back findings from here on'},
  enable: {text: 'plan-lint-enable ', detail: 'Ends what plan-lint-disable began'},
  'disable-file': {text: 'plan-lint-disable-file ', detail: 'Keeps back findings in the whole plan'},
}

/** No comment that holds a directive is as long before its names end. */
const reach = 1000

/** What stands in the comment around `offset` before it; null where there is none, or where it is code. */
function commentBefore({text, document}: Plan, offset: number): string | null {
  const from = Math.max(0, offset - reach)
  const words = text.slice(from, offset)
  const open = words.lastIndexOf('<!--')
  if (open < 0 || words.includes('-->', open)) return null
  const place = {start: from + open, end: from + open + 4}
  const block = document.blocks[firstAtOrAfter(document.blocks, place.start + 1) - 1]
  const isCode = haveAny(document.fences, place) || (block && haveAny(codeSpansIn(text, block), place))
  return isCode ? null : words.slice(open + 4)
}

/** The word around the cursor, of which `typed` stands before it. */
function wordAt({offset, after}: Cursor, typed: string): Range {
  const [rest = ''] = /^(?:-?\w+)*/.exec(after) ?? []
  return {start: offset - typed.length, end: offset + rest.length}
}

const opening = /^\s*((?:p[\w-]*(?:[ \t]+p?r?e?s?e?t?)?)?)$/
const presetName = /^\s*plan-lint\s+preset\s*:\s*([\w-]*)$/
const ruleNames =
  /^\s*plan-lint-(?:disable-next-line|disable-line|disable-file|disable|enable)\s+((?:[\w-]+[\s,]+)*)([\w-]*)$/

function namesOf(cursor: Cursor, typed: string): Completion[] {
  const isClosed = cursor.after.includes('-->')
  const [rest = ''] = /^(?:-?\w+)*(?:[ \t]*:[ \t]*)?/.exec(cursor.after) ?? []
  const place = {start: cursor.offset - typed.length, end: cursor.offset + rest.length}
  return Object.values(directives).map(({text, detail}) => ({
    kind: 'directive',
    ...place,
    label: text.trim(),
    detail,
    text,
    filter: text,
    aroundCursor: [text, isClosed ? '' : ' -->'],
  }))
}

/** In a comment: directives, the presets that one may name, the rules that others may. */
export function directiveCompletions(cursor: Cursor): Completion[] {
  const words = commentBefore(cursor.plan, cursor.offset)
  if (words === null) return []
  const {catalogue, isTyped} = cursor
  const [, preset] = presetName.exec(words) ?? []
  if (preset !== undefined) {
    return catalogue.presets.map(({id, summary}) => ({
      kind: 'preset',
      ...wordAt(cursor, preset),
      label: id,
      detail: summary,
      text: id,
      filter: id,
    }))
  }
  const [, listed, rule] = ruleNames.exec(words) ?? []
  if (listed !== undefined && rule !== undefined) {
    const taken = new Set(listed.split(/[\s,]+/))
    const isReason = taken.has('--') || rule === '-' || rule === '--'
    return isReason ? [] : ruleCompletions(cursor, rule, taken)
  }
  const [, typed] = opening.exec(words) ?? []
  return typed === undefined || (typed === '' && isTyped) ? [] : namesOf(cursor, typed)
}

function ruleCompletions(cursor: Cursor, typed: string, taken: ReadonlySet<string>): Completion[] {
  return cursor.catalogue.rules
    .filter(({id}) => !taken.has(id))
    .map(({id, summary}) => ({
      kind: 'rule',
      ...wordAt(cursor, typed),
      label: id,
      detail: summary,
      text: id,
      filter: id,
    }))
}
