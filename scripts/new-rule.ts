import {execFileSync} from 'node:child_process'
import {existsSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'

const root = resolve(import.meta.dirname, '..')
const {positionals} = parseArgs({allowPositionals: true})
const id = positionals[0]

if (positionals.length !== 1 || !id || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
  fail('Give the id of the new rule in kebab-case: npm run new-rule -- no-vague-steps')
}
const files = {[`rules/${id}.ts`]: ruleModule(id), [`rules/${id}.md`]: rulePage()}
for (const file of Object.keys(files)) {
  if (existsSync(join(root, file))) fail(`${file} exists; choose another id.`)
}
for (const [file, text] of Object.entries(files)) {
  writeFileSync(join(root, file), text)
  console.log(`wrote ${file}`)
}
execFileSync(process.execPath, ['--import', 'tsx', 'scripts/generate.ts'], {cwd: root, stdio: 'inherit'})
console.log(
  'It finds the word FAULT, as its page says. Now write the check and the examples you want; "npm test" runs them.',
)

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}

function ruleModule(id: string): string {
  return `import {defineRule} from '../core/rule.ts'

export default defineRule({
  id: '${id}',
  summary: 'Say in one line what is wrong with the plan',
  group: 'sections',
  severity: 'warning',
  messages: {
    fault: '"{text}" is wrong because …; do … instead',
  },
  *check(plan, _options, say) {
    for (const {0: text, index} of plan.text.matchAll(/\\bFAULT\\b/g)) {
      yield say('fault', {start: index, end: index + text.length}, {text})
    }
  },
})
`
}

function rulePage(): string {
  return `<!-- rule:start -->
<!-- rule:end -->

Why the fault matters, in a sentence or two.

## Fails

\`\`\`\`markdown
# Plan: With the fault

FAULT
\`\`\`\`

\`\`\`text
3:1 warning "FAULT" is wrong because …; do … instead
\`\`\`

## Passes

\`\`\`\`markdown
# Plan: Without the fault

Text.
\`\`\`\`

## When not to use it

Say for whom the rule is not.
`
}
