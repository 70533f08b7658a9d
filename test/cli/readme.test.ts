import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {presets} from '../../index.ts'
import {add, project, run} from './world.ts'

const root = join(import.meta.dirname, '../..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')

/** Fenced blocks of a language. */
function blocks(language: string): string[] {
  return Array.from(
    readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm')),
    ([, text = '']) => text,
  )
}

test('its configuration is good', async () => {
  const config = blocks('json').find(text => text.includes('"$schema"')) ?? ''
  const cwd = project({'plan-lint.config.json': config, 'plans/a.md': '# A\n\nText.\n'})
  expect(await run(cwd, ['--quiet'])).toEqual({code: 0, stdout: '', stderr: ''})

  const [module = ''] = blocks('js').filter(text => text.includes('defineConfig'))
  add(cwd, {'b.mjs': module.replace(/^import.*$/m, 'const defineConfig = config => config')})
  expect(await run(cwd, ['--quiet', '--config', 'b.mjs'])).toEqual({code: 0, stdout: '', stderr: ''})
})

test('counts the presets', () => {
  expect(readme).toContain('[nine kinds of plan](#presets)')
  expect(presets).toHaveLength(9)
})
