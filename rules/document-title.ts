import type {Plan} from '../core/plan.ts'
import {defineRule} from '../core/rule.ts'
import {hasTitleForm} from '../core/title-forms.ts'
import {matcherOf} from '../core/titles.ts'

/** A document that is one phase of a larger plan is called after its phase. */
function isPhaseTitle({preset}: Plan, words: string): boolean {
  return matcherOf(preset.phases?.titles ?? []).matches(words)
}

export default defineRule({
  id: 'document-title',
  summary: 'The document has no title, more than one, or one of another form',
  group: 'sections',
  severity: 'error',
  options: {
    frontMatter: {type: 'boolean', default: false, description: 'A `title` in the front matter counts as the title'},
  },
  messages: {
    missing: 'The plan has no title; begin it with "# {form}"',
    empty: 'The title is empty; write "# {form}"',
    second: 'A plan has one title, and this is a second; make it a section ("## …")',
    form: 'The title "{title}" is not in the template\'s form; write "# {form}"',
  },
  *check(plan, options, say) {
    const {document, preset} = plan
    const forms = preset.titleForms
    const form = (forms?.[0] ?? '{name}').replaceAll('{name}', '…')
    const titles = document.headings.filter(({level, item, quoted}) => level === 1 && !item && !quoted)
    const [title, second] = titles
    const matter = document.frontMatter ? plan.text.slice(document.frontMatter.start, document.frontMatter.end) : ''
    const isNamedAbove = options.frontMatter && /^title:\s*\S/m.test(matter)
    if (!title) {
      if (!isNamedAbove) yield say('missing', plan.place, {form})
      return
    }
    const words = plan.text.slice(title.title.start, title.title.end)
    if (words === '') yield say('empty', title, {form})
    else if (forms && !hasTitleForm(words, forms) && !isPhaseTitle(plan, words))
      yield say('form', title.title, {title: words, form})
    if (second) {
      const related = [{start: title.start, end: title.end, message: 'The title'}]
      yield say('second', second.title, {}, {related})
    }
  },
})
