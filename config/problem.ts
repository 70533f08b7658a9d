/** What the user can put right: a bad option, a broken config, a missing file. Each message is one line; exit code 2. */
export class Problem extends Error {
  readonly messages: readonly string[]

  constructor(...messages: string[]) {
    super(messages.join('\n'))
    this.messages = messages
  }
}

const causes: Record<string, string> = {
  EACCES: 'permission denied',
  EFBIG: 'it would be larger than a file may be here',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links go round in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'no such file or folder',
  ENOSPC: 'no space is left on the device',
  ENOTDIR: 'a part of its path is no folder',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GiB',
  ERR_STRING_TOO_LONG: 'it is larger than a text can be',
}

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

/** Why the file system said no, in words. */
export function causeOf(error: unknown): string {
  return causes[errorCode(error) ?? ''] ?? firstLine(error)
}

export function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.trim().split(/\r?\n/, 1)[0] ?? ''
}

const issues = 'https://github.com/plan-lint/plan-lint/issues'

/** What a fault of plan-lint itself is told as: never a stack trace, but how to get one for a report. */
export function internalFault(error: unknown): string {
  return `internal error: ${firstLine(error)}; please report it at ${issues}, with what PLAN_LINT_DEBUG=1 prints`
}
