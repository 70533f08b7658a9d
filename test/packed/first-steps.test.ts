import {readFileSync, rmSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {shortened} from '../../scripts/examples.ts'
import {Project, packPackage} from './project.ts'

const path = join(import.meta.dirname, '../../docs/first-steps.md')
/** A file that the page shows, or a command with what it printed. */
const step = /^```(?:markdown file=(\S+)\n([\s\S]*?)|console\n\$ npx (.*)\n[\s\S]*?)^```$/gm

let tarball = ''
let project: Project

beforeAll(() => {
  tarball = packPackage()
  const manifest = {private: true, scripts: {test: 'node --test'}}
  project = new Project({'package.json': JSON.stringify(manifest)}, [tarball])
})

afterAll(() => {
  project.remove()
  rmSync(dirname(tarball), {recursive: true, force: true})
})

/** What a terminal of 80 columns shows of `npx <line>`. */
function shown(line: string): string {
  const {status, stdout} = project.run('script', ['-qc', `stty cols 80 && npx --no-install ${line}`, '/dev/null'])
  if (status !== 0) throw new Error(`the terminal ended with ${status}:\n${stdout}`)
  return stdout.replaceAll('\r\n', '\n')
}

// `npm run record` writes what the commands print into the page.
test('the page shows the session as it goes', async () => {
  const page = readFileSync(path, 'utf8').replace(step, (block, file?: string, text = '', line = '') => {
    if (file) {
      project.write({[file]: text})
      return block
    }
    return `\`\`\`console\n$ npx ${line}\n${shortened(shown(line))}\`\`\``
  })
  await expect(page).toMatchFileSnapshot(path)
})
