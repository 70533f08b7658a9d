import {join} from 'node:path'
import type {Edit} from '../../../core/finding.ts'
import {SourceText} from '../../../core/text.ts'
import {run} from '../../cli/world.ts'
import type {Document} from '../document.ts'
import {type Place, type Report, type Row, written} from '../row.ts'
import {changesOf} from './core.ts'

interface JsonFinding extends Place {
  rule: string
  severity: Row['severity']
  message: string
  url: string
  fix?: {edits: Edit[]}
  suggestions: {title: string; edits: Edit[]}[]
  related?: (Place & {message: string})[]
}

/** The program, once in each folder of the project, for it reads the configuration of the folder that it is called in. */
export async function commandLine(documents: readonly Document[], root: string): Promise<Report> {
  const report: Report = new Map()
  for (const folder of new Set(documents.map(({config}) => config))) {
    const texts = new Map(documents.filter(({config}) => config === folder).map(({name, text}) => [`${name}.md`, text]))
    const {code, stdout, stderr} = await run(join(root, folder), ['--format', 'json', '.'])
    if (code === 2 || stderr !== '') throw new Error(stderr)
    const {files} = JSON.parse(stdout) as {files: {path: string; findings: JsonFinding[]}[]}
    for (const {path, findings} of files) {
      const source = new SourceText(texts.get(path) ?? '')
      report.set(
        `${folder}/${path}`,
        findings.map(finding => rowOf(finding, source)),
      )
    }
  }
  return report
}

function rowOf(
  {rule, severity, message, url, fix, suggestions, related = [], ...place}: JsonFinding,
  source: SourceText,
): Row {
  return {
    ...{rule, severity, message, url},
    at: written(place),
    related: related.map(other => `${written(other)} ${other.message}`),
    changes: changesOf({suggestions, ...(fix && {fix: fix.edits})}, source),
  }
}
