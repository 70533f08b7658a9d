import {commandOf} from '../../packages.ts'
import type {Check, Fault} from '../check.ts'
import {serverFindings} from '../plan-server.ts'
import {probe, probePaths} from '../probe.ts'

export const languageServer: Check = {
  name: 'language server',
  async examine(surroundings) {
    const {installed} = surroundings
    const script = installed && commandOf(installed, 'plan-lint')
    const [file] = probePaths(surroundings)
    if (!installed || !script || file === undefined) return null
    const answer = await serverFindings(script, {file, text: probe}, surroundings)
    const summary = `plan-lint ${installed.version}`
    if ('failure' in answer) return {summary, faults: [fault(`it ends at once: ${answer.failure}`)]}
    if (answer.diagnostics.length > 0) return {summary: `${summary} shows findings to an editor`, faults: []}
    return {summary, faults: [fault(`it shows nothing in ${surroundings.shown(file)}`)]}
  },
}

function fault(message: string): Fault {
  return {
    severity: 'error',
    message,
    advice:
      'look at the configuration above; where it is well, install plan-lint again: npm install --save-dev plan-lint',
  }
}
