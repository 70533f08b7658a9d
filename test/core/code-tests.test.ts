import {describe, expect, test} from 'vitest'
import '../../core/code/all-grammars.ts'
import {Code} from '../../core/code/code.ts'
import {testFaultsIn} from '../../core/code/go-tests.ts'

/** `kind name`, one per fault. */
const faults = (code: string) => testFaultsIn(new Code(code, 'go')).map(({kind, name}) => `${kind} ${name}`)

/** The code with every fault mended that can be. */
function mended(code: string): string {
  return testFaultsIn(new Code(code, 'go'))
    .toReversed()
    .reduce((text, {edit}) => (edit ? text.slice(0, edit.start) + edit.text + text.slice(edit.end) : text), code)
}

describe('nothing is wrong with', () => {
  test.each([
    'func TestOrder(t *testing.T)',
    'func TestOrder(t *testing.T)\nfunc BenchmarkOrder(b *testing.B)\nfunc FuzzOrder(f *testing.F)\nfunc ExampleOrder()',
    'func Test(t *testing.T)\nfunc Test1(t *testing.T)\nfunc Test_order(t *testing.T)\nfunc TestÄpfel(t *testing.T)',
    'func Example()\nfunc ExampleOrder_Total_empty()',
    'func TestMain(m *testing.M)',
    'func TestOrder(*testing.T)\nfunc TestOther(_ *testing.T)\nfunc TestThird(t *T)\nfunc TestFourth(t *tt.T)',
    'func TestOrder(\n\tt *testing.T,\n)',
    'func TestOrder(...)\nfunc TestOther( … )',
    'func TestOrder(t *testing.T) // May need: a new argument\nfunc TestOther(t *testing.T) /* updated */',
    '// Existing tests that may require updates:\nfunc TestOrder(t *testing.T)\n\n// Totals\nfunc TestTotal(t *testing.T)\n...',
    'package shop_test\n\nimport "testing"\n\nfunc TestOrder(t *testing.T)',
    '// No new tests; those of phase 1 cover it.',
    'func TestOrder(t *testing.T) {}\nfunc TestOther(t *testing.T) {\n\t// an empty order costs nothing\n}',
    'func (s *OrderSuite) TestTotal()\nfunc (s *OrderSuite) TestEmpty(t *testing.T) (A, B)',
    't.Run("empty", func(t *testing.T))\nt.Run("full", func(t *testing.T) { ... })',
    't.Run("order", func(t *testing.T) {\n\t// all stores\n\tt.Run("empty", func(t *testing.T) {\n\t\t// costs nothing\n\t})\n})',
    't.Run("unfinished", func(t *testing.T)',
    'func TestOrder/empty/total\nfunc TestOrder/.../full // new',
    'TestOrder(t *testing.T)\nTestOther(t *testing.T)',
    'TestOrder\nTestOther',
    'Order totals are tested for every store',
    '',
  ])('%s', code => {
    expect(faults(code)).toEqual([])
  })

  test('a function with an implementation, which is a fault of its own', () => {
    expect(faults('func TestOrder(t *testing.T) {\n\trun(t)\n}\nfunc newShop() *Shop { return &Shop{} }')).toEqual([])
  })
})

describe('what is no test', () => {
  test.each([
    ['func newShop(t *testing.T) *Shop', ['helper newShop']],
    ['func testOrder(t *testing.T, store Store)\nfunc TestOrder(t *testing.T)', ['helper testOrder']],
    ['func setup() { ... }', ['helper setup']],
    ['func setup', ['helper setup']],
    ['func (s *OrderSuite) SetupTest()', ['helper SetupTest']],
    ['func (f *fakeStore) Load(id *ID) (Order, error)', ['helper Load']],
    ['type fakeStore struct {\n\torders []Order\n}', ['helper fakeStore']],
    ['type (\n\tfakeStore struct{}\n\tfakeClock struct{}\n)', ['helper fakeStore']],
  ])('%s', (code, expected) => {
    expect(faults(code)).toEqual(expected)
  })
})

describe('statements', () => {
  test.each([
    ['assert.Equal(t, 3, total)', ['statement assert.Equal(t, 3, total)']],
    ['order := New()\norder.Add(item)\nassert.Equal(t, 3, order.Total())', ['statement order := New()']],
    ['var cases = []struct {\n\tname string\n}{\n\t{"empty"},\n}', ['statement var cases = []struct {']],
    ['a()\n// more\nb()\nfunc TestOrder(t *testing.T)\nc()', ['statement a()', 'statement c()']],
    [
      't.Run("empty", func(t *testing.T) {\n\trequire.NoError(t, err)\n})',
      ['statement t.Run("empty", func(t *testing.T) {'],
    ],
  ])('%s', (code, expected) => {
    expect(faults(code)).toEqual(expected)
  })
})

describe('signatures that no test has', () => {
  test.each([
    ['func TestOrder()', 'func TestOrder(t *testing.T)'],
    ['func TestOrder', 'func TestOrder(t *testing.T)'],
    [
      'func TestOrder // new\nfunc TestOther(t *testing.T)',
      'func TestOrder(t *testing.T) // new\nfunc TestOther(t *testing.T)',
    ],
    ['func TestOrder(t testing.T)', 'func TestOrder(t *testing.T)'],
    ['func TestOrder(t *testing.B)', 'func TestOrder(t *testing.T)'],
    ['func TestOrder(t testing.TB)', 'func TestOrder(t *testing.T)'],
    ['func TestOrder(t ...*testing.T)', 'func TestOrder(t *testing.T)'],
    ['func TestOrder(t, u *testing.T)', 'func TestOrder(t *testing.T)'],
    ['func TestOrder(t *testing.T, store Store) error', 'func TestOrder(t *testing.T)'],
    ['func TestOrder(t *testing.T) (err error) {}', 'func TestOrder(t *testing.T) {}'],
    ['func BenchmarkOrder(t *testing.T)', 'func BenchmarkOrder(b *testing.B)'],
    ['func FuzzOrder(t *testing.T)', 'func FuzzOrder(f *testing.F)'],
    ['func ExampleOrder(t *testing.T)', 'func ExampleOrder()'],
  ])('%s', (code, right) => {
    expect(testFaultsIn(new Code(code, 'go')).map(({kind}) => kind)).toEqual(['signature'])
    expect(mended(code)).toBe(right)
    expect(faults(right)).toEqual([])
  })
})

describe('names that go test passes over', () => {
  test.each([
    ['func Testorder(t *testing.T)', 'func TestOrder(t *testing.T)'],
    ['func testOrder(t *testing.T)', 'func TestOrder(t *testing.T)'],
    ['func benchmarkOrder(b *testing.B)', 'func BenchmarkOrder(b *testing.B)'],
    ['func Examples()', 'func ExampleS()'],
  ])('%s', (code, right) => {
    expect(testFaultsIn(new Code(code, 'go')).map(({kind}) => kind)).toEqual(['name'])
    expect(mended(code)).toBe(right)
    expect(faults(right)).toEqual([])
  })
})

test('places are those of the names', () => {
  const code = '😀 := 1\nfunc newShop() *Shop\r\nfunc TestOrder\r\n'
  for (const {start, end, name} of testFaultsIn(new Code(code, 'go'))) expect(code.slice(start, end)).toBe(name)
  expect(faults(code)).toContain('helper newShop')
})
