import {functionsInFence, type PlannedFunction} from './code-blocks.ts'
import type {Document} from './document.ts'
import {languageOfFence} from './fenced-code.ts'
import type {Range} from './finding.ts'
import type {Fence} from './markdown.ts'
import {oncePerPart} from './once.ts'
import {doesOneStart, firstAtOrAfter, startingIn} from './ranges.ts'
import {pathsIn} from './tasks/paths.ts'

const testName = /^(?:Test|Benchmark|Fuzz|Example)(?:_|\p{Lu}|$)/u
const testFile = /(?:^|\/)(?:test_[^/]*|[^/]*[._-](?:test|spec)s?)\.\w+$/i
/** A helper of tests is handed what the test was handed. */
const testHandle = /\btesting\.(?:T|B|F|M|TB|PB)\b/

/** The file that the code of a block goes into: the last path that a label before it names, under the same heading. */
function fileOf(document: Document, fence: Fence): string | null {
  const {headings, labels, text} = document
  const from = headings[firstAtOrAfter(headings, fence.start) - 1]?.start ?? 0
  const named = startingIn(labels, {start: from, end: fence.start}).filter(({depth}) => depth === 0)
  for (const {value} of named.reverse()) {
    const file = pathsIn(text.slice(value.start, value.end), 0).find(({isFile}) => isFile)
    if (file) return file.path
  }
  return null
}

function isOfTests({text}: Document, {name, nameRange, bodyRange}: PlannedFunction): boolean {
  return testName.test(name) || testHandle.test(text.slice(nameRange.start, bodyRange.start))
}

const holdsProgram = oncePerPart(
  (document: Document, fence: Fence): boolean =>
    functionsInFence(document, fence).some(found => !isOfTests(document, found)) &&
    !testFile.test(fileOf(document, fence) ?? ''),
)

/** Whether a block of `language`, or of `any`, inside `within` holds a function of the program, with or without a body. */
export function hasFunctionsIn(document: Document, within: Range, language: string): boolean {
  return doesOneStart(
    document.fences,
    within,
    fence => (language === 'any' || languageOfFence(document, fence) === language) && holdsProgram(document, fence),
  )
}

/** Whether a block of `language` inside `within` holds the signature of a test. */
export function hasTestsIn(document: Document, within: Range, language: string): boolean {
  return doesOneStart(
    document.fences,
    within,
    fence =>
      languageOfFence(document, fence) === language &&
      functionsInFence(document, fence).some(({name}) => testName.test(name)),
  )
}
