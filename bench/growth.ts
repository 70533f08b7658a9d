import {command} from './command.ts'
import {groups} from './growth/groups.ts'
import {growthOf} from './growth/measure.ts'
import {details, type GroupGrowth, overview} from './growth/tables.ts'

await command({
  script: 'bench:growth',
  summary: 'Measures how the time for a text grows with its length: plans, and what is hard to read.',
  parts: groups.map(({id}) => id),
  async run(parts, tell) {
    const measured: GroupGrowth[] = []
    for (const group of groups.filter(({id}) => parts.includes(id))) {
      await tell(`${group.title}: ${group.texts.length} kinds`)
      measured.push({group, growths: group.texts.map(growthOf)})
    }
    return parts.length === groups.length ? overview(measured) : `${overview(measured)}\n\n${details(measured)}`
  },
})
