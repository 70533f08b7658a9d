import {parser} from '@lezer/python'
import {type Grammar, plain, words} from './grammar.ts'

export const python: Grammar = {
  readings: [plain(parser)],
  clean: code => code,
  definitions: new Map([['FunctionDefinition', {name: ['VariableName'], parameters: ['ParamList'], body: ['Body']}]]),
  through: new Set(),
  inert: words(': ; Comment PassStatement'),
  strings: 'inert',
}
