import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {createVSIX} from '@vscode/vsce'
import {build} from 'esbuild'
import {globSync} from 'tinyglobby'
import {thirdPartyNotice} from './licences.ts'

const root = resolve(import.meta.dirname, '..')
const extension = join(root, 'editors/vscode')
const notice = 'THIRD-PARTY-LICENSES.txt'

const {values} = parseArgs({options: {out: {type: 'string'}}})
const {version} = manifestIn(root)
await packExtension(resolve(values.out ?? join(extension, `plan-lint-${version}.vsix`)))

/** Packs the extension for VS Code into the file `packagePath`; what it brings of the package has to be built. */
async function packExtension(packagePath: string): Promise<void> {
  const staging = mkdtempSync(join(tmpdir(), 'plan-lint-vscode-'))
  try {
    writeManifest(staging, {...manifestIn(extension), version, files: ['**']})
    for (const file of ['README.md', 'images/icon.png']) cpSync(join(extension, file), join(staging, file))
    cpSync(join(root, 'CHANGELOG.md'), join(staging, 'CHANGELOG.md'))
    cpSync(join(root, 'LICENSE'), join(staging, 'LICENSE.txt'))
    cpSync(join(root, 'dist/schema/config.schema.json'), join(staging, 'config.schema.json'))
    const inputs = await bundleClient(join(staging, 'client.cjs'))
    writeFileSync(join(staging, notice), thirdPartyNotice(inputs, root))
    copyServer(join(staging, 'server'))
    await createVSIX({cwd: staging, packagePath, dependencies: false})
  } finally {
    rmSync(staging, {recursive: true, force: true})
  }
}

interface Manifest extends Record<string, unknown> {
  version: string
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
}

function writeManifest(folder: string, manifest: Manifest): void {
  mkdirSync(folder, {recursive: true})
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

/** Returns the paths of all modules that went in. */
async function bundleClient(outfile: string): Promise<string[]> {
  const {metafile} = await build({
    absWorkingDir: root,
    entryPoints: [join(extension, 'client/extension.ts')],
    outfile,
    bundle: true,
    // The language client asks for `vscode` by `require`, which only VS Code itself can answer.
    format: 'cjs',
    external: ['vscode'],
    platform: 'node',
    target: 'node22.15',
    metafile: true,
    logLevel: 'warning',
  })
  return Object.keys(metafile.inputs)
}

/** Copies the built command, laid out as in the package, so that it finds the pages. */
function copyServer(folder: string): void {
  const {name, version, type, bin} = manifestIn(root)
  writeManifest(folder, {name, version, type, bin})
  const files = globSync(['dist/bin/*', 'dist/program/*.js', `dist/${notice}`, 'rules/*.md'], {cwd: root})
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), {recursive: true})
    cpSync(join(root, file), join(folder, file))
  }
}
