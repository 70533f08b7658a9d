import type {SyntaxNode} from '@lezer/common'
import {parser} from '@lezer/javascript'
import {blankElisions} from './elision.ts'
import {type Binding, type Definition, type Grammar, plain, type Reading, words} from './grammar.ts'

const parameters = ['ParamList']
const property = ['PropertyDefinition', 'PrivatePropertyDefinition', 'String', 'Number', 'MemberExpression']
const method: Definition = {name: property, parameters, body: ['Block']}
const named: Definition = {name: ['VariableDefinition'], parameters, body: ['Block']}

const holders = words('VariableDeclaration PropertyDeclaration Property AssignmentExpression')
const bindable = words(`VariableDefinition VariableName ${property.join(' ')}`)
const wrappers = /^(?:React\.)?(?:memo|forwardRef|useCallback)\b/

/** What `node` is assigned to: a variable, a property, `exports.name`, or `export default` itself. */
function binding(node: SyntaxNode, code: string): Binding | null {
  const bound = wrapped(node, code) ?? node
  const holder = bound.parent
  const before = bound.prevSibling
  if (!holder || !before) return null
  const end = bound.to
  if (before.name === 'default') return {name: before, start: holder.from, end}
  if (!holders.has(holder.name) || (before.name !== 'Equals' && before.name !== ':')) return null
  // `{key: x => x.id}` is data as often as it is a method.
  if (holder.name === 'Property' && node.lastChild?.name !== 'Block') return null
  let name = before.prevSibling
  while (name && !bindable.has(name.name) && name.name !== ',') name = name.prevSibling
  if (!name || name.name === ',') return null
  const start = name.prevSibling?.name === ',' ? name.from : holder.from
  return {name: name.name === 'MemberExpression' ? (name.lastChild ?? name) : name, start, end}
}

/** The call around `node` where that only passes the function on. */
function wrapped(node: SyntaxNode, code: string): SyntaxNode | null {
  const call = node.parent?.name === 'ArgList' ? node.parent.parent : null
  return call?.name === 'CallExpression' && wrappers.test(code.slice(call.from, call.from + 20)) ? call : null
}

const ts = parser.configure({dialect: 'ts'})
const tsx = parser.configure({dialect: 'ts jsx'})
const inClass: Reading = {
  parser: tsx,
  before: 'class _ {\n',
  after: '\n}',
  without: words('ImportDeclaration TypeAliasDeclaration InterfaceDeclaration EnumDeclaration'),
}

/** Read as members of a class, a statement has the form of a method. */
const statements = words('if for while with switch catch return')

export const typescript: Grammar = {
  readings: [plain(tsx), plain(ts), inClass],
  clean: blankElisions,
  definitions: new Map([
    ['FunctionDeclaration', named],
    ['AmbientFunctionDeclaration', named],
    ['FunctionExpression', {name: [], parameters, body: ['Block']}],
    ['ArrowFunction', {name: [], parameters, body: [], bodyAfter: 'Arrow'}],
    ['MethodDeclaration', method],
    ['MethodType', method],
    ['Property', method],
  ]),
  through: new Set(),
  // The statements of a callback are the callback's own: what `describe('…', () => { … })` holds is no function of the
  // block. An expression, such as the object a store is made of, is looked into.
  isOpaque: node =>
    node.name === 'Block' && (node.matchContext(['ArrowFunction']) || node.matchContext(['FunctionExpression'])),
  inert: words('{ } ; LineComment BlockComment'),
  strings: 'inert',
  isFalse: (_, name) => statements.has(name),
  binding,
}

/** Plans write types in `javascript` blocks, too; only plain JavaScript is read first as what it says. */
export const javascript: Grammar = {
  ...typescript,
  readings: [plain(parser.configure({dialect: 'jsx'})), plain(tsx), inClass],
}
