import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {type BrowserContext, chromium} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'
import {applyEdits} from '../../../core/fixes.ts'
import {lint} from '../../../index.ts'
import manifest from '../../../package.json' with {type: 'json'}
import {CodeServer} from './code-server.ts'
import {retries} from './plans.ts'
import {programOf} from './programs.ts'
import {Workbench} from './workbench.ts'

const extension = join(import.meta.dirname, '..')
const itemId = 'plan-lint.plan-lint.planLint.preset'
const scratch = mkdtempSync(join(tmpdir(), 'plan-lint-e2e-'))
const poll = {timeout: 30_000}

let server: CodeServer
let browser: BrowserContext
let workbench: Workbench

beforeAll(async () => {
  const codeServer = programOf(
    'CODE_SERVER',
    ['code-server'],
    'Install it (https://coder.com/docs/code-server/install), or name one in CODE_SERVER.',
  )
  const executablePath = programOf(
    'CHROMIUM',
    ['chromium', 'chromium-browser', 'google-chrome'],
    'Install Chromium or Chrome, or name one in CHROMIUM.',
  )
  server = await CodeServer.start(codeServer, scratch, join(extension, `plan-lint-${manifest.version}.vsix`))
  browser = await chromium.launchPersistentContext(join(scratch, 'chromium'), {
    executablePath,
    chromiumSandbox: false,
    viewport: {width: 960, height: 680},
  })
  const page = browser.pages()[0] ?? (await browser.newPage())
  page.setDefaultTimeout(poll.timeout)
  workbench = new Workbench(page)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(scratch, {recursive: true, force: true})
})

afterEach(async ({task}) => {
  if (task.result?.state !== 'fail') return
  const path = join(tmpdir(), `plan-lint-e2e-${task.id}.png`)
  await workbench.page.screenshot({path})
  console.log(`What was to be seen when "${task.name}" failed: ${path}`)
})

/** Opens a folder that holds `files`, and the one of them that is called `name`; returns the path of the folder. */
async function openProject(files: Record<string, string>, name: string): Promise<string> {
  const root = mkdtempSync(join(scratch, 'project-'))
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), {recursive: true})
    writeFileSync(join(root, file), content)
  }
  await workbench.openFolder(server.url, root)
  await workbench.openFile(name)
  return root
}

const statusItem = () => workbench.statusItem(itemId)

describe('in restricted mode', () => {
  const config = `import {writeFileSync} from 'node:fs'
writeFileSync(new URL('has-run', import.meta.url), '')
export default {rules: {'no-placeholders': 'off'}}
`
  const ownCommand = `import {writeFileSync} from 'node:fs'
writeFileSync(new URL('has-run', import.meta.url), '')
await import(${JSON.stringify(pathToFileURL(join(extension, '../../dist/bin/plan-lint.js')).href)})
`
  let project: string
  const hasRun = () => ['has-run', 'own/has-run'].map(file => existsSync(join(project, file)))

  beforeAll(async () => {
    project = await openProject(
      {
        '.vscode/settings.json': '{"planLint.path": "own"}',
        'own/package.json': '{"type": "module", "bin": {"plan-lint": "command.js"}}',
        'own/command.js': ownCommand,
        'plan-lint.config.mjs': config,
        'plans/retries.md': retries,
        'json/plan-lint.config.json': '{"rules": {"no-clarification-markers": "off", "no-placeholders": "off"}}',
        'json/plans/other.md': retries,
      },
      'retries.md',
    )
  })

  test('a plan is checked, and nothing that the workspace brings is run', async () => {
    await workbench.openProblems()
    await expect.poll(() => workbench.problems(), poll).toHaveLength(4)
    await expect.poll(() => workbench.squiggles('error').count(), poll).toBeGreaterThan(0)
    expect(hasRun()).toEqual([false, false])
  })

  test('the status bar says so', async () => {
    expect(await statusItem().textContent()).toContain('humanlayer')
    expect(await statusItem().getAttribute('aria-label')).toContain('plan-lint.config.mjs is code, and not run')
  })

  test('JSON configuration is in force', async () => {
    await workbench.openFile('other.md')
    await workbench.openProblems()
    await expect.poll(() => workbench.problems(), poll).toHaveLength(2)
    expect(await statusItem().getAttribute('aria-label')).toContain('With plan-lint.config.json.')
  })

  test('once the workspace is trusted, its code is run and in force', async () => {
    await workbench.trust()
    await workbench.openFile('retries.md')
    await workbench.openProblems()
    await expect.poll(() => workbench.problems(), poll).toHaveLength(3)
    expect(hasRun()).toEqual([true, true])
    expect(await statusItem().getAttribute('aria-label')).toContain('With plan-lint.config.mjs.')
  })
})

describe('a plan', () => {
  let plan: string
  const readme = '# Retries\n\nInstall [SERVICE_NAME].\n'
  let expected = retries
  const findingOf = (rule: string) => {
    const finding = lint(expected).findings.find(found => found.rule === rule)
    if (!finding) throw new Error(`The plan has nothing for ${rule} to find.`)
    return finding
  }

  beforeAll(async () => {
    const project = await openProject({'plans/retries.md': retries, 'README.md': readme}, 'retries.md')
    plan = join(project, 'plans/retries.md')
    await workbench.trust()
    await workbench.run('View: Toggle Primary Side Bar Visibility')
    await workbench.openFile('retries.md')
  })

  test('what is wrong is underlined, and listed', async () => {
    await expect.poll(() => workbench.squiggles('error').count(), poll).toBeGreaterThan(2)
    await workbench.openProblems()
    const told = lint(retries).findings.map(({message}) => `Error: ${message} at line`)
    await expect.poll(() => workbench.problems(), poll).toHaveLength(told.length)
    const shown = await workbench.problems()
    for (const [index, words] of told.entries()) expect(shown[index]).toContain(words)
    await workbench.take('problems')
    await workbench.run('View: Hide Panel')
  })

  test('the status bar names the preset and why', async () => {
    expect((await statusItem().textContent())?.trim()).toBe('humanlayer')
    await statusItem().hover()
    const tooltip = workbench.page.locator('.workbench-hover-container .monaco-hover')
    await tooltip.waitFor()
    expect(await tooltip.innerText()).toMatch(
      /Checked as humanlayer: the file looks like it\.\s+Current State Analysis \(line 7\)\s+Desired End State \(line 15\)\s+4 errors\./,
    )
    await workbench.take('status-bar', {x: 480, y: 520, width: 480, height: 160})
    await workbench.page.mouse.move(10, 10)
    await tooltip.waitFor({state: 'hidden'})
  })

  test('a finding is explained where the mouse rests', async () => {
    await workbench.goTo(18, 10)
    await workbench.run('Show or Focus Hover')
    const hover = workbench.page.locator('.monaco-editor .monaco-hover:not(.hidden)').first()
    await expect.poll(() => hover.innerText(), poll).toContain('is unresolved; write the answer in its place')
    await expect.poll(() => hover.innerText(), poll).toContain('this rule finds it before the code does')
    await expect.poll(() => hover.innerText(), poll).toContain('Quick Fix')
    await workbench.take('hover', {x: 0, y: 120, width: 960, height: 290})
    await workbench.page.keyboard.press('Escape')
  })

  test('a fix is made', async () => {
    const {fix = [], start} = findingOf('phase-numbering')
    await workbench.goTo(expected.slice(0, start).split('\n').length, 10)
    const entries = await workbench.quickFixes()
    await workbench.take('quick-fix', {x: 0, y: 280, width: 640, height: 220})
    await entries.filter({hasText: 'Fix: '}).first().click()
    expected = applyEdits(expected, fix)
    await workbench.save()
    await expect.poll(() => readFileSync(plan, 'utf8'), poll).toBe(expected)
  })

  test('a suggestion is made', async () => {
    const {suggestions: [{title, edits} = {title: '', edits: []}] = []} = findingOf('required-sections')
    await workbench.goTo(1, 5)
    const entries = await workbench.quickFixes()
    await entries.filter({hasText: title}).first().click()
    expected = applyEdits(expected, edits)
    await workbench.save()
    await expect.poll(() => readFileSync(plan, 'utf8'), poll).toBe(expected)
  })

  test('the next phase is completed', async () => {
    const {page} = workbench
    await page.keyboard.press('Control+End')
    await page.keyboard.type('\n## ')
    await page.keyboard.press('Control+Space')
    await page.locator('.suggest-widget.visible .monaco-list-row', {hasText: 'Phase 3'}).click()
    await page.keyboard.type('The alarm')
    expected = `${expected}\n## Phase 3: The alarm`
    await workbench.save()
    await expect.poll(() => readFileSync(plan, 'utf8'), poll).toBe(expected)
  })

  test('the outline is that of the plan', async () => {
    await workbench.run('Explorer: Focus on Outline View')
    const rows = workbench.page.locator('.outline-pane .monaco-list-row')
    await expect.poll(() => rows.first().innerText(), poll).toBe('plan-lint')
    await expect.poll(() => rows.allInnerTexts(), poll).toContain('Key Discoveries')
    await workbench.run('View: Toggle Primary Side Bar Visibility')
  })

  test('a preset is chosen, and written into the file', async () => {
    await workbench.run('plan-lint: Choose Preset for This File')
    await workbench.choice('phased').waitFor()
    await workbench.take('choose-preset', {x: 170, y: 0, width: 620, height: 340})
    await workbench.page.keyboard.type('phased plan with findings')
    await workbench.page.keyboard.press('Enter')
    await expect.poll(() => statusItem().textContent(), poll).toContain('phased')
    await workbench.save()
    await expect.poll(() => readFileSync(plan, 'utf8'), poll).toBe(`<!-- plan-lint preset: phased -->\n\n${expected}`)
  })

  test('and taken out of it', async () => {
    await statusItem().click()
    await workbench.choice('auto').click()
    await expect.poll(() => statusItem().textContent(), poll).toContain('humanlayer')
    await workbench.save()
    await expect.poll(() => readFileSync(plan, 'utf8'), poll).toBe(expected)
  })

  test('a file that is no plan is left alone', async () => {
    await workbench.openFile('README.md')
    await statusItem().waitFor({state: 'hidden'})
    expect(await workbench.squiggles('error').count()).toBe(0)
  })
})
