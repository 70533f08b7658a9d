import {expect, test} from 'vitest'
import {project} from '../cli/world.ts'
import {type Document, pathOf} from './document.ts'
import {fixtureDocuments} from './fixture-documents.ts'
import {commandLine} from './hosts/command-line.ts'
import {core} from './hosts/core.ts'
import {pull, push} from './hosts/language-server.ts'
import {markdownlintCli2, markdownlintPromise, markdownlintSync} from './hosts/markdownlint.ts'
import {remark, remarkCli} from './hosts/remark.ts'
import {type Loss, losses} from './losses.ts'
import {ownDocuments} from './own-documents.ts'
import {projectFiles} from './project.ts'
import {inOrder, type Report, type Row} from './row.ts'
import {teamDocuments} from './team-documents.ts'

/** Everything that shows findings: what each shows of the documents in the project at `root`. */
const hosts: Record<string, (documents: readonly Document[], root: string) => Report | Promise<Report>> = {
  core,
  'command line': commandLine,
  'markdownlint/sync': markdownlintSync,
  'markdownlint/promise': markdownlintPromise,
  'markdownlint-cli2': markdownlintCli2,
  remark,
  'remark-cli': remarkCli,
  'LSP push': push,
  'LSP pull': pull,
}

const documents = [...ownDocuments, ...teamDocuments, ...fixtureDocuments()]
const table = [
  ...documents,
  ...documents.filter(({config}) => config === 'auto' || config === 'team').map(otherwiseSaved),
]

/** The same, saved by an editor with other habits. */
function otherwiseSaved(document: Document): Document {
  const text = `\uFEFF${document.text.replace(/\r?\n/g, '\r\n')}`
  return {...document, name: `${document.name}.crlf`, text}
}

/** What `host` must show of `row`, and the losses that made a difference. */
function shown(row: Row, document: Document, host: string): {row: Row | null; lost: Loss[]} {
  const lost: Loss[] = []
  let current: Row | null = row
  for (const loss of losses.filter(({hosts}) => hosts.includes(host))) {
    if (current === null) break
    const next: Row | null = loss.shows(current, document)
    if (JSON.stringify(next) !== JSON.stringify(current)) lost.push(loss)
    current = next
  }
  return {row: current, lost}
}

// Some are programs that start anew and read all documents.
const patience = {timeout: 120_000}

test.each(Object.entries(hosts))('%s shows every finding, but for its losses', patience, async (host, see) => {
  const report = await see(table, project(projectFiles(table)))
  const occurring = new Set<Loss>()
  for (const document of table) {
    const expected = document.findings.flatMap(finding => {
      const {row, lost} = shown(finding, document, host)
      for (const loss of lost) occurring.add(loss)
      return row ?? []
    })
    const path = pathOf(document)
    expect.soft({[path]: inOrder(report.get(path) ?? [])}).toEqual({[path]: inOrder(expected)})
  }
  expect([...report.keys()].filter(path => !table.some(document => pathOf(document) === path))).toEqual([])
  const stale = losses.filter(loss => loss.hosts.includes(host) && !occurring.has(loss))
  expect(stale.map(({what}) => what)).toEqual([])
})

test('losses are those of hosts that there are', () => {
  expect(Object.keys(hosts)).toEqual(expect.arrayContaining(losses.flatMap(loss => loss.hosts)))
})

test('no document is in the table twice', () => {
  expect(new Set(table.map(pathOf)).size).toBe(table.length)
})
