import {defineRule} from '../core/rule.ts'
import {unknownTargets} from '../core/targets/unknown.ts'

export default defineRule({
  id: 'known-commands',
  summary: 'A command asks for a target, script or package that the repository does not have',
  group: 'repository',
  severity: 'warning',
  messages: {
    near: '"{command}": {file} has no {kind} "{target}"; did you mean "{nearest}"?',
    unknown: '"{command}": {file} has no {kind} "{target}"; name one that is there, or say which step adds it',
    path: '"{command}": there is no {target}; did you mean {nearest}?',
    missing: '"{command}": there is no {target}; name what is there, or say which step creates it',
  },
  *check(plan, _options, say) {
    for (const {call, target} of unknownTargets(plan)) {
      const {name, noun: kind, place: file, nearest, isPath, start, end} = target
      const data = {command: call.text, target: name, kind, file}
      // With quotes or escapes inside it a word stands for another than it shows.
      const isWritten = plan.text.slice(start, end) === name
      const suggestions = [{title: `Replace by ${nearest}`, edits: [{start, end, text: nearest ?? ''}]}]
      if (nearest === null) yield say(isPath ? 'missing' : 'unknown', target, data)
      else yield say(isPath ? 'path' : 'near', target, {...data, nearest}, isWritten ? {suggestions} : {})
    }
  },
})
