import {defineRule} from '../core/rule.ts'
import {stageGraphOf} from '../core/stages/graph.ts'
import {labelOf, type Stage} from '../core/stages/stages.ts'
import {nearest} from '../core/words.ts'

/** To compare a word with more ids than these takes longer than the hint is worth. */
const mostIds = 100

export default defineRule({
  id: 'stage-graph',
  summary: 'A stage depends on one that does not exist or on itself, or shares what should be its own',
  group: 'stages',
  severity: 'error',
  enabledByDefault: false,
  messages: {
    unknown: 'Stage {stage} depends on "{actual}", which no stage has for its id; correct it, or add that stage',
    near: 'Stage {stage} depends on "{actual}", which no stage has for its id; did you mean "{expected}"?',
    cycle: 'Stages wait for each other in a circle: {path}; drop one of these dependencies',
    duplicate: 'Another stage has the "{key}" "{actual}" already; each needs its own',
  },
  *check({stages}, _options, say) {
    if (!stages) return
    const label = (stage: Stage | undefined) => (stage ? labelOf(stage, stages) : '')
    const {dependencies, cycles, duplicates} = stageGraphOf(stages)
    const ids = stages.all.slice(0, mostIds).map(label)
    for (const {stage, key, value, target} of dependencies) {
      if (target) continue
      const expected = stages.all.length > mostIds ? '' : (nearest(value.text, ids) ?? '')
      const data = {stage: label(stage), key, actual: value.text, expected}
      yield say(expected ? 'near' : 'unknown', value, data)
    }
    for (const cycle of cycles) {
      const [first, ...others] = cycle
      if (!first) continue
      const path = [...cycle, first].map(({stage}) => label(stage)).join(' → ')
      const related = others.map(({value: {start, end}, stage, target}) => {
        return {start, end, message: `${label(stage)} waits for ${label(target)}`}
      })
      const data = {stage: label(first.stage), key: first.key, actual: first.value.text, path}
      yield say('cycle', first, data, related.length > 0 ? {related} : {})
    }
    for (const {stage, key, value, first} of duplicates) {
      const related = [{...first, message: 'The first'}]
      yield say('duplicate', value, {stage: label(stage), key, actual: value.text}, {related})
    }
  },
})
