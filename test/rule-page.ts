import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/** A plan shown on a rule's page. */
export interface Example {
  /** The heading of level 2 that it stands under. */
  section: string
  /** Its line on the page. */
  line: number
  preset: string
  options: Readonly<Record<string, unknown>>
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
 * @throws {Error} when a block is neither, nor a configuration (`json`)
 */
function readRulePage(text: string): RulePage {
  const sections: string[] = []
  const examples: Example[] = []
  const configs: string[] = []
  let last: Example | undefined
  let end = 0
  for (const match of text.matchAll(part)) {
    const [all, heading, , info = '', content = ''] = match
    const line = text.slice(0, match.index).split('\n').length
    const follows = text.slice(end, match.index).trim() === ''
    end = match.index + all.length
    const [language, preset, options] = wordsOf(info, line)
    if (heading !== undefined) sections.push(heading)
    else if (language === 'text' && last && follows) last.findings = content.trimEnd().split('\n')
    else if (language === 'json') configs.push(content)
    else if (language !== 'markdown') throw new Error(`Line ${line}: what is this block for?`)
    last = undefined
    if (language !== 'markdown') continue
    const section = sections.at(-1) ?? ''
    last = {section, line, preset, options: JSON.parse(options), plan: content, findings: null}
    examples.push(last)
  }
  return {sections, examples, configs}
}

function wordsOf(info: string, line: number): [language: string, preset: string, options: string] {
  const match = /^(\w*)(?: preset=([\w-]+))?(?: options=(\{.*\}))?$/.exec(info)
  if (!match)
    throw new Error(`Line ${line}: after the language only preset=id and options={…} may follow, in this order.`)
  const [, language = '', preset = 'plan', options = '{}'] = match
  return [language, preset, options]
}
