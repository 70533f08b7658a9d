import {eachSection, type Place} from './bind.ts'
import type {Code} from './code/code.ts'
import {functionsIn} from './code/functions.ts'
import {type TestFault, testFaultsIn} from './code/go-tests.ts'
import type {Document} from './document.ts'
import {showsExistingCode} from './existing-code.ts'
import {codeOf, languageOfFence, sourceOf} from './fenced-code.ts'
import type {Range} from './finding.ts'
import type {Fence} from './markdown.ts'
import type {Phase, Plan} from './plan.ts'
import {startingIn} from './ranges.ts'

/** What is no signature of a test where only such are asked for; ranges in offsets of the document. */
export interface PlannedTestFault {
  fault: TestFault
  range: Range
  /** What the fault's edit replaces; empty without one. */
  replaced: Range
}

/** The faults in the blocks of Go that stand in the part `partId` of each phase. */
export function testFaultsOf(plan: Plan, partId: string): PlannedTestFault[] {
  const {document} = plan
  return plan.phases.flatMap(phase =>
    blocksIn(document, phase, partId).flatMap(({fence, place}) => {
      if (showsExistingCode(document, fence)) return []
      const code = sourceOf(document, fence, 'go')
      if (!opens(document, place, fence) && !holdsSignature(code)) return []
      const {rangeOf} = codeOf(document, fence)
      return testFaultsIn(code).map(fault => ({
        fault,
        range: rangeOf(fault.start, fault.end),
        replaced: fault.edit ? rangeOf(fault.edit.start, fault.edit.end) : rangeOf(fault.end, fault.end),
      }))
    }),
  )
}

/** Blocks of Go whose innermost part is the one asked for: other parts may stand under its heading. */
function blocksIn(document: Document, phase: Phase, partId: string): {fence: Fence; place: Place}[] {
  const placed = eachSection(phase.parts).flatMap(({section: {spec, places}}) =>
    places.map(place => ({id: spec.id, place})),
  )
  return startingIn(document.fences, phase.section.body).flatMap(fence => {
    const [inner] = placed
      .filter(({place: {body}}) => body.start <= fence.start && fence.start < body.end)
      .sort((a, b) => b.place.title.start - a.place.title.start)
    return inner?.id === partId && languageOfFence(document, fence) === 'go' ? {fence, place: inner.place} : []
  })
}

/** Whether a block follows right on the part's title; one with words of its own before it may show anything. */
function opens(document: Document, {title}: Place, fence: Fence): boolean {
  const between = startingIn(document.blocks, {start: title.end, end: fence.start})
  return between.every(({kind}) => kind === 'comment' || kind === 'fence')
}

function holdsSignature(code: Code): boolean {
  return functionsIn(code).some(
    ({name, body}) => /^(?:test|benchmark|fuzz|example)/i.test(name) && body !== 'implemented',
  )
}
