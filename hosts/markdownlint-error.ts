import type {RuleOnErrorFixInfo, RuleOnErrorInfo} from 'markdownlint'
import type {Edit, Finding} from '../core/finding.ts'
import type {SourceText} from '../core/text.ts'

/** `frontMatter` counts lines from the top of the file; markdownlint knows it from 0.42 on. */
export type ErrorInfo = RuleOnErrorInfo & {frontMatter?: boolean}

export interface Layout {
  source: SourceText
  frontMatterLines: number
  /** Whether this markdownlint takes errors in the front matter. */
  acceptsFrontMatter: boolean
}

const longestContext = 80

/**
 * Says a finding in markdownlint's terms. These know one line only: of a finding over several lines the first is
 * marked, and a fix is passed on if it is one edit inside one line.
 */
export function toErrorInfo(finding: Finding, layout: Layout): ErrorInfo {
  const {source, frontMatterLines, acceptsFrontMatter} = layout
  const {line, column} = source.positionAt(finding.start)
  const inFrontMatter = line <= frontMatterLines
  if (inFrontMatter && !acceptsFrontMatter) {
    return {lineNumber: 1, detail: `${finding.message} (line ${line}, in the front matter)`}
  }
  const info: ErrorInfo = {lineNumber: inFrontMatter ? line : line - frontMatterLines, detail: finding.message}
  if (inFrontMatter) info.frontMatter = true
  const end = Math.min(finding.end, source.lineEnd(line))
  if (end > finding.start) {
    info.range = [column, end - finding.start]
    info.context = excerpt(source.text.slice(finding.start, end))
  }
  const fixInfo = toFixInfo(finding.fix, inFrontMatter, layout)
  if (fixInfo) info.fixInfo = fixInfo
  return info
}

function toFixInfo(
  fix: readonly Edit[] | undefined,
  inFrontMatter: boolean,
  {source, frontMatterLines}: Layout,
): RuleOnErrorFixInfo | undefined {
  const [edit, ...others] = fix ?? []
  if (!edit || others.length > 0) return undefined
  const {line, column} = source.positionAt(edit.start)
  // Lines of a fix count from where those of its error do.
  if (line <= frontMatterLines !== inFrontMatter) return undefined
  const lineNumber = inFrontMatter ? line : line - frontMatterLines
  if (edit.end <= source.lineEnd(line)) {
    return {lineNumber, editColumn: column, deleteCount: edit.end - edit.start, insertText: edit.text}
  }
  const isWholeLine = edit.text === '' && column === 1 && edit.end === source.lineStart(line + 1)
  return isWholeLine ? {lineNumber, deleteCount: -1} : undefined
}

function excerpt(text: string): string {
  return text.length > longestContext ? `${text.slice(0, longestContext - 1)}…` : text
}
