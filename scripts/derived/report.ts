import {type Comparison, causes, type Difference} from './compare.ts'

/** The figures of a comparison as Markdown, and below them what each of the two presets finds alone. */
export function report(id: string, {plans, sections, leftovers}: Comparison): string {
  const row = (name: string, both: number, made: readonly unknown[], derived: readonly unknown[]) =>
    `| ${name} | ${both} | ${made.length} | ${derived.length} |`
  const lists = [
    ...listOf(`Only ${id} misses`, sections.made.map(wordsOf)),
    ...listOf('Only the derived one misses', sections.derived.map(wordsOf)),
    ...listOf(`Only ${id} takes for left over`, leftovers.made),
    ...listOf('Only the derived one takes for left over', leftovers.derived),
  ]
  const table = [
    `| ${plans} plans | Both | Only \`${id}\` | Only the derived one |`,
    '| --- | ---: | ---: | ---: |',
    row('Missing sections', sections.both, sections.made, sections.derived),
    row('Lines left over', leftovers.both, leftovers.made, leftovers.derived),
  ]
  return `${[...table, ...lists].join('\n')}\n`
}

function wordsOf({cause, section}: Difference): string {
  return `${section}: ${causes[cause]}`
}

/** The same words once, with how often they came, the most frequent first. */
function listOf(title: string, all: readonly string[]): string[] {
  if (all.length === 0) return []
  const counts = new Map<string, number>()
  for (const words of all) counts.set(words, (counts.get(words) ?? 0) + 1)
  const sorted = [...counts].sort(([, one], [, other]) => other - one)
  return ['', `${title}:`, ...sorted.map(([words, count]) => `${String(count).padStart(6)}  ${words}`)]
}
