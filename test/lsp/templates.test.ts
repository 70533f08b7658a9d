import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {DidChangeWatchedFilesNotification, RegistrationRequest} from 'vscode-languageserver/node'
import {add, project} from '../cli/world.ts'
import {Client} from './client.ts'

const template = '# Delivery Plan: [what is delivered]\n\n## Aim\n\n[what will be different]\n'
const plan = '# Delivery Plan: Search\n\n## Aim\n\nA word finds its invoice.\n'
const files = {'docs/own.md': template, 'plan-lint.config.json': '{"preset": "./docs/own.md"}'}

test('a template that the configuration names counts, and is read again once it has changed', async () => {
  const root = project(files)
  const client = await Client.start({capabilities: {workspace: {didChangeWatchedFiles: {dynamicRegistration: true}}}})
  const watched: unknown[] = []
  client.connection.onRequest(RegistrationRequest.type, ({registrations}) => {
    watched.push(...registrations.flatMap(({registerOptions}) => registerOptions.watchers))
  })
  const uri = await client.open(plan, `${root}/plans/a.md`)
  const messages = async () => (await client.published(uri)).map(({message}) => message)
  expect(await messages()).toEqual([])
  await expect.poll(() => watched).toContainEqual({globPattern: join(root, 'docs/own.md')})

  add(root, {'docs/own.md': `${template}\n## Risks\n\n[what may go wrong]\n`})
  const changes = [{uri: `file://${root}/docs/own.md`, type: 2 as const}]
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {changes})
  await expect.poll(messages).toEqual(['The plan has no section "Risks"; add it'])
})

test('the template itself is not linted, and one that is gone is told in the plan', async () => {
  const root = project(files)
  const client = await Client.start()
  const own = await client.open(template, `${root}/docs/own.md`)
  const uri = await client.open(plan, `${root}/plans/a.md`)
  expect(await client.published(uri)).toEqual([])
  expect(await client.published(own)).toEqual([])
  rmSync(join(root, 'docs/own.md'))
  const other = await Client.start()
  const messages = (await other.published(await other.open(plan, `${root}/plans/a.md`))).map(({message}) => message)
  expect(messages).toContain('plan-lint.config.json:1:12: cannot find the template "./docs/own.md"; check the path')
})
