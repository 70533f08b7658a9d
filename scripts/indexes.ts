import {basename, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {globSync} from 'tinyglobby'

const lineWidth = 120

/**
 * The default exports of the modules directly in `folder`, in order of their ids. Modules without a default export
 * are helpers and left out.
 * @throws {Error} when an export's id is not the name of its file
 */
export async function loadDefaults<T extends {readonly id: string}>(folder: string): Promise<T[]> {
  const files = globSync('*.ts', {cwd: folder, ignore: ['index.ts']}).sort(byId)
  const loaded: T[] = []
  for (const file of files) {
    const module = (await import(pathToFileURL(join(folder, file)).href)) as {default?: T}
    if (!module.default) continue
    if (module.default.id !== basename(file, '.ts')) {
      throw new Error(`${join(folder, file)} exports the id "${module.default.id}"; file name and id must agree.`)
    }
    loaded.push(module.default)
  }
  return loaded.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The order in which Biome wants the imports: `spec-kit.ts` before `spec-kit-plan.ts`. */
function byId(a: string, b: string): number {
  return basename(a, '.ts') < basename(b, '.ts') ? -1 : 1
}

interface IndexForm {
  /** Name of the array that is exported, and of its items' type with the module it is from. */
  array: string
  type: string
  typeModule: string
  /** A function that the array goes through, with the module it is from. */
  through?: {name: string; module: string}
}

/** Source text of an index that imports each of `ids` from its file and exports them as one array. */
export function indexModule(ids: readonly string[], {array, type, typeModule, through}: IndexForm): string {
  const imports = [
    `import type {${type}} from '${typeModule}'\n`,
    ...(through ? [`import {${through.name}} from '${through.module}'\n`] : []),
    ...ids.map(id => `import ${camelCase(id)} from './${id}.ts'\n`),
  ].join('')
  const [open, close] = through ? [`${through.name}([`, '])'] : ['[', ']']
  const names = ids.map(camelCase)
  const head = `export const ${array}: readonly ${type}[] = ${open}`
  const oneLine = `${head}${names.join(', ')}${close}`
  const list = oneLine.length <= lineWidth ? oneLine : `${head}\n${names.map(name => `  ${name},\n`).join('')}${close}`
  return `${imports}\n// Written by \`npm run generate\`.\n${list}\n`
}

function camelCase(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
