import {bun} from './bun.ts'
import {cargo} from './cargo.ts'
import {composer} from './composer.ts'
import {go} from './go.ts'
import {gradle} from './gradle.ts'
import {just} from './just.ts'
import {make} from './make.ts'
import {maven} from './maven.ts'
import {npm} from './npm.ts'
import {pnpm} from './pnpm.ts'
import {pytest} from './pytest.ts'
import type {Tool} from './target.ts'
import {task} from './task.ts'
import {yarn} from './yarn.ts'

const tools = new Map(
  [make, just, task, npm, pnpm, yarn, bun, go, cargo, pytest, composer, gradle, maven].flatMap(tool =>
    tool.programs.map((program): [string, Tool] => [program, tool]),
  ),
)

/** The tool that runs what a program's name stands for; undefined for one that is left alone. */
export function toolOf(program: string): Tool | undefined {
  return tools.get(program)
}
