import {SourceText} from '../../core/text.ts'
import {configs} from './configs.ts'
import type {Document} from './document.ts'
import {markdownlintConfigOf} from './project.ts'
import {placeIn, type Row, written} from './row.ts'

/** Something that hosts cannot show as it is. */
export interface Loss {
  hosts: readonly string[]
  what: string
  because: string
  /** What the host shows of a finding, given what it would show but for this; null where it shows nothing. */
  shows(row: Row, document: Document): Row | null
}

const markdownlint = ['markdownlint/sync', 'markdownlint/promise', 'markdownlint-cli2']
const remark = ['remark', 'remark-cli']
const languageServer = ['LSP push', 'LSP pull']

/** All differences between hosts. Where several concern a finding, each goes on from what the one before it left. */
export const losses: readonly Loss[] = [
  {
    hosts: [...markdownlint, ...remark, ...languageServer],
    what: 'findings in a document that does not tell that it is a plan',
    because: 'these hosts see every Markdown file of a project, while the command line is given plans',
    shows: (row, {isPlan}) => (isPlan ? row : null),
  },
  {
    hosts: markdownlint,
    what: 'the severity of a finding',
    because: 'markdownlint goes by the configuration of the rule, and knows no information',
    shows: (row, {config}) => ({...row, severity: configuredSeverity(row.rule, config)}),
  },
  {
    hosts: markdownlint,
    what: 'place and fix of a finding in the front matter',
    because: 'markdownlint takes the front matter off, and before 0.42 allows no errors there',
    shows: inBody,
  },
  {
    hosts: markdownlint,
    what: 'the lines after the first of a finding',
    because: 'a range of markdownlint is a column and a length, in one line',
    shows: (row, {text}) => ({...row, at: onFirstLine(row.at, new SourceText(text))}),
  },
  {
    hosts: markdownlint,
    what: 'the column of a finding on no text',
    because: 'a range of markdownlint is not empty',
    shows: row => ({...row, at: onText(row.at)}),
  },
  {
    hosts: markdownlint,
    what: 'related places',
    because: 'an error of markdownlint has one place',
    shows: row => ({...row, related: []}),
  },
  {
    hosts: markdownlint,
    what: 'suggestions',
    because: 'whatever change markdownlint knows of, it makes unasked',
    shows: row => ({...row, changes: row.changes.filter(({title}) => title === 'fix')}),
  },
  {
    hosts: markdownlint,
    what: 'fixes of more than one line or place',
    because: 'a fix of markdownlint is one edit inside a line, or takes a line out',
    shows: row => ({...row, changes: row.changes.filter(({edits}) => edits.length === 1 && edits.every(isOfOneLine))}),
  },
  {
    hosts: remark,
    what: 'a finding behind the last words of a document, as in the address of a link',
    because: 'the comments of remark-lint are read by unified-message-control, which takes that for nowhere',
    shows: (row, {text}) => (isBehindLastWords(row.at, text) ? null : row),
  },
  {
    hosts: remark,
    what: 'where a related place ends',
    because: 'a message of remark has one place, and a text for the others',
    shows: row => ({...row, related: row.related.map(other => other.replace(/-\S+/, ''))}),
  },
  {
    hosts: remark,
    what: 'changes of anything but the place of the finding',
    because: 'a message of remark offers texts to be put there instead',
    shows: row => ({
      ...row,
      changes: row.changes.filter(({edits}) => edits.length === 1 && edits[0]?.startsWith(`${row.at} `)),
    }),
  },
  {
    hosts: remark,
    what: 'titles of changes',
    because: 'the texts that a message of remark offers have none',
    shows: row => ({...row, changes: row.changes.map(({edits}) => ({title: '', edits}))}),
  },
  {
    hosts: languageServer,
    what: 'changes',
    because: 'editors ask for them by themselves, as code actions',
    shows: row => ({...row, changes: []}),
  },
]

function configuredSeverity(rule: string, config: string): Row['severity'] {
  const setting = markdownlintConfigOf(configs[config] ?? {})[`plan-${rule}`]
  const isWarning =
    typeof setting === 'object' && setting !== null && 'severity' in setting && setting.severity === 'warning'
  return isWarning ? 'warning' : 'error'
}

/** As markdownlint takes it off, with the blank lines after it. */
const frontMatter = /^(?:---|\+\+\+)\s*?\n[\s\S]*?\n(?:---|\+\+\+)\s*?\n\s*\n?/

function inBody(row: Row, {text}: Document): Row {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const {line} = placeIn(row.at)
  const taken = (frontMatter.exec(plain)?.[0] ?? '').split('\n').length - 1
  if (line > taken) return row
  const first = {line: taken + 1, column: 1, endLine: taken + 1, endColumn: 1}
  return {...row, at: written(first), message: `${row.message} (line ${line}, in the front matter)`, changes: []}
}

function onFirstLine(at: string, source: SourceText): string {
  const place = placeIn(at)
  if (place.endLine === place.line) return at
  const {length} = source.lineText(place.line).replace('\uFEFF', '')
  return written({...place, endLine: place.line, endColumn: Math.max(length + 1, place.column)})
}

function onText(at: string): string {
  const {line, column, endColumn} = placeIn(at)
  return column === endColumn ? written({line, column: 1, endLine: line, endColumn: 1}) : at
}

function isOfOneLine(edit: string): boolean {
  const {line, column, endLine, endColumn} = placeIn(edit)
  return endLine === line || (endLine === line + 1 && column === 1 && endColumn === 1 && edit.endsWith(' ""'))
}

function isBehindLastWords(at: string, text: string): boolean {
  const source = new SourceText(text)
  const address = /\]\([^)]*\)\s*$/.exec(text)
  return address !== null && source.offsetAt(placeIn(at)) > address.index
}
