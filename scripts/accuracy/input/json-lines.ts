import {readDocument} from '../../../cli/read.ts'
import type {FileSystem} from '../../../config/file-system.ts'
import {firstLine, Problem} from '../../../config/problem.ts'
import {refuse} from './refuse.ts'
import {Row} from './row.ts'

/**
 * Reads a file of JSON Lines: an object on every line that is not blank, made by `read` into what it stands for.
 * `shown` is what messages call the file.
 * @throws {Problem} with the number of each line that is no object or that `read` refuses, or where there is no line
 */
export function jsonLines<T>(fs: FileSystem, file: string, shown: string, read: (row: Row) => T): T[] {
  const {text, isDamaged} = readDocument(fs, file, shown)
  if (isDamaged) throw new Problem(`${shown}: holds bytes that are no UTF-8; save it as UTF-8`)
  const problems: string[] = []
  const rows = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .flatMap((line, index): T[] => {
      if (line.trim() === '') return []
      const place = `${shown}:${index + 1}`
      try {
        return [read(new Row(objectIn(line), place))]
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        problems.push(...error.messages.map(message => `${place}: ${message}`))
        return []
      }
    })
  refuse(problems)
  if (rows.length === 0) throw new Problem(`${shown}: holds no line; write a JSON object on each`)
  return rows
}

function objectIn(line: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    throw new Problem(`is no JSON: ${firstLine(error)}`)
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new Problem('is no JSON object; write {"file": …, "line": …, …}')
}
