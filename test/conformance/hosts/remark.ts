import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {Point} from 'unist'
import {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {configs} from '../configs.ts'
import {type Document, pathOf} from '../document.ts'
import {remarkPresetOf} from '../project.ts'
import {edit, type Place, type Report, type Row, withoutPrefix, written} from '../row.ts'
import {reportOf} from './node.ts'

export async function remark(documents: readonly Document[]): Promise<Report> {
  const report: Report = new Map()
  for (const document of documents) {
    const processor = unified()
      .use(remarkParse)
      .use(remarkPresetOf(configs[document.config] ?? {}))
    const file = new VFile({path: pathOf(document), value: document.text})
    await processor.run(processor.parse(file), file)
    report.set(file.path, file.messages.map(rowOf))
  }
  return report
}

type Message = Pick<VFileMessage, 'ruleId' | 'fatal' | 'reason' | 'place' | 'url' | 'note' | 'expected'>

/** The program, once for all folders of the project. */
export async function remarkCli(_documents: readonly Document[], root: string): Promise<Report> {
  const files = await reportOf<[path: string, messages: Message[]][]>(root, 'remark-cli/cli.js', [
    ...['.', '--report', './remark-report.mjs'],
  ])
  return new Map(files.map(([path, messages]) => [path, messages.map(rowOf)]))
}

function rowOf({ruleId, fatal, reason, place, url, note, expected}: Message): Row {
  const own = placeOf(place)
  return {
    rule: withoutPrefix(ruleId ?? ''),
    severity: fatal === true ? 'error' : fatal === false ? 'warning' : 'info',
    at: written(own),
    message: reason,
    url: url ?? '',
    related: note?.split('\n') ?? [],
    changes: (expected ?? []).map(text => ({title: '', edits: [edit(own, text)]})),
  }
}

function placeOf(place: VFileMessage['place']): Place {
  const nowhere: Point = {line: 0, column: 0}
  const {start, end} = place && 'start' in place ? place : {start: place ?? nowhere, end: place ?? nowhere}
  return {line: start.line, column: start.column, endLine: end.line, endColumn: end.column}
}
