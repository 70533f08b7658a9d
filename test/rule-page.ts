import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/** What files hold, by their path. */
export type Repository = Readonly<Record<string, string>>

/** A plan shown on a rule's page. */
export interface Example {
  /** The heading of level 2 that it stands under. */
  section: string
  /** Its line on the page. */
  line: number
  preset: string
  options: Readonly<Record<string, unknown>>
  /** The files of the repository that the plan stands in, with what they hold; null where the page shows none. */
  repository: Repository | null
  plan: string
  /** What the page says is found, as `line:column severity message`; null where it says nothing. */
  findings: readonly string[] | null
}

export interface RulePage {
  /** Headings of level 2, in order. */
  sections: readonly string[]
  examples: readonly Example[]
  /** Blocks of configuration. */
  configs: readonly string[]
}

/** The page of the rule `id`; an empty one where it has none, which other tests tell of. */
export function rulePage(id: string): RulePage {
  const file = join(import.meta.dirname, `../rules/${id}.md`)
  return readRulePage(existsSync(file) ? readFileSync(file, 'utf8') : '')
}

const part = /^## (.+)$|^(`{3,})([^`\n]*)\n([\s\S]*?)^\2$/gm

/**
 * Reads a rule's page. A block ` ```markdown preset=phased options={"key":true} ` is an example; without a preset it is
 * judged by `plan`, without options by the rule's own. A block ` ```text ` right after it lists what is found in it.
 *
 * A block ` ```text repository ` lists the files of the repository that the examples below stand in, up to the next such
 * block; a file may have a length: `src/store.ts (120 lines)`. What a file of it holds, a block ` ```makefile file=Makefile `
 * shows, of whatever language.
 * @throws {Error} when a block is none of these, nor a configuration (`json`)
 */
function readRulePage(text: string): RulePage {
  const sections: string[] = []
  const examples: Example[] = []
  const configs: string[] = []
  let repository = null as Repository | null
  let last: Example | undefined
  let end = 0
  for (const match of text.matchAll(part)) {
    const [all, heading, , info = '', content = ''] = match
    const line = text.slice(0, match.index).split('\n').length
    const follows = text.slice(end, match.index).trim() === ''
    end = match.index + all.length
    const path = /^\w+ file=(\S+)$/.exec(info)?.[1]
    const [language, preset, options] = path === undefined ? wordsOf(info, line) : ['', '', '']
    if (heading !== undefined) sections.push(heading)
    else if (path !== undefined) repository = {...repository, [path]: content}
    else if (info === repositoryInfo) repository = filesListed(content, line)
    else if (language === 'text' && last && follows) last.findings = content.trimEnd().split('\n')
    else if (language === 'json') configs.push(content)
    else if (language !== 'markdown') throw new Error(`Line ${line}: what is this block for?`)
    last = undefined
    if (language !== 'markdown') continue
    const section = sections.at(-1) ?? ''
    last = {section, line, preset, options: JSON.parse(options), repository, plan: content, findings: null}
    examples.push(last)
  }
  return {sections, examples, configs}
}

const repositoryInfo = 'text repository'

function filesListed(content: string, firstLine: number): Repository {
  const lines = content.trimEnd().split('\n')
  const files = lines.map((line, index) => {
    const [, path, count = '0'] = /^(\S+)(?: \((\d+) lines?\))?$/.exec(line) ?? []
    if (path === undefined) throw new Error(`Line ${firstLine + index + 1}: write "path" or "path (12 lines)".`)
    return [path, '\n'.repeat(Number(count))]
  })
  return Object.fromEntries(files)
}

function wordsOf(info: string, line: number): [language: string, preset: string, options: string] {
  if (info === repositoryInfo) return ['', '', '']
  const match = /^(\w*)(?: preset=([\w-]+))?(?: options=(\{.*\}))?$/.exec(info)
  if (!match)
    throw new Error(`Line ${line}: after the language only preset=id and options={…} may follow, in this order.`)
  const [, language = '', preset = 'plan', options = '{}'] = match
  return [language, preset, options]
}
