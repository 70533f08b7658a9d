import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

interface Manifest {
  name: string
  version: string
}

/** Holders of packages under the MIT licence that ship no copy of it. */
const mitHolders: Readonly<Record<string, string>> = {
  '@cfworker/json-schema': 'Jeremy Danyow',
  format: '2010 - 2014 Sami Samhuri',
  'remark-lint': 'Titus Wormer',
  'unified-lint-rule': 'Titus Wormer',
}

const packageFolder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/

/**
 * Writes the notice that goes out with a bundle: name, version and licence text of every package it carries.
 * `inputs` are the module paths of an esbuild metafile, relative to `root`.
 * @throws {Error} when a bundled package has no licence text to pass on
 */
export function thirdPartyNotice(inputs: readonly string[], root: string): string {
  const folders = new Set<string>()
  for (const input of inputs) {
    const folder = packageFolder.exec(input)?.[0]
    if (folder) folders.add(folder)
  }
  const mit = readFileSync(join(root, 'LICENSE'), 'utf8')
  const entries = [...folders].map(folder => entry(join(root, folder), mit)).sort()
  return `plan-lint carries code of these packages, each under its own licence.\n\n${entries.join('\n')}`
}

function entry(folder: string, mit: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
  const text = licenceText(folder, manifest, mit).replaceAll('\r\n', '\n').trim()
  return `${manifest.name} ${manifest.version}\n\n${text.replace(/^(?=.)/gm, '    ')}\n`
}

function licenceText(folder: string, manifest: Manifest, mit: string): string {
  const file = readdirSync(folder).find(name => /^licen[cs]e/i.test(name))
  if (file) return readFileSync(join(folder, file), 'utf8')
  const holder = mitHolders[manifest.name]
  if (holder) return mit.replace(/^Copyright .*$/m, `Copyright (c) ${holder}`)
  throw new Error(`${manifest.name} is bundled but ships no licence text; look its licence up and add it here.`)
}
