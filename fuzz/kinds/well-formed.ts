const declaration = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/
const part =
  /<(\/?)([\w:-]+)((?: [\w:-]+="(?:[^"<&]|&(?:amp|lt|gt|quot|apos|#\d+);)*")*)(\/?)>|(?:[^<&]|&(?:amp|lt|gt|quot|apos|#\d+);)+/y

/** Whether `text` is XML as our reports write it: elements within each other, attributes, text, known entities. */
export function isWellFormed(text: string): boolean {
  const [head] = declaration.exec(text) ?? []
  if (head === undefined) return false
  const open: string[] = []
  part.lastIndex = head.length
  while (part.lastIndex < text.length) {
    const match = part.exec(text)
    if (!match) return false
    const [, closing, name, , empty] = match
    if (name === undefined || empty === '/') continue
    if (closing !== '/') open.push(name)
    else if (open.pop() !== name) return false
  }
  return open.length === 0
}
