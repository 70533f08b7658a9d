import {join, resolve} from 'node:path'
import {commandOf, installedPackage, packageIn} from '../../packages.ts'
import type {Check, Diagnosis, Fault} from '../check.ts'
import {editorFindings} from '../markdownlint/editor.ts'
import {settingsIn} from '../settings-files.ts'
import type {Surroundings} from '../surroundings.ts'
import {joined} from '../words.ts'

type Settings = Readonly<Record<string, unknown>>

const ids = {
  own: 'plan-lint.plan-lint',
  markdownlint: 'davidanson.vscode-markdownlint',
  remark: 'unifiedjs.vscode-remark',
}

export const vsCode: Check = {
  name: 'VS Code',
  async examine(surroundings) {
    const {repository, root} = surroundings
    // The folder that is opened: mostly the repository, sometimes a package in it.
    const folder = [repository, root].find(candidate => surroundings.world.fs.existsSync(join(candidate, '.vscode')))
    if (folder === undefined) return null
    const settings = (await settingsIn(surroundings, join(folder, '.vscode/settings.json'))) ?? {}
    const extensions = await recommended(surroundings, folder)
    const usesOwn = extensions.includes(ids.own) || hasKey(settings, 'planLint.')
    const usesMarkdownlint = extensions.includes(ids.markdownlint) || hasKey(settings, 'markdownlint.')
    const usesRemark = extensions.includes(ids.remark)
    if (!usesOwn && !usesMarkdownlint && !usesRemark) return null
    const markdownlint = usesMarkdownlint ? await editorFindings(settings, surroundings, usesOwn) : null
    const parts = [usesOwn ? 'the plan-lint extension' : [], markdownlint?.summary ?? [], usesRemark ? 'remark' : []]
    return {
      summary: joined(parts.flat()),
      faults: [
        ...(usesOwn ? ownFaults(settings, folder, surroundings) : []),
        ...(markdownlint?.faults ?? []),
        ...(usesOwn && markdownlint?.isShown ? [twice] : []),
        ...(usesRemark ? remarkFaults(surroundings) : []),
      ],
    } satisfies Diagnosis
  },
}

async function recommended(surroundings: Surroundings, folder: string): Promise<string[]> {
  const settings = await settingsIn(surroundings, join(folder, '.vscode/extensions.json'))
  const {recommendations} = settings ?? {}
  return Array.isArray(recommendations) ? recommendations.map(id => String(id).toLowerCase()) : []
}

function hasKey(settings: Settings, prefix: string): boolean {
  return Object.keys(settings).some(key => key.startsWith(prefix))
}

function ownFaults(settings: Settings, folder: string, {world: {fs}}: Surroundings): Fault[] {
  if (settings['planLint.enable'] === false) {
    const message = '"planLint.enable" is false, so that the plan-lint extension shows nothing'
    return [{severity: 'warning', message, advice: 'take that setting out of .vscode/settings.json'}]
  }
  const path = settings['planLint.path']
  if (typeof path !== 'string' || path === '') return []
  const found = packageIn(fs, resolve(folder, path))
  const command = found && commandOf(found, 'plan-lint')
  if (command && fs.existsSync(command)) return []
  return [
    {
      severity: 'warning',
      message: `there is no plan-lint at "${path}", which "planLint.path" names; the extension runs its own instead`,
      advice: 'npm install --save-dev plan-lint, and name "node_modules/plan-lint"',
    },
  ]
}

const twice: Fault = {
  severity: 'warning',
  message: 'the plan-lint extension and markdownlint both show the findings, so that each stands there twice',
  advice: 'set "plan": false under "markdownlint.config", or leave the plan-lint extension out',
}

/** The extension takes remark itself from the project, and says nothing where it is not there. */
function remarkFaults({world: {fs}, root}: Surroundings): Fault[] {
  if (installedPackage(fs, root, 'remark')) return []
  const message = "the remark extension runs the project's remark, and there is none"
  return [{severity: 'warning', message, advice: 'npm install --save-dev remark'}]
}
