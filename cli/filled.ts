const width = 80

/** `items` with commas between, in indented lines of at most 80 columns. */
export function filled(items: readonly string[]): string {
  const lines: string[] = []
  let line = ''
  items.forEach((item, index) => {
    const word = index < items.length - 1 ? `${item},` : item
    if (line && line.length + 1 + word.length > width) {
      lines.push(line)
      line = ''
    }
    line += `${line ? ' ' : '  '}${word}`
  })
  return [...lines, line].join('\n')
}
