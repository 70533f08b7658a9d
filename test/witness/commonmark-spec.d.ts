declare module 'commonmark-spec' {
  /** Examples of the specification, in order; a tab is written as an arrow. */
  export const tests: readonly {markdown: string; number: number; section: string}[]
}
