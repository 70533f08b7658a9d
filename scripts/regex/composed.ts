import {type Expression, Expressions, folders} from './expression.ts'

const own = new RegExp(String.raw`((?:${folders.join('|')})/[\w./-]+\.ts:\d+):\d+\)?$`)

/**
 * The regular expressions that code of ours puts together while `use` runs. It has to import what it uses, so that
 * expressions which are made once are seen as well.
 */
export async function composedBy(use: () => Promise<void>): Promise<Expression[]> {
  const found = new Expressions()
  const original = globalThis.RegExp
  const note = ([pattern, flags]: unknown[]) => {
    const [caller = ''] = (new Error().stack ?? '').split('\n').slice(3)
    const [, place] = caller.includes('node_modules') ? [] : (own.exec(caller) ?? [])
    if (place !== undefined && typeof pattern === 'string') found.add(pattern, String(flags ?? ''), place)
  }
  globalThis.RegExp = new Proxy(original, {
    construct(target, argumentsList, newTarget) {
      note(argumentsList)
      return Reflect.construct(target, argumentsList, newTarget)
    },
  })
  try {
    await use()
  } finally {
    globalThis.RegExp = original
  }
  return found.all()
}
