import {describe, expect, test} from 'vitest'
import {lint} from '../../index.ts'

const ids = ['test-signatures', 'struct-tags', 'no-database-queries', 'no-function-bodies']

/** What the rules about code find in a plan for Go: rule, and first line of the place. */
function found(text: string): string[] {
  return lint(text, {preset: 'go-phased'})
    .findings.filter(({rule}) => ids.includes(rule))
    .map(({start, end, rule}) => `${rule} ${text.slice(start, end).split('\n')[0]}`)
}

const fence = (info: string, ...lines: string[]) => [`\`\`\`${info}`, ...lines, '```', ''].join('\n')
const phase = (...parts: string[]) => ['# Shop Plan', '', '## Phase 1: Orders', '', ...parts].join('\n')

const helper = fence('go', 'func TestOrder(t *testing.T)', 'func newShop() *Shop')
const helperOnly = fence('go', 'func newShop() *Shop')

describe('testing requirements', () => {
  test.each([
    ['under a label', `**Testing Requirements:**\n${helper}`],
    ['under a heading', `#### Testing Requirements\n${helper}`],
    ['under another title', `**Test Signatures**\n${helper}`],
    ['in a list', `- **Testing Requirements:**\n\n${helper.replace(/^(?=.)/gm, '  ')}`],
    ['of tests that are there', `**Existing tests that may require updates:**\n${helper}`],
    [
      'of tests that are there, by comment',
      `**Testing Requirements:**\n${helper.replace('func', '// Existing tests that may require updates:\nfunc')}`,
    ],
    ['after words of their own', `**Testing Requirements:**\n\nIn \`order_test.go\`, all new:\n\n${helper}`],
    [
      'in the second block of a part',
      `**Testing Requirements:**\n${fence('go', 'func TestOrder(t *testing.T)')}\n${helper}`,
    ],
    [
      'in the second component',
      `#### 1. A\n**Testing Requirements:**\n${fence('go', '// None')}\n#### 2. B\n**Testing Requirements:**\n${helper}`,
    ],
    ['alone', `**Testing Requirements:**\n${helperOnly}`],
  ])('are judged %s', (_, part) => {
    expect(found(phase(part))).toEqual(['test-signatures newShop'])
  })

  test.each([
    ['other code of the phase', `### Changes\n\n${helperOnly}`],
    [
      'the parts below them',
      `### Testing Requirements\n\n**Test Objectives:**\n\n- Says \`go\`:\n\n${fence('go', 'assert.Equal(t, 1, n)')}`,
    ],
    [
      'code with words of its own',
      `**Testing Requirements:**\n\nFollow the pattern of \`shop_test.go\`:\n\n${helperOnly}`,
    ],
    ['code that is there', `**Testing Requirements:**\n\n**Before:**\n${helper}`],
    ['other languages', `**Testing Requirements:**\n${fence('sh', 'go test ./...')}${fence('ts', 'const a = 1')}`],
    ['code under no phase', ''],
  ])('are not %s', (_, parts) => {
    expect(found(parts === '' ? `# Shop Plan\n\n## Testing Requirements\n\n${helper}` : phase(parts))).toEqual([])
  })

  test('with a body are told as that alone', () => {
    const body = fence('go', 'func TestOrder(t *testing.T) {', '\trun(t)', '}', 'func newShop() *Shop { return nil }')
    expect(found(phase(`**Testing Requirements:**\n${body}`))).toEqual([
      'no-function-bodies TestOrder',
      'no-function-bodies newShop',
    ])
  })
})

const struct = fence('go', 'type Order struct {', '\tID int `json:"id"`', '\tTotal int', '}')
const query = fence('sql', 'SELECT id FROM orders;')
const constant = fence('go', 'const all = `SELECT id FROM orders`')

describe('structs and queries', () => {
  test.each([
    ['a struct', struct, 'struct-tags Total'],
    ['a struct in a list', `- x\n\n${struct.replace(/^(?=.)/gm, '  ')}`, 'struct-tags Total'],
    ['a struct in a quote', struct.trimEnd().replace(/^/gm, '> '), 'struct-tags Total'],
    ['SQL', query, 'no-database-queries SELECT id FROM orders'],
    ['SQL by another name', query.replace('sql', 'PostgreSQL title="a"'), 'no-database-queries SELECT id FROM orders'],
    ['a string', constant, 'no-database-queries `SELECT id FROM orders`'],
    [
      'SQL after words that are SQL, too',
      `Delete old orders:\n\n${query}`,
      'no-database-queries SELECT id FROM orders',
    ],
  ])('are found: %s', (_, block, expected) => {
    expect(found(phase(block))).toEqual([expected])
  })

  test.each([
    ['a struct before', `Before:\n\n${struct}`],
    ['a struct by comment', struct.replace('type', '// Current\ntype')],
    ['a struct to be deleted', `Delete:\n\n${struct}`],
    ['a string today', `**Current:**\n\n${constant}`],
    ['SQL today', `**Existing query**\n\n${query}`],
    ['SQL by comment', query.replace('SELECT', '-- Before\nSELECT')],
    ['SQL that validates', `### Validation Commands\n\nNo row may come back:\n\n${query}`],
    ['SQL that validates, by label', `**Verification:**\n\nNo row may come back:\n\n${query}`],
    ['a change', query.replace('sql', 'sql diff')],
    ['a command', fence('sh', 'psql -c "SELECT id FROM orders"')],
    ['a document', `\`\`\`\`markdown\n${struct}${query}\`\`\`\`\n`],
    ['prose', 'SELECT id FROM orders, then `UPDATE orders SET id = 1`.'],
    [
      'a body, which is told as that',
      fence('go', 'type Order struct{ ID int }', '', '// All is left out.', 'func All() { ... }'),
    ],
  ])('are not: %s', (_, block) => {
    expect(found(phase(block))).toEqual([])
  })

  test.each(['Current State Analysis', 'Desired End State'])('are no queries under "%s"', title => {
    expect(found(`# Shop Plan\n\n## ${title}\n\nOrders are read like this:\n\n${query}`)).toEqual([])
  })

  test('in a body are told as the body', () => {
    const body = fence('go', 'func all(db *sql.DB) {', '\tdb.Query("SELECT id FROM orders")', '}')
    expect(found(phase(body))).toEqual(['no-function-bodies all'])
  })
})
