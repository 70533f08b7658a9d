import type {Severity} from './finding.ts'

/** `"off"`, a severity, or a severity with the rule's options. */
export type RuleSetting = 'off' | Severity | readonly [Severity, Readonly<Record<string, unknown>>]
export type RuleSettings = Readonly<Record<string, RuleSetting>>

/** `required`: missing is an error; `expected`: a warning; `optional`: never asked for. */
export type Expectation = 'required' | 'expected' | 'optional'

/**
 * A title as the template writes it. Comparison ignores case, numbering, emoji, status words, a trailing colon,
 * typographic quotes and plural forms. `…` at the start and at the end stands for any words or none, `{n}` for a number.
 */
export type Title = string

/** `reference` is a path or a link. */
export type FieldType = 'text' | 'date' | 'enum' | 'path' | 'path-line' | 'link' | 'reference'

/** A labelled value: `**Date**: 2026-01-31`, a table row, a list item, a front matter key. */
export interface FieldSpec {
  label: Title
  aliases?: readonly Title[]
  expectation: Expectation
  type?: FieldType
  /** The members of an `enum`; case and hyphens do not matter. */
  values?: readonly string[]
  /** Of a phase: the last one does without. */
  exceptLast?: true
  /** Of a phase: the paragraph that opens it says the same without a label. */
  opening?: true
}

/**
 * What a section has to hold; read by `section-content`. `list` counts the items of any list and the rows of a table,
 * `steps` numbered items or else a code block, `tasks` task lines.
 */
export type ContentSpec = ContentKind & {
  /** Of a lack; `error` if absent. */
  severity?: Severity
}

type ContentKind =
  | {
      kind: 'list' | 'numbered' | 'checklist' | 'steps' | 'tasks'
      min: number
      max?: number
      maxSeverity?: Severity
    }
  | {
      kind: 'table'
      columns: readonly Title[]
      /** Other titles of a column, by its title. */
      aliases?: Readonly<Record<Title, readonly Title[]>>
      values?: Readonly<Record<Title, readonly string[]>>
      dates?: Title
    }
  | {kind: 'code' | 'code-or-none' | 'tree' | 'diagram' | 'command'}
  /** `each`: every item or row names one, not only one of them; `lines`: with a line number. */
  | {kind: 'file-references'; each?: true; lines?: true}
  | {kind: 'words'; min: number}
  | {kind: 'pairs'; first: Title; second: Title}
  | {kind: 'reasons'; labels: readonly Title[]}
  | {kind: 'change-paths'; labels: readonly Title[]}

/** How a section may be written: a heading, a bold label, a list item, or the opening paragraph of its parent. */
export type SectionForm = 'heading' | 'label' | 'item' | 'opening'

export interface SectionSpec {
  /** The same id for the same thing in every preset. */
  id: string
  title: Title
  aliases?: readonly Title[]
  /**
   * Of a section of the whole: headings and labels that say the same by the way where no section is there for it; they may
   * be titles of other sections.
   */
  standIns?: readonly Title[]
  /** Of a section of the whole: headings under which most of the phases may say it, each for itself. */
  inPhases?: readonly Title[]
  expectation: Expectation
  /** Default: heading or label. */
  as?: readonly SectionForm[]
  content?: readonly ContentSpec[]
  fields?: readonly FieldSpec[]
  sections?: readonly SectionSpec[]
  /** Phases may stand in it; elsewhere headings that name phases only repeat them. */
  holdsPhases?: true
  /** Its place among its siblings is free, and it may stand under any of them. */
  anywhere?: true
  /** Stands any number of times, at least `min`; the title holds `{n}` or is matched each time. */
  repeat?: {min: number; severity?: Severity}
  /**
   * As a label it has its content in blocks below, and stands in no part of its parent; a label with a value on its line,
   * or further in, is a field of that name.
   */
  block?: true
  /** Known by the number before its title, whatever the title says: `#### 1. Router`, `2. **File**: …`. */
  numbered?: true
  /**
   * Of a part of a phase: asked for only where the phase holds a code block with functions of the program, not of tests, in
   * this language, or in `any`.
   */
  whenFunctionsIn?: string
  /** Not asked for where the parent holds a code block with tests in this language, wherever it stands. */
  unlessTestsIn?: string
  /** Not asked for where the section with this id says that there is nothing to it: `No new tests needed`. */
  unlessNothingIn?: string
}

/** One sort of phase, such as the set-up phase before the user stories; the first that fits a phase's name is its kind. */
export interface PhaseKind {
  id: string
  /** What the phase's name says, or begins with before `…`. */
  names: readonly Title[]
  /** Names of phases that do its work without being held to its form; a document with one lacks no such phase. */
  standIns?: readonly Title[]
  /** The form of the numbers of the first phase and most others where all are of this kind, whatever they are called: `3.{n}`. */
  numbers?: Title
  /** Other kinds, and sections, that are not asked for where a phase is of this kind, by their ids. */
  insteadOf?: readonly string[]
  /** Tasks that name stories stand for such a phase, whatever it is called. */
  ofStories?: true
  expectation: Expectation
  validation?: PhaseValidation
  content?: readonly ContentSpec[]
  fields?: readonly FieldSpec[]
  parts?: readonly SectionSpec[]
}

/** What shows that a phase is done: a runnable command, a checkpoint in words, or nothing. */
export type PhaseValidation = 'command' | 'checkpoint' | 'none'

export interface PhaseSpec {
  /** Of the phases as a whole: what a document without any lacks, and the section they stand in, where there is one. */
  id: string
  /** What the preset calls one of them, for messages: `phase`, `stage`. */
  noun: string
  /** Heading forms, `{n}` for the number: `Phase {n}`, `{n}단계`. The first that a document uses wins. */
  titles: readonly Title[]
  /** Headings that do the work of phases without being phases, such as `Task {n}`; a document with one lacks no phases. */
  standIns?: readonly Title[]
  /** The section that the phases come before, by its id, where the template has no section around them. */
  before?: string
  expectation: Expectation
  /** Fewer than this many phases is worth a word (severity `few`). */
  min?: number
  few?: Severity
  validation: PhaseValidation
  parts?: readonly SectionSpec[]
  fields?: readonly FieldSpec[]
  kinds?: readonly PhaseKind[]
}

/** Something that tells a kind of document from others. */
export type Feature =
  | {section: Title | readonly Title[]}
  /** A heading or a label; with `outside` only where it stands in no phase with such a title. */
  | {label: Title | readonly Title[]; outside?: readonly Title[]}
  | {title: readonly string[]}
  | {phases: readonly Title[]}
  | {tasks: number}
  | {fence: string; contains?: string}
  | {functionsIn: string}

/** Fits when at least `atLeast` of the features (all, if absent) are found. */
export interface Fingerprint {
  of: readonly Feature[]
  atLeast?: number
  /** What tells another kind of document: it does not fit where any of them is found. */
  unless?: readonly Feature[]
}

export interface TemplateText {
  /** Whole lines of the template that a filled document does not keep (list, check-box and task markers left off). */
  lines?: readonly string[]
  /** Labels that are leftovers inside one section only, its fences included; by section id. */
  labelsIn?: Readonly<Record<string, readonly Title[]>>
  /** Phrases by which an instruction inside a comment or a fence is known. */
  phrases?: readonly string[]
  /** Enumerations nobody chose from, as the template writes them. */
  choices?: readonly string[]
  /** Headings that the template leaves open: with a letter for a number, as in `Phase N: Release`, or with nothing under them. */
  headings?: readonly Title[]
}

/** Something that the text has to speak of somewhere, by any of some words. */
export interface Mention {
  id: string
  /** For messages: what is missing. */
  topic: string
  words: readonly string[]
  expectation: Expectation
}

/**
 * One key of a block of metadata; `items` are the keys of the objects in a list, `ids` a list of the `id` of others
 * in it.
 */
export interface MetadataKey {
  key: string
  expectation: Expectation
  type: 'text' | 'date' | 'enum' | 'ids' | 'objects'
  values?: readonly string[]
  /** Regular expression for the whole value, and what messages say of it. */
  pattern?: string
  form?: string
  items?: readonly MetadataKey[]
  /** No two objects of the list share it. */
  unique?: true
  /** What it names: `id` for that of its own object, other keys for those of the whole block. */
  names?: readonly string[]
  /** Where the section of a phase says the same: the field with this label, or the name in its heading. */
  told?: {field: Title} | 'heading'
}

/** A fenced block that holds the document's data, by the words of its info string. */
export interface MetadataSpec {
  fence: string
  expectation: Expectation
  keys: readonly MetadataKey[]
}

/** Words by which a list of tasks is read. */
export interface TaskWords {
  /** What says that a task waits for others, `{ids}` for theirs: `depends on {ids}`, `{ids} 완료 후`. */
  dependencies: readonly string[]
  /** Verbs before such words that make them a forecast: a test that will "pass after T005" may be written before. */
  outcomes: readonly string[]
  /** What says, after the ids of tasks, that the plan has given them up. */
  gone: readonly string[]
  /** What names a story, `{n}` for its number: `User Story {n}`, `US{n}`. */
  stories: readonly string[]
  /** Forms of headings and items that number the work where it has no ids, `{n}` for the number: `Task {n}`. */
  titles: readonly Title[]
  /** First words of tasks that write no file but run, read or judge something; a verb may stand last, as `…검토`. */
  inspecting: readonly string[]
  /** Verbs before a file that say that it is written: `create`, `创建`. */
  writing: readonly string[]
  /** Labels and headings below a task that name the files it writes: `File`, `Files to Modify`, `파일`. */
  files: readonly Title[]
  /** What names a test among the first words of a task. */
  tests: readonly string[]
}

/** Words by which a plan says what becomes of files; words of several scripts may stand side by side. */
export interface ChangeWords {
  /** For files that are to come, in titles of lists, marks, cells and at the beginning of an item: `create`, `new`. */
  create: readonly string[]
  modify: readonly string[]
  delete: readonly string[]
  rename: readonly string[]
  /** In titles of lists whose items say themselves what becomes of each file: `changed`, `affected`. */
  any: readonly string[]
  /** What such titles call a file. */
  files: readonly string[]
  /** Headers of table columns that say what becomes of the file of a row. */
  columns: readonly Title[]
  /** Titles of sections about files that the plan does not change. */
  apart: readonly Title[]
}

/** Words by which parts are known that every preset shares; see `presets/vocabulary.ts`. */
export interface Vocabulary {
  /** Titles of sections that hold questions. */
  questions: readonly Title[]
  /** Titles under which commands count as validation. */
  validation: readonly Title[]
  /** Titles of parts that show a phase done in words. */
  checkpoints: readonly Title[]
  /** Absent where a preset knows no tasks. */
  tasks?: TaskWords
  /** Absent where a preset knows no changes of files. */
  changes?: ChangeWords
}

export interface Preset {
  id: string
  /** One line: which documents it is for. */
  summary: string
  /** Forms of the document's title with `{name}` for the free part, `:` also for a dash; absent: any title. */
  titleForms?: readonly string[]
  /** Alternatives; absent for the fallback. */
  fingerprints: readonly Fingerprint[]
  /** Among presets whose fingerprint fits, the greatest wins. */
  priority: number
  fields?: readonly FieldSpec[]
  sections: readonly SectionSpec[]
  phases?: PhaseSpec
  metadata?: MetadataSpec
  mentions?: readonly Mention[]
  vocabulary: Vocabulary
  /** Slots of the template, brackets included. */
  literals: readonly string[]
  templateText: TemplateText
  rules: RuleSettings
  /** File name the template asks for; information only. */
  fileName?: string
}

/** Returns `preset` unchanged; gives editors the type. */
export function definePreset(preset: Preset): Preset {
  return preset
}
