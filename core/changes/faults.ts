import {oncePer} from '../once.ts'
import type {Plan} from '../plan.ts'
import {isNewPlan, isSetAside} from '../plan-age.ts'
import {nameOf} from '../workspace-paths.ts'
import {likelyMade} from './carried-out.ts'
import {type FileChange, pathOf} from './change.ts'
import {changesOf} from './changes.ts'
import type {Locator} from './locate.ts'
import {PathIndex} from './path-index.ts'
import {progressOf} from './progress.ts'
import {isOf, type Step, share} from './steps.ts'
import {showsTraces} from './traces.ts'

/**
 * Why a change cannot be made, or was not: the file to be created is `there`, or a change before has `made` it; the file to
 * be modified or deleted is `missing`, a change before has `deleted` it, or one to come makes it `later`; a change that is
 * done left no file (`unmade`), or left the file that it deletes (`kept`).
 */
export interface ChangeFault {
  fault: 'there' | 'made' | 'missing' | 'deleted' | 'later' | 'unmade' | 'kept'
  change: FileChange
  /** The change that it disagrees with. */
  other: FileChange | null
}

function turnOf({task, phase}: FileChange): object | null {
  return task ?? phase
}

/** The names of files in the code of a plan, such as a tree of what is to come. */
const namesInCode = oncePer(
  ({document, text}: Plan): ReadonlySet<string> =>
    new Set(
      document.fences.flatMap(({content: {start, end}}) => text.slice(start, end).match(/(?<![\w@.-])[\w@.-]+/g) ?? []),
    ),
)

/** So far behind a path one looks for what has become of it. */
const reach = 300
const instead =
  /→|=>|\b(?:merged|integrated|folded|inlined|combined|consolidated|moved|renamed|superseded|replaced|covered|handled|implemented|lives?|placed) (?:in|into|to|by|as|with|under)\b|\binstead\b|已集成|已合并|合并到|改为/i

/** The files of a module that is a folder, not a file: `gauge/index.ts` for `gauge.ts`. */
function insteadOf(path: string): string[] {
  const [, stem, ending] = /^(.+)\.(rs|py|tsx?|jsx?)$/.exec(path) ?? []
  if (!stem || !ending) return []
  if (ending === 'rs') return [`${stem}/mod.rs`]
  return ending === 'py' ? [`${stem}/__init__.py`] : ['ts', 'tsx', 'js', 'jsx'].map(other => `${stem}/index.${other}`)
}

/** Of fewer files no share says anything. */
const few = 3
const half = 0.5
/** So many missing files are no slips. */
const foreign = 4
/** Of no more paths the nearest is asked for to see whether the plan is about this repository. */
const mostAsked = 20

/** What is wrong with a change of a file that `before` has made or deleted at another turn. */
function faultAfter(before: FileChange, change: FileChange): ChangeFault | null {
  const [turn, turnBefore] = [turnOf(change), turnOf(before)]
  if (turn === null || turnBefore === null || turn === turnBefore) return null
  if (change.kind === 'modify' && before.kind === 'delete') return {fault: 'deleted', change, other: before}
  const isTwice = change.kind === 'create' && before.kind === 'create' && change.isFirm && before.isFirm
  return isTwice ? {fault: 'made', change, other: before} : null
}

/** What the open changes of a plan come upon, one after the other, and what those that are done have left. */
class Playback {
  readonly #plan: Plan
  readonly #locator: Locator
  readonly #steps: readonly Step[]
  readonly #made: ReadonlySet<Step>
  /** The changes so far that made or deleted a file. */
  readonly #last = new PathIndex<FileChange>()
  /** The first change that may make a file. */
  readonly #makers = new PathIndex<FileChange>()
  readonly #faults: ChangeFault[] = []
  /** Whether no work was committed since the plan was. */
  readonly #isNew: boolean

  constructor(plan: Plan, steps: readonly Step[], locator: Locator) {
    this.#plan = plan
    this.#steps = steps
    this.#locator = locator
    this.#isNew = plan.workspace !== null && isNewPlan(plan.workspace)
    this.#made = likelyMade(steps, this.#isNew)
    for (const {change} of [...steps].reverse())
      if (change.kind === 'create' || change.kind === 'write') this.#makers.add(pathOf(change), change)
  }

  play(): ChangeFault[] {
    const isOfThisRepository = this.#isOfThisRepository()
    const isAside = isSetAside(this.#plan)
    for (const step of this.#steps) {
      if (isAside || step.progress === 'done' || step.progress === 'unclear' || this.#made.has(step)) continue
      const fault = this.#faultOf(step, isOfThisRepository)
      if (fault) this.#faults.push(fault)
      if (step.change.kind !== 'modify' || fault) this.#last.add(pathOf(step.change), step.change)
    }
    this.#judgeDone(isOfThisRepository)
    const told = new Set<string>()
    return this.#faults.filter(({fault, change}) => {
      const name = `${fault} ${pathOf(change)}`
      return !told.has(name) && told.add(name)
    })
  }

  /**
   * Whether the files to be modified are there by and large: else the plan is about another repository, or one yet to be
   * begun.
   */
  #isOfThisRepository(): boolean {
    const needing = this.#steps.filter(isOf('modify', 'delete')).filter(({progress}) => progress !== 'done')
    const missing = needing.filter(({isThere}) => !isThere).length
    if (missing >= foreign && missing / needing.length > half) return false
    return (
      this.#steps.some(({isThere}) => isThere) ||
      this.#steps.slice(0, mostAsked).some(({change}) => this.#locator.meant(change.path))
    )
  }

  #faultOf(step: Step, isOfThisRepository: boolean): ChangeFault | null {
    const {change} = step
    // Whether a folder is there is nothing to tell.
    if (change.kind === 'write' || change.path.endsWith('/')) return null
    const before = this.#last.latest(pathOf(change))
    if (before) return faultAfter(before, change)
    if (change.kind !== 'create') return step.isThere || !isOfThisRepository ? null : this.#lackOf(change)
    const isAlien =
      isOfThisRepository && step.place !== null && this.#wasBefore(step) && !this.#hasBecome(step) && !this.#isOwn(step)
    return isAlien ? {fault: 'there', change, other: null} : null
  }

  /**
   * Whether a file that is there came before the plan, and is not what has become of it: most plans stay as they are when
   * they are carried out. Where nobody can tell, a plan that says it is not begun is believed.
   */
  #wasBefore({progress, place}: Step): boolean {
    const wasBefore = place === null ? null : (this.#plan.workspace?.wasBeforePlan(place) ?? null)
    return wasBefore ?? progress === 'open'
  }

  /** What is wrong with a change of a file that is not there. */
  #lackOf(change: FileChange): ChangeFault | null {
    if (namesInCode(this.#plan).has(nameOf(pathOf(change))) || !this.#locator.isPlaced(change.path)) return null
    const maker = this.#makers.latest(pathOf(change))
    if (!maker) return this.#isOutdated(change) ? null : {fault: 'missing', change, other: null}
    const isLater = maker.kind === 'create' && maker.phase && change.phase && maker.phase !== change.phase
    return isLater && maker.start > change.start ? {fault: 'later', change, other: maker} : null
  }

  /** Whether a file that is there is the one that the plan makes. */
  #isOwn({change, place}: Step): boolean {
    const held = place === null ? null : this.#plan.workspace?.read(place)
    return held ? showsTraces(this.#plan, change, held) === true : false
  }

  /** Of the changes that are done the last one of each file holds. */
  #judgeDone(isOfThisRepository: boolean): void {
    const ends = new Map<string, Step>()
    const created = new Set<string>()
    for (const step of this.#steps) {
      if (step.progress !== 'done' || step.change.path.endsWith('/')) continue
      ends.set(pathOf(step.change), step)
      if (step.change.kind === 'create') created.add(pathOf(step.change))
    }
    const creations = [...ends.values()].filter(isOf('create'))
    const isOutlived = creations.length >= few && share(creations, ({isThere}) => !isThere) > half
    if (isOutlived || !isOfThisRepository) return
    for (const {change, isThere, place} of ends.values()) {
      const isKept = change.kind === 'delete' && place !== null
      const isUnmade = change.kind !== 'delete' && created.has(pathOf(change)) && !isThere
      if (isKept) this.#faults.push({fault: 'kept', change, other: null})
      if (isUnmade && this.#isMissed(change)) this.#faults.push({fault: 'unmade', change, other: null})
    }
  }

  /** Whether a file that was there has been worked on since the plan came, which may be what the plan asked for. */
  #hasBecome({place}: Step): boolean {
    if (place === null) return false
    const hasChanged = this.#plan.workspace?.changedSincePlan(place)
    return this.#isNew ? hasChanged === true : hasChanged !== false
  }

  /** Whether a file went when the plan was carried out, or later: a plan stays as it is when work has been committed. */
  #isOutdated(change: FileChange): boolean {
    const hasGone = this.#plan.workspace?.changedSincePlan(pathOf(change)) === true
    return (!this.#isNew || hasGone) && this.#wasThere(change)
  }

  /**
   * Whether a file that is not there was there once, or may have been: plans stay as they are when others delete and move
   * what they made.
   */
  #wasThere({path}: FileChange): boolean {
    if (this.#locator.meant(path)?.isMoved) return true
    return [path, ...insteadOf(path)].some(place => this.#plan.workspace?.wasThere(place) !== false)
  }

  /** Whether nothing tells of what has become of a file that was to be created. */
  #isMissed(change: FileChange): boolean {
    return this.#locator.isPlaced(change.path) && !this.#wasThere(change) && !this.#hasBecomeAnother(change)
  }

  /** Whether the words behind a change that is done say what has become of it instead. */
  #hasBecomeAnother({end}: FileChange): boolean {
    const {text} = this.#plan
    return instead.test(text.slice(end, end + reach).split('\n', 1)[0] ?? '')
  }
}

/** What the changes of a plan and the repository do not agree on, in document order. */
export function changeFaultsOf(plan: Plan, locator: Locator): ChangeFault[] {
  const changes = changesOf(plan)
  if (changes.length === 0) return []
  const tellProgress = progressOf(plan)
  const steps = changes
    // A name without a folder may be anywhere.
    .filter(({path}) => locator.isJudged(path) && (path.includes('/') || locator.find(path) !== null))
    .map(change => ({
      change,
      progress: tellProgress(change),
      isThere: [change.path, ...insteadOf(change.path)].some(path => locator.findBelow(path) !== null),
      place: locator.find(change.path),
    }))
  return new Playback(plan, steps, locator).play().sort((a, b) => a.change.start - b.change.start)
}
