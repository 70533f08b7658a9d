import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parser} from '@lezer/javascript'
import {globSync} from 'tinyglobby'
import {type Expression, Expressions, folders} from './expression.ts'

const typescript = parser.configure({dialect: 'ts'})

/** What the sources under `root` hold of regular expressions. */
export interface Written {
  /** Those written as such. */
  literals: Expression[]
  /** Where others are put together, as `file:line`. */
  composedAt: string[]
}

/** Reads the sources under `root`. */
export function writtenIn(root: string): Written {
  const literals = new Expressions()
  const composedAt: string[] = []
  for (const file of globSync(`{${folders.join(',')}}/**/*.ts`, {cwd: root}).sort()) {
    const text = readFileSync(join(root, file), 'utf8')
    typescript.parse(text).iterate({
      enter({name, from, to, node}) {
        const place = () => `${file}:${text.slice(0, from).split('\n').length}`
        if (name === 'RegExp') {
          const end = text.lastIndexOf('/', to)
          literals.add(text.slice(from + 1, end), text.slice(end + 1, to), place())
        }
        const callee = name === 'NewExpression' ? node.getChild('VariableName') : null
        if (callee && text.slice(callee.from, callee.to) === 'RegExp') composedAt.push(place())
      },
    })
  }
  return {literals: literals.all(), composedAt}
}
