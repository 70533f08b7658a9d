import {jobOf, nodeVersion} from '../calling.ts'
import {textOf} from '../holding.ts'
import type {Part, Setup} from '../part.ts'
import type {Step} from '../step.ts'
import {runsPlanLint} from './github.ts'
import {onlyAtRepositoryRoot} from './repository-root.ts'

const path = '.gitlab-ci.yml'
const report = 'gl-code-quality-report.json'

export const gitlab: Part = {
  id: 'gitlab',
  title: 'GitLab CI',
  option: '--ci gitlab',
  evidence: tools => tools.gitlab,
  async steps(setup) {
    return [onlyAtRepositoryRoot(setup, path) ?? jobStep(setup)]
  },
}

function jobStep({around}: Setup): Step {
  const text = job(jobOf(around))
  const before = textOf(around, path)
  if (before === null) return {kind: 'create', path, text}
  if (typeof before !== 'string') return before
  if (runsPlanLint(before)) return {kind: 'settled', path, why: 'runs plan-lint already'}
  return {kind: 'left', path, why: 'is there already; add this job', paste: text}
}

function job({install, call}: ReturnType<typeof jobOf>): string {
  const script = [...install, `${call} -f stylish -f gitlab=${report}`]
  return `plan-lint:
  image: node:${nodeVersion}
  script:
${script.map(line => `    - ${line}\n`).join('')}  artifacts:
    when: always
    reports:
      codequality: ${report}
`
}
