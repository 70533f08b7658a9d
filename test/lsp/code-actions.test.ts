import {setImmediate} from 'node:timers/promises'
import {describe, expect, test} from 'vitest'
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  SnippetTextEdit,
} from 'vscode-languageserver/node'
import {fixUntilStable, lint, rules} from '../../index.ts'
import {rulePage} from '../rule-page.ts'
import {actionsAt, applied, editsOf, named, rangeOf, takesActions, titlesOf} from './actions.ts'
import {Client} from './client.ts'

const versioned = {...takesActions, workspace: {workspaceEdit: {documentChanges: true}}}

function start(capabilities: ClientCapabilities = takesActions): Promise<Client> {
  return Client.start({capabilities})
}

const phases = `<!-- plan-lint preset: plan -->
# Plan: Flood gauges

## Phase 1: Read

Ünïcode 😀 [NAME] reads.

## Phase 1: Show

Show it.

## Phase 5: Alert

Alert.
`

const fixTitle = 'Fix: change "1" to "2", change "5" to "3"'
const fixAllTitle = 'Fix all plan-lint problems in this file'

describe('at a finding', () => {
  test('its fix comes first, what people rarely want last', async () => {
    const client = await start()
    const uri = await client.open(phases)
    const actions = await actionsAt(client, uri, rangeOf(phases, '1: Show', 1))
    expect(actions.map(({title, kind, isPreferred}) => [title, kind, isPreferred])).toEqual([
      [fixTitle, 'quickfix', true],
      [fixAllTitle, 'quickfix', undefined],
      ['Disable phase-numbering for this line', 'quickfix', undefined],
      ['Disable phase-numbering for this file', 'quickfix', undefined],
    ])
    expect(actions[0]?.diagnostics).toEqual([
      expect.objectContaining({code: 'phase-numbering', range: rangeOf(phases, '1: Show', 1)}),
    ])
    expect(applied(phases, named(actions, fixTitle))).toBe(
      phases.replace('Phase 1: Show', 'Phase 2: Show').replace('Phase 5', 'Phase 3'),
    )
  })

  test('each of its suggestions is offered by its own title', async () => {
    const text =
      '<!-- plan-lint preset: phased -->\n# Plan\n\n**Status**: Draft | In Review | Approved | In Progress | Completed\n'
    const client = await start()
    const uri = await client.open(text)
    const actions = await actionsAt(client, uri, rangeOf(text, 'Review', 0))
    expect(titlesOf(actions)).toEqual(
      expect.arrayContaining(['Keep Draft', 'Keep In Review', 'Keep Approved', 'Keep Completed']),
    )
    expect(named(actions, 'Keep Draft').isPreferred).toBeUndefined()
    expect(applied(text, named(actions, 'Keep In Review'))).toContain('**Status**: In Review\n')
  })

  test('what the whole document lacks is told on its title, and mended from there', async () => {
    const text = '<!-- plan-lint preset: phased -->\n# Implementation Plan: Gauges\n\n## Overview\n\nIt reads gauges.\n'
    const client = await start()
    const uri = await client.open(text)
    const actions = await actionsAt(client, uri, rangeOf(text, 'Gauges', 0))
    const insert = named(actions, 'Insert the heading "## Testing Strategy"')
    expect(applied(text, insert)).toContain('It reads gauges.\n\n## Testing Strategy\n')
  })

  test.each([
    ['its start', 0, 0, true],
    ['its end', 6, 6, true],
    ['a selection around it', -3, 9, true],
    ['a selection that ends where it starts', -3, 0, true],
    ['a selection before it', -3, -1, false],
  ])('%s counts', async (_, from, to, isFound) => {
    const client = await start()
    const uri = await client.open(phases)
    const {start: place} = rangeOf(phases, '[NAME]')
    const at = (by: number) => ({line: place.line, character: place.character + by})
    const actions = await actionsAt(client, uri, {start: at(from), end: at(to)})
    expect(titlesOf(actions).includes('Disable no-placeholders for this line')).toBe(isFound)
  })

  test('a cursor elsewhere on its line counts where somebody asked', async () => {
    const client = await start()
    const uri = await client.open(phases)
    const cursor = rangeOf(phases, 'reads.', 0)
    expect(titlesOf(await actionsAt(client, uri, {start: cursor.end, end: cursor.end}))).toContain(
      'Disable no-placeholders for this line',
    )
    const end = {line: cursor.end.line, character: cursor.end.character + 6}
    const automatic = await actionsAt(client, uri, {start: end, end}, {triggerKind: 2})
    expect(titlesOf(automatic)).toEqual([fixAllTitle])
  })
})

describe('all at once', () => {
  test.each([
    ['source.fixAll', true],
    ['source.fixAll.plan-lint', true],
    ['source', true],
    ['source.fixAll.plan', false],
    ['source.organizeImports', false],
    ['refactor', false],
  ])('%s is answered: %s', async (only, isAnswered) => {
    const client = await start()
    const uri = await client.open(phases)
    const actions = await actionsAt(client, uri, rangeOf(phases, 'Show it.'), {only: [only]})
    expect(actions.map(({title, kind}) => [title, kind])).toEqual(
      isAnswered ? [[fixAllTitle, 'source.fixAll.plan-lint']] : [],
    )
  })

  test('quick fixes alone are given to who asks for them', async () => {
    const client = await start()
    const uri = await client.open(phases)
    const actions = await actionsAt(client, uri, rangeOf(phases, '1: Show', 1), {only: ['quickfix']})
    expect(new Set(actions.map(({kind}) => kind))).toEqual(new Set(['quickfix']))
    expect(await actionsAt(client, uri, rangeOf(phases, 'Show it.'), {only: ['quickfix']})).toEqual([])
  })

  test('where nothing can be fixed nothing is offered', async () => {
    const client = await start()
    const uri = await client.open('<!-- plan-lint preset: plan -->\n# Plan\n\n[NAME]\n')
    expect(await actionsAt(client, uri, rangeOf('\n\n\nx', 'x'), {only: ['source.fixAll']})).toEqual([])
  })

  const texts = rules.flatMap(({id}) => {
    const examples = rulePage(id).examples.filter(({section}) => section === 'Fails' || section === 'Fix')
    return examples.map(({plan, preset}) => `<!-- plan-lint preset: ${preset} -->\n${plan}`)
  })
  const fixable = texts.filter(text => lint(text).findings.some(({fix}) => fix))
  const forms = {
    'line feeds': (text: string) => text,
    'carriage returns': (text: string) => text.replaceAll('\n', '\r\n'),
  }
  test.each(Object.entries(forms))('fixes what the command line fixes, with %s', async (_, form) => {
    const client = await start(versioned)
    let fixed = 0
    for (const plan of fixable) {
      const text = form(plan)
      const uri = await client.open(text)
      const [action] = await actionsAt(client, uri, rangeOf('x', 'x', 0), {only: ['source.fixAll']})
      const expected = fixUntilStable(text, current => lint(current).findings)
      expect(action ? applied(text, action) : text).toBe(expected.text)
      fixed += expected.fixed
    }
    expect(fixed).toBeGreaterThan(10)
  })

  test('touches only what it fixes', async () => {
    const client = await start()
    const uri = await client.open(phases)
    const [action] = await actionsAt(client, uri, rangeOf('x', 'x', 0), {only: ['source.fixAll']})
    expect(action && editsOf(action).map(({range}) => range)).toEqual([
      rangeOf(phases, '1: Show', 1),
      rangeOf(phases, '5: Alert', 1),
    ])
  })
})

describe('the form of an edit', () => {
  test('names the version of the text where the editor knows versions', async () => {
    const client = await start(versioned)
    const uri = await client.open(phases)
    const [before] = await actionsAt(client, uri, rangeOf(phases, '1: Show', 1))
    expect(before?.edit).toMatchObject({documentChanges: [{textDocument: {uri, version: 1}}]})
    await client.change(uri, {text: 'x'})
    await client.change(uri, {text: phases})
    const [after] = await actionsAt(client, uri, rangeOf(phases, '1: Show', 1))
    expect(after?.edit).toMatchObject({documentChanges: [{textDocument: {uri, version: 3}}]})
    expect(after?.edit?.changes).toBeUndefined()
  })

  test('is plain where it does not', async () => {
    const client = await start()
    const uri = await client.open(phases)
    const [action] = await actionsAt(client, uri, rangeOf(phases, '1: Show', 1))
    expect(action?.edit).toEqual({changes: {[uri]: editsOf(action as CodeAction)}})
  })

  test('leaves the reason to be filled in where the editor can', async () => {
    const client = await start({
      ...takesActions,
      workspace: {workspaceEdit: {documentChanges: true, snippetEditSupport: true}},
    })
    const uri = await client.open(phases)
    const actions = await actionsAt(client, uri, rangeOf(phases, '[NAME]'))
    const [edit, ...others] = editsOf(named(actions, 'Disable no-placeholders for this line'))
    expect(others).toEqual([])
    expect(SnippetTextEdit.is(edit) && edit.snippet.value).toBe(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of snippets
      '<!-- plan-lint-disable-next-line no-placeholders -- ${1:reason} -->\n',
    )
  })

  describe('waits until the action is chosen where the editor can', () => {
    const codeAction = {
      ...takesActions.textDocument?.codeAction,
      dataSupport: true,
      resolveSupport: {properties: ['edit']},
    }
    const chosen = {textDocument: {codeAction}, workspace: versioned.workspace}
    const title = 'Disable no-placeholders for this line'

    test('and is then the same', async () => {
      const [lazy, eager] = [await start(chosen), await start(versioned)]
      expect(lazy.initialized.capabilities.codeActionProvider).toMatchObject({resolveProvider: true})
      expect(eager.initialized.capabilities.codeActionProvider).toMatchObject({resolveProvider: false})
      const [uri] = [await lazy.open(phases), await eager.open(phases)]
      const range = rangeOf(phases, '[NAME]')
      const offered = named(await actionsAt(lazy, uri, range), title)
      expect(offered.edit).toBeUndefined()
      const {edit} = await lazy.connection.sendRequest(CodeActionResolveRequest.type, offered)
      expect(edit).toEqual(named(await actionsAt(eager, uri, range), title).edit)
    })

    test('and is not made up for another text', async () => {
      const client = await start(chosen)
      const uri = await client.open(phases)
      const offered = named(await actionsAt(client, uri, rangeOf(phases, '[NAME]')), title)
      await client.change(uri, {text: `Before.\n\n${phases}`})
      const {edit} = await client.connection.sendRequest(CodeActionResolveRequest.type, offered)
      expect(edit).toBeUndefined()
    })

    test('and says so where no directive does what it says', async () => {
      const text = '<!-- plan-lint preset: phased -->\n\nIt reads gauges.\n'
      const client = await start(chosen)
      const uri = await client.open(text)
      const offered = named(
        await actionsAt(client, uri, rangeOf(text, 'plan-lint')),
        'Disable required-sections for this line',
      )
      await expect(client.connection.sendRequest(CodeActionResolveRequest.type, offered)).rejects.toThrow(
        'disable it for this file',
      )
    })

    test('and no other action is touched', async () => {
      const client = await start(chosen)
      for (const data of [undefined, null, 1, {}, {uri: 1}, {uri: 'untitled:x', version: '1'}]) {
        const action = {title: 'Another', ...(data !== undefined && {data})}
        expect(await client.connection.sendRequest(CodeActionResolveRequest.type, action)).toEqual(action)
      }
    })
  })

  test('an editor that knows commands only is offered nothing', async () => {
    const client = await Client.start()
    expect(client.initialized.capabilities.codeActionProvider).toBeUndefined()
    const uri = await client.open(phases)
    expect(await actionsAt(client, uri, rangeOf(phases, '[NAME]'))).toEqual([])
  })
})

describe('any state of the document and the request', () => {
  test('carriage returns and characters outside of the basic plane keep their places', async () => {
    const text = phases.replace('## Phase 1: Show', '## 😀 Phase 1: Show').replaceAll('\n', '\r\n')
    const client = await start()
    const uri = await client.open(text)
    const actions = await actionsAt(client, uri, rangeOf(text, '[NAME]'))
    expect(applied(text, named(actions, 'Disable no-placeholders for this line'))).toBe(
      text.replace('Ünï', '<!-- plan-lint-disable-next-line no-placeholders -- reason -->\r\nÜnï'),
    )
  })

  test('what is typed counts, saved or not', async () => {
    const client = await start()
    const uri = await client.open(phases)
    const range = rangeOf(phases, '[NAME]')
    await client.change(uri, {range, text: 'It'})
    expect(titlesOf(await actionsAt(client, uri, range))).toEqual([fixAllTitle])
    await client.change(uri, {range: {...range, end: range.start}, text: '[PROJECT NAME] '})
    expect(titlesOf(await actionsAt(client, uri, range))).toContain('Disable no-placeholders for this line')
  })

  test('places outside of it are taken for the nearest inside', async () => {
    const text = '<!-- plan-lint preset: plan -->\n# Plan\n\n[NAME]'
    const client = await start()
    const uri = await client.open(text)
    const far = {line: 1000, character: 1000}
    expect(titlesOf(await actionsAt(client, uri, {start: far, end: far}))).toContain(
      'Disable no-placeholders for this line',
    )
  })

  test('a document that is no plan, is closed or was never open has none', async () => {
    const client = await start()
    const range = rangeOf('x', 'x')
    const uri = await client.open('# Read me\n\n[NAME]\n')
    expect(await actionsAt(client, uri, range)).toEqual([])
    await client.close(uri)
    expect(await actionsAt(client, uri, range)).toEqual([])
    expect(await actionsAt(client, 'untitled:other.md', range)).toEqual([])
  })

  test('a request that is taken back is not worked on, and the next is answered', async () => {
    const client = await start()
    const uri = await client.open(phases)
    const range = rangeOf(phases, '[NAME]')
    const source = new CancellationTokenSource()
    const params = {textDocument: {uri}, range, context: {diagnostics: []}}
    const answer = client.connection.sendRequest(CodeActionRequest.type, params, source.token)
    source.cancel()
    expect(await answer).toEqual([])
    await setImmediate()
    expect(await actionsAt(client, uri, range)).not.toEqual([])
  })
})
