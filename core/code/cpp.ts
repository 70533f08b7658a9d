import type {SyntaxNode} from '@lezer/common'
import {parser} from '@lezer/cpp'
import {blankElidedStatements} from './elision.ts'
import {type Definition, type Grammar, plain, words} from './grammar.ts'

const declared: Definition = {
  declarator: ['FunctionDeclarator', 'OperatorCast'],
  name: ['Identifier', 'FieldIdentifier', 'DestructorName', 'OperatorName', 'operator'],
  parameters: ['ParameterList'],
  body: [],
}

const statements = words(
  'IfStatement ForStatement ForRangeLoop WhileStatement DoStatement SwitchStatement TryStatement ReturnStatement ' +
    'ExpressionStatement',
)

const statementNames = words('if for while switch catch return')
const typeless = /^(?:main|(?:TYPED_)?TEST(?:_[FGP])?|TEST_CASE|BENCHMARK_\w+|BOOST_\w+_TEST_CASE)$/

/** `name(args) { ... }` without a type: a loop made by a macro, unless it is a constructor or known for a function. */
function isCall(definition: SyntaxNode, name: string): boolean {
  const declarator = definition.firstChild
  return (
    definition.name === 'FunctionDefinition' &&
    declarator?.name === 'FunctionDeclarator' &&
    declarator.firstChild?.name === 'Identifier' &&
    definition.parent?.name !== 'FieldDeclarationList' &&
    !definition.getChild('FieldInitializerList') &&
    !typeless.test(name)
  )
}

/** `Type name(argument, argument);` declares a variable as readily as a function. */
function isVariable(definition: SyntaxNode): boolean {
  if (definition.name !== 'Declaration' || definition.getChild('PrimitiveType')) return false
  const types = definition
    .getChild('FunctionDeclarator')
    ?.getChild('ParameterList')
    ?.getChildren('ParameterDeclaration')
  return (
    !!types?.length && types.every(each => each.firstChild?.name === 'TypeIdentifier' && !each.firstChild.nextSibling)
  )
}

/** C and C++: one grammar reads both. */
export const cpp: Grammar = {
  readings: [plain(parser), {parser, before: 'class _ {\n', after: '\n};'}],
  clean: blankElidedStatements,
  definitions: new Map([
    ['FunctionDefinition', {...declared, body: ['CompoundStatement']}],
    ['FieldDeclaration', declared],
    ['Declaration', declared],
  ]),
  through: words(
    'FunctionDeclarator AbstractFunctionDeclarator PointerDeclarator ReferenceDeclarator ScopedIdentifier ' +
      'TemplateFunction TemplateMethod OperatorCast TryStatement',
  ),
  isOpaque: node => statements.has(node.name),
  inert: words('{ } ; LineComment BlockComment PreprocDirective'),
  strings: 'value',
  isFalse: (definition, name) => statementNames.has(name) || isCall(definition, name) || isVariable(definition),
}
