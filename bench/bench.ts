import {command} from './command.ts'
import {cases} from './compare/cases.ts'
import {type Comparison, compare} from './compare/compare.ts'
import {installRivals, versionOf} from './compare/rivals.ts'
import {aimsTable, comparisonTables} from './compare/tables.ts'

const rivals = ['rumdl', 'markdownlint-cli2', 'remark-cli', 'remark-preset-lint-recommended']

await command({
  script: 'bench',
  summary: 'Measures the built command against other linters of Markdown.',
  parts: cases.map(({id}) => id),
  async run(parts, tell) {
    installRivals()
    const comparisons: Comparison[] = []
    for (const of of cases) if (parts.includes(of.id)) comparisons.push(await compare(of, tell))
    const versions = `Against ${rivals.map(name => `${name} ${versionOf(name)}`).join(', ')}.`
    return [versions, aimsTable(comparisons), comparisonTables(comparisons)].filter(Boolean).join('\n\n')
  },
})
