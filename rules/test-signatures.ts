import {defineRule} from '../core/rule.ts'
import {testFaultsOf} from '../core/test-blocks.ts'

export default defineRule({
  id: 'test-signatures',
  summary: 'A block of testing requirements holds something else than well-formed signatures of Go tests',
  group: 'code',
  severity: 'error',
  enabledByDefault: false,
  messages: {
    helper: '"{name}" is no test; list the signatures of tests only, helpers and fakes come with the implementation',
    statement: '"{name}" is code, not the signature of a test; say under the test objectives what it is to show',
    signature: '"{name}" does not have the signature of a test that go test runs; write "{wanted}"',
    name: '"{name}" is not taken for a test by go test; the name would have to be "{wanted}"',
  },
  *check(plan, _, say) {
    for (const {fault, range, replaced} of testFaultsOf(plan, 'test-requirements')) {
      const {kind, name, wanted, edit} = fault
      if (kind === 'helper' || kind === 'statement') {
        yield say(kind, range, {name})
      } else {
        const suggestions = edit ? [{title: `Write ${wanted}`, edits: [{...replaced, text: edit.text}]}] : []
        yield say(kind, range, {name, wanted}, {suggestions})
      }
    }
  },
})
