import {basename} from 'node:path'
import type {Manifest} from '../packages.ts'

/** A place in `package.json` where a program is run. */
export interface ScriptCommand {
  /** Name of the script. */
  script: string
  /** What stands behind the name of the program. */
  argv: readonly string[]
}

/** Words that may stand before a program, as in `NODE_ENV=test npx --no -- remark`. */
const runner = /^(?:npx|pnpm|yarn|bunx|npm|node|exec|run|dlx|cross-env|--?[\w-]*|\w+=.*)$/

/** Where the scripts of a project run `program`. */
export function scriptCommands({scripts}: Manifest, program: string): ScriptCommand[] {
  return Object.entries(scripts ?? {}).flatMap(([script, line]) =>
    commandsIn(String(line)).flatMap(words => {
      const at = words.findIndex(word => !runner.test(word))
      return basename(words[at] ?? '') === program ? [{script, argv: words.slice(at + 1)}] : []
    }),
  )
}

/** The commands of a line of shell, each as its words without quotes; variables and the like stay as they are. */
export function commandsIn(line: string): string[][] {
  const commands: string[][] = [[]]
  for (const [token] of line.matchAll(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s;&|"'\\])+|[;&|]+/g)) {
    if (/^[;&|]/.test(token)) commands.push([])
    else commands.at(-1)?.push(unquoted(token))
  }
  return commands.filter(words => words.length > 0)
}

function unquoted(token: string): string {
  return token.replace(/"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)/g, (_, double, single, escaped) =>
    String(double === undefined ? (single ?? escaped) : double.replace(/\\(["\\$`])/g, '$1')),
  )
}
