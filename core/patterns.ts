/** The source of a regular expression that matches `text` as it is written, with and without the flag `u`. */
export function literally(text: string): string {
  return text.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&')
}
