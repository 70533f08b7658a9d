import {planGlobs} from '../core/plan-paths.ts'
import {presets} from '../presets/index.ts'
import {options} from './arguments.ts'
import {placesIn} from './glob.ts'
import {version} from './package.ts'

interface Row {
  short?: string
  value?: string
  help: string
}

const width = 80

/** What `--help` prints. */
export function help(): string {
  const rows = Object.entries<Row>(options).map(([name, {short, value, help: words}]) => ({
    left: `${short ? `-${short}, ` : '    '}--${name}${value ? ` <${value}>` : ''}`,
    words,
  }))
  const left = Math.max(...rows.map(row => row.left.length))
  return `plan-lint ${version}: finds what is wrong with implementation plans in Markdown

Usage: plan-lint [options] [files, folders, globs]
       plan-lint lsp --stdio       the language server, for editors

Without paths it lints the plans it finds in
${filled(placesIn(planGlobs))}

Options:
${rows.map(row => `  ${row.left.padEnd(left)}  ${row.words}`).join('\n')}

Presets:
${filled(['auto', ...presets.map(({id}) => id)])}

Exit codes: 0 clean, 1 findings that fail the run, 2 something was not checked
`
}

function filled(items: readonly string[]): string {
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
