/** What is to become of one file, and what to tell of it. Paths are relative to the folder that is set up. */
export type Step = Create | Change | Settled | Left | Failed

export interface Create {
  kind: 'create'
  path: string
  text: string
}

/** Something is added to a file that is there. */
export interface Change {
  kind: 'change'
  path: string
  before: string
  after: string
}

/** There is nothing to do. */
export interface Settled {
  kind: 'settled'
  path: string
  why: string
}

/** Nothing can be done without changing what is there; a person has to. */
export interface Left {
  kind: 'left'
  path: string
  /** What to do by hand, and why; `paste` follows it. */
  why: string
  /** To be added to the file as it is. */
  paste?: string
}

/** A file could not be read, or not be written. */
export interface Failed {
  kind: 'failed'
  path: string
  /** `:line:column` in it, where that is known. */
  place?: string
  why: string
}
