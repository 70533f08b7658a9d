import {type SqlStatement, statementsIn} from './statements.ts'

export type QueryKind = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE'

/** A statement that reads or writes rows; offsets are UTF-16 units into the SQL. */
export interface Query {
  kind: QueryKind
  start: number
  end: number
}

const migration = /^[ \t]*--[ \t]*(?:\+\w+|migrate:\w+)/m

/**
 * The queries in a piece of SQL. Rows that a migration moves are part of it: writes to a table that the same SQL creates
 * or alters, or in SQL with the marks of a migration tool (`-- +goose Up`), are left out.
 */
export function queriesIn(sql: string): Query[] {
  const statements = statementsIn(sql)
  const changed = new Set(statements.flatMap(({words}) => tableAfter(words, /^(?:CREATE|ALTER)$/, 'TABLE') ?? []))
  return statements.flatMap(statement => {
    const kind = kindOf(statement)
    if (!kind || isElided(statement)) return []
    const table = kind === 'SELECT' ? null : tableAfter(statement.words, /./, targets[kind])
    if (kind !== 'SELECT' && (migration.test(sql) || (table !== null && changed.has(table)))) return []
    return {kind, start: statement.start, end: statement.end}
  })
}

const targets = {INSERT: 'INTO', UPDATE: 'UPDATE', DELETE: 'FROM'}

function kindOf({words}: SqlStatement): QueryKind | null {
  const [first = ''] = words
  const isLed = first === 'WITH' || first === 'EXPLAIN'
  const kind = isLed ? words.find(word => /^(?:SELECT|INSERT|UPDATE|DELETE|CREATE)$/.test(word)) : first
  return kind === 'SELECT' || kind === 'INSERT' || kind === 'UPDATE' || kind === 'DELETE' ? kind : null
}

/** `SELECT ...` spells nothing out. */
function isElided({words}: SqlStatement): boolean {
  return words.slice(1).every(word => /^[.…]$/.test(word))
}

/** The name after the word `before`, in a statement whose first word fits `first`. */
function tableAfter(words: readonly string[], first: RegExp, before: string): string | null {
  const at = first.test(words[0] ?? '') ? words.indexOf(before) : -1
  const name = at < 0 ? undefined : words.slice(at + 1).find(word => !/^(?:IF|NOT|EXISTS|ONLY)$/.test(word))
  return name?.replace(/["`[\]]/g, '') ?? null
}

const queryKinds: readonly QueryKind[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE']

const shapes: Readonly<Record<QueryKind, RegExp>> = {
  SELECT: /^SELECT\s(?:[\s\S]*?\sFROM\s+\S|\s*\d|\s*\w+\()/i,
  INSERT: /^INSERT\s+INTO\s+\S/i,
  UPDATE: /^UPDATE\s+\S[\s\S]*?\sSET\s+\S/i,
  DELETE: /^DELETE\s+FROM\s+\S/i,
}
const binding = /[=(,]\s*(?:\$\d|\?|[:@]\w)|^select\s+\*\s+from\b/i

/**
 * What kind of query a string is, or null. Words such as "select" also open sentences: in lower case they count only
 * where parameters are bound, or `isCertain` says that the string is SQL.
 */
export function queryKindOf(string: string, isCertain: boolean): QueryKind | null {
  const upper = string.toUpperCase()
  if (!queryKinds.some(kind => upper.includes(kind))) return null
  const [statement] = statementsIn(string)
  const kind = statement ? kindOf(statement) : null
  if (!statement || !kind) return null
  const text = string.slice(statement.start, statement.end)
  const isLed = /^WITH\b[\s\S]*?\bAS\s*(?:(?:NOT\s+)?MATERIALIZED\s*)?\(/i.test(text)
  if (!isLed && !shapes[kind].test(text)) return null
  return isCertain || /^(?:SELECT|INSERT|UPDATE|DELETE|WITH)\b/.test(text) || binding.test(text) ? kind : null
}
