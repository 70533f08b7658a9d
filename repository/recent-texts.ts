/** So many UTF-16 units are kept of what was asked for last, and up to as many of what was asked for before. */
const mostKept = 2 ** 20

/** The texts of files by their paths. Those that are asked for now and again stay, however many others there are. */
export class RecentTexts {
  #texts = new Map<string, string | null>()
  #before = new Map<string, string | null>()
  #length = 0

  /** The text at `path`; `read` tells it where it is not known. */
  at(path: string, read: () => string | null): string | null {
    const recent = this.#texts.get(path)
    if (recent !== undefined) return recent
    const before = this.#before.get(path)
    const text = before === undefined ? read() : before
    this.#keep(path, text)
    return text
  }

  #keep(path: string, text: string | null): void {
    this.#texts.set(path, text)
    this.#length += path.length + (text?.length ?? 0)
    if (this.#length <= mostKept) return
    this.#before = this.#texts
    this.#texts = new Map()
    this.#length = 0
  }
}
