import {parser} from '@lezer/rust'
import {blankElisions} from './elision.ts'
import {type Grammar, plain, words} from './grammar.ts'

export const rust: Grammar = {
  readings: [plain(parser)],
  clean: blankElisions,
  definitions: new Map([['FunctionItem', {name: ['BoundIdentifier'], parameters: ['ParamList'], body: ['Block']}]]),
  through: new Set(),
  isOpaque: node => node.name === 'MacroInvocation' || node.name === 'MacroDefinition',
  inert: words('{ } ; LineComment BlockComment InnerAttribute'),
  strings: 'value',
}
