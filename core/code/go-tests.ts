import type {SyntaxNode} from '@lezer/common'
import {bodyKind} from './body.ts'
import {Code, oncePerCode} from './code.ts'
import {childrenOf, isBroken} from './nodes.ts'
import {partsOf} from './parts.ts'
import type {Parsed} from './read.ts'

/**
 * What among the signatures of tests is none: `helper` a function or type that is no test, `statement` code outside any
 * function, `signature` a test with other parameters or results, `name` one that `go test` does not take for a test.
 */
export interface TestFault {
  kind: 'helper' | 'statement' | 'signature' | 'name'
  /** Of a statement its first line. */
  name: string
  /** Offsets of the name, UTF-16 units into the code. */
  start: number
  end: number
  /** What a test of this name looks like; of a fault in `signature` or `name`. */
  wanted: string
  /** What makes it one. */
  edit: {start: number; end: number; text: string} | null
}

interface TestKind {
  prefix: string
  /** Name and last part of the type of its only parameter; null where it has none. */
  parameter: readonly [name: string, type: string] | null
}

const kinds: readonly TestKind[] = [
  {prefix: 'Test', parameter: ['t', 'T']},
  {prefix: 'Benchmark', parameter: ['b', 'B']},
  {prefix: 'Fuzz', parameter: ['f', 'F']},
  {prefix: 'Example', parameter: null},
]

const statements = new Set(
  (
    'VarDecl ConstDecl Assignment IfStatement ForStatement SwitchStatement TypeSwitchStatement SelectStatement ' +
    'DeferStatement GoStatement ReturnStatement SendStatement IncDecStatement'
  ).split(' '),
)

/** A name without parameters, alone on its line; the path of a sub-test may follow it, as `go test -run` takes it. */
const bareName = /^([ \t]*func[ \t]+)([\p{L}\p{N}_]+)(\/\S*)?[ \t]*(?=\/\/|\r?$)/gmu

/**
 * Finds what is no signature of a test in a piece of Go that is to hold nothing else. Comments, package clause,
 * imports, dots, methods of suites, sub-tests without code, and all that cannot be read, are fine; a function with an
 * implementation is left to whoever judges bodies.
 * @throws {Error} when the grammar was not loaded before (see `loadGrammars`)
 */
export const testFaultsIn = oncePerCode((whole: Code): readonly TestFault[] => {
  const {text: code} = whole
  const bare: TestFault[] = []
  const rest = code.replace(bareName, (line, keyword: string, name: string, path: string | undefined, at: number) => {
    const start = at + keyword.length
    const end = start + name.length
    const kind = kindOf(name)
    if (!path) bare.push(kind ? ofSignature(name, kind, start, end, end, end) : ofHelper(name, start, end))
    return ' '.repeat(line.length)
  })
  const {parsed} = rest === code ? whole : new Code(rest, whole.language)
  const found = parsed ? [...faultsIn(parsed, code)] : []
  return [...bare, ...found].sort((a, b) => a.start - b.start)
})

function* faultsIn(parsed: Parsed, code: string): Generator<TestFault> {
  let isInStatements = false
  for (const node of childrenOf(parsed.tree.topNode)) {
    if (node.type.isError || node.name.endsWith('Comment')) continue
    const isStatement = isCode(node, code)
    if (isStatement && !isInStatements) yield ofStatement(node, code)
    isInStatements = isStatement
    const fault = node.name === 'TypeDecl' ? ofType(node, code) : ofFunction(node, parsed, code)
    if (fault) yield fault
  }
}

function kindOf(name: string): TestKind | undefined {
  return kinds.find(({prefix}) => name.startsWith(prefix) && !/^\p{Ll}/u.test(name.slice(prefix.length)))
}

function ofHelper(name: string, start: number, end: number): TestFault {
  return {kind: 'helper', name, start, end, wanted: '', edit: null}
}

function ofSignature(name: string, kind: TestKind, start: number, end: number, from: number, to: number): TestFault {
  const text = kind.parameter ? `(${kind.parameter[0]} *testing.${kind.parameter[1]})` : '()'
  return {kind: 'signature', name, start, end, wanted: `func ${name}${text}`, edit: {start: from, end: to, text}}
}

function ofType(node: SyntaxNode, code: string): TestFault | null {
  const spec = node.getChild('TypeSpec') ?? node.getChild('SpecList')?.getChild('TypeSpec')
  const name = spec?.getChild('DefName')
  return name && !isBroken(node) ? ofHelper(code.slice(name.from, name.to), name.from, name.to) : null
}

function ofFunction(node: SyntaxNode, {text, grammar}: Parsed, code: string): TestFault | null {
  const definition = node.name === 'ExprStatement' ? node.firstChild : node
  const parts = definition && partsOf(definition, text, grammar)
  if (!definition || !parts || isBroken(definition)) return null
  if (parts.body && bodyKind(parts.body, text, grammar) === 'implemented') return null
  const {from: start, to: end} = parts.name
  const name = code.slice(start, end)
  const kind = kindOf(name)
  if (name === 'TestMain') return null
  if (definition.name !== 'FunctionDecl') return kind ? null : ofHelper(name, start, end)
  if (kind) {
    if (takes(definition, kind, code)) return null
    const parameters = definition.getChild('Parameters')
    const last = parts.body ? parts.body.prevSibling : definition.lastChild
    return ofSignature(name, kind, start, end, parameters?.from ?? end, last?.to ?? parts.end)
  }
  return ofNearName(name, definition, code, start, end) ?? ofHelper(name, start, end)
}

/** A name such as `Testparse` or `testParse`, where all the rest is that of a test. */
function ofNearName(name: string, node: SyntaxNode, code: string, start: number, end: number): TestFault | null {
  const near = kinds.find(({prefix}) => name.toLowerCase().startsWith(prefix.toLowerCase()))
  if (!near || !takes(node, near, code)) return null
  const rest = name.slice(near.prefix.length)
  const text = near.prefix + rest.charAt(0).toUpperCase() + rest.slice(1)
  return {kind: 'name', name, start, end, wanted: text, edit: {start, end, text}}
}

/** Whether a function has the parameter of a test of `kind`, and no result. */
function takes(node: SyntaxNode, {parameter}: TestKind, code: string): boolean {
  const [parameters, ...others] = [...childrenOf(node)].filter(
    ({name}) => !/^(?:func|DefName|Block|LineComment|BlockComment)$/.test(name),
  )
  if (parameters?.name !== 'Parameters' || others.length > 0) return false
  if (/^\(\s*(?:\.{3,}|…)\s*\)$/.test(code.slice(parameters.from, parameters.to))) return true
  const taken = parameters.getChildren('Parameter')
  if (!parameter) return taken.length === 0
  const type = taken[0]?.lastChild
  const pointed = type?.name === 'PointerType' ? type.lastChild : null
  const last = pointed?.name === 'QualifiedType' ? pointed.lastChild : pointed
  const isOne = taken.length === 1 && (taken[0]?.getChildren('DefName').length ?? 0) < 2 && !taken[0]?.getChild('...')
  return isOne && last?.name === 'TypeName' && code.slice(last.from, last.to) === parameter[1]
}

/** Whether a node is code outside any function, and certainly so. */
function isCode(node: SyntaxNode, code: string): boolean {
  if (isBroken(node)) return false
  if (statements.has(node.name)) return true
  const call = node.name === 'ExprStatement' ? node.getChild('CallExpr') : null
  const callee = call?.firstChild
  if (!callee || callee.name === 'Conversion') return false
  // `TestName(t *testing.T)`, the keyword left out.
  const isSignature = callee.name === 'VariableName' && kindOf(code.slice(callee.from, callee.to)) !== undefined
  return !isSignature && !isSubTest(node, code)
}

/** `t.Run("name", func(t *testing.T))`, with a body at most of comments and other sub-tests. */
function isSubTest(node: SyntaxNode, code: string): boolean {
  const call = node.getChild('CallExpr')
  const method = call?.getChild('SelectorExpr')?.getChild('FieldName')
  if (!call || !method || code.slice(method.from, method.to) !== 'Run') return false
  const body = call.getChild('Arguments')?.getChild('FunctionLiteral')?.getChild('Block')
  if (!body) return true
  return [...childrenOf(body)].every(each => /^(?:[{};]|\w+Comment)$/.test(each.name) || isSubTest(each, code))
}

function ofStatement({from, to}: SyntaxNode, code: string): TestFault {
  const [line = ''] = code.slice(from, to).split('\n')
  const name = line.trimEnd()
  return {kind: 'statement', name, start: from, end: from + name.length, wanted: '', edit: null}
}
