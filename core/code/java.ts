import {parser} from '@lezer/java'
import {blankElisions} from './elision.ts'
import {type Grammar, plain, words} from './grammar.ts'

const parameters = ['FormalParameters']

/** Read as members of a class, a statement has the form of a constructor. */
const statements = words('if for while switch catch synchronized try')

export const java: Grammar = {
  readings: [
    plain(parser),
    {parser, before: 'class _ {\n', after: '\n}', without: words('PackageDeclaration ImportDeclaration')},
  ],
  clean: blankElisions,
  definitions: new Map([
    ['MethodDeclaration', {name: ['Definition'], parameters, body: ['Block']}],
    ['ConstructorDeclaration', {name: ['Definition'], parameters, body: ['ConstructorBody']}],
    ['CompactConstructorDeclaration', {name: ['Definition'], parameters: [], body: ['Block']}],
  ]),
  through: new Set(),
  inert: words('{ } ; LineComment BlockComment'),
  strings: 'value',
  isFalse: (_, name) => statements.has(name),
}
