import {harmless} from '../terminal.ts'

/** `text` on one line such that Markdown shows it as it is after other words, also in a cell of a table. */
export function asMarkdown(text: string): string {
  return asHtml(text)
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/:(?=[\w+-]+:)/g, '\\:')
}

/**
 * `text` on one line such that HTML shows it as it is. Services that make links of `@somebody`, `#12`, `!12` and
 * addresses do not see these: a mention would send mails, the address of an issue leave a mark there.
 */
export function asHtml(text: string): string {
  return harmless(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/@(?=\S)|[#!](?=[\p{L}\p{N}_-])|:(?=\/\/)|www(?=\.)/giu, '$&<!-- -->')
}
