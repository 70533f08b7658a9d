import {name} from '../../package.ts'
import {holding} from '../holding.ts'
import type {Part} from '../part.ts'

export const vscode: Part = {
  id: 'vscode',
  title: 'VS Code',
  option: '--editor vscode',
  evidence: tools => tools.vscode,
  async steps({around}) {
    const recommendation = await holding(around, '.vscode/extensions.json', {recommendations: ['plan-lint.plan-lint']})
    if (around.packageFolder !== around.root) return [recommendation]
    // So that the editor checks with the version that CI has.
    const settings = await holding(around, '.vscode/settings.json', {'planLint.path': `node_modules/${name}`})
    return [recommendation, settings]
  },
}
