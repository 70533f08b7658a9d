import {expect, test} from 'vitest'
import {commandsToLogs, steering} from './orders.ts'
import {stagedPlan} from './repository.ts'
import {add, project, run} from './world.ts'

/** What a terminal, and the log of a CI service, would obey. */
const trap = '\u001b[2J\u009b31m\u202e ##vso[task.complete] ##[error]x'
const command = '::error title=x::made up'

const plan = `<!-- plan-lint preset: trap -->
# ${trap} [NAME]

**Status**: ${trap}

<!-- plan-lint-disable-next-line no-such-rule${trap} -- ${trap} ${command} -->
<!-- plan-lint-disable-next-line no-placeholders -- ${trap}
${command} -->

For [NAME] \`${trap}\`

${command}

## Phase 1: ${trap}

Run \`make test\`. [TODO ${trap}]

${command}

## Phase 3: ${command}

- [ ] T001 ${trap} in \`src/${trap}.ts\`
`

const plugin = `
const trap = ${JSON.stringify(trap)}, command = ${JSON.stringify(`\n${command}\n`)}
export const rules = [{
  id: 'own', summary: 'A ' + trap + command, group: trap, severity: 'error', enabledByDefault: true,
  options: {words: {type: 'string', default: trap + command, description: trap + command}},
  messages: {own: trap}, url: 'https://example.org/' + trap,
  *check(plan) { yield {message: trap + command, data: {trap}, start: 0, end: 5, suggestions: [{title: trap + command, edits: []}]} },
}]
export const presets = [{
  id: 'trap', summary: trap + command, titleForms: [trap + '{name}'], priority: 1, literals: [], templateText: {},
  fingerprints: [{of: [{section: trap + command}, {label: trap + command}]}, {of: [{section: 'Phase 1: ' + trap}]}],
  fields: [{label: trap + command, expectation: 'required'}],
  sections: [{id: 'a', title: trap + command, expectation: 'required', content: [{kind: 'words', min: 3}]}],
  phases: {id: 'phases', noun: 'phase', titles: ['Phase {n}'], expectation: 'optional', validation: 'none'},
  vocabulary: {questions: [], validation: [], checkpoints: []}, rules: {},
}]`

const name = 'plans/a\u001b[2J\n::error::b.md'

function hostileProject(): string {
  return project({
    [name]: plan,
    'stages.md': stagedPlan([{id: `a ${trap}`}, {id: `${command} b`, on: [`a ${trap}`]}]),
    'circle.md': stagedPlan([
      {id: `a ${trap}`, on: [`${command} b`]},
      {id: `${command} b`, on: [`a ${trap}`]},
    ]),
    'own.mjs': plugin,
    'plan-lint.config.json': JSON.stringify({
      plugins: ['./own.mjs'],
      overrides: [{files: [`**/a*${trap}`, 'x'], preset: 'trap'}],
    }),
  })
}

test.each<[string[], boolean?]>([
  [[]],
  [['--all', '-f', 'agent']],
  [['--diff']],
  [['--print-config', name]],
  [['which', name]],
  [['which', name, '-f', 'json']],
  [['inspect', name]],
  [['inspect', name, '--mermaid']],
  [['inspect', name, '--dot']],
  [['stages', 'stages.md']],
  [['stages', 'stages.md', '-f', 'mermaid']],
  [['stages', 'stages.md', '-f', 'json']],
  [['stages', 'circle.md']],
  [['worktrees', 'circle.md']],
  [['suppressions']],
  [['suppressions', '-f', 'json']],
  [['rules']],
  [['rules', '-f', 'json']],
  [['presets']],
  [['presets', '-f', 'json']],
  [['presets', 'show', 'trap']],
  [['presets', 'show', 'trap', '-f', 'json']],
  [['explain', 'own']],
  [[`none${name}`], false],
  [[`@${name}none`], false],
  [['--rule', `${trap}${command}:off`], false],
  [['--preset', `${trap}\n${command}`], false],
  [['--format', `${trap}\n${command}`], false],
  [['--config', `${trap}\n${command}.json`], false],
  [['--baseline', name], false],
  [['explain', `${trap}\n${command}`], false],
  [['new', `${trap}\n${command}`], false],
  [[`--${trap}`], false],
])(
  'what documents, names and plugins say reaches no terminal and no log as a command: %j',
  async (argv, isTaken = true) => {
    const {code, stdout, stderr} = await run(hostileProject(), argv)
    expect(code === 2, stderr).toBe(!isTaken)
    const output = stdout + stderr
    expect(output).not.toBe('')
    expect(output).not.toMatch(steering)
    for (const command of commandsToLogs) expect(output).not.toMatch(command)
  },
)

test('nor does the place of a fault', async () => {
  const root = hostileProject()
  add(root, {'bad.mjs': `export default () => { throw new Error(${JSON.stringify(`${trap}\n${command}`)}) }`})
  const {stderr} = await run(root, ['--format', './bad.mjs'], {env: {PLAN_LINT_DEBUG: '1'}})
  expect(stderr).toMatch(/^ +at .*bad\.mjs/m)
  expect(stderr).not.toMatch(steering)
  for (const command of commandsToLogs) expect(stderr).not.toMatch(command)
})

test('a diff with words that look like a command, and are none, can be applied', async () => {
  const words = '::: note\n\n:: a\n\n:::\n'
  const text = `# Retries\n\n## Phase 1: Queue\n\n${words}\n## Phase 3: Worker\n\n${words}\nRun \`make test\`.\n`
  const {stdout} = await run(project({'a.md': text}), ['--diff', 'a.md'])
  expect(stdout).toContain('\n :::\n \n-## Phase 3: Worker\n+## Phase 2: Worker\n \n ::: note\n')
})
