import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Plugin} from 'esbuild'
import type {Preset} from '../core/preset.ts'
import type {Rule} from '../core/rule.ts'
import {markdownlintPreset} from '../hosts/markdownlint-preset.ts'

const remarkDeclaration = `import type {Preset} from 'unified'

declare const preset: Preset
export default preset
`

/** Entry points `hosts/remark/<preset>`, one module per preset, which {@link remarkModules} writes. */
export function remarkEntryPoints(presets: readonly Preset[]): {in: string; out: string}[] {
  return presets.map(({id}) => ({in: `remark-preset:${id}`, out: `hosts/remark/${id}`}))
}

/** Gives esbuild the text of the modules that {@link remarkEntryPoints} names. */
export function remarkModules(root: string): Plugin {
  return {
    name: 'remark-presets',
    setup({onResolve, onLoad}) {
      const namespace = 'remark-preset'
      onResolve({filter: /^remark-preset:/}, ({path}) => ({path: path.slice(namespace.length + 1), namespace}))
      onLoad({filter: /.*/, namespace}, ({path}) => ({
        contents: `import {remarkPreset} from './hosts/remark-preset.ts'\nexport default remarkPreset('${path}')\n`,
        resolveDir: root,
      }))
    },
  }
}

/** Writes what esbuild does not: markdownlint's configurations and the types of remark's presets. */
export function writeHostPresets(dist: string, presets: readonly Preset[], rules: readonly Rule[]): void {
  const markdownlint = join(dist, 'hosts/markdownlint/presets')
  mkdirSync(markdownlint, {recursive: true})
  for (const preset of presets) {
    const config = JSON.stringify(markdownlintPreset(preset, rules), null, 2)
    writeFileSync(join(markdownlint, `${preset.id}.json`), `${config}\n`)
    writeFileSync(join(dist, 'hosts/remark', `${preset.id}.d.ts`), remarkDeclaration)
  }
}
