import {callOf} from '../calling.ts'
import {huskyStep} from '../hooks/husky.ts'
import {lefthookStep} from '../hooks/lefthook.ts'
import {lintStagedStep} from '../hooks/lint-staged.ts'
import {patternsOf} from '../hooks/plan-patterns.ts'
import {preCommitStep} from '../hooks/pre-commit.ts'
import type {Part, Setup} from '../part.ts'
import type {Step} from '../step.ts'
import {onlyAtRepositoryRoot} from './repository-root.ts'

const usualConfigs = {
  'pre-commit': '.pre-commit-config.yaml',
  lefthook: 'lefthook.yml',
  'lint-staged': '.lintstagedrc.json',
  husky: '.husky/pre-commit',
}

export const preCommit: Part = {
  id: 'pre-commit',
  title: 'a hook before each commit',
  option: '--pre-commit',
  evidence: ({hooks}) => hooks && (hooks.config ?? '.husky'),
  async steps(setup) {
    const manager = setup.tools.hooks?.manager ?? 'pre-commit'
    const path = setup.tools.hooks?.config ?? usualConfigs[manager]
    return [onlyAtRepositoryRoot(setup, path) ?? (await hookStep(setup, manager, path))]
  },
}

async function hookStep(setup: Setup, manager: keyof typeof usualConfigs, path: string): Promise<Step> {
  const patterns = patternsOf(setup.plans)
  if (!patterns) {
    const why = 'add a hook that runs this; the globs of your "plans" are more than it understands'
    return {kind: 'left', path, why, paste: `${callOf(setup.around)}\n`}
  }
  switch (manager) {
    case 'pre-commit':
      return preCommitStep(path, patterns, setup)
    case 'lefthook':
      return lefthookStep(path, patterns, setup)
    case 'lint-staged':
      return lintStagedStep(path, patterns, setup)
    case 'husky':
      return huskyStep(path, patterns, setup)
  }
}
