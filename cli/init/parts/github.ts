import {join} from 'node:path'
import {jobOf, nodeVersion} from '../calling.ts'
import {textOf} from '../holding.ts'
import type {Part, Setup} from '../part.ts'
import type {Step} from '../step.ts'
import {onlyAtRepositoryRoot} from './repository-root.ts'

const folder = '.github/workflows'
const path = `${folder}/plan-lint.yml`

export const github: Part = {
  id: 'github',
  title: 'GitHub Actions',
  option: '--ci github',
  evidence: tools => tools.github,
  async steps(setup) {
    return [onlyAtRepositoryRoot(setup, path) ?? workflowStep(setup)]
  },
}

function workflowStep({around}: Setup): Step {
  const text = workflow(jobOf(around))
  const other = workflowsOf(around).find(name => runsPlanLint(textOf(around, name)))
  if (other !== undefined) return {kind: 'settled', path: other, why: 'runs plan-lint already'}
  const before = textOf(around, path)
  if (before === null) return {kind: 'create', path, text}
  return typeof before === 'string' ? {kind: 'left', path, why: 'is there already; add this job', paste: text} : before
}

function workflowsOf({fs, root}: Setup['around']): string[] {
  try {
    const names = fs.readdirSync(join(root, folder))
    return names.filter(name => /\.ya?ml$/.test(name)).map(name => `${folder}/${name}`)
  } catch {
    return []
  }
}

/** Whether a command of the text runs plan-lint, or a step uses its action. */
export function runsPlanLint(text: unknown): boolean {
  return typeof text === 'string' && text.split('\n').some(line => isCall(line.split('#', 1)[0] ?? ''))
}

function isCall(line: string): boolean {
  const tool = /\b(?:npx|run|script|exec|pnpm|yarn|bun|bunx|uses)\b/.exec(line)
  return tool !== null && /\bplan-lint\b/.test(line.slice(tool.index + tool[0].length))
}

function workflow({install, call}: ReturnType<typeof jobOf>): string {
  const steps = [...install, `${call} -f github -f markdown="$GITHUB_STEP_SUMMARY"`]
  return `name: plan-lint

on:
  push:
    branches: [main, master]
  pull_request:

permissions:
  contents: read

jobs:
  plan-lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: actions/setup-node@v7
        with:
          node-version: ${nodeVersion}
${steps.map(step => `      - run: ${step}\n`).join('')}`
}
