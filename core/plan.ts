import {type BoundSection, bindSections, titlesOf} from './bind.ts'
import type {Directive} from './directives.ts'
import type {Document} from './document.ts'
import {type Field, fieldsOf} from './fields.ts'
import type {Range} from './finding.ts'
import {type Leftovers, leftoversOf} from './leftovers/leftovers.ts'
import type {Heading} from './markdown.ts'
import {type Metadata, metadataOf} from './metadata/block.ts'
import {oncePer} from './once.ts'
import {kindsOf} from './phase-kinds.ts'
import {type PhaseHeading, phasesOf} from './phases.ts'
import type {PhaseKind, Preset, Title} from './preset.ts'
import {type Question, questionsOf} from './questions.ts'
import {firstAtOrAfter, wholeOf} from './ranges.ts'
import {type Stages, stagesOf} from './stages/stages.ts'
import {type Status, statusOf} from './status.ts'
import {type TaskList, taskListOf} from './tasks/list.ts'
import {type TaskLine, taskLinesOf} from './tasks.ts'
import {type Lack, lackOf} from './validation.ts'
import type {Workspace} from './workspace.ts'

/** A phase with the parts that its preset asks for. */
export interface Phase extends PhaseHeading {
  /** The sort of phase, where the preset tells several apart and one fits. */
  kind: PhaseKind | null
  parts: readonly BoundSection[]
  /** What it lacks to be validated. */
  lack: Lack | null
}

/** What the document's directives say, and what they may name. */
export interface DirectiveContext {
  directives: readonly Directive[]
  ruleIds: readonly string[]
  presetIds: readonly string[]
  /** The rules that this run looks for. */
  activeIds: readonly string[]
  /** How many findings of each rule a directive has kept back; complete for rules about directives, which run last. */
  kept: ReadonlyMap<Directive, ReadonlyMap<string, number>>
}

/** For a plan that is read and not linted. */
const noDirectives: DirectiveContext = {directives: [], ruleIds: [], presetIds: [], activeIds: [], kept: new Map()}

/** Titles of the sections that may name phases again without holding them. */
const elsewhereOf = oncePer(({sections, phases}: Preset): readonly Title[] =>
  sections.filter(({holdsPhases, id}) => !holdsPhases && id !== phases?.id).flatMap(titlesOf),
)

/** A document read as the plan of one preset: what rules look at. */
export class Plan {
  readonly document: Document
  readonly preset: Preset
  readonly text: string
  readonly directives: DirectiveContext
  /** The repository that it stands in; null where none is at hand. */
  readonly workspace: Workspace | null
  #phases: readonly Phase[] | undefined
  #sections: readonly BoundSection[] | undefined
  #fields: readonly Field[] | undefined
  #questions: readonly Question[] | undefined
  #tasks: readonly TaskLine[] | undefined
  #taskList: TaskList | undefined
  #status: Status | null | undefined
  #leftovers: Leftovers | undefined
  #metadata: Metadata | undefined
  #stages: Stages | null | undefined

  constructor(document: Document, preset: Preset, directives = noDirectives, workspace: Workspace | null = null) {
    this.document = document
    this.preset = preset
    this.text = document.text
    this.directives = directives
    this.workspace = workspace
  }

  /** The first heading of level 1, or null. */
  get title(): Heading | null {
    return this.document.headings.find(heading => heading.level === 1) ?? null
  }

  /** Where the lack of something in the whole document is told: the title, else line 1. */
  get place(): Range {
    const title = this.title?.title
    if (title && title.end > title.start) return title
    return {start: this.document.source.lineStart(1), end: this.document.source.lineEnd(1)}
  }

  get phases(): readonly Phase[] {
    this.#phases ??= this.#bindPhases()
    return this.#phases
  }

  /** The preset's sections with their places in the document. */
  get sections(): readonly BoundSection[] {
    this.#sections ??= bindSections(this.document, this.preset.sections, {
      within: {start: this.title?.end ?? 0, end: wholeOf(this.text).end},
      without: this.phases.map(({section}) => section),
      outsideLists: true,
    })
    return this.#sections
  }

  /** The fields of what the document has of head, sections and phases; a field may be missing. */
  get fields(): readonly Field[] {
    this.#fields ??= [...fieldsOf(this)]
    return this.#fields
  }

  get questions(): readonly Question[] {
    this.#questions ??= questionsOf(this.document, this.preset.vocabulary)
    return this.#questions
  }

  get tasks(): readonly TaskLine[] {
    this.#tasks ??= taskLinesOf(this.document)
    return this.#tasks
  }

  /** The tasks that the plan defines, and what it says of their order. */
  get taskList(): TaskList {
    this.#taskList ??= taskListOf(this)
    return this.#taskList
  }

  /** What is left of the template. */
  get leftovers(): Leftovers {
    this.#leftovers ??= leftoversOf(this)
    return this.#leftovers
  }

  /** Whether something of the template is left in a place; what it holds is not judged besides. */
  holdsLeftovers({start, end}: Range): boolean {
    const {slots, templateText, markers} = this.leftovers
    return [slots, templateText, markers].some(list => {
      const last = list[firstAtOrAfter(list, end) - 1]
      return last !== undefined && last.end > start
    })
  }

  /** The block of metadata; `absent` also where the preset knows none. */
  get metadata(): Metadata {
    const spec = this.preset.metadata
    this.#metadata ??= spec ? metadataOf(this.document, spec) : 'absent'
    return this.#metadata
  }

  /** The stages as metadata and sections have them; null where the metadata names none. */
  get stages(): Stages | null {
    if (this.#stages === undefined) this.#stages = stagesOf(this)
    return this.#stages
  }

  get status(): Status | null {
    if (this.#status === undefined) this.#status = statusOf(this.document)
    return this.#status
  }

  /** Whether `offset` lies where a broken fence leaves open what is code and what is not. */
  isUnreadable(offset: number): boolean {
    return this.document.unreadableFrom !== null && offset >= this.document.unreadableFrom
  }

  #bindPhases(): Phase[] {
    const {document} = this
    const {phases: spec, vocabulary} = this.preset
    if (!spec) return []
    const headings = phasesOf(document, spec.titles, elsewhereOf(this.preset))
    const kinds = kindsOf(document, headings, this.preset)
    return headings.map((heading, index) => {
      const kind = kinds[index] ?? null
      const wanted = kind?.validation ?? spec.validation
      return {
        ...heading,
        kind,
        parts: bindSections(document, kind?.parts ?? spec.parts ?? [], {within: heading.section.body, without: []}),
        lack: lackOf(document, heading, headings, wanted, vocabulary),
      }
    })
  }
}
