import {describe, expect, test} from 'vitest'
import type {Workspace} from '../../../core/workspace.ts'
import {lint, rules} from '../../../index.ts'
import {workspaceOf} from '../../workspace-of.ts'

const settings = Object.fromEntries(rules.map(({id}) => [id, id === 'known-commands' ? 'warning' : 'off'] as const))

type Files = Readonly<Record<string, string>>

/** What the rule asks of a repository, and what it tells of the plan whose command is `command`. */
function judge(command: string, files: Files, change: (workspace: Workspace) => Partial<Workspace> = () => ({})) {
  const asked: string[] = []
  const inner = workspaceOf(files)
  const noting = (answer: (path: string) => unknown) => (path: string) => {
    asked.push(path)
    return answer(path)
  }
  const workspace = {
    ...inner,
    read: noting(inner.read),
    kindOf: noting(inner.kindOf),
    namesIn: noting(inner.namesIn),
    ...change(inner),
  } as Workspace
  const {findings} = lint(`# A plan\n\n## Validation\n\nRun \`${command}\`.\n`, {workspace, rules: settings})
  return {asked, told: findings.map(({data}) => data.target)}
}

const leadsOut = (path: string) => /^(?:\/|~)|(?:^|\/)\.\.(?:\/|$)/.test(path)

describe('a Makefile by a stranger', () => {
  test('is text: what it would run is read as what it is, a reason not to tell', () => {
    expect(judge('make lnit', {Makefile: '$(eval $(shell touch pwned))\nlint:\n\ttrue\n'}).told).toEqual([])
    expect(judge('make lnit', {Makefile: 'X := $(shell touch pwned)\nlint: $(X)\n\ttouch pwned\n'}).told).toEqual([
      'lnit',
    ])
  })

  test.each(['../../etc/passwd', '/etc/passwd', '~/.ssh/config', '$(HOME)/x.mk', 'a/../../b.mk', '../*.mk'])(
    'cannot lead out of the repository by including %s',
    path => {
      const {asked, told} = judge('make lnit', {Makefile: `include ${path}\nlint:\n\ttrue\n`})
      expect({told, outside: asked.filter(leadsOut)}).toEqual({told: [], outside: []})
    },
  )

  test('may include itself, and others in a circle', () => {
    const files = {Makefile: 'include Makefile a.mk\nlint:\n', 'a.mk': 'include b.mk\n', 'b.mk': 'include a.mk\n'}
    const {asked, told} = judge('make lnit', files)
    expect(told).toEqual(['lnit'])
    expect(asked.filter(path => path === 'a.mk').length).toBeLessThan(10)
  })

  test('may include more files than anybody writes', () => {
    const chain = Array.from({length: 5000}, (_, index) => [`${index}.mk`, `include ${index + 1}.mk\n`])
    expect(judge('make lnit', {...Object.fromEntries(chain), Makefile: 'include 0.mk\nlint:\n'}).told).toEqual([])
  })

  test('may have variables that stand for ever more words', () => {
    const doubled = Array.from({length: 60}, (_, index) => `A${index} = $(A${index + 1}) $(A${index + 1})\n`).join('')
    const many = `B = ${'$(C) '.repeat(1000)}\nC = ${'$(B) '.repeat(1000)}\n`
    expect(judge('make lnit', {Makefile: `${doubled}A60 = x\n$(A0): y\nlint:\n`}).told).toEqual([])
    expect(judge('make lnit', {Makefile: `${many}$(B):\nlint:\n`}).told).toEqual([])
    expect(judge('make lnit', {Makefile: `A = $(A)\n$(A)x: y\nlint:\n`}).told).toEqual(['lnit'])
  })

  test('may be larger than anybody writes by hand', () => {
    expect(judge('make lnit', {Makefile: 'lint:\n'}, () => ({read: () => null})).told).toEqual([])
  })

  test('may have long lines of any kind', () => {
    const signs = [
      'a ',
      '$(',
      '$(a',
      ':',
      '=',
      'a:',
      '#',
      '\\\n',
      '%',
      'define x\n',
      'include ',
      '\t',
      'a = b ',
      '.PHONY: ',
    ]
    for (const sign of signs) {
      const {told} = judge('make lnit', {Makefile: `lint:\n${sign.repeat(20_000)}\n`})
      expect([[], ['lnit']]).toContainEqual(told)
    }
  })
})

describe('files of other tools by a stranger', () => {
  const cases: [command: string, file: string][] = [
    ['just lnit', 'justfile'],
    ['task lnit', 'Taskfile.yml'],
    ['npm run lnit', 'package.json'],
    ['cargo test -p lnit', 'Cargo.toml'],
    ['composer lnit', 'composer.json'],
    ['./gradlew :lnit:test', 'settings.gradle'],
    ['mvn -pl :lnit test', 'pom.xml'],
    ['go test ./lnit', 'go.mod'],
    ['pytest lnit.py::lnit', 'lnit.py'],
  ]
  const signs = [
    '[[',
    '{"a":',
    '"',
    "'",
    'a: ',
    'a:\n',
    ' ',
    '\t',
    'import ',
    'mod ',
    'include(',
    "include 'a",
    '<artifactId>',
    '<parent>',
    'def ',
    '  a:\n',
    'tasks:\n',
  ]

  test.each(cases)('%s reads long lines of any kind in %s', (command, file) => {
    for (const sign of signs) expect(() => judge(command, {[file]: sign.repeat(20_000)})).not.toThrow()
  })

  test.each(cases)('%s is silent where %s cannot be read', (command, file) => {
    expect(judge(command, {[file]: 'x'}, () => ({read: () => null})).told.length).toBeLessThan(2)
  })

  test.each([
    ['just x', {justfile: "import '../../etc/passwd'\nlint:\n"}],
    ['task a:x', {'Taskfile.yml': 'includes:\n  a: ../../etc\ntasks:\n  lint: x\n'}],
    ['just -f ../../etc/passwd x', {justfile: 'lint:\n'}],
    ['make -C ../.. x', {Makefile: 'lint:\n'}],
    ['cd ../../etc && make x', {Makefile: 'lint:\n'}],
    ['cd /etc && make x', {Makefile: 'lint:\n'}],
    ['npm --prefix ../../x run y', {'package.json': '{}'}],
    ['npm run y -w ../../x', {'package.json': '{"name": "z"}'}],
    ['pnpm --filter ../../x y', {'package.json': '{"name": "z"}'}],
    ['go test ../../../etc', {'go.mod': 'module x'}],
    ['pytest ../../etc/passwd.py', {'pyproject.toml': ''}],
    ['mvn -pl ../../etc test', {'pom.xml': ''}],
  ] as [string, Files][])('%s asks for nothing outside the repository', (command, files) => {
    const {asked, told} = judge(command, files)
    expect(asked.filter(leadsOut)).toEqual([])
    expect(told).toEqual([])
  })

  test('Taskfiles may include each other in a circle', () => {
    const files = {
      'Taskfile.yml': 'includes:\n  a: a.yml\ntasks:\n  lint: x\n',
      'a.yml': 'includes:\n  b: Taskfile.yml\n  c: a.yml\ntasks:\n  test: x\n',
    }
    expect(judge('task lnit', files).told).toEqual(['lnit'])
    expect(judge('task a:tset', files).told).toEqual(['a:tset'])
  })
})

describe('a plan by a stranger', () => {
  test('may be full of commands', () => {
    const targets = Array.from({length: 5000}, (_, index) => `target-${index}:\n`).join('')
    const lines = Array.from({length: 5000}, (_, index) => `cd a && make absent-${index}`).join('\n')
    const {findings} = lint(`# A plan\n\n\`\`\`sh\n${lines}\n\`\`\`\n`, {
      workspace: workspaceOf({Makefile: targets, 'a/Makefile': targets}),
      rules: settings,
    })
    expect(findings).toHaveLength(5000)
  })

  test.each([
    '$(',
    '"',
    "'",
    '\\',
    '`` ` ``',
    '&& ',
    '| ',
    '> ',
    '( ',
    '-',
    'A=b ',
    'make ',
    'uv run ',
    '<<x\n',
    'cd .. && ',
  ])('may repeat %s for ever', sign => {
    expect(() => judge(`make ${sign.repeat(20_000)}`, {Makefile: 'lint:\n'})).not.toThrow()
  })
})
