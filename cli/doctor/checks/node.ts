import type {Check} from '../check.ts'
import {isIn} from '../versions.ts'

export const node: Check = {
  name: 'Node.js',
  async examine({own}) {
    const {node: version} = process.versions
    const range = own.manifest.engines?.node
    if (isIn(version, range)) return {summary: version, faults: []}
    const message = `plan-lint is made for Node ${range}`
    return {summary: version, faults: [{severity: 'error', message, advice: 'install a newer Node'}]}
  },
}
