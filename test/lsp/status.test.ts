import {expect, test} from 'vitest'
import {
  type ApplyWorkspaceEditParams,
  ApplyWorkspaceEditRequest,
  type ClientCapabilities,
  DocumentDiagnosticRequest,
  ExecuteCommandRequest,
  ShowMessageNotification,
} from 'vscode-languageserver/node'
import {
  type PlanStatus,
  type PresetChoice,
  presetsRequest,
  statusNotification,
} from '../../hosts/lsp/status-protocol.ts'
import {presets} from '../../index.ts'
import {project} from '../cli/world.ts'
import {Client} from './client.ts'

const plan = '<!-- plan-lint preset: plan -->\n# Retries\n\n[NAME] retries.\n'
const wanting = {initializationOptions: {status: true}}

/** All statuses that the server tells, in order. */
function statusesOf(client: Client): PlanStatus[] {
  const told: PlanStatus[] = []
  client.connection.onNotification(statusNotification, (status: PlanStatus) => void told.push(status))
  return told
}

/** Runs the command; returns what the server had the editor do. */
async function setPreset(client: Client, ...given: unknown[]): Promise<{edits: unknown[]; messages: string[]}> {
  const [edits, messages]: [unknown[], string[]] = [[], []]
  client.connection.onRequest(ApplyWorkspaceEditRequest.type, ({edit}: ApplyWorkspaceEditParams) => {
    edits.push(edit)
    return {applied: true}
  })
  client.connection.onNotification(ShowMessageNotification.type, ({message}) => void messages.push(message))
  await client.connection.sendRequest(ExecuteCommandRequest.type, {command: 'plan-lint.setPreset', arguments: given})
  return {edits, messages}
}

test('tells by which preset a plan is judged, why, and what was found', async () => {
  const client = await Client.start(wanting)
  const told = statusesOf(client)
  const uri = await client.open(plan)
  await client.published(uri)
  await expect.poll(() => told).toHaveLength(1)
  expect(told[0]).toEqual({
    uri,
    version: 1,
    plan: {
      preset: 'plan',
      presetSource: 'directive',
      evidence: ['preset directive (line 1)'],
      counts: {error: 1, warning: 0, info: 0},
      readiness: {verdict: 'draft', next: 'reviewable', blockers: 1},
    },
    configFile: null,
    configProblems: [],
    isConfigRefused: false,
    failure: null,
  })
  await client.change(uri, {text: plan.replace('[NAME]', 'It')})
  await client.published(uri)
  await expect.poll(() => told).toHaveLength(2)
  expect(told[1]).toMatchObject({version: 2, plan: {counts: {error: 0}, readiness: {verdict: 'executable'}}})
})

test('tells an editor that asks for diagnostics as well', async () => {
  const client = await Client.start({...wanting, capabilities: {textDocument: {diagnostic: {}}}})
  const told = statusesOf(client)
  const uri = await client.open(plan)
  await client.connection.sendRequest(DocumentDiagnosticRequest.type, {textDocument: {uri}})
  await expect.poll(() => told).toMatchObject([{uri, plan: {preset: 'plan'}}])
})

test('tells of a document that is no plan', async () => {
  const client = await Client.start(wanting)
  const told = statusesOf(client)
  const uri = await client.open('# Read me\n')
  await client.published(uri)
  await expect.poll(() => told).toMatchObject([{uri, plan: null, failure: null}])
})

test('tells of the configuration and of what is wrong with it', async () => {
  const root = project({
    'plan-lint.config.json': '{"preset": "stagd"}',
    'b/plan-lint.config.mjs': 'export default {}\n',
  })
  const client = await Client.start(wanting)
  const told = statusesOf(client)
  await client.published(await client.open(plan, `${root}/plans/x.md`))
  await client.published(await client.open(plan, `${root}/b/plans/x.md`))
  await expect.poll(() => told).toHaveLength(2)
  const [broken, refused] = told
  expect(broken).toMatchObject({configFile: `${root}/plan-lint.config.json`, isConfigRefused: false})
  expect(broken?.configProblems).toEqual([expect.stringContaining('"stagd"')])
  expect(refused).toMatchObject({configFile: `${root}/b/plan-lint.config.mjs`, isConfigRefused: true})
  expect(refused?.configProblems).toHaveLength(1)
})

test('tells nothing to an editor that did not ask', async () => {
  const client = await Client.start()
  const told = statusesOf(client)
  const uri = await client.open(plan)
  await client.published(uri)
  // What was sent before this answer has arrived by then.
  await client.connection.sendRequest(presetsRequest, {uri})
  expect(told).toEqual([])
})

test('lists the presets with what each is for', async () => {
  const client = await Client.start()
  const choices = await client.connection.sendRequest<PresetChoice[]>(presetsRequest, {uri: await client.open(plan)})
  expect(choices).toEqual(presets.map(({id, summary}) => ({id, summary})))
  expect(await client.connection.sendRequest(presetsRequest, {uri: 'file:///gone.md'})).toEqual([])
})

test('writes the preset into the document', async () => {
  const client = await Client.start()
  const uri = await client.open(plan)
  const {edits} = await setPreset(client, uri, 'staged')
  const range = {start: {line: 0, character: 23}, end: {line: 0, character: 27}}
  expect(edits).toEqual([{changes: {[uri]: [{range, newText: 'staged'}]}}])
})

test('names the version that it means, where the editor can tell them apart', async () => {
  const capabilities: ClientCapabilities = {workspace: {workspaceEdit: {documentChanges: true}}}
  const client = await Client.start({capabilities})
  const uri = await client.open('# No plan yet\r\n')
  const {edits} = await setPreset(client, uri, 'phased')
  const start = {line: 0, character: 0}
  const edit = {range: {start, end: start}, newText: '<!-- plan-lint preset: phased -->\r\n\r\n'}
  expect(edits).toEqual([{documentChanges: [{textDocument: {uri, version: 1}, edits: [edit]}]}])
})

test('"auto" takes the name away, and does nothing where there is none', async () => {
  const client = await Client.start()
  const uri = await client.open(plan)
  const range = {start: {line: 0, character: 0}, end: {line: 1, character: 0}}
  expect((await setPreset(client, uri, 'auto')).edits).toEqual([{changes: {[uri]: [{range, newText: ''}]}}])
  expect((await setPreset(client, await client.open('# A\n', 'untitled:b.md'), 'auto')).edits).toEqual([])
})

test('a file whose configuration names the preset is left as it is, and says so', async () => {
  const root = project({'plan-lint.config.json': '{"preset": "staged"}'})
  const client = await Client.start()
  const uri = await client.open(plan, `${root}/plans/x.md`)
  const {edits, messages} = await setPreset(client, uri, 'plan')
  expect(edits).toEqual([])
  await expect
    .poll(() => messages)
    .toEqual([
      `plan-lint.config.json judges this file by the preset "staged", whatever the file says; change it there.`,
    ])
})

test.each([
  [['untitled:gone.md', 'plan'], 'untitled:gone.md is no open Markdown document'],
  [['untitled:plan.md', 'stagd'], 'There is no preset "stagd"'],
  [['untitled:plan.md'], 'There is no preset "undefined"'],
  [[], 'undefined is no open Markdown document'],
  [[{}, 7], 'is no open Markdown document'],
])('refuses %j', async (given, message) => {
  const client = await Client.start()
  await client.open(plan)
  await expect(setPreset(client, ...given)).rejects.toThrow(message)
})
