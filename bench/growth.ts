import {Problem} from '../config/problem.ts'
import {command} from './command.ts'
import {groups} from './growth/groups.ts'
import {growthOf} from './growth/measure.ts'
import {details, type GroupGrowth, overview} from './growth/tables.ts'

await command({
  script: 'bench:growth',
  summary: 'Measures how the time for a text grows with its length: plans, and what is hard to read.',
  parts: groups.map(({id}) => id),
  limits: {text: {type: 'string', value: 'words', help: 'measures only the texts whose names hold these words'}},
  async run(parts, tell, {text: words = ''}) {
    const wanted = groups
      .filter(({id}) => parts.includes(id))
      .map(group => ({...group, texts: group.texts.filter(({name}) => name.includes(String(words)))}))
      .filter(({texts}) => texts.length > 0)
    if (wanted.length === 0) throw new Problem(`no text is called "${words}"; name a part of them to see what it has`)
    const measured: GroupGrowth[] = []
    for (const group of wanted) {
      await tell(`${group.title}: ${group.texts.length} kinds`)
      measured.push({group, growths: group.texts.map(growthOf)})
    }
    const isAll = parts.length === groups.length && words === ''
    return isAll ? overview(measured) : `${overview(measured)}\n\n${details(measured)}`
  },
})
