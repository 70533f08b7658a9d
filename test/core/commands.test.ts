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
    'scripts/check.sh --all',
    'check.sh all',
    'bin/tide --month 5',
    'command -v tide',
    '[ -f .env ] && make test',
    '"$TIDE" --month 5 && make test',
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
    './tide.mjs',
    './src',
    './src/*',
    './cmd/tide',
    './logs:/logs',
    '../lamps/',
    '~/.tide/state.db',
    '~/tide',
    '/tide --month 5',
    '> /dev/null 2>&1',
    '\\n\\nIt is high.',
    'start.sh / stop.sh',
    './tide --month   Print the month',
    '"test": "vitest run"',
    "'Nothing there; use --start to begin'",
    'Note over Keeper: lamp.js --event lit',
    'COPY --from=builder /lamp /lamp',
    'RUN mkdir -p /lamp',
    'with --json',
    'test with a lamp',
    'set -euo pipefail',
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
    ['and no more, where a sentence goes on', '- Run go build to see that it compiles', 'go build'],
    ['and no more, where it begins a list', '- Run: make lint, then make test', 'make lint'],
    ['of a module, where the words say to run it', 'Run `./check.mjs`.', './check.mjs'],
    ['unknown, where Korean says to run it', '- `our-tool check`를 실행', 'our-tool check'],
    ['unknown, where Chinese says to run it', '- 运行 `our-tool check`', 'our-tool check'],
    ['by a name that is installed elsewhere', '- Install the hooks. `pytest` passes.', 'pytest'],
    ['behind the folder it is run in', '```\ncd web\nnpm test\n```', 'cd web\nnpm test'],
    ['behind what is set for it', '```\n# first\nMODE=dry\nmake test\n```', '# first\nMODE=dry\nmake test'],
    ['in a loop', '```sh\nfor f in a b; do ./check $f; done\n```', 'for f in a b; do ./check $f; done'],
    ['in a block that says what it adds', 'Add the parser:\n\n```sh\nnpm install parser\n```', 'npm install parser'],
    ['in a script to run', 'Run this:\n\n```sh\n#!/bin/sh\nmake test\n```', '#!/bin/sh\nmake test'],
    ['in a script that verifies', '**Automated**:\n\n```sh\n#!/bin/sh\nmake test\n```', '#!/bin/sh\nmake test'],
    ['in a script below its heading', '## Validation\n\n```sh\n#!/bin/sh\nmake test\n```', '#!/bin/sh\nmake test'],
    ['beside a note', '```sh\nExpected: it passes\nmake test\n```', 'Expected: it passes\nmake test'],
    ['with a colon in it', '```sh\nmake lamp: tide\n```', 'make lamp: tide'],
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
    ['in a module that is imported', '- Imports `Lamp` from `./lamp`'],
    ['in a module that is exported', '- Add the `./lamp` export'],
    ['in a folder', 'The pages are written to `./site`.'],
    ['in packages to add', '- `requirements.txt`: add `pytest`, `mypy`'],
    ['in a package that something is imported from', '`describe` from `vitest`'],
    ['in targets', 'It uses `make` targets.'],
    ['in a query', 'Execute `DROP TABLE` on the copy.'],
    ['in a first run', 'It is made on the first run, `lamp: 0`.'],
    ['in a tool that is told about', '- Run mypy with strict types\n- Run ruff linter and formatter checks'],
    ['in a sentence about tests', '- Run test suite for the lamps\n- Run golangci-lint and fix all warnings'],
    [
      'in tasks that run side by side',
      '```bash\nTask T011: "Write lamp.ts"\nTask: "Write tide.ts"\nT012: tide.ts\n```',
    ],
    ['in work shared out', '```bash\n# After T003\nDeveloper A: T012-T013\n개발자 B: T014\n```'],
    ['in a list', '```bash\n- lamp.ts (first)\n- tide.ts\n1. Light it\n```'],
    ['in a tree in a shell block', '```bash\nlamps/\n├── lamp.ts\n└── tide.ts\n```'],
    ['in settings', '```bash\nTIDE_URL=http://localhost\nexport TIDE_KEY="a b"\n```'],
    ['in a script', '```bash\n#!/usr/bin/env bash\nnpm test\n```'],
    ['in a function to be written', '```bash\nlight_lamp() {\n  npm test\n}\n```'],
    ['in tests of a script', '```bash\n@test "lamp" {\n  run ./lamp.sh\n}\n```'],
    ['in an arm of a case', '```bash\n  --lamp) light_lamp ;;\n```'],
    ['in a part of a script', 'After line 12 of `lamp.sh`, add:\n\n```bash\nsource tide.conf\n```'],
    ['in lines of a script', 'Replace lines 4-9:\n\n```bash\nnpm test || exit 1\n```'],
    ['in what takes the place of another', 'Replace the check\nof the tide with:\n\n```bash\nnpm test\n```'],
    ['in a file to be made', 'Create `lamp.sh`:\n\n```bash\nnpm test\n```'],
    ['in output', '```\nLamp is out.\n\nTo light it, run:\n    npm start\n```'],
    ['in a diagram', '```\nKeeper->>Lamp: light\nNote over Lamp: lamp.js --event lit\n```'],
    ['in a list of packages', '```txt\nlamp\npytest\n```'],
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
