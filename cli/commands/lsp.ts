import {Problem} from '../../config/problem.ts'
import {defineCommand} from './command.ts'

export const lsp = defineCommand({
  usage: ['--stdio'],
  summary: 'serves an editor by the language server protocol',
  options: {
    stdio: {type: 'boolean', help: 'talk over standard input and output'},
    'node-ipc': {type: 'boolean', help: 'talk over the channel of a Node.js parent process'},
  },
  // Editors' clients add options of their own, such as the id of their process.
  allowsUnknown: true,
  async run(_world, {values}) {
    if (!values.stdio && !values['node-ipc']) {
      throw new Problem('the language server needs to know how the editor talks to it: plan-lint lsp --stdio')
    }
    const [{serveEditor}, {version}] = await Promise.all([import('../../hosts/lsp/stdio.ts'), import('../package.ts')])
    serveEditor(version)
    // The editor says when it ends, and then the process does.
    return new Promise(() => {})
  },
})
