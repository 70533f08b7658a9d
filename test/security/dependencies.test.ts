import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'

const root = join(import.meta.dirname, '../..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

interface Locked {
  version?: string
  resolved?: string
  integrity?: string
  hasInstallScript?: boolean
  dev?: boolean
  peer?: boolean
  link?: boolean
}

const lock: {lockfileVersion: number; packages: Record<string, Locked>} = JSON.parse(
  readFileSync(join(root, 'package-lock.json'), 'utf8'),
)
const packages = Object.entries(lock.packages).filter(([path]) => path !== '')
/** Where packages come from whose entries do not say it. */
const registry = 'https://registry.npmjs.org/'
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

describe('the package', () => {
  test('brings no other into a project: what it uses is bundled, and what it serves is the choice of the project', () => {
    expect(manifest.dependencies).toBeUndefined()
    expect(manifest.optionalDependencies).toBeUndefined()
    for (const name of Object.keys(manifest.peerDependencies)) {
      expect(manifest.peerDependenciesMeta[name], name).toEqual({optional: true})
    }
  })

  test('runs nothing where it is installed', () => {
    const names = Object.keys(manifest.scripts)
    // `prepare` runs in a clone of the project, not where the package is installed from a registry.
    expect(names.filter(name => /^(?:pre|post)?install$|^(?:pre|post)prepare$/.test(name))).toEqual([])
  })
})

describe('what it is built with', () => {
  test('is pinned, by what each package holds', () => {
    expect(packages.length).toBeGreaterThan(100)
    const loose = packages.filter(([, {integrity, resolved, link}]) => {
      return link || !/^sha512-/.test(integrity ?? '') || !(resolved ?? registry).startsWith(registry)
    })
    expect(loose.map(([path]) => path)).toEqual([])
  })

  test('is for building and testing alone', () => {
    expect(packages.filter(([, {dev, peer}]) => !dev && !peer).map(([path]) => path)).toEqual([])
  })

  test('runs nothing where it is installed', () => {
    const scripted = packages.filter(([, {hasInstallScript}]) => hasInstallScript).map(([path]) => nameOf(path))
    expect([...new Set(scripted)].sort()).toEqual(Object.keys(manifest.allowScripts).sort())
    expect(Object.values(manifest.allowScripts)).not.toContain(true)
  })
})
