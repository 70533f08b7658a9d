import {execFileSync} from 'node:child_process'
import {chmodSync, existsSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {add, project, run} from '../cli/world.ts'
import {git, gitRepository} from '../repository/repositories.ts'

const only = ['--rule', 'required-sections:off', '-f', 'json']

interface Told {
  message: string
  suggestions: unknown[]
}

async function messagesOf(cwd: string, path = 'plans/a.md'): Promise<string[]> {
  const {stdout} = await run(cwd, [path, ...only])
  return JSON.parse(stdout).files.flatMap(({findings}: {findings: Told[]}) => findings.map(({message}) => message))
}

describe.skipIf(process.platform === 'win32')('a plan', () => {
  test('a plan learns nothing of files outside of its repository', async () => {
    const folder = project({'outside/secret.ts': 'one\ntwo\n'})
    const root = join(folder, 'work')
    const places = [
      ...['../../outside/secret.ts:9', `${folder}/outside/secret.ts:9`, 'src/link.ts:9', 'way/secret.ts:9'],
      ...['../../../../../../../../etc/hosts.conf:9999', '/etc/hosts.conf:9999', 'secret.ts:9', 'src/pipe.ts:9'],
      ...['src/huge.ts:9', '/dev/zero.ts:1', 'src/zero.ts:1', 'src/../../outside/secret.ts:9'],
    ]
    add(root, {'plans/a.md': `# Plan: Reach\n\n${places.map(place => `- \`${place}\`\n`).join('')}`, 'src/a.ts': ''})
    git(root, 'init', '--quiet')
    symlinkSync('../../outside/secret.ts', join(root, 'src/link.ts'))
    symlinkSync('../outside', join(root, 'way'))
    symlinkSync('/dev/zero', join(root, 'src/zero.ts'))
    execFileSync('mkfifo', [join(root, 'src/pipe.ts')])
    writeFileSync(join(root, 'src/huge.ts'), '')
    truncateSync(join(root, 'src/huge.ts'), 2 ** 30)
    const messages = await messagesOf(root)
    // What is no file of the repository is missing from it, wherever else there is one; nobody hears of its lines.
    expect(messages.filter(message => /ends with line/.test(message))).toEqual([])
    for (const message of messages) expect(message).toMatch(/^there is no file (?:src\/(?:link|pipe|zero)|way\/)/)
  })

  test('git tells of a repository without what that would have it run', async () => {
    const root = gitRepository({'src/old.ts': 'a line\n'.repeat(9), 'src/b.ts': 'b'})
    add(root, {'trap.sh': `#!/bin/sh\ntouch '${root}/ran'\nexit 1\n`})
    chmodSync(join(root, 'trap.sh'), 0o755)
    for (const hook of ['post-index-change', 'reference-transaction', 'post-checkout', 'fsmonitor-watchman']) {
      add(root, {[`.git/hooks/${hook}`]: `#!/bin/sh\ntouch '${root}/ran'\n`})
      chmodSync(join(root, `.git/hooks/${hook}`), 0o755)
    }
    git(root, 'mv', 'src/old.ts', 'src/fresh.ts')
    git(root, 'commit', '--quiet', '--no-verify', '-m', 'Move')
    signLastCommit(root)
    execFileSync('rm', ['-f', join(root, 'ran')])
    const trap = `${root}/trap.sh`
    for (const key of [
      ...['core.fsmonitor', 'core.pager', 'pager.log', 'pager.ls-files', 'core.sshCommand', 'core.editor'],
      ...['diff.external', 'diff.trap.textconv', 'diff.trap.command', 'filter.trap.clean', 'filter.trap.process'],
      ...['gpg.program', 'gpg.ssh.program', 'gpg.x509.program', 'core.alternateRefsCommand', 'core.askPass'],
      'credential.helper',
    ]) {
      git(root, 'config', key, trap)
    }
    git(root, 'config', 'log.showSignature', 'true')
    git(root, 'config', 'alias.log', `!${trap}`)
    git(root, 'config', 'alias.ls-files', `!${trap}`)
    git(root, 'config', 'core.hooksPath', '.git/hooks')
    add(root, {
      '.gitattributes': '* diff=trap filter=trap\n',
      'plans/a.md': '# Plan: Ask\n\nAt `src/old.ts:1`, `src/none.ts:1`, `src/b.ts:1`.\n',
    })
    expect(await messagesOf(root)).toEqual([
      'src/old.ts has moved to src/fresh.ts; name it there, and look its lines up again',
      'there is no file src/none.ts; name the one that is meant',
    ])
    expect(existsSync(join(root, 'ran'))).toBe(false)
  })
})

/** Gives the last commit a signature that git would have a program check. */
function signLastCommit(root: string): void {
  const commit = git(root, 'cat-file', 'commit', 'HEAD')
  const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----\n'
  const signed = commit.replace(/(?=\n\n)/, `\n${signature.trimEnd()}`)
  const options = {cwd: root, input: signed, encoding: 'utf8'} as const
  const id = execFileSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], options).trim()
  git(root, 'reset', '--quiet', '--soft', id)
}
