import {describe, expect, test} from 'vitest'
import {commandsIn} from '../../core/commands.ts'
import {parseDocument} from '../../core/document.ts'

/** The commands that a text gives its reader to run. */
function commandsOf(text: string): string[] {
  const document = parseDocument(text)
  return commandsIn(document, {start: 0, end: text.length}).map(command => command.text)
}

describe('a command is', () => {
  test.each([
    'go test ./...',
    'make test',
    'make',
    'npm run build',
    'npx vitest run',
    'pytest',
    'python -m pytest tests',
    'python3 check.py',
    'cargo clippy -- -D warnings',
    'kubectl get pods',
    'docker compose up -d',
    'terraform plan',
    'git diff --exit-code',
    'rg TODO src',
    'grep -rn TODO src',
    'golangci-lint run',
    'xcodebuild test -scheme App',
    './gradlew test',
    './check.sh',
    '../tools/check',
    '~/bin/check',
    '.\\check.ps1',
    '/usr/bin/check --all',
    '$ make test',
    '> npm test',
    'CI=1 npm test',
    'GOOS=linux CGO_ENABLED=0 go build ./...',
    'NAME="two words" make test',
    'cd web && npm test',
    'cd web; make',
    'sudo systemctl status app',
    'time make test',
    'true && make test',
    'make test | tee log',
  ])('%s', text => {
    expect(commandsOf(`- [ ] It passes: \`${text}\``)).toEqual([text])
  })
})

describe('no command is', () => {
  test.each([
    'true',
    ':',
    'false',
    'exit 0',
    'exit',
    'echo done',
    'echo "tests pass"',
    'printf ok',
    'cd web',
    'true && exit 0',
    '# make test',
    '...',
    'tests pass',
    'internal/x.go',
    'src/app.ts',
    '/api/users',
    'Store.Get()',
    'func Get(id int) error',
    'go',
    'npm',
    'git',
    'docker',
    'config.yaml',
    'makefile',
    'the make target',
    'user@example.org',
    './...',
  ])('%j', text => {
    expect(commandsOf(`- [ ] It passes: \`${text}\``)).toEqual([])
  })
})

describe('a document gives a command', () => {
  test.each([
    ['in a shell block', '```sh\nmake test\n```', 'make test'],
    ['in a block of another shell', '```powershell\nGet-Item a\n```', 'Get-Item a'],
    ['in a session', '```console\n$ our-tool check\nok\n```', '$ our-tool check\nok'],
    ['in a block without info string', '```\nmake test\n```', 'make test'],
    ['in inline code', 'Then `make test` passes.', 'make test'],
    ['in a task', '- [ ] Linting: `npm run lint`', 'npm run lint'],
    ['in a label', '**Automated**: `go vet ./...`', 'go vet ./...'],
    ['in a heading', '## Verify with `make test`', 'make test'],
    ['in a table', '| What | How |\n|---|---|\n| Lint | `npm run lint` |', 'npm run lint'],
    ['in two ticks', 'Run ``make `target` ``.', 'make `target`'],
    ['in plain words after Run', '- [ ] Run: make test', 'make test'],
    ['in a sentence that says run', 'It is quick. Run make test', 'make test'],
    ['unknown, where the words say to run it', 'Run `our-tool check --all`.', 'our-tool check --all'],
  ])('%s', (_, text, command) => {
    expect(commandsOf(text)).toEqual([command])
  })

  test('more than one of a tool between slashes', () => {
    expect(commandsOf('`make lint` / `make test`')).toEqual(['make lint', 'make test'])
  })

  test('more than one, in order', () => {
    expect(commandsOf('- `make lint`\n\n```sh\nmake test\n```\n\n`make e2e` and `make bench`\n')).toEqual([
      'make lint',
      'make test',
      'make e2e',
      'make bench',
    ])
  })
})

describe('a document gives none', () => {
  test.each([
    ['in a block of code', '```go\nfunc make() {}\n```'],
    ['in a shell block without any', '```sh\n# nothing yet\necho done\nexit 0\n```'],
    ['in an empty shell block', '```bash\n```'],
    ['in a tree', '```\nsrc/\n  app.ts\n```'],
    ['in a comment', '<!-- `make test` -->'],
    ['in words', 'All tests pass and the build is green.'],
    ['in words that begin like one', 'Make sure that go routines end.'],
    ['in a sentence about running', 'Run the tests by hand.'],
    ['in a file name', 'Change `internal/x.go` and `Makefile`.'],
    ['in a name of a tool', 'We use `docker` and `git`.'],
    ['in an empty gesture', 'Run `true`, `:` or `echo ok`.'],
    ['in one to choose', '- [ ] Tests pass (`npm test` / `go test ./...`)'],
    ['in one to choose, and more', '- [ ] Tests pass (`npm test` / etc.)'],
    ['in one to choose within the ticks', '- [ ] Tests pass: `npm test / go test ./...`'],
  ])('%s', (_, text) => {
    expect(commandsOf(text)).toEqual([])
  })
})

test('only commands that begin inside the range count', () => {
  const text = '`make one`\n\n`make two`\n\n`make three`\n'
  const within = {start: text.indexOf('`make two'), end: text.indexOf('`make three')}
  expect(commandsIn(parseDocument(text), within)).toMatchObject([{text: 'make two', start: within.start}])
})
