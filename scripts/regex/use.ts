import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Writable} from 'node:stream'
import {globSync} from 'tinyglobby'

const fixtures = join(import.meta.dirname, '../../fixtures')

/** Uses all of plan-lint that puts regular expressions together: every rule under every preset, and some commands. */
export async function useAll(): Promise<void> {
  await import('../../core/code/all-grammars.ts')
  const [{presets, rules}, {analyse}, {inspect}, {occurrencesAt}] = await Promise.all([
    import('../../index.ts'),
    import('../../core/lint.ts'),
    import('../../core/inspection/inspection.ts'),
    import('../../core/occurrences/occurrences.ts'),
  ])
  const settings = Object.fromEntries(rules.map(({id}) => [id, 'error' as const]))
  for (const file of globSync('**/*.md', {cwd: fixtures}).sort()) {
    const text = readFileSync(join(fixtures, file), 'utf8')
    // Of each preset, what it makes of its own plans and of one that is strange to it.
    for (const preset of file.startsWith('plan/') ? presets.map(({id}) => id) : ['auto']) {
      const {plan} = analyse(text, {rules, presets, preset, settings})
      // Expressions for letters of all scripts are made where there are such, and others where there are none.
      analyse(text.replace(/(?<=\p{L}.*)$/gmu, ' é'), {rules, presets, preset: plan.preset.id, settings})
      inspect(plan, () => ({line: 1, column: 1, endLine: 1, endColumn: 1}))
      for (const {section} of plan.phases) occurrencesAt(plan, section.heading.title.start + 1)
    }
  }
  await runCommands(presets.map(({id}) => id))
}

async function runCommands(presets: readonly string[]): Promise<void> {
  const {main} = await import('../../cli/main.ts')
  const cwd = mkdtempSync(join(tmpdir(), 'plan-lint-regex-'))
  try {
    mkdirSync(join(cwd, '.git'))
    writeFileSync(join(cwd, '.git/config'), '[remote "origin"]\n\turl = https://example.org/a.git\n')
    writeFileSync(join(cwd, 'package.json'), '{}')
    const stream = () => new Writable({write: (_chunk, _encoding, done) => done()})
    const run = (...argv: string[]) => main({argv, cwd, env: {}, stdout: stream(), stderr: stream()})
    await run('init', '--yes', '--diff')
    for (const preset of presets) await run('new', preset, 'A')
  } finally {
    rmSync(cwd, {recursive: true, force: true})
  }
}
