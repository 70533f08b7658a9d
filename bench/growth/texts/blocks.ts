import {type GrowingText, repeated, unitsUpTo} from '../text.ts'

const fence = '```'

function inFence(info: string, code: string): string {
  return `# Plan\n\n## Phase 1: Build\n\n${fence}${info}\n${code}\n${fence}\n\nWords.\n`
}

const metadata: Readonly<Record<string, (length: number) => string>> = {
  'long value': length => `{"plan_id": "${'a'.repeat(length)}"}`,
  'long words': length => `{"plan_id": "${repeated('a b-', length)}"}`,
  'many keys': length => `{${unitsUpTo(length, number => `"key${number}": "value"`).join(',\n')}}`,
  'one key often': length => `{${unitsUpTo(length, () => '"status": "done"').join(',\n')}}`,
  'long list': length => `{"stages": [${unitsUpTo(length, number => String(number)).join(',')}]}`,
  'empty stages': length => `{"stages": [${unitsUpTo(length, () => '{}').join(',\n')}]}`,
  'deep lists': length => `${'['.repeat(length / 2)}${']'.repeat(length / 2)}`,
  'deep objects': length => `${'{"a":'.repeat(length / 6)}1${'}'.repeat(length / 6)}`,
  'open lists': length => '['.repeat(length),
  'open strings': length => repeated('"a', length),
  'no JSON': length => repeated('words and words\n', length),
  commas: length => `{${','.repeat(length)}}`,
  'long escapes': length => `{"plan_id": "${repeated('\\u0041', length)}"}`,
  comments: length => `{${repeated('/* a */ // b\n', length)}}`,
  blanks: length => `{${' '.repeat(length)}"plan_id": "a"}`,
  TBD: length => `{"stages": [${unitsUpTo(length, () => '"TBD"').join(',\n')}]}`,
}

const code: Readonly<Record<string, readonly [info: string, of: (length: number) => string]>> = {
  'Go signatures': [
    'go',
    length => unitsUpTo(length, n => `// Run runs ${n}.\nfunc (a *A) Run${n}(ctx context.Context) error\n\n`).join(''),
  ],
  'Go functions': [
    'go',
    length =>
      unitsUpTo(
        length,
        n => `func Run${n}(n int) error {\n\tif n > ${n} {\n\t\treturn run(n)\n\t}\n\treturn nil\n}\n\n`,
      ).join(''),
  ],
  'Go structs': [
    'go',
    length => unitsUpTo(length, n => `type A${n} struct {\n\tName string \`json:"name"\`\n\tAge  int\n}\n\n`).join(''),
  ],
  'one Go struct': [
    'go',
    length => `type A struct {\n${unitsUpTo(length, n => `\tName${n} string \`json:"name"\`\n`).join('')}}\n`,
  ],
  'one Go function': ['go', length => `func Run() {\n${repeated('\trun(a, b)\n', length)}}\n`],
  'Go tests': ['go', length => unitsUpTo(length, n => `func TestRun${n}(t *testing.T)\n`).join('')],
  'Go comments': ['go', length => repeated('// words and words\n', length)],
  TypeScript: [
    'ts',
    length =>
      unitsUpTo(length, n => `export function run${n}(a: number): string {\n  return f(a + ${n})\n}\n\n`).join(''),
  ],
  JavaScript: [
    'js',
    length => unitsUpTo(length, n => `const run${n} = async a => {\n  await f(a, {b: ${n}})\n}\n\n`).join(''),
  ],
  Python: [
    'python',
    length => unitsUpTo(length, n => `def run_${n}(a: int) -> str:\n    return f(a + ${n})\n\n`).join(''),
  ],
  Rust: [
    'rust',
    length => unitsUpTo(length, n => `pub fn run_${n}(a: u32) -> String {\n    f(a + ${n})\n}\n\n`).join(''),
  ],
  Java: [
    'java',
    length =>
      `class A {\n${unitsUpTo(length, n => `  String run${n}(int a) {\n    return f(a + ${n});\n  }\n\n`).join('')}}\n`,
  ],
  'C++': ['cpp', length => unitsUpTo(length, n => `int run${n}(int a) {\n  return f(a + ${n});\n}\n\n`).join('')],
  SQL: ['sql', length => unitsUpTo(length, n => `SELECT * FROM a WHERE b = ${n};\n`).join('')],
  'SQL tables': ['sql', length => unitsUpTo(length, n => `CREATE TABLE a${n} (id int, name text);\n`).join('')],
  'one query': ['sql', length => `SELECT ${repeated('a, ', length)} b FROM c\n`],
  shell: ['sh', length => repeated('make test && ./run.sh --all\n', length)],
  JSON: ['json', length => `[${unitsUpTo(length, n => `{"a": ${n}}`).join(',\n')}]`],
  words: ['', length => repeated('words and words\n', length)],
  text: ['text', length => repeated('words [NAME] words\n', length)],
  tree: ['text', length => repeated('├── src/[name]/file.ts\n', length)],
  diff: ['diff', length => repeated('+ words\n- words\n', length)],
  markdown: ['markdown', length => repeated('## Words\n\n- words\n\n', length)],
  mermaid: ['mermaid', length => unitsUpTo(length, n => `  a${n} --> a${n + 1}\n`).join('')],
  'one line of words': ['', length => repeated('words ', length)],
  'one line of Go': ['go', length => repeated('run(a); ', length)],
  'open braces in Go': ['go', length => repeated('{\n', length)],
  'open parentheses in Go': ['go', length => repeated('f(\n', length)],
  'open strings in Go': ['go', length => repeated('`"\n', length)],
  'open braces in TypeScript': ['ts', length => repeated('{\n', length)],
  'angles in TypeScript': ['ts', length => repeated('a<\n', length)],
  'templates in TypeScript': ['ts', length => repeated('`${\n', length)],
  'open brackets in Python': ['python', length => repeated('[\n', length)],
  'indentation in Python': [
    'python',
    length => {
      let t = ''
      for (let d = 0; t.length < length; d++) t += `${' '.repeat(d)}if a:\n`
      return t
    },
  ],
  'braces in C++': ['cpp', length => repeated('a<b(\n', length)],
  'braces in Rust': ['rust', length => repeated('a<b(|\n', length)],
  'braces in Java': ['java', length => repeated('a<b({\n', length)],
  'open quotes in SQL': ['sql', length => repeated('\'a "b /* --\n', length)],
  'parentheses in SQL': ['sql', length => repeated('SELECT (\n', length)],
  'ellipses in Go': ['go', length => repeated('func A() { ... }\n', length)],
  'comments in Go': ['go', length => repeated('/* a\n', length)],
  'back-ticks': ['', length => repeated('``\n', length)],
  brackets: ['text', length => repeated('[', length)],
}

export const metadataBlocks: readonly GrowingText[] = Object.entries(metadata).map(([name, of]) => ({
  name: `Metadata: ${name}`,
  preset: 'staged',
  longest: 5_000_000,
  of: length => inFence('json metadata', of(length)),
}))

/** The largest blocks of code that are tried: one that is read as code, and one that is not. */
const longest: ReadonlySet<string> = new Set(['Go signatures', 'words'])

export const codeBlocks: readonly GrowingText[] = Object.entries(code).map(([name, [info, of]]) => ({
  name: `A block: ${name}`,
  preset: 'go-phased',
  longest: longest.has(name) ? 10_000_000 : 2_000_000,
  of: length => inFence(info, of(length)),
}))
