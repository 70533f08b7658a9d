import {access, promises, readdir, readFile, stat} from 'node:fs'
import {join} from 'node:path'
import {applyFix, type LintError} from 'markdownlint'
import {main} from 'markdownlint-cli2'

/** What an editor has open. */
export interface EditorDocument {
  /** The folder that is open in the editor; null for a document that was never saved. */
  folder: string | null
  /** Relative to the folder. */
  name: string
  text: string
  /** The user trusts the folder; otherwise the editor is in its restricted mode. */
  isTrusted?: boolean
  /** The setting `markdownlint.customRules`. */
  customRules?: string[]
}

/** What the extension has of a file system; it is the editor's own. */
const files = {
  ...{access, readdir, readFile, stat, lstat: stat},
  promises: {access: promises.access, readFile: promises.readFile, stat: promises.stat},
}

const refuse = async (): Promise<never> => {
  throw new Error('There are no files here.')
}
const noFiles = {promises: {access: refuse, readFile: refuse, stat: refuse}}

/**
 * What markdownlint-cli2 finds in a document that is open in VS Code, called as its markdownlint extension does: the text
 * is handed over, and code of the project may be loaded only where the user trusts it.
 */
export async function lintInEditor({
  folder,
  name,
  text,
  isTrusted = true,
  customRules = [],
}: EditorDocument): Promise<LintError[]> {
  let found: LintError[] = []
  const path = folder === null ? name : join(folder, name)
  await main({
    ...(folder === null
      ? {directory: null, argv: [], fs: noFiles, nonFileContents: {[path]: text}}
      : {directory: folder, argv: [`:${path}`], fs: files, fileContents: {[path]: text}}),
    noGlobs: true,
    noImport: !isTrusted || folder === null,
    optionsDefault: {config: {MD013: false}, customRules},
    optionsOverride: {
      fix: false,
      outputFormatters: [
        [
          ({results}) => {
            found = results
          },
        ],
      ],
    },
  })
  return found
}

/** The text after the quick fix of one line. */
export function withQuickFix(text: string, {lineNumber, fixInfo}: LintError): string {
  if (!fixInfo) throw new Error('There is no fix.')
  const lines = text.split('\n')
  const index = (fixInfo.lineNumber ?? lineNumber) - 1
  const fixed = applyFix(lines[index] ?? '', fixInfo, '\n')
  lines.splice(index, 1, ...(fixed === null ? [] : [fixed]))
  return lines.join('\n')
}
