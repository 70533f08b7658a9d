import type * as nodeFs from 'node:fs'

/** What plan-lint needs of a disk; tests and editors put another one in its place. */
export type FileSystem = Pick<typeof nodeFs, 'existsSync' | 'readdirSync' | 'readFileSync' | 'statSync'>
