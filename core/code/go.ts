import {parser} from '@lezer/go'
import {blankElisions} from './elision.ts'
import {type Grammar, plain, words} from './grammar.ts'

const parameters = ['Parameters']

const hole = /\{\{-? *(?:\w+ +)?[.$][\w.$]*(?: *\|[^{}\n]*| *-?)\}\}/g
const control = /\{\{-? *(?:(?:range|if|else|end|with|define|template|block)\b|\$\w+ *:?=)[^{}\n]*\}\}/g

/** In a template for Go code, makes a name of what will be one and blanks what will leave no trace. */
function fillTemplate(code: string): string {
  if (!code.includes('{{')) return code
  return code.replace(control, text => ' '.repeat(text.length)).replace(hole, text => '_'.repeat(text.length))
}

export const go: Grammar = {
  readings: [plain(parser)],
  clean: code => blankElisions(fillTemplate(code)),
  definitions: new Map([
    ['FunctionDecl', {name: ['DefName'], parameters, body: ['Block']}],
    ['MethodDecl', {name: ['FieldName'], parameters, body: ['Block']}],
    ['MethodElem', {name: ['FieldName'], parameters, body: []}],
    // `func (t *T) Name(a *A) (B, error)` without a body reads as a call of a conversion to a function type, too,
    // and the grammar prefers that.
    ['CallExpr', {declarator: ['Conversion'], name: ['TypeName'], parameters, body: []}],
  ]),
  through: words('FunctionType'),
  inert: words('{ } ; LineComment BlockComment'),
  strings: 'value',
}
