import {existsSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {add, project, run} from '../cli/world.ts'
import {git} from '../repository/repositories.ts'

const plan = '# Plan: Reach\n\n## Validation\n\n- `make tset`\n- `npm run biuld`\n- `just lnit`\n'

/** The messages about commands in the plan of a repository of these files. */
async function messagesOf(root: string): Promise<string[]> {
  const {stdout} = await run(root, ['plans/a.md', '-f', 'json'])
  const findings: {rule: string; message: string}[] = JSON.parse(stdout).files[0]?.findings ?? []
  return findings.filter(({rule}) => rule === 'known-commands').map(({message}) => message)
}

function repositoryOf(files: Record<string, string>): string {
  const root = join(project({}), 'work')
  add(root, {'plans/a.md': plan, ...files})
  git(root, 'init', '--quiet')
  return root
}

describe('files of build tools', () => {
  test('are read, and run nothing', async () => {
    const trap = 'touch pwned'
    const root = repositoryOf({
      Makefile: `X := $(shell ${trap})\nY != ${trap}\n.PHONY: test\ntest: $(shell ${trap})\n\t${trap}\n`,
      'package.json': JSON.stringify({scripts: {preinstall: trap, prebuild: trap, build: trap}}),
      justfile: `x := \`${trap}\`\n\nlint:\n    ${trap}\n`,
    })
    expect(await messagesOf(root)).toEqual([
      '"make tset": Makefile has no target "tset"; did you mean "test"?',
      '"npm run biuld": package.json has no script "biuld"; did you mean "build"?',
      '"just lnit": justfile has no recipe "lnit"; did you mean "lint"?',
    ])
    expect(existsSync(join(root, 'pwned'))).toBe(false)
  })

  test.skipIf(process.platform === 'win32')('that lead out of the repository, or are huge, tell nothing', async () => {
    const root = repositoryOf({Makefile: 'include ../outside.mk\n', justfile: "import '../outside.just'\n"})
    add(join(root, '..'), {
      'outside.mk': 'test:\n',
      'outside.just': 'lint:\n',
      'outside.json': '{"scripts":{"build":""}}',
    })
    symlinkSync('../outside.json', join(root, 'package.json'))
    expect(await messagesOf(root)).toEqual([])
    writeFileSync(join(root, 'Makefile'), 'test:\n')
    truncateSync(join(root, 'Makefile'), 2 ** 30)
    expect(await messagesOf(root)).toEqual([])
  })
})
