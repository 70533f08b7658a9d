import {parseArgs} from 'node:util'
import type {ScriptCommand} from '../script-commands.ts'

const valued = {type: 'string'} as const
const options = {
  rules: {...valued, short: 'r', multiple: true},
  config: {...valued, short: 'c'},
  configPointer: valued,
  ignore: {...valued, short: 'i', multiple: true},
  'ignore-path': {...valued, short: 'p'},
  output: {...valued, short: 'o'},
} as const

/** What markdownlint-cli is asked for by its arguments. */
export interface Asked {
  /** Files or packages that bring rules. */
  rules: readonly string[]
  /** Arguments that decide which rules count. */
  argv: readonly string[]
}

/** What the scripts of a project ask for; this program takes rules from nowhere else. */
export function askedBy(commands: readonly ScriptCommand[]): Asked {
  const all = commands.map(({argv}): Asked => {
    const {values} = parseArgs({args: [...argv], options, allowPositionals: true, strict: false})
    const rules = [values.rules ?? []].flat().map(String)
    const others = ['config', 'configPointer'] as const
    const kept = others.flatMap(option => (typeof values[option] === 'string' ? [`--${option}`, values[option]] : []))
    return {rules, argv: [...rules.flatMap(rule => ['--rules', rule]), ...kept]}
  })
  return all.find(({rules}) => rules.length > 0) ?? all[0] ?? {rules: [], argv: []}
}
