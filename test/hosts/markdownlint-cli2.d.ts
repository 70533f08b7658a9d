// The package brings no types; these are of what the tests use.
declare module 'markdownlint-cli2' {
  import type {Configuration, LintError} from 'markdownlint'

  export interface Options {
    config?: Configuration
    customRules?: string[]
    fix?: boolean
    outputFormatters?: [formatter: (report: {results: (LintError & {fileName: string})[]}) => void][]
  }

  export function main(parameters: {
    directory: string | null
    argv: string[]
    fs: object
    noGlobs: boolean
    noImport: boolean
    fileContents?: Record<string, string>
    nonFileContents?: Record<string, string>
    optionsDefault: Options
    optionsOverride: Options
  }): Promise<number>
}
