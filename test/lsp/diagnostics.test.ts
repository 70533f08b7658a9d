import {setTimeout} from 'node:timers/promises'
import {expect, test} from 'vitest'
import {
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  ShowMessageNotification,
} from 'vscode-languageserver/node'
import {add, project} from '../cli/world.ts'
import {Client} from './client.ts'

const plan = '<!-- plan-lint preset: plan -->\n# Retries\n\nÜnïcode 😀 [NAME] retries.\n'
const slot = {
  source: 'plan-lint',
  code: 'no-placeholders',
  severity: 1,
  tags: [1],
  range: {start: {line: 3, character: 11}, end: {line: 3, character: 17}},
}
const pull = {textDocument: {diagnostic: {}}}

test('an editor that cannot ask is told', async () => {
  const client = await Client.start()
  expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined()
  const uri = await client.open(plan)
  expect(await client.published(uri)).toContainEqual(expect.objectContaining(slot))
})

test('an editor that can ask is not told besides', async () => {
  const client = await Client.start({capabilities: pull})
  const uri = await client.open(plan)
  const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {textDocument: {uri}})
  expect(report).toMatchObject({kind: 'full', items: expect.arrayContaining([expect.objectContaining(slot)])})
})

test('each diagnostic leads to the page of its rule', async () => {
  const client = await Client.start()
  const uri = await client.open(plan)
  const [first] = await client.published(uri)
  expect(first?.codeDescription?.href).toContain(`/rules/${first?.code}.md`)
})

test('what is typed is looked at again', async () => {
  const client = await Client.start()
  const uri = await client.open(plan)
  await client.change(uri, {range: slot.range, text: 'Queue'})
  const codes = (await client.published(uri)).map(({code}) => code)
  expect(codes).not.toContain('no-placeholders')
})

test('a change that changes nothing is answered, too', async () => {
  const client = await Client.start()
  const uri = await client.open(plan)
  await client.published(uri)
  await client.change(uri, {text: plan})
  expect(await client.published(uri)).toContainEqual(expect.objectContaining(slot))
})

test('a document that is no plan is left alone', async () => {
  const client = await Client.start()
  const uri = await client.open('# Read me\n\nInstall [NAME].\n')
  expect(await client.published(uri)).toEqual([])
})

test('where the project keeps plans, every document is one', async () => {
  const root = project({'.git/HEAD': ''})
  const client = await Client.start()
  const uri = await client.open('# Read me\n\nInstall [NAME].\n', `${root}/plans/a.md`)
  expect(await client.published(uri)).toContainEqual(expect.objectContaining({code: 'no-placeholders'}))
})

test('a configuration counts for the files below it, and is read again once it has changed', async () => {
  const root = project({'a/plan-lint.config.json': '{"rules": {"no-placeholders": "off"}}', 'b/.git/HEAD': ''})
  const client = await Client.start()
  const [off, on] = [await client.open(plan, `${root}/a/plans/x.md`), await client.open(plan, `${root}/b/plans/x.md`)]
  const codes = async (uri: string) => (await client.published(uri)).map(({code}) => code)
  expect(await codes(off)).not.toContain('no-placeholders')
  expect(await codes(on)).toContain('no-placeholders')

  add(root, {'a/plan-lint.config.json': '{"rules": {"no-placeholders": "warning"}}'})
  const changes = [{uri: `file://${root}/a/plan-lint.config.json`, type: 2 as const}]
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {changes})
  await expect.poll(() => codes(off)).toContain('no-placeholders')
})

test('a broken configuration is told in the plan', async () => {
  const root = project({'plan-lint.config.json': '{"rules": {"no-placeholder": "off"}}'})
  const client = await Client.start()
  const uri = await client.open(plan, `${root}/plans/x.md`)
  expect(await client.published(uri)).toContainEqual(
    expect.objectContaining({
      severity: 1,
      message: 'plan-lint.config.json:1:12: unknown rule "no-placeholder"; did you mean "no-placeholders"?',
    }),
  )
})

test('configuration that is code is run only where the workspace is trusted', async () => {
  const files = {
    'plan-lint.config.mjs': "globalThis.hasRun = true\nexport default {rules: {'no-placeholders': 'off'}}\n",
  }
  const seen = async (trusted: boolean) => {
    const client = await Client.start({initializationOptions: {trusted}})
    const uri = await client.open(plan, `${project(files)}/plans/x.md`)
    return (await client.published(uri)).map(({code}) => code)
  }
  expect(await seen(false)).toContain('no-placeholders')
  expect(globalThis).not.toHaveProperty('hasRun')
  expect(await seen(true)).not.toContain('no-placeholders')
  expect(globalThis).toHaveProperty('hasRun')
})

test('who does not trust a workspace is told once that its configuration is not run', async () => {
  const root = project({'plan-lint.config.mjs': 'export default {}\n'})
  const client = await Client.start()
  const told: string[] = []
  client.connection.onNotification(ShowMessageNotification.type, ({message}) => {
    told.push(message)
  })
  await client.published(await client.open(plan, `${root}/plans/x.md`))
  await client.published(await client.open(plan, `${root}/plans/y.md`))
  expect(told).toEqual([expect.stringMatching(/plan-lint\.config\.mjs is code.*"trusted": true/)])
})

test('a document that is closed has no diagnostics', async () => {
  const client = await Client.start()
  const uri = await client.open(plan)
  await client.published(uri)
  await client.close(uri)
  await setTimeout(0)
  expect(await client.published(uri)).toEqual([])
})
