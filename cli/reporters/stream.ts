import type {LintedFile, Run, Target} from './reporter.ts'

/** A report that is told file by file, while others are still to be linted. */
export interface ReportStream {
  /** What is said of the next file, which may be nothing; whole lines. In order of the paths. */
  file(file: LintedFile): string
  /** What is said when all files are known; whole lines. */
  end(run: Run): string
}

/** Begins a report. Of the run it gets to see what is known before any file is linted. */
export type OpenStream = (run: Pick<Run, 'showsAll' | 'required'>, target: Target) => ReportStream

/** The reporter that tells all files at once. */
export function atOnce(open: OpenStream): (run: Run, target: Target) => string {
  return (run, target) => {
    const stream = open(run, target)
    return `${run.files.map(file => stream.file(file)).join('')}${stream.end(run)}`
  }
}

/** `open`, with `changed` applied to what it says; it gets whole lines. */
export function withText(open: OpenStream, changed: (text: string) => string): OpenStream {
  return (run, target) => {
    const stream = open(run, target)
    return {file: file => changed(stream.file(file)), end: all => changed(stream.end(all))}
  }
}
