import {defineRule} from '../core/rule.ts'
import {taglessFieldsOf} from '../core/struct-fields.ts'

export default defineRule({
  id: 'struct-tags',
  summary: 'An exported field of a Go struct has no tag where others have one',
  group: 'code',
  severity: 'warning',
  enabledByDefault: false,
  options: {
    require: {
      type: 'string',
      enum: ['consistent', 'all'],
      default: 'consistent',
      description: '`consistent`: tags in structs that have any; `all`: tags on every exported field of every struct',
    },
  },
  messages: {
    some: '"{field}" has no tag, other fields of "{struct}" have; say what it is called outside Go',
    none: '"{field}" of "{struct}" has no tag; say what it is called outside Go',
  },
  *check(plan, {require}, say) {
    for (const {field, struct, hasTagsBeside, range, place, tags} of taglessFieldsOf(plan, require === 'all')) {
      const suggestions = tags.map(tag => ({title: `Add ${tag}`, edits: [{...place, text: ` ${tag}`}]}))
      yield say(hasTagsBeside ? 'some' : 'none', range, {field, struct}, {suggestions})
    }
  },
})
