import {spawn, spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {unzipSync} from 'fflate'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import {rules} from '../../index.ts'
import manifest from '../../package.json' with {type: 'json'}
import {buildIfStale} from '../built.ts'

const root = resolve(import.meta.dirname, '../..')
const source = join(root, 'editors/vscode')
const scratch = mkdtempSync(join(tmpdir(), 'plan-lint-vsix-'))
const extension = join(scratch, 'extension')
let files: string[]

interface ExtensionManifest {
  version: string
  main: string
  icon: string
  engines: {vscode: string}
  contributes: {
    commands: {command: string; category: string; title: string}[]
    configuration: {properties: Record<string, {default: unknown}>}
    jsonValidation: {url: string}[]
  }
}

const packed = (): ExtensionManifest => JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'))

beforeAll(async () => {
  await buildIfStale()
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const vsix = join(scratch, 'plan-lint.vsix')
  const script = [`--import=${tsx}`, join(root, 'scripts/package-vscode.ts'), '--out', vsix]
  const {status, stderr} = spawnSync(process.execPath, script, {cwd: root, encoding: 'utf8'})
  expect(status, stderr).toBe(0)
  const entries = unzipSync(readFileSync(vsix))
  files = Object.keys(entries)
  for (const [name, content] of Object.entries(entries)) {
    mkdirSync(dirname(join(scratch, name)), {recursive: true})
    writeFileSync(join(scratch, name), content)
  }
})

afterAll(() => rmSync(scratch, {recursive: true, force: true}))

test('holds the extension and nothing else', () => {
  const other = /^extension\/server\/(?:dist\/(?:bin|program)\/[\w-]+\.js|rules\/[\w-]+\.md)$/
  expect(files.filter(file => !other.test(file)).sort()).toEqual([
    '[Content_Types].xml',
    'extension.vsixmanifest',
    'extension/LICENSE.txt',
    'extension/THIRD-PARTY-LICENSES.txt',
    'extension/changelog.md',
    'extension/client.cjs',
    'extension/config.schema.json',
    'extension/images/icon.png',
    'extension/package.json',
    'extension/readme.md',
    'extension/server/dist/THIRD-PARTY-LICENSES.txt',
    'extension/server/dist/bin/package.json',
    'extension/server/package.json',
  ])
})

test('has the version of the package, and names files that are there', () => {
  const {version, main, icon, contributes} = packed()
  expect(version).toBe(manifest.version)
  for (const file of [main, icon, ...contributes.jsonValidation.map(({url}) => url)]) {
    expect(existsSync(join(extension, file)), file).toBe(true)
  }
})

test('brings the page of every rule', () => {
  const pages = files.flatMap(file => /^extension\/server\/rules\/(.+)\.md$/.exec(file)?.[1] ?? [])
  expect(pages.sort()).toEqual(rules.map(({id}) => id).sort())
})

test('registers the commands that its menus show', () => {
  const client = readFileSync(join(extension, 'client.cjs'), 'utf8')
  const registered = [...client.matchAll(/registerCommand\("(planLint\.\w+)"/g)].map(([, command]) => command)
  expect(registered.sort()).toEqual(
    packed()
      .contributes.commands.map(({command}) => command)
      .sort(),
  )
})

test('is written against the oldest VS Code that it runs in', () => {
  const types = JSON.parse(readFileSync(join(root, 'node_modules/@types/vscode/package.json'), 'utf8'))
  expect(packed().engines.vscode).toBe(`^${types.version}`)
})

describe('its README', () => {
  const readme = readFileSync(join(source, 'README.md'), 'utf8')

  test('describes every setting, with its default, and no other', () => {
    const {properties} = packed().contributes.configuration
    const rows = [...readme.matchAll(/^\| `(planLint\.[\w.]+)` \| `([^`]*)` \|/gm)]
    expect(rows.map(([, name, value = '']) => [name, JSON.parse(value)])).toEqual(
      Object.entries(properties).map(([name, property]) => [name, property.default]),
    )
  })

  test('describes every command', () => {
    for (const {category, title} of packed().contributes.commands) expect(readme).toContain(`**${category}: ${title}**`)
  })

  test('shows pictures that are there', () => {
    const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = '']) => path)
    expect(pictures.length).toBeGreaterThan(2)
    expect(pictures.filter(path => !existsSync(join(source, path)))).toEqual([])
  })
})

test('its server starts where nothing else is installed, checks a plan and shows the page of a rule', async () => {
  const command = join(extension, 'server/dist/bin/plan-lint.js')
  const server = spawn(process.execPath, [command, 'lsp', '--stdio'], {cwd: scratch})
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  )
  try {
    const published = new Promise<PublishDiagnosticsParams>(found => {
      connection.onNotification(PublishDiagnosticsNotification.type, found)
    })
    connection.listen()
    const {serverInfo} = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
    })
    expect(serverInfo).toEqual({name: 'plan-lint', version: manifest.version})
    await connection.sendNotification(InitializedNotification.type, {})
    const text = '<!-- plan-lint preset: plan -->\n# Retries\n\n[NAME] retries.\n'
    const textDocument = {uri: 'untitled:a.md', languageId: 'markdown', version: 1, text}
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {textDocument})
    expect((await published).diagnostics.map(({code}) => code)).toEqual(['no-placeholders'])
    const hover = await connection.sendRequest(HoverRequest.type, {
      textDocument: {uri: textDocument.uri},
      position: {line: 3, character: 2},
    })
    expect(JSON.stringify(hover)).toContain('something nobody decided')
  } finally {
    connection.dispose()
    server.kill()
  }
})
