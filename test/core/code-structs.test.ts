import {describe, expect, test} from 'vitest'
import '../../core/code/all-grammars.ts'
import {Code} from '../../core/code/code.ts'
import {structsIn} from '../../core/code/go-structs.ts'
import {taggerLike} from '../../core/code/go-tags.ts'

/** `Struct: field field+`, a plus for a tag, brackets for one that is not exported. */
function summary(code: string): string[] {
  return structsIn(new Code(code, 'go')).map(({name, fields}) => {
    const words = fields.map(field => {
      const words = field.isExported ? field.name : `(${field.name})`
      return field.tag === null ? words : `${words}+`
    })
    return `${name}: ${words.join(' ')}`.trim()
  })
}

describe('structs', () => {
  test.each([
    [
      'type Order struct {\n\tID int `json:"id"` // the key\n\tTotal int\n\tlines []Line\n}',
      ['Order: ID+ Total (lines)'],
    ],
    ['type Order struct { ID int "json:\\"id\\""; Total int }', ['Order: ID+ Total']],
    ['type Page[T any] struct {\n\tItems []T `json:"items"`\n\tNext *Cursor[T]\n}', ['Page: Items+ Next']],
    ['type Order struct {\n\tBase\n\t*store.Row `json:"row"`\n\tList[int]\n\tID int\n}', ['Order: ID']],
    ['type Point struct {\n\tX, Y, z int `json:"p"`\n\tW int\n}', ['Point: X+ Y+ (z)+ W']],
    [
      'type Config struct {\n\tServer struct {\n\t\tPort int `yaml:"port"`\n\t\tHost string\n\t} `yaml:"server"`\n}',
      ['Config: Server+', 'Config.Server: Port+ Host'],
    ],
    ['type (\n\tA struct{ X int }\n\tB = struct{ Y int }\n)', ['A: X', 'B: Y']],
    ['var seen map[string]struct{ At time.Time }', [': At']],
    ['type Order struct {\n\t// ...\n\tID int\n\t...\n}', ['Order: ID']],
    ['type Order struct { ID int; ... }', ['Order: ID']],
    ['type Order struct { ... }\ntype Empty struct{}', ['Order:', 'Empty:']],
    [
      'type Hooks struct {\n\tOnAdd func(ctx context.Context, o *Order) (bool, error) `json:"-"`\n\tDone <-chan struct{}\n}',
      ['Hooks: OnAdd+ Done', 'Hooks.Done:'],
    ],
  ])('%s', (code, expected) => {
    expect(summary(code)).toEqual(expected)
  })

  test.each([
    ['lines that are no field', 'type Order struct {\n\tID int `json:"id"`\n\tThe other fields stay\n\tTotal int\n}'],
    ['a line in brackets', 'type Order struct {\n\tID int `json:"id"`\n\t(unchanged)\n\tTotal int\n}'],
  ])('have no fields with %s', (_, code) => {
    expect(summary(code)).toEqual(['Order:'])
  })

  test.each([
    ['fields alone', 'ID int `json:"id"`\nTotal int'],
    [
      'those in a function',
      'func load() {\n\tvar row struct {\n\t\tID int `json:"id"`\n\t\tTotal int\n\t}\n\tscan(&row)\n}',
    ],
    ['interfaces', 'type Store interface {\n\tLoad(id string) error\n}'],
    ['nothing', ''],
  ])('are none: %s', (_, code) => {
    expect(summary(code)).toEqual([])
  })

  test('have places for names and tags', () => {
    const code = 'type Order struct {\n\tID    int // the key\n\tTotal []float64 `json:"total"`\n}'
    const places = structsIn(new Code(code, 'go'))[0]?.fields.map(({start, end, typeEnd}) => [
      code.slice(start, end),
      code.slice(0, typeEnd).split(/\s/).at(-1),
    ])
    expect(places).toEqual([
      ['ID', 'int'],
      ['Total', '[]float64'],
    ])
  })
})

describe('a tag like others', () => {
  const others = (...pairs: string[]) =>
    pairs.map(pair => {
      const [name = '', tag = ''] = pair.split(/ (.*)/)
      return {name, tag}
    })

  test.each([
    ['MaxWait', others('ID `json:"id"`', 'UserName `json:"user_name"`'), 'json:"max_wait"'],
    ['MaxWait', others('UserName `yaml:"user-name,omitempty"`'), 'yaml:"max-wait"'],
    ['MaxWait', others('UserName `json:"userName"`'), 'json:"maxWait"'],
    ['MaxWait', others('UserName `json:"UserName"`'), 'json:"MaxWait"'],
    ['HTTPPort', others('UserName `json:"user_name"`'), 'json:"http_port"'],
    ['Port', others('UserID `json:"userID"`'), 'json:"port"'],
    ['GroupID', others('UserID `json:"userID"`'), 'json:"groupID"'],
    ['GroupID', others('UserID `json:"userId"`'), 'json:"groupId"'],
    ['Burst', others('Rate `json:"rate"`'), 'json:"burst"'],
    ['Burst', others('Rate `json:"rate" yaml:"rate"`'), 'json:"burst" yaml:"burst"'],
    ['Burst', others('Rate `env:"RATE"`'), 'env:"BURST"'],
    ['Burst', others('Rate `json:"rate"`', 'Cache `json:"-"`', 'Name `json:",omitempty"`'), 'json:"burst"'],
  ])('%s beside %j', (name, beside, expected) => {
    expect(taggerLike(beside)(name)[0]).toBe(`\`${expected}\``)
  })

  test.each([
    ['its spelling is open', 'MaxWait', others('Rate `json:"rate"`')],
    ['acronyms are open', 'UserID', others('MaxWait `json:"maxWait"`')],
    ['the keys differ', 'Burst', others('Rate `json:"rate"`', 'Name `yaml:"name"`')],
    ['names are abbreviated', 'Burst', others('Rate `json:"r"`')],
    ['it is no name', 'Burst', others('Rate `validate:"required"`')],
    ['nothing is named', 'Burst', others('Rate `json:"-"`')],
    ['the tag has no keys', 'Burst', others('Rate `x`')],
    ['there are none', 'Burst', []],
  ])('is none where %s', (_, name, beside) => {
    expect(taggerLike(beside)(name)).toEqual([])
  })

  test('may keep the field to Go', () => {
    expect(taggerLike(others('Rate `json:"rate" yaml:"rate"`'))('Burst')[1]).toBe('`json:"-" yaml:"-"`')
  })

  // Names and tags of this length would outlast the test, were the time to grow with their square.
  test('is found beside tags and names of any length', () => {
    for (const unit of ['a', 'A', '1', '_', 'a-', 'a:"']) {
      const long = unit.repeat(200_000)
      taggerLike([{name: long, tag: long}])(long)
      expect(taggerLike([{name: long, tag: '`json:"a"`'}])(long)).toBeDefined()
    }
  })
})
