import satisfies from 'semver/functions/satisfies.js'
import validRange from 'semver/ranges/valid.js'
import type {Package} from '../packages.ts'
import type {Fault} from './check.ts'

/** Whether `version` is in `range`; a range that cannot be read is met. */
export function isIn(version: string, range: string | undefined): boolean {
  if (typeof range !== 'string' || validRange(range) === null) return true
  return satisfies(version, range, {includePrerelease: true})
}

/** What is wrong where the running Node is not one that a host is made for. */
export function nodeFaults(name: string, {version, manifest}: Package): Fault[] {
  const {node} = process.versions
  if (isIn(node, manifest.engines?.node)) return []
  return [
    {
      severity: 'warning',
      message: `${name} ${version} is made for Node ${manifest.engines?.node}, and this is ${node}`,
      advice: `take another version of Node, or an older one of ${name}`,
    },
  ]
}

/** What is wrong where plan-lint is not made for the library that a host is built on. */
export function peerFaults(library: string, found: Package | null, planLint: Package, host: string): Fault[] {
  const range = planLint.manifest.peerDependencies?.[library]
  if (!found || isIn(found.version, range)) return []
  return [
    {
      severity: 'warning',
      message: `${host} brings ${library} ${found.version}, and plan-lint is made for ${range}`,
      advice: `take a newer ${host}: npm install --save-dev ${host}@latest`,
    },
  ]
}
