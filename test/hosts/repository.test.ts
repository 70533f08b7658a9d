import {join} from 'node:path'
import {build} from 'esbuild'
import {lint} from 'markdownlint/sync'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import markdownlintRules from '../../hosts/markdownlint.ts'
import preset from '../../hosts/remark.ts'
import {add, project} from '../cli/world.ts'
import {gitRepository} from '../repository/repositories.ts'

const plan = '<!-- plan-lint preset: plan -->\n\n# Retries\n\nThe queue drops them: `src/a.ts:9`.\n'
const files = {'plans/a.md': plan, 'src/a.ts': 'a\nb\nc\n'}
const told = 'src/a.ts ends with line 3, before line 9; look the place up again'

function byMarkdownlint(name: string): unknown[] {
  const config = {default: false, 'plan-code-references': true}
  const results = lint({strings: {[name]: plan}, customRules: markdownlintRules, config})
  return (results[name] ?? []).map(({errorDetail}) => errorDetail)
}

async function byRemark(path: string, cwd?: string): Promise<unknown[]> {
  const file = new VFile({value: plan, path, ...(cwd !== undefined && {cwd})})
  const processor = unified().use(remarkParse).use(preset)
  await processor.run(processor.parse(file), file)
  return file.messages.filter(({ruleId}) => ruleId === 'plan-code-references').map(({reason}) => reason)
}

/** A repository of which the plan is in no commit yet. */
function repositoryOfNewPlan(): string {
  const {'plans/a.md': own, ...others} = files
  const root = gitRepository(others)
  add(root, {'plans/a.md': own})
  return root
}

describe('a plan is held against the git repository around it', () => {
  test('by markdownlint', () => {
    expect(byMarkdownlint(join(repositoryOfNewPlan(), 'plans/a.md'))).toEqual([told])
  })

  test('by remark, by a path from its working folder, too', async () => {
    const root = repositoryOfNewPlan()
    expect(await byRemark(join(root, 'plans/a.md'))).toEqual([told])
    expect(await byRemark('plans/a.md', root)).toEqual([told])
  })

  test('but not where there is none, or a text is of no file', async () => {
    const outside = join(project(files), 'plans/a.md')
    expect(byMarkdownlint(outside)).toEqual([])
    expect(await byRemark(outside)).toEqual([])
    const root = gitRepository(files)
    add(root, {'plans/b.md': plan})
    expect(byMarkdownlint('a text of mine')).toEqual([])
    expect(byMarkdownlint(join(root, 'plans/none.md'))).toEqual([])
    expect(await byRemark(join(root, 'plans/none.md'))).toEqual([])
  })
})

test('what looks at the disk imports no module of Node, which a bundle for a browser could not have', async () => {
  const {metafile} = await build({
    entryPoints: [join(import.meta.dirname, '../../hosts/workspace-around.ts')],
    bundle: true,
    platform: 'browser',
    format: 'esm',
    write: false,
    metafile: true,
  })
  expect(Object.keys(metafile.inputs)).toContain('repository/git.ts')
})
