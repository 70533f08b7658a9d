/** A task id taken apart: `T022-A` has the number 22 and the suffix `a`, `T1.2` the numbers 1 and 2. */
export interface TaskId {
  /** The same for all ways to write one id: `T022-A` and `T22a`. */
  key: string
  numbers: readonly number[]
  suffix: string
}

/** Source of a regular expression for an id with a number; a letter may stand right before it. */
export const idSource = String.raw`T\d{1,4}(?:\.\d+)*(?:-?[A-Za-z])?(?![A-Za-z0-9])`

/** Whether a text may name a task: every id begins so. */
export function mayNameTask(text: string): boolean {
  return /T\d/.test(text)
}

const wholeId = /^T(\d+(?:\.\d+)*)-?([A-Za-z]?)$/

function idOf(numbers: readonly number[], suffix: string): TaskId {
  return {key: `T${numbers.join('.')}${suffix}`, numbers, suffix}
}

/** Takes an id apart; null for what has no number, such as `TXXX`. */
export function parseTaskId(text: string): TaskId | null {
  const match = text === '' ? null : wholeId.exec(text)
  if (!match) return null
  const [, numbers = '', suffix = ''] = match
  return idOf(numbers.includes('.') ? numbers.split('.').map(Number) : [Number(numbers)], suffix.toLowerCase())
}

/** Less than 0 where `a` comes before `b`: `T5`, `T5a`, `T5.1`, `T6`. */
export function compareTaskIds(a: TaskId, b: TaskId): number {
  for (let index = 0; index < Math.min(a.numbers.length, b.numbers.length); index++) {
    const difference = (a.numbers[index] ?? 0) - (b.numbers[index] ?? 0)
    if (difference !== 0) return difference
  }
  const longer = a.numbers.length - b.numbers.length
  if (longer !== 0) return longer
  return a.suffix < b.suffix ? -1 : a.suffix > b.suffix ? 1 : 0
}

/** A range longer than this is a slip or a jest; it is read as its two ends. */
const longestRange = 1000

/** The ids from `first` to `last`, both included; only the two where they do not count up in their last number. */
export function idsBetween(first: TaskId, last: TaskId): TaskId[] {
  if (first.key === last.key) return [first]
  const from = first.numbers.at(-1) ?? 0
  const to = last.numbers.at(-1) ?? 0
  const stem = first.numbers.slice(0, -1)
  const isSeries = stem.join('.') === last.numbers.slice(0, -1).join('.') && from < to && to - from < longestRange
  if (!isSeries) return [first, last]
  const inner = Array.from({length: to - from - 1}, (_, index) => idOf([...stem, from + 1 + index], ''))
  return [first, ...inner, last]
}

/** The id that counts on from `id`. */
export function nextTaskId({numbers}: TaskId): TaskId {
  return idOf([...numbers.slice(0, -1), (numbers.at(-1) ?? 0) + 1], '')
}

/** As the document would write `id`: with as many digits as `like`. */
export function writtenLike(id: TaskId, like: string): string {
  const digits = /\d+/.exec(like)?.[0].length ?? 1
  const [first = 0, ...rest] = id.numbers
  return `T${[String(first).padStart(digits, '0'), ...rest].join('.')}${id.suffix}`
}
