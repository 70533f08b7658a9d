import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import type {Case} from './cases.ts'
import type {Plans} from './contender.ts'
import {makeRepository} from './git-repository.ts'
import {fileOf} from './rivals.ts'

const host = resolve(import.meta.dirname, '../../dist/hosts/markdownlint.js')

/** Without the rule about the length of lines: plans are prose, and the others would do little but tell of it. */
const configurations = (): Readonly<Record<string, object>> => ({
  'same.markdownlint-cli2.jsonc': {customRules: [host], config: {default: false, plan: true}},
  'own.markdownlint-cli2.jsonc': {config: {default: true, MD013: false}},
  'remarkrc.json': {plugins: [fileOf('remark-preset-lint-recommended', 'index.js')]},
})

/** Calls `use` with the plans of a case on the disk, and with the configurations of all contenders beside them. */
export async function withPlans<T>(of: Case, use: (plans: Plans) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'plan-lint-bench-'))
  try {
    const files = of.plans()
    if (of.repository) makeRepository(folder, of.repository(files))
    mkdirSync(join(folder, 'plans'), {recursive: true})
    for (const {path, text} of files) writeFileSync(join(folder, 'plans', path), text)
    for (const [name, content] of Object.entries(configurations()))
      writeFileSync(join(folder, name), JSON.stringify(content))
    const [first] = files
    const path = files.length === 1 && first ? `plans/${first.path}` : 'plans'
    return await use({folder, path, count: files.length})
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
