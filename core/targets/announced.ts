import type {Document} from '../document.ts'
import {codeSpansIn} from '../document.ts'
import {codeOf} from '../fenced-code.ts'
import type {Range} from '../finding.ts'
import {passagesOf} from '../prose.ts'
import {nameOf} from '../workspace-paths.ts'

/** What a plan says there will be, besides naming it in a command. */
export interface Announcements {
  /** Names that a block of code defines: `lint:` of a Makefile, `"lint":` of a manifest. */
  defined: ReadonlySet<string>
  /** Parts of the paths that it names. */
  segments: ReadonlySet<string>
  /** Words in code where something is added, or where the file that defines targets is spoken of. */
  added: ReadonlySet<string>
  /** Names of files that it speaks of, also without their ending and with `-` for `_`. */
  files: ReadonlySet<string>
}

const changing =
  /\b(?:add(?:s|ed|ing)?|creat(?:e|es|ed|ing)|new|introduc(?:e|es|ed|ing)|implement(?:s|ed|ing)?|defin(?:e|es|ed|ing)|writ(?:e|es|ing)|wir(?:e|es|ed|ing)|extend(?:s|ed|ing)?|renam(?:e|es|ed|ing)|replac(?:e|es|ed|ing)|remov(?:e|es|ed|ing)|delet(?:e|es|ed|ing)|drop(?:s|ped|ping)?|miss(?:ing)?|lacks?|no|not|none|targets?|scripts?|recipes?|if|future|later|would|could|should)\b|추가|생성|作成|追加|添加|新增|创建/i
const definition =
  /^[+\s]*(?:"([^"\n]{1,100})"\s*:|@?([A-Za-z_][\w./-]{0,100})(?:\s[^:=\n]{0,200})?:(?!=)|([A-Za-z_][\w.:-]{0,100}):\s*$|(?:fn|def|class|mod|alias|package)\s+(\w{1,100}))/
const phony = /^\.PHONY\s*:(.*)$/

function addSegments(segments: Set<string>, files: Set<string>, text: string): void {
  for (const [token] of text.matchAll(/[\w@.+-][\w@.+/-]*/g)) {
    for (const segment of token.split('/')) segments.add(segment.replace(/\.$/, ''))
    const name = nameOf(token.replace(/\.$/, ''))
    files.add(name).add(name.replace(/\.\w+$/, '').replace(/[:_]/g, '-'))
  }
}

class Reader implements Announcements {
  readonly defined = new Set<string>()
  readonly segments = new Set<string>()
  readonly added = new Set<string>()
  readonly files = new Set<string>()

  readCode(code: string): void {
    addSegments(this.segments, this.files, code)
    for (const line of code.split('\n')) {
      const [, quoted, name, section, declared] = definition.exec(line) ?? []
      for (const found of [quoted, name, section, declared]) if (found !== undefined) this.defined.add(found)
      for (const found of phony.exec(line)?.[1]?.split(/\s+/) ?? []) this.defined.add(found)
    }
  }

  readProse(text: string, isOfCommand: (range: Range) => boolean, start: number): void {
    const spans = text.includes('`') ? codeSpansIn(text, {start: 0, end: text.length}) : []
    const isChange = changing.test(text)
    let end = 0
    for (const span of spans) {
      this.#readPlain(text.slice(end, span.start))
      const code = text.slice(span.start, span.end)
      if (!isOfCommand({start: start + span.start, end: start + span.end})) addSegments(this.segments, this.files, code)
      if (isChange) for (const [word] of code.matchAll(/[\w@:./-]+/g)) this.added.add(word)
      end = span.end
    }
    this.#readPlain(text.slice(end))
  }

  /** In plain words only what looks like a path is one. */
  #readPlain(text: string): void {
    for (const [token] of text.matchAll(/[\w@.+/-]+/g))
      if (/[./]\w/.test(token) || /^(?:GNU)?[Mm]akefile$|^[Jj]ustfile$/.test(token))
        addSegments(this.segments, this.files, token)
  }
}

/** What `document` announces; `commands` are the places of its commands. */
export function announcementsOf(document: Document, commands: readonly Range[]): Announcements {
  const reader = new Reader()
  const starts = new Set(commands.map(({start}) => start))
  for (const fence of document.fences) if (!starts.has(fence.start)) reader.readCode(codeOf(document, fence).code)
  for (const {text, start} of passagesOf(document, document.blocks))
    reader.readProse(text, place => starts.has(place.start), start)
  return reader
}
