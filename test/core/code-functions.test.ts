import {describe, expect, test} from 'vitest'
import '../../core/code/all-grammars.ts'
import {Code} from '../../core/code/code.ts'
import {functionsIn} from '../../core/code/functions.ts'
import type {Language} from '../../core/code/languages.ts'

const signs = {none: '-', elided: '~', implemented: '+'}

/** The functions of a piece of code by name: `+` implemented, `~` elided, `-` without a body. */
function summary(code: string, language: Language): string {
  return functionsIn(new Code(code, language))
    .map(({name, body}) => `${signs[body]}${name}`)
    .join(' ')
}

/** `[code, summary]` */
type Cases = readonly (readonly [code: string, expected: string])[]

describe('Go', () => {
  test.each<Cases[number]>([
    ['func Add(a, b int) int', '-Add'],
    ['func Add(a, b int) int { return a + b }', '+Add'],
    ['package shop\n\nimport "fmt"\n\nfunc Add() {\n\tfmt.Println()\n}', '+Add'],
    ['func (c *Cart[T]) Add(item T) (int, error) { return 0, nil }', '+Add'],
    ['func Map[K comparable, V any](in map[K]V, f func(K, V) error) error', '-Map'],
    [
      'func Save(\n\tctx context.Context,\n\titem Item,\n) (\n\tid string,\n\terr error,\n) {\n\treturn "", nil\n}',
      '+Save',
    ],
    ['type Store interface {\n\tLoad(id string) (Item, error)\n\tio.Closer\n}', '-Load'],
    ['type Handler func(w Writer) error\ntype Cart struct {\n\tOnAdd func(Item)\n}', ''],
    ['func a() {}\nfunc b() {\n}\nfunc c() { /* later */ }\nfunc d() {\n\t// later\n}', '~a ~b ~c ~d'],
    ['func a() { ... }\nfunc b() {\n\t...\n}\nfunc c() { … }\nfunc d(...) error { ... }', '~a ~b ~c ~d'],
    ['func a() { panic("not implemented") }\nfunc b() { panic("TODO: total the cart") }', '~a ~b'],
    ['func a() { panic(errors.New("unimplemented")) }\nfunc b() { panic(`not yet implemented`) }', '~a ~b'],
    [
      'func a() error { return errors.New("not implemented") }\nfunc b() { return ... }\nfunc c() { return }',
      '~a ~b ~c',
    ],
    ['func TestAdd(t *testing.T) { t.Skip("TODO") }', '~TestAdd'],
    [
      'func a() { panic("out of stock") }\nfunc b() string { return "todo" }\nfunc c() error { return nil }',
      '+a +b +c',
    ],
    ['func a() { log.Println("x")\n\tpanic("not implemented") }', '+a'],
    ['func a() {\n\t...\n\ttotal := sum(items)\n\t...\n\treturn total\n}', '+a'],
    ['func a() { same as before }', '~a'],
    [
      'type Cart struct {\n\tItems []Item\n\t...\n}\n...\nfunc (c *Cart) Len() int { ... }\n... (the rest stays)\nfunc x()',
      '~Len -x',
    ],
    ['func a() {\n\tgo func() { work() }()\n\tdefer func() { stop() }()\n}', '+a'],
    ['    func indented() {\n        run()\n    }', '+indented'],
    ['func größe(äpfel int) int { return äpfel }', '+größe'],
    ['func unfinished() error {\n\tif bad {\n\t\treturn nil', '+unfinished'],
    ['func a() {\n\trun()\n}\n}\n\nfunc b()', '+a -b'],
    ['func (h *Shop) Find(q *Query) (Item, error)\nfunc (h *Shop) Sell(i *Item) (Bill, error)', '-Find -Sell'],
    ['func (h *Shop) Find(q *Query) (Item, error)', '-Find'],
    ['{{range .Items}}\nfunc (s *Shop) {{.Name}}(in *{{.Input}}) error { return s.run(in) }\n{{end}}', '+{{.Name}}'],
    ['{{$first := index .Items 0}}\nfunc Test{{$first.Name}}(t *testing.T) { run(t) }', '+Test{{$first.Name}}'],
  ])('%s', (code, expected) => {
    expect(summary(code, 'go')).toBe(expected)
  })

  test.each([
    'total := 0\nfor _, item := range items {\n\ttotal += item.Price\n}\nreturn total',
    'handler := func() { run() }\nserve(func(w Writer) { w.Flush() })',
    '// func a() { run() }\n/* func b() { run() } */',
    'var text = "func a() { run() }"\nvar more = `\nfunc b() {\n\trun()\n}\n`',
    'The func keyword declares. A func like add (a, b) is one.',
    'case x > 1:\n\treturn true\n}',
    'var rows = []row{{1, 2}, {3, 4}}',
  ])('has none in %s', code => {
    expect(summary(code, 'go')).toBe('')
  })
})

describe('TypeScript', () => {
  test.each<Cases[number]>([
    [
      'export async function load<T extends Item>(id: string, {deep}: {deep: boolean} = {}): Promise<T> { return get(id) }',
      '+load',
    ],
    ['function total(cart: Cart): number\ndeclare function tax(cart: Cart): number', '-total -tax'],
    ['export default function () { run() }', '+default'],
    ['export default async function Page() { return <main /> }', '+Page'],
    ['export default (cart: Cart) => { run(cart) }', '+default'],
    ['function* ids() { yield 1 }', '+ids'],
    ['function a() {}\nfunction b() { ... }\nfunction c() { /* later */ }\nfunction d() {\n  …\n}', '~a ~b ~c ~d'],
    ["function a() { throw new Error('Not implemented') }\nfunction b() { throw new Error(`TODO: total`) }", '~a ~b'],
    ['function a() { throw new NotImplementedError() }\nfunction b() { throw new Error("out of stock") }', '~a +b'],
    ["async function a() { 'use server' }\nasync function b() { 'use server'; save() }", '~a +b'],
    ['function a() {\n  const n = 1\n  ...\n  return n\n}', '+a'],
    ['function Card({ ... }) {\n  // as before\n}', '~Card'],
    [
      'class Cart<T> extends Base {\n  #items = []\n  constructor(private a: A) { super() }\n  get size(): number { return 1 }\n  static of(): Cart { return new Cart() }\n  #sum() { return 1 }\n  clear() {}\n}',
      '+constructor +size +of +#sum ~clear',
    ],
    ['class A { on = (e: Event) => { run(e) }\n  off = () => {}\n  "quoted"() { run() } }', '+on ~off +quoted'],
    ['abstract class A { abstract a(): void; b(): void; b(n?: number): void { run() } }', '-a -b +b'],
    ['interface A { a(n: number): void; b: (n: number) => void; c?(): void }', '-a -c'],
    ['type A = (n: number) => void\ntype B = { run(): void }', '-run'],
    [
      'const a = (n: number): number => { return n }\nlet b = function () { run() }, c = async () => { run() }',
      '+a +b +c',
    ],
    [
      'const a = (n: number) => n * 2\nconst b = (s: State) => s.items\nconst c = () => {}\nconst d = () => ({})',
      '+a ~b ~c ~d',
    ],
    ['export const Card: FC<Props> = ({item}) => <li>{item.name}</li>', '+Card'],
    ['const Row = memo(function () { return <tr /> })\nconst go = useCallback(async () => { run() }, [])', '+Row +go'],
    ['const In = React.forwardRef<A, B>((props, ref) => { return <input ref={ref} /> })', '+In'],
    ['module.exports.run = function () { go() }\nexports.stop = async () => {}', '+run ~stop'],
    [
      'const api = { get() { run() }, put: async () => { run() }, key: id => [id], get size() { return 1 } }',
      '+get +put +size',
    ],
    ['export const useCart = create<Cart>()(set => ({ items: [], add: item => { set(item) } }))', '+add'],
    ['constructor(private a: A) {}\nngOnInit(): void { this.load() }', '~constructor +ngOnInit'],
    ['private async load(id: string): Promise<Item> {\n  return await this.api.get(id)\n}', '+load'],
    ["import {api} from './api'\nexport type Id = 'a' | 'b'\n\nprivate load(): Item {\n  return api.get()\n}", '+load'],
    ['@Get(":id")\nfind(@Param("id") id: string): Promise<Item> { return this.items.find(id) }', '+find'],
    ['render() { return <ul>{this.items.map(item => <li />)}</ul> }', '+render'],
    ['function cast() { return <Item>raw }', '+cast'],
    ['const naïve = (größe: number) => { return größe }', '+naïve'],
    ['function a() {\n  if (b) {\n    run()', '+a'],
  ])('%s', (code, expected) => {
    expect(summary(code, 'typescript')).toBe(expected)
  })

  test.each([
    "describe('cart', () => {\n  const make = () => { return new Cart() }\n  it('adds', async () => { expect(make()).toBe(1) })\n})",
    'const found = items.filter(item => { return item.price > 1 })',
    'const timer = setInterval(() => { run() }, 10)',
    'if (a) { run() } else { stop() }\nfor (const b of c) { run(b) }\nwhile (a) { run() }',
    '} catch (error) {\n  report(error)\n} else if (a) {\n  run()\n}',
    'switch (a) { case 1: { run(); break } }',
    '<button onClick={() => { run() }}>Go</button>',
    '{\n  id: 1,\n  name: "cart",\n}',
    'This function returns a cart. A function like add (a, b) does {that}',
    '// function a() { run() }\nconst text = "function b() { run() }"',
  ])('has none in %s', code => {
    expect(summary(code, 'typescript')).toBe('')
  })

  test('JavaScript is read the same way, types and all', () => {
    expect(summary('function a(b) { return <i>{b}</i> }', 'javascript')).toBe('+a')
    expect(summary('function a(b: string): void { run(b) }', 'javascript')).toBe('+a')
    expect(summary('async load(id) { return get(id) }', 'javascript')).toBe('+load')
  })
})

describe('Python', () => {
  test.each<Cases[number]>([
    ['def total(cart: Cart, *, tax: float = 0.2) -> float:\n    return cart.sum * tax', '+total'],
    ['async def load(\n    id: int,\n) -> Item:\n    return await get(id)', '+load'],
    ['def a(): ...\ndef b(): pass\ndef c(): return 1', '~a ~b +c'],
    [
      'def a():\n    """Adds."""\ndef b():\n    """Adds."""\n    pass\ndef c():\n    """Adds."""\n    return 1',
      '~a ~b +c',
    ],
    ['def a():\n    # later\n    pass\ndef b():\n    # later\ndef c():\n    …', '~a ~b ~c'],
    ['def a():\n    raise NotImplementedError\ndef b():\n    raise NotImplementedError("later")', '~a ~b'],
    ['def a():\n    raise ValueError("no items")', '+a'],
    ['def a():\n    ...\n    x = 1\n    ...', '+a'],
    ['def a(self) -> int:\n\ndef b(self)\n\ndef c(self): return 1', '-a -b +c'],
    [
      'class Cart:\n    """def no(): pass"""\n    items: list\n    @property\n    def size(self):\n        def inner(): return 1\n        return inner()\n    class Row:\n        def show(self): ...',
      '+size ~show',
    ],
    ['    def method(self):\n        return 1\n\n    def other(self):\n        pass', '+method ~other'],
    ['if fast:\n    def run(): return 1', '+run'],
    ['def größe(äpfel):\n    return äpfel', '+größe'],
  ])('%s', (code, expected) => {
    expect(summary(code, 'python')).toBe(expected)
  })

  test.each([
    'total = sum(items)\nfor item in items:\n    print(item)\nreturn total',
    'double = lambda n: run(n)',
    '# def a(): return 1\ntext = """\ndef b():\n    return 1\n"""',
    'You can def fine this as follows',
  ])('has none in %s', code => {
    expect(summary(code, 'python')).toBe('')
  })
})

describe('Rust', () => {
  test.each<Cases[number]>([
    ['pub fn total(cart: &Cart) -> u32', '-total'],
    ['pub async fn load<T: Into<String>>(id: T) -> Result<Item, Error> where T: Send { get(id).await }', '+load'],
    [
      'impl<T> Shop for Cart<T> {\n    fn new() -> Self { Self { items: vec![] } }\n    fn size(&self) -> usize;\n}',
      '+new -size',
    ],
    ['trait Shop { fn open(&self); fn close(&self) { self.lock(); } }', '-open +close'],
    ['fn a() {}\nfn b() { ... }\nfn c() { // later\n}\nfn d(...) -> Item { /* ... */ }', '~a ~b ~c ~d'],
    ['fn a() { todo!() }\nfn b() { unimplemented!("later") }\nfn c() { todo!("later"); }', '~a ~b ~c'],
    ['fn a() { panic!("not implemented") }\nfn b() { panic!("empty") }', '~a +b'],
    ['fn a() -> Result<()> { Err(anyhow!("not implemented")) }\nfn b() -> Result<()> { Ok(()) }', '~a +b'],
    ['fn name(&self) -> &str { "cart" }\nfn cast(x: u8) -> u32 { x as u32 }', '+name +cast'],
    ['fn a() -> u8 {\n    let n = 1;\n    ...\n    n\n}', '+a'],
    ['fn a() {\n    fn inner() { run() }\n    let f = |x| { x };\n    inner();\n}', '+a'],
    ['impl Cart {\n    ...\n    pub fn add(&mut self) { self.n += 1; }\n}', '+add'],
    ['mod tests {\n    #[test]\n    fn adds() { assert_eq!(1, 1); }\n}', '+adds'],
    ['fn first(a: u8) -> u8\nfn second(a: u8) -> u8', '-first -second'],
  ])('%s', (code, expected) => {
    expect(summary(code, 'rust')).toBe(expected)
  })

  test.each([
    'let total: u32 = items.iter().map(|item| { item.price }).sum();',
    'match item { Item::A { n } => { run(n) } _ => {} }',
    'macro_rules! make { ($n:ident) => { fn $n() { run() } } }',
    '/// fn a() {}\nconst TEXT: &str = "fn b() { run() }";',
  ])('has none in %s', code => {
    expect(summary(code, 'rust')).toBe('')
  })
})

describe('Java', () => {
  test.each<Cases[number]>([
    [
      'public class Cart<T> {\n  private int n = 1;\n  public Cart(int n) { this.n = n; }\n  public <R> List<R> map(final int a, String... b) throws E { return null; }\n  abstract void open();\n}',
      '+Cart +map -open',
    ],
    ['interface Shop { void open(int n); default void close() { lock(); } }', '-open +close'],
    ['class A { void a() {} void b() { ... } void c() { // later\n } }', '~a ~b ~c'],
    [
      'class A { void a() { throw new UnsupportedOperationException("x"); } void b() { throw new RuntimeException("TODO"); } void c() { throw new IllegalStateException("empty"); } }',
      '~a ~b +c',
    ],
    ['record Range(int a, int b) { Range { check(a, b); } static Range of() { return null; } }', '+Range +of'],
    ['enum Kind { A { void run() { go(); } }; void stop() { end(); } }', '+run +stop'],
    ['@Override\npublic void run() throws Exception {\n    ...\n    go();\n}', '+run'],
    [
      'import shop.Cart;\nimport static shop.Tax.*;\n\n@Test\nvoid adds() {\n    cart.add(1);\n}\n\nprivate int n = 1;',
      '+adds',
    ],
    ['public Cart(int n) { this.n = n; }\nList<Item> items(int n);', '+Cart -items'],
    ['public class A {\n  ...\n  public void b(...) { ... }\n  ...\n  public int c() { return 1; }', '~b +c'],
  ])('%s', (code, expected) => {
    expect(summary(code, 'java')).toBe(expected)
  })

  test.each([
    'int total = sum(items);\nif (total > 1) { run(); } else { stop(); }\nreturn total;',
    '} catch (Exception e) {\n  report(e);\n}\nsynchronized (this) { run(); }',
    'new Thread(() -> { run(); }).start();',
    'public record Item(String name, int price) {}',
    'switch (kind) { case A -> run(); default -> { stop(); } }',
  ])('has none in %s', code => {
    expect(summary(code, 'java')).toBe('')
  })
})

describe('C and C++', () => {
  test.each<Cases[number]>([
    ['#include <stdio.h>\nint add(int a, int b);\nstatic char *name(void) { return 0; }', '-add +name'],
    ['int print(const char *format, ...) { return run(format); }', '+print'],
    ['static int\nopen(struct file *f,\n     int mode)\n{\n\treturn 0;\n}', '+open'],
    ['#ifdef FAST\nvoid run(void) { a(); }\n#else\nvoid run(void) { b(); }\n#endif', '+run +run'],
    ['std::string shop::Cart::name(const Id& id) const noexcept { return id.text; }', '+name'],
    ['Cart::Cart(int n) : n(n), items{} { fill(); }\nCart::~Cart() { clear(); }', '+Cart +~Cart'],
    [
      'class Cart : public Base {\npublic:\n  Cart() = default;\n  Cart(int n) : n(n) {}\n  virtual ~Cart() {}\n  virtual void open() = 0;\n  int size() const override { return n; }\n  bool operator==(const Cart& o) const { return true; }\nprivate:\n  int n;\n  void (*callback)(int);\n};',
      '-Cart ~Cart ~~Cart -open +size +operator==',
    ],
    [
      'template <typename T> T max(T a, T b) { return a > b ? a : b; }\nauto half(int n) -> int { return n / 2; }',
      '+max +half',
    ],
    ['namespace shop { void run() { go(); } }\nextern "C" { int stop(void) { return 1; } }', '+run +stop'],
    [
      'void a() { ... }\nvoid b() {}\nvoid c() { // later\n}\nint d() { throw std::logic_error("not implemented"); }',
      '~a ~b ~c ~d',
    ],
    ['void a() {\n  ...\n  run();\n}\nint b() { return 0; }', '+a +b'],
    ['void a() {\n  auto f = [](int n) { return n; };\n  f(1);\n}', '+a'],
    ['public:\n  explicit Cart(int n);\n  void open() override { run(); }', '-Cart +open'],
    ['int main() { return run(); }\nTEST_F(CartTest, Adds) { EXPECT_EQ(1, 1); }', '+main +TEST_F'],
  ])('%s', (code, expected) => {
    expect(summary(code, 'cpp')).toBe(expected)
    expect(summary(code, 'c')).toBe(expected)
  })

  test.each([
    'int total = sum(items);\nif (total) { run(); }\nfor (int i = 0; i < 1; i++) { run(i); }',
    'FOREACH(item, items) { run(item); }\nfor_each(a, b) { run(); }',
    'Cart cart(shop);\nstd::lock_guard<std::mutex> lock(mutex);',
    '} catch (const Error& e) {\n  report(e);\n}',
    '#define RUN(x) do { run(x); } while (0)\n#define MAKE(n) \\\n  void n() { run(); }',
    'struct Item { int price; };\ntypedef int (*callback)(int);',
    'static const struct ops ops = {\n\t.open = open_cart,\n};',
    'std::thread worker([&]() { run(); });',
  ])('has none in %s', code => {
    expect(summary(code, 'cpp')).toBe('')
  })
})

describe('places', () => {
  const parts = (code: string, language: Language) =>
    functionsIn(new Code(code, language)).map(found => ({
      name: code.slice(found.nameStart, found.nameEnd),
      whole: code.slice(found.start, found.end),
      body: found.bodyStart < 0 ? null : code.slice(found.bodyStart, found.bodyEnd),
    }))

  test('name, definition and body are exact, braces included', () => {
    expect(parts('// 😀\nfunc (c *Cart) Add(n int) { run() }\n\nfunc x()\n', 'go')).toEqual([
      {name: 'Add', whole: 'func (c *Cart) Add(n int) { run() }', body: '{ run() }'},
      {name: 'x', whole: 'func x()', body: null},
    ])
  })

  test('a fragment is placed as if nothing were around it', () => {
    expect(parts('async load() { run() }\nstop() {', 'typescript')).toEqual([
      {name: 'load', whole: 'async load() { run() }', body: '{ run() }'},
      {name: 'stop', whole: 'stop() {', body: '{'},
    ])
  })

  test('a binding spans its statement, or its part of one', () => {
    expect(parts('const a = () => { run() }, b = memo(() => { run() })', 'typescript')).toEqual([
      {name: 'a', whole: 'const a = () => { run() }', body: '{ run() }'},
      {name: 'b', whole: 'b = memo(() => { run() })', body: '{ run() }'},
    ])
  })

  test('a Python body begins at its first statement', () => {
    expect(parts('@cached\ndef a(n):\n    x = n\n    return x\n\n\nb = 1', 'python')).toEqual([
      {name: 'a', whole: 'def a(n):\n    x = n\n    return x', body: 'x = n\n    return x'},
    ])
  })

  test.each<[Language, string]>([
    ['go', 'func a(\n\tn int,\n) error {\n\t...\n\treturn nil\n}\n\nfunc b()\n'],
    ['typescript', 'a(): void {\n  ...\n  run()\n}\n\nb() {}\n'],
    ['python', 'def a():\n    """Doc."""\n    return 1\n\ndef b():\n    pass\n'],
    ['rust', 'fn a() {\n    ...\n    run()\n}\n\nfn b();\n'],
  ])('line ends do not matter in %s', (language, code) => {
    const crlf = code.replaceAll('\n', '\r\n')
    expect(summary(crlf, language)).toBe(summary(code, language))
    expect(parts(crlf, language).map(({whole}) => whole)).toEqual(
      parts(code, language).map(({whole}) => whole.replaceAll('\n', '\r\n')),
    )
  })
})
