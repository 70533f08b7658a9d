import {type Document, parseDocument} from '../../core/document.ts'
import type {Range} from '../../core/finding.ts'
import type {Rule} from '../../core/rule.ts'

/** What a person in front of a finding wants of a page; the examples of faults have one before their eyes. */
const shown = ['Fix', 'Options']

/** What a hover shows of a rule, as Markdown. `page` is its page, or null. */
export function ruleHover({id, summary, url}: Rule, page: string | null): string {
  const name = url === undefined ? `**${id}**` : `**[${id}](${url})**`
  if (page === null) return `${name}: ${summary}`
  const document = parseDocument(page.replace(/\r\n?/g, '\n'))
  const parts = [`${name}: ${summary}`, introductionOf(document), ...shown.flatMap(title => sectionOf(document, title))]
  if (url !== undefined) parts.push(`[The whole page, with examples](${url})`)
  const words = parts.filter(part => part !== '').join('\n\n')
  return url === undefined ? words : withAbsoluteLinks(words, url)
}

/** From below the generated header to the first section. */
function introductionOf({text, comments, sections}: Document): string {
  const header = comments.findLast(({start, end}) => text.slice(start, end) === '<!-- rule:end -->')
  const first = sections.find(({level}) => level === 2)
  const start = header?.end ?? sections[0]?.heading.end ?? 0
  return text.slice(start, first?.start ?? text.length).trim()
}

function sectionOf(document: Document, title: string): string[] {
  const section = document.sections.find(candidate => candidate.level === 2 && candidate.title === title)
  if (!section) return []
  const words = withoutExamples(document, section.body)
  return words === '' ? [] : [`**${title}**`, words]
}

/** A stretch of a page without its plans, their repositories and what is found in them; blocks of configuration stay. */
function withoutExamples({text, fences}: Document, {start, end}: Range): string {
  let words = ''
  let done = start
  for (const fence of fences) {
    if (fence.start < start || fence.start >= end) continue
    if (!/^(?:markdown|text)\b| file=/.test(text.slice(fence.info.start, fence.info.end))) continue
    words += text.slice(done, fence.start).replace(/:\s*$/, ' …\n\n')
    done = fence.end
  }
  return (words + text.slice(done, end)).replace(/\n{3,}/g, '\n\n').trim()
}

/** Links of a page that lead to its neighbours, for a reader who is elsewhere. */
function withAbsoluteLinks(words: string, url: string): string {
  return words.replace(/\]\(([^)\s]+)\)/g, (link, target: string) =>
    URL.canParse(target, url) ? `](${new URL(target, url).href})` : link,
  )
}

/** Markdown of a hover for an editor that shows text as it is. */
export function plainWords(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\((\S+?)\)/g, (_, words: string, target: string) => `${words} (${target})`)
    .replace(/(?<!\\)\*\*|^```.*\n?/gm, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
}
